//! Citations: a source, perhaps a place in it, perhaps words of it.

use crate::{model::ids::SourceId, text::span::Place};

/// A citation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The source.
    pub source: SourceId,
    /// The place in it, such as `p. 3`.
    pub locator: Option<String>,
    /// Its words.
    pub quotation: Option<String>,
    /// Where the citation stands.
    pub place: Place,
    /// Where its words stand, without their marks; where the citation stands if they cannot be told apart.
    pub words: Place,
}

/// The parts of the value of `cite`, before the source is looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts<'v> {
    /// The name of the source.
    pub source: &'v str,
    /// The place in it.
    pub locator: Option<&'v str>,
    /// Its words.
    pub quotation: Option<&'v str>,
}

/// The words of a citation that stand between single or angle quotation marks at the end of `locator`, with their marks: a quotation that
/// is not read as one.
pub fn find_marked(locator: &str) -> Option<&str> {
    let is_close = |open: char, close: char| match open {
        '\'' | '‘' | '‚' => matches!(close, '\'' | '’' | '‘'),
        '«' | '»' => matches!(close, '«' | '»'),
        '‹' | '›' => matches!(close, '‹' | '›'),
        _ => false,
    };
    let close = locator.chars().next_back()?;
    let mut at = 0;
    let pieces = locator.split_inclusive(',').map(|piece| {
        at += piece.len();
        locator.get(at - piece.len()..).unwrap_or("").trim_start()
    });
    let mut marked = pieces.filter(|rest| rest.chars().next().is_some_and(|open| is_close(open, close)));
    marked.find(|rest| rest.chars().filter(|c| c.is_alphanumeric()).nth(1).is_some())
}

/// Splits `SOURCE[, LOCATOR][, "WORDS"]`: the source up to the first comma, the words from the first quotation mark after a comma to
/// the last one of the value, the locator between. `None` where a quotation is opened and not closed, or words follow it.
pub fn find_parts(value: &str) -> Option<Parts<'_>> {
    let (source, rest) = value.split_once(',').unwrap_or((value, ""));
    let source = source.trim();
    let open = rest.char_indices().find(|(at, c)| {
        matches!(c, '"' | '“') && rest.get(..*at).is_some_and(|before| before.trim().is_empty() || before.trim_end().ends_with(','))
    });
    let Some((start, mark)) = open else {
        let locator = rest.trim();
        let clean = !rest.contains(['"', '“', '”']);
        return clean.then_some(Parts { source, locator: (!locator.is_empty()).then_some(locator), quotation: None });
    };
    let words = rest.get(start + mark.len_utf8()..)?;
    let close = words.rfind(['"', '”'])?;
    let after = words.get(close..)?.trim_start_matches(['"', '”']);
    if !after.trim().is_empty() {
        return None;
    }
    let locator = rest.get(..start)?.trim().trim_end_matches(',').trim();
    Some(Parts { source, locator: (!locator.is_empty()).then_some(locator), quotation: words.get(..close).map(str::trim) })
}
