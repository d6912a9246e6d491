//! `agon report`: the consistency report of a debate.

use crate::{
    cli::{
        outcome::{Exit, Failure},
        product::{Debate, Target, produce},
    },
    render::{consistency, json},
};
use clap::{Args, ValueEnum};

/// Write the consistency report: verdicts, open clashes, circles, positions.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the report is written all the same, and the exit code is 1.\nThe JSON follows the schema `src/render/report.schema.json` in the repository; its `schema` number grows when readers of the old form would be misled.\n\nExample:\n  agon report debate.agon\n  agon report --format json -o report.json"
)]
pub struct Report {
    #[command(flatten)]
    debate: Debate,
    /// For people or for programs.
    #[arg(long, default_value = "markdown")]
    format: Format,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Markdown,
    /// For programs.
    Json,
}

impl Report {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read or the report not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        produce(&self.debate, Some(&self.target), |report| {
            Ok(match self.format {
                Format::Markdown => consistency::render(report),
                Format::Json => json::render(report),
            })
        })
    }
}
