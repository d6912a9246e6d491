//! From the extensions of the pieces to those of the whole: every combination, or only how many there are.

use crate::theory::interrupt::{Interrupt, Stopped};

/// The most that a list holds: its numbers, and sixteen more for each set. That is a quarter of a gigabyte at most.
const MOST_LISTED: usize = 1 << 26;
/// How many sets are combined before the clock is looked at.
const SETS_PER_LOOK: usize = 1024;

/// What a list of extensions comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum List {
    /// These, and whether they are all.
    Sets(Vec<Vec<u32>>, bool),
    /// More than can be held.
    TooLong,
}

/// How the extensions of a piece are given, one by one, until told to stop.
pub type Each<'a> = &'a mut dyn FnMut(Vec<u32>) -> bool;

/// The unions of `base` with one extension of each piece, as `enumerate` gives them, up to `limit`. In lexical order if these are all.
pub fn all<P>(
    base: &[u32],
    pieces: Vec<P>,
    mut enumerate: impl FnMut(P, Each<'_>) -> Result<(), Stopped>,
    limit: usize,
    interrupt: &Interrupt,
) -> Result<List, Stopped> {
    let mut choices = Vec::new();
    let mut whole = true;
    for piece in pieces {
        interrupt.check()?;
        let mut sets = Vec::new();
        enumerate(piece, &mut |set| {
            let fits = sets.len() < limit;
            if fits {
                sets.push(set);
            }
            whole &= fits;
            fits
        })?;
        let is_empty = sets.is_empty();
        choices.push(sets);
        if is_empty {
            break;
        }
    }
    let List::Sets(mut extensions, all) = combine(base, &choices, limit, interrupt)? else { return Ok(List::TooLong) };
    whole &= all;
    if whole {
        extensions.sort_unstable();
    }
    Ok(List::Sets(extensions, whole))
}

/// How many these are.
pub fn number<P>(
    pieces: Vec<P>,
    mut enumerate: impl FnMut(P, Each<'_>) -> Result<(), Stopped>,
    interrupt: &Interrupt,
) -> Result<String, Stopped> {
    let mut choices = Vec::new();
    for piece in pieces {
        interrupt.check()?;
        let mut number = 0;
        enumerate(piece, &mut |_| {
            number += 1;
            true
        })?;
        choices.push(number);
        if number == 0 {
            break;
        }
    }
    Ok(count(&choices))
}

/// The number of combinations, as decimal digits, for so many choices in each piece.
pub fn count(choices: &[u64]) -> String {
    const LIMB: u128 = 1_000_000_000;
    // Least significant limb first.
    let mut limbs: Vec<u128> = vec![1];
    for &factor in choices {
        let mut carry = 0;
        for limb in &mut limbs {
            let product = *limb * u128::from(factor) + carry;
            *limb = product % LIMB;
            carry = product / LIMB;
        }
        while carry > 0 {
            limbs.push(carry % LIMB);
            carry /= LIMB;
        }
    }
    while limbs.len() > 1 && limbs.last() == Some(&0) {
        limbs.pop();
    }
    let mut digits = limbs.pop().unwrap_or(0).to_string();
    for limb in limbs.iter().rev() {
        digits.push_str(&format!("{limb:09}"));
    }
    digits
}

/// The combinations of `base` with one set of each piece, up to `limit`. Each is ascending.
pub fn combine(base: &[u32], pieces: &[Vec<Vec<u32>>], limit: usize, interrupt: &Interrupt) -> Result<List, Stopped> {
    let mut combined = Vec::new();
    let mut room = MOST_LISTED;
    if pieces.iter().any(Vec::is_empty) {
        return Ok(List::Sets(combined, true));
    }
    // The wheel of an odometer for each piece.
    let mut turn = vec![0usize; pieces.len()];
    loop {
        if combined.len() >= limit {
            return Ok(List::Sets(combined, false));
        }
        if combined.len() % SETS_PER_LOOK == 0 {
            interrupt.check()?;
        }
        let chosen = pieces.iter().zip(&turn).filter_map(|(sets, &at)| sets.get(at)).flatten();
        let mut set: Vec<u32> = base.iter().chain(chosen).copied().collect();
        set.sort_unstable();
        match room.checked_sub(set.len() + 16) {
            Some(left) => room = left,
            None => return Ok(List::TooLong),
        }
        combined.push(set);
        let mut wheels = turn.iter_mut().zip(pieces);
        loop {
            match wheels.next() {
                None => return Ok(List::Sets(combined, true)),
                Some((at, sets)) if *at + 1 < sets.len() => {
                    *at += 1;
                    break;
                }
                Some((at, _)) => *at = 0,
            }
        }
    }
}
