//! Semi-stable, stage and eager semantics on one piece: sets of maximal range.
//!
//! A stable extension of the piece has all of it as range, so where there is one the three are about stable extensions, a much
//! easier question. Else ranges are raised step by step (after Dvořák, Järvisalo, Wallner & Woltran 2014): the largest range with the wished
//! property is compared with what is possible without it, and each failure excludes all smaller ranges at once.
//!
//! A first range is raised in an encoding of its own, in which all it has reached holds for good: that leaves little of the clauses.

use crate::theory::{
    interrupt::Stopped,
    sat::solver::Lit,
    search::{
        maximal::{Maximum, maximize, others},
        models::{Kind, Models},
    },
};

/// Where a piece has no more elements than this, it is asked for all at once that are outside a range, whether any can join it: small pieces that
/// are hard are dense, and one refutation serves for all.
const SMALL: usize = 1000;

/// So many are asked for at once in larger pieces: why an element must stay outside is mostly decided near it.
const ASKED_AT_ONCE: usize = 100;

/// The extensions of maximal range of one piece.
pub struct Ranged<M, F> {
    encode: F,
    /// The stable extensions, if there are any; then the others are these.
    stable: Option<M>,
    /// Among which sets the range is maximal. An admissible set of maximal range is complete: what it defends and lacks would add to its range.
    kind: Kind,
    /// Where ranges are compared; those known to fail a wish are excluded here.
    rest: Option<M>,
}

impl<M: Models, F: Fn(Kind) -> M> Ranged<M, F> {
    /// Prepares one piece, which `encode` encodes, with the same literals each time; `kind` says among which sets the range is to be maximal.
    pub fn new(kind: Kind, encode: F) -> Result<Self, Stopped> {
        let mut stable = encode(Kind::Stable);
        let stable = stable.solve(&[])?.then_some(stable);
        Ok(Self { encode, stable, kind, rest: None })
    }

    /// An encoding in which elements have the literals that wishes are made of.
    pub fn encoding(&self) -> M {
        (self.encode)(if self.is_stable() { Kind::Stable } else { self.kind })
    }

    /// Whether the extensions of the piece are its stable ones.
    pub fn is_stable(&self) -> bool {
        self.stable.is_some()
    }

    /// An extension in which one of the literals of `wish` holds, if it has any. Later questions to the same object must wish for at least as
    /// much: ranges that fail the wish are excluded for good.
    ///
    /// First some extension is looked for, then one of its range with the wish. Only if there is none does the search begin to compare ranges.
    pub fn find(&mut self, wish: &[Lit]) -> Result<Option<Vec<u32>>, Stopped> {
        if let Some(encoding) = &mut self.stable {
            let switch = encoding.switch();
            if !wish.is_empty() {
                let wish: Vec<Lit> = wish.iter().copied().chain([!switch]).collect();
                encoding.require(&wish);
            }
            return Ok(encoding.solve(&[switch])?.then(|| encoding.set()));
        }
        if wish.is_empty() {
            return Ok(self.raise()?.map(|some| some.set));
        }
        let mut rest = match self.rest.take() {
            Some(rest) => rest,
            None => {
                let Some(some) = self.raise()? else { return Ok(None) };
                let mut same = self.encoding();
                same.ranges();
                some.held.iter().for_each(|&held| same.require(&[held]));
                same.require(wish);
                if same.solve(&[])? {
                    return Ok(Some(same.set()));
                }
                let mut rest = self.encoding();
                let ranges = rest.ranges().to_vec();
                rest.require(&others(&ranges, &some.held));
                rest
            }
        };
        let found = compare(&mut rest, wish);
        self.rest = Some(rest);
        found
    }

    /// Some extension, found where others will be looked for.
    pub fn first(&mut self) -> Result<Option<Vec<u32>>, Stopped> {
        if self.is_stable() {
            return self.find(&[]);
        }
        let mut rest = self.encoding();
        let ranges = rest.ranges().to_vec();
        let first = maximize(&mut rest, &ranges, &[])?;
        self.rest = Some(rest);
        Ok(first.map(|first| first.set))
    }

    /// Some extension. What its range has reached holds for good, and what is outside is asked for part by part.
    fn raise(&self) -> Result<Option<Maximum>, Stopped> {
        let mut encoding = self.encoding();
        let ranges = encoding.ranges().to_vec();
        if !encoding.solve(&[])? {
            return Ok(None);
        }
        let mut outside = ranges.clone();
        let mut best = keep(&mut encoding, &ranges, &mut outside);
        while !outside.is_empty() {
            let at_once = if ranges.len() <= SMALL { outside.len() } else { ASKED_AT_ONCE };
            let asked = outside.split_off(outside.len().saturating_sub(at_once));
            let some = encoding.switch();
            let ways: Vec<Lit> = asked.iter().copied().chain([!some]).collect();
            encoding.require(&ways);
            if encoding.solve(&[some])? {
                outside.extend(asked);
                best = keep(&mut encoding, &ranges, &mut outside);
            }
        }
        Ok(Some(best))
    }

    /// Gives each extension to `each`, until that says stop. Extensions of one range do not contain one another, so each is excluded by asking for
    /// something outside it.
    pub fn enumerate(&mut self, each: &mut dyn FnMut(Vec<u32>) -> bool) -> Result<(), Stopped> {
        if let Some(encoding) = &mut self.stable {
            return drain(encoding, &[], each).map(|_| ());
        }
        let mut encoding = self.encoding();
        let ranges = encoding.ranges().to_vec();
        while let Some(best) = maximize(&mut encoding, &ranges, &[])? {
            if !drain(&mut encoding, &best.held, each)? {
                break;
            }
            encoding.require(&others(&ranges, &best.held));
        }
        Ok(())
    }

    /// Those of `common` that are in every extension: an extension is asked for that misses some of the rest, until there is none.
    pub fn shared(&mut self, mut common: Vec<u32>) -> Result<Vec<u32>, Stopped> {
        let encoding = self.encoding();
        while !common.is_empty() {
            let misses: Vec<Lit> = common.iter().filter_map(|&c| encoding.in_of(c)).map(|l| !l).collect();
            match self.find(&misses)? {
                None => break,
                Some(other) => common.retain(|c| other.binary_search(c).is_ok()),
            }
        }
        Ok(common)
    }
}

/// The last model. What of `outside` is in its range leaves it, and must hold from now on.
fn keep(encoding: &mut impl Models, ranges: &[Lit], outside: &mut Vec<Lit>) -> Maximum {
    let model = Maximum { set: encoding.set(), held: encoding.held(ranges) };
    let reached = encoding.held(outside);
    reached.iter().for_each(|&held| encoding.require(&[held]));
    *outside = others(outside, &reached);
    model
}

/// An extension in which one of the literals of `wish` holds: the largest range with the wish is compared with what is possible without it, and
/// each failure excludes all smaller ranges at once.
fn compare(encoding: &mut impl Models, wish: &[Lit]) -> Result<Option<Vec<u32>>, Stopped> {
    let ranges = encoding.ranges().to_vec();
    let granted = encoding.switch();
    let wish: Vec<Lit> = wish.iter().copied().chain([!granted]).collect();
    encoding.require(&wish);
    while let Some(best) = maximize(encoding, &ranges, &[granted])? {
        let switch = encoding.switch();
        let mut more = others(&ranges, &best.held);
        more.push(!switch);
        encoding.require(&more);
        let mut larger = best.held;
        larger.push(switch);
        match maximize(encoding, &ranges, &larger)? {
            None => return Ok(Some(best.set)),
            Some(larger) => encoding.require(&others(&ranges, &larger.held)),
        }
    }
    Ok(None)
}

/// All sets under `given`; false when told to stop.
fn drain(encoding: &mut impl Models, given: &[Lit], each: &mut dyn FnMut(Vec<u32>) -> bool) -> Result<bool, Stopped> {
    while encoding.solve(given)? {
        let set = encoding.set();
        let outside = encoding.outside(&set);
        if !each(set) {
            return Ok(false);
        }
        encoding.require(&outside);
    }
    Ok(true)
}
