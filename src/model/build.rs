//! Trees to a debate, in passes: declare every name, describe what is declared, link every move to its target, then the remarks on them.
//!
//! Names may be used before they are declared and across files, so nothing is resolved before everything is declared.

use crate::{
    config::{codes as config_codes, front_matter},
    diagnostic::{code::Level, problem::Diagnostic},
    model::{
        at::statements,
        codes,
        debate::{About, Debate},
        declare, link, listed,
        load::Files,
        names::Names,
        remarks,
        scope::{Scope, Scopes},
        value::Date,
        work::Work,
    },
    syntax::{conflicts, dialect::Dialect, keyword::Keyword, tree::Statement},
    text::span::{FileId, Place, Span},
    threads::Threads,
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
};

/// How many names are read in all to find the nearest ones to unknown names; each search reads all names of its kind.
const MOST_READ: usize = 1_000_000;

/// How many names a thread looks up before it asks for more.
const NAMES_AT_ONCE: usize = 1 << 14;

/// Fewer statements are declared before a second thread has begun.
const FEW: usize = 1_000;

/// Builds the debate whose main file is `root`, with what is wrong in it. Near linear in the statements.
pub fn build(files: &Files, root: FileId) -> (Debate, Vec<Diagnostic>) {
    let order = order(files, root);
    let list = order.iter().map(|(file, prefix)| (*file, scope(files, *file, prefix))).collect();
    let scopes = Scopes {
        files,
        list,
        names: Arc::default(),
        readable: MOST_READ,
        told: HashSet::new(),
        declared: 0,
        drawn: Vec::new(),
        known: BTreeMap::new(),
    };
    let mut work = Work {
        files,
        debate: Debate::default(),
        scopes,
        diagnostics: Vec::new(),
        declared: HashMap::new(),
        added: BTreeMap::new(),
        copies: Vec::new(),
        unnamed: HashMap::new(),
    };
    let declare = || {
        make_room(&mut work.debate, order.iter().flat_map(|(file, _)| &files.file(*file).parse.tree.statements));
        for (file, _) in &order {
            declare::sections(&mut work, *file);
            statements(files, *file).for_each(|at| declare::declare(&mut work, &at));
        }
    };
    let count: usize = order.iter().map(|(file, _)| files.file(*file).parse.tree.statements.len()).sum();
    let threads = if count < FEW { Threads::ONE } else { files.threads };
    let ((), names) = threads.both(declare, || order.iter().map(|(file, _)| (*file, Names::read(files, *file))).collect());
    let names: Arc<BTreeMap<FileId, Names<'_>>> = Arc::new(names);
    work.scopes.names = Arc::clone(&names);
    declare::repeated(&mut work);
    work.scopes.declared = work.debate.sources.len();
    let describe = || order.iter().flat_map(|(file, _)| statements(files, *file)).for_each(|at| link::describe(&mut work, &at));
    let mentioned = |file: FileId| files.file(file).parse.tree.names.chunks(NAMES_AT_ONCE).map(move |part| (file, part));
    let mentioned: Vec<_> = order.iter().flat_map(|(file, _)| mentioned(*file)).collect();
    let look_up = |(file, part): &(FileId, &[Span])| (*file, names.get(file).map_or(Vec::new(), |names| names.meanings(part)));
    let ((), meant) = threads.map_beside(&mentioned, look_up, describe);
    meant.into_iter().for_each(|(file, meant)| work.scopes.scope(file).meant.extend(meant));
    for (file, _) in &order {
        statements(files, *file).for_each(|at| link::link(&mut work, &at));
    }
    link::settle(&mut work);
    for (file, _) in &order {
        statements(files, *file).for_each(|at| remarks::add(&mut work, &at));
    }
    work.debate.about = about(files, root, &mut work.diagnostics);
    for (file, _) in order.iter().skip(1) {
        about(files, *file, &mut work.diagnostics);
    }
    for (file, _) in &order {
        empty(files, *file, &mut work.diagnostics);
    }
    let Work { mut debate, scopes, added, mut diagnostics, .. } = work;
    debate.sources.extend(scopes.drawn.iter().filter_map(|drawn| listed::document(&scopes, *drawn)));
    for (id, addition) in added {
        if let Some(document) = debate.sources.get_mut(id.index()) {
            addition.add_to(document);
        }
    }
    diagnostics.extend(scopes.drawn.iter().flat_map(|drawn| listed::doubts(&scopes, *drawn)));
    diagnostics.retain(|d| d.code.name != codes::UNKNOWN_NAME.name || !scopes.told.contains(&d.at.place));
    let is_settled = |at: Place| !conflicts::holds(&files.file(at.file).parse.conflicts, at.span.start);
    diagnostics.retain(|d| is_settled(d.at.place));
    (debate, diagnostics)
}

/// The scope of a file, before anything is declared.
fn scope<'s>(files: &Files, id: FileId, prefix: &str) -> Scope<'s> {
    let file = files.file(id);
    Scope {
        said: vec![None; file.parse.tree.statements.len()],
        files: file.uses.iter().filter_map(|u| Some((u.alias.clone()?, u.file))).collect(),
        open: file.uses.iter().filter(|u| u.alias.is_none()).map(|u| u.file).collect(),
        prefix: prefix.to_owned(),
        ..Scope::default()
    }
}

/// Makes room for what statements will become, since a list that grows is copied, and memory that is not touched costs nothing.
fn make_room<'s>(debate: &mut Debate, statements: impl Iterator<Item = &'s Statement>) {
    let (mut said, mut moves) = (0, 0);
    for statement in statements.filter(|s| s.keyword.is_said()) {
        said += 1;
        moves += usize::from(matches!(statement.keyword, Keyword::Support | Keyword::Rebuttal | Keyword::Undercut));
    }
    debate.claims.reserve_exact(said);
    debate.steps.reserve_exact(moves);
}

/// Reports a file without statements, unless it is told already why there are none.
fn empty(files: &Files, id: FileId, out: &mut Vec<Diagnostic>) {
    let file = files.file(id);
    let told = !file.parse.diagnostics.is_empty() || !files.problems(id).is_empty();
    if !file.parse.tree.statements.is_empty() || told || file.bibliography.is_some() {
        return;
    }
    let help = match file.dialect {
        Dialect::Agon | Dialect::Biblatex | Dialect::CslJson => "write a statement, such as `claim NAME: TEXT`",
        Dialect::Markdown => "write a statement in a fenced block that is marked `agon`",
    };
    let title = format!("`{}` holds no statement, so nothing is checked", file.source.path);
    let mut found = Diagnostic::new(&codes::EMPTY_FILE, Place::new(id, Span::empty(0)), title).help(help);
    // Comments say that somebody means to write here.
    if file.source.text.trim().is_empty() {
        found.level = Level::Error;
    }
    out.push(found);
}

/// The files of a debate, the root first, each with the prefix of its names.
pub fn order(files: &Files, root: FileId) -> Vec<(FileId, String)> {
    let mut order = vec![(root, String::new())];
    let mut known = HashSet::from([root]);
    let mut next = 0;
    while let Some((file, prefix)) = order.get(next).cloned() {
        for used in &files.file(file).uses {
            if known.insert(used.file) {
                let own = used.alias.as_ref().map_or_else(String::new, |alias| format!("{alias}."));
                order.push((used.file, format!("{prefix}{own}")));
            }
        }
        next += 1;
    }
    order
}

fn about(files: &Files, id: FileId, out: &mut Vec<Diagnostic>) -> About {
    let file = files.file(id);
    let Some(yaml) = file.parse.front_matter else { return About::default() };
    let words = yaml.of(&file.source.text);
    let (front, problems) = match file.dialect {
        Dialect::Markdown => front_matter::read_hosted(words),
        _ => front_matter::read(words),
    };
    let inside = |span: Span| Place::new(id, Span::new(yaml.start + span.start, yaml.start + span.end));
    for problem in problems {
        let title = format!("the front matter cannot be read: {}", problem.message);
        let found = Diagnostic::new(&config_codes::BAD_FRONT_MATTER, inside(problem.span), title);
        let keys = "write `KEY: VALUE` lines with the keys `title`, `scope`, `author` and `as-of`; a value with a `: ` in it stands in quotation marks";
        out.push(found.help(problem.help.unwrap_or_else(|| keys.to_owned())));
    }
    let as_of = front.as_of.and_then(|date| {
        let found = Date::find(&date.0);
        if found.is_none() {
            let key = if file.dialect == Dialect::Markdown { "agon.as-of" } else { "as-of" };
            let span = crate::config::yaml::find_key(words, key).unwrap_or_default();
            let title = format!("`{}` is no date", crate::syntax::header::excerpt(&date.0));
            out.push(Diagnostic::new(&codes::BAD_VALUE, inside(span), title).help("write YYYY, YYYY-MM or YYYY-MM-DD"));
        }
        found
    });
    About { title: front.title.map(|t| t.0), scope: front.scope.map(|s| s.0), author: front.author.map(|a| a.0), as_of }
}
