//! What stands in a debate, and why: the debate becomes a system of sentences and rules, and its grounded labelling becomes verdicts.
//!
//! Invariant: verdicts are those of the argument-level definition on thousands of random debates (`tests/verdicts.rs`).
//! Invariant: flip sets are all there are, and minimal, by trying every set (`tests/flip.rs`).
//! Invariant: every claim has exactly one verdict, and `why` gives a reason for each (`tests/why.rs`).

pub mod circles;
pub mod codes;
pub mod commitments;
pub mod compile;
pub mod consequences;
pub mod depth;
pub mod evaluate;
pub mod flip;
pub mod links;
pub mod outcome;
pub mod preferences;
pub mod quotations;
pub mod review;
pub mod soundness;
pub mod standing;
pub mod suppose;
pub mod verdict;
pub mod why;
pub mod withdrawal;
