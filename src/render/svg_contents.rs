//! The list of the sheets beneath an overview, each with a link to it.

use crate::{
    diagram::{face::Face, parts::Map, wrap::shorten},
    render::{
        svg_legend::{Block, title},
        svg_text::{number, text},
    },
};
use std::fmt::Write;

const SIZE: f64 = 10.5;
const ROW: f64 = 16.0;
/// How wide a column is, and how many columns of text it has room for.
const WIDE: f64 = 460.0;
const COLUMNS: usize = 80;

/// The titles of all `sheets` but the first, in columns that `width` has room for. `to_sheet` is what a link to a sheet begins with.
pub fn contents(sheets: &[Map], to_sheet: &str, width: f64) -> Block {
    let columns = (width / WIDE).floor().max(1.0) as usize;
    let listed = sheets.len().saturating_sub(1);
    let rows = listed.div_ceil(columns).max(1);
    let top = 2.0 * ROW;
    let mut svg = String::new();
    for ((at, sheet), map) in (0..listed).zip(2..).zip(sheets.iter().skip(1)) {
        let line = shorten(&title(map, sheet), COLUMNS);
        let _ = write!(
            svg,
            "<a href=\"{to_sheet}{sheet}\"><text class=\"to\" x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{}</text></a>",
            number((at / rows) as f64 * WIDE),
            number(top + (at % rows) as f64 * ROW),
            number(Face::Regular.width(&line, SIZE)),
            text(&line)
        );
    }
    Block { svg, height: top + rows as f64 * ROW }
}
