//! Finds words of likelihood in texts that the scale of the directive does not have.

use crate::{
    diagnostic::{code::Level, problem::Diagnostic},
    lint::{
        off_scale::find_off_scale,
        rule::{Context, rule},
        spot::find_phrase,
    },
};

rule! {
    /// A text tells how likely something is in a word that is not of the scale.
    "unknown-likelihood", Estimative, Warning, "unknown_likelihood.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for claim in &cx.debate.claims {
        let Some(said) = find_off_scale(&claim.text) else { continue };
        let title = match said.near {
            Some(_) => format!("`{}` says \"{}\", which is no word of the scale", claim.name.shown, said.words),
            None => format!("`{}` says \"{}\", and not how likely that is", claim.name.shown, said.words),
        };
        let mut found = Diagnostic::new(&CODE, find_phrase(cx, claim.place, &said.words), title);
        if said.near.is_none() {
            found.level = Level::Note;
        }
        let near = said.near.unwrap_or("a word of the scale");
        out.push(
            found
                .note("readers give such words figures that lie far apart; those of ICD 203 have a range each")
                .help(format!("write {near}, whichever is meant, and the same as `likelihood: …`")),
        );
    }
}
