//! Words of likelihood in texts and attributes, as Intelligence Community Directive 203 (2015), section D.6.e.(2), ranks them: seven
//! degrees, each with a word of a first and of a second row, which are not to be mixed.

use crate::lint::{phrases::Phrases, words::lower};
use std::sync::LazyLock;

/// A word of likelihood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// The word.
    pub word: &'static str,
    /// Its degree, 0 (almost no chance) to 6 (almost certain).
    pub degree: u8,
    /// Its row, 0 or 1.
    pub row: u8,
}

const fn estimate(word: &'static str, degree: u8, row: u8) -> Estimate {
    Estimate { word, degree, row }
}

/// The highest degree.
pub const SUREST: u8 = 6;

/// The words of the directive, in both rows.
const WORDS: &[Estimate] = &[
    estimate("almost no chance", 0, 0),
    estimate("remote", 0, 1),
    estimate("very unlikely", 1, 0),
    estimate("highly improbable", 1, 1),
    estimate("unlikely", 2, 0),
    estimate("improbable", 2, 1),
    estimate("roughly even chance", 3, 0),
    estimate("roughly even odds", 3, 1),
    estimate("likely", 4, 0),
    estimate("probable", 4, 1),
    estimate("very likely", 5, 0),
    estimate("highly probable", 5, 1),
    estimate("almost certain", 6, 0),
    estimate("nearly certain", 6, 1),
];

/// How they are said in a sentence, the longer before those that they hold.
const SAID: &[Estimate] = &[
    estimate("not likely", 2, 0),
    estimate("not probable", 2, 1),
    estimate("almost no chance", 0, 0),
    estimate("remote chance", 0, 1),
    estimate("remote possibility", 0, 1),
    estimate("very unlikely", 1, 0),
    estimate("highly improbable", 1, 1),
    estimate("roughly even chance", 3, 0),
    estimate("roughly even odds", 3, 1),
    estimate("very likely", 5, 0),
    estimate("highly probable", 5, 1),
    estimate("almost certainly", 6, 0),
    estimate("almost certain", 6, 0),
    estimate("nearly certain", 6, 1),
    estimate("unlikely", 2, 0),
    estimate("improbable", 2, 1),
    estimate("likely", 4, 0),
    estimate("probable", 4, 1),
    estimate("probably", 4, 1),
];

/// What holds a word of likelihood and estimates nothing.
const FIXED: &[&str] = &["probable cause", "probable causes", "likely story"];

/// Words before a word of likelihood that make it a comparison or a question.
const COMPARING: &[&str] = &["more", "less", "most", "least", "as", "how", "equally", "too", "so", "not"];

/// Words before a word of likelihood that make another of it, of no degree of the scale.
const GRADING: &[&str] = &["quite", "fairly", "rather", "somewhat", "pretty", "reasonably", "extremely", "highly", "increasingly"];

static ANY: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(FIXED.iter().copied().chain(SAID.iter().map(|said| said.word))));

/// The word of the opposite degree in the same row.
pub fn opposite(estimate: Estimate) -> Option<&'static str> {
    WORDS.iter().find(|e| e.row == estimate.row && e.degree == SUREST - estimate.degree).map(|e| e.word)
}

/// The word of likelihood that an attribute bears.
pub fn find_word(word: &str) -> Option<Estimate> {
    WORDS.iter().copied().find(|e| e.word == word)
}

/// What the words of a degree mean, as the directive has it: the least and the most, in percent. What is surer than the directive says, such
/// as 100 %, is of the outermost degrees.
pub fn range(estimate: Estimate) -> (f64, f64) {
    match estimate.degree {
        0 => (0.0, 5.0),
        1 => (5.0, 20.0),
        2 => (20.0, 45.0),
        3 => (45.0, 55.0),
        4 => (55.0, 80.0),
        5 => (80.0, 95.0),
        _ => (95.0, 100.0),
    }
}

/// The word of likelihood with which `words`, in lower case, end, and of how many words it is.
pub fn find_said(words: &[&str]) -> Option<(Estimate, usize)> {
    SAID.iter().find_map(|said| {
        let length = said.word.split(' ').count();
        let from = words.len().checked_sub(length)?;
        let is_said = words.iter().skip(from).copied().eq(said.word.split(' '));
        let before = from.checked_sub(1).and_then(|at| words.get(at));
        let is_changed = before.is_some_and(|word| COMPARING.contains(word) || GRADING.contains(word));
        is_said.then(|| (!is_changed).then_some((*said, length)))
    })?
}

/// The words of likelihood in a text, quotations, comparisons and fixed phrases left out.
pub fn estimates(text: &str) -> Vec<Estimate> {
    if !ANY.may_stand_in(text) {
        return Vec::new();
    }
    let text = lower(text);
    let said = ANY.find_all(&text).into_iter().filter_map(|(phrase, before)| Some((phrase.checked_sub(FIXED.len())?, before)));
    // "20 % likely" states a number.
    let is_counted = |before: &str| before.ends_with(|c: char| c.is_ascii_digit()) || matches!(before, "percent" | "cent");
    let mut found: Vec<usize> =
        said.filter(|(_, before)| !COMPARING.contains(before) && !is_counted(before)).map(|(said, _)| said).collect();
    found.sort_unstable();
    found.into_iter().filter_map(|said| SAID.get(said).copied()).collect()
}
