//! A report as documents that leave the tool: each output reads the report and computes no verdict of its own.
//!
//! Invariant: whatever a debate says is text in every output; no word of it becomes markup (`tests/brief.rs`, `tests/map.rs`).
//! Invariant: the same report gives the same bytes (`tests/brief.rs`).

pub mod bounds;
pub mod brief;
pub mod consistency;
#[cfg(feature = "citations")]
pub mod csl;
pub mod dialogue;
pub mod diff;
pub mod diff_entry;
pub mod diff_json;
pub mod diff_other;
pub mod diff_says;
pub mod diff_words;
pub mod document;
pub mod dot;
pub mod effects;
pub mod explanation;
pub mod facts;
pub mod flip;
pub mod fragment;
pub mod graphml;
pub mod html;
pub mod inert;
pub mod json;
pub mod markdown;
pub mod marks;
pub mod measure;
pub mod mermaid;
pub mod mermaid_label;
pub mod nest;
pub mod page;
pub mod palette;
pub mod parts;
pub mod pick;
pub mod places;
#[cfg(feature = "png")]
pub mod png;
pub mod positions;
pub mod positions_data;
pub mod prose;
pub mod regions;
pub mod strengths;
pub mod suppose;
pub mod svg;
pub mod svg_head;
pub mod svg_legend;
pub mod svg_style;
pub mod svg_text;
pub mod teller;
pub mod template;
pub mod text;
pub mod trace;
pub mod weave;
pub mod why;
