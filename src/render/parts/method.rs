//! How the brief was made, in one paragraph: what the verdicts mean and by which rules things were chosen and ordered.

use crate::render::{document::Block, page::Page, parts::changes, prose::line::Line};

/// The paragraph; `changes` says whether the page tells what would change a judgement.
pub fn block(page: &Page<'_>, changes: bool) -> Block {
    let debate = page.debate();
    let mut line = Line::of(
        "This page is made from a debate that was written down statement by statement. What stands in it was computed from what each side \
         said; the truth of a statement and the quality of a source were not judged. A statement stands while nobody objects to it; with \
         reasons, it stands through any one of them whose points all stand. An objection that is itself met loses its force, and what \
         it was aimed at stands again. Where two sides defeat each other and nobody has said which is stronger, both are open.",
    );
    line.say(if debate.questions.is_empty() {
        "The judgements are the statements that serve no other, those with most said directly for and against them first."
    } else {
        "The judgements are the answers to the questions of the debate, in its own order."
    });
    line.say(
        "Reasons follow the order in which they were given, those that hold first. The strongest objection is the one that got \
         furthest (it prevails, is open, is outweighed, misses the point, is answered), then the one with more reasons that hold, \
         with more parties behind it, and with a source.",
    );
    if debate.claims.iter().flat_map(|c| c.cites()).any(|c| c.quotation.is_some()) {
        line.say("Quotations are given as the debate gives them.");
    }
    line.say(match (changes::is_told(page), changes) {
        (false, _) => "The debate is too large for this page to say what would follow if one of its statements fell.",
        (true, true) => "What would change a judgement was found by leaving out one statement at a time and computing again.",
        (true, false) => "",
    });
    line.paragraph()
}
