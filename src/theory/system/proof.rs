//! Why a sentence follows or fails, as a graph that can be checked point by point, with the min-max numbering of Caminada (2014).
//!
//! A point that holds names one rule for it, all its premises, and all that could attack it, which fails. A point that fails names every
//! rule for it, each with one premise that fails or one attack that holds. Numbers fall from what holds to what would attack it and on to
//! what answers that, so no answer rests on itself.

use crate::theory::system::{
    compile::Compiled,
    definition::System,
    program::{Atom, Indexed, Literal, NONE},
    rules::{RuleId, Sentence},
    well_founded::{Model, Value},
};
use std::collections::BTreeMap;

/// The most points of a proof.
pub const MOST_POINTS: usize = 1000;

/// Why a sentence follows or fails. Its own point is the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The points; a [`Ground`] names them by their places.
    pub points: Vec<Point>,
}

/// That a sentence follows, or fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The sentence.
    pub sentence: Sentence,
    /// Whether it follows.
    pub holds: bool,
    /// Whether only those derivations count that a preference does not outweigh.
    pub ranked: bool,
    /// Its min-max number: 1 for what nothing can attack; one more than the largest number among its attackers for what follows, one
    /// more than what beats it for what is beaten; 0 where there is no argument.
    pub number: u32,
    /// Why. One way for what follows, and one for each rule for what fails.
    pub ways: Vec<Way>,
}

/// A rule, and what it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The rule; none for an axiom.
    pub rule: Option<RuleId>,
    /// All that the rule needs where it works, else one thing that stops it.
    pub on: Vec<Ground>,
}

/// What a rule rests on or fails by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ground {
    /// One of its premises.
    Premise(usize),
    /// What attacks it.
    Attack(usize),
}

/// An evaluated program, whole or a part, with the ways back to the whole one.
pub(crate) struct View<'a> {
    pub(crate) system: &'a System,
    pub(crate) compiled: &'a Compiled,
    pub(crate) index: &'a Indexed,
    pub(crate) model: &'a Model,
    /// The atom of the whole program.
    pub(crate) atom: &'a dyn Fn(Atom) -> Atom,
    /// The clause of the whole program.
    pub(crate) clause: &'a dyn Fn(u32) -> u32,
}

impl View<'_> {
    /// Why `target`, which is not open, follows or fails. Nothing when that takes too many points.
    pub(crate) fn prove(&self, target: Atom) -> Option<Proof> {
        let mut places = BTreeMap::from([(target, 0)]);
        let mut queue = vec![target];
        let mut points = Vec::new();
        while let Some(&atom) = queue.get(points.len()) {
            let mut place = |atom: Atom| {
                *places.entry(atom).or_insert_with(|| {
                    queue.push(atom);
                    queue.len() - 1
                })
            };
            let holds = self.value(atom) == Value::True;
            let whole = (self.atom)(atom);
            let sentence = self.compiled.speaks_of.get(whole as usize).copied()?;
            let ways = if holds { self.working(atom, &mut place)? } else { self.failing(atom, &mut place)? };
            points.push(Point { sentence, holds, ranked: whole != sentence, number: 0, ways });
            if queue.len() > MOST_POINTS {
                return None;
            }
        }
        number(&mut points);
        Some(Proof { points })
    }

    fn value(&self, atom: Atom) -> Value {
        self.model.value(atom)
    }

    /// The rule that a clause for a sentence stands for, and the clause of that rule itself.
    fn rule(&self, clause: u32) -> (Option<RuleId>, u32) {
        let whole = (self.clause)(clause);
        if whole < self.compiled.rules {
            return (Some(whole), clause);
        }
        let program = &self.index.program;
        let body = program.body(clause);
        let speaks_of = |atom: Atom| self.compiled.speaks_of.get((self.atom)(atom) as usize).copied().unwrap_or(NONE);
        if let [only] = body
            && speaks_of(only.atom()) == NONE
        {
            // A clause beside those of the system says that a rule fires.
            let fired = self.index.concluding.next(only.atom()).first().copied();
            return fired.map_or((None, clause), |own| (Some((self.clause)(own)), own));
        }
        let mut premises: Vec<Sentence> = body.iter().map(|l| speaks_of(l.atom())).collect();
        premises.sort_unstable();
        let rules = self.system.rules();
        let head = speaks_of(program.head(clause));
        let is_copied = |id: &RuleId| !rules.is_defeasible(*id) && rules.get(*id).head == head && rules.get(*id).body == premises;
        (if body.is_empty() { None } else { rules.ids().find(is_copied) }, clause)
    }

    fn working(&self, atom: Atom, place: &mut impl FnMut(Atom) -> usize) -> Option<Vec<Way>> {
        let given = self.model.given_by(atom)?;
        let (rule, clause) = self.rule(given);
        let mut on = Vec::new();
        for literal in self.index.program.body(clause) {
            if !literal.is_negative() {
                on.push(Ground::Premise(place(literal.atom())));
                continue;
            }
            for &strike in self.index.concluding.next(literal.atom()) {
                on.extend(self.index.program.body(strike).iter().map(|l| Ground::Attack(place(l.atom()))));
            }
        }
        Some(vec![Way { rule, on }])
    }

    fn failing(&self, atom: Atom, place: &mut impl FnMut(Atom) -> usize) -> Option<Vec<Way>> {
        let mut ways = Vec::new();
        for &clause in self.index.concluding.next(atom) {
            let (rule, clause) = self.rule(clause);
            let by: Literal = self.model.killed_by(clause)?;
            let on = if by.is_negative() {
                let strike = self.model.given_by(by.atom())?;
                Ground::Attack(place(self.index.program.body(strike).first()?.atom()))
            } else {
                Ground::Premise(place(by.atom()))
            };
            ways.push(Way { rule, on: vec![on] });
        }
        Some(ways)
    }
}

/// Gives the points their numbers: upwards from nothing until they no longer change, those told last first.
fn number(points: &mut [Point]) {
    let mut numbers = vec![0u32; points.len()];
    loop {
        let before = numbers.clone();
        for (place, point) in points.iter().enumerate().rev() {
            let known = |at: usize| numbers.get(at).copied().unwrap_or(0);
            let own = |ground: &Ground| match *ground {
                Ground::Premise(at) => known(at),
                Ground::Attack(at) if point.holds && known(at) == 0 => 1,
                Ground::Attack(at) => known(at) + 1,
            };
            let most = point.ways.iter().flat_map(|w| &w.on).map(own).max().unwrap_or(0);
            if let Some(slot) = numbers.get_mut(place) {
                *slot = most.max(u32::from(point.holds));
            }
        }
        if numbers == before {
            break;
        }
    }
    for (point, number) in points.iter_mut().zip(numbers) {
        point.number = number;
    }
}
