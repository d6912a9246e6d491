//! Locators: `p. 3`, `pp. 3–5`, `para. 4`, `§ 12`.

use std::ops::RangeInclusive;

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

/// A locator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locator {
    /// What it counts.
    pub unit: Unit,
    /// From which to which.
    pub numbers: RangeInclusive<u32>,
}

/// Reads a unit and a number or a range of numbers; `None` for any other locator, of which nothing is said.
pub fn find_locator(text: &str) -> Option<Locator> {
    let text = text.trim();
    let end = text.find(|c: char| c.is_ascii_digit())?;
    let (unit, numbers) = text.split_at(end);
    let unit = find_unit(unit.trim())?;
    let mut parts = numbers.split(['-', '–', '—', '‑']).map(str::trim);
    let first = find_number(parts.next()?)?;
    let last = match parts.next() {
        None => first,
        Some(last) => abbreviated(first, last)?,
    };
    (parts.next().is_none() && first <= last).then_some(Locator { unit, numbers: first..=last })
}

fn find_unit(word: &str) -> Option<Unit> {
    Some(match word.to_lowercase().as_str() {
        "p." | "p" | "pp." | "pp" | "pg." | "page" | "pages" => Unit::Page,
        "para." | "para" | "paras." | "paras" | "par." | "¶" | "¶¶" | "paragraph" | "paragraphs" => Unit::Paragraph,
        "§" | "§§" | "s." | "ss." | "sec." | "section" | "sections" => Unit::Section,
        _ => return None,
    })
}

/// A number of at most six digits.
pub fn find_number(text: &str) -> Option<u32> {
    let plain = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| plain)
}

/// The end of a range whose first digits may be left out: `263–5` is 263 to 265.
fn abbreviated(first: u32, last: &str) -> Option<u32> {
    let number = find_number(last)?;
    let digits = 10u32.pow(last.len() as u32);
    Some(if number < first && digits <= first { first - first % digits + number } else { number })
}
