//! The answers to a question that fell, and why.

use crate::{
    model::ids::{ClaimId, QuestionId},
    render::{
        document::Block,
        page::Page,
        parts::failings,
        prose::{line::Line, words},
    },
};

/// How many of them are told.
const MOST: usize = 4;

/// The `fallen` answers to `question`, each with what became of it; `others` says whether any answer was told before.
pub fn blocks(page: &mut Page<'_>, question: QuestionId, fallen: &[ClaimId], others: bool) -> Vec<Block> {
    let mut intro = Line::default();
    intro.strong(Line::of(match (fallen.len(), others) {
        (0, _) => return Vec::new(),
        (1, true) => "The other answer.",
        (_, true) => "Other answers.",
        (1, false) => "The answer that was proposed.",
        (_, false) => "The answers that were proposed.",
    }));
    let mut items: Vec<Vec<Block>> = Vec::new();
    for answer in fallen.iter().take(MOST) {
        items.push(item(page, *answer, question));
    }
    items.extend(page.more(fallen.len().saturating_sub(MOST), "more answer", "more answers"));
    if items.len() > 1 {
        intro.say(&format!("{} were considered.", words::capital(&words::number(fallen.len()))));
        return vec![intro.paragraph(), Block::List { ordered: false, items }];
    }
    let mut blocks: Vec<Block> = items.into_iter().flatten().collect();
    if let Some(Block::Paragraph(first)) = blocks.first_mut() {
        intro.then(Line(std::mem::take(first)));
        *first = intro.0;
    }
    blocks
}

fn item(page: &mut Page<'_>, answer: ClaimId, question: QuestionId) -> Vec<Block> {
    let reason = page.reason(answer);
    let mut line = page.tell_by("", answer, &[]);
    let (why, items) = failings::why(page, &reason, question);
    line.then(why);
    let mut blocks = vec![line.paragraph()];
    if !items.is_empty() {
        blocks.push(Block::List { ordered: false, items });
    }
    blocks
}
