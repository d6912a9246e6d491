//! Text that a terminal shows and does not obey.
//!
//! Escape sequences could rewrite what was already shown, and characters that turn the direction of the text could hide what a line says.
//! Joiners stay, since scripts and emoji need them.

use std::borrow::Cow;

/// Whether `c` could act on a terminal rather than show on it. Line ends and tabs are left to the caller.
fn acts(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// `text` with every character that acts replaced by `�`, line ends and tabs kept.
pub fn inert(text: &str) -> Cow<'_, str> {
    if text.chars().any(acts) { text.chars().map(|c| if acts(c) { '\u{fffd}' } else { c }).collect() } else { Cow::Borrowed(text) }
}

/// `text` in one line, every character that acts replaced.
pub fn inert_line(text: &str) -> Cow<'_, str> {
    match inert(text) {
        text if text.contains(['\n', '\t']) => Cow::Owned(text.replace(['\n', '\t'], " ")),
        text => text,
    }
}

/// `text` of the same length in bytes, so that offsets into it hold: a lone carriage return becomes a line end, what acts becomes
/// a sign of the same length. Escape and its like have no such sign; the renderer shows them as pictures.
pub fn inert_in_place(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        out.push(match (c, c.len_utf8()) {
            ('\r', _) if rest.peek() != Some(&'\n') => '\n',
            (c, 2) if acts(c) => '·',
            (c, 3) if acts(c) => '\u{fffd}',
            (c, _) => c,
        });
    }
    out
}
