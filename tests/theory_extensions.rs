//! Extensions of structured systems: by rules and by arguments from the definitions, and the known answers of the literature.

use crate::{
    brute::{
        arguments::with_attacks,
        known::{married_john, nixon, self_undercut, tandem},
        rules::Small,
        systems::{Dice, torn},
    },
    oracle,
};
use agon::theory::{
    framework::{
        problem::{Answer, Semantics, Task, Unknown},
        solve::Question,
    },
    interrupt::Interrupt,
    system::{
        camps::{Acceptance, camps},
        definition::System,
        extensions::solve,
        grounded::grounded,
        rules::{RuleId, Sentence},
    },
};
use std::collections::BTreeSet;

const ALL: [Semantics; 5] = [Semantics::Grounded, Semantics::Complete, Semantics::Preferred, Semantics::Stable, Semantics::Ideal];

fn ask(system: &System, semantics: Semantics, task: Task, argument: Sentence) -> Answer {
    let question = Question { semantics, task, argument, limit: usize::MAX };
    solve(system, &grounded(system), question, &Interrupt::never())
}

fn all(system: &System, semantics: Semantics) -> Vec<Vec<RuleId>> {
    match ask(system, semantics, Task::All, 0) {
        Answer::All { extensions, whole: true } => extensions,
        other => panic!("{other:?}"),
    }
}

/// Every question about a small system, answered by trying every set of rules.
fn agree(seed: u64, count: u32, ranked: bool) {
    let mut dice = Dice(seed);
    let (mut compared, mut several, mut many, mut none, mut ideal) = (0, 0, 0, 0, 0);
    for _ in 0..count {
        let system = torn(&mut dice, ranked);
        let Some(small) = Small::new(&system, 120) else { continue };
        compared += 1;
        for semantics in ALL {
            let expected = small.extensions(semantics);
            assert_eq!(all(&system, semantics), expected, "{semantics:?} of {system:#?}");
            assert_eq!(ask(&system, semantics, Task::Count, 0), Answer::Count(expected.len().to_string()), "{system:#?}");
            match ask(&system, semantics, Task::Some, 0) {
                Answer::Some(Some(one)) => assert!(expected.contains(&one), "{semantics:?} of {system:#?}"),
                other => assert!(other == Answer::Some(None) && expected.is_empty(), "{semantics:?} of {system:#?}"),
            }
            let readings: Vec<BTreeSet<u32>> = expected.iter().map(|e| small.conclusions(e)).collect();
            let follows = |set: &Vec<RuleId>, s: u32| readings[expected.iter().position(|e| e == set).unwrap()].contains(&s);
            // The questions about one sentence are many, so only some systems are asked them.
            let asked = if compared % 5 == 0 { system.sentences() as u32 } else { 0 };
            for s in 0..asked {
                match ask(&system, semantics, Task::Credulous, s) {
                    Answer::Yes(Some(set)) => assert!(follows(&set, s), "{s} {semantics:?} of {system:#?}"),
                    other => assert!(
                        other == Answer::No(None) && !readings.iter().any(|r| r.contains(&s)),
                        "{other:?} {s} {semantics:?} of {system:#?}"
                    ),
                }
                match ask(&system, semantics, Task::Sceptical, s) {
                    Answer::No(Some(set)) => assert!(!follows(&set, s), "{s} {semantics:?} of {system:#?}"),
                    other => assert!(
                        other == Answer::Yes(None) && readings.iter().all(|r| r.contains(&s)),
                        "{other:?} {s} {semantics:?} of {system:#?}"
                    ),
                }
            }
            several += u32::from(semantics == Semantics::Preferred && expected.len() > 1);
            many += u32::from(semantics == Semantics::Complete && expected.len() > 3);
            none += u32::from(expected.is_empty());
            ideal += u32::from(semantics == Semantics::Ideal && expected != small.extensions(Semantics::Grounded));
        }
    }
    assert!(compared * 10 > count * 6, "only {compared} of {count} systems were small enough");
    let seen = [several, many, none, ideal];
    assert!(seen.iter().all(|&n| n > count / 200), "some case hardly occurs: {seen:?}");
}

#[test]
fn every_answer_is_that_of_the_definition_on_rules() {
    agree(11, 1500, false);
}

#[test]
fn every_answer_is_that_of_the_definition_on_rules_with_preferences() {
    agree(12, 1500, true);
}

/// What follows from the extensions on arguments, and from those on rules.
fn agree_on_arguments(seed: u64, count: u32, ranked: bool) {
    let mut dice = Dice(seed);
    let mut compared = 0;
    for _ in 0..count {
        let system = torn(&mut dice, ranked);
        let Some(arguments) = with_attacks(&system, 12) else { continue };
        let Some(small) = Small::new(&system, 12) else { continue };
        compared += 1;
        let hits = |a: usize, b: usize| arguments[a].1 & arguments[b].0.2 != 0;
        let n = arguments.len();
        let pairs: Vec<(u32, u32)> =
            (0..n).flat_map(|a| (0..n).map(move |b| (a, b))).filter(|&(a, b)| hits(a, b)).map(|(a, b)| (a as u32, b as u32)).collect();
        let framework = oracle::Small::from_pairs(n, &pairs);
        for semantics in &ALL[1..] {
            let conclude = |set: &Vec<u32>| -> BTreeSet<u32> { set.iter().map(|&a| arguments[a as usize].0.0).collect() };
            let expected: BTreeSet<BTreeSet<u32>> = framework.extensions(*semantics).iter().map(conclude).collect();
            let found: BTreeSet<BTreeSet<u32>> = all(&system, *semantics).iter().map(|e| small.conclusions(e)).collect();
            assert_eq!(found, expected, "{semantics:?} of {system:#?}");
        }
    }
    assert!(compared * 3 > count, "only {compared} of {count} systems were small enough");
}

#[test]
fn what_follows_is_what_follows_from_arguments() {
    agree_on_arguments(13, 2000, false);
}

#[test]
fn what_follows_is_what_follows_from_arguments_with_preferences() {
    agree_on_arguments(14, 2000, true);
}

#[test]
fn married_john_is_married_or_a_bachelor() {
    let (s, no_wife) = married_john();
    let [wr, go, m, b, hw] = [0, 1, 2, 3, 4];
    let not = |x| s.find_negation(x).expect("transposition made it");
    let expected = [BTreeSet::from([wr, go, m, hw, not(b)]), BTreeSet::from([wr, go, b, no_wife, not(m)])];
    assert_eq!(readings(&s, Semantics::Preferred), expected);
    assert_eq!(readings(&s, Semantics::Stable), expected);
    assert_eq!(readings(&s, Semantics::Ideal), [BTreeSet::from([wr, go])]);
}

/// What follows from each extension.
fn readings(system: &System, semantics: Semantics) -> Vec<BTreeSet<Sentence>> {
    let small = Small::new(system, 200).expect("a small system");
    all(system, semantics).iter().map(|e| small.conclusions(e)).collect()
}

#[test]
fn the_nixon_diamond_has_two_sides_until_one_is_preferred() {
    let (mut s, not, [d1, d2]) = nixon();
    let [quaker, republican, pacifist] = [0, 1, 2];
    let sides = [BTreeSet::from([quaker, republican, pacifist]), BTreeSet::from([quaker, republican, not])];
    assert_eq!(readings(&s, Semantics::Preferred), sides);
    assert_eq!(readings(&s, Semantics::Complete).len(), 3);
    s.prefer(d2, d1);
    assert_eq!(readings(&s, Semantics::Preferred), sides[1..]);
}

#[test]
fn a_tandem_takes_any_two_of_three() {
    let s = tandem();
    let riders: Vec<Vec<Sentence>> =
        readings(&s, Semantics::Preferred).iter().map(|r| r.iter().copied().filter(|s| (3..6).contains(s)).collect()).collect();
    assert_eq!(riders, [vec![3, 4], vec![3, 5], vec![4, 5]]);
    assert_eq!(all(&s, Semantics::Stable).len(), 3);
}

#[test]
fn a_rule_that_undercuts_itself_leaves_no_stable_extension() {
    let s = self_undercut();
    assert_eq!(readings(&s, Semantics::Preferred), [BTreeSet::from([0])]);
    assert_eq!(all(&s, Semantics::Stable), Vec::<Vec<RuleId>>::new());
    assert_eq!(ask(&s, Semantics::Stable, Task::Credulous, 0), Answer::No(None));
    assert_eq!(ask(&s, Semantics::Stable, Task::Sceptical, 1), Answer::Yes(None), "of no extension everything is true");
}

#[test]
fn what_differs_between_rules_and_arguments_is_refused() {
    for semantics in [Semantics::SemiStable, Semantics::Eager, Semantics::Stage] {
        assert_eq!(ask(&System::new(1), semantics, Task::Some, 0), Answer::Unknown(Unknown::Refused));
    }
}

/// Claims `0..size`, each contradicting the next.
fn fence(size: u32) -> System {
    let mut s = System::new(size);
    for claim in 0..size {
        s.add_defeasible(&[], claim);
    }
    for claim in 1..size {
        s.add_contradictory(claim - 1, claim);
    }
    s
}

#[test]
fn a_search_stops_when_told_and_says_so() {
    let interrupt = Interrupt::never();
    interrupt.raise();
    let s = fence(3);
    for task in [Task::Some, Task::All, Task::Count, Task::Credulous, Task::Sceptical] {
        let question = Question { semantics: Semantics::Preferred, task, argument: 0, limit: 9 };
        assert_eq!(solve(&s, &grounded(&s), question, &interrupt), Answer::Unknown(Unknown::Interrupted), "{task:?}");
    }
}

#[test]
fn independent_clashes_are_counted_without_being_listed_and_a_limit_is_no_whole() {
    let mut s = System::new(400);
    for claim in 0..400 {
        s.add_defeasible(&[], claim);
    }
    for claim in 0..200 {
        s.add_contradictory(2 * claim, 2 * claim + 1);
    }
    let question = Question { semantics: Semantics::Preferred, task: Task::All, argument: 0, limit: 10 };
    let Answer::All { extensions, whole } = solve(&s, &grounded(&s), question, &Interrupt::never()) else { panic!() };
    assert_eq!((extensions.len(), whole), (10, false));
    // 2^200.
    let power = "1606938044258990275541962092341162602522202993782792835301376";
    assert_eq!(ask(&s, Semantics::Stable, Task::Count, 0), Answer::Count(power.to_owned()));
}

#[test]
fn camps_tell_the_readings_apart_and_acceptance_needs_no_list() {
    let mut dice = Dice(15);
    for round in 0..400 {
        let system = torn(&mut dice, round % 2 == 0);
        let Some(small) = Small::new(&system, 120) else { continue };
        let matter = system.sentences() as u32 - round % 3;
        for semantics in ALL {
            let expected: BTreeSet<BTreeSet<u32>> =
                small.extensions(semantics).iter().map(|e| small.conclusions(e).into_iter().filter(|s| *s < matter).collect()).collect();
            let grounded = grounded(&system);
            for limit in [0, 1, 100] {
                let camps = camps(&system, &grounded, semantics, matter, limit, &Interrupt::never());
                let follow = |holds: &[bool]| (0..matter).filter(|s| holds[*s as usize]).collect::<BTreeSet<u32>>();
                let listed: Vec<BTreeSet<u32>> = camps.listed.iter().map(|r| follow(&r.holds)).collect();
                let distinct: BTreeSet<BTreeSet<u32>> = listed.iter().cloned().collect();
                assert_eq!(listed.len(), distinct.len().min(limit), "{semantics:?} of {system:#?}");
                assert!(distinct.is_subset(&expected), "{semantics:?} of {system:#?}");
                if limit == 100 {
                    assert_eq!(distinct, expected, "{semantics:?} of {system:#?}");
                    let product: usize = camps.choices.iter().map(|c| c.options.len()).product();
                    assert!(product == expected.len() && camps.choices.iter().all(|c| c.whole), "{semantics:?} of {system:#?}");
                }
                let count: u64 = camps.choices.iter().map(|c| c.count).product();
                assert!(!camps.choices.iter().all(|c| c.whole) || count == expected.len() as u64, "{semantics:?} {limit} of {system:#?}");
                for s in 0..matter {
                    let known = |value| if expected.is_empty() { None } else { Some(value) };
                    let credulous = known(expected.iter().any(|e| e.contains(&s)));
                    let sceptical = known(expected.iter().all(|e| e.contains(&s)));
                    let found = camps.acceptance[s as usize];
                    assert_eq!(found, Acceptance { credulous, sceptical }, "{s} {semantics:?} {limit} of {system:#?}");
                }
            }
        }
    }
}
