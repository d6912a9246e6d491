//! Who does not share what the page tells as the outcome of a question or a claim, and by what it is known.
//!
//! A party dissents when it denies a judgement or an answer that the page tells, or has said or accepted something that attacks it directly or
//! another answer to its question that it excludes, and does not hold the judgement too. Where the judgement is that a claim does not hold,
//! whoever holds the claim dissents. Of answers that are open, those dissent who deny one: that others answer otherwise is told where the
//! question is. Where no answer is given, whoever holds one that fell dissents. Apart from these stands whoever accepted a judgement and denies
//! a point on which it rests.

use crate::{
    analysis::{
        verdict::Verdict,
        why::{Attack, Fate},
    },
    model::{
        debate::{ClaimKind, Commitment, Stance, StepKind},
        ids::{ClaimId, PartyId, QuestionId},
        value::Date,
    },
    render::{
        facts::given,
        page::Page,
        parts::{acts, fates, points},
        pick::Judgement,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What is not shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A judgement, or the claim that it is about.
    Judged(ClaimId),
    /// An answer that stands with others, or is open.
    Answer(ClaimId),
    /// That there is no answer, where some that were proposed fell.
    Outcome,
}

/// What a party holds against it.
#[derive(Debug, Default)]
pub struct Dissent<'r> {
    /// By what it denied it.
    pub denial: Option<&'r Commitment>,
    /// Whether it did something else with it before it denied it.
    pub turned: bool,
    /// What it stood by.
    pub said: Vec<ClaimId>,
    /// The objections to its own answer that it granted without taking the answer back.
    pub granted: Vec<ClaimId>,
    /// Whether anything of what it said bears on the judgement.
    pub bears: bool,
}

impl Dissent<'_> {
    /// Whether nothing more is known of the denial than that, so that it is told in one sentence with what the party stood by.
    pub fn is_plain_denial(&self) -> bool {
        self.denial.is_some_and(|act| !acts::has_more(act)) && !self.turned && !self.said.is_empty()
    }

    /// Whether another party dissents in just the same way.
    pub fn is_as(&self, other: &Self) -> bool {
        let same_act = match (self.denial, other.denial) {
            (None, None) => true,
            (Some(one), Some(other)) => std::ptr::eq(one, other),
            _ => false,
        };
        same_act && !self.turned && !other.turned && self.said == other.said && self.granted == other.granted && self.bears == other.bears
    }
}

/// Those who do not share something.
pub type Dissents<'r> = BTreeMap<PartyId, Dissent<'r>>;

/// Points that a party denied, each with by what.
pub type Denials<'r> = Vec<(ClaimId, &'r Commitment)>;

/// All dissents from what the page tells of `judgement`.
pub fn find<'r>(page: &Page<'r>, judgement: &Judgement) -> Vec<(Subject, Dissents<'r>)> {
    let mut found = match (judgement.claim, judgement.question) {
        (Some(claim), _) if page.is_turned_down(judgement) => vec![(Subject::Judged(claim), holding(page, claim))],
        (Some(claim), question) => vec![(Subject::Judged(claim), from_claim(page, claim, question))],
        (None, Some(question)) => from_outcome(page, question),
        (None, None) => Vec::new(),
    };
    found.retain(|(_, dissents)| !dissents.is_empty());
    found
}

/// Who accepted what `judgement` says and denied points on which that rests, each with these and by what. Not the facts, whose denial is told
/// of them. Linear in what the judgement rests on.
pub fn from_points<'r>(page: &Page<'r>, judgement: &Judgement) -> Vec<(ClaimId, PartyId, Denials<'r>)> {
    let mut found = Vec::new();
    for claim in given(page.report, judgement).iter().copied().filter(|c| page.report.analysis.verdict(*c) == Verdict::Stands) {
        let accepting: BTreeSet<PartyId> = page.stances(claim, Stance::Accept).into_iter().map(|(party, _)| party).collect();
        if accepting.is_empty() {
            continue;
        }
        let mut denials: BTreeMap<PartyId, Denials<'r>> = BTreeMap::new();
        for point in points::rested_on(page, claim, usize::MAX) {
            let is_told = page.claim(point).kind != ClaimKind::Fact && page.is_said(point);
            for (party, act) in page.stances(point, Stance::Deny).into_iter().filter(|(party, _)| is_told && accepting.contains(party)) {
                denials.entry(party).or_default().push((point, act));
            }
        }
        found.extend(denials.into_iter().map(|(party, denials)| (claim, party, denials)));
    }
    found
}

/// Who holds `claim`, which does not hold, and neither denies nor attacks it.
fn holding<'r>(page: &Page<'r>, claim: ClaimId) -> Dissents<'r> {
    let against = |attack: &Attack| fates::claim_of(page, attack).map(|c| page.speakers_of(c)).unwrap_or_default();
    let opposed: Vec<PartyId> = page.reason(claim).attacks.iter().flat_map(against).collect();
    let denied = page.stances(claim, Stance::Deny);
    let mut holders = holders(page, claim);
    holders.retain(|party| !opposed.contains(party) && !denied.iter().any(|(other, _)| other == party));
    holders.into_iter().map(|party| (party, Dissent { said: vec![claim], bears: true, ..Dissent::default() })).collect()
}

/// Who does not share `claim`, which is a judgement, or is open.
fn from_claim<'r>(page: &Page<'r>, claim: ClaimId, question: Option<QuestionId>) -> Dissents<'r> {
    let mut found = denials(page, claim);
    let asked = question.map(|q| page.debate().question(q));
    let answers: Vec<ClaimId> = asked.into_iter().flat_map(|q| q.answers.iter().copied()).filter(|a| *a != claim).collect();
    let rivals = answers.iter().filter(|_| asked.is_some_and(|q| q.one)).map(|answer| (*answer, true));
    let against: Vec<(ClaimId, bool)> = rivals.chain(attacks(page, claim)).collect();
    add(page, &mut found, &against, &answers);
    keep(&mut found, &holders(page, claim));
    found
}

/// Who does not share what `question` came to, where it has no answer or several.
fn from_outcome<'r>(page: &Page<'r>, question: QuestionId) -> Vec<(Subject, Dissents<'r>)> {
    let asked = page.debate().question(question);
    let stand = |answer: &ClaimId| page.report.analysis.verdict(*answer) == Verdict::Stands;
    let together = !page.report.analysis.outcome(question).together(asked).is_empty();
    let (live, fallen): (Vec<ClaimId>, Vec<ClaimId>) =
        asked.answers.iter().copied().partition(|a| stand(a) || page.report.analysis.verdict(*a) == Verdict::Open);
    let mut found = Vec::new();
    let mut holding: Vec<PartyId> = Vec::new();
    for answer in live {
        let holders = holders(page, answer);
        let mut dissents = denials(page, answer);
        if together && stand(&answer) {
            let others = |(claim, _): &(ClaimId, bool)| !asked.answers.contains(claim);
            let against: Vec<(ClaimId, bool)> = attacks(page, answer).into_iter().filter(others).collect();
            add(page, &mut dissents, &against, &asked.answers);
            keep(&mut dissents, &holders);
        }
        found.push((Subject::Answer(answer), dissents));
        holding.extend(holders);
    }
    if !together {
        let mut dissents = Dissents::new();
        let against: Vec<(ClaimId, bool)> = fallen.iter().map(|answer| (*answer, true)).collect();
        add(page, &mut dissents, &against, &asked.answers);
        keep(&mut dissents, &holding);
        found.push((Subject::Outcome, dissents));
    }
    found
}

/// Who denies `claim`.
fn denials<'r>(page: &Page<'r>, claim: ClaimId) -> Dissents<'r> {
    let denials = page.stances(claim, Stance::Deny).into_iter();
    let dissent = |party, act| Dissent { denial: Some(act), turned: !acts::before(page, claim, party).is_empty(), ..Dissent::default() };
    denials.map(|(party, act)| (party, dissent(party, act))).collect()
}

/// What was said against `claim`, and whether it bears on it.
fn attacks(page: &Page<'_>, claim: ClaimId) -> Vec<(ClaimId, bool)> {
    let reason = page.reason(claim);
    reason.attacks.iter().filter_map(|a| Some((fates::claim_of(page, a)?, !matches!(a.fate, Fate::Undercut(_))))).collect()
}

/// Adds whoever holds any of `against`, each with whether it bears; `answers` are those to the question.
fn add<'r>(page: &Page<'r>, found: &mut Dissents<'r>, against: &[(ClaimId, bool)], answers: &[ClaimId]) {
    let gave_up: Vec<PartyId> = answers.iter().flat_map(|answer| page.taken_back(*answer)).map(|(party, _)| party).collect();
    for (against, bears) in against.iter().copied() {
        // Whoever speaks against it itself, or replies to it, does not stand by it.
        let replying: BTreeSet<PartyId> = replies(page, against).into_iter().flat_map(|reply| page.speakers_of(reply)).collect();
        for party in holders(page, against).into_iter().filter(|party| !replying.contains(party)) {
            let granted = granted(page, party, against);
            // Whoever grants an objection to an answer still holds it until they take it back.
            if !answers.contains(&against) && !granted.is_empty() {
                continue;
            }
            let dissent = found.entry(party).or_default();
            // Whoever took one answer back may be won over, unless they stand by another.
            dissent.bears |= bears && (answers.contains(&against) || !gave_up.contains(&party));
            if !dissent.said.contains(&against) {
                dissent.said.push(against);
                dissent.granted.extend(granted);
            }
        }
    }
}

/// Of those who hold the judgement, or an answer that stands, only denials are dissents.
fn keep(found: &mut Dissents<'_>, holders: &[PartyId]) {
    found.retain(|party, dissent| dissent.denial.is_some() || !holders.contains(party));
}

/// Who said `claim` and did not take it back, and who accepted it and did not object to it at a later day.
fn holders(page: &Page<'_>, claim: ClaimId) -> Vec<PartyId> {
    let dropped = page.taken_back(claim);
    let speakers = page.speakers_of(claim).into_iter().filter(|p| !dropped.iter().any(|(q, _)| p == q));
    let mut accepted = page.stances(claim, Stance::Accept);
    if accepted.iter().any(|(_, act)| act.date.is_some()) {
        let day = |against: ClaimId| page.claim(against).details.as_ref().and_then(|details| details.date);
        let objections = attacks(page, claim).into_iter().map(|(against, _)| against).filter_map(|against| Some((against, day(against)?)));
        let mut opposed: BTreeMap<PartyId, Date> = BTreeMap::new();
        for (party, day) in objections.flat_map(|(against, day)| page.speakers_of(against).into_iter().map(move |party| (party, day))) {
            opposed.entry(party).and_modify(|last| *last = day.max(*last)).or_insert(day);
        }
        accepted.retain(|(party, act)| !act.date.zip(opposed.get(party)).is_some_and(|(accepted, objected)| objected.is_after(accepted)));
    }
    speakers.chain(accepted.into_iter().map(|(party, _)| party)).collect()
}

/// The replies to what `against` says, or to the step from it, that `party` accepted.
fn granted(page: &Page<'_>, party: PartyId, against: ClaimId) -> Vec<ClaimId> {
    let mut replies = replies(page, against);
    replies.retain(|reply| page.stances(*reply, Stance::Accept).iter().any(|(who, _)| *who == party));
    replies
}

/// What was said against `against`, or against the step from it.
fn replies(page: &Page<'_>, against: ClaimId) -> Vec<ClaimId> {
    let links = &page.report.analysis.links;
    let moves = links.uses(against).filter(|s| page.debate().step(*s).kind != StepKind::Support);
    let replies = links.rebuttals(against).chain(moves.flat_map(|s| links.undercuts(s)).collect::<Vec<_>>());
    replies.flat_map(|s| page.debate().step(s).premises.iter().copied()).collect()
}
