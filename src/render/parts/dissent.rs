//! Who does not share a judgement, by name and in their own terms.
//!
//! A party dissents when it denies the judgement, or has said or accepted something that attacks it directly or another answer to its
//! question that it excludes or that fell, and does not hold the judgement too. Of whoever only said what misses the judgement, or took their
//! own answer back, no more is said than what they stood by. Where the judgement is that a claim does not hold, whoever holds the claim dissents.

use crate::{
    analysis::why::{Attack, Fate},
    model::{
        debate::{Commitment, Stance, StepKind},
        ids::{ClaimId, PartyId},
    },
    render::{
        document::Block,
        marks::Role,
        page::Page,
        parts::{acts, fates},
        pick::Judgement,
        prose::{line::Line, speakers::At},
    },
};
use std::collections::BTreeMap;

/// How many statements of one party are named.
const MOST: usize = 3;

/// The dissents, as the items of a list.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    for (judgement, number) in judgements.iter().zip(1..) {
        let Some(claim) = judgement.claim else { continue };
        // Who stands on the same words is named in one breath.
        let mut groups: Vec<(Vec<PartyId>, Dissent<'_>)> = Vec::new();
        for (party, dissent) in dissents(page, judgement, claim) {
            match groups
                .iter_mut()
                .find(|(_, other)| dissent.denial.is_none() && other.denial.is_none() && other.stands_on() == dissent.stands_on())
            {
                Some((parties, _)) => parties.push(party),
                None => groups.push((vec![party], dissent)),
            }
        }
        let count = groups.len();
        for (parties, dissent) in groups.into_iter().take(page.bounds.entries) {
            items.push(vec![item(page, judgement, claim, number, &parties, &dissent).paragraph()]);
        }
        let rests = page.rests(claim);
        let name = page.judgement(number);
        let left = count.saturating_sub(page.bounds.entries);
        items.extend(page.more(left, &format!("further dissent from {name}"), &format!("further dissents from {name}"), &rests));
    }
    items
}

/// What a party holds against a judgement.
#[derive(Debug, Default)]
struct Dissent<'r> {
    denial: Option<&'r Commitment>,
    said: Vec<ClaimId>,
    /// The objections to its own answer that it granted without taking the answer back.
    granted: Vec<ClaimId>,
    /// Whether anything of what it said bears on the judgement.
    bears: bool,
}

impl Dissent<'_> {
    fn stands_on(&self) -> (&[ClaimId], &[ClaimId]) {
        (&self.said, &self.granted)
    }
}

fn dissents<'r>(page: &Page<'r>, judgement: &Judgement, claim: ClaimId) -> BTreeMap<PartyId, Dissent<'r>> {
    let mut found: BTreeMap<PartyId, Dissent<'r>> = BTreeMap::new();
    let holds = || {
        let dropped = page.taken_back(claim);
        let speakers = page.speakers_of(claim).into_iter().filter(move |p| !dropped.iter().any(|(q, _)| p == q));
        speakers.chain(page.stances(claim, Stance::Accept).into_iter().map(|(p, _)| p))
    };
    if page.is_turned_down(judgement) {
        let against = |attack: &Attack| fates::claim_of(page, attack).map(|c| page.speakers_of(c)).unwrap_or_default();
        let opposed: Vec<PartyId> = page.reason(claim).attacks.iter().flat_map(against).collect();
        let denied = page.stances(claim, Stance::Deny);
        for party in holds().filter(|p| !opposed.contains(p) && !denied.iter().any(|(q, _)| p == q)) {
            found.insert(party, Dissent { said: vec![claim], bears: true, ..Dissent::default() });
        }
        return found;
    }
    for (party, act) in page.stances(claim, Stance::Deny) {
        found.entry(party).or_default().denial = Some(act);
    }
    let reason = page.reason(claim);
    let attacks = reason.attacks.iter().filter_map(|a| Some((fates::claim_of(page, a)?, !matches!(a.fate, Fate::Undercut(_)))));
    let question = judgement.question.map(|q| page.debate().question(q));
    let answers: Vec<ClaimId> = question.into_iter().flat_map(|q| q.answers.iter().copied()).filter(|a| *a != claim).collect();
    let is_one = question.is_some_and(|q| q.one);
    let rivals = answers.iter().copied().filter(|answer| is_one || page.report.analysis.verdict(*answer).falls());
    let gave_up: Vec<PartyId> = answers.iter().flat_map(|answer| page.taken_back(*answer)).map(|(party, _)| party).collect();
    for (against, bears) in rivals.map(|answer| (answer, true)).chain(attacks) {
        let dropped = page.taken_back(against);
        let speakers = page.speakers_of(against).into_iter().filter(|p| !dropped.iter().any(|(q, _)| p == q));
        let accepted = page.stances(against, Stance::Accept).into_iter().map(|(p, _)| p);
        for party in speakers.chain(accepted) {
            let granted = granted(page, party, against);
            // Whoever grants an objection to an answer still holds it until they take it back.
            if !answers.contains(&against) && !granted.is_empty() {
                continue;
            }
            let dissent = found.entry(party).or_default();
            dissent.bears |= bears && !gave_up.contains(&party);
            if !dissent.said.contains(&against) {
                dissent.said.push(against);
                dissent.granted.extend(granted);
            }
        }
    }
    for party in holds() {
        if found.get(&party).is_some_and(|dissent| dissent.denial.is_none()) {
            found.remove(&party);
        }
    }
    found
}

/// The replies to what `against` says, or to the step from it, that `party` accepted.
fn granted(page: &Page<'_>, party: PartyId, against: ClaimId) -> Vec<ClaimId> {
    let links = &page.report.analysis.links;
    let moves = links.uses(against).filter(|s| page.debate().step(*s).kind != StepKind::Support);
    let replies = links.rebuttals(against).chain(moves.flat_map(|s| links.undercuts(s)).collect::<Vec<_>>());
    let made = replies.flat_map(|s| page.debate().step(s).premises.iter().copied());
    made.filter(|reply| page.stances(*reply, Stance::Accept).iter().any(|(who, _)| *who == party)).collect()
}

fn item<'r>(page: &mut Page<'r>, judged: &Judgement, claim: ClaimId, number: usize, parties: &[PartyId], dissent: &Dissent<'r>) -> Line {
    // What is open or not shown is no judgement that anyone denies: they deny the claim.
    let judgement = match page.is_own_judgement(judged) || page.is_turned_down(judged) {
        true => page.judgement(number),
        false => page.claim_judged(number),
    };
    let mut line = page.speakers.name(parties, At::Start);
    if let Some(act) = dissent.denial {
        line.say(&format!("denied {judgement}"));
        line = acts::closed(page, line, claim, parties, act);
        if dissent.said.is_empty() {
            return line;
        }
        line.then(page.speakers.name(parties, At::Start));
    }
    let (known, fresh): (Vec<ClaimId>, Vec<ClaimId>) = dissent.said.iter().take(MOST).partition(|c| page.is_said(**c));
    let (names, are_marked) = (page.refer_all(&known), page.are_marked(&known));
    let is_marked = are_marked && !known.is_empty();
    let is_own = dissent.said == [claim];
    let is_apart = dissent.denial.is_none() && !dissent.bears;
    if dissent.denial.is_none() && dissent.bears {
        line.say(&format!("did not share {judgement}, and"));
    }
    let names = if is_own && is_marked && page.judgements > 1 { "its claim".to_owned() } else { names };
    let held = match (is_marked, is_own) {
        (true, _) => "stood by".to_owned(),
        (_, true) => "held".to_owned(),
        _ if is_apart => format!("held against {judgement}"),
        _ => "held against it".to_owned(),
    };
    let tail = match known.len() {
        _ if !is_apart || !is_marked => String::new(),
        1 => format!(", which was said against {judgement}"),
        _ => format!(", which were said against {judgement}"),
    };
    line.say(&held);
    if !known.is_empty() {
        let more = if dissent.said.len() > MOST { ", among others" } else { "" };
        let rests = page.rest_on(&known);
        let colon = if are_marked && more.is_empty() { "" } else { ":" };
        line.say(&format!("{more}{colon}")).say(&format!("{names}{tail}.")).end(&rests);
    }
    for (index, claim) in fresh.iter().enumerate() {
        if index > 0 || !known.is_empty() {
            line.then(page.tell(*claim, Role::Statement));
        } else {
            let head = std::mem::take(&mut line);
            line = page.tell_that(head, "that", *claim, Role::Statement, ("", ""));
        }
    }
    let (known, fresh): (Vec<ClaimId>, Vec<ClaimId>) = dissent.granted.iter().take(MOST).partition(|c| page.is_said(**c));
    if !known.is_empty() {
        let objections = match known.len() {
            _ if page.are_marked(&known) => "",
            1 => "the objection ",
            _ => "the objections ",
        };
        line.then(page.speakers.name(parties, At::Start)).say(&format!("granted {objections}{}.", page.refer_all(&known)));
        line.end(&page.rest_on(&known));
    }
    for objection in fresh {
        let mut head = page.speakers.name(parties, At::Start);
        head.say("granted the objection");
        line.then(page.tell_that(head, "that", objection, Role::Statement, ("", "")));
    }
    line
}
