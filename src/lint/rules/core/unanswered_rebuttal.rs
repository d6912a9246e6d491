//! Finds rebuttals that bring down an answer, that nobody has replied to, and that leave its question without an outcome.

use crate::{
    analysis::replies::unanswered_rebuttals,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::Expected,
        ids::{ClaimId, QuestionId},
    },
};
use std::collections::BTreeSet;

rule! {
    /// An answer falls by a rebuttal that nobody has replied to, and its question is left open.
    "unanswered-rebuttal", Core, Note, "unanswered_rebuttal.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.debate.questions.is_empty() {
        return;
    }
    // How these come out, the debate itself says or tests.
    let mut known: BTreeSet<ClaimId> = BTreeSet::new();
    let mut told: BTreeSet<QuestionId> = BTreeSet::new();
    for expectation in &cx.debate.expectations {
        match expectation.expected {
            Expected::Falls(claim) => drop(known.insert(claim)),
            Expected::NoAnswer(question) | Expected::Answer(question, _) => drop(told.insert(question)),
            _ => {}
        }
    }
    for (rebuttal, target) in unanswered_rebuttals(cx.debate, cx.analysis) {
        let (claim, answer) = (cx.debate.claim(rebuttal), cx.debate.claim(target));
        let undecided = |q: &&QuestionId| cx.analysis.outcome(**q).answer().is_none() && !told.contains(*q);
        let Some(question) = answer.answers.iter().find(undecided).filter(|_| !known.contains(&target)) else { continue };
        let question = cx.debate.question(*question);
        let title = format!("nobody replies to `{}`, by which `{}` falls", claim.name.shown, answer.name.shown);
        let found = Diagnostic::new(&CODE, claim.place, title).related(answer.place, "this answer falls");
        out.push(
            found
                .related(question.place, "so this question has no outcome")
                .help(format!("reply with a `rebuttal` or an `undercut`; or say that it is so: `expect {} falls`", answer.name.shown)),
        );
    }
}
