//! One comment to an allow: `// allow(CODE, …) until DATE: REASON`, or `// allow-file(…)` for the whole file.

use crate::{diagnostic::nearest::find_nearest, model::value::Date, text::span::Span};

/// What an allow says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// Whether it is for the whole file.
    pub whole_file: bool,
    /// The codes that it names.
    pub codes: Vec<Span>,
    /// What stands between its parentheses.
    pub list: Span,
    /// Its last day.
    pub until: Option<Date>,
    /// Whether it says why.
    pub explained: bool,
}

/// What a comment is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comment {
    /// Words for people.
    Words,
    /// An allow.
    Allow(Allow),
    /// What is meant as an allow and cannot be read: where, and why not.
    Broken(Span, String),
}

/// Words that open an allow.
const OPENERS: [&str; 2] = ["allow", "allow-file"];

/// Words that are meant as `until`.
const UNTIL: [&str; 7] = ["till", "til", "until", "through", "to", "expires", "before"];

/// Reads the comment at `span` of `text`. A word that is nearly `allow`, with a parenthesis after it, is meant as one.
pub fn read(text: &str, span: Span) -> Comment {
    let words = Cursor { text, at: span.start + 2, end: span.end }.skip_blanks();
    let word = words.word();
    let open = Cursor { at: words.at + word.len() as u32, ..words };
    let paren = open.skip_blanks();
    if !paren.rest().starts_with('(') {
        return Comment::Words;
    }
    let place = Span::new(words.at, open.at);
    let lower = word.to_lowercase().replace('_', "-");
    if !OPENERS.contains(&word) || paren.at != open.at {
        let meant = OPENERS.iter().find(|opener| **opener == lower).copied().or_else(|| find_nearest(&lower, OPENERS));
        return match meant {
            Some(meant) => Comment::Broken(place, format!("write `{meant}(`, in lower case and without a blank")),
            None => Comment::Words,
        };
    }
    match allow(paren, word == "allow-file") {
        Ok(allow) => Comment::Allow(allow),
        Err((at, why)) => Comment::Broken(at, why),
    }
}

fn allow(paren: Cursor<'_>, whole_file: bool) -> Result<Allow, (Span, String)> {
    let inside = paren.at + 1;
    let all = Span::new(paren.at, paren.end);
    let Some(length) = paren.rest().find(')') else {
        return Err((all, "close the list of codes with `)`".to_owned()));
    };
    let list = Span::new(inside, paren.at + length as u32);
    let mut codes = Vec::new();
    let mut at = list.start;
    for part in list.of(paren.text).split(',') {
        let start = at + (part.len() - part.trim_start().len()) as u32;
        let code = Span::new(start, start + part.trim().len() as u32);
        if code.is_empty() {
            return Err((Span::new(paren.at, list.end + 1), "name a code between the parentheses, such as `circular-support`".to_owned()));
        }
        codes.push(code);
        at += part.len() as u32 + 1;
    }
    let mut rest = Cursor { at: list.end + 1, ..paren }.skip_blanks();
    let mut until = None;
    if rest.word() == "until" {
        rest = Cursor { at: rest.at + "until".len() as u32, ..rest }.skip_blanks();
        let date = rest.word();
        let place = Span::new(rest.at, (rest.at + date.len() as u32).max(rest.at));
        until = Some(Date::find(date).ok_or_else(|| (place, no_day(date)))?);
        rest = Cursor { at: rest.at + date.len() as u32, ..rest }.skip_blanks();
    }
    let tail = rest.rest();
    let word = rest.word();
    if until.is_none() && UNTIL.contains(&word.to_lowercase().as_str()) {
        return Err((Span::new(rest.at, rest.at + word.len() as u32), "write `until` before the last day".to_owned()));
    }
    let reason = tail.strip_prefix(':').map(str::trim);
    if reason.is_none() && !tail.is_empty() {
        let place = Span::new(rest.at, rest.end);
        return Err((place, "put a colon before the reason, as in `// allow(CODE) until DATE: REASON`".to_owned()));
    }
    Ok(Allow { whole_file, codes, list, until, explained: reason.is_some_and(|r| !r.is_empty()) })
}

/// What to do about a word that should be a day.
fn no_day(word: &str) -> String {
    let has_form = word.len() == 10 && word.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if has_form {
        format!("there is no day `{word}`; write one that exists after `until`")
    } else {
        "write the last day as YYYY-MM-DD after `until`".to_owned()
    }
}

#[derive(Clone, Copy)]
struct Cursor<'t> {
    text: &'t str,
    at: u32,
    end: u32,
}

impl<'t> Cursor<'t> {
    fn rest(&self) -> &'t str {
        Span::new(self.at, self.end).of(self.text)
    }

    fn skip_blanks(self) -> Self {
        let rest = self.rest();
        Self { at: self.at + (rest.len() - rest.trim_start().len()) as u32, ..self }
    }

    /// The letters, digits and dashes at the start.
    fn word(&self) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
        rest.get(..end).unwrap_or("")
    }
}
