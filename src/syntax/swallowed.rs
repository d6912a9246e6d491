//! Bare references that are read as prose, or as part of the value of an attribute, since their keyword is misspelt or has a capital.
//!
//! With a colon such a line shows its shape, and is told where it is read. Without one it looks as prose does, and would be swallowed by the
//! text above it, together with what it says. So it is held against the names of the whole file: a line of prose that begins with nearly a
//! keyword, goes on exactly as a header does, names what this file declares and has no stop at its end is one.
//!
//! What is one slip of the pen from a keyword may be a word of English ("supports", "except"); it is taken for a keyword only where no
//! sentence can begin or go on with it.

use crate::{
    diagnostic::{
        nearest::find_nearest,
        problem::{Diagnostic, Safety},
    },
    syntax::{
        header,
        keyword::{ClauseWord, Keyword},
        lexer::{lex_header, split_word},
        problems,
        token::Kind,
        tokens::Parts,
        tree::{Line, Tree},
    },
    text::span::{FileId, Place, Span},
};
use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeSet,
};

/// The most bytes of a line that is looked at.
const LONGEST: usize = 160;

/// The fewest letters of a name for which a near one is looked for.
const FEWEST_LETTERS: usize = 4;

/// Words of English that are near to a keyword.
const WORDS: &[&str] = &[
    "accent", "access", "aspect", "course", "detract", "except", "expert", "extract", "infect", "inspect", "perfect", "proffer", "promise",
    "react", "refer", "refract", "retreat",
];

/// Finds the lines of prose of `tree` that were meant as statements. Linear, but for lines that are.
pub fn check(file: FileId, text: &str, tree: &Tree, out: &mut Vec<Diagnostic>) {
    let names = OnceCell::new();
    let search = Search { text, tree, names: &names };
    for statement in &tree.statements {
        let tell = |Meant { at, keyword, capital, safety, .. }: Meant, note: &str| {
            let mut told = problems::misspelt(Place::new(file, at), at.of(text), keyword, capital);
            told.fix.iter_mut().for_each(|fix| fix.safety = safety);
            told.note(note)
        };
        let lines = tree.text(statement);
        let found = lines.iter().enumerate().filter_map(|(index, line)| search.find(statement.header.end, lines, index, line));
        out.extend(found.map(|meant| tell(meant, "the line is read as prose, and so as part of the text above it")));
        for attribute in tree.attributes(statement) {
            let lines = tree.value(attribute);
            let found = lines.iter().enumerate().filter_map(|(index, line)| search.find(attribute.key_span.end, lines, index, line));
            // What is sure of a text is a guess here: a value has no sentences, and its line stands deeper than a statement would.
            let sure = found.filter(|meant| meant.is_sure).map(|meant| Meant { safety: Safety::Unsafe, ..meant });
            out.extend(sure.map(|meant| tell(meant, "the line is read as part of the attribute above it")));
        }
    }
}

struct Search<'a> {
    text: &'a str,
    tree: &'a Tree,
    names: &'a OnceCell<BTreeSet<&'a str>>,
}

/// A keyword that was meant.
struct Meant {
    at: Span,
    keyword: Keyword,
    capital: bool,
    safety: Safety,
    /// Whether the file declares the names.
    is_sure: bool,
}

impl<'a> Search<'a> {
    /// What the line of this `index` among `lines` of a text or value, which begins behind byte `opening`, was meant as, if it was meant as
    /// a statement.
    fn find(&self, opening: u32, lines: &[Line], index: usize, line: &Line) -> Option<Meant> {
        let goes_on = lines.len() > index + 1;
        let words = line.span.of(self.text);
        // A remark, and a comma after which nothing comes, are slips of their own.
        let words = words.split_once(" //").map_or(words, |(words, _)| words).trim_end();
        let words = if goes_on { words } else { words.trim_end_matches(',') };
        let last = words.bytes().next_back().filter(|b| b.is_ascii_alphanumeric() || *b >= 0x80)?;
        let (word, rest) = split_word(words);
        if words.len() > LONGEST || last == b':' || !rest.starts_with(' ') || !self.is_own_line(opening, line) {
            return None;
        }
        if Keyword::find(word).is_some() || !may_be_header(rest) {
            return None;
        }
        let lower = word.to_ascii_lowercase();
        let capital = Keyword::find(&lower).filter(|_| lower != word);
        let keyword = capital.or_else(|| Keyword::find_near(&lower)).filter(|keyword| is_referring(*keyword))?;
        let parts = RefCell::new(Parts::default());
        let mut tokens = Vec::new();
        lex_header(rest, line.span.start + word.len() as u32, &mut tokens);
        tokens.retain(|token| token.kind != Kind::Blank);
        let parsed = header::parse(keyword, &tokens, self.text, line.span.start + words.len() as u32, &parts);
        let parts = parts.into_inner();
        let fits = parts.clauses.iter().all(|clause| keyword.shape().clauses.contains(&clause.word));
        if !parts.faults.is_empty() || !fits || (parsed.name.is_none() && parsed.operands.is_empty()) {
            return None;
        }
        let mut named = parsed.name.iter().chain(&parts.names).map(|span| span.of(self.text));
        let is_sure = named.clone().any(|name| self.is_known(name)) && named.clone().all(|name| self.is_known(name) || is_shaped(name));
        let above = index.checked_sub(1).and_then(|above| lines.get(above)).map(|line| line.span.of(self.text));
        let is_closed = above.is_some_and(ends_sentence);
        let is_word = capital.is_none() && (is_inflected(&lower, keyword) || WORDS.contains(&lower.as_str()));
        let is_whole = keyword.shape().wants.is_empty() || parts.clauses.iter().any(|c| keyword.shape().wants.contains(&c.word));
        let is_meant = if is_sure {
            !is_word || is_closed || named.any(is_shaped)
        } else {
            // No sentence of a few words and without a stop follows one that has its stop.
            is_closed && is_whole && !goes_on && !is_word
        };
        let at = Span::new(line.span.start, line.span.start + word.len() as u32);
        let safety = if is_sure && capital.is_some() { Safety::Safe } else { Safety::Unsafe };
        is_meant.then_some(Meant { at, keyword, capital: capital.is_some(), safety, is_sure })
    }

    /// Whether the line is not behind a header or key, which ends at `opening`, and no sign says that it is prose.
    fn is_own_line(&self, opening: u32, line: &Line) -> bool {
        let gap = self.text.get(opening as usize..line.span.start as usize);
        gap.is_some_and(|gap| gap.contains(['\n', '\r']) && !gap.ends_with('\\'))
    }

    /// Whether the file declares the name, or nearly.
    fn is_known(&self, name: &str) -> bool {
        let names = self.names.get_or_init(|| self.declared());
        let is_near = || name.chars().count() >= FEWEST_LETTERS && find_nearest(name, names.iter().copied()).is_some();
        names.contains(name) || is_near()
    }

    fn declared(&self) -> BTreeSet<&'a str> {
        let declaring = self.tree.statements.iter().filter(|statement| statement.declares);
        declaring.filter_map(|statement| Some(statement.name?.of(self.text))).collect()
    }
}

/// Whether a header may go on so: with names and clauses. Most prose is passed over here.
fn may_be_header(rest: &str) -> bool {
    let mut said = rest.split_whitespace();
    let goes_on = |next: &str| next.starts_with(',') || ClauseWord::find(next).is_some();
    said.next().is_some_and(|name| name.ends_with(',') || said.next().is_none_or(goes_on))
}

/// Whether a statement of this keyword that declares nothing says something.
const fn is_referring(keyword: Keyword) -> bool {
    !matches!(keyword, Keyword::Party | Keyword::Term | Keyword::Source | Keyword::Use)
}

/// Whether it looks as a name does and a word of prose does not.
fn is_shaped(name: &str) -> bool {
    let is_letter = name.chars().count() == 1 && !matches!(name, "a" | "A" | "I");
    is_letter || name.contains(['-', '_', '.']) || name.bytes().any(|b| b.is_ascii_digit())
}

/// Whether `word` is a form of the keyword that people say in sentences: "supports", "denied", "premises".
fn is_inflected(word: &str, keyword: Keyword) -> bool {
    let stem = keyword.word().trim_end_matches(['e', 'y', 't']);
    let ending = word.strip_prefix(stem).unwrap_or("");
    ["s", "es", "ies", "ed", "ied", "d", "ing", "er", "ers", "ts", "ted", "ting", "ter", "ters"].contains(&ending)
}

fn ends_sentence(words: &str) -> bool {
    words.trim_end_matches(['"', '”', '’', '\'', ')', '*', '_', '`']).ends_with(['.', '!', '?'])
}
