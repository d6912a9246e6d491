//! What a finding is known by from one run to the next: its code, its file and what it is about, never its line.

use crate::{diagnostic::problem::Diagnostic, text::source::Source};
use std::collections::BTreeMap;

/// A fingerprint for each of `found`, as `0123456789abcdef:1`. Findings that are alike in all three are told apart by their number,
/// in their order. `sources` are indexed by file.
pub fn fingerprints(found: &[Diagnostic], sources: &[&Source]) -> Vec<String> {
    let mut met: BTreeMap<u64, usize> = BTreeMap::new();
    let one = |found: &Diagnostic| {
        let path = sources.get(found.at.place.file.0 as usize).map_or("", |s| s.path.as_str());
        let hash = hash([found.code.name, path, &found.about]);
        let number = met.entry(hash).or_default();
        *number += 1;
        format!("{hash:016x}:{number}")
    };
    found.iter().map(one).collect()
}

/// FNV-1a with 64 bits (Fowler, Noll and Vo, 1991): the same on every machine and in every version, which the hashes of the standard
/// library do not promise. A zero byte ends each part.
fn hash<'p>(parts: impl IntoIterator<Item = &'p str>) -> u64 {
    let bytes = parts.into_iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
