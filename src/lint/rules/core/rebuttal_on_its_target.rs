//! Finds rebuttals that rest on what they attack.

use crate::{
    analysis::verdict::Verdict,
    config::pack::Pack,
    diagnostic::{
        code::{Code, Level},
        problem::Diagnostic,
    },
    graph::{components::components, digraph::Digraph},
    lint::rule::{Context, Rule},
    model::{
        debate::{StepKind, Target},
        ids::{ClaimId, StepId},
    },
};
use std::collections::BTreeSet;

/// The rule.
pub static RULE: Rule = Rule { code: &REBUTTAL_ON_ITS_TARGET, pack: Pack::Core, check };

/// A rebuttal rests on the claim that it attacks, so both are open.
pub static REBUTTAL_ON_ITS_TARGET: Code = Code {
    name: "rebuttal-on-its-target",
    level: Level::Note,
    summary: "A rebuttal rests on the claim that it attacks, so both are open.",
    page: include_str!("rebuttal_on_its_target.md"),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (step, rebuttal, target) in loops(cx).0 {
        let (target, rebuttal) = (cx.debate.claim(target), cx.debate.claim(rebuttal));
        let title = format!("the rebuttal `{}` rests on `{}`, which it attacks", rebuttal.name.shown, target.name.shown);
        let found = Diagnostic::new(&REBUTTAL_ON_ITS_TARGET, cx.debate.step(step).place, title).related(target.place, "it rests on this");
        out.push(
            found
                .note("if the target falls, so does the rebuttal; so both are open")
                .help("if that is what is meant, say it with `expect … open`; else give the rebuttal a reason of its own"),
        );
    }
}

/// The rebuttals that rest on what they attack, each as its step, its claim and its target; and all claims that lie on their circles.
pub fn loops(cx: &Context<'_>) -> (Vec<(StepId, ClaimId, ClaimId)>, BTreeSet<ClaimId>) {
    // A rebuttal rests on its target when both lie on one circle of supports and rebuttals, of which the supports lead from the target.
    let claims = cx.debate.claims.len();
    let bears = cx.debate.steps.iter().filter(|s| s.kind != StepKind::Undercut).flat_map(|step| {
        let targets = step.claims().map(|c| c.0);
        targets.flat_map(|to| step.premises.iter().map(move |from| (from.0, to)))
    });
    let graph = Digraph::new(claims, bears);
    let circles = components(&graph);
    let mut found = Vec::new();
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps).filter(|(_, s)| s.kind == StepKind::Rebuttal) {
        let Some(rebuttal) = step.premises.first().copied() else { continue };
        for target in &step.targets {
            let Target::Claim(target) = *target else { continue };
            let open = cx.analysis.verdict(rebuttal) == Verdict::Open && cx.analysis.verdict(target) == Verdict::Open;
            if open && circles.of.get(rebuttal.index()) == circles.of.get(target.index()) && supports_reach(cx, target, rebuttal) {
                found.push((id, rebuttal, target));
            }
        }
    }
    let on: BTreeSet<usize> = found.iter().filter_map(|(_, r, _)| circles.of.get(r.index())).map(|c| *c as usize).collect();
    let beside = on.iter().flat_map(|c| circles.members(*c)).map(|c| ClaimId(*c)).collect();
    (found, beside)
}

/// The most claims that one search visits; a longer way is not told.
const MOST_VISITED: usize = 1_000;

/// Whether supports alone lead from one claim to another.
fn supports_reach(cx: &Context<'_>, from: ClaimId, to: ClaimId) -> bool {
    let mut seen = BTreeSet::from([from]);
    let mut queue = vec![from];
    while let Some(claim) = queue.pop().filter(|_| seen.len() < MOST_VISITED) {
        if claim == to {
            return true;
        }
        for step in cx.analysis.links.uses(claim).map(|s| cx.debate.step(s)).filter(|s| s.kind == StepKind::Support) {
            let targets = step.claims();
            queue.extend(targets.filter(|t| seen.insert(*t)));
        }
    }
    false
}
