//! Whether a text can hold one of many phrases at all, told by one pass over it.
//!
//! Most texts hold none, and to make each of them lower case and look for every phrase takes many times as long as all other rules. A
//! phrase can stand only where its longest word does.

use aho_corasick::AhoCorasick;

/// A question to ask of texts before any of its phrases is looked for.
#[derive(Debug)]
pub struct Phrases {
    longest: Option<AhoCorasick>,
}

impl Phrases {
    /// Of phrases in lower case, their words parted by blanks. To be made once, not for each text.
    pub fn new<'p>(phrases: impl Iterator<Item = &'p str>) -> Self {
        let mut words: Vec<&str> = phrases.filter_map(|phrase| phrase.split(' ').max_by_key(|word| word.len())).collect();
        words.sort_unstable();
        words.dedup();
        Self { longest: AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok() }
    }

    /// Whether a text may hold one. Linear, and `false` only where it holds none.
    pub fn may_stand_in(&self, text: &str) -> bool {
        self.longest.as_ref().is_none_or(|longest| longest.is_match(text))
    }
}
