//! Circles of support: steps that rest on each other, and so on nothing.

use crate::{
    graph::{components::components, digraph::Digraph},
    model::{
        debate::{Debate, StepKind},
        ids::{ClaimId, StepId},
    },
};

/// Supports that rest on each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Circle {
    /// The supports, in the order of the debate.
    pub steps: Vec<StepId>,
    /// The claims that they lead through, in the order of the debate.
    pub claims: Vec<ClaimId>,
}

/// The circles of support of `debate`, by their first claims. Linear.
pub fn circles(debate: &Debate) -> Vec<Circle> {
    let claims = debate.claims.len() as u32;
    let edges = debate.steps.iter().zip(0u32..).filter(|(s, _)| s.kind == StepKind::Support).flat_map(|(step, id)| {
        let into = step.premises.iter().map(move |p| (p.0, claims + id));
        let out = step.claims().map(move |c| (claims + id, c.0));
        into.chain(out)
    });
    let graph = Digraph::new(debate.claims.len() + debate.steps.len(), edges);
    let found = components(&graph);
    let mut circles: Vec<Circle> = (0..found.count())
        .filter(|c| found.is_circular(*c, &graph))
        .map(|c| {
            let (claims_in, steps_in): (Vec<u32>, Vec<u32>) = found.members(c).iter().partition(|n| **n < claims);
            Circle {
                steps: steps_in.into_iter().map(|s| StepId(s - claims)).collect(),
                claims: claims_in.into_iter().map(ClaimId).collect(),
            }
        })
        .collect();
    circles.sort_by(|a, b| a.claims.cmp(&b.claims));
    circles
}
