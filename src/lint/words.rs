//! Texts as words: what rules compare, beyond case, punctuation and markup.

/// The words of a text: runs of letters and digits.
pub fn words(text: &str) -> Words<'_> {
    Words { rest: text }
}

/// The words of a text that are still to come.
#[derive(Debug, Clone)]
pub struct Words<'t> {
    rest: &'t str,
}

impl<'t> Iterator for Words<'t> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        // Most texts are ASCII, where a byte is a character; characters are looked at only where others are near.
        let bytes = self.rest.as_bytes();
        let start = bytes.iter().position(|b| class(*b) != Class::Between)?;
        let length = bytes.iter().skip(start).position(|b| class(*b) != Class::Within).unwrap_or(bytes.len() - start);
        let mut ends = (start, start + length);
        if bytes.get(ends.1).is_some_and(|b| class(*b) == Class::Part) {
            let start = start + self.rest.get(start..)?.find(char::is_alphanumeric)?;
            let rest = self.rest.get(start..)?;
            ends = (start, start + rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()));
        }
        let word = self.rest.get(ends.0..ends.1);
        self.rest = self.rest.get(ends.1..).unwrap_or("");
        word
    }
}

/// What a byte of a text is to its words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// A letter or digit.
    Within,
    /// Another character.
    Between,
    /// A part of a character that is not ASCII.
    Part,
}

#[expect(clippy::indexing_slicing, reason = "a place for each byte")]
const CLASSES: [Class; 256] = {
    let mut classes = [Class::Part; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = if (byte as u8).is_ascii_alphanumeric() { Class::Within } else { Class::Between };
        byte += 1;
    }
    classes
};

#[expect(clippy::indexing_slicing, reason = "a place for each byte")]
const fn class(byte: u8) -> Class {
    CLASSES[byte as usize]
}

/// Whether two texts have the same words in the same order, whatever their case and punctuation. Reads no further than they agree.
pub fn same_words(one: &str, other: &str) -> bool {
    let mut others = words(other);
    let agree = words(one).all(|a| others.next().is_some_and(|b| same_word(a, b)));
    agree && others.next().is_none()
}

/// Whether two words differ by case at most.
pub fn same_word(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other) || (!(one.is_ascii() && other.is_ascii()) && one.to_lowercase() == other.to_lowercase())
}

/// Whether a word is one of these, whatever its case.
pub fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| word.eq_ignore_ascii_case(other))
}

/// Whether a text has at least `count` words. Reads no further than those.
pub fn has_words(text: &str, count: usize) -> bool {
    count == 0 || words(text).nth(count - 1).is_some()
}

/// The words of a text in lower case with one blank before, between and behind them, so that a phrase in blanks is found as such.
/// What stands in quotation marks is left out: those are the words of another.
pub fn lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(' ');
    let mut quoted = false;
    for part in text.split_inclusive(['"', '“', '”']) {
        if !quoted {
            for word in words(part) {
                out.extend(word.chars().flat_map(char::to_lowercase));
                out.push(' ');
            }
        }
        match part.chars().last() {
            Some('"') => quoted = !quoted,
            Some('“') => quoted = true,
            Some('”') => quoted = false,
            _ => {}
        }
    }
    out
}

/// With a small letter where the first word is an article, which has no capital inside a sentence.
pub fn small_article(words: &str) -> String {
    let words = words.trim();
    match words.split_once(' ') {
        Some((first @ ("The" | "A" | "An"), rest)) => format!("{} {rest}", first.to_lowercase()),
        _ => words.to_owned(),
    }
}
