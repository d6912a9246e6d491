//! The static description of one kind of problem.

use std::fmt;

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
#[derive(PartialEq, Eq)]
pub struct Code {
    /// The name in kebab-case; it reads after "allow" and names the mistake, never the cure.
    pub name: &'static str,
    /// How loudly it speaks unless the settings say otherwise.
    pub level: Level,
    /// The problem in one sentence.
    pub summary: &'static str,
    /// Its page in Markdown: its documentation, and by its examples its test (`tests/pages.rs`).
    pub page: &'static str,
}

/// The name alone: a page in the midst of a failed test would hide what failed.
impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Declares codes with their summaries, and `ALL`, the list of them. The page of each lies in the folder `pages` beside the file.
macro_rules! codes {
    ($($(#[doc = $summary:literal])+ $id:ident = $name:literal, $level:ident;)+) => {
        $($(#[doc = $summary])+
        pub static $id: $crate::diagnostic::code::Code = $crate::diagnostic::code::Code {
            name: $name,
            level: $crate::diagnostic::code::Level::$level,
            summary: concat!($($summary),+).trim_ascii(),
            page: include_str!(concat!("pages/", $name, ".md")),
        };)+
        /// Every code of this file.
        pub static ALL: &[&$crate::diagnostic::code::Code] = &[$(&$id),+];
    };
}
pub(crate) use codes;
