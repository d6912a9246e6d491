//! Seeded generator of one large debate, so that the benches need nothing from outside.
//!
//! One-sentence texts. Every statement after the first supports (55 %) or rebuts (35 %) an earlier one, or is a plain claim (10 %); a
//! fifth of the supports have two linked premises, a tenth are undercut. A section each 100 statements, 12 parties, 40 sources.

use std::fmt::Write;

const WORDS: &str = "policy cost trial dose risk harbour city tax evidence panel cohort model budget court law noise school water \
    carbon market union growth audit bias signal memory river bridge health grid price border treaty fear promise navy region";

/// SplitMix64 (Steele, Lea and Flood 2014): small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    fn sentence(&mut self, words: &[&str]) -> String {
        let count = 8 + self.below(9);
        let chosen: Vec<&str> = (0..count).map(|_| words[self.below(words.len())]).collect();
        let text = chosen.join(" ");
        format!("{}{}.", text[..1].to_uppercase(), &text[1..])
    }
}

/// A debate of `count` statements.
pub(crate) fn debate(count: usize, seed: u64) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut dice = Dice(seed);
    let mut out = format!("---\ntitle: Generated debate of {count} statements\nas-of: 2026-01-01\n---\n\n");
    for i in 0..12 {
        out += &format!("party p{i}: Party {i}\n");
    }
    for i in 0..40 {
        out += &format!("source src{i}: Source {i}\n  author: Author {i}\n  date: 20{:02}\n", i % 25);
    }
    for i in 0..count {
        if i % 100 == 0 {
            out += &format!("\n# Section {}\n\n", i / 100);
        }
        let (kind, target, who, source) = (dice.below(100), dice.below(i), dice.below(12), dice.below(40));
        let text = dice.sentence(&words);
        let told = match kind {
            _ if i == 0 => write!(out, "claim s{i} by p{who}:\n  {text}\n  cite: src{source}\n\n"),
            0..55 => {
                let mut told = write!(out, "support a{i} by p{who} for s{target}:\n  premise s{i}: {text}\n");
                if dice.below(5) == 0 {
                    told = told.and(writeln!(out, "  premise q{i}: {}", dice.sentence(&words)));
                }
                if dice.below(10) == 0 {
                    told = told.and(writeln!(out, "  undercut u{i} by p{}: {}", (who + 1) % 12, dice.sentence(&words)));
                }
                told.and(writeln!(out))
            }
            55..90 => write!(out, "rebuttal s{i} by p{who} against s{target}:\n  {text}\n\n"),
            _ => write!(out, "claim s{i} by p{who}:\n  {text}\n  cite: src{source}\n\n"),
        };
        told.expect("a string takes all that is written");
    }
    out
}
