//! The words and marks of a map, the same in every format: whoever cannot see its colours reads these.

use crate::{
    analysis::{evaluate::Force, verdict::Verdict},
    diagram::{
        parts::{Arrow, ArrowKind, Counts, Elsewhere, Joint, Node, Remark, Status, Subject},
        wrap::shorten,
    },
    model::debate::ClaimKind,
};
use std::collections::BTreeSet;

/// How many columns the line of the speakers may take.
const SPEAKER_COLUMNS: usize = 60;
/// How many columns the line of the sheets may take.
const SHEET_COLUMNS: usize = 60;

/// The mark and word of a verdict.
pub const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stands => "✓ stands",
        Verdict::Open => "? open",
        Verdict::Denied => "✗ falls: denied",
        Verdict::Unfounded => "✗ falls: unfounded",
        Verdict::Unsupported => "– unsupported",
    }
}

/// The mark and word of how a box comes out.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Claim(claim) => verdict(claim),
        Status::Answered => "✓ answered",
        Status::ByDefault => "✓ answered by default",
        Status::Together => "✓ answers stand together",
        Status::TooMany => "? more than one answer stands",
        Status::Unanswered => "? unanswered",
    }
}

/// The first line of a box: its mark and word and, unless it stands for several, what sort of statement it is where that matters, and what
/// the page around it calls it.
pub fn heading(node: &Node) -> String {
    if matches!(node.elsewhere, Some(Elsewhere::Several(_))) {
        return status(node.status).to_owned();
    }
    let status = if node.limited { format!("{}, within limits", status(node.status)) } else { status(node.status).to_owned() };
    let sort = match node.subject {
        Subject::Question(_) => Some("question"),
        Subject::Claim(_, ClaimKind::Fact) => Some("fact"),
        Subject::Claim(_, ClaimKind::Assumption) => Some("assumption"),
        Subject::Claim(..) => None,
    };
    let heading = sort.map_or_else(|| status.clone(), |sort| format!("{status} · {sort}"));
    node.mark.as_ref().map_or_else(|| heading.clone(), |mark| format!("{heading} ({mark})"))
}

/// The last line of a box: who says it.
pub fn byline(node: &Node) -> Option<String> {
    (!node.speakers.is_empty()).then(|| shorten(&format!("– {}", node.speakers.join(", ")), SPEAKER_COLUMNS))
}

/// What bears on a box and is not shown, in a few words.
pub fn beneath(node: &Node) -> Option<String> {
    let tally = node.beneath?;
    let sides = match node.subject {
        Subject::Question(_) => vec![("Beneath it", tally.pro.and(tally.contra))],
        Subject::Claim(..) => vec![("For it", tally.pro), ("Against it", tally.contra)],
    };
    let told: Vec<String> = sides.iter().filter(|(_, c)| c.all() > 0).map(|(side, c)| format!("{side}: {}.", counts(*c))).collect();
    let undrawn = (tally.undrawn > 0).then(|| format!("Not drawn: {} to it.", count(tally.undrawn, "more line", "more lines")));
    let told: Vec<String> = told.into_iter().chain(undrawn).collect();
    Some(if told.is_empty() { "Nothing beneath it.".to_owned() } else { told.join(" ") })
}

fn counts(counts: Counts) -> String {
    let parts = [(counts.stand, "stands", "stand"), (counts.open, "open", "open"), (counts.idle, "without effect", "without effect")];
    let told: Vec<String> = parts.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(*n, one, many)).collect();
    told.join(", ")
}

/// Where a box of an overview, or what a small box stands for, is found.
pub fn sheet(node: &Node) -> Option<String> {
    let number = node.sheet?;
    Some(match &node.elsewhere {
        None => format!("See sheet {number}"),
        Some(Elsewhere::Box) => format!("On sheet {number}"),
        Some(Elsewhere::Several(others)) => {
            let all: BTreeSet<u32> = others.iter().copied().chain([number]).collect();
            shorten(&format!("On {}", sheets(&all)), SHEET_COLUMNS)
        }
    })
}

/// Sheets by their numbers, those that follow each other together.
pub fn sheets(numbers: &BTreeSet<u32>) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *number => *last = *number,
            _ => runs.push((*number, *number)),
        }
    }
    let mut told: Vec<String> = runs.iter().map(|(a, b)| if a == b { a.to_string() } else { format!("{a}–{b}") }).collect();
    let last = told.pop().unwrap_or_default();
    let many = if numbers.len() == 1 { "sheet" } else { "sheets" };
    if told.is_empty() { format!("{many} {last}") } else { format!("{many} {} and {last}", told.join(", ")) }
}

/// So many of something, in digits.
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// The sign of a joint, and what it says.
pub const fn joint(joint: &Joint) -> (&'static str, &'static str) {
    match joint.kind {
        _ if joint.legs < 2 => ("", "a step that is itself disputed"),
        ArrowKind::Contradiction => ("≠", "cannot all be so"),
        _ => ("+", "reasons that are needed together"),
    }
}

/// The word of what an arrow says.
pub const fn relation(kind: ArrowKind) -> &'static str {
    match kind {
        ArrowKind::Support => "supports",
        ArrowKind::StrictSupport => "entails",
        ArrowKind::Rebuttal => "rebuts",
        ArrowKind::Undercut => "undercuts",
        ArrowKind::Contradiction => "contradicts",
        ArrowKind::Limit => "limits",
        ArrowKind::Answer => "answers",
    }
}

/// The word of an arrow; a leg has none unless what it starts from is preferred.
pub fn arrow(arrow: &Arrow) -> String {
    if arrow.is_leg {
        return if arrow.remark == Some(Remark::Preferred) { "preferred".to_owned() } else { String::new() };
    }
    let word = relation(arrow.kind);
    match (arrow.remark, arrow.force) {
        (Some(Remark::Outweighed), _) => format!("{word} (outweighed)"),
        (Some(Remark::Denied), _) => format!("{word} (its claim is denied)"),
        (Some(Remark::ByDefault), _) => format!("{word} (by default)"),
        (Some(Remark::Preferred), _) => format!("{word} (a preference decides)"),
        // Answers and limits have no force of their own: their claim says how it comes out.
        (None, _) if matches!(arrow.kind, ArrowKind::Answer | ArrowKind::Limit) => word.to_owned(),
        (None, Force::Works) => word.to_owned(),
        (None, Force::Open) => format!("{word} (open)"),
        (None, Force::Fails) => format!("{word} (fails)"),
    }
}
