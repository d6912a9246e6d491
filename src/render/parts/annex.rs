//! Every statement with its name, what became of it, and where it stands, and the remarks that have marks: the way back from the brief to
//! the files.

use crate::{
    analysis::verdict::Verdict,
    render::{
        document::{Block, Inline},
        page::Page,
        parts::{answers, limits},
        prose::{line::Line, verdicts, words},
        text,
    },
    text::span::Place,
};

/// The table of all claims, in the order in which the page tells them and then in that of the debate. What the page has told is called by its mark.
pub fn table(page: &Page<'_>) -> Option<Block> {
    let debate = page.debate();
    let head = ["Statement", "Name", "Verdict", "Place"].map(|h| Line::of(h).0).to_vec();
    let mut rows = Vec::with_capacity(debate.claims.len());
    for (id, claim) in debate.claim_ids().zip(&debate.claims) {
        let mut words = page.label(id).map_or_else(|| text::line(&claim.text), |label| Line::of(words::capital(&label)));
        words.end(&page.rests(id));
        let verdict = page.report.analysis.verdict(id);
        let limited = verdict == Verdict::Stands && !limits::standing(page, id).is_empty();
        let told = match verdict {
            Verdict::Unsupported if answers::is_withdrawn(page, id) => "taken back",
            Verdict::Stands if limited => "stands, within limits",
            _ => verdicts::entry(verdict),
        };
        let name = vec![Inline::Code(claim.name.shown.to_string())];
        rows.push((page.order(id), vec![words.0, name, Line::of(told).0, place(page, claim.place)]));
    }
    if rows.is_empty() {
        return None;
    }
    for (remark, at) in page.remarks() {
        let mark = page.mark(remark).trim_matches(['(', ')']).to_owned();
        rows.push((page.order_of(remark), vec![Line::of(mark).0, Line::of("–").0, Line::of("remark").0, place(page, at)]));
    }
    rows.sort_by_key(|(order, _)| *order);
    Some(Block::Table { head, rows: rows.into_iter().map(|(_, row)| row).collect() })
}

fn place(page: &Page<'_>, at: Place) -> Vec<Inline> {
    let source = &page.report.files.file(at.file).source;
    let line = source.lines.line_of(at.span.start) + 1;
    Line::of(format!("{}:{line}", text::clean(&source.path))).0
}
