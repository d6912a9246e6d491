//! Semi-stable, stage and eager semantics on one piece: sets of maximal range.
//!
//! A stable extension of the piece has all of it as range, so where there is one the three are about stable extensions, a much
//! easier question. Else ranges are raised step by step (after Dvořák, Järvisalo, Wallner & Woltran 2014): the largest range with the wished
//! property is compared with what is possible without it, and each failure excludes all smaller ranges at once.

use crate::theory::{
    interrupt::Stopped,
    sat::solver::Lit,
    search::{
        maximal::{maximize, others},
        models::{Kind, Models},
    },
};

/// The extensions of maximal range of one piece.
pub struct Ranged<M> {
    /// Models are conflict-free sets, admissible sets or, when these have the maximal range, stable extensions. An admissible set of
    /// maximal range is complete: what it defends and lacks would add to its range.
    pub encoding: M,
    is_stable: bool,
}

impl<M: Models> Ranged<M> {
    /// Prepares one piece, which `encode` encodes; `kind` says among which sets the range is to be maximal.
    pub fn new(kind: Kind, encode: impl Fn(Kind) -> M) -> Result<Self, Stopped> {
        let mut stable = encode(Kind::Stable);
        if stable.solve(&[])? {
            return Ok(Self { encoding: stable, is_stable: true });
        }
        Ok(Self { encoding: encode(kind), is_stable: false })
    }

    /// An extension under the assumptions `given`. Later questions to the same object must assume at least as much: ranges that
    /// fail the assumptions are excluded for good.
    pub fn find(&mut self, given: &[Lit]) -> Result<Option<Vec<u32>>, Stopped> {
        if self.is_stable {
            return Ok(self.encoding.solve(given)?.then(|| self.encoding.set()));
        }
        let ranges = self.encoding.ranges().to_vec();
        while let Some(best) = maximize(&mut self.encoding, &ranges, given)? {
            if given.is_empty() {
                return Ok(Some(best.set));
            }
            let switch = self.encoding.switch();
            let mut more = others(&ranges, &best.held);
            more.push(!switch);
            self.encoding.require(&more);
            let mut larger = best.held;
            larger.push(switch);
            match maximize(&mut self.encoding, &ranges, &larger)? {
                None => return Ok(Some(best.set)),
                Some(larger) => self.encoding.require(&others(&ranges, &larger.held)),
            }
        }
        Ok(None)
    }

    /// Some extension, in the end fixed in the encoding for good, so that nothing else can be asked. What is in the range stays in it, and
    /// each argument outside is asked for by itself: why it must stay outside is mostly decided near it, however large the piece.
    pub fn exhaust(&mut self) -> Result<Option<Vec<u32>>, Stopped> {
        let mut outside = if self.is_stable { Vec::new() } else { self.encoding.ranges().to_vec() };
        if !self.encoding.solve(&[])? {
            return Ok(None);
        }
        loop {
            let set = self.encoding.set();
            let held = self.encoding.held(&outside);
            outside = others(&outside, &held);
            held.iter().for_each(|&h| self.encoding.require(&[h]));
            loop {
                let Some(asked) = outside.pop() else { return Ok(Some(set)) };
                if self.encoding.solve(&[asked])? {
                    outside.push(asked);
                    break;
                }
            }
        }
    }

    /// Gives each extension to `each`, until that says stop. Spends the object. Extensions of one range do not contain one another, so each
    /// is excluded by asking for something outside it.
    pub fn enumerate(&mut self, each: &mut dyn FnMut(Vec<u32>) -> bool) -> Result<(), Stopped> {
        if self.is_stable {
            return self.drain(&[], each).map(|_| ());
        }
        let ranges = self.encoding.ranges().to_vec();
        while let Some(best) = maximize(&mut self.encoding, &ranges, &[])? {
            if !self.drain(&best.held, each)? {
                break;
            }
            self.encoding.require(&others(&ranges, &best.held));
        }
        Ok(())
    }

    /// All sets under `given`; false when told to stop.
    fn drain(&mut self, given: &[Lit], each: &mut dyn FnMut(Vec<u32>) -> bool) -> Result<bool, Stopped> {
        while self.encoding.solve(given)? {
            let set = self.encoding.set();
            let outside = self.encoding.outside(&set);
            if !each(set) {
                return Ok(false);
            }
            self.encoding.require(&outside);
        }
        Ok(true)
    }

    /// Whether the extensions of the piece are its stable ones.
    pub fn is_stable(&self) -> bool {
        self.is_stable
    }

    /// Those of `common` that are in every extension: an extension is asked for that misses some of the rest, until there is none.
    pub fn shared(&mut self, mut common: Vec<u32>) -> Result<Vec<u32>, Stopped> {
        let switch = self.encoding.switch();
        while !common.is_empty() {
            let mut misses: Vec<Lit> = common.iter().filter_map(|&c| self.encoding.in_of(c)).map(|l| !l).collect();
            misses.push(!switch);
            self.encoding.require(&misses);
            match self.find(&[switch])? {
                None => break,
                Some(other) => common.retain(|c| other.binary_search(c).is_ok()),
            }
        }
        Ok(common)
    }
}
