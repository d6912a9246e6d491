//! Structured examples of the literature with their grounded readings.

use crate::brute::known::{married_john, nixon, self_undercut, tandem};
use agon::theory::system::{
    definition::System,
    derived::{close_denials, close_under_transposition},
    grounded::{Grounded, Status, grounded},
    order::Order,
    rules::{RuleId, Sentence},
    verify,
};

#[track_caller]
fn check(system: &System, expected: &[(Sentence, Status)]) -> Grounded {
    let found = grounded(system);
    for &(sentence, status) in expected {
        assert_eq!(found.status(sentence), status, "sentence {sentence}");
    }
    assert!(verify::is_grounded(system, &found));
    found
}

/// A claim with an assertion.
fn claim(system: &mut System) -> Sentence {
    let claim = system.add_sentence();
    system.add_defeasible(&[], claim);
    claim
}

fn rebut(system: &mut System, by: Sentence, target: Sentence) -> RuleId {
    let denial = system.denial(target);
    system.add_defeasible(&[by], denial)
}

#[test]
fn a_linked_support_falls_with_a_premise_and_convergent_supports_do_not() {
    for linked in [true, false] {
        let mut s = System::new(0);
        let (p, q, r) = (claim(&mut s), claim(&mut s), claim(&mut s));
        let c = s.add_sentence();
        rebut(&mut s, r, p);
        let bodies: &[&[Sentence]] = if linked { &[&[p, q]] } else { &[&[p], &[q]] };
        for body in bodies {
            s.add_defeasible(body, c);
        }
        check(&s, &[(p, Status::Out), (c, if linked { Status::Out } else { Status::In })]);
    }
}

#[test]
fn a_circle_of_support_gives_no_argument_or_falls_when_what_feeds_it_does() {
    let mut s = System::new(2);
    s.add_defeasible(&[0], 1);
    s.add_defeasible(&[1], 0);
    check(&s, &[(0, Status::None), (1, Status::None)]);
    s.add_defeasible(&[], 0);
    check(&s, &[(0, Status::In), (1, Status::In)]);
    let r = claim(&mut s);
    rebut(&mut s, r, 0);
    check(&s, &[(0, Status::Out), (1, Status::Out)]);
}

#[test]
fn a_rule_that_undercuts_itself_leaves_a_fact_alone() {
    let s = self_undercut();
    check(&s, &[(0, Status::In), (1, Status::Undecided)]);
}

#[test]
fn married_john_may_be_either() {
    let (s, no_wife) = married_john();
    let [wr, go, m, b, hw] = [0, 1, 2, 3, 4];
    let open = Status::Undecided;
    check(&s, &[(wr, Status::In), (go, Status::In), (m, open), (b, open), (hw, open), (no_wife, open)]);
}

#[test]
fn the_nixon_diamond_is_open_until_one_side_is_preferred() {
    let (mut s, not, [d1, d2]) = nixon();
    let [quaker, pacifist] = [0, 2];
    check(&s, &[(quaker, Status::In), (pacifist, Status::Undecided), (not, Status::Undecided)]);
    s.prefer(d2, d1);
    check(&s, &[(pacifist, Status::Out), (not, Status::In)]);
}

#[test]
fn tweety_does_not_fly() {
    let mut s = System::new(3);
    let [penguin, bird, flies] = [0, 1, 2];
    s.add_axiom(penguin);
    s.add_strict(&[penguin], bird);
    let flying = s.add_defeasible(&[bird], flies);
    let grounds = s.negation(flies);
    let exception = s.add_defeasible(&[penguin], grounds);
    s.prefer(exception, flying);
    close_under_transposition(&mut s);
    check(&s, &[(bird, Status::In), (flies, Status::Out), (grounds, Status::In)]);
}

#[test]
fn under_a_red_light_what_looks_red_need_not_be() {
    // Pollock 1987.
    let mut s = System::new(3);
    let [looks, lit, red] = [0, 1, 2];
    s.add_axiom(looks);
    s.add_axiom(lit);
    let seeing = s.add_defeasible(&[looks], red);
    let unsafe_step = s.add_sentence();
    s.add_defeasible(&[lit], unsafe_step);
    s.add_undercut(unsafe_step, seeing);
    check(&s, &[(red, Status::Out), (unsafe_step, Status::In)]);
}

#[test]
fn three_who_want_a_tandem_are_all_open() {
    let s = tandem();
    check(&s, &[(0, Status::In), (3, Status::Undecided), (4, Status::Undecided), (5, Status::Undecided)]);
}

#[test]
fn a_rebuttal_of_a_strict_conclusion_reaches_the_premises() {
    for premises in [1, 2] {
        let mut s = System::new(0);
        let body: Vec<Sentence> = (0..premises).map(|_| claim(&mut s)).collect();
        let c = s.add_sentence();
        let r = claim(&mut s);
        s.add_strict(&body, c);
        rebut(&mut s, r, c);
        close_under_transposition(&mut s);
        close_denials(&mut s);
        let fate = if premises == 1 { Status::Out } else { Status::Undecided };
        check(&s, &[(r, Status::In), (c, fate), (body[0], fate), (body[premises - 1], fate)]);
    }
}

#[test]
fn denials_reach_only_what_a_rebuttal_reaches_and_are_not_transposed() {
    let mut s = System::new(6);
    s.add_strict(&[0], 1);
    let last = s.add_strict(&[1], 2);
    s.add_strict(&[4], 5);
    let denial = s.denial(2);
    let before = s.sentences();
    close_denials(&mut s);
    assert_eq!(s.sentences(), before + 2, "!1 and !0");
    assert_eq!(s.rules().count(), 5);
    assert_eq!((s.rules().get(3).body, s.origin(3)), (&[denial][..], Some(last)));
}

#[test]
fn a_rebuttal_preferred_to_one_support_falls_by_the_other() {
    let mut s = System::new(0);
    let (p, q, r) = (claim(&mut s), claim(&mut s), claim(&mut s));
    let c = s.add_sentence();
    let s1 = s.add_defeasible(&[p], c);
    s.add_defeasible(&[q], c);
    let step = rebut(&mut s, r, c);
    s.prefer(step, s1);
    check(&s, &[(c, Status::Out), (r, Status::In)]);
}

#[test]
fn a_preferred_support_turns_a_rebuttal_back() {
    let mut s = System::new(0);
    let (p, r) = (claim(&mut s), claim(&mut s));
    let c = s.add_sentence();
    let support = s.add_defeasible(&[p], c);
    let step = rebut(&mut s, r, c);
    s.prefer(support, step);
    let denial = s.denial(c);
    let found = check(&s, &[(c, Status::In), (r, Status::In), (denial, Status::Out)]);
    assert_eq!(found.attackers(step), [(c, Status::In)]);
}

#[test]
fn a_circle_of_preferences_is_named() {
    let mut s = System::new(3);
    for i in 0..3 {
        s.add_defeasible(&[], i);
    }
    s.prefer(0, 1);
    s.prefer(1, 2);
    assert_eq!(Order::new(&s).find_cycle(), None);
    assert_eq!(Order::new(&s).below(&[0]).len(), 2, "closed transitively");
    s.prefer(2, 1);
    assert_eq!(Order::new(&s).find_cycle(), Some(vec![1, 2]));
}
