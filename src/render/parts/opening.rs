//! The head of a brief: its title, its day, its scope, and who is heard.

use crate::render::{
    document::Block,
    page::Page,
    prose::{line::Line, words},
    text,
};

/// The title, and whether it is the only question of the debate, so that the question need not be told again.
pub fn title(page: &Page<'_>) -> (Line, bool) {
    let debate = page.debate();
    let only = if let [only] = debate.questions.as_slice() { Some(text::line(&only.text)) } else { None };
    match (debate.about.title.as_deref().map(text::line).filter(|t| !t.is_empty()), only) {
        (Some(title), Some(only)) => {
            let same = title.plain().trim() == only.plain().trim();
            (title, same)
        }
        (Some(title), None) => (title, false),
        (None, Some(only)) if !only.is_empty() => (only, true),
        (None, _) => (Line::of("A brief"), false),
    }
}

/// What stands beneath the title.
pub fn blocks(page: &Page<'_>) -> Vec<Block> {
    let about = &page.debate().about;
    let mut line = Line::default();
    if let Some(scope) = &about.scope {
        line.then(text::parts(scope).0);
    }
    if let Some(day) = about.as_of {
        line.say(&format!("As of {}.", day.words()));
    }
    if let Some(author) = &about.author {
        line.say("Prepared by").then(text::line(&words::small_article(author))).say(".");
    }
    if line.is_empty() { Vec::new() } else { vec![line.paragraph()] }
}
