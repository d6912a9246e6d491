//! Finds sentences that tell how likely something is and how sure one is of it at once.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        chances::NOUNS,
        confidence::{find_confidence, may_tell_confidence},
        estimates::estimates,
        off_scale::find_off_scale,
        rule::{Context, rule},
        sentences::sentences,
        spot::find_phrase,
        tokens::{Token, tokens},
    },
};

rule! {
    /// One sentence tells a likelihood and a confidence.
    "likelihood-with-confidence", Estimative, Warning, "likelihood_with_confidence.md"
}

/// The words of a sentence that tell a likelihood: of the scale, beside it, or in percent.
fn find_likelihood(sentence: &str) -> Option<String> {
    let of_scale = || estimates(sentence).first().map(|estimate| estimate.word.to_owned());
    let beside = || find_off_scale(sentence).filter(|said| said.near.is_some()).map(|said| said.words);
    of_scale().or_else(beside).or_else(|| find_chance(sentence))
}

/// A number of percent that is called a chance.
fn find_chance(sentence: &str) -> Option<String> {
    let tokens = tokens(sentence);
    tokens.windows(3).find_map(|said| match said {
        [Token::Number(number, _), Token::Percent(_), Token::Word(noun, word)] if NOUNS.contains(&word.as_str()) => {
            Some(format!("{number} % {noun}"))
        }
        _ => None,
    })
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for claim in cx.debate.claims.iter().filter(|claim| may_tell_confidence(&claim.text)) {
        let both = sentences(&claim.text).into_iter().find_map(|sentence| Some((find_confidence(sentence)?, find_likelihood(sentence)?)));
        let Some((confidence, likelihood)) = both else { continue };
        let title = format!("one sentence of `{}` says \"{likelihood}\" and \"{}\"", claim.name.shown, confidence.words);
        out.push(
            Diagnostic::new(&CODE, find_phrase(cx, claim.place, &confidence.words), title)
                .note("the one is about the event, the other about how good the grounds are; together they are taken for one")
                .help("leave the likelihood in the text, and tell the confidence as `confidence: …`"),
        );
    }
}
