//! Circles of support: steps that rest on each other, and on nothing unless a claim among them has a ground of its own.

use crate::{
    analysis::{
        evaluate::{Analysis, Force},
        verdict::Verdict,
    },
    graph::{components::components, digraph::Digraph},
    model::{
        debate::{Debate, StepKind, Target},
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

impl Circle {
    /// The claims of the circle that stand or are open and would be so without it: what needs no support, or has one from outside. All
    /// others of the circle that stand or are open rest on these. Linear in the supports of the circle's claims.
    pub fn grounded(&self, debate: &Debate, analysis: &Analysis) -> Vec<ClaimId> {
        let is_outside = |step: &StepId| self.steps.binary_search(step).is_err();
        let carries = |step, claim| is_outside(&step) && analysis.force_on(debate, step, Target::Claim(claim)) != Force::Fails;
        let has_ground = |claim| analysis.grounds(debate, claim) || analysis.links.supports(claim).any(|step| carries(step, claim));
        self.claims.iter().copied().filter(|c| is_live(analysis, *c) && has_ground(*c)).collect()
    }

    /// Whether all its claims stand or are open.
    pub fn is_live(&self, analysis: &Analysis) -> bool {
        self.claims.iter().all(|c| is_live(analysis, *c))
    }
}

fn is_live(analysis: &Analysis, claim: ClaimId) -> bool {
    matches!(analysis.verdict(claim), Verdict::Stands | Verdict::Open)
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
