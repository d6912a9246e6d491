//! Which statement of a file declares a name.
//!
//! The table holds the numbers of statements alone, as the names stand in the text: of a hundred thousand names it is small enough to stay
//! near the processor.

use crate::{
    model::{load::File, normal::normal},
    syntax::tree::StatementId,
};
use hashbrown::{HashTable, hash_table::Entry};
use std::hash::{BuildHasher, RandomState};

/// The names of the questions, claims and steps of one file, compared in Unicode NFC.
#[derive(Debug)]
pub struct Declared<'s> {
    file: &'s File,
    table: HashTable<StatementId>,
    state: RandomState,
}

impl<'s> Declared<'s> {
    /// No names of `file` yet, with room for all of its statements that have one.
    pub fn new(file: &'s File) -> Self {
        // A table that grows has to place all names again.
        let named = file.parse.tree.statements.iter().filter(|s| s.name.is_some()).count();
        Self { file, table: HashTable::with_capacity(named), state: RandomState::new() }
    }

    /// Adds the name of the statement `id`, unless another declares it already: then returns that one.
    pub fn add(&mut self, id: StatementId) -> Option<StatementId> {
        let Self { file, table, state } = self;
        let name = |id: &StatementId| normal(written(file, *id));
        let own = name(&id);
        match table.entry(state.hash_one(&own), |other| name(other) == own, |other| state.hash_one(name(other))) {
            Entry::Occupied(taken) => Some(*taken.get()),
            Entry::Vacant(free) => {
                free.insert(id);
                None
            }
        }
    }

    /// The statement that declares `name`, which is in Unicode NFC.
    pub fn find(&self, name: &str) -> Option<StatementId> {
        self.table.find(self.state.hash_one(name), |other| normal(written(self.file, *other)) == name).copied()
    }

    /// All names as they are written, in no order.
    pub fn names(&self) -> impl ExactSizeIterator<Item = &'s str> + use<'_, 's> {
        self.table.iter().map(|id| written(self.file, *id))
    }
}

/// The name of a statement, as it is written.
fn written(file: &File, id: StatementId) -> &str {
    let name = file.parse.tree.find_statement(id).and_then(|s| s.name);
    name.map_or("", |name| name.of(&file.source.text))
}
