//! Finds `expect` lines that do not hold.

use crate::{
    analysis::{
        decisive::is_ranked,
        outcome::Outcome,
        why::{Attacker, Basis, Fate, Reason, reason},
    },
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::Expected,
        ids::{ClaimId, QuestionId},
    },
};

rule! {
    /// An `expect` line does not hold.
    "failed-expectation", Core, Error, "failed_expectation.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for expectation in &cx.debate.expectations {
        let found = |title: String| Diagnostic::new(&CODE, expectation.place, title);
        match expectation.expected {
            Expected::Stands(claim) => verdict(cx, claim, "stands", found, out),
            Expected::Falls(claim) => verdict(cx, claim, "falls", found, out),
            Expected::Open(claim) => verdict(cx, claim, "open", found, out),
            Expected::Unsupported(claim) => verdict(cx, claim, "unsupported", found, out),
            Expected::Answer(question, answer) => outcome(cx, question, Some(answer), found, out),
            Expected::NoAnswer(question) => outcome(cx, question, None, found, out),
        }
    }
}

fn verdict(cx: &Context<'_>, claim: ClaimId, expected: &str, found: impl Fn(String) -> Diagnostic, out: &mut Vec<Diagnostic>) {
    let is = cx.analysis.verdict(claim);
    if is.word() == expected {
        return;
    }
    let declared = cx.debate.claim(claim);
    let name = &declared.name.shown;
    let verb = |word: &str| if matches!(word, "stands" | "falls") { word.to_owned() } else { format!("is {word}") };
    let how = is.how().map_or(String::new(), |how| format!(" ({how})"));
    let title = format!("`{name}` was expected to {}, but it {}{how}", infinitive(expected), verb(is.word()));
    let found = found(title).related(declared.place, format!("it {} here", if declared.name.referable { "is declared" } else { "stands" }));
    let why = because(cx, &reason(cx.debate, cx.analysis, claim));
    out.push(found.note(why).help(format!("mend the debate or the expectation; `agon why {name}` tells the whole reason")));
}

fn infinitive(word: &str) -> String {
    match word {
        "stands" => "stand".to_owned(),
        "falls" => "fall".to_owned(),
        other => format!("be {other}"),
    }
}

/// The nearest reason, in one sentence with names.
fn because(cx: &Context<'_>, reason: &Reason) -> String {
    let name = |claim: ClaimId| format!("`{}`", cx.debate.claim(claim).name.shown);
    let attacker = |by: Attacker| match by {
        Attacker::Move(claim, _) | Attacker::Contradiction(claim) => name(claim),
        Attacker::Consequence(step) => format!("what follows strictly through `{}`", cx.debate.step(step).name.shown),
    };
    if reason.basis == Basis::Retracted {
        return "all who said it have taken it back".to_owned();
    }
    if let Some(attack) = reason.attacks.iter().find(|a| a.fate == Fate::Succeeds) {
        return format!("{} stands against it, and nothing answers that", attacker(attack.by));
    }
    // What the claim is preferred to does not keep it open.
    let is_weaker = |by: Attacker| matches!(by, Attacker::Contradiction(c) if is_ranked(cx.analysis, reason.claim, c));
    if let Some(attack) = reason.attacks.iter().find(|a| a.fate == Fate::Open && !is_weaker(a.by)) {
        return format!("neither it nor {} has the last word", attacker(attack.by));
    }
    if let Some(support) = reason.supports.first() {
        let step = &cx.debate.step(support.step).name.shown;
        return match (support.weak.first(), support.undercuts.first().filter(|u| matches!(u.fate, Fate::Succeeds | Fate::Open))) {
            (_, Some(undercut)) => format!("its support `{step}` is undercut by {}", attacker(undercut.by)),
            (Some(weak), None) => format!("its support `{step}` rests on {}, which {}", name(*weak), told(cx, *weak)),
            (None, None) => format!("its support `{step}` works, and nothing that stands speaks against it"),
        };
    }
    "nothing that stands speaks against it".to_owned()
}

fn told(cx: &Context<'_>, claim: ClaimId) -> String {
    let word = cx.analysis.verdict(claim).word();
    if matches!(word, "stands" | "falls") { word.to_owned() } else { format!("is {word}") }
}

fn outcome(
    cx: &Context<'_>,
    question: QuestionId,
    expected: Option<ClaimId>,
    found: impl Fn(String) -> Diagnostic,
    out: &mut Vec<Diagnostic>,
) {
    let outcome = cx.analysis.outcome(question);
    if outcome.answer() == expected {
        return;
    }
    let asked = cx.debate.question(question);
    let name = |claim: ClaimId| format!("`{}`", cx.debate.claim(claim).name.shown);
    let wanted = expected.map_or("to be open".to_owned(), |answer| format!("to come out as {}", name(answer)));
    let is = match outcome {
        Outcome::Answer(answer) => format!("{} alone stands among its answers", name(*answer)),
        Outcome::Default(answer) => format!("no answer alone stands, and its default is {}", name(*answer)),
        Outcome::Open(standing) if standing.is_empty() => "none of its answers stands".to_owned(),
        Outcome::Open(standing) => {
            format!("several of its answers stand: {}", standing.iter().map(|a| name(*a)).collect::<Vec<_>>().join(", "))
        }
    };
    let title = format!("the question `{}` was expected {wanted}, but {is}", asked.name.shown);
    let mut problem = found(title).related(asked.place, "it is asked here");
    if let Some(answer) = expected {
        problem = problem.note(format!("{} {}: {}", name(answer), told(cx, answer), because(cx, &reason(cx.debate, cx.analysis, answer))));
    }
    out.push(problem.help("mend the debate or the expectation"));
}
