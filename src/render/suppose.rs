//! What changes under a supposition, as text and as JSON: the verdicts on claims and the outcomes of questions that come out otherwise.
//!
//! What is itself supposed is told once, at the head. JSON is a contract under the number `schema`.

use crate::{
    analysis::{
        outcome::Outcome,
        suppose::{Supposed, Supposition},
        verdict::Verdict,
        withdrawal::Part,
    },
    model::ids::{ClaimId, QuestionId},
    render::{
        places::{file_line, name, place, quoted, step, verb, verdict},
        prose::words,
    },
    report::run::Report,
    text::json::pretty,
};
use serde::Serialize;

/// The number of the contract.
pub const SCHEMA: u32 = 1;

/// The changes for people.
pub fn text(report: &Report<'_>, supposition: &Supposition, after: &Supposed) -> String {
    let debate = &report.debate;
    let part = |part: Part| match part {
        Part::Claim(claim) => name(report, claim),
        Part::Step(id) => step(report, id),
    };
    let falls = supposition.falls.iter().map(|p| format!("{} falls", part(*p)));
    let stands = supposition.stands.iter().map(|c| format!("{} stands", name(report, *c)));
    let mut out = format!("Supposing that {}:\n", words::and(&falls.chain(stands).collect::<Vec<_>>()));
    let claims = claims(report, supposition, after);
    if !claims.is_empty() {
        out += &format!("\n{}:\n", heading(claims.len(), "claim"));
    }
    for claim in &claims {
        let (old, new) = (verdict(report.analysis.verdict(*claim)), verdict(after.verdict(*claim)));
        let place = place(report, debate.claim(*claim).place);
        out += &format!("  {}: {old} → {new}  ({place})\n    {}\n", name(report, *claim), quoted(report, *claim));
    }
    let questions = questions(report, after);
    if !questions.is_empty() {
        out += &format!("\n{}:\n", heading(questions.len(), "question"));
    }
    for (id, new) in &questions {
        let question = debate.question(*id);
        let (old, new) = (outcome(report, report.analysis.outcome(*id)), outcome(report, new));
        let text = question.text.split_whitespace().collect::<Vec<_>>().join(" ");
        out += &format!("  `{}`: {old} → {new}  ({})\n    “{text}”\n", question.name.shown, place(report, question.place));
    }
    if claims.is_empty() && questions.is_empty() {
        out += &match already(report, supposition) {
            Some(already) => format!("\n{already}, and nothing changes.\n"),
            None => "\nNothing else changes.\n".to_owned(),
        };
    }
    for claim in kept(supposition, after) {
        let how = verb(after.verdict(claim));
        out += &format!("\n{} {how} all the same, by a strict step from what stays.\n", name(report, claim));
    }
    out
}

/// That all that is supposed holds as it is, if it does.
fn already(report: &Report<'_>, supposition: &Supposition) -> Option<String> {
    let is = |claim: ClaimId, word: &str| {
        (report.analysis.verdict(claim).word() == word).then(|| format!("{} {word} already", name(report, claim)))
    };
    let falls = supposition.falls.iter().map(|part| match part {
        Part::Claim(claim) => is(*claim, "falls"),
        Part::Step(_) => None,
    });
    let stands = supposition.stands.iter().map(|claim| is(*claim, "stands"));
    Some(words::and(&falls.chain(stands).collect::<Option<Vec<_>>>()?))
}

fn heading(count: usize, what: &str) -> String {
    if count == 1 { format!("One {what} changes") } else { format!("{} {what}s change", words::capital(&words::number(count))) }
}

/// The claims that come out otherwise, beside those supposed.
fn claims(report: &Report<'_>, supposition: &Supposition, after: &Supposed) -> Vec<ClaimId> {
    let supposed = |c: &ClaimId| supposition.stands.contains(c) || supposition.falls.contains(&Part::Claim(*c));
    after.changed(&report.analysis).filter(|c| !supposed(c)).collect()
}

/// The questions that come out otherwise.
fn questions<'a>(report: &Report<'_>, after: &'a Supposed) -> Vec<(QuestionId, &'a Outcome)> {
    let all = report.debate.question_ids().zip(&after.outcomes);
    all.filter(|(q, new)| report.analysis.outcome(*q) != *new).collect()
}

/// The claims that were to fall and do not.
fn kept(supposition: &Supposition, after: &Supposed) -> Vec<ClaimId> {
    let claims = supposition.falls.iter().filter_map(|p| if let Part::Claim(c) = p { Some(*c) } else { None });
    claims.filter(|c| matches!(after.verdict(*c), Verdict::Stands | Verdict::Open)).collect()
}

fn outcome(report: &Report<'_>, outcome: &Outcome) -> String {
    match outcome {
        Outcome::Answer(answer) => format!("the answer {}", name(report, *answer)),
        Outcome::Default(answer) => format!("the default {}", name(report, *answer)),
        Outcome::Open(standing) if standing.is_empty() => "no answer".to_owned(),
        Outcome::Open(standing) => {
            let names: Vec<String> = standing.iter().map(|c| name(report, *c)).collect();
            format!("no one answer, since {} stand", words::and(&names))
        }
    }
}

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    suppose: Vec<Supposal<'a>>,
    claims: Vec<Claim<'a>>,
    questions: Vec<Question<'a>>,
}

#[derive(Serialize)]
struct Supposal<'a> {
    name: &'a str,
    kind: &'static str,
    supposed: &'static str,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Claim<'a> {
    name: &'a str,
    text: &'a str,
    file: &'a str,
    line: usize,
    before: Came,
    after: Came,
}

#[derive(Serialize)]
struct Came {
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<&'static str>,
}

#[derive(Serialize)]
struct Question<'a> {
    name: &'a str,
    text: &'a str,
    file: &'a str,
    line: usize,
    before: Comes<'a>,
    after: Comes<'a>,
}

#[derive(Serialize)]
struct Comes<'a> {
    outcome: &'static str,
    answer: Option<&'a str>,
}

/// The changes for programs, ending in a line end.
pub fn json(report: &Report<'_>, supposition: &Supposition, after: &Supposed) -> String {
    let debate = &report.debate;
    let falls = supposition.falls.iter().map(|p| (*p, "falls"));
    let stands = supposition.stands.iter().map(|c| (Part::Claim(*c), "stands"));
    let supposal = |(part, supposed): (Part, &'static str)| {
        let (file, line) = file_line(report, part.place(debate));
        let kind = if matches!(part, Part::Claim(_)) { "claim" } else { "support" };
        Supposal { name: part.name(debate), kind, supposed, file, line }
    };
    let came = |verdict: Verdict| Came { verdict: verdict.word(), how: verdict.how() };
    let claim = |id: ClaimId| {
        let claim = debate.claim(id);
        let (file, line) = file_line(report, claim.place);
        let (before, after) = (came(report.analysis.verdict(id)), came(after.verdict(id)));
        Claim { name: &claim.name.shown, text: &claim.text, file, line, before, after }
    };
    let comes = |outcome: &Outcome| Comes {
        outcome: match outcome {
            Outcome::Answer(_) => "answer",
            Outcome::Default(_) => "default",
            Outcome::Open(_) => "open",
        },
        answer: outcome.answer().map(|c| &*debate.claim(c).name.shown),
    };
    let question = |(id, new): (QuestionId, &Outcome)| {
        let question = debate.question(id);
        let (file, line) = file_line(report, question.place);
        let (before, after) = (comes(report.analysis.outcome(id)), comes(new));
        Question { name: &question.name.shown, text: &question.text, file, line, before, after }
    };
    let document = Document {
        schema: SCHEMA,
        suppose: falls.chain(stands).map(supposal).collect(),
        claims: claims(report, supposition, after).into_iter().map(claim).collect(),
        questions: questions(report, after).into_iter().map(question).collect(),
    };
    pretty(&document)
}
