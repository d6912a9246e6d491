//! Propositional satisfiability behind one trait, so that no semantics knows which solver answers.
//!
//! Invariant: `batsat` is named in `bat.rs` only.

pub mod bat;
pub mod solver;
