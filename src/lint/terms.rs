//! Terms of a debate, found in texts in the forms that their words take there.

use crate::{
    lint::{
        forms::{are_forms, bases},
        words::words,
    },
    model::debate::Debate,
};
use std::collections::{BTreeMap, BTreeSet};

/// The letters of its first word by which a term is looked up besides, since longer endings than those of its forms may follow.
const INDEXED: usize = 4;

/// The terms of a debate by their words.
#[derive(Debug)]
pub struct Terms {
    /// The words of each term, in lower case.
    words: Vec<Vec<String>>,
    /// The terms by what the first word may be a form of, and by its first letters.
    by_first: BTreeMap<String, Vec<usize>>,
    /// The first letters of all those, by which most words are passed over.
    initials: BTreeSet<char>,
}

impl Terms {
    /// Reads the names of the terms of `debate`: words parted by `-` or `_`, after the name of a file.
    pub fn new(debate: &Debate) -> Self {
        let of = |shown: &str| words(local(shown)).map(str::to_lowercase).collect::<Vec<_>>();
        let all: Vec<Vec<String>> = debate.terms.iter().map(|term| of(&term.name.shown)).collect();
        let mut by_first: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, parts) in all.iter().enumerate() {
            for key in parts.first().into_iter().flat_map(|first| keys(first)) {
                by_first.entry(key).or_default().push(at);
            }
        }
        let initials = by_first.keys().filter_map(|key| key.chars().next()).collect();
        Self { words: all, by_first, initials }
    }

    /// The terms whose words stand in `text` one after another, ascending.
    pub fn find(&self, text: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let mut rest = words(text);
        while let Some(word) = rest.next() {
            if !word.chars().flat_map(char::to_lowercase).next().is_some_and(|c| self.initials.contains(&c)) {
                continue;
            }
            let word = word.to_lowercase();
            for term in keys(&word).iter().filter_map(|key| self.by_first.get(key)).flatten() {
                let mut said = rest.clone();
                let Some((first, others)) = self.words.get(*term).and_then(|parts| parts.split_first()) else { continue };
                if is_form(&word, first) && others.iter().all(|p| said.next().is_some_and(|s| is_form(&s.to_lowercase(), p))) {
                    found.push(*term);
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// A name without that of its file.
pub fn local(shown: &str) -> &str {
    shown.rsplit('.').next().unwrap_or(shown)
}

/// What a word is looked up by.
fn keys(word: &str) -> Vec<String> {
    let mut keys = bases(word);
    if word.chars().count() >= INDEXED {
        keys.push(word.chars().take(INDEXED).collect());
    }
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Whether `said` may be a form of `word`: by the endings of English, or since they agree but for an ending.
fn is_form(said: &str, word: &str) -> bool {
    let letters = word.chars().count();
    let kept = if letters > 5 { letters - 2 } else { INDEXED };
    let ending = said.chars().count().saturating_sub(kept);
    (letters >= INDEXED && ending <= 5 && said.chars().take(kept).eq(word.chars().take(kept))) || are_forms(said, word)
}
