//! The head of a brief: its title, its day, its scope, and who keeps the debate.

use crate::{
    lint::words::small_article,
    render::{
        document::{Block, Ground},
        page::Page,
        prose::line::Line,
        text,
    },
};

/// The title, and whether it is the only question of the debate, so that the question need not be told again.
pub fn title(page: &Page<'_>) -> (Line, bool) {
    let debate = page.debate();
    let only = if let [only] = debate.questions.as_slice() { Some(text::line(&only.text)) } else { None };
    match (debate.about.title.as_deref().map(text::line).filter(|t| !t.is_empty()), only) {
        (Some(title), Some(only)) => {
            let same = title.plain().trim() == only.plain().trim();
            (text::cut(title, page.bounds.words), same)
        }
        (Some(title), None) => (text::cut(title, page.bounds.words), false),
        (None, Some(only)) if !only.is_empty() => (text::cut(only, page.bounds.words), true),
        (None, _) => (Line::of("A brief"), false),
    }
}

/// What stands beneath the title.
pub fn blocks(page: &Page<'_>) -> Vec<Block> {
    let about = &page.debate().about;
    let rests = [Ground::Debate];
    let mut line = Line::default();
    if let Some(scope) = &about.scope {
        let mut scope = page.prose(scope);
        scope.end(&rests);
        line.then(scope);
    }
    if let Some(day) = about.as_of {
        line.then(Line::sentence(format!("As of {}.", day.words()), &rests));
    }
    if let Some(author) = &about.author {
        let name = text::line(&small_article(author.trim_end_matches('.')));
        line.say("The debate behind it is kept by").then(text::cut(name, page.bounds.words)).say(".").end(&rests);
    }
    if line.is_empty() { Vec::new() } else { vec![line.paragraph()] }
}
