//! The overview of a map that is too large to be taken in: its questions, their answers and its other conclusions, each with how much lies
//! beneath it, and where there are sheets at least one statement of each.

use crate::diagram::{
    bearing::Bearing,
    beneath::Beneath,
    parts::{ArrowKind, End, Map, Subject, Tally},
    select::keep,
    words,
};
use std::collections::BTreeSet;

/// How many boxes can be taken in at once.
pub const MOST: usize = 60;
/// How many boxes are weighed against each other.
const WEIGHED: usize = 4 * MOST;

/// Where the statements of a map are found on sheets.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The number of the sheet of each box.
    pub sheet: Vec<u32>,
    /// The box that each sheet is named after.
    pub heads: Vec<u32>,
}

/// A box that may be shown.
struct Key {
    index: u32,
    tally: Tally,
    is_question: bool,
    /// Whether no other key of its sheet comes before it.
    is_first: bool,
}

impl Key {
    const fn weight(&self) -> usize {
        self.tally.pro.all() + self.tally.contra.all()
    }
}

/// The overview of `map`. Of more than can be shown, those come first that have most beneath them; a note says how many are left out,
/// and where they are. Linear for each of a bounded number of boxes.
pub fn overview(map: &Map, places: &Places) -> Map {
    let conclusions = conclusions(map);
    let sheet = |key: u32| places.sheet.get(key as usize).copied();
    // A sheet on which there is no conclusion is found by the statement that it is named after.
    let told: BTreeSet<u32> = conclusions.iter().filter_map(|key| sheet(*key)).collect();
    let heads = places.heads.iter().copied().filter(|head| sheet(*head).is_none_or(|s| !told.contains(&s)));
    let mut beneath = Beneath::new(map);
    let key = |index: u32| Key {
        index,
        tally: beneath.tally(index),
        is_question: matches!(map.boxes.get(index as usize).map(|b| b.subject), Some(Subject::Question(_))),
        is_first: false,
    };
    let mut keys: Vec<Key> = heads.chain(conclusions.iter().copied()).take(WEIGHED).map(key).collect();
    keys.sort_by_key(|key| (!key.is_question, std::cmp::Reverse(key.weight()), key.index));
    let mut met = BTreeSet::new();
    keys.iter_mut().for_each(|key| key.is_first = sheet(key.index).is_some_and(|s| met.insert(s)));
    keys.sort_by_key(|key| !key.is_first);
    keys.truncate(MOST);
    let mut shown = map.clone();
    let mut kept = vec![false; map.boxes.len()];
    for key in keys {
        if let (Some(kept), Some(node)) = (kept.get_mut(key.index as usize), shown.boxes.get_mut(key.index as usize)) {
            *kept = true;
            node.beneath = Some(key.tally);
            node.sheet = sheet(key.index);
        }
    }
    let left: Vec<u32> = conclusions.iter().copied().filter(|key| kept.get(*key as usize) == Some(&false)).collect();
    shown.note = (!left.is_empty()).then(|| {
        let sheets: BTreeSet<u32> = left.iter().filter_map(|key| sheet(*key)).collect();
        let at = if sheets.is_empty() { String::new() } else { format!("; the others are on {}", words::sheets(&sheets)) };
        format!("It shows {} of {} questions, answers and other conclusions{at}.", conclusions.len() - left.len(), conclusions.len())
    });
    let mut part = keep(&shown, &kept);
    tell_undrawn(map, &kept, &mut part);
    part
}

/// Says at each box of `part`, which holds those of `map` that are `kept`, how many lines lead to it besides those that are drawn.
fn tell_undrawn(map: &Map, kept: &[bool], part: &mut Map) {
    let (all, drawn) = (lines(map), lines(part));
    let all = all.into_iter().zip(kept).filter(|(_, kept)| **kept).map(|(all, _)| all);
    for ((node, all), drawn) in part.boxes.iter_mut().zip(all).zip(drawn) {
        if let Some(tally) = node.beneath.as_mut().filter(|_| drawn > 0) {
            tally.undrawn = all.saturating_sub(drawn);
        }
    }
}

/// How many lines lead to each box.
fn lines(map: &Map) -> Vec<usize> {
    let mut lines = vec![0; map.boxes.len()];
    for arrow in map.arrows.iter().filter(|a| a.kind != ArrowKind::Contradiction) {
        if let End::Box(to) = arrow.to {
            lines.get_mut(to as usize).into_iter().for_each(|count| *count += 1);
        }
    }
    lines
}

/// Questions, their answers and what bears on nothing else.
fn conclusions(map: &Map) -> BTreeSet<u32> {
    let questions = (0..).zip(&map.boxes).filter(|(_, b)| matches!(b.subject, Subject::Question(_))).map(|(index, _)| index);
    let answers = map.arrows.iter().filter(|a| a.kind == ArrowKind::Answer);
    let answers = answers.filter_map(|a| if let End::Box(from) = a.from { Some(from) } else { None });
    questions.chain(answers).chain(Bearing::new(map).conclusions(map)).collect()
}
