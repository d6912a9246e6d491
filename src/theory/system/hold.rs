//! What the value of an atom hangs on: clauses such that, while they are there, taking away any others leaves the atom as it is.
//!
//! An atom that holds rests on the reasons that the model keeps. That an atom does not hold rests on two sets: atoms that do not hold,
//! each of whose clauses has a literal that is in doubt, and atoms that do not fail, each with a clause that derives it from such atoms
//! alone. No round of the alternating fixpoint can leave two such sets, so they too are a proof.

use crate::theory::system::{
    program::{Atom, Indexed, Literal, NONE},
    well_founded::{Model, Value},
};

/// What the value of an atom hangs on.
#[derive(Debug, Clone, Default)]
pub struct Hold {
    /// The clauses that must stay, ascending.
    pub clauses: Vec<u32>,
    /// The dead clauses whose absence was taken for granted, ascending: the proof is good where all of them are missing.
    pub absent: Vec<u32>,
}

/// What it hangs on that `atom` holds in `model`, or that it does not. `dead` names the clauses that were dead there. Linear.
pub fn hold(index: &Indexed, model: &Model, atom: Atom, dead: impl Fn(u32) -> bool) -> Hold {
    let mut walk = Walk { index, model, dead, known: vec![0; index.atoms], queue: Vec::new(), found: Hold::default() };
    if walk.value(atom) == Value::True {
        walk.decided(atom);
    } else {
        walk.doubtful(atom);
    }
    let mut found = walk.found;
    for list in [&mut found.clauses, &mut found.absent] {
        list.sort_unstable();
        list.dedup();
    }
    found
}

/// Marks of an atom: its value is explained, it need not hold, it need not fail.
const DECIDED: u8 = 1;
const NOT_TRUE: u8 = 2;
const NOT_FALSE: u8 = 4;

struct Walk<'a, D> {
    index: &'a Indexed,
    model: &'a Model,
    dead: D,
    known: Vec<u8>,
    queue: Vec<(Atom, u8)>,
    found: Hold,
}

impl<D: Fn(u32) -> bool> Walk<'_, D> {
    fn value(&self, atom: Atom) -> Value {
        self.model.value(atom)
    }

    fn want(&mut self, atom: Atom, mark: u8) {
        if let Some(known) = self.known.get_mut(atom as usize).filter(|k| **k & mark == 0) {
            *known |= mark;
            self.queue.push((atom, mark));
        }
    }

    /// Follows the reasons of an atom that holds or fails.
    fn decided(&mut self, atom: Atom) {
        self.want(atom, DECIDED);
        while let Some((atom, _)) = self.queue.pop() {
            if self.value(atom) == Value::True {
                if let Some(clause) = self.model.given_by(atom) {
                    self.found.clauses.push(clause);
                    self.index.program.body(clause).iter().for_each(|l| self.want(l.atom(), DECIDED));
                }
                continue;
            }
            for &clause in self.index.concluding.next(atom) {
                if (self.dead)(clause) {
                    self.found.absent.push(clause);
                } else if let Some(reason) = self.model.killed_by(clause) {
                    self.want(reason.atom(), DECIDED);
                }
            }
        }
    }

    /// Follows the two sets by which an atom does not hold.
    fn doubtful(&mut self, atom: Atom) {
        let by = self.derivations();
        self.want(atom, NOT_TRUE);
        while let Some((atom, mark)) = self.queue.pop() {
            if mark == NOT_FALSE {
                if let Some(&clause) = by.get(atom as usize).filter(|&&clause| clause != NONE) {
                    self.found.clauses.push(clause);
                    for literal in self.index.program.body(clause) {
                        self.want(literal.atom(), if literal.is_negative() { NOT_TRUE } else { NOT_FALSE });
                    }
                }
                continue;
            }
            for &clause in self.index.concluding.next(atom) {
                if (self.dead)(clause) {
                    self.found.absent.push(clause);
                } else if let Some(literal) = self.doubt(clause) {
                    self.want(literal.atom(), if literal.is_negative() { NOT_FALSE } else { NOT_TRUE });
                }
            }
        }
    }

    /// A literal of `clause` that does not hold: one that is followed already, else a premise, which mostly takes less to explain.
    fn doubt(&self, clause: u32) -> Option<Literal> {
        let rank = |l: &&Literal| {
            let mark = if l.is_negative() { NOT_FALSE } else { NOT_TRUE };
            let followed = self.known.get(l.atom() as usize).is_some_and(|k| k & mark != 0);
            (!followed, l.is_negative())
        };
        let in_doubt = |l: &&Literal| self.value(l.atom()) != if l.is_negative() { Value::False } else { Value::True };
        self.index.program.body(clause).iter().filter(in_doubt).min_by_key(rank).copied()
    }

    /// For each atom that does not fail, a clause that derives it from others and from what does not hold; they make no circle.
    #[expect(clippy::indexing_slicing, reason = "one place per atom and per clause, and every number comes from the program")]
    fn derivations(&self) -> Vec<u32> {
        let program = &self.index.program;
        let bars = |l: &Literal| l.is_negative() && self.value(l.atom()) == Value::True;
        let usable = |clause: u32| !(self.dead)(clause) && !program.body(clause).iter().any(bars);
        let mut missing: Vec<u32> = program.rules().map(|r| program.body(r).iter().filter(|l| !l.is_negative()).count() as u32).collect();
        let mut by = vec![NONE; self.index.atoms];
        let mut queue: Vec<u32> = program.rules().filter(|&r| missing[r as usize] == 0 && usable(r)).collect();
        let mut at = 0;
        while let Some(&clause) = queue.get(at) {
            at += 1;
            let head = program.head(clause);
            if by[head as usize] != NONE {
                continue;
            }
            by[head as usize] = clause;
            for &next in self.index.needing.next(head) {
                missing[next as usize] -= 1;
                if missing[next as usize] == 0 && usable(next) {
                    queue.push(next);
                }
            }
        }
        by
    }
}
