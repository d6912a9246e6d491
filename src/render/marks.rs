//! The marks of a page: `1b` stands behind a text in the case of judgement 1, and the rest of the page calls that text `point 1b`.
//!
//! A text stands in full on a page once. What the page speaks of again has a mark where it stands, and what it does not has none; so the page
//! is told twice, first to learn what it speaks of. The marks of a judgement ascend: its number, one higher than all for what stands
//! outside of the judgements, then letters. Where there is but one judgement, a mark is a number alone.
//!
//! Invariant: no two texts of a page have the same mark, and each mark stands behind its text (`tests/brief_marks.rs`).

use crate::render::prose::words;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// What a text is where it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// What a judgement says.
    Judgement,
    /// What a judgement is about, and does not say.
    Claim,
    /// An answer to a question.
    Answer,
    /// A point of a reason.
    Point,
    /// What was said against something.
    Objection,
    /// What was said against an objection.
    Reply,
    /// What qualifies something.
    Limit,
    /// What is noted on something.
    Note,
    /// Anything else.
    Statement,
}

impl Role {
    const fn noun(self) -> &'static str {
        match self {
            Self::Judgement => "judgement",
            Self::Claim => "claim",
            Self::Answer => "answer",
            Self::Point => "point",
            Self::Objection => "objection",
            Self::Reply => "reply",
            Self::Limit => "limit",
            Self::Note => "remark",
            Self::Statement => "statement",
        }
    }
}

/// The mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The number of its judgement; 0 where marks are numbers alone.
    judgement: usize,
    /// Its order among the marks of that judgement, from 1.
    nth: usize,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.judgement == 0 {
            return write!(f, "{}", self.nth);
        }
        // Letters count as digits that have no zero: z is followed by aa.
        let mut letters = Vec::new();
        let mut left = self.nth;
        while left > 0 {
            letters.push(char::from(b'a' + u8::try_from((left - 1) % 26).expect("less than 26")));
            left = (left - 1) / 26;
        }
        write!(f, "{}{}", self.judgement, letters.into_iter().rev().collect::<String>())
    }
}

#[derive(Debug, Clone, Copy)]
struct Place {
    role: Role,
    /// The judgement within which it stands; 0 outside of them.
    judgement: usize,
    /// Its order on the page.
    order: usize,
}

/// The texts of a page in the order in which they are told or first named.
#[derive(Debug, Clone, Default)]
pub struct Layout<'r> {
    told: BTreeMap<&'r str, Place>,
    named: BTreeMap<&'r str, Place>,
    called: BTreeMap<&'r str, usize>,
    next: usize,
}

impl<'r> Layout<'r> {
    /// The texts that stand on the page.
    pub fn texts(&self) -> impl Iterator<Item = &'r str> {
        self.told.keys().copied()
    }

    /// Whether `text` stands on the page.
    pub fn is_told(&self, text: &str) -> bool {
        self.told.contains_key(text.trim())
    }

    /// Puts `text` within `judgement`, unless it stands on the page already.
    pub fn put(&mut self, text: &'r str, role: Role, judgement: usize) {
        self.next += 1;
        self.told.entry(text.trim()).or_insert(Place { role, judgement, order: self.next });
    }

    /// That `text` is spoken of within `judgement`. Gives whether it is, for the first time, and nothing has told it before.
    pub fn call(&mut self, text: &'r str, judgement: usize) -> bool {
        let text = text.trim();
        *self.called.entry(text).or_default() += 1;
        if self.told.contains_key(text) || self.named.contains_key(text) {
            return false;
        }
        self.next += 1;
        self.named.insert(text, Place { role: Role::Statement, judgement, order: self.next });
        true
    }

    /// What the texts are called by that the page speaks of, or tells and are among `listed`, on a page of so many `judgements`. A text that it
    /// names and tells nowhere is told where it is named first.
    pub fn calls(&self, judgements: usize, listed: &BTreeSet<&str>) -> BTreeMap<&'r str, Call> {
        let times = |text: &str| self.called.get(text).copied().unwrap_or(0);
        let told = self.told.iter().filter(|(text, place)| (place.role != Role::Note && listed.contains(*text)) || times(text) > 0);
        let named = self.named.iter().filter(|(text, _)| !self.is_told(text) && times(text) > 1);
        let mut places: Vec<(&str, Place)> = told.chain(named).map(|(text, place)| (*text, *place)).collect();
        places.sort_by_key(|(_, place)| place.order);
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        let mut call = |place: Place| match place.role {
            Role::Judgement => Call::Judgement(place.judgement),
            Role::Claim => Call::Claim(place.judgement),
            role => {
                let judgement = match (judgements, place.judgement) {
                    (0 | 1, _) => 0,
                    (_, 0) => judgements + 1,
                    (_, number) => number,
                };
                let nth = counts.entry(judgement).or_default();
                *nth += 1;
                Call::Marked(role, Mark { judgement, nth: *nth })
            }
        };
        places.into_iter().map(|(text, place)| (text, call(place))).collect()
    }
}

/// What a text is called by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    /// All its words.
    Whole(String),
    /// What the judgement of this number says.
    Judgement(usize),
    /// What the judgement of this number is about.
    Claim(usize),
    /// The mark behind it.
    Marked(Role, Mark),
}

impl Call {
    /// By what calls follow each other down a page.
    pub const fn order(&self) -> (usize, usize) {
        match self {
            Self::Whole(_) => (usize::MAX, 0),
            Self::Judgement(number) | Self::Claim(number) => (*number, 0),
            Self::Marked(_, mark) => (mark.judgement, mark.nth),
        }
    }

    /// Its mark, if it has one.
    pub const fn mark(&self) -> Option<Mark> {
        if let Self::Marked(_, mark) = self { Some(*mark) } else { None }
    }
}

/// How several things are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Joined {
    /// All of them.
    And,
    /// Any of them.
    Or,
}

impl Joined {
    fn list(self, items: &[String]) -> String {
        if self == Self::And { words::and(items) } else { words::or(items) }
    }
}

/// `calls` in words, each thing once and those of one kind together: `points 1a and 1b, objection 1f and judgement 4`. `judgement` and
/// `claim` name a judgement, or its claim, by its number; `gloss` is what stands behind a mark.
pub fn told(
    calls: &[Call],
    joined: Joined,
    judgement: impl Fn(usize) -> String,
    claim: impl Fn(usize) -> String,
    gloss: impl Fn(Mark) -> String,
) -> String {
    let mut items: Vec<String> = Vec::new();
    let mut seen: BTreeSet<Role> = BTreeSet::new();
    for call in calls {
        let item = match call {
            Call::Whole(text) => text.clone(),
            Call::Judgement(number) => judgement(*number),
            Call::Claim(number) => claim(*number),
            Call::Marked(role, _) if !seen.insert(*role) => continue,
            Call::Marked(role, _) => {
                let marks =
                    calls.iter().filter_map(|c| if let Call::Marked(other, mark) = c { (other == role).then_some(*mark) } else { None });
                let marks: BTreeSet<Mark> = marks.collect();
                let noun = if marks.len() > 1 && joined == Joined::And { plural(role.noun()) } else { role.noun().to_owned() };
                let marks: Vec<String> = marks.into_iter().map(|mark| format!("{mark}{}", gloss(mark))).collect();
                format!("{noun} {}", joined.list(&marks))
            }
        };
        if !items.contains(&item) {
            items.push(item);
        }
    }
    match joined {
        // A list of lists reads best with each of them closed.
        Joined::Or if items.len() > 1 && items.iter().any(|item| item.contains(" or ")) => items.join(", or "),
        Joined::And if items.len() > 1 && items.iter().any(|item| item.contains(" and ")) => {
            let (last, rest) = items.split_last().expect("two at least");
            format!("{}, and {last}", rest.join(", "))
        }
        _ => joined.list(&items),
    }
}

fn plural(noun: &str) -> String {
    noun.strip_suffix('y').map_or_else(|| format!("{noun}s"), |stem| format!("{stem}ies"))
}
