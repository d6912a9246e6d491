//! Reads the name of a question, as the competition writes it: `SE-PR`, `DC-CO`, …

use crate::{
    exchange::fault::Fault,
    theory::framework::problem::{Semantics, Task},
};

/// Reads `TASK-SEMANTICS`, in capitals or not.
pub fn parse(problem: &str) -> Result<(Task, Semantics), Fault> {
    let upper = problem.to_ascii_uppercase();
    let (task, semantics) = upper.split_once('-').unwrap_or((&upper, ""));
    let task = Task::ALL.iter().find(|t| t.0 == task);
    let semantics = Semantics::ALL.iter().find(|s| s.0 == semantics);
    match (task, semantics) {
        (Some(task), Some(semantics)) => Ok((task.1, semantics.1)),
        _ => Err(Fault::of_question(format!("there is no problem '{}'", problem.escape_debug()), describe())),
    }
}

/// What can be asked, for a message.
fn describe() -> String {
    let tasks: Vec<&str> = Task::ALL.iter().map(|t| t.0).collect();
    let semantics: Vec<&str> = Semantics::ALL.iter().map(|s| s.0).collect();
    format!("join one of {} and one of {} with a hyphen, as in 'DS-PR'", tasks.join(", "), semantics.join(", "))
}
