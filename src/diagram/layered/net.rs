//! The columns of a drawing and the hops between them: a link that passes columns gets a point in each of them.
//!
//! Two nodes of one rank, or a node and itself, are linked by a turn, for which the order has a point in the next column that both lead to. Where so many links
//! are so long that their points would be beyond measure, the longest get none: they go round the whole drawing.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::{
    diagram::layered::{graph::Graph, lanes::Lanes},
    graph::digraph::Digraph,
};
use std::ops::Range;

/// Points that a drawing may always have, and how many more for each node and link.
const POINTS: usize = 100_000;
const POINTS_EACH: usize = 8;

/// The ranks of nothing.
pub const NOWHERE: Range<u32> = Range { start: u32::MAX, end: 0 };

/// Widens `ranks` to hold `by` too.
pub fn widen(ranks: &mut Range<u32>, by: &Range<u32>) {
    *ranks = ranks.start.min(by.start)..ranks.end.max(by.end);
}

/// How a link goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the left, as most do.
    Left,
    /// To the right.
    Right,
    /// By a turn to the right of both of its ends.
    Turn,
    /// Round the drawing.
    Around,
}

/// Nodes and points in columns. Indices up to the number of nodes are nodes, the rest are points.
#[derive(Debug, Clone)]
pub struct Net {
    /// How many nodes there are.
    pub nodes: usize,
    /// The rank of each.
    pub rank: Vec<u32>,
    /// How high each is.
    pub height: Vec<f64>,
    /// What must lie together: a lane and, in it, a connected part. In every column keys ascend.
    pub key: Vec<u32>,
    /// The lane of each key; they ascend.
    pub lane_of_key: Vec<u32>,
    /// The hops to the next rank.
    pub right: Digraph,
    /// The hops to the rank before.
    pub left: Digraph,
    /// How many ranks.
    pub ranks: usize,
    /// Whether each is a turn, which only the order needs: nothing is drawn there.
    pub is_turn: Vec<bool>,
    /// How each link goes.
    pub ways: Vec<Way>,
    /// The points of each link, from its start to its end.
    pub points: Vec<Range<u32>>,
}

impl Net {
    /// Whether `index` is a point and no node.
    pub const fn is_point(&self, index: u32) -> bool {
        index as usize >= self.nodes
    }

    /// How much there is to look at in one sweep over it.
    pub fn size(&self) -> usize {
        self.rank.len() + self.right.edges() + 1
    }

    /// The keys and their lanes, if each lane had the number that `to` has for it.
    pub fn keys(&self, to: &[u32]) -> (Vec<u32>, Vec<u32>) {
        let mut keys: Vec<u32> = (0..self.lane_of_key.len() as u32).collect();
        keys.sort_by_key(|key| to[self.lane_of_key[*key as usize] as usize]);
        let mut place = vec![0; keys.len()];
        for (at, key) in keys.iter().enumerate() {
            place[*key as usize] = at as u32;
        }
        let key = self.key.iter().map(|key| place[*key as usize]).collect();
        (key, keys.iter().map(|key| to[self.lane_of_key[*key as usize] as usize]).collect())
    }
}

/// Cuts the links of `graph`. Linear in nodes, links and points.
pub fn net(graph: &Graph, rank: Vec<u32>, lanes: &Lanes) -> Net {
    let nodes = graph.nodes.len();
    let ways = ways(graph, &rank);
    let spans = spans(graph, &rank, lanes);
    let mut pairs: Vec<(u32, u32)> = lanes.lane.iter().copied().zip(lanes.part.iter().copied()).collect();
    let mut net = Net {
        nodes,
        height: graph.nodes.iter().map(|n| n.height).collect(),
        rank,
        key: Vec::new(),
        lane_of_key: Vec::new(),
        right: Digraph::default(),
        left: Digraph::default(),
        ranks: 0,
        is_turn: vec![false; nodes],
        ways,
        points: Vec::with_capacity(graph.links.len()),
    };
    let mut hops: Vec<(u32, u32)> = Vec::new();
    for (link, way) in graph.links.iter().zip(&net.ways) {
        let first = net.rank.len() as u32;
        let (from, to) = (link.from as usize, link.to as usize);
        let (start, end) = (net.rank[from], net.rank[to]);
        let part = lanes.part[from];
        let mut before = link.from;
        let mut hop = |a: u32, b: u32| hops.push(if *way == Way::Right || *way == Way::Turn { (a, b) } else { (b, a) });
        let passed: Vec<u32> = match way {
            Way::Left => (end + 1..start).rev().collect(),
            Way::Right => (start + 1..end).collect(),
            Way::Turn => vec![start + 1],
            Way::Around => Vec::new(),
        };
        for rank in passed {
            let point = net.rank.len() as u32;
            net.rank.push(rank);
            net.height.push(0.0);
            net.is_turn.push(*way == Way::Turn);
            // A link leaves the frame of its reason before it changes to the lane of its conclusion.
            let own = lanes.lane[from] != lanes.lane[to] && spans[lanes.lane[from] as usize].contains(&rank);
            pairs.push((lanes.lane[if own { from } else { to }], part));
            hop(before, point);
            before = point;
        }
        match way {
            Way::Around => {}
            Way::Turn => hop(link.to, before),
            _ => hop(before, link.to),
        }
        net.points.push(first..net.rank.len() as u32);
    }
    let mut known = pairs.clone();
    known.sort_unstable();
    known.dedup();
    net.key = pairs.iter().map(|pair| known.partition_point(|k| k < pair) as u32).collect();
    net.lane_of_key = known.into_iter().map(|(lane, _)| lane).collect();
    net.ranks = net.rank.iter().max().map_or(0, |r| *r as usize + 1);
    net.right = Digraph::new(net.rank.len(), hops.iter().copied());
    net.left = net.right.reversed();
    net
}

/// How the links go, so that there are not too many points.
fn ways(graph: &Graph, rank: &[u32]) -> Vec<Way> {
    let way = |from: u32, to: u32| match rank[from as usize].cmp(&rank[to as usize]) {
        std::cmp::Ordering::Greater => Way::Left,
        std::cmp::Ordering::Less => Way::Right,
        std::cmp::Ordering::Equal => Way::Turn,
    };
    let mut ways: Vec<Way> = graph.links.iter().map(|l| way(l.from, l.to)).collect();
    let length = |index: &usize| rank[graph.links[*index].from as usize].abs_diff(rank[graph.links[*index].to as usize]) as usize;
    let mut points: usize = (0..ways.len()).map(|index| length(&index)).sum();
    let most = POINTS + POINTS_EACH * (graph.nodes.len() + graph.links.len());
    if points > most {
        let mut longest: Vec<usize> = (0..ways.len()).collect();
        longest.sort_by_key(|index| std::cmp::Reverse(length(index)));
        for index in longest {
            if points <= most {
                break;
            }
            points -= length(&index);
            ways[index] = Way::Around;
        }
    }
    ways
}

/// For each lane the ranks that the frame of its group spans.
fn spans(graph: &Graph, rank: &[u32], lanes: &Lanes) -> Vec<Range<u32>> {
    let mut spans = vec![NOWHERE; graph.groups.len() + 1];
    for (lane, rank) in lanes.lane.iter().zip(rank) {
        widen(&mut spans[*lane as usize], &(*rank..rank + 1));
    }
    for (index, group) in graph.groups.iter().enumerate().rev() {
        if let Some(parent) = group.parent {
            let inner = spans[lanes.of_group[index] as usize].clone();
            widen(&mut spans[lanes.of_group[parent as usize] as usize], &inner);
        }
    }
    spans
}
