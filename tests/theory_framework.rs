//! Abstract frameworks: every question agrees with the definitions, on all small frameworks and on many random ones.

use crate::{brute::systems::Dice, oracle::Small};
use agon::theory::{
    framework::{
        attack::Framework,
        problem::{Answer, Semantics, Task, Unknown},
        solve::{Question, solve},
        verify::{accepts, is_admissible, is_complete, is_conflict_free, is_stable},
    },
    interrupt::{Interrupt, Stopped},
    search::product::combine,
};
use proptest::prelude::*;

const NO_LIMIT: usize = usize::MAX;

fn ask(framework: &Framework, task: Task, semantics: Semantics, argument: u32) -> Answer {
    solve(framework, Question { semantics, task, argument, limit: NO_LIMIT }, &Interrupt::never())
}

/// Asks every question about a framework, and about each of its arguments, and compares each answer and each witness with the oracle.
#[track_caller]
fn check_all(small: &Small) {
    let pairs = small.pairs();
    let framework = Framework::new(small.count(), &pairs);
    let table = small.table();
    for (name, semantics) in Semantics::ALL {
        let truth = table.extensions(semantics);
        let said = |task, argument| ask(&framework, task, semantics, argument);
        let context = |task: &str, a: u32| format!("{task}-{name} of {a} in {pairs:?}, extensions {truth:?}");
        assert_eq!(said(Task::All, 0), Answer::All { extensions: truth.clone(), whole: true }, "{}", context("EE", 0));
        assert_eq!(said(Task::Count, 0), Answer::Count(truth.len().to_string()), "{}", context("CE", 0));
        match said(Task::Some, 0) {
            Answer::Some(Some(set)) => assert!(truth.contains(&set), "{set:?}: {}", context("SE", 0)),
            answer => assert!(truth.is_empty() && answer == Answer::Some(None), "{answer:?}: {}", context("SE", 0)),
        }
        for a in 0..small.count() as u32 {
            match said(Task::Credulous, a) {
                Answer::Yes(Some(set)) => assert!(set.contains(&a) && truth.contains(&set), "{set:?}: {}", context("DC", a)),
                answer => assert!(answer == Answer::No(None) && !truth.iter().any(|e| e.contains(&a)), "{answer:?}: {}", context("DC", a)),
            }
            match said(Task::Sceptical, a) {
                Answer::No(Some(set)) => assert!(!set.contains(&a) && truth.contains(&set), "{set:?}: {}", context("DS", a)),
                answer => assert!(answer == Answer::Yes(None) && truth.iter().all(|e| e.contains(&a)), "{answer:?}: {}", context("DS", a)),
            }
        }
    }
}

#[test]
fn every_framework_of_up_to_three_arguments_agrees() {
    for count in 0..=3 {
        (0..1u128 << (count * count)).for_each(|code| check_all(&Small::from_code(count, code)));
    }
}

/// Every framework of four arguments in which the first attacks itself and the second, or not, as the two bits of `first` say.
fn frameworks_of_four_agree(first: u128) {
    (0..1u128 << 14).for_each(|code| check_all(&Small::from_code(4, code << 2 | first)));
}

#[test]
fn every_framework_of_four_arguments_agrees_first_quarter() {
    frameworks_of_four_agree(0);
}

#[test]
fn every_framework_of_four_arguments_agrees_second_quarter() {
    frameworks_of_four_agree(1);
}

#[test]
fn every_framework_of_four_arguments_agrees_third_quarter() {
    frameworks_of_four_agree(2);
}

#[test]
fn every_framework_of_four_arguments_agrees_fourth_quarter() {
    frameworks_of_four_agree(3);
}

/// Frameworks of one to nine arguments, from sparse to dense, and every question about each.
fn random_frameworks_agree(seed: u64, count: u32) {
    let mut dice = Dice(seed);
    let mut met = [0u32; 10];
    for _ in 0..count {
        let size = 1 + dice.below(9);
        let attacks = dice.below(3 * size + 1);
        let pairs: Vec<(u32, u32)> = (0..attacks).map(|_| (dice.below(size), dice.below(size))).collect();
        check_all(&Small::from_pairs(size as usize, &pairs));
        met[size as usize] += 1;
    }
    assert!(met[1..].iter().all(|&n| n > count / 20), "{met:?}");
}

#[test]
fn ten_thousand_random_frameworks_agree() {
    random_frameworks_agree(61, 10_000);
}

#[test]
fn ten_thousand_more_random_frameworks_agree() {
    random_frameworks_agree(62, 10_000);
}

fn small() -> impl Strategy<Value = Small> {
    let pairs = |count: u32| prop::collection::vec((0..count, 0..count), 0..(count as usize * 3));
    (5u32..=9).prop_flat_map(move |count| pairs(count).prop_map(move |pairs| Small::from_pairs(count as usize, &pairs)))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]
    #[test]
    fn sparse_random_frameworks_with_many_components_agree(
        pairs in prop::collection::vec((0u32..9, 0u32..9).prop_filter("few self-attacks", |(a, b)| a != b || a % 4 == 0), 3..14)
    ) {
        check_all(&Small::from_pairs(9, &pairs));
    }

    #[test]
    fn the_checker_agrees_with_the_definitions(small in small()) {
        let framework = Framework::new(small.count(), &small.pairs());
        let (complete, stable) = (small.extensions(Semantics::Complete), small.extensions(Semantics::Stable));
        for code in 0..1u32 << small.count() {
            let set: Vec<u32> = (0..32).filter(|a| code >> a & 1 == 1).collect();
            prop_assert_eq!(is_complete(&framework, &set), complete.contains(&set));
            prop_assert_eq!(is_stable(&framework, &set), stable.contains(&set));
            prop_assert!(!is_stable(&framework, &set) || is_complete(&framework, &set));
            prop_assert!(!is_complete(&framework, &set) || is_admissible(&framework, &set));
            prop_assert!(!is_admissible(&framework, &set) || is_conflict_free(&framework, &set));
        }
    }
}

#[track_caller]
fn check(pairs: &[(u32, u32)], semantics: Semantics, expected: &[&[u32]]) {
    let count = pairs.iter().map(|p| p.0.max(p.1) + 1).max().unwrap_or(0);
    let answer = ask(&Framework::new(count as usize, pairs), Task::All, semantics, 0);
    let extensions = expected.iter().map(|e| e.to_vec()).collect();
    assert_eq!(answer, Answer::All { extensions, whole: true });
}

#[test]
fn the_known_cases_have_their_known_answers() {
    let chain = [(0, 1), (1, 2)];
    Semantics::ALL.iter().for_each(|s| check(&chain, s.1, &[&[0, 2]]));
    let mutual = [(0, 1), (1, 0)];
    check(&mutual, Semantics::Grounded, &[&[]]);
    check(&mutual, Semantics::Preferred, &[&[0], &[1]]);
    let circle = [(0, 1), (1, 2), (2, 0)];
    check(&circle, Semantics::Stable, &[]);
    check(&circle, Semantics::Stage, &[&[0], &[1], &[2]]);
    let disputed = [(0, 0), (0, 1), (1, 0)];
    check(&disputed, Semantics::Grounded, &[&[]]);
    check(&disputed, Semantics::Ideal, &[&[1]]);
    let spoiled = [(0, 0), (0, 1)];
    check(&spoiled, Semantics::SemiStable, &[&[]]);
    check(&spoiled, Semantics::Stage, &[&[1]]);
}

/// A row of clashes between two arguments each: twice as many preferred extensions with each.
fn clashes(count: u32) -> Framework {
    let pairs: Vec<(u32, u32)> = (0..count).flat_map(|c| [(2 * c, 2 * c + 1), (2 * c + 1, 2 * c)]).collect();
    Framework::new(2 * count as usize, &pairs)
}

#[test]
fn independent_clashes_are_counted_without_being_listed() {
    let answer = ask(&clashes(100), Task::Count, Semantics::Preferred, 0);
    assert_eq!(answer, Answer::Count("1267650600228229401496703205376".to_owned()));
}

#[test]
fn a_limit_is_kept_and_told() {
    let ask = |limit| {
        let question = Question { semantics: Semantics::Stable, task: Task::All, argument: 0, limit };
        match solve(&clashes(50), question, &Interrupt::never()) {
            Answer::All { extensions, whole } => (extensions.len(), whole),
            answer => panic!("{answer:?}"),
        }
    };
    assert_eq!(ask(7), (7, false));
    assert_eq!(ask(0), (0, false));
    let question = Question { semantics: Semantics::Stable, task: Task::All, argument: 0, limit: 2 };
    assert!(matches!(solve(&clashes(1), question, &Interrupt::never()), Answer::All { whole: true, .. }));
}

#[test]
fn after_an_interrupt_nothing_is_claimed() {
    let framework = clashes(20);
    for (_, semantics) in Semantics::ALL {
        for (_, task) in Task::ALL {
            let interrupt = Interrupt::never();
            interrupt.raise();
            let question = Question { semantics, task, argument: 3, limit: NO_LIMIT };
            assert_eq!(solve(&framework, question, &interrupt), Answer::Unknown(Unknown::Interrupted));
        }
    }
}

#[test]
fn a_deadline_ends_an_enumeration_that_would_not_end() {
    // One chain of clashes with 2^200 complete extensions.
    let pairs: Vec<(u32, u32)> = (0..400).flat_map(|c| [(c, c + 1), (c + 1, c)]).collect();
    let interrupt = Interrupt::after(std::time::Duration::from_millis(50));
    let question = Question { semantics: Semantics::Complete, task: Task::Count, argument: 0, limit: NO_LIMIT };
    assert_eq!(solve(&Framework::new(401, &pairs), question, &interrupt), Answer::Unknown(Unknown::Interrupted));
}

#[test]
fn more_extensions_than_can_be_held_are_not_listed() {
    let all = |limit| Question { semantics: Semantics::Preferred, task: Task::All, argument: 0, limit };
    assert_eq!(solve(&clashes(30), all(NO_LIMIT), &Interrupt::never()), Answer::Unknown(Unknown::TooMany));
    assert!(matches!(solve(&clashes(30), all(3), &Interrupt::never()), Answer::All { extensions, whole: false } if extensions.len() == 3));
}

#[test]
fn a_deadline_ends_the_combining_of_pieces() {
    let pieces: Vec<Vec<Vec<u32>>> = (0..60).map(|at| vec![vec![2 * at], vec![2 * at + 1]]).collect();
    let interrupt = Interrupt::never();
    interrupt.raise();
    assert_eq!(combine(&[], &pieces, NO_LIMIT, &interrupt), Err(Stopped));
}

#[test]
fn the_same_question_gets_the_same_answer() {
    let pairs: Vec<(u32, u32)> = (0..300u32).map(|i| (i * 7919 % 101, i * 104_729 % 97)).collect();
    let framework = Framework::new(101, &pairs);
    for (_, semantics) in Semantics::ALL {
        for task in [Task::Some, Task::Credulous, Task::Sceptical] {
            assert_eq!(ask(&framework, task, semantics, 5), ask(&framework, task, semantics, 5));
        }
    }
}

/// The largest admissible part of a conflict-free set, by striking one undefended member at a time.
fn largest_admissible(framework: &Framework, mut set: Vec<u32>) -> Vec<u32> {
    let defended =
        |set: &[u32], a: u32| framework.attackers_of(a).iter().all(|&b| framework.attackers_of(b).iter().any(|d| set.contains(d)));
    while let Some(at) = set.iter().position(|&a| !defended(&set, a)) {
        set.remove(at);
    }
    set
}

#[test]
fn ideal_and_eager_agree_with_sceptical_acceptance_on_larger_frameworks() {
    // A ring with chords, most attacks mutual: large circular parts, some with stable extensions and some without.
    for seed in 0..6u32 {
        let random =
            |i: u32| i.wrapping_mul(2_654_435_761).wrapping_add(seed.wrapping_mul(40_503)).rotate_left(13).wrapping_mul(2_246_822_519) >> 8;
        let count = 110 + seed;
        let mut pairs = Vec::new();
        for a in 0..count {
            for (at, b) in [(4 * a, (a + 1) % count), (4 * a + 1, random(4 * a + 2) % count)] {
                let mutual = random(at) % 100 < 70;
                pairs.extend([(a, b), (b, a)].into_iter().take(if mutual { 2 } else { 1 }).filter(|p| p.0 != p.1));
            }
        }
        let framework = Framework::new(count as usize, &pairs);
        for (unique, several) in [(Semantics::Ideal, Semantics::Preferred), (Semantics::Eager, Semantics::SemiStable)] {
            let shared = (0..count).filter(|&a| ask(&framework, Task::Sceptical, several, a) == Answer::Yes(None)).collect();
            let expected = largest_admissible(&framework, shared);
            assert_eq!(ask(&framework, Task::Some, unique, 0), Answer::Some(Some(expected)), "seed {seed}");
        }
    }
}

/// Every answer to a small framework is broken in every way that keeps its form, and the checker must refuse what the definitions refuse, as
/// far as it covers the answer.
#[test]
fn the_checker_refuses_broken_answers() {
    let mut dice = Dice(63);
    let mut refused = [0u32; 8];
    for _ in 0..300 {
        let size = 2 + dice.below(5);
        let pairs: Vec<(u32, u32)> = (0..dice.below(2 * size + 1)).map(|_| (dice.below(size), dice.below(size))).collect();
        let small = Small::from_pairs(size as usize, &pairs);
        let framework = Framework::new(size as usize, &pairs);
        let sets: Vec<Vec<u32>> = (0..1u32 << size).map(|code| (0..size).filter(|a| code >> a & 1 == 1).collect()).collect();
        let grounded = small.extensions(Semantics::Grounded).remove(0);
        for (at, (name, semantics)) in Semantics::ALL.into_iter().enumerate() {
            let truth = small.extensions(semantics);
            let is_exact = matches!(semantics, Semantics::Grounded | Semantics::Complete | Semantics::Stable);
            for set in &sets {
                let accepted = accepts(&framework, semantics, 0, &Answer::Some(Some(set.clone())), None);
                let is_right = truth.contains(set);
                assert!(accepted || !is_right, "{name}: {set:?} is an extension of {pairs:?}");
                assert!(!accepted || is_right || !is_exact, "{name}: {set:?} is none of {pairs:?}");
                refused[at] += u32::from(!accepted);
                for a in 0..size {
                    let (yes, no) = (Answer::Yes(Some(set.clone())), Answer::No(Some(set.clone())));
                    assert_eq!(accepts(&framework, semantics, a, &yes, None), accepted && set.contains(&a), "{name}");
                    assert_eq!(accepts(&framework, semantics, a, &no, None), accepted && !set.contains(&a), "{name}");
                    let everywhere = accepts(&framework, semantics, a, &Answer::Yes(None), Some(set));
                    let is_proof =
                        grounded.contains(&a) || !matches!(semantics, Semantics::Grounded | Semantics::Complete | Semantics::Stable);
                    assert!(!everywhere || is_proof && set.contains(&a), "{name}: {set:?} does not show {a} in {pairs:?}");
                }
            }
            let mut twice: Vec<Vec<u32>> = truth.first().into_iter().flat_map(|e| [e.clone(), e.clone()]).collect();
            let all = |extensions: &[Vec<u32>]| {
                accepts(&framework, semantics, 0, &Answer::All { extensions: extensions.to_vec(), whole: true }, None)
            };
            assert!(all(&truth) && (twice.is_empty() || !all(&twice)), "{name}");
            twice.truncate(1);
            twice.iter_mut().for_each(|e| e.extend([size, size + 1]));
            assert!(twice.is_empty() || !all(&twice), "{name}: arguments that are not there");
        }
    }
    assert!(refused.iter().all(|&n| n > 1000), "{refused:?}");
}

#[test]
fn a_sceptical_yes_without_evidence_is_refused_where_there_is_evidence() {
    let framework = Framework::new(2, &[(0, 1), (1, 0)]);
    for (name, semantics) in Semantics::ALL {
        let rests_on_search = matches!(semantics, Semantics::Stable | Semantics::SemiStable | Semantics::Stage);
        assert_eq!(accepts(&framework, semantics, 0, &Answer::Yes(None), None), rests_on_search, "{name}");
    }
    // An admissible set has the argument, but its attacker defends itself too.
    assert!(!accepts(&framework, Semantics::Preferred, 0, &Answer::Yes(None), Some(&[0])));
    // Not so here: the attacker needs help that there is none for.
    let framework = Framework::new(3, &[(0, 1), (1, 0), (2, 2), (2, 1)]);
    assert!(accepts(&framework, Semantics::Preferred, 0, &Answer::Yes(None), Some(&[0])));
}

#[test]
fn a_largest_extension_that_one_argument_can_join_is_refused() {
    let framework = Framework::new(4, &[(0, 1), (1, 0), (2, 2), (3, 2)]);
    for (semantics, set) in
        [(Semantics::Preferred, vec![3]), (Semantics::SemiStable, vec![3]), (Semantics::Stage, vec![3]), (Semantics::Ideal, vec![0, 3])]
    {
        assert!(!accepts(&framework, semantics, 0, &Answer::Some(Some(set.clone())), None), "{semantics:?} {set:?}");
    }
}
