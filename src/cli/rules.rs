//! `agon rules`: every code that a check can find.

use crate::{
    allow::apply::Known,
    catalog::all::{all, allowable},
    cli::{
        outcome::{Exit, Failure},
        output::print,
        project::Project,
    },
};
use clap::Args;

/// List every code that a check can find, with its level in this project.
#[derive(Debug, Args)]
#[command(
    after_help = "The second column is the level in this project: `agon.yaml` may change it. A code with a `*` can be allowed where it is found, by a comment `// allow(CODE): REASON` above it.\n\nExample:\n  agon rules                   all codes\n  agon explain unknown-name    the page of one"
)]
pub struct Rules {}

impl Rules {
    /// Runs the command.
    ///
    /// # Errors
    /// When the settings of the project cannot be read.
    pub fn run(&self) -> Result<Exit, Failure> {
        let project = Project::find_here()?;
        let codes = all();
        let wide = codes.iter().map(|code| code.name.len()).max().unwrap_or_default();
        let mut out = String::new();
        for code in codes {
            let set = project.settings.levels.get(code.name);
            let level = set.map_or(code.level.word(), |set| set.level().map_or("off", |level| level.word()));
            let star = if allowable(code.name) == Known::Allowable { '*' } else { ' ' };
            out += &format!("{:wide$} {star} {level:7}  {}\n", code.name, code.summary);
        }
        print(&out)?;
        Ok(Exit::Clean)
    }
}
