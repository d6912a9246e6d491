//! One question about one file: all that a command needs to call.

use crate::{
    exchange::{
        aba, apx, ask,
        cursor::Cursor,
        fault::Fault,
        i23,
        instance::Names,
        outcome::{Outcome, Style},
    },
    theory::{
        assumption,
        framework::{self, solve::Question},
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
    // Some editors put a byte order mark before UTF-8 text.
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if task.needs_argument() != query.is_some() {
        return Err(match query {
            None => Fault::of_question(format!("{problem} asks about an argument"), "name it, as in '-a 3'"),
            Some(_) => Fault::of_question(format!("{problem} asks about no argument"), "leave it out, or ask DC or DS"),
        });
    }
    let question = |names: &Names| -> Result<Question, Fault> {
        let missing = |name: &str| Fault::of_question(format!("there is no argument '{}'", name.escape_debug()), names.describe());
        let argument = query.map_or(Ok(0), |name| names.find(name).ok_or_else(|| missing(name)))?;
        Ok(Question { semantics, task, argument, limit: options.limit })
    };
    let (instance, style) = match kind(bytes) {
        Kind::Numbered => (i23::parse(bytes)?, Style::Lines),
        Kind::Facts => (apx::parse(bytes)?, Style::Brackets),
        Kind::Assumptions => {
            let (rules, atoms) = aba::parse(bytes)?;
            let names = Names::Numbers(atoms);
            let answer = assumption::solve::solve(&rules, question(&names)?, &options.interrupt);
            return Ok(Outcome { answer, task, names, style: Style::Lines });
        }
    };
    let answer = framework::solve::solve(&instance.framework, question(&instance.names)?, &options.interrupt);
    Ok(Outcome { answer, task, names: instance.names, style })
}

enum Kind {
    Numbered,
    Facts,
    Assumptions,
}

/// The format of a file, told by its first words; only a file that opens like a fact is taken for facts.
fn kind(bytes: &[u8]) -> Kind {
    let mut cursor = Cursor::new(bytes);
    cursor.find_line(b"#%");
    match (cursor.word(), cursor.word()) {
        (b"p", b"aba") => Kind::Assumptions,
        (word, _) if word.starts_with(b"a") => Kind::Facts,
        _ => Kind::Numbered,
    }
}
