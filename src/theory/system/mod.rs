//! Structured argumentation: ASPIC+ with restricted rebut (Modgil and Prakken 2013, 2018) over sentences and rules, with its grounded
//! evaluation and the explanations of it. Axioms and rules only; an assertion is a defeasible rule with an empty body.
//!
//! Nothing here enumerates arguments. A system is compiled into a normal logic program (`compile`), whose well-founded model
//! (Van Gelder, Ross and Schlipf 1991) is the grounded labelling (`grounded`).
//!
//! Invariant: every status equals the one of the grounded labelling on arguments (`tests/theory_system.rs`, against brute force).
//! Invariant: no function recurses, so no input overflows the stack.

pub mod circles;
pub mod closure;
pub mod compile;
pub mod conflict;
pub mod definition;
pub mod derived;
pub mod draft;
pub mod flip;
pub mod grounded;
pub mod hold;
pub mod last_link;
pub mod order;
pub mod part;
pub mod program;
pub mod reasons;
pub mod rules;
pub mod shrink;
pub mod sources;
pub mod verify;
pub mod well_founded;
pub mod why;
