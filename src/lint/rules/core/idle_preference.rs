//! Finds preferences that decide no clash.

use crate::{
    analysis::preferences::{Clashes, is_sound},
    diagnostic::problem::Diagnostic,
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
    for preference in &cx.debate.preferences {
        // What has no meaning is told as such.
        let sound = || is_sound(cx.debate, &cx.analysis.links, &cx.analysis.theory, preference, &mut Vec::new());
        if clashes.is_idle(preference) && sound() {
            let (one, other) = (&preference.stronger, &preference.weaker);
            let title = format!("this preference decides nothing: `{}` and `{}` never clash", one.name, other.name);
            let found = Diagnostic::new(&CODE, preference.place, title);
            let found = found.note("a preference decides between what speaks for a claim and a rebuttal of it, or between two that contradict each other; it never decides an undercut");
            let help = "rank the two sides of a clash, or leave it out";
            out.push(found.guess(help, leave_out_bare(cx.files, preference.place)));
        }
    }
}
