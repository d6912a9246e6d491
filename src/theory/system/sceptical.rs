//! Whether a sentence follows from every preferred extension, and the ideal extension, without enumerating preferred ones.
//!
//! The union of two admissible sets is admissible unless one attacks the other, and then both do. So a preferred extension without the
//! sentence attacks every admissible set with it: candidates are asked for, and one that the sentence can still join gives another set
//! to attack (the vacuous reduct of Thimm, Cerutti & Vallati 2021, on sets of rules). The ideal extension is the largest admissible set
//! that no admissible set attacks (Dung, Mancarella & Toni 2007, theorem 3.3).

use crate::theory::{
    interrupt::{Interrupt, Stopped},
    sat::solver::Lit,
    system::{
        encoding::{Encoding, Kind},
        maximal::maximize,
        residue::Piece,
    },
};

/// The guards of an admissible set in `piece`, a cone of `query`, that no preferred extension with `query` contains; if there is one.
pub fn find_counterexample(piece: &Piece, query: u32, interrupt: &Interrupt) -> Result<Option<Vec<u32>>, Stopped> {
    let mut encoding = Encoding::new(Kind::Admissible, piece, interrupt);
    let goal = encoding.derives(query);
    loop {
        interrupt.check()?;
        if !encoding.solve(&[!goal])? {
            return Ok(None);
        }
        let candidate = encoding.safe();
        let joined: Vec<Lit> = candidate.iter().map(|&g| encoding.counts_on(g)).chain([goal]).collect();
        if !encoding.solve(&joined)? {
            return Ok(Some(candidate));
        }
        let (needed, _) = needed(piece, query, &encoding.safe());
        let mut attack: Vec<Lit> = needed.iter().map(|&g| encoding.derives(g)).collect();
        attack.push(goal);
        encoding.require(&attack);
    }
}

/// A small part of `safe`, which comes from an admissible set that derives `query` or defeats all derivations of it, that is admissible
/// and still does, with the atoms that it derives for that. The smaller, the more a counterexample must fit.
#[expect(clippy::indexing_slicing, reason = "one place per atom, and every atom comes from the piece")]
pub fn needed(piece: &Piece, query: u32, safe: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let program = &piece.index.program;
    let is_safe = |g: u32| safe.binary_search(&g).is_ok();
    let (holds, order) = derived(piece, &is_safe);
    let may = piece.least(|g| !holds[g as usize]);
    let mut wanted = vec![false; piece.atoms.len()];
    let mut kept = Vec::new();
    let mut queue = vec![query];
    while let Some(atom) = queue.pop() {
        if std::mem::replace(&mut wanted[atom as usize], true) {
            continue;
        }
        if let Some(rule) = order[atom as usize] {
            for literal in program.body(rule) {
                kept.extend(Some(literal.atom()).filter(|_| literal.is_negative()));
                queue.push(literal.atom());
            }
            continue;
        }
        // It must not become possible: each rule for it needs something that fails, or the failure of something that holds.
        for &rule in piece.index.concluding.next(atom) {
            let body = program.body(rule);
            let blocks = |l: &&crate::theory::system::program::Literal| {
                let at = l.atom() as usize;
                if l.is_negative() { holds[at] } else { !may[at] }
            };
            let known = body.iter().filter(blocks).find(|l| wanted[l.atom() as usize]);
            if known.is_none() {
                queue.extend(body.iter().find(blocks).map(|l| l.atom()));
            }
        }
    }
    kept.sort_unstable();
    kept.dedup();
    let derived = (0..piece.atoms.len() as u32).filter(|&a| wanted[a as usize] && holds[a as usize]).collect();
    (kept, derived)
}

/// What follows when the guards that `fails` names do, and by which rule each atom did first.
#[expect(clippy::indexing_slicing, reason = "one place per atom and per rule, and every number comes from the piece")]
fn derived(piece: &Piece, fails: &impl Fn(u32) -> bool) -> (Vec<bool>, Vec<Option<u32>>) {
    let program = &piece.index.program;
    let mut missing: Vec<usize> = program.rules().map(|r| program.body(r).iter().filter(|l| !l.is_negative()).count()).collect();
    let admitted = |r: u32| program.body(r).iter().all(|l| !l.is_negative() || fails(l.atom()));
    let mut by = vec![None; piece.atoms.len()];
    let mut queue: Vec<u32> = program.rules().filter(|&r| missing[r as usize] == 0 && admitted(r)).collect();
    let mut at = 0;
    while let Some(&rule) = queue.get(at) {
        at += 1;
        let head = program.head(rule);
        if by[head as usize].is_some() {
            continue;
        }
        by[head as usize] = Some(rule);
        for &next in piece.index.needing.next(head) {
            missing[next as usize] -= 1;
            if missing[next as usize] == 0 && admitted(next) {
                queue.push(next);
            }
        }
    }
    (by.iter().map(Option::is_some).collect(), by)
}

/// The guards that the ideal extension counts on in `piece`.
pub fn ideal(piece: &Piece, interrupt: &Interrupt) -> Result<Vec<u32>, Stopped> {
    let mut encoding = Encoding::new(Kind::Admissible, piece, interrupt);
    let mut left = maximize(&mut encoding, &[])?.unwrap_or_default();
    while !left.is_empty() {
        let attack: Vec<Lit> = left.iter().map(|&g| encoding.derives(g)).collect();
        encoding.require(&attack);
        if !encoding.solve(&[])? {
            break;
        }
        left.retain(|&g| !encoding.is_derived(g));
        left = defended(piece, left);
    }
    Ok(left)
}

/// The largest admissible part of `safe`, which does not attack itself.
fn defended(piece: &Piece, mut safe: Vec<u32>) -> Vec<u32> {
    loop {
        let holds = piece.least(|g| safe.binary_search(&g).is_ok());
        let may = piece.least(|g| holds.get(g as usize) != Some(&true));
        let before = safe.len();
        safe.retain(|&g| may.get(g as usize) != Some(&true));
        if safe.len() == before {
            return safe;
        }
    }
}
