//! A map cut into the parts that its outermost groups make, for maps that no one takes in at once.

use crate::diagram::parts::{Arrow, End, Group, Joint, Map, Node};

/// One map for each outermost group, and first one for what lies in none, as far as they hold any box. Lines that lead from one part to
/// another are left out. Linear.
pub fn split(map: &Map) -> Vec<Map> {
    let places = Places::new(map);
    let mut parts: Vec<Map> = vec![Map::default(); places.count];
    for (index, group) in map.groups.iter().enumerate() {
        let Some(part) = parts.get_mut(places.part(Some(index as u32))) else { continue };
        match group.parent {
            None => part.title = Some(group.title.clone()),
            Some(parent) => part.groups.push(Group { title: group.title.clone(), parent: places.within(Some(parent)) }),
        }
    }
    let mut boxes = Vec::with_capacity(map.boxes.len());
    for node in &map.boxes {
        let at = places.part(node.group);
        let Some(part) = parts.get_mut(at) else { continue };
        boxes.push((at, part.boxes.len() as u32));
        part.boxes.push(Node { group: places.within(node.group), ..node.clone() });
    }
    let part_of = |end: End| match end {
        End::Box(index) => boxes.get(index as usize).map(|(part, _)| *part),
        End::Joint(index) => map.joints.get(index as usize).map(|j| places.part(j.group)),
    };
    let stays = |arrow: &Arrow| part_of(arrow.from).filter(|part| part_of(arrow.to) == Some(*part));
    // A joint without lines has nothing to join.
    let mut joints: Vec<Option<u32>> = vec![None; map.joints.len()];
    for arrow in &map.arrows {
        let Some(at) = stays(arrow) else { continue };
        let mut end = |end: End| match end {
            End::Box(index) => boxes.get(index as usize).map(|(_, own)| End::Box(*own)),
            End::Joint(index) => {
                let (slot, joint) = (joints.get_mut(index as usize)?, map.joints.get(index as usize)?);
                let own = match *slot {
                    Some(own) => own,
                    None => {
                        let list = &mut parts.get_mut(at)?.joints;
                        list.push(Joint { group: places.within(joint.group), ..*joint });
                        *slot.insert(list.len() as u32 - 1)
                    }
                };
                Some(End::Joint(own))
            }
        };
        if let (Some(from), Some(to)) = (end(arrow.from), end(arrow.to))
            && let Some(part) = parts.get_mut(at)
        {
            part.arrows.push(Arrow { from, to, ..*arrow });
        }
    }
    parts.retain(|part| !part.boxes.is_empty());
    parts
}

/// For each group, the part it belongs to and its index there; outermost groups are parts themselves. Part 0 holds what lies in no group.
struct Places {
    of_group: Vec<(usize, Option<u32>)>,
    count: usize,
}

impl Places {
    fn new(map: &Map) -> Self {
        let mut of_group: Vec<(usize, Option<u32>)> = Vec::with_capacity(map.groups.len());
        let mut sizes = vec![0u32];
        for group in &map.groups {
            match group.parent.and_then(|p| of_group.get(p as usize).copied()) {
                None => {
                    of_group.push((sizes.len(), None));
                    sizes.push(0);
                }
                Some((part, _)) => {
                    let own = sizes.get(part).copied();
                    of_group.push((part, own));
                    sizes.get_mut(part).into_iter().for_each(|s| *s += 1);
                }
            }
        }
        Self { of_group, count: sizes.len() }
    }

    fn part(&self, group: Option<u32>) -> usize {
        group.and_then(|g| self.of_group.get(g as usize)).map_or(0, |(part, _)| *part)
    }

    fn within(&self, group: Option<u32>) -> Option<u32> {
        group.and_then(|g| self.of_group.get(g as usize)).and_then(|(_, own)| *own)
    }
}
