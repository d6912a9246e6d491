//! The argument map as boxes, joints, arrows and groups. Knows no output format and, so far, no geometry: Mermaid, DOT and whatever
//! lays itself out read the same picture, so that no two maps of a debate disagree.
//!
//! Invariant: every claim and question has one box, every step an arrow to each of its targets, and a joint only where premises meet or
//! an arrow ends on the step (`tests/map.rs`).
//! Invariant: every text of a map is plain, on one line, and without control or bidirectional characters (`tests/map.rs`).

pub mod arrows;
pub mod groups;
pub mod map;
pub mod parts;
pub mod plain;
pub mod words;
pub mod wrap;
