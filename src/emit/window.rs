//! The few lines of a source that a diagnostic shows.
//!
//! The renderer reads all the text it is given, so it gets a window: in a file of 20,000 lines that is a hundred times faster, and a line
//! of megabytes is cut around the place. Offsets are clamped to what is shown, on character boundaries.

use crate::{
    emit::inert::inert_in_place,
    text::{lines::Position, source::Source, span::Span},
};
use std::ops::Range;

/// The most bytes of lines that are shown whole.
const MOST_BYTES: usize = 4096;
/// The bytes shown around a place in a longer line.
const AROUND: usize = 160;
/// The most lines between two places of one window.
const MOST_LINES: usize = 12;
/// Stands where a line is cut.
const CUT: &str = "…";

/// A part of a source.
#[derive(Debug)]
pub struct Window {
    /// Its text, inert.
    pub text: String,
    /// The line of its first character, from 1.
    pub line: usize,
    /// Where the place that it was made for stands in the source, where that cannot be read off the window.
    pub cut: Option<Position>,
    /// Whether it shows all lines of that place.
    pub is_whole: bool,
    /// The bytes of the source that it shows.
    shown: Span,
    /// The length of what stands before them.
    before: usize,
}

impl Window {
    /// The lines of `span`; of a long line what lies around its start.
    pub fn new(source: &Source, span: Span) -> Self {
        let lines = &source.lines;
        let first = lines.line_of(span.start);
        let last = lines.line_of(span.end.saturating_sub(1).max(span.start));
        let whole = lines.span(first, last, &source.text);
        if whole.len() as usize <= MOST_BYTES {
            return Self {
                text: inert_in_place(whole.of(&source.text)),
                line: first + 1,
                cut: None,
                is_whole: true,
                shown: whole,
                before: 0,
            };
        }
        let line = lines.span(first, first, &source.text);
        let start = boundary(&source.text, (span.start as usize).saturating_sub(AROUND).max(line.start as usize));
        let end = boundary(&source.text, (span.start as usize + 2 * AROUND).min(line.end as usize));
        let shown = Span::new(start as u32, end as u32);
        let mut text = if shown.start > line.start { CUT.to_owned() } else { String::new() };
        let before = text.len();
        text.push_str(inert_in_place(shown.of(&source.text)).trim_end_matches('\n'));
        if shown.end < line.end {
            text.push_str(CUT);
        }
        let cut = (shown.start > line.start).then(|| lines.position(&source.text, span.start));
        Self { text, line: first + 1, cut, is_whole: false, shown, before }
    }

    /// Whether `span` could be shown in one window with `other`: near it, and in short lines.
    pub fn joins(source: &Source, span: Span, other: Span) -> bool {
        let both = span.to(other);
        let lines = source.lines.line_of(both.end).abs_diff(source.lines.line_of(both.start));
        lines <= MOST_LINES && both.len() as usize <= MOST_BYTES / 2
    }

    /// Whether `span` begins in what is shown.
    pub fn shows(&self, span: Span) -> bool {
        span.start == self.shown.start || (self.shown.start..self.shown.end).contains(&span.start)
    }

    /// The exact place of `span` in the text of the window, as far as it is shown.
    pub fn at(&self, span: Span) -> Range<usize> {
        let inside = |byte: u32| {
            let inside = byte.clamp(self.shown.start, self.shown.end) - self.shown.start;
            boundary(&self.text, inside as usize + self.before)
        };
        inside(span.start)..inside(span.end.max(span.start))
    }

    /// The place of `span` to mark in the text of the window: a long span only up to the end of its first line.
    pub fn find(&self, span: Span) -> Range<usize> {
        let Range { start, mut end } = self.at(span);
        let words = self.text.get(start..end).unwrap_or("");
        let lines = words.lines().count();
        if lines > 3 {
            end = start + words.find('\n').unwrap_or(words.len());
        }
        let trimmed = self.text.get(start..end).map_or(0, |w| w.trim_end().len());
        start..if trimmed == 0 { end } else { start + trimmed }
    }
}

/// The character boundary at or before `at`.
pub fn boundary(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}
