//! The words of a folded text, with what stands beside them.

use crate::quotation::fold::{DASH, Folded};
use std::ops::Range;

/// The words of `folded`, as ranges: what stands between blanks and dashes. Linear.
pub fn tokens(folded: &Folded) -> Vec<Range<u32>> {
    let mut found = Vec::new();
    let mut joints = folded.joints.iter().filter(|j| !j.word).map(|j| j.at as usize).peekable();
    let mut start = 0;
    let mut cut = |start: &mut usize, end: usize, next: usize| {
        if *start < end {
            found.push(*start as u32..end as u32);
        }
        *start = next;
    };
    for (at, c) in folded.text.char_indices() {
        if joints.next_if_eq(&at).is_some() {
            cut(&mut start, at, at);
        }
        if c == ' ' || c == DASH {
            cut(&mut start, at, at + c.len_utf8());
        }
    }
    let end = folded.text.len();
    cut(&mut start, end, end);
    found
}

/// Whether a range of one text says the same as a range of another, hyphens included.
pub fn is_same(one: &Folded, here: &Range<u32>, other: &Folded, there: &Range<u32>) -> bool {
    slice(one, here) == slice(other, there) && are_joints_same(one, here, other, there) && are_primes_same(one, here, other, there)
}

/// The text of a range.
pub fn slice<'f>(folded: &'f Folded, range: &Range<u32>) -> Option<&'f str> {
    folded.text.get(range.start as usize..range.end as usize)
}

/// Whether two ranges, whose letters are the same, are joined alike. A hyphen at the end of a line may be one or none.
pub fn are_joints_same(one: &Folded, here: &Range<u32>, other: &Folded, there: &Range<u32>) -> bool {
    if one.joints.is_empty() && other.joints.is_empty() {
        return true;
    }
    let within = |folded: &Folded, range: &Range<u32>| {
        let joints = folded.joints_within(range.start, range.end).iter();
        joints.map(|j| (j.at - range.start, j.soft)).collect::<Vec<_>>()
    };
    let (ours, theirs) = (within(one, here), within(other, there));
    let has = |list: &[(u32, bool)], at: u32| list.binary_search_by_key(&at, |(a, _)| *a).is_ok();
    ours.iter().all(|(at, soft)| *soft || has(&theirs, *at)) && theirs.iter().all(|(at, soft)| *soft || has(&ours, *at))
}

/// Whether two ranges, whose letters are the same, have feet where the other has them, and inches where it has those. Quotation marks are
/// often written for either; a sign that is certain is not taken for the other one.
pub fn are_primes_same(one: &Folded, here: &Range<u32>, other: &Folded, there: &Range<u32>) -> bool {
    if one.primes.is_empty() || other.primes.is_empty() {
        return true;
    }
    let theirs = other.primes_within(there.start, there.end);
    one.primes_within(here.start, here.end).iter().all(|ours| {
        let at = ours.at - here.start + there.start;
        let same = theirs.binary_search_by_key(&at, |p| p.at).ok().and_then(|found| theirs.get(found));
        same.is_none_or(|same| same.is_double == ours.is_double || !(same.is_certain || ours.is_certain))
    })
}
