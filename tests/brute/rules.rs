//! Extensions as sets of defeasible rules, by trying every set. What a set attacks is told by the arguments that its rules make.

use crate::brute::arguments::{Argument, with_attacks};
use agon::theory::{framework::problem::Semantics, system::definition::System};
use std::collections::BTreeSet;

/// A small system with its complete and stable extensions.
pub(crate) struct Small {
    arguments: Vec<(Argument, u64)>,
    complete: Vec<u64>,
    stable: Vec<u64>,
}

impl Small {
    /// Nothing when there are more than `cap` arguments or more than 10 defeasible rules.
    pub(crate) fn new(system: &System, cap: usize) -> Option<Self> {
        let rules: Vec<u32> = system.rules().defeasible().collect();
        if rules.len() > 10 {
            return None;
        }
        let arguments = with_attacks(system, cap)?;
        // A set is named by a small number: bit i for the i-th rule.
        let small = |mask: u64| (0..rules.len()).filter(|&i| mask >> rules[i] & 1 == 1).fold(0usize, |set, i| set | 1 << i);
        let all = (1usize << rules.len()) - 1;
        let compact: Vec<(usize, usize)> = arguments.iter().map(|(a, hit)| (small(a.2), small(*hit))).collect();
        let attacked = |set: usize| compact.iter().filter(|(needs, _)| needs & !set == 0).fold(0, |hit, (_, attacks)| hit | attacks);
        let rest: Vec<usize> = (0..=all).map(|set| all & !attacked(set)).collect();
        let large = |set: usize| (0..rules.len()).filter(|&i| set >> i & 1 == 1).fold(0u64, |mask, i| mask | 1 << rules[i]);
        let complete = (0..=all).filter(|&s| s & !rest[s] == 0 && s == rest[rest[s]]).map(large).collect();
        let stable = (0..=all).filter(|&s| s == rest[s]).map(large).collect();
        Some(Self { arguments, complete, stable })
    }

    /// What follows from a set.
    pub(crate) fn conclusions(&self, rules: &[u32]) -> BTreeSet<u32> {
        let set = rules.iter().fold(0u64, |set, r| set | 1 << r);
        self.arguments.iter().filter(|(a, _)| a.2 & !set == 0).map(|(a, _)| a.0).collect()
    }

    /// All extensions, each ascending, in lexical order.
    pub(crate) fn extensions(&self, semantics: Semantics) -> Vec<Vec<u32>> {
        let maximal =
            |sets: &[u64]| -> Vec<u64> { sets.iter().copied().filter(|&s| !sets.iter().any(|&t| t != s && s & t == s)).collect() };
        let preferred = maximal(&self.complete);
        let found = match semantics {
            Semantics::Complete => self.complete.clone(),
            Semantics::Preferred => preferred,
            Semantics::Stable => self.stable.clone(),
            Semantics::Ideal => {
                let within = self.complete.iter().copied().filter(|&s| preferred.iter().all(|p| s & !p == 0));
                maximal(&within.collect::<Vec<u64>>())
            }
            Semantics::Grounded => self.complete.iter().copied().filter(|&s| self.complete.iter().all(|&t| s & t == s)).collect(),
            other => unreachable!("{other:?} is not read on rules"),
        };
        let mut found: Vec<Vec<u32>> = found.into_iter().map(|s| (0..64).filter(|r| s >> r & 1 == 1).collect()).collect();
        found.sort();
        found
    }
}
