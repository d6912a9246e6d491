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

/// The most premises or targets of a step that are named; the rest is counted.
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

/// `` `name`  (file:line) `` and, on the next line, the words of a claim or what a step does; `indent` stands before that line. A step
/// without a name is told by what it does alone.
pub fn told(report: &Report<'_>, part: Part, indent: &str) -> String {
    let at = place(report, part.place(&report.debate));
    let way = |id| words::capital(&way(report, id));
    match part {
        Part::Claim(claim) => format!("{}  ({at})\n{indent}{}", name(report, claim), quoted(report, claim)),
        Part::Step(id) => match find_name(report, id) {
            Some(name) => format!("{name}  ({at})\n{indent}{}.", way(id)),
            None => format!("{}  ({at})", way(id)),
        },
    }
}

/// The words of a claim in quotation marks, on one line.
pub fn quoted(report: &Report<'_>, claim: ClaimId) -> String {
    format!("“{}”", report.debate.claim(claim).text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The name of a step that was given one; a path is none.
pub fn find_name(report: &Report<'_>, id: StepId) -> Option<String> {
    let name = &report.debate.step(id).name;
    name.referable.then(|| format!("`{}`", name.shown))
}

/// A step by its name, or by what it does where it has none.
pub fn step(report: &Report<'_>, id: StepId) -> String {
    find_name(report, id).unwrap_or_else(|| way(report, id))
}

/// `` the step from `p` and `q` to `c` ``
pub fn way(report: &Report<'_>, id: StepId) -> String {
    let leads = if report.debate.step(id).kind == StepKind::Support { "to" } else { "against" };
    format!("{} {leads} {}", start(report, id), targets(report, id))
}

/// `` the step from `p` and `q` ``
fn start(report: &Report<'_>, id: StepId) -> String {
    format!("the step from {}", premises(report, id))
}

/// What a step starts from: `` `p` and `q` ``.
pub fn premises(report: &Report<'_>, id: StepId) -> String {
    some(&report.debate.step(id).premises, |c| name(report, *c))
}

/// What a step bears on: `` `c` ``, `` the step `s` ``, or `` the step from `p` to `c` `` where that has no name.
pub fn targets(report: &Report<'_>, id: StepId) -> String {
    // Undercuts of undercuts may be many in a row: what an undercut bears on is told, but not what that bears on in turn.
    let leads_to_steps = |step: StepId| report.debate.step(step).targets.iter().any(|t| matches!(t, Target::Step(_)));
    let nameless = |step| if leads_to_steps(step) { start(report, step) } else { way(report, step) };
    some(&report.debate.step(id).targets, |target| match *target {
        Target::Claim(claim) => name(report, claim),
        Target::Step(other) => find_name(report, other).map_or_else(|| nameless(other), |name| format!("the step {name}")),
    })
}

/// The first of `all`, and how many more there are.
fn some<T>(all: &[T], told: impl Fn(&T) -> String) -> String {
    let more = all.len().saturating_sub(MOST);
    let more = (more > 0).then(|| format!("{more} more"));
    words::and(&all.iter().take(MOST).map(told).chain(more).collect::<Vec<_>>())
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
