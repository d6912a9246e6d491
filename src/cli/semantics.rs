//! `--semantics`: which positions of a debate are looked for, and for how long.

use crate::{
    cli::outcome::{Exit, Failure},
    theory::{framework::problem::Semantics, interrupt::Interrupt},
};
use clap::{Args, ValueEnum};
use std::time::Duration;

/// How long one waits who has not said how long.
const PATIENCE: Duration = Duration::from_secs(10);

/// Which positions.
#[derive(Debug, Args)]
pub struct Wanted {
    /// Also tell the positions of this semantics, and which claims some or every one of them holds; the verdicts stay grounded.
    #[arg(long, value_name = "SEMANTICS", default_value = "grounded")]
    semantics: Name,
    /// The seconds after which the search for positions gives up what it does not know yet [default: 10].
    #[arg(long, value_name = "SECONDS")]
    timeout: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// The verdicts alone.
    Grounded,
    /// The largest sets that answer every attack on them.
    Preferred,
    /// Sets that defeat all they do not contain.
    Stable,
    /// Sets that contain just what they defend.
    Complete,
    /// What no one can object to from a position of their own.
    Ideal,
    #[value(hide = true)]
    SemiStable,
    #[value(hide = true)]
    Eager,
    #[value(hide = true)]
    Stage,
}

impl Wanted {
    /// The semantics beyond the grounded one, if any.
    ///
    /// # Errors
    /// When the semantics is not one for debates.
    pub fn semantics(&self) -> Result<Option<Semantics>, Failure> {
        let refused = |name: &str| {
            let help = "choose grounded, preferred, stable, complete or ideal; `agon solve` answers it for abstract frameworks";
            Err(Failure::with_help(format!("{name} semantics has no settled meaning for debates"), help))
        };
        Ok(match self.semantics {
            Name::Grounded => None,
            Name::Preferred => Some(Semantics::Preferred),
            Name::Stable => Some(Semantics::Stable),
            Name::Complete => Some(Semantics::Complete),
            Name::Ideal => Some(Semantics::Ideal),
            Name::SemiStable => return refused("semi-stable"),
            Name::Eager => return refused("eager"),
            Name::Stage => return refused("stage"),
        })
    }

    /// When to stop, counted from now.
    ///
    /// # Errors
    /// When the time is none.
    pub fn interrupt(&self) -> Result<Interrupt, Failure> {
        Ok(match self.timeout {
            None => Interrupt::after(PATIENCE),
            Some(seconds) => after(seconds)?,
        })
    }
}

/// A search that ends after `seconds`.
///
/// # Errors
/// When they are none.
pub fn after(seconds: f64) -> Result<Interrupt, Failure> {
    match Duration::try_from_secs_f64(seconds) {
        Ok(patience) => Ok(Interrupt::after(patience)),
        // Longer than can be counted.
        Err(_) if seconds > 0.0 => Ok(Interrupt::never()),
        Err(_) => Err(Failure::with_help(format!("`{seconds}` is no time"), "write a number of seconds")),
    }
}

/// The exit code when something may not be known.
pub fn known(exit: Exit, is_known: bool) -> Exit {
    if is_known { exit } else { Exit::Unknown }
}
