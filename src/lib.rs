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
//! | 1 | `diagnostic`, `theory` | problems as data; argumentation theory on indices, which knows no debate |
//! | 2 | `config`, `syntax` | settings, the only reader of YAML; text to tokens to tree |
//! | 3 | `model` | the debate with its names resolved |
//! | 4 | `analysis` | debate to theory to verdicts, explanations, commitments |
//! | 6 | `report` | runs the pipeline and holds all that an output may show |
//! | 7 | `render` | report to Markdown, Mermaid, DOT, JSON |
//!
//! # Verbs
//! `parse` text to tree; `build` tree to model; `solve`; `check` rule to diagnostics; `render` report to text;
//! `emit` diagnostics to text; `find_*` returns `Option`; `require_*` returns `Result`.

pub mod analysis;
pub mod config;
pub mod diagnostic;
pub mod graph;
pub mod model;
pub mod render;
pub mod report;
pub mod syntax;
pub mod text;
pub mod theory;
