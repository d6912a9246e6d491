//! The head of a brief: its title, its day, its scope, and who keeps the debate.

use crate::render::{
    document::{Block, Ground},
    page::Page,
    prose::{line::Line, words::capital},
    text,
};

/// Names of files that say nothing of what is in them.
const PLAIN: &[&str] = &["argument", "debate", "index", "main"];

/// The letters of a word that may say something: `x` and `v2` do not.
const SHORTEST: usize = 3;

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
        (None, _) => (text::cut(unnamed(page), page.bounds.words), false),
    }
}

/// The title of a debate that has none: the one heading over all of it, or else the name of its file, as words.
fn unnamed(page: &Page<'_>) -> Line {
    let sections = || page.debate().sections.iter().filter(|s| s.place.file == page.report.root);
    let top = sections().map(|s| s.level).min();
    let mut highest = sections().filter(|s| Some(s.level) == top);
    if let (Some(only), None) = (highest.next(), highest.next()) {
        let title = text::line(&only.title);
        if !title.is_empty() {
            return title;
        }
    }
    let path = &page.report.files.file(page.report.root).source.path;
    let mut names = path.rsplit('/');
    let file = names.next().unwrap_or(path);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    // A folder that holds one debate often bears its name.
    let folder = names.next().filter(|folder| !folder.is_empty() && !folder.contains('.'));
    let name = if PLAIN.contains(&stem) { folder.unwrap_or(stem) } else { stem };
    let words = name.split(['-', '_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= SHORTEST;
    if words.split(' ').any(is_word) { text::line(&capital(&words)) } else { Line::of("What the debate comes to") }
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
        let name = text::line(author.trim().trim_end_matches('.'));
        line.say("Author of the debate:").then(text::cut(name, page.bounds.words)).say(".").end(&rests);
    }
    if line.is_empty() { Vec::new() } else { vec![line.paragraph()] }
}
