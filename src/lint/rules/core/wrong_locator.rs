//! Finds quotations that stand elsewhere in their source than their citation says.

use crate::{
    analysis::quotations::Finding,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::citation::Citation,
    text::{edit::Edit, span::Span},
};

rule! {
    /// A quotation stands elsewhere in its source than its citation says.
    "wrong-locator", Core, Warning, "wrong_locator.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for quotation in cx.quotations {
        let citation = &quotation.citation;
        let (Finding::Verified { elsewhere: Some((unit, number)), .. }, Some(locator)) = (&quotation.finding, &citation.locator) else {
            continue;
        };
        let source = cx.debate.source(citation.source);
        let (name, unit) = (&source.name.shown, unit.word());
        let title = format!("this quotation is not at `{locator}` of `{name}`, but on {unit} {number}");
        let file = source.file.as_deref().unwrap_or("the file");
        let found = Diagnostic::new(&CODE, citation.place, title);
        let found = found.note(format!("`{file}` marks its {unit}s"));
        let help = format!("write the {unit} where it stands: {number}");
        let edits = find_number(cx, citation, locator).map(|span| vec![Edit::new(span, number.to_string())]);
        out.push(found.guess(help, edits));
    }
}

/// Where the number of a locator stands, if it is one number: behind the first comma of the citation.
fn find_number(cx: &Context<'_>, citation: &Citation, locator: &str) -> Option<Span> {
    let raw = citation.place.span.of(&cx.files.file(citation.place.file).source.text);
    let digits = locator.trim_start_matches(|c: char| !c.is_ascii_digit());
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let comma = raw.find(',')?;
    let end = comma + raw.get(comma..)?.find(locator)? + locator.len();
    let end = citation.place.span.start + end as u32;
    Some(Span::new(end - digits.len() as u32, end))
}
