//! `agon explain`: the page of a diagnostic.

use crate::{
    analysis,
    cli::outcome::{Exit, Failure},
    cli::output::print,
    config,
    diagnostic::code::Code,
    diagnostic::nearest::find_nearest,
    lint::registry::RULES,
    model, syntax,
};
use clap::Args;

/// Explain a code such as `unknown-name`.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  agon explain unknown-name")]
pub struct Explain {
    /// The code, as it stands in brackets in a finding.
    code: String,
}

/// Every code.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let found = [syntax::codes::ALL, config::codes::ALL, model::codes::ALL, analysis::codes::ALL];
    found.into_iter().flatten().copied().chain(RULES.iter().map(|r| r.code))
}

impl Explain {
    /// Runs the command.
    ///
    /// # Errors
    /// When there is no such code.
    pub fn run(&self) -> Result<Exit, Failure> {
        let Some(code) = codes().find(|c| c.name == self.code) else {
            let what = format!("there is no code `{}`", self.code);
            return Err(match find_nearest(&self.code, codes().map(|c| c.name)) {
                Some(near) => Failure::with_help(what, format!("try `agon explain {near}`")),
                None => Failure::with_help(what, "the code of a finding stands in brackets after its level"),
            });
        };
        print(&format!("{} ({})\n\n{}\n", code.name, code.level.word(), code.summary))?;
        Ok(Exit::Clean)
    }
}
