//! `agon why`: why a claim stands, falls, is open or unsupported.

use crate::{
    analysis::acceptance::accepted,
    cli::{
        outcome::{Exit, Failure},
        product::{Debate, produce},
        semantics::{Wanted, known},
    },
    diagnostic::nearest::find_nearest,
    emit::inert::{inert, inert_line},
    model::debate,
    render::{positions, why},
};
use clap::Args;
use std::cell::Cell;

/// Say in plain sentences why a claim stands or falls.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the answer is given all the same, and the exit code is 1.\n\nExample:\n  agon why works-on-iran\n  agon why rain picnic.agon\n  agon why rain --semantics preferred"
)]
pub struct Why {
    /// The name of a claim, as it stands in the debate.
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
    /// When the debate cannot be read, or has no such claim.
    pub fn run(&self) -> Result<Exit, Failure> {
        let wanted = self.wanted.read()?;
        let is_known = Cell::new(true);
        let exit = produce(&self.debate, None, |report| {
            let debate = &report.debate;
            let Some(claim) = debate.find_claim(&self.name) else { return Err(unknown(debate, &self.name)) };
            let mut text = why::render(report, claim);
            if let Some((semantics, interrupt)) = &wanted {
                let found = accepted(debate, &report.analysis, claim, *semantics, interrupt);
                is_known.set(found.credulous.is_some() && found.sceptical.is_some());
                text += "\n";
                text += &positions::accepted(report, claim, *semantics, &found);
            }
            Ok(inert(&text).into_owned())
        })?;
        Ok(known(exit, is_known.get()))
    }
}

fn unknown(debate: &debate::Debate, name: &str) -> Failure {
    let shown = inert_line(name);
    if debate.questions.iter().any(|q| &*q.name.shown == name) {
        let help = "ask for one of its answers; `agon report` tells how each question comes out";
        return Failure::with_help(format!("`{shown}` is a question, which has no verdict"), help);
    }
    if let Some(step) = debate.steps.iter().find(|s| &*s.name.shown == name) {
        let premises: Vec<String> = step.premises.iter().take(5).map(|p| format!("`{}`", debate.claim(*p).name.shown)).collect();
        let help = format!("ask for one of its premises: {}", premises.join(", "));
        return Failure::with_help(format!("`{shown}` is a support with premises, which has no verdict of its own"), help);
    }
    let what = format!("there is no claim `{shown}` in this debate");
    match find_nearest(name, debate.claims.iter().map(|c| &*c.name.shown)) {
        Some(near) => Failure::with_help(what, format!("try `agon why {}`", inert_line(near))),
        None => Failure::with_help(what, "`agon report` lists the claims of a debate by name"),
    }
}
