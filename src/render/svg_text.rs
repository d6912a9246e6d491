//! Texts, numbers and rectangles as SVG writes them: no word of a debate becomes markup, and no number has more digits than are seen.

use crate::diagram::layered::graph::{Point, Rect};
use std::fmt::Write;

/// `text` between tags. Characters that XML does not allow are left out.
pub fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_allowed(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c => out.push(c),
        }
    }
    out
}

/// `text` as the value of an attribute in double quotes.
pub fn attribute(value: &str) -> String {
    text(value).replace('"', "&quot;").replace('\'', "&#39;")
}

/// A length, to a tenth.
pub fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let mut out = if tenths % 10 == 0 { (tenths / 10).to_string() } else { String::new() };
    if out.is_empty() {
        let sign = if tenths < 0 { "-" } else { "" };
        let _ = write!(out, "{sign}{}.{}", (tenths / 10).abs(), (tenths % 10).abs());
    }
    out
}

/// A line of text from `at` on, set in the `held` width, or where none is given as wide as it comes. One that runs from right to left
/// `ends` there.
pub fn line(words: &str, class: &str, at: Point, held: Option<f64>, ends: Option<f64>) -> String {
    let length = held.map_or_else(String::new, |wide| format!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", number(wide)));
    let direction = if ends.is_some() { " direction=\"rtl\"" } else { "" };
    let x = number(ends.unwrap_or(at.x));
    format!("<text class=\"{class}\" x=\"{x}\" y=\"{}\"{length}{direction}>{}</text>", number(at.y), text(words))
}

/// A rectangle with round corners.
pub fn rect(at: &Rect, class: &str, round: f64) -> String {
    format!(
        "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/>",
        number(at.x),
        number(at.y),
        number(at.width),
        number(at.height),
        number(round)
    )
}

/// The characters of XML 1.0.
const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
