//! A brief with what changed since an earlier version.

use crate::{
    support::Memory,
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    diff::compare::Side,
    model::load::Files,
    render::{
        brief::{Length, Wanted, brief, brief_as},
        document::{Block, Inline},
        markdown::markdown,
    },
    report::run::run,
};

/// The brief of `new` with what changed since `old`.
fn since(old: &str, new: &str, length: Length) -> Vec<Block> {
    let (mut before, mut after) = (Files::default(), Files::default());
    let (one, other) = (before.load("d.agon", &Memory::new(&[("d.agon", old)])), after.load("d.agon", &Memory::new(&[("d.agon", new)])));
    let (old, new) = (run(&before, one), run(&after, other));
    let past = Side { debate: &old.debate, analysis: &old.analysis };
    brief_as(&new, Wanted { length, past: Some(past), style: None }).document()
}

fn told(old: &str, new: &str) -> String {
    let text = markdown(&since(old, new, Length::Normal));
    let told = text.split("## What changed\n\n").nth(1).expect("the brief tells what changed");
    told.split("\n## ").next().unwrap().trim().to_owned()
}

const OLD: &str = "---\nas-of: 2020-01-01\n---\nquestion q: Where?\n  answers: one\nclaim park on q: We meet in the park.\n  support: It is near.\n\
                   claim hall on q: We meet in the hall.\n  rebuttal shut: The hall is shut.\nclaim aside: The weather is fine.\n";

#[test]
fn what_turned_and_what_turned_it_is_told() {
    let new = OLD.replace("claim aside", "rebuttal flood against park: The park is flooded.\nclaim aside").replace("2020-01", "2020-02");
    let expected = "Since the version of 1 January 2020:\n\n\
                    - The question used to be answered “We meet in the park”, until “The park is flooded” was added.\n\
                    - One statement is new: “The park is flooded”.\n\
                    - The day up to which this holds moved from 1 January 2020 to 1 February 2020.";
    assert_eq!(told(OLD, &new), expected);
    let back = told(&new, OLD);
    assert!(back.contains("The question used to have no answer, until “The park is flooded” was taken out."), "{back}");
    assert!(back.contains("One statement is gone: “The park is flooded”."), "{back}");
    let open = OLD.replace("claim aside: The weather is fine.\n", "claim aside: The weather is fine.\n  rebuttal: It rains.\n");
    assert!(
        told(OLD, &open).contains("“The weather is fine” used to stand and now falls, since “It rains” was added."),
        "{}",
        told(OLD, &open)
    );
}

#[test]
fn nothing_is_told_where_nothing_changed_and_nobody_asked() {
    assert_eq!(told(OLD, OLD), "Nothing in the argument has changed since the earlier version.");
    let moved =
        OLD.replace("claim aside: The weather is fine.\n", "").replace("question q", "claim aside: The weather is fine.\nquestion q");
    assert_eq!(told(OLD, &moved), "Nothing in the argument has changed since the earlier version.");
    let mut files = Files::default();
    let root = files.load("d.agon", &Memory::new(&[("d.agon", OLD)]));
    assert!(brief(&run(&files, root), Length::Full).sections.iter().all(|s| s.key != "since"));
}

#[test]
fn of_any_two_versions_each_sentence_says_what_it_rests_on() {
    let mut dice = Dice(7);
    for _ in 0..100 {
        let outline = Outline::random(&mut dice);
        let Some(smaller) = outline.smaller().next() else { continue };
        for (old, new) in [(&outline, &smaller), (&smaller, &outline)] {
            for block in since(&old.text(), &new.text(), Length::Full) {
                let lines: Vec<Vec<Inline>> = match block {
                    Block::Paragraph(line) => vec![line],
                    Block::List { items, .. } => {
                        let lines = items.into_iter().flatten();
                        lines.filter_map(|b| if let Block::Paragraph(line) = b { Some(line) } else { None }).collect()
                    }
                    _ => Vec::new(),
                };
                for inline in lines.into_iter().flatten() {
                    let closed = match &inline {
                        Inline::Sentence { rests, .. } => !rests.is_empty(),
                        Inline::Text(blank) => blank.trim().is_empty(),
                        _ => false,
                    };
                    assert!(closed, "{inline:?}");
                }
            }
        }
    }
}

#[test]
fn a_preference_that_was_taken_out_is_named_by_what_it_was_for() {
    let new = "question q: Where?\n  answers: one\nclaim park on q: We meet in the park.\n  support: It is near.\nclaim hall on q: We meet in the \
               hall.\n  support: It is dry.\ncontradiction park, hall\n";
    let told = told(&format!("{new}prefer park over hall: All like it.\n"), new);
    assert!(told.contains("until the preference for “We meet in the park” was taken out."), "{told}");
}

#[test]
fn one_page_says_what_turned_a_judgement_and_nothing_of_the_rest() {
    let new = OLD.replace("claim aside", "rebuttal flood against park: The park is flooded.\nclaim aside");
    let page = markdown(&since(OLD, &new, Length::OnePage));
    let turned = "The question used to be answered “We meet in the park”, until “The park is flooded” was added.";
    assert!(page.contains(turned) && !page.contains("What changed"), "{page}");
    let aside = OLD.replace("claim aside: The weather is fine.\n", "claim aside: The weather is fine.\n  rebuttal: It rains.\n");
    let page = markdown(&since(OLD, &aside, Length::OnePage));
    assert!(!page.contains("used to"), "{page}");
    let claim = "claim bridge: The bridge holds.\n";
    let page = markdown(&since(claim, &format!("{claim}  rebuttal: It fell.\n"), Length::OnePage));
    assert!(page.contains("“The bridge holds” used to stand and now falls, since “It fell” was added."), "{page}");
}

#[test]
fn what_a_party_did_is_told_by_its_name_and_counted_once() {
    let old = "party chamber: The chamber\nquestion q: Who pays?\nclaim vans on q by chamber: Vans should pay.\nclaim all on q: All should pay.\n";
    let new = format!("{old}retract vans by chamber\n");
    assert_eq!(
        told(old, &new),
        "Since the earlier version:\n\n- The question used to have no answer, until the chamber took back “Vans should pay”."
    );
    assert_eq!(
        told(&new, old),
        "Since the earlier version:\n\n- The question used to be answered “All should pay”, until the withdrawal of “Vans should pay” by the chamber was taken out."
    );
}

#[test]
fn what_one_preference_turned_is_told_in_one_breath() {
    let mut old = "claim a: One.\nclaim b: Two.\ncontradiction a, b\n".to_owned();
    (0..3).for_each(|n| old += &format!("claim c{n}: Thing {n} follows.\nsupport s{n} for c{n}:\n  premise a\n"));
    let new = format!("{old}prefer a over b\n");
    let told = told(&old, &new);
    assert_eq!(told.matches("the preference for").count(), 1, "{told}");
    assert!(
        told.contains("used to be open and now stand; “Two” used to be open and now falls, since the preference for “One” was added."),
        "{told}"
    );
    assert!(!told.contains("other change"), "{told}");
}

#[test]
fn confidence_and_likelihood_that_moved_are_told() {
    let old = "claim a: One.\n  confidence: high\n";
    let new = "claim a: One.\n  confidence: low\n  likelihood: likely\n";
    assert!(
        told(old, new).ends_with(
            "- One statement was changed: the judgement. The confidence in it went from “high” to “low”. The likelihood of it is now given as “likely”."
        ),
        "{}",
        told(old, new)
    );
}

#[test]
fn small_acts_are_named_and_not_counted() {
    let old = "party t: The traders\nterm tram: A vehicle on rails.\nclaim a: Trams are quiet.\nclaim b: Buses are loud.\n";
    let new = format!("party g: The Green Club\n{}accept a by t\ndeny b by g\nprefer a over b\n", old.replace("on rails", "on wheels"));
    let told_now = told(old, &new);
    for words in [
        "- The Green Club joined the debate.",
        "- The term “tram” was given another sense.",
        "- The preference for judgement 1 was added.",
        "- The traders accepted judgement 1.",
        "the Green Club denied judgement 2.",
    ] {
        assert!(told_now.contains(words), "{words}\n{told_now}");
    }
    let back = told(&new, old);
    assert!(back.contains("- The acceptance of judgement 1 by the traders was taken out."), "{back}");
    assert!(!told_now.contains("other change") && !back.contains("other change"), "{told_now}\n{back}");
}

#[test]
fn many_small_changes_are_told_up_to_a_bound() {
    let old = "party t: The traders\nclaim a: Trams are quiet.\n";
    let more: String = (0..40).map(|n| format!("source s{n}: Book {n}\n  author: Ann Lee\n")).collect();
    let told = told(old, &format!("{old}{more}"));
    assert_eq!(told.matches("The source “Book").count(), 12, "{told}");
    assert!(told.contains("- 28 further changes are left out here."), "{told}");
}

#[test]
fn a_claim_in_other_words_is_told_with_the_old_ones_beside_the_new() {
    let old = "claim a: The trams of the new line will run on every day of the week from 1 March 2027 onwards.\n";
    let told_now = told(old, &old.replace("March 2027", "June 2028"));
    let words = "Where it now says “… week from 1 June 2028 onwards”, it used to say “… week from 1 March 2027 onwards”.";
    assert!(told_now.contains(words), "{told_now}");
    let other = told("claim a: Trams are quiet.\n", "claim a: Buses are loud and dear.\n");
    assert!(other.contains("The judgement used to read “Trams are quiet”."), "{other}");
}
