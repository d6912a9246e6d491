//! The rules together: on debates of every pack, on unkind ones of many statements, and on thousands of claims that only look alike.

use crate::support::Memory;
use agon::{
    catalog::all::find_pack,
    config::pack::Pack,
    lint::{
        estimates::estimates,
        registry::RULES,
        words::{lower, same_words, sentences, words},
    },
    model::load::Files,
    report::run::{Options, run, run_with},
};
use proptest::prelude::*;
use std::{collections::BTreeMap, fmt::Write};

/// How often each code is found with every pack on.
fn found(text: &str) -> BTreeMap<&'static str, usize> {
    let mut files = Files::default();
    let root = files.load("a.agon", &Memory::new(&[("a.agon", text)]));
    let mut counts = BTreeMap::new();
    for problem in run_with(&files, root, Options { packs: &Pack::ALL, ..Options::default() }).diagnostics {
        *counts.entry(problem.code.name).or_default() += 1;
    }
    counts
}

#[test]
fn every_pack_has_rules_and_runs_only_when_it_is_on() {
    for pack in Pack::ALL {
        assert!(RULES.iter().any(|r| r.pack == pack), "{} is empty", pack.word());
    }
    let text = "source s: A leaflet\nclaim a: It is quite likely that the leaflet is right; nobody has looked it up.\n  cite: s\n";
    let mut files = Files::default();
    let root = files.load("a.agon", &Memory::new(&[("a.agon", text)]));
    let told = |packs: &[Pack]| {
        let mut names: Vec<&str> =
            run_with(&files, root, Options { packs, ..Options::default() }).diagnostics.iter().map(|d| d.code.name).collect();
        names.sort_unstable();
        names
    };
    assert_eq!(told(&[]), Vec::<&str>::new());
    assert_eq!(run(&files, root).diagnostics.len(), 0);
    assert_eq!(told(&[Pack::Sourcing]), ["anonymous-source", "undated-source"]);
    assert_eq!(told(&[Pack::Style, Pack::Estimative]), ["several-claims", "unknown-likelihood"]);
    assert!(RULES.iter().all(|r| find_pack(r.code) == Some(r.pack)));
}

#[test]
fn ten_thousand_claims_that_share_their_words_are_no_duplicates() {
    const WORDS: &[&str] = &[
        "market", "border", "treaty", "budget", "carbon", "harbour", "memory", "signal", "policy", "school", "bridge", "evidence",
        "health", "growth", "region", "council", "water", "price", "trial", "noise", "court", "river", "grid", "audit", "fear", "cost",
    ];
    let mut seed = 7u64;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let mut text = String::new();
    for i in 0..5_000 {
        let said: Vec<&str> = (0..8 + next(6)).map(|_| WORDS[next(WORDS.len())]).collect();
        let (year, not) = (1900 + i / 2, if i % 2 == 0 { "" } else { "not " });
        writeln!(text, "claim a{i}: The {}.", said.join(" ")).unwrap();
        writeln!(text, "claim b{i}: The price of bread did {not}rise in the year {year}.").unwrap();
    }
    assert_eq!(found(&text).get("duplicate-text"), None);
}

#[test]
fn thousands_of_equal_texts_and_relations_cost_what_they_are() {
    let mut text = String::from("claim top: Everything rests on this one claim.\n");
    for i in 0..20_000 {
        writeln!(text, "support s{i} for top: The very same words are said once more.").unwrap();
    }
    for _ in 0..20_000 {
        text += "contradiction s1, s2\nsupport s3 for s4\n";
    }
    let counts = found(&text);
    assert_eq!((counts["duplicate-text"], counts["duplicate-relation"], counts["begged-question"]), (19_999, 39_998, 20_000));
}

#[test]
fn one_claim_that_touches_all_others_is_looked_at_once_for_each() {
    let mut text = String::from("party p: P\n  side: for\nparty q: Q\n  side: against\nsource o: O\nterm hub: A centre.\n");
    text += "claim hub by p: The hub is in the middle of all of it.\n  likelihood: likely\n";
    for i in 0..10_000 {
        writeln!(text, "source o{i}: O\n  origin: {}", if i == 0 { "o".to_owned() } else { format!("o{}", i - 1) }).unwrap();
        writeln!(text, "claim c{i} by q: Claim {i} hangs on the hub and nothing else.\n  cite: o{i}\n  likelihood: very likely").unwrap();
        writeln!(text, "support s{i} for c{i} strictly:\n  premise hub").unwrap();
        writeln!(text, "rebuttal r{i} by q against hub: Rebuttal {i} says not all of it.\n  cite: o{i}").unwrap();
        writeln!(text, "support t{i} for hub:\n  premise x{i}: Reason {i} is given for it.\n  scheme: sign").unwrap();
    }
    let counts = found(&text);
    assert_eq!((counts.get("unused-source"), counts.get("unused-term"), counts.get("circular-support")), (None, None, None));
    // What is beaten is asked for nothing more.
    assert_eq!((counts["anonymous-source"], counts.get("missing-role")), (10_001, None));
}

proptest! {
    #[test]
    fn words_are_runs_of_letters_and_digits(text in "[a-zA-Z0-9 .’é—ß\u{301}-]{0,30}|\\PC{0,30}") {
        let runs: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        prop_assert_eq!(words(&text).collect::<Vec<_>>(), runs);
    }
}

#[test]
fn words_are_compared_beyond_case_and_punctuation() {
    assert!(same_words("The *street* is – safe!", "the street is safe"));
    assert!(same_words("ÉCOLE fermée", "école Fermée"));
    assert!(!same_words("The street is safe", "The street is not safe") && !same_words("a b", "a b c") && !same_words("a b c", "a b"));
    assert_eq!(lower("It “was said” so, \"quite likely\", by ALL."), " it so by all ");
    let text = "Dr. Miller came at 5 p.m. on Monday. He left! Did he? Yes (he did). e.g. so";
    assert_eq!(sentences(text), ["Dr. Miller came at 5 p.m. on Monday.", " He left!", " Did he?", " Yes (he did). e.g. so"]);
}

#[test]
fn words_of_likelihood_are_found_once_each_and_not_in_comparisons() {
    let words = |text: &str| estimates(text).iter().map(|e| (e.word, e.degree, e.row)).collect::<Vec<_>>();
    assert_eq!(words("It is very unlikely, almost certainly so."), [("very unlikely", 1, 0), ("almost certainly", 6, 0)]);
    assert_eq!(words("It is Likely, and likely again; probably."), [("likely", 4, 0), ("likely", 4, 0), ("probably", 4, 1)]);
    assert_eq!(words("A remote village, more likely than not, says \"likely\"."), []);
    assert_eq!(words("A remote chance."), [("remote chance", 0, 1)]);
}
