//! A document as plain data, of which every output is made.
//!
//! A brief is made of sentences, and each says what it rests on, so that a page can lead from a sentence to the claim and the source.
//! Not here: how any of it looks, which `markdown` and `html` know.

use crate::model::ids::{ClaimId, QuestionId, SourceId};
use std::collections::BTreeMap;

/// What a sentence rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// What a claim says, or what became of it.
    Claim(ClaimId),
    /// A question and its outcome.
    Question(QuestionId),
    /// A source.
    Source(SourceId),
    /// The sense of a word, by its place among the terms of the debate.
    Term(u32),
    /// What the debate says of itself.
    Debate,
    /// The rules by which a brief is made.
    Method,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words, without any markup.
    Text(String),
    /// Stress.
    Emph(Vec<Inline>),
    /// Strong stress.
    Strong(Vec<Inline>),
    /// Words of a program.
    Code(String),
    /// A link to an address that the writer has checked.
    Link {
        /// Where it leads.
        url: String,
        /// What is shown.
        text: String,
    },
    /// The mark of a footnote.
    Note(u32),
    /// A sentence with what it rests on.
    Sentence {
        /// What it rests on, the most telling first.
        rests: Vec<Ground>,
        /// Its words.
        words: Vec<Inline>,
    },
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table {
        /// The heads of its columns.
        head: Vec<Vec<Inline>>,
        /// Its rows, each as long as the head.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A fenced block of code.
    Code {
        /// Its language.
        language: &'static str,
        /// Its text.
        text: String,
    },
    /// A footnote.
    Footnote(u32, Vec<Inline>),
}

impl Block {
    /// Does `each` with the marks of footnotes in it, in their order.
    pub fn each_note(&mut self, each: &mut impl FnMut(&mut u32)) {
        match self {
            Self::Heading(_, line) | Self::Paragraph(line) | Self::Footnote(_, line) => each_in(line, each),
            Self::List { items, .. } => items.iter_mut().flatten().for_each(|block| block.each_note(each)),
            Self::Table { head, rows } => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| each_in(cell, each)),
            Self::Code { .. } => {}
        }
    }
}

fn each_in(line: &mut [Inline], each: &mut impl FnMut(&mut u32)) {
    for inline in line {
        match inline {
            Inline::Note(mark) => each(mark),
            Inline::Emph(inner) | Inline::Strong(inner) | Inline::Sentence { words: inner, .. } => each_in(inner, each),
            Inline::Text(_) | Inline::Code(_) | Inline::Link { .. } => {}
        }
    }
}

/// A brief in its parts.
#[derive(Debug, Clone, Default)]
pub struct Brief {
    /// Its title.
    pub title: Vec<Inline>,
    /// What stands beneath the title.
    pub opening: Vec<Block>,
    /// Its sections, none of them empty.
    pub sections: Vec<Section>,
    /// Its footnotes.
    pub notes: Vec<Block>,
    /// What it calls the claims that it speaks of: by their marks, or by the judgement whose text they are.
    pub labels: BTreeMap<ClaimId, String>,
    /// The sources that it lists, in full, after a style that the reader chose.
    pub entries: BTreeMap<SourceId, Vec<Inline>>,
}

/// A section of a brief.
#[derive(Debug, Clone)]
pub struct Section {
    /// What it is: a word that does not change with the title.
    pub key: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it says.
    pub blocks: Vec<Block>,
}

impl Brief {
    /// The brief as one document; without a title, it begins with what stands beneath one.
    pub fn document(self) -> Vec<Block> {
        let mut out = if self.title.is_empty() { Vec::new() } else { vec![Block::Heading(1, self.title)] };
        out.extend(self.opening);
        for section in self.sections {
            out.push(Block::Heading(2, vec![Inline::Text(section.title.to_owned())]));
            out.extend(section.blocks);
        }
        out.extend(self.notes);
        out
    }

    /// What it says before its footnotes, in its order.
    pub fn body(&mut self) -> impl Iterator<Item = &mut Block> {
        self.opening.iter_mut().chain(self.sections.iter_mut().flat_map(|section| &mut section.blocks))
    }

    /// Adds a section, unless it has nothing to say.
    pub fn add(&mut self, key: &'static str, title: &'static str, blocks: Vec<Block>) {
        if !blocks.is_empty() {
            self.sections.push(Section { key, title, blocks });
        }
    }
}
