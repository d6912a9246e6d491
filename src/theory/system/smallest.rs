//! A smallest set that is enough for something, with the proof that there is none smaller, while that is little work. For defences to find
//! one is NP-hard (Caminada and Dunne 2019 for strongly admissible sets of arguments).
//!
//! What a set is enough for grows with the set. So a set that is not enough lacks all of some others, of which one is needed; and a
//! smallest set that meets all such demands found so far is either enough, and then a smallest one, or yields another demand (as in
//! the extraction of smallest unsatisfiable cores of Ignatiev, Previti, Liffiton and Marques-Silva 2015).

use std::collections::BTreeSet;

/// The most sets tried while meeting the demands, for each search.
const MOST_TRIES: usize = 20_000;

/// A smallest subset of `candidates` that is enough, by the monotone test `suffices`: `known`, which is, unless there is a smaller one.
/// Nothing when the question is not settled with `evaluations` calls.
pub(crate) fn smallest(
    candidates: &[u32],
    known: &BTreeSet<u32>,
    mut evaluations: usize,
    mut suffices: impl FnMut(&BTreeSet<u32>) -> bool,
) -> Option<BTreeSet<u32>> {
    let mut demands: Vec<Vec<u32>> = Vec::new();
    let mut least = 0;
    let mut ask = |set: &BTreeSet<u32>| {
        evaluations = evaluations.checked_sub(1)?;
        Some(suffices(set))
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
        // As much as can be added while it is not enough: one of the others is needed.
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
fn meet(demands: &[Vec<u32>], size: usize, tries: &mut usize) -> Option<Option<BTreeSet<u32>>> {
    // Each entry is a choice made and the next member of the demand to try.
    let mut chosen: Vec<(u32, usize, usize)> = Vec::new();
    let mut next = 0;
    loop {
        *tries = tries.checked_sub(1)?;
        let is_met = |demand: &&Vec<u32>| !demand.iter().any(|r| chosen.iter().any(|c| c.0 == *r));
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
