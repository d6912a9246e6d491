//! The parts of a citation in a row, with the marks between them where English sets them: within quotation marks, and none after another.

use crate::render::{document::Inline, prose::line::Line, text};

/// What stands between a part and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// The mark of the citation: a comma in a note, a full stop in a list.
    Mark,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// Nothing but a blank.
    Blank,
}

/// A citation under construction.
#[derive(Debug)]
pub struct Joiner {
    mark: &'static str,
    done: Line,
    /// The last part, whose mark is not known yet.
    last: Option<(Line, bool)>,
}

impl Joiner {
    /// Nothing yet; `mark` is what parts are mostly joined with.
    pub const fn new(mark: &'static str) -> Self {
        Self { mark, done: Line(Vec::new()), last: None }
    }

    /// Adds words, which are a text of the language.
    pub fn words(&mut self, join: Join, words: &str) {
        self.add(join, text::line(words));
    }

    /// Adds a part.
    pub fn add(&mut self, join: Join, part: Line) {
        self.push(join, part, false);
    }

    /// Adds a part in quotation marks.
    pub fn quoted(&mut self, join: Join, part: Line) {
        self.push(join, part, true);
    }

    fn push(&mut self, join: Join, part: Line, quoted: bool) {
        if part.is_empty() {
            return;
        }
        self.close(match join {
            Join::Mark => self.mark,
            Join::Comma => ",",
            Join::Colon => ":",
            Join::Blank => "",
        });
        self.last = Some((part, quoted));
    }

    /// The citation, with `mark` at its end.
    pub fn finish(mut self, mark: &'static str) -> Line {
        self.close(mark);
        self.done
    }

    /// Writes the last part with `mark` after it.
    fn close(&mut self, mark: &'static str) {
        let Some((part, quoted)) = self.last.take() else { return };
        let words = part.plain();
        let mark = if mark == "." && words.ends_with(['.', '?', '!']) { "" } else { mark };
        if !self.done.is_empty() {
            self.done.glue(Line::of(" "));
        }
        if quoted {
            let (inner, outer) = if matches!(mark, "," | ".") { (mark, "") } else { ("", mark) };
            self.done.glue(Line::of("“")).glue(part).glue(Line::of(format!("{inner}”{outer}")));
        } else {
            // A mark after stress stands outside of it.
            self.done.glue(part);
            if !mark.is_empty() {
                self.done.glue(Line(vec![Inline::Text(mark.to_owned())]));
            }
        }
    }
}
