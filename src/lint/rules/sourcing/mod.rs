//! The rules of the pack `sourcing`: what claims rest on outside the debate.

pub mod undated_source;
pub mod unkept_source;
