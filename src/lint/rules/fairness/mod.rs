//! The rules of the pack `fairness`: whether the sides of a debate are treated alike. They tell of asymmetry, never of truth.

pub mod one_sided_sourcing;
pub mod unheard_side;
pub mod weaker_wording;
