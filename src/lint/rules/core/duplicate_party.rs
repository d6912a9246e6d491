//! Finds parties that are declared twice under two names.
//!
//! Two people may bear one name, so parties whose roles or sides differ are left alone.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        words::lower,
    },
    model::debate::Party,
};
use std::collections::BTreeMap;

rule! {
    /// Two parties have the same text.
    "duplicate-party", Core, Note, "duplicate_party.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<String, &Party> = BTreeMap::new();
    for party in &cx.debate.parties {
        let words = lower(&party.text);
        if words.trim().is_empty() {
            continue;
        }
        let Some(first) = known.get(&words) else {
            known.insert(words, party);
            continue;
        };
        if differ(first.role.as_deref(), party.role.as_deref()) || differ(first.side.as_deref(), party.side.as_deref()) {
            continue;
        }
        let (one, other) = (&first.name.shown, &party.name.shown);
        let found = Diagnostic::new(&CODE, party.place, format!("`{one}` and `{other}` are the same party by their text"));
        out.push(
            found
                .related(first.place, "it is declared here first")
                .note("what one of them says, accepts and takes back is not held against the other")
                .help(format!("say `by {one}` in both places; if they are two, give each a `role:`")),
        );
    }
}

/// Whether both are told, and not alike.
fn differ(one: Option<&str>, other: Option<&str>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}
