//! Finds sources of which nobody can tell when they were written or read.

use crate::{
    config::pack::Pack,
    diagnostic::{
        code::{Code, Level},
        problem::Diagnostic,
    },
    lint::rule::{Context, Rule},
};

/// The rule.
pub static RULE: Rule = Rule { code: &UNDATED_SOURCE, pack: Pack::Sourcing, check };

/// A source has no date.
pub static UNDATED_SOURCE: Code =
    Code { name: "undated-source", level: Level::Warning, summary: "A source has no date.", page: include_str!("undated_source.md") };

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for source in cx.debate.sources.iter().filter(|s| s.date.is_none() && s.accessed.is_none()) {
        let title = format!("`{}` does not say when it was written", source.name.shown);
        let found = Diagnostic::new(&UNDATED_SOURCE, source.place, title);
        out.push(
            found.note("what is known changes, and a reader weighs a source by its age").help(
                "add `date: …`, a year at least; or, where the source itself has no date, `accessed: …`, the day on which it was read",
            ),
        );
    }
}
