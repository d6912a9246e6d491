//! The table of sources, and the words with a fixed sense.

use crate::{
    model::{debate::Document, ids::SourceId},
    render::{
        document::{Block, Inline},
        fragment::is_web,
        page::Page,
        parts::quotations,
        prose::{line::Line, sources},
        text,
    },
};

/// The terms, as the items of a list.
pub fn terms(page: &mut Page<'_>) -> Vec<Vec<Block>> {
    let debate = page.debate();
    let mut items = Vec::new();
    for term in &debate.terms {
        let word = term.name.shown.rsplit('.').next().unwrap_or("").replace(['-', '_'], " ");
        let mut line = Line::default();
        line.strong(Line::of(text::clean(&word))).say(":").then(text::parts(&term.text).0);
        let note = page.notes.number(debate, &term.cites, term.note.as_deref());
        line.note(note);
        items.push(vec![line.paragraph()]);
    }
    items
}

/// The table of sources: each in full, with its grade where any has one, how often it is cited, and what became of its quotations.
pub fn table(page: &Page<'_>) -> Option<Block> {
    let debate = page.debate();
    let mut cited = vec![0usize; debate.sources.len()];
    for cite in debate.claims.iter().flat_map(|c| c.cites()) {
        if let Some(count) = cited.get_mut(cite.source.index()) {
            *count += 1;
        }
    }
    let graded = debate.sources.iter().any(|s| s.reliability.is_some());
    let mut rows = Vec::new();
    let quoted = quotations::by_source(page);
    for (id, (source, count)) in (0..).map(SourceId).zip(debate.sources.iter().zip(cited)) {
        let mut row = vec![entry(page, source).0];
        if graded {
            row.push(Line::of(text::clean(source.reliability.as_deref().unwrap_or("–"))).0);
        }
        row.push(Line::of(if count == 0 { "–".to_owned() } else { count.to_string() }).0);
        if !quoted.is_empty() {
            row.push(quotations::cell(page, source, quoted.get(&id).map_or(&[], Vec::as_slice)).0);
        }
        rows.push(row);
    }
    let mut head = vec![Line::of("Source").0];
    if graded {
        head.push(Line::of("Grade").0);
    }
    head.push(Line::of("Cited").0);
    if !quoted.is_empty() {
        head.push(Line::of("Quotations").0);
    }
    (!rows.is_empty()).then_some(Block::Table { head, rows })
}

fn entry(page: &Page<'_>, source: &Document) -> Line {
    let mut line = sources::full(source);
    line.say(".");
    if let Some(origin) = source.origin {
        line.say("After").then(sources::title(page.debate().source(origin))).say(".");
    }
    if let Some(url) = &source.url {
        line.then(address(url));
        if let Some(day) = source.accessed {
            line.say(&format!("(read on {})", day.words()));
        }
        line.say(".");
    }
    if let Some(note) = &source.note {
        line.then(text::parts(note).0);
    }
    line
}

/// An address as a link where it is one of the web, else as words.
fn address(url: &str) -> Line {
    let shown = text::clean(url.trim());
    if is_web(&shown) { Line(vec![Inline::Link { url: shown.clone(), text: shown }]) } else { Line::of(shown) }
}
