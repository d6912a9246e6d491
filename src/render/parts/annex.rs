//! Every statement with its name, what became of it, and where it stands: the way back from the brief to the files.

use crate::{
    analysis::verdict::Verdict,
    model::{debate::Claim, ids::ClaimId},
    render::{
        document::{Block, Inline},
        page::Page,
        parts::{answers, limits},
        prose::{line::Line, verdicts, words},
        text,
    },
};

/// The table of all claims, in the order in which the page tells them and then in that of the debate. What the page has told is called by its mark.
pub fn table(page: &Page<'_>) -> Option<Block> {
    let debate = page.debate();
    let head = ["Statement", "Name", "Verdict", "Place"].map(|h| Line::of(h).0).to_vec();
    let mut rows = Vec::with_capacity(debate.claims.len());
    let mut claims: Vec<(ClaimId, &Claim)> = debate.claim_ids().zip(&debate.claims).collect();
    claims.sort_by_cached_key(|(id, _)| page.order(*id));
    for (id, claim) in claims {
        let source = &page.report.files.file(claim.place.file).source;
        let line = source.lines.line_of(claim.place.span.start) + 1;
        let mut words = page.label(id).map_or_else(|| text::line(&claim.text), |label| Line::of(words::capital(&label)));
        words.end(&page.rests(id));
        let verdict = page.report.analysis.verdict(id);
        let limited = verdict == Verdict::Stands && !limits::standing(page, id).is_empty();
        let told = match verdict {
            Verdict::Unsupported if answers::is_withdrawn(page, id) => "taken back",
            Verdict::Stands if limited => "stands, within limits",
            _ => verdicts::entry(verdict),
        };
        rows.push(vec![
            words.0,
            vec![Inline::Code(claim.name.shown.to_string())],
            Line::of(told).0,
            Line::of(format!("{}:{line}", text::clean(&source.path))).0,
        ]);
    }
    (!rows.is_empty()).then_some(Block::Table { head, rows })
}
