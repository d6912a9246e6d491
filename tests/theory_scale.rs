//! Large and unkind systems: nothing overflows the stack, and what looks quadratic is not. The sizes are such that a quadratic step
//! would take minutes.

use agon::theory::system::{
    circles::circles,
    definition::System,
    derived::close_denials,
    grounded::{Status, grounded},
    rules::Sentence,
    verify,
    why::{Size, find_defence},
};

const SIZE: u32 = 50_000;

fn claim(s: &mut System) -> Sentence {
    let claim = s.add_sentence();
    s.add_defeasible(&[], claim);
    claim
}

fn rebut(s: &mut System, by: Sentence, target: Sentence) {
    let denial = s.denial(target);
    s.add_defeasible(&[by], denial);
}

#[test]
fn a_long_chain_of_rebuttals_alternates_and_its_end_defends_by_every_other() {
    let mut s = System::new(0);
    let claims: Vec<Sentence> = (0..SIZE).map(|_| claim(&mut s)).collect();
    claims.windows(2).for_each(|pair| rebut(&mut s, pair[1], pair[0]));
    let found = grounded(&s);
    assert!(claims.iter().rev().enumerate().all(|(i, &c)| found.status(c) == [Status::In, Status::Out][i % 2]));
    assert!(verify::is_grounded(&s, &found));
    let defence = find_defence(&s, &found, claims[1]).expect("an even way from the end");
    assert_eq!((defence.moves.len(), defence.size, defence.proof), (SIZE as usize - 1, Size::Unproven, None));
    assert_eq!(find_defence(&s, &found, claims[claims.len() - 1]).expect("the end").moves.len(), 1);
}

#[test]
fn a_long_odd_cycle_is_open_until_something_outside_decides_it() {
    let size = SIZE + 1;
    let mut s = System::new(0);
    let claims: Vec<Sentence> = (0..size).map(|_| claim(&mut s)).collect();
    (0..claims.len()).for_each(|i| rebut(&mut s, claims[i], claims[(i + 1) % claims.len()]));
    let found = grounded(&s);
    assert!(claims.iter().all(|&c| found.status(c) == Status::Undecided));
    let outside = claim(&mut s);
    rebut(&mut s, outside, claims[0]);
    let found = grounded(&s);
    assert!(claims.iter().enumerate().all(|(i, &c)| found.status(c) == [Status::Out, Status::In][i % 2]));
}

#[test]
fn circles_that_fall_one_after_another_are_found_one_by_one() {
    // Circle i rests on a gate; when it falls, its guard stands and refutes the next gate. The last guard ties all into one component.
    let mut s = System::new(4 * SIZE);
    for i in 0..SIZE {
        let [p, q, gate, guard] = [4 * i, 4 * i + 1, 4 * i + 2, 4 * i + 3];
        s.add_defeasible(&[q], p);
        s.add_defeasible(&[p], q);
        s.add_defeasible(&[gate], p);
        s.add_defeasible(&[], gate);
        s.add_defeasible(&[], guard);
        rebut(&mut s, p, guard);
        rebut(&mut s, guard, 4 * ((i + 1) % SIZE) + 2);
    }
    let fact = s.add_sentence();
    s.add_axiom(fact);
    rebut(&mut s, fact, 2);
    let found = grounded(&s);
    assert!((0..SIZE).all(|i| found.status(4 * i + 1) == Status::Out && found.status(4 * i + 3) == Status::In));
    assert_eq!(circles(&s).len(), SIZE as usize);
}

#[test]
fn a_ring_of_support_that_loses_its_entries_one_after_another_holds_to_the_last() {
    const RING: u32 = 20_000;
    for backwards in [false, true] {
        let mut s = System::new(RING);
        let mut entries: Vec<_> = (0..RING).map(|i| s.add_defeasible(&[], i)).collect();
        for i in 0..RING {
            s.add_defeasible(&[i], (i + 1) % RING);
        }
        if backwards {
            entries.reverse();
        }
        let mut last = s.add_sentence();
        s.add_axiom(last);
        for &entry in &entries[..RING as usize - 1] {
            // Two rebuttals between the undercuts put them into different rounds.
            let (next, between) = (claim(&mut s), claim(&mut s));
            s.add_undercut(last, entry);
            rebut(&mut s, last, between);
            rebut(&mut s, between, next);
            last = next;
        }
        let found = grounded(&s);
        assert!((0..RING).all(|i| found.status(i) == Status::In));
        s.add_undercut(last, entries[RING as usize - 1]);
        let found = grounded(&s);
        assert!((0..RING).all(|i| found.status(i) == Status::Out));
    }
}

#[test]
fn many_rebuttals_of_one_claim_with_as_many_supports_cost_their_sum() {
    let mut s = System::new(1);
    for _ in 0..SIZE {
        let (support, rebuttal) = (claim(&mut s), claim(&mut s));
        s.add_defeasible(&[support], 0);
        let contrary = s.add_sentence();
        s.add_contrary(contrary, 0);
        s.add_defeasible(&[rebuttal], contrary);
    }
    let found = grounded(&s);
    assert_eq!(found.status(0), Status::Out);
    assert!(verify::is_grounded(&s, &found));
}

#[test]
fn a_denial_travels_down_a_long_strict_chain() {
    let mut s = System::new(0);
    let first = claim(&mut s);
    let mut last = first;
    for _ in 0..SIZE {
        let next = s.add_sentence();
        s.add_strict(&[last], next);
        last = next;
    }
    let r = claim(&mut s);
    rebut(&mut s, r, last);
    close_denials(&mut s);
    let found = grounded(&s);
    assert_eq!([found.status(r), found.status(first), found.status(last)], [Status::In, Status::Out, Status::Out]);
}
