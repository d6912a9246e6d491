//! The largest admissible subset of a conflict-free set, kept up as members are taken away.
//!
//! In a conflict-free set the union of admissible subsets is admissible, so the largest is unique: what remains when undefended
//! members are struck until none is left (Dunne, Dvořák & Woltran 2013, the second half of computing ideal sets). Linear over the
//! whole life of the set.

use crate::theory::framework::{attack::Framework, labelling::Labelling};

/// A set that defends all its members against the undecided arguments; attackers that are out do not count.
pub struct Defended<'a> {
    framework: &'a Framework,
    labelling: &'a Labelling<'a>,
    member: Vec<bool>,
    /// For each argument, how many attacks on it come from members.
    hits: Vec<u32>,
}

#[expect(clippy::indexing_slicing, reason = "both arrays have one place per argument, and every argument comes from the framework")]
impl<'a> Defended<'a> {
    /// The largest part of `set`, which is conflict-free and undecided in `labelling`, that defends itself.
    pub fn new(framework: &'a Framework, labelling: &'a Labelling<'a>, set: &[u32]) -> Self {
        let mut member = vec![false; framework.len()];
        let mut hits = vec![0; framework.len()];
        for &argument in set {
            member[argument as usize] = true;
            framework.attacked_by(argument).iter().for_each(|&target| hits[target as usize] += 1);
        }
        let mut defended = Self { framework, labelling, member, hits };
        let attackers = |&a: &u32| framework.attackers_of(a).iter().any(|&b| labelling.is_open(b) && defended.hits[b as usize] == 0);
        let undefended: Vec<u32> = set.iter().copied().filter(attackers).collect();
        defended.strike(undefended);
        defended
    }

    /// Whether `argument` is left.
    pub fn contains(&self, argument: u32) -> bool {
        self.member[argument as usize]
    }

    /// Strikes `arguments` and what is undefended without them.
    pub fn strike(&mut self, arguments: Vec<u32>) {
        let mut queue = arguments;
        while let Some(argument) = queue.pop() {
            if !std::mem::take(&mut self.member[argument as usize]) {
                continue;
            }
            for &target in self.framework.attacked_by(argument) {
                self.hits[target as usize] -= 1;
                if self.hits[target as usize] == 0 && self.labelling.is_open(target) {
                    queue.extend(self.framework.attacked_by(target).iter().filter(|&&a| self.member[a as usize]));
                }
            }
        }
    }
}
