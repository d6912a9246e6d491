//! Argumentation schemes with their critical questions, as data.
//!
//! Which schemes there are and what their parts are follows Walton, Reed and Macagno (2008); the words are ours. Whether a bad answer
//! undermines, undercuts or rebuts, and who has the burden, are judgements of this project in the manner of Gordon, Prakken and Walton
//! (2007). `grammar/schemes.md` lists them all.
//!
//! Invariant: each scheme is listed once, and each question that undermines names a role of its scheme (`tests/schemes.rs`).

pub mod action;
pub mod actor;
pub mod all;
pub mod cause;
pub mod comparison;
pub mod definition;
pub mod evidence;
pub mod person;
pub mod rule;
pub mod source;
