//! A map that is too large to be taken in, as an overview and sheets: one for each part of it.
//!
//! Nothing is lost where a map is parted. A statement is on one sheet, and a link between two sheets is on both: on each it leads to a small
//! box that says what is at its other end, and on which sheet. The overview shows a statement of each sheet as long as there is room, and
//! says how many conclusions it leaves out and where they are.
//!
//! Invariant: every statement is on one sheet, every link is drawn once or leads on two sheets to the other (`tests/sheets.rs`).
//! Invariant: the work is bounded by the size of the map, and for the overview by a number of boxes times that.

use crate::diagram::{
    cut::cut,
    overview::{MOST, Places, overview},
    partition::parts,
    parts::{Map, Subject},
};

/// The number of the sheet after the overview.
const FIRST: u32 = 2;

/// `map` as sheets: itself where it is small enough or cannot be parted, else an overview, which is the first, and its parts. Nearly linear.
pub fn sheets(map: &Map) -> Vec<Map> {
    if map.boxes.len() <= MOST { vec![map.clone()] } else { apart(map, MOST) }
}

/// `map` as an overview and its parts of about `most` boxes, however small it is. As [`sheets`] otherwise.
pub fn apart(map: &Map, most: usize) -> Vec<Map> {
    let parts = parts(map, most);
    if parts.len() < 2 {
        return vec![map.clone()];
    }
    let mut places = Places { sheet: vec![0; map.boxes.len()], heads: parts.iter().map(|p| p.head).collect() };
    for (part, number) in parts.iter().zip(FIRST..) {
        for index in &part.boxes {
            places.sheet.get_mut(*index as usize).into_iter().for_each(|slot| *slot = number);
        }
    }
    let mut first = overview(map, &places);
    let statements = map.boxes.iter().filter(|b| matches!(b.subject, Subject::Claim(..))).count();
    let left = first.note.map_or_else(String::new, |left| format!(" {left}"));
    first.note = Some(format!("An overview of {statements} statements; each part follows on a sheet of its own.{left}"));
    let mut sheets = vec![first];
    for (part, mut sheet) in parts.into_iter().zip(cut(map, &places.sheet)) {
        sheet.title = Some(part.title);
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
