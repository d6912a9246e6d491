//! What is left of a framework once some assumptions are accepted, in pieces that have nothing to do with each other.
//!
//! What follows from the accepted assumptions is true; what does not even follow from all that they do not attack is false. Rules lose
//! what is true and go with what is false. Extensions are then the unions of one extension per piece with the accepted assumptions:
//! under semantics that are about admissible sets, where the accepted ones are the grounded set, and under stage semantics, where they are none.

use crate::{
    graph::{components::components, digraph::Digraph},
    theory::assumption::rules::{Rule, Rules, is},
};

/// A part of a framework, over atoms of its own.
pub struct Piece {
    /// Its rules and assumptions.
    pub rules: Rules,
    /// For each of its atoms the one of the whole, ascending.
    pub atoms: Vec<u32>,
}

impl Piece {
    /// The atom as the piece knows it, if it is one of its atoms.
    pub fn find(&self, atom: u32) -> Option<u32> {
        self.atoms.binary_search(&atom).ok().and_then(|at| u32::try_from(at).ok())
    }

    /// The same atoms as the whole knows them.
    pub fn named(&self, atoms: &[u32]) -> Vec<u32> {
        atoms.iter().filter_map(|&a| self.atoms.get(a as usize).copied()).collect()
    }
}

/// What is settled, and the pieces.
pub struct Residue {
    /// For each atom whether it follows from the accepted assumptions.
    pub holds: Vec<bool>,
    /// The pieces, in the order of their first atoms. An atom in none that does not hold follows from no extension.
    pub pieces: Vec<Piece>,
}

impl Residue {
    /// What `accepted` leaves, an admissible set or the empty one.
    pub fn new(rules: &Rules, accepted: &[u32]) -> Self {
        let holds = rules.closure(accepted);
        let may_hold = rules.closure(&rules.spared_by(accepted));
        let is_open = |atom: u32| is(&may_hold, atom) && !is(&holds, atom);
        let left = rules.rules().iter().filter(|r| is_open(r.head) && r.body.iter().all(|&b| is(&may_hold, b)));
        let left: Vec<Rule> =
            left.map(|r| Rule { head: r.head, body: r.body.iter().copied().filter(|&b| !is(&holds, b)).collect() }).collect();
        let open = rules.contraries().filter(|&(a, _)| is_open(a)).map(|(a, c)| (a, c.filter(|&c| is_open(c))));
        let open: Vec<(u32, Option<u32>)> = open.collect();
        Self { pieces: split(rules.atoms(), left, &open, is_open), holds }
    }
}

#[expect(clippy::indexing_slicing, reason = "there is one piece and one place per atom of the framework")]
fn split(atoms: usize, rules: Vec<Rule>, assumptions: &[(u32, Option<u32>)], is_open: impl Fn(u32) -> bool) -> Vec<Piece> {
    let bodies = rules.iter().flat_map(|r| r.body.iter().map(|&b| (r.head, b)));
    let joined: Vec<(u32, u32)> = bodies.chain(assumptions.iter().filter_map(|&(a, c)| Some((a, c?)))).collect();
    let parts = components(&Digraph::new(atoms, joined.iter().flat_map(|&(a, b)| [(a, b), (b, a)])));
    let members = (0..parts.count()).map(|p| parts.members(p).to_vec());
    let mut members: Vec<Vec<u32>> = members.filter(|p| p.iter().all(|&a| is_open(a))).collect();
    members.sort_unstable();
    // For each atom its part, and its place there.
    let mut places = vec![(0, 0); atoms];
    for (part, at) in members.iter().zip(0usize..) {
        part.iter().zip(0u32..).for_each(|(&atom, place)| places[atom as usize] = (at, place));
    }
    let place = |atom: u32| places[atom as usize].1;
    let mut assumed = vec![Vec::new(); members.len()];
    for &(assumption, contrary) in assumptions {
        assumed[places[assumption as usize].0].push((place(assumption), contrary.map(place)));
    }
    let mut ruled = vec![Vec::new(); members.len()];
    for Rule { head, body } in rules {
        ruled[places[head as usize].0].push(Rule { head: place(head), body: body.into_iter().map(place).collect() });
    }
    let pieces = members.into_iter().zip(assumed).zip(ruled);
    pieces.map(|((atoms, assumed), rules)| Piece { rules: Rules::new(atoms.len(), assumed, rules), atoms }).collect()
}
