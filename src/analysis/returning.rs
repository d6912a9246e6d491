//! Supports that lead back to what they support: their premises stand, but not without the claim that they are reasons for.

use crate::{
    analysis::evaluate::{Analysis, Force},
    model::{
        debate::{Debate, Target},
        ids::{ClaimId, StepId},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The most claims that are looked at; of more nothing is said.
const MOST: usize = 1_000;

/// The premises of `step`, a working support of `claim`, that would have nothing to rest on if `claim` had not. Bounded.
pub fn returning(debate: &Debate, analysis: &Analysis, step: StepId, claim: ClaimId) -> Vec<ClaimId> {
    let premises = &debate.step(step).premises;
    let depth = analysis.depth(debate, claim);
    // What has a shorter way to its grounds than the claim does not need the claim.
    if premises.iter().all(|p| analysis.depth(debate, *p) < depth) {
        return Vec::new();
    }
    let Some(founded) = founded(debate, analysis, premises, claim) else { return Vec::new() };
    premises.iter().copied().filter(|p| !founded.contains(p)).collect()
}

/// Of `claims` and all that they may rest on, what stands where `without` is taken away; nothing if that is too much to look at.
fn founded(debate: &Debate, analysis: &Analysis, claims: &[ClaimId], without: ClaimId) -> Option<BTreeSet<ClaimId>> {
    let works = |s: &StepId, c: ClaimId| analysis.force_on(debate, *s, Target::Claim(c)) == Force::Works;
    let supports = |c: ClaimId| analysis.links.supports(c).filter(move |s| works(s, c));
    let mut seen: BTreeSet<ClaimId> = claims.iter().copied().filter(|c| *c != without).collect();
    let mut queue: Vec<ClaimId> = seen.iter().copied().collect();
    let mut founded = BTreeSet::new();
    // For each claim, the steps that wait for it, each with what it leads to.
    let mut waiting: BTreeMap<ClaimId, Vec<(StepId, ClaimId)>> = BTreeMap::new();
    let mut ready = Vec::new();
    while let Some(claim) = queue.pop() {
        if analysis.grounds(debate, claim) {
            ready.push(claim);
            continue;
        }
        for step in supports(claim) {
            for premise in debate.step(step).premises.iter().filter(|p| **p != without) {
                waiting.entry(*premise).or_default().push((step, claim));
                if seen.insert(*premise) {
                    queue.push(*premise);
                }
            }
        }
        if seen.len() > MOST {
            return None;
        }
    }
    while let Some(claim) = ready.pop() {
        if founded.insert(claim) {
            let steps = waiting.remove(&claim).unwrap_or_default();
            ready.extend(steps.into_iter().filter(|(s, _)| debate.step(*s).premises.iter().all(|p| founded.contains(p))).map(|(_, to)| to));
        }
    }
    Some(founded)
}
