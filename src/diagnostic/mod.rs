//! What can be wrong, as data. Knows nothing of who finds it or who shows it.
//!
//! Invariant: no list of all codes lives here; each code is declared beside its finder, and `catalog` collects them (`tests/layers.rs`).

pub mod code;
pub mod nearest;
pub mod problem;
