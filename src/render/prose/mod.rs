//! Plain English for what a report holds: words, speakers, sources and verdicts, each phrase made in one place.
//!
//! Past tense tells what parties did ("objected", "replied"), because it is the same for one speaker and for many.

pub mod abridge;
pub mod chicago;
pub mod citing;
pub mod edition;
pub mod joiner;
pub mod line;
pub mod people;
pub mod place;
pub mod reported;
pub mod sources;
pub mod speakers;
pub mod spoken;
pub mod verdicts;
pub mod volume;
pub mod words;
