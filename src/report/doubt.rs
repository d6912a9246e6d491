//! What a run could not look at, so that what it does not find may still be there.

use crate::{
    diagnostic::code::Code,
    extract::document::Kind,
    lint::registry,
    model::{
        debate::Debate,
        documents::{Content, Documents},
    },
};

/// What a run could not look at in a debate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Doubt {
    /// Not every statement was read, or not every name found.
    pub partial: bool,
    /// The file of a source could not be read.
    pub unread: bool,
    /// Files of sources may be readable on one machine and not on another.
    pub varies: bool,
}

impl Doubt {
    /// The doubt about a debate, of which `partial` tells whether something in its text or names is wrong.
    pub fn of(debate: &Debate, documents: &Documents, partial: bool) -> Self {
        let filed = || debate.sources.iter().filter_map(|source| documents.find(source.stated()));
        Self {
            partial,
            unread: filed().any(|filed| !matches!(filed.content, Content::Read(_))),
            varies: filed().any(|filed| documents.has_folder || Kind::of(&filed.path) == Kind::Pdf),
        }
    }

    /// Whether what has the code of this name may be there although it is not found.
    pub fn hides(self, code: &str) -> bool {
        let is_among = |codes: &[&Code]| codes.iter().any(|known| known.name == code);
        self.partial || (self.unread && is_among(&registry::OF_SOURCE_TEXTS)) || (self.varies && is_among(&[registry::OF_MISSING_TEXTS]))
    }

    /// Both doubts.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self { partial: self.partial || other.partial, unread: self.unread || other.unread, varies: self.varies || other.varies }
    }
}
