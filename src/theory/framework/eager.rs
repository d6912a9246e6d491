//! The eager extension without enumerating semi-stable ones.
//!
//! It contains the ideal extension (Caminada 2007, theorem 4), so only arguments beyond that are in doubt. In a piece that has stable
//! extensions, an argument falls once a preferred extension that happens to be stable misses it; these are cheap to make, and each misses
//! many. What doubts are left are settled by asking for a semi-stable extension that misses some of them.

use crate::theory::{
    framework::{
        attack::Framework,
        defence::Defended,
        effort::Effort,
        encoding::Encoding,
        ideal::ideal,
        labelling::{Label, Labelling},
        nearby::find_nearby,
        preferred::extend_within,
        scope::{Scope, pieces},
    },
    interrupt::Stopped,
    search::{models::Kind, range::Ranged},
};

/// A piece must have so many arguments for the cheap extensions to pay.
const LARGE: usize = 100;

/// So many cheap extensions may strike nothing before the rest is left to the solver.
const FAILURES: usize = 8;

/// The largest admissible part of what all semi-stable extensions share (Caminada 2007, definition 5), beyond the accepted arguments of
/// `grounded`.
pub fn eager(framework: &Framework, grounded: &Labelling, effort: Effort<'_>) -> Result<Vec<u32>, Stopped> {
    let mut eager = ideal(framework, grounded, effort)?;
    let is_ideal = |a: &u32, ideal: &[u32]| ideal.binary_search(a).is_ok();
    let mut scope = Scope::new(framework.len());
    let mut shared = Vec::new();
    for piece in pieces(framework, grounded) {
        effort.check()?;
        scope.enter(piece);
        let mut ranged = Ranged::new(Kind::Large, |kind| Encoding::new(kind, framework, grounded, &scope, effort))?;
        let mut doubts = ranged.first()?.unwrap_or_default();
        doubts.retain(|a| !is_ideal(a, &eager));
        if ranged.is_stable() && scope.members().len() >= LARGE {
            doubts = thin(doubts, framework, grounded, &scope, effort)?;
        }
        shared.extend(ranged.shared(doubts)?);
    }
    eager.extend(shared);
    eager.sort_unstable();
    let left = Defended::new(framework, grounded, &eager);
    eager.retain(|&a| left.contains(a));
    Ok(eager)
}

/// Those of `doubts` that no cheap stable extension of the present part of `scope` misses. Each is built against the doubts that are left:
/// what attacks them nearby is accepted first, one after the other, and the whole then extended.
fn thin(doubts: Vec<u32>, framework: &Framework, grounded: &Labelling, scope: &Scope, effort: Effort<'_>) -> Result<Vec<u32>, Stopped> {
    let mut left = doubts;
    let mut failures = 0;
    let mut first = 0;
    while failures < FAILURES && first < left.len() {
        effort.check()?;
        let mut labelling = grounded.clone();
        let (before, after) = left.split_at(first);
        for &doubt in after.iter().chain(before) {
            if labelling.is_open(doubt) {
                let attackers = framework.attackers_of(doubt).iter();
                let nearby = attackers.filter(|&&b| labelling.is_open(b)).find_map(|&b| find_nearby(framework, &labelling, b));
                labelling.accept(&nearby.unwrap_or_default());
            }
        }
        let open = scope.members().iter().copied().filter(|&a| labelling.is_open(a)).collect();
        extend_within(open, framework, &mut labelling, effort)?;
        let is_stable = !scope.members().iter().any(|&a| labelling.is_open(a));
        let size = left.len();
        if is_stable {
            left.retain(|&a| labelling.label(a) == Label::In);
        }
        if left.len() == size {
            // Another order of the doubts gives another extension.
            failures += 1;
            first += 1 + size / FAILURES;
        }
    }
    Ok(left)
}
