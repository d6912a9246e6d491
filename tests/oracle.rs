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

    /// All extensions, each ascending, in lexical order.
    pub(crate) fn extensions(&self, semantics: Semantics) -> Vec<Vec<u32>> {
        self.table().extensions(semantics)
    }

    /// What answers for all semantics.
    pub(crate) fn table(&self) -> Table {
        Table::new(self)
    }
}

/// What every set of arguments attacks and defends, in one place for each.
pub(crate) struct Table {
    all: u32,
    plus: Vec<u32>,
    defended: Vec<u32>,
}

impl Table {
    /// All extensions, each ascending, in lexical order.
    pub(crate) fn extensions(&self, semantics: Semantics) -> Vec<Vec<u32>> {
        let table = self;
        let sets = match semantics {
            Semantics::Grounded => {
                let complete = table.complete();
                complete.iter().copied().filter(|g| complete.iter().all(|c| g & c == *g)).collect()
            }
            Semantics::Complete => table.complete(),
            Semantics::Preferred => maximal(table.admissible(), |s| s),
            Semantics::Stable => table.sets().filter(|&s| table.plus(s) == !s & table.all).collect(),
            Semantics::SemiStable => maximal(table.complete(), |s| s | table.plus(s)),
            Semantics::Stage => maximal(table.conflict_free().collect(), |s| s | table.plus(s)),
            Semantics::Ideal => table.within(&maximal(table.admissible(), |s| s)),
            Semantics::Eager => table.within(&maximal(table.complete(), |s| s | table.plus(s))),
        };
        let mut sets: Vec<Vec<u32>> = sets.into_iter().map(|s| members(s).collect()).collect();
        sets.sort();
        sets
    }

    fn new(small: &Small) -> Self {
        let count = small.count();
        let mut plus = vec![0u32; 1 << count];
        for set in 1..plus.len() {
            plus[set] = plus[set & (set - 1)] | small.attacks[set.trailing_zeros() as usize];
        }
        let attackers = |a: usize| (0..count).filter(|&b| small.attacks[b] >> a & 1 == 1).fold(0u32, |all, b| all | 1 << b);
        let attackers: Vec<u32> = (0..count).map(attackers).collect();
        // An argument is defended by what attacks all its attackers.
        let defended = plus.iter().map(|p| (0..count).filter(|&a| attackers[a] & !p == 0).fold(0u32, |all, a| all | 1 << a)).collect();
        Self { all: ((1u64 << count) - 1) as u32, plus, defended }
    }

    fn sets(&self) -> impl Iterator<Item = u32> {
        0..=self.all
    }

    fn plus(&self, set: u32) -> u32 {
        self.plus[set as usize]
    }

    fn conflict_free(&self) -> impl Iterator<Item = u32> + '_ {
        self.sets().filter(|&s| self.plus(s) & s == 0)
    }

    fn admissible(&self) -> Vec<u32> {
        self.conflict_free().filter(|&s| s & !self.defended[s as usize] == 0).collect()
    }

    fn complete(&self) -> Vec<u32> {
        self.conflict_free().filter(|&s| s == self.defended[s as usize]).collect()
    }

    /// The maximal admissible sets within all of `extensions`.
    fn within(&self, extensions: &[u32]) -> Vec<u32> {
        let common = extensions.iter().fold(self.all, |all, e| all & e);
        maximal(self.admissible().into_iter().filter(|s| s & !common == 0).collect(), |s| s)
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
