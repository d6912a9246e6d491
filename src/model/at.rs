//! One statement with its file at hand.

use crate::{
    model::load::{File, Files},
    syntax::{
        keyword::{ClauseWord, Keyword},
        tree::{Slice, Statement, StatementId, Tree, join},
    },
    text::span::{FileId, Place, Span},
};

/// A name in a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Its index in [`crate::syntax::tree::Tree::names`].
    pub name: usize,
    /// Where it stands.
    pub place: Place,
}

/// One statement with its file at hand.
#[derive(Clone, Copy)]
pub struct At<'s> {
    /// The file.
    pub file: FileId,
    /// Its text.
    pub text: &'s str,
    /// Its tree.
    pub tree: &'s Tree,
    /// The statement.
    pub statement: &'s Statement,
    /// Its index.
    pub id: StatementId,
}

impl<'s> At<'s> {
    /// A range of the file as a place.
    pub const fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }

    /// The header as a place.
    pub const fn header(&self) -> Place {
        self.place(self.statement.header)
    }

    /// The names of the clause `word`, as places.
    pub fn clause(&self, word: ClauseWord) -> impl ExactSizeIterator<Item = Place> + use<'s> {
        let Self { file, tree, statement, .. } = *self;
        let names = tree.find_clause(statement, word).map_or(&[][..], |c| tree.names(c.names));
        names.iter().map(move |n| Place::new(file, *n))
    }

    /// The names of the clause `word`.
    pub fn mentions(&self, word: ClauseWord) -> impl Iterator<Item = Mention> + use<'s> {
        let names = self.tree.find_clause(self.statement, word).map_or(Slice::default(), |c| c.names).range();
        names.zip(self.clause(word)).map(|(name, place)| Mention { name, place })
    }

    /// Whether it declares. A text without a colon is told as `missing-colon`, and read as if the colon were there.
    pub const fn declares(&self) -> bool {
        self.statement.declares || !self.statement.text.is_empty()
    }

    /// The words of its text.
    pub fn words(&self) -> String {
        join(self.tree.text(self.statement), self.text)
    }

    /// The statement it is nested in.
    pub fn parent(&self) -> Option<Self> {
        let id = self.statement.parent?;
        Some(Self { statement: self.tree.find_statement(id)?, id, ..*self })
    }

    /// Whether it is a support with `premise` statements beneath it.
    pub fn has_premises(&self) -> bool {
        self.statement.keyword == Keyword::Support && self.tree.children(self.id).any(|(_, c)| c.keyword == Keyword::Premise)
    }
}

/// Every statement of `file`, in order.
pub fn statements(files: &Files, file: FileId) -> impl Iterator<Item = At<'_>> {
    let File { source, parse, .. } = files.file(file);
    let (text, tree) = (source.text.as_str(), &parse.tree);
    tree.statements.iter().enumerate().map(move |(id, statement)| At { file, text, tree, statement, id: id as StatementId })
}
