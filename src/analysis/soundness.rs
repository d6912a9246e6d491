//! What a debate says of its facts that cannot be: facts that clash, and attacks on what follows from them.

use crate::{
    analysis::{codes, compile::Theory},
    diagnostic::problem::Diagnostic,
    model::{
        debate::{ClaimKind, Debate, StepKind, Target},
        ids::ClaimId,
    },
    text::span::Place,
    theory::system::{closure::Uses, conflict::find_conflict},
};

/// Reports facts whose strict closure is inconsistent, and rebuttals of what follows strictly from facts. Linear but for a clash.
pub fn check(debate: &Debate, theory: &Theory, out: &mut Vec<Diagnostic>) {
    let axioms = theory.system.axioms();
    if axioms.is_empty() {
        return;
    }
    if let Some(conflict) = find_conflict(&theory.system, &[], axioms) {
        let facts: Vec<ClaimId> = conflict.core.iter().map(|s| ClaimId(*s)).filter(|c| c.index() < debate.claims.len()).collect();
        let names: Vec<String> = facts.iter().map(|c| format!("`{}`", debate.claim(*c).name.shown)).collect();
        let place = facts.first().map_or_else(Place::default, |c| debate.claim(*c).place);
        let found = Diagnostic::new(&codes::INCONSISTENT_FACTS, place, format!("these facts cannot all hold: {}", names.join(", ")));
        let found = facts.iter().skip(1).fold(found, |f, c| f.related(debate.claim(*c).place, "and this fact"));
        out.push(
            found.note("what follows strictly from them contradicts itself").help("make the disputed one a `claim` or an `assumption`"),
        );
    }
    let certain = Uses::strict_only(&theory.system).strict(axioms.iter().copied()).holds;
    for step in debate.steps.iter().filter(|s| s.kind == StepKind::Rebuttal) {
        for target in &step.targets {
            let Target::Claim(claim) = target else { continue };
            let hit = debate.claim(*claim);
            if hit.kind != ClaimKind::Fact && certain.get(claim.index()) == Some(&true) {
                let title = format!("this rebuttal attacks `{}`, which follows strictly from facts", hit.name.shown);
                let found = Diagnostic::new(&codes::ATTACK_ON_CERTAINTY, step.place, title).related(hit.place, "it is declared here");
                out.push(found.help("make a fact that it follows from a `claim`, or a step that leads to it defeasible"));
            }
        }
    }
}
