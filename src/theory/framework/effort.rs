//! How a question is worked on: until when, and how far the solver is trusted.

use crate::theory::{
    interrupt::{Interrupt, Stopped},
    sat::bat::Trust,
};

/// What a search may take, and what its refutations must pass.
#[derive(Debug, Clone, Copy)]
pub struct Effort<'a> {
    /// When it has to stop.
    pub interrupt: &'a Interrupt,
    /// Whether refutations are checked.
    pub trust: Trust,
}

impl Effort<'_> {
    /// `Err` when the search must stop.
    pub fn check(&self) -> Result<(), Stopped> {
        self.interrupt.check()
    }
}
