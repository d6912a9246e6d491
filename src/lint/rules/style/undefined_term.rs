//! Finds abbreviations that the debate nowhere explains.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        terms::local,
        words::words,
    },
};
use std::collections::{BTreeMap, BTreeSet};

rule! {
    /// An abbreviation is not explained.
    "undefined-term", Style, Note, "undefined_term.md"
}

/// Abbreviations that need no explanation anywhere.
const KNOWN: &[&str] = &[
    "UN", "US", "USA", "UK", "EU", "TV", "PC", "CD", "DVD", "DNA", "GPS", "PDF", "URL", "HTML", "HTTP", "OK", "ID", "AM", "PM", "AD", "BC",
    "CE", "BCE", "GDP", "CEO", "HIV", "AIDS", "NATO", "UNESCO", "UNICEF", "NASA", "SMS", "WWW", "FAQ",
];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let debate = cx.debate;
    let said = debate.claims.iter().map(|c| (c.text.as_str(), c.place));
    let asked = debate.questions.iter().map(|q| (q.text.as_str(), q.place));
    let mut first: BTreeMap<&str, crate::text::span::Place> = BTreeMap::new();
    for (text, place) in said.chain(asked) {
        for word in words(text).filter(|w| is_abbreviation(w)) {
            let at = first.entry(word).or_insert(place);
            *at = place.min(*at);
        }
    }
    if first.is_empty() {
        return;
    }
    let known = explained(cx);
    for (word, place) in first.into_iter().filter(|(word, _)| !known.contains(&word.to_lowercase())) {
        let found = Diagnostic::new(&CODE, place, format!("nothing says what {word} stands for"));
        out.push(
            found.help(format!("declare it: `term {word}: …`; or write it out where it is first used, with {word} in parentheses behind")),
        );
    }
}

/// Two to six capital letters; Roman numbers are none.
fn is_abbreviation(word: &str) -> bool {
    let numeral = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M'));
    (2..=6).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase()) && !numeral && !KNOWN.contains(&word)
}

/// In lower case: names of terms, parties and sources; and what stands in parentheses behind words, or has words in parentheses behind.
fn explained(cx: &Context<'_>) -> BTreeSet<String> {
    let debate = cx.debate;
    let names =
        debate.terms.iter().map(|t| &t.name).chain(debate.parties.iter().map(|p| &p.name)).chain(debate.sources.iter().map(|s| &s.name));
    let mut known: BTreeSet<String> = names.flat_map(|n| words(local(&n.shown))).map(str::to_lowercase).collect();
    let claims = debate.claims.iter().flat_map(|c| [Some(&c.text), c.details.as_ref().and_then(|d| d.note.as_ref())]).flatten();
    let parties = debate.parties.iter().flat_map(|p| [Some(&p.text), p.role.as_ref()]).flatten();
    let about = [&debate.about.title, &debate.about.scope].into_iter().flatten();
    let texts =
        claims.chain(debate.questions.iter().map(|q| &q.text)).chain(parties).chain(about).chain(debate.terms.iter().map(|t| &t.text));
    for text in texts.map(String::as_str).chain(debate.sources.iter().map(|s| s.text.as_str())) {
        for (before, behind) in text.match_indices('(').filter_map(|(at, _)| text.split_at_checked(at)) {
            known.extend(words(before).last().filter(|w| is_abbreviation(w)).map(str::to_lowercase));
            let inner = behind.split(')').next().unwrap_or("");
            known.extend(words(inner).filter(|w| is_abbreviation(w)).map(str::to_lowercase));
        }
    }
    known
}
