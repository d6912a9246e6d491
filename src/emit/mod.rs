//! Problems to text: for people at a terminal, and for the programs that show them elsewhere.
//!
//! Invariant: nothing that stands in a debate reaches a terminal, a log or an annotation as a command: control characters and characters
//! that turn the direction of the text are replaced, and what has a meaning in the format is escaped (`tests/emit.rs`).
//! Invariant: a diagnostic costs what its few lines cost, however long the file or the line is.
//! Invariant: a fingerprint stays when lines move (`tests/formats.rs`).

pub mod concise;
pub mod fingerprint;
pub mod github;
pub mod inert;
pub mod json;
pub mod junit;
pub mod sarif;
pub mod short;
pub mod spot;
pub mod statistics;
pub mod tally;
pub mod terminal;
pub mod window;
pub mod words;
