//! Takes out what is allowed, and tells what is wrong with the allows.
//!
//! An allow above a statement is for its header, text and attributes, not for what is nested in it: each move speaks for itself. Above any
//! other line it is for that line.

use crate::{
    allow::{
        codes,
        comment::{Allow, Comment, read},
    },
    diagnostic::problem::{Diagnostic, Safety},
    model::{load::File, value::Date},
    syntax::{locate::find_statement_at, tree::StatementId},
    text::{
        edit::Edit,
        span::{FileId, Place, Span},
    },
};
use std::collections::BTreeMap;

/// Whether a code can be allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// It can.
    Allowable,
    /// It could be, but the rules that find it do not run.
    Silent,
    /// It can, and what it takes to find it is not here, so that it may be there although it is not found.
    Hidden,
    /// It can never.
    Never,
    /// There is no such code; with the nearest that there is.
    Unknown(Option<&'static str>),
}

/// Where an allow holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    File,
    Statement(StatementId),
    /// A line, from 0.
    Line(usize),
    /// Nothing follows it.
    Nowhere,
}

/// An allow in its file.
struct Found {
    allow: Allow,
    comment: Span,
    expired: bool,
    /// For each of its codes, whether it can be allowed, and whether it was found.
    codes: Vec<(Known, bool)>,
}

/// Takes out of `found`, the problems of one file, what its comments allow on the day `today`, and adds what is wrong with the allows.
/// Without a day none has expired. Near linear.
pub fn apply(file: &File, id: FileId, today: Option<Date>, known: &dyn Fn(&str) -> Known, found: &mut Vec<Diagnostic>) {
    let mut allows: Vec<Found> = Vec::new();
    let mut index: BTreeMap<(&str, Scope), (usize, usize)> = BTreeMap::new();
    let mut broken = Vec::new();
    let text = file.source.text.as_str();
    let comments = &file.parse.comments;
    for (&comment, next) in comments.iter().zip(followed(text, comments)) {
        match read(text, comment) {
            Comment::Words => {}
            Comment::Broken(span, why) => {
                let problem = Diagnostic::new(&codes::BROKEN_ALLOW, Place::new(id, span), "this allow cannot be read");
                broken.push(problem.help(why));
            }
            Comment::Allow(allow) => {
                let scope = if allow.whole_file { Scope::File } else { above(file, next) };
                let expired = allow.until.zip(today).is_some_and(|(until, today)| today.is_after(until));
                let codes: Vec<(Known, bool)> = allow.codes.iter().map(|c| (known(c.of(text)), false)).collect();
                for (code, span) in allow.codes.iter().enumerate() {
                    // Of two that allow the same, a live one counts before one that has expired, and the first before the second.
                    let slot = index.entry((span.of(text), scope)).or_insert((allows.len(), code));
                    if !expired && allows.get(slot.0).is_some_and(|first| first.expired) {
                        *slot = (allows.len(), code);
                    }
                }
                allows.push(Found { allow, comment, expired, codes });
            }
        }
    }
    if allows.is_empty() && broken.is_empty() {
        return;
    }
    found.retain(|problem| !is_allowed(file, problem, &index, &mut allows));
    found.append(&mut broken);
    allows.iter().for_each(|allow| tell(file, id, allow, found));
}

/// Where each comment's next line begins that is neither blank nor a comment; the end of the text if there is none. Linear.
fn followed(text: &str, comments: &[Span]) -> Vec<u32> {
    let mut followed: Vec<u32> = Vec::with_capacity(comments.len());
    let mut below: Option<(Span, u32)> = None;
    for comment in comments.iter().rev() {
        let rest = text.get(comment.end as usize..).unwrap_or("");
        let next = text.len() as u32 - rest.trim_start_matches([' ', '\t', '\n', '\r']).len() as u32;
        let next = below.filter(|(other, _)| other.start == next).map_or(next, |(_, after)| after);
        followed.push(next);
        below = Some((*comment, next));
    }
    followed.reverse();
    followed
}

/// What a comment stands above that `next` follows.
fn above(file: &File, next: u32) -> Scope {
    if !file.parse.blocks.iter().any(|(block, _)| block.start <= next && next < block.end) {
        return Scope::Nowhere;
    }
    match find_statement_at(&file.parse.tree, next) {
        Some(id) if file.parse.tree.find_statement(id).is_some_and(|s| s.keyword_span.start == next) => Scope::Statement(id),
        _ => Scope::Line(file.source.lines.line_of(next)),
    }
}

/// Whether an allow that has not expired names the problem in its place; that it was of use is noted either way.
fn is_allowed(file: &File, problem: &Diagnostic, index: &BTreeMap<(&str, Scope), (usize, usize)>, allows: &mut [Found]) -> bool {
    let at = problem.at.place.span.start;
    let statement = || find_statement_at(&file.parse.tree, at).map(Scope::Statement);
    let scopes = [Some(Scope::Line(file.source.lines.line_of(at))), statement(), Some(Scope::File)];
    let mut allowed = false;
    for scope in scopes.into_iter().flatten() {
        let Some((allow, code)) = index.get(&(problem.code.name, scope)).copied() else { continue };
        let Some(allow) = allows.get_mut(allow) else { continue };
        let Some((known, used)) = allow.codes.get_mut(code) else { continue };
        if matches!(known, Known::Allowable | Known::Hidden) {
            *used = true;
            if !allow.expired {
                allowed = true;
                break;
            }
        }
    }
    allowed
}

fn tell(file: &File, id: FileId, found: &Found, out: &mut Vec<Diagnostic>) {
    let text = file.source.text.as_str();
    let place = |span: Span| Place::new(id, span);
    let Found { allow, comment, expired, codes: names } = found;
    for (span, (known, _)) in allow.codes.iter().zip(names) {
        let name = span.of(text);
        match known {
            Known::Allowable | Known::Hidden | Known::Silent => {}
            Known::Never => {
                let problem = Diagnostic::new(&codes::BROKEN_ALLOW, place(*span), format!("`{name}` cannot be allowed"));
                let why = "where a text is wrong, or an allow is, nobody knows what the debate says";
                out.push(problem.note(why).help("mend what is found"));
            }
            Known::Unknown(near) => {
                let problem = Diagnostic::new(&codes::UNKNOWN_ALLOW, place(*span), format!("there is no code `{name}`"));
                out.push(match near {
                    Some(near) => problem.fix(Safety::Unsafe, format!("write `{near}`"), vec![Edit::new(*span, *near)]),
                    None => problem.help("name the code that stands in brackets in the finding; `agon rules` lists all"),
                });
            }
        }
    }
    if !allow.explained {
        let problem = Diagnostic::new(&codes::UNEXPLAINED_ALLOW, place(*comment), "this allow does not say why");
        out.push(problem.help("give the reason after a colon, as in `// allow(CODE): REASON`"));
    }
    let is_dead = |(known, used): &(Known, bool)| *known == Known::Allowable && !used;
    if *expired && names.iter().any(|(_, used)| *used) {
        let until = allow.until.map_or(String::new(), Date::words);
        let problem = Diagnostic::new(&codes::EXPIRED_ALLOW, place(*comment), format!("this allow was good until {until}"));
        out.push(problem.help("mend what is found now, or look at it again and give a later day"));
    }
    if names.iter().any(is_dead) {
        out.push(dead(file, place(*comment), found, &is_dead));
    }
}

/// An allow with codes that are not found in its place.
fn dead(file: &File, place: Place, found: &Found, is_dead: &dyn Fn(&(Known, bool)) -> bool) -> Diagnostic {
    let text = file.source.text.as_str();
    let named = || found.allow.codes.iter().map(|span| span.of(text)).zip(&found.codes);
    let dead: Vec<String> = named().filter(|(_, state)| is_dead(state)).map(|(name, _)| format!("`{name}`")).collect();
    let kept: Vec<&str> = named().filter(|(_, state)| !is_dead(state)).map(|(name, _)| name).collect();
    let scope = if found.allow.whole_file { "in this file" } else { "in what follows" };
    let problem = Diagnostic::new(
        &codes::DEAD_ALLOW,
        place,
        format!("{} {} not found {scope}", dead.join(" and "), if dead.len() > 1 { "are" } else { "is" }),
    );
    if kept.is_empty() {
        return problem.fix(Safety::Safe, "remove the allow", vec![Edit::new(line(file, place.span), "")]);
    }
    problem.fix(Safety::Safe, format!("leave out {}", dead.join(" and ")), vec![Edit::new(found.allow.list, kept.join(", "))])
}

/// The line of a comment with its end, or at the end of the file with the end of the line above.
fn line(file: &File, comment: Span) -> Span {
    let (text, lines) = (file.source.text.as_str(), &file.source.lines);
    let number = lines.line_of(comment.start);
    lines.span(number, number, text)
}
