//! Finds headings that skip a level.

use crate::{
    diagnostic::problem::{Diagnostic, Safety},
    lint::rule::{Context, rule},
    text::{edit::Edit, span::Span},
};

rule! {
    /// A heading is more than one level below the one above it.
    "skipped-heading", Style, Warning, "skipped_heading.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for section in &cx.debate.sections {
        let Some(parent) = section.parent.map(|p| cx.debate.section(p)) else { continue };
        if section.level > parent.level + 1 {
            let title = format!("this heading of level {} stands beneath one of level {}", section.level, parent.level);
            let found = Diagnostic::new(&CODE, section.place, title).related(parent.place, "beneath this one");
            let start = section.place.span.start;
            let edit = Edit::new(Span::new(start, start + u32::from(section.level)), "#".repeat(usize::from(parent.level) + 1));
            out.push(found.note("readers, and programs that read aloud, look for the level between").fix(
                Safety::Safe,
                format!("make it a heading of level {}", parent.level + 1),
                vec![edit],
            ));
        }
    }
}
