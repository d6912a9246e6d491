//! Denials that strict steps carry back: if a strict step leads from p to what is denied, something speaks against p.

use crate::{
    analysis::compile::{Origin, Theory},
    model::ids::{ClaimId, StepId},
    theory::system::rules::{Kind, RuleId, Sentence},
};
use std::collections::{BTreeMap, BTreeSet};

/// For each claim, the strict steps from it that carry a denial back, with the rule that does.
#[derive(Debug, Clone, Default)]
pub struct Consequences {
    list: Vec<(ClaimId, StepId, RuleId)>,
}

impl Consequences {
    /// Reads the rules that the closures of `theory` added. O(n log n).
    pub fn new(theory: &Theory, claims: usize) -> Self {
        let rules = theory.system.rules();
        let derived: Vec<RuleId> = rules.ids().filter(|r| matches!(rules.get(*r).kind, Kind::Transposed | Kind::Denying)).collect();
        let heads: BTreeSet<Sentence> = derived.iter().map(|r| rules.get(*r).head).collect();
        let mut hit: BTreeMap<Sentence, Vec<ClaimId>> = BTreeMap::new();
        for (x, y) in theory.system.contraries().iter().filter(|(x, y)| heads.contains(x) && (*y as usize) < claims) {
            hit.entry(*x).or_default().push(ClaimId(*y));
        }
        let mut list: Vec<(ClaimId, StepId, RuleId)> = derived
            .into_iter()
            .filter_map(|rule| match theory.origin(rule) {
                Some(Origin::Step(step)) => Some((rule, step)),
                _ => None,
            })
            .flat_map(|(rule, step)| hit.get(&rules.get(rule).head).into_iter().flatten().map(move |claim| (*claim, step, rule)))
            .collect();
        list.sort_unstable();
        list.dedup();
        Self { list }
    }

    /// Those of `claim`: each step with its rule.
    pub fn of(&self, claim: ClaimId) -> impl Iterator<Item = (StepId, RuleId)> + '_ {
        let start = self.list.partition_point(|(c, _, _)| *c < claim);
        self.list.iter().skip(start).take_while(move |(c, _, _)| *c == claim).map(|(_, s, r)| (*s, *r))
    }
}
