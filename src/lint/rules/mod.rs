//! The rules, each with its page beside it, in one folder for each pack.

pub mod core;
pub mod estimative;
pub mod fairness;
pub mod schemes;
pub mod sourcing;
pub mod style;
