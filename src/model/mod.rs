//! The debate: every name resolved, every statement a claim, a step or a remark on them.
//!
//! # Glossary
//! | word | meaning | after |
//! |---|---|---|
//! | claim | something that is said and can stand or fall | – |
//! | premise | a claim that a step starts from | Walton, Reed, Macagno 2008 |
//! | support | a step from premises to a claim | – |
//! | linked, convergent | premises of one step, all needed; several steps, one suffices | Thomas 1986 |
//! | rebuttal | a claim and a step from it against a claim | Pollock 1987 (rebutting defeater) |
//! | undermining | a rebuttal of a premise | Prakken 2010 |
//! | undercut | a claim and a step from it against a step | Pollock 1987 (undercutting defeater) |
//! | limit | a claim that qualifies another without attacking it | Toulmin 1958 (qualifier) |
//! | commitment | what a party has taken on in the debate | Walton, Krabbe 1995 |
//!
//! Invariant: a debate holds indices into its own lists only; an unresolved name leaves its statement out, never a dangling index.
//! Invariant: nested and flat statements build the same debate (`tests/model.rs`).

pub mod added;
pub mod at;
pub mod attributes;
pub mod build;
pub mod citation;
pub mod codes;
pub mod debate;
pub mod declare;
pub mod documents;
pub mod gather;
pub mod ids;
pub mod imprint;
pub mod link;
pub mod listed;
pub mod load;
pub mod names;
pub mod normal;
pub mod remarks;
pub mod scope;
pub mod stamp;
pub mod target;
pub mod value;
pub mod work;
