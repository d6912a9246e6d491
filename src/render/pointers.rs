//! Where each text of a page stands, and the words that lead there: `judgement 2`, `the second reason for judgement 1`, `Freeman's objection
//! to judgement 4`.
//!
//! A text stands in full on a page once. Elsewhere a pointer calls it by what it is there, by its order and by whom it comes from. The page is
//! laid out first and told then, so that a pointer can be as short as the whole page allows: a speaker is enough who objected once.
//!
//! Invariant: no two texts of a page have the same pointer, and each stands where its pointer says (`tests/brief_pointers.rs`).

use crate::{
    model::ids::{PartyId, StepId},
    render::prose::words,
};
use std::collections::BTreeMap;

/// What a text, or a reason, is where it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// What a judgement says.
    Judgement,
    /// What a judgement is about, and does not say.
    Claim,
    /// An answer, by the word that tells it from others: `other`, `rival` or none.
    Answer(&'static str),
    /// A reason, which is made of points.
    Reason,
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
    /// A statement that is named on the way, and told nowhere else.
    Named,
    /// An entry of the section with this title, by its order there.
    Entry(&'static str, usize),
}

impl Role {
    const fn noun(self) -> &'static str {
        match self {
            Self::Judgement => "judgement",
            Self::Claim => "claim",
            Self::Answer(_) => "answer",
            Self::Reason => "reason",
            Self::Point => "point",
            Self::Objection => "objection",
            Self::Reply => "reply",
            Self::Limit => "limit",
            Self::Note => "note",
            Self::Named | Self::Entry(..) => "statement",
        }
    }

    /// What joins it to that which it belongs to.
    const fn joint(self) -> &'static str {
        match self {
            Self::Reason => "for",
            Self::Objection | Self::Reply => "to",
            Self::Claim | Self::Point | Self::Limit => "of",
            Self::Note => "on",
            _ => "in",
        }
    }
}

/// The most words of what something belongs to that a pointer to it repeats.
const DEEP: usize = 6;

/// What follows an order within a whole case.
const IN_CASE: &str = " in the case";

/// What a place belongs to: another place, or else the judgement within which it stands.
type Owner = (Option<usize>, usize);

/// A place on a page.
#[derive(Debug, Clone)]
struct Place {
    role: Role,
    /// The judgement within which it stands; 0 outside of them.
    judgement: usize,
    of: Option<usize>,
    /// Its order among those of its role with the same owner, from 1.
    nth: usize,
    /// Its order among those of its role within the judgement, from 1.
    overall: usize,
    speakers: Vec<PartyId>,
    /// Of a reason, how many points it has.
    points: usize,
}

impl Place {
    fn owner(&self) -> Owner {
        (self.of, if self.of.is_some() { 0 } else { self.judgement })
    }
}

/// The places of a page in the order in which they are told.
#[derive(Debug, Clone, Default)]
pub struct Layout<'r> {
    places: Vec<Place>,
    texts: BTreeMap<&'r str, usize>,
    reasons: BTreeMap<StepId, usize>,
    counts: BTreeMap<(Role, Owner), usize>,
    overall: BTreeMap<(Role, usize), usize>,
}

impl<'r> Layout<'r> {
    /// The texts that stand on the page.
    pub fn texts(&self) -> impl Iterator<Item = &'r str> {
        self.texts.keys().copied()
    }

    /// Where `text` stands.
    pub fn find_text(&self, text: &str) -> Option<usize> {
        self.texts.get(text.trim()).copied()
    }

    /// Where `reason` stands.
    pub fn find_reason(&self, reason: StepId) -> Option<usize> {
        self.reasons.get(&reason).copied()
    }

    /// Puts `text` within `judgement` as that which belongs to the place `of`, unless it stands on the page already.
    pub fn put(&mut self, text: &'r str, role: Role, judgement: usize, of: Option<usize>, speakers: Vec<PartyId>) {
        if self.find_text(text).is_none() {
            let at = self.add(role, judgement, of, speakers, 0);
            self.texts.insert(text.trim(), at);
        }
    }

    /// The same for a reason of some `points`.
    pub fn put_reason(&mut self, reason: StepId, judgement: usize, of: Option<usize>, points: usize) {
        if self.find_reason(reason).is_none() {
            let at = self.add(Role::Reason, judgement, of, Vec::new(), points);
            self.reasons.insert(reason, at);
        }
    }

    fn add(&mut self, role: Role, judgement: usize, of: Option<usize>, speakers: Vec<PartyId>, points: usize) -> usize {
        let mut place = Place { role, judgement, of, nth: 0, overall: 0, speakers, points };
        for (count, order) in [
            (self.counts.entry((role, place.owner())).or_default(), &mut place.nth),
            (self.overall.entry((role, judgement)).or_default(), &mut place.overall),
        ] {
            *count += 1;
            *order = *count;
        }
        self.places.push(place);
        self.places.len() - 1
    }

    /// The pointers to its places; `name` gives the possessive of a party whose name is short. Linear in the places, up to a logarithm.
    pub fn pointers(&self, name: impl Fn(PartyId) -> Option<String>) -> Vec<Pointer> {
        let voice = |place: &Place| match place.speakers.as_slice() {
            [only] if matches!(place.role, Role::Objection | Role::Reply) => name(*only).map(|name| (*only, name)),
            _ => None,
        };
        let mut voices: BTreeMap<(Role, usize, PartyId), usize> = BTreeMap::new();
        let mut direct: BTreeMap<(Role, Owner, PartyId), usize> = BTreeMap::new();
        for place in &self.places {
            if let Some((party, _)) = voice(place) {
                *voices.entry((place.role, place.judgement, party)).or_default() += 1;
                *direct.entry((place.role, place.owner(), party)).or_default() += 1;
            }
        }
        let mut pointers: Vec<Pointer> = Vec::with_capacity(self.places.len());
        for place in &self.places {
            let (role, judgement) = (place.role, place.judgement);
            let total = self.counts.get(&(role, place.owner())).copied().unwrap_or(1);
            let owner = place.of.and_then(|of| Some((self.places.get(of)?, pointers.get(of)?)));
            let nth = (total > 1).then_some((place.nth, total));
            let mut pointer = Pointer {
                lead: None,
                nth,
                noun: role.noun().to_owned(),
                rest: String::new(),
                joint: role.joint(),
                judgement,
                is_judgement: role == Role::Judgement,
            };
            match (role, owner) {
                (Role::Judgement | Role::Claim, _) => pointer.nth = None,
                (Role::Entry(section, entry), _) => pointer = Pointer::entry(pointer, section, entry),
                (Role::Answer(which), _) if !which.is_empty() => pointer.noun = format!("{which} answer"),
                (Role::Point, Some((of, whole))) => {
                    let beneath = of.of.filter(|_| whole.nth.is_none()).and_then(|of| Some((self.places.get(of)?, pointers.get(of)?)));
                    match beneath.filter(|(owner, _)| owner.role == Role::Point) {
                        // The reason for a point is beneath it; to name it would say "reason" and "point" by turns.
                        Some((_, point)) => {
                            pointer = Pointer { rest: format!(" beneath {}", point.core()), ..point.clone() };
                            pointer.noun = role.noun().to_owned();
                            pointer.nth = (of.points > 1).then_some((place.nth, of.points));
                        }
                        None if of.points == 1 => pointer = whole.clone(),
                        None => {
                            pointer.nth = Some((place.nth, of.points));
                            pointer.rest = format!(" of {}", whole.core());
                            (pointer.joint, pointer.judgement) = (whole.joint, whole.judgement);
                        }
                    }
                }
                (Role::Objection | Role::Reply | Role::Limit, Some((_, whole))) if judgement > 0 && whole.is_deep() => {
                    pointer.nth = Some((place.overall, self.overall.get(&(role, judgement)).copied().unwrap_or(1)));
                    (pointer.rest, pointer.joint) = (IN_CASE.to_owned(), "for");
                }
                (_, Some((of, whole))) => {
                    if role == Role::Reason && matches!(of.role, Role::Objection | Role::Reply) {
                        pointer.noun = "reason given".to_owned();
                    }
                    if of.role != Role::Judgement {
                        pointer.rest = format!(" {} {}", role.joint(), whole.brief());
                        (pointer.joint, pointer.judgement) = (whole.joint, whole.judgement);
                    }
                }
                (_, None) => {
                    let all = self.overall.get(&(role, judgement)).copied().unwrap_or(1);
                    (pointer.nth, pointer.joint) = ((all > 1).then_some((place.overall, all)), "in");
                }
            }
            if let Some((party, name)) = voice(place) {
                let is_only = |count: Option<&usize>| count == Some(&1);
                let is_near = owner.is_some_and(|(of, _)| matches!(of.role, Role::Judgement | Role::Claim));
                if !is_near && is_only(voices.get(&(role, judgement, party))) {
                    let rest = owner.map_or_else(String::new, |(of, whole)| self.near(role, of, whole, &pointers));
                    pointer = Pointer { rest, joint: "in", judgement, ..pointer };
                    (pointer.lead, pointer.nth) = (Some(name), None);
                } else if !pointer.rest.ends_with(IN_CASE) && owner.is_some() && is_only(direct.get(&(role, place.owner(), party))) {
                    (pointer.lead, pointer.nth) = (Some(name), None);
                }
            }
            pointers.push(pointer);
        }
        pointers
    }

    /// What something of this role bears on that its speaker says once in a judgement, where that is not the judgement itself: an answer, or a
    /// reason for one.
    fn near(&self, role: Role, of: &Place, whole: &Pointer, pointers: &[Pointer]) -> String {
        if matches!(of.role, Role::Answer(_)) {
            return format!(" {} {}", role.joint(), whole.core());
        }
        let mut above = of;
        while let Some(at) = above.of {
            let Some(place) = self.places.get(at) else { break };
            if let (Role::Answer(_), Some(answer)) = (place.role, pointers.get(at)) {
                return format!(" in the case for {}", answer.core());
            }
            above = place;
        }
        String::new()
    }

    /// The judgement within which the place `at` stands; 0 outside of them.
    pub fn judgement(&self, at: usize) -> Option<usize> {
        self.places.get(at).map(|place| place.judgement)
    }

    /// The role of the place `at`.
    pub fn role(&self, at: usize) -> Option<Role> {
        self.places.get(at).map(|place| place.role)
    }
}

/// The words that lead to a place, in their parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// Whose it is: `Freeman's`.
    lead: Option<String>,
    /// Its order, and among how many; nothing where it is the only one.
    nth: Option<(usize, usize)>,
    noun: String,
    /// What it belongs to, short of the judgement.
    rest: String,
    /// What joins it to the judgement.
    joint: &'static str,
    /// The judgement within which it stands; 0 outside of them.
    pub judgement: usize,
    /// Whether it is what the judgement says.
    pub is_judgement: bool,
}

impl Pointer {
    fn entry(within: Self, section: &str, entry: usize) -> Self {
        let list = if section == "Assumptions" {
            format!("{} assumption", words::ordinal(entry))
        } else {
            format!("{} entry under “{section}”", words::ordinal(entry))
        };
        match within.nth {
            None => Self { noun: list, judgement: 0, ..within },
            Some(_) => Self { rest: format!(" in the {list}"), judgement: 0, ..within },
        }
    }

    /// Whether what belongs to it is better told by its order in the whole case.
    fn is_deep(&self) -> bool {
        self.core().split_whitespace().count() > DEEP
    }

    /// It without its judgement.
    fn core(&self) -> String {
        let lead = self.lead.as_deref().unwrap_or("the");
        match self.nth {
            None => format!("{lead} {}{}", self.noun, self.rest),
            Some((nth, _)) => format!("{lead} {} {}{}", words::ordinal(nth), self.ordered(false), self.rest),
        }
    }

    /// Its core where that belongs to a longer pointer: a speaker is enough who says such a thing once in the judgement.
    fn brief(&self) -> String {
        match &self.lead {
            Some(lead) if self.joint == "in" && self.nth.is_none() => format!("{lead} {}", self.noun),
            _ => self.core(),
        }
    }

    /// Its noun behind an ordinal, of `many` or of one.
    fn ordered(&self, many: bool) -> String {
        match self.noun.strip_suffix(" answer") {
            Some(which) => format!("of the {which} answers"),
            None if many => plural(&self.noun),
            None => self.noun.clone(),
        }
    }

    /// What stands behind its core; `judgement` names its judgement, and `here` is what stands there where that is the one that is told.
    fn tail(&self, judgement: &str, here: Option<&str>, is_single: bool) -> String {
        match here {
            _ if self.judgement == 0 => String::new(),
            Some("") => String::new(),
            Some("it") if self.joint == "in" => String::new(),
            Some("it") => format!(" {} it", self.joint),
            // Other answers have reasons too, above and below.
            Some(side) if self.joint != "for" => format!(" {side}"),
            _ if is_single && self.joint == "in" => String::new(),
            _ => format!(" {} {judgement}", self.joint),
        }
    }

    /// Whether it differs from `other` in nothing but its order.
    fn is_beside(&self, other: &Self) -> bool {
        self.lead.is_none()
            && self.nth.is_some()
            && other.nth.is_some()
            && (&self.lead, &self.noun, &self.rest, self.joint, self.judgement)
                == (&other.lead, &other.noun, &other.rest, other.joint, other.judgement)
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
    const fn word(self) -> &'static str {
        match self {
            Self::And => "and",
            Self::Or => "or",
        }
    }

    fn list(self, items: &[String]) -> String {
        if self == Self::And { words::and(items) } else { words::or(items) }
    }
}

/// What a text is called by: itself in quotation marks, or a pointer with the side on which it stands in its judgement where that is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Call {
    /// All its words.
    Whole(String),
    /// Where it stands.
    At(Pointer, Option<&'static str>),
}

/// `calls` in words, those that differ in their order alone as one; `judgement` names one by its number, and `is_single` says that there is
/// but one.
pub fn told(calls: &[Call], joined: Joined, judgement: impl Fn(usize) -> String, is_single: bool) -> String {
    let mut groups: Vec<Vec<(&Pointer, Option<&'static str>)>> = Vec::new();
    // What stands between, in its order: a text, or a group by its index.
    let mut order: Vec<Result<&str, usize>> = Vec::new();
    for call in calls {
        match call {
            Call::Whole(text) => order.push(Ok(text)),
            Call::At(pointer, side) => match groups.iter_mut().find(|g| g.first().is_some_and(|(first, _)| first.is_beside(pointer))) {
                Some(group) if !group.iter().any(|(known, _)| *known == pointer) => group.push((pointer, *side)),
                Some(_) => {}
                None => {
                    order.push(Err(groups.len()));
                    groups.push(vec![(pointer, *side)]);
                }
            },
        }
    }
    let mut items: Vec<(String, String)> = Vec::new();
    for entry in order {
        let item = match entry {
            Ok(text) => (text.to_owned(), String::new()),
            Err(group) => {
                let group = groups.get(group).map_or(&[][..], Vec::as_slice);
                let Some((first, side)) = group.first() else { continue };
                match first.is_judgement {
                    true => (judgement(first.judgement), String::new()),
                    false => (several(group, joined), first.tail(&judgement(first.judgement), *side, is_single)),
                }
            }
        };
        if !items.contains(&item) {
            items.push(item);
        }
    }
    // Where neighbours stand in the same judgement, that is said once.
    let runs = items.chunk_by(|a, b| a.1 == b.1 && (a.1.is_empty() || a.1.starts_with(" in ") || a.1 == " above"));
    let names: Vec<(String, bool)> = runs
        .map(|run| {
            let cores: Vec<String> = run.iter().map(|(core, _)| core.clone()).collect();
            (format!("{}{}", joined.list(&cores), run.first().map_or("", |(_, tail)| tail)), run.len() > 1)
        })
        .collect();
    let is_flat = names.len() == 1 || names.iter().all(|(_, several)| !several);
    let names: Vec<String> = names.into_iter().map(|(name, _)| name).collect();
    match names.split_last() {
        Some((last, rest)) if !is_flat => format!("{}; {} {last}", rest.join("; "), joined.word()),
        _ => joined.list(&names),
    }
}

/// Pointers that differ in their order alone, without their judgement.
fn several(group: &[(&Pointer, Option<&'static str>)], joined: Joined) -> String {
    let Some((first, _)) = group.first() else { return String::new() };
    let Some((_, total)) = first.nth.filter(|_| group.len() > 1) else { return first.core() };
    let mut orders: Vec<usize> = group.iter().filter_map(|(pointer, _)| pointer.nth.map(|(nth, _)| nth)).collect();
    orders.sort_unstable();
    let (noun, rest) = (&first.noun, &first.rest);
    let plural = plural(noun);
    match (joined, orders.len() == total, total) {
        (Joined::And, true, 2) => format!("both {plural}{rest}"),
        (Joined::And, true, _) => format!("all {} {plural}{rest}", words::number(total)),
        (Joined::Or, true, 2) => format!("either {noun}{rest}"),
        (Joined::Or, true, _) => format!("any one of the {} {plural}{rest}", words::number(total)),
        (_, false, _) => {
            let orders: Vec<String> = orders.into_iter().map(words::ordinal).collect();
            format!("the {} {}{rest}", joined.list(&orders), first.ordered(joined == Joined::And))
        }
    }
}

fn plural(noun: &str) -> String {
    match (noun.strip_suffix(" given"), noun.strip_suffix('y')) {
        (Some(noun), _) => format!("{noun}s given"),
        (None, Some(stem)) => format!("{stem}ies"),
        (None, None) => format!("{noun}s"),
    }
}
