//! What parties did with a claim besides saying it, as sentences: that they accepted or denied it, took it back, or gave up denying it.
//!
//! What is written beside such an act is a note of whoever wrote the debate. It is told as one, and never as words of the party, unless
//! a source is cited for just these words.

use crate::{
    model::{
        citation::Citation,
        debate::{Commitment, Stance},
        ids::{ClaimId, PartyId},
    },
    render::{
        document::Ground,
        page::Page,
        prose::{line::Line, speakers::At, words},
    },
};
use std::collections::BTreeSet;

/// Who took back `claim`, which the sentences call `it`, and who gave up denying it.
pub fn retracted(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    let acts = page.stances(claim, Stance::Retract);
    told(page, claim, &acts, it)
}

/// Which of those who put `claim` forward took it back, for a summary.
pub fn withdrawn(page: &mut Page<'_>, claim: ClaimId) -> Line {
    let voice = page.speakers_of(claim);
    let mut acts = page.taken_back(claim);
    acts.retain(|(party, _)| voice.contains(party));
    let mut line = Line::default();
    for same in acts.chunk_by(|a, b| std::ptr::eq(a.1, b.1)) {
        let Some((_, act)) = same.first() else { continue };
        let mut told = page.speakers.name(&same.iter().map(|(party, _)| *party).collect::<Vec<_>>(), At::Start);
        // The day is told with the case, if one follows.
        match act.date.filter(|_| page.bounds.limits == 0) {
            Some(day) => told.say(&format!("put it forward, and took it back {}.", words::on(day))),
            None => told.say("put it forward, and took it back."),
        };
        line.then(page.once(told, &rests(claim, &[*act])));
    }
    line
}

/// What parties did with `claim`, which the sentences call `it`, where all is told: in the order of the days.
pub fn in_their_terms(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    in_order(page, claim, it, |_| true)
}

/// The same of an objection or a claim with which [`joining`] parties were said to agree.
pub fn beside_joining(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    in_order(page, claim, it, |act| act.stance != Stance::Accept || has_more(act))
}

/// The same of an answer or a judgement, of which it is told elsewhere who denies it now.
pub fn beside_denials(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    in_order(page, claim, it, is_beside_denials)
}

fn is_beside_denials(act: &Commitment) -> bool {
    match act.stance {
        Stance::Accept => has_more(act),
        Stance::Deny => false,
        Stance::Retract => true,
    }
}

/// The same of an answer or a judgement from which those dissent who deny it now: what these did before is told with their denial.
pub fn beside_dissent(page: &mut Page<'_>, claim: ClaimId, it: &str) -> Line {
    let denials = page.stances(claim, Stance::Deny).into_iter();
    let turned: BTreeSet<PartyId> = denials.filter(|(p, act)| has_turned(page, claim, *p, act)).map(|(party, _)| party).collect();
    in_order_but(page, claim, it, turned, is_beside_denials)
}

/// Who accepted the reply `claim`, which tells the reader how an exchange ended, however little room there is.
pub fn conceded(page: &mut Page<'_>, claim: ClaimId) -> Line {
    let acts = page.stances(claim, Stance::Accept);
    told(page, claim, &acts, "this reply")
}

fn in_order(page: &mut Page<'_>, claim: ClaimId, it: &str, wanted: fn(&Commitment) -> bool) -> Line {
    in_order_but(page, claim, it, BTreeSet::new(), wanted)
}

/// What each party last did, where it is `wanted`, and what it did before, as far as that does not stand in the same sentence; nothing that
/// those who are `left` did before.
fn in_order_but(page: &mut Page<'_>, claim: ClaimId, it: &str, left: BTreeSet<PartyId>, wanted: fn(&Commitment) -> bool) -> Line {
    if !page.is_whole() {
        return Line::default();
    }
    let facts = page.facts;
    let last = facts.stances.get(&claim).into_iter().flatten().copied().filter(|(_, act)| wanted(act));
    let mut turned = left;
    turned.extend(last.clone().filter(|(party, act)| has_turned(page, claim, *party, act)).map(|(party, _)| party));
    let earlier = facts.earlier.get(&claim).into_iter().flatten().copied().filter(|(party, _)| !turned.contains(party));
    let mut acts: Vec<(PartyId, &Commitment)> = earlier.chain(last).collect();
    acts.sort_by_key(|(_, act)| (act.date, act.place));
    told(page, claim, &acts, it)
}

/// A sentence for each of `acts` that the page has not told; what a party did before it changed its mind is told in the same sentence.
fn told<'r>(page: &mut Page<'r>, claim: ClaimId, acts: &[(PartyId, &'r Commitment)], it: &str) -> Line {
    let mut line = Line::default();
    for same in acts.chunk_by(|a, b| std::ptr::eq(a.1, b.1)) {
        let Some((_, act)) = same.first() else { continue };
        let parties: Vec<PartyId> = same.iter().map(|(party, _)| *party).filter(|party| page.is_first_told(claim, *party, act)).collect();
        let mut steady: Vec<(String, Vec<PartyId>)> = Vec::new();
        for party in parties {
            if page.is_whole() && has_turned(page, claim, party, act) {
                line.then(turned(page, claim, party, act, it));
                continue;
            }
            let did = done(page, claim, party, act, it);
            match steady.iter_mut().find(|(other, _)| *other == did) {
                Some((_, parties)) => parties.push(party),
                None => steady.push((did, vec![party])),
            }
        }
        for (did, parties) in steady {
            let mut head = page.speakers.name(&parties, At::Start);
            head.say(&did);
            line.then(closed(page, head, claim, act));
        }
    }
    line
}

/// That `parties` denied by `act` the `claim`, which is called `it`, with what they did before; the latter of one party, or of none.
pub fn denied<'r>(page: &mut Page<'r>, claim: ClaimId, parties: &[PartyId], act: &'r Commitment, it: &str) -> Line {
    if let [only] = parties
        && page.is_whole()
        && has_turned(page, claim, *only, act)
    {
        return turned(page, claim, *only, act, it);
    }
    let mut line = page.speakers.name(parties, At::Start);
    line.say(&format!("denied {it}"));
    closed(page, line, claim, act)
}

/// What `party` did with `claim` before it did what it does now.
pub fn before<'r>(page: &Page<'r>, claim: ClaimId, party: PartyId) -> Vec<&'r Commitment> {
    page.facts.earlier.get(&claim).into_iter().flatten().filter(|(who, _)| *who == party).map(|(_, act)| *act).collect()
}

/// Whether `act` is the last of several acts of `party`, so that one sentence can tell them: none of its words are quoted.
fn has_turned(page: &Page<'_>, claim: ClaimId, party: PartyId, act: &Commitment) -> bool {
    let before = before(page, claim, party);
    let is_last = !before.iter().any(|earlier| std::ptr::eq(*earlier, act));
    is_last && !before.is_empty() && !before.into_iter().chain([act]).any(|act| quoted(act).is_some())
}

/// What `party` did with `claim` by `act`, and before that something else, in one sentence, and what is noted on it.
fn turned<'r>(page: &mut Page<'r>, claim: ClaimId, party: PartyId, act: &'r Commitment, it: &str) -> Line {
    let before = before(page, claim, party);
    let mut line = page.speakers.name(&[party], At::Start);
    let mut last = None;
    for (index, earlier) in before.iter().enumerate() {
        let on = earlier.date.map_or_else(String::new, |day| format!(" {}", words::on(day)));
        let name = if index == 0 { it } else { "it" };
        line.say(&format!("{}{on},", done_after(page, claim, party, earlier, last, name)));
        last = Some(earlier.stance);
        let note = page.notes.mark(&earlier.cites, None, &rests(claim, &[*earlier]));
        line.note(note);
    }
    line.say("and").say(&done_after(page, claim, party, act, last, "it"));
    let mut acts = before.clone();
    acts.push(act);
    let rests = rests(claim, &acts);
    let note = page.notes.mark(&act.cites, None, &rests);
    line.say(&act.date.map_or_else(String::new, words::on)).glue(Line::of(".")).note(note);
    let mut line = page.once(line, &rests);
    for (index, act) in acts.iter().enumerate() {
        let kind = match act.stance {
            Stance::Accept => "acceptance",
            Stance::Deny => "denial",
            Stance::Retract => "withdrawal",
        };
        let of_kind = |acts: &[&Commitment]| acts.iter().filter(|other| other.stance == act.stance).count();
        let what = match of_kind(&acts) {
            1 => format!("the {kind}"),
            _ => format!("the {} {kind}", words::ordinal(acts.get(..=index).map_or(0, of_kind))),
        };
        line.then(noted(page, &what, &act.text, &rests));
    }
    line
}

/// Whether `claim` is put into the mouth of `party`.
fn is_speaker(page: &Page<'_>, claim: ClaimId, party: PartyId) -> bool {
    page.voices_of(claim).contains(&party)
}

/// What `party` did by an act with the claim, after its act before was told in the same sentence.
fn done_after(page: &Page<'_>, claim: ClaimId, party: PartyId, act: &Commitment, before: Option<Stance>, it: &str) -> String {
    match (act.stance, before) {
        (stance, Some(before)) if stance == before => "did so again".to_owned(),
        (Stance::Retract, Some(before)) if !is_speaker(page, claim, party) => {
            if before == Stance::Deny { "gave that up" } else { "withdrew that" }.to_owned()
        }
        _ => done(page, claim, party, act, it),
    }
}

/// What `party` did by an act with the claim that the sentence calls `it`.
fn done(page: &Page<'_>, claim: ClaimId, party: PartyId, act: &Commitment, it: &str) -> String {
    let mut prior = before(page, claim, party);
    prior.truncate(prior.iter().position(|earlier| std::ptr::eq(*earlier, act)).unwrap_or(prior.len()));
    let held = prior.iter().rev().map(|act| act.stance).find(|stance| *stance != Stance::Retract);
    match (act.stance, held) {
        (Stance::Accept, _) => format!("accepted {it}"),
        (Stance::Deny, _) => format!("denied {it}"),
        (Stance::Retract, _) if is_speaker(page, claim, party) => format!("took {it} back"),
        (Stance::Retract, Some(Stance::Deny)) => format!("had denied {it}, and gave that up"),
        (Stance::Retract, Some(_)) => format!("had accepted {it}, and withdrew that"),
        (Stance::Retract, None) => format!("disowned {it}"),
    }
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
pub fn has_more(act: &Commitment) -> bool {
    act.date.is_some() || !act.text.trim().is_empty() || !act.cites.is_empty()
}

/// `head`, which tells what was done by `act`, with its day as a sentence, with its sources, and what is noted on it.
pub fn closed<'r>(page: &mut Page<'r>, head: Line, claim: ClaimId, act: &'r Commitment) -> Line {
    let rests = rests(claim, &[act]);
    let note = page.notes.mark(&act.cites, None, &rests);
    let mut line = head;
    line.say(&act.date.map_or_else(String::new, words::on));
    if let Some(words) = quoted(act).and_then(|cite| page.notes.tell(cite)) {
        line.glue(Line::of(", saying:")).say(&words).note(note);
        return page.once(line, &rests);
    }
    let remark = if page.is_text_told(&act.text) || page.tell_once(&act.text).is_some() { "" } else { act.text.as_str() };
    remarked(page, &mut line, remark).note(note);
    page.once(line, &rests)
}

/// The footnote with what is cited for the `stance` of `parties` on `claim`, if anything is.
pub fn note(page: &mut Page<'_>, claim: ClaimId, parties: &[PartyId], stance: Stance) -> Option<u32> {
    let acts: Vec<&Commitment> =
        page.stances(claim, stance).into_iter().filter(|(who, _)| parties.contains(who)).map(|(_, act)| act).collect();
    let cites: Vec<_> = acts.iter().flat_map(|act| act.cites.iter().cloned()).collect();
    page.notes.mark(&cites, None, &rests(claim, &acts))
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

/// The citation of the very words of `act`.
fn quoted(act: &Commitment) -> Option<&Citation> {
    act.cites.iter().find(|cite| cite.quotation.as_deref().is_some_and(|words| is_within(&act.text, words)))
}

/// Whether the words of `part` stand in `whole`, whatever their marks and capitals.
pub fn is_within(part: &str, whole: &str) -> bool {
    let bare = |text: &str| {
        let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let part = bare(part);
    !part.is_empty() && format!(" {} ", bare(whole)).contains(&format!(" {part} "))
}

/// Closes `line`, which tells what parties did, with what is remarked on it, if anything is: in quotation marks, for it may be anybody's words.
pub fn remarked<'l, 'r>(page: &Page<'r>, line: &'l mut Line, remark: &'r str) -> &'l mut Line {
    match remark.trim() {
        "" => line.glue(Line::of(".")),
        _ => line.glue(Line::of(": “")).glue(page.prose(remark)).glue(Line::of("”")).say(&page.mark(remark)),
    }
}

/// What is noted on `what` parties did, as a sentence after the one that tells it; nothing where it stands on the page.
pub fn noted<'r>(page: &mut Page<'r>, what: &str, note: &'r str, rests: &[Ground]) -> Line {
    if page.is_text_told(note) {
        return Line::default();
    }
    if note.trim().is_empty() {
        return Line::default();
    }
    page.tell_once(note);
    let mut line = Line::of(format!("The note on {what} reads: “"));
    line.glue(page.prose(note)).glue(Line::of("”")).say(&page.mark(note)).end(rests);
    line
}
