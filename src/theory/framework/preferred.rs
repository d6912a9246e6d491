//! One preferred extension (Dung 1995, definition 7), component by component.
//!
//! Preferred semantics is SCC-recursive (Baroni, Giacomin & Guida 2005, theorem 3): a maximal choice in each strongly connected
//! component, attackers first, gives a maximal set of the whole. SAT therefore meets only what is really circular.

use crate::theory::{
    framework::{
        attack::Framework,
        encoding::{Encoding, Kind},
        labelling::Labelling,
        maximal::exhaust,
        scope::Scope,
    },
    interrupt::{Interrupt, Stopped},
};

/// Accepts more in `labelling`, whose accepted set is admissible, until that set is preferred.
pub fn extend(framework: &Framework, labelling: &mut Labelling, interrupt: &Interrupt) -> Result<(), Stopped> {
    let open = labelling.open();
    extend_within(open, framework, labelling, interrupt)
}

/// The same for `open` only: undecided arguments, ascending, that none of the other undecided ones attacks.
pub fn extend_within(open: Vec<u32>, framework: &Framework, labelling: &mut Labelling, interrupt: &Interrupt) -> Result<(), Stopped> {
    let mut whole = Scope::new(framework.len());
    whole.enter(open);
    let strong = whole.strong(framework);
    let mut part = Scope::new(framework.len());
    for component in 0..strong.count() {
        // A lone argument that the closure left open attacks itself or has an attacker that stays undecided.
        if strong.members(component).len() < 2 {
            continue;
        }
        let places = strong.members(component).iter();
        let members: Vec<u32> =
            places.filter_map(|&p| whole.members().get(p as usize).copied()).filter(|&m| labelling.is_open(m)).collect();
        if members.len() < 2 {
            continue;
        }
        interrupt.check()?;
        part.enter(members);
        let mut encoding = Encoding::new(Kind::Complete, framework, labelling, &part, interrupt);
        if let Some(set) = exhaust(&mut encoding)? {
            labelling.accept(&set);
        }
    }
    Ok(())
}
