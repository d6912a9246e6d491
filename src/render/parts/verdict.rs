//! How a claim or question comes out, in one sentence that stands in somebody's text.

use crate::{
    analysis::{outcome::Outcome, verdict::Verdict},
    model::ids::{ClaimId, QuestionId},
    render::{
        document::Ground,
        page::Page,
        parts::{limits, points},
        pick::Judgement,
        prose::{line::Line, words},
        text,
    },
};

/// The sentence.
pub fn sentence(page: &Page<'_>, judgement: Judgement) -> Line {
    if let Some(question) = judgement.question {
        return answered(page, question);
    }
    let Some(claim) = judgement.claim else { return Line::default() };
    let fares = match page.report.analysis.verdict(claim) {
        Verdict::Stands => match limits::standing(page, claim).len() {
            0 => "stands",
            1 => "stands, within a limit",
            _ => "stands, within limits",
        },
        Verdict::Open => "is open: neither side has the last word",
        Verdict::Denied => "falls: what denies it stands",
        Verdict::Unfounded => "falls: its reasons fail",
        Verdict::Unsupported if !page.taken_back(claim).is_empty() => "was taken back, and nothing supports it",
        Verdict::Unsupported if !points::dropped(page, &page.reason(claim)).is_empty() => {
            "has nothing to support it since what was said for it was taken back"
        }
        Verdict::Unsupported => "has nothing to support it",
    };
    let mut line = quoted(page, claim);
    line.say(&format!("{fares}.")).end(&page.rests(claim));
    line
}

fn answered(page: &Page<'_>, question: QuestionId) -> Line {
    let asked = page.debate().question(question);
    let mut line = Line::of("The question “");
    line.glue(text::line(&asked.text)).glue(Line::of("”"));
    match page.report.analysis.outcome(question) {
        Outcome::Answer(answer) => line.say("is answered:").then(quoted(page, *answer)),
        Outcome::Default(answer) => line.say("has an answer by default only:").then(quoted(page, *answer)),
        Outcome::Open(standing) => match standing.as_slice() {
            [] => line.say("has no answer yet"),
            [all @ .., last] => {
                let number = words::number(standing.len());
                line.say(&if asked.one {
                    format!("takes one answer, but {number} stand:")
                } else {
                    format!("has {number} answers that stand together:")
                });
                for answer in all {
                    line.then(quoted(page, *answer));
                    line.glue(Line::of(if all.len() > 1 { "," } else { "" }));
                }
                line.say("and").then(quoted(page, *last))
            }
        },
    };
    line.glue(Line::of("."));
    line.end(&[Ground::Question(question)]);
    line
}

/// The text of a claim in quotation marks, without its full stop.
fn quoted(page: &Page<'_>, claim: ClaimId) -> Line {
    let text = page.claim(claim).text.trim().trim_end_matches('.');
    let mut line = Line::of("“");
    line.glue(text::line(text)).glue(Line::of("”"));
    line
}
