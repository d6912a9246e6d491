//! What bibliographies write where a date stands, and dates among it that cannot be.
//!
//! BibLaTeX takes dates of ISO 8601-2, Extended Format, level 1 (*The biblatex Package*, section 2.3.8): days, months, seasons, years, spans of them, open ends,
//! unknown digits and marks of doubt. Old files write words in their place. Only what has the form of a day, a month or a span and
//! names none is wrong without a doubt.

use crate::text::span::Span;
use serde_json::Value;

/// A date that cannot be; its year or month is kept, as far as it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    /// Where it stands.
    pub span: Span,
    /// The field.
    pub field: &'static str,
    /// What stands there.
    pub words: String,
}

/// The most characters of a date.
const MOST: usize = 60;

/// Whether `words`, which stand where a date should in BibLaTeX, can be one: a date or a span of two, or words without the form of one.
pub fn can_be(words: &str) -> bool {
    let words = words.trim();
    if words.len() > MOST || !words.contains(|c: char| c.is_ascii_digit()) || words.contains(char::is_whitespace) {
        return true;
    }
    words.split('/').count() <= 2 && words.split('/').all(|end| end.is_empty() || end == ".." || is_moment(end))
}

/// One end of a span. What is not made of numbers and hyphens alone is left to others.
fn is_moment(words: &str) -> bool {
    let words = words.trim_end_matches(['~', '?', '%']);
    let (day, _) = words.split_once('T').unwrap_or((words, ""));
    let day = day.strip_prefix('-').unwrap_or(day);
    if !day.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | 'X')) {
        return true;
    }
    let parts: Vec<&str> = day.split('-').collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let is_year = |part: &str| part.len() >= 3;
    match parts.as_slice() {
        [year] => is_year(year),
        [year, month] => is_year(year) && number(month).is_none_or(|month| matches!(month, 1..=12 | 21..=41)),
        [year, month, day] if is_year(year) => match (number(year), number(month), number(day)) {
            (Some(year), Some(month), Some(day)) => is_day(year, month, day),
            (_, month, day) => month.is_none_or(|m| (1..=12).contains(&m)) && day.is_none_or(|d| (1..=31).contains(&d)),
        },
        _ => false,
    }
}

/// Whether there is such a day in the Gregorian calendar.
fn is_day(year: u32, month: u32, day: u32) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=last).contains(&day)
}

/// What a date of CSL-JSON says, if it cannot be; seasons are written as months from 13 to 24.
pub fn find_impossible(date: &Value) -> Option<String> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let raw = match date {
        Value::Object(parts) => parts.get("raw").and_then(text),
        Value::String(words) => Some(words.clone()),
        _ => None,
    };
    let Some(days) = date.get("date-parts").and_then(Value::as_array) else { return raw.filter(|raw| !can_be(raw)) };
    days.iter().filter_map(Value::as_array).find_map(|parts| {
        let words: Vec<String> = parts.iter().filter_map(text).collect();
        let numbers: Option<Vec<u32>> = words.iter().map(|w| w.parse().ok()).collect();
        let holds = match numbers.as_deref() {
            Some([_, month]) => (1..=24).contains(month),
            Some([year, month, day]) => is_day(*year, *month, *day) || (13..=24).contains(month),
            _ => true,
        };
        (!holds).then(|| words.join("-"))
    })
}
