//! Finds quotations that could not be looked for, since the file of their source is not here or cannot be read.

use crate::{
    analysis::quotations::Finding,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::documents::Content,
};

rule! {
    /// Quotations could not be looked for in the file of their source.
    "unverified-quotation", Core, Note, "unverified_quotation.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut counts = vec![0usize; cx.debate.sources.len()];
    for quotation in cx.quotations.iter().filter(|q| q.finding == Finding::Unverified) {
        let citation = &quotation.citation;
        let source = cx.debate.source(citation.source);
        if let Some(Content::Read(_)) = cx.files.documents.find(source.place).map(|filed| &filed.content) {
            let title = format!("this quotation was not looked for to the end in `{}`: its words are everywhere there", source.name.shown);
            let found = Diagnostic::new(&CODE, citation.words, title);
            out.push(found.help("quote a few words more"));
        } else if let Some(count) = counts.get_mut(citation.source.index()) {
            *count += 1;
        }
    }
    for (source, count) in cx.debate.sources.iter().zip(counts).filter(|(_, count)| *count > 0) {
        let Some(filed) = cx.files.documents.find(source.place) else { continue };
        let path = &filed.path;
        let (why, help) = match &filed.content {
            Content::Read(_) | Content::Outside => continue,
            Content::Missing => (
                format!("there is no file `{path}` here"),
                "put the file there, or name the folder that holds it with `sources-dir` in `agon.yaml`".to_owned(),
            ),
            Content::Unreadable(why) => {
                (format!("`{path}` cannot be read: {why}"), "mend that, or name a file with the text of the source".to_owned())
            }
        };
        let quotations = if count == 1 { "one quotation".to_owned() } else { format!("{count} quotations") };
        let title = format!("{quotations} of `{}` could not be verified: {why}", source.name.shown);
        out.push(Diagnostic::new(&CODE, filed.place, title).help(help));
    }
}
