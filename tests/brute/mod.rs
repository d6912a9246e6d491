//! Slow evaluators straight from the definitions, which share no code with the crate beyond its types.

pub(crate) mod arguments;
pub(crate) mod fixpoint;
pub(crate) mod known;
pub(crate) mod proofs;
pub(crate) mod rules;
pub(crate) mod systems;
