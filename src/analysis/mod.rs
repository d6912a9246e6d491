//! What stands in a debate, and why: the debate becomes a system of sentences and rules, and its grounded labelling becomes verdicts.
//!
//! Invariant: verdicts are those of the argument-level definition on thousands of random debates (`tests/verdicts.rs`).
//! Invariant: flip sets are all there are, and minimal, by trying every set (`tests/flip.rs`).
//! Invariant: strengths alter no verdict and are known values where the literature has some (`tests/gradual.rs`).
//! Invariant: every claim has exactly one verdict, and `why` gives a reason for each (`tests/why.rs`).

pub mod acceptance;
pub mod circles;
pub mod codes;
pub mod commitments;
pub mod compile;
pub mod consequences;
pub mod decisive;
pub mod depth;
pub mod dialogue;
pub mod evaluate;
pub mod explanation;
pub mod flip;
pub mod links;
pub mod loops;
pub mod moot;
pub mod origins;
pub mod outcome;
pub mod positions;
pub mod preferences;
pub mod quotations;
pub mod replies;
pub mod returning;
pub mod review;
pub mod soundness;
pub mod standing;
pub mod strengths;
pub mod suppose;
pub mod tension;
pub mod verdict;
pub mod why;
pub mod withdrawal;
