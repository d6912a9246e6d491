//! All tests from outside, as one program: one link, shared helpers.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::needless_range_loop,
    reason = "a test that meets the unexpected shall panic, and reads best as the definition it checks"
)]

mod exchange;
mod graph;
mod layers;
mod oracle;
mod theory_assumption;
mod theory_framework;
