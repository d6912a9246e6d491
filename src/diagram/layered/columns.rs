//! Where each column lies from left to right: as wide as its widest node, with a gap on each side in which links bend.
//!
//! Steep links are given more room, as long as the whole becomes no wider than it would be if joints took columns as boxes do (which is
//! how Graphviz's dot draws the same graph).
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::{graph::Graph, net::Net};

/// The least gap, the wanted one, and how much a steep hop may widen it.
pub const GAP: f64 = 15.0;
const WANTED: f64 = 19.0;
const STEEP: f64 = 8.0;
/// How much of the height of a hop is added to its gap.
const SLOPE: f64 = 0.04;
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
    // What each gap has to be widened by.
    let mut wider = vec![WANTED - GAP; net.ranks];
    for (node, rank) in net.rank.iter().enumerate() {
        for to in net.right.next(node as u32) {
            let steep = SLOPE * (y[node] - y[*to as usize]).abs();
            let wider = &mut wider[*rank as usize];
            *wider = wider.max(WANTED - GAP + steep.min(STEEP));
        }
    }
    // Nothing lies beyond the last gap.
    wider.iter_mut().skip(net.ranks.saturating_sub(1)).for_each(|w| *w = 0.0);
    let least = widths.iter().sum::<f64>() + GAP * net.ranks.saturating_sub(1) as f64;
    let part = ((measure(graph, net, &widths) - least) / wider.iter().sum::<f64>().max(1.0)).clamp(0.0, 1.0);
    let mut left = 0.0;
    let column = |(width, wider): (f64, f64)| {
        let column = Column { left, right: left + width };
        left = column.right + GAP + part * wider;
        column
    };
    widths.into_iter().zip(wider).map(column).collect()
}

/// How wide the drawing may be: as if each node of the longest chain had a column as wide as a box. Links from group to group are no part
/// of a chain.
fn measure(graph: &Graph, net: &Net, widths: &[f64]) -> f64 {
    let group = |node: u32| graph.nodes[node as usize].group;
    let mut by_rank: Vec<(u32, u32)> = Vec::with_capacity(graph.links.len());
    for link in graph.links.iter().filter(|l| l.is_ranked && group(l.from) == group(l.to)) {
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
