//! Bibliographies that other programs keep, to their entries: BibLaTeX (and so BibTeX) and CSL-JSON.
//!
//! Every entry becomes an item of CSL-JSON, whatever it was written in: the form that styles of citation are written for. Text in,
//! entries and problems out. What of an entry the debate needs, `model` takes from it. Not here: keys that are no names, and files.
//!
//! Invariant: any text is read without a panic, in near linear time (`tests/bibliography.rs`).

pub mod biblatex;
pub mod codes;
pub mod csl_json;
pub mod dates;
pub mod entry;
pub mod fields;
pub mod item;
pub mod latex;
pub mod strings;
