//! The grammar and the parser are one language: what the grammar derives parses clean, what it does not derive is told.

mod derive;
mod ebnf;
mod pages;
mod recognise;
mod tables;

use agon::{
    syntax::{
        attribute::Key,
        dialect::Dialect,
        keyword::{ClauseWord, Keyword},
        parse::{Parse, parse, parse_whole},
        token::{Kind, Token},
    },
    text::span::FileId,
};
use derive::{Deriver, Random};
use ebnf::{Expr, Grammar};
use recognise::accepts;
use std::collections::BTreeSet;

const EBNF: &str = include_str!("../grammar/agon.ebnf");
const SENTENCES: usize = 3000;

fn grammar() -> Grammar {
    Grammar::read(EBNF)
}

fn agon(text: &str) -> Parse {
    parse(FileId(0), text, Dialect::Agon)
}

fn problems(text: &str) -> Vec<String> {
    agon(text).diagnostics.iter().map(|d| format!("{}: {} at {:?}", d.code.name, d.title, d.at.place.span)).collect()
}

/// Random texts of the language.
fn sentences(grammar: &Grammar, seed: u64, count: usize) -> (Vec<String>, Vec<usize>) {
    let mut deriver = Deriver::new(grammar, seed);
    let file = grammar.rule("file");
    let texts = (0..count)
        .map(|i| {
            let mut sentence = String::new();
            deriver.rule(file, 12 + i % 12, &mut sentence);
            deriver.lay_out(&sentence)
        })
        .collect();
    (texts, deriver.used)
}

#[test]
fn every_sentence_of_the_grammar_parses_clean() {
    let grammar = grammar();
    let (texts, used) = sentences(&grammar, 1, SENTENCES);
    for text in &texts {
        assert_eq!(problems(text), Vec::<String>::new(), "in\n{text}");
    }
    // Two rules say only how a line is read, and so derive nothing.
    let idle: BTreeSet<&str> = grammar.names.iter().zip(&used).filter(|(_, used)| **used == 0).map(|(n, _)| n.as_str()).collect();
    let reading = [
        "clause",
        "clause-word",
        "header",
        "key",
        "keyword",
        "looks-like-header",
        "looks-like-key",
        "opens-attribute",
        "opens-statement",
        "operands",
    ];
    assert_eq!(idle, BTreeSet::from(reading));
}

#[test]
fn the_judge_of_broken_texts_accepts_every_sentence() {
    let grammar = grammar();
    for text in sentences(&grammar, 2, 300).0 {
        assert!(accepts(&grammar, &text), "in\n{text}");
    }
}

/// The literals of one rule.
fn literals<'g>(grammar: &'g Grammar, rule: &str) -> Vec<&'g str> {
    let mut out = Vec::new();
    Grammar::literals(&grammar.rules[grammar.rule(rule)], &mut out);
    out
}

#[test]
fn the_words_of_the_grammar_are_those_of_the_code() {
    let grammar = grammar();
    let words: Vec<&str> = Keyword::ALL.iter().map(|k| k.word()).collect();
    assert_eq!(literals(&grammar, "keyword"), words);
    let clauses: Vec<&str> = ClauseWord::ALL.iter().map(|k| k.word()).collect();
    assert_eq!(literals(&grammar, "clause-word"), clauses);
    let keys: Vec<&str> = Key::ALL.iter().map(|k| k.word()).collect();
    assert_eq!(literals(&grammar, "key"), keys);

    // And the statements and attributes themselves use each of them, and nothing else that reads like a word.
    let lists = ["keyword", "clause-word", "key", "clause", "header"].map(|r| grammar.rule(r));
    let mut used = Vec::new();
    for (rule, expr) in grammar.rules.iter().enumerate().filter(|(r, _)| !lists.contains(r)) {
        let front = ["title", "scope", "front-author", "as-of", "url"].contains(&grammar.names[rule].as_str());
        let before = used.len();
        Grammar::literals(expr, &mut used);
        used[before..].iter_mut().filter(|w| front && **w != "url").for_each(|w| *w = "");
    }
    let used: BTreeSet<&str> = used.into_iter().filter(|w| w.starts_with(|c: char| c.is_ascii_lowercase())).collect();
    let values: BTreeSet<&str> =
        [Key::Likelihood, Key::Confidence].iter().flat_map(|k| k.value().split(" | ")).chain(["one", "any"]).collect();
    let known: BTreeSet<&str> = words.into_iter().chain(clauses).chain(keys).collect();
    assert_eq!(used, known.union(&values).copied().collect());
}

/// One way to break a text, at a token of one kind.
struct Breakage {
    /// What it does; the list of these is the documentation of the test.
    name: &'static str,
    /// The tokens it can be done to.
    at: fn(&Token, &str) -> bool,
    /// Whether it leaves nearly a keyword or key, which is told even where prose can stand.
    near: bool,
    /// What the token becomes.
    to: fn(&str, &mut Random) -> String,
}

fn is_clause_word(token: &Token, words: &str) -> bool {
    token.kind == Kind::Name && ClauseWord::find(words).is_some()
}

fn is_name(token: &Token, words: &str) -> bool {
    token.kind == Kind::Name && ClauseWord::find(words).is_none()
}

fn misspell(word: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.below(letters.len());
    match random.below(3) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, 'x'),
        _ => letters[at] = 'z',
    }
    letters.into_iter().collect()
}

fn capital(word: &str) -> String {
    word.chars().enumerate().map(|(i, c)| if i == 0 { c.to_ascii_uppercase() } else { c }).collect()
}

fn twice(word: &str, by: &str) -> String {
    [word, by, word].concat()
}

/// Breakages of values and prose are left out: there, what is wrong is for later checks, or is other prose.
const BREAKAGES: &[Breakage] = &[
    Breakage { name: "a keyword is misspelt", near: true, at: |t, _| t.kind == Kind::Keyword, to: misspell },
    Breakage { name: "a keyword has a capital", near: true, at: |t, _| t.kind == Kind::Keyword, to: |w, _| capital(w) },
    Breakage { name: "a keyword is missing", near: false, at: |t, _| t.kind == Kind::Keyword, to: |_, _| String::new() },
    Breakage { name: "a keyword stands twice", near: false, at: |t, _| t.kind == Kind::Keyword, to: |w, _| twice(w, " ") },
    Breakage {
        name: "a keyword is another one",
        near: false,
        at: |t, _| t.kind == Kind::Keyword,
        to: |_, r| ["party", "term", "contradiction", "prefer", "accept", "expect", "use"][r.below(7)].to_owned(),
    },
    Breakage { name: "a name is missing", near: false, at: is_name, to: |_, _| String::new() },
    Breakage { name: "a name stands twice", near: false, at: is_name, to: |w, _| twice(w, " ") },
    Breakage { name: "a name is junk", near: false, at: is_name, to: |_, r| ["%%", "(", "a'b", "a/b", "?"][r.below(5)].to_owned() },
    Breakage { name: "a name is in quotation marks", near: false, at: is_name, to: |w, _| format!("\"{w}\"") },
    Breakage {
        name: "a name is a word of the language",
        near: false,
        at: is_name,
        to: |_, r| ClauseWord::ALL[r.below(12)].word().to_owned(),
    },
    Breakage { name: "a name has a dot at its end", near: false, at: is_name, to: |w, _| format!("{w}.") },
    Breakage { name: "a name has a second part", near: false, at: is_name, to: |w, _| format!("{w}.x") },
    Breakage { name: "a clause word is misspelt", near: false, at: is_clause_word, to: misspell },
    Breakage { name: "a clause word is missing", near: false, at: is_clause_word, to: |_, _| String::new() },
    Breakage { name: "a clause word stands twice", near: false, at: is_clause_word, to: |w, _| twice(w, " ") },
    Breakage {
        name: "a clause word is another one",
        near: false,
        at: is_clause_word,
        to: |_, r| ClauseWord::ALL[r.below(12)].word().to_owned(),
    },
    Breakage { name: "a comma is missing", near: false, at: |t, _| t.kind == Kind::Comma, to: |_, _| " ".to_owned() },
    Breakage { name: "a comma stands twice", near: false, at: |t, _| t.kind == Kind::Comma, to: |w, _| twice(w, " ") },
    Breakage { name: "a colon is missing", near: false, at: |t, _| t.kind == Kind::Colon, to: |_, _| String::new() },
    Breakage { name: "a colon is a semicolon", near: false, at: |t, _| t.kind == Kind::Colon, to: |_, _| ";".to_owned() },
    Breakage {
        name: "a quotation mark is missing",
        near: false,
        at: |t, _| t.kind == Kind::Quoted,
        to: |w, _| w[..w.len() - 1].to_owned(),
    },
    Breakage { name: "a path has no quotation marks", near: false, at: |t, _| t.kind == Kind::Quoted, to: |w, _| w.replace('"', "") },
    Breakage { name: "a key is misspelt", near: true, at: |t, _| t.kind == Kind::Key, to: misspell },
    Breakage { name: "a key has a capital", near: true, at: |t, _| t.kind == Kind::Key, to: |w, _| capital(w) },
    Breakage {
        name: "a key is another one",
        near: false,
        at: |t, _| t.kind == Kind::Key,
        to: |_, r| ["role", "side", "author", "in"][r.below(4)].to_owned(),
    },
    Breakage { name: "a heading has no blank", near: false, at: |t, _| t.kind == Kind::HeadingMark, to: |w, _| format!("{w}.") },
    Breakage { name: "a text or value is missing", near: false, at: |t, _| t.kind == Kind::Text, to: |_, _| String::new() },
    Breakage { name: "a line is one column to the left", near: false, at: |t, _| t.kind == Kind::Indent, to: |w, _| w[1..].to_owned() },
    Breakage { name: "a line is indented with a tab", near: false, at: |t, _| t.kind == Kind::Indent, to: |w, _| format!("\t{w}") },
    Breakage {
        name: "a control character stands in a text",
        near: false,
        at: |t, _| t.kind == Kind::Text,
        to: |w, _| format!("{w}\u{7}."),
    },
    Breakage {
        name: "a line is torn off its end",
        near: false,
        at: |t, w| t.kind == Kind::Newline && w == "\r\n",
        to: |_, _| "\r".to_owned(),
    },
];

#[test]
fn whatever_is_broken_is_told() {
    let grammar = grammar();
    // Some things are for later checks: whether a deeper line below spoils a short value, what a bare statement may not have, which
    // kind of move bears on what.
    let changes = [
        ("done         ::= NEWLINE", "done ::= NEWLINE more*"),
        ("bare-name NEWLINE bare-question-body", "bare-name (by NEWLINE | by? NEWLINE bare-question-body)"),
        ("bare-name NEWLINE", "bare-name by? NEWLINE"),
        ("bare-name strictly?", "bare-name << by | strictly >>?"),
        ("bare-name on", "bare-name << by | on >>"),
        ("<< /* refers */", "<< by |"),
        ("bare-claim-body?", "(bare-claim-body | attributes)?"),
        ("bare-move-body?", "(bare-move-body | attributes)?"),
        ("bare-support-body?", "(bare-support-body | attributes)?"),
        ("nested-rebuttal* | nested-limit* >>", "any-move* >>"),
        (
            "<< premise+ | scheme | weight | answered | waive | reviewed | note | nested-undercut* >>",
            "<< premise+ | any-attribute* | any-move* >>",
        ),
        ("claim-move+", "any-move+"),
        ("premise+ | nested-undercut* >>", "premise+ | any-move* >>"),
        ("nested-undercut+ >>", "any-move+ >>"),
        ("<< /* bare */", "<< any-attribute* |"),
    ];
    let mut more = EBNF.to_owned();
    for (from, to) in changes {
        assert!(more.contains(from), "{from}");
        more = more.replace(from, to);
    }
    more += "attributes ::= INDENT any-attribute+ DEDENT
             any-attribute ::= cite | date | likelihood | confidence | weight | valid-until | tags | note | scheme | answered
                             | waive | reviewed | default | how-many | part";
    let mut lenient = Grammar::read(&more);
    // And it leaves out prose that looks like a header or key; the parser tells it only where the first word is nearly one of ours.
    for rule in ["looks-like-header", "looks-like-key"] {
        let rule = lenient.rule(rule);
        lenient.rules[rule] = Expr::Choice(Vec::new());
    }
    let (texts, _) = sentences(&grammar, 3, SENTENCES);
    let mut random = Random(4);
    for breakage in BREAKAGES {
        let (mut broken, mut whole) = (0, 0);
        let mut next = random.below(SENTENCES);
        for _ in 0..SENTENCES {
            if broken >= 70 {
                break;
            }
            next += 1;
            let text = &texts[next % SENTENCES];
            let places: Vec<Token> =
                parse_whole(FileId(0), text, Dialect::Agon).1.iter().filter(|t| (breakage.at)(t, t.span.of(text))).collect();
            if places.is_empty() || text.len() > 500 {
                continue;
            }
            let span = places[random.below(places.len())].span;
            let mut changed = text.clone();
            changed.replace_range(span.range(), &(breakage.to)(span.of(text), &mut random));
            let judge = if breakage.near { &grammar } else { &lenient };
            if !accepts(judge, &changed) {
                broken += 1;
                assert!(
                    !agon(&changed).diagnostics.is_empty(),
                    "{}, and nothing is told: {span:?} in\n{text}\n===\n{changed}",
                    breakage.name
                );
            } else if accepts(&grammar, &changed) {
                whole += 1;
                assert_eq!(problems(&changed), Vec::<String>::new(), "{}, and all is well: {span:?} in\n{changed}", breakage.name);
            }
        }
        assert!(broken >= 60, "{}: {broken} broken, {whole} not", breakage.name);
    }
}
