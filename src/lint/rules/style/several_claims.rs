//! Finds texts that hold more than one claim.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        sentences::sentences,
        words::has_words,
    },
};

rule! {
    /// One text holds several claims.
    "several-claims", Style, Note, "several_claims.md"
}

/// The fewest words of a part that says something of its own.
const FEWEST_WORDS: usize = 4;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for claim in &cx.debate.claims {
        // Paragraphs, lists and examples explain; what is asserted stands in the first paragraph.
        let first = claim.text.split("\n\n").next().unwrap_or("");
        if first.contains('\n') {
            continue;
        }
        let parts = sentences(first).into_iter().flat_map(|s| s.split("; ")).filter(|p| has_words(p, FEWEST_WORDS)).count();
        if parts < 2 {
            continue;
        }
        let title = format!("`{}` holds {parts} sentences, each of which can be true or false by itself", claim.name.shown);
        let found = Diagnostic::new(&CODE, claim.place, title);
        out.push(
            found
                .note("a rebuttal of one of them brings down all, and nobody sees which is meant")
                .help("give each a claim of its own; make a reason a `support`, an exception a `limit`, a remark a `note`"),
        );
    }
}
