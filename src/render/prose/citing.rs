//! A way of citing that the reader chose, in place of the notes of [`crate::render::prose::sources`].
//!
//! How a source is cited may depend on all citations before it and after it: which was first, who is cited with two works of one year. So
//! a document is cited as a whole, when all its footnotes are known.

use crate::{
    model::{citation::Citation, ids::SourceId},
    render::prose::line::Line,
    report::run::Report,
};
use std::{collections::VecDeque, fmt::Debug};

/// The citations of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cited {
    /// Each citation with the place in the source, without the words that are quoted and without a mark at its end, in the order of the
    /// footnotes. An empty line stands for what the style has no words for.
    pub notes: VecDeque<Line>,
    /// The sources in the order of the style, each in full; none where the style has no list of sources.
    pub entries: Vec<(SourceId, Line)>,
}

/// A way of citing.
pub trait Citing: Debug {
    /// Cites for a document what its footnotes cite, each of `notes` being one, and lists `sources`.
    fn cite(&self, report: &Report<'_>, notes: &[&[Citation]], sources: &[SourceId]) -> Cited;
}
