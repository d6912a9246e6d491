//! `agon explain`: the page of a diagnostic.

use crate::{
    catalog::all::{all, find_code, find_near, find_pack},
    cli::{
        outcome::{Exit, Failure},
        output::print,
    },
    config::pack::Pack,
};
use clap::Args;

/// Explain a code such as `unknown-name`: why it matters, an example, and what to write instead.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  agon explain unknown-name\n  agon explain                 the list of all codes")]
pub struct Explain {
    /// The code, as it stands in brackets in a finding [default: the list of all codes].
    code: Option<String>,
}

impl Explain {
    /// Runs the command.
    ///
    /// # Errors
    /// When there is no such code.
    pub fn run(&self) -> Result<Exit, Failure> {
        let Some(name) = &self.code else {
            print(&list())?;
            return Ok(Exit::Clean);
        };
        let Some(code) = find_code(name) else {
            let what = format!("there is no code `{name}`");
            return Err(match find_near(name) {
                Some(near) => Failure::with_help(what, format!("try `agon explain {near}`")),
                None => Failure::with_help(what, "`agon explain` lists all codes"),
            });
        };
        print(code.page)?;
        Ok(Exit::Clean)
    }
}

/// Every code with its level, its pack and its sentence, one a line. What no rule finds is told whatever packs are on, as the core is.
fn list() -> String {
    let codes = all();
    let wide = codes.iter().map(|code| code.name.len()).max().unwrap_or_default();
    codes.iter().fold(String::new(), |text, code| {
        let pack = find_pack(code).unwrap_or(Pack::Core).word();
        text + &format!("{:wide$}  {:7}  {pack:10}  {}\n", code.name, code.level.word(), code.summary)
    })
}
