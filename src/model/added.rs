//! What a statement adds to an entry of a bibliography: what the formats of bibliographies have no field for.

use crate::{
    model::{debate::Document, ids::SourceId},
    syntax::attribute::Key,
    text::span::Place,
};

/// The additions of one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Its header.
    pub place: Place,
    /// Its attributes.
    pub given: Vec<Given>,
}

impl Addition {
    /// Adds them to the source that the entry is.
    pub fn add_to(self, document: &mut Document) {
        document.added = Some(self.place);
        self.given.into_iter().for_each(|given| given.put(document));
    }
}

/// An attribute of a source whose value has been read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Which.
    pub key: Key,
    /// Its words.
    pub words: String,
    /// The source that they name.
    pub origin: Option<SourceId>,
}

impl Given {
    /// Makes it one of `document`; days are put by whoever reads them.
    pub fn put(self, document: &mut Document) {
        match self.key {
            Key::Author => document.author = Some(self.words),
            Key::In => document.container = Some(self.words),
            Key::Publisher => document.imprint.get_or_insert_default().publisher = Some(self.words),
            Key::Url => document.url = Some(self.words),
            Key::File => document.file = Some(self.words),
            Key::Sha256 => document.sha256 = Some(self.words.to_ascii_lowercase()),
            Key::Reliability => document.reliability = Some(self.words),
            Key::Origin => document.origin = self.origin,
            Key::Note => document.note = Some(self.words),
            _ => {}
        }
    }
}
