//! Looking for many quotations in one text at once.
//!
//! The longest part of each quotation is looked for by an automaton over all of them (Aho & Corasick, *Communications of the ACM* 18,
//! 1975), in one pass over the text; only where it stands are the edges and the other parts looked at. The work is bounded: a quotation
//! of which every part is everywhere in a large text may stay undecided.

use crate::quotation::{
    fold::Folded,
    pattern::{Edge, Part, Pattern},
    range::{is_group, is_group_before},
    token::{are_joints_same, are_primes_same},
};
use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem;
use std::{collections::BTreeMap, ops::Range};

/// The most places of one quotation that are kept.
pub const MOST_PLACES: usize = 100;

/// How many bytes are read in all to look beside the places of longest parts.
const MOST_READ: usize = 1 << 26;

/// How many bytes are read to tell where the parts of one passage stand.
const MOST_READ_WITHIN: usize = 1 << 18;

/// The most parts of a quotation that is looked for.
const MOST_PARTS: usize = 64;

/// What it costs to look at one place, in bytes that are read.
const LOOK: usize = 64;

/// What was found of one quotation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// Where it stands in the folded text, from its first word to its last; in order, and none within another.
    pub places: Vec<Range<u32>>,
    /// Whether the work ended before all was looked at.
    pub is_cut_short: bool,
}

/// Looks for `patterns` in `text`; one answer for each. Linear in the text and the patterns, up to the bound of the work.
pub fn find_all(text: &Folded, patterns: &[Pattern]) -> Vec<Found> {
    let mut found = vec![Found::default(); patterns.len()];
    let mut by_anchor: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, pattern) in patterns.iter().enumerate() {
        if pattern.parts.len() > MOST_PARTS {
            found.iter_mut().skip(index).take(1).for_each(|f| f.is_cut_short = true);
            continue;
        }
        let longest = pattern.parts.iter().enumerate().max_by_key(|(at, part)| (part.folded.text.len(), std::cmp::Reverse(*at)));
        if let Some((at, part)) = longest {
            by_anchor.entry(&part.folded.text).or_default().push((index, at));
        }
    }
    let users: Vec<&[(usize, usize)]> = by_anchor.values().map(Vec::as_slice).collect();
    let Ok(automaton) = AhoCorasick::builder().match_kind(MatchKind::Standard).build(by_anchor.keys()) else {
        found.iter_mut().for_each(|f| f.is_cut_short = true);
        return found;
    };
    let mut budget = MOST_READ;
    for hit in automaton.find_overlapping_iter(&text.text) {
        for (index, at) in users.get(hit.pattern().as_usize()).copied().unwrap_or(&[]) {
            let (Some(pattern), Some(found)) = (patterns.get(*index), found.get_mut(*index)) else { continue };
            budget = budget.saturating_sub(1);
            if found.is_cut_short || found.places.len() >= MOST_PLACES {
                continue;
            }
            let here = hit.start() as u32..hit.end() as u32;
            match around(text, pattern, *at, here, &mut budget) {
                Some(place) => found.places.push(place),
                None => found.is_cut_short = budget == 0,
            }
        }
        if budget == 0 {
            break;
        }
    }
    found.iter_mut().for_each(|found| keep_shortest(&mut found.places));
    if budget == 0 {
        found.iter_mut().filter(|f| f.places.is_empty()).for_each(|f| f.is_cut_short = true);
    }
    found
}

/// Leaves out the places that hold another: their first words begin an earlier passage, or their last ones end a later one.
fn keep_shortest(places: &mut Vec<Range<u32>>) {
    places.sort_unstable_by_key(|place| (place.start, std::cmp::Reverse(place.end)));
    let mut least = u32::MAX;
    let mut kept: Vec<Range<u32>> = Vec::with_capacity(places.len());
    for place in places.drain(..).rev() {
        if place.end < least {
            least = place.end;
            kept.push(place);
        }
    }
    kept.reverse();
    *places = kept;
}

/// Where the whole pattern stands when its part `at` stands `here`: the least such place.
fn around(text: &Folded, pattern: &Pattern, at: usize, here: Range<u32>, budget: &mut usize) -> Option<Range<u32>> {
    *budget = budget.saturating_sub(here.len() + LOOK);
    let (before, rest) = pattern.parts.split_at(at);
    let (anchor, after) = rest.split_first()?;
    if !fits(text, anchor, &here) {
        return None;
    }
    let mut starts = vec![here.start];
    let mut gap = anchor.gap;
    for part in before.iter().rev() {
        let mut next = Vec::new();
        let mut seen = u32::MAX;
        // From the nearest start to the farthest; what was looked through is not looked through again.
        for start in starts.iter().rev() {
            let length = part.folded.text.len() as u32;
            let from = start.saturating_sub(gap + length);
            next.extend(places(text, part, from..(*start).min(seen), budget).into_iter().map(|p| p.start));
            seen = from + length;
        }
        next.sort_unstable();
        next.dedup();
        starts = next;
        gap = part.gap;
    }
    let mut ends = vec![here.end];
    for part in after {
        ends = behind(text, part, &ends, part.gap, u32::MAX, budget).into_iter().map(|found| found.end).collect();
    }
    Some(*starts.last()?..*ends.first()?)
}

/// What `pattern`, which stands at `place`, leaves out there: for each part the range before it. Empty where the work ends before that.
pub fn left_out(text: &Folded, pattern: &Pattern, place: &Range<u32>) -> Vec<Range<u32>> {
    let mut budget = MOST_READ_WITHIN;
    // Where each part may stand behind those before it.
    let mut levels: Vec<Vec<Range<u32>>> = Vec::new();
    let mut ends = vec![place.start];
    for (at, part) in pattern.parts.iter().enumerate() {
        let gap = if at == 0 { 0 } else { part.gap };
        let here = behind(text, part, &ends, gap, place.end, &mut budget);
        ends = here.iter().map(|found| found.end).collect();
        levels.push(here);
        if budget == 0 {
            return Vec::new();
        }
    }
    let mut gaps = Vec::new();
    let mut next = place.end..place.end;
    let mut gap = 0;
    for (part, level) in pattern.parts.iter().zip(&levels).rev() {
        let joins = |found: &&Range<u32>| found.end <= next.start && next.start - found.end <= gap;
        let Some(here) = level.iter().find(joins).cloned() else { return Vec::new() };
        gaps.push(here.end..next.start);
        (next, gap) = (here, part.gap);
    }
    gaps.push(place.start..next.start);
    gaps.reverse();
    gaps.pop();
    gaps
}

/// The places of `part` that begin within `gap` of one of `ends`, which rise, and end by `last`; in order.
fn behind(text: &Folded, part: &Part, ends: &[u32], gap: u32, last: u32, budget: &mut usize) -> Vec<Range<u32>> {
    let length = part.folded.text.len() as u32;
    let mut found = Vec::new();
    let mut seen = 0;
    for end in ends {
        let to = end + gap;
        found.extend(places(text, part, (*end).max(seen)..(to + length).min(last), budget));
        seen = to + 1;
    }
    found
}

/// The places of `part` within `window`.
fn places(text: &Folded, part: &Part, window: Range<u32>, budget: &mut usize) -> Vec<Range<u32>> {
    let end = (window.end as usize).min(text.text.len());
    let mut from = (window.start as usize).min(end);
    *budget = budget.saturating_sub(end - from);
    let finder = memmem::Finder::new(&part.folded.text);
    let mut found = Vec::new();
    while let Some(at) = text.text.as_bytes().get(from..end).and_then(|slice| finder.find(slice)) {
        let start = (from + at) as u32;
        let place = start..start + part.folded.text.len() as u32;
        if fits(text, part, &place) {
            found.push(place);
        }
        from += at + 1;
    }
    found
}

/// Whether `part`, whose letters stand at `place`, is there as whole words and joined alike.
fn fits(text: &Folded, part: &Part, place: &Range<u32>) -> bool {
    let whole = 0..part.folded.text.len() as u32;
    begins(text, part, place.start)
        && ends(text, part, place.end)
        && are_joints_same(text, place, &part.folded, &whole)
        && are_primes_same(text, place, &part.folded, &whole)
}

/// Whether a part may begin at `at`: not within a word, a number or a compound, of which it would drop the beginning.
fn begins(text: &Folded, part: &Part, at: u32) -> bool {
    let before = text.before(at);
    match part.start {
        Edge::Inside => return true,
        Edge::Letter(letter) => {
            let Some(c) = before.filter(|c| c.is_alphanumeric()) else { return true };
            let first = at - c.len_utf8() as u32;
            let is_parted = text.find_joint(first).is_some_and(|joint| !joint.word);
            return is_same_letter(c, letter) && (is_parted || !text.before(first).is_some_and(char::is_alphanumeric));
        }
        Edge::Word => {}
    }
    let Some(first) = part.folded.text.chars().next().filter(|c| c.is_alphanumeric()) else { return true };
    match before {
        Some(_) if text.find_joint(at).is_some_and(|joint| !joint.word) => true,
        Some(c) if c.is_alphanumeric() => false,
        Some(c) if first.is_numeric() && is_currency(c) => false,
        Some(' ') if is_group(&part.folded.text) && !text.parts_numbers(at - 1) => {
            !is_group_before(text.text.get(..at as usize - 1).unwrap_or(""))
        }
        Some('-') if text.parts_numbers(at - 1) => true,
        Some('-') if first.is_numeric() => text.before(at - 1).is_some_and(is_measure),
        Some('-') => text.before(at - 1).is_none_or(|c| !c.is_alphanumeric()),
        Some('.' | ',' | ':' | '/') if first.is_numeric() => !text.before(at - 1).is_some_and(char::is_numeric),
        _ => true,
    }
}

/// Whether a part may end at `at`: not within a word, a number or a compound, and not before `n't`.
fn ends(text: &Folded, part: &Part, at: u32) -> bool {
    let mut after = text.after(at).chars();
    let (next, second, third) = (after.next(), after.next(), after.next());
    if part.end != Edge::Word {
        return true;
    }
    let Some(last) = part.folded.text.chars().next_back().filter(|c| c.is_alphanumeric()) else { return true };
    match next {
        Some(_) if text.find_joint(at).is_some_and(|joint| !joint.word) => true,
        Some(c) if c.is_alphanumeric() => false,
        Some(c) if last.is_numeric() && is_measure(c) => false,
        Some(' ') if last.is_numeric() && is_scaled(text.after(at + 1)) => false,
        Some(' ') if last.is_numeric() && is_group(text.after(at + 1)) && !text.parts_numbers(at) => {
            !is_group_before(text.text.get(..at as usize).unwrap_or(""))
        }
        Some('-') => text.parts_numbers(at) || !second.is_some_and(char::is_alphanumeric),
        Some('.' | ',' | ':' | '/') if last.is_numeric() => !second.is_some_and(char::is_numeric),
        Some('\'') => !(matches!(last, 'n' | 'N') && matches!(second, Some('t' | 'T')) && !third.is_some_and(char::is_alphanumeric)),
        _ => true,
    }
}

/// Whether a text begins with a word by which the number before it is multiplied.
fn is_scaled(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    ["hundred", "thousand", "million", "billion", "trillion", "dozen", "bn"].contains(&word)
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥')
}

/// Whether a sign right behind a number belongs to it, so that a dash behind the sign is no minus.
const fn is_measure(c: char) -> bool {
    matches!(c, '%' | '‰' | '°')
}

fn is_same_letter(one: char, other: char) -> bool {
    one.to_lowercase().eq(other.to_lowercase())
}
