//! `agon why`: why a claim stands, falls, is open or unsupported; how a question comes out; whether a support holds.

use crate::{
    analysis::acceptance::accepted,
    cli::{
        names::no_claim,
        outcome::{Exit, Failure},
        product::{Debate, produce},
        semantics::{Wanted, known},
    },
    emit::inert::inert,
    render::{positions, why},
};
use clap::Args;
use std::cell::Cell;

/// Say in plain sentences why a claim stands or falls, how a question comes out, or whether a support holds.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the answer is given all the same, and the exit code is 1.\n\nExample:\n  agon why works-on-iran\n  agon why rain picnic.agon\n  agon why rain --semantics preferred"
)]
pub struct Why {
    /// The name of a claim, a question or a support, as it stands in the debate.
    name: String,
    #[command(flatten)]
    debate: Debate,
    #[command(flatten)]
    wanted: Wanted,
}

impl Why {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read, or has nothing of that name.
    pub fn run(&self) -> Result<Exit, Failure> {
        let wanted = self.wanted.read()?;
        let is_known = Cell::new(true);
        let exit = produce(&self.debate, None, |report| {
            let debate = &report.debate;
            let text = if let Some(claim) = debate.find_claim(&self.name) {
                let mut text = why::claim(report, claim);
                if let Some((semantics, interrupt)) = &wanted {
                    let found = accepted(debate, &report.analysis, claim, *semantics, interrupt);
                    is_known.set(found.credulous.is_some() && found.sceptical.is_some());
                    text += "\n";
                    text += &positions::accepted(report, claim, *semantics, &found);
                }
                text
            } else if let Some(question) = debate.question_ids().find(|q| *debate.question(*q).name.shown == *self.name) {
                why::question(report, question)
            } else if let Some(step) = debate.step_ids().find(|s| *debate.step(*s).name.shown == *self.name) {
                why::step(report, step)
            } else {
                return Err(no_claim(debate, &self.name, "agon why"));
            };
            Ok(inert(&text).into_owned())
        })?;
        Ok(known(exit, is_known.get()))
    }
}
