//! Agon: a small text language for debates, and a reasoner that says which claims stand and why.
//!
//! The way of the data is one line:
//! `&str → tokens → Tree → Debate → Theory → Verdicts → Report → {render, emit} → cli`.
//! Each arrow is one public function of the upper module and returns the value and its diagnostics together;
//! reading a debate cannot fail. `Result` appears only where the outside world is touched.
//!
//! # Floors
//! A module imports from lower floors only, and no two files import each other in a circle
//! (`tests/layers.rs` reads this table and every `use crate::` line).
//!
//! | floor | modules | purpose |
//! |---|---|---|
//! | 0 | `text`, `graph` | places, lines, edits; digraph algorithms on indices |
//! | 1 | `theory` | argumentation theory on indices, which knows no debate |
//! | 2 | `exchange` | the formats and questions of the solver competition, for abstract frameworks |
//!
//! # Verbs
//! `parse` text to tree; `build` tree to model; `solve`; `check` rule to diagnostics; `render` report to text;
//! `emit` diagnostics to text; `find_*` returns `Option`; `require_*` returns `Result`.

pub mod exchange;
pub mod graph;
pub mod text;
pub mod theory;
