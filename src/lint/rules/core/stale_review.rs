//! Finds steps that have changed since they were reviewed.

use crate::{
    analysis::review::fingerprint,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};
use std::collections::BTreeSet;

rule! {
    /// A support has changed since the review that its stamp records.
    "stale-review", Core, Warning, "stale_review.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut told = BTreeSet::new();
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps) {
        // A support that is put to one more use bears the stamp of where it is declared, which comes first.
        let Some(stamp) = step.details.as_ref().and_then(|d| d.reviewed.as_ref()).filter(|s| told.insert(s.place)) else { continue };
        let (name, day) = (&step.name.shown, stamp.date.words());
        let now = fingerprint(cx.debate, id);
        let (title, note) = match &stamp.fingerprint {
            None => (format!("the stamp of `{name}` is none that `agon review` wrote"), "so nothing tells what was reviewed".to_owned()),
            Some(then) => {
                let parts = [
                    (then.premises != now.premises, "the words of its premises"),
                    (then.conclusions != now.conclusions, "the words of what it bears on"),
                    (then.sources != now.sources, "the sources that its premises cite"),
                ];
                let changed: Vec<&str> = parts.into_iter().filter(|(changed, _)| *changed).map(|(_, part)| part).collect();
                if changed.is_empty() {
                    continue;
                }
                (format!("`{name}` has changed since its review of {day}"), format!("what has changed: {}", changed.join(", and ")))
            }
        };
        let found = Diagnostic::new(&CODE, stamp.place, title).related(step.place, "this was reviewed");
        out.push(found.note(note).help(format!("look at it once more, then run `agon review {name}`")));
    }
}
