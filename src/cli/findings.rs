//! Everything that is wrong in a set of files, each problem once.

use crate::{
    cli::{parallel, set::Set},
    diagnostic::problem::Diagnostic,
    report::run::run,
};
use std::num::NonZeroUsize;

/// What is wrong in the debates of `set`, by file and place, at the levels of the settings.
pub fn findings(set: &Set, threads: NonZeroUsize) -> Vec<Diagnostic> {
    let reports = parallel::map(&set.roots, threads, |root| {
        let mut report = run(&set.files, *root);
        std::mem::take(&mut report.diagnostics)
    });
    let mut found = once(set.remarks.iter().cloned().chain(reports.into_iter().flatten()).collect());
    set.project.level(&mut found);
    found
}

/// The problems sorted, those that two debates share told once.
pub fn once(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
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
