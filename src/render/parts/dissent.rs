//! Who does not share a judgement, by name and in their own terms: what they denied and stood by, the reasons that they gave for it, and the
//! words for which a source is cited.
//!
//! Of whoever only said what misses the judgement, or took their own answer back, no more is said than what they stood by.

use crate::{
    analysis::why::Fate,
    model::{
        citation::Citation,
        debate::{ClaimKind, Commitment, Document, Stance},
        ids::{ClaimId, PartyId, StepId},
    },
    render::{
        document::{Block, Ground},
        marks::{Joined, Role},
        page::Page,
        parts::{
            acts,
            dissenters::{self, Dissent, Subject, find},
            fates,
        },
        pick::Judgement,
        prose::{line::Line, speakers::At, words},
    },
};

/// How many statements of one party are named, and how many quotations are told.
const MOST: usize = 3;

/// The dissents, as the items of a list.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    for (judgement, number) in judgements.iter().zip(1..) {
        let mut left = 0;
        let mut room = page.bounds.entries;
        for (subject, dissents) in find(page, judgement) {
            // Who dissents in the same way is named in one breath.
            let mut groups: Vec<(Vec<PartyId>, Dissent<'_>)> = Vec::new();
            for (party, dissent) in dissents {
                match groups.iter_mut().find(|(_, other)| dissent.is_as(other)) {
                    Some((parties, _)) => parties.push(party),
                    None => groups.push((vec![party], dissent)),
                }
            }
            left += groups.len().saturating_sub(room);
            for (parties, dissent) in groups.into_iter().take(room) {
                let name = name(page, judgement, number, subject);
                items.push(vec![item(page, subject, &name, &parties, &dissent).paragraph()]);
                room -= 1;
            }
        }
        for (claim, party, denials) in dissenters::from_points(page, judgement) {
            left += usize::from(room == 0);
            if room > 0 {
                let name = if judgement.claim.is_some() { page.judgement(number) } else { page.refer(claim) };
                items.push(vec![but_denied(page, claim, party, &denials, &name).paragraph()]);
                room -= 1;
            }
        }
        let rests = judgement.claim.map_or_else(|| vec![Ground::Debate], |claim| page.rests(claim));
        let name = page.judgement(number);
        items.extend(page.more(left, &format!("further dissent from {name}"), &format!("further dissents from {name}"), &rests));
    }
    items.extend(of_facts(page));
    items
}

/// What the dissent is from, in a sentence.
fn name(page: &Page<'_>, judgement: &Judgement, number: usize, subject: Subject) -> String {
    match subject {
        Subject::Answer(answer) => page.refer(answer),
        // What is open is no judgement that anyone denies: they deny the claim.
        Subject::Judged(_) if !page.is_own_judgement(judgement) && !page.is_turned_down(judgement) => page.claim_judged(number),
        Subject::Judged(_) | Subject::Outcome => page.judgement(number),
    }
}

fn item<'r>(page: &mut Page<'r>, subject: Subject, name: &str, parties: &[PartyId], dissent: &Dissent<'r>) -> Line {
    let mut line = Line::default();
    if let (Some(act), Subject::Judged(claim) | Subject::Answer(claim)) = (dissent.denial.filter(|_| !dissent.is_plain_denial()), subject) {
        line.then(acts::denied(page, claim, parties, act, name));
        let rests = acts::rests(claim, &[act]);
        line.then(quotations(page, parties, None, act.cites.iter().filter(|cite| !is_in(cite, &act.text)), &rests));
        if dissent.said.is_empty() {
            return line;
        }
    }
    line.then(page.speakers.name(parties, At::Start));
    let given = given(page, parties, &dissent.said);
    let is_known = dissent.said.len() <= MOST && page.is_all_said(&dissent.said) && page.are_marked(&dissent.said);
    match given {
        Some(Given { givers, words, .. }) if is_known && givers == parties => {
            line = stood_by(page, line, subject, name, dissent, &format!(", giving {words}"));
        }
        Some(Given { givers, words, rests }) => {
            line = stood_by(page, line, subject, name, dissent, "");
            let mut told = page.speakers.name(&givers, At::Start);
            told.say(&format!("gave {words}."));
            line.then(page.once(told, &rests));
        }
        None => line = stood_by(page, line, subject, name, dissent, ""),
    }
    for claim in dissent.said.iter().take(MOST) {
        let is_own = page.speakers_of(*claim).iter().any(|party| parties.contains(party));
        let (told, rests) = (page.claim(*claim), page.rests(*claim));
        let about = (dissent.said.len() > 1).then_some(*claim);
        line.then(quotations(page, parties, about, told.cites().iter().filter(|cite| is_own && !is_in(cite, &told.text)), &rests));
    }
    line.then(granted(page, parties, dissent));
    line
}

/// That `party` accepted `claim`, which is called `name`, and denied points on which it rests, as one sentence.
fn but_denied<'r>(page: &mut Page<'r>, claim: ClaimId, party: PartyId, denials: &[(ClaimId, &'r Commitment)], name: &str) -> Line {
    let on = |act: &Commitment| act.date.map_or_else(String::new, |day| format!(" {}", words::on(day)));
    let accepted: Vec<&Commitment> =
        page.stances(claim, Stance::Accept).into_iter().filter(|(who, _)| *who == party).map(|(_, act)| act).collect();
    let mut days: Vec<(String, Vec<ClaimId>)> = Vec::new();
    for (point, act) in denials.iter().take(MOST) {
        match days.iter_mut().find(|(day, _)| *day == on(act)) {
            Some((_, points)) => points.push(*point),
            None => days.push((on(act), vec![*point])),
        }
    }
    let denied: Vec<String> = days.iter().map(|(day, points)| format!("{}{day}", page.refer_all(points))).collect();
    let among = if denials.len() > MOST { ", among others" } else { "" };
    let mut line = page.speakers.name(&[party], At::Start);
    let day = accepted.first().map_or_else(String::new, |act| on(act));
    line.say(&format!("accepted {name}{day}, but denied {}{among}.", words::and(&denied)));
    let points: Vec<ClaimId> = denials.iter().map(|(point, _)| *point).collect();
    let rests = [acts::rests(claim, &accepted), page.rest_on(&points)].concat();
    page.once(line, &rests)
}

/// What the parties that `line` opens with stood by, and the words `after` where all of it stands on the page.
fn stood_by<'r>(page: &mut Page<'r>, mut line: Line, subject: Subject, name: &str, dissent: &Dissent<'r>, after: &str) -> Line {
    let (known, fresh): (Vec<ClaimId>, Vec<ClaimId>) = dissent.said.iter().take(MOST).partition(|c| page.is_said(**c));
    let (names, are_marked) = (page.refer_all(&known), page.are_marked(&known));
    let is_marked = are_marked && !known.is_empty();
    let is_own = matches!(subject, Subject::Judged(claim) if dissent.said == [claim]);
    let is_unanswered = subject == Subject::Outcome;
    let is_apart = dissent.denial.is_none() && !dissent.bears && !is_unanswered;
    if dissent.is_plain_denial() {
        line.say(&format!("denied {name}, and"));
    }
    if dissent.denial.is_none() && dissent.bears && !is_unanswered {
        line.say(&format!("did not share {name}, and"));
    }
    let names = match is_own && is_marked {
        true if page.judgements > 1 => "its claim".to_owned(),
        false if is_marked => page.refer_glossed(&known, Joined::And),
        _ => names,
    };
    let held = match is_marked {
        true => "stood by".to_owned(),
        _ if is_own || is_unanswered => "held".to_owned(),
        _ if is_apart => format!("held against {name}"),
        _ => "held against it".to_owned(),
    };
    let tail = match known.len() {
        1 if is_marked && is_unanswered => ", which does not stand".to_owned(),
        _ if is_marked && is_unanswered => ", which do not stand".to_owned(),
        _ if !is_apart || !is_marked => String::new(),
        1 => format!(", which was said against {name}"),
        _ => format!(", which were said against {name}"),
    };
    line.say(&held);
    if !known.is_empty() {
        let more = if dissent.said.len() > MOST { ", among others" } else { "" };
        let rests = page.rest_on(&known);
        let colon = if are_marked && more.is_empty() { "" } else { ":" };
        line.say(&format!("{more}{colon}")).say(&format!("{names}{tail}{after}.")).end(&rests);
    }
    for (index, claim) in fresh.iter().enumerate() {
        if index > 0 || !known.is_empty() {
            line.then(page.tell(*claim, Role::Statement));
        } else {
            let head = std::mem::take(&mut line);
            line = page.tell_that(head, "that", *claim, Role::Statement, ("", ""));
        }
    }
    line
}

/// Reasons that were given for what a party stood by.
struct Given {
    givers: Vec<PartyId>,
    /// Their marks, and for what they were given.
    words: String,
    rests: Vec<Ground>,
}

/// The reasons that `parties` gave for what they `said`, as far as they stand on the page.
fn given(page: &Page<'_>, parties: &[PartyId], said: &[ClaimId]) -> Option<Given> {
    let mut givers: Vec<PartyId> = Vec::new();
    let mut told = Vec::new();
    let mut rests = Vec::new();
    for claim in said.iter().take(MOST) {
        let steps: Vec<(StepId, Vec<PartyId>)> = page
            .report
            .analysis
            .links
            .supports(*claim)
            .map(|step| (step, givers_of(page, step, parties)))
            .filter(|(step, givers)| !givers.is_empty() && page.is_all_said(&page.debate().step(*step).premises))
            .collect();
        let points: Vec<ClaimId> = steps.iter().flat_map(|(step, _)| page.debate().step(*step).premises.iter().copied()).collect();
        let as_what = match (steps.len(), points.len()) {
            (0, _) => continue,
            (1, 1) => "as the reason for",
            (1, 2) => "together as the reason for",
            (1, _) => "all together as the reason for",
            _ => "as reasons for",
        };
        let target = if said.len() == 1 { "it".to_owned() } else { page.refer(*claim) };
        told.push(format!("{} {as_what} {target}", page.refer_all(&points)));
        rests.extend(page.rest_on(&points));
        let fresh = steps.into_iter().flat_map(|(_, givers)| givers).filter(|party| !givers.contains(party)).collect::<Vec<_>>();
        givers.extend(fresh);
    }
    givers.sort_unstable();
    givers.dedup();
    (!told.is_empty()).then(|| Given { givers, words: words::and(&told), rests })
}

/// Which of `parties` gave a reason and took nothing of it back: those who are said to make it, or, where nobody is, who say it and are not
/// said to have left any of its points to others.
fn givers_of(page: &Page<'_>, step: StepId, parties: &[PartyId]) -> Vec<PartyId> {
    let made = page.debate().step(step);
    let gives = |party: &PartyId| {
        let is_voice = |claim: &ClaimId| page.voices_of(*claim).contains(party);
        let is_dropped = |claim: &ClaimId| page.taken_back(*claim).iter().any(|(other, _)| other == party);
        let made_by = made.speakers.iter().find(|speaker| speaker.party == *party);
        let is_open_to = |claim: &ClaimId| page.voices_of(*claim).is_empty() || is_voice(claim);
        let is_nobodys = made.speakers.iter().all(|speaker| speaker.inherited);
        let is_said = made_by.is_some() || (is_nobodys && made.premises.iter().any(is_voice));
        let is_own = is_said && made.premises.iter().all(is_open_to);
        (is_own || made_by.is_some_and(|speaker| !speaker.inherited)) && !made.premises.iter().any(is_dropped)
    };
    parties.iter().copied().filter(gives).collect()
}

/// Words of sources, each in a sentence of its own: a party's where it wrote the source alone, else the source's. What they are `about` is
/// named where the sentences before tell several things.
fn quotations<'r>(
    page: &mut Page<'r>,
    parties: &[PartyId],
    about: Option<ClaimId>,
    cites: impl Iterator<Item = &'r Citation>,
    rests: &[Ground],
) -> Line {
    let mut line = Line::default();
    for cite in cites.filter(|cite| cite.quotation.is_some()).take(MOST) {
        let Some(words) = page.notes.tell(cite) else { continue };
        let source = page.debate().source(cite.source);
        let author = parties.iter().find(|party| is_by(source, &page.debate().party(**party).text));
        let mut sentence = match about {
            Some(claim) => Line::of(format!("On {}, in the words of", page.refer(claim))),
            None => Line::of("In the words of"),
        };
        match author {
            Some(party) => sentence.then(page.speakers.name(&[*party], At::Inside)),
            None => sentence.say("the source"),
        };
        let note = page.notes.mark(std::slice::from_ref(cite), None, rests);
        sentence.glue(Line::of(":")).say(&words).note(note).end(rests);
        line.then(sentence);
    }
    line
}

/// Whether the words of `cite` stand in `text`.
fn is_in(cite: &Citation, text: &str) -> bool {
    cite.quotation.as_deref().is_some_and(|words| acts::is_within(words, text))
}

/// Whether `name` is the one author of `source`.
fn is_by(source: &Document, name: &str) -> bool {
    let Some(author) = source.author.as_deref().filter(|author| !author.contains(';')) else { return false };
    let author =
        author.split_once(',').map_or_else(|| author.trim().to_owned(), |(last, first)| format!("{} {}", first.trim(), last.trim()));
    let bare = |name: &str| name.trim().to_lowercase().trim_start_matches("the ").to_owned();
    bare(&author) == bare(name)
}

/// That `claim` falls by all `objections`, where it does.
fn falls_to(page: &Page<'_>, claim: ClaimId, objections: &[ClaimId]) -> &'static str {
    let attacks = page.reason(claim).attacks;
    let succeeds = |objection: &ClaimId| attacks.iter().any(|a| a.fate == Fate::Succeeds && fates::claim_of(page, a) == Some(*objection));
    if objections.iter().all(succeeds) { ", by which it falls" } else { "" }
}

/// Who denies a fact that the page tells: nothing is computed of that.
fn of_facts(page: &mut Page<'_>) -> Vec<Vec<Block>> {
    let facts = page.facts;
    let is_told = |claim: &ClaimId| page.claim(*claim).kind == ClaimKind::Fact && page.is_said(*claim);
    let told: Vec<ClaimId> = facts.stances.keys().copied().filter(is_told).collect();
    let denials =
        told.into_iter().flat_map(|claim| page.stances(claim, Stance::Deny).into_iter().map(move |(party, act)| (claim, party, act)));
    let denials: Vec<_> = denials.collect();
    let mut items = Vec::new();
    for (claim, party, act) in denials.iter().take(page.bounds.entries) {
        let mut line = page.speakers.name(&[*party], At::Start);
        line.say(&format!("denied {}, which is taken as given", page.refer(*claim)));
        items.push(vec![acts::closed(page, line, *claim, act).paragraph()]);
    }
    let left = denials.len().saturating_sub(page.bounds.entries);
    items.extend(page.more(
        left,
        "further denial of what is taken as given",
        "further denials of what is taken as given",
        &[Ground::Debate],
    ));
    items
}

/// The objections to their own answer that `parties` granted.
fn granted(page: &mut Page<'_>, parties: &[PartyId], dissent: &Dissent<'_>) -> Line {
    let mut line = Line::default();
    let (known, fresh): (Vec<ClaimId>, Vec<ClaimId>) = dissent.granted.iter().take(MOST).partition(|c| page.is_said(**c));
    if !known.is_empty() {
        let objections = match known.len() {
            _ if page.are_marked(&known) => "",
            1 => "the objection ",
            _ => "the objections ",
        };
        let fells = match dissent.said.as_slice() {
            [only] if dissent.granted.len() == known.len() => falls_to(page, *only, &known),
            _ => "",
        };
        line.then(page.speakers.name(parties, At::Start)).say(&format!("granted {objections}{}{fells}.", page.refer_all(&known)));
        line.end(&page.rest_on(&known));
    }
    for objection in fresh {
        let mut head = page.speakers.name(parties, At::Start);
        head.say("granted the objection");
        line.then(page.tell_that(head, "that", objection, Role::Statement, ("", "")));
    }
    line
}
