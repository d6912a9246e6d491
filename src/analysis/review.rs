//! What a step says, as a fingerprint: the same however it is laid out, wherever it stands and whatever its statements are called.

use crate::{
    model::{
        citation::Citation,
        debate::{Debate, Document, Step},
        documents::Documents,
        ids::{ClaimId, StepId},
        stamp::{DIGITS, Fingerprint, UNREAD},
    },
    quotation::fold::fold,
};
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The fingerprint of a step: of the texts of its premises, of what it bears on, of the sources that the premises cite, and of the words
/// in the files of these, as far as `documents` has them.
pub fn fingerprint(debate: &Debate, documents: &Documents, step: StepId) -> Fingerprint {
    let filed = filed(debate, documents, step);
    let step = debate.step(step);
    let texts = |claims: BTreeSet<ClaimId>| digest(claims.into_iter().map(|claim| text(&debate.claim(claim).text)));
    Fingerprint {
        premises: texts(step.premises.iter().copied().collect()),
        conclusions: texts(conclusions(debate, step)),
        sources: digest(step.premises.iter().flat_map(|claim| debate.claim(*claim).cites()).map(|cite| cited(debate, cite))),
        files: filed.into_iter().map(|(_, words)| words.unwrap_or(UNREAD).to_owned()).collect(),
    }
}

/// The sources that the premises of a step cite and that name a file, with the first digits of the fingerprint of the words in it. Their
/// order does not depend on their names, nor on where they stand.
pub fn filed<'d>(debate: &'d Debate, documents: &'d Documents, step: StepId) -> Vec<(&'d Document, Option<&'d str>)> {
    let cites = debate.step(step).premises.iter().flat_map(|claim| debate.claim(*claim).cites());
    let sources = cites.map(|cite| debate.source(cite.source)).filter(|source| source.file.is_some());
    let known: BTreeMap<String, &Document> = sources.map(|source| (entry(source).join("\u{1}"), source)).collect();
    let words = |source: &Document| documents.find(source.stated())?.words.as_deref()?.get(..DIGITS);
    known.into_values().map(|source| (source, words(source))).collect()
}

/// What a step bears on: claims, and for an undercut what the step goes to that it undercuts, with its premises.
fn conclusions(debate: &Debate, step: &Step) -> BTreeSet<ClaimId> {
    use crate::model::debate::Target;
    let mut found = BTreeSet::new();
    for target in &step.targets {
        match target {
            Target::Claim(claim) => drop(found.insert(*claim)),
            Target::Step(other) => {
                let other = debate.step(*other);
                found.extend(other.premises.iter().copied().chain(other.claims()));
            }
        }
    }
    found
}

/// A text without its line breaks and typography.
fn text(words: &str) -> String {
    let folded = fold(words);
    let joints: Vec<String> = folded.joints.iter().filter(|j| !j.soft).map(|j| j.at.to_string()).collect();
    format!("{}\0{}", folded.text, joints.join(" "))
}

/// A citation with all by which its source is known, and not its name in the file.
fn cited(debate: &Debate, cite: &Citation) -> String {
    let of_cite = [&cite.locator, &cite.quotation].map(|field| field.as_deref().map_or_else(String::new, text));
    entry(debate.source(cite.source)).into_iter().chain(of_cite).collect::<Vec<_>>().join("\u{1}")
}

/// All by which a source is known, field by field.
fn entry(source: &Document) -> Vec<String> {
    let date = source.date.map(|d| d.to_string());
    let others = [&source.author, &source.container, &source.url, &source.file, &source.sha256];
    let all = [Some(source.text.as_str()), date.as_deref()].into_iter().chain(others.map(Option::as_deref));
    let publisher = source.imprint.as_deref().and_then(|imprint| imprint.publisher.as_deref());
    all.map(|field| field.map_or_else(String::new, text)).chain(publisher.map(text)).collect()
}

/// The first digits of the SHA-256 of `parts`, in whatever order they come.
fn digest(parts: impl Iterator<Item = String>) -> String {
    let parts: BTreeSet<String> = parts.collect();
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let digits = hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    digits.get(..DIGITS).unwrap_or(&digits).to_owned()
}
