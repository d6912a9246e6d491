//! What lies beneath a box of a map: the statements from which arrows lead to it, on the side on which they speak, and whether they have
//! an effect on it.
//!
//! An attack changes the side, so what attacks an objection speaks for what the objection is against. Where a statement bears on a box in
//! several ways, one that has an effect says on which side and, of these, the shortest. What contradicts a box, or qualifies it, is a
//! conclusion beside it and not beneath it.

use crate::{
    analysis::{evaluate::Force, verdict::Verdict},
    diagram::parts::{Arrow, ArrowKind, End, Map, Status, Tally},
    graph::digraph::Digraph,
};
use std::collections::VecDeque;

/// What an end has to do with how a root comes out, the most first.
#[derive(Clone, Copy)]
enum Effect {
    /// It makes the root come out so.
    Live,
    /// It would, but it fails; what makes it fail is live.
    Failed,
    /// It bears on what fails.
    Idle,
}

impl Effect {
    /// That of what the arrow starts from, if this is that of what it leads to.
    const fn through(self, arrow: &Arrow) -> Self {
        let works = !matches!(arrow.force, Force::Fails);
        match self {
            _ if arrow.is_leg => self,
            Self::Live if works => Self::Live,
            Self::Live => Self::Failed,
            // What attacks it makes it fail, and so does what makes its own reasons fail.
            Self::Failed if works && is_attack(arrow) => Self::Live,
            Self::Failed if !works && !is_attack(arrow) => Self::Failed,
            Self::Failed | Self::Idle => Self::Idle,
        }
    }
}

const fn is_attack(arrow: &Arrow) -> bool {
    !arrow.is_leg && matches!(arrow.kind, ArrowKind::Rebuttal | ArrowKind::Undercut)
}

/// The ends of a map, each with what leads to it. Boxes come first, then joints.
pub struct Beneath<'m> {
    map: &'m Map,
    /// From each end, the arrows that lead to it, by their place in the map.
    reasons: Digraph,
    /// For which root each end was met last.
    met: Vec<Option<u32>>,
}

impl<'m> Beneath<'m> {
    /// That of `map`. Linear.
    pub fn new(map: &'m Map) -> Self {
        let ends = map.boxes.len() + map.joints.len();
        let lies_beneath = |a: &Arrow| !matches!(a.kind, ArrowKind::Contradiction | ArrowKind::Limit);
        let reasons = (0..).zip(&map.arrows).filter(|(_, a)| lies_beneath(a)).map(|(index, a)| (a.to.number(map.boxes.len()), index));
        Self { map, reasons: Digraph::new(ends.max(map.arrows.len()), reasons), met: vec![None; ends] }
    }

    /// How what lies beneath the box `root` comes out. Linear in that.
    pub fn tally(&mut self, root: u32) -> Tally {
        let mut tally = Tally::default();
        let mut queues = [VecDeque::from([(root, false)]), VecDeque::new(), VecDeque::new()];
        let effects = [Effect::Live, Effect::Failed, Effect::Idle];
        while let Some((effect, (end, is_against))) =
            effects.iter().zip(&mut queues).find_map(|(effect, queue)| Some((*effect, queue.pop_front()?)))
        {
            match self.met.get_mut(end as usize) {
                Some(met) if *met != Some(root) => *met = Some(root),
                _ => continue,
            }
            if let Some(node) = self.map.boxes.get(end as usize).filter(|_| end != root) {
                let counts = if is_against { &mut tally.contra } else { &mut tally.pro };
                match (node.status, effect) {
                    (Status::Claim(Verdict::Stands), Effect::Live) => counts.stand += 1,
                    (Status::Claim(Verdict::Open), Effect::Live) => counts.open += 1,
                    (Status::Claim(_), _) => counts.idle += 1,
                    _ => {}
                }
            }
            for arrow in self.reasons.next(end).iter().filter_map(|index| self.map.arrows.get(*index as usize)) {
                let [live, failed, idle] = &mut queues;
                let queue = match effect.through(arrow) {
                    Effect::Live => live,
                    Effect::Failed => failed,
                    Effect::Idle => idle,
                };
                let next = (arrow.from.number(self.map.boxes.len()), is_against != is_attack(arrow));
                // To pass a joint costs nothing, so joints come first.
                if matches!(arrow.from, End::Joint(_)) {
                    queue.push_front(next);
                } else {
                    queue.push_back(next);
                }
            }
        }
        tally
    }
}
