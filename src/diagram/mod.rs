//! The argument map as boxes, joints, arrows and groups. Knows no output format: Mermaid, DOT and our own pictures read the same map,
//! so that no two maps of a debate disagree. A map has no geometry; `layout` gives it one.
//!
//! Invariant: every claim and question has one box, every step an arrow to each of its targets, and a joint only where premises meet or
//! an arrow ends on the step (`tests/map.rs`).
//! Invariant: every text of a map is plain, on one line, and without control or bidirectional characters (`tests/map.rs`).

pub mod advances;
pub mod arrows;
pub mod bearing;
pub mod beneath;
pub mod cut;
pub mod face;
pub mod groups;
pub mod layered;
pub mod layout;
pub mod map;
pub mod overview;
pub mod partition;
pub mod parts;
pub mod plain;
pub mod scripts;
pub mod select;
pub mod sheets;
pub mod words;
pub mod wrap;
