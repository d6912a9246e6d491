//! How wide characters are in the sans-serif face of our pictures.
//!
//! For Latin, Greek and Cyrillic that is known. Marked letters that the table lacks are as wide as their base; of other scripts there is
//! an estimate.

use crate::diagram::{advances::ROWS, scripts};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// A weight of the face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// For texts.
    Regular,
    /// For headings and titles.
    Bold,
}

impl Face {
    /// How far the line goes on after `c`, in thousandths of the size.
    pub fn advance(self, c: char) -> usize {
        self.known(c).unwrap_or_else(|| match (self, scripts::advance(c)) {
            // Where letters are as broad as high, they are in both weights.
            (Self::Bold, wide) if wide < 1000 => wide * 11 / 10,
            (_, wide) => wide,
        })
    }

    /// How wide `text` is at `size`.
    pub fn width(self, text: &str, size: f64) -> f64 {
        text.chars().map(|c| self.advance(c)).sum::<usize>() as f64 * size / 1000.0
    }

    /// Whether the width of `text` is known and no estimate.
    pub fn knows(self, text: &str) -> bool {
        text.chars().all(|c| self.known(c).is_some())
    }

    /// Whether the table has `c`, or the letter and the marks that it is made of.
    pub fn has(self, c: char) -> bool {
        let mut has = true;
        decompose_canonical(c, |part| has &= self.listed(part).is_some());
        has || self.listed(c).is_some()
    }

    fn known(self, c: char) -> Option<usize> {
        // What is not seen, or stands above and beneath a letter.
        if matches!(c, '\u{ad}' | '\u{300}'..='\u{36f}') {
            return Some(0);
        }
        self.listed(c).or_else(|| {
            let (mut base, mut is_marked) = (None, true);
            decompose_canonical(c, |part| match base {
                None => base = Some(part),
                Some(_) => is_marked &= is_combining_mark(part),
            });
            base.filter(|base| *base != c && is_marked).and_then(|base| self.listed(base))
        })
    }

    /// What the table has.
    fn listed(self, c: char) -> Option<usize> {
        let at = ROWS.partition_point(|(first, ..)| *first <= c).checked_sub(1)?;
        let (first, regular, bold) = ROWS.get(at)?;
        let row = if self == Self::Regular { regular } else { bold };
        row.get(c as usize - *first as usize).copied().map(usize::from)
    }
}
