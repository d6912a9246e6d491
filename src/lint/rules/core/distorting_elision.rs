//! Finds quotations whose ellipsis or bracket leaves out a word that bears on what they keep.

use crate::{
    analysis::quotations::Finding,
    diagnostic::{code::Level, problem::Diagnostic},
    lint::rule::{Context, rule},
    quotation::elision::Effect,
};

rule! {
    /// An ellipsis or a bracket leaves out a word that denies what is quoted, makes it less sure or limits it.
    "distorting-elision", Core, Warning, "distorting_elision.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for quotation in cx.quotations {
        let Finding::Verified { words, dropped: Some((dropped, place)), .. } = &quotation.finding else { continue };
        let citation = &quotation.citation;
        let source = cx.debate.source(citation.source);
        let does = match dropped.does {
            Effect::Denies => "denies",
            Effect::Hedges => "makes less sure",
            Effect::Limits => "limits",
            Effect::Counts => "",
        };
        let mark = if dropped.replaced { "bracket" } else { "ellipsis" };
        let title = match dropped.does {
            Effect::Counts => format!("the bracket puts another number in place of “{}” of `{}`", dropped.word, source.name.shown),
            _ => format!("the {mark} leaves out “{}”, which {does} what is quoted of `{}`", dropped.word, source.name.shown),
        };
        let mut found = Diagnostic::new(&CODE, citation.words, title);
        if matches!(dropped.does, Effect::Hedges | Effect::Limits) {
            found.level = Level::Note;
        }
        let file = source.file.as_deref().unwrap_or("the file");
        let found = found.note(format!("`{file}` has, at {place}: “{words}”"));
        out.push(found.help(if dropped.replaced {
            "quote the word too; a bracket may explain what a source says, and not change it"
        } else {
            "quote the word too; an ellipsis may shorten what a source says, and not change it"
        }));
    }
}
