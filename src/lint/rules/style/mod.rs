//! The rules of the pack `style`: how texts are written.

pub mod overlong_text;
pub mod several_claims;
pub mod shifting_term;
pub mod skipped_heading;
pub mod undefined_term;
