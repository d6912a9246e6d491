//! Rebuttals that rest on what they attack, so that both are open.

use crate::{
    analysis::{evaluate::Analysis, verdict::Verdict},
    graph::{components::components, digraph::Digraph},
    model::{
        debate::{Debate, StepKind, Target},
        ids::{ClaimId, StepId},
    },
};
use std::collections::BTreeSet;

/// The rebuttals of a debate that rest on what they attack.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Loops {
    /// Each as its step, its claim and its target, in the order of the steps.
    pub list: Vec<(StepId, ClaimId, ClaimId)>,
    /// All claims that lie on their circles.
    pub claims: BTreeSet<ClaimId>,
}

/// The rebuttals of `debate` that rest on what they attack. Near linear.
pub fn loops(debate: &Debate, analysis: &Analysis) -> Loops {
    // A rebuttal rests on its target when both lie on one circle of supports and rebuttals, of which the supports lead from the target.
    let claims = debate.claims.len();
    let bears = debate.steps.iter().filter(|s| s.kind != StepKind::Undercut).flat_map(|step| {
        let targets = step.claims().map(|c| c.0);
        targets.flat_map(|to| step.premises.iter().map(move |from| (from.0, to)))
    });
    let graph = Digraph::new(claims, bears);
    let circles = components(&graph);
    let mut list = Vec::new();
    for (id, step) in debate.step_ids().zip(&debate.steps).filter(|(_, s)| s.kind == StepKind::Rebuttal) {
        let Some(rebuttal) = step.premises.first().copied() else { continue };
        for target in &step.targets {
            let Target::Claim(target) = *target else { continue };
            let open = analysis.verdict(rebuttal) == Verdict::Open && analysis.verdict(target) == Verdict::Open;
            if open
                && circles.of.get(rebuttal.index()) == circles.of.get(target.index())
                && supports_reach(debate, analysis, target, rebuttal)
            {
                list.push((id, rebuttal, target));
            }
        }
    }
    let on: BTreeSet<usize> = list.iter().filter_map(|(_, r, _)| circles.of.get(r.index())).map(|c| *c as usize).collect();
    let claims = on.iter().flat_map(|c| circles.members(*c)).map(|c| ClaimId(*c)).collect();
    Loops { list, claims }
}

/// The most claims that one search visits; a longer way is not told.
const MOST_VISITED: usize = 1_000;

/// Whether supports alone lead from one claim to another.
fn supports_reach(debate: &Debate, analysis: &Analysis, from: ClaimId, to: ClaimId) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut queue = vec![from];
    while let Some(claim) = queue.pop().filter(|_| seen.len() < MOST_VISITED) {
        if claim == to {
            return true;
        }
        for step in analysis.links.uses(claim).map(|s| debate.step(s)).filter(|s| s.kind == StepKind::Support) {
            let targets = step.claims();
            queue.extend(targets.filter(|t| seen.insert(*t)));
        }
    }
    false
}
