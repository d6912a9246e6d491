//! The one door of this module: the files of a debate in, all that an output may show out.

use crate::{
    allow::apply::apply,
    analysis::{
        circles::{Circle, circles},
        commitments::{Store, stores},
        evaluate::{Analysis, evaluate},
    },
    catalog::all::allowable,
    diagnostic::{code::Level, problem::Diagnostic},
    lint::{registry, rule::Context},
    model::{
        build::{build, order},
        debate::Debate,
        load::Files,
        value::Date,
    },
    report::subject::subject,
    text::span::FileId,
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
    /// What is wrong, by file and place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Runs the pipeline on the debate whose main file is `root`. Allows are good whatever their last day, since nothing here knows the day.
pub fn run(files: &Files, root: FileId) -> Report<'_> {
    run_on(files, root, None)
}

/// The same on the day `today`, on which some allows may have expired.
pub fn run_on(files: &Files, root: FileId, today: Option<Date>) -> Report<'_> {
    let (debate, mut diagnostics) = build(files, root);
    let (analysis, found) = evaluate(&debate);
    diagnostics.extend(found);
    let circles = circles(&debate);
    let stores = stores(&debate, &analysis.theory);
    let context = Context { debate: &debate, analysis: &analysis, circles: &circles, stores: &stores };
    registry::check(&context, &mut diagnostics);
    let members: Vec<FileId> = order(files, root).into_iter().map(|(file, _)| file).collect();
    for file in &members {
        diagnostics.extend(files.file(*file).parse.diagnostics.iter().cloned());
        diagnostics.extend(files.problems(*file).iter().cloned());
    }
    let mut diagnostics = allowed(files, &members, today, diagnostics);
    for found in &mut diagnostics {
        found.about = subject(files.file(found.at.place.file), found.at.place.span.start);
    }
    diagnostics.sort_by_key(Diagnostic::order);
    Report { files, root, debate, analysis, circles, stores, diagnostics }
}

impl Report<'_> {
    /// Whether anything is wrong at the level of errors.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.level == Level::Error)
    }
}

/// The problems without those that their files allow, and with what is wrong with the allows.
fn allowed(files: &Files, members: &[FileId], today: Option<Date>, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut by_file: BTreeMap<FileId, Vec<Diagnostic>> = members.iter().map(|file| (*file, Vec::new())).collect();
    for found in diagnostics {
        by_file.entry(found.at.place.file).or_default().push(found);
    }
    for (file, found) in &mut by_file {
        apply(files.file(*file), *file, today, &allowable, found);
    }
    by_file.into_values().flatten().collect()
}
