//! Finds sources that are declared twice under two names.
//!
//! Titles repeat, so two sources are one only where they share an author, a day or an address besides, and differ in nothing.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        words::words,
    },
    model::{debate::Document, imprint::Imprint},
};
use std::collections::BTreeMap;

rule! {
    /// Two sources are the same document.
    "duplicate-source", Core, Note, "duplicate_source.md"
}

/// The most sources of one title that are compared.
const MOST_ALIKE: usize = 16;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<String, Vec<&Document>> = BTreeMap::new();
    for source in &cx.debate.sources {
        let title = words(&source.text).map(str::to_lowercase).collect::<Vec<_>>().join(" ");
        if title.is_empty() {
            continue;
        }
        let alike = known.entry(title).or_default();
        match alike.iter().find(|first| are_same(first, source)) {
            Some(first) => out.push(problem(first, source)),
            None if alike.len() < MOST_ALIKE => alike.push(source),
            None => {}
        }
    }
}

/// Whether two sources of one title share something that tells documents apart, and differ in nothing of it.
fn are_same(one: &Document, other: &Document) -> bool {
    let day = |s: &Document| s.date.map(|date| date.to_string());
    let shares = [
        compare(one.author.as_ref(), other.author.as_ref()),
        compare(day(one).as_ref(), day(other).as_ref()),
        compare(one.url.as_ref(), other.url.as_ref()),
        compare(one.file.as_ref(), other.file.as_ref()),
    ];
    let imprint = |field: fn(&Imprint) -> &Option<String>| {
        compare(one.imprint.as_deref().and_then(|i| field(i).as_ref()), other.imprint.as_deref().and_then(|i| field(i).as_ref()))
    };
    let frame = [
        compare(one.container.as_ref(), other.container.as_ref()),
        imprint(|i| &i.volume),
        imprint(|i| &i.number),
        imprint(|i| &i.edition),
        imprint(|i| &i.pages),
        imprint(|i| &i.publisher),
    ];
    shares.contains(&Some(true)) && !shares.iter().chain(&frame).any(|same| *same == Some(false))
}

/// Whether both are the same, where both are told.
fn compare<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> Option<bool> {
    one.zip(other).map(|(one, other)| one == other)
}

fn problem(first: &Document, second: &Document) -> Diagnostic {
    let (one, other) = (&first.name.shown, &second.name.shown);
    let found = Diagnostic::new(&CODE, second.place, format!("`{one}` and `{other}` are the same document by all that is told of them"));
    found
        .related(first.place, "it is declared here first")
        .note("cited beside each other, they look like two witnesses")
        .help(format!("cite `{one}` in both places; if they are two, tell what sets them apart, such as `date:`"))
}
