//! Finds claims that an argument starts from and for which nothing is cited.

use crate::{
    analysis::verdict::Verdict,
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        words::{same_word, words},
    },
    model::debate::ClaimKind,
};

rule! {
    /// A claim that an argument starts from cites no source.
    "unsourced-claim", Sourcing, Note, "unsourced_claim.md"
}

/// Words of claims that say what ought to be, which no source can show.
const NORMS: &[&str] = &["should", "ought", "shall"];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let links = &cx.analysis.links;
    for (id, claim) in cx.debate.claim_ids().zip(&cx.debate.claims) {
        // Facts are agreed, assumptions are told as such; an undercut or a limit weighs what was said, and an answer is what is asked.
        let shows = matches!(claim.kind, ClaimKind::Claim | ClaimKind::Premise | ClaimKind::Reason | ClaimKind::Rebuttal);
        if !shows || !claim.answers.is_empty() || !claim.cites().is_empty() || links.supports(id).len() > 0 {
            continue;
        }
        // What has fallen bears on nothing any more.
        if !matches!(cx.analysis.verdict(id), Verdict::Stands | Verdict::Open) {
            continue;
        }
        if words(&claim.text).any(|w| NORMS.iter().any(|n| same_word(w, n))) {
            continue;
        }
        let found = Diagnostic::new(&CODE, claim.place, format!("`{}` cites no source, and nothing supports it", claim.name.shown));
        out.push(
            found
                .note("readers cannot tell what it rests on")
                .help("add `cite: …`, or a `support`; if all agree, make it a `fact`, and if it is only taken to hold, an `assumption`"),
        );
    }
}
