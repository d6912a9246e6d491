//! Checks of claimed labellings, defences and extensions, from the definitions: no compiled program, no queue of decisions, no solver.
//!
//! That a labelling is *the* grounded one takes a certificate: the stage of each accepted rule. The sets `Jᵢ` of the rules of stages up to
//! `i` must satisfy `Jᵢ₊₁ ⊆ N ∖ att(N ∖ att(Jᵢ))`, so all they hold is grounded (strong admissibility, Baroni & Giacomin 2007); and their union
//! must solve the equations of the fixpoint, of which the grounded labelling is the least solution, so nothing is missing. Both are read
//! off two rows of growing sets (`levels`), in near linear time.
//!
//! What is not checked is that an extension called preferred is a largest one, and that what is called ideal is: there is no short certificate
//! for that unless NP = coNP (Dimopoulos & Torres 1996; Dunne 2009). Nor is a search that found no extension.

use crate::theory::system::{
    definition::System,
    grounded::{Grounded, Label, Status},
    levels::{Attacks, Levels, NEVER},
    reasons::Move,
    rules::{RuleId, Sentence},
};

/// A set of defeasible rules, as one mark per rule.
type Set = Vec<bool>;

/// Whether `claimed` is the grounded labelling of `system`: its labels, its statuses, and the stages that it gives for them. Linear but for
/// a sort and for preferences, where it costs what `compile` does.
pub fn is_grounded(system: &System, claimed: &Grounded) -> bool {
    let attacks = Attacks::new(system);
    let stage = |id: RuleId| if claimed.is_accepted(id) { claimed.stage(id).unwrap_or(NEVER) } else { NEVER };
    let rounds = Rounds::new(&attacks, stage);
    let rules = system.rules();
    let is_right = |id: RuleId| {
        let accepted = if claimed.is_accepted(id) { rounds.defends(id, stage(id)) } else { !rounds.leaves_in_peace(id) };
        accepted && claimed.is_possible(id) == rounds.spares(id)
    };
    let all = attacks.levels(|_| 0);
    let status = |s: Sentence| match (rounds.holds(s), rounds.may_hold(s), all.of(s)) {
        (true, _, _) => Status::In,
        (_, true, _) => Status::Undecided,
        (_, _, NEVER) => Status::None,
        _ => Status::Out,
    };
    claimed.rules.len() == rules.count()
        && claimed.sentences.len() == system.sentences()
        && rules.ids().all(|id| if rules.is_defeasible(id) { is_right(id) } else { claimed.rules.get(id as usize) == Some(&Label::In) })
        && (0..).zip(&claimed.sentences).all(|(s, &claim)| claim == status(s))
}

/// Whether `moves` defend themselves from nothing, stage by stage as they say, and give `sentence` the status `In`, or else `Out` (also where
/// there is no derivation of it at all). As cheap as [`is_grounded`].
pub fn is_defence(system: &System, moves: &[Move], sentence: Sentence, holds: bool) -> bool {
    let attacks = Attacks::new(system);
    let mut stages = vec![NEVER; system.rules().count()];
    for m in moves {
        if let Some(stage) = stages.get_mut(m.rule as usize) {
            *stage = m.stage;
        }
    }
    let stage = |id: RuleId| stages.get(id as usize).copied().unwrap_or(NEVER);
    let rounds = Rounds::new(&attacks, stage);
    moves.iter().all(|m| system.rules().is_defeasible(m.rule) && stage(m.rule) == m.stage && rounds.defends(m.rule, m.stage))
        && if holds { rounds.holds(sentence) } else { !rounds.may_hold(sentence) }
}

/// The sets `Jᵢ` of rules of stages up to `i`, and the sets `Uᵢ = N ∖ att(Jᵢ)` that they leave.
struct Rounds {
    /// The sets `Jᵢ`, by `i`.
    lower: Levels,
    /// The `i` at which a rule leaves the sets `Uᵢ`.
    leaves: Vec<u32>,
    /// The sets `Uᵢ` turned round, so that they grow: `last − i` for each.
    upper: Levels,
    last: u32,
    /// The first of these that attacks a rule.
    struck: Vec<u32>,
}

impl Rounds {
    fn new(attacks: &Attacks<'_>, stage: impl Fn(RuleId) -> u32) -> Self {
        let lower = attacks.levels(stage);
        let leaves = attacks.struck(&lower);
        // From here on nothing more is attacked.
        let last = leaves.iter().copied().filter(|&i| i != NEVER).max().unwrap_or(0);
        let joins = |id: RuleId| match leaves.get(id as usize).copied().unwrap_or(NEVER) {
            NEVER => 0,
            // What the facts attack is in none of them.
            0 => NEVER,
            at => last + 1 - at,
        };
        let upper = attacks.levels(joins);
        Self { struck: attacks.struck(&upper), lower, leaves, upper, last }
    }

    fn struck(&self, rule: RuleId) -> u32 {
        self.struck.get(rule as usize).copied().unwrap_or(0)
    }

    /// Whether `rule` is in `N ∖ att(N ∖ att(Jᵢ))` for the `i` before `stage`; the first stage is 1.
    fn defends(&self, rule: RuleId, stage: u32) -> bool {
        (1..NEVER).contains(&stage) && self.struck(rule) > (self.last + 1).saturating_sub(stage)
    }

    /// Whether no `Jᵢ` attacks `rule`.
    fn spares(&self, rule: RuleId) -> bool {
        self.leaves.get(rule as usize) == Some(&NEVER)
    }

    /// Whether the rules that no `Jᵢ` attacks do not attack `rule`.
    fn leaves_in_peace(&self, rule: RuleId) -> bool {
        self.struck(rule) > 0
    }

    fn holds(&self, sentence: Sentence) -> bool {
        self.lower.of(sentence) != NEVER
    }

    /// Whether `sentence` follows from the rules that no `Jᵢ` attacks.
    fn may_hold(&self, sentence: Sentence) -> bool {
        self.upper.of(sentence) == 0
    }
}

/// What a set of rules amounts to, once it is known to be an extension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// For each sentence, whether it follows from the extension.
    pub holds: Vec<bool>,
    /// For each sentence, whether it follows from the rules that the extension does not attack; if not, it is defeated.
    pub may_hold: Vec<bool>,
}

/// A system made ready for many checks.
#[derive(Debug, Clone)]
pub struct Check<'a> {
    system: &'a System,
    attacks: Attacks<'a>,
}

impl<'a> Check<'a> {
    /// Indexes `system`. Near linear.
    pub fn new(system: &'a System) -> Self {
        Self { attacks: Attacks::new(system), system }
    }

    /// What the admissible set `set` amounts to, or nothing when it is none: it attacks none of its own rules, and what attacks one of
    /// them it attacks (Dung 1995, definition 6, on rules).
    pub fn admissible(&self, set: &[RuleId]) -> Option<Reading> {
        let set = self.marks(set);
        let (own, spared) = self.free_of(&set);
        let (may, defended) = self.free_of(&spared);
        let within = |other: &Set| set.iter().zip(other).all(|(&own, &free)| free || !own);
        (within(&spared) && within(&defended)).then(|| Reading { holds: own.holds(), may_hold: may.holds() })
    }

    /// What the complete extension `set` amounts to, or nothing when it is none: it attacks none of its own rules, and it is exactly
    /// what the rules that it does not attack leave in peace (Dung 1995, definition 23, on rules). As cheap as [`is_grounded`].
    pub fn complete(&self, set: &[RuleId]) -> Option<Reading> {
        let set = self.marks(set);
        let (own, spared) = self.free_of(&set);
        let (may, defended) = self.free_of(&spared);
        let is_complete = defended == set && set.iter().zip(&spared).all(|(&own, &free)| free || !own);
        is_complete.then(|| Reading { holds: own.holds(), may_hold: may.holds() })
    }

    /// What the stable extension `set` amounts to, or nothing when it is none: it attacks exactly the rules outside
    /// (Dung 1995, definition 13, on rules).
    pub fn stable(&self, set: &[RuleId]) -> Option<Reading> {
        let set = self.marks(set);
        let (own, spared) = self.free_of(&set);
        (spared == set).then(|| Reading { holds: own.holds(), may_hold: own.holds() })
    }

    fn marks(&self, set: &[RuleId]) -> Set {
        let rules = self.system.rules();
        rules.ids().map(|id| rules.is_defeasible(id) && set.binary_search(&id).is_ok()).collect()
    }

    /// What follows from `set`, and `N ∖ att(set)`.
    fn free_of(&self, set: &Set) -> (Levels, Set) {
        let own = self.attacks.levels(|id| if set.get(id as usize) == Some(&true) { 0 } else { NEVER });
        let rules = self.system.rules();
        let struck = self.attacks.struck(&own);
        let free = rules.ids().zip(struck).map(|(id, level)| rules.is_defeasible(id) && level == NEVER).collect();
        (own, free)
    }
}
