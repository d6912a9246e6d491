//! Numbers of pages in the lines at the edges of pages.
//!
//! A number stands alone on its line, beside "page", dashes or how many pages there are; or at an end of a running head. A date, a sentence,
//! the number of a chapter or of an item holds none.

use crate::{
    quotation::{locator::find_number, range::is_label},
    text::months::find_month,
};

/// The most bytes of a line in which the number of a page is looked for; a longer one is text.
pub const LONGEST: usize = 160;

/// Words that stand beside the number of a page alone.
const BESIDE: &[&str] = &["page", "p", "pg", "seite", "s", "side", "página", "pagina"];
/// Words between the number of a page and how many pages there are.
const OF: &[&str] = &["of", "von", "de", "di", "/"];
/// Signs that may part the number of a page from the words of a head.
const SIGNS: &[char] = &['-', '–', '—', '|', '·', '•', '~', '*', '[', ']'];
/// Words before a number that is part of a sentence.
const IN_SENTENCE: &[&str] = &[
    "in", "since", "until", "till", "before", "after", "during", "by", "of", "to", "from", "at", "on", "for", "than", "and", "or", "was",
    "were", "is", "are", "about", "over", "under", "only", "the", "a", "an", "with", "between",
];
/// Days, whose number is none of a page.
const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// The most letters of a word that a title writes with a small letter.
const MOST_SMALL: usize = 3;

/// What may be the number of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The number.
    pub number: u32,
    /// The line without it, where it looks like no title, so that it is a running head only if other pages have it too.
    pub head: Option<String>,
}

/// What may be the number of its page in a line at the edge of a page. Linear.
pub fn find_candidates(line: &str) -> Vec<Candidate> {
    if line.len() > LONGEST {
        return Vec::new();
    }
    if let Some(number) = find_alone(line) {
        return vec![Candidate { number, head: None }];
    }
    let words: Vec<&str> = line.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect();
    let ends_sentence = line.ends_with(['.', ',', ';', ':', '?', '!', ')']);
    let [first, second, ..] = words.as_slice() else { return Vec::new() };
    let [.., before, last] = words.as_slice() else { return Vec::new() };
    let number = |word: &str| find_number(word.trim_matches(SIGNS));
    let is_head = |beside: &str| !is_time(beside) && !ends_sentence;
    let opens = number(first).filter(|_| is_head(second) && !second.starts_with(char::is_lowercase));
    let is_named = |word: &str| is_label(bare(word)) || IN_SENTENCE.contains(&bare(word));
    let closes = number(last).filter(|_| is_head(before) && !is_named(before));
    let new = |number: u32, rest: &[&str]| Candidate { number, head: (!is_title(rest)).then(|| rest.join(" ")) };
    let opening = opens.map(|number| new(number, words.get(1..).unwrap_or(&[])));
    let closing = closes.map(|number| new(number, words.get(..words.len() - 1).unwrap_or(&[])));
    opening.into_iter().chain(closing).collect()
}

/// The number of a line that says nothing else: `12`, `- 12 -`, `Page 12`, `12 of 300`.
pub fn find_alone(line: &str) -> Option<u32> {
    let is_amount = line.contains(['%', '$', '€', '£', '¥', '°', '+', '=']);
    let said: Vec<&str> = pieces(line).map(str::trim).filter(|piece| piece.contains(char::is_alphanumeric) || *piece == "/").collect();
    let is_number = |piece: &str| piece.starts_with(|c: char| c.is_ascii_digit());
    let word = |piece: &str| bare(piece).to_lowercase();
    let rest = match said.as_slice() {
        [page, rest @ ..] if BESIDE.contains(&word(page).as_str()) => rest,
        rest => rest,
    };
    let number = match rest {
        [number] if is_number(number) => number,
        [number, of, all] if is_number(number) && is_number(all) && (*of == "/" || OF.contains(&word(of).as_str())) => number,
        _ => return None,
    };
    find_number(number).filter(|_| !is_amount)
}

/// A text in runs of digits, and what stands between them.
pub fn pieces(words: &str) -> impl Iterator<Item = &str> {
    let mut rest = words;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c: char| c.is_ascii_digit() != first.is_ascii_digit()).unwrap_or(rest.len());
        let (piece, after) = rest.split_at_checked(end)?;
        rest = after;
        Some(piece)
    })
}

/// Whether a word is one of a date.
fn is_time(word: &str) -> bool {
    find_month(bare(word)).is_some() || DAYS.contains(&bare(word).to_lowercase().as_str())
}

/// Whether words are those of a title: all but short ones begin with a capital.
fn is_title(words: &[&str]) -> bool {
    let is_small = |word: &&str| bare(word).starts_with(char::is_lowercase) && bare(word).chars().nth(MOST_SMALL).is_some();
    !words.iter().any(is_small)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
