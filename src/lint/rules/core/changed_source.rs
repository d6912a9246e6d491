//! Finds sources whose files are not the ones that were pinned.

use crate::{
    diagnostic::problem::{Diagnostic, Safety},
    lint::rule::{Context, rule},
    text::edit::Edit,
};

rule! {
    /// The file of a source is not the one that its `sha256` pins.
    "changed-source", Core, Warning, "changed_source.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for source in &cx.debate.sources {
        let Some(filed) = cx.files.documents.find(source.stated()).filter(|filed| filed.is_changed(source)) else { continue };
        let Some((place, digest)) = &filed.pinned else { continue };
        let title = format!("`{}` is not the file that `{}` pins", filed.path, source.name.shown);
        let found = Diagnostic::new(&CODE, *place, title).related(filed.place, "the file is named here");
        let found = found.note("what was read in the file before may have changed; its quotations are held against what it says now");
        out.push(found.fix(
            Safety::Unsafe,
            "pin the file as it is, once everything that is cited from it has been looked at",
            vec![Edit::new(place.span, digest.as_str())],
        ));
    }
}
