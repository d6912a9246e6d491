//! Tree to canonical text: one layout for one debate, whoever wrote it.
//!
//! The text goes through as rows (`rows`), which gather into the units of the top level (`units`); each unit without errors is laid
//! out anew (`statement`), each other one is left as it is, and `layout` puts them together with blank lines.
//!
//! Invariant: formatting twice is formatting once, and the model stays the same, for any text whatever (`tests/format.rs`).
//! Invariant: no line with an error changes, but in its line end; tabs in the indentation are the one error that is cured.
//! Invariant: depends on `text` and `syntax` only, so a debate whose names do not resolve can be formatted.

pub mod comments;
pub mod header;
pub mod layout;
pub mod rows;
pub mod statement;
pub mod units;
pub mod writer;
