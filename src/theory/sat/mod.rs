//! Propositional satisfiability behind one trait, so that no semantics knows which solver answers.
//!
//! Invariant: `batsat` is named in `bat.rs` only, the crate `cadical` in `cadical.rs` only.
//! Invariant: where a solver is not trusted, and in builds with debug assertions always, no answer is returned that `checker` does not confirm,
//! and it confirms no clause that does not follow (`tests/theory_sat.rs`).

pub mod bat;
#[cfg(feature = "cadical")]
pub mod cadical;
pub mod checker;
pub mod solver;
