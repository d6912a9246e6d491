//! A walk over the bytes of a file that is made of lines with numbers. Allocates nothing, so a million attacks take milliseconds.

/// A place in a text.
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
}

impl<'a> Cursor<'a> {
    /// The start of `bytes`.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, line: 1 }
    }

    /// The line, from 1.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The next byte.
    pub fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Steps over blanks within the line.
    pub fn skip_blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r')) {
            self.at += 1;
        }
    }

    /// Steps to the start of the next line.
    pub fn skip_line(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or(&[]);
        match memchr::memchr(b'\n', rest) {
            Some(end) => {
                self.at += end + 1;
                self.line += 1;
            }
            None => self.at = self.bytes.len(),
        }
    }

    /// Steps over empty lines and lines that open with a byte of `comment`; false at the end of the text.
    pub fn find_line(&mut self, comment: &[u8]) -> bool {
        loop {
            self.skip_blanks();
            match self.peek() {
                None => return false,
                Some(b'\n') => self.skip_line(),
                Some(byte) if comment.contains(&byte) => self.skip_line(),
                Some(_) => return true,
            }
        }
    }

    /// Whether nothing but blanks is left on the line; if so, steps to the next.
    pub fn end_line(&mut self) -> bool {
        self.skip_blanks();
        match self.peek() {
            None => true,
            Some(b'\n') => {
                self.at += 1;
                self.line += 1;
                true
            }
            Some(_) => false,
        }
    }

    /// A word: bytes up to a blank or the end of the line, after blanks.
    pub fn word(&mut self) -> &'a [u8] {
        self.skip_blanks();
        let start = self.at;
        while !matches!(self.peek(), None | Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
        self.bytes.get(start..self.at).unwrap_or(&[])
    }

    /// A decimal number after blanks, if the next word is one; for one that does not fit, the largest that does ([`shown`]).
    pub fn number(&mut self) -> Option<u64> {
        self.skip_blanks();
        let mut value = 0u64;
        let mut digits = 0;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            value = value.saturating_mul(10).saturating_add(u64::from(byte - b'0'));
            digits += 1;
            self.at += 1;
        }
        (digits > 0 && matches!(self.peek(), None | Some(b' ' | b'\t' | b'\r' | b'\n'))).then_some(value)
    }
}

/// `number` as read by [`Cursor::number`], for a message.
pub fn shown(number: u64) -> String {
    if number == u64::MAX { format!("{number} or more") } else { number.to_string() }
}
