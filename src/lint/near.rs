//! Texts that are the same but for small words, spelling, plurals and slips of the pen.

use crate::lint::words::{same_word, words};

/// Shorter texts may well be said of different things, unless they bear on the same one.
pub const FEWEST_WORDS: usize = 5;

/// Words that a slip of the pen would make of each other and that are both words. Where only a vowel is another, as in "adopt" and
/// "adapt", nothing is taken for a slip.
const DISTINCT: &[(&str, &str)] = &[
    ("causal", "casual"),
    ("causally", "casually"),
    ("marital", "martial"),
    ("united", "untied"),
    ("sacred", "scared"),
    ("silver", "sliver"),
    ("desert", "dessert"),
    ("coastal", "costal"),
    ("reality", "realty"),
    ("severe", "sever"),
    ("humane", "human"),
    ("urbane", "urban"),
    ("morale", "moral"),
    ("locale", "local"),
    ("clothes", "cloths"),
    ("breathe", "breath"),
    ("planned", "planed"),
    ("hopping", "hoping"),
    ("starring", "staring"),
    ("scrapped", "scraped"),
    ("filling", "filing"),
    ("winning", "wining"),
    ("latter", "later"),
    ("dinner", "diner"),
    ("lessen", "lesson"),
    ("beside", "besides"),
    ("special", "especial"),
    ("envelope", "envelop"),
];

/// The longest word that may be small.
const LONGEST_SMALL: usize = 9;

/// A word as it counts: small words that carry none of the sense do not, and some stand for each other.
fn counted(word: &str) -> Option<&str> {
    let mut lower = [0; LONGEST_SMALL];
    let Some(lower) = lower.get_mut(..word.len()) else { return Some(word) };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"a" | b"an" | b"the" | b"of" | b"that" | b"which" | b"also" | b"indeed" | b"really" | b"actually" | b"obviously" | b"moreover" => {
            return None;
        }
        b"on" | b"at" | b"in" => "in",
        b"to" | b"for" => "to",
        b"are" | b"aren" | b"isn" | b"is" => "is",
        b"were" | b"weren" | b"wasn" | b"was" => "was",
        b"have" | b"haven" | b"hasn" | b"has" => "has",
        b"does" | b"doesn" | b"don" | b"do" => "do",
        b"won" => "will",
        b"didn" => "did",
        b"hadn" => "had",
        b"shouldn" => "should",
        b"wouldn" => "would",
        b"couldn" => "could",
        b"mustn" => "must",
        b"needn" => "need",
        // "isn't", "can't"
        b"t" => "not",
        _ => word,
    })
}

/// Words in which a slip of the pen is looked for: long ones, in plain letters.
fn is_long(word: &str) -> bool {
    word.len() >= 6 && is_plain(word)
}

/// Whether a word is spelt in plain letters, and so long that its spelling may vary.
pub fn is_plain(word: &str) -> bool {
    word.len() >= 5 && word.bytes().all(|b| b.is_ascii_alphabetic())
}

/// A word without its plural sign. "The 1990s" are not 1990.
pub fn stem(word: &str) -> &str {
    let is_plural = word.len() >= 5 && !word.ends_with("ss") && !word.starts_with(|c: char| c.is_ascii_digit());
    if is_plural { word.strip_suffix('s').unwrap_or(word) } else { word }
}

/// The words of a text that count, as they do.
pub fn told(text: &str) -> impl Iterator<Item = &str> {
    words(text).filter_map(counted)
}

/// Whether two texts differ by small words, spelling, plurals and slips of the pen at most.
pub fn is_near(one: &str, other: &str) -> bool {
    let mut others = told(other);
    told(one).all(|a| others.next().is_some_and(|b| is_near_word(stem(a), stem(b)))) && others.next().is_none()
}

fn is_near_word(one: &str, other: &str) -> bool {
    if same_word(one, other) {
        return true;
    }
    if !is_plain(one) || !is_plain(other) {
        return false;
    }
    let (one, other) = (spelt(one), spelt(other));
    one == other || (is_long(&one) && is_long(&other) && is_slip(&one, &other))
}

/// A word as it is spelt in Britain and America alike.
fn spelt(word: &str) -> String {
    let word = word.to_ascii_lowercase().replace("our", "or").replace('z', "s");
    match word.strip_suffix("tre") {
        Some(stem) => format!("{stem}ter"),
        None => word,
    }
}

/// Whether one letter is missing, or two have changed places. Another letter mostly makes another word.
fn is_slip(one: &str, other: &str) -> bool {
    let is_distinct = DISTINCT.iter().any(|(a, b)| (*a == one && *b == other) || (*a == other && *b == one));
    let is_other_letter = one.len() == other.len() && one.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count() == 1;
    !is_distinct && !is_other_letter && one.len().abs_diff(other.len()) <= 1 && strsim::osa_distance(one, other) <= 1
}
