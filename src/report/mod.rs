//! The pipeline, run once: files to a debate, its verdicts and everything that is wrong with it. Outputs read this and compute no verdict.

pub mod baseline;
pub mod doubt;
pub mod findings;
pub mod run;
pub mod subject;
