//! Extensions of small frameworks straight from the definitions, by trying every set of arguments. Slow, and therefore believed.

use agon::theory::framework::problem::Semantics;

/// A framework of up to 16 arguments; bit `b` of `attacks[a]` says that a attacks b.
#[derive(Clone, Debug)]
pub(crate) struct Small {
    pub(crate) attacks: Vec<u32>,
}

impl Small {
    /// The framework with `count` arguments whose attack matrix is written in the bits of `code`, row by row.
    pub(crate) fn from_code(count: usize, code: u128) -> Self {
        Self { attacks: (0..count).map(|a| ((code >> (a * count)) & ((1 << count) - 1)) as u32).collect() }
    }

    pub(crate) fn from_pairs(count: usize, pairs: &[(u32, u32)]) -> Self {
        let mut attacks = vec![0; count];
        pairs.iter().for_each(|&(a, b)| attacks[a as usize] |= 1 << b);
        Self { attacks }
    }

    pub(crate) fn count(&self) -> usize {
        self.attacks.len()
    }

    pub(crate) fn pairs(&self) -> Vec<(u32, u32)> {
        let n = self.count() as u32;
        (0..n).flat_map(|a| (0..n).map(move |b| (a, b))).filter(|&(a, b)| self.attacks[a as usize] >> b & 1 == 1).collect()
    }

    /// What `set` attacks.
    fn plus(&self, set: u32) -> u32 {
        members(set).fold(0, |all, a| all | self.attacks[a as usize])
    }

    fn defends(&self, set: u32, argument: u32) -> bool {
        let attacked = self.plus(set);
        (0..self.count() as u32).all(|b| self.attacks[b as usize] >> argument & 1 == 0 || attacked >> b & 1 == 1)
    }

    fn is_conflict_free(&self, set: u32) -> bool {
        self.plus(set) & set == 0
    }

    fn is_admissible(&self, set: u32) -> bool {
        self.is_conflict_free(set) && members(set).all(|a| self.defends(set, a))
    }

    fn is_complete(&self, set: u32) -> bool {
        self.is_conflict_free(set) && (0..self.count() as u32).all(|a| (set >> a & 1 == 1) == self.defends(set, a))
    }

    /// All extensions, each ascending, in lexical order.
    pub(crate) fn extensions(&self, semantics: Semantics) -> Vec<Vec<u32>> {
        let all = || 0..1u32 << self.count();
        let complete = || all().filter(|&s| self.is_complete(s)).collect::<Vec<u32>>();
        let range = |s: u32| s | self.plus(s);
        let identity = |s: u32| s;
        let sets = match semantics {
            Semantics::Grounded => complete().into_iter().filter(|g| complete().iter().all(|c| g & c == *g)).collect(),
            Semantics::Complete => complete(),
            Semantics::Preferred => maximal(all().filter(|&s| self.is_admissible(s)).collect(), identity),
            Semantics::Stable => all().filter(|&s| self.plus(s) == !s & ((1 << self.count()) - 1)).collect(),
            Semantics::SemiStable => maximal(complete(), range),
            Semantics::Stage => maximal(all().filter(|&s| self.is_conflict_free(s)).collect(), range),
            Semantics::Ideal => self.within(&maximal(all().filter(|&s| self.is_admissible(s)).collect(), identity)),
            Semantics::Eager => self.within(&maximal(complete(), range)),
        };
        let mut sets: Vec<Vec<u32>> = sets.into_iter().map(|s| members(s).collect()).collect();
        sets.sort();
        sets
    }

    /// The maximal admissible sets within all of `extensions`.
    fn within(&self, extensions: &[u32]) -> Vec<u32> {
        let common = extensions.iter().fold(u32::MAX, |all, e| all & e);
        maximal((0..1u32 << self.count()).filter(|&s| s & !common == 0 && self.is_admissible(s)).collect(), |s| s)
    }
}

fn members(set: u32) -> impl Iterator<Item = u32> {
    (0..32).filter(move |a| set >> a & 1 == 1)
}

/// Those of `sets` whose measure is not strictly within that of another.
fn maximal(sets: Vec<u32>, measure: impl Fn(u32) -> u32) -> Vec<u32> {
    let measures: Vec<u32> = sets.iter().map(|&s| measure(s)).collect();
    sets.iter().zip(&measures).filter(|(_, m)| !measures.iter().any(|n| *n != **m && *n & **m == **m)).map(|(s, _)| *s).collect()
}
