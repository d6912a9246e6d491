//! Sets of rules that only grow, all at once: what follows from each of them, and what each of them attacks.
//!
//! Such a row of sets is one number per rule, the level from which on the rule is in the set. One closure then gives for every sentence
//! the first level at which it follows, and for every rule the first at which it is attacked. This is the engine of the checker, and
//! follows the definitions: it knows no compiled program, no queue of decisions and no solver. A single set is a row with one level.

use crate::{
    graph::digraph::Digraph,
    theory::system::{
        definition::System,
        order::{Neighbours, Order},
        rules::{RuleId, Sentence},
    },
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, BinaryHeap},
};

/// A level that is never reached.
pub const NEVER: u32 = u32::MAX;

/// A row of growing sets, and what follows from them.
#[derive(Debug, Clone)]
pub struct Levels {
    /// The level at which each rule joins; strict rules are in from the first.
    joins: Vec<u32>,
    /// The level from which on each sentence follows.
    sentences: Vec<u32>,
}

impl Levels {
    /// The level from which on `sentence` follows.
    pub fn of(&self, sentence: Sentence) -> u32 {
        self.sentences.get(sentence as usize).copied().unwrap_or(NEVER)
    }

    /// For each sentence, whether it ever follows.
    pub fn holds(&self) -> Vec<bool> {
        self.sentences.iter().map(|&level| level != NEVER).collect()
    }
}

/// A system by what attacks what.
#[derive(Debug, Clone)]
pub struct Attacks<'a> {
    system: &'a System,
    order: Order,
    /// From a sentence to the rules that need it.
    uses: Digraph,
    /// From a sentence to the rules that conclude it.
    concluding: Digraph,
    /// From a sentence to its contraries.
    contraries: Digraph,
    /// From a sentence to those it denies without being denied by them.
    denies: Digraph,
    /// From a rule to the sentences that undercut it.
    undercuts: Digraph,
    axioms: Vec<bool>,
    /// What follows from the axioms by strict rules.
    facts: Vec<bool>,
}

impl<'a> Attacks<'a> {
    /// Indexes `system`. Near linear.
    pub fn new(system: &'a System) -> Self {
        let (rules, sentences) = (system.rules(), system.sentences());
        let nodes = sentences.max(rules.count());
        let mut pairs = system.contraries().to_vec();
        pairs.sort_unstable();
        let one_way = |&&(x, y): &&(Sentence, Sentence)| pairs.binary_search(&(y, x)).is_err();
        let directed: Vec<(Sentence, Sentence)> = pairs.iter().filter(one_way).copied().collect();
        let mut axioms = vec![false; sentences];
        for &axiom in system.axioms() {
            if let Some(mark) = axioms.get_mut(axiom as usize) {
                *mark = true;
            }
        }
        let mut attacks = Self {
            order: Order::new(system),
            uses: Digraph::new(nodes, rules.ids().flat_map(|id| rules.get(id).body.iter().map(move |&s| (s, id)))),
            concluding: Digraph::new(nodes, rules.ids().map(|id| (rules.get(id).head, id))),
            contraries: Digraph::new(sentences, pairs.iter().map(|&(x, y)| (y, x))),
            denies: Digraph::new(sentences, directed.iter().copied()),
            undercuts: Digraph::new(nodes, system.undercuts().iter().map(|&(x, id)| (id, x))),
            axioms,
            facts: Vec::new(),
            system,
        };
        attacks.facts = attacks.levels(|_| NEVER).holds();
        attacks
    }

    /// What follows when each defeasible rule joins at the level that `joins` gives it. Near linear: the rules are sorted by level.
    #[expect(clippy::indexing_slicing, reason = "one place per sentence and per rule, and every number comes from the system")]
    pub fn levels(&self, joins: impl Fn(RuleId) -> u32) -> Levels {
        let rules = self.system.rules();
        let joins: Vec<u32> = rules.ids().map(|id| if rules.is_defeasible(id) { joins(id) } else { 0 }).collect();
        let mut sentences = vec![NEVER; self.system.sentences()];
        let mut missing: Vec<u32> = rules.ids().map(|id| rules.get(id).body.len() as u32).collect();
        let mut by_level: Vec<RuleId> = rules.ids().filter(|&id| joins[id as usize] != NEVER).collect();
        by_level.sort_by_key(|&id| joins[id as usize]);
        let mut queue: Vec<Sentence> = self.system.axioms().to_vec();
        let mut next = 0;
        let mut level = 0;
        loop {
            while let Some(sentence) = queue.pop() {
                if sentences[sentence as usize] != NEVER {
                    continue;
                }
                sentences[sentence as usize] = level;
                for &id in self.uses.next(sentence) {
                    missing[id as usize] -= 1;
                    if missing[id as usize] == 0 && joins[id as usize] <= level {
                        queue.push(rules.get(id).head);
                    }
                }
            }
            let Some(&first) = by_level.get(next) else { return Levels { joins, sentences } };
            level = joins[first as usize];
            while let Some(&id) = by_level.get(next).filter(|&&id| joins[id as usize] == level) {
                next += 1;
                if missing[id as usize] == 0 {
                    queue.push(rules.get(id).head);
                }
            }
        }
    }

    /// For each rule, the first level at which something that follows attacks it; never for a strict one. Linear without preferences; a
    /// rule that they concern costs the strict rules that lead to its attackers, as in `compile`.
    #[expect(clippy::indexing_slicing, reason = "one place per sentence and per rule, and every number comes from the system")]
    pub fn struck(&self, levels: &Levels) -> Vec<u32> {
        let rules = self.system.rules();
        let mut struck = vec![NEVER; rules.count()];
        let mut plain: Vec<Option<u32>> = vec![None; self.system.sentences()];
        // Rules for one sentence that are ranked alike are rebutted alike.
        let mut ranked: BTreeMap<(Sentence, Neighbours<'_>), u32> = BTreeMap::new();
        for id in rules.defeasible() {
            let head = rules.get(id).head;
            let rebutted = match self.order.find_neighbours(id) {
                Some(neighbours) => *ranked.entry((head, neighbours)).or_insert_with(|| self.rebutted_by_rank(levels, id)),
                None => *plain[head as usize].get_or_insert_with(|| self.rebutted(levels, head)),
            };
            let undercut = self.undercuts.next(id).iter().map(|&x| levels.of(x)).min().unwrap_or(NEVER);
            struck[id as usize] = rebutted.min(undercut);
        }
        struck
    }

    /// When the rules for `head` are rebutted that no preference concerns.
    fn rebutted(&self, levels: &Levels, head: Sentence) -> u32 {
        let level = self.contraries.next(head).iter().map(|&x| levels.of(x)).min().unwrap_or(NEVER);
        if self.denies_fact(head) { 0 } else { level }
    }

    fn denies_fact(&self, head: Sentence) -> bool {
        self.denies.next(head).iter().any(|&y| self.facts.get(y as usize) == Some(&true))
    }

    /// When the rule `id` is rebutted by last link, elitist: a contrary strikes unless one of its last rules is below `id`, and what the
    /// rule denies strikes back when all its last rules are above it (Modgil and Prakken 2013, definitions 19 and 20).
    fn rebutted_by_rank(&self, levels: &Levels, id: RuleId) -> u32 {
        let head = self.system.rules().get(id).head;
        let (contraries, denied) = (self.contraries.next(head), self.denies.next(head));
        let strikes = if contraries.is_empty() {
            NEVER
        } else {
            let below = self.order.below(&[id]);
            self.by_last(levels, contraries, |last| below.binary_search(&last).is_err())
        };
        if denied.is_empty() {
            return strikes;
        }
        let above = self.order.above(&[id]);
        strikes.min(self.by_last(levels, denied, |last| above.binary_search(&last).is_ok()))
    }

    /// The first level at which one of `goals` has a derivation all of whose last defeasible rules are admitted.
    fn by_last(&self, levels: &Levels, goals: &[Sentence], admitted: impl Fn(RuleId) -> bool) -> u32 {
        let rules = self.system.rules();
        let mut near: BTreeSet<Sentence> = goals.iter().copied().collect();
        let mut queue = goals.to_vec();
        // Rules by which something near follows strictly, each with the premises it still lacks.
        let mut missing: BTreeMap<RuleId, usize> = BTreeMap::new();
        let mut reached: BinaryHeap<Reverse<(u32, Sentence)>> = BinaryHeap::new();
        while let Some(sentence) = queue.pop() {
            if self.axioms.get(sentence as usize) == Some(&true) {
                reached.push(Reverse((0, sentence)));
            }
            for &id in self.concluding.next(sentence) {
                let body = rules.get(id).body;
                if !rules.is_defeasible(id) {
                    missing.insert(id, body.len());
                    queue.extend(body.iter().copied().filter(|&s| near.insert(s)));
                    reached.extend(body.is_empty().then_some(Reverse((0, sentence))));
                } else if admitted(id) {
                    let joins = levels.joins.get(id as usize).copied().unwrap_or(NEVER);
                    let fires = body.iter().map(|&s| levels.of(s)).fold(joins, u32::max);
                    reached.push(Reverse((fires, sentence)));
                }
            }
        }
        let mut known = BTreeSet::new();
        while let Some(Reverse((level, sentence))) = reached.pop() {
            if level == NEVER || goals.contains(&sentence) {
                return level;
            }
            if !known.insert(sentence) {
                continue;
            }
            for &id in self.uses.next(sentence) {
                if let Some(left) = missing.get_mut(&id) {
                    *left -= 1;
                    if *left == 0 {
                        reached.push(Reverse((level, rules.get(id).head)));
                    }
                }
            }
        }
        NEVER
    }
}
