//! The boxes of a large map in parts that can be taken in: one for each section, and for a section that is too large one for each key claim
//! with what bears on it.
//!
//! Invariant: every box is in one part (`tests/sheets.rs`).

use crate::{
    analysis::evaluate::Force,
    diagram::{
        bearing::Bearing,
        parts::{Arrow, ArrowKind, End, Map},
        wrap::shorten,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// How many boxes make a part of their own; fewer go to those of others.
const FEWEST: usize = 3;
/// What a box takes of a sheet, beside a link that may lead elsewhere; for how many of its links that counts, since many become one.
const BOX: usize = 2;
const LINKS: usize = 6;
/// Beyond how many times as much as its boxes alone take a section is in pieces.
const SECTION: usize = 3;
/// How much of the statement a piece is named after, in columns.
const TITLE_COLUMNS: usize = 60;

/// Boxes that are shown together.
pub struct Part {
    /// What they are about.
    pub title: String,
    /// That on which most of them bear; of equals, the first that has an effect.
    pub head: u32,
    /// They, in the order of the map.
    pub boxes: Vec<u32>,
}

/// The parts of `map`, each of about `most` boxes at the most: what lies in no section, then the sections in their order. Nearly linear.
pub fn parts(map: &Map, most: usize) -> Vec<Part> {
    let tops = tops(map);
    let (order, parent) = forest(map, &tops);
    let takes = takes(map, &parent);
    let works = works(map);
    let mut sections: BTreeMap<Option<u32>, Vec<u32>> = BTreeMap::new();
    for index in order {
        sections.entry(tops.get(index as usize).copied().flatten()).or_default().push(index);
    }
    let mut parts: Vec<Part> = Vec::new();
    for (section, order) in sections {
        let title = match section.and_then(|s| map.groups.get(s as usize)) {
            Some(group) => group.title.clone(),
            None => map.title.clone().unwrap_or_else(|| "Argument map".to_owned()),
        };
        let size: usize = order.iter().filter_map(|index| takes.get(*index as usize)).sum();
        if order.len() > most || size > SECTION * most {
            let pieces = pieces(&order, &parent, &takes, most);
            let of = pieces.len();
            parts.extend((1..).zip(pieces).map(|(number, piece)| {
                let head = head(&piece, &parent, &works);
                named(map, &title, (number, of), head, piece)
            }));
        } else if let Some(before) = parts.last_mut().filter(|before| is_joined(before.boxes.len(), order.len(), most)) {
            before.title = format!("{} · {title}", before.title);
            before.boxes.extend(order);
        } else if !order.is_empty() {
            parts.push(Part { title, head: head(&order, &parent, &works), boxes: order });
        }
    }
    parts.iter_mut().for_each(|part| part.boxes.sort_unstable());
    parts
}

/// Of `boxes`, each after the one that it is hung under, that under which most of them hang; of equals, the first of those that work, or the first.
fn head(boxes: &[u32], parent: &[Option<u32>], works: &[bool]) -> u32 {
    let mut root_of: BTreeMap<u32, u32> = BTreeMap::new();
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    for &index in boxes {
        let above = parent.get(index as usize).copied().flatten();
        let root = above.and_then(|above| root_of.get(&above)).copied().unwrap_or(index);
        root_of.insert(index, root);
        *sizes.entry(root).or_default() += 1;
    }
    let rank = |index: &u32| (sizes.get(index).copied().unwrap_or(0), works.get(*index as usize) == Some(&true));
    // Of equals, the last is the one that is given.
    boxes.iter().rev().copied().max_by_key(rank).unwrap_or_default()
}

fn named(map: &Map, title: &str, (number, of): (usize, usize), head: u32, boxes: Vec<u32>) -> Part {
    if of == 1 {
        return Part { title: title.to_owned(), head, boxes };
    }
    let about = map.boxes.get(head as usize).map_or(String::new(), |b| shorten(&b.text.short, TITLE_COLUMNS));
    Part { title: format!("{title} ({number} of {of}): {about}"), head, boxes }
}

/// Whether each box has an effect on another, by itself or with others; to undercut is to have one on a step.
fn works(map: &Map) -> Vec<bool> {
    let mut works = vec![false; map.boxes.len()];
    for arrow in &map.arrows {
        let force = match arrow.to {
            End::Joint(joint) if arrow.is_leg => map.joints.get(joint as usize).map_or(Force::Fails, |joint| joint.force),
            _ => arrow.force,
        };
        if let (End::Box(from), true) = (arrow.from, force != Force::Fails && arrow.kind != ArrowKind::Undercut) {
            works.get_mut(from as usize).into_iter().for_each(|works| *works = true);
        }
    }
    works
}

/// Whether so few boxes go to the part of so many others, or the others to theirs.
const fn is_joined(one: usize, other: usize, most: usize) -> bool {
    (one < FEWEST || other < FEWEST) && one + other <= most + FEWEST
}

/// The outermost group of each box.
fn tops(map: &Map) -> Vec<Option<u32>> {
    let mut top_of: Vec<u32> = Vec::with_capacity(map.groups.len());
    for (index, group) in map.groups.iter().enumerate() {
        let top = group.parent.and_then(|p| top_of.get(p as usize)).copied().unwrap_or(index as u32);
        top_of.push(top);
    }
    map.boxes.iter().map(|b| b.group.and_then(|g| top_of.get(g as usize)).copied()).collect()
}

/// All boxes, each after the one that it is hung under, and that one: the first of its section that it bears on and that was met before.
fn forest(map: &Map, tops: &[Option<u32>]) -> (Vec<u32>, Vec<Option<u32>>) {
    let top = |index: u32| tops.get(index as usize).copied().flatten();
    // A joint is in the section of the first box that leads to it.
    let mut of_joint: Vec<Option<Option<u32>>> = vec![None; map.joints.len()];
    for arrow in map.arrows.iter().filter(|a| a.is_leg) {
        if let (End::Box(from), End::Joint(to)) = (arrow.from, arrow.to)
            && let Some(slot) = of_joint.get_mut(to as usize)
        {
            slot.get_or_insert_with(|| top(from));
        }
    }
    let section = |end: End| match end {
        End::Box(index) => top(index),
        End::Joint(index) => of_joint.get(index as usize).copied().flatten().flatten(),
    };
    let arrows: Vec<Arrow> = map.arrows.iter().filter(|a| section(a.from) == section(a.to)).copied().collect();
    let inner = Map { arrows, ..map.clone() };
    let bearing = Bearing::new(&inner);
    let conclusions = bearing.conclusions(&inner);
    bearing.forest(conclusions.into_iter().chain(0..map.boxes.len() as u32).collect())
}

/// How much each box takes of a sheet: more, the more links it has besides those by which boxes hang under each other.
fn takes(map: &Map, parent: &[Option<u32>]) -> Vec<usize> {
    let mut links = vec![0usize; map.boxes.len()];
    for end in map.arrows.iter().flat_map(|a| [a.from, a.to]) {
        if let End::Box(index) = end {
            links.get_mut(index as usize).into_iter().for_each(|links| *links += 1);
        }
    }
    for (index, above) in (0..).zip(parent) {
        for end in above.iter().flat_map(|above| [index, *above]) {
            links.get_mut(end as usize).into_iter().for_each(|links| *links = links.saturating_sub(1));
        }
    }
    links.into_iter().map(|links| BOX + links.min(LINKS)).collect()
}

/// The boxes of `order` in pieces that can be taken in: each a box with what bears on it, as much as fits; small ones together.
fn pieces(order: &[u32], parent: &[Option<u32>], takes: &[usize], most: usize) -> Vec<Vec<u32>> {
    let most_taken = BOX * most;
    let above = |node: u32| parent.get(node as usize).copied().flatten();
    let mut weight: BTreeMap<u32, usize> = BTreeMap::new();
    // The boxes that a piece begins with, from which it goes down as far as the next.
    let mut is_cut: BTreeSet<u32> = BTreeSet::new();
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for &node in order.iter().rev() {
        let mut below = children.remove(&node).unwrap_or_default();
        let of = |child: &u32| weight.get(child).copied().unwrap_or(0);
        let mut total = takes.get(node as usize).copied().unwrap_or(BOX) + below.iter().map(of).sum::<usize>();
        below.sort_by_key(of);
        while total > most_taken
            && let Some(child) = below.pop()
        {
            total -= of(&child);
            is_cut.insert(child);
        }
        weight.insert(node, total);
        match above(node) {
            Some(parent) => children.entry(parent).or_default().push(node),
            None => drop(is_cut.insert(node)),
        }
    }
    let mut piece_of: BTreeMap<u32, usize> = BTreeMap::new();
    let mut pieces: Vec<Vec<u32>> = Vec::new();
    let mut room = 0;
    for &node in order {
        let piece = if is_cut.contains(&node) {
            let size = weight.get(&node).copied().unwrap_or(BOX);
            if size > room || pieces.is_empty() {
                pieces.push(Vec::new());
                room = most_taken;
            }
            room = room.saturating_sub(size);
            pieces.len() - 1
        } else {
            above(node).and_then(|p| piece_of.get(&p)).copied().unwrap_or(0)
        };
        piece_of.insert(node, piece);
        pieces.get_mut(piece).into_iter().for_each(|list| list.push(node));
    }
    let mut joined: Vec<Vec<u32>> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(before) if is_joined(before.len(), piece.len(), most) => before.extend(piece),
            _ => joined.push(piece),
        }
    }
    joined
}
