//! A program in the making: the system by its sentences, and the atoms and rules added to its own.

use crate::{
    graph::digraph::Digraph,
    theory::system::{
        closure::Uses,
        definition::System,
        program::{Atom, Literal, NONE, Program},
        rules::{RuleId, Sentence},
    },
};
use std::collections::BTreeMap;

/// What `compile` and `last_link` write into.
#[derive(Debug)]
pub struct Draft<'a> {
    /// The system compiled.
    pub system: &'a System,
    /// From a sentence to the rules that conclude it.
    pub concluding: Digraph,
    /// From a sentence to its contraries, ascending.
    pub attackers: Digraph,
    /// From a sentence to those it is a contrary of, ascending.
    pub targets: Digraph,
    /// Whether a sentence follows strictly from the axioms.
    pub facts: Vec<bool>,
    /// Whether a sentence is an axiom.
    pub axioms: Vec<bool>,
    /// The rules beside those of the system.
    pub extra: Program,
    /// The sentence that each atom speaks of, or `NONE`.
    pub speaks_of: Vec<Sentence>,
    fired: BTreeMap<RuleId, Atom>,
}

impl<'a> Draft<'a> {
    /// Indexes `system`. Linear, but for sorting the contraries.
    pub fn new(system: &'a System) -> Self {
        let (rules, sentences) = (system.rules(), system.sentences());
        let mut pairs = system.contraries().to_vec();
        pairs.sort_unstable();
        pairs.dedup();
        let mut axioms = vec![false; sentences];
        for &axiom in system.axioms() {
            if let Some(mark) = axioms.get_mut(axiom as usize) {
                *mark = true;
            }
        }
        Self {
            concluding: Digraph::new(sentences.max(rules.count()), rules.ids().map(|id| (rules.get(id).head, id))),
            attackers: Digraph::new(sentences, pairs.iter().map(|&(x, y)| (y, x))),
            targets: Digraph::new(sentences, pairs.iter().copied()),
            facts: Uses::strict_only(system).strict(system.axioms().iter().copied()).holds,
            axioms,
            extra: Program::default(),
            speaks_of: (0..sentences as Sentence).collect(),
            fired: BTreeMap::new(),
            system,
        }
    }

    /// A new atom that speaks of `sentence`, or of none.
    pub fn fresh(&mut self, sentence: Sentence) -> Atom {
        self.speaks_of.push(sentence);
        self.speaks_of.len() as Atom - 1
    }

    /// The atom that says that the defeasible rule `id` fires.
    pub fn fired(&mut self, id: RuleId) -> Atom {
        if let Some(&atom) = self.fired.get(&id) {
            return atom;
        }
        let head = self.system.rules().get(id).head;
        let atom = self.fresh(NONE);
        self.extra.push(head, [Literal::is(atom)]);
        self.fired.insert(id, atom);
        atom
    }

    /// What the rule `id` concludes in the program: its own conclusion, or that it fires.
    pub fn conclusion(&self, id: RuleId) -> Atom {
        self.fired.get(&id).copied().unwrap_or_else(|| self.system.rules().get(id).head)
    }

    /// The sentences that `x` is a contrary of, while they are none of `x`.
    pub fn directed_targets(&self, x: Sentence) -> Vec<Sentence> {
        let attackers = self.attackers.next(x);
        self.targets.next(x).iter().copied().filter(|y| attackers.binary_search(y).is_err()).collect()
    }
}
