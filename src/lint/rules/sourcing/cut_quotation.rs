//! Finds quotations that begin right behind words that take back what they say, or end right before a condition of it.

use crate::{
    analysis::quotations::{Cut, Finding},
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    quotation::cut::is_guarded,
    text::span::Place,
};
use std::collections::BTreeMap;

rule! {
    /// A quotation begins right behind words that deny what it says, or ends right before a condition of it.
    "cut-quotation", Sourcing, Note, "cut_quotation.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let claims = cx.debate.claims.iter();
    let said: BTreeMap<Place, &str> = claims.flat_map(|claim| claim.cites().iter().map(|cite| (cite.place, claim.text.as_str()))).collect();
    for quotation in cx.quotations {
        let Finding::Verified { cut: Some(Cut { words, is_behind, is_taken_back, passage, place: at }), .. } = &quotation.finding else {
            continue;
        };
        let citation = &quotation.citation;
        // What says itself that something is denied may well quote what is.
        let says = |text: &str| is_guarded(text) || text.to_lowercase().contains(&words.to_lowercase());
        if said.get(&citation.place).is_none_or(|text| says(text)) {
            continue;
        }
        let source = cx.debate.source(citation.source);
        let name = &source.name.shown;
        let place = if *is_behind { "ends before" } else { "begins behind" };
        let does = if *is_taken_back { "takes back" } else { "limits" };
        let title = format!("this quotation {place} “{words}”, by which `{name}` {does} what it says");
        let file = source.file.as_deref().unwrap_or("the file");
        let found = Diagnostic::new(&CODE, citation.words, title).note(format!("`{file}` has, at {at}: “{passage}”"));
        out.push(found.help("quote these words too, or say in the text what the source holds of it"));
    }
}
