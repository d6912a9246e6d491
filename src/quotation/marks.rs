//! Where a text marks its pages, paragraphs and sections, and whether a passage stands where a locator says.
//!
//! A text without marks says nothing of its pages, so no locator is wrong there. A text may mark its pages twice, by the numbers printed on
//! them and by their count; a locator that is right by one of them is right, and one that is right by neither is wrong.

use crate::quotation::locator::{Locator, Unit};
use std::ops::Range;

/// The marks of one kind, in the order of the text; the numbers rise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marks {
    /// What they count.
    pub unit: Unit,
    /// The byte at which each begins, and its number.
    pub list: Vec<(u32, u32)>,
    /// Whether the source is cited by them. Pages that are only counted may be cited by other numbers: those of the journal in which a paper
    /// came out.
    pub exclusive: bool,
}

impl Marks {
    /// The number that holds byte `at`; none before the first mark. Logarithmic.
    pub fn number(&self, at: u32) -> Option<u32> {
        let after = self.list.partition_point(|(start, _)| *start <= at);
        after.checked_sub(1).and_then(|last| self.list.get(last)).map(|(_, number)| *number)
    }

    /// The highest number that a passage may have of which byte `at` is the last: where a number is left out before the next mark, it may
    /// be that one; behind the last mark any, unless each number has its mark so far.
    fn highest(&self, at: u32) -> u32 {
        let after = self.list.partition_point(|(start, _)| *start <= at);
        let here = self.number(at).unwrap_or(0);
        let runs_on = || self.list.len() > 1 && self.list.is_sorted_by(|one, next| one.1.checked_add(1) == Some(next.1));
        match self.list.get(after) {
            Some((_, next)) => here.max(next.saturating_sub(1)),
            None if runs_on() => here,
            None => u32::MAX,
        }
    }

    /// Whether the marks reach over all that `locator` names.
    fn cover(&self, locator: &Locator) -> bool {
        let (first, last) = (self.list.first(), self.list.last());
        let is_covered = |start: u32, end: u32| {
            first.is_some_and(|(_, n)| *n <= start) && last.is_some_and(|(_, n)| end <= *n || end == u32::MAX && start <= *n)
        };
        locator.numbers.iter().all(|numbers| is_covered(*numbers.start(), *numbers.end()))
    }

    /// Whether a passage at `place` stands, or may stand, where `locator` says.
    pub fn holds(&self, locator: &Locator, place: &Range<u32>) -> bool {
        let start = self.number(place.start);
        let end = self.highest(place.end.saturating_sub(1).max(place.start));
        locator.numbers.iter().any(|numbers| start.is_none_or(|start| start <= *numbers.end()) && *numbers.start() <= end)
    }
}

/// Where the passage really is when none of `places` is where `locator` says: the number of the first place. `None` where one is there,
/// or where no marks can tell. Near linear in the places and the marks.
pub fn find_elsewhere(marks: &[Marks], locator: &Locator, places: &[Range<u32>]) -> Option<u32> {
    let mut elsewhere = None;
    for list in marks.iter().filter(|list| list.unit == locator.unit && (list.exclusive || list.cover(locator))) {
        for place in places {
            let start = list.number(place.start)?;
            if list.holds(locator, place) {
                return None;
            }
            elsewhere = elsewhere.or(Some(start));
        }
    }
    elsewhere
}
