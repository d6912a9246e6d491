//! Finds claims that were good until a day that is past.

use crate::{
    analysis::verdict::Verdict,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// A claim was good until a day before that of the debate.
    "expired-claim", Sourcing, Warning, "expired_claim.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some(today) = cx.debate.about.as_of else { return };
    for (id, claim) in cx.debate.claim_ids().zip(&cx.debate.claims) {
        let Some(until) = claim.details.as_ref().and_then(|d| d.valid_until).filter(|until| today.is_after(*until)) else { continue };
        if !matches!(cx.analysis.verdict(id), Verdict::Stands | Verdict::Open) {
            continue;
        }
        let title = format!("`{}` was good until {}, and the debate is of {}", claim.name.shown, until.words(), today.words());
        let found = Diagnostic::new(&CODE, claim.place, title);
        out.push(
            found
                .note("it still bears on what stands")
                .help("look whether it still holds: then set a later `valid-until`; if not, rebut or leave it out"),
        );
    }
}
