//! The scripts that no table of advances is kept for: what they are called, about how wide they are, and which way they run.
//!
//! The face that shows them is the reader's own, so a width is an estimate, taken rather too wide: a line then breaks early, and does not
//! run over.

use unicode_normalization::char::is_combining_mark;

/// Characters that are next to each other in Unicode and alike.
struct Range {
    last: u32,
    name: &'static str,
    /// In thousandths of the size.
    advance: usize,
}

const fn to(last: u32, name: &'static str, advance: usize) -> Range {
    Range { last, name, advance }
}

const OTHER: &str = "other signs";
const LATIN: &str = "Latin";
const ARABIC: &str = "Arabic";
const HEBREW: &str = "Hebrew";
const HAN: &str = "Chinese and Japanese";
const KOREAN: &str = "Korean";
const EMOJI: &str = "emoji";

/// Each from the end of the one before it.
const RANGES: &[Range] = &[
    to(0x24f, LATIN, 600),
    to(0x36f, LATIN, 500),
    to(0x3ff, "Greek", 620),
    to(0x52f, "Cyrillic", 700),
    to(0x58f, "Armenian", 650),
    to(0x5ff, HEBREW, 600),
    to(0x6ff, ARABIC, 540),
    to(0x74f, "Syriac", 620),
    to(0x77f, ARABIC, 540),
    to(0x7ff, OTHER, 620),
    to(0x85f, OTHER, 620),
    to(0x8ff, ARABIC, 540),
    to(0x97f, "Devanagari", 640),
    to(0x9ff, "Bengali", 660),
    to(0xa7f, "Gurmukhi", 640),
    to(0xaff, "Gujarati", 640),
    to(0xb7f, "Odia", 680),
    to(0xbff, "Tamil", 900),
    to(0xc7f, "Telugu", 740),
    to(0xcff, "Kannada", 760),
    to(0xd7f, "Malayalam", 950),
    to(0xdff, "Sinhala", 850),
    to(0xe7f, "Thai", 620),
    to(0xeff, "Lao", 620),
    to(0xfff, "Tibetan", 620),
    to(0x109f, "Burmese", 900),
    to(0x10ff, "Georgian", 640),
    to(0x11ff, KOREAN, 1000),
    to(0x139f, "Ethiopic", 850),
    to(0x177f, OTHER, 850),
    to(0x17ff, "Khmer", 850),
    to(0x18af, "Mongolian", 700),
    to(0x1dff, OTHER, 800),
    to(0x1eff, LATIN, 600),
    to(0x1fff, "Greek", 640),
    to(0x206f, OTHER, 700),
    to(0x25ff, OTHER, 1050),
    to(0x27bf, EMOJI, 1200),
    to(0x2e7f, OTHER, 1050),
    to(0x312f, HAN, 1000),
    to(0x318f, KOREAN, 1000),
    to(0xa4cf, HAN, 1000),
    to(0xabff, OTHER, 900),
    to(0xd7ff, KOREAN, 1000),
    to(0xf8ff, OTHER, 1050),
    to(0xfaff, HAN, 1000),
    to(0xfb1c, LATIN, 600),
    to(0xfb4f, HEBREW, 600),
    to(0xfdff, ARABIC, 900),
    to(0xfe6f, HAN, 1000),
    to(0xfefe, ARABIC, 700),
    to(0xff60, HAN, 1000),
    to(0xffdc, HAN, 520),
    to(0x1efff, OTHER, 1050),
    to(0x1f1e5, OTHER, 1200),
    // Two of these make a flag.
    to(0x1f1ff, EMOJI, 700),
    to(0x1faff, EMOJI, 1400),
    to(0x1ffff, OTHER, 1050),
    to(0x3ffff, HAN, 1000),
];
const BEYOND: Range = to(u32::MAX, OTHER, 1050);

fn range(c: char) -> &'static Range {
    RANGES.get(RANGES.partition_point(|range| range.last < c as u32)).unwrap_or(&BEYOND)
}

/// What the script of `c` is called; "other signs" for one of no script and for what is rare.
pub fn name(c: char) -> &'static str {
    range(c).name
}

/// About how far the line goes on after `c`, in thousandths of the size.
pub fn advance(c: char) -> usize {
    match c as u32 {
        0x200b..=0x200f | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0x1f3fb..=0x1f3ff | 0xe0000..=0xe01ef => 0,
        // In the scripts of India some of the marks stand above or beneath their letter, others beside it.
        0x900..=0xdff if is_combining_mark(c) => 300,
        _ if is_combining_mark(c) => 0,
        _ => range(c).advance,
    }
}

/// Whether `text` runs from right to left, as its first letter does (Unicode Standard Annex 9, rules P2 and P3).
pub fn is_leftward(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| matches!(c as u32, 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfefe | 0x10800..=0x10fff | 0x1e800..=0x1efff))
}
