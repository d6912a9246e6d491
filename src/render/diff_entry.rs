//! A debate in two states, with what changed.

use crate::diff::compare::{Comparison, Side};

/// What changed in one debate of a project.
#[derive(Debug)]
pub struct Entry<'d> {
    /// Its path in the old state; `None` where it is new.
    pub old_path: Option<String>,
    /// Its path in the new state; `None` where it is gone.
    pub new_path: Option<String>,
    /// The old debate.
    pub old: Side<'d>,
    /// The new debate.
    pub new: Side<'d>,
    /// How many errors the old debate has: what is not understood is not compared.
    pub old_errors: usize,
    /// How many errors the new debate has.
    pub new_errors: usize,
    /// What changed.
    pub found: Comparison<'d>,
}

impl Entry<'_> {
    /// Whether the debate is in both states.
    pub const fn is_common(&self) -> bool {
        self.old_path.is_some() && self.new_path.is_some()
    }

    /// Whether there is anything to be told of it.
    pub fn is_told(&self) -> bool {
        !self.is_common() || !self.found.changes.is_empty() || self.has_errors()
    }

    /// Whether a state has errors, so that not all of it was compared.
    pub const fn has_errors(&self) -> bool {
        self.old_errors + self.new_errors > 0
    }

    /// The path by which it is known.
    pub fn path(&self) -> &str {
        self.new_path.as_deref().or(self.old_path.as_deref()).unwrap_or("")
    }
}
