//! Answers about the extensions of a system: one, all, how many, and what follows from some or every one of them.
//!
//! An extension is a set of defeasible rules, applicable or not: the elements N. `att(E)` are the rules that derivations from `E` attack.
//! `E` is complete iff it attacks none of its own rules and `E = N ∖ att(N ∖ att(E))`; preferred iff complete and maximal; stable iff
//! `E = N ∖ att(E)`; the ideal one is the largest complete one within all preferred ones. Inapplicable rules belong to N, else stable
//! extensions are lost. Semi-stable, eager and stage semantics are refused: on rules they differ from those on arguments.
//!
//! Acceptance is of sentences, by whatever argument. Every set is checked from the definitions before it is returned.

use crate::theory::{
    framework::{
        problem::{Answer, Semantics, Task, Unknown},
        solve::Question,
    },
    interrupt::{Interrupt, Stopped},
    search::product::{List, combine, count},
    system::{
        definition::System,
        encoding::{Encoding, Kind},
        grounded::{Grounded, Status},
        residue::cone,
        rules::{RuleId, Sentence},
        sceptical::needed,
        search::{Safe, Search},
        verify::{Check, Reading},
    },
};

/// Whether the semantics is answered for systems.
pub fn is_supported(semantics: Semantics) -> bool {
    matches!(semantics, Semantics::Grounded | Semantics::Complete | Semantics::Preferred | Semantics::Stable | Semantics::Ideal)
}

/// Answers `question` about `system`, whose grounded labelling is `grounded`; the argument it asks about is a sentence, the sets of the
/// answer are sets of rules. What is not supported is refused. A count is unknown when a piece has more extensions than the limit.
///
/// ```
/// use agon::theory::{
///     framework::{problem::{Answer, Semantics, Task}, solve::Question},
///     interrupt::Interrupt,
///     system::{definition::System, extensions::solve, grounded::grounded},
/// };
/// let mut system = System::new(2);
/// system.add_defeasible(&[], 0);
/// system.add_defeasible(&[], 1);
/// system.add_contradictory(0, 1);
/// let ask = |task| {
///     let question = Question { semantics: Semantics::Preferred, task, argument: 0, limit: usize::MAX };
///     solve(&system, &grounded(&system), question, &Interrupt::never())
/// };
/// assert_eq!(ask(Task::Credulous), Answer::Yes(Some(vec![0])));
/// assert_eq!(ask(Task::Sceptical), Answer::No(Some(vec![1])));
/// ```
pub fn solve(system: &System, grounded: &Grounded, question: Question, interrupt: &Interrupt) -> Answer {
    if !is_supported(question.semantics) {
        return Answer::Unknown(Unknown::Refused);
    }
    let search = Search::new(system, grounded, interrupt);
    let semantics = question.semantics;
    let found = match question.task {
        Task::All => return all(system, &search, question, interrupt),
        Task::Count => return counted(&search, question, interrupt),
        Task::Some => search.find(semantics, None),
        Task::Credulous => search.find(semantics, Some((question.argument, true))),
        Task::Sceptical => search.find(semantics, Some((question.argument, false))),
    };
    let found: Option<Safe> = match found {
        Err(Stopped) => return Answer::Unknown(Unknown::Interrupted),
        Ok(found) => found,
    };
    let set = found.map(|safe| search.rules(&safe));
    if let Some(set) = &set {
        let reading = read(&Check::new(system), semantics, set);
        let follows = reading.map(|r| r.holds.get(question.argument as usize) == Some(&true));
        let wanted =
            if question.task.needs_argument() { follows.map(|f| f == (question.task == Task::Credulous)) } else { follows.map(|_| true) };
        if wanted != Some(true) {
            return Answer::Unknown(Unknown::Refused);
        }
    }
    match (question.task, set) {
        (Task::Credulous, Some(set)) => Answer::Yes(Some(set)),
        (Task::Credulous, None) => Answer::No(None),
        (Task::Sceptical, Some(set)) => Answer::No(Some(set)),
        (Task::Sceptical, None) => Answer::Yes(None),
        (_, set) => Answer::Some(set),
    }
}

/// The open sentences that `sentence` depends on, ascending; none unless it is open itself. Others decide nothing about it.
pub fn around(grounded: &Grounded, sentence: Sentence) -> Vec<Sentence> {
    if grounded.status(sentence) != Status::Undecided {
        return Vec::new();
    }
    let sentences = grounded.sentences.len() as Sentence;
    cone(&grounded.compiled.index, &grounded.model, sentence).atoms.into_iter().filter(|&a| a < sentences).collect()
}

/// The open sentences that follow from a small admissible set which decides `sentence`, ascending: from which it follows (`wanted`), or
/// which defeats all derivations of it. The inner nothing when there is no such set; then no extension decides the sentence that way.
pub fn find_stand(
    system: &System,
    grounded: &Grounded,
    sentence: Sentence,
    wanted: bool,
    interrupt: &Interrupt,
) -> Result<Option<Vec<Sentence>>, Stopped> {
    interrupt.check()?;
    if grounded.status(sentence) != Status::Undecided {
        return Ok(None);
    }
    let around = cone(&grounded.compiled.index, &grounded.model, sentence);
    let Some(place) = around.find(sentence) else { return Ok(None) };
    let mut encoding = Encoding::new(Kind::Admissible, &around, interrupt);
    let goal = if wanted { encoding.derives(place) } else { encoding.counts_on(place) };
    if !encoding.solve(&[goal])? {
        return Ok(None);
    }
    let (safe, derived) = needed(&around, place, &encoding.safe());
    let search = Search::new(system, grounded, interrupt);
    let reading = Check::new(system).admissible(&search.rules(&around.named(&safe)));
    let marks = reading.map(|r| if wanted { r.holds } else { r.may_hold });
    if marks.and_then(|m| m.get(sentence as usize).copied()) != Some(wanted) {
        return Ok(None);
    }
    let sentences = grounded.sentences.len() as Sentence;
    Ok(Some(around.named(&derived).into_iter().filter(|&a| a < sentences).collect()))
}

/// What an extension amounts to, or nothing when the set is none. That a preferred one is maximal is not checked.
pub fn read(check: &Check<'_>, semantics: Semantics, set: &[RuleId]) -> Option<Reading> {
    if semantics == Semantics::Stable { check.stable(set) } else { check.complete(set) }
}

fn all(system: &System, search: &Search<'_>, question: Question, interrupt: &Interrupt) -> Answer {
    let mut choices = Vec::new();
    let mut whole = true;
    for piece in &search.pieces {
        let (sets, all) = search.all_of(question.semantics, piece, question.limit);
        if interrupt.is_known() {
            return Answer::Unknown(Unknown::Interrupted);
        }
        whole &= all;
        choices.push(sets);
    }
    let (combined, all) = match combine(&[], &choices, question.limit, interrupt) {
        Ok(List::Sets(combined, all)) => (combined, all),
        Ok(List::TooLong) => return Answer::Unknown(Unknown::TooMany),
        Err(Stopped) => return Answer::Unknown(Unknown::Interrupted),
    };
    let check = Check::new(system);
    let mut extensions: Vec<Vec<RuleId>> = combined.iter().map(|safe| search.rules(safe)).collect();
    if extensions.iter().any(|set| read(&check, question.semantics, set).is_none()) {
        return Answer::Unknown(Unknown::Refused);
    }
    // Where a piece has no extension, the whole has none, however many the others have.
    whole = (whole || choices.iter().any(Vec::is_empty)) && all;
    if whole {
        extensions.sort_unstable();
    }
    Answer::All { extensions, whole }
}

fn counted(search: &Search<'_>, question: Question, interrupt: &Interrupt) -> Answer {
    let mut numbers = Vec::new();
    let mut whole = true;
    for piece in &search.pieces {
        let (sets, all) = search.all_of(question.semantics, piece, question.limit);
        if interrupt.is_known() {
            return Answer::Unknown(Unknown::Interrupted);
        }
        whole &= all;
        numbers.push(sets.len() as u64);
    }
    if whole || numbers.contains(&0) { Answer::Count(count(&numbers)) } else { Answer::Unknown(Unknown::Interrupted) }
}
