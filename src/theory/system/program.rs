//! A normal logic program over numbered atoms, packed. Knows no argumentation.

use crate::graph::{components::components, digraph::Digraph};
use std::num::NonZeroU32;

/// An atom of a program, by number.
pub type Atom = u32;

/// No atom, no rule, no literal.
pub const NONE: u32 = u32::MAX;

/// An atom, or the failure of one. Never zero inside, so that an optional literal takes no more room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Literal(NonZeroU32);

impl Literal {
    /// The literal that holds when `atom` does.
    pub fn is(atom: Atom) -> Self {
        Self(NonZeroU32::MIN.saturating_add(atom << 1))
    }

    /// The literal that holds when `atom` fails.
    pub fn not(atom: Atom) -> Self {
        Self(NonZeroU32::MIN.saturating_add(atom << 1 | 1))
    }

    /// The atom it speaks of.
    pub fn atom(self) -> Atom {
        (self.0.get() - 1) >> 1
    }

    /// Whether it speaks of failure.
    pub fn is_negative(self) -> bool {
        (self.0.get() - 1) & 1 == 1
    }
}

/// Rules `head ← literals`.
#[derive(Debug, Clone)]
pub struct Program {
    heads: Vec<Atom>,
    starts: Vec<u32>,
    literals: Vec<Literal>,
}

impl Default for Program {
    fn default() -> Self {
        Self { heads: Vec::new(), starts: vec![0], literals: Vec::new() }
    }
}

#[expect(clippy::indexing_slicing, reason = "rule numbers come from `push`, which gives each rule its place")]
impl Program {
    /// The number of rules.
    pub fn count(&self) -> usize {
        self.heads.len()
    }

    /// All rule numbers, ascending.
    pub fn rules(&self) -> std::ops::Range<u32> {
        0..self.heads.len() as u32
    }

    /// The conclusion of a rule.
    pub fn head(&self, rule: u32) -> Atom {
        self.heads[rule as usize]
    }

    /// The literals of a rule.
    pub fn body(&self, rule: u32) -> &[Literal] {
        &self.literals[self.starts[rule as usize] as usize..self.starts[rule as usize + 1] as usize]
    }

    /// Adds a rule.
    pub fn push(&mut self, head: Atom, body: impl IntoIterator<Item = Literal>) {
        self.literals.extend(body);
        self.starts.push(self.literals.len() as u32);
        self.heads.push(head);
    }

    /// Adds all rules of `other`.
    pub fn append(&mut self, other: &Self) {
        for rule in other.rules() {
            self.push(other.head(rule), other.body(rule).iter().copied());
        }
    }
}

/// A program with the ways through it.
#[derive(Debug, Clone)]
pub struct Indexed {
    /// The rules.
    pub program: Program,
    /// The number of atoms.
    pub atoms: usize,
    /// From an atom to the rules that conclude it.
    pub concluding: Digraph,
    /// From an atom to the rules that need it.
    pub needing: Digraph,
    /// From an atom to the rules that need its failure.
    pub barring: Digraph,
    /// The circle of support that an atom lies on, or `NONE`: its component in the graph of positive dependencies.
    pub circle: Vec<u32>,
}

impl Indexed {
    /// Indexes `program` on the atoms `0..atoms`. Linear.
    pub fn new(program: Program, atoms: usize) -> Self {
        let size = atoms.max(program.count());
        let concluding = Digraph::new(size, program.rules().map(|r| (program.head(r), r)));
        let literals = |negative: bool| {
            let program = &program;
            program
                .rules()
                .flat_map(move |r| program.body(r).iter().filter(move |l| l.is_negative() == negative).map(move |l| (l.atom(), r)))
        };
        let needing = Digraph::new(size, literals(false));
        let barring = Digraph::new(size, literals(true));
        let circle = circles(&program, &needing, atoms);
        Self { program, atoms, concluding, needing, barring, circle }
    }
}

/// The circle of support that each atom lies on. What can be derived in layers is peeled off first, which mostly leaves nothing.
#[expect(clippy::indexing_slicing, reason = "one place per atom, and every atom comes from the program")]
fn circles(program: &Program, needing: &Digraph, atoms: usize) -> Vec<u32> {
    let mut below = vec![0u32; atoms];
    for rule in program.rules() {
        below[program.head(rule) as usize] += program.body(rule).iter().filter(|l| !l.is_negative()).count() as u32;
    }
    let mut peeled: Vec<Atom> = (0..atoms as Atom).filter(|&a| below[a as usize] == 0).collect();
    let mut at = 0;
    while let Some(&atom) = peeled.get(at) {
        at += 1;
        for &rule in needing.next(atom) {
            let head = program.head(rule);
            below[head as usize] -= 1;
            if below[head as usize] == 0 {
                peeled.push(head);
            }
        }
    }
    if peeled.len() == atoms {
        return vec![NONE; atoms];
    }
    let heads = |atom: Atom| needing.next(atom).iter().map(move |&rule| (atom, program.head(rule)));
    let left = (0..atoms as Atom).filter(|&a| below[a as usize] > 0).flat_map(heads);
    let graph = Digraph::new(atoms, left);
    let components = components(&graph);
    let circular: Vec<bool> = (0..components.count()).map(|c| components.is_circular(c, &graph)).collect();
    components.of.iter().map(|&c| if circular[c as usize] { c } else { NONE }).collect()
}
