//! The structured half of `theory` against brute force at argument level, and the known answers of the literature.

use crate::brute::{
    arguments, fixpoint, proofs,
    systems::{Dice, random},
};
use agon::theory::system::{
    circles::circles,
    conflict::find_conflict,
    definition::System,
    grounded::{Label, Status, grounded},
    rules::RuleId,
    verify,
    why::{Size, failures, find_defence},
};

fn agree(seed: u64, count: u32, ranked: bool) {
    let mut dice = Dice(seed);
    let (mut compared, mut seen) = (0, [0; 4]);
    for _ in 0..count {
        let system = random(&mut dice, ranked);
        let Some(expected) = arguments::statuses(&system, 120) else { continue };
        let found = grounded(&system);
        assert_eq!(found.sentences, expected, "{system:#?}");
        assert!(fixpoint::is_fixpoint(&system, &found) && fixpoint::is_least(&system, &found), "{system:#?}");
        assert!(verify::is_grounded(&system, &found), "{system:#?}");
        compared += 1;
        for status in expected {
            seen[status as usize] += 1;
        }
    }
    assert!(compared * 10 > count * 8, "only {compared} of {count} systems were small enough");
    assert!(seen.iter().all(|&n| n > count / 20), "some status hardly occurs: {seen:?}");
}

#[test]
fn statuses_equal_those_of_arguments_without_preferences() {
    agree(1, 2500, false);
}

#[test]
fn statuses_equal_those_of_arguments_with_preferences() {
    agree(2, 3500, true);
}

#[test]
fn stages_are_rounds_and_a_defence_defends_itself_and_is_as_small_as_it_says() {
    let mut dice = Dice(3);
    let (mut spared, mut smaller, mut refuted) = (0, 0, 0);
    for round in 0..1500 {
        let system = random(&mut dice, round % 2 == 0);
        let found = grounded(&system);
        let accepted: Vec<RuleId> = system.rules().defeasible().filter(|&r| found.is_accepted(r)).collect();
        for m in fixpoint::defended(&system, &accepted) {
            assert_eq!(found.stage(m.rule), Some(m.stage), "{system:#?}");
        }
        let rules_of = |set: &[RuleId]| fixpoint::defended(&system, set).iter().map(|m| m.rule).collect::<Vec<RuleId>>();
        for sentence in 0..system.sentences() as u32 {
            let holds = found.status(sentence) == Status::In;
            let Some(defence) = find_defence(&system, &found, sentence) else {
                assert_eq!(found.status(sentence), Status::Undecided);
                continue;
            };
            let shows = |set: &[RuleId]| fixpoint::shows(&system, set)[sentence as usize] == if holds { Status::In } else { Status::Out };
            let rules: Vec<RuleId> = defence.moves.iter().map(|m| m.rule).collect();
            assert_eq!(fixpoint::defended(&system, &rules), defence.moves, "{sentence} in {system:#?}");
            assert!(shows(&rules), "{sentence} in {system:#?}");
            assert_eq!(defence.size, Size::Smallest);
            proofs::check(&system, &defence.proof.expect("it is small"), sentence, holds, &rules);
            for rule in &rules {
                let less: Vec<RuleId> = rules.iter().copied().filter(|r| r != rule).collect();
                assert!(!shows(&rules_of(&less)), "{sentence} needs no {rule} in {system:#?}");
                spared += 1;
            }
            if round % 2 == 0 && accepted.len() < 9 {
                let subsets = (0..1usize << accepted.len()).filter(|s| (s.count_ones() as usize) < rules.len());
                for subset in subsets {
                    let set: Vec<RuleId> = (0..accepted.len()).filter(|i| subset >> i & 1 == 1).map(|i| accepted[i]).collect();
                    assert!(!shows(&rules_of(&set)), "{sentence} by fewer rules in {system:#?}");
                    smaller += 1;
                }
            }
            refuted += u32::from(!holds && !rules.is_empty());
        }
    }
    assert!(spared > 1000 && smaller > 1000 && refuted > 150, "{spared} {smaller} {refuted}");
}

#[test]
fn every_rule_for_what_is_not_in_has_a_failure_with_a_reason() {
    let mut dice = Dice(4);
    for round in 0..1500 {
        let system = random(&mut dice, round % 2 == 0);
        let found = grounded(&system);
        for sentence in (0..system.sentences() as u32).filter(|&s| found.status(s) != Status::In) {
            let rules: Vec<RuleId> = system.rules().ids().filter(|&r| system.rules().get(r).head == sentence).collect();
            let reasons = failures(&system, &found, sentence);
            assert_eq!(reasons.iter().map(|f| f.rule).collect::<Vec<_>>(), rules, "{system:#?}");
            assert!(reasons.iter().all(|f| !(f.attacked_by.is_empty() && f.open_to.is_empty() && f.missing.is_empty())), "{system:#?}");
        }
    }
}

#[test]
fn the_checker_refuses_a_labelling_that_is_not_grounded() {
    let mut system = System::new(2);
    system.add_defeasible(&[], 0);
    system.add_defeasible(&[], 1);
    system.add_contradictory(0, 1);
    let honest = grounded(&system);
    let mut wrong = honest.clone();
    wrong.sentences[0] = Status::In;
    assert!(!verify::is_grounded(&system, &wrong), "a status that does not follow");
    wrong.rules = vec![Label::In, Label::In];
    assert!(!verify::is_grounded(&system, &wrong), "two accepted rules that attack each other");
    wrong.rules = vec![Label::In, Label::Out];
    wrong.sentences = vec![Status::In, Status::Out];
    assert!(fixpoint::is_fixpoint(&system, &wrong), "a stable extension solves the equations");
    assert!(!verify::is_grounded(&system, &wrong), "but is not the least solution");
    assert!(verify::is_grounded(&system, &honest));
}

/// One label or status of random labellings is changed, in every way.
#[test]
fn the_checker_refuses_every_labelling_that_differs_in_one_place() {
    let mut dice = Dice(5);
    let (mut labels, mut statuses) = (0, 0);
    for round in 0..400 {
        let system = random(&mut dice, round % 2 == 0);
        let found = grounded(&system);
        for at in 0..found.rules.len() {
            for label in [Label::In, Label::Undecided, Label::Out].into_iter().filter(|&l| l != found.rules[at]) {
                let mut wrong = found.clone();
                wrong.rules[at] = label;
                assert!(!verify::is_grounded(&system, &wrong), "rule {at} {label:?} in {system:#?}");
                labels += 1;
            }
        }
        for at in 0..found.sentences.len() {
            let others = [Status::In, Status::Undecided, Status::Out, Status::None].into_iter();
            for status in others.filter(|&s| s != found.sentences[at]) {
                let mut wrong = found.clone();
                wrong.sentences[at] = status;
                assert!(!verify::is_grounded(&system, &wrong), "sentence {at} {status:?} in {system:#?}");
                statuses += 1;
            }
        }
    }
    assert!(labels > 2000 && statuses > 2000, "{labels} {statuses}");
}

/// The labelling of one system is offered for another that has one attack more or less.
#[test]
fn the_checker_tells_the_labelling_of_a_neighbouring_system_from_the_grounded_one() {
    let mut dice = Dice(6);
    let mut refused = 0;
    for round in 0..1500 {
        let system = random(&mut dice, round % 2 == 0);
        let mut other = system.clone();
        let (x, y) = (dice.below(system.sentences() as u32), dice.below(system.sentences() as u32));
        other.add_contrary(x, y);
        let offered = grounded(&other);
        let is_right = fixpoint::is_fixpoint(&system, &offered) && fixpoint::is_least(&system, &offered);
        // Right labels may come with stages that the other attack delayed or brought forward: then they prove nothing here.
        assert!(is_right || !verify::is_grounded(&system, &offered), "{system:#?}");
        refused += u32::from(!is_right);
    }
    assert!(refused > 150, "{refused}");
}

#[test]
fn the_checker_refuses_a_defence_that_lacks_a_move_or_comes_too_early() {
    let mut dice = Dice(7);
    let (mut lacking, mut early) = (0, 0);
    for round in 0..600 {
        let system = random(&mut dice, round % 2 == 0);
        let found = grounded(&system);
        for sentence in 0..system.sentences() as u32 {
            let holds = found.status(sentence) == Status::In;
            let Some(defence) = find_defence(&system, &found, sentence) else { continue };
            assert!(verify::is_defence(&system, &defence.moves, sentence, holds), "{sentence} in {system:#?}");
            assert!(!verify::is_defence(&system, &defence.moves, sentence, !holds), "{sentence} in {system:#?}");
            for at in 0..defence.moves.len() {
                let mut less = defence.moves.clone();
                less.remove(at);
                // A smallest defence needs all its moves.
                assert!(!verify::is_defence(&system, &less, sentence, holds), "{sentence} without move {at} in {system:#?}");
                lacking += 1;
                let mut hasty = defence.moves.clone();
                hasty[at].stage -= 1;
                assert!(!verify::is_defence(&system, &hasty, sentence, holds), "{sentence} with move {at} early in {system:#?}");
                early += 1;
            }
        }
    }
    assert!(lacking > 500 && early > 500, "{lacking} {early}");
}

#[test]
fn a_conflict_names_a_core_without_idle_members() {
    let mut system = System::new(5);
    system.add_strict(&[0, 1], 2);
    let not = system.negation(2);
    system.add_strict(&[3], not);
    for axiom in [4, 0, 1, 3] {
        system.add_axiom(axiom);
    }
    let conflict = find_conflict(&system, &[], system.axioms()).expect("0 and 1 give 2, 3 gives its negation");
    assert_eq!((conflict.core, conflict.between), (vec![0, 1, 3], (2, not)));
    assert_eq!(find_conflict(&system, &[0], &[1, 3]).expect("0 is fixed").core, [1, 3]);
    assert_eq!(find_conflict(&system, &[], &[0, 1, 4]), None);
}

#[test]
fn a_conflict_names_a_smallest_core_and_not_the_first_one_met() {
    // 0, 1 and 2 together give 3, which 4 denies; 1 and 5 deny each other. By every order of what is given.
    let mut system = System::new(6);
    system.add_strict(&[0, 1, 2], 3);
    system.add_contradictory(3, 4);
    system.add_contradictory(1, 5);
    for given in [[0, 1, 2, 4, 5], [5, 4, 2, 1, 0], [4, 0, 2, 5, 1]] {
        let conflict = find_conflict(&system, &[], &given).expect("two conflicts");
        assert_eq!((conflict.core, conflict.is_smallest), (vec![1, 5], true));
    }
}

/// Whether what follows from `given` by strict rules contradicts itself, by the definitions alone.
fn contradicts_itself(system: &System, given: &[u32]) -> bool {
    let mut holds = given.to_vec();
    loop {
        let rules = system.rules().ids().filter(|&r| !system.rules().is_defeasible(r)).map(|r| system.rules().get(r));
        let next = rules.filter(|r| r.body.iter().all(|s| holds.contains(s))).map(|r| r.head).find(|h| !holds.contains(h));
        match next {
            Some(head) => holds.push(head),
            None => return system.contraries().iter().any(|(x, y)| holds.contains(x) && holds.contains(y)),
        }
    }
}

#[test]
fn the_core_of_a_conflict_is_a_smallest_of_all_parts_in_conflict() {
    let mut dice = Dice(11);
    let mut sizes = [0; 5];
    for round in 0..8000 {
        let mut system = System::new(8);
        let sentences = 8;
        for _ in 0..2 + round % 4 {
            let body: Vec<u32> = (0..1 + dice.below(3)).map(|_| dice.below(sentences)).collect();
            system.add_strict(&body, dice.below(sentences));
        }
        for _ in 0..1 + round % 2 {
            system.add_contradictory(dice.below(sentences), dice.below(sentences));
        }
        let given: Vec<u32> = (0..sentences).filter(|_| dice.below(3) > 0).collect();
        let subsets = (0..1usize << given.len()).map(|set| (0..given.len()).filter(|i| set >> i & 1 == 1).map(|i| given[i]).collect());
        let least = subsets.filter(|part: &Vec<u32>| contradicts_itself(&system, part)).map(|part| part.len()).min();
        let found = find_conflict(&system, &[], &given);
        assert_eq!(found.as_ref().map(|c| c.core.len()), least, "{given:?} in {system:#?}");
        if let Some(conflict) = found {
            assert!(conflict.is_smallest && contradicts_itself(&system, &conflict.core), "{conflict:?} in {system:#?}");
            sizes[conflict.core.len().min(4)] += 1;
        }
    }
    assert!(sizes[1] > 100 && sizes[2] > 100 && sizes[3] > 100, "{sizes:?}");
}

#[test]
fn circles_of_support_are_listed_by_their_first_rules() {
    let mut system = System::new(6);
    system.add_defeasible(&[3], 4);
    system.add_defeasible(&[0], 1);
    system.add_defeasible(&[4], 3);
    system.add_defeasible(&[1, 2], 0);
    system.add_defeasible(&[5], 5);
    system.add_defeasible(&[0], 5);
    assert_eq!(circles(&system), [vec![0, 2], vec![1, 3], vec![4]]);
}
