//! A bipolar graph with base strengths: what supports what, what attacks what, and what needs what.
//!
//! A node that needs others is as strong as they let it be: its own strength, from what supports and attacks it, times the least of
//! theirs. So a step from premises is a node that needs them (linked), and a claim is a node that its steps support (convergent).

use crate::graph::{
    components::{Components, components},
    digraph::Digraph,
};

/// A node, by the order of adding.
pub type Node = u32;

/// A bipolar graph in the making. Edges may name nodes that are added later; edges that name none are left out.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    bases: Vec<f64>,
    supports: Vec<(Node, Node)>,
    attacks: Vec<(Node, Node)>,
    needs: Vec<(Node, Node)>,
}

impl Draft {
    /// Adds a node with a base strength, which is cut to lie between 0 and 1.
    pub fn add(&mut self, base: f64) -> Node {
        self.bases.push(if base.is_nan() { 0.0 } else { base.clamp(0.0, 1.0) });
        self.bases.len() as Node - 1
    }

    /// `by` supports `node`.
    pub fn support(&mut self, by: Node, node: Node) {
        self.supports.push((node, by));
    }

    /// `by` attacks `node`.
    pub fn attack(&mut self, by: Node, node: Node) {
        self.attacks.push((node, by));
    }

    /// `node` needs `premise`.
    pub fn need(&mut self, node: Node, premise: Node) {
        self.needs.push((node, premise));
    }

    /// The finished graph. Linear.
    pub fn finish(self) -> Bipolar {
        let size = self.bases.len();
        let within = |edges: &[(Node, Node)]| {
            let known: Vec<(Node, Node)> = edges.iter().copied().filter(|e| (e.0.max(e.1) as usize) < size).collect();
            Digraph::new(size, known.into_iter())
        };
        let [supports, attacks, needs] = [&self.supports, &self.attacks, &self.needs].map(|e| within(e));
        let all = |from: Node| [&supports, &attacks, &needs].into_iter().flat_map(move |g| g.next(from).to_vec());
        let edges: Vec<(Node, Node)> = (0..size as Node).flat_map(|n| all(n).map(move |on| (n, on))).collect();
        let graph = Digraph::new(size, edges.into_iter());
        let parts = components(&graph);
        let circular = (0..parts.count()).map(|c| parts.is_circular(c, &graph)).collect();
        Bipolar { bases: self.bases, supports, attacks, needs, parts, circular }
    }
}

/// A bipolar graph with base strengths.
#[derive(Debug, Clone)]
pub struct Bipolar {
    bases: Vec<f64>,
    supports: Digraph,
    attacks: Digraph,
    needs: Digraph,
    /// Strongly connected components, what is depended on first.
    parts: Components,
    circular: Vec<bool>,
}

impl Bipolar {
    /// The base strengths.
    pub fn bases(&self) -> &[f64] {
        &self.bases
    }

    /// The base strength of a node.
    pub fn base(&self, node: Node) -> f64 {
        self.bases.get(node as usize).copied().unwrap_or(0.0)
    }

    /// What supports a node.
    pub fn supporters(&self, node: Node) -> &[Node] {
        self.supports.next(node)
    }

    /// What attacks a node.
    pub fn attackers(&self, node: Node) -> &[Node] {
        self.attacks.next(node)
    }

    /// What a node needs.
    pub fn needed(&self, node: Node) -> &[Node] {
        self.needs.next(node)
    }

    /// The least of the strengths that a node needs; 1 where it needs nothing.
    pub fn least_needed(&self, node: Node, strengths: &[f64]) -> f64 {
        self.needs.next(node).iter().filter_map(|n| strengths.get(*n as usize)).fold(1.0, |least, &s| s.min(least))
    }

    /// The nodes in groups: each depends on itself and on earlier groups only, and on itself only where `true` stands with it.
    pub fn groups(&self) -> impl Iterator<Item = (&[Node], bool)> {
        self.circular.iter().enumerate().map(|(c, circular)| (self.parts.members(c), *circular))
    }

    /// The nodes that depend on themselves, ascending.
    pub fn circular(&self) -> Vec<Node> {
        let mut nodes: Vec<Node> = self.groups().filter(|g| g.1).flat_map(|g| g.0.to_vec()).collect();
        nodes.sort_unstable();
        nodes
    }
}
