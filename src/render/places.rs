//! Names, words and places of claims and steps, as answers on the command line tell them.

use crate::{
    analysis::{verdict::Verdict, withdrawal::Part},
    model::{
        debate::{StepKind, Target},
        ids::{ClaimId, StepId},
    },
    render::prose::words,
    report::run::Report,
    text::span::Place,
};

/// The most premises of a step that are named.
const MOST: usize = 6;

/// `` `name` ``
pub fn name(report: &Report<'_>, claim: ClaimId) -> String {
    format!("`{}`", report.debate.claim(claim).name.shown)
}

/// The file and line of a place.
pub fn file_line<'r>(report: &Report<'r>, place: Place) -> (&'r str, usize) {
    let source = &report.files.file(place.file).source;
    (&source.path, source.lines.line_of(place.span.start) + 1)
}

/// `file:line`
pub fn place(report: &Report<'_>, place: Place) -> String {
    let (file, line) = file_line(report, place);
    format!("{file}:{line}")
}

/// `` `name`  (file:line) `` and, on the next line, the words of a claim or what a step does; `indent` stands before that line.
pub fn told(report: &Report<'_>, part: Part, indent: &str) -> String {
    let head = format!("`{}`  ({})", part.name(&report.debate), place(report, part.place(&report.debate)));
    match part {
        Part::Claim(claim) => format!("{head}\n{indent}{}", quoted(report, claim)),
        Part::Step(step) => format!("{head}\n{indent}{}", words::capital(&way(report, step))) + ".",
    }
}

/// The words of a claim in quotation marks, on one line.
pub fn quoted(report: &Report<'_>, claim: ClaimId) -> String {
    format!("“{}”", report.debate.claim(claim).text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// `` the step from `p` and `q` to `c` ``
pub fn way(report: &Report<'_>, id: StepId) -> String {
    let step = report.debate.step(id);
    let premises: Vec<String> = step.premises.iter().take(MOST).map(|c| name(report, *c)).collect();
    let leads = if step.kind == StepKind::Support { "to" } else { "against" };
    format!("the step from {} {leads} {}", words::and(&premises), targets(report, id))
}

/// What a step bears on: `` `c` `` or `` the step `s` ``.
pub fn targets(report: &Report<'_>, step: StepId) -> String {
    let target = |t: &Target| match t {
        Target::Claim(claim) => name(report, *claim),
        Target::Step(other) => format!("the step `{}`", report.debate.step(*other).name.shown),
    };
    words::and(&report.debate.step(step).targets.iter().take(MOST).map(target).collect::<Vec<_>>())
}

/// A verdict in a few words, one form for each.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stands => "stands",
        Verdict::Open => "open",
        Verdict::Denied => "falls (denied)",
        Verdict::Unfounded => "falls (unfounded)",
        Verdict::Unsupported => "unsupported",
    }
}

/// A verdict as a sentence goes on after a name.
pub const fn verb(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stands => "stands",
        Verdict::Open => "is open",
        Verdict::Denied => "falls: it is denied",
        Verdict::Unfounded => "falls: it is unfounded",
        Verdict::Unsupported => "is unsupported",
    }
}
