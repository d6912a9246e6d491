//! What a brief has to know before it is written, found once however often it is tried to fit the page: who did what, which words are
//! names, what hangs on what.

use crate::{
    analysis::{
        evaluate::{Analysis, Force, evaluate},
        outcome::Outcome,
        standing::Stances,
        suppose::{Supposition, suppose},
        verdict::Verdict,
        withdrawal::Part,
    },
    diagram::parts::Map,
    diff::compare::{Comparison, Side, compare},
    model::{
        debate::{ClaimKind, Commitment, Debate, Preference, Ranked, Stance, StepKind, Target},
        ids::{ClaimId, PartyId, StepId},
        value::Date,
    },
    render::{
        effects::{Changes, Effect, Tries, effect, effects},
        pick::{Judgement, choose},
        prose::{citing::Citing, reported::Lexicon, speakers::Speakers},
    },
    report::run::Report,
};
use std::{
    cell::OnceCell,
    collections::{BTreeMap, BTreeSet},
};

/// The atoms and literals looked at, over all judgements.
const WORK: usize = 12_000_000;
/// The judgements at least of which it is worked out on which preferences they rest.
const PREFERRED: usize = 5;
/// The most preferences that are taken out one by one.
const MOST_PREFERENCES: usize = 12;
/// The judgements of which it is worked out what would change them.
const MOST: usize = 100;
/// The largest debate, in claims and steps, of which a brief works out what would change it.
const LARGEST: usize = 40_000;
/// The claims and steps gone through to see what follows if assumptions fall, and again if reasons do, which bounds how many are tried.
const TRIED: usize = 400_000;

/// An earlier version of the debate.
#[derive(Debug)]
pub struct Past<'r> {
    /// The debate.
    pub debate: &'r Debate,
    /// What it came to.
    pub analysis: &'r Analysis,
    /// What changed since.
    pub found: Comparison<'r>,
}

/// What would follow if an assumption fell.
#[derive(Debug, Default)]
pub struct Follows {
    /// What would become of the judgements, by their places.
    pub effects: Vec<(usize, Effect)>,
    /// What is said for its sake and would no longer stand.
    pub fallen: Vec<ClaimId>,
}

/// What was found out.
#[derive(Debug)]
pub struct Facts<'r> {
    /// Nobody met yet.
    pub speakers: Speakers,
    /// Which words are names.
    pub lexicon: Lexicon,
    /// What each party last did with each claim.
    pub stances: Acts<'r>,
    /// What parties did with each claim before that, in its order.
    pub earlier: Acts<'r>,
    /// On which day who accepted which claim, where that was the last they did with it.
    pub accepted: BTreeMap<(ClaimId, PartyId), Date>,
    /// Who gave up the denial of which claim, and did not deny it again.
    pub undenied: BTreeSet<(ClaimId, PartyId)>,
    /// The earlier version that this one is compared with.
    pub past: Option<Past<'r>>,
    /// Whether the one judgement was asked for by name.
    pub asked: bool,
    /// All judgements, the first of which are told.
    pub judgements: Vec<Judgement>,
    /// What would change each judgement if it fell, with what would become of it.
    pub changes: Vec<Changes>,
    /// The preferences of the debate that a judgement rests on: those without which it would not stand.
    pub preferred: BTreeMap<ClaimId, Vec<&'r Preference>>,
    /// What would follow if an assumption fell; none of those that were not tried.
    pub falls: BTreeMap<ClaimId, Follows>,
    /// The claims of the judgements, and the other answers, that stand on several reasons of which each is enough.
    pub enough: BTreeSet<ClaimId>,
    /// Whether the debate is small enough to work that out.
    pub worked_out: bool,
    /// The map of the debate, or an overview of a large one, once it is laid out.
    pub picture: OnceCell<Map>,
    /// The way of citing that the reader chose.
    pub style: Option<&'r dyn Citing>,
}

impl<'r> Facts<'r> {
    /// What a brief of `report` with at most `told` judgements has to know. Linear, but for what would change the judgements, which is
    /// bounded.
    pub fn new(report: &'r Report<'r>, told: usize) -> Self {
        Self::of(report, choose(report), told)
    }

    /// The same of a brief that has one judgement only.
    pub fn about(report: &'r Report<'r>, judgement: Judgement) -> Self {
        Self { asked: true, ..Self::of(report, vec![judgement], 1) }
    }

    /// The same, with what changed since `past`.
    pub fn since(mut self, report: &'r Report<'r>, past: Option<Side<'r>>) -> Self {
        self.past = past.map(|old| {
            let new = Side { debate: &report.debate, analysis: &report.analysis };
            Past { debate: old.debate, analysis: old.analysis, found: compare(old, new) }
        });
        self
    }

    /// The same, cited after `style`.
    pub fn cited(mut self, style: Option<&'r dyn Citing>) -> Self {
        self.style = style;
        self
    }

    fn of(report: &'r Report<'r>, judgements: Vec<Judgement>, told: usize) -> Self {
        let debate = &report.debate;
        let worked_out = debate.claims.len() + debate.steps.len() <= LARGEST;
        let (stances, earlier) = acts(debate);
        let mut facts = Self {
            undenied: undenied(debate, &stances),
            accepted: accepted(&stances),
            speakers: Speakers::new(debate),
            lexicon: Lexicon::new(debate),
            stances,
            earlier,
            past: None,
            asked: false,
            judgements,
            changes: Vec::new(),
            preferred: BTreeMap::new(),
            falls: BTreeMap::new(),
            enough: BTreeSet::new(),
            worked_out,
            picture: OnceCell::new(),
            style: None,
        };
        if worked_out {
            let told = facts.judgements.get(..told.min(MOST)).unwrap_or(&facts.judgements);
            facts.preferred = preferred(report, facts.judgements.get(..told.len().max(PREFERRED)).unwrap_or(&facts.judgements));
            facts.changes = changes(report, told);
            facts.falls = falls(report, told);
            facts.enough = enough(report, told);
        }
        facts
    }
}

fn changes(report: &Report<'_>, judgements: &[Judgement]) -> Vec<Changes> {
    let share = WORK / judgements.len().max(1);
    let mut tries = Tries::new(report, TRIED);
    judgements.iter().map(|judgement| effects(&mut tries, judgement, share)).collect()
}

/// The claim of `judgement`, or the answers that stand together in its place.
pub fn given<'r>(report: &'r Report<'_>, judgement: &'r Judgement) -> &'r [ClaimId] {
    match (&judgement.claim, judgement.question.map(|question| report.analysis.outcome(question))) {
        (Some(claim), _) => std::slice::from_ref(claim),
        (None, Some(Outcome::Open(standing))) => standing,
        _ => &[],
    }
}

/// The preferences for each judgement that stands without any one of which it would not, found by taking each out.
fn preferred<'r>(report: &'r Report<'r>, judgements: &[Judgement]) -> BTreeMap<ClaimId, Vec<&'r Preference>> {
    let (debate, analysis) = (&report.debate, &report.analysis);
    let mut left = (TRIED / (debate.claims.len() + debate.steps.len() + 1)).min(MOST_PREFERENCES);
    let mut preferred: BTreeMap<ClaimId, Vec<&Preference>> = BTreeMap::new();
    let claims: BTreeSet<ClaimId> =
        judgements.iter().flat_map(|j| given(report, j)).copied().filter(|c| analysis.verdict(*c) == Verdict::Stands).collect();
    if claims.is_empty() {
        return preferred;
    }
    // Those for a judgement itself come first.
    let is_for = |ranked: &Ranked, claim: ClaimId| {
        ranked.claim == Some(claim) || ranked.step.is_some_and(|s| analysis.links.supports(claim).any(|t| t == s))
    };
    let mut all: Vec<(usize, &Preference)> = debate.preferences.iter().enumerate().collect();
    all.sort_by_key(|(_, preference)| !claims.iter().any(|claim| is_for(&preference.stronger, *claim)));
    for (at, preference) in all {
        if left == 0 {
            break;
        }
        left -= 1;
        let mut without = debate.clone();
        without.preferences.remove(at);
        let after = evaluate(&without).0;
        for claim in claims.iter().filter(|c| after.verdict(**c) != Verdict::Stands) {
            preferred.entry(*claim).or_default().push(preference);
        }
    }
    preferred
}

fn falls(report: &Report<'_>, judgements: &[Judgement]) -> BTreeMap<ClaimId, Follows> {
    let (debate, analysis) = (&report.debate, &report.analysis);
    let stands = |claim: &ClaimId| analysis.verdict(*claim) == Verdict::Stands;
    let assumed = debate.claim_ids().filter(|c| debate.claim(*c).kind == ClaimKind::Assumption && stands(c));
    let mut tries = Tries::new(report, TRIED);
    let mut falls = BTreeMap::new();
    for claim in assumed {
        let Some(after) = tries.without(&[claim]) else { break };
        let of = |(place, judgement)| effect(report, judgement, after).map(|effect| (place, effect));
        let effects = (0..).zip(judgements).filter_map(of).collect();
        let supports = analysis.links.uses(claim).filter(|step| debate.step(*step).kind == StepKind::Support);
        let served: BTreeSet<ClaimId> = supports.flat_map(|step| debate.step(step).claims().collect::<Vec<_>>()).collect();
        let fallen = served.into_iter().filter(|c| stands(c) && after.verdict(*c) != Verdict::Stands).collect();
        falls.insert(claim, Follows { effects, fallen });
    }
    falls
}

/// A preference may name one reason and not another, a reason may rest on the claim itself, and a point of one may bear objections to what
/// speaks against the claim: so each is tried without the others, and without the points of these.
fn enough(report: &Report<'_>, judgements: &[Judgement]) -> BTreeSet<ClaimId> {
    let (debate, analysis) = (&report.debate, &report.analysis);
    let answers = judgements.iter().filter_map(|j| j.question).flat_map(|q| debate.question(q).answers.iter().copied());
    let claims: BTreeSet<ClaimId> = judgements.iter().filter_map(|j| j.claim).chain(answers).collect();
    let mut left = TRIED / (debate.claims.len() + debate.steps.len() + 1);
    let mut enough = BTreeSet::new();
    for claim in claims.into_iter().filter(|c| analysis.verdict(*c) == Verdict::Stands) {
        let works = |s: &StepId| analysis.force_on(debate, *s, Target::Claim(claim)) == Force::Works;
        let steps: Vec<StepId> = analysis.links.supports(claim).filter(works).collect();
        if steps.len() < 2 || steps.len() > left {
            continue;
        }
        left -= steps.len();
        let alone = |kept: &StepId| {
            let others = || steps.iter().filter(|s| *s != kept).copied();
            let own = &debate.step(*kept).premises;
            let points = others().flat_map(|s| debate.step(s).premises.iter().copied()).filter(|point| !own.contains(point));
            let falls = others().map(Part::Step).chain(points.map(Part::Claim)).collect();
            let after = suppose(debate, analysis, &Supposition { falls, stands: Vec::new() });
            after.is_ok_and(|after| after.verdict(claim) == Verdict::Stands)
        };
        if steps.iter().all(alone) {
            enough.insert(claim);
        }
    }
    enough
}

/// The days of the last acts by which parties accepted claims.
fn accepted(last: &Acts<'_>) -> BTreeMap<(ClaimId, PartyId), Date> {
    let acts = last.iter().flat_map(|(claim, acts)| acts.iter().map(move |(party, act)| ((*claim, *party), *act)));
    acts.filter(|(_, act)| act.stance == Stance::Accept).filter_map(|(key, act)| Some((key, act.date?))).collect()
}

/// Whose last act with a claim gave up its denial.
fn undenied(debate: &Debate, last: &Acts<'_>) -> BTreeSet<(ClaimId, PartyId)> {
    let all = Stances::new(debate);
    let acts = last.iter().flat_map(|(claim, acts)| acts.iter().map(move |(party, act)| (*claim, *party, *act)));
    acts.filter(|(claim, party, act)| act.stance == Stance::Retract && all.ends_denial(debate, *claim, *party, act.place))
        .map(|(claim, party, _)| (claim, party))
        .collect()
}

/// What parties did with claims, by claim, in the order of the days.
type Acts<'d> = BTreeMap<ClaimId, Vec<(PartyId, &'d Commitment)>>;

/// What each party last did with each claim, up to the day of the debate, and what before that.
fn acts(debate: &Debate) -> (Acts<'_>, Acts<'_>) {
    let day = debate.about.as_of;
    let mut all: BTreeMap<(ClaimId, PartyId), Vec<&Commitment>> = BTreeMap::new();
    for act in debate.commitments.iter().filter(|c| !c.date.zip(day).is_some_and(|(date, day)| date.is_after(day))) {
        for claim in &act.claims {
            act.parties.iter().for_each(|party| all.entry((*claim, *party)).or_default().push(act));
        }
    }
    all.values_mut().for_each(|acts| in_order(acts));
    let (mut last, mut earlier) = (Acts::new(), Acts::new());
    for ((claim, party), mut acts) in all {
        last.entry(claim).or_default().extend(acts.pop().map(|act| (party, act)));
        if !acts.is_empty() {
            earlier.entry(claim).or_default().extend(acts.into_iter().map(|act| (party, act)));
        }
    }
    last.values_mut().for_each(|acts| acts.sort_by_key(|(_, act)| (act.date, act.place)));
    (last, earlier)
}

/// Puts what a party did with a claim in the order of the days. What has no day comes first, but a retraction without one behind all that is
/// told before it, which it takes back.
fn in_order(acts: &mut Vec<&Commitment>) {
    let mut latest = None;
    let days = acts.iter().map(|act| {
        let day = if act.stance == Stance::Retract { act.date.or(latest) } else { act.date };
        latest = latest.max(day);
        day
    });
    let mut dated: Vec<_> = days.zip(acts.iter().copied()).collect();
    dated.sort_by_key(|(day, _)| *day);
    *acts = dated.into_iter().map(|(_, act)| act).collect();
}
