//! Pages that end with a form feed, as in the text made of PDF: their count, and the numbers that are printed on them.

use crate::quotation::{
    locator::{Unit, find_number},
    marks::Marks,
};
use std::collections::BTreeMap;

/// The most bytes of a line in which the number of a page is looked for; a longer one is text.
pub const LONGEST: usize = 160;

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
    let pages = starts.iter().zip(ends).map(|(start, end)| edges(text.get(*start as usize..end as usize).unwrap_or("")));
    let offset = find_offset(pages)?;
    let number = |count: i64| u32::try_from(count + offset).ok();
    let list = starts.into_iter().zip(1i64..).filter_map(|(start, count)| Some((start, number(count)?))).collect();
    Some(Marks { unit: Unit::Page, list, exclusive: true })
}

/// By how much the numbers that are printed on most pages differ from the count of the pages from 1; given are the numbers found on each page.
pub fn find_offset(pages: impl Iterator<Item = Vec<u32>>) -> Option<i64> {
    let mut offsets: BTreeMap<i64, usize> = BTreeMap::new();
    let mut all = 0;
    for (numbers, count) in pages.zip(1i64..) {
        all += 1;
        let mut found: Vec<i64> = numbers.into_iter().map(|number| i64::from(number) - count).collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().for_each(|offset| *offsets.entry(offset).or_default() += 1);
    }
    let (offset, most) = offsets.into_iter().max_by_key(|(offset, pages)| (*pages, -offset.abs()))?;
    (most >= 2 && most * 2 >= all).then_some(offset)
}

/// Where each page begins. A form feed that ends the text begins none.
pub fn starts(text: &str) -> Vec<u32> {
    let end = text.trim_end().len();
    let after = memchr::memchr_iter(b'\x0c', text.as_bytes()).map(|at| at + 1).filter(|at| *at < end);
    [0].into_iter().chain(after).map(|at| at as u32).collect()
}

/// The numbers of the first and last lines of a page, where these are short: all that are written in digits, and what stands at their ends.
fn edges(page: &str) -> Vec<u32> {
    let mut lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
    let lines: Vec<&str> = lines.next().into_iter().chain(lines.next_back()).filter(|line| line.len() <= LONGEST).collect();
    let ends = lines.iter().flat_map(|line| [line.split_whitespace().next(), line.split_whitespace().next_back()]).flatten();
    let numerals = ends.filter_map(|word| find_number(word.trim_matches(|c: char| !c.is_alphanumeric())));
    let digits = lines.iter().flat_map(|line| pieces(line)).filter_map(|piece| piece.parse().ok());
    numerals.chain(digits).collect()
}

/// A text in runs of digits, and what stands between them.
pub fn pieces(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = words;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c: char| c.is_ascii_digit() != first.is_ascii_digit()).unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(piece)
    })
}
