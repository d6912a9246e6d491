//! Finds claims that a party both holds and denies at once.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// A party both accepts and denies a claim.
    "accepted-and-denied", Core, Warning, "accepted_and_denied.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for store in cx.stores {
        for pair in store.held.windows(2) {
            let [one, other] = pair else { continue };
            if one.claim != other.claim {
                continue;
            }
            let party = &cx.debate.party(store.party).name.shown;
            let title = format!("`{party}` both accepts and denies `{}`", cx.debate.claim(one.claim).name.shown);
            let (first, last) = if one.place < other.place { (one, other) } else { (other, one) };
            let found = Diagnostic::new(&CODE, last.place, title);
            let what = if first.denied { "it is denied here" } else { "it is accepted here" };
            let when =
                if one.since.is_some() && one.since == other.since { "both are dated alike" } else { "what has no date holds throughout" };
            out.push(found.related(first.place, what).note(when).help(
                "if it is a change of mind, give both a `date`, so that the later replaces the earlier, or `retract`; else mend who speaks",
            ));
        }
    }
}
