//! The one door of this module: the files of a debate in, all that an output may show out.

use crate::{
    allow::apply::{Known, apply},
    analysis::{
        circles::{Circle, circles},
        commitments::{Store, stores},
        compile::Theory,
        evaluate::{Analysis, Case},
        loops::loops,
        quotations::{Quotation, verify},
    },
    catalog::all::{allowable, find_code, find_pack},
    config::pack::Pack,
    diagnostic::{
        code::{Code, Level},
        problem::Diagnostic,
    },
    lint::{registry, rule::Context},
    model::{
        build::{build, order},
        debate::Debate,
        load::Files,
        value::Date,
    },
    report::{doubt::Doubt, subject::subject},
    syntax::codes::{QUOTED_BLOCK, UNREAD_BLOCK},
    text::span::FileId,
    threads::Threads,
};
use std::collections::BTreeMap;

/// A debate with all that is known of it.
#[derive(Debug)]
pub struct Report<'f> {
    /// The files.
    pub files: &'f Files,
    /// The main file.
    pub root: FileId,
    /// The debate.
    pub debate: Debate,
    /// What stands, and why.
    pub analysis: Analysis,
    /// The circles of support.
    pub circles: Vec<Circle>,
    /// What each party holds.
    pub stores: Vec<Store>,
    /// The quotations, held against the files of their sources.
    pub quotations: Vec<Quotation>,
    /// What is wrong, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// What could not be looked at.
    pub doubt: Doubt,
    /// How many threads may write it out.
    pub threads: Threads,
}

/// What a run may be told besides the debate.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The packs of rules that run besides the core.
    pub packs: &'a [Pack],
    /// The day on which some allows may have expired; without it none has.
    pub today: Option<Date>,
    /// How many threads may work at once.
    pub threads: Threads,
}

/// Runs the pipeline on the debate whose main file is `root`, with the rules that every debate needs.
pub fn run(files: &Files, root: FileId) -> Report<'_> {
    run_with(files, root, Options::default())
}

/// Blocks of a Markdown file that look like Agon and are not read.
static UNREAD: [&Code; 2] = [&QUOTED_BLOCK, &UNREAD_BLOCK];

/// Fewer claims are judged before a second thread has begun.
const FEW: usize = 1_000;

/// Runs the pipeline under `options`.
pub fn run_with<'f>(files: &'f Files, root: FileId, options: Options<'_>) -> Report<'f> {
    let (debate, mut diagnostics) = build(files, root);
    let prefixes = order(files, root);
    let members: Vec<FileId> = prefixes.iter().map(|(file, _)| *file).collect();
    let read = members.iter().flat_map(|file| files.file(*file).parse.diagnostics.iter().chain(files.problems(*file)));
    let is_unread = |found: &Diagnostic| found.level == Level::Error || UNREAD.contains(&found.code);
    let whole = !read.chain(&diagnostics).any(is_unread);
    let doubt = Doubt::of(&debate, &files.documents, !whole);
    let threads = if debate.claims.len() < FEW { Threads::ONE } else { options.threads };
    let (case, found) = Case::new(&debate);
    diagnostics.extend(found);
    let beside = |theory: &Theory| (circles(&debate), verify(&debate, &files.documents), stores(&debate, theory));
    let (analysis, (circles, quotations, stores)) = case.judge(&debate, threads, beside);
    let loops = loops(&debate, &analysis);
    let context = Context {
        debate: &debate,
        analysis: &analysis,
        circles: &circles,
        loops: &loops,
        whole,
        stores: &stores,
        files,
        quotations: &quotations,
    };
    diagnostics.extend(registry::check(&context, options.packs, threads));
    name_as_there(&prefixes, &mut diagnostics);
    for file in &members {
        diagnostics.extend(files.file(*file).parse.diagnostics.iter().cloned());
        diagnostics.extend(files.problems(*file).iter().cloned());
        diagnostics.extend(files.documents.problems(*file));
    }
    let mut diagnostics = allowed(files, root, &members, options, doubt, diagnostics);
    let about = |found: &Diagnostic| subject(files.file(found.at.place.file), found.at.place.span.start);
    let subjects = threads.map(&diagnostics, about);
    diagnostics.iter_mut().zip(subjects).for_each(|(found, subject)| found.about = subject);
    diagnostics.sort_by_key(Diagnostic::order);
    Report { files, root, debate, analysis, circles, stores, quotations, diagnostics, doubt, threads }
}

impl Report<'_> {
    /// Whether anything is wrong at the level of errors.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.level == Level::Error)
    }
}

/// Helps say what to write where a finding stands: a file that is used under a name does not know that name, so it is left out.
fn name_as_there(prefixes: &[(FileId, String)], found: &mut [Diagnostic]) {
    let prefixes: BTreeMap<FileId, &str> = prefixes.iter().map(|(f, p)| (*f, p.as_str())).filter(|(_, p)| !p.is_empty()).collect();
    for found in found {
        let Some(prefix) = prefixes.get(&found.at.place.file) else { continue };
        let helps = found.help.iter_mut().chain(found.fix.as_mut().map(|fix| &mut fix.title));
        helps.for_each(|help| *help = without_prefix(help, prefix));
    }
}

/// `text` without `prefix` before the names in it, which stand between backticks.
fn without_prefix(text: &str, prefix: &str) -> String {
    let strip = |(at, part): (usize, &str)| {
        if at % 2 == 0 {
            return part.to_owned();
        }
        let words: Vec<&str> = part.split(' ').map(|word| word.strip_prefix(prefix).unwrap_or(word)).collect();
        words.join(" ")
    };
    text.split('`').enumerate().map(strip).collect::<Vec<_>>().join("`")
}

/// The problems without those that their files allow, and with what is wrong with the allows.
fn allowed(
    files: &Files,
    root: FileId,
    members: &[FileId],
    options: Options<'_>,
    doubt: Doubt,
    diagnostics: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let mut by_file: BTreeMap<FileId, Vec<Diagnostic>> = members.iter().map(|file| (*file, Vec::new())).collect();
    for found in diagnostics {
        by_file.entry(found.at.place.file).or_default().push(found);
    }
    let is_off = |name: &str| find_code(name).and_then(find_pack).is_some_and(|pack| !pack.is_on(options.packs));
    for (file, found) in &mut by_file {
        let is_silent = |name: &str| is_off(name) || (*file != root && registry::OF_THE_MAIN_FILE.iter().any(|code| code.name == name));
        let known = |name: &str| match allowable(name) {
            Known::Allowable if is_silent(name) => Known::Silent,
            Known::Allowable if doubt.hides(name) => Known::Hidden,
            known => known,
        };
        apply(files.file(*file), *file, options.today, &known, found);
    }
    by_file.into_values().flatten().collect()
}
