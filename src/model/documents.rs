//! The files of the sources of a run: which there are, and what is in those that could be read.

use crate::{
    diagnostic::problem::Diagnostic,
    extract::document::{Document, Kind},
    model::{codes, debate},
    text::span::{FileId, Place, Span},
};
use std::{collections::BTreeMap, sync::Arc};

/// The files of all sources that have one, by the header of the source.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// Whether the settings name a folder of sources, which need not be there on every machine.
    pub has_folder: bool,
    files: BTreeMap<Place, Filed>,
}

/// The file of a source.
#[derive(Debug, Clone)]
pub struct Filed {
    /// The value of `file`.
    pub place: Place,
    /// The path, as it was written.
    pub path: String,
    /// What is in it.
    pub content: Content,
    /// Where the source pins its file, and the fingerprint that the file really has, in lower case.
    pub pinned: Option<(Place, String)>,
    /// The fingerprint of its words, and of a PDF that of its bytes, since what reads PDF may differ from machine to machine. None where
    /// the file could not be read, or no stamp of a review may need it.
    pub words: Option<String>,
}

impl Filed {
    /// Whether the file is not the one that `source` pins.
    pub fn is_changed(&self, source: &debate::Document) -> bool {
        let pinned = self.pinned.as_ref().zip(source.sha256.as_ref());
        pinned.is_some_and(|((_, digest), pin)| digest != pin)
    }
}

/// What is in a file.
#[derive(Debug, Clone)]
pub enum Content {
    /// Its words, which sources with the same file share.
    Read(Arc<Document>),
    /// There is no such file here, and it may be elsewhere: the settings name a folder of sources.
    Elsewhere,
    /// There is no such file, with the path that was most likely meant.
    Missing(Option<String>),
    /// The path leads out of where files of sources may lie.
    Outside,
    /// It is there and holds no words, as a PDF does that is made of pictures.
    Wordless(Kind),
    /// Anything else, in words after "because".
    Unreadable(String),
}

impl Content {
    /// What is in a file that could be read.
    pub fn of(document: Document) -> Self {
        if document.has_words() { Self::Read(Arc::new(document)) } else { Self::Wordless(document.kind) }
    }
}

impl Documents {
    /// No files yet, of a project with or without a folder of sources.
    pub fn new(has_folder: bool) -> Self {
        Self { has_folder, files: BTreeMap::new() }
    }

    /// The file of the source whose header is at `source`. None where the source has no file, or nothing asks for its words.
    pub fn find(&self, source: Place) -> Option<&Filed> {
        self.files.get(&source)
    }

    /// The paths that lead where files of sources may not lie, of the sources that `file` of the run declares.
    pub fn problems(&self, file: FileId) -> impl Iterator<Item = Diagnostic> {
        let last = Place::new(file, Span::new(u32::MAX, u32::MAX));
        let filed = self.files.range(Place::new(file, Span::default())..=last).map(|(_, filed)| filed);
        filed.filter(|filed| matches!(filed.content, Content::Outside)).map(|filed| {
            let title = format!("`{}` lies outside the root of the project", filed.path);
            let found = Diagnostic::new(&codes::OUTSIDE_ROOT, filed.place, title);
            found
                .help("put the file itself, and no link to it, into the project or into the folder that `sources-dir` in `agon.yaml` names")
        })
    }

    /// Adds the file of a source.
    pub fn insert(&mut self, source: Place, filed: Filed) {
        self.files.insert(source, filed);
    }
}
