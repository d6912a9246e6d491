//! Citing after a style of the Citation Style Language (CSL 1.0.2), with the crate `hayagriva`.
//!
//! A style is a file of somebody else, so it is looked through before it is used: its macros must not run in a circle or multiply. What it
//! writes is words, which go the way of all words of a brief.

pub mod check;
pub mod item;
pub mod locator;
pub mod style;
pub mod words;
