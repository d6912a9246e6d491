//! Values to the text of a JSON document, the one way for all outputs.

use serde::Serialize;

/// `value` as JSON for people and programs: indented, ending in a line end.
///
/// # Panics
/// When `value` holds what JSON cannot say, such as a map whose keys are no strings.
pub fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("the document holds nothing that JSON cannot say");
    text.push('\n');
    text
}
