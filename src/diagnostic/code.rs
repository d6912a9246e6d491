//! The static description of one kind of problem.

/// How loudly a problem speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Breaks the argument or its text: `check` fails.
    Error,
    /// Likely a mistake.
    Warning,
    /// Worth knowing, may be fine.
    Note,
}

impl Level {
    /// The level in lower case, as outputs write it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One kind of problem, declared beside the code that finds it.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// The name in kebab-case; it reads after "allow" and names the mistake, never the cure.
    pub name: &'static str,
    /// How loudly it speaks unless the settings say otherwise.
    pub level: Level,
    /// The problem in one sentence.
    pub summary: &'static str,
}

/// Declares codes with their summaries, and `ALL`, the list of them.
macro_rules! codes {
    ($($(#[doc = $summary:literal])+ $id:ident = $name:literal, $level:ident;)+) => {
        $($(#[doc = $summary])+
        pub static $id: $crate::diagnostic::code::Code = $crate::diagnostic::code::Code {
            name: $name,
            level: $crate::diagnostic::code::Level::$level,
            summary: concat!($($summary),+).trim_ascii(),
        };)+
        /// Every code of this file.
        pub static ALL: &[&$crate::diagnostic::code::Code] = &[$(&$id),+];
    };
}
pub(crate) use codes;
