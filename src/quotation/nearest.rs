//! The passage of a text that comes nearest to words that do not stand in it.
//!
//! Words that the text has seldom say where to look: each of their places votes for where the passage would begin. The passages with the
//! most votes are aligned with the words, one word for one (the distance of Sellers, *Journal of Algorithms* 1, 1980, which lets the
//! passage begin and end anywhere). The work is bounded by counts and never by a clock, so the answer is the same on every machine.

use crate::quotation::{
    fold::Folded,
    pattern::Part,
    token::{is_same, slice, tokens},
};
use std::{collections::HashMap, ops::Range};

/// The most words of a part for which a passage is looked for.
pub const MOST_WORDS: usize = 500;
/// The most places of one word, and how many votes are enough.
const MOST_PLACES: usize = 4_000;
const ENOUGH_VOTES: usize = 2_000;
/// The most passages that are aligned with one part.
const MOST_WINDOWS: usize = 4;
/// The most pairs of words that are compared in all.
const MOST_PAIRS: usize = 60_000_000;

/// The most words left out right beside the first or last word of a part; where that word is farther off, it was changed.
const MOST_BESIDE: usize = 2;

/// What a word costs that is another, is left out or is put in; and one that differs in case alone, which comes nearer.
const OTHER: u32 = 4;
const OTHER_CASE: u32 = 3;

/// A passage, and where it differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// Where it is in the folded text.
    pub place: Range<u32>,
    /// Where it differs, in order.
    pub changes: Vec<Change>,
}

/// Words that differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What the part has, as a range of its folded text; empty where words are left out.
    pub quoted: Range<u32>,
    /// What the text has, as a range of the folded text; empty where words are put in.
    pub original: Range<u32>,
}

/// The passages of `text` that come nearest to each of `parts`; `None` where no passage shares half of the words. Near linear in the
/// text and the parts.
pub fn find_nearest(text: &Folded, parts: &[&Part]) -> Vec<Option<Nearest>> {
    if parts.is_empty() {
        return Vec::new();
    }
    let words = tokens(text);
    let wanted: Vec<Vec<Range<u32>>> = parts.iter().map(|p| tokens(&p.folded)).collect();
    let places = places(text, &words, parts, &wanted);
    let mut budget = MOST_PAIRS;
    let search = |(part, wanted): (&&Part, &Vec<Range<u32>>)| {
        let mut best: Option<Aligned> = None;
        for window in windows(part, wanted, &places, words.len()) {
            let pairs = wanted.len() * window.len();
            budget = budget.checked_sub(pairs)?;
            let aligned = align(text, words.get(window.clone()).unwrap_or(&[]), &part.folded, wanted);
            if best.as_ref().is_none_or(|b| aligned.cost < b.cost) {
                best = Some(aligned);
            }
        }
        best.filter(|b| b.cost * 2 <= wanted.len() * OTHER as usize).and_then(|b| b.nearest(wanted))
    };
    parts.iter().zip(&wanted).map(search).collect()
}

/// A word without its case and the punctuation around it.
fn key(folded: &Folded, word: &Range<u32>) -> Option<String> {
    let bare = slice(folded, word).map(bare)?;
    (!bare.is_empty()).then(|| bare.chars().flat_map(char::to_lowercase).collect())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}

/// Where the words of all parts stand in the text, as counts of words.
fn places(text: &Folded, words: &[Range<u32>], parts: &[&Part], wanted: &[Vec<Range<u32>>]) -> HashMap<String, Vec<u32>> {
    let keys = parts.iter().zip(wanted).flat_map(|(part, words)| words.iter().filter_map(|w| key(&part.folded, w)));
    let mut places: HashMap<String, Vec<u32>> = keys.map(|k| (k, Vec::new())).collect();
    let mut key = String::new();
    for (at, word) in words.iter().enumerate() {
        let Some(bare) = slice(text, word).map(bare) else { continue };
        key.clear();
        key.extend(bare.chars().flat_map(char::to_lowercase));
        if let Some(list) = places.get_mut(&key).filter(|list| list.len() < MOST_PLACES) {
            list.push(at as u32);
        }
    }
    places
}

/// The stretches of words of the text that the rarest words vote for, the best first.
fn windows(part: &Part, wanted: &[Range<u32>], places: &HashMap<String, Vec<u32>>, count: usize) -> Vec<Range<usize>> {
    let length = wanted.len();
    if !(2..=MOST_WORDS).contains(&length) {
        return Vec::new();
    }
    let mut voters: Vec<(&Vec<u32>, usize)> = Vec::new();
    for (at, word) in wanted.iter().enumerate() {
        let list = key(&part.folded, word).and_then(|k| places.get(&k));
        voters.extend(list.filter(|l| !l.is_empty()).map(|l| (l, at)));
    }
    voters.sort_by_key(|(list, at)| (list.len(), *at));
    let mut votes: Vec<(i64, usize)> = Vec::new();
    for (list, at) in voters {
        if votes.len() >= ENOUGH_VOTES {
            break;
        }
        votes.extend(list.iter().map(|place| (i64::from(*place) - at as i64, at)));
    }
    votes.sort_unstable();
    let slack = length / 3 + 3;
    // For each vote, how many there are within one slack from it on.
    let mut end = 0;
    let mut scored: Vec<(usize, i64)> = Vec::with_capacity(votes.len());
    for (start, (from, _)) in votes.iter().enumerate() {
        while votes.get(end).is_some_and(|(to, _)| *to <= from + slack as i64) {
            end += 1;
        }
        scored.push((end - start, *from));
    }
    let mut taken: Vec<i64> = Vec::new();
    while taken.len() < MOST_WINDOWS {
        let is_free = |from: i64| taken.iter().all(|other| (other - from).unsigned_abs() as usize > slack);
        let best = scored.iter().filter(|(_, from)| is_free(*from)).max_by_key(|(count, from)| (*count, std::cmp::Reverse(*from)));
        let Some((_, from)) = best else { break };
        taken.push(*from);
    }
    let window = |from: i64| {
        let start = (from - slack as i64).max(0) as usize;
        let end = ((from + (length + 2 * slack) as i64).max(0) as usize).min(count);
        start.min(end)..end
    };
    taken.into_iter().map(window).collect()
}

/// The best alignment of a part with a stretch of words.
struct Aligned {
    cost: usize,
    /// Each word of the part and of the stretch, from the first to the last that is used; `None` on the side that has none.
    pairs: Vec<(Option<usize>, Option<Range<u32>>, bool)>,
}

fn align(text: &Folded, words: &[Range<u32>], part: &Folded, wanted: &[Range<u32>]) -> Aligned {
    let (rows, columns) = (wanted.len(), words.len());
    let wide = columns + 1;
    // The least cost of the first words of the part against words that end here, and whether the last two are the same.
    let mut cost = vec![0u32; (rows + 1) * wide];
    let mut weights = vec![OTHER; (rows + 1) * wide];
    let at = |row: usize, column: usize| row * wide + column;
    let get = |cost: &[u32], index: usize| cost.get(index).copied().unwrap_or(u32::MAX / 2);
    for (row, word) in wanted.iter().enumerate().map(|(r, w)| (r + 1, w)) {
        for column in 0..=columns {
            let mut least = get(&cost, at(row - 1, column)) + OTHER;
            if let Some(original) = column.checked_sub(1).and_then(|c| words.get(c)) {
                let weight = match find_same(text, original, part, word, (row == 1, row == rows)) {
                    Some(_) => 0,
                    None if differ_in_case(text, original, part, word) => OTHER_CASE,
                    None => OTHER,
                };
                least = least.min(get(&cost, at(row - 1, column - 1)) + weight);
                least = least.min(get(&cost, at(row, column - 1)) + OTHER);
                if let Some(slot) = weights.get_mut(at(row, column)) {
                    *slot = weight;
                }
            }
            if let Some(slot) = cost.get_mut(at(row, column)) {
                *slot = least;
            }
        }
    }
    // Of equals the longest: a last word that differs is one that was changed rather than put in.
    let mut column = (0..=columns).rev().min_by_key(|c| get(&cost, at(rows, *c))).unwrap_or(0);
    let is_equal = |row: usize, column: usize| weights.get(at(row, column)) == Some(&0);
    if rows > 1 && !is_equal(rows, column) {
        column = (column + 1..=column + MOST_BESIDE).find(|c| *c <= columns && is_equal(rows, *c)).unwrap_or(column);
    }
    let total = get(&cost, at(rows, column));
    let mut row = rows;
    let mut pairs = Vec::new();
    while row > 0 {
        let here = get(&cost, at(row, column));
        let weight = weights.get(at(row, column)).copied().unwrap_or(OTHER);
        let equal = weight == 0;
        let original = column.checked_sub(1).and_then(|c| words.get(c)).cloned();
        if row == 1 && rows > 1 && !equal {
            // What is left out behind the first word costs as much as another first word would, or more.
            let nearer = (1..=MOST_BESIDE).filter_map(|by| column.checked_sub(by)).find(|c| *c > 0 && is_equal(1, *c));
            if let Some(nearer) = nearer {
                pairs.extend((nearer..column).rev().map(|c| (None, words.get(c).cloned(), false)));
                column = nearer;
                continue;
            }
        }
        if original.is_some() && here == get(&cost, at(row - 1, column - 1)) + weight {
            let ends = (row == 1, row == rows);
            (row, column) = (row - 1, column - 1);
            let same = original.as_ref().zip(wanted.get(row)).filter(|_| equal).and_then(|(o, w)| find_same(text, o, part, w, ends));
            let trimmed = || original.clone().zip(wanted.get(row)).map(|(o, w)| trim(text, o, part, w, ends));
            pairs.push((Some(row), same.or_else(trimmed), equal));
        } else if original.is_some() && here == get(&cost, at(row, column - 1)) + OTHER {
            column -= 1;
            pairs.push((None, original, false));
        } else {
            row -= 1;
            pairs.push((Some(row), None, false));
        }
    }
    pairs.reverse();
    Aligned { cost: total as usize, pairs }
}

/// Whether two words that are not the same are but for the case of plain letters and the punctuation around them.
fn differ_in_case(text: &Folded, original: &Range<u32>, part: &Folded, word: &Range<u32>) -> bool {
    let (Some(one), Some(other)) = (slice(text, original), slice(part, word)) else { return false };
    one.len().abs_diff(other.len()) <= 2 && bare(one).eq_ignore_ascii_case(bare(other)) && !bare(one).is_empty()
}

/// What of the word `original` is the same as `word`: all of it; at the first and last word of a part, all but the punctuation before and
/// after, which the part need not have.
fn find_same(text: &Folded, original: &Range<u32>, part: &Folded, word: &Range<u32>, (first, last): (bool, bool)) -> Option<Range<u32>> {
    let (whole, wanted) = (slice(text, original)?, slice(part, word)?);
    let at = if first { whole.find(wanted)? } else { 0 };
    let end = at + wanted.len();
    let rest = if last { whole.get(end..)? } else { "" };
    let is_mark = |c: char| !c.is_alphanumeric() && c != '-';
    let fits = whole.get(..at)?.chars().all(is_mark) && rest.chars().all(is_mark) && at + wanted.len() + rest.len() == whole.len();
    let found = original.start + at as u32..original.start + end as u32;
    (fits && is_same(text, &found, part, word)).then_some(found)
}

/// The word `original`, which differs from the first or last word of a part, without punctuation there that the part does not have either.
fn trim(text: &Folded, original: Range<u32>, part: &Folded, word: &Range<u32>, (first, last): (bool, bool)) -> Range<u32> {
    let (Some(whole), Some(wanted)) = (slice(text, &original), slice(part, word)) else { return original };
    let is_mark = |c: char| !c.is_alphanumeric() && c != '-';
    let (mut start, mut end) = (original.start, original.end);
    if first && wanted.starts_with(char::is_alphanumeric) {
        start += (whole.len() - whole.trim_start_matches(is_mark).len()) as u32;
    }
    if last && wanted.ends_with(char::is_alphanumeric) {
        end -= (whole.len() - whole.trim_end_matches(is_mark).len()) as u32;
    }
    if start < end { start..end } else { original }
}

impl Aligned {
    fn nearest(self, wanted: &[Range<u32>]) -> Option<Nearest> {
        let mut originals = self.pairs.iter().filter_map(|(_, original, _)| original.clone());
        let first = originals.next()?;
        let place = first.start..originals.next_back().map_or(first.end, |last| last.end);
        let mut changes: Vec<Change> = Vec::new();
        let (mut here, mut there) = (0, place.start);
        let mut open = false;
        for (word, original, equal) in self.pairs {
            let quoted = word.and_then(|w| wanted.get(w)).cloned();
            if !equal {
                if !open {
                    changes.push(Change { quoted: here..here, original: there..there });
                }
                if let Some(change) = changes.last_mut() {
                    widen(&mut change.quoted, quoted.as_ref());
                    widen(&mut change.original, original.as_ref());
                }
            }
            open = !equal;
            here = quoted.map_or(here, |q| q.end);
            there = original.map_or(there, |o| o.end);
        }
        Some(Nearest { place, changes })
    }
}

fn widen(range: &mut Range<u32>, by: Option<&Range<u32>>) {
    if let Some(by) = by {
        *range = if range.start == range.end { by.clone() } else { range.start..by.end };
    }
}
