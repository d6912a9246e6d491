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
    let mut line = dropped(page, claim, &page.taken_back(claim), &format!("took {it} back"), None);
    // That they denied it before is told where all is.
    let gave_up = if page.is_whole() { format!("gave up denying {it}") } else { format!("had denied {it}, and gave that up") };
    line.then(dropped(page, claim, &page.undenied(claim), &gave_up, None));
    line
}

/// A sentence for each act of `acts`, of which `did` tells what was done; with `it`, the name of the claim there, what a party did before it
/// changed its mind is told in the same sentence.
fn dropped<'r>(page: &mut Page<'r>, claim: ClaimId, acts: &[(PartyId, &'r Commitment)], did: &str, it: Option<&str>) -> Line {
    let mut line = Line::default();
    for same in acts.chunk_by(|a, b| std::ptr::eq(a.1, b.1)) {
        let Some((_, act)) = same.first() else { continue };
        let parties = same.iter().map(|(party, _)| *party);
        let (others, steady): (Vec<PartyId>, Vec<PartyId>) = parties.partition(|p| it.is_some() && has_turned(page, claim, *p, act));
        if !steady.is_empty() {
            line.then(told(page, claim, &steady, did, act));
        }
        for party in others {
            line.then(turned(page, claim, party, did, act, it.unwrap_or("it")));
        }
    }
    line
}

/// What `party` did with `claim` before it did what it does now.
fn before<'r>(page: &Page<'r>, claim: ClaimId, party: PartyId) -> Vec<&'r Commitment> {
    page.facts.earlier.get(&claim).into_iter().flatten().filter(|(who, _)| *who == party).map(|(_, act)| *act).collect()
}

/// Whether `party` changed its mind, so that one sentence can tell it: none of its words are quoted.
fn has_turned(page: &Page<'_>, claim: ClaimId, party: PartyId, act: &Commitment) -> bool {
    let before = before(page, claim, party);
    !before.is_empty() && !is_quoted(act) && !before.into_iter().any(is_quoted)
}

/// What `party` did with `claim` by `act`, and before that something else, in one sentence, and what is noted on it.
fn turned<'r>(page: &mut Page<'r>, claim: ClaimId, party: PartyId, did: &str, act: &'r Commitment, it: &str) -> Line {
    let before = before(page, claim, party);
    let mut line = page.speakers.name(&[party], At::Start);
    if !line.plain().ends_with(',') {
        line.glue(Line::of(","));
    }
    for (index, earlier) in before.iter().enumerate() {
        let on = earlier.date.map_or_else(String::new, |day| format!(" {}", words::on(day)));
        let end = if index + 1 == before.len() { "," } else { "" };
        let name = if index == 0 { it } else { "it" };
        line.say(if index == 0 { "who" } else { "and" }).say(&format!("{}{on}{end}", done(earlier, name)));
        let note = page.notes.number(&earlier.cites, None, &rests(claim, &[*earlier]));
        line.note(note);
    }
    line.say(&did.replace(it, "it"));
    let mut acts = before.clone();
    acts.push(act);
    let rests = rests(claim, &acts);
    let mut line = closed_on(page, line, &[party], act, &rests);
    for earlier in before {
        line.then(noted(page, &[party], &earlier.text, &rests));
    }
    line
}

/// What was done by an act with the claim that the sentence calls `it`.
fn done(act: &Commitment, it: &str) -> String {
    match act.stance {
        Stance::Accept => format!("accepted {it}"),
        Stance::Deny => format!("denied {it}"),
        Stance::Retract => format!("took {it} back"),
    }
}

/// What parties did with `claim`, which the sentences call `it`, where all is told: changes of mind, acceptance, denial.
pub fn in_their_terms(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    if !page.is_whole() {
        return Line::default();
    }
    let mut line = earlier(page, claim, it, |act| act.stance != Stance::Retract);
    for (stance, verb) in [(Stance::Accept, "accepted"), (Stance::Deny, "denied")] {
        let acts = page.stances(claim, stance);
        line.then(dropped(page, claim, &acts, &format!("{verb} {it}"), Some(it)));
    }
    line
}

/// The same of an objection or a judgement with which [`joining`] parties were said to agree.
pub fn accepted(page: &mut Page<'_>, claim: ClaimId) -> Line {
    if !page.is_whole() {
        return Line::default();
    }
    let mut line = earlier(page, claim, "it", |act| act.stance == Stance::Accept && has_more(act));
    let mut acts = page.stances(claim, Stance::Accept);
    acts.retain(|(_, act)| has_more(act));
    line.then(dropped(page, claim, &acts, "accepted it", Some("it")));
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
    dropped(page, claim, &acts, did, None)
}

/// What parties did with `claim` before they changed their mind; not of those whose last act is told `with` that.
fn earlier(page: &mut Page<'_>, claim: ClaimId, it: &str, with: fn(&Commitment) -> bool) -> Line {
    let mut line = Line::default();
    let facts = page.facts;
    for (party, act) in facts.earlier.get(&claim).into_iter().flatten() {
        let mut last = facts.stances.get(&claim).into_iter().flatten().filter(|(who, _)| who == party);
        if !last.any(|(_, last)| with(last) && has_turned(page, claim, *party, last)) {
            line.then(told(page, claim, &[*party], &done(act, it), act));
        }
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
    closed_on(page, head, parties, act, &rests(claim, &[act]))
}

/// The same, where the sentence rests on `rests`.
fn closed_on<'r>(page: &mut Page<'r>, head: Line, parties: &[PartyId], act: &'r Commitment, rests: &[Ground]) -> Line {
    let note = page.notes.number(&act.cites, None, rests);
    let mut line = head;
    line.say(&act.date.map_or_else(String::new, words::on));
    if is_quoted(act) {
        line.glue(Line::of(", saying: “")).glue(page.prose(&act.text)).glue(Line::of("”")).note(note);
        return page.once(line, rests);
    }
    line.glue(Line::of(".")).note(note);
    let mut line = page.once(line, rests);
    line.then(noted(page, parties, &act.text, rests));
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
        line = page.marked(note);
    } else {
        line.say("The note on this reads: “").glue(page.prose(note)).glue(Line::of("”")).say(&page.mark(note));
    }
    line.end(rests);
    line
}
