//! Pages that are cited by numbers beyond the count of a file's pages.
//!
//! Where a file has no numbers of its own, its pages are counted, and those who cite may count otherwise: an offprint of a journal runs
//! from page 263 to 285. Then every citation is off by the same number. Where citations of two pages agree in it, that is the numbering;
//! where they do not, one of them is wrong; a single one is in doubt.

use crate::quotation::{
    locator::{Locator, Unit},
    marks::Marks,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// The most numbers of one range that are looked at.
const MOST_NUMBERS: u32 = 200;

/// A citation of a page by a number beyond the count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beyond {
    /// The counted page on which the words stand first.
    pub page: u32,
    /// How many pages there are.
    pub count: u32,
    /// By how much its number may differ from the count.
    shifts: BTreeSet<i64>,
}

/// What is known of a citation by a number beyond the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// Other citations confirm it.
    None,
    /// Nothing confirms or contradicts it.
    Some,
    /// Other citations contradict it.
    Wrong,
}

/// The citation by `locator` of words that stand at `places`, if its pages are counted only and it names one beyond the last.
pub fn find_beyond(marks: &[Marks], locator: &Locator, places: &[Range<u32>]) -> Option<Beyond> {
    let mut lists = marks.iter().filter(|list| list.unit == Unit::Page && locator.unit == Unit::Page);
    let list = lists.next().filter(|list| !list.exclusive && lists.next().is_none())?;
    let (_, count) = *list.list.last()?;
    let page = list.number(places.first()?.start)?;
    let is_beyond = locator.numbers.iter().any(|numbers| *numbers.end() > count && (*numbers.end() < u32::MAX || *numbers.start() > count));
    if !is_beyond || places.iter().any(|place| list.holds(locator, place)) {
        return None;
    }
    let pages: BTreeSet<u32> = places.iter().filter_map(|place| list.number(place.start)).collect();
    let numbers = locator.numbers.iter().flat_map(|numbers| (*numbers.start()..=*numbers.end()).take(MOST_NUMBERS as usize));
    let shifts = numbers.flat_map(|number| pages.iter().map(move |page| i64::from(number) - i64::from(*page))).collect();
    Some(Beyond { page, count, shifts })
}

/// What is known of each of the citations of one file.
pub fn judge(all: &[Beyond]) -> Vec<Doubt> {
    let mut pages: BTreeMap<i64, (BTreeSet<u32>, usize)> = BTreeMap::new();
    for beyond in all {
        for shift in &beyond.shifts {
            let (pages, citations) = pages.entry(*shift).or_default();
            pages.insert(beyond.page);
            *citations += 1;
        }
    }
    let best = pages.iter().max_by_key(|(shift, (pages, citations))| (pages.len(), *citations, -shift.abs()));
    let Some((shift, (pages, citations))) = best else { return Vec::new() };
    let (is_known, agree) = (pages.len() > 1, *citations == all.len());
    let judged = all.iter().map(|beyond| match (beyond.shifts.contains(shift), is_known, agree) {
        (true, true, _) => Doubt::None,
        (true, false, true) => Doubt::Some,
        _ => Doubt::Wrong,
    });
    judged.collect()
}
