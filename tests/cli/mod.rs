//! The program as its users meet it: every command, every exit code, every kind of bad input.

mod bad_input;
mod commands;
mod diff;
mod diff_settings;
mod files;
mod pdf;
mod quoted;
mod refusals;
mod review;
pub(crate) mod shell;
mod sources;
mod streams;
