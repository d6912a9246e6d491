//! Groups and connected parts of a graph: what must be kept together in every column.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::graph::{Graph, Link};

/// The lanes of a graph.
#[derive(Debug, Clone)]
pub struct Lanes {
    /// The lane of each node: 0 outside all groups, else one more than the place of its group, where every group is followed by those in it.
    pub lane: Vec<u32>,
    /// The connected part of each node, counted by first node.
    pub part: Vec<u32>,
    /// How many parts.
    pub parts: usize,
    /// The lane of each group.
    pub of_group: Vec<u32>,
    /// How many lanes each group and the groups in it have; these follow each other.
    pub size: Vec<u32>,
    /// How many groups each group lies in, itself included.
    pub depth: Vec<u32>,
}

impl Lanes {
    /// The groups that lie directly in each group, and at last those that lie in none, in the order of their lanes.
    pub fn siblings(&self, graph: &Graph) -> Vec<Vec<u32>> {
        let mut siblings: Vec<Vec<u32>> = vec![Vec::new(); graph.groups.len() + 1];
        for (index, group) in graph.groups.iter().enumerate() {
            siblings[group.parent.map_or(graph.groups.len(), |p| p as usize)].push(index as u32);
        }
        siblings.iter_mut().for_each(|s| s.sort_by_key(|g| self.of_group[*g as usize]));
        siblings
    }

    /// The number that each lane would have if the groups followed each other as in `siblings`.
    pub fn renumbered(&self, siblings: &[Vec<u32>]) -> Vec<u32> {
        let root = self.of_group.len();
        let mut to = vec![0; root + 1];
        for parent in std::iter::once(root).chain(0..root) {
            let mut next = 1 + self.of_group.get(parent).map_or(0, |lane| to[*lane as usize]);
            for group in &siblings[parent] {
                to[self.of_group[*group as usize] as usize] = next;
                next += self.size[*group as usize];
            }
        }
        to
    }

    /// Gives each lane the number that `to` has for it.
    pub fn renumber(&mut self, to: &[u32]) {
        for lane in self.lane.iter_mut().chain(&mut self.of_group) {
            *lane = to[*lane as usize];
        }
    }
}

/// The lanes of `graph`. Nearly linear.
pub fn lanes(graph: &Graph) -> Lanes {
    let (of_group, size, depth) = outline(graph);
    let lane = graph.nodes.iter().map(|n| n.group.map_or(0, |g| of_group[g as usize])).collect();
    let (part, parts) = parts(graph, |_| true);
    Lanes { lane, part, parts, of_group, size, depth }
}

/// The lanes, sizes and depths of the groups.
fn outline(graph: &Graph) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let count = graph.groups.len();
    let mut size = vec![1u32; count];
    for (index, group) in graph.groups.iter().enumerate().rev() {
        if let Some(parent) = group.parent {
            size[parent as usize] += size[index];
        }
    }
    let (mut lane, mut depth) = (vec![0; count], vec![1; count]);
    // The next free lane in each group, and at last outside all.
    let mut next = vec![1u32; count + 1];
    for (index, group) in graph.groups.iter().enumerate() {
        let parent = group.parent.map_or(count, |p| p as usize);
        lane[index] = next[parent];
        next[parent] += size[index];
        next[index] = lane[index] + 1;
        depth[index] = group.parent.map_or(1, |p| depth[p as usize] + 1);
    }
    (lane, size, depth)
}

/// The parts that `links` connect, for each node and how many, counted by first node.
pub fn parts(graph: &Graph, links: impl Fn(&Link) -> bool) -> (Vec<u32>, usize) {
    connected(graph.nodes.len(), graph.links.iter().filter(|l| links(l)).map(|l| (l.from, l.to)))
}

/// The parts of `0..count` that `pairs` connect, for each and how many, counted by first. By union of the pairs (Tarjan 1975).
pub fn connected(count: usize, pairs: impl Iterator<Item = (u32, u32)>) -> (Vec<u32>, usize) {
    let mut root: Vec<u32> = (0..count as u32).collect();
    for (a, b) in pairs {
        let (a, b) = (find(&mut root, a), find(&mut root, b));
        root[a.max(b) as usize] = a.min(b);
    }
    let mut parts = 0;
    let mut number = vec![u32::MAX; count];
    let part = (0..count as u32).map(|node| {
        let at = find(&mut root, node) as usize;
        if number[at] == u32::MAX {
            number[at] = parts;
            parts += 1;
        }
        number[at]
    });
    let part = part.collect();
    (part, parts as usize)
}

fn find(root: &mut [u32], mut node: u32) -> u32 {
    while root[node as usize] != node {
        root[node as usize] = root[root[node as usize] as usize];
        node = root[node as usize];
    }
    node
}
