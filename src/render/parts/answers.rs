//! The answers to a question that fell, and why.

use crate::{
    model::ids::{ClaimId, QuestionId},
    render::{
        document::{Block, Ground},
        page::Page,
        parts::failings,
        prose::line::Line,
    },
};

/// The `fallen` answers to `question`, each with what became of it; `others` says whether any answer was told before.
pub fn blocks(page: &mut Page<'_>, question: QuestionId, fallen: &[ClaimId], others: bool) -> Vec<Block> {
    let intro = match (fallen.len(), others) {
        (0, _) => return Vec::new(),
        (1, true) => "The other answer, which falls.",
        (_, true) => "The other answers, all of which fall.",
        (1, false) => "The answer that was proposed, and falls.",
        (_, false) => "The answers that were proposed, all of which fall.",
    };
    let mut opening = Line::default();
    opening.strong(Line::of(intro));
    if let [only] = fallen {
        return item(page, opening, *only, question);
    }
    let mut items: Vec<Vec<Block>> = Vec::new();
    for answer in fallen.iter().take(page.bounds.answers) {
        items.push(item(page, Line::default(), *answer, question));
    }
    let rests = [Ground::Question(question)];
    items.extend(page.more(fallen.len().saturating_sub(page.bounds.answers), "further answer", "further answers", &rests));
    opening.end(&rests);
    vec![opening.paragraph(), Block::List { ordered: false, items }]
}

fn item(page: &mut Page<'_>, opening: Line, answer: ClaimId, question: QuestionId) -> Vec<Block> {
    let reason = page.reason(answer);
    let mut line = opening;
    line.then(page.tell_by("", answer, &[]));
    let (why, items) = failings::why(page, &reason, question);
    line.then(why);
    let mut blocks = vec![line.paragraph()];
    if !items.is_empty() {
        blocks.push(Block::List { ordered: false, items });
    }
    blocks
}
