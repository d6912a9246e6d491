//! Attacks that nobody has replied to.

use crate::{
    analysis::{
        evaluate::{Analysis, Force},
        verdict::Verdict,
    },
    model::{
        debate::{Debate, StepKind, Target},
        ids::ClaimId,
    },
};

/// Rebuttals that bring their targets down, and against which nobody has said anything; with their targets. Linear.
pub fn unanswered_rebuttals(debate: &Debate, analysis: &Analysis) -> Vec<(ClaimId, ClaimId)> {
    let mut found = Vec::new();
    for (id, step) in debate.step_ids().zip(&debate.steps).filter(|(_, s)| s.kind == StepKind::Rebuttal) {
        let Some(rebuttal) = step.premises.first().copied() else { continue };
        let links = &analysis.links;
        let answers = links.rebuttals(rebuttal).len() + links.contradictions(rebuttal).len() + links.undercuts(id).len();
        if answers > 0 || analysis.verdict(rebuttal) != Verdict::Stands {
            continue;
        }
        found.extend(step.targets.iter().filter_map(|t| match t {
            Target::Claim(target) if analysis.verdict(*target).falls() && analysis.force_on(debate, id, *t) == Force::Works => {
                Some((rebuttal, *target))
            }
            _ => None,
        }));
    }
    found
}
