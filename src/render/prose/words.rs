//! Small things of English: numbers and ordinals in words, lists with "and", capitals, articles, quotation marks.

use crate::model::value::Date;

/// A count in words up to twelve, in digits beyond.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(n).map_or_else(|| n.to_string(), |w| (*w).to_owned())
}

/// A count with its noun: `one reason`, `three reasons`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// A position in words up to the twelfth; `nth` from 1.
pub fn ordinal(nth: usize) -> String {
    const WORDS: [&str; 13] =
        ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
    WORDS.get(nth).filter(|w| !w.is_empty()).map_or_else(|| format!("{nth}th"), |w| (*w).to_owned())
}

/// `a`, `a and b`, `a, b and c`.
pub fn and(items: &[String]) -> String {
    joined(items, "and")
}

/// `a`, `a or b`, `a, b or c`.
pub fn or(items: &[String]) -> String {
    joined(items, "or")
}

fn joined(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [init @ .., last] => format!("{} {word} {last}", init.join(", ")),
    }
}

/// What joins a reason to what it is a reason for: the reason may say `because` itself.
pub fn because(reason: &str) -> &'static str {
    if reason.starts_with("because ") { "," } else { ", because" }
}

/// With a capital at the start.
pub fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// With a small letter at the start.
pub fn small(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// A date with its preposition: `on 23 October 2008`, `in November 2003`.
pub fn on(date: Date) -> String {
    format!("{} {}", if date.day.is_some() { "on" } else { "in" }, date.words())
}

/// Double quotation marks as the single ones that stand within them.
pub fn single_quotes(words: &str) -> String {
    let mut opens = true;
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        out.push(match c {
            '“' => '‘',
            '”' => '’',
            '"' if opens => '‘',
            '"' => '’',
            other => other,
        });
        opens = c.is_whitespace() || c == '(';
    }
    out
}

/// A word without marks and without what the genitive adds.
pub fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}
