//! Random small systems, the same on every machine.

use agon::theory::system::{
    definition::System,
    derived::{close_denials, close_under_transposition},
    order::Order,
    rules::RuleId,
};

/// SplitMix64 (Steele, Lea and Flood 2014): the same systems on every machine.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % u64::from(n)) as u32
    }

    pub(crate) fn one_in(&mut self, n: u32) -> bool {
        self.below(n) == 0
    }

    fn some(&mut self, sentences: u32, most: u32) -> Vec<u32> {
        (0..self.below(most + 1)).map(|_| self.below(sentences)).collect()
    }
}

/// A small system with a bit of everything.
pub(crate) fn random(dice: &mut Dice, ranked: bool) -> System {
    let sentences = 2 + dice.below(5);
    let mut system = System::new(sentences);
    if dice.one_in(3) {
        system.add_axiom(dice.below(sentences));
    }
    for _ in 0..1 + dice.below(7) {
        let body = dice.some(sentences, 2);
        system.add_defeasible(&body, dice.below(sentences));
    }
    for _ in 0..dice.below(3) {
        let mut body = dice.some(sentences, 2);
        body.push(dice.below(sentences));
        system.add_strict(&body, dice.below(sentences));
    }
    for _ in 0..dice.below(3) {
        system.add_contrary(dice.below(sentences), dice.below(sentences));
    }
    for _ in 0..dice.below(2) {
        system.add_contradictory(dice.below(sentences), dice.below(sentences));
    }
    for _ in 0..dice.below(3) {
        let target = system.denial(dice.below(sentences));
        system.add_defeasible(&[dice.below(sentences)], target);
    }
    let mut rules: Vec<RuleId> = system.rules().defeasible().collect();
    for i in 1..rules.len() {
        rules.swap(i, dice.below(i as u32 + 1) as usize);
    }
    for _ in 0..dice.below(3) {
        system.add_undercut(dice.below(sentences), rules[dice.below(rules.len() as u32) as usize]);
    }
    if dice.one_in(2) {
        close_under_transposition(&mut system);
    }
    if dice.one_in(2) {
        close_denials(&mut system);
    }
    if ranked {
        for _ in 0..1 + dice.below(4) {
            let (a, b) = (dice.below(rules.len() as u32) as usize, dice.below(rules.len() as u32) as usize);
            // The shuffled order keeps the pairs free of circles.
            if a != b {
                system.prefer(rules[a.min(b)], rules[a.max(b)]);
            }
        }
        assert_eq!(Order::new(&system).find_cycle(), None);
    }
    system
}

/// The same with more that clashes, so that there is something to choose.
pub(crate) fn torn(dice: &mut Dice, ranked: bool) -> System {
    let mut system = random(dice, ranked);
    for _ in 0..dice.below(3) {
        let (a, b) = (dice.below(5), system.add_sentence());
        system.add_contradictory(a, b);
        let body = dice.some(5, 1);
        system.add_defeasible(&body, b);
        if dice.one_in(2) {
            system.add_defeasible(&[], a);
        }
    }
    system
}
