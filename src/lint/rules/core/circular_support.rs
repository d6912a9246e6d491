//! Finds supports that rest on each other.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// Supports rest on each other in a circle.
    "circular-support", Core, Warning, "circular_support.md"
}

/// The most members of a circle that are pointed at.
const MOST_SHOWN: usize = 8;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // A claim that is given as a reason for itself is told by `begged-question`.
    for circle in cx.circles.iter().filter(|c| c.claims.len() > 1) {
        let Some(first) = circle.steps.first().map(|s| cx.debate.step(*s)) else { continue };
        let names: Vec<String> = circle.claims.iter().take(MOST_SHOWN).map(|c| format!("`{}`", cx.debate.claim(*c).name.shown)).collect();
        let more = circle.claims.len().saturating_sub(MOST_SHOWN);
        let names = if more > 0 { format!("{} and {more} more", names.join(", ")) } else { names.join(", ") };
        let title = format!("these claims support each other in a circle: {names}");
        let found = Diagnostic::new(&CODE, first.place, title);
        let others = circle.steps.iter().skip(1).take(MOST_SHOWN).map(|s| cx.debate.step(*s));
        let found = others.fold(found, |found, step| found.related(step.place, "and this support"));
        out.push(match circle.grounded(cx.debate, cx.analysis).as_slice() {
            [] => found
                .note("a circle of reasons supports nothing: one of these claims needs a reason from outside")
                .help("leave out one of the supports, or add one from outside"),
            [only] => {
                let name = &cx.debate.claim(*only).name.shown;
                found
                    .note(format!("`{name}` alone has a ground outside the circle: what leads back to it adds nothing"))
                    .help(format!("leave out the support by which the circle leads back to `{name}`"))
            }
            _ => found.help("leave out one of the supports, if they do not add to each other"),
        });
    }
}
