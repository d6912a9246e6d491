//! Sentences that cannot be held together: their strict closure holds a contrary of one of its members. With a core to blame.

use crate::{
    graph::digraph::Digraph,
    theory::system::{
        closure::Uses,
        definition::System,
        rules::{RuleId, Sentence},
        smallest::smallest,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The most members of a core that are tried one by one: each costs a search.
const MOST_SHRUNK: usize = 100;
/// The most sentences looked at in the search for a smallest core.
const MOST_WORK: usize = 200_000;

/// Why some sentences cannot be held together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The sentences to blame, ascending. Without any one of them there is no conflict among them; of more than a hundred, some may
    /// be spared.
    pub core: Vec<Sentence>,
    /// Whether no smaller part of what was given is in conflict.
    pub is_smallest: bool,
    /// Two sentences that follow strictly from the core and what is fixed, the first a contrary of the second.
    pub between: (Sentence, Sentence),
}

/// A conflict in the strict closure of `fixed` and `given`, its core a subset-minimal part of `given` (empty when `fixed` is enough).
/// For the axioms of a system: `find_conflict(system, &[], system.axioms())`.
pub fn find_conflict(system: &System, fixed: &[Sentence], given: &[Sentence]) -> Option<Conflict> {
    let conflicts = Conflicts::new(system, fixed, &[]);
    conflicts.find_fixed().or_else(|| conflicts.find(given))
}

/// The strict rules and contraries of a system around what is fixed: made once, for many sets of sentences. A search costs what the
/// strict rules make of the set, not what the system is large.
#[derive(Debug, Clone)]
pub struct Conflicts<'a> {
    system: &'a System,
    /// Ascending.
    contraries: Vec<(Sentence, Sentence)>,
    /// The strict rules by the sentences they use.
    uses: Digraph,
    /// The sentences by their contraries, both ways.
    clashes: Digraph,
    /// What follows strictly from what is fixed.
    certain: Vec<bool>,
}

/// What follows from some sentences, each by the rule that gave it; those given themselves by none.
type Derived = BTreeMap<Sentence, Option<RuleId>>;

impl<'a> Conflicts<'a> {
    /// Indexes the strict rules of `system`. In `more`, the first sentence of a pair counts as a contrary of the second too. Near linear.
    pub fn new(system: &'a System, fixed: &[Sentence], more: &[(Sentence, Sentence)]) -> Self {
        let rules = system.rules();
        let strict = rules.ids().filter(|&id| !rules.is_defeasible(id));
        let uses = strict.flat_map(|id| rules.get(id).body.iter().map(move |&s| (s, id)));
        let mut contraries: Vec<(Sentence, Sentence)> = system.contraries().iter().chain(more).copied().collect();
        // Both parts are mostly in order, which the stable sort makes use of.
        contraries.sort();
        contraries.dedup();
        let clashes = contraries.iter().flat_map(|&(x, y)| [(x, y), (y, x)]);
        Self {
            system,
            uses: Digraph::new(system.sentences().max(rules.count()), uses),
            clashes: Digraph::new(system.sentences(), clashes),
            certain: Uses::strict_only(system).strict(fixed.iter().copied()).holds,
            contraries,
        }
    }

    /// The conflict of what is fixed with itself.
    pub fn find_fixed(&self) -> Option<Conflict> {
        let between = self.contraries.iter().copied().find(|&(x, y)| self.is_certain(x) && self.is_certain(y))?;
        Some(Conflict { core: Vec::new(), is_smallest: true, between })
    }

    /// A conflict of `given` with itself or with what is fixed, its core a subset-minimal part of `given` and never empty, and a
    /// smallest one where that is little work.
    pub fn find(&self, given: &[Sentence]) -> Option<Conflict> {
        let (derived, mut between) = self.derive(given);
        let mut core = self.used(&derived, between?);
        let mut at = 0;
        while at < core.len() && core.len() <= MOST_SHRUNK {
            let mut less = core.clone();
            less.remove(at);
            match self.derive(&less).1 {
                Some(_) => core = less,
                None => at += 1,
            }
        }
        let is_smallest = core.len() < 2 || self.make_smallest(given, &mut core);
        // The clash is named anew, since the core may have lost what the first one rested on.
        between = self.derive(&core).1.or(between);
        between.map(|between| Conflict { core, is_smallest, between })
    }

    /// Makes `core`, of two or more, a smallest part of `given` in conflict, if that is little work: then true.
    fn make_smallest(&self, given: &[Sentence], core: &mut Vec<Sentence>) -> bool {
        let Some(alone) = self.find_alone(given) else { return false };
        if let Some(sentence) = alone {
            *core = vec![sentence];
        }
        if core.len() <= 2 {
            return true;
        }
        let known: BTreeSet<Sentence> = core.iter().copied().collect();
        let clashes = |set: &BTreeSet<Sentence>| self.derive(&set.iter().copied().collect::<Vec<Sentence>>()).1.is_some();
        let evaluations = if core.len() > MOST_SHRUNK { 0 } else { MOST_WORK / (given.len() + 1) };
        let least = smallest(given, &known, evaluations, clashes);
        let is_smallest = least.is_some();
        core.splice(.., least.unwrap_or(known));
        is_smallest
    }

    /// The first sentence of `given` that is in conflict alone, if there is one; the outer nothing when that is too much work.
    fn find_alone(&self, given: &[Sentence]) -> Option<Option<Sentence>> {
        let mut left = MOST_WORK;
        for &sentence in given {
            // What no strict rule uses gives nothing but itself.
            if self.uses.next(sentence).is_empty() {
                let clashes = |&other: &Sentence| other == sentence || self.is_certain(other);
                if !self.is_certain(sentence) && self.clashes.next(sentence).iter().any(clashes) {
                    return Some(Some(sentence));
                }
                continue;
            }
            let (derived, between) = self.derive(&[sentence]);
            if between.is_some() {
                return Some(Some(sentence));
            }
            left = left.checked_sub(derived.len())?;
        }
        Some(None)
    }

    fn is_certain(&self, sentence: Sentence) -> bool {
        self.certain.get(sentence as usize) == Some(&true)
    }

    /// What follows strictly from `given` beyond what is certain, up to the first clash.
    fn derive(&self, given: &[Sentence]) -> (Derived, Option<(Sentence, Sentence)>) {
        let rules = self.system.rules();
        let mut derived = Derived::new();
        let mut missing: BTreeMap<RuleId, usize> = BTreeMap::new();
        let mut queue: Vec<(Sentence, Option<RuleId>)> = given.iter().map(|&s| (s, None)).collect();
        while let Some((sentence, by)) = queue.pop() {
            let idle = self.uses.next(sentence).is_empty() && self.clashes.next(sentence).is_empty();
            if idle || self.is_certain(sentence) || derived.contains_key(&sentence) {
                continue;
            }
            derived.insert(sentence, by);
            for &other in self.clashes.next(sentence) {
                if self.is_certain(other) || derived.contains_key(&other) {
                    let between =
                        if self.contraries.binary_search(&(sentence, other)).is_ok() { (sentence, other) } else { (other, sentence) };
                    return (derived, Some(between));
                }
            }
            for &id in self.uses.next(sentence) {
                let rule = rules.get(id);
                let missing = missing.entry(id).or_insert_with(|| rule.body.iter().filter(|&&s| !self.is_certain(s)).count());
                *missing = missing.saturating_sub(1);
                if *missing == 0 {
                    queue.push((rule.head, Some(id)));
                }
            }
        }
        (derived, None)
    }

    /// The given sentences that two derived ones rest on, ascending.
    fn used(&self, derived: &Derived, (x, y): (Sentence, Sentence)) -> Vec<Sentence> {
        let mut used = BTreeSet::new();
        let mut seen = BTreeSet::new();
        let mut queue = vec![x, y];
        while let Some(sentence) = queue.pop() {
            match derived.get(&sentence) {
                Some(by) if seen.insert(sentence) => match by {
                    Some(rule) => queue.extend_from_slice(self.system.rules().get(*rule).body),
                    None => drop(used.insert(sentence)),
                },
                _ => {}
            }
        }
        used.into_iter().collect()
    }
}
