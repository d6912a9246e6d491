//! The checker: whether a set is what an answer says it is, straight from the definitions, in linear time.
//!
//! It shares nothing with the search but the framework. Maximality (of a preferred extension, or of a range) is not checked: that
//! is as hard as the question itself. What is checked is the part of the definition that a wrong witness would break first.

use crate::theory::framework::{attack::Framework, problem::Semantics};

/// Whether `set` is conflict-free: no member attacks a member (Dung 1995, definition 5).
pub fn is_conflict_free(framework: &Framework, set: &[u32]) -> bool {
    let member = marks(framework, set);
    set.iter().all(|&a| framework.attacked_by(a).iter().all(|&b| !is(&member, b)))
}

/// Whether `set` is admissible: conflict-free, and it attacks each attacker of a member (Dung 1995, definition 6).
pub fn is_admissible(framework: &Framework, set: &[u32]) -> bool {
    let attacked = attacked(framework, set);
    is_conflict_free(framework, set) && set.iter().all(|&a| framework.attackers_of(a).iter().all(|&b| is(&attacked, b)))
}

/// Whether `set` is complete: admissible, and it contains each argument whose attackers it attacks (Dung 1995, definition 23).
pub fn is_complete(framework: &Framework, set: &[u32]) -> bool {
    let (member, attacked) = (marks(framework, set), attacked(framework, set));
    let defends = |a: u32| framework.attackers_of(a).iter().all(|&b| is(&attacked, b));
    is_conflict_free(framework, set) && framework.arguments().all(|a| is(&member, a) == defends(a))
}

/// Whether `set` is stable: conflict-free, and it attacks each argument outside (Dung 1995, definition 13).
pub fn is_stable(framework: &Framework, set: &[u32]) -> bool {
    let (member, attacked) = (marks(framework, set), attacked(framework, set));
    framework.arguments().all(|a| is(&member, a) != is(&attacked, a))
}

/// Whether `set` may be an extension under `semantics`, maximality trusted. All semantics but stage give complete extensions.
pub fn may_be_extension(framework: &Framework, semantics: Semantics, set: &[u32]) -> bool {
    match semantics {
        Semantics::Stable => is_stable(framework, set),
        Semantics::Stage => is_conflict_free(framework, set),
        _ => is_complete(framework, set),
    }
}

fn marks(framework: &Framework, set: &[u32]) -> Vec<bool> {
    let mut marks = vec![false; framework.len()];
    for &argument in set {
        if let Some(mark) = marks.get_mut(argument as usize) {
            *mark = true;
        }
    }
    marks
}

fn attacked(framework: &Framework, set: &[u32]) -> Vec<bool> {
    let mut marks = vec![false; framework.len()];
    for &target in set.iter().flat_map(|&a| framework.attacked_by(a)) {
        if let Some(mark) = marks.get_mut(target as usize) {
            *mark = true;
        }
    }
    marks
}

fn is(marks: &[bool], argument: u32) -> bool {
    marks.get(argument as usize).copied().unwrap_or(false)
}
