//! Making a defence subset-minimal, and smallest where that can be settled. A minimal one needs one evaluation per rule, because what a
//! set defends grows with the set: a rule that cannot be spared now cannot be spared later.

use crate::theory::system::{
    part::Part,
    reasons::needed,
    rules::{RuleId, Rules},
    smallest::smallest,
    well_founded::{Model, Role, Value, well_founded},
};
use std::collections::BTreeSet;

/// The most rules that a defence may have to be shrunk.
const MOST_RULES: usize = 200;
/// The most atoms and literals looked at in the search for a smallest defence.
const MOST_WORK: usize = 2_000_000;

/// A defence that was shrunk.
pub(crate) struct Shrunk {
    /// Its rules: none can be spared.
    pub(crate) rules: BTreeSet<RuleId>,
    /// Whether no defence is smaller.
    pub(crate) is_smallest: bool,
    /// The model of the part in which no other defeasible rules are ever accepted, while they may still stand against these.
    pub(crate) model: Model,
}

/// The most literals that the part around a defence of so many rules may have.
pub(crate) const fn most_literals(rules: usize) -> usize {
    1_000_000 / (rules + 1)
}

/// A part of `defence` that still gives the target of `part` the value `goal`, where `accepted` are the accepted rules of the part;
/// nothing when that is too much work.
pub(crate) fn shrink(part: &Part, rules: &Rules, goal: Value, defence: &BTreeSet<RuleId>, accepted: &[RuleId]) -> Option<Shrunk> {
    if defence.len() > MOST_RULES {
        return None;
    }
    let has_goal = |model: &Model| model.value(part.target) == goal;
    let mut kept: BTreeSet<RuleId> = defence.clone();
    for &rule in defence {
        let mut less = kept.clone();
        if less.remove(&rule) {
            let without = evaluate(part, rules, &less);
            if has_goal(&without) {
                let found = needed(&part.index, &without, part.target);
                kept = found.into_iter().map(|c| part.origin(c)).filter(|id| less.contains(id)).collect();
            }
        }
    }
    let evaluations = MOST_WORK / part.size().max(1);
    let least = smallest(accepted, &kept, evaluations, |set| has_goal(&evaluate(part, rules, set)));
    let is_smallest = least.is_some();
    let kept = least.unwrap_or(kept);
    Some(Shrunk { model: evaluate(part, rules, &kept), rules: kept, is_smallest })
}

/// The model in which no defeasible rules but those of `kept` are ever accepted, while the others may still stand against them.
fn evaluate(part: &Part, rules: &Rules, kept: &BTreeSet<RuleId>) -> Model {
    well_founded(&part.index, |clause| {
        let id = part.origin(clause);
        if rules.is_defeasible(id) && !kept.contains(&id) { Role::Held } else { Role::Works }
    })
}
