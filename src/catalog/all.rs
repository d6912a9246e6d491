//! The list of all codes.
//!
//! Codes are declared beside their finders; they are collected here because only a high floor may know all finders. What a code
//! means stands on its page; how loudly it speaks in a project stands in the settings.

use crate::{
    allow::{self, apply::Known},
    analysis, bibliography,
    config::{self, pack::Pack},
    diagnostic::{
        code::{Code, Level},
        nearest::find_nearest,
    },
    lint::registry::RULES,
    model, syntax,
};

/// The lists of all modules that find problems; the rules are listed in their registry.
static LISTS: &[&[&Code]] =
    &[syntax::codes::ALL, bibliography::codes::ALL, model::codes::ALL, config::codes::ALL, analysis::codes::ALL, allow::codes::ALL];

fn each() -> impl Iterator<Item = &'static Code> {
    LISTS.iter().flat_map(|list| list.iter().copied()).chain(RULES.iter().map(|rule| rule.code))
}

/// Every code, sorted by name.
pub fn all() -> Vec<&'static Code> {
    let mut all: Vec<&'static Code> = each().collect();
    all.sort_by_key(|code| code.name);
    all
}

/// The code of this name.
pub fn find_code(name: &str) -> Option<&'static Code> {
    each().find(|code| code.name == name)
}

/// The pack of the rule that finds `code`; `None` where no rule finds it, so that it is always told.
pub fn find_pack(code: &Code) -> Option<Pack> {
    RULES.iter().find(|rule| rule.code == code).map(|rule| rule.pack)
}

/// The name of a code that a misspelt `name` was most likely meant to be.
pub fn find_near(name: &str) -> Option<&'static str> {
    find_nearest(name, each().map(|code| code.name))
}

/// Whether the code of this name can be allowed: what rules find, and what is no error. Where the text is wrong, or an allow is, nobody
/// knows what is said.
pub fn allowable(name: &str) -> Known {
    match find_code(name) {
        None => Known::Unknown(find_near(name)),
        Some(code) if allow::codes::ALL.contains(&code) => Known::Never,
        Some(code) if code.level != Level::Error || RULES.iter().any(|rule| rule.code == code) => Known::Allowable,
        Some(_) => Known::Never,
    }
}
