//! The parts of an argument map. Indices are those of the map's own lists; nothing here has a size or a place on paper.

use crate::{
    analysis::{evaluate::Force, verdict::Verdict},
    model::{
        debate::ClaimKind,
        ids::{ClaimId, QuestionId},
    },
};

/// An argument map.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Map {
    /// The title of the debate, or of the part that is shown.
    pub title: Option<String>,
    /// What is shown, where that is not the whole debate.
    pub note: Option<String>,
    /// The groups, each after the one it lies in.
    pub groups: Vec<Group>,
    /// The boxes: questions, then claims, both in the order of the debate.
    pub boxes: Vec<Node>,
    /// The joints.
    pub joints: Vec<Joint>,
    /// The arrows.
    pub arrows: Vec<Arrow>,
}

impl Map {
    /// Gives each claim the label by which the page around the map calls it.
    pub fn call(&mut self, label: impl Fn(ClaimId) -> Option<String>) {
        for node in &mut self.boxes {
            if let Subject::Claim(claim, _) = node.subject {
                node.mark = label(claim);
            }
        }
    }
}

/// Boxes under one heading, or of one file without headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The words of the heading, or the name under which the file is used.
    pub title: String,
    /// The group it lies in.
    pub parent: Option<u32>,
}

/// A text, whole and cut to fit a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// At most [`crate::diagram::map::BOX_COLUMNS`] columns, cut between words.
    pub short: String,
    /// All of it.
    pub whole: String,
}

/// What a box stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A question.
    Question(QuestionId),
    /// A claim.
    Claim(ClaimId, ClaimKind),
}

/// How what a box stands for comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// A claim has this verdict.
    Claim(Verdict),
    /// One answer alone stands.
    Answered,
    /// No answer alone stands, and the default does not fall.
    ByDefault,
    /// Several answers stand, and the question takes several.
    Together,
    /// Several answers stand, and the question takes one.
    TooMany,
    /// A question has no answer.
    Unanswered,
}

/// A box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub subject: Subject,
    /// How that comes out.
    pub status: Status,
    /// Whether it stands, and a limit of it does too.
    pub limited: bool,
    /// What is said.
    pub text: Label,
    /// The name in the files.
    pub name: String,
    /// The names of those who say it, and have not taken it back.
    pub speakers: Vec<String>,
    /// The group it lies in.
    pub group: Option<u32>,
    /// How much bears on it that is not shown, in an overview.
    pub beneath: Option<Tally>,
    /// The number of the sheet on which it is found, where it is in an overview or stands for what lies elsewhere.
    pub sheet: Option<u32>,
    /// What it stands for, where that lies on another sheet.
    pub elsewhere: Option<Elsewhere>,
    /// What the page around the map calls it.
    pub mark: Option<String>,
}

/// What a small box stands for that lies on other sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Elsewhere {
    /// The box of that name, on the sheet that it says.
    Box,
    /// Several boxes, on the sheet that it says and on these.
    Several(Vec<u32>),
}

/// What bears on a box, by side, and whether all of it is drawn that does so directly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// What speaks for it, and against what speaks against it.
    pub pro: Counts,
    /// What speaks against it, and against what speaks for it.
    pub contra: Counts,
    /// How many lines that lead to it are not drawn, where others are.
    pub undrawn: usize,
}

/// How many statements have an effect, by how they come out, and how many have none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that stand.
    pub stand: usize,
    /// Those that are open.
    pub open: usize,
    /// Those that do nothing for or against it, as things stand.
    pub idle: usize,
}

impl Counts {
    /// All of them.
    pub const fn all(&self) -> usize {
        self.stand + self.open + self.idle
    }

    /// These and `other`.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { stand: self.stand + other.stand, open: self.open + other.open, idle: self.idle + other.idle }
    }
}

/// Where lines meet: premises of one step, a step and what undercuts it, or three claims and more that contradict each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// What it joins.
    pub kind: ArrowKind,
    /// How many lines come together in it, not counting those that attack it.
    pub legs: u32,
    /// How its step fares.
    pub force: Force,
    /// The group it lies in.
    pub group: Option<u32>,
}

/// One end of an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// A box.
    Box(u32),
    /// A joint.
    Joint(u32),
}

impl End {
    /// Its number among all ends of a map of so many `boxes`: these come first, then the joints.
    pub const fn number(self, boxes: usize) -> u32 {
        match self {
            Self::Box(index) => index,
            Self::Joint(index) => index + boxes as u32,
        }
    }
}

/// What an arrow says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArrowKind {
    /// A reason for a claim.
    Support,
    /// A reason from which a claim follows with necessity.
    StrictSupport,
    /// An objection to a claim.
    Rebuttal,
    /// An objection to a step; it ends on a joint.
    Undercut,
    /// Claims that cannot stand together; it has no direction.
    Contradiction,
    /// A qualification.
    Limit,
    /// A claim answers a question.
    Answer,
}

/// What is to be added to the word of an arrow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remark {
    /// The rebuttal is granted, but a preference ranks it below what it attacks.
    Outweighed,
    /// The support does not fail by itself: its claim is denied.
    Denied,
    /// The question has this answer because no other stands alone.
    ByDefault,
    /// The claims contradict each other, and a preference decides for the one at the end, or of a leg for the one at its start.
    Preferred,
}

/// A line between two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Arrow {
    /// Where it starts.
    pub from: End,
    /// Where it ends.
    pub to: End,
    /// What it says.
    pub kind: ArrowKind,
    /// Whether it does what it says: for a leg, whether what it starts from stands.
    pub force: Force,
    /// Whether it only leads to the joint of its own step, and so bears neither head nor word.
    pub is_leg: bool,
    /// What is to be added to its word.
    pub remark: Option<Remark>,
}

impl Arrow {
    /// Whether a preference decides a clash along this line: `Some(true)` for what is at its end, `Some(false)` for what is at its start.
    pub const fn decided(&self) -> Option<bool> {
        match self.remark {
            Some(Remark::Outweighed) => Some(true),
            Some(Remark::Preferred) => Some(!self.is_leg),
            _ => None,
        }
    }
}
