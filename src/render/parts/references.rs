//! The table of sources, and the words with a fixed sense.

use crate::{
    lint::terms::Terms,
    model::{debate::Document, ids::SourceId},
    render::{
        document::{Block, Ground, Inline},
        fragment::is_web,
        page::Page,
        parts::quotations,
        prose::{chicago, line::Line},
        text,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The terms, as the items of a list; on a page about one judgement, those whose words it uses.
pub fn terms(page: &mut Page<'_>) -> Vec<Vec<Block>> {
    let debate = page.debate();
    let used = if page.facts.asked { used(page) } else { (0..debate.terms.len()).collect() };
    let mut items = Vec::new();
    for (term, nth) in used.iter().take(page.bounds.terms).filter_map(|at| Some((debate.terms.get(*at)?, *at as u32))) {
        let rests: Vec<Ground> = [Ground::Term(nth)].into_iter().chain(term.cites.iter().map(|c| Ground::Source(c.source))).collect();
        let word = term.name.shown.rsplit('.').next().unwrap_or("").replace(['-', '_'], " ");
        let mut line = Line::default();
        line.strong(Line::of(text::clean(&word))).say(":").then(page.prose(&term.text));
        let note = page.notes.mark(&term.cites, term.note.as_deref(), &rests);
        line.note(note).end(&rests);
        items.push(vec![line.paragraph()]);
    }
    let left = used.len().saturating_sub(page.bounds.terms);
    items.extend(page.more(left, "further term", "further terms", &[Ground::Debate]));
    items
}

/// The terms whose words stand on the page, or in the sense of another such term; ascending.
fn used(page: &Page<'_>) -> BTreeSet<usize> {
    let debate = page.debate();
    let terms = Terms::new(debate);
    let questions = page.facts.judgements.iter().filter_map(|j| j.question).map(|q| debate.question(q).text.as_str());
    let mut queue: Vec<usize> = page.texts().into_iter().chain(questions).flat_map(|text| terms.find(text)).collect();
    let mut used = BTreeSet::new();
    while let Some(term) = queue.pop() {
        if used.insert(term) {
            queue.extend(debate.terms.get(term).map_or_else(Vec::new, |t| terms.find(&t.text)));
        }
    }
    used
}

/// The sources that the table lists: those that the page cites; where it tells everything of the whole debate, all.
pub fn listed(page: &Page<'_>) -> Vec<SourceId> {
    let all = (0..page.debate().sources.len() as u32).map(SourceId);
    all.filter(|id| (page.is_whole() && !page.facts.asked) || page.notes.cites(*id)).collect()
}

/// The table of sources: each in full, with its grade where any has one, how often it is cited, and what became of its
/// quotations. It has the order of the style that the reader chose, else that of the alphabet.
pub fn table(page: &Page<'_>) -> Option<Block> {
    let debate = page.debate();
    let mut cited: BTreeMap<SourceId, usize> = BTreeMap::new();
    let told = if page.facts.asked { used(page) } else { (0..debate.terms.len()).collect() };
    let by_terms = told.iter().filter_map(|at| debate.terms.get(*at)).flat_map(|term| &term.cites);
    let by_questions = debate.questions.iter().filter(|_| !page.facts.asked).flat_map(|question| &question.cites);
    for cite in page.cites().chain(by_terms).chain(by_questions) {
        *cited.entry(cite.source).or_default() += 1;
    }
    let graded = debate.sources.iter().any(|s| s.reliability.is_some());
    let mut rows = Vec::new();
    let quoted = quotations::by_source(page);
    let styled: &[(SourceId, Line)] = page.cited.as_ref().map_or(&[], |cited| &cited.entries);
    let by_style: BTreeMap<SourceId, &Line> = styled.iter().map(|(id, line)| (*id, line)).collect();
    let mut rest: Vec<SourceId> = listed(page).into_iter().filter(|id| !by_style.contains_key(id)).collect();
    rest.sort_by_cached_key(|id| chicago::order(debate.source(*id)));
    for id in styled.iter().map(|(id, _)| *id).chain(rest) {
        let (source, count) = (debate.source(id), cited.get(&id).copied().unwrap_or(0));
        let mut line = match by_style.get(&id) {
            Some(line) => noted(page, source, (*line).clone()),
            None => entry(page, source),
        };
        line.end(&[Ground::Source(id)]);
        let mut row = vec![line.0];
        if graded {
            row.push(Line::of(text::clean(source.reliability.as_deref().unwrap_or("–"))).0);
        }
        row.push(Line::of(if count == 0 { "–".to_owned() } else { count.to_string() }).0);
        if !quoted.is_empty() {
            row.push(quotations::cell(page, source, quoted.get(&id).map_or(&[], Vec::as_slice)).0);
        }
        rows.push(row);
    }
    let mut head = vec![Line::of("Source").0];
    if graded {
        head.push(Line::of("Grade").0);
    }
    head.push(Line::of("Cited").0);
    if !quoted.is_empty() {
        head.push(Line::of("Quotations").0);
    }
    (!rows.is_empty()).then_some(Block::Table { head, rows })
}

fn entry(page: &Page<'_>, source: &Document) -> Line {
    let mut line = chicago::entry(source);
    if let Some(url) = &source.url {
        if let Some(day) = source.accessed {
            line.say(&chicago::accessed(day));
        }
        line.then(address(url)).say(".");
    }
    noted(page, source, line)
}

/// An entry that a style wrote, with what no style knows: the source that it rests on, and a remark.
fn noted(page: &Page<'_>, source: &Document, mut line: Line) -> Line {
    if let Some(origin) = source.origin {
        line.say("After").then(chicago::title(page.debate().source(origin), "."));
    }
    if let Some(note) = &source.note {
        line.then(page.prose(note));
    }
    line
}

/// An address as a link where it is one of the web, else as words.
pub fn address(url: &str) -> Line {
    let shown = text::clean(url.trim());
    if is_web(&shown) { Line(vec![Inline::Link { url: shown.clone(), text: shown }]) } else { Line::of(shown) }
}
