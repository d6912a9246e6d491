//! The words of a document, the map aside, and cutting it down to so many.

use crate::render::{
    document::{Block, Brief, Inline},
    prose::line::plain,
};
use std::collections::BTreeSet;

/// The words of a brief.
pub fn words_of(brief: &Brief) -> usize {
    let titles = brief.sections.iter().map(|s| count(s.title));
    let parts = brief.sections.iter().flat_map(|s| &s.blocks).chain(&brief.opening).chain(&brief.notes);
    line(&brief.title) + titles.sum::<usize>() + parts.map(block).sum::<usize>()
}

/// The words of a block.
pub fn block(of: &Block) -> usize {
    match of {
        Block::Heading(_, words) | Block::Paragraph(words) | Block::Footnote(_, words) => line(words),
        Block::List { items, .. } => items.iter().flatten().map(block).sum(),
        Block::Table { head, rows } => rows.iter().flatten().chain(head).map(|cell| line(cell)).sum(),
        Block::Code { .. } => 0,
    }
}

fn line(of: &[Inline]) -> usize {
    count(&plain(of))
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Takes blocks off the end of the body, with what leads to them, until no more than `most` words are left; footnotes without a mark go too. The judgements, the
/// method and the sources stay as long as anything else is left.
pub fn trim(brief: &mut Brief, most: usize) {
    let mut words = words_of(brief);
    while words > most {
        let spared = |key: &str| ["judgements", "method", "sources"].contains(&key);
        let Some(at) = brief.sections.iter().rposition(|s| !spared(s.key)).or_else(|| brief.sections.len().checked_sub(1)) else { break };
        if let Some(section) = brief.sections.get_mut(at) {
            let last = section.blocks.pop();
            // What only led to a list, or heads nothing any more, goes with it.
            let is_bare = |rest: &[Block]| match rest {
                [Block::Paragraph(_)] => matches!(last, Some(Block::List { .. })),
                rest => matches!(rest.last(), Some(Block::Heading(..))),
            };
            while is_bare(&section.blocks) {
                section.blocks.pop();
            }
            if section.blocks.is_empty() {
                brief.sections.remove(at);
            }
        }
        prune(brief);
        words = words_of(brief);
    }
}

/// Drops the footnotes that nothing refers to.
fn prune(brief: &mut Brief) {
    let mut used = BTreeSet::new();
    brief.body().for_each(|block| block.each_note(&mut |number| used.extend([*number])));
    brief.notes.retain(|note| matches!(note, Block::Footnote(number, _) if used.contains(number)));
}
