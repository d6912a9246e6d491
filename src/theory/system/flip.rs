//! The smallest sets of rules without which a sentence comes out otherwise, by search in order of size.
//!
//! Removal is not monotone: more removed may undo what less removed did, so hitting sets of one family of proofs are not enough. But
//! each evaluation yields a proof that survives the removal of all that it does not use (`hold`). A set that flips the sentence must
//! therefore hit the proof found without any part of it that does not flip it: the search grows sets by members of the last proof
//! only, and misses none. All smaller sets that flip have been found before, so what contains none of them is minimal.

use crate::theory::system::{
    definition::System,
    grounded::Grounded,
    hold::{Hold, hold},
    part::Part,
    rules::{RuleId, Sentence},
    well_founded::{Role, Value, well_founded},
};
use std::collections::BTreeSet;

/// How far a search goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// The largest sets looked for.
    pub size: usize,
    /// The most sets returned.
    pub sets: usize,
    /// The most atoms and literals looked at, over all evaluations.
    pub work: usize,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flips {
    /// The sets, each as ascending places in the list of units; by size, then by their members.
    pub sets: Vec<Vec<u32>>,
    /// All minimal sets up to this size are among them.
    pub complete: usize,
    /// Whether no larger set can flip the sentence either.
    pub exhausted: bool,
    /// Whether there are more sets of a size than were asked for, or may be.
    pub more: bool,
}

/// The minimal sets of `units` without whose rules `sentence` is `In` if it is not, and is not if it is. A unit is some defeasible rules.
pub fn flips(system: &System, grounded: &Grounded, sentence: Sentence, units: &[Vec<RuleId>], bounds: Bounds) -> Flips {
    let Some(part) = Part::around(&grounded.compiled, sentence, bounds.work) else { return Flips::default() };
    let mut search = Search::new(system, part, units, bounds.work);
    let mut found = Flips::default();
    let mut tried: Vec<Vec<u32>> = vec![Vec::new()];
    while found.complete < bounds.size && !found.exhausted {
        let most = if found.complete == 0 { bounds.sets } else { usize::MAX };
        let level = search.level(&tried, &found.sets, most);
        let all = found.sets.len() + level.flips.len();
        found.sets.extend(level.flips);
        found.more = all > bounds.sets || (level.cut && all == bounds.sets);
        found.sets.truncate(bounds.sets);
        if level.cut || found.more {
            break;
        }
        found.complete += 1;
        found.exhausted = level.others.is_empty();
        if all == bounds.sets && !found.exhausted {
            found.more = true;
            break;
        }
        tried = level.others;
    }
    found
}

/// The sets of one size.
struct Level {
    flips: Vec<Vec<u32>>,
    /// Those that do not flip and may be part of larger ones that do.
    others: Vec<Vec<u32>>,
    /// Whether some were not tried.
    cut: bool,
}

struct Search<'a> {
    part: Part,
    units: &'a [Vec<RuleId>],
    /// For each clause of the part, the units it belongs to, ascending.
    of: Vec<Vec<u32>>,
    dead: Vec<bool>,
    stands: bool,
    left: usize,
}

impl<'a> Search<'a> {
    fn new(system: &System, part: Part, units: &'a [Vec<RuleId>], work: usize) -> Self {
        let clauses = part.index.program.count();
        let mut of = vec![Vec::new(); clauses];
        for (unit, place) in units.iter().zip(0u32..) {
            for clause in unit.iter().filter(|&&r| system.rules().is_defeasible(r)).filter_map(|&r| part.find_clause(r)) {
                if let Some(list) = of.get_mut(clause as usize) {
                    list.push(place);
                }
            }
        }
        let mut search = Self { dead: vec![false; clauses], of, units, stands: false, left: work, part };
        search.stands = search.holds(&[]).0;
        search
    }

    /// Grows each set of `tried` by one unit. Sets that contain one of `known` are left out.
    fn level(&mut self, tried: &[Vec<u32>], known: &[Vec<u32>], most: usize) -> Level {
        let (mut flips, mut others) = (BTreeSet::new(), BTreeSet::new());
        let mut cut = false;
        for base in tried {
            cut = !self.grow(base, known, most, &mut flips, &mut others);
            if cut {
                break;
            }
        }
        Level { flips: flips.into_iter().collect(), others: others.into_iter().collect(), cut }
    }

    /// Grows one set, which does not flip; false when it could not be done to the end.
    fn grow(
        &mut self,
        base: &[u32],
        known: &[Vec<u32>],
        most: usize,
        flips: &mut BTreeSet<Vec<u32>>,
        others: &mut BTreeSet<Vec<u32>>,
    ) -> bool {
        if self.left == 0 {
            return false;
        }
        let first = self.holds(base).1;
        let units = self.members(&first, base);
        // What is in every proof seen: only without such a unit can the sentence come out otherwise.
        let mut needed = units.clone();
        for unit in units {
            let mut set = base.to_vec();
            set.insert(set.partition_point(|&u| u < unit), unit);
            if flips.contains(&set) || others.contains(&set) || known.iter().any(|k| k.iter().all(|u| set.binary_search(u).is_ok())) {
                continue;
            }
            if !needed.contains(&unit) {
                others.insert(set);
                continue;
            }
            if self.left == 0 || flips.len() >= most {
                return false;
            }
            let (holds, proof) = self.holds(&set);
            if holds != self.stands {
                flips.insert(set);
                continue;
            }
            others.insert(set);
            self.mark(base, true);
            let is_good = proof.absent.iter().all(|&c| self.dead.get(c as usize) == Some(&true));
            self.mark(base, false);
            if is_good {
                let other = self.members(&proof, base);
                needed.retain(|u| other.contains(u));
            }
        }
        true
    }

    /// Whether the sentence is in without these units, and what that hangs on.
    fn holds(&mut self, set: &[u32]) -> (bool, Hold) {
        self.mark(set, true);
        let index = &self.part.index;
        let dead = |clause: u32| self.dead.get(clause as usize) == Some(&true);
        let model = well_founded(index, |clause| if dead(clause) { Role::Dead } else { Role::Works });
        let proof = hold(index, &model, self.part.target, dead);
        let holds = model.value(self.part.target) == Value::True;
        self.mark(set, false);
        self.left = self.left.saturating_sub(self.part.size());
        (holds, proof)
    }

    /// The units that a proof uses, beside those of `base`.
    fn members(&self, proof: &Hold, base: &[u32]) -> BTreeSet<u32> {
        let units = proof.clauses.iter().filter_map(|&c| self.of.get(c as usize)).flatten().copied();
        units.filter(|u| base.binary_search(u).is_err()).collect()
    }

    fn mark(&mut self, set: &[u32], dead: bool) {
        let rules = set.iter().filter_map(|&u| self.units.get(u as usize)).flatten();
        for clause in rules.filter_map(|&r| self.part.find_clause(r)) {
            if let Some(mark) = self.dead.get_mut(clause as usize).filter(|_| !self.of.get(clause as usize).is_some_and(Vec::is_empty)) {
                *mark = dead;
            }
        }
    }
}
