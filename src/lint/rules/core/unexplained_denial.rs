//! Finds denials for which nobody gives a reason.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{debate::Stance, ids::ClaimId},
};

rule! {
    /// A party denies a claim and gives no reason.
    "unexplained-denial", Core, Note, "unexplained_denial.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for event in cx.debate.commitments.iter().filter(|c| c.stance == Stance::Deny && c.text.is_empty() && c.cites.is_empty()) {
        for claim in event.claims.iter().filter(|c| !is_disputed(cx, **c)) {
            let denied = cx.debate.claim(*claim);
            let title = format!("`{}` is denied, and no reason is given against it", denied.name.shown);
            let found = Diagnostic::new(&CODE, event.place, title).related(denied.place, "this is denied");
            out.push(
                found.note("a denial alone changes no verdict").help(format!(
                    "say why with a `rebuttal` against `{}`, or after a colon; or cite where it is denied",
                    denied.name.shown
                )),
            );
        }
    }
}

/// Whether anything speaks against a claim or against what supports it.
fn is_disputed(cx: &Context<'_>, claim: ClaimId) -> bool {
    let links = &cx.analysis.links;
    let undermined = |s| links.undercuts(s).len() > 0 || cx.debate.step(s).premises.iter().any(|p| links.rebuttals(*p).len() > 0);
    links.rebuttals(claim).len() > 0 || links.contradictions(claim).len() > 0 || links.supports(claim).any(undermined)
}
