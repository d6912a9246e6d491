//! Pages that end with a form feed, as in the text made of PDF: their count, and the numbers that are printed on them.

use crate::{
    extract::heads::{Candidate, find_candidates},
    quotation::{locator::Unit, marks::Marks},
};
use std::collections::BTreeMap;

/// The pages by their count from 1. None where no form feed parts the text.
pub fn counted(text: &str) -> Option<Marks> {
    let list: Vec<(u32, u32)> = starts(text).into_iter().zip(1..).collect();
    (list.len() > 1).then_some(Marks { unit: Unit::Page, list, exclusive: false })
}

/// The pages by the numbers that are printed on them: those that stand in the first or last line of most pages, and run on by one from page to
/// page.
pub fn printed(text: &str) -> Option<Marks> {
    let starts = starts(text);
    let ends = starts.iter().skip(1).copied().chain([text.len() as u32]);
    let pages: Vec<Vec<&str>> =
        starts.iter().zip(ends).map(|(start, end)| edges(text.get(*start as usize..end as usize).unwrap_or(""))).collect();
    let offset = find_offset(&pages)?;
    let number = |count: i64| u32::try_from(count + offset).ok();
    let list = starts.into_iter().zip(1i64..).filter_map(|(start, count)| Some((start, number(count)?))).collect();
    Some(Marks { unit: Unit::Page, list, exclusive: true })
}

/// By how much the numbers that are printed on most pages differ from the count of the pages from 1; given are the lines at the edges of each
/// page. Near linear.
pub fn find_offset(pages: &[Vec<&str>]) -> Option<i64> {
    let candidates: Vec<Vec<Candidate>> = pages.iter().map(|lines| lines.iter().flat_map(|line| find_candidates(line)).collect()).collect();
    let mut heads: BTreeMap<&str, usize> = BTreeMap::new();
    for head in candidates.iter().flatten().filter_map(|candidate| candidate.head.as_deref()) {
        *heads.entry(head).or_default() += 1;
    }
    let is_page = |candidate: &&Candidate| candidate.head.as_deref().is_none_or(|head| heads.get(head).is_some_and(|count| *count > 1));
    let mut offsets: BTreeMap<i64, usize> = BTreeMap::new();
    for (found, count) in candidates.iter().zip(1i64..) {
        let mut found: Vec<i64> = found.iter().filter(is_page).map(|candidate| i64::from(candidate.number) - count).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().for_each(|offset| *offsets.entry(offset).or_default() += 1);
    }
    let (offset, most) = offsets.into_iter().max_by_key(|(offset, pages)| (*pages, -offset.abs()))?;
    (most >= 2 && most * 2 >= pages.len()).then_some(offset)
}

/// Where each page begins. A form feed that ends the text begins none.
pub fn starts(text: &str) -> Vec<u32> {
    let end = text.trim_end().len();
    let after = memchr::memchr_iter(b'\x0c', text.as_bytes()).map(|at| at + 1).filter(|at| *at < end);
    [0].into_iter().chain(after).map(|at| at as u32).collect()
}

/// The first and last lines of a page.
fn edges(page: &str) -> Vec<&str> {
    let mut lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.next().into_iter().chain(lines.next_back()).collect()
}
