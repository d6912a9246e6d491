//! What is made of a file before it is looked at as a text.

use crate::quotation::{map::Map, marks::Marks};
use std::ops::Range;

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

    /// The same without these ranges of the text, which are in order and apart. Linear.
    pub fn without(&self, ranges: &[Range<usize>]) -> Self {
        let mut out = Self { text: String::with_capacity(self.text.len()), ..Self::default() };
        let mut done = 0;
        // What is kept: where it begins here and there, and where it ends here.
        let mut kept: Vec<(usize, usize, usize)> = Vec::with_capacity(ranges.len() + 1);
        let last = self.text.len()..self.text.len();
        for range in ranges.iter().chain(std::iter::once(&last)) {
            kept.push((done, out.text.len(), range.start));
            out.copy(self, done..range.start);
            done = range.end;
        }
        let moved = |at: u32| {
            let after = kept.partition_point(|(start, ..)| *start <= at as usize);
            let last = after.checked_sub(1).and_then(|last| kept.get(last));
            last.map_or(at, |(start, there, end)| (there + (at as usize).min(*end) - start) as u32)
        };
        for marks in &self.marks {
            let list = marks.list.iter().map(|(at, number)| (moved(*at), *number)).collect();
            out.marks.push(Marks { unit: marks.unit, list, exclusive: marks.exclusive });
        }
        out
    }

    /// Copies a range of the text of another one, line by line, so that each line leads back to its own.
    pub fn copy(&mut self, from: &Self, range: Range<usize>) {
        let mut at = range.start;
        for line in from.text.get(range).unwrap_or("").split_inclusive('\n') {
            self.map.push(self.text.len(), from.map.origin(at as u32) as usize);
            self.text.push_str(line);
            at += line.len();
        }
    }
}
