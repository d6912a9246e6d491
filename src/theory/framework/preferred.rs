//! One preferred extension (Dung 1995, definition 7), component by component.
//!
//! Preferred semantics is SCC-recursive (Baroni, Giacomin & Guida 2005, theorem 3): a maximal choice in each strongly connected
//! component, attackers first, gives a maximal set of the whole. SAT therefore meets only what is really circular, and no more than an
//! admissible set that is not empty is asked of it: once that is accepted with all it forces, what is left of the component falls into
//! components again.

use crate::theory::{
    framework::{attack::Framework, effort::Effort, encoding::Encoding, labelling::Labelling, scope::Scope},
    interrupt::Stopped,
    search::models::{Kind, Models},
};

/// Accepts more in `labelling`, whose accepted set is admissible, until that set is preferred.
pub fn extend(framework: &Framework, labelling: &mut Labelling, effort: Effort<'_>) -> Result<(), Stopped> {
    let open = labelling.open();
    extend_within(open, framework, labelling, effort)
}

/// The same for `open` only: undecided arguments, ascending, that none of the other undecided ones attacks.
pub fn extend_within(open: Vec<u32>, framework: &Framework, labelling: &mut Labelling, effort: Effort<'_>) -> Result<(), Stopped> {
    let mut scope = Scope::new(framework.len());
    // The next part last; true of those that were strongly connected when they were found.
    let mut parts = vec![(open, false)];
    while let Some((found, was_strong)) = parts.pop() {
        let size = found.len();
        scope.enter(found.into_iter().filter(|&m| labelling.is_open(m)).collect());
        // A lone argument that the closure left open attacks itself or has an attacker that stays undecided.
        if scope.members().len() < 2 {
            continue;
        }
        if !was_strong || scope.members().len() < size {
            parts.extend(components(&scope, framework).map(|component| (component, true)));
            continue;
        }
        effort.check()?;
        let mut encoding = Encoding::new(Kind::Large, framework, labelling, &scope, effort);
        let some = encoding.ins().to_vec();
        encoding.require(&some);
        if encoding.solve(&[])? {
            labelling.accept(&encoding.set());
            parts.push((scope.members().to_vec(), false));
        }
    }
    Ok(())
}

/// The strongly connected components of the present part of `scope` that have more than one argument, attacked before attackers.
fn components(scope: &Scope, framework: &Framework) -> impl Iterator<Item = Vec<u32>> {
    let strong = scope.strong(framework);
    let count = strong.count();
    let of = move |component| {
        let members: Vec<u32> = strong.members(component).iter().filter_map(|&p| scope.members().get(p as usize).copied()).collect();
        (members.len() > 1).then_some(members)
    };
    (0..count).rev().filter_map(of)
}
