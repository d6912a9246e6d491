//! `agon why`: why a claim stands, falls, is open or unsupported; how a question comes out; whether a support holds.

use crate::{
    analysis::{
        acceptance::accepted,
        explanation::{explain, explain_step},
    },
    cli::{
        flip::Format,
        names::no_claim,
        outcome::{Exit, Failure},
        product::{Debate, produce},
        semantics::{Wanted, known},
    },
    emit::inert::inert,
    model::ids::{ClaimId, QuestionId, StepId},
    render::{
        explanation::{self, Asked},
        positions, why,
    },
    report::run::Report,
};
use clap::{Args, ValueEnum};
use std::cell::Cell;

/// Say in plain sentences why a claim stands or falls, how a question comes out, or whether a support holds.
#[derive(Debug, Args)]
#[command(
    after_help = "A dialogue shows the least that decides a claim: the proponent gives a ground, the opponent raises all that speaks against it, the proponent answers.\nErrors of the debate are told on standard error; the answer is given all the same, and the exit code is 1. It is 3 when --timeout ended a search before all was known.\nThe JSON follows the schema `src/render/why.schema.json` in the repository.\n\nExample:\n  agon why works-on-iran\n  agon why rain picnic.agon\n  agon why rain --as dialogue\n  agon why rain --semantics preferred\n  agon why rain --format json"
)]
pub struct Why {
    /// The name of a claim, a question or a support, as it stands in the debate.
    name: String,
    #[command(flatten)]
    debate: Debate,
    /// How the text tells it.
    #[arg(long = "as", value_name = "SHAPE", default_value = "prose")]
    shape: Shape,
    /// For people or for programs, which get every shape.
    #[arg(long, default_value = "text")]
    format: Format,
    #[command(flatten)]
    wanted: Wanted,
}

/// How an answer is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Shape {
    /// Reasons, one after another.
    Prose,
    /// Numbered moves of a proponent and an opponent.
    Dialogue,
}

/// What a name names.
#[derive(Clone, Copy)]
enum Named {
    Claim(ClaimId),
    Question(QuestionId),
    Step(StepId),
}

impl Why {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read, or has nothing of that name.
    pub fn run(&self) -> Result<Exit, Failure> {
        let wanted = self.wanted.semantics()?;
        let interrupt = self.wanted.interrupt()?;
        let is_known = Cell::new(true);
        let exit = produce(&self.debate, None, |report| {
            let debate = &report.debate;
            let named = self.find(report).ok_or_else(|| no_claim(debate, &self.name, "agon why"))?;
            let (kind, claims) = match named {
                Named::Claim(claim) => ("claim", vec![claim]),
                Named::Question(question) => ("question", debate.question(question).answers.clone()),
                Named::Step(step) => {
                    // What undercuts a step decides it as its premises do.
                    let undercuts = report.analysis.links.undercuts(step).flat_map(|u| debate.step(u).premises.iter().copied());
                    ("support", debate.step(step).premises.iter().copied().chain(undercuts).collect())
                }
            };
            // The text on a question or a support tells no more of its claims than the first sentence.
            let is_told = matches!(named, Named::Claim(_)) || self.shape == Shape::Dialogue || self.format == Format::Json;
            let each = claims.into_iter().filter(|_| is_told).map(|claim| {
                let accepted = wanted.map(|s| (s, accepted(debate, &report.analysis, claim, s, &interrupt)));
                (explain(debate, &report.analysis, claim, &interrupt), accepted)
            });
            let step = match named {
                Named::Step(step) if is_told => explain_step(debate, &report.analysis, step),
                _ => None,
            };
            let asked = Asked { name: &self.name, kind, step, found: each.collect() };
            let is_whole = asked.found.iter().all(|(explanation, accepted)| {
                let accepted = accepted.as_ref().is_none_or(|(_, a)| a.credulous.is_some() && a.sceptical.is_some());
                accepted && explanation.stands.as_ref().is_none_or(|s| !s.stopped)
            });
            is_known.set(is_whole);
            Ok(match self.format {
                Format::Json => explanation::json(report, &asked),
                Format::Text => inert(&self.text(report, named, &asked)).into_owned(),
            })
        })?;
        Ok(known(exit, is_known.get()))
    }

    fn find(&self, report: &Report<'_>) -> Option<Named> {
        let debate = &report.debate;
        let question = || debate.question_ids().find(|q| *debate.question(*q).name.shown == *self.name).map(Named::Question);
        let step = || debate.step_ids().find(|s| *debate.step(*s).name.shown == *self.name).map(Named::Step);
        debate.find_claim(&self.name).map(Named::Claim).or_else(question).or_else(step)
    }

    fn text(&self, report: &Report<'_>, named: Named, asked: &Asked<'_>) -> String {
        let mut text = match (self.shape, named) {
            (Shape::Dialogue, Named::Step(step)) => explanation::step_dialogue(report, asked, step),
            (Shape::Dialogue, _) => String::new(),
            (_, Named::Claim(claim)) => why::claim(report, claim),
            (_, Named::Question(question)) => why::question(report, question),
            (_, Named::Step(step)) => why::step(report, step),
        };
        for (explanation, accepted) in &asked.found {
            let told = match (self.shape, named) {
                (Shape::Prose, _) => explanation::text(report, explanation),
                (Shape::Dialogue, Named::Step(_)) => String::new(),
                (Shape::Dialogue, _) => explanation::dialogue(report, explanation),
            };
            let accepted = accepted.as_ref().map(|(s, found)| positions::accepted(report, explanation.claim, *s, found));
            for part in [Some(told), accepted].into_iter().flatten().filter(|part| !part.is_empty()) {
                if !text.is_empty() {
                    text.push('\n');
                }
                text += &part;
            }
        }
        text
    }
}
