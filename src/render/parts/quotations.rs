//! What became of the quotations of a source, with links to their passages where the source lies on the web.

use crate::{
    analysis::quotations::{Finding, Quotation},
    model::{debate::Document, ids::SourceId},
    quotation::pattern::{Part, parse},
    render::{
        document::Inline,
        fragment::find_passage,
        page::Page,
        prose::{line::Line, words},
        text,
    },
};
use std::collections::BTreeMap;

/// The most passages of a source that are linked.
const MOST_LINKS: usize = 5;

/// The quotations of a debate, by source.
pub type BySource<'r> = BTreeMap<SourceId, Vec<&'r Quotation>>;

/// Groups the quotations; on a page about one judgement, those that it cites.
pub fn by_source<'r>(page: &Page<'r>) -> BySource<'r> {
    let mut found = BySource::new();
    let cited: Vec<_> = if page.facts.asked { page.cites().filter(|cite| cite.quotation.is_some()).collect() } else { Vec::new() };
    for quotation in page.report.quotations.iter().filter(|q| !page.facts.asked || cited.contains(&&q.citation)) {
        found.entry(quotation.citation.source).or_default().push(quotation);
    }
    found
}

/// What became of the quotations of `source`, in a few words.
pub fn cell(page: &Page<'_>, source: &Document, of_source: &[&Quotation]) -> Line {
    let mut line = Line::default();
    for (word, is_one) in KINDS {
        let group: Vec<&Quotation> = of_source.iter().copied().filter(|q| is_one(&q.finding)).collect();
        if group.is_empty() {
            continue;
        }
        if !line.is_empty() {
            line.say(";");
        }
        line.say(&format!("{} {word}", group.len()));
        let links: Vec<Inline> = group.iter().filter_map(|q| link(source, q)).collect();
        for (index, link) in links.iter().take(MOST_LINKS).enumerate() {
            line.say(if index == 0 { ":" } else { "," }).then(Line(vec![link.clone()]));
        }
        if links.len() > MOST_LINKS {
            line.say(&format!("and {} more", words::number(links.len() - MOST_LINKS)));
        }
    }
    if page.report.files.documents.find(source.stated()).is_some_and(|filed| filed.is_changed(source)) {
        line.say("(the text has changed since it was pinned)");
    }
    if line.is_empty() { Line::of("–") } else { line }
}

type Kind = (&'static str, fn(&Finding) -> bool);

const KINDS: [Kind; 3] = [
    ("altered", Finding::is_altered),
    ("verified", |f| matches!(f, Finding::Verified { .. })),
    ("unverified", |f| matches!(f, Finding::Unverified)),
];

/// The quotation as a link to its passage: by the words of the source where these are known, else by its own.
fn link(source: &Document, quotation: &Quotation) -> Option<Inline> {
    let quoted = quotation.citation.quotation.as_deref()?;
    let own = parse(quoted);
    let pieces: Vec<&str> = match &quotation.finding {
        Finding::Verified { passage, .. } => passage.iter().map(String::as_str).collect(),
        Finding::Unverified => own.parts.iter().map(Part::whole_words).filter(|words| !words.is_empty()).collect(),
        Finding::Altered(_) | Finding::Missing { .. } | Finding::Scattered(..) => return None,
    };
    let url = find_passage(source.url.as_deref()?, &pieces)?;
    Some(Inline::Link { url, text: text::quoted(quoted) })
}
