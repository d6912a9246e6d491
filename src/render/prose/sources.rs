//! Sources as a careful writer cites them, and the footnotes of a document.
//!
//! The first footnote on a source gives it in full, later ones in short. Statements that cite the same things share a footnote.

use crate::{
    model::{
        citation::Citation,
        debate::{Debate, Document},
        ids::SourceId,
    },
    render::{
        document::{Block, Inline},
        prose::{line::Line, words},
        text,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The footnotes of a document, in the order of their first marks.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    numbers: BTreeMap<Key, u32>,
    notes: Vec<Line>,
    cited: BTreeSet<SourceId>,
}

type Key = (Vec<(SourceId, Option<String>, Option<String>)>, Option<String>);

impl Notes {
    /// The number of the footnote that gives `cites` and `remark`; none where there is nothing to give.
    pub fn number(&mut self, debate: &Debate, cites: &[Citation], remark: Option<&str>) -> Option<u32> {
        if cites.is_empty() && remark.is_none() {
            return None;
        }
        let cited = cites.iter().map(|c| (c.source, c.locator.clone(), c.quotation.clone())).collect();
        let key = (cited, remark.map(str::to_owned));
        if let Some(number) = self.numbers.get(&key) {
            return Some(*number);
        }
        let mut line = Line::default();
        for (index, cite) in cites.iter().enumerate() {
            if index > 0 {
                line.say(";");
            }
            let source = debate.source(cite.source);
            line.then(if self.cited.insert(cite.source) { full(source) } else { short(source) });
            if let Some(locator) = &cite.locator {
                line.say(",").then(text::line(locator));
            }
            if let Some(quotation) = &cite.quotation {
                line.say(":").say(&format!("“{}”", text::clean(quotation)));
            }
        }
        if !cites.is_empty() {
            line.say(if line.plain().ends_with('.') { "" } else { "." });
        }
        if let Some(remark) = remark {
            line.then(text::parts(remark).0);
        }
        self.notes.push(line);
        let number = self.notes.len() as u32;
        self.numbers.insert(key, number);
        Some(number)
    }

    /// The footnotes.
    pub fn blocks(self) -> Vec<Block> {
        self.notes.into_iter().zip(1..).map(|(line, number)| Block::Footnote(number, line.0)).collect()
    }
}

/// A source in full: author, title, what it appeared in, date.
pub fn full(source: &Document) -> Line {
    let mut line = Line::default();
    if let Some(author) = &source.author {
        line.then(text::line(&authors(author))).say(",");
    }
    line.then(title(source));
    if let Some(container) = &source.container {
        line.say(",").then(text::line(container));
    }
    if let Some(date) = source.date {
        line.say(",").say(&date.words());
    }
    line
}

/// A source in short: surnames and title.
fn short(source: &Document) -> Line {
    let mut line = Line::default();
    if let Some(author) = &source.author {
        let names: Vec<String> = author.split(';').map(|a| a.split(',').next().unwrap_or(a).trim().to_owned()).collect();
        let names = match names.as_slice() {
            [first, _, _, _, ..] => format!("{first} and others"),
            all => words::and(all),
        };
        line.then(text::line(&names)).say(",");
    }
    line.then(title(source));
    line
}

/// The title: in quotation marks where it appeared in something else, else in italics.
pub fn title(source: &Document) -> Line {
    let title = text::line(source.text.trim_end_matches('.'));
    if source.container.is_some() {
        let mut line = Line::of("“");
        line.glue(title).glue(Line::of("”"));
        line
    } else {
        Line(vec![Inline::Emph(title.0)])
    }
}

/// `Freeman, Jill; Burgess, Guy (eds.)` as `Jill Freeman and Guy Burgess (eds.)`.
pub fn authors(list: &str) -> String {
    let names: Vec<String> = list.split(';').map(|a| author(a.trim())).filter(|a| !a.is_empty()).collect();
    words::and(&names)
}

fn author(name: &str) -> String {
    let (name, role) = name.find(" (").map_or((name, ""), |at| name.split_at(at));
    match name.split_once(',') {
        Some((last, given)) if !given.contains(',') => format!("{} {}{role}", given.trim(), last.trim()),
        _ => format!("{name}{role}"),
    }
}
