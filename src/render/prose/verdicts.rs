//! Verdicts in plain words. The words of the theory stay inside it.

use crate::analysis::verdict::Verdict;

/// A verdict as an entry of a table.
pub const fn entry(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stands => "stands",
        Verdict::Open => "open",
        Verdict::Denied => "falls: an objection prevails",
        Verdict::Unfounded => "falls: its reasons fail",
        Verdict::Unsupported => "nothing supports it",
    }
}
