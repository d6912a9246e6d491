//! Answers the competition's questions about a framework, verified before they are given.
//!
//! First the grounded labelling; then, of what it leaves undecided, only the part on which the question depends.

use crate::theory::{
    framework::{
        attack::Framework,
        encoding::{Encoding, Kind},
        labelling::{Label, Labelling},
        preferred::extend,
        problem::{Answer, Semantics, Task, Unknown},
        sceptical::find_counterexample,
        scope::{Scope, cone},
        several::Several,
        unique::unique,
        verify::may_be_extension,
    },
    interrupt::{Interrupt, Stopped},
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

/// Answers `question`. After an interrupt the answer is unknown, whatever was found before.
pub fn solve(framework: &Framework, question: Question, interrupt: &Interrupt) -> Answer {
    let answer = Solver { framework, semantics: question.semantics, interrupt }.answer(question);
    match answer {
        Err(Stopped) => Answer::Unknown(Unknown::Interrupted),
        Ok(answer) if is_sound(framework, question, &answer) => answer,
        Ok(_) => Answer::Unknown(Unknown::Refused),
    }
}

/// Whether the checker accepts all that `answer` shows.
fn is_sound(framework: &Framework, question: Question, answer: &Answer) -> bool {
    let fits = |set: &Vec<u32>| may_be_extension(framework, question.semantics, set);
    let holds = |set: &Vec<u32>| set.binary_search(&question.argument).is_ok();
    match answer {
        Answer::Some(witness) => witness.as_ref().is_none_or(fits),
        Answer::Yes(witness) => witness.as_ref().is_none_or(|w| fits(w) && holds(w)),
        Answer::No(witness) => witness.as_ref().is_none_or(|w| fits(w) && !holds(w)),
        Answer::All { extensions, .. } => extensions.iter().all(fits),
        Answer::Count(_) | Answer::Unknown(_) => true,
    }
}

struct Solver<'a> {
    framework: &'a Framework,
    semantics: Semantics,
    interrupt: &'a Interrupt,
}

impl Solver<'_> {
    fn answer(&self, question: Question) -> Result<Answer, Stopped> {
        self.interrupt.check()?;
        let argument = question.argument;
        match question.task {
            Task::Some => self.some().map(Answer::Some),
            Task::Credulous => Ok(match self.with(argument)? {
                Some(witness) => Answer::Yes(Some(witness)),
                None => Answer::No(None),
            }),
            Task::Sceptical => Ok(match self.without(argument)? {
                Some(witness) => Answer::No(Some(witness)),
                None => Answer::Yes(None),
            }),
            Task::All => self.all(question.limit),
            Task::Count => self.count().map(Answer::Count),
        }
    }

    /// What every question but those of stage semantics may start from: admissibility is what carries the grounded extension.
    fn start(&self) -> Labelling<'_> {
        match self.semantics {
            Semantics::Stage => Labelling::undecided(self.framework),
            _ => Labelling::grounded(self.framework),
        }
    }

    fn several<'a>(&'a self, start: &'a Labelling<'a>) -> Several<'a> {
        Several { framework: self.framework, labelling: start, semantics: self.semantics, interrupt: self.interrupt }
    }

    fn some(&self) -> Result<Option<Vec<u32>>, Stopped> {
        let mut start = self.start();
        match self.semantics {
            Semantics::Grounded | Semantics::Complete => Ok(Some(start.accepted())),
            Semantics::Ideal | Semantics::Eager => unique(self.framework, &start, self.semantics, self.interrupt).map(Some),
            Semantics::Preferred => {
                extend(self.framework, &mut start, self.interrupt)?;
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

    /// An extension without `argument`.
    fn without(&self, argument: u32) -> Result<Option<Vec<u32>>, Stopped> {
        let mut start = self.start();
        match self.semantics {
            // The grounded extension is a complete one, and part of all others.
            Semantics::Complete | Semantics::Grounded => Ok(Some(start.accepted()).filter(|_| start.label(argument) != Label::In)),
            Semantics::Ideal | Semantics::Eager => Ok(self.some()?.filter(|set| set.binary_search(&argument).is_err())),
            Semantics::Stable | Semantics::SemiStable | Semantics::Stage => self.several(&start).find(Some((argument, false))),
            Semantics::Preferred => {
                match start.label(argument) {
                    Label::In => return Ok(None),
                    Label::Out => {}
                    Label::Undecided => match find_counterexample(self.framework, &start, argument, self.interrupt)? {
                        None => return Ok(None),
                        Some(set) => start.accept(&set),
                    },
                }
                extend(self.framework, &mut start, self.interrupt)?;
                Ok(Some(start.accepted()))
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
                let mut encoding = Encoding::new(Kind::Admissible, self.framework, &start, &scope, self.interrupt);
                let Some(goal) = encoding.in_of(argument) else { return Ok(None) };
                if !encoding.solve(&[goal])? {
                    return Ok(None);
                }
                start.accept(&encoding.set());
            }
        }
        if self.semantics == Semantics::Preferred {
            extend(self.framework, &mut start, self.interrupt)?;
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
        let (extensions, whole) = self.several(&self.start()).all(limit)?;
        Ok(Answer::All { extensions, whole })
    }

    fn count(&self) -> Result<String, Stopped> {
        if self.is_unique() {
            return Ok("1".to_owned());
        }
        self.several(&self.start()).count()
    }
}
