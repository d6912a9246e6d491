//! The abbreviations of BibTeX: `@string{hup = {Harvard University Press}}`, and the months.
//!
//! An abbreviation may use those above it, as in BibTeX (Patashnik, *BibTeXing*, 1988), so none uses itself; how long one may become is bounded,
//! since each could double the one before.

use crate::text::months::{MONTHS, find_month};
use biblatex::{Field, Pair, RawChunk, Spanned};
use std::{collections::BTreeMap, ops::Range};

/// The most bytes and pieces of one abbreviation.
const MOST_BYTES: usize = 20_000;
const MOST_PIECES: usize = 1_000;

/// The abbreviations of a file; they are the same in capitals.
#[derive(Debug, Default)]
pub struct Strings<'s>(BTreeMap<String, Field<'s>>);

/// Where an abbreviation stands that cannot be written out, and why.
pub type Fault = (Range<usize>, String);

impl<'s> Strings<'s> {
    /// Adds an abbreviation.
    ///
    /// # Errors
    /// When it uses one that is not known, or becomes too long.
    pub fn add(&mut self, pair: &Pair<'s>) -> Result<(), Fault> {
        let whole = self.write_out(&pair.value.v)?;
        let bytes: usize = whole.iter().map(|piece| if let RawChunk::Normal(words) = piece.v { words.len() } else { 0 }).sum();
        if bytes > MOST_BYTES || whole.len() > MOST_PIECES {
            return Err((pair.key.span.clone(), format!("the abbreviation `{}` is too long", pair.key.v)));
        }
        self.0.insert(pair.key.v.to_lowercase(), whole);
        Ok(())
    }

    /// A field with its abbreviations written out.
    ///
    /// # Errors
    /// When it uses one that is not known.
    pub fn write_out(&self, field: &Field<'s>) -> Result<Field<'s>, Fault> {
        let mut whole = Field::new();
        for piece in field {
            let RawChunk::Abbreviation(word) = piece.v else {
                whole.push(piece.clone());
                continue;
            };
            let word = word.to_lowercase();
            let month = find_month(&word).filter(|_| word.len() == 3).and_then(|month| MONTHS.get(usize::from(month) - 1));
            match (self.0.get(&word), month) {
                (Some(known), _) => whole.extend(known.iter().cloned()),
                (None, Some(month)) => whole.push(Spanned::new(RawChunk::Normal(month), piece.span.clone())),
                (None, None) => return Err((piece.span.clone(), format!("no `@string` above says what `{word}` stands for"))),
            }
        }
        Ok(whole)
    }
}
