//! Reading reasons off a model: what the truth of an atom rests on.

use crate::theory::system::{
    program::{Atom, Indexed},
    rules::RuleId,
    well_founded::{Model, Value},
};
use std::collections::BTreeSet;

/// An accepted rule as a move: at stage `i + 1` when everything that may attack it is attacked by rules of stages up to `i`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Move {
    /// The round in which the rule is defended; 1 when it needs no defence. Stage `i` is `2i − 1` in the min-max numbering of Caminada (2014).
    pub stage: u32,
    /// The rule.
    pub rule: RuleId,
}

/// The clauses that the truth of `atom` rests on, by the reasons that the model keeps: they conclude what is needed to hold, or to
/// attack what might stand against it. Reasons are the earliest, so the rules among them defend each other stage by stage.
pub fn needed(index: &Indexed, model: &Model, atom: Atom) -> BTreeSet<u32> {
    let mut needed = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut queue = vec![atom];
    while let Some(atom) = queue.pop() {
        if !seen.insert(atom) {
            continue;
        }
        match model.value(atom) {
            Value::True => {
                if let Some(clause) = model.given_by(atom) {
                    needed.insert(clause);
                    queue.extend(index.program.body(clause).iter().map(|l| l.atom()));
                }
            }
            Value::False => {
                let reasons = index.concluding.next(atom).iter().filter_map(|&c| model.killed_by(c));
                queue.extend(reasons.map(|l| l.atom()));
            }
            Value::Open => {}
        }
    }
    needed
}
