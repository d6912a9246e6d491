//! `agon brief`: the briefing document of a debate.

use crate::{
    cli::{
        outcome::{Exit, Failure},
        product::{Debate, Target, produce},
    },
    render::brief,
};
use clap::Args;

/// Write a briefing document in Markdown: judgements, reasons, objections, sources.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the brief is written all the same, and the exit code is 1.\n\nExample:\n  agon brief                            the project's debate, to standard output\n  agon brief debate.agon -o brief.md"
)]
pub struct Brief {
    #[command(flatten)]
    debate: Debate,
    #[command(flatten)]
    target: Target,
}

impl Brief {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read or the brief not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        produce(&self.debate, Some(&self.target), |report| Ok(brief::render(report)))
    }
}
