//! Preferences among rules: the transitive closure of the given pairs, read on demand because written out it may be quadratic.

use crate::{
    graph::{components::components, digraph::Digraph},
    theory::system::{definition::System, rules::RuleId},
};
use std::collections::BTreeSet;

/// What is directly below and above a rule.
pub type Neighbours<'o> = (&'o [u32], &'o [u32]);

/// The preferences of a system, closed transitively.
#[derive(Debug, Clone, Default)]
pub struct Order {
    /// The rules that some pair names, ascending; the graphs speak of their places in this list.
    ranked: Vec<RuleId>,
    weaker: Digraph,
    stronger: Digraph,
}

impl Order {
    /// The order that `system` gives. Pairs that name a strict rule are left out.
    pub fn new(system: &System) -> Self {
        let rules = system.rules();
        let pairs = system.preferences().iter().filter(|&&(s, w)| rules.is_defeasible(s) && rules.is_defeasible(w));
        let mut ranked: Vec<RuleId> = pairs.clone().flat_map(|&(s, w)| [s, w]).collect();
        ranked.sort_unstable();
        ranked.dedup();
        let place = |rule: RuleId| ranked.partition_point(|&r| r < rule) as u32;
        let places: Vec<(u32, u32)> = pairs.map(|&(s, w)| (place(s), place(w))).collect();
        let weaker = Digraph::new(ranked.len(), places.into_iter());
        Self { stronger: weaker.reversed(), weaker, ranked }
    }

    /// The rules below one of `rules`, ascending.
    pub fn below(&self, rules: &[RuleId]) -> Vec<RuleId> {
        self.beyond(&self.weaker, rules)
    }

    /// The rules above one of `rules`, ascending.
    pub fn above(&self, rules: &[RuleId]) -> Vec<RuleId> {
        self.beyond(&self.stronger, rules)
    }

    /// What tells the rules below and above `rule` from those of others: two rules with the same neighbours are ranked alike. `None`
    /// where it is not ranked at all.
    pub fn find_neighbours(&self, rule: RuleId) -> Option<Neighbours<'_>> {
        let place = self.ranked.binary_search(&rule).ok()? as u32;
        Some((self.weaker.next(place), self.stronger.next(place)))
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
        Some(walk.iter().skip(start).filter_map(|&n| self.ranked.get(n as usize).copied()).collect())
    }

    /// What can be reached from `rules` in one step or more. Marks and a list, and no set that is built up piece by piece: in a long
    /// chain of preferences this is asked of every rule.
    fn beyond(&self, graph: &Digraph, rules: &[RuleId]) -> Vec<RuleId> {
        let places = rules.iter().filter_map(|rule| self.ranked.binary_search(rule).ok());
        let mut queue: Vec<u32> = places.flat_map(|place| graph.next(place as u32)).copied().collect();
        if queue.is_empty() {
            return queue;
        }
        let mut seen = vec![false; self.ranked.len()];
        let mut reached = Vec::new();
        while let Some(next) = queue.pop() {
            if let Some(mark) = seen.get_mut(next as usize).filter(|mark| !**mark) {
                *mark = true;
                reached.extend(self.ranked.get(next as usize));
                queue.extend_from_slice(graph.next(next));
            }
        }
        reached.sort_unstable();
        reached
    }
}
