//! What lies beneath a box of a map: the statements from which arrows lead to it, on the side on which they speak.
//!
//! An attack changes the side, so what attacks an objection speaks for what the objection is against. Where a statement bears on a box in
//! several ways, the shortest says on which side. What contradicts a box, or qualifies it, is a conclusion beside it and not beneath it.

use crate::{
    analysis::verdict::Verdict,
    diagram::parts::{Arrow, ArrowKind, End, Map, Status, Tally},
    graph::digraph::Digraph,
};
use std::collections::VecDeque;

/// The ends of a map, each with what leads to it. Boxes come first, then joints.
pub struct Beneath<'m> {
    map: &'m Map,
    /// By the side of what is led to: end 2n is end n seen as speaking for the root, 2n + 1 as speaking against it.
    reasons: Digraph,
    /// For which root each end was met last.
    met: Vec<Option<u32>>,
}

impl<'m> Beneath<'m> {
    /// That of `map`. Linear.
    pub fn new(map: &'m Map) -> Self {
        let ends = map.boxes.len() + map.joints.len();
        let at = |end: End| match end {
            End::Box(index) => index,
            End::Joint(index) => index + map.boxes.len() as u32,
        };
        let turns = |a: &Arrow| !a.is_leg && matches!(a.kind, ArrowKind::Rebuttal | ArrowKind::Undercut);
        let lies_beneath = |a: &&Arrow| !matches!(a.kind, ArrowKind::Contradiction | ArrowKind::Limit);
        let reasons = map.arrows.iter().filter(lies_beneath).flat_map(|a| {
            let (from, to, turned) = (2 * at(a.from), 2 * at(a.to), u32::from(turns(a)));
            [(to, from + turned), (to + 1, from + 1 - turned)]
        });
        Self { map, reasons: Digraph::new(2 * ends, reasons), met: vec![None; ends] }
    }

    /// How what lies beneath the box `root` comes out. Linear in that.
    pub fn tally(&mut self, root: u32) -> Tally {
        let mut tally = Tally::default();
        let mut queue = VecDeque::from([2 * root]);
        while let Some(side) = queue.pop_front() {
            let end = side / 2;
            match self.met.get_mut(end as usize) {
                Some(met) if *met != Some(root) => *met = Some(root),
                _ => continue,
            }
            if let Some(node) = self.map.boxes.get(end as usize).filter(|_| end != root) {
                let counts = if side % 2 == 0 { &mut tally.pro } else { &mut tally.contra };
                match node.status {
                    Status::Claim(Verdict::Stands) => counts.stand += 1,
                    Status::Claim(Verdict::Open) => counts.open += 1,
                    Status::Claim(Verdict::Denied | Verdict::Unfounded) => counts.fall += 1,
                    Status::Claim(Verdict::Unsupported) => counts.unsupported += 1,
                    Status::Answered | Status::ByDefault | Status::Together | Status::TooMany | Status::Unanswered => {}
                }
            }
            for next in self.reasons.next(side) {
                // To pass a joint costs nothing, so joints come first.
                if (*next as usize) < 2 * self.map.boxes.len() {
                    queue.push_back(*next);
                } else {
                    queue.push_front(*next);
                }
            }
        }
        tally
    }
}
