//! Finding unfounded atoms locally: each atom on a circle of support keeps one rule as its source, the sources make no circle, and
//! only atoms that lose theirs are looked at again (Simons, Niemelä and Soininen 2002, section 5.3). Atoms on no circle need no source.

use crate::theory::system::program::{Atom, Indexed, NONE};

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
            self.lost.push(head);
        }
    }

    /// The open atoms that only support each other, now that the rules are dead that `dead` names. The other atoms get new sources.
    pub fn unfounded(&mut self, index: &Indexed, is_open: impl Fn(Atom) -> bool, is_dead: impl Fn(u32) -> bool) -> Vec<Atom> {
        let mut loose = Vec::new();
        while let Some(atom) = self.lost.pop() {
            self.loosen(atom, &is_open, &mut loose);
        }
        let mut at = 0;
        while let Some(&atom) = loose.get(at) {
            at += 1;
            for &rule in index.needing.next(atom) {
                let head = index.program.head(rule);
                if self.source[head as usize] == rule && index.circle[head as usize] == index.circle[atom as usize] {
                    self.loosen(head, &is_open, &mut loose);
                }
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

    fn loosen(&mut self, atom: Atom, is_open: impl Fn(Atom) -> bool, loose: &mut Vec<Atom>) {
        if is_open(atom) && !std::mem::replace(&mut self.loose[atom as usize], true) {
            loose.push(atom);
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
