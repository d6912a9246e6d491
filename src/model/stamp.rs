//! The stamp of a review: when a step was looked at, and what it then said.

use crate::{model::value::Date, text::span::Place};
use std::fmt;

/// How many hexadecimal digits each part of a fingerprint has.
pub const DIGITS: usize = 8;

/// What a step says, in short. Compared part by part, so that what has changed can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    /// Of the texts of its premises.
    pub premises: String,
    /// Of the texts of what it bears on.
    pub conclusions: String,
    /// Of the sources that its premises cite, with their locators and quotations.
    pub sources: String,
}

impl Fingerprint {
    /// Reads three parts written one after another.
    pub fn find(text: &str) -> Option<Self> {
        let part = |index: usize| text.get(index * DIGITS..(index + 1) * DIGITS).map(str::to_ascii_lowercase);
        let whole = text.len() == 3 * DIGITS && text.bytes().all(|b| b.is_ascii_hexdigit());
        (part(0).zip(part(1)).zip(part(2))).filter(|_| whole).map(|((premises, conclusions), sources)| Self {
            premises,
            conclusions,
            sources,
        })
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", self.premises, self.conclusions, self.sources)
    }
}

/// The stamp of a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// When the step was reviewed.
    pub date: Date,
    /// What it then said; none where the digits are not those of a fingerprint.
    pub fingerprint: Option<Fingerprint>,
    /// Where the stamp stands.
    pub place: Place,
}

impl Stamp {
    /// Reads `DATE, FINGERPRINT`.
    pub fn find(text: &str, place: Place) -> Option<Self> {
        let (date, digits) = text.split_once(',')?;
        let digits = digits.trim();
        let hexadecimal = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let date = Date::find(date.trim()).filter(|date| date.day.is_some() && hexadecimal)?;
        Some(Self { date, fingerprint: Fingerprint::find(digits), place })
    }
}
