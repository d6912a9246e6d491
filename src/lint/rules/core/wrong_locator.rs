//! Finds quotations that stand elsewhere in their source than their citation says.

use crate::{
    analysis::quotations::{Elsewhere, Finding},
    diagnostic::{code::Level, problem::Diagnostic},
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
        let (Finding::Verified { elsewhere, .. }, Some(locator)) = (&quotation.finding, &quotation.citation.locator) else { continue };
        out.extend(elsewhere.iter().map(|elsewhere| told(cx, &quotation.citation, locator, elsewhere)));
    }
}

fn told(cx: &Context<'_>, citation: &Citation, locator: &str, elsewhere: &Elsewhere) -> Diagnostic {
    let source = cx.debate.source(citation.source);
    let Elsewhere { cited, unit, number, count, is_doubtful, is_part } = elsewhere;
    let (name, unit, cited) = (&source.name.shown, unit.word(), locator.get(cited.clone()).unwrap_or(locator));
    let file = source.file.as_deref().unwrap_or("the file");
    let title = match count {
        Some(count) => {
            format!("this quotation is cited from `{cited}` of `{name}`, whose file has {count} pages; it is on {unit} {number}")
        }
        None if *is_part => format!("a part of this quotation is not at `{cited}` of `{name}`, but on {unit} {number}"),
        None => format!("this quotation is not at `{cited}` of `{name}`, but on {unit} {number}"),
    };
    let found = Diagnostic::new(&CODE, citation.place, title);
    let found = match (count, is_doubtful) {
        (None, _) => found.note(format!("`{file}` marks its {unit}s")),
        (Some(_), true) => {
            let found =
                found.note(format!("no numbers are printed on the pages of `{file}`, so that others may count them from another number"));
            Diagnostic { level: Level::Note, ..found }
        }
        (Some(_), false) => found.note("other citations of this source do not count its pages so"),
    };
    if *is_part {
        return found.help(format!("name {unit} {number} too"));
    }
    let help = format!("write the {unit} where it stands: {number}");
    let edits = find_number(cx, citation, locator, &elsewhere.cited).map(|span| vec![Edit::new(span, number.to_string())]);
    found.guess(help, edits)
}

/// Where the number of the part `cited` of a locator stands, if it is one number: behind the first comma of the citation.
fn find_number(cx: &Context<'_>, citation: &Citation, locator: &str, cited: &std::ops::Range<usize>) -> Option<Span> {
    let raw = citation.place.span.of(&cx.files.file(citation.place.file).source.text);
    let part = locator.get(cited.clone())?;
    let digits = part.trim_start_matches(|c: char| !c.is_ascii_digit());
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let comma = raw.find(',')?;
    let end = comma + raw.get(comma..)?.find(locator)? + cited.end;
    let end = citation.place.span.start + end as u32;
    Some(Span::new(end - digits.len() as u32, end))
}
