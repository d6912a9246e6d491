//! The SAT solvers against truth tables, and the checker of their refutations.

use std::time::Duration;

use crate::brute::systems::Dice;
use agon::theory::{
    interrupt::{Interrupt, Stopped},
    sat::{
        bat::{Bat, Trust},
        checker::Checker,
        solver::{Lit, Sat},
    },
};

/// Every solver that is built in, without variables.
fn solvers(interrupt: &Interrupt) -> Vec<Box<dyn Sat>> {
    vec![
        Box::new(Bat::new(interrupt, Trust::Checked)),
        #[cfg(feature = "cadical")]
        Box::new(agon::theory::sat::cadical::Cadical::new(interrupt)),
    ]
}

fn random_clause(dice: &mut Dice, variables: u32, longest: u32) -> Vec<Lit> {
    (0..1 + dice.below(longest)).map(|_| Lit(dice.below(2 * variables))).collect()
}

/// The valuations of so many variables under which all `clauses` hold.
fn models(variables: u32, clauses: &[Vec<Lit>]) -> Vec<u32> {
    let holds = |code: u32, l: &Lit| code >> (l.0 >> 1) & 1 != l.0 & 1;
    (0..1u32 << variables).filter(|&code| clauses.iter().all(|c| c.iter().any(|l| holds(code, l)))).collect()
}

fn checker(variables: u32) -> Checker {
    let mut checker = Checker::default();
    (0..variables).for_each(|_| checker.fresh());
    checker
}

#[test]
fn every_answer_is_that_of_the_truth_table() {
    for which in 0..solvers(&Interrupt::never()).len() {
        let mut dice = Dice(5);
        let mut met = [0u32; 2];
        for _ in 0..300 {
            let variables = 3 + dice.below(6);
            let mut solver = solvers(&Interrupt::never()).remove(which);
            // The sign of a fresh literal is the solver's choice, so all are told by the literal it gave.
            let given: Vec<Lit> = (0..variables).map(|v| solver.fresh(v % 2 == 0)).collect();
            let theirs = |l: &Lit| if l.0 & 1 == 0 { given[(l.0 >> 1) as usize] } else { !given[(l.0 >> 1) as usize] };
            let mut clauses: Vec<Vec<Lit>> = Vec::new();
            for _ in 0..12 {
                for _ in 0..variables / 2 {
                    clauses.push(random_clause(&mut dice, variables, 4));
                    solver.clause(&clauses[clauses.len() - 1].iter().map(theirs).collect::<Vec<Lit>>());
                }
                let assumed = random_clause(&mut dice, variables, 2);
                let units: Vec<Vec<Lit>> = assumed.iter().map(|&l| vec![l]).collect();
                let models = models(variables, &[clauses.clone(), units].concat());
                let told: Vec<Lit> = assumed.iter().map(theirs).collect();
                assert_eq!(solver.solve(&told), Ok(!models.is_empty()), "{clauses:?} with {assumed:?}");
                if !models.is_empty() {
                    let model = (0..variables).filter(|&v| solver.holds(given[v as usize])).map(|v| 1 << v).sum::<u32>();
                    assert!(models.contains(&model), "{clauses:?} with {assumed:?}");
                    assert!((0..variables).all(|v| solver.holds(theirs(&Lit(v << 1))) != solver.holds(theirs(&Lit(v << 1 | 1)))));
                }
                met[usize::from(!models.is_empty())] += 1;
            }
        }
        assert!(met.iter().all(|&n| n > 500), "{met:?}");
    }
}

/// So many pigeons and one hole less, where the literal that is returned holds: nothing of it is refuted by unit clauses alone.
fn pigeons(solver: &mut dyn Sat, pigeons: usize) -> Lit {
    let places: Vec<Vec<Lit>> = (0..pigeons).map(|_| (1..pigeons).map(|_| solver.fresh(true)).collect()).collect();
    let switch = solver.fresh(false);
    for (at, place) in places.iter().enumerate() {
        solver.clause(&[place.as_slice(), &[!switch]].concat());
        for other in &places[..at] {
            place.iter().zip(other).for_each(|(&a, &b)| solver.clause(&[!a, !b]));
        }
    }
    switch
}

#[test]
fn a_long_refutation_is_confirmed() {
    for mut solver in solvers(&Interrupt::never()) {
        let switch = pigeons(solver.as_mut(), 7);
        assert_eq!(solver.solve(&[switch]), Ok(false));
        assert_eq!(solver.solve(&[]), Ok(true));
    }
}

#[test]
fn a_search_without_end_is_stopped() {
    for which in 0..solvers(&Interrupt::never()).len() {
        let interrupt = Interrupt::after(Duration::from_millis(50));
        let mut solver = solvers(&interrupt).remove(which);
        let switch = pigeons(solver.as_mut(), 30);
        assert_eq!(solver.solve(&[switch]), Err(Stopped));
    }
}

#[test]
fn the_checker_confirms_no_clause_that_does_not_follow() {
    let mut dice = Dice(6);
    let mut met = [0u32; 2];
    for _ in 0..2000 {
        let variables = 2 + dice.below(5);
        let clauses: Vec<Vec<Lit>> = (0..2 * variables).map(|_| random_clause(&mut dice, variables, 3)).collect();
        let truth = models(variables, &clauses);
        let claim = random_clause(&mut dice, variables, 3);
        let follows = models(variables, &[clauses.clone(), vec![claim.clone()]].concat()) == truth;
        let mut checker = checker(variables);
        clauses.iter().for_each(|c| checker.give(c));
        let confirmed = checker.learn(&claim);
        assert!(!confirmed || follows, "{claim:?} from {clauses:?}");
        assert!(!confirmed || truth.is_empty() || !checker.refutes(&[]), "{clauses:?}");
        met[usize::from(confirmed)] += 1;
    }
    assert!(met.iter().all(|&n| n > 200), "{met:?}");
}

#[test]
fn the_checker_forgets_and_knows_a_model() {
    let [a, b] = [Lit(0), Lit(2)];
    let mut checker = checker(2);
    checker.give(&[a, b]);
    checker.give(&[a, !b]);
    assert!(checker.is_model(|l| l == a || l == b) && !checker.is_model(|l| l == !a || l == b));
    assert!(!checker.learn(&[!a, !b]));
    assert!(checker.refutes(&[a, b]));
    checker.forget(&[!b, !a]);
    assert!(!checker.refutes(&[a, b]));
    assert!(checker.learn(&[a]) && !checker.refutes(&[]) && checker.refutes(&[!a]));
    assert!(!checker.learn(&[!a]) && checker.refutes(&[]));
}
