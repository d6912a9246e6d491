//! The sentences of a text.

use crate::{lint::words::words, text::months::find_month};

/// Short words that end with a full stop within a sentence.
const SHORT: &[&str] = &[
    "dr", "mr", "mrs", "ms", "st", "no", "nos", "vs", "cf", "pp", "al", "etc", "eds", "ed", "vol", "vols", "jr", "sr", "ca", "art", "arts",
    "fig", "figs", "sec", "secs", "sect", "ch", "chap", "para", "paras", "par", "app", "eq", "ref", "refs", "tab", "prof", "gen", "esp",
    "incl", "approx", "resp", "rev",
];

/// The months in German, where they are written otherwise than in English.
const GERMAN_MONTHS: &[&str] = &["januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember"];

/// The sentences of a text. A full stop after a short word, as in "Dr. Miller" or "e.g.", or after the number of a thing in a row, as in
/// "the II. Chamber", ends none; nor does a mark within a quotation that goes on behind it. Linear.
pub fn sentences(text: &str) -> Vec<&str> {
    let quotations = quotations(text);
    let mut quotations = quotations.iter().peekable();
    let mut out = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?')) {
        let end = at + mark.len_utf8();
        let rest = text.get(end..).unwrap_or("");
        let behind = rest.trim_start_matches(['"', '”', ')', '*', '_']);
        let next = behind.strip_prefix([' ', '\n']).map(str::trim_start);
        let begins = next.and_then(|n| n.chars().find(|c| c.is_alphanumeric())).is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        let closed = text.len() - behind.len();
        while quotations.next_if(|(_, end)| *end <= closed).is_some() {}
        let is_quoted = quotations.peek().is_some_and(|(start, _)| *start < closed);
        let is_short = || mark == '.' && is_abbreviated(text.get(start..at).unwrap_or(""), next.unwrap_or(""));
        if begins && !is_quoted && !is_short() {
            out.extend(text.get(start..end));
            start = end;
        }
    }
    out.extend(text.get(start..).filter(|s| words(s).next().is_some()));
    out
}

/// Where quotations begin and end that are closed.
pub fn quotations(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, mark) in text.char_indices() {
        match (open, mark) {
            (None, '"' | '“') => open = Some((at, mark)),
            (Some((start, '"')), '"') | (Some((start, '“')), '”') => {
                found.push((start, at + mark.len_utf8()));
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether byte `at` is within one of these ranges, which are in order and apart.
pub fn is_within(ranges: &[(usize, usize)], at: usize) -> bool {
    let after = ranges.partition_point(|(from, _)| *from < at);
    after.checked_sub(1).and_then(|last| ranges.get(last)).is_some_and(|(_, to)| at < *to)
}

/// Whether the words before a full stop end with an abbreviation, which is a letter, a title, or a Latin one, or with the number of a thing
/// in a row, such as a day before its month.
fn is_abbreviated(before: &str, next: &str) -> bool {
    let mut back = before.rsplit(|c: char| !c.is_alphanumeric());
    let (last, previous) = (back.next().unwrap_or(""), back.next().unwrap_or(""));
    let next = words(next).next().unwrap_or("");
    let is_number = (1..=2).contains(&last.len()) && last.bytes().all(|b| b.is_ascii_digit());
    let is_roman = !last.is_empty() && last.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    let in_row = (is_number || is_roman) && previous.eq_ignore_ascii_case("the");
    let is_day = is_number && (find_month(next).is_some() || GERMAN_MONTHS.contains(&next.to_lowercase().as_str()));
    let is_letter = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
    is_letter || in_row || is_day || SHORT.iter().any(|s| last.eq_ignore_ascii_case(s))
}
