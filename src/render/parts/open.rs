//! What is open: clashes in which neither side has the last word, and claims that rest on nothing.

use crate::{
    analysis::{verdict::Verdict, why::Fate},
    model::{debate::Stance, ids::ClaimId},
    render::{
        document::Block,
        page::Page,
        parts::fates,
        prose::{line::Line, speakers::At, words},
        text,
    },
};
use std::collections::BTreeSet;

/// How many open points are told.
const MOST: usize = 8;

/// The open points, as the items of a list: clashes first, then what was taken back, then circles.
pub fn items(page: &mut Page<'_>) -> Vec<Vec<Block>> {
    let debate = page.debate();
    let verdicts = &page.report.analysis;
    let open: Vec<ClaimId> = debate.claim_ids().filter(|c| verdicts.verdict(*c) == Verdict::Open).collect();
    let mut items = Vec::new();
    let mut told: BTreeSet<(ClaimId, ClaimId)> = BTreeSet::new();
    let mut left = 0;
    for claim in open {
        if items.len() >= MOST {
            left += 1;
            continue;
        }
        let reason = page.reason(claim);
        let clash = reason.attacks.iter().filter(|a| a.fate == Fate::Open).find_map(|a| fates::claim_of(page, a));
        let Some(by) = clash.filter(|by| !same_question(page, claim, *by)) else { continue };
        if told.insert((claim.min(by), claim.max(by))) {
            items.push(vec![clash_line(page, claim, by).paragraph()]);
        }
    }
    items.extend(page.more(left, "more claim is open", "more claims are open"));
    items.extend(retracted(page));
    for circle in page.report.circles.iter().take(2) {
        let claims: Vec<String> = circle.claims.iter().take(3).map(|c| page.refer(*c)).collect();
        let line = format!("These are given as reasons for each other, and so lend each other nothing: {}.", words::and(&claims));
        items.push(vec![Line::of(line).paragraph()]);
    }
    items
}

/// Whether two claims answer the same question; that they clash is told where the question is.
fn same_question(page: &Page<'_>, a: ClaimId, b: ClaimId) -> bool {
    page.claim(a).answers.iter().any(|q| page.claim(b).answers.contains(q))
}

fn clash_line(page: &mut Page<'_>, claim: ClaimId, by: ClaimId) -> Line {
    if page.is_said(claim) && page.is_said(by) {
        return Line::of(format!("Nothing decides between {} and {}.", page.refer(claim), page.refer(by)));
    }
    let (first, second) = if page.is_said(claim) { (claim, by) } else { (by, claim) };
    let mut line = page.tell_by("", first, &[]);
    line.then(page.tell_by("Against this stands", second, &[])).say("Nothing decides between the two.");
    line
}

fn retracted(page: &mut Page<'_>) -> Vec<Vec<Block>> {
    let debate = page.debate();
    let dropped: Vec<ClaimId> = debate
        .claim_ids()
        .filter(|c| page.report.analysis.verdict(*c) == Verdict::Unsupported && !page.is_said(*c))
        .filter(|c| !page.stances(*c, Stance::Retract).is_empty())
        .collect();
    let mut items = Vec::new();
    for claim in dropped.iter().take(3) {
        let acts = page.stances(*claim, Stance::Retract);
        let parties: Vec<_> = acts.iter().map(|(p, _)| *p).collect();
        let Some((_, act)) = acts.first() else { continue };
        let mut line = page.tell(*claim);
        line.then(page.speakers.name(&parties, At::Start)).say("said so and took it back");
        line.say(&act.date.map_or_else(String::new, words::on)).glue(Line::of("."));
        if !act.text.trim().is_empty() {
            line.then(text::parts(&act.text).0);
        }
        items.push(vec![line.paragraph()]);
    }
    items
}
