//! What bears on what in a map: the boxes from which arrows lead to a box, through joints and other boxes.

use crate::{
    diagram::parts::{Arrow, ArrowKind, End, Map},
    graph::{components::components, digraph::Digraph},
};
use std::collections::VecDeque;

/// The ends of a map and, from each, the ends whose arrows lead to it. Boxes come first, then joints.
pub struct Bearing {
    boxes: usize,
    reasons: Digraph,
}

impl Bearing {
    /// That of `map`. The claims of a contradiction bear on each other. Linear.
    pub fn new(map: &Map) -> Self {
        let boxes = map.boxes.len();
        let at = move |end: End| end.number(boxes);
        let both = |a: &Arrow| a.kind == ArrowKind::Contradiction;
        let back = map.arrows.iter().map(move |a| (at(a.to), at(a.from)));
        let forth = map.arrows.iter().filter(move |a| both(a)).map(move |a| (at(a.from), at(a.to)));
        Self { boxes, reasons: Digraph::new(boxes + map.joints.len(), back.chain(forth)) }
    }

    /// How many boxes each box is away from the nearest of `roots`, if it bears on one of them. Linear.
    pub fn distances(&self, roots: impl IntoIterator<Item = u32>) -> Vec<Option<u32>> {
        self.distances_on(roots.into_iter().map(|root| (End::Box(root), 0)))
    }

    /// As [`Self::distances`], of roots that are themselves so far away, the nearest first.
    pub fn distances_on(&self, roots: impl IntoIterator<Item = (End, u32)>) -> Vec<Option<u32>> {
        let mut distance: Vec<Option<u32>> = vec![None; self.reasons.nodes()];
        let mut queue: VecDeque<(u32, u32)> = roots.into_iter().map(|(root, far)| (root.number(self.boxes), far)).collect();
        while let Some((end, far)) = queue.pop_front() {
            match distance.get_mut(end as usize) {
                Some(slot) if slot.is_none() => *slot = Some(far),
                _ => continue,
            }
            for next in self.reasons.next(end) {
                // To pass a joint costs nothing, so joints come first.
                if (*next as usize) < self.boxes {
                    queue.push_back((*next, far + 1));
                } else {
                    queue.push_front((*next, far));
                }
            }
        }
        distance.truncate(self.boxes);
        distance
    }

    /// The boxes that bear on no other box, and the first of each circle that bears on nothing else: conclusions. Linear.
    pub fn conclusions(&self, map: &Map) -> Vec<u32> {
        let ends = self.reasons.nodes();
        let directed =
            map.arrows.iter().filter(|a| a.kind != ArrowKind::Contradiction).map(|a| (a.from.number(self.boxes), a.to.number(self.boxes)));
        let forth = Digraph::new(ends, directed);
        let circles = components(&forth);
        // Whether a circle leads to a box outside it, through joints or not: those that it leads to are looked at before it.
        let mut leads: Vec<bool> = Vec::with_capacity(circles.count());
        let mut roots = Vec::new();
        for index in 0..circles.count() {
            let members = circles.members(index);
            let is_box = |end: u32| (end as usize) < self.boxes;
            let onward = |to: &u32| match circles.of.get(*to as usize) {
                Some(circle) if *circle as usize == index => false,
                Some(circle) => is_box(*to) || leads.get(*circle as usize) == Some(&true),
                None => false,
            };
            let is_reason = members.iter().any(|m| forth.next(*m).iter().any(onward));
            leads.push(is_reason);
            roots.extend(members.first().copied().filter(|first| !is_reason && is_box(*first)));
        }
        roots.sort_unstable();
        roots
    }

    /// The boxes that bear on `roots`, these included, each after the box that it is hung under, and that box. Linear.
    pub fn forest(&self, roots: Vec<u32>) -> (Vec<u32>, Vec<Option<u32>>) {
        let mut parent: Vec<Option<u32>> = vec![None; self.boxes];
        let mut seen = vec![false; self.reasons.nodes()];
        let mut order = Vec::new();
        let mut stack: Vec<(u32, Option<u32>)> = roots.into_iter().rev().map(|root| (root, None)).collect();
        while let Some((end, under)) = stack.pop() {
            match seen.get_mut(end as usize) {
                Some(seen) if !*seen => *seen = true,
                _ => continue,
            }
            let mut above = under;
            if let Some(parent) = parent.get_mut(end as usize) {
                *parent = under;
                order.push(end);
                above = Some(end);
            }
            stack.extend(self.reasons.next(end).iter().rev().map(|next| (*next, above)));
        }
        (order, parent)
    }
}
