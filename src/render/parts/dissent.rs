//! Who does not share a judgement, by name and in their own terms.
//!
//! A party dissents when it denies the judgement, or has said or accepted something that attacks it directly or another answer to its
//! question, and does not hold the judgement too.

use crate::{
    model::{
        debate::Stance,
        ids::{ClaimId, PartyId},
    },
    render::{
        document::Block,
        page::Page,
        parts::{fates, judgements::Judgement},
        prose::{line::Line, speakers::At},
        text,
    },
};
use std::collections::BTreeMap;

/// How many dissents are told for each judgement.
const MOST: usize = 5;

/// The dissents, as the items of a list.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    for (index, judgement) in judgements.iter().enumerate() {
        let Some(claim) = judgement.claim else { continue };
        page.here = 0;
        let dissents = dissents(page, judgement, claim);
        // Who stands on the same words is named in one breath.
        let mut groups: Vec<(Vec<PartyId>, Option<&str>, Option<ClaimId>)> = Vec::new();
        for (party, (own, said)) in dissents {
            match groups.iter_mut().find(|(_, words, claim)| own.is_none() && words.is_none() && *claim == said) {
                Some((parties, ..)) => parties.push(party),
                None => groups.push((vec![party], own, said)),
            }
        }
        let count = groups.len();
        for (parties, own, said) in groups.into_iter().take(MOST) {
            items.push(vec![item(page, index + 1, &parties, own, said).paragraph()]);
        }
        if count > MOST {
            let judgement = page.judgement(index + 1);
            items.push(vec![Line::of(format!("Still others opposed {judgement}.")).paragraph()]);
        }
    }
    items
}

type Dissents<'r> = BTreeMap<PartyId, (Option<&'r str>, Option<ClaimId>)>;

/// Who dissents: in the words of a denial, or by what was said.
fn dissents<'r>(page: &Page<'r>, judgement: &Judgement, claim: ClaimId) -> Dissents<'r> {
    let mut found: Dissents<'r> = BTreeMap::new();
    for (party, act) in page.stances(claim, Stance::Deny) {
        found.entry(party).or_default().0 = Some(act.text.as_str()).filter(|t| !t.trim().is_empty());
    }
    let reason = page.reason(claim);
    let attacks = reason.attacks.iter().filter_map(|a| fates::claim_of(page, a));
    let question = judgement.question.map(|q| page.debate().question(q)).filter(|q| q.one);
    let rivals = question.into_iter().flat_map(|q| q.answers.iter().copied()).filter(|a| *a != claim);
    for against in rivals.chain(attacks) {
        let speakers =
            page.speakers_of(against).into_iter().filter(|p| !page.stances(against, Stance::Retract).iter().any(|(q, _)| p == q));
        let accepted = page.stances(against, Stance::Accept).into_iter().map(|(p, _)| p);
        for party in speakers.chain(accepted) {
            let said = &mut found.entry(party).or_default().1;
            *said = said.or(Some(against));
        }
    }
    let holds = page.speakers_of(claim).into_iter().chain(page.stances(claim, Stance::Accept).into_iter().map(|(p, _)| p));
    for party in holds {
        found.remove(&party);
    }
    found
}

fn item(page: &mut Page<'_>, number: usize, parties: &[PartyId], own: Option<&str>, said: Option<ClaimId>) -> Line {
    let judgement = page.judgement(number);
    let mut line = page.speakers.name(parties, At::Start);
    match (own, said) {
        (Some(words), _) => line.say(&format!("denied {judgement}.")).then(text::parts(words).0),
        (None, Some(said)) => line.say(&format!("opposed {judgement}:")).then(page.tell(said)),
        (None, None) => line.say(&format!("denied {judgement}.")),
    };
    line
}
