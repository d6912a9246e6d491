//! A map that is too large to be taken in, as an overview and sheets: one for each section or, where a section is too large or there are
//! none, for each key claim with what bears on it.

use crate::{
    analysis::verdict::Verdict,
    diagram::{
        around::{Around, Part},
        bearing::Bearing,
        parts::{Arrow, ArrowKind, End, Map, Status, Subject, Tally},
        select::{keep, with_targets},
    },
};

use std::collections::BTreeMap;

/// How many boxes can be taken in at once.
pub const MOST: usize = 60;
/// How many boxes make a sheet of their own; fewer go onto that of others.
const FEWEST: usize = 3;

/// `map` as sheets: itself where it is small enough, else an overview, which is the first, and its parts. Every box is on a sheet, and those
/// of the overview say on which. Nearly linear.
pub fn sheets(map: &Map) -> Vec<Map> {
    if map.boxes.len() <= MOST { vec![map.clone()] } else { apart(map) }
}

/// `map` as an overview and its parts, however small it is. As [`sheets`] otherwise.
pub fn apart(map: &Map) -> Vec<Map> {
    let around = Around::new(map);
    let parts = parts(map, &around);
    let mut part_of = vec![None; map.boxes.len()];
    for (at, (_, boxes)) in parts.iter().enumerate() {
        for index in boxes {
            part_of.get_mut(*index as usize).into_iter().for_each(|slot| *slot = Some(at));
        }
    }
    let mut first = overview(map, |key| part_of.get(key as usize).copied().flatten());
    let statements = map.boxes.iter().filter(|b| matches!(b.subject, Subject::Claim(..))).count();
    first.note = Some(format!("An overview of {statements} statements; each part follows on a sheet of its own."));
    let mut sheets = vec![first];
    for (title, boxes) in parts {
        let Part { map, chosen, .. } = around.of(&boxes);
        let shown = with_targets(&map, &chosen);
        // What a part leads to is shown with it, unless that makes it too large.
        let is_small = shown.iter().filter(|s| **s).count() <= MOST + MOST / 2;
        let mut sheet = keep(&map, if is_small { &shown } else { &chosen });
        sheet.title = Some(title);
        unframe(&mut sheet);
        sheets.push(sheet);
    }
    sheets
}

/// Takes away a frame that holds the whole sheet, whose title says what it would say.
fn unframe(sheet: &mut Map) {
    let is_outermost = sheet.groups.iter().filter(|g| g.parent.is_none()).count() == 1;
    let mut held = sheet.boxes.iter().map(|b| b.group).chain(sheet.joints.iter().map(|j| j.group));
    if !is_outermost || held.any(|group| group.is_none()) {
        return;
    }
    // A group comes after the one that it lies in, so the outermost is the first.
    sheet.groups.remove(0);
    let up = |group: &mut Option<u32>| *group = group.and_then(|g| g.checked_sub(1));
    sheet.groups.iter_mut().for_each(|g| up(&mut g.parent));
    sheet.boxes.iter_mut().for_each(|b| up(&mut b.group));
    sheet.joints.iter_mut().for_each(|j| up(&mut j.group));
}

/// Questions, their answers and the other conclusions, each with how much bears on it; of many conclusions those with most. `part` says which
/// part of the map a box lies in, if there are parts. Linear for each of a bounded number of boxes.
pub fn overview(map: &Map, part: impl Fn(u32) -> Option<usize>) -> Map {
    let bearing = Bearing::new(map);
    let mut is_key: Vec<bool> = map.boxes.iter().map(|b| matches!(b.subject, Subject::Question(_))).collect();
    let answers = map.arrows.iter().filter(|a| a.kind == ArrowKind::Answer);
    let answers = answers.filter_map(|a| if let End::Box(from) = a.from { Some(from) } else { None });
    for key in answers.collect::<Vec<_>>().into_iter().chain(bearing.conclusions(map)) {
        if let Some(slot) = is_key.get_mut(key as usize) {
            *slot = true;
        }
    }
    let mut keys: Vec<(u32, Tally)> = Vec::new();
    for key in (0..map.boxes.len() as u32).filter(|k| is_key.get(*k as usize) == Some(&true)) {
        keys.push((key, tally(map, &bearing, key)));
        if keys.len() > 4 * MOST {
            break;
        }
    }
    keys.sort_by_key(|(key, tally)| (!is_question(map, *key), std::cmp::Reverse(tally.all()), *key));
    keys.truncate(MOST);
    let mut shown = map.clone();
    let mut kept = vec![false; map.boxes.len()];
    for (key, tally) in keys {
        if let (Some(kept), Some(node)) = (kept.get_mut(key as usize), shown.boxes.get_mut(key as usize)) {
            *kept = true;
            node.beneath = Some(tally);
            node.sheet = part(key).map(|at| at as u32 + 2);
        }
    }
    keep(&shown, &kept)
}

fn is_question(map: &Map, index: u32) -> bool {
    map.boxes.get(index as usize).is_some_and(|b| matches!(b.subject, Subject::Question(_)))
}

/// How the statements that bear on a box come out.
fn tally(map: &Map, bearing: &Bearing, root: u32) -> Tally {
    let mut tally = Tally::default();
    let beneath = bearing.distances([root]).into_iter().zip(&map.boxes).filter(|(far, _)| far.is_some_and(|far| far > 0));
    for (_, node) in beneath {
        match node.status {
            Status::Claim(Verdict::Stands) => tally.stand += 1,
            Status::Claim(Verdict::Open) => tally.open += 1,
            Status::Claim(Verdict::Denied | Verdict::Unfounded) => tally.fall += 1,
            Status::Claim(Verdict::Unsupported) => tally.unsupported += 1,
            _ => {}
        }
    }
    tally
}

/// The boxes of the parts of a large map with their titles: what lies in no section, then the sections in their order.
fn parts(map: &Map, around: &Around<'_>) -> Vec<(String, Vec<u32>)> {
    let mut sections: BTreeMap<Option<u32>, Vec<u32>> = BTreeMap::new();
    for (index, top) in (0..).zip(tops(map)) {
        sections.entry(top).or_default().push(index);
    }
    let mut parts: Vec<(String, Vec<u32>)> = Vec::new();
    for (section, boxes) in sections {
        let title = match section.and_then(|s| map.groups.get(s as usize)) {
            Some(group) => group.title.clone(),
            None => map.title.clone().unwrap_or_else(|| "Argument map".to_owned()),
        };
        if boxes.len() > MOST {
            let pieces = pieces(&around.of(&boxes));
            let of = pieces.len();
            parts.extend(pieces.into_iter().enumerate().map(|(at, piece)| (format!("{title} ({} of {of})", at + 1), piece)));
        } else if let Some((before, held)) = parts.last_mut().filter(|(_, held)| is_joined(held.len(), boxes.len())) {
            *before = format!("{before} · {title}");
            held.extend(boxes);
        } else {
            parts.push((title, boxes));
        }
    }
    parts
}

/// Whether so few boxes go onto the sheet of so many others, or the others onto theirs.
const fn is_joined(one: usize, other: usize) -> bool {
    (one < FEWEST || other < FEWEST) && one + other <= MOST + FEWEST
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

/// The chosen boxes of a part in pieces that can be taken in: each a box with what bears on it, as much as fits; small ones together.
fn pieces(part: &Part) -> Vec<Vec<u32>> {
    let map = &part.map;
    let (order, parent) = forest(map, &part.chosen);
    let mut weight = vec![0usize; map.boxes.len()];
    // The boxes that a piece begins with, from which it goes down as far as the next.
    let mut is_cut = vec![false; map.boxes.len()];
    let mut heavy: Vec<Vec<u32>> = vec![Vec::new(); map.boxes.len()];
    for &node in order.iter().rev() {
        let mut total: usize = 1;
        let mut children = heavy.get_mut(node as usize).map(std::mem::take).unwrap_or_default();
        let of = |weight: &[usize], child: u32| weight.get(child as usize).copied().unwrap_or(0);
        total += children.iter().map(|c| of(&weight, *c)).sum::<usize>();
        children.sort_by_key(|c| of(&weight, *c));
        while total > MOST
            && let Some(child) = children.pop()
        {
            total -= of(&weight, child);
            if let Some(cut) = is_cut.get_mut(child as usize) {
                *cut = true;
            }
        }
        if let Some(slot) = weight.get_mut(node as usize) {
            *slot = total;
        }
        match parent.get(node as usize).copied().flatten() {
            Some(parent) => heavy.get_mut(parent as usize).into_iter().for_each(|list| list.push(node)),
            None => is_cut.get_mut(node as usize).into_iter().for_each(|cut| *cut = true),
        }
    }
    let mut piece_of: Vec<Option<usize>> = vec![None; map.boxes.len()];
    let mut room: Vec<usize> = Vec::new();
    for &node in &order {
        let index = node as usize;
        let piece = if is_cut.get(index) == Some(&true) {
            let size = weight.get(index).copied().unwrap_or(1);
            match room.last_mut().filter(|room| **room >= size) {
                Some(room) => *room -= size,
                None => room.push(MOST.saturating_sub(size)),
            }
            Some(room.len() - 1)
        } else {
            parent.get(index).copied().flatten().and_then(|p| piece_of.get(p as usize)).copied().flatten()
        };
        if let Some(slot) = piece_of.get_mut(index) {
            *slot = piece;
        }
    }
    let mut pieces: Vec<Vec<u32>> = vec![Vec::new(); room.len()];
    for (piece, place) in piece_of.into_iter().zip(&part.places) {
        piece.and_then(|p| pieces.get_mut(p)).into_iter().for_each(|list| list.push(*place));
    }
    let mut joined: Vec<Vec<u32>> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(before) if is_joined(before.len(), piece.len()) => before.extend(piece),
            _ => joined.push(piece),
        }
    }
    joined
}

/// The boxes of `within`, each after the one that it is hung under: the first that it bears on and that was met before.
fn forest(map: &Map, within: &[bool]) -> (Vec<u32>, Vec<Option<u32>>) {
    let inner = keep_arrows(map, within);
    let bearing = Bearing::new(&inner);
    let roots: Vec<u32> = bearing.conclusions(&inner).into_iter().filter(|r| within.get(*r as usize) == Some(&true)).collect();
    bearing.forest(roots)
}

/// `map` with only the arrows between boxes of `within`, and to and from joints.
fn keep_arrows(map: &Map, within: &[bool]) -> Map {
    let is_in = |end: End| !matches!(end, End::Box(index) if within.get(index as usize) != Some(&true));
    let arrows: Vec<Arrow> = map.arrows.iter().filter(|a| is_in(a.from) && is_in(a.to)).copied().collect();
    Map { arrows, ..map.clone() }
}
