//! Sources as a careful writer cites them, and the footnotes of a document.
//!
//! The first footnote on a source gives it in full, later ones in short. Statements that cite the same things share a footnote.

use crate::{
    model::{
        citation::Citation,
        debate::{Debate, Document},
        ids::SourceId,
        value::Date,
    },
    render::{
        document::{Block, Ground, Inline},
        prose::{citing::Cited, line::Line, words},
        text,
    },
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The footnotes of a document, in the order of their first marks.
#[derive(Debug, Clone)]
pub struct Notes {
    /// The most words of a quotation or a remark.
    words: usize,
    numbers: BTreeMap<Key, u32>,
    notes: Vec<Note>,
    cited: BTreeSet<SourceId>,
    remarks: BTreeMap<String, u32>,
}

/// A footnote before it is written: what it cites, then a remark.
#[derive(Debug, Clone)]
struct Note {
    cites: Vec<Citation>,
    remark: Option<Line>,
    rests: Vec<Ground>,
}

type Key = (Vec<(SourceId, Option<String>, Option<String>)>, Option<String>);

impl Notes {
    /// No footnotes yet; of a quotation or a remark, at most `words` are given.
    pub const fn new(words: usize) -> Self {
        Self { words, numbers: BTreeMap::new(), notes: Vec::new(), cited: BTreeSet::new(), remarks: BTreeMap::new() }
    }

    /// The number of the footnote that gives `cites` and `remark`; none where there is nothing to give.
    pub fn number(&mut self, cites: &[Citation], remark: Option<&str>, rests: &[Ground]) -> Option<u32> {
        if cites.is_empty() && remark.is_none() {
            return None;
        }
        let cited = cites.iter().map(|c| (c.source, c.locator.clone(), c.quotation.clone())).collect();
        let key = (cited, remark.map(str::to_owned));
        if let Some(number) = self.numbers.get(&key) {
            return Some(*number);
        }
        let own = self.notes.len() as u32 + 1;
        let remark = remark.map(|remark| {
            let first = *self.remarks.entry(remark.trim().to_owned()).or_insert(own);
            if first < own {
                return Line::of(format!("On this, see note {first}."));
            }
            text::cut(text::parts(remark).0, self.words)
        });
        self.cited.extend(cites.iter().map(|c| c.source));
        self.notes.push(Note { cites: cites.to_vec(), remark, rests: rests.to_vec() });
        self.numbers.insert(key, own);
        Some(own)
    }

    /// Whether a footnote cites `source`.
    pub fn cites(&self, source: SourceId) -> bool {
        self.cited.contains(&source)
    }

    /// What each footnote cites.
    pub fn citations(&self) -> Vec<&[Citation]> {
        self.notes.iter().map(|note| note.cites.as_slice()).collect()
    }

    /// The footnotes; with `cited`, after the style that it was written in.
    pub fn blocks(self, debate: &Debate, cited: Option<&mut Cited>) -> Vec<Block> {
        let mut writer = Writer { debate, words: self.words, told: BTreeSet::new(), styled: cited.map(|cited| &mut cited.notes) };
        self.notes.into_iter().zip(1..).map(|(note, number)| Block::Footnote(number, writer.note(note).0)).collect()
    }
}

/// Writes footnotes in their order.
struct Writer<'d> {
    debate: &'d Debate,
    words: usize,
    /// The sources that were cited in full.
    told: BTreeSet<SourceId>,
    /// The citations that are still to come, where a style writes them.
    styled: Option<&'d mut VecDeque<Line>>,
}

impl Writer<'_> {
    fn note(&mut self, note: Note) -> Line {
        let mut line = Line::default();
        for (index, cite) in note.cites.iter().enumerate() {
            let last = index + 1 == note.cites.len();
            line.then(self.cite(cite, if last { "." } else { ";" }));
        }
        let sources: Vec<Ground> = note.rests.iter().copied().filter(|g| matches!(g, Ground::Source(_))).collect();
        line.end(&sources);
        if let Some(mut remark) = note.remark {
            remark.end(&note.rests);
            line.then(remark);
        }
        line
    }

    /// One citation: the source, the place in it, its words; `mark` ends it.
    fn cite(&mut self, cite: &Citation, mark: &'static str) -> Line {
        let styled = self.styled.as_mut().and_then(|cites| cites.pop_front()).filter(|words| !words.is_empty());
        let mut line = match styled {
            Some(mut words) => {
                words.say(if cite.quotation.is_some() { ":" } else { mark });
                words
            }
            None => self.located(cite, mark),
        };
        if let Some(quotation) = &cite.quotation {
            let words = text::cut(Line::of(text::clean(quotation)), self.words).plain();
            // A full stop stands within the quotation marks, and not after another mark that ends the sentence.
            let (inner, outer) = match mark {
                "." if words.ends_with(['.', '?', '!', '…']) => ("", ""),
                "." => (".", ""),
                other => ("", other),
            };
            line.say(&format!("“{words}{inner}”{outer}"));
        }
        line
    }

    /// The source in full where it is cited first, else in short, and the place in it.
    fn located(&mut self, cite: &Citation, mark: &'static str) -> Line {
        let source = self.debate.source(cite.source);
        let last = cite.locator.is_none() && cite.quotation.is_none();
        let close = if last { mark } else { "," };
        let mut line = if self.told.insert(cite.source) { full(source, close) } else { short(source, close) };
        if let Some(locator) = &cite.locator {
            line.then(text::line(locator)).say(if cite.quotation.is_some() { ":" } else { mark });
        }
        line
    }
}

/// A source in full, after the notes of the Chicago Manual of Style (seventeenth edition, 14.19 to 14.37): author, title, what it appeared
/// in with its volume or else its publisher, date. `mark` ends it.
pub fn full(source: &Document, mark: &'static str) -> Line {
    let mut line = Line::default();
    if let Some(author) = &source.author {
        line.then(text::line(&authors(author))).say(",");
    }
    let imprint = source.imprint.as_deref();
    let publisher = imprint.and_then(|i| i.publisher.as_deref()).filter(|_| source.container.is_none());
    let volume = imprint.and_then(|i| i.volume.as_deref()).filter(|_| source.container.is_some());
    let date = source.date.map(Date::words);
    let in_brackets = publisher.is_some() || volume.is_some();
    let after_title = match (&source.container, publisher, &date) {
        (None, Some(_), _) => "",
        (None, None, None) => mark,
        _ => ",",
    };
    line.then(title(source, after_title));
    if let Some(container) = &source.container {
        let container = text::line(container.trim_end_matches('.'));
        line.then(Line(vec![Inline::Emph(container.0)]));
        if let Some(volume) = volume {
            line.then(text::line(volume));
        }
        line.say(match (in_brackets, &date) {
            (_, None) => mark,
            (true, Some(_)) => "",
            (false, Some(_)) => ",",
        });
    }
    let publisher = publisher.map(|words| text::line(words).plain());
    match (publisher, date) {
        (Some(publisher), Some(date)) => line.say(&format!("({publisher}, {date})")).say(mark),
        (Some(publisher), None) => line.say(&format!("({publisher})")).say(mark),
        (None, Some(date)) if in_brackets => line.say(&format!("({date})")).say(mark),
        (None, Some(date)) => line.say(&date).say(mark),
        (None, None) => &mut line,
    };
    line
}

/// A source in short: surnames and title.
fn short(source: &Document, mark: &'static str) -> Line {
    let mut line = Line::default();
    if let Some(author) = &source.author {
        let names: Vec<String> = author.split(';').map(|a| a.split(',').next().unwrap_or(a).trim().to_owned()).collect();
        let names = match names.as_slice() {
            [first, _, _, _, ..] => format!("{first} et al."),
            all => words::and(all),
        };
        line.then(text::line(&names)).say(",");
    }
    line.then(title(source, mark));
    line
}

/// The title, in quotation marks where it appeared in something else, else in italics. A comma or full stop stands within the quotation
/// marks, and a full stop not after a question mark.
pub fn title(source: &Document, mark: &'static str) -> Line {
    let title = text::line(source.text.trim_end_matches('.'));
    let ends = title.plain().ends_with(['?', '!']);
    let mut line = Line::default();
    if source.container.is_some() {
        let (inner, outer) = match mark {
            "." if ends => ("", ""),
            "," | "." => (mark, ""),
            _ => ("", mark),
        };
        line.say("“").glue(title).glue(Line::of(format!("{inner}”{outer}")));
    } else {
        line.0.push(Inline::Emph(title.0));
        line.say(mark);
    }
    line
}

/// `Freeman, Jill; Burgess, Guy (eds.)` as `Jill Freeman and Guy Burgess (eds.)`.
pub fn authors(list: &str) -> String {
    let names: Vec<String> = list.split(';').map(|a| author(a.trim())).filter(|a| !a.is_empty()).collect();
    words::and(&names)
}

fn author(name: &str) -> String {
    let (name, role) = name.find(" (").map_or((name, ""), |at| name.split_at(at));
    match name.split_once(',') {
        Some((last, given)) if !given.contains(',') => format!("{} {}{role}", initials(given), last.trim()),
        _ => format!("{name}{role}"),
    }
}

/// Given names, of which those of one letter are initials: `A B` as `A. B.`.
fn initials(given: &str) -> String {
    let letter = |word: &str| word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let names: Vec<String> = given.split_whitespace().map(|word| if letter(word) { format!("{word}.") } else { word.to_owned() }).collect();
    names.join(" ")
}
