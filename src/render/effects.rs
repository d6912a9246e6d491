//! What would become of the judgements if statements fell: single ones, and where no single one would do, two or three together.
//!
//! Which statements are worth a trial is found first, those without which an answer comes to stand or no longer stands; what follows is
//! then computed anew, as far as `tries` allow. So what is told is true, and in a large debate it is not all there is.

use crate::{
    analysis::{
        flip::{MOST_TOGETHER, claims},
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
    theory::system::flip::Bounds,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// How many statements, or sets of them, are told at most that would change an answer; one more is looked for, to know whether there are others.
pub const CHOICE: usize = 30;
/// The answers to a question of which it is worked out what would make them stand or fall.
const MOST_ANSWERS: usize = 12;

/// What would become of a judgement; what says most first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// This other answer alone would stand.
    Turned(ClaimId),
    /// It would no longer stand, or no longer apply where it applies by default.
    Lost,
    /// This answer, maybe itself, would apply by default; and the answers that would then stand.
    Default(ClaimId, Vec<ClaimId>),
    /// These other answers would stand with it.
    Beside(Vec<ClaimId>),
    /// Of a question that has no answer, or several together: the answers that would no longer stand, and those that would.
    Among(Vec<ClaimId>, Vec<ClaimId>),
    /// It would stand alone, and needed no default.
    Firm,
    /// The claim, which does not stand, would.
    Upheld,
    /// The claim, which falls, would be open.
    Opened,
    /// The claim, which is open, would fall.
    Fallen,
}

/// Something that would change a judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What would have to fall, all of it.
    pub falls: Vec<ClaimId>,
    /// What would become of the judgement.
    pub effect: Effect,
}

/// What would change a judgement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Each change with what would bring it about: single statements, then sets of them.
    pub all: Vec<Change>,
    /// Whether the judgement stands without any single statement, though not without some sets of them.
    pub is_firm: bool,
}

/// What would become of `judgement` if things were as `after` says; nothing if it stayed as it is.
pub fn effect(report: &Report<'_>, judgement: &Judgement, after: &Supposed) -> Option<Effect> {
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
    let new = after.outcomes.get(question.index()).filter(|new| *new != before)?;
    let asked = report.debate.question(question);
    let standing: Vec<ClaimId> = asked.answers.iter().copied().filter(|a| after.verdict(*a) == Verdict::Stands).collect();
    let several = if let Outcome::Open(several) = before { several.as_slice() } else { &[] };
    Some(match (judgement.claim, new) {
        (Some(claim), Outcome::Answer(new)) if claim == *new => Effect::Firm,
        // Answers that stand together are judgements each.
        (_, Outcome::Answer(new)) if asked.one || several.len() < 2 => Effect::Turned(*new),
        (_, Outcome::Default(new)) => Effect::Default(*new, standing),
        (Some(claim), _) if standing.contains(&claim) => Effect::Beside(standing.into_iter().filter(|a| *a != claim).collect()),
        (Some(_), _) => Effect::Lost,
        (None, _) => {
            let (kept, joined): (Vec<ClaimId>, Vec<ClaimId>) = standing.into_iter().partition(|a| several.contains(a));
            Effect::Among(several.iter().copied().filter(|a| !kept.contains(a)).collect(), joined)
        }
    })
}

/// Suppositions that statements fall, each made once, and no more than there is time for.
#[derive(Debug)]
pub struct Tries<'r> {
    report: &'r Report<'r>,
    left: usize,
    known: BTreeMap<Vec<ClaimId>, Option<Supposed>>,
}

impl<'r> Tries<'r> {
    /// As many as go through `work` claims and steps.
    pub fn new(report: &'r Report<'r>, work: usize) -> Self {
        let size = report.debate.claims.len() + report.debate.steps.len() + 1;
        Self { report, left: work / size, known: BTreeMap::new() }
    }

    /// What the debate comes to if all of `claims` fall; nothing if that was not tried.
    pub fn without(&mut self, claims: &[ClaimId]) -> Option<&Supposed> {
        let Self { report, left, known } = self;
        let tried = known.entry(claims.to_vec()).or_insert_with(|| {
            *left = left.checked_sub(1)?;
            let falls = claims.iter().copied().map(Part::Claim).collect();
            suppose(&report.debate, &report.analysis, &Supposition { falls, stands: Vec::new() }).ok()
        });
        tried.as_ref()
    }
}

/// What would change `judgement` if it fell, single assumptions aside, which say themselves what hangs on them. Looks at no more than `work`
/// atoms and literals.
pub fn effects(tries: &mut Tries<'_>, judgement: &Judgement, work: usize) -> Changes {
    let report = tries.report;
    let stands = |claim: ClaimId| report.analysis.verdict(claim) == Verdict::Stands;
    let own = judgement.claim.filter(|claim| stands(*claim));
    let rivals = rivals(report, judgement);
    let search = Search { report, judgement, work: work / 4 };
    let lost = own.map(|claim| search.single(claim, 1));
    let turned: Vec<Vec<ClaimId>> = rivals.iter().map(|rival| search.single(*rival, rivals.len())).collect();
    let mut known: BTreeMap<ClaimId, Effect> = BTreeMap::new();
    let mut sets: Vec<Vec<ClaimId>> = Vec::new();
    for claim in search.unfounded_first(lost.as_deref().unwrap_or(&[])) {
        known.insert(claim, Effect::Lost);
        sets.push(vec![claim]);
    }
    for (rival, found) in rivals.iter().zip(&turned).filter(|(rival, _)| own.is_none() && stands(**rival)) {
        for claim in found {
            known.entry(*claim).or_insert_with(|| Effect::Among(vec![*rival], Vec::new()));
        }
    }
    sets.extend(search.direct_first(&rivals, turned.iter().flatten().copied().collect()).into_iter().map(|claim| vec![claim]));
    let joint = own.zip(lost.as_ref()).map_or_else(Vec::new, |(claim, lost)| search.joint(claim, lost, 1));
    let is_firm = !joint.is_empty() && lost.as_ref().is_some_and(Vec::is_empty);
    sets.extend(joint);
    for (rival, found) in rivals.iter().zip(&turned) {
        sets.extend(search.joint(*rival, found, rivals.len()));
    }
    let mut seen = BTreeSet::new();
    let is_told = |set: &[ClaimId]| !matches!(set, [only] if report.debate.claim(*only).kind == ClaimKind::Assumption);
    sets.retain(|set| is_told(set) && seen.insert(set.clone()));
    let told = |falls: Vec<ClaimId>| {
        let effect = match (tries.without(&falls), falls.as_slice()) {
            (Some(after), _) => effect(report, judgement, after)?,
            // That much is known without a trial.
            (None, [only]) => known.get(only).cloned()?,
            _ => return None,
        };
        Some(Change { falls, effect })
    };
    let found: Vec<Change> = sets.into_iter().filter_map(told).collect();
    // What some statements do already is no news of these and others.
    let is_done = |change: &Change, by: &Change| {
        by.effect == change.effect && by.falls.len() < change.falls.len() && by.falls.iter().all(|c| change.falls.contains(c))
    };
    let all = found.iter().filter(|change| !found.iter().any(|by| is_done(change, by))).cloned().collect();
    Changes { all, is_firm }
}

/// The answers, or the claim, that may come to stand, or that stand together.
fn rivals(report: &Report<'_>, judgement: &Judgement) -> Vec<ClaimId> {
    let (debate, analysis) = (&report.debate, &report.analysis);
    let Some(question) = judgement.question else {
        return judgement.claim.filter(|c| analysis.verdict(*c) != Verdict::Stands).into_iter().collect();
    };
    let is_given = matches!(analysis.outcome(question), Outcome::Answer(_));
    let is_tried = |a: &ClaimId| Some(*a) != judgement.claim || (!is_given && analysis.verdict(*a) != Verdict::Stands);
    debate.question(question).answers.iter().copied().filter(is_tried).take(MOST_ANSWERS).collect()
}

/// A search for what would change whether answers stand.
struct Search<'r> {
    report: &'r Report<'r>,
    judgement: &'r Judgement,
    work: usize,
}

impl Search<'_> {
    /// The claims without which it would be otherwise whether `claim` stands; the work is shared by as many searches.
    fn single(&self, claim: ClaimId, sharing: usize) -> Vec<ClaimId> {
        self.sets(claim, |_| true, Bounds { size: 1, sets: CHOICE + 1, work: self.work / sharing }).into_iter().flatten().collect()
    }

    /// The smallest sets of several claims that do so together, where no `single` one does; else of those assumptions that do not, of each of
    /// which the page says that the judgement is the same without it.
    fn joint(&self, claim: ClaimId, single: &[ClaimId], sharing: usize) -> Vec<Vec<ClaimId>> {
        let bounds = |size| Bounds { size, sets: CHOICE + 1, work: self.work / sharing / MOST_TOGETHER };
        let is_assumption = |claim: ClaimId| self.report.debate.claim(claim).kind == ClaimKind::Assumption;
        let is_wanted = |claim: ClaimId| single.is_empty() || (is_assumption(claim) && !single.contains(&claim));
        (2..=MOST_TOGETHER).map(|size| self.sets(claim, is_wanted, bounds(size))).find(|sets| !sets.is_empty()).unwrap_or_default()
    }

    /// That an answer falls where another does is what a question means, and no news.
    fn sets(&self, claim: ClaimId, is_wanted: impl Fn(ClaimId) -> bool, bounds: Bounds) -> Vec<Vec<ClaimId>> {
        let question = self.judgement.question;
        let is_answer = |claim: ClaimId| question.is_some_and(|q| self.report.debate.claim(claim).answers.contains(&q));
        claims(&self.report.debate, &self.report.analysis, claim, |c| is_wanted(c) && !is_answer(c), bounds)
    }

    /// Those that nobody gave reasons for come first, because whatever rests on them falls with them.
    fn unfounded_first(&self, claims: &[ClaimId]) -> Vec<ClaimId> {
        let mut sorted = claims.to_vec();
        sorted.sort_by_key(|c| (self.report.analysis.links.supports(*c).len() > 0, *c));
        sorted
    }

    /// What may make one of `rivals` stand or fall, objections to these first, and then what bears on a default: that applies as long as it is
    /// open, of which what makes answers stand says nothing.
    fn direct_first(&self, rivals: &[ClaimId], all: BTreeSet<ClaimId>) -> Vec<ClaimId> {
        let (debate, analysis) = (&self.report.debate, &self.report.analysis);
        let objects = |answer: &ClaimId| analysis.links.rebuttals(*answer).flat_map(|step| debate.step(step).premises.iter().copied());
        let direct: BTreeSet<ClaimId> = rivals.iter().flat_map(objects).collect();
        let (mut found, rest): (Vec<ClaimId>, Vec<ClaimId>) = all.into_iter().partition(|c| direct.contains(c));
        found.extend(rest);
        if let Some(question) = self.judgement.question.filter(|q| !matches!(analysis.outcome(*q), Outcome::Answer(_))) {
            let default = debate.question(question).default;
            found.extend(
                default
                    .into_iter()
                    .flat_map(|default| near(self.report, default))
                    .filter(|c| !debate.question(question).answers.contains(c)),
            );
        }
        found
    }
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
