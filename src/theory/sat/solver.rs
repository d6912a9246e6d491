//! What the semantics ask of a SAT solver: incremental clauses, assumptions, a model. Not a general interface: no cores,
//! and proofs only where they are checked (`checker`).

use crate::theory::interrupt::Stopped;

/// A literal: a variable or its negation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lit(pub u32);

impl std::ops::Not for Lit {
    type Output = Self;

    fn not(self) -> Self {
        Self(self.0 ^ 1)
    }
}

/// An incremental SAT solver. Clauses stay for good; assumptions hold for one call.
pub trait Sat {
    /// A literal of a new variable, which the search first tries to make `likely`.
    ///
    /// The literal need not be a positive one: solvers prefer one phase for all, so the wish is met by the choice of the sign.
    fn fresh(&mut self, likely: bool) -> Lit;

    /// Adds a clause: one of `literals` must hold.
    fn clause(&mut self, literals: &[Lit]);

    /// Whether all clauses can hold together with `assumptions`.
    fn solve(&mut self, assumptions: &[Lit]) -> Result<bool, Stopped>;

    /// Whether `literal` holds in the model of the last `solve`, which must have been satisfiable.
    fn holds(&self, literal: Lit) -> bool;
}

/// Has the first search of `sat` begin with as many of `literals` as it finds to go together. Excludes nothing: each literal follows from a
/// variable of its own, which the search decides among the first, being among the last that were made.
pub fn hope(sat: &mut dyn Sat, literals: &[Lit]) {
    for &literal in literals {
        let hoped = sat.fresh(true);
        sat.clause(&[!hoped, literal]);
    }
}
