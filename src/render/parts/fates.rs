//! What an objection is aimed at, what was said against it, and what ranks it lower.

use crate::{
    analysis::{
        decisive::{Side, find_decisive},
        why::{Attack, Attacker},
    },
    model::{
        debate::{Debate, Preference, Ranked, Target},
        ids::{ClaimId, PartyId, StepId},
    },
    render::{
        document::Ground,
        page::Page,
        parts::acts::remarked,
        prose::{line::Line, speakers::At, words},
    },
};

use std::collections::{BTreeSet, VecDeque};

/// The claims gone through to find a reply to the reasons for an objection.
const WALKED: usize = 200;

/// What an objection is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// The judgement itself.
    Judgement,
    /// A claim that the judgement does not take over.
    Claim,
    /// An answer that is not the judgement.
    Answer,
    /// A point on the way.
    Point,
    /// What is taken to hold.
    Assumption,
    /// A step from points to what they are to show.
    Step,
    /// A reply to an objection.
    Reply,
    /// An objection to any of these.
    Objection,
}

impl Aim {
    /// It in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Judgement => "the judgement",
            Self::Claim => "the claim",
            Self::Answer => "this answer",
            Self::Point => "the point",
            Self::Assumption => "the assumption",
            Self::Step => "the argument",
            Self::Reply => "the reply",
            Self::Objection => "the objection",
        }
    }
}

/// The claim of an attack: what it says.
pub fn claim_of(page: &Page<'_>, attack: &Attack) -> Option<ClaimId> {
    match attack.by {
        Attacker::Move(claim, _) | Attacker::Contradiction(claim) => Some(claim),
        Attacker::Consequence(step) => page.debate().step(step).targets.iter().find_map(|t| match t {
            Target::Claim(claim) => Some(*claim),
            Target::Step(_) => None,
        }),
    }
}

/// Whether any move was made against an objection or its step.
pub fn is_replied(page: &Page<'_>, attack: &Attack) -> bool {
    let links = &page.report.analysis.links;
    let is_undercut = matches!(attack.by, Attacker::Move(_, step) if links.undercuts(step).len() > 0);
    is_undercut || claim_of(page, attack).is_some_and(|c| links.rebuttals(c).len() > 0)
}

/// Whether one was made against that, or against the reasons for it.
pub fn is_answered(page: &Page<'_>, attack: &Attack) -> bool {
    is_replied(page, attack) || claim_of(page, attack).is_some_and(|claim| is_disputed(page, claim))
}

/// Whether any move was made against the reasons for `claim`.
pub fn is_disputed(page: &Page<'_>, claim: ClaimId) -> bool {
    let links = &page.report.analysis.links;
    let (mut left, mut seen) = (vec![claim], BTreeSet::from([claim]));
    while let Some(claim) = left.pop() {
        for step in links.supports(claim) {
            let premises = &page.debate().step(step).premises;
            if links.undercuts(step).len() > 0 || premises.iter().any(|point| links.rebuttals(*point).len() > 0) {
                return true;
            }
            left.extend(premises.iter().copied().filter(|point| seen.len() < WALKED && seen.insert(*point)));
        }
    }
    false
}

/// The undercuts of the step of an objection and the rebuttals of its claim, with what became of them.
pub fn moves_against(page: &Page<'_>, attack: &Attack) -> Vec<Attack> {
    let mut moves = Vec::new();
    if let Attacker::Move(_, step) = attack.by {
        moves.extend(page.support(step).undercuts);
    }
    if let Some(claim) = claim_of(page, attack) {
        moves.extend(page.reason(claim).attacks.into_iter().filter(|a| matches!(a.by, Attacker::Move(..))));
    }
    moves
}

/// How a preference is told that decides a clash.
#[derive(Debug, Clone, Copy)]
pub struct Ranking<'w> {
    /// What it comes to, as a sentence without its full stop, where nobody is named for it.
    pub head: &'w str,
    /// What stands before the parties whose preference it is: nothing, or words with a colon.
    pub before: &'w str,
    /// What these parties did.
    pub judged: &'w str,
}

impl Ranking<'_> {
    /// An objection loses.
    pub const OUTWEIGHED: Self =
        Self { head: "It is outweighed", before: "It is outweighed, since", judged: "judged it weaker than what it speaks against" };
}

/// What the parties of `preference` judged: where it ranks reasons that the page told, and no whole claims, that these rank so; else
/// `otherwise`.
pub fn judged_between(page: &Page<'_>, preference: &Preference, otherwise: &str) -> String {
    let sides = [&preference.stronger, &preference.weaker];
    let is_said = |side: &&Ranked| match (side.claim, side.step) {
        (Some(claim), _) => page.is_said(claim),
        (None, Some(step)) => page.is_all_said(&page.debate().step(step).premises),
        (None, None) => false,
    };
    match sides.map(|ranked| side(page, page.debate(), ranked)) {
        [Some(stronger), Some(weaker)] if sides.iter().any(|s| s.claim.is_none()) && sides.iter().all(is_said) => {
            format!("judged {stronger} stronger than {weaker}")
        }
        _ => otherwise.to_owned(),
    }
}

/// That `preference` ranks the first of two things, by what they are called, over the second, which is `claim` or speaks for it.
pub fn preferred<'r>(page: &mut Page<'r>, (stronger, weaker): (&str, &str), preference: &'r Preference, claim: ClaimId) -> Line {
    let head = format!("{} is preferred to {weaker}", words::capital(stronger));
    let judged = format!("judged {stronger} stronger than {weaker}");
    ranked(page, Ranking { head: &head, before: "", judged: &judged }, preference, claim)
}

/// `head, because …`, with the reason that a preference gives; where parties made it, these are named, and the reason is told as a note.
pub fn ranked<'r>(page: &mut Page<'r>, ranking: Ranking<'_>, preference: &'r Preference, claim: ClaimId) -> Line {
    let rests: Vec<Ground> = preference.stronger.claim.into_iter().chain([claim]).map(Ground::Claim).collect();
    let parties: Vec<PartyId> = preference.speakers.iter().map(|s| s.party).collect();
    let note = page.notes.mark(&preference.cites, None, &rests);
    if parties.is_empty() {
        return noted(page, ranking.head, &preference.text, note, &rests);
    }
    let mut line = Line::of(ranking.before);
    let at = if ranking.before.is_empty() { At::Start } else { At::Inside };
    line.then(page.speakers.name(&parties, at)).say(ranking.judged);
    if !preference.text.trim().is_empty()
        && let Some(known) = page.tell_once(&preference.text)
    {
        line.glue(Line::of(given(&known))).note(note);
        return page.once(line, &rests);
    }
    remarked(page, &mut line, &preference.text).note(note);
    page.once(line, &rests)
}

/// The preferences without which judgements would no longer stand, as sentences, each with the number of its first judgement; `judgements`
/// are their claims, or answers that stand together, and their numbers. Where `only_untold`, not those that were told with the objection that they outweigh.
pub fn rests_on(page: &mut Page<'_>, judgements: &[(ClaimId, usize)], only_untold: bool) -> Vec<(usize, Line)> {
    let mut left: VecDeque<Resting<'_>> = VecDeque::new();
    for (claim, number) in judgements {
        let preferences = page.facts.preferred.get(claim).cloned().unwrap_or_default();
        let told = |p: &&Preference| !only_untold || !p.weaker.claim.is_some_and(|c| page.is_said(c) && page.claim(c).answers.is_empty());
        left.extend(preferences.into_iter().filter(told).map(|preference| Resting { claim: *claim, number: *number, preference }));
    }
    let mut lines = Vec::new();
    while let Some(first) = left.pop_front() {
        let alike = |r: &Resting<'_>| is_bare(r.preference) && has_same_weaker(r.preference, first.preference);
        let (more, others): (Vec<Resting<'_>>, Vec<Resting<'_>>) =
            if is_bare(first.preference) { left.iter().copied().partition(alike) } else { (Vec::new(), left.into()) };
        left = others.into();
        let line = if more.is_empty() { single(page, first) } else { several(page, &[vec![first], more].concat()) };
        lines.push((first.number, line));
    }
    lines
}

/// A preference on which a judgement rests.
#[derive(Debug, Clone, Copy)]
struct Resting<'r> {
    claim: ClaimId,
    number: usize,
    preference: &'r Preference,
}

/// The judgements, or answers, that rest on preferences, as a subject, and how many they are.
fn whose(page: &Page<'_>, all: &[Resting<'_>]) -> (String, usize) {
    let is_judgement = |r: &Resting<'_>| page.facts.judgements.get(r.number - 1).is_some_and(|judgement| judgement.claim == Some(r.claim));
    let numbers: BTreeSet<usize> = all.iter().map(|r| r.number).collect();
    let claims: BTreeSet<ClaimId> = all.iter().map(|r| r.claim).collect();
    let (numbers, claims) = (Vec::from_iter(numbers), Vec::from_iter(claims));
    let name = if all.iter().all(is_judgement) { page.judgement_list(&numbers) } else { page.refer_all(&claims) };
    (words::capital(&name), claims.len())
}

/// Whether a preference is nobody's, and gives a reason.
fn is_bare(preference: &Preference) -> bool {
    preference.speakers.is_empty() && !preference.text.trim().is_empty()
}

fn has_same_weaker(one: &Preference, other: &Preference) -> bool {
    (one.weaker.claim, one.weaker.step) == (other.weaker.claim, other.weaker.step)
}

/// Several preferences over the same statement, in one sentence.
fn several<'r>(page: &mut Page<'r>, all: &[Resting<'r>]) -> Line {
    let over = all.first().and_then(|first| weaker_of(page, first.preference));
    let weaker = all.iter().filter_map(|r| r.preference.weaker.claim);
    let rests: BTreeSet<ClaimId> = weaker.chain(all.iter().map(|r| r.claim)).collect();
    let rests: Vec<Ground> = rests.into_iter().map(Ground::Claim).collect();
    let what = all.iter().map(|r| stronger_of(page, r.preference, r.claim)).collect::<BTreeSet<_>>();
    let (whose, count) = whose(page, all);
    let one = count == 1;
    let verb = if one { "that rank it above" } else { "that ranks it above" };
    let over = match (what.iter().flatten().next(), over) {
        (_, None) => String::new(),
        (None, Some(over)) => format!(" {verb} {over}"),
        (Some(_), Some(over)) => {
            let names: Vec<String> = what.into_iter().map(|name| name.unwrap_or_else(|| "it".to_owned())).collect();
            format!(" for {} over {over}", words::and(&names))
        }
    };
    let mut line = Line::of(match (one, count == all.len()) {
        (true, _) if all.len() == 2 => format!("{whose} rests on two preferences{over}, and would not stand without either of them:"),
        (true, _) => {
            format!("{whose} rests on {} preferences{over}, and would not stand without any one of them:", words::number(all.len()))
        }
        (false, true) => format!("{whose} each rest on a preference{over}, without which they would not stand:"),
        (false, false) => format!("{whose} rest on preferences{over}, without which they would not stand:"),
    });
    let told: Vec<Option<String>> = all.iter().map(|resting| page.tell_once(&resting.preference.text)).collect();
    let known: Vec<String> = told.iter().flatten().cloned().collect();
    if !known.is_empty() {
        line.say(&seen(&words::and(&known))).say(".");
    }
    for (resting, _) in all.iter().zip(&told).filter(|(_, told)| told.is_none()) {
        line.say("“").glue(page.prose(resting.preference.text.trim())).glue(Line::of("”")).say(&page.mark(resting.preference.text.trim()));
    }
    page.once(line, &rests)
}

/// One preference, in a sentence.
fn single<'r>(page: &mut Page<'r>, resting: Resting<'r>) -> Line {
    let Resting { claim, preference, .. } = resting;
    let (whose, _) = whose(page, &[resting]);
    let rests: Vec<Ground> = preference.weaker.claim.into_iter().chain([claim]).map(Ground::Claim).collect();
    let parties: Vec<PartyId> = preference.speakers.iter().map(|s| s.party).collect();
    let told = if preference.text.trim().is_empty() { None } else { page.tell_once(&preference.text) };
    let over = weaker_of(page, preference);
    let what = stronger_of(page, preference, claim);
    let mut line = Line::of(format!("{whose} rests on a preference"));
    if let Some(known) = told {
        line.say(if parties.is_empty() { "" } else { "of" }).then(page.speakers.name(&parties, At::Inside));
        line.say(&ranking(what, over));
        line.glue(Line::of(format!(", without which it would not stand: {}.", seen(&known))));
        return page.once(line, &rests);
    }
    if parties.is_empty() {
        line.say(&ranking(what.clone(), over.clone()));
    }
    line.glue(Line::of(", without which it would not stand"));
    if !parties.is_empty() {
        line.glue(Line::of(";")).then(page.speakers.name(&parties, At::Inside)).say(&judged(what, over));
    }
    remarked(page, &mut line, &preference.text);
    page.once(line, &rests)
}

/// What is preferred to what, after `a preference`; `it` where nothing else is preferred.
fn ranking(what: Option<String>, over: Option<String>) -> String {
    match (what, over) {
        (Some(what), Some(over)) => format!("for {what} over {over}"),
        (Some(what), None) => format!("for {what}"),
        (None, Some(over)) => format!("that ranks it above {over}"),
        (None, None) => String::new(),
    }
}

fn judged(what: Option<String>, over: Option<String>) -> String {
    let what = what.unwrap_or_else(|| "it".to_owned());
    over.map_or_else(|| format!("judged {what} the stronger"), |over| format!("judged {what} stronger than {over}"))
}

/// What is preferred, where it is not `judged` itself.
fn stronger_of(page: &Page<'_>, preference: &Preference, judged: ClaimId) -> Option<String> {
    let stronger = &preference.stronger;
    let is_own = |step: StepId| page.debate().step(step).claims().any(|claim| claim == judged);
    match (stronger.claim, stronger.step) {
        (Some(claim), _) if claim == judged => None,
        // Beside the name of a party, it would be that party's.
        (None, Some(step)) if preference.speakers.is_empty() && is_own(step) && page.report.analysis.links.supports(judged).len() == 1 => {
            Some("its reason".to_owned())
        }
        _ => side(page, page.debate(), stronger),
    }
}

/// What the statement or reason is called by to which something is preferred.
fn weaker_of(page: &Page<'_>, preference: &Preference) -> Option<String> {
    side(page, page.debate(), &preference.weaker)
}

/// What one side of a preference in `debate` is called by: a claim, or a reason by the points that it starts from.
pub fn side<'r>(page: &Page<'r>, debate: &'r Debate, ranked: &Ranked) -> Option<String> {
    let called = |claim: &ClaimId| debate.claim(*claim).text.as_str();
    match (&ranked.claim, ranked.step) {
        (Some(claim), _) => Some(page.refer_text(called(claim))),
        (None, Some(step)) => Some(format!("the reason from {}", page.refer_texts(debate.step(step).premises.iter().map(called)))),
        (None, None) => None,
    }
}

/// `head, because …` with the words of the debate; with a sentence of its own where these cannot stand within one; by their mark
/// where they do so already; `head` alone if there are none.
pub fn explained<'r>(page: &mut Page<'r>, head: &str, why: &'r str, rests: &[Ground]) -> Line {
    noted(page, head, why, None, rests)
}

/// The same with the mark of a footnote.
fn noted<'r>(page: &mut Page<'r>, head: &str, why: &'r str, note: Option<u32>, rests: &[Ground]) -> Line {
    let mut line = Line::of(head);
    if why.trim().is_empty() {
        line.glue(Line::of(".")).note(note);
        return page.once(line, rests);
    }
    if let Some(known) = page.tell_once(why) {
        line.glue(Line::of(given(&known))).note(note);
        return page.once(line, rests);
    }
    let Some(words) = page.facts.lexicon.inside(why) else {
        line.glue(Line::of(".")).note(note);
        let mut line = page.once(line, rests);
        line.then(std::mem::take(page.marked(why).end(rests)));
        return line;
    };
    line.say(words::because(&words.plain())).then(words).say(&page.mark(why)).glue(Line::of(".")).note(note);
    page.once(line, rests)
}

/// That the reason is `known`: words in quotation marks, or where they stand.
fn given(known: &str) -> String {
    if known.starts_with('“') { format!(", for a reason that was given: {known}.") } else { format!(", for the reason in {known}.") }
}

/// `known` words in quotation marks, or that they stand where it says.
fn seen(known: &str) -> String {
    if known.starts_with('“') { known.to_owned() } else { format!("see {known}") }
}

/// Why two claims exclude each other, in the words of the debate; empty if it gives none.
pub fn clash<'r>(page: &Page<'r>, one: ClaimId, other: ClaimId) -> &'r str {
    let between = page.debate().contradictions.iter().filter(|c| c.claims.contains(&one) && c.claims.contains(&other));
    between.map(|c| c.text.trim()).find(|text| !text.is_empty()).unwrap_or("")
}

/// The preference that ranks one side of a clash over the other, if it says why or whose it is.
pub fn find_reasoned<'r>(page: &Page<'r>, stronger: Side, weaker: Side) -> Option<&'r Preference> {
    find_decisive(page.debate(), &page.report.analysis.links, stronger, weaker)
        .filter(|p| !p.text.trim().is_empty() || p.speakers.iter().next().is_some())
}
