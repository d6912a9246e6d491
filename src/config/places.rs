//! Where the keys and values of a YAML text stand, which its library does not tell.
//!
//! What was read has its words in the order of the text, and between them stand only blanks, comments and the marks of YAML; so each is
//! found by going on from the one before. A value whose words are written otherwise, as with escapes, has no place; nothing after it is lost.

use crate::text::span::Span;
use serde_yaml::Value;

/// A part of what was read, with its place.
#[derive(Debug)]
pub struct Place {
    /// Where it stands; of a key with a value on its line, both. Of what has no place of its own, as a list in a list, where the key above it
    /// stands; none where there is no such key.
    pub span: Option<Span>,
    /// The key, where it is one.
    pub key: Option<String>,
    /// Where the key stands.
    pub key_span: Option<Span>,
    /// What is in it.
    pub parts: Vec<Self>,
}

/// The places of `value`, which `text` was read as. Linear.
pub fn places(text: &str, value: &Value) -> Place {
    let mut cursor = Cursor { text: without_comments(text), at: 0 };
    let mut places = cursor.place(None, value);
    places.fill(None);
    places
}

impl Place {
    /// The part at `path`, as the library writes paths (`levels.unknown-name`, `packs[1]`), and the keys and numbers that lead there.
    pub fn find(&self, path: &str) -> Option<(&Self, Vec<usize>)> {
        let mut here = self;
        let mut steps = Vec::new();
        let mut rest = path;
        while !rest.is_empty() {
            let step = |part: &&Self, at: usize| -> Option<usize> {
                let after = match &part.key {
                    Some(key) => rest.strip_prefix('.').unwrap_or(rest).strip_prefix(key.as_str())?,
                    None => rest.strip_prefix(&format!("[{at}]"))?,
                };
                (after.is_empty() || after.starts_with(['.', '['])).then_some(after.len())
            };
            let found = here.parts.iter().enumerate().find_map(|(at, part)| Some((at, part, step(&part, at)?)));
            let (at, part, left) = found?;
            steps.push(at);
            here = part;
            rest = rest.get(rest.len() - left..)?;
        }
        Some((here, steps))
    }

    /// Gives what has no place the one of the key above it.
    fn fill(&mut self, above: Option<Span>) {
        self.span = self.span.or(above);
        let above = self.key_span.or(above);
        self.parts.iter_mut().for_each(|part| part.fill(above));
    }

    /// Takes out the part to which `steps` lead.
    pub fn remove(&mut self, steps: &[usize]) {
        let Some((last, before)) = steps.split_last() else { return };
        let here = before.iter().try_fold(self, |here, step| here.parts.get_mut(*step));
        if let Some(here) = here.filter(|here| *last < here.parts.len()) {
            here.parts.remove(*last);
        }
    }
}

struct Cursor {
    text: String,
    at: usize,
}

impl Cursor {
    fn place(&mut self, key: Option<(String, Option<Span>)>, value: &Value) -> Place {
        let (parts, own) = match value {
            Value::Mapping(map) => {
                let part = |(key, value): (&Value, &Value)| {
                    let name = key.as_str().map_or_else(|| scalar(key), str::to_owned);
                    let span = self.words(&name);
                    self.place(Some((name, span)), value)
                };
                (map.iter().map(part).collect(), None)
            }
            Value::Sequence(list) => (list.iter().map(|value| self.place(None, value)).collect(), None),
            Value::Tagged(tagged) => return self.place(key, &tagged.value),
            Value::Null => (Vec::new(), None),
            value => (Vec::new(), self.words(&scalar(value))),
        };
        let (key, key_span) = key.unzip();
        let key_span = key_span.flatten();
        let on_one_line = |from: Span, to: Span| !self.text.get(from.start as usize..to.end as usize).is_some_and(|t| t.contains('\n'));
        let span = match (key_span, own) {
            (Some(key), Some(own)) if on_one_line(key, own) => Some(key.to(own)),
            (Some(key), _) => Some(key),
            (None, own) => own,
        };
        Place { span, key, key_span, parts }
    }

    /// Where `words` stand next, going past what stands between.
    fn words(&mut self, words: &str) -> Option<Span> {
        let rest = self.text.get(self.at..)?;
        let mut start = self.at + rest.find(|c: char| !is_between(c)).unwrap_or(rest.len());
        // A line through a document, and the mark of an item, which a blank follows.
        while let Some(after) =
            self.text.get(start..).and_then(|rest| rest.strip_prefix('-')).filter(|after| after.starts_with([' ', '\n', '\r', '-']))
        {
            start = self.text.len() - after.trim_start_matches(is_between).len();
        }
        let mut end = start;
        for (nth, word) in words.split_whitespace().enumerate() {
            let rest = self.text.get(end..)?;
            let found = rest.find(word).filter(|found| nth > 0 || *found == 0)?;
            end += found + word.len();
        }
        self.at = end;
        (end > start).then(|| Span::new(start as u32, end as u32))
    }
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        value => serde_yaml::to_string(value).unwrap_or_default().trim_end().to_owned(),
    }
}

const fn is_between(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | ':' | ',' | '[' | ']' | '{' | '}' | '?' | '"' | '\'' | '|' | '>')
}

/// `text` with blanks in place of its comments, which have a blank before them and stand in no quotation marks.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quote: Option<char> = None;
    let mut comment = false;
    let mut before = '\n';
    for c in text.chars() {
        comment = (comment && c != '\n') || (c == '#' && quote.is_none() && before.is_whitespace());
        if comment {
            out.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            match quote {
                Some(q) if c == q => quote = None,
                None if matches!(c, '"' | '\'') && matches!(before, ' ' | '\n' | '[' | '{' | ',') => quote = Some(c),
                _ => {}
            }
            out.push(c);
        }
        before = c;
    }
    out
}
