//! Finds schemes that are not known, so that nobody can say what has to be asked of the step.

use crate::{
    diagnostic::{
        nearest::find_nearest,
        problem::{Diagnostic, Safety},
    },
    lint::rule::{Context, rule},
    scheme::all::{all, find_scheme},
    text::edit::Edit,
};

rule! {
    /// A step names a scheme that is not known.
    "unknown-scheme", Schemes, Warning, "unknown_scheme.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for step in &cx.debate.steps {
        let Some(written) = step.details.as_ref().and_then(|d| d.scheme.as_ref()) else { continue };
        if find_scheme(&written.name).is_some() {
            continue;
        }
        let found = Diagnostic::new(&CODE, written.place, format!("there is no scheme `{}`", written.name));
        out.push(match find_nearest(&written.name, all().map(|s| s.id)) {
            Some(near) => found.fix(Safety::Unsafe, format!("write `{near}`"), vec![Edit::new(written.place.span, near)]),
            None => found.help("take one of those in `grammar/schemes.md`, or leave the scheme out"),
        });
    }
}
