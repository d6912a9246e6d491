//! Finds words of likelihood of the one row among those of the other.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        estimates::{Estimate, estimates, find_word},
        rule::{Context, rule},
        spot::{find_phrase, find_value},
    },
    syntax::attribute::Key,
    text::span::Place,
};

rule! {
    /// Words of likelihood are taken from both rows of the scale.
    "mixed-likelihood-words", Estimative, Warning, "mixed_likelihood_words.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut rows: [Vec<(Estimate, Place)>; 2] = [Vec::new(), Vec::new()];
    for claim in &cx.debate.claims {
        let attribute = claim.details.as_ref().and_then(|d| find_word(d.likelihood.as_deref()?));
        let said = estimates(&claim.text).into_iter().map(|e| (e, find_phrase(cx, claim.place, e.word)));
        for (estimate, place) in said.chain(attribute.map(|e| (e, find_value(cx, claim.place, Key::Likelihood)))) {
            if let Some(row) = rows.get_mut(usize::from(estimate.row)) {
                row.push((estimate, place));
            }
        }
    }
    let [first, second] = rows;
    let (rare, usual) = if second.len() > first.len() { (first, second) } else { (second, first) };
    let (Some((word, place)), Some((other, other_place))) = (rare.first(), usual.first()) else { return };
    let title = format!("\"{}\" is of one row of the scale, and \"{}\" of the other", word.word, other.word);
    let mut found = Diagnostic::new(&CODE, *place, title).related(*other_place, format!("here it says \"{}\"", other.word));
    for (more, place) in rare.iter().skip(1).take(4) {
        found = found.related(*place, format!("and here \"{}\"", more.word));
    }
    out.push(
        found
            .note("ICD 203 asks not to mix them: readers look for a difference between \"likely\" and \"probable\", and there is none")
            .help("use the words of one row throughout"),
    );
}
