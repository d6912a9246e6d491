//! Finds sources that are newer than the knowledge of the debate.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// A source is newer than the day of the debate.
    "late-source", Sourcing, Warning, "late_source.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let Some(today) = cx.debate.about.as_of else { return };
    for source in &cx.debate.sources {
        let Some(date) = source.date.filter(|date| date.is_after(today)) else { continue };
        let title = format!("`{}` is of {}, after the day of the debate, {}", source.name.shown, date.words(), today.words());
        let found = Diagnostic::new(&CODE, source.place, title);
        out.push(
            found
                .note("`as-of` says whose day's knowledge the debate holds")
                .help("correct the date, set a later `as-of`, or leave out what only a later source shows"),
        );
    }
}
