//! The blocks of each lane: what hops hold together within it. Blocks are settled and stacked one by one, so a small one fills the room
//! beside a large one. Blocks of which each lies above the other, in different columns, are one.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::{
    diagram::layered::{lanes::connected, net::Net},
    graph::{components::components, digraph::Digraph},
};

/// Splits the keys of `net` into blocks, so that keys still ascend in every one of its `columns`. Nearly linear.
pub fn split(net: &mut Net, columns: &[Vec<u32>]) {
    let entries = net.key.len();
    let hops = (0..entries as u32).flat_map(|a| net.right.next(a).iter().map(move |b| (a, *b)));
    let (part, parts) = connected(entries, hops.filter(|(a, b)| net.key[*a as usize] == net.key[*b as usize]));
    let above = columns.iter().flat_map(|column| column.windows(2)).map(|pair| (pair[0] as usize, pair[1] as usize));
    let above = above.filter(|(a, b)| net.key[*a] == net.key[*b]).map(|(a, b)| (part[a], part[b]));
    let blocks = components(&Digraph::new(parts, above));
    // Components come in the turned order: what lies beneath is numbered first.
    let block = |entry: usize| (net.key[entry], u32::MAX - blocks.of[part[entry] as usize]);
    let mut known: Vec<(u32, u32)> = (0..entries).map(block).collect();
    known.sort_unstable();
    known.dedup();
    let key = (0..entries).map(|entry| known.partition_point(|k| *k < block(entry)) as u32).collect();
    net.lane_of_key = known.iter().map(|(key, _)| net.lane_of_key[*key as usize]).collect();
    net.key = key;
}
