//! Finds questions that no claim answers.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::{Expectation, Expected},
        ids::QuestionId,
    },
};
use std::collections::BTreeSet;

rule! {
    /// No claim answers a question.
    "unanswered-question", Core, Warning, "unanswered_question.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if !cx.whole {
        return;
    }
    let open = |e: &Expectation| if let Expected::NoAnswer(q) = e.expected { Some(q) } else { None };
    let open: BTreeSet<QuestionId> = cx.debate.expectations.iter().filter_map(open).collect();
    for (id, question) in cx.debate.question_ids().zip(&cx.debate.questions) {
        if !question.answers.is_empty() || open.contains(&id) {
            continue;
        }
        let name = &question.name.shown;
        let found = Diagnostic::new(&CODE, question.place, format!("nobody answers `{name}`"));
        let help = if question.name.referable {
            format!("write `claim … on {name}: …`; or say that it is so: `expect {name} open`")
        } else {
            "write a `claim` beneath it".to_owned()
        };
        out.push(found.note("a question is settled by the claims that answer it").help(help));
    }
}
