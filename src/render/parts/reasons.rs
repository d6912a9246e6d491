//! The reasons for a claim, as a list that goes down to where the debate does, within bounds.

use crate::{
    analysis::why::{Reason, SupportReason},
    model::ids::{ClaimId, PartyId},
    render::{
        document::Block,
        page::Page,
        parts::{
            failings,
            fates::Aim,
            limits, objections,
            points::{holds, told},
        },
        prose::{line::Line, words},
    },
};

/// The reasons that hold, as the items of a list.
pub fn items(page: &mut Page<'_>, reason: &Reason, voice: &[PartyId]) -> Vec<Vec<Block>> {
    let most = widest(page, 0);
    let holding: Vec<&SupportReason> = reason.supports.iter().filter(|s| holds(s)).collect();
    let mut items: Vec<Vec<Block>> = Vec::new();
    for support in holding.iter().take(most) {
        items.push(item(page, Line::default(), "", support, 0, voice));
    }
    let rests = page.rests(reason.claim);
    items.extend(page.more(holding.len().saturating_sub(most), "further reason", "further reasons", &rests));
    items.retain(|item| !item.is_empty());
    items
}

fn widest(page: &Page<'_>, depth: usize) -> usize {
    let deepest = page.bounds.reasons.len() - 1;
    page.bounds.reasons.get(depth.min(deepest)).copied().filter(|_| depth < page.bounds.depth).unwrap_or(0)
}

/// One reason after `opening`, or after words such as `On the first point`, with what stands beneath and against its points.
pub fn item(page: &mut Page<'_>, opening: Line, lead: &str, support: &SupportReason, depth: usize, voice: &[PartyId]) -> Vec<Block> {
    let (line, fresh) = told(page, opening, lead, support, voice);
    let mut beneath = Vec::new();
    if depth + 1 < page.bounds.depth {
        for claim in &fresh {
            beneath.extend(under(page, *claim, fresh.len() > 1, depth + 1));
        }
    }
    for attack in support.undercuts.iter().take(page.bounds.beneath) {
        let line = objections::tell(page, "Against this argument", attack, None, Aim::Step);
        beneath.push(vec![line.paragraph()]);
    }
    let mut blocks: Vec<Block> = (!line.is_empty()).then(|| line.paragraph()).into_iter().collect();
    if !beneath.is_empty() {
        blocks.push(Block::List { ordered: false, items: beneath });
    }
    blocks
}

/// What stands beneath and against one point, which is named where it is one of `several`.
fn under(page: &mut Page<'_>, claim: ClaimId, several: bool, depth: usize) -> Vec<Vec<Block>> {
    let name = |page: &Page<'_>| if several { page.refer(claim) } else { "this".to_owned() };
    let reason = page.reason(claim);
    let voice = page.voices_of(claim);
    let holding: Vec<&SupportReason> = reason.supports.iter().filter(|s| holds(s)).collect();
    let mut items = Vec::new();
    for (index, support) in holding.iter().take(widest(page, depth)).enumerate() {
        let lead = match (index, several) {
            (0, false) => "In support of this".to_owned(),
            (0, true) => format!("In support of {}", name(page)),
            _ => "Besides".to_owned(),
        };
        items.push(item(page, Line::default(), &lead, support, depth, &voice));
    }
    if page.is_whole() {
        let failing = failings::failing_items(page, &reason, &voice);
        if !failing.is_empty() {
            let words = failings::announced(failing.len(), reason.supports.len(), &name(page));
            let lead = page.remark(&words, &page.rests(claim)).paragraph();
            items.push(vec![lead, Block::List { ordered: false, items: failing }]);
        }
    }
    for attack in reason.attacks.iter().take(page.bounds.beneath) {
        let line = objections::tell(page, &format!("Against {}", name(page)), attack, Some(claim), Aim::Point);
        items.extend((!line.is_empty()).then(|| vec![line.paragraph()]));
    }
    items.retain(|item| !item.is_empty());
    let is_limited = !limits::untold(page, claim).is_empty();
    let whose = if is_limited { words::capital(&name(page)) } else { String::new() };
    items.extend(objections::limits(page, claim, &whose).map(|line| vec![line.paragraph()]));
    items
}
