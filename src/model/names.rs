//! Which statement of a file each name means.
//!
//! The table holds the places of names alone, as they stand in the text: of a hundred thousand names it is small enough to stay near the
//! processor, and whoever looks one up reads nothing but the table and the text. It hangs on nothing but the tree, so it is made while
//! everything is declared, and names are looked up while everything is described.

use crate::{
    model::{
        at::statements,
        load::{File, Files},
        normal::normal,
    },
    syntax::{keyword::Keyword, tree::StatementId},
    text::span::{FileId, Span},
};
use hashbrown::{HashTable, hash_table::Entry};
use std::hash::{BuildHasher, RandomState};

/// The names of the questions, claims and steps of one file, compared in Unicode NFC.
#[derive(Debug)]
pub struct Names<'s> {
    file: &'s File,
    table: HashTable<Named>,
    state: RandomState,
    /// Statements that declare a name which another declares before, each with that one.
    pub twice: Vec<(StatementId, StatementId)>,
}

/// A statement, and where its name stands.
#[derive(Debug, Clone, Copy)]
struct Named {
    name: Span,
    id: StatementId,
}

impl<'s> Names<'s> {
    /// Reads the names of the file `id`. Linear.
    pub fn read(files: &'s Files, id: FileId) -> Self {
        let file = files.file(id);
        let tree = &file.parse.tree;
        // A table that grows has to place all names again.
        let room = HashTable::with_capacity(tree.statements.iter().filter(|s| s.name.is_some()).count());
        let mut names = Self { file, table: room, state: RandomState::new(), twice: Vec::new() };
        for at in statements(files, id) {
            let keyword = at.statement.keyword;
            if let Some(name) = at.statement.name.filter(|_| at.declares() && (keyword == Keyword::Question || keyword.is_said())) {
                names.add(Named { name, id: at.id });
            }
        }
        names
    }

    fn add(&mut self, named: Named) {
        let Self { file, table, state, twice } = self;
        let text = &file.source.text;
        let own = normal(named.name.of(text));
        let is_own = |other: &Named| normal(other.name.of(text)) == own;
        match table.entry(state.hash_one(&own), is_own, |other| state.hash_one(normal(other.name.of(text)))) {
            Entry::Occupied(taken) => twice.push((named.id, taken.get().id)),
            Entry::Vacant(free) => drop(free.insert(named)),
        }
    }

    /// The statement that declares `name`, which is in Unicode NFC.
    pub fn find(&self, name: &str) -> Option<StatementId> {
        let is_it = |other: &Named| normal(self.written(other)) == name;
        self.table.find(self.state.hash_one(name), is_it).map(|named| named.id)
    }

    /// For each of `names`, some of [`crate::syntax::tree::Tree::names`], the statement that it means, where it is declared in this file.
    pub fn meanings(&self, names: &[Span]) -> Vec<Option<StatementId>> {
        names.iter().map(|name| self.find(&normal(name.of(&self.file.source.text)))).collect()
    }

    /// All names as they are written, in no order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &'s str> + use<'_, 's> {
        self.table.iter().map(|named| self.written(named))
    }

    fn written(&self, named: &Named) -> &'s str {
        named.name.of(&self.file.source.text)
    }
}
