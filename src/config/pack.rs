//! Packs of rules: what a project has checked beyond what every debate needs.

use serde::Deserialize;

/// Rules that are switched on together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pack {
    /// What every debate needs; always on.
    Core,
    /// What claims rest on outside the debate.
    Sourcing,
    /// Argumentation schemes and their critical questions.
    Schemes,
    /// Words of likelihood and confidence.
    Estimative,
    /// The sides of a debate, treated alike.
    Fairness,
    /// How texts are written.
    Style,
}

impl Pack {
    /// Every pack, in the order in which they are listed.
    pub const ALL: [Self; 6] = [Self::Core, Self::Sourcing, Self::Schemes, Self::Estimative, Self::Fairness, Self::Style];

    /// Its name, as the settings write it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Sourcing => "sourcing",
            Self::Schemes => "schemes",
            Self::Estimative => "estimative",
            Self::Fairness => "fairness",
            Self::Style => "style",
        }
    }

    /// Whether it is on where `chosen` are switched on.
    pub fn is_on(self, chosen: &[Self]) -> bool {
        self == Self::Core || chosen.contains(&self)
    }
}
