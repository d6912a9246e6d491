//! What a search asks of clauses whose models stand for sets of elements, each of which a set contains, attacks, or neither.

use crate::theory::{interrupt::Stopped, sat::solver::Lit};

/// Which sets the models stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Admissible sets (Dung 1995, definition 6); an attack may be claimed only where it is so, and small sets are tried first.
    Admissible,
    /// The same sets; large ones are tried first, so both "in" and "out" are taken to be likely: with "out" unlikely the first models
    /// are almost empty, and a preferred extension takes a hundred times as long. What is largest of its kind is complete anyway, and a
    /// refutation is twice as fast without the clauses that would say so.
    Large,
    /// Complete labellings (Caminada 2006); large sets are tried first.
    Complete,
    /// Stable extensions: what is not in is attacked.
    Stable,
    /// Conflict-free sets; an attack may be claimed only where it is so.
    ConflictFree,
}

/// Clauses whose models stand for sets. Sets are ascending.
pub trait Models {
    /// Whether a model holds under `given`.
    fn solve(&mut self, given: &[Lit]) -> Result<bool, Stopped>;

    /// The set the last model stands for.
    fn set(&self) -> Vec<u32>;

    /// Which of `literals` hold in the last model, in their order.
    fn held(&self, literals: &[Lit]) -> Vec<Lit>;

    /// Demands that one of `literals` holds, for good.
    fn require(&mut self, literals: &[Lit]);

    /// A new literal that only serves to switch clauses on by assumption.
    fn switch(&mut self) -> Lit;

    /// "In", one literal per element, in their order.
    fn ins(&self) -> &[Lit];

    /// "In" of one element.
    fn in_of(&self, element: u32) -> Option<Lit>;

    /// The literals "in" of the elements that are not in `set`.
    fn outside(&self, set: &[u32]) -> Vec<Lit>;

    /// "In the range", that is in or attacked by what is in (Verheij 1996), one literal per element. It may be false in a model
    /// though the element is in the range: only its truth means something.
    fn ranges(&mut self) -> &[Lit];
}
