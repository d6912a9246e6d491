//! Admissible sets of assumptions as clauses, without levels: circular derivations are cut off when one is met.
//!
//! What the set derives must be founded, since an attack may be claimed only where there is one: atoms need a rule (the completion),
//! and each group of atoms that only supports itself is excluded when a model shows it (loop formulas, Lin & Zhao 2004). What the
//! spared assumptions derive need only be closed under the rules, since there more is the safe side.

use crate::theory::{
    assumption::rules::{Rules, is},
    interrupt::{Interrupt, Stopped},
    sat::{
        bat::{Bat, Trust},
        solver::{Lit, Sat},
    },
};

/// Admissible or stable sets of a framework.
pub struct Encoding<'a> {
    rules: &'a Rules,
    sat: Box<dyn Sat>,
    /// For each atom "the set derives it"; for an assumption "it is in the set".
    derived: Vec<Lit>,
    /// For each rule "the set derives its body".
    bodies: Vec<Lit>,
    /// For each atom "the set may derive it", at least where it does.
    possible: Vec<Lit>,
}

#[expect(clippy::indexing_slicing, reason = "there is one literal per atom and per rule, and all come from the framework")]
impl<'a> Encoding<'a> {
    /// Encodes the admissible sets of `rules`, or the stable ones.
    pub fn new(rules: &'a Rules, is_stable: bool, interrupt: &Interrupt) -> Self {
        let mut sat: Box<dyn Sat> = Box::new(Bat::new(interrupt, Trust::Checked));
        let mut fresh = |number: usize| (0..number).map(|_| sat.fresh(true)).collect::<Vec<Lit>>();
        let (derived, spared, possible) = (fresh(rules.atoms()), fresh(rules.atoms()), fresh(rules.atoms()));
        let bodies = fresh(rules.rules().len());
        let mut reasons: Vec<Vec<Lit>> = derived.iter().map(|&d| vec![!d]).collect();
        for (rule, &body) in rules.rules().iter().zip(&bodies) {
            rule.body.iter().for_each(|&atom| sat.clause(&[!body, derived[atom as usize]]));
            reasons[rule.head as usize].push(body);
            for closed in [&spared, &possible] {
                let implied: Vec<Lit> = rule.body.iter().map(|&b| !closed[b as usize]).chain([closed[rule.head as usize]]).collect();
                sat.clause(&implied);
            }
        }
        for (assumption, contrary) in rules.contraries() {
            let a = assumption as usize;
            reasons[a].clear();
            sat.clause(&[!derived[a], possible[a]]);
            // Attacked, as claimed by the set, or spared.
            let Some(contrary) = contrary else {
                sat.clause(&[spared[a]]);
                if is_stable {
                    sat.clause(&[derived[a]]);
                }
                continue;
            };
            let attacked = derived[contrary as usize];
            sat.clause(&[attacked, spared[a]]);
            sat.clause(&[!derived[a], !spared[contrary as usize]]);
            if is_stable {
                sat.clause(&[attacked, derived[a]]);
            }
        }
        for reason in reasons.iter().filter(|r| !r.is_empty()) {
            sat.clause(reason);
        }
        let mut encoding = Self { rules, sat, derived, bodies, possible };
        // A member must not be one the set attacks.
        for (assumption, contrary) in rules.contraries() {
            if let Some(contrary) = contrary {
                encoding.require(&[!encoding.derived[assumption as usize], !encoding.derived[contrary as usize]]);
            }
        }
        encoding
    }

    /// "The set derives `atom`".
    pub fn derives(&self, atom: u32) -> Lit {
        self.derived[atom as usize]
    }

    /// "The set may derive `atom`": its negation means that it does not.
    pub fn may_derive(&self, atom: u32) -> Lit {
        self.possible[atom as usize]
    }

    /// A new literal that only serves to switch clauses on by assumption.
    pub fn switch(&mut self) -> Lit {
        self.sat.fresh(false)
    }

    /// Demands that one of `literals` holds, for good.
    pub fn require(&mut self, literals: &[Lit]) {
        self.sat.clause(literals);
    }

    /// A set under `assumptions`, ascending.
    pub fn find(&mut self, assumptions: &[Lit]) -> Result<Option<Vec<u32>>, Stopped> {
        while self.sat.solve(assumptions)? {
            let set: Vec<u32> = self.rules.assumptions().iter().copied().filter(|&a| self.sat.holds(self.derived[a as usize])).collect();
            let closure = self.rules.closure(&set);
            let unfounded: Vec<bool> =
                (0..self.rules.atoms() as u32).map(|a| self.sat.holds(self.derived[a as usize]) && !is(&closure, a)).collect();
            if !unfounded.contains(&true) {
                return Ok(Some(set));
            }
            self.exclude(&unfounded);
        }
        Ok(None)
    }

    /// The loop formula: each of these atoms needs one rule for some of them whose body has none of them.
    fn exclude(&mut self, unfounded: &[bool]) {
        let outer =
            |rule: &crate::theory::assumption::rules::Rule| is(unfounded, rule.head) && !rule.body.iter().any(|&b| is(unfounded, b));
        let support: Vec<Lit> = self.rules.rules().iter().zip(&self.bodies).filter(|(r, _)| outer(r)).map(|(_, &b)| b).collect();
        for (_, &derived) in unfounded.iter().zip(&self.derived).filter(|(u, _)| **u) {
            let clause: Vec<Lit> = std::iter::once(!derived).chain(support.iter().copied()).collect();
            self.sat.clause(&clause);
        }
    }

    /// From `set` on, a set under `given` that no other under `given` exceeds. `given` and the members of `set` must agree.
    pub fn maximize(&mut self, set: Vec<u32>, given: &[Lit]) -> Result<Vec<u32>, Stopped> {
        let mut best = set;
        let switch = self.switch();
        loop {
            let mut more = self.outside(&best);
            more.push(!switch);
            self.require(&more);
            let members = best.iter().map(|&a| self.derives(a));
            let assumptions: Vec<Lit> = given.iter().copied().chain(members).chain([switch]).collect();
            match self.find(&assumptions)? {
                None => break,
                Some(larger) => best = larger,
            }
        }
        self.require(&[!switch]);
        Ok(best)
    }

    /// The literals of the assumptions outside `set`.
    pub fn outside(&self, set: &[u32]) -> Vec<Lit> {
        self.rules.assumptions().iter().filter(|a| set.binary_search(a).is_err()).map(|&a| self.derives(a)).collect()
    }
}
