//! YAML into closed structs, each problem with its place. Only this file and `places` name the YAML library.
//!
//! The library tells the first problem alone. What that is about is then left out and the rest read again, until nothing is left to be told.
//!
//! Anchors and aliases are refused before anything is read, since a few of them can stand for millions of nodes; so are texts past
//! 64 KiB. The library tells duplicate and missing fields at the start of the text; their place is looked up here.

use crate::{
    config::places::{Place, places},
    diagnostic::nearest::find_nearest,
    text::span::Span,
};
use serde::de::{DeserializeOwned, Deserializer, Error, Visitor};
use serde_yaml::Value;
use std::fmt;

/// The most bytes of YAML that are read.
pub const MOST_BYTES: usize = 64 * 1024;

/// What is wrong, and where in the YAML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YamlProblem {
    /// Bytes of the YAML.
    pub span: Span,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What was probably meant.
    pub help: Option<String>,
}

/// The most problems of one text that are told.
const MOST_TOLD: usize = 50;

/// Reads `text` into `T`, and tells what is wrong with it: it is too long, holds anchors, is no YAML, or does not fit `T`. What is wrong is
/// left out; an empty text is the default.
pub fn read<T: DeserializeOwned + Default>(text: &str) -> (T, Vec<YamlProblem>) {
    // The library takes what follows such a bracket for more of the list, and tells whatever does not fit into one.
    if let Some(span) = find_unclosed(text) {
        let closing = if span.of(text) == "{" { '}' } else { ']' };
        let message = format!("this `{}` is never closed", span.of(text));
        return (T::default(), vec![YamlProblem { span, message, help: Some(format!("write `{closing}` at the end of the list")) }]);
    }
    if text.len() <= MOST_BYTES && find_anchor(text).is_none() {
        let (once, repeated) = without_repeated(text);
        if !repeated.is_empty() {
            let (read, mut told) = read_once(&once);
            told.extend(repeated);
            told.sort_by_key(|problem| problem.span);
            return (read, told);
        }
    }
    read_once(text)
}

/// A text without the lines of keys that stood before, at the same places; and what is told of those.
fn without_repeated(text: &str) -> (String, Vec<YamlProblem>) {
    let mut once = text.to_owned();
    let mut told = Vec::new();
    while told.len() < MOST_TOLD {
        let Some(problem) = find_repeated(&once) else { break };
        let from = problem.span.start as usize;
        let start = once.get(..from).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
        // In flow style it cannot be taken out without what stands beside it.
        if !once.get(start..from).is_some_and(|before| before.trim_matches(['"', '\'', ' ']).is_empty()) {
            break;
        }
        let indent = from - start;
        let mut end = start;
        for (at, line) in once.get(start..).unwrap_or("").split_inclusive('\n').enumerate() {
            let inner = line.len() - line.trim_start().len();
            if at > 0 && !line.trim().is_empty() && inner <= indent && !line.trim_start().starts_with("- ") {
                break;
            }
            end += line.len();
        }
        let blank: String =
            once.get(start..end).unwrap_or("").bytes().map(|b| if matches!(b, b'\n' | b'\r') { b as char } else { ' ' }).collect();
        once.replace_range(start..end, &blank);
        told.push(problem);
    }
    (once, told)
}

fn read_once<T: DeserializeOwned + Default>(text: &str) -> (T, Vec<YamlProblem>) {
    match read_all(text) {
        Ok(read) => (read, Vec::new()),
        Err(first) => match serde_yaml::from_str::<Value>(text) {
            Ok(value) if find_anchor(text).is_none() && text.len() <= MOST_BYTES => read_rest(text, value, first),
            _ => (T::default(), vec![first]),
        },
    }
}

/// A key that stands twice in a text that can be read otherwise.
pub fn find_repeated(text: &str) -> Option<YamlProblem> {
    let problem = serde_yaml::from_str::<Value>(text).err().map(|error| locate(text, &error));
    problem.filter(|problem| problem.message.contains("stands twice"))
}

/// Where the value at `path` stands, such as `packs[1]`.
pub fn find_value(text: &str, path: &str) -> Option<Span> {
    let value: Value = serde_yaml::from_str(text).ok()?;
    places(text, &value).find(path).and_then(|(place, _)| place.span)
}

/// Where the key at `path` stands, such as `levels.unknown-name`.
pub fn find_key(text: &str, path: &str) -> Option<Span> {
    let value: Value = serde_yaml::from_str(text).ok()?;
    places(text, &value).find(path).and_then(|(place, _)| place.key_span)
}

/// Reads a text, with all that is wrong with it.
fn read_rest<T: DeserializeOwned + Default>(text: &str, mut value: Value, first: YamlProblem) -> (T, Vec<YamlProblem>) {
    let mut places = places(text, &value);
    let mut told: Vec<YamlProblem> = Vec::new();
    while told.len() < MOST_TOLD {
        let left = serde_yaml::to_string(&value).unwrap_or_default();
        let error = match serde_yaml::from_str::<T>(&left) {
            Ok(read) => {
                told.sort_by_key(|problem| problem.span);
                return (read, told);
            }
            Err(error) => error,
        };
        let problem = locate(&left, &error);
        let Some((place, steps)) = path(&problem.message, &places).and_then(|path| places.find(&path)) else { break };
        let is_key = problem.message.contains("unknown key");
        let span = if is_key { place.key_span } else { place.span }.unwrap_or_else(|| first_line(text));
        told.push(YamlProblem { span, ..problem });
        places.remove(&steps);
        remove(&mut value, &steps);
    }
    if told.is_empty() {
        told.push(first);
    }
    told.sort_by_key(|problem| problem.span);
    (T::default(), told)
}

/// The path to what a message is about, which stands before its first colon; an unknown key ends it.
fn path(message: &str, places: &Place) -> Option<String> {
    let before = message.split_once(": ").map(|(before, _)| before).filter(|path| places.find(path).is_some());
    match message.split_once("unknown key `").and_then(|(_, rest)| rest.split('`').next()) {
        Some(key) => Some(before.map_or_else(|| key.to_owned(), |before| format!("{before}.{key}"))),
        None => before.map(str::to_owned),
    }
}

/// Takes out the part to which `steps` lead.
fn remove(value: &mut Value, steps: &[usize]) {
    let Some((last, before)) = steps.split_last() else { return };
    let mut here = value;
    for step in before {
        let next = match here {
            Value::Mapping(map) => map.iter_mut().nth(*step).map(|(_, value)| value),
            Value::Sequence(list) => list.get_mut(*step),
            _ => None,
        };
        let Some(next) = next else { return };
        here = next;
    }
    match here {
        Value::Mapping(map) => {
            if let Some(key) = map.keys().nth(*last).cloned() {
                map.shift_remove(&key);
            }
        }
        Value::Sequence(list) if *last < list.len() => drop(list.remove(*last)),
        _ => {}
    }
}

fn read_all<T: DeserializeOwned + Default>(text: &str) -> Result<T, YamlProblem> {
    let at_start = |message: &str| YamlProblem { span: first_line(text), message: message.to_owned(), help: None };
    if text.len() > MOST_BYTES {
        return Err(at_start("this YAML is longer than 64 KiB"));
    }
    if let Some(span) = find_anchor(text) {
        let help = Some("write the value out, or put the text in quotation marks".to_owned());
        return Err(YamlProblem { span, message: "anchors and aliases (`&`, `*`) are not read".to_owned(), help });
    }
    if text.lines().all(|l| l.trim().is_empty() || l.trim_start().starts_with('#')) {
        return Ok(T::default());
    }
    serde_yaml::from_str(text).map_err(|error| locate(text, &error))
}

/// A scalar as it was written: a text, or a whole number or truth value that YAML took for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar(pub String);

impl<'de> serde::Deserialize<'de> for Scalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Scalar;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_str<E: Error>(self, v: &str) -> Result<Scalar, E> {
                Ok(Scalar(v.trim().to_owned()))
            }
            fn visit_u64<E: Error>(self, v: u64) -> Result<Scalar, E> {
                Ok(Scalar(v.to_string()))
            }
            fn visit_i64<E: Error>(self, v: i64) -> Result<Scalar, E> {
                Ok(Scalar(v.to_string()))
            }
            fn visit_bool<E: Error>(self, v: bool) -> Result<Scalar, E> {
                Ok(Scalar(v.to_string()))
            }
            fn visit_f64<E: Error>(self, _: f64) -> Result<Scalar, E> {
                Err(E::custom("a number with a point must stand in quotation marks"))
            }
        }
        deserializer.deserialize_any(Text)
    }
}

fn first_line(text: &str) -> Span {
    Span::new(0, text.find(['\n', '\r']).unwrap_or(text.len()) as u32)
}

/// The line at byte `at`, without its blanks.
fn line_at(text: &str, at: usize) -> Span {
    let at = (0..=at.min(text.len())).rev().find(|&a| text.is_char_boundary(a)).unwrap_or(0);
    let start = text.get(..at).and_then(|b| b.rfind('\n')).map_or(0, |n| n + 1);
    let line = text.get(start..).and_then(|l| l.lines().next()).unwrap_or("");
    let indent = line.len() - line.trim_start().len();
    Span::new((start + indent) as u32, (start + line.trim_end().len()).max(start + indent) as u32)
}

fn locate(text: &str, error: &serde_yaml::Error) -> YamlProblem {
    let full = error.to_string();
    let message = full.rsplit_once(" at line ").map_or(full.as_str(), |(m, _)| m);
    let message = match message.split_once("duplicate entry with key \"") {
        Some((before, key)) => format!("{before}duplicate field `{}`", key.trim_end_matches('"')),
        None => message.to_owned(),
    };
    let quoted = message.split('`').nth(1).map(str::to_owned);
    let mut span = error.location().map_or_else(|| first_line(text), |l| line_at(text, l.index()));
    if let Some(field) = quoted.as_deref().filter(|_| message.contains("duplicate")) {
        span = find_last_key(text, field).unwrap_or(span);
    }
    let misspelt = ["unknown field", "unknown variant"].iter().any(|what| message.contains(what));
    let help = misspelt.then_some(()).and_then(|()| {
        let known = message.split('`').skip(3).step_by(2);
        let begins = |word: &str| known.clone().find(|known| word.len() >= FEWEST_BEGUN && known.starts_with(word));
        quoted.as_deref().and_then(|word| find_nearest(word, known.clone()).or_else(|| begins(word))).map(|near| format!("write `{near}`"))
    });
    let (message, help) = in_words(message, help);
    YamlProblem { span, message, help }
}

/// The fewest letters of a word that is taken for the beginning of a longer one: `warn`.
const FEWEST_BEGUN: usize = 3;

/// The words of the library for kinds of values, and what a writer of YAML calls them.
const KINDS: &[(&str, &str)] = &[
    ("unknown field", "unknown key"),
    ("unknown variant", "unknown word"),
    ("duplicate field", "the key stands twice:"),
    ("invalid type: unit value", "there is nothing"),
    ("invalid type: sequence", "there is a list"),
    ("invalid type: map", "there are keys with values"),
    ("invalid type: string", "there is the text"),
    ("invalid type: integer", "there is the number"),
    ("invalid type: floating point", "there is the number"),
    ("invalid type: boolean", "there is the truth value"),
    ("expected a sequence", "where a list belongs"),
    ("expected a string", "where a text belongs"),
    ("expected a map", "where keys with values belong"),
    ("found character that cannot start any token", "a tab or another character stands where a value may not begin with it"),
];

/// A message of the library in the words of who wrote the YAML, with what to do.
fn in_words(message: String, help: Option<String>) -> (String, Option<String>) {
    let help = help.or_else(|| {
        let belongs = [
            ("expected a sequence", "put it into square brackets, as in `[style, sourcing]`"),
            ("expected a map", "write a line `KEY: VALUE` for each"),
            ("expected struct", "write lines such as `packs: [style]`"),
            ("cannot start any token", "indent with blanks, and put the text in quotation marks"),
        ];
        belongs.iter().find(|(said, _)| message.contains(said)).map(|(_, help)| (*help).to_owned())
    });
    // The name of a type of ours says nothing.
    let message = match message.split_once("expected struct ") {
        Some((before, _)) => format!("{before}where keys with values belong"),
        None => message,
    };
    (KINDS.iter().fold(message, |message, (said, meant)| message.replacen(said, meant, 1)), help)
}

/// Where this key stands last: at the start of a line, or behind the bracket or comma before it.
fn find_last_key(text: &str, key: &str) -> Option<Span> {
    let is_key = |at: &usize| {
        let (before, behind) = (text.get(..*at).unwrap_or(""), text.get(at + key.len()..).unwrap_or(""));
        let before = before.trim_end_matches(['"', '\'', ' ']);
        let opens = before.is_empty() || before.ends_with(['\n', '{', ',']);
        opens && behind.trim_start_matches(['"', '\'', ' ']).starts_with(':')
    };
    let at = text.rmatch_indices(key).map(|(at, _)| at).find(is_key)?;
    Some(Span::new(at as u32, (at + key.len()) as u32))
}

/// The first anchor or alias: `&` or `*` where a value starts.
fn find_anchor(text: &str) -> Option<Span> {
    let mut found = None;
    walk(text, &mut |at, c, is_value, _| {
        let is_named = || text.get(at + 1..).is_some_and(|rest| rest.starts_with(|n: char| !n.is_whitespace()));
        if found.is_none() && is_value && matches!(c, '&' | '*') && is_named() {
            found = Some(Span::new(at as u32, at as u32 + 1));
        }
    });
    found
}

/// The bracket that opens a list or keys with values in one line, and that nothing closes.
fn find_unclosed(text: &str) -> Option<Span> {
    let mut open: Vec<usize> = Vec::new();
    walk(text, &mut |at, c, is_value, within| {
        open.truncate(within);
        match c {
            '[' | '{' if is_value => open.push(at),
            ']' | '}' => drop(open.pop()),
            _ => {}
        }
    });
    open.first().map(|at| Span::new(*at as u32, *at as u32 + 1))
}

/// Calls `see` for each character outside quotation marks, comments and block texts: where it is, whether a value starts there, and within
/// how many brackets it stands. Linear.
fn walk(text: &str, see: &mut dyn FnMut(usize, char, bool, usize)) {
    let mut at = 0;
    let mut block: Option<usize> = None;
    let mut quote: Option<char> = None;
    let mut within: usize = 0;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start().len();
        if block.is_some_and(|b| indent > b || line.trim().is_empty()) && quote.is_none() {
            at += line.len();
            continue;
        }
        block = None;
        let mut value = true;
        let mut before = ' ';
        for (offset, c) in line.char_indices() {
            let opens = value && matches!(c, '[' | '{');
            match (quote, c) {
                (Some(q), c) if c == q && before != '\\' => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') if value => quote = Some(c),
                (None, '#') if before.is_whitespace() => break,
                (None, _) => {
                    see(at + offset, c, value, within);
                    within = (within + usize::from(opens)).saturating_sub(usize::from(matches!(c, ']' | '}')));
                }
            }
            let parts = opens || (c == ',' && within > 0);
            value = parts || (c.is_whitespace() && (value || matches!(before, ':' | '-' | '?')));
            before = c;
        }
        let end = line.trim_end();
        if quote.is_none() && end.rsplit([' ', ':']).next().is_some_and(|last| last.starts_with(['|', '>'])) {
            block = Some(indent);
        }
        at += line.len();
    }
}
