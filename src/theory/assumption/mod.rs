//! Flat assumption-based argumentation (Bondarenko, Dung, Kowalski & Toni 1997): rules, assumptions, and the contrary of each.
//!
//! Everything is decided on sets of assumptions and what they derive; arguments, of which there may be exponentially many, are never built.
//!
//! Invariant: no answer is given whose set `rules.rs` does not confirm from the definitions (`tests/theory_assumption.rs`).

pub mod encoding;
pub mod rules;
pub mod solve;
