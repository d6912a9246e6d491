//! The command line: files, settings, streams and exit codes. One file per command.
//!
//! Data goes to standard output, messages to standard error. The findings of `check` are its data; beside any other output the
//! findings are messages. Exit code 0: nothing to object to; 1: findings; 2: the command could not do its work.
//!
//! Invariant: nothing outside the root of a project is read because of what stands in a file (`tests/cli/files.rs`), but for the texts of
//! sources in the folder that its settings name (`tests/cli/sources.rs`).
//! Invariant: a file is replaced whole or not at all (`tests/cli/streams.rs`).

pub mod baseline;
pub mod brief;
pub mod check;
pub mod checked;
pub mod cite_style;
pub mod command;
pub mod diff;
pub mod difference;
pub mod disk;
pub mod explain;
pub mod findings;
pub mod fix;
pub mod flip;
pub mod fmt;
pub mod format;
pub mod git;
pub mod init;
pub mod judged;
pub mod known;
pub mod map;
pub mod named;
pub mod names;
pub mod outcome;
pub mod output;
pub mod pairing;
pub mod paths;
pub mod pdf;
pub mod product;
pub mod project;
pub mod report;
pub mod review;
pub mod rules;
pub mod run;
pub mod semantics;
pub mod set;
pub mod since;
pub mod solve;
pub mod states;
pub mod suppose;
pub mod today;
pub mod walk;
pub mod wanted;
pub mod weave;
pub mod why;
pub mod write;
