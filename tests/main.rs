//! All tests from outside, as one program: one link, shared helpers.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::needless_range_loop,
    reason = "a test that meets the unexpected shall panic, and reads best as the definition it checks"
)]

mod allow;
mod analysis_problems;
mod analysis_scale;
mod arguments;
mod bad_scale;
mod baseline;
mod bibliography;
mod brief;
mod brief_acts;
mod brief_answers;
mod brief_basis;
mod brief_changes;
mod brief_exchange;
mod brief_laws;
mod brief_marks;
mod brief_since;
mod brief_truth;
mod brief_whole;
mod brief_words;
mod brute;
mod chicago;
mod ci;
mod cite_style;
mod cli;
mod diff;
mod emit;
mod exchange;
mod explanation;
mod extract;
mod fix;
mod flip;
mod format;
mod formats;
mod gradual;
mod grammar;
mod graph;
mod layers;
mod layout;
mod map;
mod map_parts;
mod model;
mod oracle;
mod page;
mod pages;
mod positions;
mod quotation;
mod readme;
mod report;
mod rules;
mod schemes;
mod settings;
mod sheets;
mod support;
mod svg;
mod syntax;
mod template;
mod tension;
mod theory_assumption;
mod theory_extensions;
mod theory_framework;
mod theory_known;
mod theory_sat;
mod theory_scale;
mod theory_system;
mod verdicts;
mod weave;
mod why;
