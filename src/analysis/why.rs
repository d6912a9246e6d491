//! Why a claim has its verdict, as data: what it rests on, what speaks against it, and what became of each.
//!
//! Reasons are local: each names the claims next to it, whose own reasons are asked for in turn. That the walk ends, and that a claim
//! that stands never rests on itself, is a property of the grounded labelling.

use crate::{
    analysis::{
        compile::sentence,
        evaluate::{Analysis, Force},
        returning::returning,
        verdict::Verdict,
    },
    model::{
        debate::{ClaimKind, Debate, Target},
        ids::{ClaimId, StepId},
    },
    theory::system::{
        grounded::{Label, Status},
        rules::RuleId,
    },
};
use std::collections::BTreeSet;

/// Why a claim has its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The claim.
    pub claim: ClaimId,
    /// Its verdict.
    pub verdict: Verdict,
    /// What it rests on.
    pub basis: Basis,
    /// Its supports, those that work first.
    pub supports: Vec<SupportReason>,
    /// What speaks against it, what succeeds first.
    pub attacks: Vec<Attack>,
}

/// What a claim rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// All agree on it.
    Fact,
    /// It is said, and nothing is needed for it.
    Asserted,
    /// It is taken to hold.
    Assumed,
    /// Its supports.
    Supports,
    /// Nothing: all who said it took it back.
    Retracted,
    /// Nothing: its supports rest on each other, or on what has no support.
    Groundless,
}

/// What became of a support.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupportReason {
    /// The support.
    pub step: StepId,
    /// Whether it works.
    pub force: Force,
    /// Its premises that do not stand.
    pub weak: Vec<ClaimId>,
    /// Its premises that would have nothing to rest on without the claim that it supports.
    pub returning: Vec<ClaimId>,
    /// The undercuts of it, what succeeds first.
    pub undercuts: Vec<Attack>,
}

/// Something that speaks against a claim or a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attack {
    /// How it attacks.
    pub by: Attacker,
    /// What became of it.
    pub fate: Fate,
}

impl Attack {
    /// The claims that its fate rests on: its own, or that which follows from it, and what undercuts it.
    pub fn claims(&self, debate: &Debate) -> Vec<ClaimId> {
        let mut claims = match self.by {
            Attacker::Move(claim, _) | Attacker::Contradiction(claim) => vec![claim],
            Attacker::Consequence(step) => debate.step(step).claims().collect(),
        };
        if let Fate::Undercut(by) = &self.fate {
            claims.extend(by);
        }
        claims
    }
}

/// How a claim or step is attacked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attacker {
    /// A rebuttal or undercut: its claim and its step.
    Move(ClaimId, StepId),
    /// A claim that contradicts it.
    Contradiction(ClaimId),
    /// What follows strictly: this step leads from the claim, with others, to what is denied.
    Consequence(StepId),
}

/// What became of an attack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// It defeats its target.
    Succeeds,
    /// Neither side has the last word.
    Open,
    /// Its claim does not stand.
    Falls,
    /// Its claim stands, but these undercuts defeat its step.
    Undercut(Vec<ClaimId>),
    /// Its claim stands, but a preference gives its target the last word; the target may fall to something else.
    Outweighed,
}

impl Fate {
    fn rank(&self) -> u8 {
        match self {
            Self::Succeeds => 0,
            Self::Open => 1,
            Self::Outweighed => 2,
            Self::Undercut(_) => 3,
            Self::Falls => 4,
        }
    }
}

/// The reason for the verdict on `claim`. Linear in what is next to it.
pub fn reason(debate: &Debate, analysis: &Analysis, claim: ClaimId) -> Reason {
    let steps = analysis.links.supports(claim);
    let mut supports: Vec<SupportReason> = steps.map(|s| support_of(debate, analysis, s, Some(claim))).collect();
    let mut works: Vec<&mut SupportReason> = supports.iter_mut().filter(|s| s.force == Force::Works).collect();
    let several = works.len() > 1;
    if several || analysis.grounds(debate, claim) {
        works.iter_mut().for_each(|s| s.returning = returning(debate, analysis, s.step, claim));
    }
    let is_later = |s: &SupportReason| !s.returning.is_empty() || (several && is_far(debate, analysis, s.step, claim));
    supports.sort_by_cached_key(|s| (s.force, is_later(s), s.step));
    let verdict = analysis.verdict(claim);
    let kind = debate.claim(claim).kind;
    let asserted = analysis.theory.assertions.get(claim.index()).copied().flatten().is_some();
    let basis = match kind {
        ClaimKind::Fact => Basis::Fact,
        ClaimKind::Assumption if asserted => Basis::Assumed,
        _ if asserted => Basis::Asserted,
        _ if verdict == Verdict::Unsupported && supports.is_empty() => Basis::Retracted,
        _ if verdict == Verdict::Unsupported => Basis::Groundless,
        _ => Basis::Supports,
    };
    Reason { claim, verdict, basis, supports, attacks: attacks(debate, analysis, claim) }
}

/// Whether a support of `claim` starts from what may in turn rest on the claim, so that it should not be told first.
fn is_far(debate: &Debate, analysis: &Analysis, step: StepId, claim: ClaimId) -> bool {
    let depth = analysis.depth(debate, claim);
    debate.step(step).premises.iter().any(|p| analysis.depth(debate, *p) >= depth)
}

/// What became of one support, or of the step of a rebuttal or undercut, towards whichever of its targets.
pub fn support(debate: &Debate, analysis: &Analysis, step: StepId) -> SupportReason {
    support_of(debate, analysis, step, None)
}

fn support_of(debate: &Debate, analysis: &Analysis, step: StepId, target: Option<ClaimId>) -> SupportReason {
    let weak = debate.step(step).premises.iter().copied().filter(|p| analysis.verdict(*p) != Verdict::Stands).collect();
    let mut undercuts: Vec<Attack> = analysis
        .links
        .undercuts(step)
        .filter_map(|u| {
            Some(Attack {
                by: Attacker::Move(debate.step(u).premises.first().copied()?, u),
                fate: move_fate(debate, analysis, u, Target::Step(step)),
            })
        })
        .collect();
    undercuts.sort_by_key(|u| (u.fate.rank(), u.by));
    let force = target.map_or_else(|| analysis.force(debate, step), |c| analysis.force_on(debate, step, Target::Claim(c)));
    SupportReason { step, force, weak, returning: Vec::new(), undercuts }
}

/// What speaks against `claim`.
fn attacks(debate: &Debate, analysis: &Analysis, claim: ClaimId) -> Vec<Attack> {
    let mut attacks: Vec<Attack> = analysis
        .links
        .rebuttals(claim)
        .filter_map(|step| {
            let by = Attacker::Move(debate.step(step).premises.first().copied()?, step);
            Some(Attack { by, fate: move_fate(debate, analysis, step, Target::Claim(claim)) })
        })
        .collect();
    for other in analysis.links.contradictions(claim) {
        let fate = match (analysis.verdict(other), analysis.verdict(claim)) {
            (Verdict::Stands | Verdict::Open, Verdict::Stands) => Fate::Outweighed,
            (Verdict::Stands, Verdict::Open) | (Verdict::Open, _) => Fate::Open,
            (Verdict::Stands, _) => Fate::Succeeds,
            _ => Fate::Falls,
        };
        attacks.push(Attack { by: Attacker::Contradiction(other), fate });
    }
    // What falls to something else may be contradicted by what could not have brought it down.
    let is_beaten = attacks.iter().any(|a| a.fate == Fate::Succeeds && matches!(a.by, Attacker::Move(..)));
    if is_beaten && outweighs_contradictions(analysis, claim) {
        let contradictions = attacks.iter_mut().filter(|a| matches!(a.by, Attacker::Contradiction(_)));
        contradictions.filter(|a| a.fate == Fate::Succeeds).for_each(|a| a.fate = Fate::Outweighed);
    }
    attacks.extend(consequences(debate, analysis, claim));
    attacks.sort_by_key(|a| (a.fate.rank(), a.by));
    attacks.dedup_by_key(|a| a.by);
    attacks
}

/// Whether a preference keeps what contradicts `claim` from defeating anything that there is for it. Not so where some of that is strict,
/// of which a premise is defeated instead.
fn outweighs_contradictions(analysis: &Analysis, claim: ClaimId) -> bool {
    let theory = &analysis.theory;
    let Some(not) = theory.system.find_negation(sentence(claim)) else { return false };
    let all = theory.system.rules();
    let mut rules = analysis.rules_for(claim).peekable();
    let defeats = |r| analysis.grounded.attackers(r).contains(&(not, Status::In));
    rules.peek().is_some() && rules.all(|r| all.is_defeasible(r) && !defeats(r))
}

/// Strict steps from `claim` to what is denied: they carry the denial back to the claim.
fn consequences(debate: &Debate, analysis: &Analysis, claim: ClaimId) -> Vec<Attack> {
    let verdict = analysis.verdict(claim);
    let fate = |rule| {
        let body = analysis.theory.system.rules().get(rule).body;
        let worst = body.iter().map(|s| analysis.grounded.status(*s)).max();
        match worst {
            Some(Status::In | Status::Undecided) if verdict == Verdict::Stands => Some(Fate::Outweighed),
            Some(Status::In) if verdict != Verdict::Open => Some(Fate::Succeeds),
            Some(Status::In | Status::Undecided) => Some(Fate::Open),
            _ => None,
        }
    };
    let carried = analysis.consequences.of(claim).filter(|(step, _)| debate.step(*step).premises.contains(&claim));
    carried.filter_map(|(step, rule)| Some(Attack { by: Attacker::Consequence(step), fate: fate(rule)? })).collect()
}

/// What became of a rebuttal or undercut of `target`.
fn move_fate(debate: &Debate, analysis: &Analysis, step: StepId, target: Target) -> Fate {
    let at = debate.step(step).targets.iter().position(|t| *t == target);
    let rule = at.and_then(|at| analysis.theory.rules(step).get(at));
    let label = rule.and_then(|r| analysis.grounded.rules.get(*r as usize));
    let claim = debate.step(step).premises.first().map(|p| analysis.verdict(*p));
    let verdict = match target {
        Target::Claim(target) => Some((target, analysis.verdict(target))),
        Target::Step(_) => None,
    };
    match (claim, label) {
        (Some(Verdict::Stands | Verdict::Open), Some(Label::Out)) => {
            let undercuts: Vec<ClaimId> = analysis
                .links
                .undercuts(step)
                .filter(|u| analysis.force_on(debate, *u, Target::Step(step)) == Force::Works)
                .filter_map(|u| debate.step(u).premises.first().copied())
                .collect();
            if undercuts.is_empty() { Fate::Outweighed } else { Fate::Undercut(undercuts) }
        }
        (Some(Verdict::Stands), Some(Label::In)) => match verdict {
            Some((_, Verdict::Stands)) => Fate::Outweighed,
            // What is open in spite of a denial that stands outranks it, but for what follows strictly: of that, a premise must go.
            Some((target, Verdict::Open)) if is_defeasible(debate, analysis, target) => Fate::Outweighed,
            Some((_, Verdict::Open)) => Fate::Open,
            // What falls to something else may be denied by what could not have brought it down.
            Some((target, Verdict::Denied)) if rule.is_some_and(|rule| is_outranked(analysis, *rule, target)) => Fate::Outweighed,
            _ => Fate::Succeeds,
        },
        (Some(Verdict::Stands | Verdict::Open), Some(_)) => match verdict {
            Some((_, Verdict::Stands)) => Fate::Outweighed,
            _ => Fate::Open,
        },
        _ => Fate::Falls,
    }
}

/// Whether preferences rank all that there is for `claim` above `rule`, which denies it. Linear in what is ranked above it.
fn is_outranked(analysis: &Analysis, rule: RuleId, claim: ClaimId) -> bool {
    let all = analysis.theory.system.rules();
    let over = analysis.ranked_above(rule);
    if over.is_empty() {
        return false;
    }
    let holds = |r: &RuleId| all.get(*r).body.iter().all(|s| analysis.grounded.status(*s) == Status::In);
    let mut held = analysis.rules_for(claim).filter(holds).peekable();
    held.peek().is_some() && held.all(|r| all.is_defeasible(r) && over.contains(&r))
}

/// Whether a claim that may stand may do so by what can be outweighed: its assertion, or a support that is not strict.
fn is_defeasible(debate: &Debate, analysis: &Analysis, claim: ClaimId) -> bool {
    let may = |s: &StepId| !debate.step(*s).strict && analysis.force_on(debate, *s, Target::Claim(claim)) != Force::Fails;
    analysis.grounds(debate, claim) || analysis.links.supports(claim).any(|s| may(&s))
}

impl Reason {
    /// The claims whose verdicts this reason rests on, in the order in which one would tell them.
    pub fn next(&self, debate: &Debate) -> Vec<ClaimId> {
        let mut next = Vec::new();
        let attack = |attack: &Attack, next: &mut Vec<ClaimId>| next.extend(attack.claims(debate));
        match self.verdict {
            Verdict::Stands => {
                if let Some(best) = self.supports.first().filter(|s| s.force == Force::Works) {
                    next.extend(&debate.step(best.step).premises);
                    best.undercuts.iter().for_each(|a| attack(a, &mut next));
                }
                self.attacks.iter().for_each(|a| attack(a, &mut next));
            }
            Verdict::Denied => self.attacks.iter().filter(|a| a.fate == Fate::Succeeds).for_each(|a| attack(a, &mut next)),
            Verdict::Open => self.attacks.iter().filter(|a| a.fate == Fate::Open).for_each(|a| attack(a, &mut next)),
            Verdict::Unfounded | Verdict::Unsupported => {}
        }
        if self.verdict != Verdict::Stands {
            for support in &self.supports {
                next.extend(&support.weak);
                support.undercuts.iter().filter(|u| matches!(u.fate, Fate::Succeeds | Fate::Open)).for_each(|a| attack(a, &mut next));
            }
        }
        next
    }
}

/// Walks down from `claims`: their reasons, then the reasons of the claims that these rest on, breadth first, each once, at most `most`.
/// The second value counts the claims with which the walk would go on.
pub fn walk(debate: &Debate, analysis: &Analysis, claims: impl IntoIterator<Item = ClaimId>, most: usize) -> (Vec<Reason>, usize) {
    let mut seen = BTreeSet::new();
    let mut queue: Vec<ClaimId> = claims.into_iter().filter(|c| seen.insert(*c)).collect();
    let mut reasons = Vec::new();
    let mut at = 0;
    while let Some(claim) = queue.get(at).copied().filter(|_| reasons.len() < most) {
        at += 1;
        let reason = reason(debate, analysis, claim);
        queue.extend(reason.next(debate).into_iter().filter(|c| seen.insert(*c)));
        reasons.push(reason);
    }
    (reasons, queue.len() - at)
}
