//! What is taken to hold without being argued for, and which judgements hang on it.

use crate::{
    analysis::{evaluate::Force, verdict::Verdict},
    model::{debate::ClaimKind, ids::ClaimId},
    render::{
        document::Block,
        page::Page,
        parts::judgements::{Judgement, sureness},
        prose::words,
    },
};
use std::collections::BTreeSet;

/// How many assumptions are told.
const MOST: usize = 10;

/// The assumptions, as the items of a list.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let debate = page.debate();
    let all: Vec<ClaimId> = debate.claim_ids().filter(|c| debate.claim(*c).kind == ClaimKind::Assumption).collect();
    let needed: Vec<BTreeSet<ClaimId>> =
        if all.is_empty() { Vec::new() } else { judgements.iter().map(|j| needed(page, j.claim)).collect() };
    let mut items = Vec::new();
    for claim in all.iter().take(MOST) {
        let mut line = page.tell_by("", *claim, &[]);
        line.say(&sureness(page, *claim));
        if let Some(day) = debate.claim(*claim).details.as_ref().and_then(|d| d.valid_until) {
            line.say(&format!("It is meant to hold until {}.", day.words()));
        }
        let hang: Vec<String> =
            needed.iter().zip(1..).filter(|(n, _)| n.contains(claim)).map(|(_, number)| page.judgement(number)).collect();
        if page.report.analysis.verdict(*claim) != Verdict::Stands {
            line.say("In this debate it does not stand unopposed.");
        } else if !hang.is_empty() {
            line.say(&format!("Without it, {} would lose the only reason that supports it.", words::and(&hang)));
        }
        items.push(vec![line.paragraph()]);
    }
    items.extend(page.more(all.len().saturating_sub(MOST), "more assumption", "more assumptions"));
    items
}

/// The claims that a claim cannot do without: the premises of its only reason that holds, and so on down.
fn needed(page: &Page<'_>, claim: Option<ClaimId>) -> BTreeSet<ClaimId> {
    let analysis = &page.report.analysis;
    let mut needed: BTreeSet<ClaimId> = claim.into_iter().collect();
    let mut open: Vec<ClaimId> = claim.into_iter().collect();
    while let Some(claim) = open.pop() {
        let mut working = analysis.links.supports(claim).filter(|s| analysis.force(page.debate(), *s) == Force::Works);
        if let (Some(only), None) = (working.next(), working.next()) {
            open.extend(page.debate().step(only).premises.iter().copied().filter(|p| needed.insert(*p)));
        }
    }
    needed
}
