//! Answers about a flat assumption-based framework: grounded, complete, preferred and stable sets of assumptions; acceptance of any atom.

use crate::theory::{
    assumption::{
        encoding::Encoding,
        rules::{Rules, is},
    },
    framework::{
        problem::{Answer, Semantics, Task, Unknown},
        solve::Question,
    },
    interrupt::{Interrupt, Stopped},
};

/// Whether the combination is answered here.
pub fn is_supported(task: Task, semantics: Semantics) -> bool {
    matches!(task, Task::Some | Task::Credulous | Task::Sceptical)
        && matches!(semantics, Semantics::Grounded | Semantics::Complete | Semantics::Preferred | Semantics::Stable)
}

/// Answers `question`, which must be supported; an unsupported one is answered by refusal. Witnesses are sets of assumptions.
pub fn solve(rules: &Rules, question: Question, interrupt: &Interrupt) -> Answer {
    if !is_supported(question.task, question.semantics) {
        return Answer::Unknown(Unknown::Refused);
    }
    let found = interrupt.check().and_then(|()| match question.task {
        Task::Credulous => find_with(rules, question, interrupt),
        Task::Sceptical => find_without(rules, question, interrupt),
        _ => find_some(rules, question.semantics, interrupt),
    });
    let witness = match found {
        Err(Stopped) => return Answer::Unknown(Unknown::Interrupted),
        Ok(witness) => witness,
    };
    if !witness.as_ref().is_none_or(|set| is_sound(rules, question, set)) {
        return Answer::Unknown(Unknown::Refused);
    }
    match (question.task, witness) {
        (Task::Credulous, Some(set)) => Answer::Yes(Some(set)),
        (Task::Credulous, None) => Answer::No(None),
        (Task::Sceptical, Some(set)) => Answer::No(Some(set)),
        (Task::Sceptical, None) => Answer::Yes(None),
        (_, witness) => Answer::Some(witness),
    }
}

fn is_sound(rules: &Rules, question: Question, set: &[u32]) -> bool {
    let fits = if question.semantics == Semantics::Stable { rules.is_stable(set) } else { rules.is_complete(set) };
    let holds = || is(&rules.closure(set), question.argument);
    fits && match question.task {
        Task::Credulous => holds(),
        Task::Sceptical => !holds(),
        _ => true,
    }
}

fn find_some(rules: &Rules, semantics: Semantics, interrupt: &Interrupt) -> Result<Option<Vec<u32>>, Stopped> {
    match semantics {
        Semantics::Stable => Encoding::new(rules, true, interrupt).find(&[]),
        Semantics::Preferred => Encoding::new(rules, false, interrupt).maximize(rules.complete(Vec::new()), &[]).map(Some),
        _ => Ok(Some(rules.complete(Vec::new()))),
    }
}

/// An extension that derives the atom.
fn find_with(rules: &Rules, question: Question, interrupt: &Interrupt) -> Result<Option<Vec<u32>>, Stopped> {
    if question.semantics == Semantics::Grounded {
        let grounded = rules.complete(Vec::new());
        return Ok(is(&rules.closure(&grounded), question.argument).then_some(grounded));
    }
    let mut encoding = Encoding::new(rules, question.semantics == Semantics::Stable, interrupt);
    let goal = encoding.derives(question.argument);
    let Some(set) = encoding.find(&[goal])? else { return Ok(None) };
    match question.semantics {
        Semantics::Stable => Ok(Some(set)),
        Semantics::Preferred => encoding.maximize(set, &[]).map(Some),
        _ => Ok(Some(rules.complete(set))),
    }
}

/// An extension that does not derive the atom.
fn find_without(rules: &Rules, question: Question, interrupt: &Interrupt) -> Result<Option<Vec<u32>>, Stopped> {
    let mut encoding = Encoding::new(rules, question.semantics == Semantics::Stable, interrupt);
    let (goal, lacks) = (encoding.derives(question.argument), !encoding.may_derive(question.argument));
    match question.semantics {
        Semantics::Stable => encoding.find(&[lacks]),
        Semantics::Preferred => {
            // A largest set without the atom is a counterexample if no superset gets it; else neither it nor a part of it is one.
            let switch = encoding.switch();
            let given = [switch, lacks];
            while let Some(set) = encoding.find(&given)? {
                let set = encoding.maximize(set, &given)?;
                let with_goal: Vec<_> = set.iter().map(|&a| encoding.derives(a)).chain([goal]).collect();
                if encoding.find(&with_goal)?.is_none() {
                    return encoding.maximize(set, &[]).map(Some);
                }
                let mut more = encoding.outside(&set);
                more.push(!switch);
                encoding.require(&more);
            }
            Ok(None)
        }
        _ => {
            let grounded = rules.complete(Vec::new());
            Ok((!is(&rules.closure(&grounded), question.argument)).then_some(grounded))
        }
    }
}
