//! Structured argumentation: ASPIC+ with restricted rebut (Modgil and Prakken 2013, 2018) over sentences and rules, with its grounded
//! evaluation and the explanations of it. Axioms and rules only; an assertion is a defeasible rule with an empty body.
//!
//! Nothing here enumerates arguments. A system is compiled into a normal logic program (`compile`), whose well-founded model
//! (Van Gelder, Ross and Schlipf 1991) is the grounded labelling (`grounded`), and whose partial stable models (Przymusinski 1990) are
//! the complete extensions; those are asked of a SAT solver, for what the grounded labelling leaves open (`extensions`).
//!
//! ```
//! use agon::theory::system::{
//!     definition::System,
//!     derived::close_under_transposition,
//!     grounded::{Status, grounded},
//! };
//!
//! // Penguins are birds, birds fly, penguins do not: the rule on penguins is preferred.
//! let mut system = System::new(3);
//! let [penguin, bird, flies] = [0, 1, 2];
//! system.add_axiom(penguin);
//! system.add_strict(&[penguin], bird);
//! let not_flies = system.negation(flies);
//! let general = system.add_defeasible(&[bird], flies);
//! let special = system.add_defeasible(&[penguin], not_flies);
//! close_under_transposition(&mut system);
//! assert_eq!(grounded(&system).status(flies), Status::Undecided);
//!
//! system.prefer(special, general);
//! let found = grounded(&system);
//! assert_eq!([flies, not_flies].map(|s| found.status(s)), [Status::Out, Status::In]);
//! ```
//!
//! Invariant: every status equals the one of the grounded labelling on arguments (`tests/theory_system.rs`, against brute force).
//! Invariant: every extension and every acceptance is that of the definition on rules and on arguments (`tests/theory_extensions.rs`).
//! Invariant: every extension of a debate satisfies the rationality postulates of Caminada and Amgoud (2007) (`tests/positions.rs`).
//! Invariant: a defence is called smallest only where it is, and its proof can be checked point by point (`tests/theory_system.rs`).
//! Invariant: no extension is returned that `verify` does not confirm; it refuses every labelling that differs from the grounded one, and
//! every defence that lacks a move (`tests/theory_system.rs`). What it does not cover is told there.
//! Invariant: no function recurses, so no input overflows the stack.

pub mod camps;
pub mod circles;
pub mod closure;
pub mod compile;
pub mod conflict;
pub mod definition;
pub mod derived;
pub mod draft;
pub mod encoding;
pub mod extensions;
pub mod flip;
pub mod grounded;
pub mod hold;
pub mod last_link;
pub mod levels;
pub mod maximal;
pub mod order;
pub mod part;
pub mod program;
pub mod proof;
pub mod reasons;
pub mod residue;
pub mod rules;
pub mod sceptical;
pub mod search;
pub mod shrink;
pub mod smallest;
pub mod sources;
pub mod verify;
pub mod well_founded;
pub mod why;
