//! Finds claims that support and rebut one and the same claim.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::{StepKind, Target},
        ids::{ClaimId, StepId},
    },
};

rule! {
    /// One claim is used for and against another.
    "both-ways", Core, Warning, "both_ways.md"
}

/// The most targets of one support that are looked at.
const MOST_TARGETS: usize = 64;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut against: Vec<(ClaimId, ClaimId, StepId)> = Vec::new();
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps).filter(|(_, s)| s.kind == StepKind::Rebuttal) {
        let pairs = step.premises.iter().flat_map(|p| step.claims().map(|t| (*p, t, id)));
        against.extend(pairs);
    }
    against.sort_unstable();
    // With other premises beside it, a claim may well work for what it works against alone.
    for step in cx.debate.steps.iter().filter(|s| s.kind == StepKind::Support) {
        let [premise] = step.premises.as_slice() else { continue };
        for target in step.targets.iter().take(MOST_TARGETS) {
            let Target::Claim(target) = *target else { continue };
            let at = against.partition_point(|a| (a.0, a.1) < (*premise, target));
            let Some((_, _, rebuttal)) = against.get(at).filter(|a| (a.0, a.1) == (*premise, target)) else { continue };
            let (said, hit) = (&cx.debate.claim(*premise).name.shown, &cx.debate.claim(target).name.shown);
            let found = Diagnostic::new(&CODE, step.place, format!("`{said}` is used both for and against `{hit}`"));
            out.push(
                found
                    .related(cx.debate.step(*rebuttal).place, "here it is used against it")
                    .note("if it is accepted, the two uses cancel each other; if not, neither holds")
                    .help("keep the one that is meant, or say in two claims what speaks for and what against"),
            );
        }
    }
}
