//! A proof as a dialogue. The proponent says that a claim stands or falls and gives the ground; the opponent raises all that the debate
//! has against that ground, move by move; the proponent answers each. The dialogue ends when nothing is left to raise, which it always
//! does: answers have ever smaller min-max numbers (as in the grounded discussion game of Caminada 2015).

use crate::{
    analysis::compile::{Origin, Theory},
    model::{
        debate::Debate,
        ids::{ClaimId, StepId},
    },
    theory::system::{
        proof::{Ground, Point, Proof, Way},
        rules::{Kind, RuleId, Sentence},
    },
};
use std::collections::BTreeSet;

/// The most moves of a dialogue.
const MOST_MOVES: usize = 1000;

/// A dialogue; moves name others by their places in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dialogue {
    /// The moves.
    pub moves: Vec<Move>,
}

/// One thing that is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    /// The move that it answers or backs; the first none.
    pub answers: Option<usize>,
    /// Its min-max number: odd for what stands, even for what is beaten, 0 for what has no argument.
    pub number: u32,
    /// What is said.
    pub says: Says,
}

/// What is said in a move. Only [`Says::Attack`] is the opponent's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Says {
    /// A claim stands.
    Stands(ClaimId, Basis),
    /// A claim falls: one reason for each thing that is for it; none where there is nothing for it.
    Falls(ClaimId, Vec<Fall>),
    /// A step holds, whatever speaks against what it leads to: all its premises stand, and nothing undercuts it.
    Holds(StepId),
    /// A step does not hold.
    Fails(StepId, Fall),
    /// A claim, be it true or not, has nothing that a preference does not make the weaker in this clash.
    Weaker(ClaimId, Vec<Fall>),
    /// Something speaks against the move that is answered.
    Attack(Strike),
    /// The attack that is answered has a step that this defeats.
    Struck(Strike),
    /// The attack that is answered is the weaker by a preference.
    Outweighed,
    /// The attack is answered already, by that move.
    As(usize),
}

/// What a claim stands by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// All agree on it.
    Fact,
    /// It is said or assumed.
    Assertion,
    /// A support, all of whose premises stand.
    Support(StepId),
}

/// Why one thing that is for a claim is not enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fall {
    /// A support has a premise that falls.
    Premise(StepId, ClaimId),
    /// The assertion, or a support, is attacked by what stands.
    Struck(Option<StepId>, Strike),
    /// The assertion, or a support, is the weaker by a preference.
    Outweighed(Option<StepId>),
}

/// How something attacks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strike {
    /// Strict steps over which it reaches its target, the nearest first.
    pub via: Vec<Via>,
    /// What attacks in the end.
    pub tip: Tip,
}

/// A strict step that leads from a target to what is attacked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Via {
    /// The step.
    pub step: StepId,
    /// Its other premises.
    pub with: Vec<ClaimId>,
}

/// What attacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tip {
    /// A rebuttal or undercut, by its step.
    Step(StepId),
    /// A claim that contradicts the target.
    Contradiction(ClaimId),
    /// A claim that the rebuttal is against, and that a preference makes the stronger.
    Stronger(ClaimId),
    /// Whatever might deny the conclusion of the last strict step.
    Denial,
}

impl Move {
    /// Whether the opponent speaks.
    pub const fn is_opposed(&self) -> bool {
        matches!(self.says, Says::Attack(_))
    }
}

/// The dialogue that `proof` amounts to; its first point is a claim, or what a single step leads to. Nothing when it has too many moves.
pub fn dialogue(debate: &Debate, theory: &Theory, proof: &Proof) -> Option<Dialogue> {
    let mut run = Run { debate, theory, points: &proof.points, told: vec![None; proof.points.len()], moves: Vec::new(), left: Vec::new() };
    run.left.push(Task::Point { at: 0, answers: None, is_reply: false });
    while let Some(task) = run.left.pop() {
        match task {
            Task::Point { at, answers, is_reply } => run.point(at, answers, is_reply),
            Task::Attack(raised, answers) => run.attack(raised, answers),
        }
        if run.moves.len() > MOST_MOVES {
            return None;
        }
    }
    Some(Dialogue { moves: run.moves })
}

/// An attack of the opponent, with its number and what answers it.
#[derive(PartialEq, Eq)]
struct Raised {
    strike: Strike,
    number: u32,
    reply: Reply,
}

#[derive(PartialEq, Eq)]
enum Reply {
    /// This point, of a claim that falls or is the weaker.
    Falls(usize),
    /// This point, which attacks the step of the attack.
    Struck(usize),
    Outweighed,
}

enum Task {
    Point { at: usize, answers: Option<usize>, is_reply: bool },
    Attack(Raised, usize),
}

struct Run<'a> {
    debate: &'a Debate,
    theory: &'a Theory,
    points: &'a [Point],
    /// The move that tells each point.
    told: Vec<Option<usize>>,
    moves: Vec<Move>,
    /// What is left to tell, the next last.
    left: Vec<Task>,
}

impl Run<'_> {
    fn say(&mut self, answers: Option<usize>, number: u32, says: Says) -> usize {
        self.moves.push(Move { answers, number, says });
        self.moves.len() - 1
    }

    /// Tasks, the first of them next.
    fn plan(&mut self, tasks: impl DoubleEndedIterator<Item = Task>) {
        self.left.extend(tasks.rev());
    }

    fn claim(&self, sentence: Sentence) -> Option<ClaimId> {
        Some(ClaimId(sentence)).filter(|c| c.index() < self.debate.claims.len())
    }

    fn point(&mut self, at: usize, answers: Option<usize>, is_reply: bool) {
        let points = self.points;
        let Some(point) = points.get(at) else { return };
        if let Some(before) = self.told.get(at).copied().flatten() {
            if is_reply {
                self.say(answers, point.number, Says::As(before));
            }
            return;
        }
        let own = self.tell(point, answers);
        if let Some(slot) = self.told.get_mut(at) {
            *slot = own;
        }
        let Some(own) = own else { return };
        let mut tasks = Vec::new();
        for ground in point.ways.iter().flat_map(|w| &w.on) {
            match *ground {
                Ground::Attack(attack) if point.holds => {
                    // Rules that say the same make one attack.
                    let mut raised = self.raised(attack);
                    raised.dedup();
                    tasks.extend(raised.into_iter().map(|r| Task::Attack(r, own)));
                }
                Ground::Premise(at) | Ground::Attack(at) => tasks.push(Task::Point { at, answers: Some(own), is_reply: false }),
            }
        }
        self.plan(tasks.into_iter());
    }

    /// Says what a point of a claim comes to; what is no claim is told with the move that it serves.
    fn tell(&mut self, point: &Point, answers: Option<usize>) -> Option<usize> {
        match (self.claim(point.sentence), point.holds) {
            (Some(claim), true) => {
                let basis = match point.ways.first().and_then(|w| w.rule).and_then(|r| self.theory.origin(r)) {
                    Some(Origin::Step(step)) => Basis::Support(step),
                    Some(_) => Basis::Assertion,
                    None => Basis::Fact,
                };
                Some(self.say(answers, point.number, Says::Stands(claim, basis)))
            }
            (Some(claim), false) => {
                let mut falls: Vec<Fall> = point.ways.iter().filter_map(|w| self.fall(w)).collect();
                if !point.ranked {
                    return Some(self.say(answers, point.number, Says::Falls(claim, falls)));
                }
                falls.extend(self.passed(point).map(|id| Fall::Outweighed(self.step(id))));
                Some(self.say(answers, point.number, Says::Weaker(claim, falls)))
            }
            (None, holds) if answers.is_none() => {
                let way = point.ways.first()?;
                let step = self.step(way.rule?)?;
                let says = if holds { Says::Holds(step) } else { Says::Fails(step, self.fall(way)?) };
                Some(self.say(None, point.number, says))
            }
            (None, _) => answers,
        }
    }

    /// The defeasible rules for what a point speaks of that do not count in it.
    fn passed<'p>(&'p self, point: &'p Point) -> impl Iterator<Item = RuleId> + 'p {
        let rules = self.theory.system.rules();
        let is_passed = |id: &RuleId| rules.get(*id).head == point.sentence && !point.ways.iter().any(|w| w.rule == Some(*id));
        rules.defeasible().filter(move |id| point.ranked && is_passed(id))
    }

    fn step(&self, rule: RuleId) -> Option<StepId> {
        match self.theory.origin(rule)? {
            Origin::Step(step) => Some(step),
            _ => None,
        }
    }

    fn attack(&mut self, raised: Raised, answers: usize) {
        let attack = self.say(Some(answers), raised.number, Says::Attack(raised.strike));
        match raised.reply {
            Reply::Falls(at) => self.left.push(Task::Point { at, answers: Some(attack), is_reply: true }),
            Reply::Outweighed => drop(self.say(Some(attack), raised.number.saturating_sub(1), Says::Outweighed)),
            Reply::Struck(at) => {
                let number = self.points.get(at).map_or(0, |p| p.number);
                let strike = self.strike(at);
                let answer = self.say(Some(attack), number, Says::Struck(strike));
                self.left.push(Task::Point { at, answers: Some(answer), is_reply: false });
            }
        }
    }

    /// Why a rule for a claim fails.
    fn fall(&self, way: &Way) -> Option<Fall> {
        let step = self.step(way.rule?);
        match *way.on.first()? {
            Ground::Premise(at) => Some(Fall::Premise(step?, self.claim(self.points.get(at)?.sentence)?)),
            Ground::Attack(at) => Some(Fall::Struck(step, self.strike(at))),
        }
    }

    /// How the point `at`, which holds, attacks.
    fn strike(&self, mut at: usize) -> Strike {
        let mut via = Vec::new();
        let mut seen = BTreeSet::new();
        while let Some(point) = self.points.get(at).filter(|_| seen.insert(at)) {
            if let Some(claim) = self.claim(point.sentence) {
                return Strike { via, tip: Tip::Stronger(claim) };
            }
            let Some(rule) = point.ways.first().and_then(|w| w.rule) else { break };
            if let Some(tip) = self.tip(rule) {
                return Strike { via, tip };
            }
            via.extend(self.via(rule));
            // Of the premises of a rule that carries a denial on, one is no claim.
            let carried = |ground: &Ground| match *ground {
                Ground::Premise(at) if self.points.get(at).is_some_and(|p| self.claim(p.sentence).is_none()) => Some(at),
                _ => None,
            };
            let next = point.ways.iter().flat_map(|w| &w.on).find_map(carried);
            let Some(next) = next else { break };
            at = next;
        }
        Strike { via, tip: Tip::Denial }
    }

    /// All that could be raised of the point `at`, which fails, with what answers it.
    fn raised(&self, at: usize) -> Vec<Raised> {
        let mut raised = Vec::new();
        let mut seen = BTreeSet::new();
        let mut queue: Vec<(usize, Vec<Via>)> = vec![(at, Vec::new())];
        while let Some((at, via)) = queue.pop() {
            let Some(point) = self.points.get(at).filter(|_| seen.insert(at)) else { continue };
            let number = point.number;
            for way in &point.ways {
                let (Some(rule), Some(ground)) = (way.rule, way.on.first()) else { continue };
                let tip = self.tip(rule);
                let over = || via.iter().cloned().chain(self.via(rule).filter(|_| tip.is_none())).collect::<Vec<Via>>();
                match *ground {
                    Ground::Attack(by) => {
                        let strike = Strike { via: over(), tip: tip.unwrap_or(Tip::Denial) };
                        raised.push(Raised { strike, number, reply: Reply::Struck(by) });
                    }
                    Ground::Premise(by) if self.points.get(by).is_some_and(|p| self.claim(p.sentence).is_some()) => {
                        let strike = Strike { via: over(), tip: tip.unwrap_or(Tip::Denial) };
                        raised.push(Raised { strike, number, reply: Reply::Falls(by) });
                    }
                    Ground::Premise(by) => queue.push((by, over())),
                }
            }
            let weaker = self.passed(point).filter_map(|id| self.tip(id));
            let strike = |tip| Strike { via: via.clone(), tip };
            raised.extend(weaker.map(|tip| Raised { strike: strike(tip), number, reply: Reply::Outweighed }));
        }
        raised
    }

    /// What a rule for something that is no claim says against a claim or step, where it is not a strict step that carries a denial on.
    fn tip(&self, rule: RuleId) -> Option<Tip> {
        match self.theory.origin(rule)? {
            Origin::Contradiction(..) => {
                self.theory.system.rules().get(rule).body.first().and_then(|s| self.claim(*s)).map(Tip::Contradiction)
            }
            Origin::Step(step) => (self.theory.system.rules().get(rule).kind == Kind::Defeasible).then_some(Tip::Step(step)),
            Origin::Assertion(_) => None,
        }
    }

    fn via(&self, rule: RuleId) -> Option<Via> {
        let Origin::Step(step) = self.theory.origin(rule)? else { return None };
        let with = self.theory.system.rules().get(rule).body.iter().filter_map(|s| self.claim(*s)).collect();
        Some(Via { step, with })
    }
}
