//! The arrows of a map and the joints in which they meet.
//!
//! A step of one premise that nothing undercuts is an arrow from box to box. Any other gets a joint: legs lead from its premises to the
//! joint, an arrow from there to each target, and an undercut ends on the joint. A joint lies with the premises where they share a
//! group, else with the target.

use crate::{
    analysis::{
        evaluate::{Analysis, Force},
        outcome::Outcome,
        verdict::Verdict,
    },
    diagram::parts::{Arrow, ArrowKind, End, Joint, Node, Remark},
    model::{
        debate::{Debate, Ranked, Step, StepKind, Target},
        ids::{ClaimId, QuestionId, StepId},
    },
};
use std::collections::BTreeSet;

/// The joints and arrows of `debate`, whose questions and claims are `boxes`: steps first, then contradictions, limits and answers. Linear.
pub fn draw(debate: &Debate, analysis: &Analysis, boxes: &[Node]) -> (Vec<Joint>, Vec<Arrow>) {
    let mut pen = Pen { debate, analysis, boxes, ranked: ranked(debate), joints: Vec::new(), arrows: Vec::new() };
    // An undercut may be drawn before the step that it ends on, so all joints of steps come first.
    let joints: Vec<Option<End>> = debate.step_ids().map(|id| pen.joint(id)).collect();
    for id in debate.step_ids() {
        pen.step(id, &joints);
    }
    for contradiction in &debate.contradictions {
        pen.contradiction(&contradiction.claims);
    }
    for limit in &debate.limits {
        let force = pen.force(limit.claim);
        pen.line(pen.claim(limit.claim), pen.claim(limit.target), ArrowKind::Limit, force);
    }
    for id in debate.question_ids() {
        pen.answers(id);
    }
    (pen.joints, pen.arrows)
}

struct Pen<'d> {
    debate: &'d Debate,
    analysis: &'d Analysis,
    boxes: &'d [Node],
    ranked: BTreeSet<(ClaimId, ClaimId)>,
    joints: Vec<Joint>,
    arrows: Vec<Arrow>,
}

/// The claims that a preference ranks, the stronger first, by themselves or by a support of theirs.
fn ranked(debate: &Debate) -> BTreeSet<(ClaimId, ClaimId)> {
    let claims = |side: &Ranked| -> Vec<ClaimId> {
        let step = side.step.map(|s| debate.step(s)).filter(|step| step.kind == StepKind::Support);
        side.claim.into_iter().chain(step.into_iter().flat_map(Step::claims)).collect()
    };
    let pairs = debate.preferences.iter().map(|p| (claims(&p.stronger), claims(&p.weaker)));
    pairs.flat_map(|(stronger, weaker)| stronger.into_iter().flat_map(move |s| weaker.clone().into_iter().map(move |w| (s, w)))).collect()
}

impl Pen<'_> {
    fn claim(&self, claim: ClaimId) -> End {
        End::Box((self.debate.questions.len() + claim.index()) as u32)
    }

    fn group(&self, claim: ClaimId) -> Option<u32> {
        self.boxes.get(self.debate.questions.len() + claim.index()).and_then(|b| b.group)
    }

    /// What a claim gives to whatever starts from it.
    fn force(&self, claim: ClaimId) -> Force {
        match self.analysis.verdict(claim) {
            Verdict::Stands => Force::Works,
            Verdict::Open => Force::Open,
            _ => Force::Fails,
        }
    }

    fn line(&mut self, from: End, to: End, kind: ArrowKind, force: Force) {
        self.arrows.push(Arrow { from, to, kind, force, is_leg: false, remark: None });
    }

    fn legs(&mut self, claims: &[ClaimId], joint: End, kind: ArrowKind) {
        for claim in claims {
            let (from, force) = (self.claim(*claim), self.force(*claim));
            self.arrows.push(Arrow { from, to: joint, kind, force, is_leg: true, remark: None });
        }
    }

    fn add_joint(&mut self, claims: &[ClaimId], target: Option<ClaimId>, kind: ArrowKind, force: Force) -> End {
        let mut groups = claims.iter().map(|c| self.group(*c));
        let first = groups.next().flatten();
        let group = if groups.all(|g| g == first) { first } else { target.map_or(first, |t| self.group(t)) };
        self.joints.push(Joint { kind, legs: claims.len() as u32, force, group });
        End::Joint(self.joints.len() as u32 - 1)
    }

    /// The joint of a step, where it needs one.
    fn joint(&mut self, id: StepId) -> Option<End> {
        let step = self.debate.step(id);
        let needed = step.premises.len() > 1 || self.analysis.links.undercuts(id).len() > 0;
        let target = step.claims().next();
        (needed && !step.premises.is_empty())
            .then(|| self.add_joint(&step.premises, target, kind(step), self.analysis.force(self.debate, id)))
    }

    fn step(&mut self, id: StepId, joints: &[Option<End>]) {
        let step = self.debate.step(id);
        let joint_of = |id: StepId| joints.get(id.index()).copied().flatten();
        let Some(first) = step.premises.first() else { return };
        let from = joint_of(id).unwrap_or_else(|| self.claim(*first));
        if let Some(joint) = joint_of(id) {
            self.legs(&step.premises, joint, kind(step));
        }
        for target in &step.targets {
            let to = match target {
                Target::Claim(claim) => Some(self.claim(*claim)),
                Target::Step(step) => joint_of(*step),
            };
            let Some(to) = to else { continue };
            let force = self.analysis.force_on(self.debate, id, *target);
            let remark = (force == Force::Fails).then(|| self.defeat(id, *target)).flatten();
            self.arrows.push(Arrow { from, to, kind: kind(step), force, is_leg: false, remark });
        }
    }

    /// What defeats a step that fails although no undercut works: a rebuttal whose premises stand, only a preference; a support whose
    /// premises do not fall, only what denies its claim.
    fn defeat(&self, id: StepId, target: Target) -> Option<Remark> {
        let step = self.debate.step(id);
        if self.analysis.links.undercuts(id).any(|u| self.analysis.force(self.debate, u) == Force::Works) {
            return None;
        }
        let worst = step.premises.iter().map(|p| self.force(*p)).max().unwrap_or(Force::Fails);
        match (step.kind, target) {
            (StepKind::Rebuttal, _) if worst == Force::Works => Some(Remark::Outweighed),
            (StepKind::Support, Target::Claim(claim)) if worst != Force::Fails && self.analysis.verdict(claim) == Verdict::Denied => {
                Some(Remark::Denied)
            }
            _ => None,
        }
    }

    /// A contradiction bites as far as one of its sides stands. Two sides are one line; more of them meet in a joint, since a line for
    /// each pair would be quadratic. Layouts put the start of a line further out, so the stronger side comes last.
    fn contradiction(&mut self, claims: &[ClaimId]) {
        let force = claims.iter().map(|c| self.force(*c)).min().unwrap_or(Force::Fails);
        match claims {
            [a, b] => {
                let (from, to) = if self.force(*a) < self.force(*b) { (b, a) } else { (a, b) };
                let remark = self.wins(*to, claims).then_some(Remark::Preferred);
                let (from, to) = (self.claim(*from), self.claim(*to));
                self.arrows.push(Arrow { from, to, kind: ArrowKind::Contradiction, force, is_leg: false, remark });
            }
            [_, _, ..] => {
                let joint = self.add_joint(claims, None, ArrowKind::Contradiction, force);
                self.legs(claims, joint, ArrowKind::Contradiction);
                let winner = claims.iter().find(|c| self.wins(**c, claims)).map(|c| self.claim(*c));
                let legs = self.arrows.iter_mut().rev().take(claims.len());
                legs.filter(|leg| Some(leg.from) == winner).for_each(|leg| leg.remark = Some(Remark::Preferred));
            }
            _ => {}
        }
    }

    /// Whether `claim` alone of these stands, because it is ranked over each of the others.
    fn wins(&self, claim: ClaimId, claims: &[ClaimId]) -> bool {
        let loses = |other: &ClaimId| self.analysis.verdict(*other) == Verdict::Denied && self.ranked.contains(&(claim, *other));
        self.force(claim) == Force::Works && claims.iter().all(|c| *c == claim || loses(c))
    }

    fn answers(&mut self, id: QuestionId) {
        let outcome = self.analysis.outcome(id);
        for answer in &self.debate.question(id).answers {
            let chosen = outcome.answer() == Some(*answer);
            let force = match self.force(*answer) {
                _ if chosen => Force::Works,
                Force::Fails => Force::Fails,
                _ => Force::Open,
            };
            let remark = matches!(outcome, Outcome::Default(d) if d == answer).then_some(Remark::ByDefault);
            let (from, to) = (self.claim(*answer), End::Box(id.0));
            self.arrows.push(Arrow { from, to, kind: ArrowKind::Answer, force, is_leg: false, remark });
        }
    }
}

const fn kind(step: &Step) -> ArrowKind {
    match step.kind {
        StepKind::Support if step.strict => ArrowKind::StrictSupport,
        StepKind::Support => ArrowKind::Support,
        StepKind::Rebuttal => ArrowKind::Rebuttal,
        StepKind::Undercut => ArrowKind::Undercut,
    }
}
