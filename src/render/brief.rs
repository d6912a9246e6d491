//! The brief: a report as the document that a reader with one minute gets, who has never heard of the tool.
//!
//! The order is that of the reader's questions: what is asked, what is the answer, why, who disagrees, on what does it hang, what is
//! open, where does it come from. Names of statements stand in the annex only. It keeps to [`MOST_WORDS`], the map aside, unless all of it
//! is asked for: it is tried with ever tighter bounds until it fits. Not here: verdicts, which the report holds.

use crate::{
    diff::compare::Side,
    render::{
        bounds::Bounds,
        document::{Block, Brief, Ground},
        facts::Facts,
        markdown::markdown,
        measure,
        page::Page,
        parts::{
            annex, answers, assumptions, case, changes, dissent, fates, further, judgements, method, open, opening, picture, references,
            since, since_short, verdict,
        },
        pick::Judgement,
        prose::{citing::Citing, line::Line, words},
        text,
    },
    report::run::Report,
};
use std::collections::BTreeMap;

/// The most words of a brief, unless all of it is asked for.
pub const MOST_WORDS: usize = 3000;

/// The words that say that something is left out.
const LEFT_OUT: usize = 40;

/// How long a brief is to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Length {
    /// The judgements, the strongest objection to each, and the map.
    OnePage,
    /// At most [`MOST_WORDS`].
    #[default]
    Normal,
    /// Everything.
    Full,
}

/// What a brief is to be.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'r> {
    /// How long.
    pub length: Length,
    /// An earlier version of the debate, since which it tells what changed; one page, what turned.
    pub past: Option<Side<'r>>,
    /// How it cites; without one, in notes after the Chicago Manual of Style.
    pub style: Option<&'r dyn Citing>,
}

/// The brief of `report` as Markdown, of normal length.
pub fn render(report: &Report<'_>) -> String {
    markdown(&brief(report, Length::Normal).document())
}

/// The brief of `report`. Linear in the debate, but for what would change the judgements, which is bounded.
pub fn brief(report: &Report<'_>, length: Length) -> Brief {
    brief_as(report, Wanted { length, ..Wanted::default() })
}

/// The brief of `report` as it is `wanted`.
pub fn brief_as<'r>(report: &'r Report<'r>, wanted: Wanted<'r>) -> Brief {
    let Wanted { length, past, style } = wanted;
    match length {
        Length::Full => {
            let facts = Facts::new(report, usize::MAX).since(report, past).cited(style);
            let (mut brief, page) = composed(report, &facts, Bounds::FULL, true, compose);
            add_annex(&mut brief, &page);
            brief
        }
        Length::OnePage => {
            let facts = Facts::new(report, 0).since(report, past).cited(style);
            let most = Bounds::LEVELS.last().map_or(Bounds::FULL, |b| *b);
            let (mut brief, _) = composed(report, &facts, Bounds { words: 60, ..most }, false, one_page);
            measure::trim(&mut brief, MOST_WORDS);
            brief
        }
        Length::Normal => {
            let [first, ..] = Bounds::LEVELS;
            fitting(report, &Facts::new(report, first.judgements).since(report, past).cited(style), true)
        }
    }
}

/// A part of a brief that stands in a text of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The brief without its title and annex, of all judgements or of one.
    Brief(Option<Judgement>),
    /// One judgement with how it fares.
    Judgement(Judgement),
    /// How a claim or question comes out, in a sentence.
    Verdict(Judgement),
    /// The map of all, or of one claim or question with what bears on it.
    Map(Option<Judgement>),
    /// The table of sources.
    Sources,
}

/// A part of the brief of `report`, cited after `style`; without one, after the Chicago Manual of Style.
pub fn part(report: &Report<'_>, part: Part, style: Option<&dyn Citing>) -> Vec<Block> {
    let [first, ..] = Bounds::LEVELS;
    let mut facts = Facts::new(report, if matches!(part, Part::Brief(_)) { first.judgements } else { 0 });
    if let Part::Brief(Some(one)) = part {
        facts = Facts::about(report, one);
    }
    let facts = facts.cited(style);
    let mut page = Page::new(report, &facts, first);
    match part {
        Part::Brief(_) => {
            let mut brief = fitting(report, &facts, false);
            brief.title.clear();
            brief.document()
        }
        Part::Map(None) => picture::blocks(&page),
        Part::Map(Some(about)) => picture::about(&page, about),
        Part::Sources => {
            page.bounds = Bounds::ALL;
            page.cite(&references::listed(&page));
            references::table(&page).into_iter().collect()
        }
        Part::Judgement(judgement) => {
            one_judgement(&mut page, judgement);
            page = Page::new(report, &facts, first).planned(page.plan(false));
            let mut blocks = one_judgement(&mut page, judgement);
            page.number_notes(blocks.iter_mut());
            page.cite(&[]);
            blocks.extend(page.take_notes());
            blocks
        }
        Part::Verdict(judgement) => vec![verdict::sentence(&page, judgement).paragraph()],
    }
}

fn one_judgement(page: &mut Page<'_>, judgement: Judgement) -> Vec<Block> {
    page.judgements = 1;
    page.bounds.limits = 0;
    judgements::items(page, &[judgement], false).into_iter().flatten().collect()
}

/// The richest brief that fits the page, with its annex if that fits too and is wanted: everything, where that fits with the annex or no room
/// could be made for one.
fn fitting<'r>(report: &'r Report<'r>, facts: &Facts<'r>, annex: bool) -> Brief {
    let [first, ..] = Bounds::LEVELS;
    let is_small = facts.judgements.len() <= first.judgements && report.debate.claims.len() <= MOST_WORDS / 10;
    let whole = is_small.then_some(Bounds::ALL);
    let mut without_annex = None;
    for bounds in whole.into_iter().chain(Bounds::LEVELS) {
        // A row takes six words at least, so a table that is too large for the room is not made.
        let full = (annex && report.debate.claims.len() * 6 <= MOST_WORDS).then(|| {
            let (mut brief, page) = composed(report, facts, bounds, true, compose);
            add_annex(&mut brief, &page);
            (brief, page)
        });
        let full = full.filter(|(brief, _)| measure::words_of(brief) + LEFT_OUT <= MOST_WORDS);
        let has_annex = !annex || full.is_some();
        let (mut brief, page) = full.unwrap_or_else(|| composed(report, facts, bounds, false, compose));
        let mut shortened = page.shortened || (bounds != first && bounds != Bounds::ALL);
        shortened |= !facts.asked && report.debate.claim_ids().any(|claim| !page.is_said(claim));
        if shortened || !has_annex {
            leave_out(&mut brief, has_annex);
        }
        let fits = measure::words_of(&brief) <= MOST_WORDS;
        if fits && bounds == Bounds::ALL && !has_annex {
            // A little less of it may leave room for the list of all statements.
            without_annex = Some(brief);
        } else if fits || Some(&bounds) == Bounds::LEVELS.last() || without_annex.is_some() {
            if let Some(all) = without_annex.filter(|_| !has_annex) {
                return all;
            }
            measure::trim(&mut brief, MOST_WORDS);
            return brief;
        }
    }
    Brief::default()
}

fn add_annex(brief: &mut Brief, page: &Page<'_>) {
    brief.add("annex", "Annex: every statement", annex::table(page).into_iter().collect());
}

/// Says in the section on method that something is left out; `has_annex` says whether the list of all statements is not.
fn leave_out(brief: &mut Brief, has_annex: bool) {
    if let Some(method) = brief.sections.iter_mut().find(|s| s.key == "method") {
        method.blocks.push(method::left_out(MOST_WORDS, has_annex));
    }
}

/// A page that is told once, to learn what it speaks of, and then with marks on that, or on `all` that it tells.
fn composed<'r, F>(report: &'r Report<'r>, facts: &'r Facts<'r>, bounds: Bounds, all: bool, compose: F) -> (Brief, Page<'r>)
where
    F: Fn(&mut Page<'r>) -> Brief,
{
    let mut draft = Page::new(report, facts, bounds);
    compose(&mut draft);
    let mut page = Page::new(report, facts, bounds).planned(draft.plan(all));
    let mut brief = compose(&mut page);
    brief.labels = page.labels();
    (brief, page)
}

/// A brief without its annex.
fn compose<'r>(page: &mut Page<'r>) -> Brief {
    let facts = page.facts;
    let (mut brief, chosen, title_is_question) = begin(page);
    let mut told = judgements::items(page, chosen, title_is_question);
    for ((judgement, number), item) in chosen.iter().zip(1..).zip(&mut told).filter(|((judgement, _), _)| judgement.claim.is_none()) {
        page.here = number;
        let undecided = judgement.question.map(|question| answers::undecided(page, question, None));
        item.extend(undecided.filter(|line| !line.is_empty()).map(Line::paragraph));
    }
    page.here = 0;
    let told = judged(page, told, chosen.len());
    brief.add("judgements", if chosen.len() == 1 { "Key judgement" } else { "Key judgements" }, told);
    let cases = cases(page, chosen);
    brief.add("case", "The case", cases);
    page.here = 0;
    let dissents = dissent::items(page, chosen);
    brief.add("dissent", "Dissent", list(dissents));
    page.here = 0;
    let taken = assumptions::items(page);
    page.here = 0;
    let changes = changes::items(page, chosen);
    let are_changes_told = !taken.is_empty() || !changes.is_empty();
    let changes = changes::blocks(changes, changes::defaults(page, chosen));
    brief.add("assumptions", "Assumptions", list(taken));
    brief.add("changes", "What would change this", changes);
    page.here = 0;
    let points = open::items(page, chosen);
    brief.add("open", "Open points", list(points));
    page.here = 0;
    let dropped = open::taken_back(page);
    brief.add("withdrawn", "Taken back", list(dropped));
    page.here = 0;
    let others = if page.is_whole() && !facts.asked { further::items(page) } else { Vec::new() };
    brief.add("further", "What else was said", list(others));
    page.here = 0;
    let changed = since::blocks(page);
    brief.add("since", "What changed", changed);
    if !facts.asked {
        brief.add("map", "Map", picture::blocks(page));
    }
    page.here = 0;
    let terms = references::terms(page);
    brief.add("terms", "Terms", list(terms));
    page.number_notes(brief.body());
    page.cite(&references::listed(page));
    brief.add("sources", "Sources", references::table(page).into_iter().collect());
    brief.add("method", "Method", vec![method::block(page, are_changes_told)]);
    brief.notes = page.take_notes();
    brief.entries = page.cited.take().into_iter().flat_map(|cited| cited.entries).map(|(id, line)| (id, line.0)).collect();
    brief
}

/// The judgements with the strongest objection to each, and the map.
fn one_page<'r>(page: &mut Page<'r>) -> Brief {
    page.bounds.limits = 0;
    let (mut brief, chosen, title_is_question) = begin(page);
    let mut told = judgements::items(page, chosen, title_is_question);
    for ((judgement, number), item) in chosen.iter().zip(1..).zip(&mut told) {
        page.here = number;
        item.extend(since::of(page, judgement).map(Line::paragraph));
        let undecided = judgement.question.map(|question| answers::undecided(page, question, judgement.claim));
        item.extend(undecided.filter(|line| !line.is_empty()).map(Line::paragraph));
        let Some(claim) = judgement.claim else {
            if let Some(question) = judgement.question {
                let fallen = answers::all_fallen(page, question);
                let beside = if fallen.is_empty() { answers::fallen(page, question) } else { Line::default() };
                item.extend(fallen);
                item.extend((!beside.is_empty()).then(|| beside.paragraph()));
                item.extend(case::contested(page, question, None).into_iter().map(Line::paragraph));
            }
            continue;
        };
        let fallen = judgement.question.map(|question| answers::fallen(page, question));
        item.extend(fallen.filter(|line| !line.is_empty()).map(Line::paragraph));
        let reason = page.reason(claim);
        let attacks = case::objections(page, &reason, judgement.question);
        if attacks.is_empty() && reason.verdict.falls() {
            item.extend(case::failed_reasons(page, &reason));
        }
        let aim = case::aim(page, judgement);
        item.extend(case::strongest(page, claim, &attacks, aim).map(Line::paragraph));
        if let Some(question) = judgement.question.filter(|_| attacks.is_empty()) {
            item.extend(case::contested(page, question, Some(claim)).into_iter().map(Line::paragraph));
        }
        item.extend(fates::rests_on(page, &[(claim, number)], true).into_iter().map(|(_, line)| line.paragraph()));
    }
    let told = judged(page, told, chosen.len());
    brief.add("judgements", if chosen.len() == 1 { "Key judgement" } else { "Key judgements" }, told);
    page.here = 0;
    let changed = since_short::blocks(page, chosen);
    brief.add("since", "What changed", changed);
    brief.add("map", "Map", picture::short(page));
    page.number_notes(brief.body());
    page.cite(&[]);
    brief.notes = page.take_notes();
    brief
}

/// The title, the opening, and the judgements that are told.
fn begin<'r>(page: &mut Page<'r>) -> (Brief, &'r [Judgement], bool) {
    let (title, title_is_question) = opening::title(page);
    let all = &page.facts.judgements;
    let chosen = all.get(..all.len().min(page.bounds.judgements)).unwrap_or(all);
    page.judgements = chosen.len();
    (Brief { title: title.0, opening: opening::blocks(page), ..Brief::default() }, chosen, title_is_question)
}

/// The judgements as a list, where there are several, and that others are left out.
fn judged(page: &mut Page<'_>, items: Vec<Vec<Block>>, told: usize) -> Vec<Block> {
    let mut blocks = if items.len() == 1 {
        items.into_iter().flatten().collect()
    } else if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List { ordered: true, items }]
    };
    let left = page.facts.judgements.len() - told;
    let (one, many) =
        if page.debate().questions.is_empty() { ("further claim", "further claims") } else { ("further question", "further questions") };
    blocks.extend(page.more(left, one, many, &[Ground::Debate]).into_iter().flatten());
    blocks
}

/// The cases for the judgements, each under its heading; a single one needs no heading of its own.
fn cases(page: &mut Page<'_>, chosen: &[Judgement]) -> Vec<Block> {
    let heads = heads(page, chosen);
    // Where nobody argued, there is no more than who put what forward.
    let is_bare = page.debate().steps.is_empty() && page.debate().contradictions.is_empty() && page.debate().limits.is_empty();
    let mut body = Vec::new();
    for (index, (judgement, head)) in chosen.iter().zip(heads).enumerate() {
        page.here = index + 1;
        let told = case::blocks(page, judgement);
        if told.is_empty() {
            continue;
        }
        if chosen.len() > 1 && !is_bare {
            body.push(Block::Heading(3, head.0));
        }
        body.extend(told);
    }
    body
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
                line.say(":").then(text::cut(text::line(&page.debate().section(id).title), page.bounds.words));
            }
            line
        })
        .collect()
}

fn list(items: Vec<Vec<Block>>) -> Vec<Block> {
    if items.is_empty() { Vec::new() } else { vec![Block::List { ordered: false, items }] }
}
