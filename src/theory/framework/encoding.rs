//! Propositional encodings of a part of a framework (after Besnard & Doutre 2004): one literal "in" and one "out" per argument.
//!
//! The part is what a grounded labelling and the components decided before leave open. An attacker outside the part is either
//! out, then it does not count, or undecided for good, then it blocks: its target cannot be in, though it can still be out
//! (Baroni, Giacomin & Guida 2005, definition 18, the arguments a component may not defend).

use crate::theory::{
    framework::{attack::Framework, effort::Effort, labelling::Labelling, scope::Scope},
    sat::{
        bat::Bat,
        solver::{Lit, Sat, hope},
    },
    search::models::{Kind, Models},
};

#[cfg(feature = "cadical")]
use crate::theory::sat::cadical::Cadical;

/// From how many arguments in one piece on CaDiCaL was measured to be ahead.
#[cfg(feature = "cadical")]
const LARGE: usize = 1500;

/// The solver for models of `kind` over so many members. Conflict-free sets are looked at for stage extensions only, where CaDiCaL, if it is
/// there, is ahead on large pieces (`benches/frameworks.md`). Where answers are checked it gets all pieces, so that tests on small ones try it.
#[cfg_attr(not(feature = "cadical"), expect(unused_variables, reason = "one solver, so nothing to choose by"))]
fn solver(kind: Kind, members: usize, effort: Effort<'_>) -> Box<dyn Sat> {
    #[cfg(feature = "cadical")]
    if kind == Kind::ConflictFree && (members >= LARGE || cfg!(debug_assertions)) {
        return Box::new(Cadical::new(effort.interrupt));
    }
    Box::new(Bat::new(effort.interrupt, effort.trust))
}

/// A part of a framework as clauses.
pub struct Encoding {
    sat: Box<dyn Sat>,
    members: Vec<u32>,
    ins: Vec<Lit>,
    outs: Vec<Lit>,
    ranges: Vec<Lit>,
}

impl Encoding {
    /// Encodes the present part of `scope`, whose arguments `labelling` leaves undecided.
    pub fn new(kind: Kind, framework: &Framework, labelling: &Labelling, scope: &Scope, effort: Effort<'_>) -> Self {
        let mut sat = solver(kind, scope.members().len(), effort);
        let members = scope.members().to_vec();
        let likely = matches!(kind, Kind::Large | Kind::Complete | Kind::ConflictFree);
        let ins: Vec<Lit> = members.iter().map(|_| sat.fresh(likely)).collect();
        let outs: Vec<Lit> = match kind {
            Kind::Stable => ins.iter().map(|&i| !i).collect(),
            _ => members.iter().map(|_| sat.fresh(likely)).collect(),
        };
        let mut encoding = Self { sat, members, ins, outs, ranges: Vec::new() };
        let mut attackers: Vec<(Lit, Lit)> = Vec::new();
        for (&member, at) in scope.members().iter().zip(0..) {
            attackers.clear();
            let mut blocked = false;
            for &attacker in framework.attackers_of(member) {
                match scope.place(attacker) {
                    Some(place) => attackers.push((encoding.literal_in(place), encoding.literal_out(place))),
                    None => blocked |= labelling.is_open(attacker),
                }
            }
            encoding.constrain(kind, at, &attackers, blocked);
        }
        encoding
    }

    /// The clauses of one argument, given the literals of its attackers.
    fn constrain(&mut self, kind: Kind, at: u32, attackers: &[(Lit, Lit)], blocked: bool) {
        let (is_in, is_out) = (self.literal_in(at), self.literal_out(at));
        let sat = &mut self.sat;
        if blocked {
            sat.clause(&[!is_in]);
        }
        // Out needs an attacker that is in.
        let reasons: Vec<Lit> = std::iter::once(!is_out).chain(attackers.iter().map(|a| a.0)).collect();
        sat.clause(&reasons);
        match kind {
            Kind::Stable | Kind::ConflictFree => {
                for attacker in attackers {
                    sat.clause(&[!attacker.0, !is_in]);
                }
            }
            Kind::Admissible | Kind::Large | Kind::Complete => {
                sat.clause(&[!is_in, !is_out]);
                for attacker in attackers {
                    sat.clause(&[!is_in, attacker.1]);
                }
            }
        }
        if kind == Kind::Complete {
            for attacker in attackers {
                sat.clause(&[!attacker.0, is_out]);
            }
            if !blocked {
                let defended: Vec<Lit> = std::iter::once(is_in).chain(attackers.iter().map(|a| !a.1)).collect();
                sat.clause(&defended);
            }
        }
    }

    #[expect(clippy::indexing_slicing, reason = "there is one literal per place of the part")]
    fn literal_in(&self, place: u32) -> Lit {
        self.ins[place as usize]
    }

    #[expect(clippy::indexing_slicing, reason = "there is one literal per place of the part")]
    fn literal_out(&self, place: u32) -> Lit {
        self.outs[place as usize]
    }

    /// "Out" of one argument of the part.
    pub fn out_of(&self, argument: u32) -> Option<Lit> {
        self.outs.get(self.members.binary_search(&argument).ok()?).copied()
    }

    /// Has the first search begin with as many of `literals` as it finds to go together. Excludes nothing.
    pub fn hope(&mut self, literals: &[Lit]) {
        hope(self.sat.as_mut(), literals);
    }
}

impl Models for Encoding {
    fn sat(&self) -> &dyn Sat {
        self.sat.as_ref()
    }

    fn sat_mut(&mut self) -> &mut dyn Sat {
        self.sat.as_mut()
    }

    fn elements(&self) -> &[u32] {
        &self.members
    }

    fn ins(&self) -> &[Lit] {
        &self.ins
    }

    fn ranges(&mut self) -> &[Lit] {
        if self.ranges.is_empty() {
            for (&is_in, &is_out) in self.ins.iter().zip(&self.outs) {
                let covered = self.sat.fresh(true);
                self.sat.clause(&[!covered, is_in, is_out]);
                self.ranges.push(covered);
            }
        }
        &self.ranges
    }
}
