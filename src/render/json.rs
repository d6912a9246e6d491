//! The report as JSON: a contract with other programs, under a number and a schema.
//!
//! The types of this file are the contract, apart from the types within, so that these can change. `report.schema.json` beside it
//! describes them; the number grows when a reader of the old form would be misled.

use crate::{
    analysis::{outcome::Outcome, positions::Positions, verdict::Verdict, why::reason},
    diagnostic::problem::Diagnostic,
    model::{
        debate::Speaker,
        ids::{ClaimId, PartyId},
    },
    render::{positions_data, why::short},
    report::{findings, run::Report},
    text::span::Place,
};
use serde::Serialize;

/// The number of the contract.
pub const SCHEMA: u32 = 1;

/// The JSON Schema of what [`render`] writes.
pub const SCHEMA_TEXT: &str = include_str!("report.schema.json");

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    title: Option<&'a str>,
    as_of: Option<String>,
    counts: Counts,
    claims: Vec<Claim<'a>>,
    questions: Vec<Question<'a>>,
    parties: Vec<Party<'a>>,
    open_clashes: Vec<Clash<'a>>,
    circles: Vec<Vec<&'a str>>,
    unanswered_rebuttals: Vec<Rebuttal<'a>>,
    without_source: Vec<&'a str>,
    findings: Vec<Finding<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acceptance: Option<positions_data::Data<'a>>,
}

#[derive(Serialize, Default)]
struct Counts {
    claims: usize,
    stands: usize,
    open: usize,
    falls: usize,
    denied: usize,
    unfounded: usize,
    unsupported: usize,
}

#[derive(Serialize)]
struct Claim<'a> {
    name: &'a str,
    kind: &'static str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<&'static str>,
    why: String,
    text: &'a str,
    file: &'a str,
    line: usize,
    parties: Vec<&'a str>,
}

#[derive(Serialize)]
struct Question<'a> {
    name: &'a str,
    text: &'a str,
    outcome: &'static str,
    answer: Option<&'a str>,
    standing: Vec<&'a str>,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Party<'a> {
    name: &'a str,
    text: &'a str,
    holds: Vec<Held<'a>>,
    against_itself: Vec<&'a str>,
}

#[derive(Serialize)]
struct Held<'a> {
    claim: &'a str,
    denied: bool,
    since: Option<String>,
}

#[derive(Serialize)]
struct Clash<'a> {
    target: &'a str,
    attacker: &'a str,
}

#[derive(Serialize)]
struct Rebuttal<'a> {
    rebuttal: &'a str,
    target: &'a str,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    level: &'static str,
    message: &'a str,
    file: &'a str,
    line: u32,
    column: u32,
}

/// The report as JSON, ending in a line end. Linear.
pub fn render(report: &Report<'_>) -> String {
    render_with(report, None)
}

/// The same, with positions where they are wanted.
pub fn render_with(report: &Report<'_>, positions: Option<&Positions>) -> String {
    let writer = Writer { report };
    let about = &report.debate.about;
    let document = Document {
        schema: SCHEMA,
        title: about.title.as_deref(),
        as_of: about.as_of.map(|d| d.to_string()),
        counts: writer.counts(),
        claims: report.debate.claim_ids().map(|c| writer.claim(c)).collect(),
        questions: report.debate.question_ids().map(|q| writer.question(q)).collect(),
        parties: report.stores.iter().map(|s| writer.party(s.party)).collect(),
        open_clashes: findings::open_clashes(report)
            .into_iter()
            .map(|(target, attacker)| Clash { target: writer.name(target), attacker: writer.name(attacker) })
            .collect(),
        circles: report.circles.iter().map(|c| c.claims.iter().map(|c| writer.name(*c)).collect()).collect(),
        unanswered_rebuttals: findings::unanswered_rebuttals(report)
            .into_iter()
            .map(|(rebuttal, target)| Rebuttal { rebuttal: writer.name(rebuttal), target: writer.name(target) })
            .collect(),
        without_source: findings::without_source(report).into_iter().map(|c| writer.name(c)).collect(),
        findings: report.diagnostics.iter().map(|d| writer.finding(d)).collect(),
        acceptance: positions.map(|p| positions_data::data(report, p)),
    };
    let mut text = serde_json::to_string_pretty(&document).expect("the document holds nothing that JSON cannot say");
    text.push('\n');
    text
}

struct Writer<'r> {
    report: &'r Report<'r>,
}

impl<'r> Writer<'r> {
    fn name(&self, claim: ClaimId) -> &'r str {
        &self.report.debate.claim(claim).name.shown
    }

    fn place(&self, place: Place) -> (&'r str, usize) {
        let source = &self.report.files.file(place.file).source;
        (&source.path, source.lines.line_of(place.span.start) + 1)
    }

    fn counts(&self) -> Counts {
        let count = |v: Verdict| self.report.analysis.verdicts.iter().filter(|x| **x == v).count();
        let (denied, unfounded) = (count(Verdict::Denied), count(Verdict::Unfounded));
        Counts {
            claims: self.report.debate.claims.len(),
            stands: count(Verdict::Stands),
            open: count(Verdict::Open),
            falls: denied + unfounded,
            denied,
            unfounded,
            unsupported: count(Verdict::Unsupported),
        }
    }

    fn claim(&self, id: ClaimId) -> Claim<'r> {
        let claim = self.report.debate.claim(id);
        let reason = reason(&self.report.debate, &self.report.analysis, id);
        let (file, line) = self.place(claim.place);
        Claim {
            name: &claim.name.shown,
            kind: claim.kind.word(),
            verdict: reason.verdict.word(),
            how: reason.verdict.how(),
            why: short(self.report, &reason),
            text: &claim.text,
            file,
            line,
            parties: self.parties(&claim.speakers),
        }
    }

    fn parties(&self, speakers: &[Speaker]) -> Vec<&'r str> {
        speakers.iter().map(|s| &*self.report.debate.party(s.party).name.shown).collect()
    }

    fn question(&self, id: crate::model::ids::QuestionId) -> Question<'r> {
        let question = self.report.debate.question(id);
        let outcome = self.report.analysis.outcome(id);
        let (word, standing) = match outcome {
            Outcome::Answer(answer) => ("answer", vec![*answer]),
            Outcome::Default(_) => ("default", Vec::new()),
            Outcome::Open(standing) => ("open", standing.clone()),
        };
        let (file, line) = self.place(question.place);
        Question {
            name: &question.name.shown,
            text: &question.text,
            outcome: word,
            answer: outcome.answer().map(|a| self.name(a)),
            standing: standing.into_iter().map(|a| self.name(a)).collect(),
            file,
            line,
        }
    }

    fn party(&self, id: PartyId) -> Party<'r> {
        let party = self.report.debate.party(id);
        let store = self.report.stores.get(id.index());
        let held = store.map(|s| s.held.as_slice()).unwrap_or_default();
        let clash = store.and_then(|s| s.clash.as_ref());
        Party {
            name: &party.name.shown,
            text: &party.text,
            holds: held
                .iter()
                .map(|h| Held { claim: self.name(h.claim), denied: h.denied, since: h.since.map(|d| d.to_string()) })
                .collect(),
            against_itself: clash.map(|c| c.core.iter().map(|h| self.name(h.claim)).collect()).unwrap_or_default(),
        }
    }

    fn finding(&self, found: &'r Diagnostic) -> Finding<'r> {
        let source = &self.report.files.file(found.at.place.file).source;
        let position = source.lines.position(&source.text, found.at.place.span.start);
        Finding {
            code: found.code.name,
            level: found.level.word(),
            message: &found.title,
            file: &source.path,
            line: position.line,
            column: position.column,
        }
    }
}
