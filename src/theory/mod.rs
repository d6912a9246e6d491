//! Argumentation theory on indices: what is accepted, and why. Knows no debate: indices in, sets of indices out.
//!
//! Invariant: imports nothing of this crate but `graph` (`tests/layers.rs`).

pub mod assumption;
pub mod framework;
pub mod gradual;
pub mod interrupt;
pub mod sat;
pub mod system;
