//! Finds rebuttals that deny more than their target says: a "not all" against what says "most".

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        words::lower,
    },
    model::debate::StepKind,
};

rule! {
    /// A rebuttal denies a stronger claim than the one it is aimed at, which is easier.
    "weaker-wording", Fairness, Note, "weaker_wording.md"
}

/// Denials of what holds without exception.
const DENIES_ALL: &[&str] = &[
    "not all",
    "not every",
    "not always",
    "not everyone",
    "not everybody",
    "not everywhere",
    "not necessarily",
    "not in all",
    "not in every",
    "no guarantee that",
    "not only",
];
/// Words that make a claim hold without exception, or alone.
const ALL: &[&str] = &[
    "all",
    "every",
    "each",
    "always",
    "everyone",
    "everybody",
    "everywhere",
    "never",
    "none",
    "no",
    "nobody",
    "nothing",
    "must",
    "cannot",
    "any",
    "only",
    "alone",
    "necessarily",
    "certainly",
    "certain",
    "whoever",
    "whatever",
    "invariably",
    "entirely",
    "sole",
    "solely",
];
/// Words that narrow a claim.
const SOME: &[&str] = &[
    "some",
    "many",
    "most",
    "mostly",
    "often",
    "usually",
    "sometimes",
    "generally",
    "frequently",
    "commonly",
    "likely",
    "probably",
    "may",
    "might",
    "can",
    "could",
    "tend",
    "tends",
    "partly",
    "largely",
    "mainly",
    "in part",
    "in general",
    "as a rule",
    "several",
    "few",
];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for step in cx.debate.steps.iter().filter(|s| s.kind == StepKind::Rebuttal) {
        let Some(rebuttal) = step.premises.first().map(|p| cx.debate.claim(*p)) else { continue };
        let text = lower(&rebuttal.text);
        let Some(denial) = find(&text, DENIES_ALL) else { continue };
        for target in step.claims().map(|t| cx.debate.claim(t)) {
            let said = lower(&target.text);
            let Some(narrow) = find(&said, SOME).filter(|_| find(&said, ALL).is_none()) else { continue };
            let title = format!(
                "`{}` says \"{denial}\", and `{}`, which it rebuts, says only \"{narrow}\"",
                rebuttal.name.shown, target.name.shown
            );
            let found = Diagnostic::new(&CODE, step.place, title).related(target.place, "this is what was said");
            out.push(
                found
                    .note("an exception refutes what is said of all cases, and not what is said of most; both may be true")
                    .help("rebut what was said, or make this a `limit`"),
            );
        }
    }
}

/// The first of `phrases` in `text`, which is in the form of `lower`.
fn find(text: &str, phrases: &[&'static str]) -> Option<&'static str> {
    phrases.iter().copied().find(|p| text.contains(&format!(" {p} ")))
}
