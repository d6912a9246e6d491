//! `agon report`: the consistency report of a debate.

use crate::{
    analysis::{positions::positions, strengths::strengths},
    cli::{
        outcome::{Exit, Failure},
        product::{Debate, Target, produce},
        semantics::{Wanted, known},
    },
    render::{self, consistency, json},
};
use clap::{Args, ValueEnum};
use std::cell::Cell;

/// Write the consistency report: verdicts, open clashes, circles, positions.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the report is written all the same, and the exit code is 1.\nThe JSON follows the schema `src/render/report.schema.json` in the repository; its `schema` number grows when readers of the old form would be misled.\nWith --semantics the exit code is 3 when --timeout ended the search before all was known.\n\nExample:\n  agon report debate.agon\n  agon report --format json -o report.json\n  agon report --semantics preferred     the camps that can be held, and who fits which\n  agon report --strengths"
)]
pub struct Report {
    #[command(flatten)]
    debate: Debate,
    /// For people or for programs.
    #[arg(long, default_value = "markdown")]
    format: Format,
    #[command(flatten)]
    wanted: Wanted,
    /// Also tell how strong each claim is by weighing what supports and attacks it; the verdicts do not change.
    #[arg(long)]
    strengths: bool,
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
        let wanted = self.wanted.semantics()?;
        let interrupt = self.wanted.interrupt()?;
        let is_known = Cell::new(true);
        let exit = produce(&self.debate, Some(&self.target), |report| {
            let find = |semantics| positions(&report.debate, &report.analysis, &report.stores, semantics, &interrupt);
            let found = wanted.map(find);
            is_known.set(found.as_ref().is_none_or(|f| !f.stopped));
            let strengths = self.strengths.then(|| strengths(&report.debate));
            Ok(match self.format {
                Format::Markdown => {
                    let positions = found.as_ref().map(|found| render::positions::render(report, found));
                    let strengths = strengths.as_ref().map(|found| render::strengths::render(report, found));
                    let parts = [Some(consistency::render(report)), positions, strengths];
                    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
                }
                Format::Json => json::render_with(report, found.as_ref(), strengths.as_ref()),
            })
        })?;
        Ok(known(exit, is_known.get()))
    }
}
