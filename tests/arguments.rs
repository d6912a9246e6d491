//! The debates that are shipped: each is clean, laid out and tests itself, and together they use the whole language.

use crate::support::Folder;
use agon::{
    analysis::outcome::Outcome,
    config::pack::Pack,
    format::layout::format,
    model::{
        debate::Expected,
        gather::gather,
        load::{File, Files},
    },
    report::run::{Options, run, run_with},
    syntax::{
        attribute::Key,
        keyword::{ClauseWord, Keyword},
        tree::{Statement, Tree, opens_item},
    },
    text::span::FileId,
};
use std::collections::BTreeSet;

/// The main files of the shipped debates.
pub(crate) const ROOTS: &[&str] = &[
    "security-guarantees/debate.agon",
    "event-log/decision.agon",
    "carlill.agon",
    "continental-drift.agon",
    "organ-donation.agon",
    "library-fines.md",
    "picnic.agon",
];

/// What none of them uses, each with the reason.
const UNUSED: &[(&str, &str)] = &[("escape", "no sentence of theirs begins like a line of the language")];

fn load(root: &str) -> (Files, FileId) {
    let mut files = Files::default();
    let id = files.load(root, &Folder("arguments"));
    gather(&mut files, &Folder("arguments"));
    (files, id)
}

#[test]
fn every_shipped_debate_is_clean_and_tests_itself() {
    for root in ROOTS {
        let (files, id) = load(root);
        let report = run_with(&files, id, Options { packs: &Pack::ALL, ..Options::default() });
        let found: Vec<String> = report
            .diagnostics
            .iter()
            .filter(|d| d.level != agon::diagnostic::code::Level::Note)
            .map(|d| format!("{} {}: {}", d.code.name, d.title, d.at.place.span.of(&files.file(d.at.place.file).source.text)))
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{root}");
        assert!(!report.debate.expectations.is_empty(), "{root} expects nothing");
    }
}

#[test]
fn the_flagship_is_worked_out_in_two_files() {
    let (files, id) = load(ROOTS[0]);
    let report = run(&files, id);
    assert_eq!(files.list.len(), 2);
    assert!(report.debate.claims.len() >= 40, "{}", report.debate.claims.len());
    assert!(report.debate.expectations.len() >= 10);
}

/// Every construct of the language, by name.
fn constructs() -> BTreeSet<String> {
    let mut all: BTreeSet<String> = Keyword::ALL.iter().map(|k| format!("keyword {}", k.word())).collect();
    all.extend(ClauseWord::ALL.iter().map(|c| format!("clause {}", c.word())));
    all.extend(Key::ALL.iter().map(|k| format!("key {}", k.word())));
    for keyword in Keyword::ALL.iter().filter(|k| k.is_move()) {
        all.extend(["nested", "flat", "used again"].map(|how| format!("{} {how}", keyword.word())));
    }
    for keyword in [Keyword::Claim, Keyword::Premise] {
        all.insert(format!("{} used again", keyword.word()));
    }
    for keyword in
        Keyword::ALL.iter().filter(|k| k.is_said() && **k != Keyword::Claim && **k != Keyword::Fact && **k != Keyword::Assumption)
    {
        all.insert(format!("{} without a name", keyword.word()));
    }
    all.extend(["stands", "falls", "open", "unsupported", "answer", "no answer"].map(|e| format!("expect {e}")));
    all.extend(["stands", "open", "denied", "unfounded", "unsupported"].map(|v| format!("verdict {v}")));
    all.extend(["answer", "default", "open"].map(|o| format!("outcome {o}")));
    all.extend(
        [
            "heading of level 1",
            "heading of level 2",
            "heading of level 3",
            "comment",
            "front matter",
            "front matter of Markdown",
            "escape",
            "text of several paragraphs",
            "list in a text",
            "Markdown",
            "name of another file",
            "support of one line",
            "support with one premise",
            "support with several premises",
            "claim nested in a question",
            "answer of two questions or move with two targets",
            "speakers",
            "quotation",
            "locator",
        ]
        .map(str::to_owned),
    );
    all
}

/// What a file uses.
fn uses(file: &File, used: &mut BTreeSet<String>) {
    let (text, tree) = (file.source.text.as_str(), &file.parse.tree);
    for heading in &tree.headings {
        used.insert(format!("heading of level {}", heading.level));
    }
    if text.lines().any(|l| l.trim_start().starts_with("//")) {
        used.insert("comment".to_owned());
    }
    if text.lines().any(|l| l.trim_start().starts_with('\\')) {
        used.insert("escape".to_owned());
    }
    if text.starts_with("---\n") {
        used.insert(if file.source.path.ends_with(".md") { "front matter of Markdown" } else { "front matter" }.to_owned());
    }
    if file.source.path.ends_with(".md") {
        used.insert("Markdown".to_owned());
    }
    for (id, statement) in (0u32..).zip(&tree.statements) {
        statement_uses(tree, id, statement, text, used);
    }
}

fn statement_uses(tree: &Tree, id: u32, statement: &Statement, text: &str, used: &mut BTreeSet<String>) {
    let keyword = statement.keyword;
    let word = keyword.word();
    used.insert(format!("keyword {word}"));
    used.extend(tree.clauses(statement).iter().map(|c| format!("clause {}", c.word.word())));
    used.extend(tree.attributes(statement).iter().filter_map(|a| a.key).map(|k| format!("key {}", k.word())));
    let nested = statement.parent.is_some();
    let targets = [ClauseWord::For, ClauseWord::Against].into_iter().find_map(|w| tree.find_clause(statement, w));
    if keyword.is_move() {
        used.insert(format!("{word} {}", if nested { "nested" } else { "flat" }));
    }
    if keyword.is_said() && !statement.declares {
        used.insert(format!("{word} used again"));
    }
    let premises = tree.children(id).filter(|(_, c)| c.keyword == Keyword::Premise).count();
    if statement.declares && keyword.is_said() && statement.name.is_none() {
        used.insert(format!("{word} without a name"));
    }
    if keyword == Keyword::Support && statement.declares {
        used.insert(format!("support {}", ["of one line", "with one premise", "with several premises"][premises.min(2)]));
    }
    let parent = statement.parent.and_then(|p| tree.find_statement(p));
    if keyword == Keyword::Claim && parent.is_some_and(|p| p.keyword == Keyword::Question) {
        used.insert("claim nested in a question".to_owned());
    }
    if targets.is_some_and(|t| tree.names(t.names).len() > 1) {
        used.insert("answer of two questions or move with two targets".to_owned());
    }
    if tree.find_clause(statement, ClauseWord::By).is_some_and(|b| tree.names(b.names).len() > 1) {
        used.insert("speakers".to_owned());
    }
    if tree.clauses(statement).iter().flat_map(|c| tree.names(c.names)).chain(&statement.name).any(|n| n.of(text).contains('.')) {
        used.insert("name of another file".to_owned());
    }
    let lines = tree.text(statement);
    if lines.iter().skip(1).any(|l| l.after_blank) {
        used.insert("text of several paragraphs".to_owned());
    }
    if lines.iter().any(|l| opens_item(l.span.of(text))) {
        used.insert("list in a text".to_owned());
    }
}

#[test]
fn together_they_use_every_construct_of_the_language() {
    let mut used = BTreeSet::new();
    for root in ROOTS {
        let (files, id) = load(root);
        files.list.iter().for_each(|f| uses(f, &mut used));
        let report = run(&files, id);
        let debate = &report.debate;
        used.extend(report.analysis.verdicts.iter().map(|v| format!("verdict {}", v.how().unwrap_or(v.word()))));
        used.extend(report.analysis.outcomes.iter().map(|o| {
            let word = match o {
                Outcome::Answer(_) => "answer",
                Outcome::Default(_) => "default",
                Outcome::Open(_) => "open",
            };
            format!("outcome {word}")
        }));
        used.extend(debate.expectations.iter().map(|e| {
            let word = match e.expected {
                Expected::Stands(_) => "stands",
                Expected::Falls(_) => "falls",
                Expected::Open(_) => "open",
                Expected::Unsupported(_) => "unsupported",
                Expected::Answer(..) => "answer",
                Expected::NoAnswer(_) => "no answer",
            };
            format!("expect {word}")
        }));
        let cites = || debate.claims.iter().flat_map(|c| c.cites());
        used.extend(cites().filter(|c| c.quotation.is_some()).map(|_| "quotation".to_owned()));
        used.extend(cites().filter(|c| c.locator.is_some()).map(|_| "locator".to_owned()));
    }
    let unused: BTreeSet<String> = constructs().difference(&used).cloned().collect();
    let allowed: BTreeSet<String> = UNUSED.iter().map(|u| u.0.to_owned()).collect();
    assert_eq!(unused, allowed, "what none of the shipped debates uses");
}

#[test]
fn every_shipped_debate_is_laid_out() {
    for root in ROOTS {
        for file in load(root).0.list {
            assert_eq!(format(&file.source.text, file.dialect), file.source.text, "{}", file.source.path);
        }
    }
}

#[test]
fn a_party_with_an_article_is_named_with_a_small_one_inside_a_sentence() {
    let title = |party: &str| {
        let text = format!("party p: {party}\nclaim c by p: C.\n  support s:\n    premise x: X.\n");
        let mut files = Files::default();
        let root = files.load("a.agon", &crate::support::Memory::new(&[("a.agon", &text)]));
        run(&files, root).diagnostics.remove(0).title
    };
    assert_eq!(title("The mayor"), "`x` is put into the mouth of the mayor without a source");
    assert_eq!(title("Anna Aston"), "`x` is put into the mouth of Anna Aston without a source");
    assert_eq!(title("A"), "`x` is put into the mouth of A without a source");
}

#[test]
fn premises_of_a_support_that_names_its_speaker_are_not_put_into_a_mouth() {
    let codes = |text: &str| -> Vec<&'static str> {
        let mut files = Files::default();
        let root = files.load("a.agon", &crate::support::Memory::new(&[("a.agon", text)]));
        run(&files, root).diagnostics.iter().map(|d| d.code.name).collect()
    };
    assert_eq!(codes("party p: P\nclaim c: C.\nsupport s by p for c:\n  premise x: X.\n"), Vec::<&str>::new());
    assert_eq!(codes("party p: P\nclaim c by p: C.\n  support s:\n    premise x: X.\n"), ["inherited-words"]);
}
