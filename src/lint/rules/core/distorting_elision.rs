//! Finds quotations whose ellipsis or bracket leaves out a word that bears on what they keep.

use crate::{
    analysis::quotations::Finding,
    diagnostic::{code::Level, problem::Diagnostic},
    lint::rule::{Context, rule},
    quotation::elision::{Effect, Mark},
};

rule! {
    /// An ellipsis or a bracket leaves out, or a bracket puts in, what turns round, hedges, limits or counts what is quoted.
    "distorting-elision", Core, Warning, "distorting_elision.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for quotation in cx.quotations {
        let Finding::Verified { passage, dropped: Some((dropped, place)), .. } = &quotation.finding else { continue };
        let citation = &quotation.citation;
        let source = cx.debate.source(citation.source);
        let (word, shown) = (&dropped.word, &source.name.shown);
        let does = match dropped.does {
            Effect::Denies => "denies",
            Effect::MayDeny => "may deny",
            Effect::Hedges => "makes less sure",
            Effect::Limits => "limits",
            Effect::Counts | Effect::Rewords(_) => "",
        };
        let title = match (&dropped.does, dropped.mark) {
            (Effect::Rewords(made), _) => format!("the bracket makes “{made}” of “{word}” of `{shown}`"),
            (Effect::Counts, Mark::PutIn) => format!("the bracket puts in “{word}”, which `{shown}` does not count there"),
            (Effect::Counts, _) => format!("the bracket puts another number in place of “{word}” of `{shown}`"),
            (_, Mark::PutIn) => format!("the bracket puts in “{word}”, which {does} what is quoted of `{shown}`"),
            (_, Mark::Replaced) => format!("the bracket leaves out “{word}”, which {does} what is quoted of `{shown}`"),
            (_, Mark::Ellipsis) => format!("the ellipsis leaves out “{word}”, which {does} what is quoted of `{shown}`"),
        };
        let mut found = Diagnostic::new(&CODE, citation.words, title);
        // A bracket that counts what the source does not may have it from elsewhere.
        if matches!((&dropped.does, dropped.mark), (Effect::MayDeny | Effect::Hedges | Effect::Limits, _) | (Effect::Counts, Mark::PutIn)) {
            found.level = Level::Note;
        }
        let file = source.file.as_deref().unwrap_or("the file");
        let found = found.note(format!("`{file}` has, at {place}: “{}”", passage.join(" ")));
        out.push(found.help(match dropped.mark {
            Mark::PutIn => "quote the words as they stand; a bracket may explain what a source says, and not change it",
            Mark::Replaced => "quote the word too; a bracket may explain what a source says, and not change it",
            Mark::Ellipsis => "quote the word too; an ellipsis may shorten what a source says, and not change it",
        }));
    }
}
