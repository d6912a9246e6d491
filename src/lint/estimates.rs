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

static ANY: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(SAID.iter().map(|said| said.word)));

/// The word of the opposite degree in the same row.
pub fn opposite(estimate: Estimate) -> Option<&'static str> {
    WORDS.iter().find(|e| e.row == estimate.row && e.degree == SUREST - estimate.degree).map(|e| e.word)
}

/// The word of likelihood that an attribute bears.
pub fn find_word(word: &str) -> Option<Estimate> {
    WORDS.iter().copied().find(|e| e.word == word)
}

/// The words of likelihood in a text, quotations, comparisons and fixed phrases left out.
pub fn estimates(text: &str) -> Vec<Estimate> {
    if !ANY.may_stand_in(text) {
        return Vec::new();
    }
    let mut text = lower(text);
    let mut found = Vec::new();
    for phrase in FIXED {
        text = text.replace(&format!(" {phrase} "), " | ");
    }
    for estimate in SAID {
        let wanted = format!(" {} ", estimate.word);
        while let Some(at) = text.find(&wanted) {
            let before = text.get(..at).and_then(|b| b.rsplit(' ').next()).unwrap_or("");
            if !COMPARING.contains(&before) {
                found.push(*estimate);
            }
            // What a longer word holds is not found again.
            text.replace_range(at..at + wanted.len(), " | ");
        }
    }
    found
}
