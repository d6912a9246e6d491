//! How wide characters are in the sans-serif face of our pictures.
//!
//! The advances are those of Liberation Sans 2.1, whose metrics are those of Arial and, for these characters, of Helvetica, in
//! thousandths of the size. Marked letters are as wide as their base. What the table lacks is taken to be as wide as nearly all of its
//! script, so an estimate rather breaks a line early than lets it run over.

use unicode_normalization::char::decompose_canonical;

/// A weight of the face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// For texts.
    Regular,
    /// For headings and titles.
    Bold,
}

/// From the blank to the tilde.
const REGULAR: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278,
    278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556,
    556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333,
    333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722,
    667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611,
    611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];

impl Face {
    /// How far the line goes on after `c`, in thousandths of the size.
    pub fn advance(self, c: char) -> usize {
        let table = if self == Self::Regular { &REGULAR } else { &BOLD };
        let known = |c: char| (c as usize).checked_sub(0x20).and_then(|at| table.get(at)).map(|w| usize::from(*w));
        known(c).unwrap_or_else(|| {
            let mut base = None;
            decompose_canonical(c, |part| base = base.or(Some(part)));
            base.and_then(known).unwrap_or_else(|| beyond(c))
        })
    }

    /// How wide `text` is at `size`.
    pub fn width(self, text: &str, size: f64) -> f64 {
        text.chars().map(|c| self.advance(c)).sum::<usize>() as f64 * size / 1000.0
    }
}

/// What is beyond the table, the same in both weights.
const fn beyond(c: char) -> usize {
    match c as u32 {
        0x300..=0x36f | 0x591..=0x5bd | 0x64b..=0x65f | 0x200b..=0x200d | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0x1f3fb..=0x1f3ff => 0,
        0xa0 | 0xb7 | 0xb4 | 0xb8 => 333,
        0x2018..=0x201a => 278,
        0x201c..=0x201e | 0x2010 | 0x2011 => 500,
        0x2013 => 556,
        0x2014 | 0x2026 => 1000,
        // Latin, Greek, Cyrillic, Hebrew, Arabic, and the scripts of South Asia.
        0xa1..=0x24f | 0x2000..=0x206f => 700,
        0x370..=0x52f => 850,
        0x590..=0x6ff => 750,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 => 1000,
        0x1f300..=0x3ffff => 1400,
        _ => 1050,
    }
}
