//! Where each column lies from left to right: as wide as its widest node, with a gap on each side in which links bend.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::{graph::Graph, net::Net};

/// The least gap, and how much a steep hop may widen it.
const GAP: f64 = 19.0;
const STEEP: f64 = 8.0;
/// How much of the height of a hop is added to its gap.
const SLOPE: f64 = 0.04;

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

/// The columns of `net`, whose entries lie at the heights `y`.
pub fn columns(graph: &Graph, net: &Net, y: &[f64]) -> Vec<Column> {
    let mut widths = vec![0.0f64; net.ranks];
    for (node, rank) in graph.nodes.iter().zip(&net.rank) {
        let width = &mut widths[*rank as usize];
        *width = width.max(node.width);
    }
    let mut steepest = vec![0.0f64; net.ranks];
    for (node, rank) in net.rank.iter().enumerate() {
        for to in net.right.next(node as u32) {
            let steepest = &mut steepest[*rank as usize];
            *steepest = steepest.max((y[node] - y[*to as usize]).abs());
        }
    }
    let mut left = 0.0;
    let column = |(width, steepest): (f64, f64)| {
        let column = Column { left, right: left + width };
        left = column.right + GAP + (SLOPE * steepest).min(STEEP);
        column
    };
    widths.into_iter().zip(steepest).map(column).collect()
}
