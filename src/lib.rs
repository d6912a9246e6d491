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
//! | 0 | `graph` | digraph algorithms on indices |
//! | 0 | `text` | places, lines, edits |
//! | 0 | `threads` | work on several threads, with the same outcome as on one |
//! | 1 | `diagnostic` | problems as data |
//! | 1 | `quotation` | whether words stand in a text, and what was changed if not |
//! | 1 | `scheme` | argumentation schemes and their critical questions, as data |
//! | 1 | `theory` | argumentation theory on indices, which knows no debate |
//! | 2 | `bibliography` | bibliographies of other programs to their entries |
//! | 2 | `config` | settings, the only reader of YAML |
//! | 2 | `exchange` | the formats and questions of the solver competition, for abstract frameworks |
//! | 2 | `extract` | files of sources to their text |
//! | 2 | `syntax` | text to tokens to tree |
//! | 3 | `format` | tree to canonical text |
//! | 3 | `model` | the debate with its names resolved |
//! | 4 | `analysis` | debate to theory to verdicts, explanations, commitments |
//! | 5 | `allow` | findings that are allowed where they stand |
//! | 5 | `diagram` | boxes and arrows with their places, no output format |
//! | 5 | `diff` | what changed between two debates, and which change turned which verdict |
//! | 5 | `lint` | rules |
//! | 6 | `catalog` | every code and its page |
//! | 7 | `emit` | problems to text, for people and for other programs |
//! | 7 | `report` | runs the pipeline and holds all that an output may show |
//! | 8 | `render` | report to Markdown, SVG, PNG, Mermaid, DOT, GraphML, HTML, JSON |
//! | 9 | `cli` | clap, files, exit codes; one file per command |
//!
//! # Verbs
//! `parse` text to tree; `build` tree to model; `solve`; `check` rule to diagnostics; `render` report to text;
//! `emit` diagnostics to text; `find_*` returns `Option`; `require_*` returns `Result`.
//!
//! # Use as a library
//! The whole way in one call is [`report::run::run`]; it is [`syntax::parse::parse`], [`model::build::build`],
//! [`analysis::evaluate::evaluate`] and the rules of [`lint::registry`], one after another; [`report::run::run_with`] runs the
//! rules of further packs ([`config::pack::Pack`]) besides the core. Files come through
//! [`model::load::Reader`], so a debate may lie in memory:
//!
//! ```
//! use agon::{
//!     analysis::verdict::Verdict,
//!     model::load::{Files, ReadProblem, Reader},
//!     render::brief,
//!     report::run::run,
//! };
//!
//! /// A debate of one file.
//! struct Text(&'static str);
//!
//! impl Reader for Text {
//!     fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
//!         if path == "picnic.agon" { Ok(self.0.into()) } else { Err(ReadProblem::Missing) }
//!     }
//! }
//!
//! let text = Text("\
//! claim outdoors: The picnic should be held in the park.
//!   rebuttal rain: Rain will fall on Saturday afternoon.
//!     rebuttal newer-forecast: The newer forecast gives a dry Saturday.
//! ");
//!
//! let mut files = Files::default();
//! let root = files.load("picnic.agon", &text);
//! let report = run(&files, root);
//! assert!(report.diagnostics.is_empty());
//!
//! let rain = report.debate.find_claim("rain").expect("the debate declares it");
//! assert_eq!(report.analysis.verdict(rain), Verdict::Denied);
//! println!("{}", brief::render(&report));
//! ```
//!
//! # Features
//! `cli` (on by default) adds the module `cli` and the program `agon`, with everything that touches the command line, the disk
//! and the terminal. Without it (`default-features = false`) the crate only computes. `citations` adds styles of the Citation Style
//! Language for the footnotes and sources of a brief. `png` adds maps in pixels, with fonts inside the
//! library.

pub mod allow;
pub mod analysis;
pub mod bibliography;
pub mod catalog;
#[cfg(feature = "cli")]
pub mod cli;
pub mod config;
pub mod diagnostic;
pub mod diagram;
pub mod diff;
pub mod emit;
pub mod exchange;
pub mod extract;
pub mod format;
pub mod graph;
pub mod lint;
pub mod model;
pub mod quotation;
pub mod render;
pub mod report;
pub mod scheme;
pub mod syntax;
pub mod text;
pub mod theory;
pub mod threads;
