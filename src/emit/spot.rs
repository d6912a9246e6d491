//! Where a place begins and ends, as programs want it: a path, lines and columns.

use crate::text::{lines::Position, source::Source, span::Place};

/// A place in lines and columns; columns count characters from 1, and the end is one past the last character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'s> {
    /// The file as it is shown.
    pub path: &'s str,
    /// The first character.
    pub start: Position,
    /// One past the last character.
    pub end: Position,
}

/// The spot of `place`, if its file is one of `sources`, which are indexed by file.
pub fn find_spot<'s>(place: Place, sources: &[&'s Source]) -> Option<Spot<'s>> {
    let source = *sources.get(place.file.0 as usize)?;
    let start = source.lines.position(&source.text, place.span.start);
    let end = source.lines.position(&source.text, place.span.end.max(place.span.start));
    Some(Spot { path: &source.path, start, end })
}
