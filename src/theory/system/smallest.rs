//! A smallest defence, with the proof that there is none smaller, while that is little work: to find one is NP-hard (Caminada and Dunne
//! 2019 for strongly admissible sets of arguments).
//!
//! What a set defends grows with the set. So what keeps a set from being a defence is a set of rules of which it needs one, and a
//! smallest set that meets all such demands found so far is either a defence, and then a smallest one, or yields another demand (as in
//! the extraction of smallest unsatisfiable cores of Ignatiev, Previti, Liffiton and Marques-Silva 2015).

use crate::theory::system::rules::RuleId;
use std::collections::BTreeSet;

/// The most sets tried while meeting the demands, for each search.
const MOST_TRIES: usize = 20_000;

/// A smallest subset of `candidates` that `defends`, which is monotone, if one smaller than `known` exists; then `known` itself, which
/// does. Nothing when the question is not settled with `evaluations` calls.
pub(crate) fn smallest(
    candidates: &[RuleId],
    known: &BTreeSet<RuleId>,
    mut evaluations: usize,
    mut defends: impl FnMut(&BTreeSet<RuleId>) -> bool,
) -> Option<BTreeSet<RuleId>> {
    let mut demands: Vec<Vec<RuleId>> = Vec::new();
    let mut least = 0;
    let mut ask = |set: &BTreeSet<RuleId>| {
        evaluations = evaluations.checked_sub(1)?;
        Some(defends(set))
    };
    loop {
        let set = loop {
            if least >= known.len() {
                return Some(known.clone());
            }
            let mut tries = MOST_TRIES;
            match meet(&demands, least, &mut tries)? {
                Some(set) => break set,
                None => least += 1,
            }
        };
        if ask(&set)? {
            return Some(set);
        }
        // As much as can be added without defending: one of the others is needed.
        let mut failing = set;
        let mut demand = Vec::new();
        for &rule in candidates {
            if failing.insert(rule) && ask(&failing)? {
                failing.remove(&rule);
                demand.push(rule);
            }
        }
        demands.push(demand);
    }
}

/// A set of at most `size` members with one of each demand, if there is one; the outer nothing when that takes too many tries.
fn meet(demands: &[Vec<RuleId>], size: usize, tries: &mut usize) -> Option<Option<BTreeSet<RuleId>>> {
    // Each entry is a choice made and the next member of the demand to try.
    let mut chosen: Vec<(RuleId, usize, usize)> = Vec::new();
    let mut next = 0;
    loop {
        *tries = tries.checked_sub(1)?;
        let is_met = |demand: &&Vec<RuleId>| !demand.iter().any(|r| chosen.iter().any(|c| c.0 == *r));
        let unmet = demands.iter().enumerate().find(|(_, d)| is_met(d));
        let Some((place, demand)) = unmet else { return Some(Some(chosen.iter().map(|c| c.0).collect())) };
        match demand.get(next).filter(|_| chosen.len() < size) {
            Some(&rule) => {
                chosen.push((rule, place, next));
                next = 0;
            }
            None => match chosen.pop() {
                Some((_, _, at)) => next = at + 1,
                None => return Some(None),
            },
        }
    }
}
