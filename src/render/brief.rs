//! The brief: a report as the document that a reader with one minute gets, who has never heard of the tool.
//!
//! The order is that of the reader's questions: what is asked, what is the answer, why, who disagrees, on what does it hang, what is
//! open, where does it come from. Names of statements stand in the annex only. The body stays bounded however large the debate is;
//! only the tables at the end grow with it. Not here: verdicts, which the report holds.

use crate::{
    render::{
        document::{Block, markdown},
        page::Page,
        parts::{
            annex, assumptions, case, changes, dissent, judgements, judgements::Judgement, method, open, opening, picture, references,
        },
        prose::{line::Line, words},
        text,
    },
    report::run::Report,
};
use std::collections::BTreeMap;

/// The brief of `report` as Markdown. Linear in the debate.
pub fn render(report: &Report<'_>) -> String {
    markdown(&blocks(report))
}

/// The brief as a document.
pub fn blocks(report: &Report<'_>) -> Vec<Block> {
    let mut page = Page::new(report);
    let (title, title_is_question) = opening::title(&page);
    let (chosen, all) = judgements::choose(&page);
    page.judgements = chosen.len();
    let mut out = vec![Block::Heading(1, title.0)];
    out.extend(opening::blocks(&page));
    let told = judgements::blocks(&mut page, &chosen, all, title_is_question);
    section(&mut out, if chosen.len() == 1 { "Key judgement" } else { "Key judgements" }, told);
    cases(&mut page, &chosen, &mut out);
    let dissents = dissent::items(&mut page, &chosen);
    section(&mut out, "Dissent", list(dissents));
    let taken = assumptions::items(&mut page, &chosen);
    let changes = changes::items(&mut page, &chosen);
    let are_changes_told = !taken.is_empty() || !changes.is_empty();
    section(&mut out, "Assumptions", list(taken));
    section(&mut out, "What would change this", list(changes));
    let points = open::items(&mut page);
    section(&mut out, "Open points", list(points));
    section(&mut out, "Map", picture::blocks(&page));
    let terms = references::terms(&mut page);
    section(&mut out, "Terms", list(terms));
    section(&mut out, "Sources", references::table(&page).into_iter().collect());
    section(&mut out, "Method", vec![method::block(&page, are_changes_told)]);
    section(&mut out, "Annex: every statement", annex::table(&page).into_iter().collect());
    out.extend(page.notes.blocks());
    out
}

/// The cases for the judgements, each under its heading; a single one needs no heading of its own.
fn cases(page: &mut Page<'_>, chosen: &[Judgement], out: &mut Vec<Block>) {
    let heads = heads(page, chosen);
    let mut body = Vec::new();
    for (index, (judgement, head)) in chosen.iter().zip(heads).enumerate() {
        page.here = index + 1;
        let told = case::blocks(page, judgement);
        if told.is_empty() {
            continue;
        }
        if chosen.len() > 1 {
            body.push(Block::Heading(3, head.0));
        }
        body.extend(told);
    }
    page.here = 0;
    section(out, "The case", body);
}

/// The headings of the cases: the section of the debate that the question stands in, where it is the only one there.
fn heads(page: &Page<'_>, chosen: &[Judgement]) -> Vec<Line> {
    let section = |j: &Judgement| match (j.question, j.claim) {
        (Some(question), _) => page.debate().question(question).section,
        (None, claim) => claim.and_then(|c| page.claim(c).section),
    };
    let mut uses: BTreeMap<_, usize> = BTreeMap::new();
    chosen.iter().for_each(|j| *uses.entry(section(j)).or_default() += 1);
    chosen
        .iter()
        .zip(1..)
        .map(|(judgement, number)| {
            let mut line = Line::of(words::capital(&page.judgement(number)));
            if let Some(id) = section(judgement).filter(|s| uses.get(&Some(*s)) == Some(&1)) {
                line.say(":").then(text::line(&page.debate().section(id).title));
            }
            line
        })
        .collect()
}

fn list(items: Vec<Vec<Block>>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::List { ordered: false, items }] }
}

/// Adds a section, unless it has nothing to say.
fn section(out: &mut Vec<Block>, title: &str, body: Vec<Block>) {
    if !body.is_empty() {
        out.push(Block::Heading(2, Line::of(title).0));
        out.extend(body);
    }
}
