//! What can be reached along edges.

use crate::graph::digraph::Digraph;

/// For each node, whether it is one of `from` or can be reached from one of them. Linear.
pub fn reach(graph: &Digraph, from: impl IntoIterator<Item = u32>) -> Vec<bool> {
    let mut seen = vec![false; graph.nodes()];
    let mut queue: Vec<u32> = from.into_iter().collect();
    while let Some(node) = queue.pop() {
        match seen.get_mut(node as usize) {
            Some(mark) if !*mark => *mark = true,
            _ => continue,
        }
        queue.extend_from_slice(graph.next(node));
    }
    seen
}
