//! Which the key judgements are.
//!
//! With questions in the debate, their answers are the judgements, in the order of the files. Without, the judgements are the claims that
//! serve nothing else, those with most said directly for and against them first.

use crate::{
    model::{
        debate::ClaimKind,
        ids::{ClaimId, QuestionId},
    },
    report::run::Report,
};
use std::{cmp::Reverse, collections::BTreeSet};

/// One judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// The question that it answers.
    pub question: Option<QuestionId>,
    /// The answer, unless the question is open.
    pub claim: Option<ClaimId>,
}

impl Judgement {
    /// The answer, or the answers that stand together.
    pub fn answers<'r>(&self, report: &'r Report<'_>) -> impl Iterator<Item = ClaimId> + use<'r> {
        let together = self.question.map_or(&[][..], |q| report.analysis.outcome(q).together(report.debate.question(q)));
        self.claim.into_iter().chain(together.iter().copied())
    }
}

/// The judgements of the debate, in the order in which they are told. Linear, but for a sort.
pub fn choose(report: &Report<'_>) -> Vec<Judgement> {
    let debate = &report.debate;
    if !debate.questions.is_empty() {
        return debate.question_ids().map(|q| Judgement { question: Some(q), claim: report.analysis.outcome(q).answer() }).collect();
    }
    let links = &report.analysis.links;
    let limits: BTreeSet<ClaimId> = debate.limits.iter().map(|l| l.claim).collect();
    let mut top: Vec<(usize, ClaimId)> = debate
        .claim_ids()
        .filter(|c| {
            matches!(debate.claim(*c).kind, ClaimKind::Claim | ClaimKind::Premise) && !limits.contains(c) && links.uses(*c).len() == 0
        })
        .map(|c| (links.supports(c).len() + links.rebuttals(c).len() + links.contradictions(c).len(), c))
        .collect();
    top.sort_by_key(|(weight, claim)| (Reverse(*weight), *claim));
    top.into_iter().map(|(_, claim)| Judgement { question: None, claim: Some(claim) }).collect()
}
