//! The mistakes of a bibliography.

use crate::diagnostic::code::codes;

codes! {
    /// A bibliography, or an entry of it, cannot be read.
    BROKEN_BIBLIOGRAPHY = "broken-bibliography", Error;
    /// A date in a bibliography cannot be.
    IMPOSSIBLE_DATE = "impossible-date", Warning;
}
