//! The furniture of pages: the lines at their edges that a printer puts there, and no author: page numbers, running heads and feet.
//!
//! A line is furniture only at the edge of a page, and only if it says nothing but the number of its page, or says the same, its page number
//! aside, on most pages, or on most left or most right ones. The numbers are those that run on by one from page to page; any other number
//! is part of the text. What stands at the edges is looked at only where a page breaks, for there alone it parts a passage.

use crate::extract::{
    heads::{LONGEST, find_alone, pieces},
    sheets::{find_offset, starts},
};
use std::{collections::BTreeMap, ops::Range};

/// The most lines at an edge of a page that may be furniture.
const MOST_LINES: usize = 3;

/// The lines of furniture at the breaks between pages, as bytes of `text`, in order. Near linear.
pub fn find(text: &str) -> Vec<Range<usize>> {
    let starts: Vec<usize> = starts(text).into_iter().map(|start| start as usize).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let pages: Vec<Page<'_>> = starts.iter().zip(ends).zip(1..).map(|((start, end), count)| Page::new(text, *start..end, count)).collect();
    if pages.len() < 2 {
        return Vec::new();
    }
    let edges: Vec<Vec<&str>> = pages.iter().map(Page::edges).collect();
    let offset = find_offset(&edges);
    let mut counts: BTreeMap<(bool, usize, u32, String), usize> = BTreeMap::new();
    for page in &pages {
        for (is_top, edge) in [(true, &page.top), (false, &page.bottom)] {
            for (place, line) in edge.iter().enumerate() {
                if let Some(template) = page.template(line, offset) {
                    *counts.entry((is_top, place, page.count % 2, template)).or_default() += 1;
                }
            }
        }
    }
    let is_repeated = |is_top: bool, place: usize, count: u32, template: &str| {
        let of = |side: u32| counts.get(&(is_top, place, side, template.to_owned())).copied().unwrap_or(0);
        let (odd, even) = (pages.len().div_ceil(2), pages.len() / 2);
        let (own, all) = if count % 2 == 1 { (of(1), odd) } else { (of(0), even) };
        let both = of(0) + of(1);
        (both >= 2 && both * 2 > pages.len()) || (own >= 2 && own * 2 > all)
    };
    let mut found = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        let is_furniture = |is_top: bool, place: usize, line: &Range<usize>| {
            let repeats = |template: String| is_repeated(is_top, place, page.count, &template);
            page.is_number(line, offset) || page.template(line, offset).is_some_and(repeats)
        };
        let outermost = |is_top: bool, edge: &[Range<usize>]| -> Vec<Range<usize>> {
            let lines = edge.iter().enumerate().take_while(|(place, line)| is_furniture(is_top, *place, line));
            lines.map(|(_, line)| line.clone()).collect()
        };
        if index > 0 {
            found.extend(outermost(true, &page.top));
        }
        if index + 1 < pages.len() {
            found.extend(outermost(false, &page.bottom));
        }
    }
    // The head of a page of few lines may be its foot too.
    found.sort_by_key(|line| line.start);
    found.dedup();
    found
}

/// A page with the lines at its edges, the outermost first.
struct Page<'t> {
    text: &'t str,
    count: u32,
    top: Vec<Range<usize>>,
    bottom: Vec<Range<usize>>,
}

impl<'t> Page<'t> {
    fn new(text: &'t str, range: Range<usize>, count: u32) -> Self {
        let mut at = range.start;
        let lines: Vec<Range<usize>> = text
            .get(range)
            .unwrap_or("")
            .split_inclusive(['\n', '\x0c'])
            .map(|line| {
                at += line.len();
                at - line.len()..at - (line.len() - line.trim_end().len())
            })
            .filter(|line| text.get(line.clone()).is_some_and(|words| !words.trim().is_empty()))
            .collect();
        let top = lines.iter().take(MOST_LINES).cloned().collect();
        let bottom = lines.iter().rev().take(MOST_LINES).cloned().collect();
        Self { text, count, top, bottom }
    }

    fn words(&self, line: &Range<usize>) -> &'t str {
        self.text.get(line.clone()).unwrap_or("").trim()
    }

    /// The lines at its edges.
    fn edges(&self) -> Vec<&'t str> {
        self.top.iter().chain(&self.bottom).map(|line| self.words(line)).collect()
    }

    /// Whether the line says nothing but the number of its page.
    fn is_number(&self, line: &Range<usize>, offset: Option<i64>) -> bool {
        offset.is_some_and(|offset| find_alone(self.words(line)).map(i64::from) == Some(offset + i64::from(self.count)))
    }

    /// What the line says, with `#` for the number of the page; nothing where it is too long for furniture.
    fn template(&self, line: &Range<usize>, offset: Option<i64>) -> Option<String> {
        let words = Some(self.words(line)).filter(|words| words.len() <= LONGEST)?;
        let mut own = offset.map(|offset| (offset + i64::from(self.count)).to_string());
        let said = pieces(words).map(|piece| if own.take_if(|own| own == piece).is_some() { "#" } else { piece });
        Some(said.collect())
    }
}
