//! `agon explain`: the page of a diagnostic.

use crate::{
    catalog::all::{find_code, find_near},
    cli::{
        outcome::{Exit, Failure},
        output::print,
    },
};
use clap::Args;

/// Explain a code such as `unknown-name`: why it matters, an example, and what to write instead.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  agon explain unknown-name")]
pub struct Explain {
    /// The code, as it stands in brackets in a finding.
    code: String,
}

impl Explain {
    /// Runs the command.
    ///
    /// # Errors
    /// When there is no such code.
    pub fn run(&self) -> Result<Exit, Failure> {
        let Some(code) = find_code(&self.code) else {
            let what = format!("there is no code `{}`", self.code);
            return Err(match find_near(&self.code) {
                Some(near) => Failure::with_help(what, format!("try `agon explain {near}`")),
                None => Failure::with_help(what, "the code of a finding stands in brackets after its level"),
            });
        };
        print(code.page)?;
        Ok(Exit::Clean)
    }
}
