//! What a style writes, as a line of a document: words, stress and links, and nothing else.

use crate::render::{document::Inline, fragment::is_web, prose::line::Line, text};
use hayagriva::{
    ElemChild, ElemChildren, Formatting,
    citationberg::{Display, FontStyle, FontWeight},
};

/// The words of `children`.
pub fn line(children: &ElemChildren) -> Line {
    let mut line = Line::default();
    add(children, &mut line);
    trim(&mut line);
    line
}

/// Leaves out the full stop at the end of a line, and the blanks around it; the mark that ends a note is put by the note.
pub fn without_stop(mut line: Line) -> Line {
    if let Some(last) = line.0.last_mut().and_then(last_words) {
        let words = last.trim_end();
        let kept = words.strip_suffix('.').map_or(words.len(), str::len);
        last.truncate(kept);
    }
    line
}

/// Adds the words of `children`, which are nested no deeper than the style is.
fn add(children: &ElemChildren, line: &mut Line) {
    for child in &children.0 {
        match child {
            ElemChild::Text(words) => say(&words.text, &words.formatting, line),
            ElemChild::Elem(inner) => {
                let stands_apart = matches!(inner.display, Some(Display::Block | Display::Indent | Display::RightInline));
                if stands_apart && !line.plain().ends_with([' ']) {
                    line.glue(Line::of(" "));
                }
                add(&inner.children, line);
            }
            ElemChild::Markup(words) => say(words, &Formatting::default(), line),
            ElemChild::Link { text: words, url } => {
                let shown = text::clean(&words.text);
                if is_web(url) {
                    line.0.push(Inline::Link { url: url.clone(), text: shown });
                } else {
                    line.glue(Line::of(shown));
                }
            }
            ElemChild::Transparent { .. } => {}
        }
    }
}

fn say(words: &str, formatting: &Formatting, line: &mut Line) {
    let words = without_double_stop(&line.plain(), &text::clean(words));
    let inner = words.trim();
    let is_italic = formatting.font_style == FontStyle::Italic;
    let is_bold = formatting.font_weight == FontWeight::Bold;
    if inner.is_empty() || !(is_italic || is_bold) {
        line.glue(Line::of(words));
        return;
    }
    // Markdown knows no stress that begins or ends with a blank.
    let (before, after) = words.split_once(inner).unwrap_or(("", ""));
    let mut stressed = vec![Inline::Text(inner.to_owned())];
    if is_italic {
        stressed = vec![Inline::Emph(stressed)];
    }
    if is_bold {
        stressed = vec![Inline::Strong(stressed)];
    }
    line.glue(Line::of(before)).0.extend(stressed);
    line.glue(Line::of(after));
}

/// `words` after `before` without the full stops that a style puts after a title which ends in `?` or `!`, as an English sentence has it.
fn without_double_stop(before: &str, words: &str) -> String {
    let is_quote = |c: char| matches!(c, '”' | '’' | '"' | '\'');
    let mut ends = before.trim_end_matches(is_quote).ends_with(['?', '!']);
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        if c == '.' && ends {
            continue;
        }
        ends = matches!(c, '?' | '!') || (ends && is_quote(c));
        out.push(c);
    }
    out
}

/// Leaves out blanks and empty words at both ends.
fn trim(line: &mut Line) {
    line.0.retain(|inline| !matches!(inline, Inline::Text(words) if words.is_empty()));
    if let Some(Inline::Text(first)) = line.0.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Inline::Text(last)) = line.0.last_mut() {
        last.truncate(last.trim_end().len());
    }
    line.0.retain(|inline| !matches!(inline, Inline::Text(words) if words.is_empty()));
}

fn last_words(inline: &mut Inline) -> Option<&mut String> {
    match inline {
        Inline::Text(words) => Some(words),
        Inline::Emph(inner) | Inline::Strong(inner) => inner.last_mut().and_then(last_words),
        _ => None,
    }
}
