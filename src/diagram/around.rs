//! Some boxes of a map with what arrows link them to, found without going through all of the map, so that many parts of a large map cost no
//! more than the map.

use crate::diagram::parts::{Arrow, End, Group, Joint, Map, Node};
use std::collections::BTreeSet;

/// A map and the arrows at each of its ends.
pub struct Around<'m> {
    map: &'m Map,
    at_box: Vec<Vec<u32>>,
    from_box: Vec<Vec<u32>>,
    at_joint: Vec<Vec<u32>>,
}

/// Boxes with their surroundings.
pub struct Part {
    /// A map of the boxes, of the boxes that arrows link with them, directly or through joints, and of what links any of these.
    pub map: Map,
    /// Which of its boxes were asked for.
    pub chosen: Vec<bool>,
    /// The place of each of its boxes in the whole map; these ascend.
    pub places: Vec<u32>,
}

impl<'m> Around<'m> {
    /// That of `map`. Linear.
    pub fn new(map: &'m Map) -> Self {
        let none = vec![Vec::new(); map.boxes.len()];
        let mut around = Self { map, at_box: none.clone(), from_box: none, at_joint: vec![Vec::new(); map.joints.len()] };
        for (index, arrow) in (0..).zip(&map.arrows) {
            if let End::Box(at) = arrow.from {
                around.from_box.get_mut(at as usize).into_iter().for_each(|list| list.push(index));
            }
            for end in [arrow.from, arrow.to] {
                let list = match end {
                    End::Box(at) => around.at_box.get_mut(at as usize),
                    End::Joint(at) => around.at_joint.get_mut(at as usize),
                };
                list.into_iter().for_each(|list| list.push(index));
            }
        }
        around
    }

    /// `asked` with their surroundings. O(n log n) in these and in the arrows that start from them.
    pub fn of(&self, asked: &[u32]) -> Part {
        let (mut joints, mut arrows) = (BTreeSet::new(), BTreeSet::new());
        let mut boxes = self.follow(asked.iter().filter_map(|b| self.at_box.get(*b as usize)).collect(), &mut joints, &mut arrows);
        let asked: BTreeSet<u32> = asked.iter().copied().collect();
        boxes.extend(&asked);
        // What these have to do with others does not bring in the others.
        let others = boxes.difference(&asked).filter_map(|b| self.from_box.get(*b as usize)).collect();
        self.follow(others, &mut joints, &mut arrows);
        let places: Vec<u32> = boxes.into_iter().collect();
        let joints: Vec<u32> = joints.into_iter().collect();
        Part { map: self.cut(&places, &joints, arrows), chosen: places.iter().map(|b| asked.contains(b)).collect(), places }
    }

    /// Adds the arrows of `lists` and, with all of their arrows, the joints that they lead to; the boxes at their ends.
    fn follow<'s>(&'s self, mut lists: Vec<&'s Vec<u32>>, joints: &mut BTreeSet<u32>, arrows: &mut BTreeSet<u32>) -> BTreeSet<u32> {
        let mut boxes = BTreeSet::new();
        while let Some(list) = lists.pop() {
            for &index in list {
                let Some(arrow) = self.map.arrows.get(index as usize).filter(|_| arrows.insert(index)) else { continue };
                for end in [arrow.from, arrow.to] {
                    match end {
                        End::Box(at) => {
                            boxes.insert(at);
                        }
                        End::Joint(at) => lists.extend(self.at_joint.get(at as usize).filter(|_| joints.insert(at))),
                    }
                }
            }
        }
        boxes
    }

    /// The map of these boxes, joints and arrows, which all ascend; arrows whose ends are not all there are left out.
    fn cut(&self, boxes: &[u32], joints: &[u32], arrows: BTreeSet<u32>) -> Map {
        let map = self.map;
        let nodes: Vec<&Node> = boxes.iter().filter_map(|b| map.boxes.get(*b as usize)).collect();
        let met: Vec<&Joint> = joints.iter().filter_map(|j| map.joints.get(*j as usize)).collect();
        let mut held = BTreeSet::new();
        for group in nodes.iter().map(|b| b.group).chain(met.iter().map(|j| j.group)) {
            let mut group = group;
            while let Some(at) = group.filter(|at| held.insert(*at)) {
                group = map.groups.get(at as usize).and_then(|g| g.parent);
            }
        }
        let groups: Vec<u32> = held.into_iter().collect();
        let number = |list: &[u32], old: u32| list.binary_search(&old).ok().map(|at| at as u32);
        let group_of = |group: Option<u32>| group.and_then(|g| number(&groups, g));
        let end = |end: End| match end {
            End::Box(old) => number(boxes, old).map(End::Box),
            End::Joint(old) => number(joints, old).map(End::Joint),
        };
        let cut = |arrow: &Arrow| Some(Arrow { from: end(arrow.from)?, to: end(arrow.to)?, ..*arrow });
        Map {
            title: map.title.clone(),
            note: map.note.clone(),
            groups: groups
                .iter()
                .filter_map(|g| map.groups.get(*g as usize))
                .map(|g| Group { title: g.title.clone(), parent: group_of(g.parent) })
                .collect(),
            boxes: nodes.into_iter().map(|b| Node { group: group_of(b.group), ..b.clone() }).collect(),
            joints: met.into_iter().map(|j| Joint { group: group_of(j.group), ..j.clone() }).collect(),
            arrows: arrows.into_iter().filter_map(|a| map.arrows.get(a as usize).and_then(cut)).collect(),
        }
    }
}
