//! A page read back: its sentences with the texts that they tell or name.

use crate::support::is_mark;
use agon::render::{
    document::{Block, Brief, Inline},
    prose::{line, words::capital},
};
use std::collections::BTreeMap;

/// A sentence where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) section: &'static str,
    /// The number of the judgement within which it stands, of the key judgements and of the case.
    pub(crate) judgement: usize,
    /// Which paragraph it is of, counted over the page, and which item of the outermost list.
    pub(crate) paragraph: usize,
    pub(crate) item: usize,
    /// With `{Zab}` for each text that it tells, and `[Zab Zac]` for marks.
    pub(crate) words: String,
}

/// A brief, read back.
#[derive(Debug, Default)]
pub(crate) struct Page {
    pub(crate) said: Vec<Said>,
    /// The text behind each mark.
    pub(crate) marks: BTreeMap<String, String>,
    paragraphs: usize,
    items: usize,
    judgement: usize,
}

/// The sections that are made of sentences about the debate.
const TOLD: [&str; 8] = ["judgements", "case", "dissent", "assumptions", "changes", "open", "withdrawn", "further"];

impl Page {
    pub(crate) fn read(brief: &Brief) -> Self {
        let mut page = Self::default();
        for section in brief.sections.iter().filter(|s| TOLD.contains(&s.key)) {
            page.judgement = 1;
            for block in &section.blocks {
                page.block(section.key, block, 0);
            }
        }
        let mut marks = BTreeMap::new();
        page.said.iter_mut().for_each(|said| said.words = told(&said.words, &mut marks));
        page.said.iter_mut().for_each(|said| said.words = named(&said.words, &marks));
        page.marks = marks;
        page
    }

    fn block(&mut self, section: &'static str, block: &Block, depth: usize) {
        match block {
            Block::Paragraph(line) => {
                self.paragraphs += 1;
                self.line(section, line);
            }
            Block::List { items, .. } => {
                for (item, number) in items.iter().zip(1..) {
                    if depth == 0 {
                        self.items += 1;
                        self.judgement = if section == "judgements" { number } else { self.judgement };
                    }
                    item.iter().for_each(|block| self.block(section, block, depth + 1));
                }
            }
            Block::Heading(_, words) => self.judgement = line::plain(words).trim_start_matches("Judgement ").parse().unwrap(),
            Block::Code { .. } | Block::Table { .. } | Block::Footnote(..) => {}
        }
    }

    fn line(&mut self, section: &'static str, line: &[Inline]) {
        for inline in line {
            match inline {
                Inline::Sentence { words, .. } => self.said.push(Said {
                    section,
                    judgement: self.judgement,
                    paragraph: self.paragraphs,
                    item: self.items,
                    words: line::plain(words),
                }),
                Inline::Strong(words) | Inline::Emph(words) => self.line(section, words),
                Inline::Text(_) | Inline::Code(_) | Inline::Link { .. } | Inline::Note(_) => {}
            }
        }
    }
}

const OPENS: [&str; 5] = ["road to ", "coast of ", "ferry to ", "harbour of ", "bridge "];

/// `plain` with `{Zab}` for each text; the marks behind these are learned and left out.
fn told(plain: &str, marks: &mut BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut rest = plain;
    while let Some(at) = rest.find("he ") {
        let text = OPENS.iter().find_map(|open| rest[at + 3..].strip_prefix(open)).filter(|text| text.starts_with('Z'));
        let Some((code, after)) = text.and_then(|text| text.split_once(" is long").or_else(|| text.split_once(" long"))) else {
            out += &rest[..at + 3];
            rest = &rest[at + 3..];
            continue;
        };
        out += &format!("{}{{{code}}}", &rest[..at - 1]);
        rest = after;
        let close = [".”", "”", "."].into_iter().find(|close| rest.starts_with(close)).unwrap_or("");
        let behind = &rest[close.len()..];
        if let Some((mark, behind)) = behind.strip_prefix(" (").and_then(|b| b.split_once(')')).filter(|(mark, _)| is_mark(mark)) {
            assert_eq!(marks.insert(mark.to_owned(), code.to_owned()), None, "the mark {mark} stands behind two texts");
            out += close;
            rest = behind;
        }
    }
    out + rest
}

pub(crate) const ROLES: [&str; 14] = [
    "point",
    "points",
    "objection",
    "objections",
    "reply",
    "replies",
    "limit",
    "limits",
    "answer",
    "answers",
    "remark",
    "remarks",
    "statement",
    "statements",
];

/// `words` with the texts for the marks that they are named by.
fn named(words: &str, marks: &BTreeMap<String, String>) -> String {
    let mut out = String::new();
    let mut rest = words;
    while let Some(at) = rest.find(' ') {
        let word = rest[..at].trim_start_matches(['(', '“']);
        out += &rest[..=at];
        rest = &rest[at + 1..];
        if !ROLES.contains(&word.to_lowercase().as_str()) {
            continue;
        }
        let mut codes: Vec<&str> = Vec::new();
        let mut left = rest;
        while let Some((code, after)) = marked(left, marks) {
            codes.push(code);
            rest = after;
            let joint = [", and ", ", or ", ", ", " and ", " or "].into_iter().find(|joint| after.starts_with(joint));
            left = joint.map_or("", |joint| &after[joint.len()..]);
        }
        if !codes.is_empty() {
            out += &format!("[{}]", codes.join(" "));
        }
    }
    out + rest
}

/// The text of the mark that `words` begin with, and what follows.
fn marked<'w, 'm>(words: &'w str, marks: &'m BTreeMap<String, String>) -> Option<(&'m str, &'w str)> {
    let end = words.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(words.len());
    let (mark, after) = words.split_at(end);
    Some((marks.get(mark)?, after))
}

/// What opens a paragraph and tells no claim of its own.
const LABELS: [&str; 7] =
    ["The objection", "The strongest objection", "The reason", "A limit", FAILED_LIMIT, "Limits", "Two rival answers"];

/// What opens a limit that falls.
pub(crate) const FAILED_LIMIT: &str = "A limit that does not hold";

/// What a paragraph opens with, as `The objection`, and what follows.
pub(crate) fn head(words: &str) -> Option<(&str, &str)> {
    let words = words.trim_start();
    let (head, rest) = words.split_once(". ").or_else(|| Some((words.strip_suffix('.')?, "")))?;
    (LABELS.contains(&head) || opens_case(head) || opens_list(head)).then_some((head, rest))
}

/// What opens the case of an answer that excludes another.
pub(crate) const RIVALS: [&str; 2] = ["A rival answer", "Another rival answer"];

/// Whether the case of an answer follows.
pub(crate) fn opens_case(head: &str) -> bool {
    let (noun, name) = head.split_once(' ').unwrap_or((head, ""));
    let is_mark = name.starts_with('[') && name.ends_with(']') && !name.contains(' ');
    let is_named = is_mark && ROLES.contains(&noun.to_lowercase().as_str());
    let is_judgement = noun == "Judgement" && name.chars().all(|c| c.is_ascii_digit());
    let nth = ["The first ", "The second ", "The third "].iter().find_map(|nth| head.strip_prefix(nth));
    let told = ["The other answer, which ", "The answer that was proposed, and "].iter().any(|opens| head.starts_with(opens));
    is_named
        || is_judgement
        || told
        || matches!(nth, Some("answer" | "of them"))
        || RIVALS.contains(&head)
        || ["Another answer", "One more answer"].contains(&head)
}

/// Whether the cases of several answers follow.
pub(crate) fn opens_list(head: &str) -> bool {
    ["The other answers, ", "The other answers: ", "The answers that were proposed, ", "The answers that were proposed: "]
        .iter()
        .any(|opens| head.starts_with(opens))
}

/// `words` without a head, and without what says that they stand on the page already.
pub(crate) fn plain(words: &str) -> String {
    let words = head(words).map_or(words, |(_, rest)| rest).trim();
    let again = ["Here too, ", "Here again, ", "Once more, "].iter().find_map(|again| words.strip_prefix(again));
    let after = |opens: &str, joint: &str| words.strip_prefix(opens).and_then(|rest| rest.split_once(joint)).map(|(_, rest)| rest);
    let again = again.or_else(|| after("For the ", " time, "));
    let again = again.or_else(|| after("As with judgement", ", ")).or_else(|| after("Like judgement", ", "));
    again.map_or_else(|| words.to_owned(), capital)
}
