//! A net whose columns are ordered, and what becomes of it when it is stacked.

use crate::diagram::layered::{
    blocks::split,
    graph::Graph,
    lanes::Lanes,
    net::{Net, net},
    order::order,
    settle::settle,
    shelves::{Shelves, shelve},
    sifting::sift,
};

/// A net with the order of its columns.
#[derive(Debug, Clone)]
pub struct Ordered {
    /// The net.
    pub net: Net,
    /// Its entries from left to right, each column from top to bottom.
    pub columns: Vec<Vec<u32>>,
    /// How many hops cross.
    pub crossings: usize,
}

/// A net whose entries have their heights.
#[derive(Debug)]
pub struct Stack {
    /// The net, in blocks.
    pub net: Net,
    /// The lanes and frames.
    pub shelves: Shelves,
    /// The middle of each entry.
    pub y: Vec<f64>,
}

impl Ordered {
    /// Orders the nodes of `graph`, which have these ranks, and `lanes` too.
    pub fn new(graph: &Graph, rank: Vec<u32>, lanes: &mut Lanes) -> Self {
        let mut net = net(graph, rank, lanes);
        let (crossings, written) = order(&net, None);
        let (crossings, columns) = match sift(graph, lanes, &mut net, crossings, &written) {
            None => (crossings, written),
            sifted => order(&net, sifted),
        };
        Self { net, columns, crossings }
    }

    /// Gives each entry its height.
    pub fn stack(self, graph: &Graph, lanes: &Lanes) -> Stack {
        let Self { mut net, columns, .. } = self;
        split(&mut net, &columns);
        let mut y = settle(&net, &columns);
        let shelves = shelve(graph, &net, lanes, &columns, &y);
        shelves.place(&net, &mut y);
        Stack { net, shelves, y }
    }
}
