//! Finds steps that have changed since they were reviewed.

use crate::{
    analysis::review::{filed, fingerprint},
    diagnostic::{code::Level, problem::Diagnostic},
    lint::rule::{Context, rule},
    model::{
        debate::Document,
        stamp::{Fingerprint, UNREAD},
    },
};
use std::collections::BTreeSet;

rule! {
    /// A support has changed since the review that its stamp records.
    "stale-review", Core, Warning, "stale_review.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let documents = &cx.files.documents;
    let mut told = BTreeSet::new();
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps) {
        // A support that is put to one more use bears the stamp of where it is declared, which comes first.
        let Some(stamp) = step.details.as_ref().and_then(|d| d.reviewed.as_ref()).filter(|s| told.insert(s.place)) else { continue };
        let (name, day) = (&step.name.shown, stamp.date.words());
        let now = fingerprint(cx.debate, documents, id);
        let mut level = CODE.level;
        let (title, note) = match &stamp.fingerprint {
            None => (format!("the stamp of `{name}` is none that `agon review` wrote"), "so nothing tells what was reviewed".to_owned()),
            Some(then) => {
                let parts = [
                    (then.premises != now.premises, "the words of its premises"),
                    (then.conclusions != now.conclusions, "the words of what it bears on"),
                    (then.sources != now.sources, "the sources that its premises cite"),
                ];
                let changed = parts.into_iter().filter(|(changed, _)| *changed).map(|(_, part)| part.to_owned());
                let files = files(then, &filed(cx.debate, documents, id));
                let changed: Vec<String> = changed.chain(files.changed).collect();
                match files.unseen {
                    _ if !changed.is_empty() => {
                        (format!("`{name}` has changed since its review of {day}"), format!("what has changed: {}", changed.join(", and ")))
                    }
                    Some(path) => {
                        level = Level::Note;
                        let why = "the file was not there, or the stamp is of a time when files were not looked at";
                        (format!("the stamp of `{name}` tells nothing of what `{path}` said"), why.to_owned())
                    }
                    None => continue,
                }
            }
        };
        let found = Diagnostic::new(&CODE, stamp.place, title).related(step.place, "this was reviewed");
        out.push(Diagnostic { level, ..found.note(note).help(format!("look at it once more, then run `agon review {name}`")) });
    }
}

/// What a stamp tells of the files of sources that can be read now.
#[derive(Default)]
struct Files {
    /// The texts that have changed, in words.
    changed: Vec<String>,
    /// The first file of which it tells nothing.
    unseen: Option<String>,
}

fn files(then: &Fingerprint, now: &[(&Document, Option<&str>)]) -> Files {
    let mut files = Files::default();
    // Where the sources are others, that is told, and nothing is known of what their files said.
    let is_known = then.files.len() == now.len();
    for (at, (source, words)) in now.iter().enumerate() {
        let (Some(words), Some(path)) = (words, &source.file) else { continue };
        match then.files.get(at).filter(|then| is_known && *then != UNREAD) {
            Some(then) if then != words => files.changed.push(format!("the text of `{path}`")),
            Some(_) => {}
            None => drop(files.unseen.get_or_insert_with(|| path.clone())),
        }
    }
    files
}
