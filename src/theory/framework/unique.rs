//! The ideal and the eager extension: unique, more than the grounded one, less than what several extensions share.

use crate::theory::{
    framework::{attack::Framework, eager::eager, effort::Effort, ideal::ideal, labelling::Labelling, problem::Semantics},
    interrupt::Stopped,
};

/// The ideal or eager extension over the grounded labelling `grounded`, ascending; for any other semantics the grounded one.
pub fn unique(framework: &Framework, grounded: &Labelling, semantics: Semantics, effort: Effort<'_>) -> Result<Vec<u32>, Stopped> {
    let mut set = grounded.accepted();
    match semantics {
        Semantics::Ideal => set.extend(ideal(framework, grounded, effort)?),
        Semantics::Eager => set.extend(eager(framework, grounded, effort)?),
        _ => {}
    }
    set.sort_unstable();
    Ok(set)
}
