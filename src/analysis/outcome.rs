//! How a question comes out.

use crate::{
    analysis::verdict::Verdict,
    model::{
        debate::{Debate, Question},
        ids::ClaimId,
    },
};

/// The outcome of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// This answer alone stands.
    Answer(ClaimId),
    /// No answer alone stands, and this is the default, which does not fall.
    Default(ClaimId),
    /// Neither; with the answers that stand.
    Open(Vec<ClaimId>),
}

impl Outcome {
    /// The answer, if there is one.
    pub const fn answer(&self) -> Option<ClaimId> {
        match self {
            Self::Answer(claim) | Self::Default(claim) => Some(*claim),
            Self::Open(_) => None,
        }
    }

    /// The answers that stand together, where `question`, of which this is the outcome, takes several; else none.
    pub fn together(&self, question: &Question) -> &[ClaimId] {
        match self {
            Self::Open(standing) if standing.len() > 1 && !question.one => standing,
            _ => &[],
        }
    }
}

/// The outcome of `question` under `verdicts`, one for each claim: the answer that alone stands, else the default, else open. A default
/// that itself falls or has no support is none.
pub fn outcome(question: &Question, verdicts: &[Verdict]) -> Outcome {
    let verdict = |claim: ClaimId| verdicts.get(claim.index()).copied();
    let standing: Vec<ClaimId> = question.answers.iter().copied().filter(|a| verdict(*a) == Some(Verdict::Stands)).collect();
    match (standing.as_slice(), question.default) {
        ([only], _) => Outcome::Answer(*only),
        (_, Some(default)) if matches!(verdict(default), Some(Verdict::Stands | Verdict::Open)) => Outcome::Default(default),
        _ => Outcome::Open(standing),
    }
}

/// The outcome of each question of `debate`.
pub fn outcomes(debate: &Debate, verdicts: &[Verdict]) -> Vec<Outcome> {
    debate.questions.iter().map(|q| outcome(q, verdicts)).collect()
}
