//! What qualifies a claim without speaking against it, and what was said against such a limit.

use crate::{
    analysis::verdict::Verdict,
    model::ids::{ClaimId, PartyId},
    render::{
        document::Block,
        marks::Role,
        page::Page,
        parts::objections,
        prose::{line::Line, speakers::At, words},
    },
};

/// That the judgement `claim`, which stands, does so within limits that stand; a single one is told if no case follows that tells it.
pub fn within(page: &mut Page<'_>, claim: ClaimId) -> Line {
    let limits = standing(page, claim);
    match limits.as_slice() {
        _ if page.report.analysis.verdict(claim) != Verdict::Stands => Line::default(),
        [] => Line::default(),
        [only] if page.bounds.limits == 0 => {
            page.tell_that(Line::of("It stands, within a limit"), ", namely that", *only, Role::Limit, ("", ""))
        }
        [_] => page.remark("It stands, within a limit.", &page.rests(claim)),
        several => {
            let words = format!("It stands, within {} limits.", words::number(several.len()));
            page.remark(&words, &page.rests(claim))
        }
    }
}

/// The limits of `claim` that stand.
pub fn standing(page: &Page<'_>, claim: ClaimId) -> Vec<ClaimId> {
    let analysis = &page.report.analysis;
    analysis.links.limits(claim).filter(|l| analysis.verdict(*l) == Verdict::Stands).collect()
}

/// The limits of `claim` that the page has not told.
pub fn untold(page: &Page<'_>, claim: ClaimId) -> Vec<ClaimId> {
    page.report.analysis.links.limits(claim).filter(|limit| !page.is_said(*limit)).collect()
}

/// The limits of the judgement `claim` with their speakers, those that stand first; `voice` has been named as the speaker of the claim.
pub fn blocks(page: &mut Page<'_>, claim: ClaimId, voice: &[PartyId]) -> Vec<Block> {
    let mut limits: Vec<ClaimId> = page.report.analysis.links.limits(claim).collect();
    if limits.is_empty() || page.bounds.limits == 0 {
        return Vec::new();
    }
    // The speakers of the claim who set most of its limits are named once, unless some are nobody's.
    let set = |party: &PartyId| limits.iter().filter(|l| page.speakers_of(**l).contains(party)).count();
    let is_nobodys = |limit: &ClaimId| page.speakers_of(*limit).is_empty();
    let own: Vec<PartyId> = voice.iter().copied().filter(|p| set(p) * 2 > limits.len() && !limits.iter().any(is_nobodys)).collect();
    // What others set as well follows what they set alone.
    limits.sort_by_key(|l| (page.report.analysis.verdict(*l) != Verdict::Stands, page.speakers_of(*l).iter().any(|p| !own.contains(p))));
    let mut intro = Line::default();
    intro.strong(Line::of(match limits.as_slice() {
        [only] if page.report.analysis.verdict(*only).falls() => "A limit that does not hold.",
        [_] => "A limit.",
        _ => "Limits.",
    }));
    if let [only] = limits.as_slice() {
        intro.then(item(page, *only, &[]));
        return vec![intro.paragraph()];
    }
    let rests = page.rests(claim);
    if own.is_empty() {
        intro.then(page.remark("They qualify it without speaking against it:", &rests));
    } else if limits.iter().all(|limit| own.iter().all(|party| page.speakers_of(*limit).contains(party))) {
        intro.then(page.speakers.name(&own, At::Start)).say("set limits to").say(&page.refer(claim)).say(":").end(&rests);
    } else {
        intro.say("Limits were set to").say(&page.refer(claim)).say(", by").then(page.speakers.name(&own, At::Inside));
        intro.say("unless somebody else is named:").end(&rests);
    }
    let mut items: Vec<Vec<Block>> = Vec::new();
    for limit in limits.iter().take(page.bounds.limits) {
        items.push(vec![item(page, *limit, &own).paragraph()]);
    }
    items.extend(page.more(limits.len().saturating_sub(page.bounds.limits), "further limit", "further limits", &rests));
    vec![intro.paragraph(), Block::List { ordered: false, items }]
}

/// A limit with what was said against it; who set it together with the speaker of the claim is named after it.
fn item(page: &mut Page<'_>, limit: ClaimId, own: &[PartyId]) -> Line {
    let speakers = page.speakers_of(limit);
    let is_theirs = own.iter().all(|party| speakers.contains(party));
    let own = if is_theirs { own } else { &[] };
    let others: Vec<PartyId> = speakers.iter().copied().filter(|p| !own.contains(p)).collect();
    let mut line = Line::default();
    if others.is_empty() || others.len() == speakers.len() {
        line.then(page.tell_by("", limit, Role::Limit, own));
    } else {
        let mut head = page.speakers.name(&others, At::Start);
        head.say("said as well");
        line.then(page.tell_that(head, "that", limit, Role::Limit, ("", "")));
    }
    line.then(objections::against_limit(page, limit));
    line
}
