//! The checker of refutations: whether what a solver learns follows, and so whether "unsatisfiable" is true.
//!
//! A clause follows by reverse unit propagation when its negation and the clauses so far lead, by unit clauses alone, to a contradiction
//! (Goldberg & Novikov 2003; Van Gelder 2008). What a solver of clauses learns follows so, and a refutation is a row of learnt clauses that
//! ends in a contradiction with the assumptions. Each is checked as it is learnt, so no proof is kept. The checker shares nothing with the
//! search: a clause that is left out, or forgotten too early, can only make a check fail.

use std::collections::HashMap;

use crate::theory::sat::solver::Lit;

/// Clauses that are given, and clauses that were shown to follow from them.
#[derive(Debug, Clone, Default)]
pub struct Checker {
    /// The clauses of two literals and more; those forgotten are empty.
    clauses: Vec<Vec<u32>>,
    /// For each literal the clauses that have it in one of their first two places.
    watches: Vec<Vec<Watch>>,
    /// For each literal whether it is true.
    holds: Vec<bool>,
    /// The literals that are true, in order; without assumptions, for good.
    trail: Vec<u32>,
    propagated: usize,
    is_refuted: bool,
    /// The learnt clauses by their keys.
    learnt: HashMap<u64, Vec<u32>>,
    last: Option<(u64, u32)>,
}

/// A clause, and one of its literals: while that is true, the clause need not be read.
#[derive(Debug, Clone, Copy)]
struct Watch {
    clause: u32,
    other: u32,
}

#[expect(clippy::indexing_slicing, reason = "there are two places per variable, and watches name clauses that are there")]
impl Checker {
    /// Makes room for one more variable.
    pub fn fresh(&mut self) {
        self.watches.extend([Vec::new(), Vec::new()]);
        self.holds.extend([false, false]);
    }

    /// Takes `clause` as given.
    pub fn give(&mut self, clause: &[Lit]) {
        self.keep(clause);
    }

    /// Takes `clause` as learnt; whether it follows.
    pub fn learn(&mut self, clause: &[Lit]) -> bool {
        let negation: Vec<Lit> = clause.iter().map(|&l| !l).collect();
        let follows = self.refutes(&negation);
        self.last = self.keep(clause).map(|at| (key(clause), at));
        if let Some((key, at)) = self.last {
            self.learnt.entry(key).or_default().push(at);
        }
        follows
    }

    /// Forgets a learnt clause, if it was kept. Another of the same key may be taken for it, which is sound.
    pub fn forget(&mut self, clause: &[Lit]) {
        if let Some(at) = self.learnt.get_mut(&key(clause)).and_then(Vec::pop) {
            self.clauses[at as usize] = Vec::new();
        }
    }

    /// Forgets the clause learnt last: solvers report why assumptions fail as if they learnt it.
    pub fn forget_last(&mut self) {
        if let Some((key, at)) = self.last.take() {
            self.clauses[at as usize] = Vec::new();
            if let Some(places) = self.learnt.get_mut(&key) {
                places.retain(|&p| p != at);
            }
        }
    }

    /// Whether unit clauses alone show that the clauses cannot all hold together with `assumptions`.
    pub fn refutes(&mut self, assumptions: &[Lit]) -> bool {
        let size = self.trail.len();
        let mut clashes = self.is_refuted;
        for &Lit(assumed) in assumptions {
            clashes |= self.holds[(assumed ^ 1) as usize];
            self.enter(assumed);
        }
        clashes = clashes || !self.propagate();
        for undone in self.trail.drain(size..) {
            self.holds[undone as usize] = false;
        }
        self.propagated = size;
        clashes
    }

    /// Whether `model` makes all clauses true.
    pub fn is_model(&self, model: impl Fn(Lit) -> bool) -> bool {
        let holds = |&l: &u32| model(Lit(l));
        !self.is_refuted && self.trail.iter().all(holds) && self.clauses.iter().all(|c| c.is_empty() || c.iter().any(holds))
    }

    /// Keeps what is left of `clause` once all that holds for good is used; its place, if that is more than one literal.
    fn keep(&mut self, clause: &[Lit]) -> Option<u32> {
        let mut clause: Vec<u32> = clause.iter().map(|l| l.0).filter(|&l| !self.holds[(l ^ 1) as usize]).collect();
        clause.sort_unstable();
        clause.dedup();
        if self.is_refuted || clause.iter().any(|&l| self.holds[l as usize]) || clause.windows(2).any(|pair| pair[0] ^ 1 == pair[1]) {
            return None;
        }
        match *clause {
            [] => self.is_refuted = true,
            [only] => {
                self.enter(only);
                self.is_refuted = !self.propagate();
            }
            [first, second, ..] => {
                let at = self.clauses.len() as u32;
                self.watches[first as usize].push(Watch { clause: at, other: second });
                self.watches[second as usize].push(Watch { clause: at, other: first });
                self.clauses.push(clause);
                return Some(at);
            }
        }
        None
    }

    fn enter(&mut self, literal: u32) {
        if !std::mem::replace(&mut self.holds[literal as usize], true) {
            self.trail.push(literal);
        }
    }

    /// Follows unit clauses; false at a contradiction.
    fn propagate(&mut self) -> bool {
        while let Some(&literal) = self.trail.get(self.propagated) {
            self.propagated += 1;
            let denied = literal ^ 1;
            let mut watches = std::mem::take(&mut self.watches[denied as usize]);
            let mut clashes = false;
            watches.retain_mut(|watch| clashes || self.visit(denied, watch, &mut clashes));
            self.watches[denied as usize] = watches;
            if clashes {
                return false;
            }
        }
        true
    }

    /// Looks at a clause one of whose watched literals is `denied`; whether that is still to be watched.
    fn visit(&mut self, denied: u32, watch: &mut Watch, clashes: &mut bool) -> bool {
        if self.holds[watch.other as usize] {
            return true;
        }
        let clause = &mut self.clauses[watch.clause as usize];
        if clause.is_empty() {
            return false;
        }
        if clause[0] == denied {
            clause.swap(0, 1);
        }
        let first = clause[0];
        watch.other = first;
        if self.holds[first as usize] {
            return true;
        }
        if let Some(next) = (2..clause.len()).find(|&i| !self.holds[(clause[i] ^ 1) as usize]) {
            clause.swap(1, next);
            self.watches[clause[1] as usize].push(*watch);
            return false;
        }
        if self.holds[(first ^ 1) as usize] {
            *clashes = true;
        } else {
            self.enter(first);
        }
        true
    }
}

/// The same for the same literals in any order: the sum of what the finalizer of SplitMix64 makes of each (Steele, Lea & Flood 2014).
fn key(clause: &[Lit]) -> u64 {
    let mix = |&Lit(literal): &Lit| {
        let mut z = u64::from(literal).wrapping_add(0x9E37_79B9_7F4A_7C15);
        z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    };
    clause.iter().map(mix).fold(0, u64::wrapping_add)
}
