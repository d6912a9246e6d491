//! What a rule is, and what it may look at.

use crate::{
    analysis::{circles::Circle, commitments::Store, evaluate::Analysis, loops::Loops, quotations::Quotation},
    config::pack::Pack,
    diagnostic::{code::Code, problem::Diagnostic},
    model::{debate::Debate, load::Files},
};

/// Declares a rule that the function `check` of its file runs: its summary, then name, pack, level and page.
macro_rules! rule {
    ($(#[doc = $summary:literal])+ $name:literal, $pack:ident, $level:ident, $page:literal) => {
        /// The rule.
        pub static RULE: $crate::lint::rule::Rule =
            $crate::lint::rule::Rule { code: &CODE, pack: $crate::config::pack::Pack::$pack, check };

        $(#[doc = $summary])+
        pub static CODE: $crate::diagnostic::code::Code = $crate::diagnostic::code::Code {
            name: $name,
            level: $crate::diagnostic::code::Level::$level,
            summary: concat!($($summary),+).trim_ascii(),
            page: include_str!($page),
        };
    };
}
pub(crate) use rule;

/// All that a rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The debate.
    pub debate: &'a Debate,
    /// What stands, and why.
    pub analysis: &'a Analysis,
    /// The circles of support.
    pub circles: &'a [Circle],
    /// The rebuttals that rest on what they attack.
    pub loops: &'a Loops,
    /// Whether every statement was read and every name was found: if not, what seems to be missing may be there.
    pub whole: bool,
    /// What each party holds.
    pub stores: &'a [Store],
    /// The files of the debate and of its sources.
    pub files: &'a Files,
    /// The quotations, held against them.
    pub quotations: &'a [Quotation],
}

/// A rule: a code and the function that finds it.
#[derive(Debug)]
pub struct Rule {
    /// The code of all that it finds.
    pub code: &'static Code,
    /// The pack with which it is switched on.
    pub pack: Pack,
    /// Finds it; near linear in the debate.
    pub check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}
