//! Problems to text, for people at a terminal.
//!
//! Invariant: nothing that stands in a debate reaches the terminal as a command: control characters and characters that turn the
//! direction of the text are replaced (`tests/emit.rs`).
//! Invariant: a diagnostic costs what its few lines cost, however long the file or the line is.

pub mod inert;
pub mod short;
pub mod tally;
pub mod terminal;
pub mod window;
