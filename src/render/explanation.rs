//! Minimal explanations, as lines after the reasons, as dialogues, and as JSON, which is a contract under the number `schema`:
//! `why.schema.json` beside this file describes it.

use crate::{
    analysis::{
        acceptance::Accepted,
        compile::Origin,
        dialogue::{Move, Says},
        explanation::{Enough, Explanation, Stands},
        verdict::Verdict,
        why::reason,
    },
    model::ids::{ClaimId, StepId},
    render::{
        dialogue,
        places::{self, find_name, name, way},
        positions::word,
        prose::words,
        teller::Teller,
    },
    report::run::Report,
    text::json::pretty,
    theory::{framework::problem::Semantics, system::why::Size},
};
use serde::Serialize;
use std::collections::BTreeSet;

/// The number of the contract.
pub const SCHEMA: u32 = 1;
/// The most names of a line; the rest is counted.
const MOST_NAMES: usize = 12;

/// What is enough for the verdict in a line, or what could be held of an open claim; empty where the reasons say as much.
pub fn text(report: &Report<'_>, explanation: &Explanation) -> String {
    match (&explanation.defence, &explanation.stands) {
        (Some(enough), _) => enough_line(report, explanation.verdict, enough),
        (None, Some(stands)) => stands_line(report, explanation.claim, stands),
        (None, None) => String::new(),
    }
}

fn enough_line(report: &Report<'_>, verdict: Verdict, enough: &Enough) -> String {
    let debate = &report.debate;
    // The step of a claim that speaks for or against something goes with the claim.
    let told = |origin: &Origin| match *origin {
        Origin::Assertion(claim) => Some(name(report, claim)),
        Origin::Step(step) => {
            let made = debate.step(step);
            let is_own = made.premises.iter().any(|p| debate.claim(*p).name == made.name);
            (!is_own).then(|| find_name(report, step).map_or_else(|| way(report, step), |name| format!("the step {name}")))
        }
        Origin::Contradiction(..) => None,
    };
    let mut seen = BTreeSet::new();
    let all = enough.parts.iter().filter_map(|(_, origin)| told(origin));
    let mut parts: Vec<String> = all.filter(|part| seen.insert(part.clone())).collect();
    if parts.len() < 2 {
        return String::new();
    }
    let left = parts.len().saturating_sub(MOST_NAMES);
    parts.truncate(MOST_NAMES);
    if left > 0 {
        parts.push(format!("{left} more"));
    }
    let what = if verdict == Verdict::Stands { "Enough for this" } else { "Enough against it" };
    let size = match enough.size {
        Size::Smallest => "nothing smaller would do",
        Size::Minimal => "none of it can be spared",
        Size::Unproven => "some of it may not be needed",
    };
    format!("{what}: {}; {size}.\n", words::and(&parts))
}

fn stands_line(report: &Report<'_>, claim: ClaimId, stands: &Stands) -> String {
    let names = |claims: &[ClaimId]| {
        let mut shown: Vec<String> = claims.iter().take(MOST_NAMES).map(|c| name(report, *c)).collect();
        if claims.len() > MOST_NAMES {
            shown.push(format!("{} more", claims.len() - MOST_NAMES));
        }
        words::and(&shown)
    };
    let it = name(report, claim);
    let with = match &stands.with {
        Some(others) if others.is_empty() => format!("Who holds {it} can hold it without contradiction."),
        Some(others) => format!("Who holds {} can hold {it} without contradiction.", names(others)),
        None if stands.stopped => return format!("Whether {it} can be held without contradiction is not known: the time ran out.\n"),
        None => format!("Nobody can hold {it} without contradiction."),
    };
    let against = match &stands.against {
        Some(others) => format!("Who holds {} has it fall.", names(others)),
        None if stands.stopped => "Whether it can be brought down is not known: the time ran out.".to_owned(),
        None => "No position brings it down.".to_owned(),
    };
    format!("{with} {against}\n")
}

/// The dialogue on `step`, or what could be held about what is open of it.
pub fn step_dialogue(report: &Report<'_>, asked: &Asked<'_>, step: StepId) -> String {
    let it = places::step(report, step);
    match &asked.step {
        Some(Enough { dialogue: Some(moves), .. }) => dialogue::text(report, moves),
        Some(_) => format!("The dialogue on {it} has too many moves to be told.\n"),
        None => {
            let open = asked.found.iter().filter_map(|(e, _)| Some(stands_line(report, e.claim, e.stands.as_ref()?)));
            format!("No dialogue settles whether {it} holds: it is open.\n{}", open.collect::<String>())
        }
    }
}

/// The dialogue on a claim, or what could be held about it.
pub fn dialogue(report: &Report<'_>, explanation: &Explanation) -> String {
    let it = name(report, explanation.claim);
    match (&explanation.defence, &explanation.stands) {
        (Some(Enough { dialogue: Some(moves), .. }), _) => dialogue::text(report, moves),
        (Some(_), _) => format!("The dialogue on {it} has too many moves to be told.\n"),
        (None, Some(stands)) => {
            format!("No dialogue settles {it}: it is open.\n{}", stands_line(report, explanation.claim, stands))
        }
        (None, None) => String::new(),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    name: &'a str,
    kind: &'static str,
    dialogue: Option<Vec<MoveData<'a>>>,
    explanations: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    claim: &'a str,
    verdict: &'static str,
    how: Option<&'static str>,
    why: String,
    enough: Option<EnoughData<'a>>,
    dialogue: Option<Vec<MoveData<'a>>>,
    open: Option<OpenData<'a>>,
    acceptance: Option<AcceptanceData<'a>>,
}

#[derive(Serialize)]
struct EnoughData<'a> {
    size: &'static str,
    parts: Vec<Part<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    number: u32,
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct MoveData<'a> {
    #[serde(rename = "move")]
    place: usize,
    speaker: &'static str,
    answers: Option<usize>,
    number: u32,
    act: &'static str,
    claim: Option<&'a str>,
    step: Option<&'a str>,
    says: String,
}

#[derive(Serialize)]
struct OpenData<'a> {
    known: bool,
    with: Option<Vec<&'a str>>,
    against: Option<Vec<&'a str>>,
}

#[derive(Serialize)]
struct AcceptanceData<'a> {
    semantics: &'static str,
    credulous: Option<bool>,
    sceptical: Option<bool>,
    with: Vec<&'a str>,
    without: Vec<&'a str>,
}

/// What was asked for: its name, what it is, and each claim that bears on it with its explanation and acceptance.
#[derive(Debug)]
pub struct Asked<'a> {
    /// The name.
    pub name: &'a str,
    /// `claim`, `question` or `support`.
    pub kind: &'static str,
    /// Of a support, what is enough for it to hold or to fail.
    pub step: Option<Enough>,
    /// The claim itself, the answers of the question, or the premises of the support and what undercuts it.
    pub found: Vec<(Explanation, Option<(Semantics, Accepted)>)>,
}

/// The explanations as JSON, ending in a line end.
pub fn json(report: &Report<'_>, asked: &Asked<'_>) -> String {
    let writer = Writer { report, teller: Teller::new(report) };
    let explanations = asked.found.iter().map(|(explanation, accepted)| writer.item(explanation, accepted.as_ref())).collect();
    let dialogue = writer.moves(asked.step.as_ref());
    let document = Document { schema: SCHEMA, name: asked.name, kind: asked.kind, dialogue, explanations };
    pretty(&document)
}

struct Writer<'r> {
    report: &'r Report<'r>,
    teller: Teller<'r>,
}

impl<'r> Writer<'r> {
    fn name(&self, claim: ClaimId) -> &'r str {
        &self.report.debate.claim(claim).name.shown
    }

    fn names(&self, claims: &[ClaimId]) -> Vec<&'r str> {
        claims.iter().map(|c| self.name(*c)).collect()
    }

    fn item(&self, explanation: &Explanation, accepted: Option<&(Semantics, Accepted)>) -> Item<'r> {
        let (debate, analysis) = (&self.report.debate, &self.report.analysis);
        let enough = explanation.defence.as_ref();
        Item {
            claim: self.name(explanation.claim),
            verdict: explanation.verdict.word(),
            how: explanation.verdict.how(),
            why: self.teller.short(&reason(debate, analysis, explanation.claim)),
            enough: enough.map(|e| self.enough(e)),
            dialogue: self.moves(enough),
            open: explanation.stands.as_ref().map(|s| OpenData {
                known: !s.stopped,
                with: s.with.as_ref().map(|c| self.names(c)),
                against: s.against.as_ref().map(|c| self.names(c)),
            }),
            acceptance: accepted.map(|(semantics, found)| AcceptanceData {
                semantics: word(*semantics),
                credulous: found.credulous,
                sceptical: found.sceptical,
                with: self.names(&found.with),
                without: self.names(&found.without),
            }),
        }
    }

    fn enough(&self, enough: &Enough) -> EnoughData<'r> {
        let part = |(number, origin): &(u32, Origin)| match *origin {
            Origin::Assertion(claim) => Some(Part { number: *number, kind: "assertion", name: self.name(claim) }),
            Origin::Step(step) => Some(Part { number: *number, kind: "step", name: &self.report.debate.step(step).name.shown }),
            Origin::Contradiction(..) => None,
        };
        EnoughData {
            size: match enough.size {
                Size::Smallest => "smallest",
                Size::Minimal => "minimal",
                Size::Unproven => "unproven",
            },
            parts: enough.parts.iter().filter_map(part).collect(),
        }
    }

    fn moves(&self, enough: Option<&Enough>) -> Option<Vec<MoveData<'r>>> {
        let moves = &enough?.dialogue.as_ref()?.moves;
        Some(moves.iter().enumerate().map(|(at, said)| self.said(at, said)).collect())
    }

    fn said(&self, at: usize, said: &Move) -> MoveData<'r> {
        MoveData {
            place: at + 1,
            speaker: if said.is_opposed() { "opponent" } else { "proponent" },
            answers: said.answers.map(|a| a + 1),
            number: said.number,
            act: match said.says {
                Says::Stands(..) => "stands",
                Says::Falls(..) => "falls",
                Says::Holds(_) => "holds",
                Says::Fails(..) => "fails",
                Says::Weaker(..) => "weaker",
                Says::Attack(_) => "attacks",
                Says::Struck(_) => "defeats",
                Says::Outweighed => "outweighs",
                Says::As(_) => "repeats",
            },
            claim: dialogue::claim(self.report, said).map(|c| self.name(c)),
            step: dialogue::step(said).map(|s| &*self.report.debate.step(s).name.shown),
            says: dialogue::says(self.report, said),
        }
    }
}
