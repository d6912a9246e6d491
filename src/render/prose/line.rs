//! A line of prose under construction: sentences and pieces joined with blanks where English wants them.

use crate::render::document::{Block, Inline};

/// Pieces of prose in a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Inline>);

impl Line {
    /// A line of these words.
    pub fn of(words: impl Into<String>) -> Self {
        Self(vec![Inline::Text(words.into())])
    }

    /// Whether nothing has been said.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds words, after a blank unless they open with a mark that clings to what stands before.
    pub fn say(&mut self, words: &str) -> &mut Self {
        if !words.is_empty() {
            self.part(words);
            self.push(words);
        }
        self
    }

    /// Adds another line, after a blank.
    pub fn then(&mut self, line: Self) -> &mut Self {
        if let Some(first) = line.0.first() {
            self.part(if let Inline::Text(text) = first { text } else { "x" });
        }
        self.glue(line)
    }

    /// Adds another line with nothing between.
    pub fn glue(&mut self, line: Self) -> &mut Self {
        for inline in line.0 {
            match inline {
                Inline::Text(text) => self.push(&text),
                other => self.0.push(other),
            }
        }
        self
    }

    /// Adds the mark of a footnote, if there is one.
    pub fn note(&mut self, number: Option<u32>) -> &mut Self {
        self.0.extend(number.map(Inline::Note));
        self
    }

    /// Adds another line under strong stress; its footnote marks stay outside.
    pub fn strong(&mut self, line: Self) -> &mut Self {
        let (notes, words): (Vec<Inline>, Vec<Inline>) = line.0.into_iter().partition(|i| matches!(i, Inline::Note(_)));
        let words = words.into_iter().flat_map(|i| if let Inline::Strong(inner) = i { inner } else { vec![i] }).collect();
        self.part("x");
        self.0.push(Inline::Strong(words));
        self.0.extend(notes);
        self
    }

    /// The line as a paragraph.
    pub fn paragraph(self) -> Block {
        Block::Paragraph(self.0)
    }

    /// Its words without markup.
    pub fn plain(&self) -> String {
        plain(&self.0)
    }

    fn part(&mut self, next: &str) {
        let clings = next.starts_with([' ', ',', '.', ';', ':', ')', '?', '!', '”', '’']);
        let open = match self.0.last() {
            None => true,
            Some(Inline::Text(text)) => text.ends_with([' ', '(', '“']),
            Some(_) => false,
        };
        if !clings && !open {
            self.push(" ");
        }
    }

    fn push(&mut self, words: &str) {
        if let Some(Inline::Text(text)) = self.0.last_mut() {
            text.push_str(words);
        } else {
            self.0.push(Inline::Text(words.to_owned()));
        }
    }
}

/// The words of `inlines` without markup and footnotes.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Link { text, .. } => out.push_str(text),
            Inline::Emph(inner) | Inline::Strong(inner) => out.push_str(&plain(inner)),
            Inline::Note(_) => {}
        }
    }
    out
}
