//! Every code with its page, whoever finds it.
//!
//! Invariant: each code has a page, and the examples of the page raise that code and no other (`tests/pages.rs`).

pub mod all;
pub mod settings_schema;
