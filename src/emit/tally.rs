//! How many problems were told, and of which level.

use crate::diagnostic::{code::Level, problem::Diagnostic};
use std::fmt;

/// Counts per level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Problems of level error.
    pub errors: usize,
    /// Problems of level warning.
    pub warnings: usize,
    /// Problems of level note.
    pub notes: usize,
}

impl Tally {
    /// Counts one more.
    pub fn add(&mut self, found: &Diagnostic) {
        match found.level {
            Level::Error => self.errors += 1,
            Level::Warning => self.warnings += 1,
            Level::Note => self.notes += 1,
        }
    }

    /// Whether nothing was counted.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// `3 errors, 1 warning`; `no problems`.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")]
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, word)| many(count, word))
            .collect();
        f.write_str(&if parts.is_empty() { "no problems".to_owned() } else { parts.join(", ") })
    }
}

/// The closing line of a check: what was told, in which `place`, and how many findings a baseline leaves for `later`.
pub fn closing(tally: Tally, place: &str, later: usize) -> String {
    match later {
        0 => format!("{tally} in {place}"),
        _ if tally.is_empty() => format!("no new problems in {place}; {} left for later in the baseline", grouped(later)),
        _ => format!("{tally} in {place}; {} left for later in the baseline", grouped(later)),
    }
}

/// `1 file`, `2,000 files`, `3 fixes`.
pub fn many(count: usize, word: &str) -> String {
    let ending = match count {
        1 => "",
        _ if word.ends_with('x') => "es",
        _ => "s",
    };
    format!("{} {word}{ending}", grouped(count))
}

/// The digits in groups of three.
pub fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
