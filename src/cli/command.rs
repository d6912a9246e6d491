//! The command line as data: what clap reads.

use crate::cli::{
    baseline::Write, brief::Brief, check::Check, diff::Diff, explain::Explain, flip::Flip, fmt::Fmt, init::Init, map::Map, outcome::Exit,
    outcome::Failure, report::Report, rules::Rules, solve::Solve, suppose::Suppose, weave::Weave, why::Why,
};
use clap::{Parser, Subcommand};

/// Debates as text: write them, check them, see what stands, get the brief.
#[derive(Debug, Parser)]
#[command(
    version,
    disable_help_subcommand = true,
    after_help = "Example:\n  agon init picnic       write a first debate\n  agon check picnic      see whether it holds together\n  agon brief picnic      get its briefing document\n\nExit codes: 0 nothing to object to, 1 findings, 2 the command could not do its work, 3 (`solve`) the answer is not known."
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
#[expect(missing_docs, reason = "each command says what it is where it is defined")]
pub enum Command {
    Check(Check),
    Baseline(Write),
    Diff(Diff),
    Fmt(Fmt),
    Brief(Brief),
    Map(Map),
    Weave(Weave),
    Report(Report),
    Why(Why),
    Flip(Flip),
    Suppose(Suppose),
    Init(Init),
    Rules(Rules),
    Explain(Explain),
    Solve(Solve),
}

impl Command {
    /// Does what the command says.
    ///
    /// # Errors
    /// When it cannot be done.
    pub fn run(&self) -> Result<Exit, Failure> {
        match self {
            Self::Check(command) => command.run(),
            Self::Baseline(command) => command.run(),
            Self::Diff(command) => command.run(),
            Self::Fmt(command) => command.run(),
            Self::Brief(command) => command.run(),
            Self::Map(command) => command.run(),
            Self::Weave(command) => command.run(),
            Self::Report(command) => command.run(),
            Self::Why(command) => command.run(),
            Self::Flip(command) => command.run(),
            Self::Suppose(command) => command.run(),
            Self::Init(command) => command.run(),
            Self::Rules(command) => command.run(),
            Self::Explain(command) => command.run(),
            Self::Solve(command) => command.run(),
        }
    }
}
