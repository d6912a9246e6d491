//! What a search asks of clauses whose models stand for sets of elements, each of which a set contains, attacks, or neither.

use crate::theory::{
    interrupt::Stopped,
    sat::solver::{Lit, Sat},
};

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
    /// What the clauses are given to.
    fn sat(&self) -> &dyn Sat;

    /// The same, to add to.
    fn sat_mut(&mut self) -> &mut dyn Sat;

    /// What sets are made of, ascending.
    fn elements(&self) -> &[u32];

    /// "In", one literal per element, in their order.
    fn ins(&self) -> &[Lit];

    /// "In the range", that is in or attacked by what is in (Verheij 1996), one literal per element. It may be false in a model
    /// though the element is in the range: only its truth means something.
    fn ranges(&mut self) -> &[Lit];

    /// Whether a model holds under `given`.
    fn solve(&mut self, given: &[Lit]) -> Result<bool, Stopped> {
        self.sat_mut().solve(given)
    }

    /// The set the last model stands for.
    fn set(&self) -> Vec<u32> {
        self.elements().iter().zip(self.ins()).filter(|&(_, &l)| self.sat().holds(l)).map(|(&e, _)| e).collect()
    }

    /// Which of `literals` hold in the last model, in their order.
    fn held(&self, literals: &[Lit]) -> Vec<Lit> {
        literals.iter().copied().filter(|&l| self.sat().holds(l)).collect()
    }

    /// Demands that one of `literals` holds, for good.
    fn require(&mut self, literals: &[Lit]) {
        self.sat_mut().clause(literals);
    }

    /// A new literal that only serves to switch clauses on by assumption.
    fn switch(&mut self) -> Lit {
        self.sat_mut().fresh(false)
    }

    /// "In" of one element.
    fn in_of(&self, element: u32) -> Option<Lit> {
        self.ins().get(self.elements().binary_search(&element).ok()?).copied()
    }

    /// The literals "in" of the elements that are not in `set`.
    fn outside(&self, set: &[u32]) -> Vec<Lit> {
        self.elements().iter().zip(self.ins()).filter(|&(e, _)| set.binary_search(e).is_err()).map(|(_, &l)| l).collect()
    }
}
