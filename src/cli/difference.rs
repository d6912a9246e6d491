//! How a text differs from another, line by line.

use similar::TextDiff;
use std::time::Duration;

/// The largest text that is compared.
const MOST_BYTES: usize = 64 << 20;

/// The unified difference between two texts of the file `path`; of large ones only that there is one.
pub fn difference(path: &str, before: &str, after: &str) -> String {
    if before.len() > MOST_BYTES {
        return format!("--- {path}\n+++ {path}\n");
    }
    let mut config = TextDiff::configure();
    config.timeout(Duration::from_secs(2));
    config.diff_lines(before, after).unified_diff().header(path, path).to_string()
}
