//! Finds words of likelihood in texts that the scale of the directive does not have.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        phrases::Phrases,
        rule::{Context, rule},
        spot::find_phrase,
        words::lower,
    },
};
use std::sync::LazyLock;

rule! {
    /// A text tells how likely something is in a word that is not of the scale.
    "unknown-likelihood", Estimative, Warning, "unknown_likelihood.md"
}

/// Words that are used for a likelihood and are not of the scale, with the nearest that are; the longer before those that they hold.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("highly likely", "`very likely`"),
    ("highly unlikely", "`very unlikely`"),
    ("extremely likely", "`almost certain`"),
    ("extremely unlikely", "`almost no chance`"),
    ("quite likely", "`likely` or `very likely`"),
    ("quite unlikely", "`unlikely` or `very unlikely`"),
    ("rather likely", "`likely`"),
    ("rather unlikely", "`unlikely`"),
    ("fairly likely", "`likely`"),
    ("pretty likely", "`likely`"),
    ("somewhat likely", "`likely`"),
    ("somewhat unlikely", "`unlikely`"),
    ("reasonably likely", "`likely`"),
    ("very probable", "`highly probable`"),
    ("very probably", "`highly probable`"),
    ("quite probable", "`probable`"),
    ("very improbable", "`highly improbable`"),
    ("virtually certain", "`almost certain`"),
    ("practically certain", "`almost certain`"),
    ("all but certain", "`almost certain`"),
    ("almost surely", "`almost certain`"),
    ("it is possible that", "`unlikely` or `roughly even chance`"),
    ("may well", "`likely`"),
    ("might well", "`roughly even chance` or `likely`"),
    ("in all likelihood", "`very likely`"),
    ("in all probability", "`highly probable`"),
    ("a good chance", "`likely`"),
    ("a fair chance", "`roughly even chance` or `likely`"),
    ("a real chance", "`unlikely` or `roughly even chance`"),
    ("a slim chance", "`very unlikely`"),
    ("a small chance", "`very unlikely`"),
    ("little chance", "`very unlikely`"),
    ("a serious possibility", "`roughly even chance` or `likely`"),
    ("a distinct possibility", "`unlikely` or `roughly even chance`"),
    ("a strong possibility", "`likely`"),
    ("better than even", "`likely`"),
    ("more likely than not", "`likely`"),
    ("more probable than not", "`probable`"),
    ("more probably than not", "`probable`"),
    ("less likely than not", "`unlikely`"),
    ("as likely as not", "`roughly even chance`"),
    ("more than likely", "`very likely`"),
    ("will most likely", "`likely` or `very likely`"),
    ("will most probably", "`probable` or `highly probable`"),
    ("an even chance", "`roughly even chance`"),
    ("an equal chance", "`roughly even chance`"),
    ("chances are", "`likely`"),
    ("the odds are", "`likely`"),
    ("close to certain", "`almost certain`"),
    ("a high probability", "`highly probable`"),
    ("a high likelihood", "`very likely`"),
    ("a low probability", "`improbable` or `highly improbable`"),
    ("a low likelihood", "`unlikely` or `very unlikely`"),
    ("highly doubtful", "`very unlikely`"),
    ("very doubtful", "`very unlikely`"),
    ("is doubtful", "`unlikely`"),
    ("remains doubtful", "`unlikely`"),
    ("seems doubtful", "`unlikely`"),
    ("undoubtedly", "`almost certain`"),
    ("cannot be ruled out", "`very unlikely` or `unlikely`"),
    ("cannot rule out", "`very unlikely` or `unlikely`"),
    ("possibly", "`unlikely` or `roughly even chance`"),
    ("perhaps", "`unlikely` or `roughly even chance`"),
    ("maybe", "`unlikely` or `roughly even chance`"),
    ("conceivably", "`very unlikely` or `unlikely`"),
    ("presumably", "`likely`"),
    ("doubtless", "`almost certain`"),
];

static ANY: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(OTHER_WORDS.iter().map(|(word, _)| *word)));

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for claim in cx.debate.claims.iter().filter(|claim| ANY.may_stand_in(&claim.text)) {
        let text = lower(&claim.text);
        let said = ANY.find_all(&text).into_iter().filter(|(_, before)| !DENYING.contains(before)).map(|(phrase, _)| phrase);
        let Some((word, near)) = said.min().and_then(|phrase| OTHER_WORDS.get(phrase)) else { continue };
        let found = Diagnostic::new(
            &CODE,
            find_phrase(cx, claim.place, word),
            format!("`{}` says \"{word}\", which is no word of the scale", claim.name.shown),
        );
        out.push(
            found
                .note("readers give such words figures that lie far apart; those of ICD 203 have a range each")
                .help(format!("write {near}, whichever is meant, and the same as `likelihood: …`")),
        );
    }
}

/// Words before one of likelihood with which it says that something cannot be: "cannot possibly".
const DENYING: &[&str] = &["not", "cannot", "never", "no"];
