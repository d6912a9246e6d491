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
            objections,
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
    for (claim, nth) in fresh.iter().zip(1..) {
        if depth + 1 < page.bounds.depth {
            let which = match (fresh.len(), depth) {
                (1, _) => String::new(),
                (_, 0) => format!("the {} point", words::ordinal(nth)),
                _ => format!("the {} of these points", words::ordinal(nth)),
            };
            beneath.extend(under(page, *claim, &which, depth + 1));
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

/// What stands beneath and against one point.
fn under(page: &mut Page<'_>, claim: ClaimId, which: &str, depth: usize) -> Vec<Vec<Block>> {
    let reason = page.reason(claim);
    let voice = page.speakers_of(claim);
    let holding: Vec<&SupportReason> = reason.supports.iter().filter(|s| holds(s)).collect();
    let mut items = Vec::new();
    for (index, support) in holding.iter().take(widest(page, depth)).enumerate() {
        let lead = match (which, index) {
            ("", 0) => "In support of this".to_owned(),
            (which, 0) => format!("On {which}"),
            _ => "Besides".to_owned(),
        };
        items.push(item(page, Line::default(), &lead, support, depth, &voice));
    }
    if page.is_whole() {
        let failing = failings::failing_items(page, &reason, &voice);
        let words = match failing.len() {
            1 if reason.supports.len() == 1 => "The one reason given for",
            1 => "One reason given for",
            2 => "Two reasons given for",
            _ => "Several reasons given for",
        };
        let verb = if failing.len() == 1 { "does" } else { "do" };
        if !failing.is_empty() {
            let of = if which.is_empty() { "this" } else { which };
            let lead = page.remark(&format!("{words} {of} {verb} not hold:"), &page.rests(claim)).paragraph();
            items.push(vec![lead, Block::List { ordered: false, items: failing }]);
        }
    }
    for attack in reason.attacks.iter().take(page.bounds.beneath) {
        let lead = if which.is_empty() { "Against this".to_owned() } else { format!("Against {which}") };
        let line = objections::tell(page, &lead, attack, Some(claim), Aim::Point);
        items.push(vec![line.paragraph()]);
    }
    let whose = if which.is_empty() { "This".to_owned() } else { words::capital(which) };
    items.retain(|item| !item.is_empty());
    items.extend(objections::limits(page, claim, &whose).map(|line| vec![line.paragraph()]));
    items
}
