//! `agon flip`: what would change whether a claim stands.

use crate::{
    analysis::flip::flip,
    cli::{
        names::require_claim,
        outcome::{Exit, Failure},
        product::{Debate, produce},
    },
    emit::inert::inert,
    render::flip,
};
use clap::{Args, ValueEnum};
use std::num::NonZeroU32;

/// Say what would change whether a claim stands: the least that would have to fall, or be added.
///
/// A set is given when a claim that stands no longer does once all of its members are withdrawn, or one that does not stand then does;
/// and with none of them left out. Whether a claim that does not stand is open or falls is not asked. Sets of up to three are searched;
/// where the search ends early, the answer says so. Additions are given one by one, or, where none alone is enough, in the smallest sets.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the answer is given all the same, and the exit code is 1.\n\nExample:\n  agon flip outdoors picnic.agon\n  agon flip works-on-iran --limit 3\n  agon flip works-on-iran --format json"
)]
pub struct Flip {
    /// The name of a claim, as it stands in the debate.
    name: String,
    #[command(flatten)]
    debate: Debate,
    /// The most sets to give, and the most additions.
    #[arg(long, default_value = "10", value_name = "N")]
    limit: NonZeroU32,
    /// For people or for programs.
    #[arg(long, default_value = "text")]
    format: Format,
}

/// For whom an answer is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

impl Flip {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read, or has no such claim.
    pub fn run(&self) -> Result<Exit, Failure> {
        produce(&self.debate, None, |report| {
            let claim = require_claim(&report.debate, &self.name, "agon flip")?;
            let flips = flip(&report.debate, &report.analysis, claim, self.limit.get() as usize);
            Ok(match self.format {
                Format::Text => inert(&flip::text(report, &flips)).into_owned(),
                Format::Json => flip::json(report, &flips),
            })
        })
    }
}
