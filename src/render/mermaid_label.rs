//! One line of a Mermaid label that means nothing but itself, whatever version draws it and whatever `securityLevel` the page has.
//!
//! Mermaid reads a label up to three times. First its own grammar, then HTML: for these, whatever is not plainly a letter, a digit or a
//! mark between words is written by its number, `#35;`. Then the result, with the numbers turned back into characters, is read as
//! Markdown, formulas and icons: these are broken up by a joiner, a character without shape or width, or where that does not help, the
//! mark is replaced by its twin. It knows nothing of lines and boxes.

use std::fmt::Write;

/// WORD JOINER: no shape, no width, no break.
const JOINER: char = '\u{2060}';

/// `line`, inert.
pub fn inert(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + line.len() / 8);
    let mut chars = line.chars().peekable();
    let mut before = None;
    while let Some(c) = chars.next() {
        let after = chars.peek().copied();
        // What could open a list, a heading, a quotation or a table does so only at the start of a line.
        if before.is_none() && c.is_ascii() && !c.is_ascii_alphabetic() {
            push(JOINER, None, None, &mut out);
        }
        push(twin(c, before, after), before, after, &mut out);
        if after.is_some_and(|after| is_read_with(c, after)) {
            push(JOINER, None, None, &mut out);
        }
        before = Some(c);
    }
    out
}

/// A character of the same look where Markdown would read `c` as emphasis or code whatever stands around it.
fn twin(c: char, before: Option<char>, after: Option<char>) -> char {
    let within_a_word = || [before, after].iter().all(|c| c.is_some_and(char::is_alphanumeric));
    match c {
        '*' => '∗',
        '`' => 'ˋ',
        '~' => '∼',
        '_' if !within_a_word() => 'ˍ',
        c => c,
    }
}

/// Whether `c` and what follows it are read as one: a link, an address, an icon, a formula or an escape.
fn is_read_with(c: char, after: char) -> bool {
    match c {
        ':' => after != ' ',
        '.' => after.is_alphabetic(),
        '$' => after == '$',
        '\\' => after.is_ascii_punctuation(),
        ']' => matches!(after, '(' | '[' | ':'),
        _ => after == '@',
    }
}

/// Writes `c` as it is or by its number. A full stop or hyphen is plain only after a letter, where it starts no list, rule or address.
fn push(c: char, before: Option<char>, after: Option<char>, out: &mut String) {
    let after_letter = before.is_some_and(char::is_alphabetic);
    let is_plain = match c {
        ' ' | ',' | '\'' | '?' => true,
        '.' => after_letter && matches!(after, None | Some(' ')),
        '-' => after_letter && after.is_some_and(char::is_alphabetic),
        // Mermaid itself writes `#1;` as `ﬂ°°1¶ß` while it reads a map.
        'ﬂ' | '¶' | JOINER => false,
        _ => c.is_ascii_alphanumeric() || !c.is_ascii(),
    };
    if is_plain {
        out.push(c);
    } else {
        let _ = write!(out, "#{};", c as u32);
    }
}
