//! Preferences by last link, elitist (Modgil and Prakken 2013, definitions 19 and 20): what a sentence can do against a rule depends on
//! the last defeasible rules of its derivations. Sentences near the clash are copied, so that a copy holds when the sentence has a
//! derivation whose last rules are all admitted; the rest of the program stays as it is.

use crate::theory::system::{
    draft::Draft,
    program::{Atom, Literal},
    rules::{RuleId, Sentence},
};
use std::collections::{BTreeMap, BTreeSet};

/// The sentences from which strict rules lead to `roots`, with `roots`.
pub fn cone(draft: &Draft<'_>, roots: &[Sentence]) -> BTreeSet<Sentence> {
    let rules = draft.system.rules();
    let mut cone = BTreeSet::new();
    let mut queue = roots.to_vec();
    while let Some(sentence) = queue.pop() {
        if cone.insert(sentence) {
            for &id in draft.concluding.next(sentence).iter().filter(|&&id| !rules.is_defeasible(id)) {
                queue.extend_from_slice(rules.get(id).body);
            }
        }
    }
    cone
}

/// Whether one of `ranked` may be a last rule of a derivation of a sentence whose cone this is.
pub fn is_decisive(draft: &Draft<'_>, cone: &BTreeSet<Sentence>, ranked: &[RuleId]) -> bool {
    ranked.iter().any(|&id| cone.contains(&draft.system.rules().get(id).head))
}

/// Atoms for the sentences of `cone`, each holding when the sentence has a derivation whose last rules are all `admitted`.
pub fn copies(draft: &mut Draft<'_>, cone: &BTreeSet<Sentence>, admitted: impl Fn(RuleId) -> bool) -> BTreeMap<Sentence, Atom> {
    let system = draft.system;
    let copies: BTreeMap<Sentence, Atom> = cone.iter().map(|&s| (s, draft.fresh(s))).collect();
    for (&sentence, &atom) in &copies {
        if draft.axioms.get(sentence as usize) == Some(&true) {
            draft.extra.push(atom, []);
        }
        for id in draft.concluding.next(sentence).to_vec() {
            let rule = system.rules().get(id);
            if !rule.is_defeasible() {
                draft.extra.push(atom, rule.body.iter().filter_map(|s| copies.get(s)).map(|&a| Literal::is(a)));
            } else if admitted(id) {
                let fired = draft.fired(id);
                draft.extra.push(atom, [Literal::is(fired)]);
            }
        }
    }
    copies
}
