//! The rules of the pack `sourcing`: what claims rest on outside the debate.

pub mod anonymous_source;
pub mod cut_quotation;
pub mod expired_claim;
pub mod late_source;
pub mod shared_origin;
pub mod unaccessed_source;
pub mod undated_source;
pub mod unkept_source;
pub mod unsourced_claim;
