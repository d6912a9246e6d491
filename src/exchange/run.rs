//! One question about one file: all that a command needs to call.

use crate::{
    exchange::{
        apx, ask,
        cursor::Cursor,
        fault::Fault,
        i23,
        outcome::{Outcome, Style},
    },
    theory::{
        framework::solve::{Question, solve},
        interrupt::Interrupt,
    },
};

/// How far to go.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many extensions at most are listed.
    pub limit: usize,
    /// When to give up.
    pub interrupt: Interrupt,
}

impl Default for Options {
    fn default() -> Self {
        Self { limit: usize::MAX, interrupt: Interrupt::never() }
    }
}

/// Answers `problem` (such as `DS-PR`), about the argument `query` where it asks about one, for a file of any format read here.
///
/// ```
/// use agon::exchange::run::{run, Options};
/// let file = b"p af 3\n1 2\n2 3\n";
/// let outcome = run(file, "DC-PR", Some("3"), &Options::default()).expect("the file and the question are well formed");
/// assert_eq!(outcome.to_text(), "YES\nw 1 3\n");
/// ```
pub fn run(bytes: &[u8], problem: &str, query: Option<&str>, options: &Options) -> Result<Outcome, Fault> {
    let (task, semantics) = ask::parse(problem)?;
    if task.needs_argument() != query.is_some() {
        return Err(match query {
            None => Fault::of_question(format!("{problem} asks about an argument"), "name it, as in '-a 3'"),
            Some(_) => Fault::of_question(format!("{problem} asks about no argument"), "leave it out, or ask DC or DS"),
        });
    }
    let (instance, style) = match kind(bytes) {
        Kind::Numbered => (i23::parse(bytes)?, Style::Lines),
        Kind::Facts => (apx::parse(bytes)?, Style::Brackets),
    };
    let argument = match query {
        None => 0,
        Some(name) => instance
            .names
            .find(name)
            .ok_or_else(|| Fault::of_question(format!("there is no argument '{}'", name.escape_debug()), instance.names.describe()))?,
    };
    let question = Question { semantics, task, argument, limit: options.limit };
    let answer = solve(&instance.framework, question, &options.interrupt);
    Ok(Outcome { answer, task, names: instance.names, style })
}

enum Kind {
    Numbered,
    Facts,
}

/// The format of a file, told by its first word; a file that opens with no header is taken for facts if it opens like one.
fn kind(bytes: &[u8]) -> Kind {
    let mut cursor = Cursor::new(bytes);
    cursor.find_line(b"#%");
    if cursor.word().starts_with(b"a") { Kind::Facts } else { Kind::Numbered }
}
