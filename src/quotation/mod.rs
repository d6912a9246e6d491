//! Quotations: whether words stand in a text, where, and what was changed if they do not. Text in, places out.
//!
//! Two texts are compared after a folding (`fold`) that takes away what a printer may change and nothing that an author may not: white
//! space, the shape of quotation marks and dashes, ligatures, soft hyphens, hyphens at the end of a line, raised and lowered figures. What a quotation itself marks
//! as left out or put in (`pattern`) may differ; all else may not (`search`). Where words are not found, the passage that comes nearest
//! is (`nearest`), so that both wordings can be shown.
//!
//! Not here: files and formats (`extract`), and debates.
//!
//! Invariant: a range of the folded text leads back to the bytes it was folded from (`tests/quotation.rs`).
//! Invariant: a passage is found whatever its typography, and with a changed word or digit never (`tests/quotation.rs`).

pub mod bracket;
pub mod cut;
pub mod elision;
pub mod figures;
pub mod fold;
pub mod inflection;
pub mod locator;
pub mod map;
pub mod marks;
pub mod nearest;
pub mod numbering;
pub mod pattern;
pub mod raised;
pub mod range;
pub mod search;
pub mod token;
pub mod words;
