//! Finds quotations that stand elsewhere in their source than their citation says.

use crate::{
    analysis::quotations::Finding,
    config::pack::Pack,
    diagnostic::{
        code::{Code, Level},
        problem::Diagnostic,
    },
    lint::rule::{Context, Rule},
};

/// The rule.
pub static RULE: Rule = Rule { code: &WRONG_LOCATOR, pack: Pack::Core, check };

/// A quotation stands elsewhere in its source than its citation says.
pub static WRONG_LOCATOR: Code = Code {
    name: "wrong-locator",
    level: Level::Warning,
    summary: "A quotation stands elsewhere in its source than its citation says.",
    page: include_str!("wrong_locator.md"),
};

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
        let found = Diagnostic::new(&WRONG_LOCATOR, citation.place, title);
        out.push(found.note(format!("`{file}` marks its {unit}s")).help(format!("write the {unit} where it stands: {number}")));
    }
}
