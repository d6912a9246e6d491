//! Finds preferences that decide no clash: their sides never clash, or one of them falls anyway.

use crate::{
    analysis::{
        moot::moot,
        preferences::{Clashes, is_sound},
    },
    diagnostic::{code::Level, problem::Diagnostic},
    lint::{
        edits::leave_out_bare,
        rule::{Context, rule},
    },
};

rule! {
    /// A preference decides no clash.
    "idle-preference", Core, Warning, "idle_preference.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.debate.preferences.is_empty() {
        return;
    }
    let clashes = Clashes::new(&cx.analysis.links, &cx.analysis.theory);
    let moot = moot(cx.debate, cx.analysis);
    for (index, preference) in cx.debate.preferences.iter().enumerate() {
        // What has no meaning is told as such.
        let sound = || is_sound(cx.debate, &cx.analysis.links, &cx.analysis.theory, preference, &mut Vec::new());
        let is_idle = clashes.is_idle(preference);
        if let Some(moot) = moot.iter().find(|moot| moot.index == index).filter(|_| !is_idle && sound()) {
            let denied = moot.side.claim.is_none_or(|claim| cx.analysis.verdict(claim).falls());
            let how = if denied { "falls" } else { "does not stand" };
            let title = format!("this preference decides nothing as things stand: `{}` {how} anyway", moot.side.name);
            let mut found = Diagnostic::new(&CODE, preference.place, title).note("every verdict is the same without it");
            found.level = Level::Note;
            out.push(
                found.help(format!("see by `agon why` why `{}` {}; leave the preference out if it will never matter", moot.side.name, how)),
            );
        }
        if is_idle && sound() {
            let (one, other) = (&preference.stronger, &preference.weaker);
            let title = format!("this preference decides nothing: `{}` and `{}` never clash", one.name, other.name);
            let found = Diagnostic::new(&CODE, preference.place, title);
            let found = found.note("a preference decides between what speaks for a claim and a rebuttal of it, or between two that contradict each other; it never decides an undercut");
            let help = "rank the two sides of a clash, or leave it out";
            out.push(found.guess(help, leave_out_bare(cx.files, preference.place)));
        }
    }
}
