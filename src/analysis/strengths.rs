//! Gradual strengths of claims: a layer beside the verdicts, which it never touches.
//!
//! | in the debate | in the graph |
//! |---|---|
//! | a claim | a node with its `weight` or 0.5 as base, supported by its supports, attacked by its rebuttals and by what contradicts it |
//! | a fact | a node of strength 1 that nothing moves |
//! | a step | a node with its `weight` or 1 as base, attacked by its undercuts, that needs its premises |
//!
//! Preferences, strictness and commitments say nothing here. Claims that support each other in a circle raise each other, which a verdict
//! never allows; such claims are named.

use crate::{
    model::{
        debate::{ClaimKind, Debate, StepKind, Target},
        ids::ClaimId,
    },
    theory::gradual::{
        definition::{Bipolar, Draft, Node},
        df_quad::df_quad,
        energy::{MOST_STEPS, energy},
    },
};

/// The base of a claim that gives none.
const UNDECIDED: f64 = 0.5;

/// How strong each claim is.
#[derive(Debug, Clone)]
pub struct Strengths {
    /// For each claim its base, 0 to 1.
    pub bases: Vec<f64>,
    /// For each claim its strength by quadratic energy, 0 to 1; nothing where that did not come to rest.
    pub energy: Vec<Option<f64>>,
    /// For each claim its strength by DF-QuAD, 0 to 1; nothing at all in a debate with circles.
    pub df_quad: Option<Vec<f64>>,
    /// The claims that depend on themselves, in the order of the debate.
    pub circular: Vec<ClaimId>,
}

impl Strengths {
    /// Whether every strength came to rest.
    pub fn at_rest(&self) -> bool {
        self.energy.iter().all(Option::is_some)
    }
}

/// The strengths of the claims of `debate`. Linear, but around circles.
pub fn strengths(debate: &Debate) -> Strengths {
    let graph = graph(debate);
    let claims = debate.claims.len();
    let found = energy(&graph, MOST_STEPS);
    let settled = |c: usize| found.restless.binary_search(&(c as Node)).is_err();
    Strengths {
        bases: graph.bases().iter().copied().take(claims).collect(),
        energy: found.values.iter().take(claims).enumerate().map(|(c, &value)| settled(c).then_some(value)).collect(),
        df_quad: df_quad(&graph).map(|mut values| {
            values.truncate(claims);
            values
        }),
        circular: graph.circular().into_iter().map(ClaimId).filter(|c| c.index() < claims).collect(),
    }
}

fn graph(debate: &Debate) -> Bipolar {
    let mut draft = Draft::default();
    let claims = debate.claims.len() as Node;
    let is_fact = |claim: ClaimId| debate.claim(claim).kind == ClaimKind::Fact;
    for claim in debate.claim_ids() {
        let weight = debate.claim(claim).details.as_ref().and_then(|d| d.weight);
        draft.add(if is_fact(claim) { 1.0 } else { weight.unwrap_or(UNDECIDED) });
    }
    for (step, node) in debate.steps.iter().zip(claims..) {
        draft.add(step.details.as_ref().and_then(|d| d.weight).unwrap_or(1.0));
        step.premises.iter().for_each(|p| draft.need(node, p.0));
        for target in &step.targets {
            match (step.kind, *target) {
                (_, Target::Claim(claim)) if is_fact(claim) => {}
                (StepKind::Support, Target::Claim(claim)) => draft.support(node, claim.0),
                (_, Target::Claim(claim)) => draft.attack(node, claim.0),
                (_, Target::Step(step)) => draft.attack(node, claims + step.0),
            }
        }
    }
    for contradiction in &debate.contradictions {
        for a in &contradiction.claims {
            contradiction.claims.iter().filter(|b| *b != a && !is_fact(**b)).for_each(|b| draft.attack(a.0, b.0));
        }
    }
    draft.finish()
}
