//! Finds sources that are cited beside each other and rest on one and the same source.

use crate::{
    analysis::origins::roots,
    diagnostic::{code::Level, problem::Diagnostic},
    lint::rule::{Context, rule},
    model::{
        citation::Citation,
        ids::{ClaimId, SourceId},
    },
    text::span::Place,
};

rule! {
    /// Sources that rest on one and the same source are counted as several.
    "shared-origin", Sourcing, Warning, "shared_origin.md"
}

/// The most supports of a claim that are compared.
const MOST_SUPPORTS: usize = 64;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.debate.sources.iter().all(|s| s.origin.is_none()) {
        return;
    }
    let roots = roots(cx.debate);
    let root = |source: SourceId| roots.get(source.index()).copied().unwrap_or(source);
    for (id, claim) in cx.debate.claim_ids().zip(&cx.debate.claims) {
        let direct: Vec<&Citation> = claim.cites().iter().collect();
        if let Some((one, other)) = find_shared(&direct, &root) {
            out.push(problem(cx, &claim.name.shown, one, other, root(one.source), other.place));
            continue;
        }
        // Supports that are meant to count apart, each by the one source that it cites.
        let each: Vec<&Citation> =
            cx.analysis.links.supports(id).take(MOST_SUPPORTS).filter_map(|s| only_source(cx, &cx.debate.step(s).premises)).collect();
        if let Some((one, other)) = find_shared(&each, &root) {
            out.push(problem(cx, &claim.name.shown, one, other, root(one.source), other.place));
        }
    }
}

fn problem(cx: &Context<'_>, claim: &str, one: &Citation, other: &Citation, root: SourceId, place: Place) -> Diagnostic {
    let name = |s: SourceId| &cx.debate.source(s).name.shown;
    let (a, b) = (name(one.source), name(other.source));
    let title = match root {
        root if root == one.source => format!("`{b}`, cited for `{claim}`, rests on `{a}`, which is cited beside it"),
        root if root == other.source => format!("`{a}`, cited for `{claim}`, rests on `{b}`, which is cited beside it"),
        _ => format!("`{a}` and `{b}`, cited for `{claim}`, both rest on `{}`", name(root)),
    };
    let mut found = Diagnostic::new(&CODE, place, title).related(one.place, "the other one is cited here");
    if one.source == root || other.source == root {
        // Who cites the original beside a report of it may only want to show both.
        found.level = Level::Note;
    }
    found
        .note("two reports of one source are one witness, not two")
        .help(format!("cite `{}` alone, or a source that does not rest on it; correct `origin`, if they are independent", name(root)))
}

/// Two citations of different sources with one root, the later of them last.
fn find_shared<'c>(cites: &[&'c Citation], root: &impl Fn(SourceId) -> SourceId) -> Option<(&'c Citation, &'c Citation)> {
    let mut sorted: Vec<(SourceId, SourceId, usize)> = cites.iter().enumerate().map(|(at, c)| (root(c.source), c.source, at)).collect();
    sorted.sort_unstable();
    let pair = sorted.windows(2).find_map(|pair| match pair {
        [a, b] if a.0 == b.0 && a.1 != b.1 => Some((a.2.min(b.2), a.2.max(b.2))),
        _ => None,
    })?;
    Some((*cites.get(pair.0)?, *cites.get(pair.1)?))
}

/// The one source that the premises of a support cite, if it is one.
fn only_source<'c>(cx: &Context<'c>, premises: &[ClaimId]) -> Option<&'c Citation> {
    let mut cites = premises.iter().flat_map(|p| cx.debate.claim(*p).cites());
    let first = cites.next()?;
    cites.all(|c| c.source == first.source).then_some(first)
}
