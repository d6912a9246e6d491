//! Gradual strengths of things that support and attack each other: numbers from 0 to 1 that grow with support and shrink with attack.
//! A layer of its own, which knows no verdict and changes none.
//!
//! Invariant: known values of the literature come out, and on what has no circles both ways of computing agree (`tests/gradual.rs`).

pub mod definition;
pub mod df_quad;
pub mod energy;
