//! Finds sources of which nobody can tell when they were written or read.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// A source has no date.
    "undated-source", Sourcing, Warning, "undated_source.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for source in cx.debate.sources.iter().filter(|s| s.date.is_none() && s.accessed.is_none()) {
        let title = format!("`{}` does not say when it was written", source.name.shown);
        let found = Diagnostic::new(&CODE, source.place, title);
        out.push(
            found.note("what is known changes, and a reader weighs a source by its age").help(
                "add `date: …`, a year at least; or, where the source itself has no date, `accessed: …`, the day on which it was read",
            ),
        );
    }
}
