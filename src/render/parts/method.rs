//! How the brief was made, in one paragraph: what the verdicts mean and by which rules things were chosen and ordered.

use crate::render::{
    document::{Block, Ground},
    page::Page,
    prose::line::Line,
};

/// The paragraph; `changes` says whether the page tells what would change a judgement.
pub fn block(page: &Page<'_>, changes: bool) -> Block {
    let debate = page.debate();
    let mut line = Line::default();
    let mut say = |words: &str| {
        line.then(Line::sentence(words, &[Ground::Method]));
    };
    say("This page is made from a debate that was written down statement by statement.");
    say("What stands in it was computed from what each side said; the truth of a statement and the quality of a source were not judged.");
    say("A statement stands while nobody objects to it; with reasons, it stands through any one of them whose points all stand.");
    say("An objection that is itself met loses its force, and what it was aimed at stands again.");
    say("Where two sides defeat each other and nobody has said which is stronger, both are open.");
    say(if page.facts.asked {
        "The judgement was chosen by whoever asked for this page."
    } else if debate.questions.is_empty() {
        "The judgements are the statements that serve no other, those with most said directly for and against them first, then as the debate has them."
    } else {
        "The judgements are the answers to the questions of the debate, in its own order."
    });
    say("Reasons follow the order in which they were given, those that hold first.");
    say(
        "The strongest objection is the one that got furthest (it prevails, is open, is outweighed, misses the point, is answered), then the one with \
         more reasons that hold, with more parties behind it, and with a source; between equals, the order of the debate decides.",
    );
    say(
        "Likelihood and confidence are those that the debate gives; the words of likelihood have the ranges of Intelligence Community Directive 203.",
    );
    if let Some(mark) = page.first_mark() {
        say(&format!("A mark such as {mark} stands behind the statement that the rest of the page calls by it."));
    }
    if page.cites().any(|cite| cite.quotation.is_some()) {
        say("Quotations are given as the debate gives them.");
    }
    if debate.sources.iter().any(|source| source.reliability.is_some()) {
        say(
            "Grades are those of the Admiralty code: from A, reliable, to F, unknown, for a source, and from 1, confirmed, to 6, unknown, for what it says.",
        );
    }
    match (page.facts.worked_out, changes) {
        (false, _) => say("The debate is too large for this page to say what would follow if one of its statements fell."),
        (true, true) => say("What would change a judgement was found by leaving out one statement at a time and computing again."),
        (true, false) => {}
    }
    line.paragraph()
}

/// That something was left out, and where it is; `has_annex` says whether the list of all statements is on the page.
pub fn left_out(words: usize, has_annex: bool) -> Block {
    let thousands = format!("{},{:03}", words / 1000, words % 1000);
    let told = format!("This page holds at most {thousands} words; what it leaves out stands in its full version.");
    let mut line = Line::sentence(told, &[Ground::Method]);
    if !has_annex {
        line.then(Line::sentence("So does the list of all statements, for which there is no room here.", &[Ground::Method]));
    }
    line.paragraph()
}
