//! Semantics that may give several extensions, piece by piece: one with a wish, all of them, their number.

use crate::theory::{
    framework::{
        attack::Framework,
        effort::Effort,
        encoding::Encoding,
        labelling::{Label, Labelling},
        problem::Semantics,
        scope::{Scope, pieces},
    },
    interrupt::Stopped,
    sat::solver::Lit,
    search::{
        enumerate::enumerate,
        models::{Kind, Models},
        product::{Each, List, all, number},
        range::Ranged,
    },
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
                let mut encoding = self.encode(Kind::Stable, scope);
                let given = given(&encoding);
                return Ok(encoding.solve(&given)?.then(|| encoding.set()));
            }
        };
        let mut ranged = Ranged::new(kind, |kind| self.encode(kind, scope))?;
        let given = if wish.is_some() { given(&ranged.encoding()) } else { Vec::new() };
        ranged.find(&given)
    }

    /// All extensions up to `limit`, and whether these are all.
    pub fn all(&self, limit: usize) -> Result<List, Stopped> {
        let mut scope = Scope::new(self.framework.len());
        let enumerate = |piece, each: Each<'_>| self.enumerate(&mut scope, piece, each);
        all(&self.labelling.accepted(), pieces(self.framework, self.labelling), enumerate, limit, self.effort.interrupt)
    }

    /// The number of extensions.
    pub fn count(&self) -> Result<String, Stopped> {
        let mut scope = Scope::new(self.framework.len());
        let enumerate = |piece, each: Each<'_>| self.enumerate(&mut scope, piece, each);
        number(pieces(self.framework, self.labelling), enumerate, self.effort.interrupt)
    }

    fn enumerate(&self, scope: &mut Scope, piece: Vec<u32>, each: Each<'_>) -> Result<(), Stopped> {
        scope.enter(piece);
        enumerate(self.semantics, |kind| self.encode(kind, scope), each)
    }

    fn encode(&self, kind: Kind, scope: &Scope) -> Encoding {
        Encoding::new(kind, self.framework, self.labelling, scope, self.effort)
    }
}
