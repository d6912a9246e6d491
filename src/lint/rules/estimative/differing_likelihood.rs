//! Finds claims whose text tells another likelihood than their attribute.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        estimates::{estimates, find_word},
        rule::{Context, rule},
        spot::{find_phrase, find_value},
    },
    syntax::attribute::Key,
};

rule! {
    /// A text tells one likelihood, and its attribute another.
    "differing-likelihood", Estimative, Warning, "differing_likelihood.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for claim in &cx.debate.claims {
        let attribute = claim.details.as_ref().and_then(|d| find_word(d.likelihood.as_deref()?));
        let Some(attribute) = attribute else { continue };
        let said = estimates(&claim.text);
        // A text may name other likelihoods besides its own.
        let Some(other) = said.first().filter(|_| said.iter().all(|e| e.degree != attribute.degree)) else { continue };
        let title = format!("`{}` says \"{}\", and its `likelihood` is {}", claim.name.shown, other.word, attribute.word);
        out.push(
            Diagnostic::new(&CODE, find_phrase(cx, claim.place, other.word), title)
                .related(find_value(cx, claim.place, Key::Likelihood), "this is its attribute")
                .note("the brief shows both, and a reader cannot tell which is meant")
                .help("give the text and the attribute the same word"),
        );
    }
}
