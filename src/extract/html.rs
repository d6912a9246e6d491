//! HTML to its words. The tokens are those of the HTML standard (WHATWG, section 13.2.5); no tree is built, so neither depth nor a missing end tag
//! costs anything.
//!
//! Words of different blocks are parted. Left out is what no reader sees (scripts, styles, titles, templates, what is hidden), what is struck
//! out, and the marks of footnotes, which those who quote leave out. Raised and lowered figures become signs of their own, and `<q>` becomes
//! quotation marks. Numbered page breaks (`role="doc-pagebreak"`, `id="page-3"`) and paragraphs (`id="para-4"`) become marks.

use crate::{
    extract::{
        extracted::Extracted,
        hidden::{End, Hidden},
    },
    quotation::{
        locator::{Unit, find_number},
        marks::Marks,
        raised::{is_note, lower, raise_all},
    },
};
use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

/// Elements whose words belong to the words around them.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"acronym", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"font", b"i", b"ins",
    b"kbd", b"mark", b"nobr", b"q", b"rb", b"ruby", b"s", b"samp", b"small", b"span", b"strike", b"strong", b"sub", b"sup", b"time", b"tt",
    b"u", b"var", b"wbr",
];

/// The most characters of the mark of a note, and of a link to one in brackets: `[citation needed]`.
const LONGEST_NOTE: usize = 8;
const LONGEST_LINK: usize = 24;

/// The words of `content`. Linear.
pub fn extract(content: &str) -> Extracted {
    let mut words = Words::default();
    words.read(content, content, 0);
    words.settle();
    words.out
}

/// The words of HTML in the making.
#[derive(Default)]
pub struct Words {
    /// What is read so far.
    pub out: Extracted,
    /// The element that hides what it holds.
    unseen: Option<Hidden>,
    /// The raised or lowered text at hand.
    shifted: Option<Shifted>,
    /// How many quotations are open.
    quotes: usize,
}

/// A text that is raised or lowered.
struct Shifted {
    start: usize,
    is_raised: bool,
    /// Whether it links somewhere.
    links: bool,
}

impl Words {
    /// Reads a piece of HTML, which stands at `start` of the file `content`. Linear.
    pub fn read(&mut self, html: &str, content: &str, start: usize) {
        let mut emitter = DefaultEmitter::<usize>::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => self.open(&tag),
                Token::EndTag(tag) => self.close(&tag.name),
                Token::String(text) if self.unseen.is_none() => {
                    let end = start + text.span.end;
                    self.say(content.get(..end).unwrap_or(content), &text.value, start + text.span.start);
                }
                _ => {}
            }
        }
    }

    /// Adds words that are no HTML and stand at `start` of the file.
    pub fn add(&mut self, words: &str, start: usize) {
        if self.unseen.is_none() {
            self.out.map.push(self.out.text.len(), start);
            self.out.text.push_str(words);
        }
    }

    /// Begins a block, in which all is seen again: what hides a text hides it to the end of its block at most.
    pub fn begin(&mut self) {
        self.unseen = None;
        self.quotes = 0;
        self.part(b"");
    }

    /// Begins a raised or lowered text.
    pub fn shift(&mut self, is_raised: bool) {
        self.settle();
        self.shifted = Some(Shifted { start: self.out.text.len(), is_raised, links: false });
    }

    fn open(&mut self, tag: &StartTag<usize>) {
        let name: &[u8] = &tag.name;
        if let Some(hidden) = &mut self.unseen {
            match hidden.open(name, tag.self_closing) {
                End::Before => self.unseen = None,
                End::Not | End::Own => return,
            }
        }
        self.unseen = Hidden::find(tag);
        if self.unseen.is_some() {
            return;
        }
        self.part(name);
        self.mark(tag);
        match name {
            b"sup" | b"sub" => self.shift(name == b"sup"),
            b"a" => {
                if let Some(shifted) = &mut self.shifted {
                    shifted.links = true;
                }
            }
            b"q" => {
                self.quotes += 1;
                self.out.text.push('“');
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some(hidden) = &mut self.unseen {
            let end = hidden.close(name);
            if end != End::Not {
                self.unseen = None;
            }
            if end != End::Before {
                return;
            }
        }
        match name {
            b"sup" | b"sub" => self.settle(),
            b"q" if self.quotes > 0 => {
                self.quotes -= 1;
                self.out.text.push('”');
            }
            _ => {}
        }
        self.part(name);
    }

    /// Ends a raised or lowered text: leaves out the mark of a note, and writes figures in signs that are raised or lowered by themselves.
    pub fn settle(&mut self) {
        let Some(Shifted { start, is_raised, links }) = self.shifted.take() else { return };
        let Some((before, words)) = self.out.text.split_at_checked(start) else { return };
        let is_short = |most: usize| words.chars().nth(most).is_none();
        let is_bracketed = words.starts_with('[') && is_short(LONGEST_LINK);
        let is_link = links && (is_short(LONGEST_NOTE) || is_bracketed);
        if is_raised && (is_link || ((is_short(LONGEST_NOTE) || is_bracketed) && is_note(before, words))) {
            self.out.truncate(start);
        } else if is_short(LONGEST_LINK) {
            let words = if is_raised { raise_all(before, words) } else { words.chars().map(|c| lower(c).unwrap_or(c)).collect() };
            let origin = self.out.map.origin(start as u32) as usize;
            self.out.truncate(start);
            self.out.map.push(start, origin);
            self.out.text.push_str(&words);
        }
    }

    /// Parts the words of two blocks, as paragraphs of a plain text are parted.
    fn part(&mut self, name: &[u8]) {
        if INLINE.contains(&name) {
            return;
        }
        self.settle();
        while !self.out.text.is_empty() && !self.out.text.ends_with("\n\n") {
            self.out.text.push('\n');
        }
    }

    /// Adds words, which stand at `start` of the file and go on to the end of `content`.
    fn say(&mut self, content: &str, words: &[u8], start: usize) {
        let words = String::from_utf8_lossy(words);
        let mut at = start;
        for piece in words.split_inclusive('\n') {
            self.out.map.push(self.out.text.len(), at);
            self.out.text.push_str(piece);
            // References such as `&amp;` are longer in the file than in the text, so that each line is looked for by its end.
            if piece.ends_with('\n') {
                at = content.as_bytes().get(at..).and_then(|rest| memchr::memchr(b'\n', rest)).map_or(at, |end| at + end + 1);
            }
        }
    }

    fn mark(&mut self, tag: &StartTag<usize>) {
        let get = |key: &[u8]| {
            let value = tag.attributes.get(&HtmlString(key.to_vec()))?;
            std::str::from_utf8(value).ok().map(str::trim)
        };
        let is_break = [get(b"role"), get(b"epub:type")].into_iter().flatten().any(|v| v == "doc-pagebreak" || v == "pagebreak");
        let label = [get(b"aria-label"), get(b"title"), get(b"id")].into_iter().flatten();
        let found = if is_break {
            label.filter_map(last_number).next().map(|number| (Unit::Page, number))
        } else {
            [get(b"id"), get(b"name")].into_iter().flatten().find_map(find_id)
        };
        let Some((unit, number)) = found else { return };
        let at = self.out.text.len() as u32;
        let marks = &mut self.out.marks;
        let known = marks.iter().position(|m| m.unit == unit).unwrap_or_else(|| {
            // Sections are numbered by many who make pages, whatever numbers the text has.
            marks.push(Marks { unit, list: Vec::new(), exclusive: unit != Unit::Section });
            marks.len() - 1
        });
        if let Some(marks) = marks.get_mut(known)
            && marks.list.last().is_none_or(|(_, last)| *last < number)
        {
            marks.list.push((at, number));
        }
    }
}

fn last_number(label: &str) -> Option<u32> {
    let start = label
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + label.get(at..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8));
    label.get(start..).and_then(find_number)
}

/// `page-3`, `pg_3`, `para4`, `section-12` as what they number.
fn find_id(id: &str) -> Option<(Unit, u32)> {
    let number = last_number(id)?;
    let word = id.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['-', '_', '.']);
    let unit = match word.to_ascii_lowercase().as_str() {
        "page" | "pg" | "pb" => Unit::Page,
        "para" | "par" | "paragraph" => Unit::Paragraph,
        "sec" | "section" => Unit::Section,
        _ => return None,
    };
    Some((unit, number))
}
