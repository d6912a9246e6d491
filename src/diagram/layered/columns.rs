//! Where each column lies from left to right: as wide as its widest node, with a gap on each side in which links bend.
//!
//! Steep links are given more room, each one some, as long as the whole becomes no wider than it would be if joints took columns as boxes do
//! (which is how Graphviz's dot draws the same graph). A drawing for one sheet grows wider than that where so many lines pass each other in
//! a gap that they could not be told apart.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::{
    diagram::layered::{graph::Graph, net::Net},
    graph::{components::components, digraph::Digraph},
};

/// The least gap, the wanted one, and how much steep hops may widen it: the steepest by its height, and each.
pub const GAP: f64 = 15.0;
const WANTED: f64 = 19.0;
const STEEPEST: f64 = 8.0;
const EACH: f64 = 3.0;
const MOST_STEEP: f64 = 12.0;
/// How much of the height of a hop is added to its gap.
const SLOPE: f64 = 0.04;
/// From which height on a hop is steep.
pub const STEEP: f64 = 40.0;
/// How many lines may pass each other in a gap as it is, and how much room each further one adds, in a drawing of at most so many nodes.
const CALM: usize = 6;
const APART: f64 = 10.0;
const SHEET: usize = 200;
/// In how many nodes a link between groups is part of a chain: in more, dot lets such links run backwards.
const FEW: usize = 120;
/// From boxes to the next boxes, and what frames add to the width, in the drawing that is the measure.
const STEP: f64 = 42.0;
const FRAMED: f64 = 22.0;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Its left side.
    pub left: f64,
    /// Its right side.
    pub right: f64,
}

impl Column {
    /// The middle.
    pub fn middle(&self) -> f64 {
        self.left.midpoint(self.right)
    }
}

/// The columns of `net`, whose entries lie at the heights `y`. O(n log n).
pub fn columns(graph: &Graph, net: &Net, y: &[f64]) -> Vec<Column> {
    let mut widths = vec![0.0f64; net.ranks];
    for (node, rank) in graph.nodes.iter().zip(&net.rank) {
        let width = &mut widths[*rank as usize];
        *width = width.max(node.width);
    }
    // Of each gap, how high its highest hop is and how many are steep.
    let mut steep = vec![(0.0f64, 0.0f64); net.ranks];
    for (node, rank) in net.rank.iter().enumerate() {
        let (highest, many) = &mut steep[*rank as usize];
        for to in net.right.next(node as u32) {
            let height = (y[node] - y[*to as usize]).abs();
            *highest = highest.max(height);
            *many += f64::from(u8::from(height > STEEP));
        }
    }
    let wider = |(highest, many): (f64, f64)| WANTED - GAP + (SLOPE * highest).min(STEEPEST) + EACH * many.min(MOST_STEEP);
    let mut wider: Vec<f64> = steep.into_iter().map(wider).collect();
    // Nothing lies beyond the last gap.
    wider.iter_mut().skip(net.ranks.saturating_sub(1)).for_each(|w| *w = 0.0);
    let least = widths.iter().sum::<f64>() + GAP * net.ranks.saturating_sub(1) as f64;
    let part = ((measure(graph, net, &widths) - least) / wider.iter().sum::<f64>().max(1.0)).clamp(0.0, 1.0);
    let passing = if net.nodes > SHEET { vec![0; net.ranks] } else { passing(net, y) };
    let mut left = 0.0;
    let column = |((width, wider), passing): ((f64, f64), usize)| {
        let column = Column { left, right: left + width };
        left = column.right + (GAP + part * wider).max(APART * passing.saturating_sub(CALM) as f64);
        column
    };
    widths.into_iter().zip(wider).zip(passing).map(column).collect()
}

/// Of each gap, how many steep hops pass each other: each begins before all above it have ended.
fn passing(net: &Net, y: &[f64]) -> Vec<usize> {
    let mut steep: Vec<(u32, f64, f64)> = Vec::new();
    for (node, rank) in net.rank.iter().enumerate() {
        for to in net.right.next(node as u32) {
            let (left, right) = (y[node], y[*to as usize]);
            if (left - right).abs() > STEEP {
                steep.push((*rank, left.min(right), left.max(right)));
            }
        }
    }
    steep.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mut passing = vec![0; net.ranks];
    for gap in steep.chunk_by(|a, b| a.0 == b.0) {
        let (mut count, mut end) = (0, f64::NEG_INFINITY);
        for (rank, top, bottom) in gap {
            count = if *top < end { count + 1 } else { 1 };
            end = end.max(*bottom);
            let most = &mut passing[*rank as usize];
            *most = count.max(*most);
        }
    }
    passing
}

/// How wide the drawing may be: as if each node of the longest chain had a column as wide as a box. Links between groups are part of a chain
/// where there are few nodes and the groups do not lead to each other.
fn measure(graph: &Graph, net: &Net, widths: &[f64]) -> f64 {
    let outermost = outermost(graph);
    let ends = graph.links.iter().filter(|l| l.is_ranked).map(|l| (outermost[l.from as usize], outermost[l.to as usize]));
    let circles = components(&Digraph::new(graph.nodes.len() + graph.groups.len(), ends));
    let is_firm = |from: u32, to: u32| {
        let (from, to) = (outermost[from as usize], outermost[to as usize]);
        from == to || (graph.nodes.len() <= FEW && circles.of[from as usize] != circles.of[to as usize])
    };
    let mut by_rank: Vec<(u32, u32)> = Vec::with_capacity(graph.links.len());
    for link in graph.links.iter().filter(|l| l.is_ranked && is_firm(l.from, l.to)) {
        let (from, to) = (net.rank[link.from as usize], net.rank[link.to as usize]);
        by_rank.push(if from > to { (link.to, link.from) } else { (link.from, link.to) });
    }
    by_rank.sort_by_key(|(left, _)| net.rank[*left as usize]);
    let mut length = vec![1u32; net.nodes];
    for (left, right) in by_rank.into_iter().filter(|(left, right)| net.rank[*left as usize] < net.rank[*right as usize]) {
        length[right as usize] = length[right as usize].max(length[left as usize] + 1);
    }
    let columns = length.into_iter().max().unwrap_or(1).max(net.ranks.div_ceil(2) as u32);
    let widest = widths.iter().copied().fold(0.0, f64::max);
    let framed = if graph.groups.is_empty() { 0.0 } else { FRAMED };
    f64::from(columns) * widest + f64::from(columns - 1) * STEP + framed
}

/// For each node the outermost group that it lies in, counted on from the nodes, or else itself.
fn outermost(graph: &Graph) -> Vec<u32> {
    let nodes = graph.nodes.len() as u32;
    let mut of_group: Vec<u32> = Vec::with_capacity(graph.groups.len());
    for (index, group) in graph.groups.iter().enumerate() {
        of_group.push(group.parent.map_or(nodes + index as u32, |p| of_group[p as usize]));
    }
    graph.nodes.iter().zip(0..).map(|(node, index)| node.group.map_or(index, |g| of_group[g as usize])).collect()
}
