//! `agon rules`: every code that a check can find.

use crate::{
    allow::apply::Known,
    catalog::all::{all, allowable, find_pack},
    cli::{
        outcome::{Exit, Failure},
        output::print,
        project::Project,
    },
    config::pack::Pack,
};
use clap::Args;

/// List every code that a check can find, with its level in this project.
#[derive(Debug, Args)]
#[command(
    after_help = "The second column is the level in this project, which `agon.yaml` may change: `off` is not told, such as a rule of a pack that is not switched on. The third is the pack. A code with a `*` can be allowed where it is found, by a comment `// allow(CODE): REASON` above it.\n\nExample:\n  agon rules                   all codes\n  agon explain unknown-name    the page of one"
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
            let pack = find_pack(code).unwrap_or(Pack::Core);
            let level = set
                .map_or(Some(code.level), |set| set.level())
                .filter(|_| pack.is_on(&project.settings.packs))
                .map_or("off", |level| level.word());
            let star = if allowable(code.name) == Known::Allowable { '*' } else { ' ' };
            out += &format!("{:wide$} {star} {level:7} {:10} {}\n", code.name, pack.word(), code.summary);
        }
        print(&out)?;
        Ok(Exit::Clean)
    }
}
