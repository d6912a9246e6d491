//! Which statement of a file each name means.
//!
//! The table holds the numbers of statements alone, as the names stand in the text: of a hundred thousand names it is small enough to stay
//! near the processor. It hangs on nothing but the tree, so it is made while everything is declared.

use crate::{
    model::{
        at::statements,
        load::{File, Files},
        normal::normal,
    },
    syntax::{keyword::Keyword, tree::StatementId},
    text::span::FileId,
};
use hashbrown::{HashTable, hash_table::Entry};
use std::hash::{BuildHasher, RandomState};

/// The names of the questions, claims and steps of one file, compared in Unicode NFC.
#[derive(Debug)]
pub struct Names<'s> {
    file: &'s File,
    table: HashTable<StatementId>,
    state: RandomState,
    /// Statements that declare a name which another declares before, each with that one.
    pub twice: Vec<(StatementId, StatementId)>,
    /// The statement that each name in the headers of the file means, where it is declared there.
    meant: Vec<Option<StatementId>>,
}

impl<'s> Names<'s> {
    /// Reads the names of the file `id`. Linear.
    pub fn read(files: &'s Files, id: FileId) -> Self {
        let file = files.file(id);
        let tree = &file.parse.tree;
        // A table that grows has to place all names again.
        let room = HashTable::with_capacity(tree.statements.iter().filter(|s| s.name.is_some()).count());
        let mut names = Self { file, table: room, state: RandomState::new(), twice: Vec::new(), meant: Vec::new() };
        for at in statements(files, id) {
            let keyword = at.statement.keyword;
            if at.statement.name.is_some() && at.declares() && (keyword == Keyword::Question || keyword.is_said()) {
                names.add(at.id);
            }
        }
        names.meant = tree.names.iter().map(|name| names.find(&normal(name.of(&file.source.text)))).collect();
        names
    }

    fn add(&mut self, id: StatementId) {
        let Self { file, table, state, twice, .. } = self;
        let name = |id: &StatementId| normal(written(file, *id));
        let own = name(&id);
        match table.entry(state.hash_one(&own), |other| name(other) == own, |other| state.hash_one(name(other))) {
            Entry::Occupied(taken) => twice.push((id, *taken.get())),
            Entry::Vacant(free) => drop(free.insert(id)),
        }
    }

    /// The statement that declares `name`, which is in Unicode NFC.
    pub fn find(&self, name: &str) -> Option<StatementId> {
        self.table.find(self.state.hash_one(name), |other| normal(written(self.file, *other)) == name).copied()
    }

    /// The statement that the name at `index` of [`crate::syntax::tree::Tree::names`] means, where it is declared in this file.
    pub fn meant(&self, index: usize) -> Option<StatementId> {
        self.meant.get(index).copied().flatten()
    }

    /// All names as they are written, in no order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &'s str> + use<'_, 's> {
        self.table.iter().map(|id| written(self.file, *id))
    }
}

/// The name of a statement, as it is written.
fn written(file: &File, id: StatementId) -> &str {
    let name = file.parse.tree.find_statement(id).and_then(|s| s.name);
    name.map_or("", |name| name.of(&file.source.text))
}
