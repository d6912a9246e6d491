//! Finds preferences that decide no clash.

use crate::{
    analysis::preferences::{Clashes, is_sound},
    diagnostic::problem::Diagnostic,
    lint::{
        edits::leave_out_bare,
        rule::{Context, rule},
    },
    model::debate::{Ranked, StepKind, Target},
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
            if let Some((rebuttal, target)) = missed(cx, one, other).or_else(|| missed(cx, other, one)) {
                let title = format!("this preference decides nothing: `{rebuttal}` rebuts `{target}` by a step that it does not rank");
                let found = Diagnostic::new(&CODE, preference.place, title);
                let found = found.note("a claim that is used as a rebuttal by its bare name is ranked for itself, and not for that use");
                out.push(found.help(format!(
                    "say with a rebuttal of its own what speaks against `{target}`, `rebuttal NAME against {target}: …`, and rank that"
                )));
                continue;
            }
            let title = format!("this preference decides nothing: `{}` and `{}` never clash", one.name, other.name);
            let found = Diagnostic::new(&CODE, preference.place, title);
            let found = found.note("a preference decides between what speaks for a claim and a rebuttal of it, or between two that contradict each other; it never decides an undercut");
            let help = "rank the two sides of a clash, or leave it out";
            out.push(found.guess(help, leave_out_bare(cx.files, preference.place)));
        }
    }
}

/// The most uses of a claim that are looked at.
const MOST_USES: usize = 64;

/// The names of a claim and of another that it rebuts by a step that does not bear its name.
fn missed<'d>(cx: &Context<'d>, rebuttal: &'d Ranked, target: &'d Ranked) -> Option<(&'d str, &'d str)> {
    let (claim, hit) = (rebuttal.claim?, target.claim?);
    let uses = cx.analysis.links.uses(claim).take(MOST_USES).map(|s| cx.debate.step(s));
    let mut bare = uses.filter(|s| s.kind == StepKind::Rebuttal && s.name != cx.debate.claim(claim).name);
    bare.any(|s| s.targets.contains(&Target::Claim(hit))).then_some((&*rebuttal.name, &*target.name))
}
