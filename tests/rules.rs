//! The rules together: on debates of every pack, on unkind ones of many statements, and on thousands of claims that only look alike.

use crate::support::Memory;
use agon::{
    catalog::all::find_pack,
    config::pack::Pack,
    diagnostic::problem::Diagnostic,
    lint::{
        estimates::estimates,
        registry::RULES,
        sentences::sentences,
        words::{lower, same_words, words},
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

/// What is told of a debate with every pack on: title, notes and help of each finding of this code.
fn in_full(text: &str, code: &str) -> Vec<String> {
    let mut files = Files::default();
    let root = files.load("a.agon", &Memory::new(&[("a.agon", text)]));
    let found = run_with(&files, root, Options { packs: &Pack::ALL, ..Options::default() }).diagnostics;
    let whole = |d: &Diagnostic| [d.title.clone(), d.notes.join("; "), d.help.clone().unwrap_or_default()].join(" | ");
    found.iter().filter(|d| d.code.name == code).map(whole).collect()
}

#[test]
fn a_circle_is_told_to_need_a_ground_only_where_it_has_none() {
    let circle = "claim safe: Safe.\n  support:\n    premise busy\nclaim busy: Busy.\n  support:\n    premise safe\n";
    let told = |more: &str| in_full(&format!("{circle}{more}"), "circular-support").swap_remove(0);
    let (needs, back) = ("one of these claims needs a reason from outside", "what leads back to it adds nothing");
    assert!(told("").contains(needs), "{}", told(""));
    let one = told("support seen for busy: Seen.\n");
    assert!(one.contains("`busy` alone has a ground outside the circle") && one.contains(back) && !one.contains(needs), "{one}");
    let two = told("support seen for busy: Seen.\nsupport calm for safe: Calm.\n");
    assert!(!two.contains(needs) && !two.contains(back), "{two}");
}

#[test]
fn what_was_taken_back_is_said_to_be_so() {
    let text = "party m: M\nparty n: N\nclaim yes by m: It is so.\nclaim no by n: It is not so.\ncontradiction yes, no\n\
                prefer yes over no\nretract no by n: I was wrong.\nexpect no falls\n";
    let [failed] = &in_full(text, "failed-expectation")[..] else { panic!("one expectation fails") };
    assert!(
        failed.contains("was expected to fall, but it is unsupported") && failed.contains("all who said it have taken it back"),
        "{failed}"
    );
    let [idle] = &in_full(text, "idle-preference")[..] else { panic!("one preference is idle") };
    assert!(idle.contains("`no` does not stand anyway") && idle.contains("see by `agon why` why `no` does not stand"), "{idle}");
}

#[test]
fn a_text_that_calls_something_unlikely_speaks_for_the_opposite() {
    let debate = |sure: &str| format!("claim go: The match is {sure} to take place.\n  support rain: Rain is not likely on the day.\n");
    let [found] = &in_full(&debate("almost certain"), "likelier-conclusion")[..] else { panic!("one conclusion is too likely") };
    assert!(found.contains("`go` says \"almost certain\", and rests on `rain`, which says \"not likely\""), "{found}");
    assert!(found.contains("what is not likely leaves the opposite likely, and no more"), "{found}");
    assert_eq!(in_full(&debate("likely"), "likelier-conclusion"), Vec::<String>::new());
}

#[test]
fn separate_supports_make_a_conclusion_likelier_than_each_of_them_unless_they_need_the_same_premise() {
    let told =
        |supports: &str| in_full(&format!("claim wet: It is wet.\n  likelihood: very likely\n{supports}"), "likelier-conclusion").len();
    let (rain, snow) = ("  support rain: Rain.\n    likelihood: likely\n", "  support snow: Snow.\n    likelihood: likely\n");
    assert_eq!(told(rain), 1);
    assert_eq!(told(&format!("{rain}{snow}")), 0);
    assert_eq!(told(&format!("{rain}{snow}    undercut far: It fell elsewhere.\n")), 1);
    let shared =
        "  support one:\n    premise cold: Cold.\n      likelihood: likely\n  support two:\n    premise cold\n    premise damp: Damp.\n";
    assert_eq!(told(shared), 1);
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

/// The titles of what `code` finds with every pack on.
fn told(files: &[(&str, &str)], code: &str) -> Vec<String> {
    let mut loaded = Files::default();
    let memory = Memory::new(files);
    let root = loaded.load(files[0].0, &memory);
    agon::model::gather::gather(&mut loaded, &memory);
    let report = run_with(&loaded, root, Options { packs: &Pack::ALL, ..Options::default() });
    report.diagnostics.iter().filter(|d| d.code.name == code).map(|d| d.title.clone()).collect()
}

#[test]
fn every_clash_of_a_party_is_told_and_each_once() {
    let text = "party p: P\nclaim a by p: Taxes should rise.\nclaim b by p: Taxes should fall.\ncontradiction a, b\nclaim c by p: Buses are good.\n\
                claim d by p: Buses are bad.\ncontradiction c, d\nclaim e by p: Trees are green.\ndeny e by p: They are not.\n";
    let titles = told(&[("d.agon", text)], "party-against-itself");
    assert_eq!(titles, ["`a` and `b` cannot be held together, as `p` does", "`c` and `d` cannot be held together, as `p` does"]);
    assert_eq!(told(&[("d.agon", text)], "accepted-and-denied").len(), 1);
}

#[test]
fn a_step_that_can_never_be_made_is_told_and_a_reductio_by_facts_is_a_note() {
    let text = |kind: &str, more: &str| {
        format!(
            "{kind} a: It rains.\n{kind} b: It is dry.\nclaim c: It is wet.\nsupport w for c strictly:\n  premise a\nclaim d: We go.\nsupport s for d strictly:\n  premise a\n  premise b\n{more}"
        )
    };
    let found = |text: &str| told(&[("d.agon", text)], "impossible-step");
    assert_eq!(found(&text("claim", "")), Vec::<String>::new());
    assert_eq!(found(&text("claim", "contradiction b, c\n")), ["the premises of the strict step `s` cannot all hold: `a` and `b`"]);
    assert_eq!(found(&text("claim", "contradiction a, b\n")), ["the strict step `s` starts from `a`, which its premise `b` contradicts"]);
    assert_eq!(found(&text("claim", "rebuttal b against a\n")), ["the strict step `s` starts from `a` and from `b`, which rebuts it"]);
    let rebutted =
        "claim a: It rains.\nrebuttal b against a: It is dry.\nclaim d: We go.\nsupport s for d strictly:\n  premise a\n  premise b\n";
    assert_eq!(found(rebutted), ["the strict step `s` starts from `a` and from `b`, which rebuts it"]);
    assert_eq!(found(&format!("{rebutted}prefer a over b\n")), Vec::<String>::new(), "a preference lets both stand");
    let facts = "claim p: It is noon.\nclaim q: The sun is up.\nsupport s for q strictly:\n  premise p\nfact night: It is night.\ncontradiction q, night\n";
    assert_eq!(found(facts), ["the strict step `s` leads to what the facts exclude, from `p`"]);
    assert_eq!(found(&facts.replace("contradiction q, night\n", "")), Vec::<String>::new());
}

#[test]
fn an_abbreviation_is_told_unless_the_debate_says_what_it_stands_for() {
    let told = |more: &str| -> Vec<String> {
        let titles = told(&[("d.agon", &format!("claim a: {more}\n"))], "undefined-term");
        titles.iter().map(|t| t.trim_start_matches("nothing says what ").split(' ').next().unwrap().to_owned()).collect()
    };
    for text in [
        "The DRA closes it.",
        "The DRA's gate is shut.",
        "Three DRAs met.",
        "DRA, the oldest of all, closes it.",
        "The Dike Authority is the DRA.",
        "Dogs run again, says the dra, and so says the DRA of today.",
    ] {
        assert_eq!(told(text), if text.starts_with("Dogs") { vec![] } else { vec!["DRA"] }, "{text}");
    }
    for text in [
        "The Dike and Road Authority speaks, and the DRA closes it.",
        "The DRA (Dike and Road Authority) closes it.",
        "The Dike and Road Authority (DRA) closes it.",
        "The DRA, short for something, closes it.",
        "The office, known as DRA, closes it.",
        "It is NOT so, and ALL know it.",
        "STOP THE BRIDGE NOW.",
        "The FBI and the UN agree in part VIII.",
        "He said \"the DRA is late\" to all.",
        "H2O, B2B, the PhD and the x-ray.",
        "The DRA closes it.\nparty dra: Dike office",
        "The DRA closes it.\nterm DRA: Dike office",
        "The DRA closes it.\nsource r: Report of the Dike and Road Authority",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_word_shifts_between_any_two_parts_of_a_step_and_only_where_senses_differ() {
    let general = ("g.agon", "term closed: Without any motor vehicle.\nclaim calm: A closed street is calm.\n");
    let found = |other: &str, main: &str| told(&[("d.agon", main), general, ("o.agon", other)], "shifting-term");
    let other = "term closed: Without cars.\nclaim mill: Mill Street is a closed street.\n";
    let main =
        "use \"g.agon\" as g\nuse \"o.agon\" as o\nclaim c: Mill Street is calm.\n  support s:\n    premise g.calm\n    premise o.mill\n";
    assert_eq!(found(other, main), ["\"closed\" has one sense in the premise `g.calm` and another in the premise `o.mill`"]);
    assert_eq!(found(&other.replace("Without cars", "without any MOTOR vehicle"), main), Vec::<String>::new());
    assert_eq!(found(&other.replace("a closed street", "a street"), main), Vec::<String>::new());
    let rebuttal = "use \"g.agon\" as g\nuse \"o.agon\" as o\nrebuttal o.mill against g.calm\n";
    assert_eq!(found(other, rebuttal), ["\"closed\" has one sense in the rebuttal `o.mill` and another in its target `g.calm`"]);
    let own = |premise: &str| {
        told(
            &[("d.agon", &format!("claim c: All that is free, in the sense of without charge, is taken.\n  support s: {premise}\n"))],
            "shifting-term",
        )
    };
    assert_eq!(own("We are free in the sense of not bound.").len(), 1);
    for premise in [
        "Bread is free in the sense of without charge.",
        "We are free.",
        "It is common sense, in a sense.",
        "In the end it makes sense of it.",
    ] {
        assert_eq!(own(premise), Vec::<String>::new(), "{premise}");
    }
}

#[test]
fn short_reasons_that_are_the_same_are_told_where_they_serve_the_same_claim() {
    let found = |text: &str| told(&[("d.agon", text)], "duplicate-text");
    assert_eq!(found("claim a: Cars are loud.\n  support x: It is so.\n  support y: It is so!\n").len(), 1);
    assert_eq!(found("claim a: Cars are loud.\n  support x: It is so.\n  rebuttal y: It is so.\n").len(), 0);
    assert_eq!(found("claim a: Cars are loud.\n  support x: It is so.\nclaim b: Buses are loud.\n  support y: It is so.\n").len(), 0);
}

#[test]
fn the_answer_that_decides_a_question_wants_a_reason_once_reasons_are_given() {
    let found = |text: &str| told(&[("d.agon", text)], "bare-answer");
    let asked = "question q: Which way?\nclaim left on q: Left.\n";
    let reasons = "claim other: Another thing.\n  support r: A reason.\n";
    assert_eq!(found(&format!("{asked}{reasons}")), ["`left` decides `q`, and nobody gives a reason for it"]);
    for text in [
        asked.to_owned(),
        format!("{}{reasons}", asked.replace("claim left", "assumption left")),
        format!("{}{reasons}", asked.replace("Which way?", "Which way?\n  default: left")),
        format!("{asked}  cite: s\nsource s: S\n{reasons}"),
        format!("{asked}  rebuttal no: Not left.\n{reasons}"),
    ] {
        assert_eq!(found(&text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_preference_ranks_a_claim_in_every_use_as_a_rebuttal() {
    let text = "claim a: It rains.\nclaim b: It is dry.\nrebuttal b against a\nprefer a over b\n";
    let titles = |text: &str| told(&[("d.agon", text)], "idle-preference");
    assert_eq!(titles(text), Vec::<String>::new());
    assert_eq!(told(&[("d.agon", &format!("{text}expect a stands\n"))], "failed-expectation"), Vec::<String>::new());
    let without = text.replace("prefer a over b\n", "expect a stands\n");
    assert_eq!(told(&[("d.agon", &without)], "failed-expectation").len(), 1);
    let twice = format!("{text}claim c: It is May.\nrebuttal b against c\nexpect a stands\nexpect c falls\n");
    assert_eq!(told(&[("d.agon", &twice)], "failed-expectation"), Vec::<String>::new());
    assert_eq!(
        told(&[("d.agon", &twice.replace("expect c falls", "prefer c over b\nexpect c stands"))], "failed-expectation"),
        Vec::<String>::new()
    );
    let strict =
        "claim a: A.\n  support s strictly:\n    premise p: P.\n    premise q: Q.\nclaim b: B.\nrebuttal b against a\nprefer a over b\n";
    let declared = strict.replace("claim b: B.\nrebuttal b against a\n", "rebuttal b against a: B.\n");
    let unrankable = told(&[("d.agon", strict)], "unrankable");
    assert!(unrankable.iter().any(|t| t.contains("its rebuttal `b` cannot be ranked against it")), "{unrankable:?}");
    assert_eq!(told(&[("d.agon", &declared)], "unrankable"), unrankable);
    assert_eq!(
        titles(&text.replace("claim b: It is dry.\nrebuttal b against a\n", "rebuttal b against a: It is dry.\n")),
        Vec::<String>::new()
    );
    assert_eq!(titles(&text.replace("rebuttal b against a\n", "")), ["this preference decides nothing: `a` and `b` never clash"]);
}

#[test]
fn thousands_of_abbreviations_parentheses_and_senses_cost_what_they_are() {
    let letters = |n: usize| -> String { (0..4).map(|at| char::from(b'A' + (n / 26_usize.pow(at) % 26) as u8)).collect() };
    let mut text = String::from("claim top: A sense in the sense of a sense.\n");
    for n in 0..3_000 {
        writeln!(text, "claim c{n}: The {} is there ( and the Same Old Tune ( is heard.\n  support s{n}:\n    premise top", letters(n))
            .unwrap();
    }
    writeln!(text, "claim last: {} {}", "(".repeat(20_000), "in the sense of it ".repeat(5_000)).unwrap();
    writeln!(text, "claim letters: so {}", (0..5_000).map(|n| letters(n) + " and ").collect::<String>()).unwrap();
    assert!(found(&text)["undefined-term"] > 2_000);
}

#[test]
fn a_plain_contradiction_is_not_said_to_follow_strictly_and_an_acceptance_is_named() {
    let notes = |text: &str, code: &str| {
        let mut files = Files::default();
        let root = files.load("a.agon", &Memory::new(&[("a.agon", text)]));
        let found = run(&files, root).diagnostics.into_iter().filter(|d| d.code.name == code);
        found.map(|d| (d.title, d.notes)).collect::<Vec<_>>()
    };
    let clash = "party p: P\nclaim a by p: A is so.\nclaim b by p: B is so.\n";
    let told = notes(&format!("{clash}contradiction a, b\n"), "party-against-itself");
    assert_eq!(told[0].1, ["the one contradicts the other"]);
    let strictly = "claim c: C is so.\n  support s strictly:\n    premise a\n";
    let told = notes(&format!("{clash}{strictly}contradiction c, b\n"), "party-against-itself");
    assert_eq!(told[0].1, ["what follows strictly from them contradicts itself"]);
    let supported = "party p: P\nparty q: Q\nclaim a by p: A is so.\n  support by q: B is so.\naccept a by q\n";
    let title = |who: &str| notes(&format!("{supported}retract a by {who}\n"), "idle-retraction")[0].0.clone();
    assert_eq!(title("p"), "retracting `a` changes no verdict, since `a` rests on its supports");
    assert_eq!(title("q"), "retracting the acceptance of `a` changes no verdict, since `a` rests on its supports");
}

/// Which of these texts of a claim `code` finds something in, with every pack on.
fn found_in<'t>(texts: &[&'t str], code: &str) -> Vec<&'t str> {
    texts.iter().copied().filter(|text| !told(&[("d.agon", &format!("claim a: {text}\n"))], code).is_empty()).collect()
}

#[test]
fn likelihoods_that_the_scale_does_not_have_are_told_and_ability_permission_and_opportunity_are_not() {
    let loose = [
        "It might well rain.",
        "The pier is old, and it might not hold.",
        "If the toll rises, trade might suffer.",
        "A new quay could cause floods downstream.",
        "The roof may collapse within a year.",
        "It is conceivable that the bridge breaks.",
        "A collapse is pretty unlikely.",
        "There is a good chance that it breaks.",
        "The bill has a good chance of passing.",
        "The probability of failure is fairly high.",
        "We cannot rule out that it breaks.",
        "It is not very likely that the roof holds.",
    ];
    assert_eq!(found_in(&loose, "unknown-likelihood"), loose);
    let other = [
        "He might as well go home.",
        "Military might is not all.",
        "The bridge which might break is shut.",
        "One might say that buses are slow.",
        "The council could close the street.",
        "Women could not swim in 1900, and people could die of a cold.",
        "If the bridge could collapse, it would be shut.",
        "Lorries may cross at night.",
        "The best conceivable outcome is a draw.",
        "Everybody should have a fair chance.",
        "Smaller classes give pupils a good chance to learn.",
        "A low probability of failure is required by the code.",
        "There is a remote chance that it breaks.",
        "It is roughly an even chance that it rains.",
        "It can possibly be done.",
        "The treaty might never have been signed without the blockade.",
        "Try as he might, he failed.",
        "Perhaps 40 people came to the meeting.",
        "The results cannot be ruled out of the analysis.",
        "The poor have little chance to be heard in court.",
        "Job prospects are poor in the valley.",
        "The accused may have been elsewhere.",
        "The most likely cause is a leak.",
    ];
    assert_eq!(found_in(&other, "unknown-likelihood"), Vec::<&str>::new());
}

#[test]
fn the_confidence_of_an_author_is_told_beside_a_likelihood_and_that_of_others_is_not() {
    let both = [
        "It is likely that the bridge stays closed (high confidence).",
        "The bridge is very likely to stay closed; our confidence is moderate.",
        "I am fairly confident that it will probably close.",
        "It is likely to close [confidence: high].",
        "It is our high-confidence judgement that the bridge is likely to close.",
        "We can say with confidence that the bridge is likely to close.",
        "With a high degree of confidence, we assess that it is unlikely to open.",
        "It is assessed with moderate-to-high confidence that it is quite likely to open.",
        "Confidence in this judgement is high: the bridge is unlikely to open.",
    ];
    assert_eq!(found_in(&both, "likelihood-with-confidence"), both);
    let other = [
        "Buyers with high confidence are likely to stay.",
        "Consumer confidence is high, and a boom is likely.",
        "We have little confidence in the council, which is likely to delay again.",
        "Our confidence in the mayor is low, and a change is unlikely.",
        "With 95 % confidence the effect is likely to be real.",
        "A vote of confidence is likely.",
        "We are confident people and likely to win.",
    ];
    assert_eq!(found_in(&other, "likelihood-with-confidence"), Vec::<&str>::new());
}

#[test]
fn two_clauses_are_two_claims_and_two_nouns_or_verbs_are_one() {
    let several = [
        "Buses are safe, but trams are safer.",
        "The bridge is old and its bolts are rusty.",
        "Drivers pay the toll and the council paints the bridge.",
        "The town has a bridge and the village has a ferry.",
        "People walk more and they drive less.",
        "Prices rose and wages did not.",
        "The street is too narrow for buses and cars have to wait.",
    ];
    assert_eq!(found_in(&several, "several-claims"), several);
    let one = [
        "The council raised the toll and painted the bridge.",
        "The bridge is safe because the bolts are new and the deck is dry.",
        "It is not true that the toll is high and the bridge is old.",
        "The more lorries come, the more it costs and the longer it takes.",
        "Both the mayor and the council have agreed to close the bridge.",
        "Trams should stop and let buses have the road.",
        "The town should buy the pier and rent it to whoever can repair it.",
        "Two things matter: the toll is high and the bridge is old.",
        "He wrote that \"the toll is high and the bridge is old\".",
        "Parking is free on Sundays and costs two euros on weekdays.",
    ];
    assert_eq!(found_in(&one, "several-claims"), Vec::<&str>::new());
}

#[test]
fn texts_are_near_by_small_words_and_spelling_and_apart_by_any_word_that_counts() {
    let found = |one: &str, other: &str, more: &str| {
        !told(&[("d.agon", &format!("claim a: {one}\nclaim b: {other}\n{more}"))], "duplicate-text").is_empty()
    };
    for (one, other) in [
        ("The street should be closed to all cars.", "The street should really be closed for all cars."),
        ("The organisation pays its workers well.", "The organization pays its workers well."),
        ("The colour of a house matters to buyers.", "Color of the house matters to buyers."),
        ("The street isn't safe for children.", "The street is not safe for children."),
        ("The toll has risen on the bridge.", "The tolls have risen at the bridge."),
        ("Fewer exhaust fumes make the air better.", "Fewer exhuast fumes make air better."),
    ] {
        assert!(found(one, other, ""), "{one} {other}");
        assert!(!found(one, other, "contradiction a, b\n"), "{one} {other}");
        assert!(!found(one, other, "rebuttal b against a\n"), "{one} {other}");
        assert!(found(one, one, "contradiction a, b\n"), "{one}: the very same words cannot contradict each other");
    }
    for (one, other) in [
        ("The evidence is causal and it is strong.", "The evidence is casual and it is strong."),
        ("The law should be adopted by all states.", "The law should be adapted by all states."),
        ("Nuclear power is safe for the public.", "Nuclear power is unsafe for the public."),
        ("The toll should rise by 10 euros now.", "The toll should rise by 12 euros now."),
        ("The street isn't safe for children.", "The street is safe for children."),
        ("The bridge is closed to most cars.", "The bridge is closed to many cars."),
        ("The shops are full before the war.", "The shops are full after the war."),
        ("The police protect all of the citizens.", "The policy protects all of the citizens."),
    ] {
        assert!(!found(one, other, ""), "{one} {other}");
    }
}

#[test]
fn a_term_is_used_in_any_form_of_its_word_and_not_in_words_that_only_begin_like_it() {
    let unused =
        |term: &str, text: &str| !told(&[("d.agon", &format!("term {term}: A thing.\nclaim a: {text}\n"))], "unused-term").is_empty();
    for (term, text) in [
        ("guarantee", "Guarantees help."),
        ("guarantees", "It was guaranteed."),
        ("tax", "Taxing it helps."),
        ("taxes", "A tax helps."),
        ("ban", "It was banned."),
        ("use", "Using it helps."),
        ("lie", "Lying is bad."),
        ("cities", "A city grows."),
        ("woman", "Women vote."),
        ("crisis", "Crises pass."),
        ("child", "Children grow."),
        ("datum", "The data show it."),
        ("bus", "Buses are slow."),
        ("deterrence", "It deters them."),
        ("peace-treaty", "Peace treaties hold."),
    ] {
        assert!(!unused(term, text), "{term}: {text}");
    }
    for (term, text) in [
        ("ban", "The bank is big."),
        ("tax", "The taxi is late."),
        ("war", "The ward is full."),
        ("car", "He cares."),
        ("peace-treaty", "Peace holds."),
    ] {
        assert!(unused(term, text), "{term}: {text}");
    }
}

#[test]
fn a_claim_that_was_retracted_with_its_ground_is_told_once_at_most() {
    let text = "party p: P\nclaim x by p: The dam is safe.\n  support k by p: It is new.\nretract x, k by p: New data.\nclaim y: The dam is old.\n  rebuttal x\n";
    let codes = found(text);
    for code in ["idle-retraction", "weakened-by-support"] {
        assert!(!codes.contains_key(code), "{code}: {codes:?}");
    }
}

#[test]
fn units_behind_numbers_and_common_standards_need_no_explanation() {
    let text = "claim a: The plant of 20 MW meets ISO 26262.\nsupport b for a: It keeps 3 TB of logs, as the GPX asks.\n";
    let told = told(&[("d.agon", text)], "undefined-term");
    assert!(told.len() == 1 && format!("{told:?}").contains("GPX"), "{told:?}");
}

#[test]
fn a_weaker_wording_is_one_of_the_same_thing() {
    let found = |target: &str, rebuttal: &str| {
        !told(&[("d.agon", &format!("claim a: {target}\n  rebuttal b: {rebuttal}\n"))], "weaker-wording").is_empty()
    };
    for (target, rebuttal) in [
        ("Most shops gain when their street is closed.", "Not all shops gain; one lost half its trade."),
        ("Voters often support the toll.", "Voters do not always support the toll."),
        ("Most black birds here are ravens.", "Not every bird that is black is a raven."),
        ("The pier may collapse within a year.", "It is not certain that the pier collapses."),
    ] {
        assert!(found(target, rebuttal), "{target} {rebuttal}");
    }
    for (target, rebuttal) in [
        ("Most shops gain when their street is closed.", "Not all shops were asked."),
        ("The bird is likely a raven.", "Not every bird that looks black is a raven."),
        ("Many voters support the toll.", "Not all who voted were asked about the toll."),
        ("Most shops gain trade.", "Not only the shops gain trade."),
        ("The pier may collapse within a year.", "It is not certain that the survey was right."),
    ] {
        assert!(!found(target, rebuttal), "{target} {rebuttal}");
    }
}

#[test]
fn one_long_text_of_nothing_but_words_of_likelihood_costs_what_it_is() {
    for words in [
        "it could break in 1900 and ",
        "low confidence in a bank is likely, ",
        "a chance of 5 % of it ",
        "x 5 % y ",
        "a chance of it is ",
        "the toll is high and so ",
        "not all of it may be ",
    ] {
        let said = words.repeat(4_000);
        assert!(!found(&format!("claim a: Most of it may be so. {said}.\n  rebuttal b: {said}.\n")).is_empty(), "{words}");
    }
}
