//! What can be wrong in YAML.

use crate::diagnostic::code::codes;

codes! {
    /// The front matter cannot be read.
    BAD_FRONT_MATTER = "bad-front-matter", Error;
    /// The settings cannot be read.
    BAD_SETTINGS = "bad-settings", Error;
}
