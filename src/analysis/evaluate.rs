//! The one door of this module: a debate in; verdicts, outcomes and all that explains them out.

use crate::{
    analysis::{
        compile::{Theory, compile, sentence},
        consequences::Consequences,
        depth::{UNREACHED, depths},
        links::Links,
        outcome::{Outcome, outcomes},
        preferences, soundness,
        standing::Stances,
        verdict::Verdict,
    },
    diagnostic::problem::Diagnostic,
    model::{
        debate::{ClaimKind, Debate, Target},
        ids::{ClaimId, QuestionId, StepId},
    },
    theory::system::{
        grounded::{Grounded, Label, Status, grounded},
        rules::RuleId,
    },
    threads::Threads,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

/// What a debate comes to.
#[derive(Debug, Clone)]
pub struct Analysis {
    /// Who bears on whom.
    pub links: Links,
    /// The debate as a system.
    pub theory: Theory,
    /// Denials that strict steps carry back.
    pub consequences: Consequences,
    /// Its grounded labelling.
    pub grounded: Grounded,
    /// The verdict on each claim.
    pub verdicts: Vec<Verdict>,
    /// The outcome of each question.
    pub outcomes: Vec<Outcome>,
    /// How far each claim that stands is from what needs no reason; only explanations ask for it.
    depths: OnceLock<Vec<u32>>,
    /// The rules that preferences rank right above each rule; only explanations ask for it.
    above: OnceLock<BTreeMap<RuleId, Vec<RuleId>>>,
}

/// How a step fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// All its premises stand and nothing defeats it: it gives its target what it can.
    Works,
    /// A premise is open, or a clash about the step is.
    Open,
    /// A premise does not stand, or the step is defeated.
    Fails,
}

/// A debate as a system, before anything is judged.
#[derive(Debug)]
pub struct Case {
    links: Links,
    theory: Theory,
}

impl Case {
    /// Compiles `debate`, with the errors of the debate as a whole. Near linear.
    pub fn new(debate: &Debate) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let links = Links::new(debate);
        let mut theory = compile(debate, &links, &Stances::new(debate));
        preferences::add(debate, &links, &mut theory, &mut diagnostics);
        soundness::check(debate, &theory, &mut diagnostics);
        (Self { links, theory }, diagnostics)
    }

    /// Evaluates `debate`, of which this is the case, under the grounded semantics; `beside` is done at the same time if there is a
    /// thread for it.
    pub fn judge<R: Send>(self, debate: &Debate, threads: Threads, beside: impl FnOnce(&Theory) -> R + Send) -> (Analysis, R) {
        let Self { links, theory } = self;
        let judge = || {
            let grounded = grounded(&theory.system);
            let verdicts = verdicts(debate, &theory, &grounded);
            let outcomes = outcomes(debate, &verdicts);
            (Consequences::new(&theory, debate.claims.len()), grounded, verdicts, outcomes)
        };
        let ((consequences, grounded, verdicts, outcomes), done) = threads.both(judge, || beside(&theory));
        (Analysis { links, theory, consequences, grounded, verdicts, outcomes, depths: OnceLock::new(), above: OnceLock::new() }, done)
    }
}

/// Evaluates `debate` under the grounded semantics, with the errors of the debate as a whole.
pub fn evaluate(debate: &Debate) -> (Analysis, Vec<Diagnostic>) {
    let (case, diagnostics) = Case::new(debate);
    (case.judge(debate, Threads::ONE, |_| ()).0, diagnostics)
}

/// The verdict on each claim of `debate` by a labelling of its theory.
pub fn verdicts(debate: &Debate, theory: &Theory, grounded: &Grounded) -> Vec<Verdict> {
    let denied = denied(theory, grounded, debate.claims.len());
    debate
        .claim_ids()
        .map(|claim| match grounded.status(sentence(claim)) {
            Status::In => Verdict::Stands,
            Status::Undecided => Verdict::Open,
            Status::Out if denied.get(claim.index()) == Some(&true) => Verdict::Denied,
            Status::Out => Verdict::Unfounded,
            Status::None => Verdict::Unsupported,
        })
        .collect()
}

/// For each claim, whether something that stands is a contrary of it.
fn denied(theory: &Theory, grounded: &Grounded, claims: usize) -> Vec<bool> {
    let mut denied = vec![false; claims];
    for (x, y) in theory.system.contraries() {
        if let Some(mark) = denied.get_mut(*y as usize).filter(|_| grounded.status(*x) == Status::In) {
            *mark = true;
        }
    }
    denied
}

impl Analysis {
    /// The verdict on `claim`.
    pub fn verdict(&self, claim: ClaimId) -> Verdict {
        self.verdicts.get(claim.index()).copied().unwrap_or(Verdict::Unsupported)
    }

    /// The outcome of `question`.
    pub fn outcome(&self, question: QuestionId) -> &Outcome {
        self.outcomes.get(question.index()).expect("there is an outcome for each question")
    }

    /// How many working supports in a row lead to `claim` from what needs no reason. The first call is linear.
    pub fn depth(&self, debate: &Debate, claim: ClaimId) -> u32 {
        let depths = self.depths.get_or_init(|| {
            let ground = |c: ClaimId| self.grounds(debate, c) && self.verdict(c) == Verdict::Stands;
            depths(debate, &self.links, ground, |step, target| self.force_on(debate, step, Target::Claim(target)) == Force::Works)
        });
        depths.get(claim.index()).copied().unwrap_or(UNREACHED)
    }

    /// The rules that preferences rank above `rule`, closed transitively. The first call is linear in the preferences, up to a logarithm, and
    /// each in what it gives and what is ranked right above that.
    pub fn ranked_above(&self, rule: RuleId) -> BTreeSet<RuleId> {
        let above = self.above.get_or_init(|| {
            let mut above: BTreeMap<RuleId, Vec<RuleId>> = BTreeMap::new();
            let preferences = self.theory.system.preferences();
            preferences.iter().for_each(|(stronger, weaker)| above.entry(*weaker).or_default().push(*stronger));
            above
        });
        let (mut over, mut left) = (BTreeSet::new(), vec![rule]);
        while let Some(weaker) = left.pop() {
            left.extend(above.get(&weaker).into_iter().flatten().filter(|stronger| over.insert(**stronger)));
        }
        over
    }

    /// The rules that lead to `claim`: its assertion, and its supports.
    pub fn rules_for(&self, claim: ClaimId) -> impl Iterator<Item = RuleId> + '_ {
        let supports = self.links.supports(claim).flat_map(|s| self.theory.rules(s)).copied();
        let all = self.theory.system.rules();
        let rules = self.theory.assertions.get(claim.index()).copied().flatten().into_iter().chain(supports);
        rules.filter(move |rule| all.get(*rule).head == sentence(claim))
    }

    /// Whether `claim` needs no support: a fact, or said or assumed and not taken back.
    pub fn grounds(&self, debate: &Debate, claim: ClaimId) -> bool {
        debate.claim(claim).kind == ClaimKind::Fact || self.theory.assertions.get(claim.index()).copied().flatten().is_some()
    }

    /// How `step` fares: the best of its rules, one for each target.
    pub fn force(&self, debate: &Debate, step: StepId) -> Force {
        self.forces(debate, step, self.theory.rules(step))
    }

    /// How `step` fares towards one of its targets: a rebuttal may work against one claim and be outweighed by another.
    pub fn force_on(&self, debate: &Debate, step: StepId, target: Target) -> Force {
        let at = debate.step(step).targets.iter().position(|t| *t == target);
        let rule = at.and_then(|at| self.theory.rules(step).get(at..=at));
        self.forces(debate, step, rule.unwrap_or(&[]))
    }

    fn forces(&self, debate: &Debate, step: StepId, rules: &[RuleId]) -> Force {
        let premises = debate.step(step).premises.iter().map(|p| match self.verdict(*p) {
            Verdict::Stands => Force::Works,
            Verdict::Open => Force::Open,
            _ => Force::Fails,
        });
        let premises = premises.max().unwrap_or(Force::Fails);
        let label = rules.iter().filter_map(|r| self.grounded.rules.get(*r as usize)).min();
        let rule = match label {
            Some(Label::In) => Force::Works,
            Some(Label::Undecided) => Force::Open,
            Some(Label::Out) | None => Force::Fails,
        };
        premises.max(rule)
    }
}
