//! The text that comes out, line by line.

/// Collects lines with one kind of line end.
pub struct Writer<'n> {
    /// What is written so far.
    pub out: String,
    newline: &'n str,
}

impl<'n> Writer<'n> {
    /// An empty text for about `size` bytes, whose lines end like the first line of `text`; a lone carriage return becomes a line feed.
    pub fn like(text: &str, size: usize) -> Self {
        let first = memchr::memchr2(b'\n', b'\r', text.as_bytes());
        let windows = first.is_some_and(|at| text.as_bytes().get(at..at + 2) == Some(b"\r\n"));
        Self { out: String::with_capacity(size), newline: if windows { "\r\n" } else { "\n" } }
    }

    /// Starts a line at `column`.
    pub fn indent(&mut self, column: u32) {
        self.out.extend(std::iter::repeat_n(' ', column as usize));
    }

    /// Ends the line.
    pub fn end(&mut self) {
        self.out.push_str(self.newline);
    }

    /// Writes a line of `words` at `column`.
    pub fn line(&mut self, column: u32, words: &str) {
        self.indent(column);
        self.out.push_str(words);
        self.end();
    }

    /// Gives what is written so far, unless it is empty, the line end of this text instead of its own.
    pub fn end_last(&mut self) {
        let words = self.out.strip_suffix("\r\n").or_else(|| self.out.strip_suffix(['\n', '\r'])).map(str::len);
        if let Some(length) = words {
            self.out.truncate(length);
        }
        self.end();
    }
}
