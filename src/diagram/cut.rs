//! A map cut into sheets. A link between two sheets is drawn on both, and ends on each at a small box that stands for what lies on the other.
//!
//! A joint lies with its premises where these are on one sheet, else with its target, so each line of a step is cut once at most. A small
//! box stands for a box of another sheet or for a step there; several that are linked alike with one thing on this sheet, and lie on one
//! other sheet, become one that says how many they are; so do those of many sheets.

use crate::diagram::{
    parts::{Arrow, ArrowKind, Elsewhere, End, Group, Joint, Label, Map, Node},
    wrap::shorten,
};
use std::collections::{BTreeMap, BTreeSet};

/// How much of a text stands in a small box, in columns.
const SMALL_COLUMNS: usize = 64;
/// From how many on small boxes that are linked alike become one.
const MANY: usize = 3;
/// On how many sheets things that are linked alike may lie, until one small box stands for all of them.
const FAR: usize = 6;
/// How many small boxes of a sheet may stand for what has several links here.
const SHARED: usize = 30;

/// The sheets of `map`, whose boxes are on the sheets of these numbers, which follow each other; their titles are those of the map. Nearly
/// linear.
pub fn cut(map: &Map, sheet: &[u32]) -> Vec<Map> {
    let whole = Whole::new(map, sheet);
    let first = sheet.iter().min().copied().unwrap_or(0);
    let count = sheet.iter().max().map_or(0, |last| last - first + 1);
    let mut sheets: Vec<Content> = (0..count).map(|_| Content::default()).collect();
    let mut add = |number: u32, then: &dyn Fn(&mut Content)| {
        number.checked_sub(first).and_then(|at| sheets.get_mut(at as usize)).into_iter().for_each(then);
    };
    for index in 0..map.boxes.len() as u32 {
        add(whole.sheet(End::Box(index)), &|sheet| sheet.boxes.push(index));
    }
    for index in 0..map.joints.len() as u32 {
        add(whole.sheet(End::Joint(index)), &|sheet| sheet.joints.push(index));
    }
    for arrow in &map.arrows {
        let (from, to) = (whole.sheet(arrow.from), whole.sheet(arrow.to));
        add(from, &|sheet| sheet.arrows.push(*arrow));
        if from != to {
            add(to, &|sheet| sheet.arrows.push(*arrow));
        }
    }
    sheets.into_iter().map(|content| whole.draw(content)).collect()
}

/// What is on a sheet, by its place in the whole map.
#[derive(Default)]
struct Content {
    boxes: Vec<u32>,
    joints: Vec<u32>,
    /// All that have an end here.
    arrows: Vec<Arrow>,
}

/// The map, and where all of it is found.
struct Whole<'m> {
    map: &'m Map,
    of_box: &'m [u32],
    of_joint: Vec<u32>,
    /// The legs of each joint: first those that start on its sheet and, of these, the one on which it depends most.
    legs: Vec<Vec<Arrow>>,
    /// The first arrow by which each joint leads on.
    onward: Vec<Option<Arrow>>,
}

/// A link of a sheet with what lies on another.
struct Way {
    /// As in the whole map.
    arrow: Arrow,
    /// Its end on this sheet, by its place there.
    here: End,
    /// Whether it leads from here to there.
    is_out: bool,
}

impl Way {
    const fn there(&self) -> End {
        if self.is_out { self.arrow.to } else { self.arrow.from }
    }

    /// What several ways must have in common to be drawn as one.
    const fn likeness(&self) -> (End, bool, Arrow) {
        (self.here, self.is_out, Arrow { from: End::Box(0), to: End::Box(0), ..self.arrow })
    }
}

impl<'m> Whole<'m> {
    fn new(map: &'m Map, of_box: &'m [u32]) -> Self {
        let mut legs: Vec<Vec<Arrow>> = vec![Vec::new(); map.joints.len()];
        let mut onward = vec![None; map.joints.len()];
        for arrow in &map.arrows {
            if let (true, End::Joint(joint)) = (arrow.is_leg, arrow.to) {
                legs.get_mut(joint as usize).into_iter().for_each(|list| list.push(*arrow));
            } else if let (false, End::Joint(joint)) = (arrow.is_leg, arrow.from)
                && let Some(slot) = onward.get_mut(joint as usize)
            {
                slot.get_or_insert(*arrow);
            }
        }
        let mut whole = Self { map, of_box, of_joint: Vec::new(), legs, onward };
        whole.of_joint = whole.legs.iter().zip(&whole.onward).map(|(legs, onward)| whole.home(legs, onward.map(|a| a.to))).collect();
        let mut legs = std::mem::take(&mut whole.legs);
        for (legs, home) in legs.iter_mut().zip(&whole.of_joint) {
            legs.sort_by_key(|leg| (whole.sheet(leg.from) != *home, std::cmp::Reverse(leg.force)));
        }
        Self { legs, ..whole }
    }

    /// The sheet of a joint.
    fn home(&self, legs: &[Arrow], target: Option<End>) -> u32 {
        let mut sheets = legs.iter().map(|leg| self.sheet(leg.from));
        let first = sheets.next().unwrap_or_default();
        match target {
            Some(target @ End::Box(_)) if !sheets.all(|sheet| sheet == first) => self.sheet(target),
            _ => first,
        }
    }

    fn sheet(&self, end: End) -> u32 {
        let sheet = match end {
            End::Box(index) => self.of_box.get(index as usize),
            End::Joint(index) => self.of_joint.get(index as usize),
        };
        sheet.copied().unwrap_or_default()
    }

    fn draw(&self, content: Content) -> Map {
        let groups = self.groups(&content);
        let group_of = |group: Option<u32>| group.and_then(|g| groups.binary_search(&g).ok()).map(|at| at as u32);
        let here = |end: End| match end {
            End::Box(old) => content.boxes.binary_search(&old).ok().map(|at| End::Box(at as u32)),
            End::Joint(old) => content.joints.binary_search(&old).ok().map(|at| End::Joint(at as u32)),
        };
        let boxes = content.boxes.iter().filter_map(|b| self.map.boxes.get(*b as usize));
        let joints = content.joints.iter().filter_map(|j| self.map.joints.get(*j as usize));
        let mut sheet = Map {
            title: self.map.title.clone(),
            note: None,
            groups: groups
                .iter()
                .filter_map(|g| self.map.groups.get(*g as usize))
                .map(|g| Group { title: g.title.clone(), parent: group_of(g.parent) })
                .collect(),
            boxes: boxes.map(|b| Node { group: group_of(b.group), ..b.clone() }).collect(),
            joints: joints.map(|j| Joint { group: group_of(j.group), ..j.clone() }).collect(),
            arrows: Vec::new(),
        };
        let mut ways: Vec<Way> = Vec::new();
        for &arrow in &content.arrows {
            match (here(arrow.from), here(arrow.to)) {
                (Some(from), Some(to)) => sheet.arrows.push(Arrow { from, to, ..arrow }),
                (Some(here), None) => ways.push(Way { arrow, here, is_out: true }),
                (None, Some(here)) => ways.push(Way { arrow, here, is_out: false }),
                (None, None) => {}
            }
        }
        for ways in self.bundled(ways) {
            self.refer(&mut sheet, &ways);
        }
        sheet
    }

    /// The groups of what is on a sheet, and those that they lie in.
    fn groups(&self, content: &Content) -> Vec<u32> {
        let boxes = content.boxes.iter().filter_map(|b| self.map.boxes.get(*b as usize)).map(|b| b.group);
        let joints = content.joints.iter().filter_map(|j| self.map.joints.get(*j as usize)).map(|j| j.group);
        let mut held = BTreeSet::new();
        for mut group in boxes.chain(joints) {
            while let Some(at) = group.filter(|at| held.insert(*at)) {
                group = self.map.groups.get(at as usize).and_then(|g| g.parent);
            }
        }
        held.into_iter().collect()
    }

    /// The ways that end at one small box each: those to the same thing or, where these are many, those that are alike.
    fn bundled(&self, ways: Vec<Way>) -> Vec<Vec<Way>> {
        let mut to: BTreeMap<(End, u32), Vec<Way>> = BTreeMap::new();
        for way in ways {
            to.entry((self.thing(&way), self.sheet(way.there()))).or_default().push(way);
        }
        let mut bundles: Vec<Vec<Way>> = to.into_values().collect();
        bundles.sort_by_key(|ways| std::cmp::Reverse(ways.len()));
        let shared = bundles.iter().take_while(|ways| ways.len() > 1).count().min(SHARED);
        let mut alike: BTreeMap<_, BTreeMap<u32, Vec<Way>>> = BTreeMap::new();
        for way in bundles.split_off(shared).into_iter().flatten() {
            let status = self.told(&way).map(|(node, ..)| node.status);
            alike.entry((way.likeness(), status)).or_default().entry(self.sheet(way.there())).or_default().push(way);
        }
        for by_sheet in alike.into_values() {
            if by_sheet.len() > FAR {
                bundles.push(by_sheet.into_values().flatten().collect());
                continue;
            }
            for ways in by_sheet.into_values() {
                if ways.len() < MANY { bundles.extend(ways.into_iter().map(|way| vec![way])) } else { bundles.push(ways) }
            }
        }
        bundles
    }

    /// What a small box at the end of a way stands for: a box, or a step as its joint. For a premise of a step that is elsewhere, it is what
    /// the step leads to; a step of one premise is that premise.
    fn thing(&self, way: &Way) -> End {
        let there = way.there();
        let target = match there {
            End::Joint(joint) if way.arrow.is_leg => self.onward(joint).map(|a| a.to),
            _ => None,
        };
        let thing = target.unwrap_or(there);
        match self.legs_of(thing) {
            [leg] => leg.from,
            _ => thing,
        }
    }

    fn onward(&self, joint: u32) -> Option<Arrow> {
        self.onward.get(joint as usize).copied().flatten()
    }

    fn legs_of(&self, end: End) -> &[Arrow] {
        match end {
            End::Box(_) => &[],
            End::Joint(joint) => self.legs.get(joint as usize).map_or(&[], Vec::as_slice),
        }
    }

    /// The box that tells what is at the other end of a way, where it is, and how many there are besides.
    fn told(&self, way: &Way) -> Option<(&'m Node, u32, usize)> {
        let thing = self.thing(way);
        let legs = self.legs_of(thing);
        // What contradicts others has these at the other end, and not itself.
        let own = (way.is_out && thing == way.there()).then_some(way.arrow.from);
        let first = legs.iter().map(|leg| leg.from).find(|from| Some(*from) != own).unwrap_or(thing);
        let End::Box(index) = first else { return None };
        let more = legs.len().saturating_sub(1 + usize::from(own.is_some()));
        Some((self.map.boxes.get(index as usize)?, self.sheet(first), more))
    }

    /// Adds a small box to `sheet` at which these ways end, which lead to one thing or to things that are alike.
    fn refer(&self, sheet: &mut Map, ways: &[Way]) {
        let [way, ..] = ways else { return };
        let Some((node, place, more)) = self.told(way) else { return };
        let mut sheets: BTreeSet<u32> = ways.iter().map(|way| self.sheet(way.there())).collect();
        let Some(number) = sheets.pop_first() else { return };
        let is_bundle = ways.get(1).is_some_and(|other| self.thing(other) != self.thing(way));
        let label = if is_bundle {
            let text = several(way, ways.len());
            Label { short: text.clone(), whole: text }
        } else {
            let more = if more > 0 { format!(" (and {more} more)") } else { String::new() };
            Label { short: shorten(&node.text.short, SMALL_COLUMNS) + &more, whole: node.text.whole.clone() + &more }
        };
        let group = match way.here {
            End::Box(at) => sheet.boxes.get(at as usize).and_then(|b| b.group),
            End::Joint(at) => sheet.joints.get(at as usize).and_then(|j| j.group),
        };
        let is_there = !is_bundle && place == number;
        let small = End::Box(sheet.boxes.len() as u32);
        sheet.boxes.push(Node {
            text: label,
            speakers: Vec::new(),
            group,
            sheet: Some(number),
            elsewhere: Some(if is_there { Elsewhere::Box } else { Elsewhere::Several(sheets.into_iter().collect()) }),
            ..node.clone()
        });
        for way in ways.iter().take(if is_bundle { 1 } else { ways.len() }) {
            let (from, to) = if way.is_out { (way.here, small) } else { (small, way.here) };
            sheet.arrows.push(Arrow { from, to, ..self.whole(way) });
        }
    }

    /// The arrow of a way, where it is the leg of a step on another sheet as that step.
    fn whole(&self, way: &Way) -> Arrow {
        let End::Joint(index) = way.there() else { return way.arrow };
        let Some(joint) = self.map.joints.get(index as usize).filter(|_| way.arrow.is_leg) else { return way.arrow };
        let remark = self.onward(index).map_or(way.arrow.remark, |onward| onward.remark);
        Arrow { is_leg: false, force: joint.force, remark, ..way.arrow }
    }
}

/// What so many ways like this one lead to.
fn several(way: &Way, count: usize) -> String {
    let what = match (way.arrow.kind, way.is_out) {
        (ArrowKind::Contradiction, _) => "statements that cannot be so with it",
        (_, false) if way.arrow.is_leg => "premises",
        (ArrowKind::Support | ArrowKind::StrictSupport, false) => "reasons",
        (ArrowKind::Rebuttal | ArrowKind::Undercut, false) => "objections",
        (ArrowKind::Limit, false) => "limits",
        (ArrowKind::Answer, false) => "answers",
        (ArrowKind::Support | ArrowKind::StrictSupport, true) => "statements that it supports",
        (ArrowKind::Rebuttal, true) => "statements that it rebuts",
        (ArrowKind::Undercut, true) => "steps that it undercuts",
        (ArrowKind::Limit, true) => "statements that it limits",
        (ArrowKind::Answer, true) => "questions that it answers",
    };
    format!("{count} {what}")
}
