//! The one door of this module: the files of a debate in, all that an output may show out.

use crate::{
    analysis::{
        circles::{Circle, circles},
        commitments::{Store, stores},
        evaluate::{Analysis, evaluate},
        quotations::{Quotation, verify},
    },
    config::pack::Pack,
    diagnostic::{code::Level, problem::Diagnostic},
    lint::{registry, rule::Context},
    model::{
        build::{build, order},
        debate::Debate,
        load::Files,
    },
    text::span::FileId,
};

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
}

/// Runs the pipeline on the debate whose main file is `root`, with the rules that every debate needs.
pub fn run(files: &Files, root: FileId) -> Report<'_> {
    run_with(files, root, &[])
}

/// Runs the pipeline with the rules of `packs` besides.
pub fn run_with<'f>(files: &'f Files, root: FileId, packs: &[Pack]) -> Report<'f> {
    let (debate, mut diagnostics) = build(files, root);
    let (analysis, found) = evaluate(&debate);
    diagnostics.extend(found);
    let circles = circles(&debate);
    let stores = stores(&debate, &analysis.theory);
    let quotations = verify(&debate, &files.documents);
    let context = Context {
        debate: &debate,
        analysis: &analysis,
        circles: &circles,
        stores: &stores,
        documents: &files.documents,
        quotations: &quotations,
    };
    registry::check(&context, packs, &mut diagnostics);
    let members: Vec<FileId> = order(files, root).into_iter().map(|(file, _)| file).collect();
    for file in &members {
        diagnostics.extend(files.file(*file).parse.diagnostics.iter().cloned());
        diagnostics.extend(files.problems(*file).iter().cloned());
        diagnostics.extend(files.documents.problems(*file));
    }
    diagnostics.sort_by_key(Diagnostic::order);
    Report { files, root, debate, analysis, circles, stores, quotations, diagnostics }
}

impl Report<'_> {
    /// Whether anything is wrong at the level of errors.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.level == Level::Error)
    }
}
