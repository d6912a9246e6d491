//! What the grounded model leaves open, in independent pieces. An extension differs from the grounded one only here, so search
//! starts here: a piece shares no open atom with another, and what follows in one says nothing about the rest.
//!
//! In a piece only open literals are left; the others are known to hold, and a rule with a failed one is gone.

use crate::{
    graph::{components::components, digraph::Digraph},
    theory::system::{
        program::{Atom, Indexed, Literal, NONE, Program},
        well_founded::{Model, Role, Value, well_founded},
    },
};
use std::collections::BTreeSet;

/// A part of the open atoms that no rule ties to the others, or all that some atom depends on.
#[derive(Debug, Clone)]
pub struct Piece {
    /// Its atoms in the whole program, ascending. Inside, an atom goes by its place here.
    pub atoms: Vec<Atom>,
    /// Its rules.
    pub index: Indexed,
    /// The atoms whose failure some rule of the whole needs, ascending, by their places.
    pub guards: Vec<u32>,
    /// Whether atoms support each other in a circle.
    pub is_circular: bool,
}

impl Piece {
    fn new(whole: &Indexed, atoms: Vec<Atom>, program: Program) -> Self {
        let index = Indexed::new(program, atoms.len());
        // A guard of a rule that can never fire still tells whether the rule is in an extension.
        let guards = (0..).zip(&atoms).filter(|&(_, &a)| !whole.barring.next(a).is_empty()).map(|(place, _)| place).collect();
        let is_circular = index.circle.iter().any(|&c| c != NONE);
        Self { atoms, index, guards, is_circular }
    }

    /// The place of an atom of the whole program.
    pub fn find(&self, atom: Atom) -> Option<u32> {
        self.atoms.binary_search(&atom).ok().map(|at| at as u32)
    }

    /// Places as atoms of the whole program.
    pub fn named(&self, places: &[u32]) -> Vec<Atom> {
        places.iter().filter_map(|&p| self.atoms.get(p as usize).copied()).collect()
    }

    /// The places of those of `atoms`, which are ascending, that are in this piece.
    pub fn placed(&self, atoms: &[Atom]) -> Vec<u32> {
        atoms.iter().filter_map(|&a| self.find(a)).collect()
    }

    /// The least model of the rules all of whose guards `fails` admits. Linear.
    #[expect(clippy::indexing_slicing, reason = "one place per atom and per rule, and every number comes from the piece")]
    pub fn least(&self, fails: impl Fn(u32) -> bool) -> Vec<bool> {
        let program = &self.index.program;
        let mut missing: Vec<u32> = program.rules().map(|r| program.body(r).iter().filter(|l| !l.is_negative()).count() as u32).collect();
        let admitted = |r: u32| program.body(r).iter().all(|l| !l.is_negative() || fails(l.atom()));
        let mut holds = vec![false; self.atoms.len()];
        let mut queue: Vec<u32> = program.rules().filter(|&r| missing[r as usize] == 0 && admitted(r)).collect();
        while let Some(rule) = queue.pop() {
            let head = program.head(rule);
            if std::mem::replace(&mut holds[head as usize], true) {
                continue;
            }
            for &next in self.index.needing.next(head) {
                missing[next as usize] -= 1;
                if missing[next as usize] == 0 && admitted(next) {
                    queue.push(next);
                }
            }
        }
        holds
    }

    /// The guards that fail in the least complete labelling in which those of `safe` do; `safe` comes from an admissible one.
    pub fn complete(&self, safe: &[u32]) -> Vec<u32> {
        let mut program = Program::default();
        for rule in self.index.program.rules() {
            let body = self.index.program.body(rule).iter().copied();
            program.push(self.index.program.head(rule), body.filter(|l| !l.is_negative() || safe.binary_search(&l.atom()).is_err()));
        }
        let model = well_founded(&Indexed::new(program, self.atoms.len()), |_| Role::Works);
        let fails = |g: &u32| model.value(*g) == Value::False;
        self.guards.iter().copied().filter(fails).collect()
    }
}

/// The rules for `atom` that may still conclude it.
fn open_rules<'a>(whole: &'a Indexed, model: &'a Model, atom: Atom) -> impl Iterator<Item = u32> + 'a {
    let is_alive = |rule: &u32| model.killed_by(*rule).is_none();
    whole.concluding.next(atom).iter().copied().filter(is_alive)
}

fn is_open(model: &Model, atom: Atom) -> bool {
    model.value(atom) == Value::Open
}

/// The open literals of a rule.
fn open_body<'a>(whole: &'a Indexed, model: &'a Model, rule: u32) -> impl Iterator<Item = Literal> + 'a {
    whole.program.body(rule).iter().copied().filter(|l| is_open(model, l.atom()))
}

/// Cuts out `atoms`, which are ascending and depend on no other open atom.
fn cut(whole: &Indexed, model: &Model, atoms: Vec<Atom>) -> Piece {
    let place = |atom: Atom| atoms.partition_point(|&a| a < atom) as u32;
    let mut program = Program::default();
    for &atom in &atoms {
        for rule in open_rules(whole, model, atom) {
            let literal = |l: Literal| if l.is_negative() { Literal::not(place(l.atom())) } else { Literal::is(place(l.atom())) };
            program.push(place(atom), open_body(whole, model, rule).map(literal));
        }
    }
    Piece::new(whole, atoms, program)
}

/// The pieces, by their first atoms. Near linear.
pub fn pieces(whole: &Indexed, model: &Model) -> Vec<Piece> {
    let open: Vec<Atom> = (0..whole.atoms as Atom).filter(|&a| is_open(model, a)).collect();
    let mut places = vec![0u32; whole.atoms];
    for (&atom, place) in open.iter().zip(0..) {
        if let Some(slot) = places.get_mut(atom as usize) {
            *slot = place;
        }
    }
    let place = |atom: Atom| places.get(atom as usize).copied().unwrap_or(0);
    let mut ties = Vec::new();
    for &atom in &open {
        for rule in open_rules(whole, model, atom) {
            for literal in open_body(whole, model, rule) {
                ties.push((place(atom), place(literal.atom())));
                ties.push((place(literal.atom()), place(atom)));
            }
        }
    }
    let parts = components(&Digraph::new(open.len(), ties.iter().copied()));
    let members = |c| parts.members(c).iter().filter_map(|&p| open.get(p as usize).copied()).collect::<Vec<Atom>>();
    let mut pieces: Vec<Vec<Atom>> = (0..parts.count()).map(members).collect();
    pieces.sort_unstable();
    pieces.into_iter().map(|atoms| cut(whole, model, atoms)).collect()
}

/// All that the open `atom` depends on, with itself: its cone of influence. Near linear in it.
pub fn cone(whole: &Indexed, model: &Model, atom: Atom) -> Piece {
    let mut seen = BTreeSet::from([atom]);
    let mut queue = vec![atom];
    while let Some(atom) = queue.pop() {
        for rule in open_rules(whole, model, atom) {
            queue.extend(open_body(whole, model, rule).map(|l| l.atom()).filter(|&a| seen.insert(a)));
        }
    }
    cut(whole, model, seen.into_iter().collect())
}
