//! What changed in the argument between two versions of a debate, and which change turned which verdict.
//!
//! Statements are paired first (`align`), by name and by text, so that order, layout and names do not count. What then differs (`aspects`,
//! `remarks`) are changes (`changes`). Any set of changes that hangs together can be applied to the old debate (`hybrid`); a set that alone turns a verdict, and no
//! part of which does, is its cause (`cause`).
//!
//! Invariant: a debate that is renamed, reordered or laid out anew has no other changes, and every cause does what it is said to do when it
//! is applied alone (`tests/diff.rs`).

pub mod align;
pub mod aspects;
pub mod attributes;
pub mod cause;
pub mod change;
pub mod changes;
pub mod compare;
pub mod hybrid;
pub mod pairs;
pub mod remarks;
