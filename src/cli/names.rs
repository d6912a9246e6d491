//! Names on the command line, and what to say where a debate has no such claim.

use crate::{
    cli::outcome::Failure,
    diagnostic::nearest::find_nearest,
    emit::inert::inert_line,
    model::{debate::Debate, ids::ClaimId},
};

/// The claim of this name.
///
/// # Errors
/// When the name is one of something else or of nothing; `command` stands before a better name in the advice.
pub fn require_claim(debate: &Debate, name: &str, command: &str) -> Result<ClaimId, Failure> {
    debate.find_claim(name).ok_or_else(|| no_claim(debate, name, command))
}

/// What to say where a debate has no claim of this name.
pub fn no_claim(debate: &Debate, name: &str, command: &str) -> Failure {
    let shown = inert_line(name);
    if let Some(question) = find_question(debate, name) {
        return question;
    }
    if let Some(step) = debate.steps.iter().find(|s| &*s.name.shown == name) {
        let premises: Vec<String> = step.premises.iter().take(5).map(|p| format!("`{}`", debate.claim(*p).name.shown)).collect();
        let help = format!("ask for one of its premises: {}", premises.join(", "));
        return Failure::with_help(format!("`{shown}` is a support with premises, which has no verdict of its own"), help);
    }
    let what = format!("there is no claim `{shown}` in this debate");
    match find_nearest(name, debate.claims.iter().map(|c| &*c.name.shown)) {
        Some(near) => Failure::with_help(what, format!("try `{command} {}`", inert_line(near))),
        None => Failure::with_help(what, "`agon brief --full` ends with a table of all claims and their names"),
    }
}

/// What to say where a question is named in place of a claim.
pub fn find_question(debate: &Debate, name: &str) -> Option<Failure> {
    let help = "name one of its answers; `agon report` tells how each question comes out";
    let is_one = debate.questions.iter().any(|q| &*q.name.shown == name);
    is_one.then(|| Failure::with_help(format!("`{}` is a question, which has no verdict", inert_line(name)), help))
}
