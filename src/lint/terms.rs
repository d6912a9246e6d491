//! Terms of a debate, found in texts in the forms that their words take there.

use crate::{lint::words::words, model::debate::Debate};
use std::collections::{BTreeMap, BTreeSet};

/// The letters of its first word by which a term is looked up.
const INDEXED: usize = 4;

/// The terms of a debate by their words.
#[derive(Debug)]
pub struct Terms {
    /// By the first letters of the first word: the words of each term, in lower case, and its index.
    by_start: BTreeMap<String, Vec<(Vec<String>, usize)>>,
    /// The first letters of all those, by which most words are passed over.
    initials: BTreeSet<char>,
}

impl Terms {
    /// Reads the names of the terms of `debate`: words parted by `-` or `_`, after the name of a file.
    pub fn new(debate: &Debate) -> Self {
        let mut by_start: BTreeMap<String, Vec<(Vec<String>, usize)>> = BTreeMap::new();
        for (at, term) in debate.terms.iter().enumerate() {
            let name = local(&term.name.shown);
            let parts: Vec<String> = words(name).map(str::to_lowercase).collect();
            if let Some(first) = parts.first() {
                by_start.entry(start(first)).or_default().push((parts, at));
            }
        }
        let initials = by_start.keys().filter_map(|key| key.chars().next()).collect();
        Self { by_start, initials }
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
            for (parts, term) in self.by_start.get(&start(&word)).into_iter().flatten() {
                let mut said = rest.clone();
                let (first, others) = parts.split_first().map_or(("", &[][..]), |(f, o)| (f.as_str(), o));
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

fn start(word: &str) -> String {
    let length = word.chars().count();
    // "log" and "logs" are looked up alike.
    let word = if length <= INDEXED { word.strip_suffix('s').unwrap_or(word) } else { word };
    // "city" and "cities" are so too, and "spy" and "spies".
    let word = if length == INDEXED + 1 && word.ends_with("ies") { word.strip_suffix("es").unwrap_or(word) } else { word };
    let mut start: String = word.chars().take(INDEXED).collect();
    if start.ends_with('y') {
        start.pop();
        start.push('i');
    }
    start
}

/// Whether `said` may be a form of `word`: they agree but for an ending.
fn is_form(said: &str, word: &str) -> bool {
    let letters = word.chars().count();
    let kept = if letters > 5 { letters - 2 } else { letters.min(INDEXED) };
    let ending = said.chars().count().saturating_sub(kept);
    said == word
        || said.strip_suffix('s') == Some(word)
        || word.strip_suffix('y').is_some_and(|stem| ["ies", "ied"].iter().any(|end| said.strip_suffix(end) == Some(stem)))
        || (letters >= INDEXED && ending <= 5 && said.chars().take(kept).eq(word.chars().take(kept)))
}
