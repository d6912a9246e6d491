//! Answers about a flat assumption-based framework: its extensions, which are sets of assumptions, and the acceptance of any atom.

use crate::theory::{
    assumption::{
        residue::{Piece, Residue},
        rules::{Rules, is},
        search::Search,
    },
    framework::{
        problem::{Answer, Semantics, Task, Unknown},
        solve::Question,
    },
    interrupt::{Interrupt, Stopped},
    search::product::{Each, List, all, number},
};

/// Answers `question`, whose argument is any atom. The sets of the answer are sets of assumptions.
pub fn solve(rules: &Rules, question: Question, interrupt: &Interrupt) -> Answer {
    let found = interrupt.check().and_then(|()| Solver::new(rules, question.semantics, interrupt).answer(question));
    match found {
        Err(Stopped) => Answer::Unknown(Unknown::Interrupted),
        Ok(answer) if is_sound(rules, question, &answer) => answer,
        Ok(_) => Answer::Unknown(Unknown::Refused),
    }
}

/// Whether each set of `answer` is what it is given for, as far as that is checked in linear time.
fn is_sound(rules: &Rules, question: Question, answer: &Answer) -> bool {
    let fits = |set: &Vec<u32>| match question.semantics {
        Semantics::Grounded => *set == rules.complete(Vec::new()),
        Semantics::Stable => rules.is_stable(set),
        Semantics::Stage => rules.is_conflict_free(set),
        _ => rules.is_complete(set),
    };
    let derives = |set: &[u32]| is(&rules.closure(set), question.argument);
    match answer {
        Answer::Some(set) => set.as_ref().is_none_or(fits),
        Answer::Yes(set) => set.as_ref().is_none_or(|set| fits(set) && derives(set)),
        Answer::No(set) => set.as_ref().is_none_or(|set| fits(set) && !derives(set)),
        Answer::All { extensions, .. } => extensions.iter().all(fits),
        Answer::Count(_) | Answer::Unknown(_) => true,
    }
}

struct Solver<'a> {
    semantics: Semantics,
    interrupt: &'a Interrupt,
    accepted: Vec<u32>,
    residue: Residue,
}

impl<'a> Solver<'a> {
    fn new(rules: &Rules, semantics: Semantics, interrupt: &'a Interrupt) -> Self {
        // What is grounded is in every complete set, but not in every conflict-free set of maximal range.
        let accepted = if semantics == Semantics::Stage { Vec::new() } else { rules.complete(Vec::new()) };
        let residue = Residue::new(rules, &accepted);
        Self { semantics, interrupt, accepted, residue }
    }

    fn answer(&self, question: Question) -> Result<Answer, Stopped> {
        Ok(match question.task {
            Task::Some => Answer::Some(self.find(None)?),
            Task::Credulous => match self.find(Some((question.argument, true)))? {
                None => Answer::No(None),
                set => Answer::Yes(set),
            },
            Task::Sceptical => match self.find(Some((question.argument, false)))? {
                None => Answer::Yes(None),
                set => Answer::No(set),
            },
            Task::All => self.all(question.limit)?,
            Task::Count => Answer::Count(self.count()?),
        })
    }

    fn search<'b>(&'b self, piece: &'b Piece) -> Search<'b> {
        Search { rules: &piece.rules, semantics: self.semantics, interrupt: self.interrupt }
    }

    /// An extension; with `wish`, one that derives the atom, or that does not.
    fn find(&self, wish: Option<(u32, bool)>) -> Result<Option<Vec<u32>>, Stopped> {
        let place = |piece: &Piece| wish.and_then(|(atom, wanted)| Some((piece.find(atom)?, wanted)));
        let mut pieces = self.pieces();
        // The piece with the wish first: most questions end there.
        pieces.sort_by_key(|piece| place(piece).is_none());
        if let Some((atom, wanted)) = wish {
            let is_settled = pieces.first().is_none_or(|piece| place(piece).is_none());
            if is_settled && is(&self.residue.holds, atom) != wanted {
                return Ok(None);
            }
        }
        let mut set = self.accepted.clone();
        for piece in pieces {
            self.interrupt.check()?;
            match self.search(piece).find(place(piece))? {
                None => return Ok(None),
                Some(part) => set.extend(piece.named(&part)),
            }
        }
        set.sort_unstable();
        Ok(Some(set))
    }

    fn all(&self, limit: usize) -> Result<Answer, Stopped> {
        let found = all(&self.accepted, self.pieces(), |piece, each| self.enumerate(piece, each), limit, self.interrupt)?;
        Ok(match found {
            List::Sets(extensions, whole) => Answer::All { extensions, whole },
            List::TooLong => Answer::Unknown(Unknown::TooMany),
        })
    }

    fn count(&self) -> Result<String, Stopped> {
        number(self.pieces(), |piece, each| self.enumerate(piece, each), self.interrupt)
    }

    fn pieces(&self) -> Vec<&Piece> {
        self.residue.pieces.iter().collect()
    }

    fn enumerate(&self, piece: &Piece, each: Each<'_>) -> Result<(), Stopped> {
        self.search(piece).enumerate(&mut |set| each(piece.named(&set)))
    }
}
