//! Strongly connected components, in order (Tarjan 1972, without recursion).

use crate::graph::digraph::Digraph;

/// The strongly connected components of a graph, targets before sources: every edge leads from a component to itself or to an earlier one.
#[derive(Debug, Clone, Default)]
pub struct Components {
    /// The component of each node.
    pub of: Vec<u32>,
    starts: Vec<u32>,
    members: Vec<u32>,
}

impl Components {
    /// The number of components.
    pub fn count(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The nodes of component `index`, ascending.
    pub fn members(&self, index: usize) -> &[u32] {
        match (self.starts.get(index), self.starts.get(index + 1)) {
            (Some(&from), Some(&to)) => self.members.get(from as usize..to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// Whether component `index` holds a circle: more than one node, or an edge from its node to itself.
    pub fn is_circular(&self, index: usize, graph: &Digraph) -> bool {
        match self.members(index) {
            [] => false,
            [only] => graph.next(*only).contains(only),
            _ => true,
        }
    }
}

const UNSEEN: u32 = u32::MAX;

/// Finds the strongly connected components of `graph`. Linear in nodes and edges.
pub fn components(graph: &Digraph) -> Components {
    let nodes = graph.nodes();
    let mut search = Search {
        index: vec![UNSEEN; nodes],
        low: vec![0; nodes],
        open: vec![false; nodes],
        stack: Vec::new(),
        seen: 0,
        result: Components { of: vec![0; nodes], starts: vec![0], members: Vec::with_capacity(nodes) },
    };
    let mut calls: Vec<(u32, usize)> = Vec::new();
    for root in 0..nodes as u32 {
        if search.index.get(root as usize) == Some(&UNSEEN) {
            search.enter(root);
            calls.push((root, 0));
        }
        while let Some((node, step)) = calls.pop() {
            match graph.next(node).get(step) {
                Some(&to) => {
                    calls.push((node, step + 1));
                    if search.visit(node, to) {
                        calls.push((to, 0));
                    }
                }
                None => search.leave(node, calls.last().map(|c| c.0)),
            }
        }
    }
    search.result
}

struct Search {
    index: Vec<u32>,
    low: Vec<u32>,
    open: Vec<bool>,
    stack: Vec<u32>,
    seen: u32,
    result: Components,
}

#[expect(clippy::indexing_slicing, reason = "all arrays have one place per node, and every node comes from the graph")]
impl Search {
    fn enter(&mut self, node: u32) {
        self.index[node as usize] = self.seen;
        self.low[node as usize] = self.seen;
        self.open[node as usize] = true;
        self.seen += 1;
        self.stack.push(node);
    }

    /// Looks at the edge `node → to`; true when `to` must be searched first.
    fn visit(&mut self, node: u32, to: u32) -> bool {
        if self.index[to as usize] == UNSEEN {
            self.enter(to);
            return true;
        }
        if self.open[to as usize] {
            self.low[node as usize] = self.low[node as usize].min(self.index[to as usize]);
        }
        false
    }

    fn leave(&mut self, node: u32, parent: Option<u32>) {
        let low = self.low[node as usize];
        if let Some(parent) = parent {
            self.low[parent as usize] = self.low[parent as usize].min(low);
        }
        if low != self.index[node as usize] {
            return;
        }
        let component = self.result.count() as u32;
        let first = self.result.members.len();
        while let Some(member) = self.stack.pop() {
            self.open[member as usize] = false;
            self.result.of[member as usize] = component;
            self.result.members.push(member);
            if member == node {
                break;
            }
        }
        self.result.members[first..].sort_unstable();
        self.result.starts.push(self.result.members.len() as u32);
    }
}
