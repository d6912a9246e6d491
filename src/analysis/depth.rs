//! How far each claim that stands is from what needs no reason, so that reasons can be told without running in a circle.

use crate::{
    analysis::links::Links,
    model::{
        debate::{Debate, StepKind, Target},
        ids::{ClaimId, StepId},
    },
};

/// The depth of a claim that no working support reaches.
pub const UNREACHED: u32 = u32::MAX;

/// For each claim, the least number of working supports in a row that lead to it from what `needs_none`. Linear.
pub fn depths(debate: &Debate, links: &Links, needs_none: impl Fn(ClaimId) -> bool, works: impl Fn(StepId, ClaimId) -> bool) -> Vec<u32> {
    let mut depths = vec![UNREACHED; debate.claims.len()];
    let mut missing: Vec<usize> = debate.steps.iter().map(|s| s.premises.len()).collect();
    let mut queue: Vec<ClaimId> = debate.claim_ids().filter(|c| needs_none(*c)).collect();
    queue.iter().for_each(|c| set(&mut depths, *c, 0));
    let mut at = 0;
    // Breadth first: a step is complete with its last premise, which is its deepest.
    while let Some(claim) = queue.get(at).copied() {
        at += 1;
        let next = depths.get(claim.index()).map_or(UNREACHED, |d| d.saturating_add(1));
        for step in links.uses(claim).filter(|s| debate.step(*s).kind == StepKind::Support) {
            let Some(left) = missing.get_mut(step.index()) else { continue };
            *left = left.saturating_sub(1);
            if *left > 0 {
                continue;
            }
            for target in &debate.step(step).targets {
                if let Target::Claim(target) = target
                    && depths.get(target.index()) == Some(&UNREACHED)
                    && works(step, *target)
                {
                    set(&mut depths, *target, next);
                    queue.push(*target);
                }
            }
        }
    }
    depths
}

fn set(depths: &mut [u32], claim: ClaimId, depth: u32) {
    if let Some(slot) = depths.get_mut(claim.index()) {
        *slot = depth;
    }
}
