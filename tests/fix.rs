//! `check --fix`: every fix of every page mends its finding, and the text that comes out parses.

use crate::{cli::shell::Shell, pages};
use agon::{
    catalog::all::all,
    cli::{
        checked::{Checked, Texts},
        fix::mend,
        set,
    },
    diagnostic::problem::{Diagnostic, Safety},
    syntax::{codes, dialect::Dialect, parse::parse},
    text::{
        edit::Edit,
        source::Source,
        span::{FileId, Place, Span},
    },
};
use proptest::prelude::*;
use serde_json::Value;

fn findings(shell: &Shell) -> Vec<Value> {
    let ran = shell.run(&["check", "--format", "json", "."]);
    let value: Value = serde_json::from_str(&ran.stdout).unwrap();
    value["findings"].as_array().unwrap().clone()
}

/// The codes of findings that would not be there if the text could be read.
fn errors(found: &[Value]) -> usize {
    found.iter().filter(|f| f["level"] == "error").count()
}

#[test]
fn every_fix_of_every_page_takes_its_finding_away_and_breaks_nothing() {
    let (mut safe, mut guessed) = (0, 0);
    for code in all() {
        for files in pages::examples(code.page) {
            let shell = Shell::new(&[]);
            files.iter().for_each(|(path, bytes)| shell.write(path, bytes));
            shell.write("agon.yaml", pages::settings(code).as_bytes());
            let before = findings(&shell);
            let mendable = |safe: bool| before.iter().any(|f| f["code"] == code.name && f["fix"]["safe"] == safe);
            let (is_safe, is_guess) = (mendable(true), mendable(false));
            if !is_safe && !is_guess {
                continue;
            }
            let arguments: &[&str] = if is_safe { &["check", "--fix", "."] } else { &["check", "--fix", "--unsafe", "."] };
            if is_guess && !is_safe {
                let untouched = files.iter().map(|(path, _)| shell.read(path)).collect::<Vec<_>>();
                shell.run(&["check", "--fix", "."]);
                assert_eq!(
                    files.iter().map(|(path, _)| shell.read(path)).collect::<Vec<_>>(),
                    untouched,
                    "{}: a guess is applied",
                    code.name
                );
            }
            let ran = shell.run(arguments);
            let after = findings(&shell);
            let left = |found: &[Value]| found.iter().filter(|f| f["code"] == code.name && !f["fix"].is_null()).count();
            assert_eq!(left(&after), 0, "{}\n{after:#?}", code.name);
            assert!(errors(&after) < errors(&before) || (errors(&before) == 0 && after.len() < before.len()), "{}\n{after:#?}", code.name);
            assert!(ran.stderr.contains("applied in 1 file"), "{}", ran.stderr);
            shell.run(arguments).err("0 fixes applied in 0 files");
            if is_safe { safe += 1 } else { guessed += 1 }
        }
    }
    assert!(safe >= 10 && guessed >= 10, "{safe} safe fixes and {guessed} guesses are shown");
}

#[test]
fn fixes_are_applied_in_rounds_and_looked_at_first() {
    let text = "Claim rain: It rains.\n\tsupport clouds: Clouds.\n\t\tcite: forecast\nexpect rian stands\n";
    let shell = Shell::new(&[("a.agon", text), ("b.agon", "claim b: B.\n")]);
    let looked = shell.run(&["check", "--fix", "--diff", "."]);
    looked
        .code(1)
        .out("--- a.agon\n+++ a.agon\n")
        .out("+claim rain: It rains.\n+  support clouds: Clouds.\n")
        .err("3 fixes would be applied in 1 file; 1 more with `--unsafe`\n");
    assert!(!looked.stdout.contains("+expect"), "{}", looked.stdout);
    assert_eq!(shell.run(&["check", "--diff", "."]).stdout, looked.stdout);
    assert_eq!(shell.read("a.agon"), text);
    let mended = shell.run(&["check", "--fix", "."]);
    mended.code(1).out("error[unknown-name]").err("3 fixes applied in 1 file; 1 more with `--unsafe`\n");
    shell.run(&["check", "--diff", "a.agon"]).is(1, "", "0 fixes would be applied in 0 files; 1 more with `--unsafe`\n");
    assert_eq!(shell.read("a.agon"), "claim rain: It rains.\n  support clouds: Clouds.\n    cite: forecast\nexpect rian stands\n");
    shell.run(&["check", "--fix", "--unsafe", "."]).code(1).err("1 fix applied in 1 file\n");
    assert!(shell.read("a.agon").ends_with("expect rain stands\n"));
    shell.run(&["check", "--unsafe", "."]).code(2).err("add `--fix`");
    shell.run(&["check", "--diff", "b.agon"]).is(0, "", "0 fixes would be applied in 0 files\n");
}

#[test]
fn what_is_no_text_or_was_not_asked_for_is_left_as_it_is() {
    let shell = Shell::new(&[("a.agon", "use \"b.agon\" as b\nclaim a: A.\n\tnote: x\n"), ("b.agon", "claim b: B.\n\tnote: x\n")]);
    shell.run(&["check", "--fix", "a.agon"]).code(1).err("1 fix applied in 1 file\n");
    assert_eq!((shell.read("a.agon").contains('\t'), shell.read("b.agon").contains('\t')), (false, true));
    let bytes = b"claim a: \xff\n\tnote: x\n";
    shell.write("a.agon", bytes);
    shell.run(&["check", "--fix", "a.agon"]).code(1).err("0 fixes applied in 0 files\n");
    assert_eq!(std::fs::read(shell.path("a.agon")).unwrap(), bytes);
    shell.run_with(&["check", "--fix", "-"], b"claim a: A.\n\tnote: x\n").code(2).err("standard input cannot be mended");
}

#[test]
fn a_relation_that_is_made_twice_in_the_same_words_is_mended_safely() {
    let text = "party p: P\nparty q: Q\nclaim a: A.\nclaim b: B.\nclaim c by q: C.\ncontradiction a, b by p\n";
    let twice = |more: &str| Shell::new(&[("a.agon", &format!("{text}{more}"))]);
    for more in ["contradiction b, a by p\n", "rebuttal c against b\nrebuttal c against b\n"] {
        let shell = twice(more);
        shell.run(&["check", "--fix", "a.agon"]).err("1 fix applied in 1 file\n");
        assert!(shell.read("a.agon").len() < text.len() + more.len(), "{more}");
        assert!(!shell.run(&["check", "a.agon"]).stdout.contains("duplicate-relation"), "{more}");
    }
    for more in ["contradiction b, a by q\n", "contradiction b, a by p: They differ.\n"] {
        let shell = twice(more);
        shell.run(&["check", "--fix", "a.agon"]).out("duplicate-relation").err("0 fixes applied in 0 files");
        assert_eq!(shell.read("a.agon"), format!("{text}{more}"));
    }
}

#[test]
fn a_line_is_indented_like_its_siblings_at_once() {
    for (text, mended) in [
        ("source s: S\n  date: 2001\n claim a: A.\n  note: x\n", "source s: S\n  date: 2001\n  claim a: A.\n  note: x\n"),
        ("claim a: A.\n    support b: B.\n  support c: C.\n", "claim a: A.\n    support b: B.\n    support c: C.\n"),
    ] {
        let shell = Shell::new(&[("a.agon", text)]);
        shell.run(&["check", "--fix", "--unsafe", "a.agon"]);
        assert_eq!(shell.read("a.agon"), mended);
        assert!(!shell.run(&["check", "a.agon"]).stdout.contains("uneven-indent"), "{text}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn mending_any_text_comes_to_an_end_and_leaves_nothing_safe_to_mend(
        lines in prop::collection::vec("( |\t){0,4}(claim a|Claim b|support|rebuttal c|premise a|expect a stands|use|cite|Note|// allow\\(dead-allow\\)|// allow\\(circular-support\\): x)(:| :|)( [A-Z][a-z]{2})?(\r|\u{202e}|\u{feff})?", 0..14),
    ) {
        let shell = Shell::new(&[("a.agon", &lines.join("\n"))]);
        for arguments in [&["check", "--fix", "a.agon"][..], &["check", "--fix", "--unsafe", "a.agon"]] {
            let ran = shell.run(arguments);
            prop_assert!(ran.code < 2, "{}", ran.stderr);
        }
        shell.run(&["check", "--fix", "a.agon"]);
        shell.run(&["check", "--fix", "a.agon"]).err("0 fixes applied in 0 files");
    }

    #[test]
    fn no_line_is_indented_deeper_than_the_deepest_of_its_text(
        lines in prop::collection::vec(" {0,6}(claim a|source s|support|rebuttal c|premise|note|date|cite)(:|)( [A-Z][a-z]{2})?", 0..14),
    ) {
        let deepest = |text: &str| text.lines().map(|line| line.len() - line.trim_start().len()).max();
        let text = lines.join("\n");
        let shell = Shell::new(&[("a.agon", &text)]);
        shell.run(&["check", "--fix", "--unsafe", "a.agon"]);
        let after = shell.read("a.agon");
        prop_assert!(deepest(&after) <= deepest(&text), "{text}\n\n{after}");
    }
}

#[test]
fn a_fix_that_leans_on_a_guess_is_a_guess() {
    let text = "claim a: It is safe.\n  suport b: It holds.\nsupport b for a\nsupport b for a\n";
    let shell = Shell::new(&[("a.agon", text)]);
    shell.run(&["check", "--fix", "a.agon"]);
    assert!(shell.read("a.agon").contains("\nsupport b for a\n"), "{}", shell.read("a.agon"));
}

/// Mends the text `before` of a file by a check that always finds one thing to mend, with `edit`, and `wrong(text)` errors besides.
fn mend_endlessly(before: &str, edit: impl Fn(&str) -> Edit, wrong: impl Fn(&str) -> usize) -> (String, bool) {
    let shell = Shell::new(&[("a.agon", before)]);
    let asked = set::ask(&[shell.path("a.agon")]).unwrap().remove(0);
    let check = |texts: &Texts| {
        let text = texts.get("a.agon").map_or(before.to_owned(), |bytes| String::from_utf8(bytes.clone()).unwrap());
        let place = Place::new(FileId(0), Span::default());
        let more = (0..wrong(&text)).map(|_| Diagnostic::new(&codes::TAB_INDENT, place, "wrong"));
        let fixed = Diagnostic::new(&codes::TAB_INDENT, place, "to mend").fix(Safety::Safe, "mend it", vec![edit(&text)]);
        Checked { found: more.chain([fixed]).collect(), sources: vec![Source::new("a.agon", text)], ..Checked::default() }
    };
    let mut texts = Texts::new();
    let (_, mended) = mend(&asked, &mut texts, false, check);
    let after = mended.files.get("a.agon").map_or(before.to_owned(), |change| change.after.clone());
    assert!(texts.get("a.agon").is_none_or(|text| text == after.as_bytes()));
    (after, mended.unsettled)
}

#[test]
fn fixes_that_come_to_no_end_leave_the_round_with_the_fewest_errors() {
    let before = "claim a: A.\n";
    let insert = |words: &'static str| move |text: &str| Edit::new(Span::empty(text.len() as u32), words);
    assert_eq!(mend_endlessly(before, insert("// more\n"), |_| 0), (before.to_owned(), true), "nothing is better, so nothing is changed");
    let length = |text: &str| 30_usize.saturating_sub(text.len()) + text.len().saturating_sub(30);
    assert_eq!(mend_endlessly(before, insert("// more\n"), length).0.len(), 28, "the best is kept");
    let to_and_fro = |text: &str| {
        let name = if text.contains("claim a") { "b" } else { "a" };
        Edit::new(Span::new(6, 7), name)
    };
    assert_eq!(mend_endlessly(before, to_and_fro, |text| usize::from(text.contains("claim a"))), ("claim b: A.\n".to_owned(), true));
    let double = |text: &str| Edit::new(Span::empty(0), text);
    let (after, unsettled) = mend_endlessly(before, double, |text| 1_000_000_usize.saturating_sub(text.len()));
    assert!(unsettled && after.len() < 16_384, "what grows and grows is stopped: {}", after.len());
    let broken = |text: &str| parse(FileId(0), text, Dialect::Agon).diagnostics.len();
    let (after, unsettled) = mend_endlessly(before, insert("\tclaim"), broken);
    assert_eq!((after.as_str(), unsettled), (before, true), "what could be read can be read still");
}
