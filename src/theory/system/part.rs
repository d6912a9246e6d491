//! The part of a program that one atom depends on, for evaluating it again and again: nothing outside can change what becomes of the atom.

use crate::theory::system::{
    compile::Compiled,
    program::{Atom, Indexed, Literal, NONE, Program},
    rules::RuleId,
    well_founded::Model,
};
use std::collections::BTreeSet;

/// What an atom depends on, cut out of the program.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its clauses and atoms, under numbers of their own.
    pub index: Indexed,
    /// The clauses in the whole program, ascending.
    clauses: Vec<u32>,
    /// The atoms in the whole program, ascending.
    atoms: Vec<Atom>,
    /// The atom around which it was cut.
    pub target: Atom,
    literals: usize,
}

impl Part {
    /// All that `atom` depends on, or nothing when that is more than `limit` literals.
    pub fn around(compiled: &Compiled, atom: Atom, limit: usize) -> Option<Self> {
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
        Some(Self {
            target: place(atom),
            index: Indexed::new(program, atoms.len()),
            clauses: clauses.into_iter().collect(),
            atoms,
            literals: work,
        })
    }

    /// The clause of the whole program.
    pub fn origin(&self, clause: u32) -> u32 {
        self.clauses.get(clause as usize).copied().unwrap_or(NONE)
    }

    /// The atom of the whole program.
    pub fn whole_atom(&self, atom: Atom) -> Atom {
        self.atoms.get(atom as usize).copied().unwrap_or(NONE)
    }

    /// The clauses of the whole program that are in this part, ascending.
    pub fn origins(&self) -> &[u32] {
        &self.clauses
    }

    /// The clause of this part that the clause `whole` of the whole program became.
    pub fn find_clause(&self, whole: u32) -> Option<u32> {
        self.clauses.binary_search(&whole).ok().map(|at| at as u32)
    }

    /// How much there is to look at in one evaluation.
    pub fn size(&self) -> usize {
        self.index.atoms + self.literals
    }

    /// The round that accepts `rule`.
    pub fn stage(&self, model: &Model, rule: RuleId) -> u32 {
        let clause = self.clauses.partition_point(|&c| c < rule) as u32;
        let guards = self.index.program.body(clause).iter().filter(|l| l.is_negative());
        guards.map(|l| model.stage(l.atom()) + 1).max().unwrap_or(0)
    }
}
