//! The map of the debate or of a part of it, where it is small enough to be read; of a large one an overview.

use crate::{
    diagram::{
        map::map,
        overview::{MOST, Places, overview},
        parts::{Map, Node, Subject},
        select::{Selection, nearest, select},
        words::heading,
    },
    render::{
        document::{Block, Ground},
        mermaid,
        page::Page,
        pick::Judgement,
        prose::{line::Line, words},
    },
};

/// The boxes for which one page has room.
const FEW: usize = 20;
/// What the boxes of a map are.
const STATEMENTS: &str = "Each box is a statement with what became of it.";

/// The map with a word on how to read it. A debate of a few statements needs none.
pub fn blocks(page: &Page<'_>) -> Vec<Block> {
    let debate = page.debate();
    if debate.steps.is_empty() {
        return Vec::new();
    }
    let map = page.facts.picture.get_or_init(|| {
        let whole = map(page.debate(), &page.report.analysis);
        if whole.boxes.len() <= MOST { whole } else { overview(&whole, &Places::default()) }
    });
    let size = words::count(page.debate().claims.len(), "statement", "statements");
    if map.boxes.is_empty() {
        let line = format!("With {size} the map is too large for this page.");
        return vec![Line::sentence(line, &[Ground::Debate]).paragraph()];
    }
    let lead = if map.boxes.iter().all(|node| node.beneath.is_none()) {
        STATEMENTS.to_owned()
    } else {
        let left = map.note.as_ref().map_or_else(String::new, |left| format!(" {left}"));
        format!(
            "With {size} the whole map is too large for this page. Each box of this overview is a question or a conclusion with what became of it, and says how much speaks for and against it.{left}"
        )
    };
    drawn(page, map.clone(), &lead)
}

/// The same for one page, which has room for what is nearest to the judgements and for what it tells.
pub fn short(page: &Page<'_>) -> Vec<Block> {
    let debate = page.debate();
    let whole = map(debate, &page.report.analysis);
    if debate.steps.is_empty() || whole.boxes.len() <= FEW {
        return blocks(page);
    }
    let is_told = |subject| matches!(subject, Subject::Claim(claim, _) if page.is_said(claim));
    let part = |depth| nearest(&whole, depth, is_told);
    let mut near = (1..=FEW as u32).map(part).take_while(|near| near.boxes.len() <= FEW).last().unwrap_or_else(|| part(1));
    if near.boxes.len() > MOST {
        return blocks(page);
    }
    let lead = near.note.take().map_or_else(|| STATEMENTS.to_owned(), |note| format!("{STATEMENTS} {note}"));
    drawn(page, near, &lead)
}

/// The map of what `about` names and of all that bears on it, as far away as there is room for.
pub fn about(page: &Page<'_>, about: Judgement) -> Vec<Block> {
    let whole = map(page.debate(), &page.report.analysis);
    let is_it = |subject: Subject| match (subject, about) {
        (Subject::Question(id), Judgement { question: Some(asked), .. }) => id == asked,
        (Subject::Claim(id, _), Judgement { question: None, claim: Some(claim) }) => id == claim,
        _ => false,
    };
    let from = whole.boxes.iter().position(|b| is_it(b.subject)).map(|at| at as u32);
    let within = |depth: Option<u32>| select(&whole, &Selection { from, depth, party: None, only: None });
    let part = within(None);
    if part.boxes.len() <= MOST {
        return drawn(page, part, STATEMENTS);
    }
    // The part is finite, so some depth is too much.
    let near = (1..).map(|depth| (depth, within(Some(depth)))).take_while(|(_, near)| near.boxes.len() <= MOST).last();
    let Some((depth, near)) = near else {
        let line = "What bears on this directly is too much for a map on this page.";
        return vec![Line::sentence(line, &[Ground::Debate]).paragraph()];
    };
    let far = words::count(depth as usize, "step", "steps");
    let lead = format!("{STATEMENTS} What bears on the first from further away than {far} is left out.");
    drawn(page, near, &lead)
}

/// As a picture or, where Mermaid would show an error in its place, as a list.
fn drawn(page: &Page<'_>, mut map: Map, lead: &str) -> Vec<Block> {
    map.call(|claim| page.label(claim));
    let picture = mermaid::draw(&map);
    if mermaid::excess(&map, &picture).is_some() {
        return listed(&map);
    }
    let mut key = Line::sentence(lead, &[Ground::Method]);
    let arrows = "Arrows lead from a statement to what it speaks for or against; points that are needed together meet in one arrow.";
    key.then(Line::sentence(arrows, &[Ground::Method]));
    vec![key.paragraph(), Block::Code { language: "mermaid", text: picture }]
}

/// The statements of a map with what became of them.
fn listed(map: &Map) -> Vec<Block> {
    let lines = words::count(map.arrows.len(), "line", "lines");
    let lead = format!("With {lines} the map is too dense for a picture on this page. These are its statements.");
    let item = |node: &Node| {
        let ground = match node.subject {
            Subject::Question(id) => Ground::Question(id),
            Subject::Claim(id, _) => Ground::Claim(id),
        };
        let mut line = Line::default();
        line.strong(Line::of(format!("{}:", heading(node)))).say(&node.text.short).end(&[ground]);
        vec![line.paragraph()]
    };
    vec![Line::sentence(lead, &[Ground::Method]).paragraph(), Block::List { ordered: false, items: map.boxes.iter().map(item).collect() }]
}
