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
    line.into_iter()
        .flat_map(|inline| {
            let label = if let Inline::Sentence { rests, .. } = &inline { label(rests, debate) } else { String::new() };
            let mark = (!label.is_empty()).then(|| vec![Inline::Text(" ".to_owned()), Inline::Code(label)]);
            std::iter::once(inline).chain(mark.into_iter().flatten())
        })
        .collect()
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
