//! Finds sentences that tell how likely something is and how sure one is of it at once.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        estimates::estimates,
        rule::{Context, rule},
        words::{lower, sentences},
    },
};

rule! {
    /// One sentence tells a likelihood and a confidence.
    "likelihood-with-confidence", Estimative, Warning, "likelihood_with_confidence.md"
}

const CONFIDENCES: &[&str] =
    &[" low confidence ", " moderate confidence ", " high confidence ", " highly confident ", " moderately confident "];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for claim in &cx.debate.claims {
        for sentence in sentences(&claim.text) {
            let text = lower(sentence);
            let Some(confidence) = CONFIDENCES.iter().find(|c| text.contains(**c)).map(|c| c.trim()) else { continue };
            let Some(likelihood) = estimates(sentence).first().copied() else { continue };
            let title = format!("one sentence of `{}` says \"{}\" and \"{confidence}\"", claim.name.shown, likelihood.word);
            out.push(
                Diagnostic::new(&CODE, claim.place, title)
                    .note("the one is about the event, the other about how good the grounds are; together they are taken for one")
                    .help("leave the likelihood in the text, and tell the confidence as `confidence: …`"),
            );
            break;
        }
    }
}
