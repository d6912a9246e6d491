//! The labellings of a piece as clauses: what an extension derives, and what it leaves possible. No levels: atoms that only support
//! each other are cut off when a model shows them (loop formulas, Lin & Zhao 2004).
//!
//! A complete extension is a partial stable model of the program (Przymusinski 1990): what holds follows by rules whose guards are
//! not possible, what is possible by rules whose guards do not hold. The guards that are not possible, the *safe* ones, determine it.
//! For admissible sets more may be called possible than is: that only makes a set count on less, so their largest ones are the same.

use crate::theory::{
    interrupt::{Interrupt, Stopped},
    sat::{
        bat::{Bat, Trust},
        solver::{Lit, Sat, hope},
    },
    system::residue::Piece,
};

/// Which labellings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The set defends all it counts on.
    Admissible,
    /// It counts on all it defends, too.
    Complete,
    /// Nothing is possible but what holds.
    Stable,
}

/// The labellings of one kind of one piece.
pub struct Encoding<'a> {
    piece: &'a Piece,
    sat: Box<dyn Sat>,
    holding: Layer,
    /// What is possible, where that is something else and must have a reason.
    possible: Option<Layer>,
    may: Vec<Lit>,
}

/// Atoms, and for each rule what it needs.
struct Layer {
    atoms: Vec<Lit>,
    bodies: Vec<Lit>,
}

#[expect(clippy::indexing_slicing, reason = "there is one literal per atom and per rule, and all come from the piece")]
impl<'a> Encoding<'a> {
    /// Encodes the labellings of `piece`.
    pub fn new(kind: Kind, piece: &'a Piece, interrupt: &Interrupt) -> Self {
        let mut sat: Box<dyn Sat> = Box::new(Bat::new(interrupt, Trust::Checked));
        // Hoping for much that holds and little that may hold, a search tries large sets first.
        let holds: Vec<Lit> = piece.atoms.iter().map(|_| sat.fresh(kind != Kind::Stable)).collect();
        let may: Vec<Lit> = if kind == Kind::Stable { holds.clone() } else { piece.atoms.iter().map(|_| sat.fresh(false)).collect() };
        let holding = close(sat.as_mut(), piece, &holds, &may, true);
        let mut possible = None;
        if kind != Kind::Stable {
            holds.iter().zip(&may).for_each(|(&h, &m)| sat.clause(&[!h, m]));
            let layer = close(sat.as_mut(), piece, &may, &holds, kind == Kind::Complete);
            possible = Some(layer).filter(|_| kind == Kind::Complete);
        }
        Self { piece, sat, holding, possible, may }
    }

    /// "The extension derives this atom."
    pub fn derives(&self, place: u32) -> Lit {
        self.holding.atoms[place as usize]
    }

    /// "The extension counts on the failure of this guard."
    pub fn counts_on(&self, guard: u32) -> Lit {
        !self.may[guard as usize]
    }

    /// A literal that only serves to switch clauses on by assumption.
    pub fn switch(&mut self) -> Lit {
        self.sat.fresh(false)
    }

    /// Has the first search begin with as many of `literals` as it finds to go together. Excludes nothing.
    pub fn hope(&mut self, literals: &[Lit]) {
        hope(self.sat.as_mut(), literals);
    }

    /// Demands that one of `literals` holds, for good.
    pub fn require(&mut self, literals: &[Lit]) {
        self.sat.clause(literals);
    }

    /// Whether there is a labelling under `assumptions`; then it can be read off.
    pub fn solve(&mut self, assumptions: &[Lit]) -> Result<bool, Stopped> {
        while self.sat.solve(assumptions)? {
            if !self.piece.is_circular {
                return Ok(true);
            }
            let sat = self.sat.as_ref();
            let safe: Vec<bool> = self.may.iter().map(|&m| !sat.holds(m)).collect();
            let mut unfounded = vec![self.piece.least(|g| safe[g as usize])];
            if self.possible.is_some() {
                unfounded.push(self.piece.least(|g| !sat.holds(self.holding.atoms[g as usize])));
            }
            let layers: Vec<&Layer> = std::iter::once(&self.holding).chain(&self.possible).collect();
            let mut is_founded = true;
            for (layer, founded) in layers.iter().zip(&mut unfounded) {
                for (mark, &atom) in founded.iter_mut().zip(&layer.atoms) {
                    *mark = !*mark && sat.holds(atom);
                    is_founded &= !*mark;
                }
            }
            if is_founded {
                return Ok(true);
            }
            for (layer, unfounded) in layers.iter().zip(&unfounded) {
                exclude(self.sat.as_mut(), self.piece, layer, unfounded);
            }
        }
        Ok(false)
    }

    /// The guards that the labelling found counts on.
    pub fn safe(&self) -> Vec<u32> {
        self.piece.guards.iter().copied().filter(|&g| !self.sat.holds(self.may[g as usize])).collect()
    }

    /// Whether the labelling found derives this atom.
    pub fn is_derived(&self, place: u32) -> bool {
        self.sat.holds(self.derives(place))
    }

    /// "The extension counts on a guard beside those of `safe`."
    pub fn beside(&self, safe: &[u32]) -> Vec<Lit> {
        let others = self.piece.guards.iter().filter(|g| safe.binary_search(g).is_err());
        others.map(|&g| self.counts_on(g)).collect()
    }
}

/// Closes `atoms` under the rules whose guards fail in `guards`; with `reasoned`, each needs a rule.
#[expect(clippy::indexing_slicing, reason = "there is one literal per atom, and all come from the piece")]
fn close(sat: &mut dyn Sat, piece: &Piece, atoms: &[Lit], guards: &[Lit], reasoned: bool) -> Layer {
    let program = &piece.index.program;
    let mut bodies = Vec::with_capacity(program.count());
    let mut reasons: Vec<Vec<Lit>> = atoms.iter().map(|&a| vec![!a]).collect();
    for rule in program.rules() {
        let literal = |l: &crate::theory::system::program::Literal| {
            let at = l.atom() as usize;
            if l.is_negative() { !guards[at] } else { atoms[at] }
        };
        let needs: Vec<Lit> = program.body(rule).iter().map(literal).collect();
        let head = program.head(rule) as usize;
        let body = match needs.as_slice() {
            [only] => *only,
            _ if reasoned => {
                let body = sat.fresh(true);
                needs.iter().for_each(|&n| sat.clause(&[!body, n]));
                body
            }
            _ => atoms[head],
        };
        let implied: Vec<Lit> = needs.iter().map(|&n| !n).chain([atoms[head]]).collect();
        sat.clause(&implied);
        reasons[head].push(body);
        bodies.push(body);
    }
    if reasoned {
        reasons.iter().for_each(|r| sat.clause(r));
    }
    Layer { atoms: atoms.to_vec(), bodies }
}

/// The loop formula: these atoms need one rule for some of them whose body has none of them.
#[expect(clippy::indexing_slicing, reason = "there is one literal per atom and per rule, and all come from the piece")]
fn exclude(sat: &mut dyn Sat, piece: &Piece, layer: &Layer, unfounded: &[bool]) {
    let program = &piece.index.program;
    let outer = |rule: u32| {
        unfounded[program.head(rule) as usize] && !program.body(rule).iter().any(|l| !l.is_negative() && unfounded[l.atom() as usize])
    };
    let entered = sat.fresh(false);
    let ways: Vec<Lit> = program.rules().filter(|&r| outer(r)).map(|r| layer.bodies[r as usize]).chain([!entered]).collect();
    sat.clause(&ways);
    for (_, &atom) in unfounded.iter().zip(&layer.atoms).filter(|(u, _)| **u) {
        sat.clause(&[!atom, entered]);
    }
}
