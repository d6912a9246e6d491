//! What would become of the judgements if a single statement fell.
//!
//! Which statements are worth a trial is found first, those without which an answer comes to stand or no longer stands; what follows is
//! then computed anew, as far as `tries` allow. So what is told is true, and in a large debate it is not all there is.

use crate::{
    analysis::{
        flip::single,
        outcome::Outcome,
        suppose::{Supposed, Supposition, suppose},
        verdict::Verdict,
        withdrawal::Part,
    },
    model::{
        debate::{ClaimKind, Target},
        ids::{ClaimId, StepId},
    },
    render::pick::Judgement,
    report::run::Report,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How many statements that would change a judgement are told at most; one more is looked for, to know whether there are others.
pub const CHOICE: usize = 30;
/// The answers to a question of which it is worked out what would make them stand or fall.
const MOST_ANSWERS: usize = 12;

/// What would become of a judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It would no longer stand, or no longer apply where it applies by default.
    Lost,
    /// It would stand with other answers.
    Beside,
    /// This answer, maybe itself, would apply by default; and whether what it was would still stand.
    Default(ClaimId, bool),
    /// This other answer alone would stand.
    Turned(ClaimId),
    /// It would stand alone, and needed no default.
    Firm,
    /// The claim, which does not stand, would.
    Upheld,
    /// The claim, which is open, would fall.
    Fallen,
    /// The claim, which falls, would be open.
    Opened,
}

/// What would become of `judgement` if things were as `after` says; nothing if it stayed as it is.
pub fn effect(report: &Report<'_>, judgement: &Judgement, after: &Supposed) -> Option<Effect> {
    let stands = |claim: ClaimId| after.verdict(claim) == Verdict::Stands;
    let Some(question) = judgement.question else {
        let claim = judgement.claim?;
        return match (report.analysis.verdict(claim), after.verdict(claim)) {
            (Verdict::Stands, Verdict::Stands) => None,
            (Verdict::Stands, _) => Some(Effect::Lost),
            (_, Verdict::Stands) => Some(Effect::Upheld),
            (Verdict::Open, new) => (new != Verdict::Open).then_some(Effect::Fallen),
            (_, new) => (new == Verdict::Open).then_some(Effect::Opened),
        };
    };
    let before = report.analysis.outcome(question);
    if matches!(before, Outcome::Open(standing) if standing.len() > 1 && !report.debate.question(question).one) {
        // Answers that stand together are judgements each.
        return None;
    }
    let after = after.outcomes.get(question.index()).filter(|after| *after != before)?;
    match (judgement.claim, after) {
        (Some(claim), Outcome::Answer(new)) if claim == *new => Some(Effect::Firm),
        (_, Outcome::Answer(new)) => Some(Effect::Turned(*new)),
        (claim, Outcome::Default(new)) => Some(Effect::Default(*new, claim.is_some_and(stands))),
        (Some(claim), Outcome::Open(_)) if stands(claim) => Some(Effect::Beside),
        (Some(_), Outcome::Open(_)) => Some(Effect::Lost),
        (None, Outcome::Open(_)) => None,
    }
}

/// Suppositions that a statement falls, each made once, and no more than there is time for.
#[derive(Debug)]
pub struct Tries<'r> {
    report: &'r Report<'r>,
    left: usize,
    known: BTreeMap<ClaimId, Option<Supposed>>,
}

impl<'r> Tries<'r> {
    /// As many as go through `work` claims and steps.
    pub fn new(report: &'r Report<'r>, work: usize) -> Self {
        let size = report.debate.claims.len() + report.debate.steps.len() + 1;
        Self { report, left: work / size, known: BTreeMap::new() }
    }

    /// What the debate comes to if `claim` falls; nothing if that was not tried.
    pub fn without(&mut self, claim: ClaimId) -> Option<&Supposed> {
        let Self { report, left, known } = self;
        let tried = known.entry(claim).or_insert_with(|| {
            *left = left.checked_sub(1)?;
            suppose(&report.debate, &report.analysis, &Supposition { falls: vec![Part::Claim(claim)], stands: Vec::new() }).ok()
        });
        tried.as_ref()
    }
}

/// The statements, assumptions aside, that would change `judgement` if they fell, each with what would become of it. Looks at no more
/// than `work` atoms and literals.
pub fn effects(tries: &mut Tries<'_>, judgement: &Judgement, work: usize) -> Vec<(ClaimId, Effect)> {
    let report = tries.report;
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let lost: BTreeSet<ClaimId> = match judgement.claim.filter(|c| report.analysis.verdict(*c) == Verdict::Stands) {
        Some(claim) => without(report, claim, work / 2).into_iter().inspect(|c| found.push(*c)).collect(),
        None => BTreeSet::new(),
    };
    found.extend(others(report, judgement, work / 2));
    found.retain(|c| Some(*c) != judgement.claim && report.debate.claim(*c).kind != ClaimKind::Assumption && seen.insert(*c));
    let told = |claim: ClaimId| match tries.without(claim) {
        Some(after) => effect(report, judgement, after).map(|effect| (claim, effect)),
        // That much is known without a trial.
        None => lost.contains(&claim).then_some((claim, Effect::Lost)),
    };
    found.into_iter().filter_map(told).collect()
}

/// The statements, assumptions aside, without any one of which `claim`, which stands, would no longer do so: those that nobody gave reasons
/// for first.
pub fn without(report: &Report<'_>, claim: ClaimId, work: usize) -> Vec<ClaimId> {
    let (debate, analysis) = (&report.debate, &report.analysis);
    if analysis.verdict(claim) != Verdict::Stands {
        return Vec::new();
    }
    let mut found = single(debate, analysis, claim, CHOICE + 1, work);
    found.retain(|c| debate.claim(*c).kind != ClaimKind::Assumption);
    found.sort_by_key(|c| (analysis.links.supports(*c).len() > 0, *c));
    found
}

/// What may make another answer stand, or the claim if it does not; objections to these first.
fn others(report: &Report<'_>, judgement: &Judgement, work: usize) -> Vec<ClaimId> {
    let (debate, analysis) = (&report.debate, &report.analysis);
    let Some(question) = judgement.question else {
        let claim = judgement.claim.filter(|c| analysis.verdict(*c) != Verdict::Stands);
        return claim.map_or_else(Vec::new, |claim| single(debate, analysis, claim, CHOICE, work));
    };
    let answers = &debate.question(question).answers;
    let is_given = matches!(analysis.outcome(question), Outcome::Answer(_));
    let tried = |a: &ClaimId| !is_given || analysis.verdict(*a) != Verdict::Stands;
    let tried: Vec<ClaimId> = answers.iter().copied().filter(tried).take(MOST_ANSWERS).collect();
    let share = work / tried.len().max(1);
    let objects = |answer: &ClaimId| analysis.links.rebuttals(*answer).flat_map(|step| debate.step(step).premises.iter().copied());
    let direct: BTreeSet<ClaimId> = tried.iter().flat_map(objects).collect();
    let all: BTreeSet<ClaimId> = tried.into_iter().flat_map(|answer| single(debate, analysis, answer, CHOICE, share)).collect();
    let (mut found, rest): (Vec<ClaimId>, Vec<ClaimId>) = all.into_iter().partition(|c| direct.contains(c));
    found.extend(rest);
    // A default applies as long as it is open, of which what makes answers stand says nothing.
    if let Some(default) = debate.question(question).default.filter(|_| !is_given) {
        found.extend(near(report, default));
    }
    found.retain(|c| !answers.contains(c));
    found
}

/// The claims that bear on `claim`, the nearest first.
fn near(report: &Report<'_>, claim: ClaimId) -> Vec<ClaimId> {
    let (debate, links) = (&report.debate, &report.analysis.links);
    let mut seen = BTreeSet::from([claim]);
    let mut queue = VecDeque::from([Target::Claim(claim)]);
    let mut found = Vec::new();
    while let Some(target) = queue.pop_front().filter(|_| found.len() < CHOICE) {
        let steps: Vec<StepId> = match target {
            Target::Claim(claim) => links.supports(claim).chain(links.rebuttals(claim)).collect(),
            Target::Step(step) => links.undercuts(step).collect(),
        };
        let contrary = if let Target::Claim(claim) = target { links.contradictions(claim).collect() } else { Vec::new() };
        let premises = steps.iter().flat_map(|step| debate.step(*step).premises.iter().copied());
        for claim in premises.chain(contrary).filter(|c| seen.insert(*c)).collect::<Vec<_>>() {
            found.push(claim);
            queue.push_back(Target::Claim(claim));
        }
        queue.extend(steps.into_iter().map(Target::Step));
    }
    found
}
