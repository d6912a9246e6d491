//! Making a defence subset-minimal. A smallest one is NP-hard to find; a minimal one needs one evaluation per rule, because what a set
//! defends grows with the set: a rule that cannot be spared now cannot be spared later.

use crate::theory::system::{
    compile::Compiled,
    program::{Atom, Indexed, Literal, NONE, Program},
    reasons::{Move, needed},
    rules::{RuleId, Rules},
    well_founded::{Model, Value, well_founded},
};
use std::collections::BTreeSet;

/// The most rules that a defence may have to be shrunk.
const MOST_RULES: usize = 200;
/// The most literals looked at, over all evaluations.
const MOST_WORK: usize = 1_000_000;

/// A subset-minimal part of `defence` that still defends `atom` from nothing, by stage; nothing when that is too much work.
pub(crate) fn shrink(compiled: &Compiled, rules: &Rules, atom: Atom, defence: &BTreeSet<RuleId>) -> Option<Vec<Move>> {
    if defence.len() > MOST_RULES {
        return None;
    }
    let part = Part::around(compiled, atom, MOST_WORK / (defence.len() + 1))?;
    let mut kept: BTreeSet<RuleId> = defence.clone();
    let mut model = part.evaluate(rules, &kept);
    for &rule in defence {
        let mut less = kept.clone();
        if less.remove(&rule) {
            let without = part.evaluate(rules, &less);
            if without.values.get(part.target as usize) == Some(&Value::True) {
                let found = needed(&part.index, &without, part.target);
                kept = found.into_iter().map(|c| part.origin(c)).filter(|id| less.contains(id)).collect();
                model = without;
            }
        }
    }
    let mut moves: Vec<Move> = kept.iter().map(|&rule| Move { stage: part.stage(&model, rule), rule }).collect();
    moves.sort_unstable();
    Some(moves)
}

/// What an atom depends on, cut out of the program.
struct Part {
    index: Indexed,
    /// The clauses in the whole program, ascending.
    clauses: Vec<u32>,
    target: Atom,
}

impl Part {
    /// All that `atom` depends on, or nothing when that is more than `limit` literals.
    fn around(compiled: &Compiled, atom: Atom, limit: usize) -> Option<Self> {
        let whole = &compiled.index;
        let mut seen = BTreeSet::from([atom]);
        let mut clauses = BTreeSet::new();
        let mut queue = vec![atom];
        let mut work = 0;
        while let Some(atom) = queue.pop() {
            for &clause in whole.concluding.next(atom) {
                clauses.insert(clause);
                let body = whole.program.body(clause);
                work += 1 + body.len();
                queue.extend(body.iter().map(|l| l.atom()).filter(|&a| seen.insert(a)));
            }
            if work > limit {
                return None;
            }
        }
        let atoms: Vec<Atom> = seen.into_iter().collect();
        let place = |atom: Atom| atoms.partition_point(|&a| a < atom) as Atom;
        let mut program = Program::default();
        for &clause in &clauses {
            let body = whole.program.body(clause).iter();
            let literal = |l: &Literal| if l.is_negative() { Literal::not(place(l.atom())) } else { Literal::is(place(l.atom())) };
            program.push(place(whole.program.head(clause)), body.map(literal));
        }
        Some(Self { target: place(atom), index: Indexed::new(program, atoms.len()), clauses: clauses.into_iter().collect() })
    }

    /// The clause of the whole program.
    fn origin(&self, clause: u32) -> u32 {
        self.clauses.get(clause as usize).copied().unwrap_or(NONE)
    }

    /// The model in which no defeasible rules but those of `kept` are ever accepted, while the others may still stand against them.
    fn evaluate(&self, rules: &Rules, kept: &BTreeSet<RuleId>) -> Model {
        well_founded(&self.index, |clause| {
            let id = self.origin(clause);
            rules.is_defeasible(id) && !kept.contains(&id)
        })
    }

    /// The round that accepts `rule`.
    fn stage(&self, model: &Model, rule: RuleId) -> u32 {
        let clause = self.clauses.partition_point(|&c| c < rule) as u32;
        let guards = self.index.program.body(clause).iter().filter(|l| l.is_negative());
        guards.filter_map(|l| model.stages.get(l.atom() as usize)).map(|s| s + 1).max().unwrap_or(0)
    }
}
