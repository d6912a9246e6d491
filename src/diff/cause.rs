//! Which changes turn a verdict: the smallest sets that do so when they alone are applied to the old debate.
//!
//! Sets of one, two and three changes are tried, each with what it needs; only changes from which a path leads to the verdict count, and no
//! removal that another one brings with it. Where that would take too long, all changes are applied and taken back one by one as long as
//! the verdict stays turned: a set from which nothing can be spared, though perhaps not the smallest.
//!
//! No change is told as the cause that another could have stood in for: where the verdict turns without one change of each set that was
//! found, what turned it then is another cause, though it may be a larger one.

use crate::{
    analysis::outcome::Outcome,
    diff::{
        align::Alignment,
        change::{Change, Item},
        hybrid::{Came, Hybrids, Set},
        remarks::Remarks,
    },
    model::debate::{Debate, StepKind, Target},
};
use std::collections::{BTreeMap, BTreeSet};

/// The largest sets that are tried.
pub const MOST_TOGETHER: usize = 3;
/// The most sets that are told of one verdict.
pub const MOST_TOLD: usize = 3;
/// The statements that are evaluated, over all sets: about two seconds.
const WORK: usize = 1_000_000;

/// A verdict or outcome that is to be reached, by pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// The word of the verdict on a claim.
    Claim(u32, &'static str),
    /// The outcome of a question.
    Question(u32, Outcome),
}

impl Goal {
    /// Whether it is reached.
    pub fn is_reached(&self, came: &Came) -> bool {
        match self {
            Self::Claim(claim, word) => came.verdicts.get(*claim as usize).copied().flatten().is_some_and(|v| v.word() == *word),
            Self::Question(question, outcome) => came.outcomes.get(*question as usize).and_then(Option::as_ref) == Some(outcome),
        }
    }
}

/// What turns a verdict.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cause {
    /// Sets of changes, each of which alone does, the smaller ones first; what a change needs is not listed with it, and none can be spared.
    pub sets: Vec<Vec<usize>>,
    /// Whether there are more than are told.
    pub more: bool,
    /// Whether none is smaller than the first.
    pub smallest: bool,
}

/// What turns each of `goals`. Bounded.
pub fn causes(both: &Alignment<'_>, remarks: &Remarks, changes: &[Change], hybrids: &Hybrids<'_>, goals: &[Goal]) -> Vec<Cause> {
    let size = both.claims.list.len() + both.steps.list.len() + 1;
    let mut search = Search { hybrids, goals, tried: BTreeMap::new(), left: WORK / size, changes, idle: hybrids.idle(changes) };
    let sources = Sources::new(both, remarks, hybrids);
    let found = goals.iter().enumerate().map(|(index, goal)| {
        let relevant: Vec<usize> = sources.of(goal).into_iter().filter(|change| !search.idle.contains(change)).collect();
        let mut cause = search.cause(index, &relevant);
        search.others(index, &relevant, &mut cause);
        cause
    });
    found.collect()
}

struct Search<'s> {
    hybrids: &'s Hybrids<'s>,
    goals: &'s [Goal],
    /// Which goals each set reached.
    tried: BTreeMap<Vec<usize>, Vec<bool>>,
    /// How many more sets can be tried.
    left: usize,
    changes: &'s [Change],
    /// The removals that come with others only.
    idle: Set,
}

impl Search<'_> {
    /// Whether `set`, which is closed, reaches the goal at `index`; `None` where no more can be tried.
    fn reaches(&mut self, index: usize, set: &Set) -> Option<bool> {
        let key: Vec<usize> = set.iter().copied().collect();
        if let Some(known) = self.tried.get(&key) {
            return known.get(index).copied();
        }
        self.left = self.left.checked_sub(1)?;
        let came = self.hybrids.evaluate(set);
        let reached: Vec<bool> = self.goals.iter().map(|goal| goal.is_reached(&came)).collect();
        let found = reached.get(index).copied();
        self.tried.insert(key, reached);
        found
    }

    fn cause(&mut self, index: usize, relevant: &[usize]) -> Cause {
        for size in 1..=MOST_TOGETHER.min(relevant.len()) {
            let Some(mut found) = self.level(index, relevant, size) else { return self.shrink(index, relevant) };
            if found.is_empty() {
                continue;
            }
            let all = found.clone();
            found.retain(|set| !all.iter().any(|other| other != set && other.is_subset(set)));
            let mut found: Vec<Set> = found.into_iter().collect();
            found.sort_by_key(|set| (set.len(), set.iter().copied().collect::<Vec<_>>()));
            let more = found.len() > MOST_TOLD;
            found.truncate(MOST_TOLD);
            return Cause { sets: found.iter().map(|set| self.heads(set)).collect(), more, smallest: true };
        }
        self.shrink(index, relevant)
    }

    /// The closed sets of `size` changes that reach the goal; `None` where they are too many to be tried.
    fn level(&mut self, index: usize, relevant: &[usize], size: usize) -> Option<BTreeSet<Set>> {
        let mut found = BTreeSet::new();
        let mut chosen: Vec<usize> = (0..size).collect();
        loop {
            let set = self.hybrids.close(chosen.iter().filter_map(|at| relevant.get(*at)).copied());
            if self.reaches(index, &set)? {
                found.insert(set);
            }
            // The next choice, in the order of a dictionary.
            let Some(at) = (0..size).rev().find(|&at| chosen.get(at).is_some_and(|c| c + size < relevant.len() + at)) else {
                return Some(found);
            };
            let first = chosen.get(at).copied().unwrap_or_default() + 1;
            for (next, slot) in (first..).zip(chosen.iter_mut().skip(at)) {
                *slot = next;
            }
        }
    }

    /// All changes, and then without each that can be spared.
    fn shrink(&mut self, index: usize, relevant: &[usize]) -> Cause {
        let formal = (0..self.changes.len()).filter(|c| self.changes.get(*c).is_some_and(Change::is_formal));
        let all = self.hybrids.close(formal);
        let near = self.hybrids.close(relevant.iter().copied());
        // A search of its own, whatever was tried before: to spare one may let another be spared, so it goes on until none can.
        self.left = self.left.max(all.len() * 4 + 2);
        let Some(set) = [near, all].into_iter().find(|set| self.reaches(index, set) == Some(true)) else { return Cause::default() };
        let (kept, _) = self.spare(index, set);
        Cause { sets: vec![self.heads(&kept)], more: false, smallest: false }
    }

    /// `set`, which reaches the goal, without what can be spared; and whether all that was tried.
    fn spare(&mut self, index: usize, set: Set) -> (Set, bool) {
        let mut kept = set;
        let mut is_tried = true;
        loop {
            let before = kept.len();
            for change in kept.clone() {
                let less = self.without(&kept, &[change]);
                if less.len() < kept.len() {
                    match self.reaches(index, &less) {
                        Some(true) => kept = less,
                        Some(false) => {}
                        None => is_tried = false,
                    }
                }
            }
            if kept.len() == before {
                return (kept, is_tried);
            }
        }
    }

    /// `set` without `changes`, what needs them, and what came with these only.
    fn without(&self, set: &Set, changes: &[usize]) -> Set {
        let is_kept = |change: &usize| {
            let needs = self.hybrids.close([*change]);
            !self.idle.contains(change) && changes.iter().all(|other| !needs.contains(other))
        };
        self.hybrids.close(set.iter().copied().filter(is_kept))
    }

    /// Adds to the sets of `cause` those that turn the goal where one change of each of them is left out.
    fn others(&mut self, index: usize, relevant: &[usize], cause: &mut Cause) {
        let all = self.hybrids.close(relevant.iter().copied());
        while !cause.more && !cause.sets.is_empty() {
            let Some(set) = self.other(index, &all, &cause.sets) else { return };
            if cause.sets.len() < MOST_TOLD {
                cause.sets.push(set);
            } else {
                cause.more = true;
            }
        }
    }

    /// A set that reaches the goal and holds none of `sets`, as far as that can be tried.
    fn other(&mut self, index: usize, all: &Set, sets: &[Vec<usize>]) -> Option<Vec<usize>> {
        // One of each set, counted like the digits of a number.
        let mut choice = vec![0_usize; sets.len()];
        loop {
            let avoided: Vec<usize> = choice.iter().zip(sets).filter_map(|(at, set)| set.get(*at)).copied().collect();
            let less = self.without(all, &avoided);
            if self.reaches(index, &less)? {
                let (kept, is_tried) = self.spare(index, less);
                return is_tried.then(|| self.heads(&kept));
            }
            let place = choice.iter().zip(sets).position(|(at, set)| at + 1 < set.len())?;
            choice.iter_mut().take(place).for_each(|at| *at = 0);
            choice.get_mut(place).into_iter().for_each(|at| *at += 1);
        }
    }

    /// The changes of a closed set that no other one of it needs.
    fn heads(&self, set: &Set) -> Vec<usize> {
        let needed = |change: usize| {
            set.iter().any(|other| {
                let needs = self.hybrids.close([*other]);
                let back = || self.hybrids.close([change]).contains(other);
                *other != change && needs.contains(&change) && !(back() && *other > change)
            })
        };
        set.iter().copied().filter(|change| !needed(*change)).collect()
    }
}

/// From which statements a path leads to which, in either debate.
struct Sources<'s> {
    hybrids: &'s Hybrids<'s>,
    /// For each node those that bear on it: claims, then steps.
    on: Vec<BTreeSet<u32>>,
    claims: u32,
    both: &'s Alignment<'s>,
    remarks: &'s Remarks,
}

impl<'s> Sources<'s> {
    fn new(both: &'s Alignment<'s>, remarks: &'s Remarks, hybrids: &'s Hybrids<'s>) -> Self {
        let claims = both.claims.list.len() as u32;
        let on = vec![BTreeSet::new(); both.claims.list.len() + both.steps.list.len()];
        let mut sources = Self { hybrids, on, claims, both, remarks };
        sources.read(both.old, &|c| both.claims.of_old(c), &|s| both.steps.of_old(s));
        sources.read(both.new, &|c| both.claims.of_new(c), &|s| both.steps.of_new(s));
        for (list, _) in &remarks.contradictions {
            for a in list {
                list.iter().filter(|b| *b != a).for_each(|b| sources.bears(*a, *b));
            }
        }
        for ((stronger, weaker), _) in &remarks.preferences {
            let nodes = |(claim, step): (Option<u32>, Option<u32>)| claim.into_iter().chain(step.map(|s| s + claims));
            for a in nodes(*stronger) {
                for b in nodes(*weaker) {
                    sources.bears(a, b);
                    sources.bears(b, a);
                }
            }
        }
        sources
    }

    fn bears(&mut self, from: u32, to: u32) {
        if let Some(list) = self.on.get_mut(to as usize) {
            list.insert(from);
        }
    }

    fn read(&mut self, debate: &Debate, claim: &dyn Fn(u32) -> u32, step: &dyn Fn(u32) -> u32) {
        for (id, told) in (0..).zip(&debate.steps) {
            let own = step(id) + self.claims;
            for premise in &told.premises {
                let premise = claim(premise.0);
                self.bears(premise, own);
                // What follows strictly, when it is denied, tells against what it follows from; a clash bears on both sides.
                if told.strict || told.kind == StepKind::Rebuttal {
                    self.bears(own, premise);
                }
            }
            for target in &told.targets {
                match target {
                    Target::Claim(target) => {
                        let target = claim(target.0);
                        self.bears(own, target);
                        if told.strict || told.kind == StepKind::Rebuttal {
                            self.bears(target, own);
                        }
                    }
                    Target::Step(target) => self.bears(own, step(target.0) + self.claims),
                }
            }
        }
    }

    /// The changes from which a path leads to a goal, ascending.
    fn of(&self, goal: &Goal) -> Vec<usize> {
        let mut found = BTreeSet::new();
        let mut queue: Vec<u32> = match goal {
            Goal::Claim(claim, _) => vec![*claim],
            Goal::Question(question, _) => {
                found.extend(self.hybrids.find(Item::Question(*question)));
                self.answers(*question)
            }
        };
        let mut seen: BTreeSet<u32> = queue.iter().copied().collect();
        while let Some(node) = queue.pop() {
            let item = if node < self.claims { Item::Claim(node, None) } else { Item::Step(node - self.claims) };
            found.extend(self.hybrids.find(item));
            let next = self.on.get(node as usize).into_iter().flatten().copied().filter(|n| seen.insert(*n));
            queue.extend(next.collect::<Vec<_>>());
        }
        let is_seen = |(claim, step): (Option<u32>, Option<u32>)| {
            claim.is_some_and(|c| seen.contains(&c)) || step.is_some_and(|s| seen.contains(&(s + self.claims)))
        };
        for (id, (list, _)) in (0..).zip(&self.remarks.contradictions) {
            found.extend(self.hybrids.find(Item::Contradiction(id)).filter(|_| list.iter().any(|c| seen.contains(c))));
        }
        for (id, ((stronger, weaker), _)) in (0..).zip(&self.remarks.preferences) {
            found.extend(self.hybrids.find(Item::Preference(id)).filter(|_| is_seen(*stronger) || is_seen(*weaker)));
        }
        for (id, (act, _)) in (0..).zip(&self.remarks.acts) {
            found.extend(self.hybrids.find(Item::Act(id)).filter(|_| seen.contains(&act.claim)));
        }
        found.extend(self.hybrids.find(Item::AsOf));
        found.into_iter().collect()
    }

    /// The answers of a question in either debate.
    fn answers(&self, question: u32) -> Vec<u32> {
        let both = self.both;
        let pair = both.questions.get(question);
        let of = |debate: &Debate, id: Option<u32>, claim: &dyn Fn(u32) -> u32| -> Vec<u32> {
            let question = id.and_then(|id| debate.questions.get(id as usize));
            question.into_iter().flat_map(|q| &q.answers).map(|c| claim(c.0)).collect()
        };
        let mut all = of(both.old, pair.old, &|c| both.claims.of_old(c));
        all.extend(of(both.new, pair.new, &|c| both.claims.of_new(c)));
        all.sort_unstable();
        all.dedup();
        all
    }
}
