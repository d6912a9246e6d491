//! Finds files of sources that are not there, and quotations that could not be looked for in theirs.

use crate::{
    analysis::quotations::Finding,
    diagnostic::{code::Level, problem::Diagnostic},
    extract::document::Kind,
    lint::rule::{Context, rule},
    model::documents::Content,
    text::edit::Edit,
};

rule! {
    /// The file of a source is not there, or quotations could not be looked for in it.
    "unverified-quotation", Core, Warning, "unverified_quotation.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut counts = vec![0usize; cx.debate.sources.len()];
    for quotation in cx.quotations.iter().filter(|q| q.finding == Finding::Unverified) {
        let citation = &quotation.citation;
        let source = cx.debate.source(citation.source);
        if let Some(Content::Read(_)) = cx.files.documents.find(source.stated()).map(|filed| &filed.content) {
            let title = format!("this quotation was not looked for to the end in `{}`: its words are everywhere there", source.name.shown);
            let mut found = Diagnostic::new(&CODE, citation.words, title);
            found.level = Level::Note;
            out.push(found.help("quote a few words more"));
        } else if let Some(count) = counts.get_mut(citation.source.index()) {
            *count += 1;
        }
    }
    for (source, count) in cx.debate.sources.iter().zip(counts) {
        let Some(filed) = cx.files.documents.find(source.stated()) else { continue };
        let (name, path) = (&source.name.shown, &filed.path);
        let title = |why: &str| {
            let quotations = if count == 1 { "one quotation".to_owned() } else { format!("{count} quotations") };
            Diagnostic::new(&CODE, filed.place, format!("{quotations} of `{name}` could not be verified: {why}"))
        };
        let (found, level) = match &filed.content {
            Content::Missing(near) => {
                let why = format!("there is no file `{path}`");
                let found = if count == 0 { Diagnostic::new(&CODE, filed.place, format!("{why}, as `{name}` says")) } else { title(&why) };
                let help = "put the file there, or name the folder that holds it with `sources-dir` in `agon.yaml`".to_owned();
                let help = near.as_ref().map_or(help, |near| format!("write `{near}`, which is there"));
                (found.guess(help, near.as_ref().map(|near| vec![Edit::new(filed.place.span, near.as_str())])), Level::Warning)
            }
            Content::Elsewhere if count > 0 => {
                let help = "put the file there, or into the folder that `sources-dir` in `agon.yaml` names";
                (title(&format!("there is no file `{path}` here")).help(help), Level::Note)
            }
            Content::Unreadable(why) if count > 0 => {
                let help = "mend that, or name a file with the text of the source";
                (title(&format!("`{path}` cannot be read: {why}")).help(help), Level::Note)
            }
            Content::Wordless(Kind::Pdf) if count > 0 => {
                let help = "give it a layer of text, as programs that read characters do, or name a file with the text of the source";
                (title(&format!("the PDF `{path}` holds no text")).help(help), Level::Note)
            }
            Content::Wordless(_) if count > 0 => {
                let help = "put the text of the source into it, or name the file that has it";
                (title(&format!("`{path}` is empty, or holds no words")).help(help), Level::Warning)
            }
            Content::Read(_) | Content::Outside | Content::Elsewhere | Content::Unreadable(_) | Content::Wordless(_) => continue,
        };
        out.push(Diagnostic { level, ..found });
    }
}
