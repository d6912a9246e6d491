//! Lanes and frames moved within the room that the stack leaves them, towards what they are linked with. Nothing gets higher by it, and
//! nothing changes its place in the stack. Boxes that nothing is linked with sink out of the way.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::{
    lanes::Lanes,
    net::Net,
    settle::BOX_GAP,
    shelves::{Item, PAD, Shelves, What},
};
use std::{collections::BTreeMap, ops::Range};

/// How often the items of a group are moved.
const SWEEPS: usize = 6;
/// What is not worth a move.
const LEAST: f64 = 0.5;

/// Moves the items of `shelves`, and their entries, which lie at `y` in the drawing. O(n) in entries and hops for each level of groups.
pub fn balance(shelves: &mut Shelves, net: &Net, lanes: &Lanes, y: &mut [f64]) {
    let mut entries: Vec<u32> = (0..net.rank.len() as u32).collect();
    entries.sort_by_key(|e| net.key[*e as usize]);
    let root = shelves.frame.len();
    for group in [root].into_iter().chain(0..root) {
        let mut items = std::mem::take(&mut shelves.within[group]);
        if items.len() > 1 || group < root {
            let rooms = rooms(shelves, group, &items);
            let ranges: Vec<Range<usize>> = items.iter().map(|i| entries_of(net, lanes, &entries, i.what)).collect();
            for sweep in 0..SWEEPS {
                for at in 0..items.len() {
                    let at = if sweep % 2 == 0 { items.len() - 1 - at } else { at };
                    let own = &entries[ranges[at].clone()];
                    // What nothing is linked with makes room, and sinks.
                    let is_loose = || matches!(items[at].what, What::Key(_)).then_some(f64::MAX);
                    let Some(wanted) = pull(net, own, y).or_else(is_loose) else { continue };
                    let by = rooms[at].bound(&items, at, wanted);
                    if by.abs() > LEAST {
                        items[at].at += by;
                        own.iter().for_each(|e| y[*e as usize] += by);
                    }
                }
            }
        }
        shelves.within[group] = items;
    }
}

/// Which of the entries, sorted by key, belong to an item.
fn entries_of(net: &Net, lanes: &Lanes, entries: &[u32], what: What) -> Range<usize> {
    let keys = match what {
        What::Key(key) => key..key + 1,
        What::Group(group) => {
            let first = lanes.of_group[group];
            let key = |lane: u32| net.lane_of_key.partition_point(|l| *l < lane);
            key(first)..key(first + lanes.size[group])
        }
    };
    let entry = |key: usize| entries.partition_point(|e| (net.key[*e as usize] as usize) < key);
    entry(keys.start)..entry(keys.end)
}

/// How far the hops that lead out of an item would move it; none if there are none.
fn pull(net: &Net, own: &[u32], y: &[f64]) -> Option<f64> {
    let (first, last) = (net.key[*own.first()? as usize], net.key[*own.last()? as usize]);
    let (mut sum, mut count) = (0.0, 0usize);
    for entry in own {
        for other in net.left.next(*entry).iter().chain(net.right.next(*entry)) {
            if !(first..=last).contains(&net.key[*other as usize]) {
                sum += y[*other as usize] - y[*entry as usize];
                count += 1;
            }
        }
    }
    (count > 0).then(|| sum / count as f64)
}

/// What bounds the slices of an item: the slices above and beneath them, or the sides of the group.
struct Room {
    slices: Vec<(Bound, Bound)>,
}

#[derive(Clone, Copy)]
enum Bound {
    /// A side of the group.
    Fixed(f64),
    /// A side of an item, from its zero.
    Item(usize, f64),
}

impl Room {
    /// What is left of the move `wanted` of the item at `index`.
    fn bound(&self, items: &[Item], index: usize, wanted: f64) -> f64 {
        let item = &items[index];
        let (mut up, mut down) = (f64::NEG_INFINITY, f64::INFINITY);
        for (slice, (above, beneath)) in item.slices.iter().zip(&self.slices) {
            let top = match above {
                Bound::Fixed(y) => *y,
                Bound::Item(other, bottom) => items[*other].at + bottom + BOX_GAP,
            };
            let bottom = match beneath {
                Bound::Fixed(y) => *y,
                Bound::Item(other, top) => items[*other].at + top - BOX_GAP,
            };
            up = up.max(top - item.at - slice.top);
            down = down.min(bottom - item.at - slice.bottom);
        }
        // What lies where it lies is in its room, but for the last digit.
        wanted.clamp(up.min(0.0), down.max(0.0))
    }
}

/// The rooms of the items of a group.
fn rooms(shelves: &Shelves, group: usize, items: &[Item]) -> Vec<Room> {
    // In each column, the sides of the group, and what was met last.
    let mut sides: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for item in items {
        for slice in &item.slices {
            let side = sides.entry(slice.rank).or_insert((f64::INFINITY, f64::NEG_INFINITY));
            *side = (side.0.min(item.at + slice.top), side.1.max(item.at + slice.bottom));
        }
    }
    for (rank, side) in &mut sides {
        match shelves.frame.get(group) {
            Some(frame) if frame.ranks.contains(rank) => *side = (frame.top + frame.header + PAD, frame.bottom - PAD),
            Some(_) => {}
            None => *side = (0.0, shelves.height),
        }
    }
    let mut rooms: Vec<Room> = Vec::with_capacity(items.len());
    let mut last: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        let mut slices = Vec::with_capacity(item.slices.len());
        for (at, slice) in item.slices.iter().enumerate() {
            let (top, bottom) = sides[&slice.rank];
            let above = match last.insert(slice.rank, (index, at)) {
                Some((other, slice_of_other)) => {
                    if other < index {
                        rooms[other].slices[slice_of_other].1 = Bound::Item(index, slice.top);
                    }
                    Bound::Item(other, items[other].slices[slice_of_other].bottom)
                }
                None => Bound::Fixed(top),
            };
            slices.push((above, Bound::Fixed(bottom)));
        }
        rooms.push(Room { slices });
    }
    rooms
}
