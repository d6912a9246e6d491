//! Rules: what is suspicious in a debate that has a meaning. Each rule is one file with its page beside it, in the folder of its pack.
//!
//! Invariant: the registry lists every rule of the folder, by name (`tests/pages.rs`).
//! Invariant: what may be fine is a note, what is likely a mistake a warning, what breaks the argument an error.

pub mod abbreviations;
pub mod chances;
pub mod clauses;
pub mod confidence;
pub mod edits;
pub mod estimates;
pub mod forms;
pub mod near;
pub mod off_scale;
pub mod phrases;
pub mod registry;
pub mod rule;
pub mod rules;
pub mod sentences;
pub mod sides;
pub mod spot;
pub mod terms;
pub mod tokens;
pub mod words;
