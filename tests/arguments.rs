//! The debates that are shipped: each is clean, and together they use the whole language.

use crate::support::Folder;
use agon::{diagnostic::code::Level, model::load::Files, report::run::run};
use std::process::Command;

/// The main files of the shipped debates.
pub(crate) const ROOTS: &[&str] = &[
    "security-guarantees/debate.agon",
    "event-log/decision.agon",
    "carlill.agon",
    "continental-drift.agon",
    "organ-donation.agon",
    "library-fines.md",
    "picnic.agon",
];

#[test]
fn every_shipped_debate_is_clean() {
    for root in ROOTS {
        let mut files = Files::default();
        let id = files.load(root, &Folder("arguments"));
        let report = run(&files, id);
        let found: Vec<String> = report
            .diagnostics
            .iter()
            .filter(|d| d.level != Level::Note)
            .map(|d| format!("{} {}: {}", d.code.name, d.title, d.at.place.span.of(&files.file(d.at.place.file).source.text)))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{root}");
    }
}

#[test]
fn every_claim_of_the_main_debate_is_told_with_its_verdict_and_a_reason() {
    let mut files = Files::default();
    let id = files.load(ROOTS[0], &Folder("arguments"));
    let report = run(&files, id);
    for claim in report.debate.claim_ids() {
        let name = &report.debate.claim(claim).name.shown;
        let told = Command::new(env!("CARGO_BIN_EXE_agon")).args(["why", name]).output().expect("the program runs");
        let told = String::from_utf8(told.stdout).expect("the program writes UTF-8");
        assert!(told.contains(&format!("`{name}` ")), "{name}: {told}");
        assert!(told.contains(report.analysis.verdict(claim).word()), "{name}: {told}");
        assert!(told.lines().count() > 2, "{name}: no reason is given: {told}");
    }
}
