//! The entries of a bibliography.

use crate::{
    bibliography::{
        codes::BROKEN_BIBLIOGRAPHY,
        dates::Doubt,
        item::{Item, clean},
    },
    diagnostic::problem::Diagnostic,
    text::span::{FileId, Place, Span},
};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// An entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its key, in Unicode NFC.
    pub key: String,
    /// Where the key stands.
    pub span: Span,
    /// What it says.
    pub item: Item,
    /// Its dates that cannot be.
    pub doubts: Vec<Doubt>,
}

/// A bibliography.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bibliography {
    /// Its entries, in the order of the file.
    pub entries: Vec<Entry>,
    /// Whether entries may be missing, because something could not be read.
    pub broken: bool,
    by_key: BTreeMap<String, usize>,
}

impl Bibliography {
    /// The place among the entries of the one with this key, in Unicode NFC.
    pub fn find(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// Adds an entry, unless its key is taken.
    pub fn add(&mut self, file: FileId, entry: Entry, out: &mut Vec<Diagnostic>) {
        let Entry { key, span, item, doubts } = entry;
        let key: String = key.nfc().collect();
        if let Some(first) = self.find(&key).and_then(|index| self.entries.get(index)) {
            let found = broken(file, span, format!("a second entry has the key `{key}`"));
            out.push(found.related(Place::new(file, first.span), "the first is here").help("give this one another key, or leave it out"));
            return;
        }
        self.by_key.insert(key.clone(), self.entries.len());
        self.entries.push(Entry { key, span, item: clean(item), doubts });
    }
}

/// A problem of a bibliography.
pub fn broken(file: FileId, span: Span, title: impl Into<String>) -> Diagnostic {
    Diagnostic::new(&BROKEN_BIBLIOGRAPHY, Place::new(file, span), title)
}
