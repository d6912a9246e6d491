//! Everything that is wrong in a set of files, each problem once.

use crate::{
    allow::codes::DEAD_ALLOW,
    cli::set::Set,
    diagnostic::problem::Diagnostic,
    model::{build::order, value::Date},
    report::{
        doubt::Doubt,
        run::{Options, Report, run_with},
    },
    text::span::FileId,
    threads::Threads,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    thread,
};

/// From so many claims on a debate is large.
const MANY: usize = 10_000;

/// What is wrong in the debates of `set` on the day `today`, by file and place, at the levels of the settings; and of each file what could
/// not be looked at in its debates.
pub fn findings(set: &Set, today: Option<Date>, threads: Threads) -> (Vec<Diagnostic>, BTreeMap<FileId, Doubt>) {
    let options = Options { packs: &set.project.settings.packs, today, threads: threads.shared_by(set.roots.len()) };
    let reports = threads.map(&set.roots, |root| {
        let Report { debate, analysis, diagnostics, doubt, threads, .. } = run_with(&set.files, *root, options);
        if threads != Threads::ONE && debate.claims.len() >= MANY {
            // To take down a large debate takes a while, for which nobody has to wait.
            thread::spawn(|| drop((debate, analysis)));
        }
        (diagnostics, doubt)
    });
    let mut doubts: BTreeMap<FileId, Doubt> = BTreeMap::new();
    let doubtful = reports.iter().zip(&set.roots).filter(|((_, doubt), _)| *doubt != Doubt::default());
    for ((_, doubt), root) in doubtful {
        for (file, _) in order(&set.files, *root) {
            let slot = doubts.entry(file).or_default();
            *slot = slot.or(*doubt);
        }
    }
    let mut reports: Vec<Vec<Diagnostic>> = reports.into_iter().map(|(found, _)| found).collect();
    if set.roots.len() > 1 {
        keep_dead(set, &mut reports);
    }
    let mut found = once(set.remarks.iter().cloned().chain(reports.into_iter().flatten()).collect());
    set.project.level(&mut found);
    (found, doubts)
}

/// An allow in a file of several debates is dead when it is so in all of them.
fn keep_dead(set: &Set, reports: &mut [Vec<Diagnostic>]) {
    let members: Vec<BTreeSet<FileId>> =
        set.roots.iter().map(|root| order(&set.files, *root).into_iter().map(|(file, _)| file).collect()).collect();
    let dead = |report: &[Diagnostic]| report.iter().filter(|d| d.code == &DEAD_ALLOW).cloned().collect::<Vec<_>>();
    let all: Vec<Vec<Diagnostic>> = reports.iter().map(|report| dead(report)).collect();
    for report in reports {
        report.retain(|d| {
            let told = |(members, dead): (&BTreeSet<FileId>, &Vec<Diagnostic>)| !members.contains(&d.at.place.file) || dead.contains(d);
            d.code != &DEAD_ALLOW || members.iter().zip(&all).all(told)
        });
    }
}

/// The problems sorted, those that two debates share told once.
pub fn once(mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    found.sort_by_key(Diagnostic::order);
    if found.is_sorted_by(|a, b| a.order() < b.order()) {
        return found;
    }
    // Thousands may be found at one place: those of one title are held against each other.
    let mut titled: BTreeMap<_, Vec<&Diagnostic>> = BTreeMap::new();
    let first = found.iter().map(|next| {
        let same = titled.entry((next.order(), next.title.as_str())).or_default();
        let is_first = !same.contains(&next);
        same.extend(is_first.then_some(next));
        is_first
    });
    let first: Vec<bool> = first.collect();
    found.into_iter().zip(first).filter(|(_, first)| *first).map(|(found, _)| found).collect()
}
