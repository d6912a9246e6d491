//! Settings and front matter: the only readers of YAML.
//!
//! Invariant: YAML is read into closed structs only, without anchors and below a fixed size, so no input makes it slow (`tests/cli/bad_input.rs`).

pub mod codes;
pub mod front_matter;
pub mod pack;
pub mod places;
pub mod settings;
pub mod strict;
pub mod yaml;
