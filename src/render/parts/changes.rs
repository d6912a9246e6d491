//! What would change the judgements: the single statements without which one would no longer stand.
//!
//! Of these, the ones that nobody gave reasons for come first, because whatever rests on them falls with them. Not here: the
//! assumptions, which say themselves what hangs on them.

use crate::{
    analysis::{flip::single, verdict::Verdict},
    model::{debate::ClaimKind, ids::ClaimId},
    render::{
        document::Block,
        page::Page,
        parts::judgements::Judgement,
        prose::{line::Line, words},
    },
};

/// How many statements are told for each judgement.
const MOST: usize = 3;
/// How many statements are looked for, to choose from.
const CHOICE: usize = 30;
/// The atoms and literals looked at, over all judgements.
const WORK: usize = 6_000_000;
/// The largest debate, in claims and steps, of which a brief works out what would change it.
const LARGEST: usize = 40_000;

/// Whether the debate is small enough to work out what would change a judgement.
pub fn is_told(page: &Page<'_>) -> bool {
    page.debate().claims.len() + page.debate().steps.len() <= LARGEST
}

/// What would change each judgement that stands, as the items of a list.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    if !is_told(page) {
        return items;
    }
    for (judgement, number) in judgements.iter().zip(1..) {
        let analysis = &page.report.analysis;
        let Some(claim) = judgement.claim.filter(|c| analysis.verdict(*c) == Verdict::Stands) else { continue };
        let mut found = single(page.debate(), analysis, claim, CHOICE, WORK / judgements.len().max(1));
        found.retain(|c| page.claim(*c).kind != ClaimKind::Assumption);
        found.sort_by_key(|c| (analysis.links.supports(*c).len() > 0, *c));
        let lead = words::capital(&page.judgement(number));
        items.extend(item(page, &lead, &found));
    }
    items
}

fn item(page: &mut Page<'_>, lead: &str, found: &[ClaimId]) -> Option<Vec<Block>> {
    if let [only] = found {
        let mut line = Line::of(format!("{lead} would no longer stand if this fell:"));
        line.then(page.tell(*only));
        return Some(vec![line.paragraph()]);
    }
    let others = if found.len() > MOST { ", among others" } else { "" };
    let items: Vec<Vec<Block>> = found.iter().take(MOST).map(|c| vec![page.tell(*c).paragraph()]).collect();
    let lead = Line::of(format!("{lead} would no longer stand if any one of these fell{others}:")).paragraph();
    (!items.is_empty()).then(|| vec![lead, Block::List { ordered: false, items }])
}
