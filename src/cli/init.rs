//! `agon init`: a first debate.

use crate::cli::{
    outcome::{Exit, Failure, reason, tell},
    write,
};
use clap::Args;
use std::{fs, io, path::PathBuf};

/// The files of a new project.
const FILES: [(&str, &str); 2] = [("agon.yaml", include_str!("init/agon.yaml")), ("debate.agon", include_str!("init/debate.agon"))];

/// Write a small debate that checks clean, to be changed into your own.
#[derive(Debug, Args)]
#[command(after_help = "Nothing is ever overwritten.\n\nExample:\n  agon init picnic && cd picnic && agon check")]
pub struct Init {
    /// The folder; it is made if it does not exist.
    dir: PathBuf,
}

impl Init {
    /// Runs the command.
    ///
    /// # Errors
    /// When a file exists already, or one cannot be written.
    pub fn run(&self) -> Result<Exit, Failure> {
        let shown = self.dir.to_string_lossy();
        for (name, _) in FILES {
            if fs::symlink_metadata(self.dir.join(name)).is_ok() {
                let what = format!("`{shown}` already holds a file `{name}`");
                return Err(Failure::with_help(what, "name another folder; nothing is overwritten"));
            }
        }
        let failed = |error: &io::Error| Failure::new(format!("`{shown}` cannot be written: {}", reason(error)));
        fs::create_dir_all(&self.dir).map_err(|error| failed(&error))?;
        for (name, text) in FILES {
            write::create(&self.dir.join(name), text).map_err(|error| failed(&error))?;
        }
        tell(&format!("wrote `agon.yaml` and `debate.agon` in `{shown}`; try `agon check {shown}`\n"));
        Ok(Exit::Clean)
    }
}
