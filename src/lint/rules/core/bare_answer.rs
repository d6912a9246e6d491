//! Finds questions that are decided by an answer for which nobody gives a reason.

use crate::{
    analysis::outcome::Outcome,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::{ClaimKind, StepKind},
        ids::ClaimId,
    },
};

rule! {
    /// A question is decided by an answer without support or source.
    "bare-answer", Core, Note, "bare_answer.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // Where nobody has given a reason for anything, the answers are not the weak place.
    if !cx.debate.steps.iter().any(|s| s.kind == StepKind::Support) {
        return;
    }
    let links = &cx.analysis.links;
    for (id, question) in cx.debate.question_ids().zip(&cx.debate.questions) {
        let Outcome::Answer(answer) = cx.analysis.outcome(id) else { continue };
        let claim = cx.debate.claim(*answer);
        let bare = |c: ClaimId| links.supports(c).len() == 0 && cx.debate.claim(c).cites().is_empty();
        let given = matches!(claim.kind, ClaimKind::Fact | ClaimKind::Assumption) || question.default == Some(*answer);
        if given || !bare(*answer) {
            continue;
        }
        let title = format!("`{}` decides `{}`, and nobody gives a reason for it", claim.name.shown, question.name.shown);
        let found = Diagnostic::new(&CODE, claim.place, title).related(question.place, "it decides this");
        let reasoned = question.answers.iter().find(|c| links.supports(**c).len() > 0);
        let found = reasoned.map_or(found.clone(), |other| found.related(cx.debate.claim(*other).place, "this answer had a reason"));
        out.push(
            found
                .note("it stands because nobody speaks against it")
                .help("give it a `support`, or cite where it is argued; make it the `default`, if it is what remains without reasons"),
        );
    }
}
