//! A document in which every sentence shows what it rests on, for whoever checks a brief against its debate.

use crate::{
    model::debate::Debate,
    render::{
        document::{Block, Brief, Ground, Inline},
        text,
    },
};

/// `brief` with a mark after each sentence.
pub fn marked_brief(mut brief: Brief, debate: &Debate) -> Brief {
    brief.opening = marked(brief.opening, debate);
    brief.notes = marked(brief.notes, debate);
    for section in &mut brief.sections {
        section.blocks = marked(std::mem::take(&mut section.blocks), debate);
    }
    brief
}

/// `blocks` with a mark after each sentence: the names of its claims, then those of its sources.
pub fn marked(blocks: Vec<Block>, debate: &Debate) -> Vec<Block> {
    let line = |words| mark(words, debate);
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Paragraph(words) => Block::Paragraph(line(words)),
            Block::Footnote(number, words) => Block::Footnote(number, line(words)),
            Block::List { ordered, items } => Block::List { ordered, items: items.into_iter().map(|item| marked(item, debate)).collect() },
            Block::Table { head, rows } => {
                Block::Table { head, rows: rows.into_iter().map(|row| row.into_iter().map(line).collect()).collect() }
            }
            other => other,
        })
        .collect()
}

fn mark(line: Vec<Inline>, debate: &Debate) -> Vec<Inline> {
    let mut out = Vec::new();
    for inline in line {
        let Inline::Sentence { rests, words } = inline else {
            out.push(inline);
            continue;
        };
        let label = label(&rests, debate);
        let sentences = if label.is_empty() { vec![words] } else { sentences(words) };
        for (nth, mut words) in sentences.into_iter().enumerate() {
            if let Some(Inline::Text(first)) = words.first_mut().filter(|_| nth > 0) {
                *first = first.trim_start().to_owned();
                out.push(Inline::Text(" ".to_owned()));
            }
            out.push(Inline::Sentence { rests: rests.clone(), words });
            if !label.is_empty() {
                out.extend([Inline::Text(" ".to_owned()), Inline::Code(label.clone())]);
            }
        }
    }
    out
}

/// Words told in one breath as the sentences that they are: a text of the debate may have several. What is quoted is not taken apart.
fn sentences(words: Vec<Inline>) -> Vec<Vec<Inline>> {
    let mut all = Vec::new();
    let mut open: Vec<Inline> = Vec::new();
    let mut quotes = 0usize;
    let count = words.len();
    for (nth, inline) in words.into_iter().enumerate() {
        let text = match inline {
            Inline::Text(text) => text,
            Inline::Strong(inner) => {
                let mut parts = sentences(inner).into_iter().peekable();
                while let Some(mut part) = parts.next() {
                    if let Some(Inline::Text(first)) = part.first_mut().filter(|_| open.is_empty() && !all.is_empty()) {
                        *first = first.trim_start().to_owned();
                        open.push(Inline::Text(" ".to_owned()));
                    }
                    open.push(Inline::Strong(part));
                    if parts.peek().is_some() {
                        all.push(std::mem::take(&mut open));
                    }
                }
                continue;
            }
            // A footnote belongs to the sentence before it.
            other => {
                open.push(other);
                continue;
            }
        };
        let mut rest = text.as_str();
        while let Some(end) = text::sentence_end(rest, &mut quotes, nth + 1 < count) {
            let (head, tail) = rest.split_at(end);
            open.push(Inline::Text(head.to_owned()));
            all.push(std::mem::take(&mut open));
            rest = tail;
        }
        if !rest.is_empty() {
            open.push(Inline::Text(rest.to_owned()));
        }
    }
    if !open.is_empty() {
        all.push(open);
    }
    all
}

/// `claim, other-claim ← source`
fn label(rests: &[Ground], debate: &Debate) -> String {
    let (sources, others): (Vec<&Ground>, Vec<&Ground>) = rests.iter().partition(|g| matches!(g, Ground::Source(_)));
    let names = |grounds: &[&Ground]| grounds.iter().map(|g| name(**g, debate)).collect::<Vec<_>>().join(", ");
    match (others.is_empty(), sources.is_empty()) {
        (_, true) => names(&others),
        (true, false) => names(&sources),
        (false, false) => format!("{} ← {}", names(&others), names(&sources)),
    }
}

/// The name of what a sentence rests on, as the files have it.
pub fn name(ground: Ground, debate: &Debate) -> String {
    match ground {
        Ground::Claim(claim) => debate.claim(claim).name.shown.to_string(),
        Ground::Question(question) => debate.question(question).name.shown.to_string(),
        Ground::Source(source) => debate.source(source).name.shown.to_string(),
        Ground::Term(nth) => debate.terms.get(nth as usize).map_or_else(String::new, |t| text::clean(&t.name.shown)),
        Ground::Debate => "front matter".to_owned(),
        Ground::Method => "method".to_owned(),
    }
}
