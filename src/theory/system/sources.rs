//! Finding unfounded atoms locally: each atom on a circle of support keeps one rule as its source, the sources make no circle, and
//! only atoms that lose theirs are looked at again (the source pointers of Simons, Niemelä and Soininen 2002). Atoms on no circle need no source.

use crate::theory::system::program::{Atom, Indexed, NONE};
use std::collections::BTreeSet;

/// The sources, and the atoms that have lost theirs.
#[derive(Debug, Clone)]
pub struct Sources {
    source: Vec<u32>,
    lost: Vec<Atom>,
    loose: Vec<bool>,
}

#[expect(clippy::indexing_slicing, reason = "all arrays have one place per atom, and every atom comes from the program")]
impl Sources {
    /// Sources given by the order in which a closure reached its atoms, so that they make no circle.
    pub fn new(source: Vec<u32>) -> Self {
        Self { lost: Vec::new(), loose: vec![false; source.len()], source }
    }

    /// Notes that the rule `dead` supports `head` no more.
    pub fn lose(&mut self, index: &Indexed, head: Atom, dead: u32) {
        if index.circle[head as usize] != NONE && self.source[head as usize] == dead {
            self.source[head as usize] = NONE;
            self.lost.push(head);
        }
    }

    /// The open atoms that only support each other, now that the rules are dead that `is_dead` names. The others get new sources.
    pub fn unfounded(&mut self, index: &Indexed, is_open: impl Fn(Atom) -> bool, is_dead: impl Fn(u32) -> bool) -> Vec<Atom> {
        let mut loose = Vec::new();
        while let Some(atom) = self.lost.pop() {
            if is_open(atom) && !self.loose[atom as usize] && !self.rescue(index, atom, &is_open, &is_dead) {
                self.loosen(index, atom, &is_open, &mut loose);
            }
        }
        let mut founded = Vec::new();
        for &atom in &loose {
            let rule = index.concluding.next(atom).iter().copied().find(|&r| !is_dead(r) && self.supports(index, r));
            self.settle(atom, rule, &mut founded);
        }
        while let Some(atom) = founded.pop() {
            for &rule in index.needing.next(atom) {
                let head = index.program.head(rule);
                if self.loose[head as usize] && !is_dead(rule) && self.supports(index, rule) {
                    self.settle(head, Some(rule), &mut founded);
                }
            }
        }
        loose.retain(|&atom| std::mem::replace(&mut self.loose[atom as usize], false));
        loose
    }

    /// Looks for another source by walking up from each rule for `atom`, and gives up once walking down is known to be the shorter way.
    fn rescue(&mut self, index: &Indexed, atom: Atom, is_open: impl Fn(Atom) -> bool, is_dead: impl Fn(u32) -> bool) -> bool {
        let mut budget = 32;
        loop {
            let mut left = budget;
            let rules = index.concluding.next(atom).iter().copied();
            let mut alive = rules.filter(|&rule| !is_dead(rule)).map(|rule| (rule, self.is_founded(index, rule, &is_open, &mut left)));
            if let Some((rule, _)) = alive.find(|&(_, founded)| founded) {
                self.source[atom as usize] = rule;
                return true;
            }
            if left > 0 || self.carries_less_than(index, atom, budget) {
                return false;
            }
            budget *= 4;
        }
    }

    /// Whether all sources above `rule` are in place, found in at most `left` steps.
    fn is_founded(&self, index: &Indexed, rule: u32, is_open: impl Fn(Atom) -> bool, left: &mut usize) -> bool {
        let mut seen = BTreeSet::new();
        let mut queue = vec![rule];
        while let Some(rule) = queue.pop() {
            let circle = index.circle[index.program.head(rule) as usize];
            for literal in index.program.body(rule).iter().filter(|l| !l.is_negative() && index.circle[l.atom() as usize] == circle) {
                let source = self.source[literal.atom() as usize];
                if is_open(literal.atom()) && seen.insert(literal.atom()) {
                    if *left == 0 || source == NONE {
                        return false;
                    }
                    *left -= 1;
                    queue.push(source);
                }
            }
        }
        true
    }

    /// Whether fewer than `limit` steps lead down from `atom` to all atoms that have their source from it.
    fn carries_less_than(&self, index: &Indexed, atom: Atom, limit: usize) -> bool {
        let mut queue = vec![atom];
        let mut steps = 0;
        while let Some(atom) = queue.pop() {
            steps += 1 + index.needing.next(atom).len();
            if steps >= limit {
                return false;
            }
            queue.extend(self.carried(index, atom));
        }
        true
    }

    /// The atoms of the same circle whose source needs `atom`.
    fn carried(&self, index: &Indexed, atom: Atom) -> impl Iterator<Item = Atom> {
        let circle = &index.circle;
        let heads = index.needing.next(atom).iter().map(|&rule| (rule, index.program.head(rule)));
        heads.filter(move |&(rule, head)| self.source[head as usize] == rule && circle[head as usize] == circle[atom as usize]).map(|h| h.1)
    }

    fn loosen(&mut self, index: &Indexed, atom: Atom, is_open: impl Fn(Atom) -> bool, loose: &mut Vec<Atom>) {
        let mut queue = vec![atom];
        while let Some(atom) = queue.pop() {
            if is_open(atom) && !self.loose[atom as usize] {
                queue.extend(self.carried(index, atom));
                self.loose[atom as usize] = true;
                self.source[atom as usize] = NONE;
                loose.push(atom);
            }
        }
    }

    fn settle(&mut self, atom: Atom, rule: Option<u32>, founded: &mut Vec<Atom>) {
        if let Some(rule) = rule {
            self.source[atom as usize] = rule;
            self.loose[atom as usize] = false;
            founded.push(atom);
        }
    }

    fn supports(&self, index: &Indexed, rule: u32) -> bool {
        index.program.body(rule).iter().all(|l| l.is_negative() || !self.loose[l.atom() as usize])
    }
}
