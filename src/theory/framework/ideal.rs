//! The ideal extension without enumerating preferred ones.
//!
//! It is the largest admissible set that no admissible set attacks (Dung, Mancarella & Toni 2007, theorem 3.3). Any preferred
//! extension contains it, so one is found first; then admissible sets that attack what is left are asked for, each strikes what it
//! attacks and what that leaves undefended, until there is none.

use crate::theory::{
    framework::{
        attack::Framework,
        defence::Defended,
        effort::Effort,
        encoding::Encoding,
        labelling::Labelling,
        nearby::find_nearby,
        preferred::extend,
        scope::{Scope, pieces},
    },
    interrupt::Stopped,
    sat::solver::Lit,
    search::models::{Kind, Models},
};

/// The ideal extension beyond the accepted arguments of `grounded`, ascending.
pub fn ideal(framework: &Framework, grounded: &Labelling, effort: Effort<'_>) -> Result<Vec<u32>, Stopped> {
    let mut preferred = grounded.clone();
    extend(framework, &mut preferred, effort)?;
    let start: Vec<u32> = preferred.accepted().into_iter().filter(|&a| grounded.is_open(a)).collect();
    drop(preferred);
    let mut left = Defended::new(framework, grounded, &start);
    for candidate in start {
        if left.contains(candidate) {
            let attackers = framework.attackers_of(candidate);
            if let Some(nearby) = attackers.iter().find_map(|&b| find_nearby(framework, grounded, b)) {
                left.strike(targets(framework, &nearby));
            }
        }
    }
    let mut scope = Scope::new(framework.len());
    let mut ideal = Vec::new();
    for piece in pieces(framework, grounded) {
        let mut candidates: Vec<u32> = piece.iter().copied().filter(|&a| left.contains(a)).collect();
        if candidates.is_empty() {
            continue;
        }
        effort.check()?;
        scope.enter(piece);
        let encode = || Encoding::new(Kind::Large, framework, grounded, &scope, effort);
        let mut encoding = encode();
        while !candidates.is_empty() {
            let attacked: Vec<Lit> = candidates.iter().filter_map(|&c| encoding.out_of(c)).collect();
            encoding.require(&attacked);
            if is_large(candidates.len()) {
                encoding.hope(&attacked);
            }
            if !encoding.solve(&[])? {
                break;
            }
            let before = candidates.len();
            left.strike(targets(framework, &encoding.set()));
            candidates.retain(|&c| left.contains(c));
            // A solver clings to the sets it found; a new one finds sets that strike more, where much is left to strike.
            if is_large(candidates.len()) && (before - candidates.len()) * FEW > before {
                encoding = encode();
            }
        }
        ideal.extend(candidates);
    }
    ideal.sort_unstable();
    Ok(ideal)
}

/// Striking less than one in so many, a solver is not worth replacing by a new one.
const FEW: usize = 16;

/// Whether so many candidates are worth hoping for sets that strike many at once.
fn is_large(candidates: usize) -> bool {
    candidates > 100
}

fn targets(framework: &Framework, set: &[u32]) -> Vec<u32> {
    set.iter().flat_map(|&a| framework.attacked_by(a)).copied().collect()
}
