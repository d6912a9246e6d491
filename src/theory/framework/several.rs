//! Semantics that may give several extensions, piece by piece: one with a wish, all of them, their number.

use crate::theory::{
    framework::{
        attack::Framework,
        effort::Effort,
        encoding::{Encoding, Kind},
        enumerate::enumerate,
        labelling::{Label, Labelling},
        problem::Semantics,
        product::{List, combine, count},
        range::Ranged,
        scope::{Scope, pieces},
    },
    interrupt::Stopped,
    sat::solver::Lit,
};

/// The extensions of a framework over a labelling that all of them share.
pub struct Several<'a> {
    /// The framework.
    pub framework: &'a Framework,
    /// What every extension accepts and attacks.
    pub labelling: &'a Labelling<'a>,
    /// One of the semantics that may have several extensions.
    pub semantics: Semantics,
    /// When to stop.
    pub effort: Effort<'a>,
}

impl Several<'_> {
    /// A stable, semi-stable or stage extension; with `wish`, one that contains the argument, or that does not.
    pub fn find(&self, wish: Option<(u32, bool)>) -> Result<Option<Vec<u32>>, Stopped> {
        let mut pieces = pieces(self.framework, self.labelling);
        if let Some((argument, wanted)) = wish {
            match self.labelling.label(argument) {
                Label::In if !wanted => return Ok(None),
                Label::Out if wanted => return Ok(None),
                _ => {}
            }
            // The piece with the wish first: most questions end there.
            pieces.sort_by_key(|piece| piece.binary_search(&argument).is_err());
        }
        let mut scope = Scope::new(self.framework.len());
        let mut set = self.labelling.accepted();
        for piece in pieces {
            self.effort.check()?;
            let wish = wish.filter(|(argument, _)| piece.binary_search(argument).is_ok());
            scope.enter(piece);
            match self.find_in(&scope, wish)? {
                None => return Ok(None),
                Some(part) => set.extend(part),
            }
        }
        set.sort_unstable();
        Ok(Some(set))
    }

    /// The same in the present part of `scope`.
    fn find_in(&self, scope: &Scope, wish: Option<(u32, bool)>) -> Result<Option<Vec<u32>>, Stopped> {
        let given = |encoding: &Encoding| -> Vec<Lit> {
            let literal = |(argument, wanted)| encoding.in_of(argument).map(|l| if wanted { l } else { !l });
            wish.and_then(literal).into_iter().collect()
        };
        let kind = match self.semantics {
            Semantics::Stage => Kind::ConflictFree,
            Semantics::SemiStable => Kind::Large,
            _ => {
                let mut encoding = Encoding::new(Kind::Stable, self.framework, self.labelling, scope, self.effort);
                let given = given(&encoding);
                return Ok(encoding.solve(&given)?.then(|| encoding.set()));
            }
        };
        let mut ranged = Ranged::new(kind, self.framework, self.labelling, scope, self.effort)?;
        let given = given(&ranged.encoding);
        if given.is_empty() { ranged.exhaust() } else { ranged.find(&given) }
    }

    /// All extensions up to `limit`, and whether these are all.
    pub fn all(&self, limit: usize) -> Result<List, Stopped> {
        let mut choices = Vec::new();
        let mut whole = true;
        self.each_piece(&mut |scope| {
            let mut sets = Vec::new();
            self.enumerate(scope, &mut |set| {
                let fits = sets.len() < limit;
                if fits {
                    sets.push(set);
                }
                whole &= fits;
                fits
            })?;
            let is_empty = sets.is_empty();
            choices.push(sets);
            Ok(!is_empty)
        })?;
        let List::Sets(mut extensions, all) = combine(&self.labelling.accepted(), &choices, limit, self.effort.interrupt)? else {
            return Ok(List::TooLong);
        };
        whole &= all;
        if whole {
            extensions.sort_unstable();
        }
        Ok(List::Sets(extensions, whole))
    }

    /// The number of extensions.
    pub fn count(&self) -> Result<String, Stopped> {
        let mut choices = Vec::new();
        self.each_piece(&mut |scope| {
            let mut number = 0;
            self.enumerate(scope, &mut |_| {
                number += 1;
                true
            })?;
            choices.push(number);
            Ok(number > 0)
        })?;
        Ok(count(&choices))
    }

    fn enumerate(&self, scope: &Scope, each: &mut dyn FnMut(Vec<u32>) -> bool) -> Result<(), Stopped> {
        enumerate(self.semantics, self.framework, self.labelling, scope, self.effort, each)
    }

    fn each_piece(&self, each: &mut dyn FnMut(&Scope) -> Result<bool, Stopped>) -> Result<(), Stopped> {
        let mut scope = Scope::new(self.framework.len());
        for piece in pieces(self.framework, self.labelling) {
            self.effort.check()?;
            scope.enter(piece);
            if !each(&scope)? {
                break;
            }
        }
        Ok(())
    }
}
