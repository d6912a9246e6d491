//! All tests from outside, as one program: one link, shared helpers.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that meets the unexpected shall panic")]

mod brute;
mod graph;
mod layers;
mod theory_known;
mod theory_scale;
mod theory_system;
