//! Extensions of a system as a whole: each piece that the grounded model leaves open is searched by itself, and what is found in the
//! pieces is put together. Inside, an extension goes by the guards that it counts on beyond the grounded one.

use crate::theory::{
    framework::problem::Semantics,
    interrupt::{Interrupt, Stopped},
    sat::solver::Lit,
    system::{
        definition::System,
        encoding::{Encoding, Kind},
        grounded::{Grounded, Status},
        maximal::{enumerate, maximize},
        program::Atom,
        residue::{Piece, cone, pieces},
        rules::{RuleId, Sentence},
        sceptical::{find_counterexample, ideal},
        well_founded::Value,
    },
};

/// A system with its grounded labelling, cut into pieces.
pub struct Search<'a> {
    system: &'a System,
    grounded: &'a Grounded,
    interrupt: &'a Interrupt,
    /// What the grounded labelling leaves open.
    pub pieces: Vec<Piece>,
}

/// The guards of all pieces that something counts on.
pub type Safe = Vec<Atom>;

/// What a question wants of an extension: that a sentence follows, or that it does not.
pub type Wish = (Sentence, bool);

impl<'a> Search<'a> {
    /// Cuts what `grounded`, the labelling of `system`, leaves open. Near linear.
    pub fn new(system: &'a System, grounded: &'a Grounded, interrupt: &'a Interrupt) -> Self {
        Self { system, grounded, interrupt, pieces: pieces(&grounded.compiled.index, &grounded.model) }
    }

    /// The defeasible rules of the extension that counts on `safe`, ascending. Linear.
    pub fn rules(&self, safe: &[Atom]) -> Vec<RuleId> {
        let Grounded { model, compiled, .. } = self.grounded;
        let mut fails: Vec<bool> = (0..compiled.index.atoms as Atom).map(|a| model.value(a) == Value::False).collect();
        for &guard in safe {
            if let Some(mark) = fails.get_mut(guard as usize) {
                *mark = true;
            }
        }
        let program = &compiled.index.program;
        let is_in = |id: &RuleId| program.body(*id).iter().all(|l| !l.is_negative() || fails.get(l.atom() as usize) == Some(&true));
        self.system.rules().defeasible().filter(is_in).collect()
    }

    /// An extension of `semantics`, one of complete, preferred, stable and ideal, that grants `wish`.
    pub fn find(&self, semantics: Semantics, wish: Option<Wish>) -> Result<Option<Safe>, Stopped> {
        self.interrupt.check()?;
        let Some((query, wanted)) = wish else { return self.extend(semantics, &[]) };
        match self.grounded.status(query) {
            Status::Undecided => {}
            // All extensions agree, so one is as good as any.
            status => return if (status == Status::In) == wanted { self.extend(semantics, &[]) } else { Ok(None) },
        }
        match semantics {
            Semantics::Stable => self.find_stable(wish),
            Semantics::Ideal => {
                let safe = self.ideal()?;
                Ok((self.derives(&safe, query) == wanted).then_some(safe))
            }
            // The grounded extension is complete, and lacks what is open.
            Semantics::Grounded | Semantics::Complete if !wanted => self.extend(semantics, &[]),
            Semantics::Grounded => Ok(None),
            _ => {
                let around = cone(&self.grounded.compiled.index, &self.grounded.model, query);
                let Some(place) = around.find(query) else { return Ok(None) };
                let found = if wanted {
                    let mut encoding = Encoding::new(Kind::Admissible, &around, self.interrupt);
                    let goal = encoding.derives(place);
                    encoding.solve(&[goal])?.then(|| encoding.safe())
                } else {
                    find_counterexample(&around, place, self.interrupt)?
                };
                match found {
                    None => Ok(None),
                    Some(safe) => self.extend(semantics, &around.named(&safe)),
                }
            }
        }
    }

    /// From an admissible set that counts on `safe` to an extension.
    pub fn extend(&self, semantics: Semantics, safe: &[Atom]) -> Result<Option<Safe>, Stopped> {
        match semantics {
            Semantics::Stable => return self.find_stable(None),
            Semantics::Ideal => return self.ideal().map(Some),
            _ => {}
        }
        let mut all = Vec::new();
        for piece in &self.pieces {
            let Some(part) = self.extend_in(semantics, piece, &piece.placed(safe))? else { return Ok(None) };
            all.extend(part);
        }
        all.sort_unstable();
        Ok(Some(all))
    }

    /// The same within one piece, for grounded, complete and preferred semantics; `safe` by places.
    pub fn extend_in(&self, semantics: Semantics, piece: &Piece, safe: &[u32]) -> Result<Option<Safe>, Stopped> {
        self.interrupt.check()?;
        if semantics != Semantics::Preferred {
            return Ok(Some(if safe.is_empty() { Vec::new() } else { piece.named(&piece.complete(safe)) }));
        }
        let mut encoding = Encoding::new(Kind::Admissible, piece, self.interrupt);
        let given: Vec<Lit> = safe.iter().map(|&g| encoding.counts_on(g)).collect();
        Ok(maximize(&mut encoding, &given)?.map(|best| piece.named(&best)))
    }

    /// An extension of one piece, for semantics that may have several.
    pub fn find_in(&self, semantics: Semantics, piece: &Piece) -> Result<Option<Safe>, Stopped> {
        if semantics == Semantics::Stable { self.find_stable_in(piece, None) } else { self.extend_in(semantics, piece, &[]) }
    }

    /// An extension of one piece from which its sentence `query` does not follow.
    pub fn find_in_without(&self, semantics: Semantics, piece: &Piece, query: Sentence) -> Result<Option<Safe>, Stopped> {
        self.interrupt.check()?;
        match semantics {
            Semantics::Stable => self.find_stable_in(piece, Some((query, false))),
            Semantics::Preferred => {
                let around = cone(&self.grounded.compiled.index, &self.grounded.model, query);
                let Some(place) = around.find(query) else { return Ok(None) };
                let found = find_counterexample(&around, place, self.interrupt)?;
                found.map_or(Ok(None), |safe| self.extend_in(semantics, piece, &piece.placed(&around.named(&safe))))
            }
            // The grounded one lacks all that is open.
            _ => Ok(Some(Vec::new())),
        }
    }

    fn find_stable(&self, wish: Option<Wish>) -> Result<Option<Safe>, Stopped> {
        let mut all = Vec::new();
        for piece in &self.pieces {
            self.interrupt.check()?;
            let Some(part) = self.find_stable_in(piece, wish)? else { return Ok(None) };
            all.extend(part);
        }
        all.sort_unstable();
        Ok(Some(all))
    }

    fn find_stable_in(&self, piece: &Piece, wish: Option<Wish>) -> Result<Option<Safe>, Stopped> {
        let mut encoding = Encoding::new(Kind::Stable, piece, self.interrupt);
        let literal = |(query, wanted): Wish| piece.find(query).map(|q| if wanted { encoding.derives(q) } else { !encoding.derives(q) });
        let given: Vec<Lit> = wish.and_then(literal).into_iter().collect();
        Ok(encoding.solve(&given)?.then(|| piece.named(&encoding.safe())))
    }

    fn ideal(&self) -> Result<Safe, Stopped> {
        let mut all = Vec::new();
        for piece in &self.pieces {
            self.interrupt.check()?;
            all.extend(piece.named(&ideal(piece, self.interrupt)?));
        }
        all.sort_unstable();
        Ok(all)
    }

    /// Whether `query`, which is open, follows when `safe` fails.
    fn derives(&self, safe: &[Atom], query: Sentence) -> bool {
        let piece = self.pieces.iter().find_map(|p| Some((p, p.find(query)?)));
        piece.is_some_and(|(piece, place)| self.derived(piece, safe).get(place as usize) == Some(&true))
    }

    /// What follows in `piece` when `safe` fails, by places.
    pub fn derived(&self, piece: &Piece, safe: &[Atom]) -> Vec<bool> {
        let placed = piece.placed(safe);
        piece.least(|g| placed.binary_search(&g).is_ok())
    }

    /// The extensions of one piece up to `limit`, and whether these are all; when told to stop, those found by then.
    pub fn all_of(&self, semantics: Semantics, piece: &Piece, limit: usize) -> (Vec<Safe>, bool) {
        let mut found = Vec::new();
        let mut whole = true;
        let outcome = self.each_of(semantics, piece, &mut |safe| {
            whole = found.len() < limit;
            if whole {
                found.push(safe);
            }
            whole
        });
        (found, whole && outcome.is_ok())
    }

    /// Gives each extension of one piece to `each`, until that says stop.
    pub fn each_of(&self, semantics: Semantics, piece: &Piece, each: &mut dyn FnMut(Safe) -> bool) -> Result<(), Stopped> {
        match semantics {
            Semantics::Ideal => {
                each(piece.named(&ideal(piece, self.interrupt)?));
                Ok(())
            }
            Semantics::Grounded => {
                each(Vec::new());
                Ok(())
            }
            _ => enumerate(semantics, piece, self.interrupt, &mut |safe| each(piece.named(&safe))),
        }
    }
}
