//! Abstract argumentation frameworks (Dung 1995): their extensions under eight semantics, and the questions asked of them.
//!
//! The way of a question is `Framework → grounded labelling → the part it depends on → SAT → witness → verify`.
//!
//! Invariant: no answer is given that `verify.rs` refuses, and none after an interrupt (`tests/theory_framework.rs`).

pub mod attack;
pub mod defence;
pub mod eager;
pub mod encoding;
pub mod enumerate;
pub mod ideal;
pub mod labelling;
pub mod maximal;
pub mod nearby;
pub mod preferred;
pub mod problem;
pub mod product;
pub mod range;
pub mod sceptical;
pub mod scope;
pub mod several;
pub mod solve;
pub mod unique;
pub mod verify;
