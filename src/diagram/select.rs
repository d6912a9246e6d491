//! A part of a map: the boxes that are asked for, and the arrows between them.

use crate::{
    analysis::verdict::Verdict,
    diagram::{
        bearing::Bearing,
        parts::{Arrow, ArrowKind, End, Group, Joint, Map, Status, Subject},
    },
};

/// Which boxes are asked for. What is not said does not restrict.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// This box and what bears on it or undercuts a step from it, by index.
    pub from: Option<u32>,
    /// At most so many boxes away from it or, without it, from a conclusion.
    pub depth: Option<u32>,
    /// What this party says, by the name that people know, and what that bears on next.
    pub party: Option<String>,
    /// What comes out so.
    pub only: Option<Outcome>,
}

/// How a box comes out, in one word of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It stands; a question is answered.
    Stands,
    /// It is open; a question is unanswered, or has more answers than it takes.
    Open,
    /// It falls.
    Falls,
    /// Nothing speaks for it.
    Unsupported,
}

/// What is said where not all is shown that bears on the boxes of a part, which may decide how they come out.
const LEFT_OUT: &str = "Not all that bears on this is shown.";
/// What is said where nothing is asked for that is there.
pub const NONE: &str = "No statement of the debate fits this.";

/// The part of `map` that is asked for, with a note that says what it is. Linear.
pub fn select(map: &Map, selection: &Selection) -> Map {
    let mut kept = vec![true; map.boxes.len()];
    let mut notes = Vec::new();
    if selection.from.is_some() || selection.depth.is_some() {
        let bearing = Bearing::new(map);
        let most = selection.depth.unwrap_or(u32::MAX);
        let undercuts = selection.from.filter(|_| most > 0).map_or_else(Vec::new, |from| undercuts(map, from));
        let roots = selection.from.map_or_else(|| bearing.conclusions(map), |from| vec![from]);
        let roots = roots.into_iter().map(|root| (End::Box(root), 0)).chain(undercuts.iter().copied());
        kept = bearing.distances_on(roots).into_iter().map(|far| far.is_some_and(|far| far <= most)).collect();
        if let Some(root) = selection.from.and_then(|f| map.boxes.get(f as usize)) {
            let steps = if undercuts.is_empty() { "" } else { ", and on the steps that go from it" };
            notes.push(format!("what bears on “{}”{steps}", root.text.short));
        }
        if let (Some(from), false) = (selection.from, undercuts.is_empty()) {
            let from: Vec<bool> = (0..map.boxes.len()).map(|index| index == from as usize).collect();
            kept.iter_mut().zip(with_targets(map, &from)).for_each(|(kept, shown)| *kept |= shown);
        }
        if let Some(most) = selection.depth {
            notes.push(format!("to a depth of {most}"));
        }
    }
    if let Some(party) = &selection.party {
        let said: Vec<bool> = map.boxes.iter().map(|b| b.speakers.contains(party)).collect();
        let shown = with_targets(map, &said);
        kept.iter_mut().zip(shown).for_each(|(kept, shown)| *kept &= shown);
        notes.push(format!("statements made by {}, and what they bear on", within_a_sentence(party)));
    }
    if let Some(only) = selection.only {
        kept.iter_mut().zip(&map.boxes).for_each(|(kept, node)| *kept &= is(node.status, only));
        notes.push(format!("only what {}", word(only)));
    }
    let mut part = keep(map, &kept);
    if !notes.is_empty() {
        let more = match () {
            () if part.boxes.is_empty() => format!(" {NONE}"),
            // A depth says so itself.
            () if selection.depth.is_none() && reasons(&part, |_| true) < reasons(map, |index| kept.get(index as usize) == Some(&true)) => {
                format!(" {LEFT_OUT}")
            }
            () => String::new(),
        };
        part.note = Some(format!("Part of the map: {}.{more}", notes.join("; ")));
    }
    part
}

/// How often an arrow leads to one of these boxes; what contradicts each other leads to each other.
fn reasons(map: &Map, is_one: impl Fn(u32) -> bool) -> usize {
    let both = |a: &Arrow| (a.kind == ArrowKind::Contradiction).then_some(a.from);
    let ends = map.arrows.iter().flat_map(|a| [Some(a.to), both(a)]).flatten();
    ends.filter(|end| matches!(end, End::Box(index) if is_one(*index))).count()
}

/// The name of a party, whose article is small where it is not the first word.
fn within_a_sentence(party: &str) -> String {
    party.strip_prefix("The ").map_or_else(|| party.to_owned(), |name| format!("the {name}"))
}

/// The boxes of `map` that are at most `depth` boxes away from a conclusion, and those of which the text beside it tells; with a
/// note of how many they are. Linear.
pub fn nearest(map: &Map, depth: u32, is_told: impl Fn(Subject) -> bool) -> Map {
    let bearing = Bearing::new(map);
    let near = bearing.distances(bearing.conclusions(map)).into_iter().map(|far| far.is_some_and(|far| far <= depth));
    let kept: Vec<bool> = near.zip(&map.boxes).map(|(near, node)| near || is_told(node.subject)).collect();
    let mut part = keep(map, &kept);
    let (shown, all) = (part.boxes.len(), map.boxes.len());
    if shown < all {
        part.note = Some(nearest_of(shown, all));
    }
    part
}

/// What is said of a map that shows no more than so many boxes.
pub fn nearest_of(shown: usize, all: usize) -> String {
    format!("Shown are {shown} of {all} boxes.")
}

const fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Stands => "stands",
        Outcome::Open => "is open",
        Outcome::Falls => "falls",
        Outcome::Unsupported => "is unsupported",
    }
}

const fn is(status: Status, outcome: Outcome) -> bool {
    match status {
        Status::Claim(Verdict::Stands) | Status::Answered | Status::ByDefault | Status::Together => matches!(outcome, Outcome::Stands),
        Status::Claim(Verdict::Open) | Status::TooMany | Status::Unanswered => matches!(outcome, Outcome::Open),
        Status::Claim(Verdict::Denied | Verdict::Unfounded) => matches!(outcome, Outcome::Falls),
        Status::Claim(Verdict::Unsupported) => matches!(outcome, Outcome::Unsupported),
    }
}

/// What undercuts the steps that go from the box `from`, and how far away that is, the nearest first.
fn undercuts(map: &Map, from: u32) -> Vec<(End, u32)> {
    let mut is_step = vec![false; map.joints.len()];
    for arrow in map.arrows.iter().filter(|a| a.is_leg && a.from == End::Box(from)) {
        if let End::Joint(joint) = arrow.to {
            mark(&mut is_step, joint);
        }
    }
    let is_undercut = |end: End| matches!(end, End::Joint(joint) if is_step.get(joint as usize) == Some(&true));
    let undercuts = map.arrows.iter().filter(|a| !a.is_leg && is_undercut(a.to));
    let mut undercuts: Vec<(End, u32)> = undercuts.map(|a| (a.from, u32::from(matches!(a.from, End::Box(_))))).collect();
    undercuts.sort_by_key(|(_, far)| *far);
    undercuts
}

/// `chosen` and the boxes that they bear on next; of a step that they are a part of or undercut, what it goes from besides.
fn with_targets(map: &Map, chosen: &[bool]) -> Vec<bool> {
    let mut shown = chosen.to_vec();
    let mut through = vec![false; map.joints.len()];
    // A joint may lead to another, an undercut of an undercut, so this goes on until nothing is added.
    let mut grows = true;
    while std::mem::take(&mut grows) {
        for arrow in &map.arrows {
            let leads = match arrow.from {
                End::Box(from) => chosen.get(from as usize) == Some(&true),
                End::Joint(from) => through.get(from as usize) == Some(&true),
            };
            let slot = match arrow.to {
                End::Box(to) => shown.get_mut(to as usize),
                End::Joint(to) => through.get_mut(to as usize),
            };
            if let Some(slot) = slot.filter(|slot| leads && !**slot) {
                *slot = true;
                grows = matches!(arrow.to, End::Joint(_)) || grows;
            }
            if let (ArrowKind::Contradiction, End::Box(from), End::Box(to)) = (arrow.kind, arrow.from, arrow.to)
                && chosen.get(to as usize) == Some(&true)
            {
                mark(&mut shown, from);
            }
        }
    }
    for arrow in map.arrows.iter().filter(|a| a.is_leg) {
        if let (End::Box(from), End::Joint(to)) = (arrow.from, arrow.to)
            && through.get(to as usize) == Some(&true)
        {
            mark(&mut shown, from);
        }
    }
    shown
}

/// The boxes of `map` for which `kept` holds, the arrows between them, and the groups that they lie in. A joint stays where it still
/// joins something; it keeps the number of its legs, so it still says that more is needed than is shown. Linear.
pub fn keep(map: &Map, kept: &[bool]) -> Map {
    let stays = joints_that_stay(map, kept);
    let boxes = numbers(kept);
    let joints = numbers(&stays);
    let mut filled = vec![false; map.groups.len()];
    let held = map.boxes.iter().zip(kept).filter(|(_, k)| **k).filter_map(|(b, _)| b.group);
    let held = held.chain(map.joints.iter().zip(&stays).filter(|(_, s)| **s).filter_map(|(j, _)| j.group));
    held.for_each(|group| mark(&mut filled, group));
    for (index, group) in map.groups.iter().enumerate().rev() {
        if let (Some(true), Some(parent)) = (filled.get(index), group.parent) {
            mark(&mut filled, parent);
        }
    }
    let groups = numbers(&filled);
    let number = |list: &[Option<u32>], old: u32| list.get(old as usize).copied().flatten();
    let end = |end: End| match end {
        End::Box(old) => number(&boxes, old).map(End::Box),
        End::Joint(old) => number(&joints, old).map(End::Joint),
    };
    let group_of = |group: Option<u32>| group.and_then(|g| number(&groups, g));
    let chosen = |kept: &[bool], index: usize| kept.get(index) == Some(&true);
    Map {
        title: map.title.clone(),
        note: map.note.clone(),
        groups: map
            .groups
            .iter()
            .enumerate()
            .filter(|(index, _)| chosen(&filled, *index))
            .map(|(_, g)| Group { title: g.title.clone(), parent: group_of(g.parent) })
            .collect(),
        boxes: map
            .boxes
            .iter()
            .enumerate()
            .filter(|(index, _)| chosen(kept, *index))
            .map(|(_, b)| crate::diagram::parts::Node { group: group_of(b.group), ..b.clone() })
            .collect(),
        joints: map
            .joints
            .iter()
            .enumerate()
            .filter(|(index, _)| chosen(&stays, *index))
            .map(|(_, j)| Joint { group: group_of(j.group), ..j.clone() })
            .collect(),
        arrows: map.arrows.iter().filter_map(|a| Some(Arrow { from: end(a.from)?, to: end(a.to)?, ..*a })).collect(),
    }
}

fn mark(list: &mut [bool], index: u32) {
    if let Some(slot) = list.get_mut(index as usize) {
        *slot = true;
    }
}

/// The new index of each that is kept.
fn numbers(kept: &[bool]) -> Vec<Option<u32>> {
    let mut next = 0;
    let number = |kept: &bool| {
        kept.then(|| {
            next += 1;
            next - 1
        })
    };
    kept.iter().map(number).collect()
}

/// The joints from which a box that is kept still leads to one that is kept; a contradiction's, where two of its claims are.
fn joints_that_stay(map: &Map, kept: &[bool]) -> Vec<bool> {
    let is_kept = |end: End| matches!(end, End::Box(index) if kept.get(index as usize) == Some(&true));
    let mut legs = vec![0u32; map.joints.len()];
    let mut leads = vec![false; map.joints.len()];
    for arrow in &map.arrows {
        if let (End::Joint(joint), true) = (arrow.to, arrow.is_leg && is_kept(arrow.from))
            && let Some(legs) = legs.get_mut(joint as usize)
        {
            *legs += 1;
        }
    }
    // Joints that lead to joints, undercuts of undercuts, are asked until nothing is added.
    let mut grows = true;
    while std::mem::take(&mut grows) {
        for arrow in &map.arrows {
            let End::Joint(from) = arrow.from else { continue };
            let arrives = match arrow.to {
                End::Joint(to) => leads.get(to as usize) == Some(&true) && legs.get(to as usize).is_some_and(|l| *l > 0),
                to => is_kept(to),
            };
            if let Some(slot) = leads.get_mut(from as usize).filter(|slot| arrives && !**slot) {
                *slot = true;
                grows = true;
            }
        }
    }
    let stays = |((legs, leads), joint): ((&u32, &bool), &Joint)| {
        if joint.kind == ArrowKind::Contradiction { *legs > 1 } else { *legs > 0 && *leads }
    };
    legs.iter().zip(&leads).zip(&map.joints).map(stays).collect()
}
