//! A file as it was read: its path, its text, and where its lines start.

use crate::text::lines::LineIndex;

/// A text with the path that people know it by.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The path as it is shown: with `/`, relative to where the program was started.
    pub path: String,
    /// The text.
    pub text: String,
    /// Where its lines start.
    pub lines: LineIndex,
}

impl Source {
    /// A source with its line index. Linear in the text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = LineIndex::new(&text);
        Self { path: path.into(), text, lines }
    }
}
