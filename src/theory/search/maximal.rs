//! Subset-maximal models: from one model to one that no other exceeds, by asking for more until there is no more.
//!
//! Each step keeps what holds and asks for one literal in addition; solvers that try large sets first need few steps.

use crate::theory::{interrupt::Stopped, sat::solver::Lit, search::models::Models};

/// A model that cannot be exceeded.
pub struct Maximum {
    /// The set it stands for, ascending.
    pub set: Vec<u32>,
    /// The literals that hold of those that were to be maximal.
    pub held: Vec<Lit>,
}

/// A model under `given` in which the literals that hold of `aims` are maximal.
pub fn maximize(encoding: &mut impl Models, aims: &[Lit], given: &[Lit]) -> Result<Option<Maximum>, Stopped> {
    if !encoding.solve(given)? {
        return Ok(None);
    }
    let switch = encoding.switch();
    let mut assumptions = Vec::new();
    loop {
        let (set, held) = (encoding.set(), encoding.held(aims));
        let mut more: Vec<Lit> = others(aims, &held);
        if more.is_empty() {
            encoding.require(&[!switch]);
            return Ok(Some(Maximum { set, held }));
        }
        more.push(!switch);
        encoding.require(&more);
        assumptions.clear();
        assumptions.push(switch);
        assumptions.extend_from_slice(given);
        assumptions.extend_from_slice(&held);
        if !encoding.solve(&assumptions)? {
            encoding.require(&[!switch]);
            return Ok(Some(Maximum { set, held }));
        }
    }
}

/// The literals of `aims` that are not in `held`, which is a part of it in the same order.
pub fn others(aims: &[Lit], held: &[Lit]) -> Vec<Lit> {
    let mut held = held.iter().peekable();
    aims.iter().copied().filter(|aim| held.next_if(|h| *h == aim).is_none()).collect()
}
