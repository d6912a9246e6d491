//! Finds sources that are quoted and whose text is not kept, so that nobody can verify what is quoted.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// A source is quoted, and names no file in which the words could be verified.
    "unkept-source", Sourcing, Note, "unkept_source.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut counts = vec![0usize; cx.debate.sources.len()];
    for quotation in cx.quotations {
        if let Some(count) = counts.get_mut(quotation.citation.source.index()) {
            *count += 1;
        }
    }
    for (source, count) in cx.debate.sources.iter().zip(counts).filter(|(source, count)| *count > 0 && source.file.is_none()) {
        let quotations = if count == 1 { "one quotation".to_owned() } else { format!("{count} quotations") };
        let title = format!("{quotations} of `{}` cannot be verified, for it names no file", source.name.shown);
        let is_listed = cx.files.file(source.place.file).bibliography.is_some();
        let on = if is_listed { format!("under a line `source {}`", source.name.shown) } else { "on a `source` statement".to_owned() };
        let help =
            format!("keep a text of the source, in the project or in the `sources-dir` of `agon.yaml`, and name it with `file: …` {on}");
        out.push(Diagnostic::new(&CODE, source.place, title).help(help));
    }
}
