//! Texts that are the same but for articles, plurals and slips of the pen.

use crate::lint::words::{same_word, words};

/// Shorter texts may well be said of different things, unless they bear on the same one.
pub const FEWEST_WORDS: usize = 5;

/// Articles, which carry none of the sense.
fn is_article(word: &str) -> bool {
    ["a", "an", "the"].iter().any(|a| word.eq_ignore_ascii_case(a))
}

/// Words in which a slip of the pen is looked for: long ones, in plain letters.
pub fn is_long(word: &str) -> bool {
    word.len() >= 6 && word.bytes().all(|b| b.is_ascii_alphabetic())
}

/// A word without its plural sign.
pub fn stem(word: &str) -> &str {
    if word.len() >= 5 && !word.ends_with("ss") { word.strip_suffix('s').unwrap_or(word) } else { word }
}

/// The words of a text that count.
pub fn told(text: &str) -> impl Iterator<Item = &str> {
    words(text).filter(|w| w.len() > 3 || !is_article(w))
}

/// Whether two texts differ by articles, plurals and slips of the pen at most.
pub fn is_near(one: &str, other: &str) -> bool {
    let mut others = told(other);
    let slips = |a: &str, b: &str| {
        let may_slip = is_long(a) && is_long(b) && a.len().abs_diff(b.len()) <= 1;
        may_slip && strsim::osa_distance(&a.to_lowercase(), &b.to_lowercase()) <= 1
    };
    let near = |a: &str, b: &str| same_word(stem(a), stem(b)) || slips(stem(a), stem(b));
    told(one).all(|a| others.next().is_some_and(|b| near(a, b))) && others.next().is_none()
}
