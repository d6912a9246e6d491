//! Finds sentences that tell how likely something is and how sure one is of it at once.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        estimates::estimates,
        phrases::Phrases,
        rule::{Context, rule},
        sentences::sentences,
        spot::find_phrase,
        words::lower,
    },
};
use std::sync::LazyLock;

rule! {
    /// One sentence tells a likelihood and a confidence.
    "likelihood-with-confidence", Estimative, Warning, "likelihood_with_confidence.md"
}

const DEGREES: &[&str] = &["low", "moderate", "high"];

/// What stands before a degree of confidence that is the author's own.
const OWN: &[&str] = &["with", "we have", "i have", "we hold"];

/// How an author says to be confident.
const CONFIDENT: &[&str] =
    &["we are highly confident", "we are moderately confident", "i am highly confident", "i am moderately confident"];

static ANY: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(["confidence", "confident"].into_iter()));

/// The confidence of the author that a sentence in lower case tells: what others are confident in is no confidence in what is said.
fn find_confidence(text: &str) -> Option<String> {
    let own = OWN.iter().flat_map(|own| DEGREES.iter().map(move |degree| (own, degree)));
    let told = own.map(|(own, degree)| (*own, format!("{degree} confidence"))).find(|(own, confidence)| {
        let behind = text.split_once(&format!(" {own} {confidence} ")).map(|(_, behind)| behind);
        behind.is_some_and(|behind| *own != "with" || !behind.starts_with("in ") && !behind.starts_with("of "))
    });
    let confident = || CONFIDENT.iter().find(|words| text.contains(&format!(" {words} "))).map(|words| (*words).to_owned());
    told.map(|(_, confidence)| confidence).or_else(confident)
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // Few claims tell both, and no other need be taken apart.
    let tells_both = |text: &str| ANY.may_stand_in(text) && !estimates(text).is_empty();
    for claim in cx.debate.claims.iter().filter(|claim| tells_both(&claim.text)) {
        for sentence in sentences(&claim.text) {
            let text = lower(sentence);
            let Some(confidence) = find_confidence(&text) else { continue };
            let Some(likelihood) = estimates(sentence).first().copied() else { continue };
            let title = format!("one sentence of `{}` says \"{}\" and \"{confidence}\"", claim.name.shown, likelihood.word);
            out.push(
                Diagnostic::new(&CODE, find_phrase(cx, claim.place, &confidence), title)
                    .note("the one is about the event, the other about how good the grounds are; together they are taken for one")
                    .help("leave the likelihood in the text, and tell the confidence as `confidence: …`"),
            );
            break;
        }
    }
}
