//! The colours of maps: fills that carry dark text in print and on dark pages, lines that show on white and on black, and hues (blue,
//! amber, vermilion, purple) that people who see few colours tell apart. No colour says anything that a mark, word or line does not.

use crate::{
    analysis::{evaluate::Force, verdict::Verdict},
    diagram::parts::{Arrow, ArrowKind, Status},
};

/// Text in a box.
pub const INK: &str = "#1a1a1a";
/// What has no effect.
pub const FAINT: &str = "#a3a8ae";
/// The frame and title of a group.
pub const FRAME: &str = "#8a9099";

/// How a box is painted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Paint {
    /// A word for it, of letters only.
    pub class: &'static str,
    /// The ground.
    pub fill: &'static str,
    /// The border.
    pub line: &'static str,
}

const STANDS: Paint = Paint { class: "stands", fill: "#d9eafa", line: "#1f6fb2" };
const OPEN: Paint = Paint { class: "undecided", fill: "#fff2c2", line: "#a97900" };
const FALLS: Paint = Paint { class: "falls", fill: "#fbe0d3", line: "#c2410c" };
const UNSUPPORTED: Paint = Paint { class: "unsupported", fill: "#ebebeb", line: "#6b6b6b" };

/// All of them.
pub const PAINTS: &[Paint] = &[STANDS, OPEN, FALLS, UNSUPPORTED];

/// The paint of a box.
pub const fn paint(status: Status) -> Paint {
    match status {
        Status::Claim(Verdict::Stands) | Status::Answered | Status::ByDefault | Status::Together => STANDS,
        Status::Claim(Verdict::Open) | Status::TooMany | Status::Unanswered => OPEN,
        Status::Claim(Verdict::Denied | Verdict::Unfounded) => FALLS,
        Status::Claim(Verdict::Unsupported) => UNSUPPORTED,
    }
}

/// The colour of a line.
pub fn stroke(arrow: &Arrow) -> &'static str {
    match (arrow.force, arrow.kind) {
        (Force::Fails, _) => FAINT,
        (_, ArrowKind::Support | ArrowKind::StrictSupport) => "#3b82c4",
        (_, ArrowKind::Rebuttal | ArrowKind::Contradiction) => "#d9560b",
        (_, ArrowKind::Undercut) => "#a64ca6",
        (_, ArrowKind::Limit | ArrowKind::Answer) => "#7a808a",
    }
}
