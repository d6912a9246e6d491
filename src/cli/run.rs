//! The program from its arguments to its exit code.

use crate::cli::{
    command::Arguments,
    outcome::{Exit, code},
};
use clap::Parser;
use std::process::ExitCode;

/// Reads the arguments, does what they say, and returns the exit code.
pub fn run() -> ExitCode {
    match Arguments::try_parse() {
        Ok(arguments) => code(arguments.command.run()),
        Err(problem) => {
            // Help goes to standard output, a mistake to standard error; if neither can be written, the code still tells.
            let _ = problem.print();
            if problem.use_stderr() { ExitCode::from(2) } else { code(Ok(Exit::Clean)) }
        }
    }
}
