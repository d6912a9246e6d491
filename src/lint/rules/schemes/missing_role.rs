//! Finds steps that say fewer premises than their scheme has parts.

use crate::{
    analysis::evaluate::Force,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    scheme::all::find_scheme,
};

rule! {
    /// A step leaves a part of its scheme unsaid.
    "missing-role", Schemes, Note, "missing_role.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps) {
        let Some(scheme) = step.details.as_ref().and_then(|d| find_scheme(&d.scheme.as_ref()?.name)) else { continue };
        let (said, parts) = (step.premises.len(), scheme.roles.len());
        if said >= parts || cx.analysis.force(cx.debate, id) == Force::Fails {
            continue;
        }
        let title = format!("`{}` says {said} of the {parts} parts of `{}`", step.name.shown, scheme.id);
        let mut found = Diagnostic::new(&CODE, step.place, title);
        for role in scheme.roles {
            found = found.note(format!("{}: {}", role.id, role.text));
        }
        out.push(found.help("say the part that is missing as a `premise` of its own, so that it can be supported and rebutted"));
    }
}
