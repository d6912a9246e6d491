//! The verdict on a claim.

/// How a claim fares in the grounded labelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It follows from what nobody has defeated.
    Stands,
    /// It is caught in a clash in which neither side has the last word.
    Open,
    /// Something that stands rebuts or contradicts it.
    Denied,
    /// Every one of its supports fails, though nothing that stands denies it.
    Unfounded,
    /// There is no argument for it at all: its support is missing or circular, or its speakers took it back.
    Unsupported,
}

impl Verdict {
    /// All of them, from best to worst.
    pub const ALL: &[Self] = &[Self::Stands, Self::Open, Self::Denied, Self::Unfounded, Self::Unsupported];

    /// The word that `expect` uses: `stands`, `open`, `falls` or `unsupported`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Open => "open",
            Self::Denied | Self::Unfounded => "falls",
            Self::Unsupported => "unsupported",
        }
    }

    /// How a claim that falls does: `denied` or `unfounded`.
    pub const fn how(self) -> Option<&'static str> {
        match self {
            Self::Denied => Some("denied"),
            Self::Unfounded => Some("unfounded"),
            _ => None,
        }
    }

    /// The code of the word in the theory: `in`, `undec`, `out` or `none`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stands => "in",
            Self::Open => "undec",
            Self::Denied | Self::Unfounded => "out",
            Self::Unsupported => "none",
        }
    }

    /// Whether the claim falls.
    pub const fn falls(self) -> bool {
        matches!(self, Self::Denied | Self::Unfounded)
    }
}
