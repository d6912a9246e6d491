//! Everything that is wrong in a set of files, each problem once.

use crate::{cli::set::Set, diagnostic::problem::Diagnostic, report::run::run_with};

/// What is wrong in the debates of `set`, by file and place, at the levels of the settings.
pub fn findings(set: &Set) -> Vec<Diagnostic> {
    let mut found = set.remarks.clone();
    for (index, root) in set.roots.iter().enumerate() {
        let mut report = run_with(&set.files, *root, &set.project.settings.packs);
        found.append(&mut report.diagnostics);
        if index + 1 == set.roots.len() {
            // Nothing comes after the last report but the end of the program, and to free a large one takes time.
            std::mem::forget(report);
        }
    }
    let mut found = once(found);
    set.project.level(&mut found);
    found
}

/// The problems sorted, those that two debates share told once.
fn once(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by_key(Diagnostic::order);
    if found.is_sorted_by(|a, b| a.order() < b.order()) {
        return found;
    }
    let mut out: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for next in found {
        let same_place = out.iter().rev().take_while(|d| d.order() == next.order());
        if !same_place.into_iter().any(|d| *d == next) {
            out.push(next);
        }
    }
    out
}
