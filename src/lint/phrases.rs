//! Whether a text can hold one of many phrases at all, and where it does, each told by one pass over it.
//!
//! Most texts hold none, and to make each of them lower case and look for every phrase takes many times as long as all other rules. A
//! phrase can stand only where its longest word does.

use aho_corasick::{AhoCorasick, Input, MatchKind};

/// A question to ask of texts before any of its phrases is looked for.
#[derive(Debug)]
pub struct Phrases {
    longest: Option<AhoCorasick>,
    whole: Option<AhoCorasick>,
}

impl Phrases {
    /// Of phrases in lower case, their words parted by blanks. To be made once, not for each text.
    pub fn new<'p>(phrases: impl Iterator<Item = &'p str> + Clone) -> Self {
        let whole = phrases.clone().map(|phrase| format!(" {phrase} "));
        let whole = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(whole).ok();
        let mut words: Vec<&str> = phrases.filter_map(|phrase| phrase.split(' ').max_by_key(|word| word.len())).collect();
        words.sort_unstable();
        words.dedup();
        Self { longest: AhoCorasick::builder().ascii_case_insensitive(true).build(words).ok(), whole }
    }

    /// Which of them stand in a text that [`lower`](crate::lint::words::lower) made, as their numbers, each with the word before it. Of two
    /// that begin at one place it is the first one; what one holds is not found again. Linear.
    pub fn find_all<'t>(&self, text: &'t str) -> Vec<(usize, &'t str)> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(hit) = self.whole.as_ref().and_then(|whole| whole.find(Input::new(text).range(from..))) {
            let before = text.get(..hit.start()).and_then(|before| before.rsplit(' ').next()).unwrap_or("");
            found.push((hit.pattern().as_usize(), before));
            // The blank behind one is that before the next.
            from = hit.end() - 1;
        }
        found
    }

    /// Whether a text may hold one. Linear, and `false` only where it holds none.
    pub fn may_stand_in(&self, text: &str) -> bool {
        self.longest.as_ref().is_none_or(|longest| longest.is_match(text))
    }
}
