//! The text of a source's file, ready to be searched.

use crate::{
    extract::{extracted::Extracted, furniture, html, markdown, numbers, sheets},
    quotation::{
        fold::{Folded, fold},
        locator::Unit,
        map::Map,
        marks::Marks,
    },
};
use std::ops::Range;

/// The most characters of the words beside a passage.
const BESIDE: usize = 60;

/// The kind of a source's file, which its name tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Text as it is.
    Plain,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// PDF, of which something else must have made text.
    Pdf,
}

impl Kind {
    /// The kind of the file at `path`, by its ending; what is not known is plain text.
    pub fn of(path: &str) -> Self {
        let ending = path.rsplit(['/', '.']).next().unwrap_or("").to_ascii_lowercase();
        match ending.as_str() {
            "md" | "markdown" => Self::Markdown,
            "html" | "htm" | "xhtml" => Self::Html,
            "pdf" => Self::Pdf,
            _ => Self::Plain,
        }
    }
}

/// The text of a source's file, ready to be searched.
#[derive(Debug, Clone)]
pub struct Document {
    /// The kind of the file.
    pub kind: Kind,
    /// The words of the file, without markup.
    pub text: String,
    /// The same, folded.
    pub folded: Folded,
    /// Where its pages, paragraphs and sections begin, in `text`.
    pub marks: Vec<Marks>,
    /// The same file without the lines that a printer put at its page breaks, where there are any.
    pub across: Option<Box<Self>>,
    map: Map,
    lines: Vec<u32>,
}

impl Document {
    /// Reads the content of a file; of PDF, the text that was made of it, with a form feed at the end of each page. Linear.
    pub fn new(kind: Kind, content: &str) -> Self {
        let content = content.strip_prefix('\u{feff}').unwrap_or(content);
        let mut extract = match kind {
            Kind::Html => html::extract(content),
            Kind::Markdown => markdown::extract(content),
            Kind::Plain | Kind::Pdf => Extracted { text: content.to_owned(), ..Extracted::default() },
        };
        numbers::take_page_marks(&mut extract);
        let text = &extract.text;
        let found = [sheets::printed(text), sheets::counted(text), numbers::paragraphs(text), numbers::sections(text)];
        extract.marks.extend(found.into_iter().flatten());
        let lines: Vec<u32> = memchr::memchr_iter(b'\n', content.as_bytes()).map(|at| at as u32 + 1).collect();
        let furniture = furniture::find(&extract.text);
        let bare = (!furniture.is_empty()).then(|| Box::new(Self::of(kind, extract.without(&furniture), lines.clone())));
        Self { across: bare, ..Self::of(kind, extract, lines) }
    }

    fn of(kind: Kind, extract: Extracted, lines: Vec<u32>) -> Self {
        let Extracted { text, map, marks } = extract;
        let folded = fold(&text);
        Self { kind, text, folded, marks, across: None, map, lines }
    }

    /// Whether it holds a word, or numbers that are not those of its pages, which are all that a PDF of pictures may have.
    pub fn has_words(&self) -> bool {
        let has_pages = self.kind == Kind::Pdf || self.text.contains('\x0c');
        self.text.contains(|c: char| c.is_alphabetic() || (!has_pages && c.is_numeric()))
    }

    /// The bytes of the text that a range of its folded form comes from.
    pub fn origin(&self, range: Range<u32>) -> Range<usize> {
        self.folded.origin(&self.text, range)
    }

    /// The words at a range of the folded form, with single blanks, and without hyphens at the ends of lines.
    pub fn words(&self, range: Range<u32>) -> String {
        single_blanks(&self.unbroken(range))
    }

    /// The same, with a dash at either end where one parts it from what stands beside it.
    pub fn words_and_dashes(&self, range: Range<u32>) -> String {
        let dash = |at: u32| if self.folded.find_joint(at).is_some_and(|joint| !joint.word) { "—" } else { "" };
        format!("{}{}{}", dash(range.start), self.words(range.clone()), dash(range.end))
    }

    /// The words at a range of the folded form, by paragraph: a blank line or the end of a page parts two.
    pub fn paragraphs(&self, range: Range<u32>) -> Vec<String> {
        let text = self.unbroken(range).replace('\x0c', "\n\n");
        let lines: Vec<&str> = text.lines().collect();
        let paragraphs = lines.split(|line| line.trim().is_empty()).map(|lines| single_blanks(&lines.join(" ")));
        paragraphs.filter(|words| !words.is_empty()).collect()
    }

    /// The text at a range of the folded form, without what may only be broken at.
    fn unbroken(&self, range: Range<u32>) -> String {
        let mut text = String::new();
        let mut start = range.start;
        let hyphens = self.folded.joints_within(range.start, range.end).iter().filter(|j| j.soft).map(|j| j.at);
        for end in hyphens.chain([range.end]) {
            text.push_str(self.text.get(self.origin(start..end)).unwrap_or(""));
            start = end;
        }
        text.retain(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}'));
        text
    }

    /// A range of the folded form with the whole of the words in which it begins and ends, if these are no longer than a line.
    pub fn whole_words(&self, range: Range<u32>) -> Range<u32> {
        let (mut start, mut end) = (range.start, range.end);
        for _ in 0..BESIDE {
            start -= self.folded.before(start).filter(|_| self.is_within_word(start)).map_or(0, |c| c.len_utf8() as u32);
            end += self.folded.after(end).chars().next().filter(|_| self.is_within_word(end)).map_or(0, |c| c.len_utf8() as u32);
        }
        start..end
    }

    /// Whether byte `at` of the folded form parts a word: a compound is one, and so is "dam's".
    fn is_within_word(&self, at: u32) -> bool {
        let mut before = self.folded.text.get(..at as usize).unwrap_or("").chars().rev();
        let mut after = self.folded.after(at).chars();
        let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_joined = match (before.next(), after.next()) {
            (Some('\''), next) => is_letter(next) && is_letter(before.next()),
            (last, Some('\'')) => is_letter(last) && is_letter(after.next()),
            (last, next) => is_letter(last) && is_letter(next),
        };
        is_joined && self.folded.find_joint(at).is_none_or(|joint| joint.word)
    }

    /// The words before byte `at` of the folded form, so many as bear on those behind it; none is cut.
    pub fn preceding(&self, at: u32) -> String {
        let before = self.folded.text.get(..at as usize).unwrap_or("");
        let near = before.char_indices().rev().take(BESIDE).last().map_or(0, |(start, _)| start);
        let whole = before.get(near..).and_then(|near| near.find(' ')).filter(|_| near > 0).unwrap_or(0);
        self.words_and_dashes((near + whole) as u32..at)
    }

    /// The words behind byte `at` of the folded form, so many as bear on those before it.
    pub fn following(&self, at: u32) -> String {
        let near: usize = self.folded.after(at).chars().take(BESIDE).map(char::len_utf8).sum();
        self.words_and_dashes(at..at + near as u32)
    }

    /// Where byte `at` of the text is, as people look it up: by the line of the file, and in PDF by the page.
    pub fn place(&self, at: usize) -> String {
        let at = at as u32;
        if self.kind == Kind::Pdf {
            let pages = self.marks.iter().find(|m| m.unit == Unit::Page);
            let page = pages.and_then(|m| m.number(at)).unwrap_or(1);
            return format!("p. {page}");
        }
        let line = self.lines.partition_point(|start| *start <= self.map.origin(at)) + 1;
        format!("line {line}")
    }
}

fn single_blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
