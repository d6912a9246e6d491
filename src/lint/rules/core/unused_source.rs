//! Finds sources that nothing cites.

use crate::{
    analysis::quotations::citations,
    diagnostic::problem::Diagnostic,
    lint::{
        edits::leave_out,
        rule::{Context, rule},
    },
    model::ids::SourceId,
};

rule! {
    /// A source is declared and nothing cites it.
    "unused-source", Core, Warning, "unused_source.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let debate = cx.debate;
    if debate.claims.is_empty() || !cx.whole {
        return;
    }
    let mut cited = vec![false; debate.sources.len()];
    let mut mark = |source: SourceId| {
        if let Some(mark) = cited.get_mut(source.index()) {
            *mark = true;
        }
    };
    citations(debate).for_each(|c| mark(c.source));
    // What a source rests on is named by it.
    debate.sources.iter().filter_map(|s| s.origin).for_each(&mut mark);
    for (source, _) in debate.sources.iter().zip(cited).filter(|(s, cited)| !cited && !s.name.shown.contains('.')) {
        let found = Diagnostic::new(&CODE, source.stated(), format!("nothing cites `{}`", source.name.shown));
        let help = format!("write `cite: {}` where it is used, or leave it out", source.name.shown);
        out.push(found.guess(help, leave_out(cx.files, source.stated())));
    }
}
