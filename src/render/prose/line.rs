//! A line of prose under construction: pieces joined with blanks where English wants them, and closed to sentences that say what they
//! rest on.
//!
//! Words are loose until a sentence is made of them. Loose words before a sentence lead up to it and become part of it.

use crate::render::document::{Block, Ground, Inline};

/// Pieces of prose in a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Inline>);

impl Line {
    /// A line of these words.
    pub fn of(words: impl Into<String>) -> Self {
        Self(vec![Inline::Text(words.into())])
    }

    /// A sentence of these words.
    pub fn sentence(words: impl Into<String>, rests: &[Ground]) -> Self {
        let mut line = Self::of(words);
        line.end(rests);
        line
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

    /// Adds another line, after a blank. Loose words at the end become part of the sentence that it opens with.
    pub fn then(&mut self, mut line: Self) -> &mut Self {
        if let Some(Inline::Sentence { words, .. }) = line.0.first_mut() {
            let mut lead = Self(self.0.split_off(self.loose()));
            if !lead.is_empty() {
                lead.then(Self(std::mem::take(words)));
                *words = lead.0;
            }
        }
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

    /// Adds an aside, in front of what closes the last sentence.
    pub fn aside(&mut self, words: &str) -> &mut Self {
        let close = match self.0.last_mut() {
            Some(Inline::Text(text)) if text.ends_with(['.', '?', '!']) => text.pop(),
            _ => None,
        };
        self.say(words);
        close.into_iter().for_each(|close| self.push(close.encode_utf8(&mut [0; 4])));
        self
    }

    /// Takes a comma off the end, where a colon is to follow.
    pub fn open(&mut self) -> &mut Self {
        if let Some(Inline::Text(text)) = self.0.last_mut() {
            text.truncate(text.trim_end_matches(',').len());
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
        self.part("x");
        self.0.extend(stressed(line.0));
        self
    }

    /// Makes the loose words at the end a sentence that rests on `rests`.
    pub fn end(&mut self, rests: &[Ground]) -> &mut Self {
        let words = self.0.split_off(self.loose());
        if !words.is_empty() {
            self.0.push(Inline::Sentence { rests: rests.to_vec(), words });
        }
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

    /// Where the loose words at the end begin.
    fn loose(&self) -> usize {
        let after = self.0.iter().rposition(|i| matches!(i, Inline::Sentence { .. })).map_or(0, |at| at + 1);
        let blank = matches!(self.0.get(after), Some(Inline::Text(text)) if text.trim().is_empty());
        after + usize::from(after > 0 && blank)
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
        // The blank after a sentence stays apart from the words of the next one.
        let after_sentence = self.loose() == self.0.len();
        if let Some(Inline::Text(text)) = self.0.last_mut().filter(|_| !after_sentence) {
            text.push_str(words);
        } else {
            self.0.push(Inline::Text(words.to_owned()));
        }
    }
}

/// `inlines` under strong stress, within their sentences; footnote marks stay outside of it.
fn stressed(inlines: Vec<Inline>) -> Vec<Inline> {
    if let [Inline::Sentence { .. }] = inlines.as_slice() {
        return inlines
            .into_iter()
            .map(|inline| match inline {
                Inline::Sentence { rests, words } => Inline::Sentence { rests, words: stressed(words) },
                other => other,
            })
            .collect();
    }
    let (notes, words): (Vec<Inline>, Vec<Inline>) = inlines.into_iter().partition(|i| matches!(i, Inline::Note(_)));
    let words = words.into_iter().flat_map(|i| if let Inline::Strong(inner) = i { inner } else { vec![i] }).collect();
    [vec![Inline::Strong(words)], notes].concat()
}

/// The words of `inlines` without markup and footnotes.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Link { text, .. } => out.push_str(text),
            Inline::Emph(inner) | Inline::Strong(inner) | Inline::Sentence { words: inner, .. } => out.push_str(&plain(inner)),
            Inline::Note(_) => {}
        }
    }
    out
}
