//! What parties did with a claim besides saying it, as sentences: that they accepted or denied it, took it back, or gave up denying it.
//!
//! What is written beside such an act is a note of whoever wrote the debate. It is told as one, and never as words of the party, unless
//! a source is cited for just these words.

use crate::{
    model::{
        debate::{Commitment, Stance},
        ids::{ClaimId, PartyId},
    },
    render::{
        document::Ground,
        page::Page,
        prose::{line::Line, speakers::At, words},
    },
};

/// Who took back `claim`, which the sentences call `it`, and who gave up denying it.
pub fn retracted(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    let mut line = dropped(page, claim, &page.taken_back(claim), &format!("took {it} back"));
    // That they denied it before is told where all is.
    let gave_up = if page.is_whole() { format!("gave up denying {it}") } else { format!("had denied {it}, and gave that up") };
    line.then(dropped(page, claim, &page.undenied(claim), &gave_up));
    line
}

/// A sentence for each act of `acts`, of which `did` tells what was done.
fn dropped<'r>(page: &mut Page<'r>, claim: ClaimId, acts: &[(PartyId, &'r Commitment)], did: &str) -> Line {
    let mut line = Line::default();
    for same in acts.chunk_by(|a, b| std::ptr::eq(a.1, b.1)) {
        let Some((_, act)) = same.first() else { continue };
        let parties: Vec<PartyId> = same.iter().map(|(party, _)| *party).collect();
        line.then(told(page, claim, &parties, did, act));
    }
    line
}

/// What parties did with `claim`, which the sentences call `it`, where all is told: changes of mind, acceptance, denial.
pub fn in_their_terms(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    if !page.is_whole() {
        return Line::default();
    }
    let mut line = earlier(page, claim, it);
    line.then(stances(page, claim, Stance::Accept, &format!("accepted {it}")));
    line.then(stances(page, claim, Stance::Deny, &format!("denied {it}")));
    line
}

/// The same of an objection or a judgement with which [`joining`] parties were said to agree.
pub fn accepted(page: &mut Page<'_>, claim: ClaimId) -> Line {
    if !page.is_whole() {
        return Line::default();
    }
    let mut line = earlier(page, claim, "it");
    let mut acts = page.stances(claim, Stance::Accept);
    acts.retain(|(_, act)| has_more(act));
    line.then(dropped(page, claim, &acts, "accepted it"));
    line
}

/// Who denied `claim`, where all is told.
pub fn denied(page: &mut Page<'_>, claim: ClaimId) -> Line {
    if page.is_whole() { stances(page, claim, Stance::Deny, "denied it") } else { Line::default() }
}

/// Who accepted the reply `claim`, which tells the reader how an exchange ended, however little room there is.
pub fn conceded(page: &mut Page<'_>, claim: ClaimId) -> Line {
    stances(page, claim, Stance::Accept, "accepted this reply")
}

/// Whoever agreed with `claim` and of whom no more is to be told than that.
pub fn joining(page: &Page<'_>, claim: ClaimId) -> Vec<PartyId> {
    let mut agreeing = page.agreeing(claim);
    if page.is_whole() {
        let acts = page.stances(claim, Stance::Accept);
        agreeing.retain(|party| !acts.iter().any(|(who, act)| who == party && has_more(act)));
    }
    agreeing
}

/// Whether an act has a day, a note or a source.
fn has_more(act: &Commitment) -> bool {
    act.date.is_some() || !act.text.trim().is_empty() || !act.cites.is_empty()
}

fn stances(page: &mut Page<'_>, claim: ClaimId, stance: Stance, did: &str) -> Line {
    let acts = page.stances(claim, stance);
    dropped(page, claim, &acts, did)
}

/// What parties did with `claim` before they changed their mind.
fn earlier(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    let mut line = Line::default();
    for (party, act) in page.facts.earlier.get(&claim).into_iter().flatten() {
        let did = match act.stance {
            Stance::Accept => format!("accepted {it}"),
            Stance::Deny => format!("denied {it}"),
            Stance::Retract => format!("took {it} back"),
        };
        line.then(told(page, claim, &[*party], &did, act));
    }
    line
}

/// That `parties` `did` something with `claim` by `act`, when, and what is noted on it.
fn told<'r>(page: &mut Page<'r>, claim: ClaimId, parties: &[PartyId], did: &str, act: &'r Commitment) -> Line {
    let mut head = page.speakers.name(parties, At::Start);
    head.say(did);
    closed(page, head, claim, parties, act)
}

/// `head` with the day of `act` as a sentence, with its sources, and what is noted on it.
pub fn closed<'r>(page: &mut Page<'r>, head: Line, claim: ClaimId, parties: &[PartyId], act: &'r Commitment) -> Line {
    let rests = rests(claim, &[act]);
    let note = page.notes.number(&act.cites, None, &rests);
    let mut line = head;
    line.say(&act.date.map_or_else(String::new, words::on));
    if is_quoted(act) {
        line.glue(Line::of(", saying: “")).glue(page.prose(&act.text)).glue(Line::of("”")).note(note);
        return page.once(line, &rests);
    }
    line.glue(Line::of(".")).note(note);
    let mut line = page.once(line, &rests);
    line.then(noted(page, parties, &act.text, &rests));
    line
}

/// The footnote with what is cited for the `stance` of `parties` on `claim`, if anything is.
pub fn note(page: &mut Page<'_>, claim: ClaimId, parties: &[PartyId], stance: Stance) -> Option<u32> {
    let acts: Vec<&Commitment> =
        page.stances(claim, stance).into_iter().filter(|(who, _)| parties.contains(who)).map(|(_, act)| act).collect();
    let cites: Vec<_> = acts.iter().flat_map(|act| act.cites.iter().cloned()).collect();
    page.notes.number(&cites, None, &rests(claim, &acts))
}

/// What a sentence rests on that tells `acts` with `claim`: the claim, and the sources of the acts.
pub fn rests(claim: ClaimId, acts: &[&Commitment]) -> Vec<Ground> {
    let mut rests = vec![Ground::Claim(claim)];
    for source in acts.iter().flat_map(|act| &act.cites).map(|cite| Ground::Source(cite.source)) {
        if !rests.contains(&source) {
            rests.push(source);
        }
    }
    rests
}

/// Whether a source is cited for the very words of `act`.
fn is_quoted(act: &Commitment) -> bool {
    let bare = |text: &str| {
        let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let said = bare(&act.text);
    !said.is_empty() && act.cites.iter().filter_map(|cite| cite.quotation.as_deref()).any(|words| bare(words).contains(&said))
}

/// What is noted on something that `parties` did, as a sentence after the one that tells it; nothing where it stands on the page.
pub fn noted<'r>(page: &mut Page<'r>, parties: &[PartyId], note: &'r str, rests: &[Ground]) -> Line {
    if note.trim().is_empty() || page.tell_once(note).is_some() {
        return Line::default();
    }
    reading(page, parties, note, rests)
}

/// The sentence of [`noted`], whether or not it stands on the page; nothing where nothing is noted.
pub fn reading<'r>(page: &mut Page<'r>, parties: &[PartyId], note: &'r str, rests: &[Ground]) -> Line {
    if note.trim().is_empty() {
        return Line::default();
    }
    let mut line = Line::default();
    if parties.iter().any(|party| page.speakers.are_named_in(*party, note)) {
        line = page.prose(note);
    } else {
        line.say("The note on this reads: “").glue(page.prose(note)).glue(Line::of("”"));
    }
    line.end(rests);
    line
}
