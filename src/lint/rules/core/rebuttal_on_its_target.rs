//! Finds rebuttals that rest on what they attack.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// A rebuttal rests on the claim that it attacks, so both are open.
    "rebuttal-on-its-target", Core, Note, "rebuttal_on_its_target.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // What attacks itself is told by `self-attack`.
    for (step, rebuttal, target) in cx.loops.list.iter().filter(|l| l.1 != l.2) {
        let (target, rebuttal) = (cx.debate.claim(*target), cx.debate.claim(*rebuttal));
        let title = format!("the rebuttal `{}` rests on `{}`, which it attacks", rebuttal.name.shown, target.name.shown);
        let found = Diagnostic::new(&CODE, cx.debate.step(*step).place, title).related(target.place, "it rests on this");
        out.push(
            found
                .note("if the target falls, so does the rebuttal; so both are open")
                .help("if that is what is meant, say it with `expect … open`; else give the rebuttal a reason of its own"),
        );
    }
}
