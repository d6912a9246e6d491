//! The extensions of one piece: one with a wish, the one that is unique, all of them.

use crate::theory::{
    assumption::{encoding::Encoding, rules::Rules},
    framework::problem::Semantics,
    interrupt::{Interrupt, Stopped},
    sat::solver::Lit,
    search::{
        enumerate,
        maximal::maximize,
        models::{Kind, Models},
        range::Ranged,
    },
};

/// A piece whose grounded set is empty, or under stage semantics any.
pub struct Search<'a> {
    /// Its rules and assumptions.
    pub rules: &'a Rules,
    /// Which extensions.
    pub semantics: Semantics,
    /// When to stop.
    pub interrupt: &'a Interrupt,
}

impl<'a> Search<'a> {
    fn encode(&self, kind: Kind) -> Encoding<'a> {
        Encoding::new(kind, self.rules, self.interrupt)
    }

    fn ranged(&self) -> Result<Ranged<Encoding<'a>, impl Fn(Kind) -> Encoding<'a>>, Stopped> {
        let kind = if self.semantics == Semantics::Stage { Kind::ConflictFree } else { Kind::Large };
        Ranged::new(kind, |kind| self.encode(kind))
    }

    /// An extension; with `wish`, one that derives the atom, or that does not.
    pub fn find(&self, wish: Option<(u32, bool)>) -> Result<Option<Vec<u32>>, Stopped> {
        let literal = |encoding: &Encoding<'_>| -> Vec<Lit> {
            let literal = |(atom, wanted)| if wanted { encoding.derives(atom) } else { !encoding.derives(atom) };
            wish.map(literal).into_iter().collect()
        };
        match self.semantics {
            Semantics::Grounded => Ok(Some(Vec::new()).filter(|_| !matches!(wish, Some((_, true))))),
            Semantics::Complete => {
                // The empty set is complete, and derives no atom of the piece.
                let Some((goal, true)) = wish else { return Ok(Some(Vec::new())) };
                let mut encoding = self.encode(Kind::Admissible);
                let goal = encoding.derives(goal);
                Ok(encoding.solve(&[goal])?.then(|| self.rules.complete(encoding.set())))
            }
            Semantics::Preferred => match wish {
                Some((goal, false)) => self.find_counterexample(goal),
                _ => {
                    let mut encoding = self.encode(Kind::Large);
                    let (ins, given) = (encoding.ins().to_vec(), literal(&encoding));
                    Ok(maximize(&mut encoding, &ins, &given)?.map(|best| best.set))
                }
            },
            Semantics::Stable => {
                let mut encoding = self.encode(Kind::Stable);
                let given = literal(&encoding);
                Ok(encoding.solve(&given)?.then(|| encoding.set()))
            }
            Semantics::SemiStable | Semantics::Stage => {
                let mut ranged = self.ranged()?;
                let given = literal(&ranged.encoding());
                ranged.find(&given)
            }
            Semantics::Ideal | Semantics::Eager => {
                let only = if self.semantics == Semantics::Ideal { self.ideal()? } else { self.eager()? };
                let fits = |(atom, wanted): (u32, bool)| self.rules.closure(&only).get(atom as usize) == Some(&wanted);
                Ok(wish.is_none_or(fits).then_some(only))
            }
        }
    }

    /// A preferred set that does not derive `goal`: one that contains an admissible set with which no admissible set derives it. A set without it
    /// must attack each admissible set that derives it, or could be joined with that (the vacuous reduct of Thimm, Cerutti & Vallati 2021, on
    /// sets of assumptions).
    fn find_counterexample(&self, goal: u32) -> Result<Option<Vec<u32>>, Stopped> {
        let mut encoding = self.encode(Kind::Admissible);
        let goal = encoding.derives(goal);
        while encoding.solve(&[!goal])? {
            let candidate = encoding.set();
            let joined = self.members(&encoding, &candidate).into_iter().chain([goal]);
            if !encoding.solve(&joined.collect::<Vec<Lit>>())? {
                let mut large = self.encode(Kind::Large);
                let (ins, held) = (large.ins().to_vec(), self.members(&large, &candidate));
                return Ok(maximize(&mut large, &ins, &held)?.map(|best| best.set));
            }
            let mut attack = self.attack(&encoding, &encoding.set());
            attack.push(goal);
            encoding.require(&attack);
        }
        Ok(None)
    }

    fn members(&self, encoding: &Encoding<'_>, set: &[u32]) -> Vec<Lit> {
        set.iter().filter_map(|&a| encoding.in_of(a)).collect()
    }

    /// "The contrary of a member of `set` is derived."
    fn attack(&self, encoding: &Encoding<'_>, set: &[u32]) -> Vec<Lit> {
        let contraries = self.rules.contraries().filter(|(a, _)| set.binary_search(a).is_ok());
        contraries.filter_map(|(_, contrary)| contrary).map(|c| encoding.derives(c)).collect()
    }

    /// The largest admissible set that no admissible set attacks (Dung, Mancarella & Toni 2007, theorem 3.3). Any preferred one contains it.
    fn ideal(&self) -> Result<Vec<u32>, Stopped> {
        let mut encoding = self.encode(Kind::Large);
        let ins = encoding.ins().to_vec();
        let mut left = maximize(&mut encoding, &ins, &[])?.map(|best| best.set).unwrap_or_default();
        while !left.is_empty() {
            let attack = self.attack(&encoding, &left);
            encoding.require(&attack);
            if !encoding.solve(&[])? {
                break;
            }
            let spared = self.rules.spared_by(&encoding.set());
            left.retain(|a| spared.binary_search(a).is_ok());
            left = self.defended(left);
        }
        Ok(left)
    }

    /// The largest admissible part of what all semi-stable sets share (Caminada 2007, definition 5).
    fn eager(&self) -> Result<Vec<u32>, Stopped> {
        let mut ranged = self.ranged()?;
        let some = ranged.first()?.unwrap_or_default();
        Ok(self.defended(ranged.shared(some)?))
    }

    /// The largest admissible part of `set`, which does not attack itself.
    fn defended(&self, mut set: Vec<u32>) -> Vec<u32> {
        loop {
            let defended = self.rules.defended_by(&set);
            let before = set.len();
            set.retain(|a| defended.binary_search(a).is_ok());
            if set.len() == before {
                return set;
            }
        }
    }

    /// Gives each extension to `each`, until that says stop.
    pub fn enumerate(&self, each: &mut dyn FnMut(Vec<u32>) -> bool) -> Result<(), Stopped> {
        match self.semantics {
            Semantics::Grounded | Semantics::Ideal | Semantics::Eager => {
                self.find(None)?.map(each);
                Ok(())
            }
            _ => enumerate::enumerate(self.semantics, |kind| self.encode(kind), each),
        }
    }
}
