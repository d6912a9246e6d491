//! Finds sources of which nobody can tell who is behind them.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::debate::Document,
};

rule! {
    /// A source has no author.
    "anonymous-source", Sourcing, Warning, "anonymous_source.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let is_published = |source: &Document| source.imprint.as_deref().is_some_and(|imprint| imprint.publisher.is_some());
    for source in cx.debate.sources.iter().filter(|s| s.author.is_none() && s.container.is_none() && !is_published(s)) {
        let found = Diagnostic::new(&CODE, source.place, format!("`{}` does not say who wrote it", source.name.shown));
        out.push(
            found
                .note("a reader weighs a source by who stands behind it")
                .help("add `author: …`, a person or a body; or, where none is named, `in: …`, what it appeared in"),
        );
    }
}
