//! What is made of a file before it is looked at as a text.

use crate::quotation::{map::Map, marks::Marks};

/// A text that was made of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extracted {
    /// The text.
    pub text: String,
    /// From the text back to the file.
    pub map: Map,
    /// What the file marks by other means than its text.
    pub marks: Vec<Marks>,
}

impl Extracted {
    /// Takes back all after the first `length` bytes of the text.
    pub fn truncate(&mut self, length: usize) {
        self.text.truncate(length);
        self.map.truncate(length);
        for marks in &mut self.marks {
            let kept = marks.list.partition_point(|(at, _)| *at as usize <= length);
            marks.list.truncate(kept);
        }
        self.marks.retain(|marks| !marks.list.is_empty());
    }
}
