//! Finds supports whose premise is their conclusion, by its name or word for word.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        words::{has_words, same_words},
    },
    model::debate::StepKind,
};

rule! {
    /// A support has its conclusion as a premise.
    "begged-question", Core, Error, "begged_question.md"
}

/// Shorter texts may well be said of different things.
const FEWEST_WORDS: usize = 4;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for step in cx.debate.steps.iter().filter(|s| s.kind == StepKind::Support) {
        for target in step.claims() {
            let conclusion = cx.debate.claim(target);
            let repeats = |text: &str| same_words(text, &conclusion.text) && has_words(text, FEWEST_WORDS);
            let Some(premise) = step.premises.iter().find(|p| **p == target || repeats(&cx.debate.claim(**p).text)) else { continue };
            let said = cx.debate.claim(*premise);
            let name = &conclusion.name.shown;
            let (title, place) = if *premise == target {
                (format!("`{name}` is given as a reason for itself"), step.place)
            } else {
                (format!("`{}` repeats `{name}` word for word, which it is to support", said.name.shown), said.place)
            };
            let found = Diagnostic::new(&CODE, place, title).related(conclusion.place, "this is the conclusion");
            out.push(
                found
                    .note("whoever doubts the conclusion doubts this premise as well, so the support gives no reason")
                    .help("give a reason that can be accepted before the conclusion is, or leave the support out"),
            );
        }
    }
}
