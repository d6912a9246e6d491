//! Everything that is wrong in a set of files, each problem once.

use crate::{cli::set::Set, diagnostic::problem::Diagnostic, report::run::run};

/// What is wrong in the debates of `set`, by file and place, at the levels of the settings.
pub fn findings(set: &Set) -> Vec<Diagnostic> {
    let mut found = set.remarks.clone();
    for root in &set.roots {
        found.extend(run(&set.files, *root).diagnostics);
    }
    let mut found = once(found);
    set.project.level(&mut found);
    found
}

/// The problems sorted, those that two debates share told once.
fn once(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by_key(Diagnostic::order);
    let mut out: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for next in found {
        let same_place = out.iter().rev().take_while(|d| d.order() == next.order());
        if !same_place.into_iter().any(|d| *d == next) {
            out.push(next);
        }
    }
    out
}
