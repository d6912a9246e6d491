//! Finds quotations that stand elsewhere in their source than their citation says.

use crate::{
    analysis::quotations::Finding,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
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
        out.push(found.note(format!("`{file}` marks its {unit}s")).help(format!("write the {unit} where it stands: {number}")));
    }
}
