//! Problems in the manner of rustc: a title, the lines in question with marks, why, and what to do.
//!
//! A run that repeats one mistake would bury the others, so of one code only the first [`MOST_OF_ONE_CODE`] are shown and the rest
//! counted. Places are found through a slice of sources, indexed by file, so this knows neither files nor debates.

use crate::{
    diagnostic::{
        code::Level,
        problem::{Diagnostic, Fix, Label},
    },
    emit::{
        inert::{inert, inert_line},
        tally::{Tally, closing, grouped, many},
        window::Window,
    },
    text::{
        source::Source,
        span::{FileId, Span},
    },
};
use annotate_snippets::{AnnotationKind, Element, Group, Level as Shown, Origin, Patch, Renderer, Snippet};
use std::{borrow::Cow, collections::BTreeMap};

/// The most findings of one code that are shown.
pub const MOST_OF_ONE_CODE: usize = 50;

/// The text of one run's problems, told in any number of parts.
#[derive(Debug)]
pub struct Terminal {
    renderer: Renderer,
    color: bool,
    most: usize,
    /// How many of each code were met.
    met: BTreeMap<&'static str, usize>,
    tally: Tally,
    files_with_problems: usize,
    /// How many findings a baseline holds back.
    later: usize,
}

impl Terminal {
    /// An empty run, shown with or without colours in lines of at most `width` columns.
    pub fn new(color: bool, width: usize) -> Self {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let renderer = renderer.term_width(width);
        Self { renderer, color, most: MOST_OF_ONE_CODE, met: BTreeMap::new(), tally: Tally::default(), files_with_problems: 0, later: 0 }
    }

    /// Shows up to `most` findings of one code.
    #[must_use]
    pub fn most(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    /// Tells at the end of `later` findings that a baseline holds back.
    #[must_use]
    pub fn later(mut self, later: usize) -> Self {
        self.later = later;
        self
    }

    /// What was told so far.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The text of `diagnostics`, whose files are `sources`. Each set of sources must come whole, for its files are counted.
    pub fn tell(&mut self, diagnostics: &[Diagnostic], sources: &[&Source]) -> String {
        let mut out = String::new();
        let mut files: Vec<FileId> = Vec::new();
        for found in diagnostics {
            self.tally.add(found);
            files.push(found.at.place.file);
            let met = self.met.entry(found.code.name).or_default();
            *met += 1;
            if *met <= self.most {
                // Where a place is told apart from its excerpt, the renderer puts a mark between the two that says nothing.
                let text = self.renderer.render(&groups(found, sources));
                out.extend(text.split_inclusive('\n').filter(|line| line.trim() != ":::"));
                out.push_str("\n\n");
            }
        }
        files.sort_unstable();
        files.dedup();
        self.files_with_problems += files.len();
        out
    }

    /// The last lines: what was left out, and the counts, of `files` files in all.
    pub fn close(&self, files: usize) -> String {
        let mut out = String::new();
        for (code, met) in self.met.iter().filter(|(_, met)| **met > self.most) {
            out.push_str(&format!("… and {} more of `{code}`\n", grouped(met - self.most)));
        }
        if !out.is_empty() {
            out.push('\n');
        }
        let place = match (self.files_with_problems, files) {
            (0, files) => many(files, "file"),
            (some, files) if some >= files => many(some, "file"),
            (some, files) => format!("{} of {}", grouped(some), many(files, "file")),
        };
        let counts = closing(self.tally, &place, self.later);
        let color = match self.tally {
            Tally { errors: 1.., .. } => "\u{1b}[1;91m",
            Tally { warnings: 1.., .. } => "\u{1b}[1;33m",
            _ => "\u{1b}[1;92m",
        };
        if self.color {
            out.push_str(&format!("{color}{counts}\u{1b}[0m\n"));
        } else {
            out.push_str(&counts);
            out.push('\n');
        }
        out
    }
}

fn groups<'a>(found: &'a Diagnostic, sources: &[&'a Source]) -> Vec<Group<'a>> {
    let level = match found.level {
        Level::Error => Shown::ERROR,
        Level::Warning => Shown::WARNING,
        Level::Note => Shown::NOTE,
    };
    let mut main = Group::with_title(level.primary_title(inert_line(&found.title)).id(found.code.name));
    let mut labels: Vec<(&Label, AnnotationKind)> = vec![(&found.at, AnnotationKind::Primary)];
    labels.extend(found.related.iter().map(|l| (l, AnnotationKind::Context)));
    while let Some(&(first, _)) = labels.first() {
        let Some(source) = sources.get(first.place.file.0 as usize) else {
            labels.remove(0);
            continue;
        };
        let window = window(source, first, &labels);
        let shown = |label: &Label| label.place.file == first.place.file && window.shows(label.place.span);
        let (here, elsewhere) = labels.iter().partition::<Vec<_>, _>(|(label, _)| std::ptr::eq(*label, first) || shown(label));
        labels = elsewhere;
        main = main.elements(excerpt(source, window, &here));
    }
    main = main.elements(found.notes.iter().map(|n| Element::Message(Shown::NOTE.message(inert(n)))));
    main = main.elements(found.help.iter().map(|h| Element::Message(Shown::HELP.message(inert(h)))));
    let mut groups = vec![main];
    groups.extend(found.fix.as_ref().map(|fix| suggestion(fix, sources)));
    groups
}

/// The lines of `first` and of the labels near it; of `first` alone where these are long.
fn window(source: &Source, first: &Label, labels: &[(&Label, AnnotationKind)]) -> Window {
    let here = labels.iter().map(|(l, _)| l.place).filter(|p| p.file == first.place.file).map(|p| p.span);
    let near = here.filter(|span| Window::joins(source, first.place.span, *span));
    let all = Window::new(source, near.fold(first.place.span, Span::to));
    if all.is_whole { all } else { Window::new(source, first.place.span) }
}

/// The lines of `window` with the marks of `labels`, which it shows.
fn excerpt<'a>(source: &'a Source, window: Window, labels: &[(&'a Label, AnnotationKind)]) -> Vec<Element<'a>> {
    let path = inert_line(&source.path);
    let marks: Vec<_> = labels
        .iter()
        .map(|(label, kind)| {
            let text = (!label.text.is_empty()).then(|| inert_line(&label.text));
            kind.span(window.find(label.place.span)).label(text)
        })
        .collect();
    let snippet = Snippet::source(Cow::<'a, str>::Owned(window.text)).line_start(window.line).annotations(marks);
    match window.cut {
        // The renderer would read line and column off the part that it sees.
        Some(at) => {
            vec![Element::Origin(Origin::path(path).line(at.line as usize).char_column(at.column as usize)), snippet.into()]
        }
        None => vec![snippet.path(path).into()],
    }
}

/// A fix as the lines that it changes, or in words alone where these are many or long.
fn suggestion<'a>(fix: &'a Fix, sources: &[&'a Source]) -> Group<'a> {
    let title = Group::with_title(Shown::HELP.secondary_title(inert_line(&fix.title)));
    let Some(source) = sources.get(fix.file.0 as usize) else { return title };
    let Some(span) = fix.edits.iter().map(|e| e.span).reduce(Span::to) else { return title };
    let window = Window::new(source, span);
    let long = fix.edits.iter().any(|e| e.text.len() > 1024);
    if !window.is_whole || long || fix.edits.len() > 8 {
        return title.element(Element::Padding(annotate_snippets::Padding));
    }
    let patches = fix.edits.iter().map(|e| Patch::new(window.at(e.span), inert(&e.text)));
    let patches: Vec<_> = patches.collect();
    title.element(
        Snippet::source(Cow::<'a, str>::Owned(window.text)).path(inert_line(&source.path)).line_start(window.line).patches(patches),
    )
}
