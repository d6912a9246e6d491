//! The problems of single lines, in words: what is wrong, why, and what to do.

use crate::{
    diagnostic::{
        nearest::find_nearest,
        problem::{Diagnostic, Safety},
    },
    syntax::{
        attribute::Key,
        codes,
        header::excerpt,
        keyword::{ClauseWord, Keyword},
        lexer::is_name_char,
        nesting::MOST_LEVELS,
    },
    text::{
        edit::Edit,
        span::{Place, Span},
    },
};

const ESCAPE: &str = "if the line is prose, put a `\\` before it";

/// A tab in the indentation `at`, which reads as `column` blanks.
pub fn tab_indent(at: Place, column: u32) -> Diagnostic {
    let blanks = vec![Edit::new(at.span, " ".repeat(column as usize))];
    Diagnostic::new(&codes::TAB_INDENT, at, "a tab stands in the indentation").fix(Safety::Safe, "indent with blanks", blanks)
}

/// A lone carriage return `at` the end of a line.
pub fn lone_return(at: Place) -> Diagnostic {
    let found = Diagnostic::new(&codes::LONE_CARRIAGE_RETURN, at, "this line ends in a lone carriage return");
    found.fix(Safety::Safe, "end the line with a line feed", vec![Edit::new(at.span, "\n")])
}

/// A heading `at` without a `title`, or with one that stands right behind its `level` signs.
pub fn broken_heading(at: Place, title: &str, level: u32) -> Diagnostic {
    if title.is_empty() {
        return Diagnostic::new(&codes::BROKEN_HEADING, at, "this heading has no words").help("write a title after the signs");
    }
    let gap = Span::empty(at.span.start + level);
    let found = Diagnostic::new(&codes::BROKEN_HEADING, at, "a blank must follow the signs of a heading");
    found.fix(Safety::Safe, "put a blank", vec![Edit::new(gap, " ")])
}

/// A header whose colon `at` is followed by a word at once.
pub fn crowded_colon(at: Place) -> Diagnostic {
    let found = Diagnostic::new(&codes::CROWDED_COLON, at, "no blank follows the colon of this header");
    found.fix(Safety::Safe, "put a blank", vec![Edit::new(Span::empty(at.span.end), " ")])
}

/// A `word` that is `keyword` in `capitals`, or nearly it.
pub fn misspelt(at: Place, word: &str, keyword: Keyword, capitals: bool) -> Diagnostic {
    let (code, title, safety) = if capitals {
        (&codes::CAPITAL_KEYWORD, format!("the keyword `{}` is written with capitals", excerpt(word)), Safety::Safe)
    } else {
        (&codes::UNKNOWN_KEYWORD, format!("`{}` is no keyword", excerpt(word)), Safety::Unsafe)
    };
    let edit = Edit::new(at.span, keyword.word());
    Diagnostic::new(code, at, title).fix(safety, format!("write `{}`", keyword.word()), vec![edit]).note(ESCAPE)
}

/// A line that begins with the keyword `word` and is no statement, with its first fault. To make it prose is safe where it `goes_on` with a
/// sentence; elsewhere it is as likely a statement.
pub fn keyword_in_prose(at: Place, word: &str, rest: &str, fault: Option<(Span, &str)>, goes_on: bool) -> Diagnostic {
    let title = format!("this line begins with the keyword `{word}` but is not a statement");
    let found = Diagnostic::new(&codes::KEYWORD_IN_PROSE, at, title);
    let found = match fault {
        Some((span, text)) => found.related(Place::new(at.file, span), text),
        None => found,
    };
    let found = found
        .note("the line is read as prose; if it is a statement, its header must be mended, and one that declares has a colon after it");
    if let Some(name) = find_uncoloned(rest) {
        let end = at.span.start + (word.len() + name.end) as u32;
        return found.fix(
            Safety::Unsafe,
            "put a colon after the name, if this is a statement; else put a `\\` before the line",
            vec![Edit::new(Span::empty(end), ":")],
        );
    }
    if goes_on {
        return found.fix(
            Safety::Safe,
            "put a `\\` before the line, so that it is prose",
            vec![Edit::new(Span::empty(at.span.start), "\\")],
        );
    }
    let keyword = Keyword::find(word);
    if let Some(edits) = find_typographic(rest).filter(|_| keyword == Some(Keyword::Use)) {
        let start = at.span.start + word.len() as u32;
        let edits = edits.map(|(mark, length)| {
            let place = start + mark as u32;
            Edit::new(Span::new(place, place + length as u32), "\"")
        });
        return found.fix(Safety::Unsafe, "write the path in straight quotation marks: `\"…\"`", edits.to_vec());
    }
    if rest.contains(" // ") {
        return found.help("put the comment on a line of its own; `//` opens one only at the start of a line");
    }
    match keyword.and_then(usage) {
        Some(usage) => found.help(format!("write `{usage}`")),
        None => {
            let clauses = Some(rest.trim()).filter(|rest| fault.is_none() && !rest.is_empty());
            let header = clauses.map_or(format!("{word} NAME"), |clauses| format!("{word} NAME {}", excerpt(clauses)));
            let premises = match keyword {
                Some(Keyword::Support) => format!(", or `{header}:` with each of its premises beneath it as `premise NAME: TEXT`"),
                _ => String::new(),
            };
            found.help(format!("write `{header}: TEXT`{premises}, if it is a statement; put a `\\` before the line, if it is prose"))
        }
    }
}

/// The two quotation marks around what stands in others than `"`: where each is in `rest`, and its length.
fn find_typographic(rest: &str) -> Option<[(usize, usize); 2]> {
    const MARKS: [char; 9] = ['“', '”', '„', '‘', '’', '\'', '«', '»', '`'];
    let open = rest.find(MARKS).filter(|at| rest.get(..*at).is_some_and(|before| before.trim().is_empty()))?;
    let close = rest.rfind(MARKS).filter(|close| *close > open)?;
    let length = |at: usize| rest.get(at..).and_then(|r| r.chars().next()).map_or(0, char::len_utf8);
    Some([(open, length(open)), (close, length(close))])
}

/// A full stop `at` the end of a statement that begins with the keyword `word` and would be whole without it.
pub fn full_stop(at: Place, word: &str) -> Diagnostic {
    let found = Diagnostic::new(&codes::UNEXPECTED_WORD, at, format!("this `{word}` ends in a full stop")).note(ESCAPE);
    found.fix(Safety::Safe, "leave out the full stop", vec![Edit::new(at.span, "")])
}

/// Where a single name stands before a text that begins with a capital, as in a header that lacks its colon.
fn find_uncoloned(rest: &str) -> Option<std::ops::Range<usize>> {
    let start = rest.len() - rest.trim_start().len();
    let words = rest.get(start..)?;
    let end = words.find(' ')?;
    let name = words.get(..end)?;
    let text = words.get(end..)?.trim_start();
    let is_name = name.chars().all(|c| is_name_char(c) && !c.is_uppercase());
    (is_name && text.contains(' ') && text.starts_with(char::is_uppercase)).then_some(start..start + end)
}

/// How a statement that declares nothing is written.
fn usage(keyword: Keyword) -> Option<&'static str> {
    match keyword {
        Keyword::Contradiction => Some("contradiction NAME, NAME"),
        Keyword::Prefer => Some("prefer NAME over NAME"),
        Keyword::Accept => Some("accept NAME by PARTY"),
        Keyword::Deny => Some("deny NAME by PARTY"),
        Keyword::Retract => Some("retract NAME by PARTY"),
        Keyword::Expect => Some("expect NAME stands`, `falls`, `open` or `unsupported`, or `expect QUESTION is NAME"),
        Keyword::Use => Some("use \"path.agon\" as NAME"),
        _ => None,
    }
}

/// A statement `at` a depth that is not read.
pub fn too_deep(at: Place) -> Diagnostic {
    let title = format!("statements are nested more than {MOST_LEVELS} deep");
    Diagnostic::new(&codes::TOO_DEEP, at, title).help("name the target and write this statement flat, with `for` or `against`")
}

/// A key `at`, beneath a statement of `owner`, that is written with capitals, unknown, or beneath none; nothing if it is none of these.
pub fn find_wrong_key(at: Place, word: &str, key: Option<Key>, owner: Option<Keyword>) -> Option<Diagnostic> {
    let found = |code, title: String| Diagnostic::new(code, at, title).note(ESCAPE);
    if owner.is_none() && ["title", "scope", "author", "as-of"].contains(&word) {
        let found = found(&codes::STRAY_ATTRIBUTE, format!("the attribute `{word}` stands beneath no statement"));
        return Some(found.help("what is said of the whole debate stands at the start of the file, between two lines `---`"));
    }
    let lower = word.to_ascii_lowercase();
    if lower != word {
        let found = found(&codes::CAPITAL_KEYWORD, format!("the key `{word}` is written with capitals"));
        return Some(found.fix(Safety::Safe, format!("write `{lower}`"), vec![Edit::new(at.span, lower)]));
    }
    if key.is_none() {
        let found = found(&codes::UNKNOWN_ATTRIBUTE, format!("`{}` is no attribute", excerpt(word)));
        if let Some(clause) = ClauseWord::find(word).filter(|c| owner.is_some_and(|o| o.shape().clauses.contains(c))) {
            let (clause, keyword) = (clause.word(), owner.map_or("claim", Keyword::word));
            return Some(found.help(format!("write it in the header, before the colon: `{keyword} NAME {clause} NAME: TEXT`")));
        }
        if word == "title" && owner == Some(Keyword::Source) {
            return Some(found.help("leave it out; the title of a source is its text, after the colon of its header"));
        }
        let fits = |key: &Key| owner.is_some_and(|o| o.shape().attributes.contains(key));
        let meant = Key::find_meant(word).filter(fits).map(Key::word);
        let keyword = || Keyword::find_meant_with_colon(word).or_else(|| Keyword::find_near(word)).map(Keyword::word);
        let near = meant.or_else(|| find_nearest(word, Key::ALL.iter().map(|k| k.word()))).or_else(keyword);
        return Some(match near {
            Some(near) => found.fix(Safety::Unsafe, format!("write `{near}`"), vec![Edit::new(at.span, near)]),
            None => found.fix(Safety::Unsafe, "put a `\\` before the line", vec![Edit::new(Span::empty(at.span.start), "\\")]),
        });
    }
    let stray = || found(&codes::STRAY_ATTRIBUTE, format!("the attribute `{word}` stands beneath no statement"));
    owner.is_none().then(|| stray().help("indent it deeper than the statement that it belongs to"))
}

/// A line `at` a column that is not that of its siblings; `indent` are its blanks.
pub fn uneven_indent(at: Place, indent: Span, column: u32, wanted: u32) -> Diagnostic {
    let title = format!("this line starts at column {}, its siblings at column {}", column + 1, wanted + 1);
    let blanks = vec![Edit::new(indent, " ".repeat(wanted as usize))];
    Diagnostic::new(&codes::UNEVEN_INDENT, at, title).fix(Safety::Unsafe, "indent it like its siblings", blanks)
}

/// Prose beneath no statement.
pub fn stray_prose(at: Place, words: &str) -> Diagnostic {
    let first = words.split(|c| !is_name_char(c)).next().unwrap_or("");
    let help = match Keyword::find(&first.to_lowercase()).filter(|k| k.word() != first) {
        Some(keyword) => {
            format!("write `{}` in lower case, if it is a statement, or put `//` before it, if it is a remark", keyword.word())
        }
        None => "put `//` before it, if it is a remark, or give it a keyword".to_owned(),
    };
    Diagnostic::new(&codes::STRAY_PROSE, at, "this prose belongs to no statement").help(help)
}

/// Prose at the column of its statement.
pub fn unindented_prose(at: Place) -> Diagnostic {
    let help = "indent it deeper, if it goes on the text above; put `//` before it, if it is a remark";
    Diagnostic::new(&codes::UNINDENTED_PROSE, at, "this prose is not indented deeper than its statement").help(help)
}

/// Prose behind the children or attributes of its statement.
pub fn late_prose(at: Place) -> Diagnostic {
    let help = "move it up to the text of its statement, or indent it deeper than the line above, if it goes on there";
    Diagnostic::new(&codes::LATE_PROSE, at, "this prose stands after the attributes or children of its statement").help(help)
}
