//! `agon why`: why a claim stands, falls, is open or unsupported.

use crate::{
    cli::{
        names::require_claim,
        outcome::{Exit, Failure},
        product::{Debate, produce},
    },
    emit::inert::inert,
    render::why,
};
use clap::Args;

/// Say in plain sentences why a claim stands or falls.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the answer is given all the same, and the exit code is 1.\n\nExample:\n  agon why works-on-iran\n  agon why rain picnic.agon"
)]
pub struct Why {
    /// The name of a claim, as it stands in the debate.
    name: String,
    #[command(flatten)]
    debate: Debate,
}

impl Why {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read, or has no such claim.
    pub fn run(&self) -> Result<Exit, Failure> {
        produce(&self.debate, None, |report| {
            let claim = require_claim(&report.debate, &self.name, "agon why")?;
            Ok(inert(&why::render(report, claim)).into_owned())
        })
    }
}
