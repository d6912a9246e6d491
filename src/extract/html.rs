//! HTML to its words. The tokens are those of the HTML standard (WHATWG, section 13.2.5); no tree is built, so neither depth nor a missing end tag
//! costs anything.
//!
//! Words of different blocks are parted. Left out is what no reader sees (scripts, styles, titles, templates), and the marks of footnotes, which
//! those who quote leave out. Numbered page breaks (`role="doc-pagebreak"`, `id="page-3"`) and paragraphs (`id="para-4"`) become marks.

use crate::{
    extract::extracted::Extracted,
    quotation::{
        locator::{Unit, find_number},
        marks::Marks,
    },
};
use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

/// Elements whose words belong to the words around them.
const INLINE: &[&[u8]] = &[
    b"a", b"abbr", b"acronym", b"b", b"bdi", b"bdo", b"big", b"cite", b"code", b"data", b"del", b"dfn", b"em", b"font", b"i", b"ins",
    b"kbd", b"mark", b"nobr", b"q", b"rb", b"ruby", b"s", b"samp", b"small", b"span", b"strike", b"strong", b"sub", b"sup", b"time", b"tt",
    b"u", b"var", b"wbr",
];

/// Elements whose content nobody reads.
const UNSEEN: &[&[u8]] =
    &[b"script", b"style", b"title", b"template", b"iframe", b"noembed", b"noframes", b"textarea", b"select", b"rp", b"rt"];

/// The words of `content`. Linear.
pub fn extract(content: &str) -> Extracted {
    let mut words = Words::default();
    words.read(content, content, 0);
    words.out
}

/// The words of HTML in the making.
#[derive(Default)]
pub struct Words {
    /// What is read so far.
    pub out: Extracted,
    /// The element that hides what it holds, and how many of its name are open.
    unseen: Option<(Vec<u8>, usize)>,
    /// Where a raised text began, and whether it links somewhere.
    raised: Option<(usize, bool)>,
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
        self.raised = None;
        self.part(b"");
    }

    fn open(&mut self, tag: &StartTag<usize>) {
        let name: &[u8] = &tag.name;
        if let Some((hider, depth)) = &mut self.unseen {
            *depth += usize::from(hider == name && !tag.self_closing);
            return;
        }
        if UNSEEN.contains(&name) && !tag.self_closing {
            self.unseen = Some((name.to_vec(), 1));
            return;
        }
        self.part(name);
        self.mark(tag);
        match name {
            b"sup" => self.raised = Some((self.out.text.len(), false)),
            b"a" => {
                if let Some((_, links)) = &mut self.raised {
                    *links = true;
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &[u8]) {
        if let Some((hider, depth)) = &mut self.unseen {
            *depth -= usize::from(hider == name);
            if *depth == 0 {
                self.unseen = None;
            }
            return;
        }
        if name == b"sup"
            && let Some((start, links)) = self.raised.take()
            && let Some((before, note)) = self.out.text.split_at_checked(start)
            && note.chars().count() <= 8
            && (links || is_note(before, note))
        {
            self.out.truncate(start);
        }
        self.part(name);
    }

    /// Parts the words of two blocks.
    fn part(&mut self, name: &[u8]) {
        if !INLINE.contains(&name) && !self.out.text.is_empty() && !self.out.text.ends_with('\n') {
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

/// Letters before a raised number that make a power of it; single letters do so too.
const UNITS: &[&str] = &["mm", "cm", "dm", "km", "nm", "µm", "μm", "ft", "yd", "mi", "mc", "ha"];

/// Whether raised words behind `before` are the mark of a note although they link nowhere: numbers, with what parts or holds them, behind a
/// word or its punctuation, and not a power behind a number, a unit or the sign of a quantity.
fn is_note(before: &str, note: &str) -> bool {
    let note = note.trim();
    let digits = note.bytes().filter(u8::is_ascii_digit).count();
    let is_numeric = digits > 0 && note.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '–' | '-' | '(' | ')' | '[' | ']'));
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let is_power = word.chars().all(|c| !c.is_alphabetic()) && !word.is_empty() || word.chars().count() == 1 || UNITS.contains(&word);
    is_numeric && !note.starts_with('-') && !is_power && !before.is_empty() && !before.ends_with(char::is_whitespace)
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
