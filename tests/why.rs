//! Every claim has a verdict and a reason for it, whatever the debate.

use crate::{arguments::ROOTS, support::Folder};
use agon::{model::load::Files, render::why, report::run::run};

#[test]
fn every_claim_of_the_shipped_debates_is_told_with_its_verdict_and_a_reason() {
    for root in ROOTS {
        let mut files = Files::default();
        let id = files.load(root, &Folder("arguments"));
        let report = run(&files, id);
        for claim in report.debate.claim_ids() {
            let name = &report.debate.claim(claim).name.shown;
            let verdict = report.analysis.verdict(claim);
            let told = why::render(&report, claim);
            assert!(told.starts_with(&format!("1. `{name}` ")), "{root}: {told}");
            assert!(told.lines().next().is_some_and(|line| line.contains(verdict.word())), "{root}: {told}");
            assert!(told.lines().count() >= 3, "{root}: no reason is given: {told}");
        }
    }
}
