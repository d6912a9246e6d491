//! Sources as a careful writer cites them, and the footnotes of a document.
//!
//! The first footnote on a source gives it in full, later ones in short. Statements that cite the same things share a footnote, but for the
//! first of them where it gives a source in full: a printed page repeats a footnote at each of its marks, and should not repeat that.

use crate::{
    model::{
        citation::Citation,
        debate::{Debate, Document},
        ids::SourceId,
    },
    render::{
        document::{Block, Ground},
        prose::{chicago, citing::Cited, line::Line},
        text,
    },
    text::span::Place,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The footnotes of a document. They are marked while it is told, in whatever order, and numbered when it is there, in the order of their
/// marks.
#[derive(Debug, Clone)]
pub struct Notes {
    /// The most words of a quotation or a remark.
    words: usize,
    marked: Vec<Marked>,
    numbers: BTreeMap<Key, u32>,
    notes: Vec<Note>,
    cited: BTreeSet<SourceId>,
    remarks: BTreeMap<String, u32>,
    /// The quotations that the text of the document tells.
    told: BTreeSet<(SourceId, String)>,
}

/// What a mark stands for: what is cited, then a remark.
#[derive(Debug, Clone)]
struct Marked {
    cites: Vec<Citation>,
    remark: Option<String>,
    rests: Vec<Ground>,
}

/// A footnote before it is written: what it cites, then a remark.
#[derive(Debug, Clone)]
struct Note {
    cites: Vec<Citation>,
    remark: Option<Line>,
    rests: Vec<Ground>,
    /// Whether it gives a source in full.
    introduces: bool,
}

type Key = (Vec<(SourceId, Option<String>, Option<String>)>, Option<String>);

impl Notes {
    /// No footnotes yet; of a quotation or a remark, at most `words` are given.
    pub const fn new(words: usize) -> Self {
        Self {
            words,
            marked: Vec::new(),
            numbers: BTreeMap::new(),
            notes: Vec::new(),
            cited: BTreeSet::new(),
            remarks: BTreeMap::new(),
            told: BTreeSet::new(),
        }
    }

    /// The mark of a footnote that gives `cites` and `remark`; none where there is nothing to give.
    pub fn mark(&mut self, cites: &[Citation], remark: Option<&str>, rests: &[Ground]) -> Option<u32> {
        if cites.is_empty() && remark.is_none() {
            return None;
        }
        self.marked.push(Marked { cites: cites.to_vec(), remark: remark.map(str::to_owned), rests: rests.to_vec() });
        Some(self.marked.len() as u32 - 1)
    }

    /// The number, from 1, of the footnote of `mark`, the next one in the document; no footnote where there is no such mark.
    pub fn number(&mut self, mark: u32) -> u32 {
        let own = self.notes.len() as u32 + 1;
        let Some(Marked { cites, remark, rests }) = self.marked.get(mark as usize).cloned() else { return own };
        let cited = cites.iter().map(|c| (c.source, c.locator.clone(), c.quotation.clone())).collect();
        let key = (cited, remark);
        let introduces = |number: u32| self.notes.get(number as usize - 1).is_some_and(|note| note.introduces);
        if let Some(number) = self.numbers.get(&key).filter(|number| !introduces(**number)) {
            return *number;
        }
        let introduces = cites.iter().any(|cite| !self.cited.contains(&cite.source));
        let remark = key.1.as_deref().map(|remark| {
            let first = *self.remarks.entry(remark.trim().to_owned()).or_insert(own);
            if first < own {
                return Line::of(format!("See {}note {first}.", if cites.is_empty() { "" } else { "also " }));
            }
            text::cut(text::parts(remark).0, self.words)
        });
        self.cited.extend(cites.iter().map(|c| c.source));
        self.notes.push(Note { cites, remark, rests, introduces });
        self.numbers.insert(key, own);
        own
    }

    /// The words of `cite` in their marks as the end of a sentence of the text, which its footnotes then leave to that; nothing where they were told.
    pub fn tell(&mut self, cite: &Citation) -> Option<String> {
        let words = cite.quotation.as_deref()?;
        let is_first = self.told.insert((cite.source, words.to_owned()));
        is_first.then(|| format!("“{}”", ended(quoted(words, self.words))))
    }

    /// Whether a numbered footnote cites `source`.
    pub fn cites(&self, source: SourceId) -> bool {
        self.cited.contains(&source)
    }

    /// What each footnote cites.
    pub fn citations(&self) -> Vec<&[Citation]> {
        self.notes.iter().map(|note| note.cites.as_slice()).collect()
    }

    /// The footnotes; with `cited`, after the style that it was written in. `altered` are the places of quotations whose words are others in
    /// their source.
    pub fn blocks(self, debate: &Debate, cited: Option<&mut Cited>, altered: &BTreeSet<Place>) -> Vec<Block> {
        let mut writer = Writer {
            debate,
            words: self.words,
            altered,
            quoted: self.told,
            told: BTreeSet::new(),
            shorts: Shorts::new(debate),
            styled: cited.map(|cited| &mut cited.notes),
        };
        self.notes.into_iter().zip(1..).map(|(note, number)| Block::Footnote(number, writer.note(note).0)).collect()
    }
}

/// Writes footnotes in their order.
struct Writer<'d> {
    debate: &'d Debate,
    words: usize,
    altered: &'d BTreeSet<Place>,
    /// The quotations that the text tells.
    quoted: BTreeSet<(SourceId, String)>,
    /// The sources that were cited in full.
    told: BTreeSet<SourceId>,
    shorts: Shorts<'d>,
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

    /// One citation: the source, the place in it, its words where the text does not tell them; `mark` ends it.
    fn cite(&mut self, cite: &Citation, mark: &'static str) -> Line {
        let words = cite.quotation.as_deref().filter(|words| !self.quoted.contains(&(cite.source, (*words).to_owned())));
        let altered = if self.altered.contains(&cite.place) { " (the source has other words)" } else { "" };
        let (joint, tail) = match (&cite.quotation, words.map(|words| quoted(words, self.words))) {
            (None, _) => (mark, String::new()),
            (Some(_), None) => (",", format!("quoted in the text{altered}{mark}")),
            // A full stop stands within the quotation marks.
            (_, Some(words)) if mark == "." && altered.is_empty() => (":", format!("“{}”", ended(words))),
            (_, Some(words)) => (":", format!("“{words}”{altered}{mark}")),
        };
        let styled = self.styled.as_mut().and_then(|cites| cites.pop_front()).filter(|words| !words.is_empty());
        let mut line = match styled {
            Some(mut words) => std::mem::take(words.say(joint)),
            None => self.located(cite, joint),
        };
        line.say(&tail);
        line
    }

    /// The source in full where it is cited first, else in short, and the place in it, then `mark`.
    fn located(&mut self, cite: &Citation, mark: &'static str) -> Line {
        let source = self.debate.source(cite.source);
        let place = cite.locator.as_deref();
        if self.told.insert(cite.source) {
            chicago::note(source, place, mark)
        } else {
            chicago::short(source, self.shorts.title(source), place, mark)
        }
    }
}

/// The words of a quotation, of which at most `most` are given.
fn quoted(words: &str, most: usize) -> String {
    text::cut(Line::of(text::clean(words)), most).plain()
}

/// `words` with a full stop, unless another mark ends them.
fn ended(words: String) -> String {
    if words.ends_with(['.', '?', '!', '…']) { words } else { words + "." }
}

/// The titles of sources in short (14.33): without the second half, where no other source is then called the same.
struct Shorts<'d> {
    uses: BTreeMap<(Option<&'d str>, &'d str), usize>,
}

impl<'d> Shorts<'d> {
    fn new(debate: &'d Debate) -> Self {
        let mut uses = BTreeMap::new();
        for source in &debate.sources {
            *uses.entry((source.author.as_deref(), short_title(source))).or_default() += 1;
        }
        Self { uses }
    }

    fn title(&self, source: &'d Document) -> &'d str {
        let short = short_title(source);
        if self.uses.get(&(source.author.as_deref(), short)) == Some(&1) { short } else { &source.text }
    }
}

fn short_title(source: &Document) -> &str {
    let known = source.imprint.as_deref().and_then(|imprint| imprint.short.as_deref());
    known.unwrap_or_else(|| source.text.split_once(": ").map_or(source.text.as_str(), |(title, _)| title))
}
