//! Preferences among rules: the transitive closure of the given pairs, read on demand because written out it may be quadratic.

use crate::{
    graph::{components::components, digraph::Digraph},
    theory::system::{definition::System, rules::RuleId},
};
use std::collections::BTreeSet;

/// The preferences of a system, closed transitively.
#[derive(Debug, Clone, Default)]
pub struct Order {
    weaker: Digraph,
    stronger: Digraph,
}

impl Order {
    /// The order that `system` gives. Pairs that name a strict rule are left out.
    pub fn new(system: &System) -> Self {
        let pairs = system.preferences();
        if pairs.is_empty() {
            return Self::default();
        }
        let rules = system.rules();
        let pairs = pairs.iter().copied().filter(|&(s, w)| rules.is_defeasible(s) && rules.is_defeasible(w));
        let weaker = Digraph::new(rules.count(), pairs);
        Self { stronger: weaker.reversed(), weaker }
    }

    /// The rules below `rule`.
    pub fn below(&self, rule: RuleId) -> BTreeSet<RuleId> {
        beyond(&self.weaker, rule)
    }

    /// The rules above `rule`.
    pub fn above(&self, rule: RuleId) -> BTreeSet<RuleId> {
        beyond(&self.stronger, rule)
    }

    /// Rules of which each is preferred to the next and the last to the first, if the order is not irreflexive. An evaluation means
    /// something only without such a circle.
    pub fn find_cycle(&self) -> Option<Vec<RuleId>> {
        let components = components(&self.weaker);
        let circular = (0..components.count()).find(|&c| components.is_circular(c, &self.weaker))?;
        let members = components.members(circular);
        let mut walk = Vec::new();
        let mut seen = BTreeSet::new();
        let mut at = *members.first()?;
        while seen.insert(at) {
            walk.push(at);
            at = *self.weaker.next(at).iter().find(|n| members.binary_search(n).is_ok())?;
        }
        let start = walk.iter().position(|&n| n == at)?;
        Some(walk.split_off(start))
    }
}

/// What can be reached from `rule` in one step or more.
fn beyond(graph: &Digraph, rule: RuleId) -> BTreeSet<RuleId> {
    let mut seen = BTreeSet::new();
    let mut queue = graph.next(rule).to_vec();
    while let Some(next) = queue.pop() {
        if seen.insert(next) {
            queue.extend_from_slice(graph.next(next));
        }
    }
    seen
}
