//! The sheet on which a brief of one page is printed: how much of it the text takes, and of what it tells.
//!
//! The lines are estimated from the letters. Where that is wrong, the map beneath them is a little smaller than it was chosen for.

use crate::{
    model::ids::ClaimId,
    render::{
        document::{Block, Brief, Ground, Inline},
        prose::line::plain,
    },
};
use std::collections::BTreeSet;

/// The letters of a line, and its height in millimetres, with those of `page.css`.
const LETTERS: usize = 108;
const LINE: f64 = 4.6;
/// The space around a paragraph, and around the title and the heading, in millimetres.
const AROUND: f64 = 2.2;
const HEADS: f64 = 38.0;

/// The height of the text of `brief`, without its map, in millimetres.
pub fn height(brief: &Brief) -> f64 {
    let parts = brief.opening.iter().chain(brief.sections.iter().flat_map(|section| &section.blocks)).chain(&brief.notes);
    HEADS + parts.map(block).sum::<f64>()
}

fn block(of: &Block) -> f64 {
    match of {
        Block::Heading(_, line) | Block::Paragraph(line) | Block::Footnote(_, line) => {
            plain(line).chars().count().div_ceil(LETTERS) as f64 * LINE + AROUND
        }
        Block::List { items, .. } => items.iter().flatten().map(block).sum(),
        Block::Table { rows, .. } => rows.len() as f64 * (LINE + AROUND),
        Block::Code { .. } => 0.0,
    }
}

/// The claims of which the sections of `brief` tell, in the order in which they are first told.
pub fn told(brief: &Brief) -> Vec<ClaimId> {
    let mut told = Vec::new();
    let mut seen = BTreeSet::new();
    let mut blocks: Vec<&Block> = brief.sections.iter().rev().flat_map(|section| section.blocks.iter().rev()).collect();
    while let Some(block) = blocks.pop() {
        match block {
            Block::Paragraph(line) => told.extend(claims(line).filter(|claim| seen.insert(*claim))),
            Block::List { items, .. } => blocks.extend(items.iter().rev().flat_map(|item| item.iter().rev())),
            Block::Heading(..) | Block::Table { .. } | Block::Code { .. } | Block::Footnote(..) => {}
        }
    }
    told
}

/// The claims that the sentences of a line rest on.
fn claims(line: &[Inline]) -> impl Iterator<Item = ClaimId> {
    let rests = line.iter().filter_map(|inline| if let Inline::Sentence { rests, .. } = inline { Some(rests) } else { None });
    rests.flatten().filter_map(|ground| if let Ground::Claim(claim) = ground { Some(*claim) } else { None })
}
