//! What a step says, as a fingerprint: the same however it is laid out, wherever it stands and whatever its statements are called.

use crate::{
    model::{
        citation::Citation,
        debate::{Debate, Step},
        ids::{ClaimId, StepId},
        stamp::{DIGITS, Fingerprint},
    },
    quotation::fold::fold,
};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fmt::Write};

/// The fingerprint of a step: of the texts of its premises, of what it bears on, and of the sources that the premises cite.
pub fn fingerprint(debate: &Debate, step: StepId) -> Fingerprint {
    let step = debate.step(step);
    let texts = |claims: BTreeSet<ClaimId>| digest(claims.into_iter().map(|claim| text(&debate.claim(claim).text)));
    Fingerprint {
        premises: texts(step.premises.iter().copied().collect()),
        conclusions: texts(conclusions(debate, step)),
        sources: digest(step.premises.iter().flat_map(|claim| debate.claim(*claim).cites()).map(|cite| cited(debate, cite))),
    }
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
    let source = debate.source(cite.source);
    let of_source = [&source.author, &source.container, &source.url, &source.file, &source.sha256];
    let of_cite = [&cite.locator, &cite.quotation];
    let date = source.date.map(|d| d.to_string());
    let all = [Some(&source.text), date.as_ref()].into_iter().chain(of_source.map(Option::as_ref)).chain(of_cite.map(Option::as_ref));
    all.map(|field| field.map_or_else(String::new, |words| text(words))).collect::<Vec<_>>().join("\u{1}")
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
