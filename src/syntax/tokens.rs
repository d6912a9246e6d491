//! The tokens of a header as nom input. The only file that knows nom's input traits.

use crate::{
    diagnostic::code::Code,
    syntax::{
        token::{Kind, Token},
        tree::Clause,
    },
    text::span::Span,
};
use nom::{Input, Needed};
use std::{cell::RefCell, iter::Enumerate, slice::Iter};

/// What the productions of a header write: the shared lists of the tree, and the mistakes of this header.
#[derive(Debug, Default)]
pub struct Parts {
    /// Names that refer, for the tree.
    pub names: Vec<Span>,
    /// Clauses, for the tree.
    pub clauses: Vec<Clause>,
    /// The clause words that the header at hand has had, a bit each.
    pub seen: u32,
    /// Mistakes of the header at hand: what, where, and the words that say it.
    pub faults: Vec<(&'static Code, Span, String)>,
}

/// A suffix of the tokens of a header, without its blanks.
#[derive(Debug, Clone, Copy)]
pub struct Tokens<'t> {
    /// What is left.
    pub rest: &'t [Token],
    /// The text of the file.
    pub text: &'t str,
    /// Where the header ends, for what is missing at its end.
    pub end: u32,
    /// What the productions write.
    pub parts: &'t RefCell<Parts>,
}

impl<'t> Tokens<'t> {
    /// The kind of the first token.
    pub fn kind(&self) -> Option<Kind> {
        self.rest.first().map(|t| t.kind)
    }

    /// The words of the first token.
    pub fn word(&self) -> &'t str {
        self.rest.first().map_or("", |t| t.span.of(self.text))
    }

    /// Where the first token stands, or the end of the header.
    pub fn span(&self) -> Span {
        self.rest.first().map_or(Span::empty(self.end), |t| t.span)
    }

    fn with(&self, rest: &'t [Token]) -> Self {
        Self { rest, ..*self }
    }
}

impl<'t> Input for Tokens<'t> {
    type Item = &'t Token;
    type Iter = Iter<'t, Token>;
    type IterIndices = Enumerate<Iter<'t, Token>>;

    fn input_len(&self) -> usize {
        self.rest.len()
    }

    fn take(&self, index: usize) -> Self {
        self.with(self.rest.get(..index).unwrap_or(self.rest))
    }

    fn take_from(&self, index: usize) -> Self {
        self.with(self.rest.get(index..).unwrap_or(&[]))
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Self::Item) -> bool>(&self, predicate: P) -> Option<usize> {
        self.rest.iter().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.rest.iter()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.rest.iter().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.rest.len() { Ok(count) } else { Err(Needed::new(count - self.rest.len())) }
    }
}
