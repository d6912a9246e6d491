//! The one door of this module: two debates with their verdicts in; what changed, what turned, and why out.

use crate::{
    analysis::{evaluate::Analysis, outcome::Outcome},
    diff::{
        align::{Alignment, align},
        cause::{Cause, Goal, causes},
        change::{Change, Item, Kind},
        changes::changes,
        hybrid::Hybrids,
        remarks::Remarks,
    },
    model::{
        debate::{ClaimKind, Debate},
        ids::ClaimId,
    },
};
use std::collections::BTreeSet;

/// A debate and what it comes to.
#[derive(Debug, Clone, Copy)]
pub struct Side<'d> {
    /// The debate.
    pub debate: &'d Debate,
    /// What stands in it.
    pub analysis: &'d Analysis,
}

/// A verdict or an outcome that has turned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flip {
    /// What it is now.
    pub goal: Goal,
    /// What turned it.
    pub cause: Cause,
}

/// What changed from one debate to another.
#[derive(Debug)]
pub struct Comparison<'d> {
    /// The statements of both.
    pub both: Alignment<'d>,
    /// The remarks of both.
    pub remarks: Remarks,
    /// The changes.
    pub changes: Vec<Change>,
    /// What has turned: questions, then claims, in the order of the new debate.
    pub flips: Vec<Flip>,
    /// What was decided and is there no more, each turned by its own removal: questions that had an answer, and key claims that stood or
    /// fell. A key claim is one that nothing else rests on.
    pub gone: Vec<Flip>,
}

/// The word for what has no verdict any more.
pub const GONE: &str = "gone";

/// Compares `old` and `new`. Near linear but for the search for causes, which is bounded.
pub fn compare<'d>(old: Side<'d>, new: Side<'d>) -> Comparison<'d> {
    let both = align(old.debate, new.debate);
    let (changes, remarks) = changes(&both);
    let goals = goals(&both, old, new);
    let found = if goals.is_empty() {
        Vec::new()
    } else {
        let hybrids = Hybrids::new(&both, &remarks, &changes);
        causes(&both, &remarks, &changes, &hybrids, &goals)
    };
    let flips = goals.into_iter().zip(found).map(|(goal, cause)| Flip { goal, cause }).collect();
    let gone = gone(&both, old, &changes);
    Comparison { both, remarks, changes, flips, gone }
}

/// What was decided in the old debate and is removed.
fn gone(both: &Alignment<'_>, old: Side<'_>, changes: &[Change]) -> Vec<Flip> {
    let used: BTreeSet<ClaimId> = old.debate.steps.iter().flat_map(|step| step.premises.iter().copied()).collect();
    let is_key = |id: ClaimId| old.debate.claim(id).kind == ClaimKind::Claim && !used.contains(&id);
    let is_decided = |id: ClaimId| matches!(old.analysis.verdict(id).word(), "stands" | "falls");
    let removed = (0..).zip(changes).filter(|(_, change)| change.kind == Kind::Removed);
    let goals = removed.filter_map(|(index, change)| match change.item {
        Item::Question(id) => {
            let question = both.questions.get(id).old?;
            old.analysis.outcomes.get(question as usize)?.answer()?;
            Some((index, Goal::Question(id, Outcome::Open(Vec::new()))))
        }
        Item::Claim(id, _) => {
            let claim = both.claims.get(id).old.map(ClaimId)?;
            (is_key(claim) && is_decided(claim)).then_some((index, Goal::Claim(id, GONE)))
        }
        _ => None,
    });
    goals.map(|(index, goal)| Flip { goal, cause: Cause { sets: vec![vec![index]], more: false, smallest: true } }).collect()
}

fn goals(both: &Alignment<'_>, old: Side<'_>, new: Side<'_>) -> Vec<Goal> {
    let mut goals = Vec::new();
    for (id, pair) in (0..).zip(&both.questions.list) {
        let (Some(before), Some(after)) = (pair.old, pair.new) else { continue };
        let before = old.analysis.outcomes.get(before as usize).map(|o| by_pair(o, &|c| both.claims.of_old(c)));
        let after = new.analysis.outcomes.get(after as usize).map(|o| by_pair(o, &|c| both.claims.of_new(c)));
        if let Some(after) = after.filter(|after| before.as_ref() != Some(after)) {
            goals.push(Goal::Question(id, after));
        }
    }
    for (id, pair) in (0..).zip(&both.claims.list) {
        let (Some(before), Some(after)) = (pair.old, pair.new) else { continue };
        let (before, after) = (old.analysis.verdict(ClaimId(before)).word(), new.analysis.verdict(ClaimId(after)).word());
        if before != after {
            goals.push(Goal::Claim(id, after));
        }
    }
    goals
}

/// An outcome whose claims are pairs, in order.
fn by_pair(outcome: &Outcome, pair: &dyn Fn(u32) -> u32) -> Outcome {
    let claim = |c: ClaimId| ClaimId(pair(c.0));
    match outcome {
        Outcome::Answer(c) => Outcome::Answer(claim(*c)),
        Outcome::Default(c) => Outcome::Default(claim(*c)),
        Outcome::Open(list) => {
            let mut list: Vec<ClaimId> = list.iter().map(|c| claim(*c)).collect();
            list.sort_unstable();
            Outcome::Open(list)
        }
    }
}
