//! What is wrong with a file or a question, where, and what to do. One fault ends the reading: an answer about half a file would be wrong.

use std::fmt;

/// A file or a question that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; none when the fault is not in the file.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub help: String,
}

impl Fault {
    /// A fault of the file at `line`.
    pub fn at(line: usize, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { line: Some(line), what: what.into(), help: help.into() }
    }

    /// A fault of the question.
    pub fn of_question(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { line: None, what: what.into(), help: help.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(out, "line {line}: ")?;
        }
        write!(out, "{}; {}", self.what, self.help)
    }
}

impl std::error::Error for Fault {}
