//! What qualifies a judgement without speaking against it.

use crate::{
    analysis::verdict::Verdict,
    model::ids::{ClaimId, PartyId},
    render::{
        document::Block,
        page::Page,
        prose::{line::Line, speakers::At},
    },
};

/// How many limits are told.
const MOST: usize = 6;

/// The limits of `claim` that stand, with their speakers; `voice` has been named as the speaker of the claim.
pub fn blocks(page: &mut Page<'_>, claim: ClaimId, voice: &[PartyId]) -> Vec<Block> {
    let limits: Vec<ClaimId> =
        page.report.analysis.links.limits(claim).filter(|l| page.report.analysis.verdict(*l) == Verdict::Stands).collect();
    if limits.is_empty() {
        return Vec::new();
    }
    // The speakers of the claim who set most of its limits are named once.
    let set = |party: &PartyId| limits.iter().filter(|l| page.speakers_of(**l).contains(party)).count();
    let own: Vec<PartyId> = voice.iter().copied().filter(|p| set(p) * 2 > limits.len()).collect();
    let mut intro = Line::default();
    intro.strong(Line::of("Limits."));
    if own.is_empty() {
        intro.say(if limits.len() == 1 { "It holds within a limit." } else { "It holds within limits." });
    } else {
        intro.then(page.speakers.name(&own, At::Start));
        intro.say(if limits.len() == 1 { "set a limit to it." } else { "set limits to it." });
    }
    if let [only] = limits.as_slice() {
        intro.then(page.tell_by("", *only, &own));
        return vec![intro.paragraph()];
    }
    let mut items: Vec<Vec<Block>> = Vec::new();
    for limit in limits.iter().take(MOST) {
        items.push(vec![item(page, *limit, &own).paragraph()]);
    }
    items.extend(page.more(limits.len().saturating_sub(MOST), "more limit", "more limits"));
    vec![intro.paragraph(), Block::List { ordered: false, items }]
}

/// A limit; who set it together with the speaker of the claim is named after it.
fn item(page: &mut Page<'_>, limit: ClaimId, own: &[PartyId]) -> Line {
    let others: Vec<PartyId> = page.speakers_of(limit).into_iter().filter(|p| !own.contains(p)).collect();
    if own.is_empty() || others.is_empty() || others.len() == page.speakers_of(limit).len() {
        return page.tell_by("", limit, own);
    }
    let mut line = page.tell(limit);
    line.then(page.speakers.name(&others, At::Start)).say("said the same.");
    line
}
