//! Sets of assumptions as clauses, without levels: circular derivations are cut off when one is met.
//!
//! What the set derives must be founded, since an attack may be claimed only where there is one: atoms need a rule (the completion),
//! and each group of atoms that only supports itself is excluded when a model shows it (loop formulas, Lin & Zhao 2004). What the
//! spared assumptions derive need be founded for complete sets only: elsewhere more is the safe side.

use crate::theory::{
    assumption::rules::{Rules, is},
    interrupt::{Interrupt, Stopped},
    sat::{
        bat::{Bat, Trust},
        solver::{Lit, Sat},
    },
    search::models::{Kind, Models},
};

/// The sets of one kind of one framework.
pub struct Encoding<'a> {
    rules: &'a Rules,
    sat: Box<dyn Sat>,
    /// What the set derives; for an assumption "it is in the set".
    derived: Layer,
    /// What the assumptions derive that the set does not attack, where that must be exact.
    spared: Option<Layer>,
    ins: Vec<Lit>,
    ranges: Vec<Lit>,
}

/// What a set of assumptions derives: a literal per atom, closed under the rules.
struct Layer {
    atoms: Vec<Lit>,
    /// For each rule "its body is derived"; nothing where atoms need no reason.
    bodies: Vec<Lit>,
}

impl<'a> Encoding<'a> {
    /// Encodes the sets of `kind` of `rules`.
    pub fn new(kind: Kind, rules: &'a Rules, interrupt: &Interrupt) -> Self {
        let mut sat: Box<dyn Sat> = Box::new(Bat::new(interrupt, Trust::Checked));
        let derived = Layer::new(sat.as_mut(), rules, true, kind != Kind::Admissible);
        let ins = rules.assumptions().iter().map(|&a| derived.atom(a)).collect();
        let is_defended = !matches!(kind, Kind::Stable | Kind::ConflictFree);
        let spared = is_defended.then(|| Layer::new(sat.as_mut(), rules, kind == Kind::Complete, true));
        let mut encoding = Self { rules, sat, derived, spared, ins, ranges: Vec::new() };
        for (assumption, contrary) in rules.contraries() {
            encoding.constrain(kind, assumption, contrary);
        }
        encoding.spared = encoding.spared.filter(|_| kind == Kind::Complete);
        encoding
    }

    /// The clauses of one assumption.
    fn constrain(&mut self, kind: Kind, assumption: u32, contrary: Option<u32>) {
        let is_in = self.derived.atom(assumption);
        let attacked = contrary.map(|c| self.derived.atom(c));
        let sat = self.sat.as_mut();
        // A member must not be one the set attacks.
        attacked.iter().for_each(|&attacked| sat.clause(&[!is_in, !attacked]));
        if kind == Kind::Stable {
            let settled: Vec<Lit> = attacked.into_iter().chain([is_in]).collect();
            sat.clause(&settled);
        }
        let Some(layer) = &self.spared else { return };
        let is_spared = layer.atom(assumption);
        let threatened = contrary.map(|c| layer.atom(c));
        let settled: Vec<Lit> = attacked.into_iter().chain([is_spared]).collect();
        sat.clause(&settled);
        threatened.iter().for_each(|&threatened| sat.clause(&[!is_in, !threatened]));
        if kind == Kind::Complete {
            attacked.iter().for_each(|&attacked| sat.clause(&[!is_spared, !attacked]));
            let defended: Vec<Lit> = threatened.into_iter().chain([is_in]).collect();
            sat.clause(&defended);
        }
    }

    /// "The set derives `atom`".
    pub fn derives(&self, atom: u32) -> Lit {
        self.derived.atom(atom)
    }
}

#[expect(clippy::indexing_slicing, reason = "there is one literal per atom and per rule, and all come from the framework")]
impl Layer {
    /// Atoms closed under `rules`; if they are `founded`, each that is no assumption needs a rule. Where they are `likely`, large sets are tried first.
    fn new(sat: &mut dyn Sat, rules: &Rules, founded: bool, likely: bool) -> Self {
        let atoms: Vec<Lit> = (0..rules.atoms()).map(|_| sat.fresh(likely)).collect();
        let mut bodies = Vec::new();
        let mut reasons: Vec<Vec<Lit>> = atoms.iter().map(|&a| vec![!a]).collect();
        for rule in rules.rules() {
            let head = atoms[rule.head as usize];
            let implied: Vec<Lit> = rule.body.iter().map(|&b| !atoms[b as usize]).chain([head]).collect();
            sat.clause(&implied);
            if founded {
                let body = match rule.body.as_slice() {
                    [only] => atoms[*only as usize],
                    needs => {
                        let body = sat.fresh(likely);
                        needs.iter().for_each(|&b| sat.clause(&[!body, atoms[b as usize]]));
                        body
                    }
                };
                reasons[rule.head as usize].push(body);
                bodies.push(body);
            }
        }
        if founded {
            rules.assumptions().iter().for_each(|&a| reasons[a as usize].clear());
            reasons.iter().filter(|r| !r.is_empty()).for_each(|r| sat.clause(r));
        }
        Self { atoms, bodies }
    }

    fn atom(&self, atom: u32) -> Lit {
        self.atoms[atom as usize]
    }

    /// Which atoms the last model derives from nothing but each other.
    fn unfounded(&self, sat: &dyn Sat, rules: &Rules) -> Vec<bool> {
        let holds: Vec<bool> = self.atoms.iter().map(|&a| sat.holds(a)).collect();
        let set: Vec<u32> = rules.assumptions().iter().copied().filter(|&a| is(&holds, a)).collect();
        holds.iter().zip(rules.closure(&set)).map(|(&holds, follows)| holds && !follows).collect()
    }

    /// The loop formula: these atoms need one rule for some of them whose body has none of them.
    fn exclude(&self, sat: &mut dyn Sat, rules: &Rules, unfounded: &[bool]) {
        let is_outer =
            |rule: &crate::theory::assumption::rules::Rule| is(unfounded, rule.head) && !rule.body.iter().any(|&b| is(unfounded, b));
        let entered = sat.fresh(false);
        let ways = rules.rules().iter().zip(&self.bodies).filter(|(r, _)| is_outer(r)).map(|(_, &b)| b);
        let ways: Vec<Lit> = ways.chain([!entered]).collect();
        sat.clause(&ways);
        for (_, &atom) in unfounded.iter().zip(&self.atoms).filter(|(u, _)| **u) {
            sat.clause(&[!atom, entered]);
        }
    }
}

impl Models for Encoding<'_> {
    fn sat(&self) -> &dyn Sat {
        self.sat.as_ref()
    }

    fn sat_mut(&mut self) -> &mut dyn Sat {
        self.sat.as_mut()
    }

    fn elements(&self) -> &[u32] {
        self.rules.assumptions()
    }

    fn ins(&self) -> &[Lit] {
        &self.ins
    }

    fn solve(&mut self, given: &[Lit]) -> Result<bool, Stopped> {
        while self.sat.solve(given)? {
            let layers = || std::iter::once(&self.derived).chain(&self.spared);
            let unfounded: Vec<Vec<bool>> = layers().map(|layer| layer.unfounded(self.sat.as_ref(), self.rules)).collect();
            if !unfounded.iter().flatten().any(|&u| u) {
                return Ok(true);
            }
            let layers = std::iter::once(&self.derived).chain(&self.spared);
            layers.zip(&unfounded).for_each(|(layer, unfounded)| layer.exclude(self.sat.as_mut(), self.rules, unfounded));
        }
        Ok(false)
    }

    fn ranges(&mut self) -> &[Lit] {
        if self.ranges.is_empty() {
            for (assumption, contrary) in self.rules.contraries() {
                let covered = self.sat.fresh(true);
                let ways: Vec<Lit> = contrary.into_iter().chain([assumption]).map(|a| self.derived.atom(a)).chain([!covered]).collect();
                self.sat.clause(&ways);
                self.ranges.push(covered);
            }
        }
        &self.ranges
    }
}
