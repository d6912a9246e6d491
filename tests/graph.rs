//! Laws of the graph algorithms, against the slow definitions.

use agon::graph::{components::components, digraph::Digraph, reach::reach};
use proptest::prelude::*;

proptest! {
    #[test]
    fn components_are_mutual_reach_and_come_targets_first(edges in prop::collection::vec((0u32..9, 0u32..9), 0..20)) {
        let graph = Digraph::new(9, edges.iter().copied());
        let found = components(&graph);
        let reaches: Vec<Vec<bool>> = (0..9).map(|n| reach(&graph, [n])).collect();
        for a in 0..9usize {
            for b in 0..9usize {
                prop_assert_eq!(found.of[a] == found.of[b], reaches[a][b] && reaches[b][a]);
            }
        }
        for (a, b) in edges {
            prop_assert!(found.of[a as usize] >= found.of[b as usize]);
            prop_assert!(graph.reversed().next(b).contains(&a));
        }
        for c in 0..found.count() {
            prop_assert!(found.members(c).iter().all(|&m| found.of[m as usize] as usize == c) && !found.members(c).is_empty());
        }
    }
}

#[test]
fn a_chain_of_a_million_nodes_does_not_overflow_the_stack() {
    let graph = Digraph::new(1_000_000, (0..999_999).map(|n| (n, n + 1)));
    assert_eq!(components(&graph).count(), 1_000_000);
    assert!(reach(&graph, [0]).iter().all(|r| *r));
}
