//! Finds claims of which their speakers are surer than the grades of their sources allow.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        confidence::{find_confidence, may_tell_confidence},
        rule::{Context, rule},
        sentences::sentences,
        spot::{find_phrase, find_value},
    },
    model::{
        debate::Claim,
        ids::{ClaimId, SourceId},
        value::Confidence,
    },
    syntax::attribute::Key,
};
use std::collections::BTreeSet;

rule! {
    /// A claim is held with more confidence than the grades of its sources allow.
    "overconfident-claim", Estimative, Warning, "overconfident_claim.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, claim) in cx.debate.claim_ids().zip(&cx.debate.claims) {
        let Some((confidence, words)) = held(claim) else { continue };
        // Supports are grounds of their own, which no grade tells.
        if cx.analysis.links.supports(id).len() > 0 {
            continue;
        }
        let Some(most) = find_most(cx, id).filter(|most| confidence > *most) else { continue };
        let title =
            format!("`{}` is held with {} confidence, and its sources allow {} at most", claim.name.shown, confidence.word(), most.word());
        let place = match &words {
            Some(words) => find_phrase(cx, claim.place, words),
            None => find_value(cx, claim.place, Key::Confidence),
        };
        let mut found = Diagnostic::new(&CODE, place, title);
        for cite in claim.cites().iter().take(4) {
            let source = cx.debate.source(cite.source);
            let grade = source.reliability.as_deref().unwrap_or_default();
            found = found.related(source.place, format!("its grade is {grade}"));
        }
        out.push(
            found
                .note("A and B, 1 and 2 allow high confidence; C and 3 moderate; what is lower or cannot be judged, low; two independent sources one step more")
                .help("lower the `confidence`, cite a better or a second independent source, or give the claim a `support`"),
        );
    }
}

/// The confidence with which a claim is held: that of its attribute, or else what its text tells, and in which words.
fn held(claim: &Claim) -> Option<(Confidence, Option<String>)> {
    if let Some(confidence) = claim.details.as_ref().and_then(|d| d.confidence) {
        return Some((confidence, None));
    }
    if claim.cites().is_empty() || !may_tell_confidence(&claim.text) {
        return None;
    }
    let told = sentences(&claim.text).into_iter().filter_map(find_confidence);
    told.filter_map(|told| Some((told.degree?, Some(told.words)))).next()
}

/// The most confidence that the sources of a claim allow; nothing if it cites none, or one without a grade.
fn find_most(cx: &Context<'_>, claim: ClaimId) -> Option<Confidence> {
    let cited: BTreeSet<SourceId> = cx.debate.claim(claim).cites().iter().map(|c| c.source).collect();
    let mut grades = Vec::new();
    for source in &cited {
        grades.push((allows(cx.debate.source(*source).reliability.as_deref()?), *source));
    }
    let best = grades.iter().map(|g| g.0).max()?;
    let independent: BTreeSet<SourceId> =
        grades.iter().filter(|g| g.0 == best).map(|g| cx.debate.source(g.1).origin.unwrap_or(g.1)).collect();
    Some(match best {
        Confidence::Low if independent.len() > 1 => Confidence::Moderate,
        Confidence::Moderate if independent.len() > 1 => Confidence::High,
        _ => best,
    })
}

/// What one grade allows: the lesser of what its letter, for the source, and its digit, for what it says, allow.
fn allows(grade: &str) -> Confidence {
    let each = grade.chars().map(|c| match c {
        'A' | 'B' | '1' | '2' => Confidence::High,
        'C' | '3' => Confidence::Moderate,
        _ => Confidence::Low,
    });
    each.min().unwrap_or(Confidence::Low)
}
