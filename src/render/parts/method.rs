//! How the brief was made, in one paragraph: what the verdicts mean and by which rules things were chosen and ordered.

use crate::{
    model::debate::StepKind,
    render::{
        document::{Block, Ground},
        page::Page,
        prose::line::Line,
    },
};

/// The paragraph; `changes` says whether the page tells what would change a judgement.
pub fn block(page: &Page<'_>, changes: bool) -> Block {
    let debate = page.debate();
    let mut line = Line::default();
    let mut say = |words: &str| {
        line.then(Line::sentence(words, &[Ground::Method]));
    };
    say("This page is made from a debate that was written down statement by statement.");
    say("What stands was computed from what was said for and against it; whether it is true, and how good a source is, was not judged.");
    let is_argued = |kinds: &[StepKind]| debate.steps.iter().any(|step| kinds.contains(&step.kind));
    let has_reasons = is_argued(&[StepKind::Support]);
    let has_objections = is_argued(&[StepKind::Rebuttal, StepKind::Undercut]) || !debate.contradictions.is_empty();
    if has_reasons {
        say("A statement for which reasons are given stands through any one of them whose points all stand.");
    }
    if has_objections {
        say(
            "An objection counts until it is met itself; where two sides defeat each other and nobody has said which is stronger, both are open.",
        );
    }
    if debate.preferences.iter().any(|preference| preference.speakers.is_empty()) {
        say("Where nobody is named who judged one thing stronger than another, whoever wrote the debate did.");
    }
    say(if page.facts.asked {
        "The judgement was chosen by whoever asked for this page."
    } else if debate.questions.is_empty() {
        "The judgements are the statements that serve no other, those with most said directly for and against them first."
    } else {
        "The judgements are the answers to the questions of the debate, in its order."
    });
    if has_reasons {
        let order = if page.facts.asked || debate.questions.is_empty() { "the order of the debate" } else { "that order too" };
        say(&format!("Reasons have {order}, but those that hold come first."));
    }
    if has_objections {
        say(
            "The strongest objection is the one that got furthest (it prevails, is open, is outweighed, misses the point, is answered), then the one \
             with more reasons that hold, more parties behind it, and a source; between equals, the debate's order decides.",
        );
    }
    if debate.claims.iter().filter_map(|claim| claim.details.as_ref()).any(|details| details.likelihood.is_some()) {
        say("Words of likelihood have the ranges of Intelligence Community Directive 203.");
    }
    if let Some(mark) = page.first_mark() {
        say(&format!("A mark such as {mark} names the statement before it."));
    }
    if page.cites().any(|cite| cite.quotation.is_some()) {
        say("Quotations are given as the debate gives them.");
    }
    if debate.commitments.iter().any(|act| !act.text.is_empty()) {
        say("What stands in quotation marks behind an acceptance, a denial or a retraction is the debate's note on it.");
    }
    if debate.sources.iter().any(|source| source.reliability.is_some()) {
        say(
            "Sources are graded from A (reliable) to F (cannot be judged), and what they say from 1 (confirmed) to 6 (cannot be judged): the Admiralty code.",
        );
    }
    match (page.facts.worked_out, changes) {
        (false, _) => say("The debate is too large for this page to say what would follow if one of its statements fell."),
        (true, true) => say("What would change a judgement was found by leaving statements out and computing again."),
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
