//! Flat assumption-based frameworks agree with the definitions, where attacks are tried set by set.

use agon::theory::{
    assumption::{
        rules::{Rule, Rules, is},
        solve::solve,
    },
    framework::{
        problem::{Answer, Semantics, Task, Unknown},
        solve::Question,
    },
    interrupt::Interrupt,
};
use proptest::prelude::*;

/// A small framework: the first atoms are the assumptions.
#[derive(Debug, Clone)]
struct Small {
    atoms: usize,
    /// For each assumption its contrary, if it has one.
    contraries: Vec<Option<u32>>,
    rules: Vec<(u32, Vec<u32>)>,
}

impl Small {
    fn build(&self) -> Rules {
        let assumptions = (0u32..).zip(&self.contraries).map(|(a, &c)| (a, c)).collect();
        Rules::new(self.atoms, assumptions, self.rules.iter().map(|(head, body)| Rule { head: *head, body: body.clone() }).collect())
    }

    /// What a set of assumptions derives, round by round.
    fn derived(&self, set: u32) -> u32 {
        let mut all = set;
        for _ in 0..=self.atoms {
            all = self.rules.iter().filter(|(_, body)| body.iter().all(|b| all >> b & 1 == 1)).fold(all, |all, (head, _)| all | 1 << head);
        }
        all
    }

    fn attacks(&self, from: u32, to: u32) -> bool {
        let derived = self.derived(from);
        (0u32..).zip(&self.contraries).any(|(a, c)| to >> a & 1 == 1 && c.is_some_and(|c| derived >> c & 1 == 1))
    }

    fn sets(&self) -> std::ops::Range<u32> {
        0..1 << self.contraries.len()
    }

    fn is_admissible(&self, set: u32) -> bool {
        !self.attacks(set, set) && self.sets().all(|other| !self.attacks(other, set) || self.attacks(set, other))
    }

    /// A set and the assumptions it attacks.
    fn range(&self, set: u32) -> u32 {
        set | (0..self.contraries.len()).filter(|&a| self.attacks(set, 1 << a)).map(|a| 1 << a).sum::<u32>()
    }

    fn extensions(&self, semantics: Semantics) -> Vec<u32> {
        let defends = |set: u32, a: u32| self.sets().all(|other| !self.attacks(other, 1 << a) || self.attacks(set, other));
        let assumptions = || 0..self.contraries.len() as u32;
        let admissible: Vec<u32> = self.sets().filter(|&s| self.is_admissible(s)).collect();
        let maximal = |sets: &[u32], of: &dyn Fn(u32) -> u32| -> Vec<u32> {
            sets.iter().copied().filter(|&s| !sets.iter().any(|&t| of(t) != of(s) && of(s) & of(t) == of(s))).collect()
        };
        let within = |sets: Vec<u32>| {
            let all = sets.iter().fold(u32::MAX, |all, s| all & s);
            maximal(&admissible.iter().copied().filter(|s| s & all == *s).collect::<Vec<u32>>(), &|s| s)
        };
        let complete: Vec<u32> = admissible.iter().copied().filter(|&s| assumptions().all(|a| s >> a & 1 == 1 || !defends(s, a))).collect();
        match semantics {
            Semantics::Grounded => complete.iter().copied().filter(|g| complete.iter().all(|c| g & c == *g)).collect(),
            Semantics::Complete => complete,
            Semantics::Preferred => maximal(&admissible, &|s| s),
            Semantics::Stable => self.sets().filter(|&s| assumptions().all(|a| (s >> a & 1 == 1) != self.attacks(s, 1 << a))).collect(),
            Semantics::SemiStable => maximal(&complete, &|s| self.range(s)),
            Semantics::Ideal => within(self.extensions(Semantics::Preferred)),
            Semantics::Eager => within(self.extensions(Semantics::SemiStable)),
            Semantics::Stage => maximal(&self.sets().filter(|&s| !self.attacks(s, s)).collect::<Vec<u32>>(), &|s| self.range(s)),
        }
    }
}

fn small() -> impl Strategy<Value = Small> {
    (1usize..=5, 1u32..=4).prop_flat_map(|(assumptions, others)| {
        let atoms = assumptions as u32 + others;
        let rule = (assumptions as u32..atoms, prop::collection::vec(0..atoms, 0..3));
        (prop::collection::vec(prop::option::weighted(0.9, 0..atoms), assumptions), prop::collection::vec(rule, 0..8))
            .prop_map(move |(contraries, rules)| Small { atoms: atoms as usize, contraries, rules })
    })
}

fn bits(set: &[u32]) -> u32 {
    set.iter().fold(0, |all, a| all | 1 << a)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]
    #[test]
    fn answers_agree_with_the_definitions(small in small()) {
        let rules = small.build();
        for (_, semantics) in Semantics::ALL {
            let truth = small.extensions(semantics);
            let ask_for = |task, argument, limit| solve(&rules, Question { semantics, task, argument, limit }, &Interrupt::never());
            let ask = |task, argument| ask_for(task, argument, usize::MAX);
            prop_assert_eq!(ask(Task::Count, 0), Answer::Count(truth.len().to_string()));
            match ask(Task::All, 0) {
                Answer::All { extensions, whole: true } => {
                    let mut found: Vec<u32> = extensions.iter().map(|set| bits(set)).collect();
                    found.sort_unstable();
                    prop_assert_eq!(&found, &truth, "{:?}", semantics);
                    prop_assert!(extensions.is_sorted());
                }
                answer => prop_assert!(false, "{:?} {:?}", semantics, answer),
            }
            if truth.len() > 1 {
                match ask_for(Task::All, 0, truth.len() - 1) {
                    Answer::All { extensions, whole: false } => {
                        prop_assert_eq!(extensions.len(), truth.len() - 1);
                        prop_assert!(extensions.iter().all(|set| truth.contains(&bits(set))));
                    }
                    answer => prop_assert!(false, "{:?} {:?}", semantics, answer),
                }
            }
            match ask(Task::Some, 0) {
                Answer::Some(Some(set)) => prop_assert!(truth.contains(&bits(&set)), "{:?} {:?} {:?}", semantics, set, truth),
                answer => prop_assert!(answer == Answer::Some(None) && truth.is_empty(), "{:?} {:?} {:?}", semantics, answer, truth),
            }
            for atom in 0..small.atoms as u32 {
                let holds = |set: &u32| small.derived(*set) >> atom & 1 == 1;
                match ask(Task::Credulous, atom) {
                    Answer::Yes(Some(set)) => prop_assert!(truth.contains(&bits(&set)) && holds(&bits(&set)), "{:?} {:?}", semantics, set),
                    answer => prop_assert!(answer == Answer::No(None) && !truth.iter().any(holds), "{:?} {:?} {}", semantics, answer, atom),
                }
                match ask(Task::Sceptical, atom) {
                    Answer::No(Some(set)) => prop_assert!(truth.contains(&bits(&set)) && !holds(&bits(&set)), "{:?} {:?}", semantics, set),
                    answer => prop_assert!(answer == Answer::Yes(None) && truth.iter().all(holds), "{:?} {:?} {}", semantics, answer, atom),
                }
            }
        }
    }

    #[test]
    fn derivation_and_admissibility_agree_with_the_definitions(small in small()) {
        let rules = small.build();
        for set in small.sets() {
            let members: Vec<u32> = (0..32).filter(|a| set >> a & 1 == 1).collect();
            let closure = rules.closure(&members);
            prop_assert!((0..small.atoms as u32).all(|a| is(&closure, a) == (small.derived(set) >> a & 1 == 1)));
            prop_assert_eq!(rules.is_admissible(&members), small.is_admissible(set));
            prop_assert_eq!(rules.is_complete(&members), small.extensions(Semantics::Complete).contains(&set));
            prop_assert_eq!(rules.is_stable(&members), small.extensions(Semantics::Stable).contains(&set));
        }
    }
}

#[test]
fn circular_rules_derive_nothing() {
    // The contrary of the assumption 0 could only be derived from itself, over two atoms.
    let rules = Rules::new(3, vec![(0, Some(1))], vec![Rule { head: 1, body: vec![2] }, Rule { head: 2, body: vec![1] }]);
    let ask = |task, argument, semantics| solve(&rules, Question { semantics, task, argument, limit: 0 }, &Interrupt::never());
    assert_eq!(ask(Task::Some, 0, Semantics::Stable), Answer::Some(Some(vec![0])));
    assert_eq!(ask(Task::Credulous, 1, Semantics::Preferred), Answer::No(None));
}

#[test]
fn after_an_interrupt_nothing_is_claimed() {
    let interrupt = Interrupt::never();
    interrupt.raise();
    let question = Question { semantics: Semantics::Grounded, task: Task::Some, argument: 0, limit: 0 };
    assert_eq!(solve(&Rules::default(), question, &interrupt), Answer::Unknown(Unknown::Interrupted));
}

#[test]
fn independent_clashes_are_counted_without_being_listed() {
    // Two hundred pairs of assumptions, each the contrary of the other, and a circle of three.
    let pairs = (0..200u32).flat_map(|p| [(2 * p, Some(2 * p + 1)), (2 * p + 1, Some(2 * p))]);
    let circle = (0..3u32).map(|a| (400 + a, Some(400 + (a + 1) % 3)));
    let rules = Rules::new(403, pairs.chain(circle).collect(), Vec::new());
    let ask = |task, semantics| solve(&rules, Question { semantics, task, argument: 0, limit: usize::MAX }, &Interrupt::never());
    let two_to_the_200 = "1606938044258990275541962092341162602522202993782792835301376";
    assert_eq!(ask(Task::Count, Semantics::Preferred), Answer::Count(two_to_the_200.to_owned()));
    assert_eq!(ask(Task::Count, Semantics::Stable), Answer::Count("0".to_owned()));
    assert_eq!(ask(Task::All, Semantics::Preferred), Answer::Unknown(Unknown::TooMany));
    assert_eq!(ask(Task::Sceptical, Semantics::Ideal), Answer::No(Some(Vec::new())));
}
