//! `Cl(E)`: what follows from some sentences by some rules. The plain definition with a counter per rule; linear.

use crate::graph::digraph::Digraph;
use crate::theory::system::{
    definition::System,
    rules::{RuleId, Sentence},
};

/// A sentence that follows without a rule, or that does not follow.
pub const NO_RULE: RuleId = RuleId::MAX;

/// The rules by the sentences they use: made once, for many closures.
#[derive(Debug, Clone)]
pub struct Uses<'a> {
    system: &'a System,
    uses: Digraph,
}

/// What follows, and by which rule first.
#[derive(Debug, Clone)]
pub struct Closure {
    /// For each sentence, whether it follows.
    pub holds: Vec<bool>,
    /// For each sentence that follows by a rule, the rule that gave it first; the rules named so make no circle.
    pub by: Vec<RuleId>,
}

impl<'a> Uses<'a> {
    /// Indexes the rules of `system`. Linear.
    pub fn new(system: &'a System) -> Self {
        Self::of(system, system.rules().ids())
    }

    /// Indexes the strict rules of `system` alone, for closures under them. Linear.
    pub fn strict_only(system: &'a System) -> Self {
        let rules = system.rules();
        Self::of(system, rules.ids().filter(|&id| !rules.is_defeasible(id)))
    }

    fn of(system: &'a System, ids: impl Iterator<Item = RuleId> + Clone) -> Self {
        let rules = system.rules();
        let edges = ids.flat_map(|id| rules.get(id).body.iter().map(move |&s| (s, id)));
        Self { system, uses: Digraph::new(system.sentences().max(rules.count()), edges) }
    }

    /// The closure of `given` under the rules that `allowed` admits. Linear.
    #[expect(clippy::indexing_slicing, reason = "one place per sentence and per rule, and every number comes from the system")]
    pub fn closure(&self, given: impl IntoIterator<Item = Sentence>, allowed: impl Fn(RuleId) -> bool) -> Closure {
        let rules = self.system.rules();
        let sentences = self.system.sentences();
        let mut missing: Vec<u32> = rules.ids().map(|id| rules.get(id).body.len() as u32).collect();
        let mut result = Closure { holds: vec![false; sentences], by: vec![NO_RULE; sentences] };
        let mut queue: Vec<(Sentence, RuleId)> = given.into_iter().filter(|&s| (s as usize) < sentences).map(|s| (s, NO_RULE)).collect();
        queue.extend(rules.ids().filter(|&id| rules.get(id).body.is_empty() && allowed(id)).map(|id| (rules.get(id).head, id)));
        while let Some((sentence, by)) = queue.pop() {
            if std::mem::replace(&mut result.holds[sentence as usize], true) {
                continue;
            }
            result.by[sentence as usize] = by;
            for &id in self.uses.next(sentence) {
                missing[id as usize] -= 1;
                if missing[id as usize] == 0 && allowed(id) {
                    queue.push((rules.get(id).head, id));
                }
            }
        }
        result
    }

    /// The closure under strict rules alone.
    pub fn strict(&self, given: impl IntoIterator<Item = Sentence>) -> Closure {
        self.closure(given, |id| !self.system.rules().is_defeasible(id))
    }
}
