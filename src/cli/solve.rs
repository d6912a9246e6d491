//! `agon solve`: the questions of the solver competition about abstract and assumption-based frameworks.

use crate::{
    cli::{
        disk::{read_all, read_regular},
        outcome::{Exit, Failure, tell},
        output::save,
        semantics::after,
    },
    exchange::{
        fault::Fault,
        run::{Options, run},
    },
    model::load::ReadProblem,
    theory::interrupt::Interrupt,
};
use clap::{Args, ValueEnum};
use std::{
    io,
    path::{Path, PathBuf},
};

/// Answer a question of the ICCMA competition about a framework.
#[derive(Debug, Args)]
#[command(
    after_help = "Reads `p af` and `p aba` as in ICCMA 2023, and `apx` facts; of `p aba`, flat frameworks, whose extensions are sets of assumptions. A framework that is too hard for the time it was given is UNKNOWN, with exit code 3. A list that --limit cut short ends with 3 too, and says so on standard error.\n\nExample:\n  agon solve --problem SE-PR framework.af\n  agon solve --problem DC-CO -a 7 --timeout 10 framework.af"
)]
pub struct Solve {
    /// The task and the semantics: SE, DC, DS, EE or CE, then GR, CO, PR, ST, SST, ID, EAG or STG.
    #[arg(long, value_name = "TASK-SEMANTICS")]
    problem: String,
    /// The argument that DC and DS ask about.
    #[arg(short, value_name = "ARG", allow_hyphen_values = true)]
    argument: Option<String>,
    /// The language of the answer.
    #[arg(long, default_value = "text")]
    format: Format,
    /// The most extensions that EE lists.
    #[arg(long, value_name = "COUNT")]
    limit: Option<usize>,
    /// The seconds after which the answer is UNKNOWN.
    #[arg(long, value_name = "SECONDS", allow_negative_numbers = true)]
    timeout: Option<f64>,
    /// The file, or `-` for standard input.
    file: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// As in the competition.
    Text,
    /// For programs.
    Json,
}

impl Solve {
    /// Runs the command.
    ///
    /// # Errors
    /// When the file or the question cannot be read, or the answer not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        let interrupt = self.timeout.map_or_else(|| Ok(Interrupt::never()), after)?;
        let options = Options { limit: self.limit.unwrap_or(usize::MAX), interrupt };
        let bytes = if self.file == Path::new("-") { read_all(io::stdin().lock()) } else { read_regular(&self.file) };
        let shown = self.file.display();
        let bytes = bytes.map_err(|problem| match problem {
            ReadProblem::Missing => Failure::with_help(format!("there is no file `{shown}`"), "see that the path is spelt right"),
            ReadProblem::Outside => Failure::new(format!("`{shown}` leads outside")),
            ReadProblem::Other(why) => Failure::new(format!("`{shown}` cannot be read: {why}")),
        })?;
        let outcome = run(&bytes, &self.problem, self.argument.as_deref(), &options).map_err(|fault| self.refuse(&fault))?;
        let text = match self.format {
            Format::Text => outcome.to_text(),
            Format::Json => outcome.to_json(),
        };
        save(text.as_bytes(), None, &[])?;
        if let Some(why) = outcome.shortfall() {
            tell(&format!("note: {why}\n"));
        }
        Ok(if outcome.is_whole() { Exit::Clean } else { Exit::Unknown })
    }

    fn refuse(&self, fault: &Fault) -> Failure {
        let place = fault.line.map_or(String::new(), |line| format!("{}:{line}: ", self.file.display()));
        Failure::with_help(format!("{place}{}", fault.what), fault.help.clone())
    }
}
