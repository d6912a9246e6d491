//! Allows: what they silence and what not, and when one is itself a finding.

use crate::{cli::shell::Shell, support::Memory};
use agon::{
    allow::{apply::Known, comment},
    catalog::all::{all, allowable},
    cli::today,
    model::{load::Files, value::Date},
    report::run::{Options, run_with},
    text::span::Span,
};
use proptest::prelude::*;

#[test]
fn an_allow_is_not_dead_where_what_it_takes_to_find_it_is_not_here() {
    let text = |allowed: &str| {
        let allow = format!("// allow-file({allowed}): The minutes are lost.\n");
        format!("{allow}source s: S\n  file: s.txt\n\nclaim a: A.\n  cite: s, \"nobody said it\"\n")
    };
    let other = "We all did.\n";
    let said = "We say that nobody said it.\n";
    let shell = Shell::new(&[("agon.yaml", "sources-dir: kept\n"), ("a.agon", &text("misquotation")), ("kept/s.txt", other)]);
    let check = || shell.run(&["check", "--deny", "warnings"]);
    check().is(0, "no problems in 1 file\n", "");
    std::fs::remove_file(shell.path("kept/s.txt")).unwrap();
    check().code(0).out("note[unverified-quotation]").out("1 note in 1 file\n");
    shell.write("a.agon", text("unverified-quotation").as_bytes());
    check().is(0, "no problems in 1 file\n", "");
    shell.write("kept/s.txt", said.as_bytes());
    check().is(0, "no problems in 1 file\n", "");
    // Where the file can be read, or has to be there, it is known what is found.
    shell.write("a.agon", text("misquotation").as_bytes());
    check().code(1).out("warning[dead-allow]: `misquotation` is not found in this file");
    for (path, words) in [("agon.yaml", ""), ("s.txt", said), ("a.agon", &text("unverified-quotation"))] {
        shell.write(path, words.as_bytes());
    }
    check().code(1).out("warning[dead-allow]: `unverified-quotation` is not found in this file");
}

fn codes_on(text: &str, today: &str) -> Vec<(&'static str, usize)> {
    let mut files = Files::default();
    let root = files.load("d.agon", &Memory::new(&[("d.agon", text)]));
    let found = run_with(&files, root, Options { packs: &[], today: Date::find(today), ..Options::default() }).diagnostics;
    let line = |at: u32| files.file(root).source.lines.line_of(at) + 1;
    found.iter().map(|d| (d.code.name, line(d.at.place.span.start))).collect()
}

fn codes(text: &str) -> Vec<(&'static str, usize)> {
    codes_on(text, "2026-01-01")
}

/// A circle, whose finding stands on line 2 below `above` and `within`.
fn circle(above: &str, within: &str) -> String {
    format!(
        "{above}claim safe: It is safe.\n{within}  support trust:\n    premise used: People use it.\n      support habit:\n        premise safe\n"
    )
}

#[test]
fn an_allow_holds_for_the_statement_or_line_below_it_and_no_further() {
    assert_eq!(codes(&circle("", "")), [("circular-support", 2)]);
    assert_eq!(codes(&circle("", "  // allow(circular-support): why\n")), []);
    assert_eq!(codes(&circle("", "  // allow(circular-support): why\n\n  // Another remark.\n")), []);
    let above = circle("// allow(circular-support): why\n", "");
    assert_eq!(codes(&above), [("dead-allow", 1), ("circular-support", 3)], "what is nested speaks for itself");
    assert_eq!(codes(&circle("", "  // allow(several-answers): why\n")), [("dead-allow", 2), ("circular-support", 3)]);
    let twice = circle("", "  // allow(circular-support): why\n  // allow(circular-support): again\n");
    assert_eq!(codes(&twice), [("dead-allow", 3)]);
    assert_eq!(codes("claim a: A.\n// allow(circular-support): nothing follows\n"), [("dead-allow", 2)]);
    let quoted = "party p: P\nclaim a by p: A.\n  support b: B.\n    // allow(inherited-words): a line of its own\n";
    assert_eq!(codes(&format!("{quoted}    note: x\n")), [("inherited-words", 3), ("dead-allow", 4)]);
}

#[test]
fn an_allow_for_the_file_holds_wherever_it_stands() {
    let text = circle("", "") + "// allow-file(circular-support): why\n";
    assert_eq!(codes(&text), []);
    assert_eq!(codes("claim a: A.\n// allow-file(circular-support): why\n"), [("dead-allow", 2)]);
    let both = circle("// allow-file(circular-support): why\n", "  // allow(circular-support): closer\n");
    assert_eq!(codes(&both), [("dead-allow", 1)], "the closer one counts");
}

#[test]
fn an_allow_expires_after_its_last_day_and_not_on_it() {
    for (until, today, expired) in [
        ("2026-03-31", "2026-03-31", false),
        ("2026-03-31", "2026-04-01", true),
        ("2026-03", "2026-03-31", false),
        ("2026", "2026-12-31", false),
        ("2026", "2027-01-01", true),
    ] {
        let text = circle("", &format!("  // allow(circular-support) until {until}: why\n"));
        let found = codes_on(&text, today);
        let expected: &[_] = if expired { &[("expired-allow", 2), ("circular-support", 3)] } else { &[] };
        assert_eq!(found, expected, "{until} on {today}");
    }
    let text = circle("", "  // allow(circular-support) until 2020: old\n  // allow(circular-support) until 2030: new\n");
    assert_eq!(codes(&text), [("dead-allow", 2)], "a live one counts before one that has expired");
    assert_eq!(codes("claim a: A.\n// allow(circular-support) until 2020: gone\nclaim b: B.\n"), [("dead-allow", 2)]);
}

#[test]
fn the_day_is_that_of_the_calendar_unless_another_is_given() {
    let text = format!("---\nas-of: 2008\n---\n{}", circle("", "  // allow(circular-support) until 2019-05-01: why\n"));
    let shell = Shell::new(&[("a.agon", &text)]);
    shell.run(&["check", "--today", "2019-05-01", "a.agon"]).is(0, "no problems in 1 file\n", "");
    shell.run(&["check", "--today", "2019-05-02", "a.agon"]).code(0).out("warning[expired-allow]: this allow was good until 1 May 2019");
    shell.run(&["check", "a.agon"]).code(0).out("warning[expired-allow]");
    shell.run(&["check", "--today", "2019-05", "a.agon"]).code(2).err("write YYYY-MM-DD");
    shell.run(&["report", "--format", "json", "a.agon"]).code(0).out("\"findings\": []");
}

#[test]
fn days_are_counted_by_the_calendar() {
    let day = |days| today::day(days).unwrap().to_string();
    assert_eq!(
        (day(0), day(59), day(11_016), day(19_782)),
        ("1970-01-01".into(), "1970-03-01".into(), "2000-02-29".into(), "2024-02-29".into())
    );
    let mut before = today::day(0).unwrap();
    for days in 1..400_000 {
        let next = today::day(days).unwrap();
        let follows = next.day == before.day.map(|d| d + 1) || (next.day == Some(1) && next > before);
        assert!(follows && next > before, "{before} {next}");
        before = next;
    }
    assert_eq!(before.year, 3065);
    assert_eq!(today::day(u64::MAX), None);
}

#[test]
fn what_rules_find_can_be_allowed_and_a_wrong_text_cannot() {
    for name in ["circular-support", "failed-expectation", "empty-file", "broad-preference"] {
        assert_eq!(allowable(name), Known::Allowable, "{name}");
    }
    for name in ["missing-text", "unknown-name", "dead-allow", "broken-allow", "attack-on-fact", "invalid-utf8"] {
        assert_eq!(allowable(name), Known::Never, "{name}");
    }
    assert_eq!(allowable("circular-suport"), Known::Unknown(Some("circular-support")));
    let never = all().into_iter().filter(|code| allowable(code.name) == Known::Never).count();
    assert!(never > 40 && never < all().len() - 10, "{never}");
}

#[test]
fn an_allow_in_a_shared_file_is_dead_only_if_no_debate_needs_it() {
    let shared = "// allow(weakened-by-support): one debate defeats its support\nclaim s: Shared.\n";
    let one = "use \"shared.agon\" as s\nclaim own: Own.\n";
    let two = "use \"shared.agon\" as s\nsupport back for s.s: Because.\n  rebuttal no: Not so.\n";
    let shell = Shell::new(&[("shared.agon", shared), ("one.agon", one), ("two.agon", two)]);
    shell.run(&["check", "two.agon"]).is(0, "no problems in 2 files\n", "");
    shell.run(&["check", "one.agon"]).code(0).out("dead-allow");
    shell.run(&["check", "."]).is(0, "no problems in 3 files\n", "");
}

#[test]
fn a_comment_that_only_speaks_of_allowing_is_none() {
    for words in ["// we allow (and like) this", "// allow this", "// all (of them)", "//allowance(s)", "// see allow(x)"] {
        assert_eq!(comment::read(words, Span::new(0, words.len() as u32)), comment::Comment::Words, "{words}");
    }
    for words in ["// alow(x): y", "// ALLOW(x)", "// allow(x", "// allow()", "// allow(x,): y", "// allow_file(x)", "// allow(x) because"]
    {
        let read = comment::read(words, Span::new(0, words.len() as u32));
        assert!(matches!(read, comment::Comment::Broken(..)), "{words}: {read:?}");
    }
}

#[test]
fn an_allow_of_what_is_held_against_a_file_by_itself_alone_is_not_dead_where_it_is_used() {
    let debate = |n: u32| format!("use \"shared.agon\" as s\nclaim a{n} by s.p: A{n}.\n");
    let shared = "// allow-file(unused-party): others let them speak\nparty p: P\nparty q: Q\nclaim c: C.\n";
    let shell = Shell::new(&[("one.agon", &debate(1)), ("two.agon", &debate(2)), ("shared.agon", shared)]);
    for paths in [&["check", "."][..], &["check", "shared.agon"], &["check", "one.agon", "shared.agon"]] {
        shell.run(paths).code(0).out("no problems in");
    }
    shell.write("shared.agon", shared.replace("unused-party", "circular-support").as_bytes());
    shell.run(&["check", "one.agon"]).out("dead-allow");
}

proptest! {
    #[test]
    fn any_comment_is_read_within_its_bounds(words in "//(allow|allow-file| allow|Allow)?[(]?(\\PC|[(),: ]|until 20[0-9]{2}-[0-9]{2}|circular-support){0,12}") {
        let span = Span::new(0, words.len() as u32);
        let inside = |s: Span| s.start <= s.end && s.end <= span.end && words.get(s.range()).is_some();
        match comment::read(&words, span) {
            comment::Comment::Words => {}
            comment::Comment::Allow(allow) => prop_assert!(allow.codes.iter().chain([&allow.list]).all(|s| inside(*s)), "{allow:?}"),
            comment::Comment::Broken(at, _) => prop_assert!(inside(at), "{at:?}"),
        }
    }

    #[test]
    fn an_allow_never_hides_an_error_of_the_text(line in 0usize..5, file in prop::bool::ANY) {
        let lines = ["claim a: A.", "  suport b: B.", "  cite: nowhere", "expect c stands", ""];
        let codes_of_all: Vec<&str> = all().iter().map(|c| c.name).collect();
        let word = if file { "allow-file" } else { "allow" };
        let mut with: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
        with.insert(line, format!("// {word}({}): why", codes_of_all.join(", ")));
        let before = codes(&lines.join("\n"));
        let after = codes(&with.join("\n"));
        for (code, _) in before {
            prop_assert!(after.iter().any(|(c, _)| *c == code), "{code} is hidden");
        }
    }
}

#[test]
fn a_last_day_that_is_none_and_a_word_that_means_until_are_told_as_such() {
    let why = |text: &str| match comment::read(text, Span::new(0, text.len() as u32)) {
        comment::Comment::Broken(at, why) => (at.of(text).to_owned(), why),
        other => panic!("{other:?}"),
    };
    let (at, told) = why("// allow(loose-claim) until 2027-02-30: because");
    assert_eq!((at.as_str(), told.as_str()), ("2027-02-30", "there is no day `2027-02-30`; write one that exists after `until`"));
    let (at, told) = why("// allow(loose-claim) till 2027-02-28: because");
    assert_eq!((at.as_str(), told.as_str()), ("till", "write `until` before the last day"));
    assert_eq!(why("// allow(loose-claim) until soon: because").1, "write the last day as YYYY-MM-DD after `until`");
}

#[test]
fn while_a_text_has_errors_no_allow_is_dead() {
    let text = "party m: M\n// allow(unused-source): for May\nsource s: S\nclaim a by m: A is so.\n  support b by m: B is so.\n";
    assert_eq!(codes(text), []);
    let broken = format!("{text}clam c: C.\n// allow(circular-support): the circle may be in what was not read\nclaim d: D.\n");
    assert_eq!(codes(&broken), [("unknown-keyword", 6)]);
    let shell = Shell::new(&[("a.agon", &broken)]);
    shell.run(&["check", "--fix", "a.agon"]).code(1);
    assert!(shell.read("a.agon").contains("allow(unused-source)"), "a fix takes out no allow that may be needed");
    let mended = broken.replace("clam", "claim");
    assert_eq!(codes(&mended).into_iter().filter(|(code, _)| *code == "dead-allow").collect::<Vec<_>>(), [("dead-allow", 7)]);
}
