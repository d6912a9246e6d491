//! A brief as one HTML file that needs no network and no server, and that can be read without scripts.
//!
//! The text bears the names of the claims that each sentence rests on, the maps those of their boxes, and the list of all statements is
//! where both lead: there a statement says why it stands or falls. One script ties them together; without it, all of it is still there.
//!
//! Invariant: nothing in a debate can act: every text is escaped, and the policy in the file allows our own script and style by their
//! fingerprints and nothing else (`tests/page.rs`, `tests/browser`).

pub mod body;
pub mod card;
pub mod frame;
pub mod maps;
pub mod sheet;
pub mod statements;

use crate::{
    render::{brief::Length, document::Brief, prose::line::plain},
    report::run::Report,
};

/// The page of `brief`, which is a brief of `report` of this `length`. Linear in the debate, but for the maps, which are bounded.
pub fn render(report: &Report<'_>, brief: &Brief, length: Length) -> String {
    let article = body::article(brief, &report.debate);
    let maps = maps::maps(report, brief, length);
    let statements = statements::statements(report, brief, length);
    frame::page(&plain(&brief.title), [&article, &maps, &statements])
}
