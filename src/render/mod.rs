//! A report as text in the formats that people read and other tools draw. Computes nothing: what is shown was found below.

pub mod dot;
pub mod mermaid;
pub mod mermaid_label;
pub mod nest;
pub mod palette;
