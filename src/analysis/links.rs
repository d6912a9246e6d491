//! Who bears on whom, both ways: the steps of a debate, found from the claims and steps that they touch.

use crate::{
    graph::digraph::Digraph,
    model::{
        debate::{Debate, StepKind, Target},
        ids::{ClaimId, StepId},
    },
};

/// The steps of a debate by what they touch.
#[derive(Debug, Clone)]
pub struct Links {
    supports: Digraph,
    rebuttals: Digraph,
    undercuts: Digraph,
    uses: Digraph,
    attacks: Digraph,
    limits: Digraph,
    contradictions: Digraph,
}

fn pairs(debate: &Debate, kind: StepKind) -> impl Iterator<Item = (u32, u32)> + Clone + '_ {
    let steps = debate.steps.iter().zip(0u32..).filter(move |(s, _)| s.kind == kind);
    steps.flat_map(|(step, id)| {
        step.targets.iter().map(move |target| match target {
            Target::Claim(claim) => (claim.0, id),
            Target::Step(step) => (step.0, id),
        })
    })
}

impl Links {
    /// Reads the steps of `debate`. Linear.
    pub fn new(debate: &Debate) -> Self {
        let size = debate.claims.len().max(debate.steps.len());
        let uses = debate.steps.iter().zip(0u32..).flat_map(|(step, id)| step.premises.iter().map(move |p| (p.0, id)));
        let attacks = debate.steps.iter().zip(0u32..).filter(|(step, _)| step.kind == StepKind::Rebuttal);
        let attacks = attacks.flat_map(|(step, id)| step.premises.iter().map(move |p| (p.0, id)));
        let clashes = debate
            .contradictions
            .iter()
            .flat_map(|c| c.claims.iter().flat_map(|a| c.claims.iter().filter(move |b| *b != a).map(|b| (a.0, b.0))));
        Self {
            supports: Digraph::new(size, pairs(debate, StepKind::Support)),
            rebuttals: Digraph::new(size, pairs(debate, StepKind::Rebuttal)),
            undercuts: Digraph::new(size, pairs(debate, StepKind::Undercut)),
            uses: Digraph::new(size, uses),
            attacks: Digraph::new(size, attacks),
            limits: Digraph::new(size, debate.limits.iter().map(|l| (l.target.0, l.claim.0))),
            contradictions: Digraph::new(size, clashes),
        }
    }

    /// The supports of a claim.
    pub fn supports(&self, claim: ClaimId) -> impl ExactSizeIterator<Item = StepId> + '_ {
        self.supports.next(claim.0).iter().map(|s| StepId(*s))
    }

    /// The steps of the rebuttals of a claim.
    pub fn rebuttals(&self, claim: ClaimId) -> impl ExactSizeIterator<Item = StepId> + '_ {
        self.rebuttals.next(claim.0).iter().map(|s| StepId(*s))
    }

    /// The steps of the undercuts of a step.
    pub fn undercuts(&self, step: StepId) -> impl ExactSizeIterator<Item = StepId> + '_ {
        self.undercuts.next(step.0).iter().map(|s| StepId(*s))
    }

    /// The steps that a claim is a premise of.
    pub fn uses(&self, claim: ClaimId) -> impl ExactSizeIterator<Item = StepId> + '_ {
        self.uses.next(claim.0).iter().map(|s| StepId(*s))
    }

    /// The steps by which a claim rebuts others.
    pub fn attacks(&self, claim: ClaimId) -> impl ExactSizeIterator<Item = StepId> + '_ {
        self.attacks.next(claim.0).iter().map(|s| StepId(*s))
    }

    /// The claims that limit a claim.
    pub fn limits(&self, claim: ClaimId) -> impl ExactSizeIterator<Item = ClaimId> + '_ {
        self.limits.next(claim.0).iter().map(|c| ClaimId(*c))
    }

    /// The claims that a claim is said to contradict.
    pub fn contradictions(&self, claim: ClaimId) -> impl ExactSizeIterator<Item = ClaimId> + '_ {
        self.contradictions.next(claim.0).iter().map(|c| ClaimId(*c))
    }
}
