//! Locators: `p. 3`, `pp. 3–5`, `para. 4`, `§ 12`, and several of them with other words between: `ch. 1, p. 3, n. 2`.

use std::ops::{Range, RangeInclusive};

/// What a locator counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Pages.
    Page,
    /// Numbered paragraphs.
    Paragraph,
    /// Numbered sections.
    Section,
}

impl Unit {
    /// The unit in words.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Paragraph => "paragraph",
            Self::Section => "section",
        }
    }
}

/// A locator, or the part of one that counts one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locator {
    /// What it counts.
    pub unit: Unit,
    /// From which to which; there may be several ranges, and any of them may be meant.
    pub numbers: Vec<RangeInclusive<u32>>,
    /// Where it stands in the whole.
    pub at: Range<usize>,
}

/// Parts of a source that may number their pages anew.
const ADDED: &[&str] = &["annex", "appendix", "app", "addendum", "schedule", "supplement", "suppl", "attachment", "exhibit", "enclosure"];

/// Words for a note, which stand behind the number of its page.
const NOTES: &[&str] = &["n.", "nn.", "fn", "note", "footnote", "endnote"];

/// The parts of a locator that name pages, paragraphs or sections by numbers; of all else nothing is said. Paragraphs and sections behind
/// another part, such as a chapter, may be counted within it, and are left out. Linear.
pub fn find_locators(text: &str) -> Vec<Locator> {
    let mut found: Vec<Locator> = Vec::new();
    // Whether a number alone goes on the part before, and whether a part other than a page stands before.
    let (mut goes_on, mut is_within) = (false, false);
    for (start, piece) in pieces(text) {
        let at = start..start + piece.len();
        if piece.starts_with(|c: char| c.is_ascii_digit()) {
            if let (true, Some(numbers), Some(last)) = (goes_on, read_numbers(piece), found.last_mut()) {
                last.numbers.push(numbers);
                last.at.end = at.end;
            } else {
                goes_on = false;
            }
            continue;
        }
        let digits = piece.find(|c: char| c.is_ascii_digit()).unwrap_or(piece.len());
        let (word, numbers) = piece.split_at(digits);
        let first = word.split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
        if ADDED.contains(&first.as_str()) {
            break;
        }
        let read = find_unit(word.trim()).zip(read_numbers(numbers));
        goes_on = read.is_some();
        match read {
            Some((unit, numbers)) if unit == Unit::Page || !is_within => {
                is_within |= unit == Unit::Section;
                found.push(Locator { unit, numbers: vec![numbers], at });
            }
            _ => {
                is_within = true;
                goes_on = false;
            }
        }
    }
    found
}

/// What stands between commas, semicolons and "and", with where it begins; without remarks in parentheses.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    let ends = [",", ";", "&", " and "];
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|_| at <= text.len())?;
        let next = ends.iter().filter_map(|end| Some((rest.find(end)?, end.len()))).min();
        let (length, sign) = next.unwrap_or((rest.len(), 1));
        let start = at;
        at += length + sign;
        let piece = rest.get(..length)?;
        let piece = piece.get(..piece.find(" (").unwrap_or(piece.len()))?;
        Some((start + piece.len() - piece.trim_start().len(), piece.trim()))
    })
}

fn find_unit(word: &str) -> Option<Unit> {
    Some(match word.to_lowercase().as_str() {
        "p." | "p" | "pp." | "pp" | "pg." | "page" | "pages" => Unit::Page,
        "para." | "para" | "paras." | "paras" | "par." | "¶" | "¶¶" | "paragraph" | "paragraphs" => Unit::Paragraph,
        "§" | "§§" | "s." | "ss." | "sec." | "section" | "sections" => Unit::Section,
        _ => return None,
    })
}

/// A number, a range of numbers, or a number with what follows it (`3 f.`, `3 ff.`); behind it a note may be named.
fn read_numbers(text: &str) -> Option<RangeInclusive<u32>> {
    let (first, rest) = split_digits(text);
    let from = find_number(first)?;
    let after = rest.trim_start();
    let (to, tail) = match after.strip_prefix(['-', '–', '—', '‑']).or_else(|| after.strip_prefix("to ")) {
        Some(rest) => {
            let (last, tail) = split_digits(rest.trim_start());
            (abbreviated(from, last)?, tail)
        }
        None => (from, rest),
    };
    let to = match tail.trim() {
        "" => to,
        "f" | "f." | "sq." => to.saturating_add(1),
        "ff" | "ff." | "sqq." | "et seq." | "et seqq." => u32::MAX,
        tail if NOTES.iter().any(|note| tail.starts_with(note)) => to,
        _ => return None,
    };
    (from <= to).then_some(from..=to)
}

fn split_digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()))
}

/// A number of at most six digits.
pub fn find_number(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

/// The end of a range whose first digits may be left out: `263–5` is 263 to 265.
pub fn abbreviated(first: u32, last: &str) -> Option<u32> {
    let number = find_number(last)?;
    let digits = 10u32.pow(last.len() as u32);
    Some(if number < first && digits <= first { first - first % digits + number } else { number })
}
