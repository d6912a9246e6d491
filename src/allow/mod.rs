//! `// allow(CODE): REASON`: findings that somebody has looked at and lets stand, where they stand, with a reason and perhaps a last day.
//!
//! Mistakes of the text and of names cannot be allowed: where they stand, the debate does not say what is written, and a check that passes
//! over them passes what nobody has read. What is wrong with an allow is a finding itself, so that none outlives its reason.
//!
//! Invariant: an allow silences what it names in its place and nothing else, and one that silences nothing is told (`tests/allow.rs`).

pub mod apply;
pub mod codes;
pub mod comment;
