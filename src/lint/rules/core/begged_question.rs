//! Finds supports whose premise is their conclusion, by its name, word for word, or nearly so.

use crate::{
    diagnostic::{code::Level, problem::Diagnostic},
    lint::{
        near::{self, is_near},
        rule::{Context, rule},
        words::{has_words, same_words},
    },
    model::{debate::StepKind, ids::ClaimId},
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
            let text = |premise: &ClaimId| cx.debate.claim(*premise).text.as_str();
            let repeats = |p: &&ClaimId| same_words(text(p), &conclusion.text) && has_words(text(p), FEWEST_WORDS);
            let nearly = |p: &&ClaimId| is_near(text(p), &conclusion.text) && has_words(text(p), near::FEWEST_WORDS);
            let exact = step.premises.iter().find(|p| **p == target || repeats(p));
            let Some(premise) = exact.or_else(|| step.premises.iter().find(nearly)) else { continue };
            let said = cx.debate.claim(*premise);
            let name = &conclusion.name.shown;
            let (title, place) = if *premise == target {
                (format!("`{name}` is given as a reason for itself"), step.place)
            } else {
                let how = if exact.is_some() { "word for word" } else { "nearly word for word" };
                (format!("`{}` repeats `{name}` {how}, which it is to support", said.name.shown), said.place)
            };
            let mut found = Diagnostic::new(&CODE, place, title).related(conclusion.place, "this is the conclusion");
            if exact.is_none() {
                found.level = Level::Warning;
            }
            out.push(
                found
                    .note("whoever doubts the conclusion doubts this premise as well, so the support gives no reason")
                    .help("give a reason that can be accepted before the conclusion is, or leave the support out"),
            );
        }
    }
}
