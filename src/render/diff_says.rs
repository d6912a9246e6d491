//! Sentences of the comparison in the making, whose words call nobody on a code host.

use crate::render::{
    document::Inline,
    prose::{line::plain, words},
    text::clean,
};

/// The most characters of a text.
const MOST: usize = 300;

/// A sentence in the making.
#[derive(Debug, Clone, Default)]
pub struct Says(Vec<Inline>);

impl Says {
    /// A sentence that begins with these words.
    pub fn of(words: &str) -> Self {
        Self::default().say(words)
    }

    /// The sentence as part of a document.
    pub fn line(self) -> Vec<Inline> {
        self.0
    }

    /// The sentence without markup.
    pub fn plain(&self) -> String {
        plain(&self.0).replace('\u{200b}', "")
    }

    /// Goes on with words.
    #[must_use]
    pub fn say(mut self, words: &str) -> Self {
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some(Inline::Text(text)) => text.push_str(words),
            _ => self.0.push(Inline::Text(words.to_owned())),
        }
        self
    }

    /// Goes on with another sentence.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        for inline in other.0 {
            match inline {
                Inline::Text(text) => self = self.say(&text),
                other => self.0.push(other),
            }
        }
        self
    }

    /// Goes on with a name.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        self.0.push(Inline::Code(clean(name)));
        self
    }

    /// Goes on with words under stress.
    #[must_use]
    pub fn strong(mut self, words: &str) -> Self {
        self.0.push(Inline::Strong(vec![Inline::Text(words.to_owned())]));
        self
    }

    /// Goes on with a text in quotation marks, cut where it is long.
    #[must_use]
    pub fn quoted(self, text: &str) -> Self {
        let line = clean(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        let mut cut: String = line.chars().take(MOST).collect();
        if cut.len() < line.len() {
            cut.push_str(" …");
        }
        self.say(&format!("“{}”", uncalled(&cut)))
    }

    /// The same with a capital at its start.
    #[must_use]
    pub fn capital(mut self) -> Self {
        if let Some(Inline::Text(text)) = self.0.first_mut() {
            *text = words::capital(text);
        }
        self
    }

    /// Goes on with several names.
    #[must_use]
    pub fn names(mut self, names: &[String]) -> Self {
        for (at, name) in names.iter().enumerate() {
            let link = match at {
                0 => "",
                _ if at + 1 == names.len() => " and ",
                _ => ", ",
            };
            self = self.say(link).name(name);
        }
        self
    }
}

/// Words that call nobody on a code host: a blank of no width stands after `@`, and after `#` before a digit.
pub fn uncalled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        out.push(c);
        let next = rest.peek().copied().unwrap_or(' ');
        if (c == '@' && (next.is_alphanumeric() || next == '-')) || (c == '#' && next.is_ascii_digit()) {
            out.push('\u{200b}');
        }
    }
    out
}
