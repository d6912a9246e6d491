//! Finds words of likelihood of the one row among those of the other.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        estimates::{estimates, find_word},
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
    let mut rows: [Vec<Said>; 2] = [Vec::new(), Vec::new()];
    for claim in &cx.debate.claims {
        let attribute = claim.details.as_ref().and_then(|d| find_word(d.likelihood.as_deref()?));
        let said = estimates(&claim.text).into_iter().map(|estimate| (estimate, true));
        for (estimate, in_text) in said.chain(attribute.map(|estimate| (estimate, false))) {
            if let Some(row) = rows.get_mut(usize::from(estimate.row)) {
                row.push(Said { word: estimate.word, claim: claim.place, in_text });
            }
        }
    }
    let [first, second] = rows;
    let (rare, usual) = if second.len() > first.len() { (first, second) } else { (second, first) };
    let (Some(one), Some(other)) = (rare.first(), usual.first()) else { return };
    let title = format!("\"{}\" is of one row of the scale, and \"{}\" of the other", one.word, other.word);
    let mut found = Diagnostic::new(&CODE, one.place(cx), title).related(other.place(cx), format!("here it says \"{}\"", other.word));
    for more in rare.iter().skip(1).take(4) {
        found = found.related(more.place(cx), format!("and here \"{}\"", more.word));
    }
    out.push(
        found
            .note("ICD 203 asks not to mix them: readers look for a difference between \"likely\" and \"probable\", and there is none")
            .help("use the words of one row throughout"),
    );
}

/// A word of likelihood that a claim bears.
struct Said {
    word: &'static str,
    claim: Place,
    /// Whether it stands in the text, and not in the attribute.
    in_text: bool,
}

impl Said {
    /// Where it stands, which costs more to find than the word.
    fn place(&self, cx: &Context<'_>) -> Place {
        if self.in_text { find_phrase(cx, self.claim, self.word) } else { find_value(cx, self.claim, Key::Likelihood) }
    }
}
