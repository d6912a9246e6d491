//! Finds steps that say fewer premises than their scheme has parts.

use crate::{
    analysis::evaluate::Force,
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::debate::Claim,
    scheme::{
        all::find_scheme,
        definition::{Role, Scheme},
    },
};

rule! {
    /// A step leaves a part of its scheme unsaid.
    "missing-role", Schemes, Note, "missing_role.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps) {
        let Some(scheme) = step.details.as_ref().and_then(|d| find_scheme(&d.scheme.as_ref()?.name)) else { continue };
        let plays = |role: &&Role| step.premises.iter().any(|p| cx.debate.claim(*p).roles().iter().any(|r| r == role.id));
        let missing: Vec<&Role> = scheme.roles.iter().filter(|role| !plays(role)).collect();
        // A premise whose part is not told may play any.
        let untold = step.premises.iter().filter(|p| !plays_any(scheme, cx.debate.claim(**p))).count();
        if missing.len() <= untold || cx.analysis.force(cx.debate, id) == Force::Fails {
            continue;
        }
        let title = match (untold, missing.as_slice()) {
            (0, [only]) => format!("`{}` leaves the part `{}` of `{}` unsaid", step.name.shown, only.id, scheme.id),
            (0, many) => format!("`{}` leaves {} parts of `{}` unsaid", step.name.shown, many.len(), scheme.id),
            _ => {
                let parts = scheme.roles.len();
                format!("`{}` says {} of the {parts} parts of `{}`", step.name.shown, parts - missing.len() + untold, scheme.id)
            }
        };
        let mut found = Diagnostic::new(&CODE, step.place, title);
        for role in missing {
            found = found.note(format!("{}: {}", role.id, role.text));
        }
        let help = "say the part that is missing as a `premise` of its own, so that it can be supported and rebutted";
        let help = if untold == 0 { help.to_owned() } else { format!("{help}; `role: …` tells which part a premise plays") };
        out.push(found.help(help));
    }
}

fn plays_any(scheme: &Scheme, premise: &Claim) -> bool {
    premise.roles().iter().any(|name| scheme.roles.iter().any(|role| role.id == name))
}
