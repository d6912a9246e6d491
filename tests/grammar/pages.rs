//! Every example of the pages does what the page says: it parses and resolves clean, or finds the mistake that its fence names.
//!
//! A fence marked `agon` is one whole debate. `text finds CODE` is a mistake. Fences marked `text file=NAME` in a row are the files of one
//! debate, the last its root.

use crate::support::Memory;
use agon::{
    diagnostic::code::Level,
    model::{debate::Expected, load::Files},
    report::run::{Report, run},
};

const PAGES: &[(&str, &str)] =
    &[("tutorial", include_str!("../../grammar/tutorial.md")), ("reference", include_str!("../../grammar/reference.md"))];

/// The fences of a page: the words behind the opening fence, the line it stands on, and its text.
fn fences(page: &str) -> Vec<(&str, usize, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        let signs = line.len() - line.trim_start_matches('`').len();
        if signs >= 3 {
            let (fence, info) = line.split_at(signs);
            let body: Vec<&str> = lines.by_ref().map(|(_, l)| l).take_while(|l| *l != fence).collect();
            found.push((info, at + 1, body.iter().map(|l| format!("{l}\n")).collect()));
        }
    }
    found
}

/// What is wrong with a debate, and which of its tests do not hold.
fn codes(files: &[(&str, &str)]) -> Vec<String> {
    let mut loaded = Files::default();
    let root = loaded.load(files[0].0, &Memory::new(files));
    let report = run(&loaded, root);
    // A note tells what may be fine; the pages show such surprises on purpose.
    let problems = report.diagnostics.iter().filter(|d| d.level != Level::Note).map(|d| format!("{}: {}", d.code.name, d.title));
    problems.chain(report.debate.expectations.iter().filter_map(|e| disappointed(&report, e.expected))).collect()
}

fn disappointed(report: &Report<'_>, expected: Expected) -> Option<String> {
    let (claim, wanted) = match expected {
        Expected::Stands(claim) => (claim, "stands"),
        Expected::Falls(claim) => (claim, "falls"),
        Expected::Open(claim) => (claim, "open"),
        Expected::Unsupported(claim) => (claim, "unsupported"),
        Expected::Answer(question, claim) => {
            let outcome = report.analysis.outcome(question);
            return (outcome.answer() != Some(claim)).then(|| format!("the outcome is {outcome:?}"));
        }
        Expected::NoAnswer(question) => {
            let outcome = report.analysis.outcome(question);
            return outcome.answer().map(|_| format!("the outcome is {outcome:?}"));
        }
    };
    let verdict = report.analysis.verdict(claim).word();
    (verdict != wanted).then(|| format!("{}: {verdict}, not {wanted}", report.debate.claim(claim).name.shown))
}

#[test]
fn every_example_of_the_pages_does_what_the_page_says() {
    for (name, page) in PAGES {
        let mut files: Vec<(&str, String)> = Vec::new();
        let mut debates = 0;
        for (info, line, text) in fences(page) {
            if let Some(file) = info.strip_prefix("text file=") {
                files.retain(|(n, _)| *n != file);
                files.insert(0, (file, text));
                let list: Vec<(&str, &str)> = files.iter().map(|(n, t)| (*n, t.as_str())).collect();
                assert_eq!(codes(&list), Vec::<String>::new(), "{name}.md:{line}");
                continue;
            }
            files.clear();
            if let Some(code) = info.strip_prefix("text finds ") {
                let found = codes(&[("page.agon", &text)]);
                assert!(found.len() == 1 && found[0].starts_with(&format!("{code}: ")), "{name}.md:{line} finds {found:?}");
            } else if info == "agon" {
                debates += 1;
                assert_eq!(codes(&[("page.agon", &text)]), Vec::<String>::new(), "{name}.md:{line}\n{text}");
            }
        }
        assert!(debates > 5, "{name}.md has {debates} debates");
    }
}

#[test]
fn the_usual_mistakes_are_told_as_the_tutorial_says() {
    let mistakes = [
        ("unknown-keyword", "clam close: Text.\n"),
        ("missing-colon", "claim close\n  Text.\n"),
        ("keyword-in-prose", "claim close: A text that goes on with\n  use of words.\n"),
        ("unexpected-word", "claim close street: Text.\n"),
        ("unindented-prose", "claim close: Text\nat the edge.\n"),
        ("late-prose", "claim close: Text.\n  support: Reason.\n\n  // A remark.\n  note: x\n  more text.\n"),
        ("uneven-indent", "claim close: Text.\n    support: One.\n  support: Two.\n"),
        ("wrong-place", "claim close: Text.\n  claim other: Text.\n"),
        ("unknown-name", "claim close: Text.\nclaim leave: Other.\ncontradiction close, leaf\n"),
        ("wrong-target", "claim close: Text.\n  undercut: No.\n"),
        ("text-and-premises", "claim close: Text.\n  support: Text.\n    premise: Other.\n"),
    ];
    for (code, text) in mistakes {
        let found = codes(&[("page.agon", text)]);
        assert!(found.first().is_some_and(|f| f.starts_with(code)), "{code}: {found:?} in\n{text}");
        assert!(PAGES[0].1.contains(&format!("`{code}`")), "the tutorial does not tell `{code}`");
    }
}
