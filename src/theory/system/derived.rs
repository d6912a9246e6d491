//! The strict rules that follow from the given ones: transpositions over negation, and denials carried to premises. Without them the
//! consequences of what stands may contradict each other (Caminada and Amgoud 2007, section 4).

use crate::{
    graph::digraph::Digraph,
    theory::system::{
        definition::System,
        rules::{Kind, RuleId, Sentence},
    },
};
use std::collections::BTreeSet;

/// Adds, for each strict rule `p1, …, pn → c` given since the last call and each `i`, the rule `¬c, {pj : j ≠ i} → ¬pi`
/// (Caminada and Amgoud 2007, definition 17). One round is enough, because `¬¬s` is `s`.
pub fn close_under_transposition(system: &mut System) {
    for id in system.transposed..system.rules().count() as RuleId {
        let rule = system.rules().get(id);
        if rule.kind == Kind::Strict && !rule.body.is_empty() {
            let (body, head) = (rule.body.to_vec(), rule.head);
            let negated = system.negation(head);
            for &premise in &body {
                let conclusion = system.negation(premise);
                system.add_derived(&exchange(&body, premise, negated), conclusion, Kind::Transposed, id);
            }
        }
    }
    system.transposed = system.rules().count() as RuleId;
}

/// Adds, for each directed contrary `x` of the conclusion of a strict rule `p1, …, pn → c` and each `i`, the rule
/// `x, {pj : j ≠ i} → !pi`, and so on for the new contraries `!pi`. These rules are not transposed. To be called once, after the
/// transpositions; it makes `!s` only for sentences that some rebuttal reaches.
pub fn close_denials(system: &mut System) {
    let known = system.sentences();
    let rules = system.rules();
    let strict: Vec<(Sentence, RuleId)> =
        rules.ids().map(|id| (id, rules.get(id))).filter(|(_, r)| !r.is_defeasible()).map(|(id, r)| (r.head, id)).collect();
    if strict.is_empty() {
        return;
    }
    let concluding = Digraph::new(known.max(rules.count()), strict.into_iter());
    let pairs: BTreeSet<(Sentence, Sentence)> = system.contraries().iter().copied().collect();
    let mut queue: Vec<(Sentence, Sentence)> = pairs.iter().copied().filter(|&(x, y)| !pairs.contains(&(y, x))).collect();
    let mut seen: BTreeSet<(Sentence, Sentence)> = queue.iter().copied().collect();
    while let Some((x, y)) = queue.pop() {
        for &id in concluding.next(y) {
            let body = system.rules().get(id).body.to_vec();
            for &premise in &body {
                let denial = system.denial(premise);
                system.add_derived(&exchange(&body, premise, x), denial, Kind::Denying, id);
                if seen.insert((denial, premise)) {
                    queue.push((denial, premise));
                }
            }
        }
    }
}

fn exchange(body: &[Sentence], out: Sentence, new: Sentence) -> Vec<Sentence> {
    body.iter().map(|&p| if p == out { new } else { p }).collect()
}
