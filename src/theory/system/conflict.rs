//! Sentences that cannot be held together: their strict closure holds a contrary of one of its members. With a core to blame.

use crate::theory::system::{
    closure::{Closure, NO_RULE, Uses},
    definition::System,
    rules::Sentence,
};
use std::collections::BTreeSet;

/// Why some sentences cannot be held together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The sentences to blame, ascending. Without any one of them there is no conflict among them.
    pub core: Vec<Sentence>,
    /// Two sentences that follow strictly from the core and what is fixed, the first a contrary of the second.
    pub between: (Sentence, Sentence),
}

/// A conflict in the strict closure of `fixed` and `given`, its core a subset-minimal part of `given` (empty when `fixed` is enough).
/// For the axioms of a system: `find_conflict(system, &[], system.axioms())`.
pub fn find_conflict(system: &System, fixed: &[Sentence], given: &[Sentence]) -> Option<Conflict> {
    let uses = Uses::new(system);
    let close = |given: &[Sentence]| uses.strict(fixed.iter().chain(given).copied());
    let clash = |closure: &Closure| {
        let holds = |s: Sentence| closure.holds.get(s as usize) == Some(&true);
        system.contraries().iter().copied().find(|&(x, y)| holds(x) && holds(y))
    };
    let first = close(given);
    let mut between = clash(&first)?;
    let mut core: Vec<Sentence> = used(system, &first, between).into_iter().filter(|s| given.contains(s) && !fixed.contains(s)).collect();
    let mut at = 0;
    while at < core.len() {
        let mut less = core.clone();
        less.remove(at);
        match clash(&close(&less)) {
            Some(found) => (core, between) = (less, found),
            None => at += 1,
        }
    }
    // The clash is named anew, since the core may have lost what the first one rested on.
    if let Some(found) = clash(&close(&core)) {
        between = found;
    }
    Some(Conflict { core, between })
}

/// The sentences that two of a closure rest on and that follow by no rule.
fn used(system: &System, closure: &Closure, (x, y): (Sentence, Sentence)) -> BTreeSet<Sentence> {
    let mut used = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut queue = vec![x, y];
    while let Some(sentence) = queue.pop() {
        if seen.insert(sentence) {
            match closure.by.get(sentence as usize) {
                Some(&rule) if rule != NO_RULE => queue.extend_from_slice(system.rules().get(rule).body),
                _ => {
                    used.insert(sentence);
                }
            }
        }
    }
    used
}
