//! Finds quotations whose words are not those of their source.

use crate::{
    analysis::quotations::{Finding, Passage},
    diagnostic::problem::{Diagnostic, Safety},
    lint::rule::{Context, rule},
    quotation::nearest::MOST_WORDS,
    text::edit::Edit,
};

rule! {
    /// The words of a quotation are not in its source.
    "misquotation", Core, Error, "misquotation.md"
}

/// The most differences that are told, and the most characters of a passage.
const MOST_CHANGES: usize = 6;
const MOST_SHOWN: usize = 400;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for quotation in cx.quotations {
        let citation = &quotation.citation;
        let source = cx.debate.source(citation.source);
        let name = &source.name.shown;
        let file = source.file.as_deref().unwrap_or("the file");
        let new = |title: String| Diagnostic::new(&CODE, citation.words, title);
        out.push(match &quotation.finding {
            Finding::Verified { .. } | Finding::Unverified => continue,
            Finding::Altered(passage) => altered(new(format!("these are not the words of `{name}`")), passage, file),
            Finding::Missing { part, is_long } => {
                let words = part.as_ref().map_or("these words".to_owned(), |part| format!("the words “{}”", excerpt(part)));
                let near = if *is_long { "" } else { ", nor any that come near them" };
                let found = new(format!("{words} are not in `{name}`{near}")).note(format!("they were looked for in `{file}`"));
                if *is_long {
                    found
                        .note(format!("of more than {MOST_WORDS} words it is not told in which they differ"))
                        .help("quote them in parts, each with a `cite` of its own, to see which differ")
                } else {
                    found.help("see that the citation names the right source, and the source the right file")
                }
            }
            Finding::Scattered(first, last) => {
                new(format!("the parts of this quotation are in `{name}`, but not in this order within one passage"))
                    .note(format!("in `{file}` the first part is at {first}, and the last one at {last}"))
                    .help("quote them apart, each with a `cite` of its own; `…` leaves out a page at most")
            }
        });
    }
}

fn altered(found: Diagnostic, passage: &Passage, file: &str) -> Diagnostic {
    let Passage { place, words, changes, is_whole } = passage;
    let found = found.note(format!("`{file}` has, at {place}: “{}”", excerpt(words)));
    let more = if changes.len() > MOST_CHANGES { "; and more" } else { "" };
    let told: Vec<String> = changes.iter().take(MOST_CHANGES).map(|(quoted, original)| change(quoted, original)).collect();
    let found = if told.is_empty() { found } else { found.note(format!("the quotation {}{more}", told.join("; "))) };
    let plain = !words.contains(|c: char| c.is_control() || is_hidden(c) || matches!(c, '[' | ']' | '…')) && !words.contains("...");
    if *is_whole && plain {
        let edits = vec![Edit::new(found.at.place.span, words.as_str())];
        return found.fix(Safety::Unsafe, "quote the words of the source", edits);
    }
    found.help("quote word for word; mark what is left out with `…`, and what is put in with `[` and `]`")
}

fn change(quoted: &str, original: &str) -> String {
    let (quoted_words, original_words) = (excerpt(quoted), excerpt(original));
    match (quoted.is_empty(), original.is_empty()) {
        (true, _) => format!("leaves out “{original_words}”"),
        (_, true) => format!("puts in “{quoted_words}”"),
        _ => format!("has “{quoted_words}” for “{original_words}”"),
    }
}

fn excerpt(words: &str) -> String {
    match words.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{} …", words.get(..end).unwrap_or(words).trim_end()),
        None => words.to_owned(),
    }
}

/// Whether a character changes what is seen of others.
const fn is_hidden(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
