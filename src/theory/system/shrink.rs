//! Making a defence subset-minimal. A smallest one is NP-hard to find; a minimal one needs one evaluation per rule, because what a set
//! defends grows with the set: a rule that cannot be spared now cannot be spared later.

use crate::theory::system::{
    compile::Compiled,
    part::Part,
    program::Atom,
    reasons::{Move, needed},
    rules::{RuleId, Rules},
    well_founded::{Model, Role, Value, well_founded},
};
use std::collections::BTreeSet;

/// The most rules that a defence may have to be shrunk.
const MOST_RULES: usize = 200;
/// The most literals looked at, over all evaluations.
const MOST_WORK: usize = 1_000_000;

/// A subset-minimal part of `defence` that still defends `atom` from nothing, by stage; nothing when that is too much work.
pub(crate) fn shrink(compiled: &Compiled, rules: &Rules, atom: Atom, defence: &BTreeSet<RuleId>) -> Option<Vec<Move>> {
    if defence.len() > MOST_RULES {
        return None;
    }
    let part = Part::around(compiled, atom, MOST_WORK / (defence.len() + 1))?;
    let mut kept: BTreeSet<RuleId> = defence.clone();
    let mut model = evaluate(&part, rules, &kept);
    for &rule in defence {
        let mut less = kept.clone();
        if less.remove(&rule) {
            let without = evaluate(&part, rules, &less);
            if without.values.get(part.target as usize) == Some(&Value::True) {
                let found = needed(&part.index, &without, part.target);
                kept = found.into_iter().map(|c| part.origin(c)).filter(|id| less.contains(id)).collect();
                model = without;
            }
        }
    }
    let mut moves: Vec<Move> = kept.iter().map(|&rule| Move { stage: part.stage(&model, rule), rule }).collect();
    moves.sort_unstable();
    Some(moves)
}

/// The model in which no defeasible rules but those of `kept` are ever accepted, while the others may still stand against them.
fn evaluate(part: &Part, rules: &Rules, kept: &BTreeSet<RuleId>) -> Model {
    well_founded(&part.index, |clause| {
        let id = part.origin(clause);
        if rules.is_defeasible(id) && !kept.contains(&id) { Role::Held } else { Role::Works }
    })
}
