//! The debates that are shipped: each is clean, and together they use the whole language.

use crate::support::Folder;
use agon::{diagnostic::code::Level, model::load::Files, report::run::run};

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
