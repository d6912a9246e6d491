//! Largest labellings of a piece, and all of them: from one to one that no other exceeds, by asking for more until there is no more.

use crate::theory::{
    framework::problem::Semantics,
    interrupt::{Interrupt, Stopped},
    sat::solver::Lit,
    system::{
        encoding::{Encoding, Kind},
        residue::Piece,
    },
};

/// The guards that a labelling under `given` counts on which no other under `given` exceeds.
pub fn maximize(encoding: &mut Encoding<'_>, given: &[Lit]) -> Result<Option<Vec<u32>>, Stopped> {
    if !encoding.solve(given)? {
        return Ok(None);
    }
    // What holds is held by clauses under a switch: a solver that must take back thousands of assumptions spends its time on them.
    let switch = encoding.switch();
    let assumptions: Vec<Lit> = [switch].into_iter().chain(given.iter().copied()).collect();
    let mut best = encoding.safe();
    let mut held: Vec<u32> = Vec::new();
    loop {
        let mut more = encoding.beside(&best);
        if more.is_empty() {
            break;
        }
        for &guard in best.iter().filter(|g| held.binary_search(g).is_err()) {
            let counted = encoding.counts_on(guard);
            encoding.require(&[counted, !switch]);
        }
        more.push(!switch);
        encoding.require(&more);
        if !encoding.solve(&assumptions)? {
            break;
        }
        held = std::mem::replace(&mut best, encoding.safe());
    }
    encoding.require(&[!switch]);
    Ok(Some(best))
}

/// Gives each complete, preferred or stable labelling of `piece` to `each`, as the guards it counts on, until that says stop.
pub fn enumerate(
    semantics: Semantics,
    piece: &Piece,
    interrupt: &Interrupt,
    each: &mut dyn FnMut(Vec<u32>) -> bool,
) -> Result<(), Stopped> {
    let kind = match semantics {
        Semantics::Complete => Kind::Complete,
        Semantics::Preferred => Kind::Admissible,
        Semantics::Stable => Kind::Stable,
        _ => return Ok(()),
    };
    let mut encoding = Encoding::new(kind, piece, interrupt);
    loop {
        let found = match kind {
            Kind::Admissible => maximize(&mut encoding, &[])?,
            _ => encoding.solve(&[])?.then(|| encoding.safe()),
        };
        let Some(safe) = found else { return Ok(()) };
        // Another preferred or stable one counts on something beside these; another complete one may count on less, too.
        let mut differs = encoding.beside(&safe);
        if kind == Kind::Complete {
            differs.extend(safe.iter().map(|&g| !encoding.counts_on(g)));
        }
        if !each(safe) {
            return Ok(());
        }
        encoding.require(&differs);
    }
}
