//! The lanes one beneath the other, and the frames around them. Each lies as high as those before it let it in the columns that it
//! takes, so a short section may stand beside a long one.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::{
    graph::Graph,
    lanes::Lanes,
    net::{NOWHERE, Net, widen},
    settle::BOX_GAP,
};
use std::ops::Range;

/// Between a frame and what lies in it, and between frames.
pub const PAD: f64 = 10.0;

/// A frame, in ranks and heights.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The ranks that it spans; none if it holds nothing.
    pub ranks: Range<u32>,
    /// Its top.
    pub top: f64,
    /// Its lower side.
    pub bottom: f64,
}

/// The part of a shape that lies in one column.
#[derive(Debug, Clone, Copy)]
struct Slice {
    rank: u32,
    top: f64,
    bottom: f64,
}

/// What is set in one piece: a key or a group.
struct Shape {
    slices: Vec<Slice>,
    what: What,
}

enum What {
    Key(usize),
    Group(usize),
}

/// Moves each entry of `y` to where its lane lies; the frames of the groups, and how high all is.
pub fn shelve(graph: &Graph, net: &Net, lanes: &Lanes, columns: &[Vec<u32>], y: &mut [f64]) -> (Vec<Frame>, f64) {
    let root = graph.groups.len();
    let mut group_of_lane = vec![root; root + 1];
    for (group, lane) in lanes.of_group.iter().enumerate() {
        group_of_lane[*lane as usize] = group;
    }
    // What lies directly in each group, from top to bottom, and at last what lies in none.
    let mut within: Vec<Vec<Shape>> = (0..=root).map(|_| Vec::new()).collect();
    for (key, slices) in slices(net, columns, y).into_iter().enumerate() {
        within[group_of_lane[net.lane_of_key[key] as usize]].push(Shape { slices, what: What::Key(key) });
    }
    let mut frames: Vec<Frame> = vec![Frame { ranks: NOWHERE, top: 0.0, bottom: 0.0 }; root];
    for (node, rank) in graph.nodes.iter().zip(&net.rank) {
        if let Some(group) = node.group {
            widen(&mut frames[group as usize].ranks, &(*rank..rank + 1));
        }
    }
    let mut sky = vec![f64::NEG_INFINITY; net.ranks];
    let mut moved_key = vec![0.0; net.lane_of_key.len()];
    let mut moved_group = vec![0.0; root];
    let mut height = 0.0;
    // Groups that lie in a group come after it, and are stacked before it. Among siblings the later stands first, hence the turn.
    for group in (0..root).rev().chain([root]) {
        let mut shapes = std::mem::take(&mut within[group]);
        let keys = shapes.iter().take_while(|s| matches!(s.what, What::Key(_))).count();
        shapes[keys..].reverse();
        let mut slices = Vec::new();
        for shape in shapes {
            let down = drop(&shape.slices, &mut sky);
            match shape.what {
                What::Key(key) => moved_key[key] = down,
                What::Group(group) => moved_group[group] = down,
            }
            slices.extend(shape.slices.iter().map(|s| Slice { rank: s.rank, top: s.top + down, bottom: s.bottom + down }));
        }
        slices.iter().for_each(|s| sky[s.rank as usize] = f64::NEG_INFINITY);
        if group == root {
            height = slices.iter().map(|s| s.bottom).fold(0.0, f64::max);
            continue;
        }
        let parent = graph.groups[group].parent.map_or(root, |p| p as usize);
        if parent < root {
            let ranks = frames[group].ranks.clone();
            widen(&mut frames[parent].ranks, &ranks);
        }
        let slices = frame(&mut frames[group], graph.groups[group].header, net.ranks, slices);
        within[parent].push(Shape { slices, what: What::Group(group) });
    }
    for (group, own) in graph.groups.iter().enumerate() {
        moved_group[group] += own.parent.map_or(0.0, |p| moved_group[p as usize]);
        frames[group].top += moved_group[group];
        frames[group].bottom += moved_group[group];
    }
    for (y, key) in y.iter_mut().zip(&net.key) {
        let group = group_of_lane[net.lane_of_key[*key as usize] as usize];
        *y += moved_key[*key as usize] + moved_group.get(group).copied().unwrap_or(0.0);
    }
    (frames, height)
}

/// The room that each key takes, column by column.
fn slices(net: &Net, columns: &[Vec<u32>], y: &[f64]) -> Vec<Vec<Slice>> {
    let mut slices: Vec<Vec<Slice>> = vec![Vec::new(); net.lane_of_key.len()];
    for run in columns.iter().flat_map(|column| column.chunk_by(|a, b| net.key[*a as usize] == net.key[*b as usize])) {
        if let [first, ..] = run
            && let [.., last] = run
        {
            let (first, last) = (*first as usize, *last as usize);
            let (top, bottom) = (y[first] - net.height[first] / 2.0, y[last] + net.height[last] / 2.0);
            slices[net.key[first] as usize].push(Slice { rank: net.rank[first], top, bottom });
        }
    }
    slices
}

/// Lets a shape down on the `sky`, what is taken in each column so far: how far it moved. Nothing rises above zero.
fn drop(slices: &[Slice], sky: &mut [f64]) -> f64 {
    let needed = |s: &Slice| (sky[s.rank as usize] + BOX_GAP).max(0.0) - s.top;
    let down = slices.iter().map(needed).fold(f64::NEG_INFINITY, f64::max);
    for slice in slices {
        let sky = &mut sky[slice.rank as usize];
        *sky = sky.max(slice.bottom + down);
    }
    if down.is_finite() { down } else { 0.0 }
}

/// Puts a frame around what lies in its ranks; the room that all takes then. Lines of a group that run on outside its ranks stay outside.
/// A frame keeps the next rank free too, since the gap between two ranks has no room for the sides of two stacks of frames.
fn frame(frame: &mut Frame, header: f64, ranks: usize, mut slices: Vec<Slice>) -> Vec<Slice> {
    let inside = |s: &&Slice| frame.ranks.contains(&s.rank);
    let top = slices.iter().filter(inside).map(|s| s.top).fold(f64::INFINITY, f64::min);
    let bottom = slices.iter().filter(inside).map(|s| s.bottom).fold(f64::NEG_INFINITY, f64::max);
    if frame.ranks.is_empty() {
        return slices;
    }
    (frame.top, frame.bottom) = (top - PAD - header, bottom + PAD);
    slices.retain(|s| !frame.ranks.contains(&s.rank));
    let kept = frame.ranks.start..(frame.ranks.end + 1).min(ranks as u32);
    slices.extend(kept.map(|rank| Slice { rank, top: frame.top, bottom: frame.bottom }));
    slices
}
