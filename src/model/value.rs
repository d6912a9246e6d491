//! The values of attributes: dates, words from closed lists, numbers.

use crate::text::months::MONTHS;
use std::fmt;

/// A year, a month of a year, or a day. Compared by its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// 1 to 9999.
    pub year: u16,
    /// 1 to 12.
    pub month: Option<u8>,
    /// 1 to 31.
    pub day: Option<u8>,
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, if there is such a day.
    pub fn find(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let digits = |part: &str, count: usize| {
            (part.len() == count && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u16>().ok()).flatten()
        };
        let year = digits(parts.next()?, 4).filter(|y| *y > 0)?;
        let month = parts.next().map(|p| digits(p, 2).filter(|m| (1..=12).contains(m)).map(|m| m as u8));
        let day = parts.next().map(|p| digits(p, 2).filter(|d| *d >= 1).map(|d| d as u8));
        if parts.next().is_some() || month == Some(None) || day == Some(None) {
            return None;
        }
        let (month, day) = (month.flatten(), day.flatten());
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            Some(2) => 28 + u8::from(leap),
            Some(4 | 6 | 9 | 11) => 30,
            _ => 31,
        };
        day.is_none_or(|d| d <= last).then_some(Self { year, month, day })
    }

    /// Whether its first day lies after the last day of `other`: May 2008 does not lie after 2008.
    pub fn is_after(self, other: Self) -> bool {
        let last = (other.year, other.month.unwrap_or(12), other.day.unwrap_or(31));
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)) > last
    }

    /// The date in words: `23 October 2008`, `November 2003`, `2008`.
    pub fn words(self) -> String {
        let month = self.month.and_then(|m| MONTHS.get(usize::from(m) - 1));
        match (self.day, month) {
            (Some(day), Some(month)) => format!("{day} {month} {}", self.year),
            (None, Some(month)) => format!("{month} {}", self.year),
            _ => self.year.to_string(),
        }
    }

    /// Its last day in words, for behind `until`: `23 October 2008`, `the end of November 2003`, `the end of 2008`.
    pub fn until(self) -> String {
        let words = self.words();
        if self.day.is_some() { words } else { format!("the end of {words}") }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// How sure a speaker is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Low.
    Low,
    /// Moderate.
    Moderate,
    /// High.
    High,
}

impl Confidence {
    /// Reads `low`, `moderate` or `high`.
    pub fn find(text: &str) -> Option<Self> {
        match text {
            "low" => Some(Self::Low),
            "moderate" => Some(Self::Moderate),
            "high" => Some(Self::High),
            _ => None,
        }
    }

    /// As it is written.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
        }
    }
}

/// The words of likelihood of Intelligence Community Directive 203 (2015), from least to most, with their synonyms.
pub const LIKELIHOODS: &[&str] = &[
    "almost no chance",
    "remote",
    "very unlikely",
    "highly improbable",
    "unlikely",
    "improbable",
    "roughly even chance",
    "roughly even odds",
    "likely",
    "probable",
    "very likely",
    "highly probable",
    "almost certain",
    "nearly certain",
];

/// Reads a number from 0 to 1.
pub fn find_weight(text: &str) -> Option<f64> {
    let plain = !text.is_empty() && text.len() <= 20 && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    text.parse::<f64>().ok().filter(|w| plain && (0.0..=1.0).contains(w))
}

/// Reads a grade of a source: a letter A to F, then perhaps a digit 1 to 6 (the Admiralty code).
pub fn is_grade(text: &str) -> bool {
    matches!(text.as_bytes(), [b'A'..=b'F'] | [b'A'..=b'F', b'1'..=b'6'])
}
