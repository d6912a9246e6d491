//! Finds rebuttals that stand and yet lose, because a preference that does not say why gives their target the last word.

use crate::{
    analysis::decisive::outweighed,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// A rebuttal stands, and so does its target, because a preference outweighs it and does not say why.
    "outweighed-rebuttal", Core, Note, "outweighed_rebuttal.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for found in outweighed(cx.debate, cx.analysis).into_iter().filter(|found| !found.is_reasoned()) {
        let (target, rebuttal) = (cx.debate.claim(found.target), cx.debate.claim(found.rebuttal));
        let title = format!("`{}` stands as a rebuttal, and yet `{}` stands too", rebuttal.name.shown, target.name.shown);
        let told = Diagnostic::new(&CODE, cx.debate.step(found.step).place, title).related(target.place, "this stands");
        out.push(
            told.note("a preference gives what speaks for the target the last word")
                .help(format!("say why with a preference between the two: `prefer {} over {}: …`", target.name.shown, rebuttal.name.shown)),
        );
    }
}
