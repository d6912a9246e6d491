//! Finds questions that want one answer and have several that stand.

use crate::{
    analysis::verdict::Verdict,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// A question that wants one answer has several that stand.
    "several-answers", Core, Warning, "several_answers.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for question in cx.debate.questions.iter().filter(|q| q.one) {
        let standing: Vec<_> =
            question.answers.iter().copied().filter(|a| cx.analysis.verdict(*a) == Verdict::Stands).map(|a| cx.debate.claim(a)).collect();
        if standing.len() < 2 {
            continue;
        }
        let title = format!("`{}` wants one answer, and {} of its answers stand", question.name.shown, standing.len());
        let found = Diagnostic::new(&CODE, question.place, title);
        let found = standing.iter().take(8).fold(found, |found, answer| found.related(answer.place, "this answer stands"));
        out.push(found.help("say which of them exclude each other with `contradiction`, or rebut all but one"));
    }
}
