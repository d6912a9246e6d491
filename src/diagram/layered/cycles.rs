//! Which links are turned round so that no circle is left: those that lead back in a depth-first search from the conclusions. Circles
//! are rare in debates, so the least number of links is not looked for.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::{diagram::layered::graph::Graph, graph::digraph::Digraph};

/// For each link, whether it is turned round. A link from a node to itself is not ranked, and never turned. Linear.
pub fn reversed(graph: &Graph) -> Vec<bool> {
    let count = graph.nodes.len();
    let ranked = |l: &&crate::diagram::layered::graph::Link| l.is_ranked && l.from != l.to;
    let reasons = Digraph::new(count, graph.links.iter().filter(ranked).map(|l| (l.to, l.from)));
    let mut is_reason = vec![false; count];
    for link in graph.links.iter().filter(ranked) {
        is_reason[link.from as usize] = true;
    }
    // When a node is left: along every link that is not turned round, the reason is left before its conclusion.
    let mut left = vec![u32::MAX; count];
    let mut seen = vec![false; count];
    let mut clock = 0;
    let mut stack: Vec<(u32, usize)> = Vec::new();
    let nodes = || 0..count as u32;
    for root in nodes().filter(|n| !is_reason[*n as usize]).chain(nodes()) {
        if std::mem::replace(&mut seen[root as usize], true) {
            continue;
        }
        stack.push((root, 0));
        while let Some((node, next)) = stack.pop() {
            match reasons.next(node).get(next) {
                Some(&to) => {
                    stack.push((node, next + 1));
                    if !std::mem::replace(&mut seen[to as usize], true) {
                        stack.push((to, 0));
                    }
                }
                None => {
                    left[node as usize] = clock;
                    clock += 1;
                }
            }
        }
    }
    graph.links.iter().map(|l| l.is_ranked && left[l.from as usize] > left[l.to as usize]).collect()
}
