//! Answers the competition's questions about a framework, verified before they are given.
//!
//! First the grounded labelling; then, of what it leaves undecided, only the part on which the question depends.

use crate::theory::{
    framework::{
        attack::Framework,
        effort::Effort,
        encoding::Encoding,
        labelling::{Label, Labelling},
        preferred::extend,
        problem::{Answer, Semantics, Task, Unknown},
        sceptical::{Verdict, find_counterexample},
        scope::{Scope, cone},
        several::Several,
        unique::unique,
        verify::{accepts, is_stable},
    },
    interrupt::{Interrupt, Stopped},
    sat::bat::Trust,
    search::{
        models::{Kind, Models},
        product::List,
    },
};

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// About which extensions.
    pub semantics: Semantics,
    /// What about them.
    pub task: Task,
    /// The argument, for tasks that ask about one.
    pub argument: u32,
    /// How many extensions at most are listed.
    pub limit: usize,
}

/// Answers `question`. After an interrupt the answer is unknown, whatever was found before; so it is when the checker refuses the answer
/// (`verify::accepts` tells what it covers). A YES that no set proves is found twice, the second time with each refutation checked.
pub fn solve(framework: &Framework, question: Question, interrupt: &Interrupt) -> Answer {
    let found = |trust| answer(framework, question, Effort { interrupt, trust });
    match found(Trust::Trusted) {
        Answer::Yes(witness) if !Trust::Trusted.checks() && rests_on_refutations(framework, question, witness.as_deref()) => {
            found(Trust::Checked)
        }
        answer => answer,
    }
}

fn answer(framework: &Framework, question: Question, effort: Effort<'_>) -> Answer {
    let Question { semantics, argument, .. } = question;
    match (Solver { framework, semantics, effort }).answer(question) {
        Err(Stopped) => Answer::Unknown(Unknown::Interrupted),
        Ok(Found { answer, evidence }) => {
            let is_sound = accepts(framework, semantics, argument, &answer, evidence.as_deref());
            if is_sound { answer } else { Answer::Unknown(Unknown::Refused) }
        }
    }
}

/// Whether a YES says that something is not there: an extension without the argument, or a larger set than its witness.
fn rests_on_refutations(framework: &Framework, question: Question, witness: Option<&[u32]>) -> bool {
    let Question { semantics, task, argument, .. } = question;
    let is_grounded = || semantics != Semantics::Stage && Labelling::grounded(framework).label(argument) == Label::In;
    match (task, semantics) {
        (Task::Credulous, Semantics::Grounded | Semantics::Complete | Semantics::Preferred | Semantics::Stable) => false,
        (Task::Credulous, Semantics::SemiStable | Semantics::Stage) => !witness.is_some_and(|set| is_stable(framework, set)),
        _ => !is_grounded(),
    }
}

/// An answer, and what shows a sceptical YES as far as anything does.
struct Found {
    answer: Answer,
    evidence: Option<Vec<u32>>,
}

/// Whether an argument is in every extension.
enum Sceptical {
    /// This extension is without it.
    No(Vec<u32>),
    /// Every one has it, as this set shows where there is one to show it.
    Yes(Option<Vec<u32>>),
}

struct Solver<'a> {
    framework: &'a Framework,
    semantics: Semantics,
    effort: Effort<'a>,
}

impl Solver<'_> {
    fn answer(&self, question: Question) -> Result<Found, Stopped> {
        self.effort.check()?;
        let argument = question.argument;
        let mut evidence = None;
        let answer = match question.task {
            Task::Some => Answer::Some(self.some()?),
            Task::Credulous => match self.with(argument)? {
                Some(witness) => Answer::Yes(Some(witness)),
                None => Answer::No(None),
            },
            Task::Sceptical => match self.sceptical(argument)? {
                Sceptical::No(witness) => Answer::No(Some(witness)),
                Sceptical::Yes(shown) => {
                    evidence = shown;
                    Answer::Yes(None)
                }
            },
            Task::All => self.all(question.limit)?,
            Task::Count => Answer::Count(self.count()?),
        };
        Ok(Found { answer, evidence })
    }

    /// What every question but those of stage semantics may start from: admissibility is what carries the grounded extension.
    fn start(&self) -> Labelling<'_> {
        match self.semantics {
            Semantics::Stage => Labelling::undecided(self.framework),
            _ => Labelling::grounded(self.framework),
        }
    }

    fn several<'a>(&'a self, start: &'a Labelling<'a>) -> Several<'a> {
        Several { framework: self.framework, labelling: start, semantics: self.semantics, effort: self.effort }
    }

    fn some(&self) -> Result<Option<Vec<u32>>, Stopped> {
        let mut start = self.start();
        match self.semantics {
            Semantics::Grounded | Semantics::Complete => Ok(Some(start.accepted())),
            Semantics::Ideal | Semantics::Eager => unique(self.framework, &start, self.semantics, self.effort).map(Some),
            Semantics::Preferred => {
                extend(self.framework, &mut start, self.effort)?;
                Ok(Some(start.accepted()))
            }
            Semantics::Stable | Semantics::SemiStable | Semantics::Stage => self.several(&start).find(None),
        }
    }

    /// An extension with `argument`.
    fn with(&self, argument: u32) -> Result<Option<Vec<u32>>, Stopped> {
        match self.semantics {
            Semantics::Complete | Semantics::Preferred => self.admissible_with(argument),
            Semantics::Stable | Semantics::SemiStable | Semantics::Stage => self.several(&self.start()).find(Some((argument, true))),
            Semantics::Grounded | Semantics::Ideal | Semantics::Eager => {
                // Half of the arguments are settled without a search: the grounded extension is part of these, and attacks none.
                match self.start().label(argument) {
                    Label::Out => Ok(None),
                    Label::Undecided if self.semantics == Semantics::Grounded => Ok(None),
                    _ => Ok(self.some()?.filter(|set| set.binary_search(&argument).is_ok())),
                }
            }
        }
    }

    /// Whether every extension has `argument`.
    fn sceptical(&self, argument: u32) -> Result<Sceptical, Stopped> {
        let mut start = self.start();
        // The grounded extension is a complete one, and part of all others.
        if start.label(argument) == Label::In {
            return Ok(Sceptical::Yes(Some(start.accepted())));
        }
        match self.semantics {
            Semantics::Complete | Semantics::Grounded => Ok(Sceptical::No(start.accepted())),
            Semantics::Ideal | Semantics::Eager => {
                let only = self.some()?.unwrap_or_default();
                Ok(if only.binary_search(&argument).is_ok() { Sceptical::Yes(Some(only)) } else { Sceptical::No(only) })
            }
            Semantics::Stable | Semantics::SemiStable | Semantics::Stage => {
                let without = self.several(&start).find(Some((argument, false)))?;
                Ok(without.map_or(Sceptical::Yes(None), Sceptical::No))
            }
            Semantics::Preferred => {
                if start.label(argument) == Label::Undecided {
                    match find_counterexample(self.framework, &start, argument, self.effort)? {
                        Verdict::Everywhere { defence } => {
                            start.accept(&defence);
                            return Ok(Sceptical::Yes(Some(start.accepted())));
                        }
                        Verdict::MissingWith(set) => start.accept(&set),
                    }
                }
                extend(self.framework, &mut start, self.effort)?;
                Ok(Sceptical::No(start.accepted()))
            }
        }
    }

    /// A complete or preferred extension with `argument`: an admissible set with it among its ancestors, closed or extended.
    fn admissible_with(&self, argument: u32) -> Result<Option<Vec<u32>>, Stopped> {
        let mut start = self.start();
        match start.label(argument) {
            Label::Out => return Ok(None),
            Label::In => {}
            Label::Undecided => {
                let mut scope = Scope::new(self.framework.len());
                scope.enter(cone(self.framework, &start, argument));
                let mut encoding = Encoding::new(Kind::Admissible, self.framework, &start, &scope, self.effort);
                let Some(goal) = encoding.in_of(argument) else { return Ok(None) };
                if !encoding.solve(&[goal])? {
                    return Ok(None);
                }
                start.accept(&encoding.set());
            }
        }
        if self.semantics == Semantics::Preferred {
            extend(self.framework, &mut start, self.effort)?;
        }
        Ok(Some(start.accepted()))
    }

    fn is_unique(&self) -> bool {
        matches!(self.semantics, Semantics::Grounded | Semantics::Ideal | Semantics::Eager)
    }

    fn all(&self, limit: usize) -> Result<Answer, Stopped> {
        if self.is_unique() {
            let extensions: Vec<Vec<u32>> = self.some()?.into_iter().take(limit).collect();
            return Ok(Answer::All { whole: limit > 0, extensions });
        }
        Ok(match self.several(&self.start()).all(limit)? {
            List::Sets(extensions, whole) => Answer::All { extensions, whole },
            List::TooLong => Answer::Unknown(Unknown::TooMany),
        })
    }

    fn count(&self) -> Result<String, Stopped> {
        if self.is_unique() {
            return Ok("1".to_owned());
        }
        self.several(&self.start()).count()
    }
}
