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
    /// The room for its title.
    pub header: f64,
}

/// The part of an item that lies in one column.
#[derive(Debug, Clone, Copy)]
pub struct Slice {
    /// The column.
    pub rank: u32,
    /// Its top.
    pub top: f64,
    /// Its lower side.
    pub bottom: f64,
}

/// What is set in one piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The entries of a key.
    Key(usize),
    /// A group with all in it.
    Group(usize),
}

/// A piece in a group.
#[derive(Debug, Clone)]
pub struct Item {
    /// What it is.
    pub what: What,
    /// The room that it takes, from its own zero.
    pub slices: Vec<Slice>,
    /// Where its zero lies, from that of its group.
    pub at: f64,
}

/// All lanes and frames, each placed in what it lies in.
#[derive(Debug, Clone)]
pub struct Shelves {
    /// What lies directly in each group, and at last what lies in none, from top to bottom.
    pub within: Vec<Vec<Item>>,
    /// The frame of each group, from the zero of the group.
    pub frame: Vec<Frame>,
    /// How high all is.
    pub height: f64,
    parent: Vec<Option<u32>>,
}

/// Stacks the lanes of `graph`, whose entries lie at the heights `y` in their keys.
pub fn shelve(graph: &Graph, net: &Net, lanes: &Lanes, columns: &[Vec<u32>], y: &[f64]) -> Shelves {
    let root = graph.groups.len();
    let mut group_of_lane = vec![root; root + 1];
    for (group, lane) in lanes.of_group.iter().enumerate() {
        group_of_lane[*lane as usize] = group;
    }
    let mut within: Vec<Vec<Item>> = vec![Vec::new(); root + 1];
    for (key, slices) in slices(net, columns, y).into_iter().enumerate() {
        within[group_of_lane[net.lane_of_key[key] as usize]].push(Item { what: What::Key(key), slices, at: 0.0 });
    }
    let frame = |group: &crate::diagram::layered::graph::Group| Frame { ranks: NOWHERE, top: 0.0, bottom: 0.0, header: group.header };
    let mut shelves = Shelves {
        within,
        frame: graph.groups.iter().map(frame).collect(),
        height: 0.0,
        parent: graph.groups.iter().map(|g| g.parent).collect(),
    };
    for (node, rank) in graph.nodes.iter().zip(&net.rank) {
        if let Some(group) = node.group {
            widen(&mut shelves.frame[group as usize].ranks, &(*rank..rank + 1));
        }
    }
    let mut sky = vec![f64::NEG_INFINITY; net.ranks];
    // Groups that lie in a group come after it, and are stacked before it.
    for group in (0..root).rev().chain([root]) {
        shelves.stack(group, lanes, &mut sky);
    }
    shelves
}

impl Shelves {
    /// Stacks what lies in `group`, frames it, and puts it into what it lies in. `sky` is empty before and after.
    fn stack(&mut self, group: usize, lanes: &Lanes, sky: &mut [f64]) {
        let items = &mut self.within[group];
        items.sort_by_key(|i| if let What::Group(inner) = i.what { lanes.of_group[inner] } else { 0 });
        let mut slices = Vec::new();
        for item in items {
            item.at = drop(&item.slices, sky);
            slices.extend(item.slices.iter().map(|s| Slice { rank: s.rank, top: s.top + item.at, bottom: s.bottom + item.at }));
        }
        slices.iter().for_each(|s| sky[s.rank as usize] = f64::NEG_INFINITY);
        let Some(frame) = self.frame.get_mut(group) else {
            self.height = slices.iter().map(|s| s.bottom).fold(0.0, f64::max);
            return;
        };
        let slices = enclose(frame, slices);
        let ranks = frame.ranks.clone();
        let parent = self.parent[group].map_or(self.frame.len(), |p| p as usize);
        if let Some(parent) = self.frame.get_mut(parent) {
            widen(&mut parent.ranks, &ranks);
        }
        self.within[parent].push(Item { what: What::Group(group), slices, at: 0.0 });
    }

    /// Moves the entries of each key, which lie at `y` in it, to where they lie in the drawing.
    pub fn place(&self, net: &Net, y: &mut [f64]) {
        let origins = self.origins();
        let mut of_key = vec![0.0; net.lane_of_key.len()];
        for (group, items) in self.within.iter().enumerate() {
            for item in items {
                if let What::Key(key) = item.what {
                    of_key[key] = item.at + origins.get(group).copied().unwrap_or(0.0);
                }
            }
        }
        for (y, key) in y.iter_mut().zip(&net.key) {
            *y += of_key[*key as usize];
        }
    }

    /// The frames where they lie in the drawing.
    pub fn frames(&self) -> Vec<Frame> {
        let moved = |(frame, by): (&Frame, f64)| Frame { top: frame.top + by, bottom: frame.bottom + by, ..frame.clone() };
        self.frame.iter().zip(self.origins()).map(moved).collect()
    }

    /// Where the zero of each group lies in the drawing.
    fn origins(&self) -> Vec<f64> {
        let mut origins = vec![0.0; self.frame.len()];
        for item in self.within.iter().flatten() {
            if let What::Group(group) = item.what {
                origins[group] = item.at;
            }
        }
        for group in 0..origins.len() {
            origins[group] += self.parent[group].map_or(0.0, |p| origins[p as usize]);
        }
        origins
    }
}

/// The room that each key takes, column by column.
fn slices(net: &Net, columns: &[Vec<u32>], y: &[f64]) -> Vec<Vec<Slice>> {
    let mut slices: Vec<Vec<Slice>> = vec![Vec::new(); net.lane_of_key.len()];
    for run in columns.iter().flat_map(|column| column.chunk_by(|a, b| net.key[*a as usize] == net.key[*b as usize])) {
        let mut drawn = run.iter().filter(|e| !net.is_turn[**e as usize]);
        if let Some(first) = drawn.next() {
            let (first, last) = (*first as usize, *drawn.next_back().unwrap_or(first) as usize);
            let (top, bottom) = (y[first] - net.height[first] / 2.0, y[last] + net.height[last] / 2.0);
            slices[net.key[first] as usize].push(Slice { rank: net.rank[first], top, bottom });
        }
    }
    slices
}

/// Lets an item down on the `sky`, what is taken in each column so far: how far it moved. Nothing rises above zero.
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
fn enclose(frame: &mut Frame, mut slices: Vec<Slice>) -> Vec<Slice> {
    if frame.ranks.is_empty() {
        return slices;
    }
    let inside = |s: &&Slice| frame.ranks.contains(&s.rank);
    let top = slices.iter().filter(inside).map(|s| s.top).fold(f64::INFINITY, f64::min);
    let bottom = slices.iter().filter(inside).map(|s| s.bottom).fold(f64::NEG_INFINITY, f64::max);
    (frame.top, frame.bottom) = (top - PAD - frame.header, bottom + PAD);
    slices.retain(|s| !frame.ranks.contains(&s.rank));
    slices.extend(frame.ranks.clone().map(|rank| Slice { rank, top: frame.top, bottom: frame.bottom }));
    slices
}
