//! The rank of each node: how many columns it lies from the conclusions. Boxes have even ranks and joints odd ones.
//!
//! Ranks start as longest paths. Then nodes are moved within their slack to where their links get shorter, until none moves. An exact
//! method (Gansner et al. 1993) shortens hardly more, since a debate is nearly a tree (`benches/README.md`). What stands alone is
//! spread over the columns.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::{
    graph::{Graph, Node},
    lanes::{Lanes, parts},
};
use std::collections::BTreeMap;

/// The most rounds of shortening.
const ROUNDS: usize = 50;

/// The ranks of the nodes of `graph`. `reversed` says which links are turned round. Linear in each of a bounded number of rounds.
pub fn ranks(graph: &Graph, reversed: &[bool], lanes: &Lanes) -> Vec<u32> {
    let links = Links::new(graph, reversed);
    let mut rank: Vec<i64> = graph.nodes.iter().map(|n| i64::from(n.is_joint)).collect();
    let order = links.order();
    for &node in &order {
        for &(to, length) in links.right(node) {
            rank[to as usize] = rank[to as usize].max(rank[node as usize] + length);
        }
    }
    for round in 0..ROUNDS {
        let shorten = |node: &u32| links.shorten(*node, &mut rank);
        let moved = if round % 2 == 0 { order.iter().rev().map(shorten).max() } else { order.iter().map(shorten).max() };
        if moved != Some(true) {
            break;
        }
    }
    level(graph, &mut rank);
    let mut first = vec![i64::MAX; lanes.parts];
    for (rank, part) in rank.iter().zip(&lanes.part) {
        let first = &mut first[*part as usize];
        *first = (*first).min(rank & !1);
    }
    let mut rank: Vec<u32> = rank.iter().zip(&lanes.part).map(|(rank, part)| (rank - first[*part as usize]) as u32).collect();
    spread(graph, lanes, &mut rank);
    rank
}

/// The least distance between the ranks of two nodes.
const fn length(a: &Node, b: &Node) -> i64 {
    if a.is_joint == b.is_joint { 2 } else { 1 }
}

/// Links without circles, from left to right.
struct Links {
    starts: Vec<u32>,
    /// For each node, those to its right and how far at least, then those to its left.
    ends: Vec<(u32, i64)>,
}

impl Links {
    fn new(graph: &Graph, reversed: &[bool]) -> Self {
        let count = graph.nodes.len();
        let ranked = || {
            let links = graph.links.iter().zip(reversed).filter(|(l, _)| l.is_ranked && l.from != l.to);
            links.map(|(l, turned)| if *turned { (l.from, l.to) } else { (l.to, l.from) })
        };
        let mut starts = vec![0u32; 2 * count + 1];
        for (left, right) in ranked() {
            starts[2 * left as usize + 1] += 1;
            starts[2 * right as usize + 2] += 1;
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let mut next = starts.clone();
        let mut ends = vec![(0, 0); total as usize];
        for (left, right) in ranked() {
            let length = length(&graph.nodes[left as usize], &graph.nodes[right as usize]);
            for (at, end) in [(2 * left as usize, right), (2 * right as usize + 1, left)] {
                ends[next[at] as usize] = (end, length);
                next[at] += 1;
            }
        }
        Self { starts, ends }
    }

    fn right(&self, node: u32) -> &[(u32, i64)] {
        &self.ends[self.starts[2 * node as usize] as usize..self.starts[2 * node as usize + 1] as usize]
    }

    fn left(&self, node: u32) -> &[(u32, i64)] {
        &self.ends[self.starts[2 * node as usize + 1] as usize..self.starts[2 * node as usize + 2] as usize]
    }

    /// The nodes, each after all to its left (Kahn 1962).
    fn order(&self) -> Vec<u32> {
        let nodes = (self.starts.len() / 2) as u32;
        let mut waits: Vec<usize> = (0..nodes).map(|n| self.left(n).len()).collect();
        let mut order: Vec<u32> = (0..nodes).filter(|n| waits[*n as usize] == 0).collect();
        let mut at = 0;
        while let Some(&node) = order.get(at) {
            at += 1;
            for &(to, _) in self.right(node) {
                waits[to as usize] -= 1;
                if waits[to as usize] == 0 {
                    order.push(to);
                }
            }
        }
        order
    }

    /// Moves a node to the side on which it has more links, as far as the nearest of them lets it; with as many on both it stays.
    fn shorten(&self, node: u32, rank: &mut [i64]) -> bool {
        let nearest_left = self.left(node).iter().map(|(n, length)| rank[*n as usize] + length).max();
        let nearest_right = self.right(node).iter().map(|(n, length)| rank[*n as usize] - length).min();
        let here = rank[node as usize];
        let wanted = match (nearest_left, nearest_right) {
            (None, Some(right)) => right,
            (Some(left), None) => left,
            (Some(left), Some(right)) => match self.right(node).len().cmp(&self.left(node).len()) {
                std::cmp::Ordering::Greater => right,
                std::cmp::Ordering::Less => left,
                std::cmp::Ordering::Equal => here,
            },
            (None, None) => here,
        };
        rank[node as usize] = wanted;
        wanted != here
    }
}

/// Moves whole what ranked links connect, so that the ends of a link that is not ranked lie in one rank, where nothing holds them apart.
fn level(graph: &Graph, rank: &mut [i64]) {
    let (part, count) = parts(graph, |l| l.is_ranked);
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); count];
    for (node, part) in part.iter().enumerate() {
        members[*part as usize].push(node as u32);
    }
    let mut loose: Vec<Vec<(u32, u32)>> = vec![Vec::new(); count];
    for link in graph.links.iter().filter(|l| !l.is_ranked) {
        loose[part[link.from as usize] as usize].push((link.from, link.to));
        loose[part[link.to as usize] as usize].push((link.to, link.from));
    }
    let mut by_size: Vec<usize> = (0..count).collect();
    by_size.sort_by_key(|part| std::cmp::Reverse(members[*part].len()));
    let mut is_set = vec![false; count];
    let mut queue = Vec::new();
    for largest in by_size {
        if std::mem::replace(&mut is_set[largest], true) {
            continue;
        }
        queue.push(largest);
        while let Some(at) = queue.pop() {
            for &(here, there) in &loose[at] {
                let other = part[there as usize] as usize;
                if std::mem::replace(&mut is_set[other], true) {
                    continue;
                }
                let by = (rank[here as usize] - rank[there as usize]) & !1;
                members[other].iter().for_each(|node| rank[*node as usize] += by);
                queue.push(other);
            }
        }
    }
}

/// How much wider than high a drawing of boxes that nothing links may become, and in how many columns: no more than a screen has room for,
/// since a drawing that is wider and higher than the screen is hard to find one's way in.
const ASPECT: f64 = 2.0;
const COLUMNS: u32 = 5;

/// A connected part that may be moved to the right.
struct Part {
    nodes: Vec<u32>,
    /// The lane whose room it takes; none if it lies in several.
    lane: Option<u32>,
    /// Whether frames that hold nothing else surround it.
    is_framed: bool,
    /// Whether it stays where it is.
    is_first: bool,
    last: u32,
}

/// The parts, each with the lane in which it can be moved: its own, or that around the frames that hold it alone.
fn movable(graph: &Graph, lanes: &Lanes, rank: &[u32]) -> Vec<Part> {
    let new = || Part { nodes: Vec::new(), lane: None, is_framed: false, is_first: false, last: 0 };
    let mut parts: Vec<Part> = (0..lanes.parts).map(|_| new()).collect();
    // How many nodes each group holds, and of which part, if of one only.
    let mut held: Vec<(usize, Option<u32>)> = vec![(0, None); graph.groups.len()];
    let add = |held: &mut (usize, Option<u32>), count: usize, part: Option<u32>| {
        held.1 = if held.0 == 0 || held.1 == part { part } else { None };
        held.0 += count;
    };
    for (node, part) in lanes.part.iter().enumerate() {
        let of = &mut parts[*part as usize];
        let lane = lanes.lane[node];
        of.lane = if of.nodes.is_empty() || of.lane == Some(lane) { Some(lane) } else { None };
        of.nodes.push(node as u32);
        of.last = of.last.max(rank[node]);
        of.is_first |= graph.nodes[node].is_first;
        if let Some(group) = graph.nodes[node].group {
            add(&mut held[group as usize], 1, Some(*part));
        }
    }
    for (index, group) in graph.groups.iter().enumerate().rev() {
        if let (Some(parent), (count @ 1.., part)) = (group.parent, held[index]) {
            add(&mut held[parent as usize], count, part);
        }
    }
    for (index, part) in parts.iter_mut().enumerate() {
        let mut around = part.nodes.first().and_then(|n| graph.nodes[*n as usize].group);
        while let Some(group) = around {
            around = graph.groups[group as usize].parent;
            if held[group as usize] == (part.nodes.len(), Some(index as u32)) {
                part.lane = Some(around.map_or(0, |g| lanes.of_group[g as usize]));
                part.is_framed = true;
            }
        }
    }
    parts
}

/// Moves parts to the columns in which their lane holds least, so that what stands alone fills rows.
fn spread(graph: &Graph, lanes: &Lanes, rank: &mut [u32]) {
    let parts = movable(graph, lanes, rank);
    let area: f64 = graph.nodes.iter().filter(|n| !n.is_joint).map(|n| n.width * n.height).sum();
    let width = graph.nodes.iter().map(|n| n.width).fold(1.0, f64::max);
    let columns = ((area * ASPECT).sqrt() / width).ceil().min(f64::from(COLUMNS)) as u32;
    let last = parts.iter().map(|p| p.last).max().unwrap_or(0).max(2 * columns.saturating_sub(1));
    let mut by_size: Vec<&Part> = parts.iter().filter(|p| p.lane.is_some()).collect();
    by_size.sort_by_key(|p| (!p.is_first, std::cmp::Reverse(p.last)));
    let mut load: BTreeMap<(u32, u32), f64> = BTreeMap::new();
    for part in by_size {
        let Some(lane) = part.lane else { continue };
        let mut heights: BTreeMap<u32, f64> = BTreeMap::new();
        for node in &part.nodes {
            *heights.entry(rank[*node as usize]).or_default() += graph.nodes[*node as usize].height;
        }
        if part.is_framed {
            let highest = heights.values().copied().fold(0.0, f64::max);
            heights = (0..=part.last + 1).map(|rank| (rank, highest)).collect();
        }
        let highest = |shift: u32| {
            let at = |(rank, height): (&u32, &f64)| load.get(&(lane, rank + shift)).copied().unwrap_or(0.0) + height;
            heights.iter().map(at).fold(0.0, f64::max)
        };
        // A part that is not small has few places to go, so this stays linear in the area of the drawing.
        let room = if part.is_first { 0 } else { last - part.last.min(last) };
        let shifts = (0..=room / 2).take(1 + 4_000 / heights.len()).map(|s| 2 * s);
        let best = shifts.min_by(|a, b| highest(*a).total_cmp(&highest(*b))).unwrap_or(0);
        for (rank, height) in heights {
            *load.entry((lane, rank + best)).or_default() += height;
        }
        for node in &part.nodes {
            rank[*node as usize] += best;
        }
    }
}
