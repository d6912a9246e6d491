//! Structured argumentation: ASPIC+ with restricted rebut (Modgil and Prakken 2013, 2018) over sentences and rules, with its grounded
//! evaluation and the explanations of it. Axioms and rules only; an assertion is a defeasible rule with an empty body.
//!
//! Nothing here enumerates arguments. A system is compiled into a normal logic program (`compile`), whose well-founded model
//! (Van Gelder, Ross and Schlipf 1991) is the grounded labelling (`grounded`), and whose partial stable models (Przymusinski 1990) are
//! the complete extensions; those are asked of a SAT solver, for what the grounded labelling leaves open (`extensions`).
//!
//! Invariant: every status equals the one of the grounded labelling on arguments (`tests/theory_system.rs`, against brute force).
//! Invariant: every extension and every acceptance is that of the definition on rules and on arguments (`tests/theory_extensions.rs`).
//! Invariant: no extension is returned that `verify` does not confirm.
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
