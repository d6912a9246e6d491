//! Finds abbreviations that the debate nowhere explains.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        abbreviations::{abbreviations, explained},
        rule::{Context, rule},
        spot::find_phrase,
    },
    text::span::Place,
};
use std::collections::{BTreeMap, BTreeSet};

rule! {
    /// An abbreviation is not explained.
    "undefined-term", Style, Note, "undefined_term.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let debate = cx.debate;
    let said = debate.claims.iter().map(|c| (c.text.as_str(), c.place));
    let asked = debate.questions.iter().map(|q| (q.text.as_str(), q.place));
    let mut first: BTreeMap<&str, Place> = BTreeMap::new();
    for (text, place) in said.chain(asked) {
        for word in abbreviations(text) {
            let at = first.entry(word).or_insert(place);
            *at = place.min(*at);
        }
    }
    if first.is_empty() {
        return;
    }
    let known = explained(debate, &first.keys().copied().collect::<BTreeSet<&str>>());
    for (word, place) in first.into_iter().filter(|(word, _)| !known.contains(word)) {
        let found = Diagnostic::new(&CODE, find_phrase(cx, place, word), format!("nothing says what {word} stands for"));
        out.push(
            found.help(format!("declare it: `term {word}: …`; or write it out where it is first used, with {word} in parentheses behind")),
        );
    }
}
