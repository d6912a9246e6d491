//! One found problem: what, where, why, and what to do.

use crate::{
    diagnostic::code::{Code, Level},
    text::{edit::Edit, span::FileId, span::Place},
};

/// A place with a remark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is to be seen there; may be empty at the main place.
    pub text: String,
}

/// Whether a fix can be applied unseen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// The meaning is certain: a tool may apply it.
    Safe,
    /// A guess at what was meant: somebody should look.
    Unsafe,
}

/// A way to mend a problem, with its edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an imperative in lower case.
    pub title: String,
    /// Whether it can be applied unseen.
    pub safety: Safety,
    /// The file that it edits.
    pub file: FileId,
    /// The replacements; they do not overlap.
    pub edits: Vec<Edit>,
}

/// One found problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: &'static Code,
    /// How loudly it speaks: the level of its code, unless the settings changed it.
    pub level: Level,
    /// What is wrong: lower case, names in backticks, no full stop.
    pub title: String,
    /// Where it is wrong.
    pub at: Label,
    /// What it is about, in words that stay when lines move: the name of a statement, or a path to one. Empty until the report is run.
    pub about: Box<str>,
    /// Where the cause is to be seen.
    pub related: Vec<Label>,
    /// Why it is wrong, in sentences.
    pub notes: Vec<String>,
    /// What to do when no edit is known, as an imperative in lower case.
    pub help: Option<String>,
    /// What to do, as edits.
    pub fix: Option<Fix>,
}

impl Diagnostic {
    /// The problem `code` at `place`.
    pub fn new(code: &'static Code, place: Place, title: impl Into<String>) -> Self {
        Self {
            code,
            level: code.level,
            title: title.into(),
            at: Label { place, text: String::new() },
            about: Box::default(),
            related: Vec::new(),
            notes: Vec::new(),
            help: None,
            fix: None,
        }
    }

    /// Says what is to be seen at the main place.
    #[must_use]
    pub fn label(mut self, text: impl Into<String>) -> Self {
        self.at.text = text.into();
        self
    }

    /// Points at a cause.
    #[must_use]
    pub fn related(mut self, place: Place, text: impl Into<String>) -> Self {
        self.related.push(Label { place, text: text.into() });
        self
    }

    /// Says why.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// Says what to do, with edits that may do it where they are known.
    #[must_use]
    pub fn guess(self, text: impl Into<String>, edits: Option<Vec<Edit>>) -> Self {
        match edits {
            Some(edits) => self.fix(Safety::Unsafe, text, edits),
            None => self.help(text),
        }
    }

    /// Says what to do, as edits of the file of the main place.
    #[must_use]
    pub fn fix(mut self, safety: Safety, title: impl Into<String>, edits: Vec<Edit>) -> Self {
        self.fix = Some(Fix { title: title.into(), safety, file: self.at.place.file, edits });
        self
    }

    /// Where the problem sorts among others: by file, place, then code.
    pub fn order(&self) -> (Place, &'static str) {
        (self.at.place, self.code.name)
    }
}
