//! A report as text in the formats that people read and other tools draw. Computes nothing: what is shown was found below.
//!
//! Invariant: whatever a debate says is text in a brief; no word of it becomes markup (`tests/brief.rs`).
//! Invariant: the same report gives the same bytes (`tests/brief.rs`).

pub mod brief;
pub mod document;
pub mod dot;
pub mod mermaid;
pub mod nest;
pub mod page;
pub mod palette;
pub mod parts;
pub mod prose;
pub mod text;
