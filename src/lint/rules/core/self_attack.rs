//! Finds claims that attack themselves, or the step that they are used in.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::debate::{StepKind, Target},
};

rule! {
    /// A claim attacks itself.
    "self-attack", Core, Error, "self_attack.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for step in cx.debate.steps.iter().filter(|s| s.kind != StepKind::Support) {
        let Some(claim) = step.premises.first().copied() else { continue };
        for target in &step.targets {
            let (what, hit) = match *target {
                Target::Claim(target) if target == claim => ("itself", cx.debate.claim(claim).place),
                Target::Step(target) if cx.debate.step(target).premises.contains(&claim) => {
                    ("the step that it is used in", cx.debate.step(target).place)
                }
                _ => continue,
            };
            let title = format!("`{}` attacks {what}", cx.debate.claim(claim).name.shown);
            let found = Diagnostic::new(&CODE, step.place, title);
            let found = if hit == step.place { found } else { found.related(hit, "this is what it attacks") };
            out.push(
                found
                    .note("whoever accepts it must reject it, so it settles nothing")
                    .help(format!("name another claim in this {}, or leave it out", step.kind.word())),
            );
        }
    }
}
