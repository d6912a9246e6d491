//! The map of the debate, where it is small enough to be read.

use crate::render::{
    document::{Block, Ground},
    mermaid,
    page::Page,
    prose::line::Line,
};

/// The largest map that can be taken in on a page, in boxes.
const MOST: usize = 60;

/// The map with a word on how to read it, or where to get it. A debate of a few statements needs none.
pub fn blocks(page: &Page<'_>) -> Vec<Block> {
    let debate = page.debate();
    let boxes = debate.claims.len() + debate.questions.len();
    if debate.steps.is_empty() {
        return Vec::new();
    }
    if boxes > MOST {
        let line =
            format!("With {} statements the map is too large for this page. It can be drawn on its own (agon map).", debate.claims.len());
        return vec![Line::sentence(line, &[Ground::Debate]).paragraph()];
    }
    let mut key = Line::sentence("Each box is a statement with what became of it.", &[Ground::Method]);
    let arrows = "Arrows lead from a statement to what it speaks for or against; points that are needed together meet in one arrow.";
    key.then(Line::sentence(arrows, &[Ground::Method]));
    vec![key.paragraph(), Block::Code { language: "mermaid", text: mermaid::render(page.report) }]
}
