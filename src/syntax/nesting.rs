//! The open statements as a stack of columns: what a line at some column hangs under.
//!
//! Columns are compared, never counted in levels, so any consistent indentation reads right.

use crate::syntax::tree::{StatementId, Tree};

/// The most statements that may be nested in each other.
pub const MOST_LEVELS: usize = 128;

/// An open statement.
#[derive(Debug, Clone, Copy)]
pub struct Open {
    /// Which.
    pub statement: StatementId,
    /// The column of its keyword.
    pub column: u32,
    /// The column of its first child or attribute, once it has one.
    pub inner: Option<u32>,
}

/// The statements that are open at a line, the innermost last.
#[derive(Debug, Default)]
pub struct Nesting {
    stack: Vec<Open>,
    /// The column of the top level.
    pub top: u32,
}

impl Nesting {
    /// The innermost open statement.
    pub fn last(&self) -> Option<Open> {
        self.stack.last().copied()
    }

    /// Whether no statement can be opened beneath the innermost one.
    pub fn is_full(&self) -> bool {
        self.stack.len() >= MOST_LEVELS
    }

    /// Opens a statement; its end in `tree` is set when it is closed.
    pub fn open(&mut self, statement: StatementId, column: u32) {
        self.stack.push(Open { statement, column, inner: None });
    }

    /// Closes the statements at `column` and deeper: a statement or attribute there is beneath none of them.
    pub fn close_from(&mut self, column: u32, tree: &mut Tree) {
        while self.stack.last().is_some_and(|o| o.column >= column) {
            self.close_last(tree);
        }
    }

    /// Closes the statements deeper than `column`: prose there belongs to none of them.
    pub fn close_beyond(&mut self, column: u32, tree: &mut Tree) {
        while self.stack.last().is_some_and(|o| o.column > column) {
            self.close_last(tree);
        }
    }

    /// Closes all statements.
    pub fn close_all(&mut self, tree: &mut Tree) {
        while !self.stack.is_empty() {
            self.close_last(tree);
        }
    }

    fn close_last(&mut self, tree: &mut Tree) {
        let end = tree.statements.len() as StatementId;
        if let Some(statement) = self.stack.pop().and_then(|o| tree.statements.get_mut(o.statement as usize)) {
            statement.end = end;
        }
    }

    /// The column that a child or attribute at `column` should stand at: that of its siblings, which it sets if it is the first.
    pub fn wanted(&mut self, column: u32) -> u32 {
        match self.stack.last_mut() {
            Some(open) => *open.inner.get_or_insert(column),
            None => self.top,
        }
    }

    /// Whether a line of prose at `column` could go on the text of a statement: deeper than it, before its children and attributes.
    pub fn takes_prose(&self, column: u32) -> bool {
        self.stack.iter().rev().find(|o| o.column <= column).is_some_and(|o| o.column < column && o.inner.is_none())
    }
}
