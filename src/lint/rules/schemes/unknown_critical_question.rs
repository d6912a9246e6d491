//! Finds answers to, and waivers of, questions that the scheme does not ask.

use crate::{
    diagnostic::{
        nearest::find_nearest,
        problem::{Diagnostic, Safety},
    },
    lint::{
        edits::find_in_value,
        rule::{Context, rule},
    },
    model::{
        debate::{Step, StepKind},
        ids::StepId,
    },
    scheme::{all::find_scheme, definition::Scheme},
    syntax::attribute::Key,
    text::edit::Edit,
};

rule! {
    /// A step answers or waives a question that its scheme does not ask.
    "unknown-critical-question", Schemes, Warning, "unknown_critical_question.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps) {
        let Some(details) = step.details.as_deref().filter(|d| !d.answers.is_empty() || !d.waived.is_empty()) else { continue };
        // A scheme that is not known is told as such, and a support may answer for the step that its conclusion is used in.
        if details.scheme.as_ref().is_some_and(|s| find_scheme(&s.name).is_none()) {
            continue;
        }
        let schemes: Vec<&Scheme> = asking(cx, id, step).filter_map(scheme_of).collect();
        let answered = details.answers.iter().map(|name| (Key::Answers, name));
        for (key, name) in answered.chain(details.waived.iter().map(|name| (Key::Waive, name))) {
            if schemes.iter().any(|s| s.questions.iter().any(|q| q.id == name)) {
                continue;
            }
            let place = find_in_value(cx.files, step.place, key, name);
            let at = place.unwrap_or(step.place);
            let Some(scheme) = schemes.first() else {
                let title = format!("`{name}` is a question of no scheme, since `{}` follows none", step.name.shown);
                out.push(Diagnostic::new(&CODE, at, title).help("add `scheme: …`, or leave the question out"));
                break;
            };
            let title = format!("`{}` has no critical question `{name}`", scheme.id);
            let found = Diagnostic::new(&CODE, at, title);
            out.push(match (find_nearest(name, scheme.questions.iter().map(|q| q.id)), place) {
                (Some(near), Some(place)) => found.fix(Safety::Unsafe, format!("write `{near}`"), vec![Edit::new(place.span, near)]),
                (Some(near), None) => found.help(format!("write `{near}`")),
                (None, _) => found.help(format!("it has these: {}", scheme.questions.iter().map(|q| q.id).collect::<Vec<_>>().join(", "))),
            });
        }
    }
}

/// The most steps above one that are looked at.
const MOST_USES: usize = 16;

/// A step, and the steps that its conclusions are premises of.
fn asking<'d>(cx: &Context<'d>, id: StepId, step: &'d Step) -> impl Iterator<Item = &'d Step> {
    let targets = cx.debate.step(id).claims().take(MOST_USES);
    let above = targets.flat_map(|t| cx.analysis.links.uses(t).take(MOST_USES)).map(|s| cx.debate.step(s));
    [step].into_iter().chain(above.filter(|s| s.kind == StepKind::Support))
}

fn scheme_of(step: &Step) -> Option<&'static Scheme> {
    find_scheme(&step.details.as_ref()?.scheme.as_ref()?.name)
}
