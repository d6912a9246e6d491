//! Finds addresses on the web of which nobody can tell when they were read.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::debate::Document,
};

rule! {
    /// The address of a source does not say when it was read.
    "unaccessed-source", Sourcing, Note, "unaccessed_source.md"
}

/// Addresses that name a document for good, whatever becomes of the page.
const LASTING: &[&str] =
    &["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "https://hdl.handle.net/", "https://web.archive.org/"];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for source in cx.debate.sources.iter().filter(|s| s.url.is_some() && s.accessed.is_none() && !is_kept(s)) {
        let found =
            Diagnostic::new(&CODE, source.place, format!("`{}` has an address, and not the day on which it was read", source.name.shown));
        out.push(found.note("pages on the web change and vanish").help("add `accessed: YYYY-MM-DD`"));
    }
}

/// Whether the text can be found again as it was.
fn is_kept(source: &Document) -> bool {
    source.file.is_some()
        || source.sha256.is_some()
        || source.url.as_ref().is_some_and(|url| LASTING.iter().any(|lasting| url.starts_with(lasting)))
}
