//! Finds strict steps whose premises cannot be held together, or not with their conclusion.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::{Step, StepKind},
        ids::ClaimId,
    },
};
use std::collections::BTreeSet;

rule! {
    /// A strict step leads to what its premises contradict.
    "impossible-step", Core, Warning, "impossible_step.md"
}

/// The most contradictions of one claim that are looked at.
const MOST_SHOWN: usize = 64;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.debate.contradictions.is_empty() {
        return;
    }
    for step in cx.debate.steps.iter().filter(|s| s.kind == StepKind::Support && s.strict) {
        let Some((premise, other)) = find_clash(cx, step) else { continue };
        let (premise, clash) = (cx.debate.claim(premise), cx.debate.claim(other));
        let conclusion = step.claims().any(|c| c == other);
        let what = if conclusion { "its conclusion" } else { "its premise" };
        let title = format!(
            "the strict step `{}` starts from `{}`, which {what} `{}` contradicts",
            step.name.shown, premise.name.shown, clash.name.shown
        );
        let found = Diagnostic::new(&CODE, step.place, title);
        let found = found.related(premise.place, "this premise").related(clash.place, "and this cannot both hold");
        out.push(
            found
                .note("its premises can never all hold, so the step supports nothing; it only works backwards, against a premise")
                .help("to show by it that the premise is false, rebut the premise; else mend the step or the `contradiction`"),
        );
    }
}

/// A premise, and what the step uses or concludes that contradicts it.
fn find_clash(cx: &Context<'_>, step: &Step) -> Option<(ClaimId, ClaimId)> {
    let held: BTreeSet<ClaimId> = step.premises.iter().copied().chain(step.claims()).collect();
    let clash = |p: &ClaimId| cx.analysis.links.contradictions(*p).take(MOST_SHOWN).find(|c| held.contains(c)).map(|c| (*p, c));
    step.premises.iter().find_map(clash)
}
