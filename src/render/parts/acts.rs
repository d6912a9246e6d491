//! What parties did with a claim besides saying it, as sentences: that they took it back, or gave up denying it.

use crate::{
    model::{
        debate::{Commitment, Stance},
        ids::{ClaimId, PartyId},
    },
    render::{
        document::Ground,
        page::Page,
        parts::fates,
        prose::{line::Line, speakers::At, words},
    },
};

/// Who took back `claim`, which the sentences call `it`, and who gave up denying it.
pub fn retracted(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    let mut line = dropped(page, claim, &page.taken_back(claim), &format!("took {it} back"));
    line.then(dropped(page, claim, &page.undenied(claim), &format!("had denied {it}, and gave that up")));
    line
}

/// A sentence for each act of `acts`, of which `did` tells what was done.
fn dropped(page: &mut Page<'_>, claim: ClaimId, acts: &[(PartyId, &Commitment)], did: &str) -> Line {
    let rests = page.rests(claim);
    let mut line = Line::default();
    for same in acts.chunk_by(|a, b| std::ptr::eq(a.1, b.1)) {
        let Some((_, act)) = same.first() else { continue };
        let parties: Vec<PartyId> = same.iter().map(|(party, _)| *party).collect();
        line.then(told(page, &parties, did, act, &rests));
    }
    line
}

/// What parties said when they accepted or denied `claim`, where all is told and it stands nowhere on the page.
pub fn in_their_terms(page: &mut Page<'_>, claim: ClaimId) -> Line {
    let mut line = accepted(page, claim);
    line.then(stances(page, claim, Stance::Deny, "denied it"));
    line
}

/// The same of those who accepted it.
pub fn accepted(page: &mut Page<'_>, claim: ClaimId) -> Line {
    stances(page, claim, Stance::Accept, "accepted it")
}

fn stances(page: &mut Page<'_>, claim: ClaimId, stance: Stance, did: &str) -> Line {
    let mut line = Line::default();
    if !page.is_whole() {
        return line;
    }
    let rests = page.rests(claim);
    for (party, act) in page.stances(claim, stance) {
        if act.text.trim().is_empty() || page.tell_once(&act.text).is_some() {
            continue;
        }
        line.then(told(page, &[party], did, act, &rests));
    }
    line
}

/// That `parties` `did` something by `act`, when, and why.
fn told(page: &mut Page<'_>, parties: &[PartyId], did: &str, act: &Commitment, rests: &[Ground]) -> Line {
    let mut line = page.speakers.name(parties, At::Start);
    line.say(did).say(&act.date.map_or_else(String::new, words::on));
    line.then(acted(page, parties, &act.text, rests));
    line
}

/// Why `parties` did something, in the words of the debate, which close the sentence that tells it.
pub fn acted(page: &Page<'_>, parties: &[PartyId], why: &str, rests: &[Ground]) -> Line {
    let mut line = fates::saying(page, parties, why);
    line.end(rests);
    line
}

/// The reason that `parties` gave for what they did, as a sentence after one that tells it; nothing if they gave none.
pub fn reason_given(page: &Page<'_>, parties: &[PartyId], why: &str, rests: &[Ground]) -> Line {
    let mut line = Line::default();
    if why.trim().is_empty() {
        return line;
    }
    if parties.iter().any(|party| page.speakers.are_named_in(*party, why)) {
        line = page.prose(why);
    } else {
        line.say("The reason given: “").glue(page.prose(why)).glue(Line::of("”"));
    }
    line.end(rests);
    line
}
