//! Tokens: what they are and where they stand.
//!
//! The tokens of a file lie side by side and leave nothing out, so the end of each is enough to know its place; a file has some
//! ten times as many tokens as statements.

use crate::text::span::Span;
use std::{iter::Zip, slice::Iter};

/// The kinds of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What is not Agon: the Markdown around blocks, a byte order mark.
    Outside,
    /// The front matter with its fences.
    FrontMatter,
    /// Blanks at the start of a line.
    Indent,
    /// Blanks within or at the end of a line.
    Blank,
    /// The end of a line.
    Newline,
    /// `//` and what follows.
    Comment,
    /// The `#` signs of a heading.
    HeadingMark,
    /// The word that opens a statement.
    Keyword,
    /// The key of an attribute.
    Key,
    /// A name, a dotted path of names, or a clause word.
    Name,
    /// `,` in a header.
    Comma,
    /// The colon after a header or key.
    Colon,
    /// A path in quotation marks.
    Quoted,
    /// What a header cannot hold.
    Unknown,
    /// The `\` that makes a line prose.
    Escape,
    /// Prose: a line of a text, a value, a heading.
    Text,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
}

/// The tokens of a file, in its order, without gaps.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TokenList {
    /// Where the first one starts.
    start: u32,
    kinds: Vec<Kind>,
    ends: Vec<u32>,
}

impl TokenList {
    /// A list from `start` on, with room for `count` tokens.
    pub fn new(start: u32, count: usize) -> Self {
        Self { start, kinds: Vec::with_capacity(count), ends: Vec::with_capacity(count) }
    }

    /// Where the last token ends.
    pub fn end(&self) -> u32 {
        self.ends.last().copied().unwrap_or(self.start)
    }

    /// Appends a token that starts where the last one ends.
    pub fn push(&mut self, token: Token) {
        debug_assert_eq!(token.span.start, self.end(), "tokens leave no gap");
        self.kinds.push(token.kind);
        self.ends.push(token.span.end);
    }

    /// All tokens.
    pub fn iter(&self) -> TokenIter<'_> {
        TokenIter { left: self.kinds.iter().zip(&self.ends), at: self.start }
    }
}

/// The tokens of a list, one after another.
#[derive(Debug, Clone)]
pub struct TokenIter<'a> {
    left: Zip<Iter<'a, Kind>, Iter<'a, u32>>,
    at: u32,
}

impl Iterator for TokenIter<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let (&kind, &end) = self.left.next()?;
        let start = std::mem::replace(&mut self.at, end);
        Some(Token { kind, span: Span::new(start, end) })
    }
}

impl<'a> IntoIterator for &'a TokenList {
    type Item = Token;
    type IntoIter = TokenIter<'a>;

    fn into_iter(self) -> TokenIter<'a> {
        self.iter()
    }
}
