//! Why a sentence is in, or is not: building blocks for an explanation in words.

use crate::theory::system::{
    definition::System,
    grounded::{Grounded, Status},
    part::Part,
    proof::{Proof, View},
    reasons::{Move, needed},
    rules::{RuleId, Sentence},
    shrink::{Shrunk, most_literals, shrink},
    well_founded::Value,
};
use std::collections::BTreeSet;

/// Why a sentence is in, or why it is out: a set `J` of accepted rules that defends itself from nothing, so a strongly admissible one
/// (Baroni and Giacomin 2007; Caminada 2014). From it the sentence follows, or it attacks every derivation of the sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defence {
    /// The rules of `J`, by stage.
    pub moves: Vec<Move>,
    /// How small `J` is known to be.
    pub size: Size,
    /// The same point by point; nothing when there are too many of them.
    pub proof: Option<Proof>,
}

/// How small a defence is known to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// It may have rules that can be spared.
    Unproven,
    /// No proper subset of it would do.
    Minimal,
    /// No set of fewer rules would do.
    Smallest,
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

/// Why `sentence` is in, or why it is out or has no argument; nothing when it is open. Near linear, but for a bounded amount of work
/// that makes the defence small.
///
/// ```
/// use agon::theory::system::{definition::System, grounded::grounded, why::{Size, find_defence}};
/// // The last of three claims, of which each rebuts the one before.
/// let mut system = System::new(3);
/// let [a, b, c] = [0, 1, 2].map(|claim| system.add_defeasible(&[], claim));
/// for (by, target) in [(1, 0), (2, 1)] {
///     let denial = system.denial(target);
///     system.add_defeasible(&[by], denial);
/// }
/// let defence = find_defence(&system, &grounded(&system), 0).expect("what rebuts it is rebutted");
/// let rules: Vec<(u32, u32)> = defence.moves.iter().map(|m| (m.rule, m.stage)).collect();
/// assert_eq!(rules, [(c, 1), (4, 1), (a, 2)], "and {b} is not among them");
/// assert_eq!(defence.size, Size::Smallest);
/// ```
pub fn find_defence(system: &System, grounded: &Grounded, sentence: Sentence) -> Option<Defence> {
    let goal = match grounded.status(sentence) {
        Status::In => Value::True,
        Status::Undecided => return None,
        Status::Out | Status::None => Value::False,
    };
    let (rules, compiled) = (system.rules(), &grounded.compiled);
    let found = needed(&compiled.index, &grounded.model, sentence);
    let first: BTreeSet<RuleId> = found.into_iter().filter(|&id| rules.is_defeasible(id)).collect();
    let accepted = |part: &Part| -> Vec<RuleId> {
        part.origins().iter().copied().filter(|&c| rules.is_defeasible(c) && grounded.is_accepted(c)).collect()
    };
    if let Some(part) = Part::around(compiled, sentence, most_literals(first.len()))
        && let Some(Shrunk { rules: kept, is_smallest, model }) = shrink(&part, rules, goal, &first, &accepted(&part))
    {
        let moves = kept.iter().map(|&rule| Move { stage: part.stage(&model, rule), rule });
        let atom = |a| part.whole_atom(a);
        let clause = |c| part.origin(c);
        let view = View { system, compiled, index: &part.index, model: &model, atom: &atom, clause: &clause };
        let size = if is_smallest { Size::Smallest } else { Size::Minimal };
        return Some(Defence { moves: sorted(moves), size, proof: view.prove(part.target) });
    }
    let moves = first.iter().filter_map(|&rule| Some(Move { stage: grounded.stage(rule)?, rule }));
    let same = |x| x;
    let view = View { system, compiled, index: &compiled.index, model: &grounded.model, atom: &same, clause: &same };
    let size = if first.is_empty() { Size::Smallest } else { Size::Unproven };
    Some(Defence { moves: sorted(moves), size, proof: view.prove(sentence) })
}

fn sorted(moves: impl Iterator<Item = Move>) -> Vec<Move> {
    let mut moves: Vec<Move> = moves.collect();
    moves.sort_unstable();
    moves
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
