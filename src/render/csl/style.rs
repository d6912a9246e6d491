//! A style, and how a document is cited after it.
//!
//! Each citation of a footnote is asked for by itself, so that the words it quotes can stand beside it. Styles for notes and styles with
//! authors, dates or numbers in the text are used alike: what such a style puts in the text stands in the footnote.

use crate::{
    model::{citation::Citation, ids::SourceId},
    render::{
        csl::{
            check::{Fault, check},
            item::{item, key},
            locator::locator,
            words::{line, without_stop},
        },
        prose::{
            citing::{Cited, Citing},
            line::Line,
        },
        text,
    },
    report::run::Report,
};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChildren,
    citationberg::{IndependentStyle, Locale, LocaleFile, json},
};
use std::collections::{BTreeMap, BTreeSet};

/// The words of styles in English, which a style may replace.
const ENGLISH: &str = include_str!("english.xml");

/// A style that can be used.
#[derive(Debug)]
pub struct Style {
    style: IndependentStyle,
    locales: Vec<Locale>,
    locates: bool,
}

impl Style {
    /// Reads the text of a `.csl` file.
    ///
    /// # Errors
    /// When it is no style that stands by itself, or comes to too much work.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let look = check(text)?;
        let style = IndependentStyle::from_xml(text).map_err(|error| Fault {
            line: None,
            what: format!("it is no style of version 1.0: {error}"),
            help: "see that the file is whole, and of version 1.0 of the language",
        })?;
        let english = LocaleFile::from_xml(ENGLISH).expect("tests/cite_style.rs reads it");
        Ok(Self { style, locales: vec![english.into()], locates: look.locates })
    }

    fn request<'a>(&'a self, cite: CitationItem<'a, json::Item>, note: Option<usize>) -> CitationRequest<'a, json::Item> {
        CitationRequest::new(vec![cite], &self.style, None, &self.locales, note)
    }

    /// The citation `cite` as the style writes it, with the place in the source in any case.
    fn words(&self, written: &ElemChildren, cite: &Citation) -> Line {
        let mut words = without_stop(line(written));
        if let Some(place) = cite.locator.as_deref().filter(|_| !self.locates && !words.is_empty()) {
            words.say(",").then(text::line(place));
        }
        words
    }
}

impl Citing for Style {
    fn cite(&self, report: &Report<'_>, notes: &[&[Citation]], sources: &[SourceId]) -> Cited {
        let cited: BTreeSet<SourceId> = notes.iter().flat_map(|cites| cites.iter()).map(|cite| cite.source).collect();
        let all: BTreeSet<SourceId> = cited.iter().chain(sources).copied().collect();
        let all: BTreeMap<SourceId, json::Item> = all.into_iter().map(|id| (id, item(report, id))).collect();
        let mut driver = BibliographyDriver::new();
        for (cites, number) in notes.iter().zip(1..) {
            for cite in cites.iter() {
                let Some(known) = all.get(&cite.source) else { continue };
                let place = cite.locator.as_deref().map(locator);
                driver.citation(self.request(CitationItem::with_locator(known, place), Some(number)));
            }
        }
        // What is listed without being cited follows, so that it has a number too.
        for known in sources.iter().filter(|source| !cited.contains(source)).filter_map(|source| all.get(source)) {
            driver.citation(self.request(CitationItem::new(known, None, None, true, None), None));
        }
        let rendered = driver.finish(BibliographyRequest::new(&self.style, None, &self.locales));
        let cites = notes.iter().flat_map(|cites| cites.iter());
        let notes = cites.zip(&rendered.citations).map(|(cite, written)| self.words(&written.citation, cite)).collect();
        let keys: BTreeMap<String, SourceId> = sources.iter().map(|source| (key(*source), *source)).collect();
        let entries = rendered.bibliography.into_iter().flat_map(|list| list.items).filter_map(|entry| {
            // A field that styles set apart in a column of its own, such as a number.
            let mut words = line(&ElemChildren(entry.first_field.into_iter().collect()));
            words.then(line(&entry.content));
            Some((*keys.get(&entry.key)?, words))
        });
        Cited { notes, entries: entries.filter(|(_, words)| !words.is_empty()).collect() }
    }
}
