//! An objection with its speaker, who agrees with it, and the reasons that bear it.

use crate::{
    analysis::{
        evaluate::Force,
        why::{Attack, Attacker, Fate},
    },
    model::{
        debate::{Few, Stance},
        ids::{ClaimId, PartyId},
    },
    render::{
        document::Block,
        page::Page,
        parts::fates::{self, Aim, claim_of},
        prose::{line::Line, speakers::At, words},
    },
};
use std::collections::BTreeSet;

/// The objection `attack` after `lead` (such as `Against this`), told with its fate.
pub fn tell(page: &mut Page<'_>, lead: &str, attack: &Attack, target: Option<ClaimId>, aim: Aim) -> Line {
    let mut line = voiced(page, lead, attack);
    line.then(fates::fate(page, attack, target, aim));
    line
}

/// The objection after `lead`, without what became of it.
pub fn voiced(page: &mut Page<'_>, lead: &str, attack: &Attack) -> Line {
    let Some(claim) = claim_of(page, attack) else { return Line::default() };
    let known = page.is_said(claim);
    let mut line = Line::of(lead);
    match attack.by {
        Attacker::Consequence(_) => {
            line.say(if lead.is_empty() { "It" } else { "it" })
                .say("is held that one would have to grant more than stands:")
                .then(page.tell(claim));
        }
        Attacker::Contradiction(_) if known => {
            line.say(if lead.is_empty() { "The contrary claim:" } else { "stands the contrary claim" })
                .say(&format!("{}.", page.refer(claim)));
        }
        _ if known && lead.is_empty() => {
            let speakers = page.speakers_of(claim);
            if speakers.is_empty() {
                line.say("The objection:");
            } else {
                line.then(page.speakers.name(&speakers, At::Start)).say("objected:");
            }
            line.then(page.tell(claim));
        }
        _ if known => {
            line.say(&format!("stands the objection {}.", page.refer(claim)));
        }
        _ => {
            let speakers = page.speakers_of(claim);
            let verb = if matches!(attack.by, Attacker::Contradiction(_)) { "held the contrary" } else { "objected" };
            if speakers.is_empty() {
                let verb = if verb == "objected" { "there is an objection" } else { "there is a contrary claim" };
                let verb = if lead.is_empty() { words::capital(verb) } else { verb.to_owned() };
                line.say(&format!("{verb}:")).then(page.tell(claim));
            } else {
                line.then(page.speakers.name(&speakers, if lead.is_empty() { At::Start } else { At::Inside }))
                    .say(&format!("{verb}:"))
                    .then(page.tell(claim));
            }
        }
    }
    line
}

/// Who accepted `claim` besides its speakers, as a sentence.
pub fn agreed(page: &mut Page<'_>, claim: ClaimId) -> Line {
    let speakers = page.speakers_of(claim);
    let parties: Vec<PartyId> = page.stances(claim, Stance::Accept).into_iter().map(|(p, _)| p).filter(|p| !speakers.contains(p)).collect();
    let mut line = Line::default();
    if !parties.is_empty() {
        line.then(page.speakers.name(&parties, At::Start)).say("agreed.");
    }
    line
}

/// The reasons that stand for an objection: a sentence that leads to them, and a list of those that have not been told yet.
pub fn grounds(page: &mut Page<'_>, claim: ClaimId, most: usize) -> (Line, Vec<Vec<Block>>) {
    let reason = page.reason(claim);
    let voice = page.speakers_of(claim);
    let working: Vec<Few<ClaimId>> =
        reason.supports.iter().filter(|s| s.force == Force::Works).map(|s| page.debate().step(s.step).premises.clone()).collect();
    let mut line = Line::default();
    if working.iter().flatten().all(|c| page.is_said(*c)) {
        let told: BTreeSet<ClaimId> = working.iter().flatten().copied().collect();
        let told: Vec<String> = told.iter().take(most).map(|c| page.refer(*c)).collect();
        if !told.is_empty() {
            line.say(&format!("The objection draws on what is told elsewhere: {}.", words::and(&told)));
        }
        return (line, Vec::new());
    }
    line.say(&match working.len() {
        1 => "The reason for the objection:".to_owned(),
        2 => "Two separate reasons bear the objection:".to_owned(),
        n => format!("{} separate reasons bear the objection:", words::capital(&words::number(n))),
    });
    let mut items = Vec::new();
    for premises in working.iter().take(most) {
        items.push(vec![page.tell_all("", premises, &voice).paragraph()]);
    }
    items.extend(page.more(working.len().saturating_sub(most), "more reason", "more reasons"));
    (line, items)
}

/// How many objections there are, by what became of them, as a clause: `two objections have been answered`.
pub fn tally(attacks: &[Attack]) -> Option<String> {
    let of = |test: fn(&Fate) -> bool| attacks.iter().filter(|a| test(&a.fate)).count();
    let parts = [
        (of(|f| *f == Fate::Falls), "has been answered", "have been answered"),
        (of(|f| matches!(f, Fate::Undercut(_))), "may be true but does not touch it", "may be true but do not touch it"),
        (of(|f| *f == Fate::Outweighed), "is granted but outweighed", "are granted but outweighed"),
        (of(|f| *f == Fate::Open), "is undecided", "are undecided"),
        (of(|f| *f == Fate::Succeeds), "prevails", "prevail"),
    ];
    let total = attacks.len();
    let told: Vec<(usize, &str, &str)> = parts.into_iter().filter(|(n, ..)| *n > 0).collect();
    match told.as_slice() {
        [] => None,
        [(_, one, _)] if total == 1 => Some(format!("the one objection to it {one}")),
        [(2, _, many)] => Some(format!("the two objections to it {many}")),
        [(n, _, many)] => Some(format!("all {} objections to it {many}", words::number(*n))),
        several => {
            let each: Vec<String> =
                several.iter().map(|(n, one, many)| format!("{} {}", words::number(*n), if *n == 1 { one } else { many })).collect();
            Some(format!("of {} objections, {}", words::number(total), words::and(&each)))
        }
    }
}
