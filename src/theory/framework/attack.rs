//! The abstract argumentation framework: arguments as indices and who attacks whom (Dung 1995, definition 2).
//!
//! Attacks are kept in both directions, because propagation walks forward and defence is asked backward. Names of arguments
//! live with whoever read them.

use crate::graph::digraph::Digraph;

/// Arguments `0..len` and the attacks among them. An attack given twice is kept twice and means the same.
#[derive(Debug, Clone, Default)]
pub struct Framework {
    attacks: Digraph,
    attackers: Digraph,
}

impl Framework {
    /// The framework on `0..arguments` with the attacks `(attacker, attacked)`; one beyond `arguments` is left out. Linear.
    pub fn new(arguments: usize, attacks: &[(u32, u32)]) -> Self {
        Self {
            attacks: Digraph::new(arguments, attacks.iter().copied()),
            attackers: Digraph::new(arguments, attacks.iter().map(|&(from, to)| (to, from))),
        }
    }

    /// The number of arguments.
    pub fn len(&self) -> usize {
        self.attacks.nodes()
    }

    /// Whether there is no argument.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The arguments, ascending.
    pub fn arguments(&self) -> std::ops::Range<u32> {
        0..self.len() as u32
    }

    /// What `argument` attacks.
    pub fn attacked_by(&self, argument: u32) -> &[u32] {
        self.attacks.next(argument)
    }

    /// What attacks `argument`.
    pub fn attackers_of(&self, argument: u32) -> &[u32] {
        self.attackers.next(argument)
    }

    /// The graph from each argument to its attackers: in it, what a verdict depends on can be reached.
    pub fn dependencies(&self) -> &Digraph {
        &self.attackers
    }
}
