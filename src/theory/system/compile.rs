//! A system as a normal logic program whose well-founded model is its grounded labelling.
//!
//! A rule concludes its head when its body holds and its guards fail; a guard holds when a derivation attacks the rule. Rules for one
//! sentence share the guard against rebuttals, so attacks cost as much as the contraries given, unless a preference comes between.
//! Rules of the system keep their numbers in the program.

use crate::theory::system::{
    definition::System,
    draft::Draft,
    last_link::{cone, copies, is_decisive},
    order::{Neighbours, Order},
    program::{Atom, Indexed, Literal, NONE, Program},
    rules::{RuleId, Sentence},
};
use std::collections::BTreeMap;

/// A compiled system.
#[derive(Debug, Clone)]
pub struct Compiled {
    /// The program. Its first rules are those of the system, its first atoms the sentences.
    pub index: Indexed,
    /// The sentence that each atom speaks of, or `NONE`.
    pub speaks_of: Vec<Sentence>,
    /// The number of rules of the system.
    pub rules: u32,
}

/// Compiles `system`. Linear, but for preferences: each rule that they protect copies the strict rules that lead to its attackers.
pub fn compile(system: &System) -> Compiled {
    let rules = system.rules();
    let mut draft = Draft::new(system);
    for &axiom in system.axioms() {
        draft.extra.push(axiom, []);
    }
    let guards = guards(&mut draft, &Order::new(system));
    let mut program = Program::default();
    for id in rules.ids() {
        let body = rules.get(id).body.iter().map(|&s| Literal::is(s));
        let own = guards.get(id as usize).into_iter().flatten().filter(|&&g| g != NONE).map(|&g| Literal::not(g));
        program.push(draft.conclusion(id), body.chain(own));
    }
    program.append(&draft.extra);
    let index = Indexed::new(program, draft.speaks_of.len());
    Compiled { index, speaks_of: draft.speaks_of, rules: rules.count() as u32 }
}

/// The guards of each rule: against rebuttals, and against undercuts. A defeasible rule that nothing attacks gets one that always
/// fails, so that even it is accepted in the first round and not before.
#[expect(clippy::indexing_slicing, reason = "one place per rule and per sentence, and every number comes from the system")]
fn guards(draft: &mut Draft<'_>, order: &Order) -> Vec<[Atom; 2]> {
    let system = draft.system;
    let rules = system.rules();
    let never = draft.fresh(NONE);
    let mut guards = vec![[NONE; 2]; rules.count()];
    for &(by, id) in system.undercuts().iter().filter(|&&(_, id)| rules.is_defeasible(id)) {
        if guards[id as usize][1] == NONE {
            guards[id as usize][1] = draft.fresh(NONE);
        }
        draft.extra.push(guards[id as usize][1], [Literal::is(by)]);
    }
    let mut shared: Vec<Option<Atom>> = vec![None; system.sentences()];
    // Rules for one sentence that are ranked alike have one guard too: a claim of a thousand supports over another copies its cone once.
    let mut alike: BTreeMap<(Sentence, Neighbours<'_>), Option<Atom>> = BTreeMap::new();
    for id in rules.defeasible() {
        let head = rules.get(id).head as usize;
        let ranked = order
            .find_neighbours(id)
            .and_then(|neighbours| *alike.entry((head as Sentence, neighbours)).or_insert_with(|| ranked_guard(draft, order, id)));
        let guard = match ranked {
            Some(own) => own,
            None => *shared[head].get_or_insert_with(|| shared_guard(draft, head as Sentence)),
        };
        guards[id as usize][0] = if guard == NONE && guards[id as usize][1] == NONE { never } else { guard };
    }
    guards
}

/// The guard of the rules for `head` that no preference concerns; `NONE` when nothing rebuts them.
fn shared_guard(draft: &mut Draft<'_>, head: Sentence) -> Atom {
    let mut by = draft.attackers.next(head).to_vec();
    by.extend(denied_facts(draft, head));
    if by.is_empty() {
        return NONE;
    }
    let guard = draft.fresh(NONE);
    by.iter().for_each(|&x| draft.extra.push(guard, [Literal::is(x)]));
    guard
}

/// The guard of a rule when a preference decides a clash of it.
fn ranked_guard(draft: &mut Draft<'_>, order: &Order, id: RuleId) -> Option<Atom> {
    let head = draft.system.rules().get(id).head;
    let targets = draft.directed_targets(head);
    // Without a clash there is nothing to decide.
    let below = if draft.attackers.next(head).is_empty() { Vec::new() } else { order.below(&[id]) };
    let above = if targets.is_empty() { Vec::new() } else { order.above(&[id]) };
    let protects = |draft: &Draft<'_>| {
        let cone = cone(draft, draft.attackers.next(head));
        is_decisive(draft, &cone, &below).then_some(cone)
    };
    let exposes = |draft: &Draft<'_>| {
        let cone = cone(draft, &targets);
        is_decisive(draft, &cone, &above).then_some(cone)
    };
    let protected = if below.is_empty() { None } else { protects(draft) };
    let exposed = if above.is_empty() { None } else { exposes(draft) };
    if protected.is_none() && exposed.is_none() {
        return None;
    }
    let guard = draft.fresh(NONE);
    let attackers = draft.attackers.next(head).to_vec();
    let by: Vec<Atom> = match protected {
        // A rebuttal fails when one of its last rules is below the rule.
        Some(cone) => {
            let copies = copies(draft, &cone, |m| below.binary_search(&m).is_err());
            attackers.iter().filter_map(|x| copies.get(x).copied()).collect()
        }
        None => attackers,
    };
    by.iter().for_each(|&x| draft.extra.push(guard, [Literal::is(x)]));
    match exposed {
        // What a contrary denies strikes back when all its last rules are above the rule.
        Some(cone) => {
            let copies = copies(draft, &cone, |m| above.binary_search(&m).is_ok());
            targets.iter().filter_map(|y| copies.get(y)).for_each(|&y| draft.extra.push(guard, [Literal::is(y)]));
        }
        None => denied_facts(draft, head).iter().for_each(|&y| draft.extra.push(guard, [Literal::is(y)])),
    }
    Some(guard)
}

/// The facts that `head` would deny: a derivation without defeasible rules is above every rule.
fn denied_facts(draft: &Draft<'_>, head: Sentence) -> Vec<Sentence> {
    let mut targets = draft.directed_targets(head);
    targets.retain(|&y| draft.facts.get(y as usize) == Some(&true));
    targets
}
