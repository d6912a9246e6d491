//! Finds critical questions of schemes that are open, by the burden that each puts on whoever gives the argument.
//!
//! A question of an assumption is open until it is answered or waived. One that asks for what a premise says is open as well while no
//! premise that may play the part has a source or support. One that puts the burden on the doubter is never open here: whoever has the reason brings a
//! rebuttal or an undercut.

use crate::{
    analysis::evaluate::Force,
    diagnostic::{code::Level, problem::Diagnostic},
    lint::rule::{Context, rule},
    model::{
        debate::{ClaimKind, Step, StepDetails},
        ids::ClaimId,
    },
    scheme::{
        all::find_scheme,
        definition::{Burden, Question, Reply},
    },
};

rule! {
    /// A critical question of a scheme is neither answered nor waived.
    "open-critical-question", Schemes, Warning, "open_critical_question.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps) {
        let Some(scheme) = step.details.as_ref().and_then(|d| find_scheme(&d.scheme.as_ref()?.name)) else { continue };
        // Of what is beaten, nothing more has to be asked.
        if cx.analysis.force(cx.debate, id) == Force::Fails {
            continue;
        }
        let open: Vec<&Question> = scheme
            .questions
            .iter()
            .filter(|q| match q.burden {
                Burden::Premise => !is_met(cx, step, q),
                Burden::Assumption => true,
                Burden::Exception => false,
            })
            .filter(|q| !is_settled(cx, step, q.id))
            .collect();
        let Some(first) = open.first() else { continue };
        let plural = if open.len() == 1 { "a critical question".to_owned() } else { format!("{} critical questions", open.len()) };
        let title = format!("`{}` leaves {plural} of `{}` open", step.name.shown, scheme.id);
        let mut found = Diagnostic::new(&CODE, step.place, title);
        if open.iter().all(|q| q.burden == Burden::Premise) {
            found.level = Level::Note;
        }
        for question in &open {
            let why = if question.burden == Burden::Premise { " (nothing backs what it asks about)" } else { "" };
            found = found.note(format!("{}: {}{why}", question.id, question.text));
        }
        out.push(found.help(format!(
            "if the text answers it, add `answers: {0}`; to set it aside, `waive: {0}: REASON`; else give the answer as a premise or support",
            first.id
        )));
    }
}

/// Whether the premise that a question asks about is backed; where none is told to be it, whether one is that may be it, or none is left.
fn is_met(cx: &Context<'_>, step: &Step, question: &Question) -> bool {
    let roles = |p: &ClaimId| cx.debate.claim(*p).roles();
    if let Reply::Undermine(role) = question.reply {
        let mut players = step.premises.iter().filter(|p| roles(p).iter().any(|r| r == role)).peekable();
        if players.peek().is_some() {
            return players.any(|p| is_backed(cx, *p));
        }
    }
    let mut untold = step.premises.iter().filter(|p| roles(p).is_empty()).peekable();
    untold.peek().is_none() || untold.any(|p| is_backed(cx, *p))
}

/// Whether a premise rests on something, or needs nothing to rest on.
fn is_backed(cx: &Context<'_>, claim: ClaimId) -> bool {
    let said = cx.debate.claim(claim);
    matches!(said.kind, ClaimKind::Fact | ClaimKind::Assumption) || !said.cites().is_empty() || cx.analysis.links.supports(claim).len() > 0
}

/// The most supports of a premise whose answers are read.
const MOST_SUPPORTS: usize = 16;

/// Whether a question is answered or waived, by the step or by a support of one of its premises.
fn is_settled(cx: &Context<'_>, step: &Step, question: &str) -> bool {
    let settles = |d: &StepDetails| d.answers.iter().chain(&d.waived).any(|q| q == question);
    let below = step.premises.iter().flat_map(|p| cx.analysis.links.supports(*p).take(MOST_SUPPORTS)).map(|s| cx.debate.step(s));
    step.details.as_deref().is_some_and(settles) || below.filter_map(|s| s.details.as_deref()).any(settles)
}
