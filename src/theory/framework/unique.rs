//! The ideal and the eager extension: unique, more than the grounded one, less than what several extensions share.

use crate::theory::{
    framework::{
        attack::Framework,
        defence::Defended,
        encoding::Kind,
        ideal::ideal,
        labelling::Labelling,
        problem::Semantics,
        range::Ranged,
        scope::{Scope, pieces},
    },
    interrupt::{Interrupt, Stopped},
};

/// The ideal or eager extension over the grounded labelling `grounded`, ascending; for any other semantics the grounded one.
pub fn unique(framework: &Framework, grounded: &Labelling, semantics: Semantics, interrupt: &Interrupt) -> Result<Vec<u32>, Stopped> {
    let mut set = grounded.accepted();
    match semantics {
        Semantics::Ideal => set.extend(ideal(framework, grounded, interrupt)?),
        Semantics::Eager => set.extend(eager(framework, grounded, interrupt)?),
        _ => {}
    }
    set.sort_unstable();
    Ok(set)
}

/// The largest admissible part of what all semi-stable extensions share (Caminada 2007, definition 5), beyond the grounded one.
fn eager(framework: &Framework, grounded: &Labelling, interrupt: &Interrupt) -> Result<Vec<u32>, Stopped> {
    let mut scope = Scope::new(framework.len());
    let mut common = Vec::new();
    for piece in pieces(framework, grounded) {
        interrupt.check()?;
        scope.enter(piece);
        common.extend(Ranged::new(Kind::Complete, framework, grounded, &scope, interrupt)?.common()?);
    }
    let left = Defended::new(framework, grounded, &common);
    common.retain(|&a| left.contains(a));
    Ok(common)
}
