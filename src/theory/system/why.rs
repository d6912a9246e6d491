//! Why a sentence is in, or is not: building blocks for an explanation in words.

use crate::theory::system::{
    definition::System,
    grounded::{Grounded, Status},
    reasons::{Move, needed},
    rules::{RuleId, Sentence},
    shrink::shrink,
};
use std::collections::BTreeSet;

/// Why a sentence is in: a set `J` of accepted rules that defends itself from nothing and from which the sentence follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defence {
    /// The rules of `J`, by stage.
    pub moves: Vec<Move>,
    /// Whether it is proven that no proper subset of `J` would do.
    pub is_minimal: bool,
}

/// Why one rule does not make its conclusion `In`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The rule, defeasible or strict.
    pub rule: RuleId,
    /// The sentences that attack it and stand.
    pub attacked_by: Vec<Sentence>,
    /// The sentences that attack it and are undecided.
    pub open_to: Vec<Sentence>,
    /// Its premises that are not `In`, with their status.
    pub missing: Vec<(Sentence, Status)>,
}

/// Why `sentence` is in, if it is.
pub fn find_defence(system: &System, grounded: &Grounded, sentence: Sentence) -> Option<Defence> {
    if grounded.status(sentence) != Status::In {
        return None;
    }
    let found = needed(&grounded.compiled.index, &grounded.model, sentence);
    let first: BTreeSet<RuleId> = found.into_iter().filter(|&id| system.rules().is_defeasible(id)).collect();
    if first.len() > 1
        && let Some(moves) = shrink(&grounded.compiled, system.rules(), sentence, &first)
    {
        return Some(Defence { moves, is_minimal: true });
    }
    let mut moves: Vec<Move> = first.into_iter().filter_map(|rule| Some(Move { stage: grounded.stage(rule)?, rule })).collect();
    moves.sort_unstable();
    Some(Defence { is_minimal: moves.len() < 2, moves })
}

/// Why no rule makes `sentence` `In`: one entry per rule that concludes it, none when there is no such rule or the sentence is in.
pub fn failures(system: &System, grounded: &Grounded, sentence: Sentence) -> Vec<Failure> {
    let index = &grounded.compiled.index;
    if grounded.status(sentence) == Status::In {
        return Vec::new();
    }
    let mut rules: Vec<RuleId> = index
        .concluding
        .next(sentence)
        .iter()
        .filter_map(|&clause| {
            // A clause beside those of the system says that a rule fires.
            if clause < grounded.compiled.rules {
                return Some(clause);
            }
            let fired = index.program.body(clause).first()?.atom();
            index.concluding.next(fired).first().copied()
        })
        .collect();
    rules.sort_unstable();
    rules.into_iter().map(|rule| failure(system, grounded, rule)).collect()
}

fn failure(system: &System, grounded: &Grounded, rule: RuleId) -> Failure {
    let attackers = grounded.attackers(rule);
    let with = |status| attackers.iter().filter(move |a| a.1 == status).map(|a| a.0).collect();
    let premises = system.rules().get(rule).body.iter().map(|&s| (s, grounded.status(s)));
    Failure {
        rule,
        attacked_by: with(Status::In),
        open_to: with(Status::Undecided),
        missing: premises.filter(|p| p.1 != Status::In).collect(),
    }
}
