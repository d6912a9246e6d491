//! Texts and the places in them. Knows nothing of debates.
//!
//! Invariant: positions are byte offsets in `u32`; lines and columns exist only at the edge (`lines`).

pub mod edit;
pub mod json;
pub mod lines;
pub mod months;
pub mod source;
pub mod span;
