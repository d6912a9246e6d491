//! What a change is: to what, what is done, and in what it is another.

/// What a change is made to, by pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A question.
    Question(u32),
    /// A claim, with the step that is made with its text where that comes or goes too, as with a rebuttal.
    Claim(u32, Option<u32>),
    /// A step.
    Step(u32),
    /// A limit.
    Limit(u32),
    /// A contradiction.
    Contradiction(u32),
    /// A preference.
    Preference(u32),
    /// What a party does with a claim.
    Act(u32),
    /// A party.
    Party(u32),
    /// A source.
    Source(u32),
    /// A term.
    Term(u32),
    /// An expectation.
    Expectation(u32),
    /// The day of the debate.
    AsOf,
    /// What else the debate says of itself.
    About,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another.
    Changed,
}

impl Kind {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// In what something is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Its name.
    Name,
    /// Its text.
    Text,
    /// What it cites.
    Cites,
    /// Whether it is said, assumed or a fact.
    Kind,
    /// Who says it.
    Speakers,
    /// The questions it answers.
    Questions,
    /// When it was said.
    Date,
    /// Its other attributes, as `attributes` lists them.
    Details,
    /// What a step starts from.
    Premises,
    /// What a step bears on.
    Targets,
    /// Whether a step is strict.
    Strict,
    /// The default of a question.
    Default,
    /// What is expected of it.
    Expected,
}

impl Aspect {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Text => "text",
            Self::Cites => "cites",
            Self::Kind => "kind",
            Self::Speakers => "speakers",
            Self::Questions => "questions",
            Self::Date => "date",
            Self::Details => "details",
            Self::Premises => "premises",
            Self::Targets => "targets",
            Self::Strict => "strict",
            Self::Default => "default",
            Self::Expected => "expected",
        }
    }

    /// Whether verdicts can depend on it.
    const fn is_formal(self) -> bool {
        !matches!(self, Self::Name | Self::Text | Self::Cites | Self::Details | Self::Expected)
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// To what.
    pub item: Item,
    /// What is done.
    pub kind: Kind,
    /// In what, where it is another.
    pub aspects: Vec<Aspect>,
}

impl Change {
    /// Whether verdicts can depend on it.
    pub fn is_formal(&self) -> bool {
        match (self.item, self.kind) {
            (Item::Question(_) | Item::Claim(..) | Item::Step(_), Kind::Changed) => self.aspects.iter().any(|a| a.is_formal()),
            (Item::Question(_) | Item::Claim(..) | Item::Step(_) | Item::AsOf, _) => true,
            (Item::Contradiction(_) | Item::Preference(_) | Item::Act(_), kind) => kind != Kind::Changed,
            _ => false,
        }
    }
}
