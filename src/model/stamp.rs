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
    /// Of the words in the file of each of these sources that names one, in the order of the sources; [`UNREAD`] where the file could not
    /// be read. None at all in a stamp that was written before files were looked at.
    pub files: Vec<String>,
}

/// What stands for the words of a file that could not be read.
pub const UNREAD: &str = "00000000";

impl Fingerprint {
    /// Reads three parts or more, written one after another.
    pub fn find(text: &str) -> Option<Self> {
        let whole = text.len().is_multiple_of(DIGITS) && text.bytes().all(|b| b.is_ascii_hexdigit());
        let mut parts =
            (0..text.len() / DIGITS).filter_map(|part| text.get(part * DIGITS..(part + 1) * DIGITS)).map(str::to_ascii_lowercase);
        let first = (parts.next(), parts.next(), parts.next());
        let (Some(premises), Some(conclusions), Some(sources)) = first else { return None };
        whole.then(|| Self { premises, conclusions, sources, files: parts.collect() })
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}{}", self.premises, self.conclusions, self.sources, self.files.concat())
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
