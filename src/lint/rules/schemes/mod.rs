//! The rules of the pack `schemes`: argumentation schemes and their critical questions.

pub mod missing_role;
pub mod open_critical_question;
pub mod unknown_critical_question;
pub mod unknown_role;
pub mod unknown_scheme;
