//! Finds preferences that decide no clash.

use crate::{
    analysis::preferences::{Clashes, is_sound},
    config::pack::Pack,
    diagnostic::{
        code::{Code, Level},
        problem::Diagnostic,
    },
    lint::rule::{Context, Rule},
};

/// The rule.
pub static RULE: Rule = Rule { code: &IDLE_PREFERENCE, pack: Pack::Core, check };

/// A preference decides no clash.
pub static IDLE_PREFERENCE: Code = Code {
    name: "idle-preference",
    level: Level::Warning,
    summary: "A preference decides no clash.",
    page: include_str!("idle_preference.md"),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.debate.preferences.is_empty() {
        return;
    }
    let clashes = Clashes::new(&cx.analysis.links, &cx.analysis.theory);
    for preference in &cx.debate.preferences {
        // What has no meaning is told as such.
        let sound = || is_sound(cx.debate, &cx.analysis.links, &cx.analysis.theory, preference, &mut Vec::new());
        if clashes.is_idle(preference) && sound() {
            let title =
                format!("this preference decides nothing: `{}` and `{}` never clash", preference.stronger.name, preference.weaker.name);
            let found = Diagnostic::new(&IDLE_PREFERENCE, preference.place, title);
            out.push(found.note("a preference decides between what speaks for a claim and a rebuttal of it, or between two that contradict each other; it never decides an undercut").help("rank the two sides of a clash, or leave it out"));
        }
    }
}
