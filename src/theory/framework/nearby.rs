//! A small admissible set around an argument, by guessing defenders with a bounded number of wrong guesses.
//!
//! In large circular parts most arguments that can be accepted have a small set that does it; looking there first spares a solver that
//! must give every argument of the part a value before it may answer. Finding nothing means nothing.

use crate::theory::framework::{attack::Framework, labelling::Labelling};

/// Defenders tried in all before the search gives up. Beyond some dozens, success is rare and the solver better.
const GUESSES: usize = 64;

/// An admissible set that contains `root`, against the undecided arguments of `labelling`; sets that are not small are missed.
pub fn find_nearby(framework: &Framework, labelling: &Labelling, root: u32) -> Option<Vec<u32>> {
    let mut search = Search { framework, labelling, set: Vec::new(), guesses: GUESSES };
    search.join(root).then_some(search.set)
}

struct Search<'a> {
    framework: &'a Framework,
    labelling: &'a Labelling<'a>,
    set: Vec<u32>,
    guesses: usize,
}

impl Search<'_> {
    /// Takes `argument` into the set and completes its defence; if that fails, the set is as before. Each call spends a guess, so the
    /// depth is bounded by their number.
    fn join(&mut self, argument: u32) -> bool {
        let Some(left) = self.guesses.checked_sub(1) else { return false };
        self.guesses = left;
        let clashes = |&other: &u32| other == argument || self.set.contains(&other);
        let conflict = self.framework.attackers_of(argument).iter().chain(self.framework.attacked_by(argument)).any(clashes);
        if conflict || !self.labelling.is_open(argument) {
            return false;
        }
        let size = self.set.len();
        self.set.push(argument);
        if self.defend() {
            return true;
        }
        self.set.truncate(size);
        false
    }

    /// Answers the first attack that is not answered, by each possible answer in turn, and all later ones with it.
    fn defend(&mut self) -> bool {
        let framework = self.framework;
        let is_answered = |set: &[u32], b: u32| framework.attackers_of(b).iter().any(|a| set.contains(a));
        let mut attacks = self.set.iter().flat_map(|&a| framework.attackers_of(a)).copied();
        let open = attacks.find(|&b| self.labelling.is_open(b) && !is_answered(&self.set, b));
        match open {
            None => true,
            Some(attacker) => framework.attackers_of(attacker).iter().any(|&answer| self.join(answer)),
        }
    }
}
