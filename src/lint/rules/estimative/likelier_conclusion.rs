//! Finds conclusions that are said to be more likely than what they are drawn from.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        estimates::{Estimate, find_word},
        rule::{Context, rule},
    },
    model::ids::{ClaimId, StepId},
};

rule! {
    /// A conclusion is said to be more likely than the weakest premise that it needs.
    "likelier-conclusion", Estimative, Warning, "likelier_conclusion.md"
}

/// The most supports of a claim that are looked at; with more, nothing is told of it.
const MOST_SUPPORTS: usize = 64;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, claim) in cx.debate.claim_ids().zip(&cx.debate.claims) {
        let supports = cx.analysis.links.supports(id);
        // With a source or a second support it has grounds besides, whose likelihoods would add up.
        let Some(likelihood) = likelihood(cx, id).filter(|_| claim.cites().is_empty() && (1..=MOST_SUPPORTS).contains(&supports.len()))
        else {
            continue;
        };
        let mut weakest: Option<(Estimate, ClaimId, StepId)> = None;
        let carried = supports.into_iter().any(|step| {
            let premises = cx.debate.step(step).premises.iter();
            let least = premises.filter_map(|p| likelihood_of(cx, *p, step)).min_by_key(|l| l.0.degree);
            match least {
                Some(found) if found.0.degree < likelihood.degree => {
                    if weakest.is_none_or(|w| w.0.degree < found.0.degree) {
                        weakest = Some(found);
                    }
                    false
                }
                _ => true,
            }
        });
        let Some((least, premise, step)) = weakest.filter(|_| !carried) else { continue };
        let premise = cx.debate.claim(premise);
        let title = format!(
            "`{}` is said to be {}, and rests on `{}`, which is only {}",
            claim.name.shown, likelihood.word, premise.name.shown, least.word
        );
        let found = Diagnostic::new(&CODE, claim.place, title).related(premise.place, "this is its weakest premise");
        let found =
            if cx.debate.step(step).place == premise.place { found } else { found.related(cx.debate.step(step).place, "of this support") };
        out.push(
            found
                .note("linked premises are all needed, so together they are at most as likely as the least likely of them")
                .help("lower the `likelihood` of the conclusion, or add the support or source that it rests on besides"),
        );
    }
}

fn likelihood(cx: &Context<'_>, claim: ClaimId) -> Option<Estimate> {
    find_word(cx.debate.claim(claim).details.as_ref()?.likelihood.as_deref()?)
}

fn likelihood_of(cx: &Context<'_>, premise: ClaimId, step: StepId) -> Option<(Estimate, ClaimId, StepId)> {
    likelihood(cx, premise).map(|l| (l, premise, step))
}
