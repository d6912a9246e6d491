//! Text to tree: nothing is lost, nothing fails, and each mistake is told where it stands.

use agon::{
    diagnostic::problem::{Diagnostic, Safety},
    syntax::{
        attribute::Key,
        dialect::Dialect,
        keyword::Keyword,
        parse::{Parse, parse, parse_on, parse_whole},
        table::SHAPES,
        token::Kind,
        tree::join,
    },
    text::{
        edit::apply,
        span::{FileId, Span},
    },
    threads::Threads,
};
use proptest::prelude::*;
use std::num::NonZeroUsize;

fn agon(text: &str) -> Parse {
    parse(FileId(0), text, Dialect::Agon)
}

/// The codes found in `text`, each with its line.
#[track_caller]
fn check(text: &str, expected: &[(&str, usize)]) {
    let found: Vec<(&str, usize)> =
        agon(text).diagnostics.iter().map(|d| (d.code.name, text[..d.at.place.span.start as usize].matches('\n').count() + 1)).collect();
    assert_eq!(found, expected, "in\n{text}");
}

/// The outline of the statements: depth, keyword, name, text.
fn outline(text: &str) -> String {
    let parsed = agon(text);
    let mut out = String::new();
    for statement in &parsed.tree.statements {
        let mut depth = 0;
        let mut parent = statement.parent;
        while let Some(id) = parent {
            depth += 1;
            parent = parsed.tree.statements[id as usize].parent;
        }
        let name = statement.name.map_or("-", |n| n.of(text));
        out += &format!("{}{} {name}: {}\n", "  ".repeat(depth), statement.keyword.word(), join(parsed.tree.text(statement), text));
    }
    out
}

const EXAMPLE: &str = include_str!("syntax/example.agon");

#[test]
fn a_conflict_of_a_merge_is_told_once_and_nothing_within_it() {
    let sides = "claim a: x\n<<<<<<< HEAD\nclaim b: y\n|||||||\n=======\nclaim b: z\n  Claim c: w\n>>>>>>> branch\nclaim d: v\n";
    check(sides, &[("merge-conflict", 2)]);
    check(&sides.replace('\n', "\r\n"), &[("merge-conflict", 2)]);
    check(&format!("{sides}more\n<<<<<<< x\n"), &[("merge-conflict", 2), ("unindented-prose", 10), ("merge-conflict", 11)]);
    check("claim a: x\n>>>>>>> branch\n\nmore\n", &[("merge-conflict", 2), ("unindented-prose", 4)]);
    check("claim a: x\n  <<<<<<<\n  >>>>>>>\n", &[]);
    check("claim a: x\n<<<<<<<<<<<<\n======\n", &[("unindented-prose", 2)]);
    check("claim a: x\n=======\nclaim b: y\n", &[("merge-conflict", 2)]);
    check("claim a: x\n=======\nclaim b: y\n>>>>>>> branch\n\nmore\n", &[("merge-conflict", 2), ("unindented-prose", 6)]);
    let markdown = "Text\n\n<<<<<<< HEAD\n\n```agon\nclaim a: x\n<<<<<<< HEAD\nclaim b: y\n=======\nclaim b: z\n>>>>>>> branch\n```\n";
    let found: Vec<&str> = parse(FileId(0), markdown, Dialect::Markdown).diagnostics.iter().map(|d| d.code.name).collect();
    assert_eq!(found, ["merge-conflict"]);
    let prose = "Title\n=======\n\n<<<<<<< x\n\n```agon\nclaim a: x\n```\n\nOther\n=======\n";
    assert!(parse(FileId(0), prose, Dialect::Markdown).diagnostics.is_empty());
}

#[test]
fn the_shapes_stand_in_the_order_of_the_keywords() {
    let shapes: Vec<Keyword> = SHAPES.iter().map(|s| s.keyword).collect();
    assert_eq!(shapes, Keyword::ALL);
}

#[test]
fn a_source_stands_before_a_date_on_every_statement_that_cites() {
    for shape in SHAPES {
        let at = |key: Key| shape.attributes.iter().position(|k| *k == key);
        if let (Some(cite), Some(date)) = (at(Key::Cite), at(Key::Date)) {
            assert!(cite < date, "{}", shape.keyword.word());
        }
    }
}

#[test]
fn the_example_of_the_design_parses_clean() {
    check(EXAMPLE, &[]);
    let expected = "\
party freeman: Jill Freeman
party tertrais: Bruno Tertrais
source freeman-2003: Security Guarantees
source cfr-2008: Security Guarantees?
claim guarantees-help: An outside security guarantee makes it more likely that a peace agreement holds.
  support fear-relief: \n    premise fear-drives-war: Fear of the other side drives former enemies back to war.
    premise promise-calms: A credible outside promise calms that fear.
  limit spoilers: Where spoilers fight on, coercion works better than reassurance.
  rebuttal no-magic-wand: Guarantees are no magic wand.
    support refused: Since 2005 Iran's negotiators have said they neither want nor need guarantees.
    undercut one-case: One government's refusal says little about parties that ask for protection.
question way-out: Would a security guarantee remove Iran's perceived need for nuclear arms?
claim works-on-iran: A guarantee would take away Iran's reason to want the bomb.
  support from-the-thesis: \n    premise guarantees-help: \n    undercut iran-differs: Iran is unlike the states that asked for such a promise.
claim not-enough: A guarantee alone would not.
expect guarantees-help: \nexpect way-out: \n";
    assert_eq!(outline(EXAMPLE).replace("expect -", "expect way-out").replacen("expect way-out", "expect guarantees-help", 1), expected);
}

#[test]
fn each_mistake_costs_its_own_line() {
    check("claim a: x\n\tsupport: y\n", &[("tab-indent", 2)]);
    check("clam a: Text.\n", &[("unknown-keyword", 1)]);
    check("Claim a: Text.\nclaim b: Text.\n  Cite: s\n", &[("capital-keyword", 1), ("capital-keyword", 3)]);
    check("claim a:\n  The growing\n  support for the measure was strong.\n", &[("keyword-in-prose", 3)]);
    check("claim a:\n  The growing\n  \\support for the measure was strong.\n", &[]);
    check("claim a by: Text.\n", &[("missing-name", 1)]);
    check("claim a by x,: Text.\n", &[("missing-name", 1)]);
    check("claim a by , x: Text.\n", &[("missing-name", 1)]);
    check("accept a, by x\n", &[("keyword-in-prose", 1)]);
    check("claim by open: Text.\n", &[("reserved-name", 1)]);
    check("claim for: Text.\n", &[("reserved-name", 1)]);
    check("source open: Text.\n", &[("reserved-name", 1)]);
    check("claim stands by x: Text.\n", &[("reserved-name", 1)]);
    check("claim a b c: Text.\n", &[("unexpected-word", 1)]);
    check("claim a by x by y: Text.\n", &[("repeated-clause", 1)]);
    check("claim a against b: Text.\n", &[("wrong-clause", 1)]);
    check("claim a.b: Text.\n", &[("dotted-name", 1)]);
    check("claim a:Text.\n", &[("crowded-colon", 1)]);
    check("claim a\n  Text.\n", &[("missing-colon", 1)]);
    check("claim a:\nclaim b: Text.\n", &[("missing-text", 1)]);
    check("claim a: Text.\n  sauce: x\n", &[("unknown-attribute", 2)]);
    check("claim a: Text.\n  url: x\n", &[("wrong-attribute", 2)]);
    check("claim a: Text.\n  date: 2001\n  date: 2002\n", &[("repeated-attribute", 3)]);
    check("claim a: Text.\n  cite: x\n  cite: y\n", &[]);
    check("claim a: Text.\n  cite:\n", &[("empty-attribute", 2)]);
    check("cite: x\n", &[("stray-attribute", 1)]);
    check("title: A debate\nas-of: 2024\n\nclaim a: Text.\n", &[("stray-attribute", 1), ("stray-attribute", 2)]);
    check("claim a: Text. cite: x\n", &[("attribute-in-text", 1)]);
    check("claim a: The sign says \"Stop. cite: x\" in red. In short: no.\n", &[]);
    check("Once upon a time\nthere was prose.\n\nclaim a: x\n", &[("stray-prose", 1)]);
    check("claim a: x\nmore\n", &[("unindented-prose", 2)]);
    check("claim a: x\n  support: y\n  more\n", &[("unindented-prose", 3)]);
    check("claim a: x\n  cite: y\n  more\n", &[("late-prose", 3)]);
    check("claim a: x\n    support: y\n  support: z\n", &[("uneven-indent", 3)]);
    check("  claim a: x\n", &[("uneven-indent", 1)]);
    check("claim a: x\n  claim b: y\n", &[("wrong-place", 2)]);
    check("premise a: x\n", &[("wrong-place", 1)]);
    check("claim a: x\n  rebuttal against b: y\n", &[("nested-and-flat", 2)]);
    check("rebuttal r: y\n", &[("missing-target", 1)]);
    check("claim a: x\n  support s: T\n    premise p: q\n", &[("text-and-premises", 2)]);
    check("claim a: x\n  support s:\n", &[("support-without-premises", 2)]);
    check("claim a: x\n  Rebuttal: y\n", &[("capital-keyword", 2)]);
    check("use \"x.agon\" as n.m\n", &[("dotted-name", 1)]);
    check("use \"x.agon\" as n, m\n", &[("unexpected-word", 1)]);
    check("expect q is a, b\n", &[("unexpected-word", 1)]);
    check("expect a stands:\n", &[("wrong-text", 1)]);
    check("use \"x.agon\" as n :\n", &[("wrong-text", 1)]);
    check("claim a\n", &[("missing-text", 1)]);
    check("claim a on q\nclaim b\n  support s\n", &[]);
    check("prefer a over b\n  Why.\n", &[("missing-colon", 1)]);
    check("prefer a over b\nexpect a stand\n", &[("keyword-in-prose", 2)]);
    check("contradiction a, b\nThis is a remark.\n", &[("stray-prose", 2)]);
    check("prefer a over b:\n", &[("missing-text", 1)]);
    check("#Heading\n##\n", &[("broken-heading", 1), ("broken-heading", 2)]);
    check("---\ntitle: x\n\nclaim a: b\n", &[("unclosed-front-matter", 1)]);
    check("prefer a\n", &[("missing-clause", 1)]);
    check("prefer a over b falls\n", &[("wrong-clause", 1)]);
    check("expect a\n", &[("missing-clause", 1)]);
    check("expect a stands falls\n", &[("repeated-clause", 1)]);
    check("contradiction a\n", &[("missing-name", 1)]);
    check("use \"x.agon\n", &[("keyword-in-prose", 1)]);
    check("use \"x.agon as x:\n", &[("unclosed-quotation", 1)]);
    check("limit l against a: x\n", &[("wrong-clause", 1)]);
    check("use \"x.agon\"\n", &[("missing-clause", 1)]);
    check("accept a\n", &[("missing-clause", 1)]);
    check("\u{feff}claim a: x\n", &[("byte-order-mark", 1)]);
    check("claim a: x\u{1b}[31m\u{202e}\n", &[("control-character", 1), ("bidi-character", 1)]);
    check("claim a: x\rclaim b: y\n", &[("lone-carriage-return", 1)]);
    check("claim a: x\r\nclaim b: y\r\n", &[]);
}

#[test]
fn a_common_word_for_a_key_is_told_what_to_write() {
    let mend = |text: &str| {
        let found = agon(text).diagnostics;
        let [problem] = found.as_slice() else { panic!("{found:#?}") };
        assert_eq!(problem.code.name, "unknown-attribute");
        let fix = problem.fix.as_ref().unwrap();
        assert_eq!(fix.safety, Safety::Unsafe);
        let mended = apply(text, &fix.edits);
        assert_eq!(agon(&mended).diagnostics, [], "{mended}");
        mended
    };
    for (word, key) in [
        ("year", "date"),
        ("link", "url"),
        ("website", "url"),
        ("by", "author"),
        ("writer", "author"),
        ("journal", "in"),
        ("press", "publisher"),
    ] {
        assert_eq!(mend(&format!("source s: Book\n  {word}: 2020\n")), format!("source s: Book\n  {key}: 2020\n"));
    }
    for (word, keyword) in
        [("because", "support"), ("since", "support"), ("but", "rebuttal"), ("however", "rebuttal"), ("reason", "support")]
    {
        assert_eq!(mend(&format!("claim c: C\n  {word}: it rains.\n")), format!("claim c: C\n  {keyword}: it rains.\n"));
    }
    let title = agon("source s:\n  title: Book\n").diagnostics;
    let told = title.iter().find(|d| d.code.name == "unknown-attribute").unwrap();
    assert!(told.fix.is_none() && told.help.as_deref().unwrap().contains("the title of a source is its text"), "{told:#?}");
    // A claim has no address, and a word that also begins sentences counts only with its colon.
    assert!(mend("claim c: C\n  link: x\n").contains("\\link"));
    check("claim c: We stay\n  but note: This goes on.\n", &[]);
}

#[test]
fn a_statement_that_ends_in_a_full_stop_is_told_once() {
    for last in ["expect c stands.", "prefer a over b.", "accept c by p.", "contradiction a, b ."] {
        let text = format!("expect c open\n{last}\n");
        let found = agon(&text).diagnostics;
        let [problem] = found.as_slice() else { panic!("{found:#?}") };
        let fix = problem.fix.as_ref().unwrap();
        assert_eq!((problem.code.name, fix.title.as_str()), ("unexpected-word", "leave out the full stop"));
        assert_eq!(agon(&apply(&text, &fix.edits)).diagnostics, []);
    }
    check("expect c open\nexpect c stand\n", &[("keyword-in-prose", 2)]);
    check("claim c: We\n  accept it by law.\n", &[("keyword-in-prose", 2)]);
}

#[test]
fn ten_mistakes_give_ten_messages() {
    let text: String = (0..10).map(|i| format!("clam c{i}: Text.\n")).collect();
    assert_eq!(agon(&text).diagnostics.len(), 10);
    assert_eq!(agon(&text).tree.statements.len(), 10);
}

#[test]
fn addresses_and_late_colons_are_text() {
    check("claim a:\n  See\n  https://example.org for more.\n", &[]);
    check("claim a: One: two: three.\n", &[]);
    assert_eq!(outline("claim a: One: two\n"), "claim a: One: two\n");
}

#[test]
fn five_thousand_levels_are_one_message() {
    let text: String = (0..5000).map(|i| format!("{}{}: x\n", " ".repeat(i), if i == 0 { "claim a" } else { "rebuttal" })).collect();
    let codes: Vec<&str> = agon(&text).diagnostics.iter().map(|d| d.code.name).collect();
    assert_eq!(codes.iter().filter(|c| **c == "too-deep").count(), 1);
    assert!(codes.len() < 5, "{} problems", codes.len());
}

#[test]
fn markdown_blocks_are_one_debate_with_positions_in_the_file() {
    let text = "# Doc\n\n```agon\nclaim a: x\n```\n\n- item\n\n  ```agon\n  claim b: y\n    clam c: z\n  ```\n\n````text\n```agon\nclaim no: no\n```\n````\n\n> ```agon\n> claim q: z\n> ```\n";
    let parsed = parse(FileId(0), text, Dialect::Markdown);
    let names: Vec<&str> = parsed.tree.statements.iter().filter_map(|s| s.name).map(|n| n.of(text)).collect();
    assert_eq!(names, ["a", "b", "c"]);
    let codes: Vec<&str> = parsed.diagnostics.iter().map(|d| d.code.name).collect();
    assert_eq!(codes, ["unknown-keyword", "wrong-place", "quoted-block"]);
}

#[test]
fn a_line_is_made_prose_safely_only_where_prose_can_stand() {
    let safety = |text: &str| agon(text).diagnostics[0].fix.as_ref().map(|f| f.safety);
    assert_eq!(safety("claim a:\n  The growing\n  support for it was strong.\n"), Some(Safety::Safe));
    assert_eq!(safety("claim a: x\n  note: the growing\n    support for it was strong.\n"), Some(Safety::Safe));
    // Where it cannot, or a sentence is at its end, it is as likely a statement.
    assert_eq!(safety("claim a: x\n  date: 2020\n  support for it was strong.\n"), None);
    assert_eq!(safety("claim a:\n  It grows.\n  support for it was strong.\n"), None);
    // Where no prose can stand, a statement without text is shown as it is written.
    assert_eq!(safety("use o.agon as o\n"), None);
    let help = |text: &str| agon(text).diagnostics[0].help.clone().unwrap_or_default();
    let of_support = help("claim a: A.\n  support\n    premise p: P.\n");
    assert!(
        of_support
            .starts_with("write `support NAME: TEXT`, or `support NAME:` with each of its premises beneath it as `premise NAME: TEXT`")
    );
    assert!(help("claim a: A.\nsupport for a\n").starts_with("write `support NAME for a: TEXT`, or `support NAME for a:` with each"));
    assert!(help("claim a: A.\nrebuttal against a\n").starts_with("write `rebuttal NAME against a: TEXT`, if"));
    assert!(help("claim a: A.\nsupport for the end of it was strong.\n").starts_with("write `support NAME: TEXT`, or"));
    assert_eq!(agon("use o.agon as o\n").diagnostics[0].help.as_deref(), Some("write `use \"path.agon\" as NAME`"));
    // What looks like a header without its colon is not hidden by a safe fix.
    assert_eq!(safety("claim a:\n  The growing\n  support s It was strong.\n"), Some(Safety::Unsafe));
}

#[test]
fn words_that_people_mean_by_a_keyword_are_told_and_not_swallowed_as_prose() {
    check("claim a: Text.\n  objection b by p: Text.\n", &[("unknown-keyword", 2)]);
    check("reason b for a: Text.\n", &[("unknown-keyword", 1)]);
    check("claim a: Text.\n  objection: Text.\n", &[("unknown-attribute", 2)]);
    let fix = |text: &str| agon(text).diagnostics[0].fix.as_ref().map(|f| f.title.clone());
    assert_eq!(fix("claim a: Text.\n  objection: Text.\n").as_deref(), Some("write `rebuttal`"));
    // Prose that begins with such a word goes on.
    check("claim a:\n  The best\n  reason known: it was told before.\n", &[]);
}

#[test]
fn a_missing_name_is_told_where_it_is_missing() {
    let text = "claim a by x, on q: Text.\n";
    let found = agon(text);
    assert_eq!(found.diagnostics[0].at.place.span.end as usize, text.find(',').unwrap() + 1);
}

/// A long text of odd lines, with headings among them.
fn long_text(seed: u64) -> String {
    const LINES: &[&str] = &[
        "# Section\n",
        "####### seven\n",
        "#no blank\n",
        "  # deeper\n",
        "claim c by p: A claim\n",
        "  cite: s, p. 3, \"words\"\n",
        "  note:\n    a value on its own line\n",
        "  support by p, q for a, b\n    premise: One.\n    premise: Two.\n",
        "  rebuttal r: No.\n    that goes on\n\n    after a blank line\n",
        "prose without a home\n",
        "clam near: Mistaken.\n",
        "\tsupport: A tab.\n",
        "// a comment\n",
        "\n",
        "contradiction a, b\n",
        "support for: nothing\r\n",
        "---\n",
    ];
    // Nested too deeply at both ends, which is told once.
    let deep: String = (0..140).map(|level| format!("{}claim: Level.\n", " ".repeat(level))).collect();
    let mut state = seed;
    let mut text = format!("---\ntitle: T\n---\n{deep}");
    while text.len() < 900_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(LINES[(state >> 33) as usize % LINES.len()]);
    }
    text + "# Last\n" + &deep
}

#[test]
fn a_text_reads_the_same_on_any_number_of_threads() {
    for seed in 0..2 {
        let text = long_text(seed);
        let alone = agon(&text);
        assert!(alone.tree.headings.len() > 1_000 && alone.diagnostics.len() > 1_000);
        for threads in [2, 3] {
            let threads = Threads::from(NonZeroUsize::new(threads).unwrap());
            let parts = parse_on(threads, FileId(0), &text, Dialect::Agon);
            assert!(parts == alone, "{threads:?}, text {seed}");
        }
    }
}

#[test]
fn a_value_without_a_statement_goes_on_no_other_value() {
    let text = "claim a: A.\n  cite: s\n# Section\n  note:\n    more\n";
    let found = agon(text);
    assert_eq!(found.tree.attributes.len(), 1);
    assert_eq!(join(found.tree.value(&found.tree.attributes[0]), text), "s");
}

fn any_lines() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("claim a by p: ".to_owned()),
        Just("support s".to_owned()),
        Just("  ".to_owned()),
        Just("\t".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just(":".to_owned()),
        Just("cite: x, \"y".to_owned()),
        Just("# H".to_owned()),
        Just("---\n".to_owned()),
        Just("// c".to_owned()),
        Just("```agon\n".to_owned()),
        Just("> ".to_owned()),
        Just("expect a stands".to_owned()),
        Just("\\".to_owned()),
        "\\PC{0,6}".prop_map(|s| s),
        any::<char>().prop_map(|c| c.to_string()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn tokens_glue_back_to_the_file(text in any_lines(), markdown in any::<bool>()) {
        let dialect = if markdown { Dialect::Markdown } else { Dialect::Agon };
        let (parsed, tokens) = parse_whole(FileId(0), &text, dialect);
        let glued: String = tokens.iter().map(|t| t.span.of(&text)).collect();
        prop_assert_eq!(glued, text.clone());
        prop_assert!(parse(FileId(0), &text, dialect) == parsed);
        let comments: Vec<Span> = tokens.iter().filter(|t| t.kind == Kind::Comment).map(|t| t.span).collect();
        prop_assert_eq!(&parsed.comments, &comments);
        for (id, statement) in parsed.tree.statements.iter().enumerate() {
            prop_assert!(statement.end as usize > id && statement.end as usize <= parsed.tree.statements.len());
            prop_assert!(statement.parent.is_none_or(|p| (p as usize) < id && parsed.tree.statements[p as usize].end >= statement.end));
        }
        for d in &parsed.diagnostics {
            prop_assert!(text.get(d.at.place.span.range()).is_some(), "{:?}", d);
            prop_assert!(d.fix.iter().flat_map(|f| &f.edits).all(|e| text.get(e.span.range()).is_some()), "{:?}", d);
        }
    }

    #[test]
    fn a_safe_fix_mends_what_it_says(text in any_lines(), markdown in any::<bool>()) {
        let read = |text: &str| parse(FileId(0), text, if markdown { Dialect::Markdown } else { Dialect::Agon }).diagnostics;
        let found = read(&text);
        for d in &found {
            let Some(fix) = d.fix.as_ref().filter(|f| f.safety == Safety::Safe) else { continue };
            let count = |list: &[Diagnostic]| list.iter().filter(|o| o.code == d.code).count();
            let mended = apply(&text, &fix.edits);
            prop_assert!(count(&read(&mended)) < count(&found), "{:?} in {:?}", d, mended);
        }
    }
}

/// The one problem of a text: its title, then what to do, and the text with its fix.
#[track_caller]
fn advice(text: &str) -> (String, String, Option<String>) {
    let parse = parse(FileId(0), text, Dialect::Agon);
    let [found] = parse.diagnostics.as_slice() else { panic!("{:#?}", parse.diagnostics) };
    let mended = found.fix.as_ref().map(|fix| {
        let mut edits = fix.edits.clone();
        edits.sort_by_key(|e| std::cmp::Reverse(e.span.start));
        edits.iter().fold(text.to_owned(), |mut text, e| {
            text.replace_range(e.span.start as usize..e.span.end as usize, &e.text);
            text
        })
    });
    let told = found.fix.as_ref().map(|fix| fix.title.clone()).or(found.help.clone()).unwrap_or_default();
    (found.title.clone(), told, mended)
}

#[test]
fn what_is_meant_as_a_statement_is_not_made_prose() {
    let (_, help, mended) = advice("claim a: A is so.\n  support b because\n");
    assert_eq!((help.contains("`support NAME: TEXT`"), mended), (true, None));
    let (_, _, mended) = advice("claim a: We will\n  support b because\n");
    assert_eq!(mended.unwrap(), "claim a: We will\n  \\support b because\n");
    for open in ["use “refs.bib”\n", "use 'refs.bib'\n", "use «refs.bib»\n"] {
        let (_, help, mended) = advice(open);
        assert!(help.contains("straight quotation marks"), "{help}");
        assert_eq!(mended.unwrap(), "use \"refs.bib\"\n");
    }
    let (_, help, mended) = advice("claim a: A is so.\nexpect a stands // for now\n");
    assert_eq!((help.starts_with("put the comment on a line of its own"), mended), (true, None));
    let (title, help, mended) = advice("claim a: A is so.\n  by: p\n");
    assert_eq!((title.as_str(), mended), ("`by` is no attribute", None));
    assert!(help.contains("`claim NAME by NAME: TEXT`"), "{help}");
    let (title, _, mended) = advice("claim a: A is so.\n  source: smith, p. 3\n");
    assert_eq!(title, "a source cannot stand under a claim, which can cite one");
    assert_eq!(mended.unwrap(), "claim a: A is so.\n  cite: smith, p. 3\n");
}

#[test]
fn a_remark_behind_a_text_is_told_and_moved_to_a_line_of_its_own() {
    let (_, _, mended) = advice("claim a: A is so.\n  support b: B is so. // Ask Ada.\n");
    assert_eq!(mended.unwrap(), "claim a: A is so.\n  // Ask Ada.\n  support b: B is so.\n");
    let (_, _, mended) = advice("source s: S\nclaim a: A is so.\n  cite: s, p. 3 // look again\n");
    assert_eq!(mended.unwrap(), "source s: S\nclaim a: A is so.\n  // look again\n  cite: s, p. 3\n");
    for text in [
        "claim a: It is and//or it was. See https://x.example/a//b // c.",
        "claim a: A line // a line. // A third.",
        "claim a: It says \"so it is. // And so it was\" there.",
        "claim a: The code `x. // y` is wrong.",
        "claim a: Either // or.",
        "source s: Ivanov I. On roads. // Roads and towns.",
        "claim a: A is so.\n  note: See p. 3 // p. 4",
        "// A. // B.\nclaim a: A is so.",
    ] {
        check(&format!("{text}\n"), &[]);
    }
}

const SHUTTLE: &str = "claim shuttle on q: A water taxi should run instead.\n  rebuttal no-crew: No crew may work that late.\nclaim b: B.\nparty union: The union.\n";

#[test]
fn a_bare_reference_with_a_misspelt_keyword_is_not_swallowed_by_the_text_above() {
    for (line, code) in [
        ("Rebuttal no-crew", "capital-keyword"),
        ("REBUTTAL no-crew", "capital-keyword"),
        ("rebutal no-crew", "unknown-keyword"),
        ("rebuttals no-crew", "unknown-keyword"),
        ("suport b", "unknown-keyword"),
        ("supports b", "unknown-keyword"),
        ("SUPPORT b", "capital-keyword"),
        ("Undercut b", "capital-keyword"),
        ("Support b for shuttle", "capital-keyword"),
        ("Rebuttal no-crew against run", "capital-keyword"),
        ("Rebuttal nocrew", "capital-keyword"),
        ("Accept b by union", "capital-keyword"),
        ("Rebuttal elsewhere.crew", "capital-keyword"),
        ("Rebuttal unknown", "capital-keyword"),
        ("Contradiction run, shuttle", "capital-keyword"),
    ] {
        let text = format!("claim run on q: The ferry should run until three.\n  {line}\n{SHUTTLE}");
        check(&text, &[(code, 2)]);
        let parsed = agon(&text);
        let fix = parsed.diagnostics[0].fix.as_ref().unwrap();
        assert_eq!(
            fix.safety == Safety::Safe,
            code == "capital-keyword" && !line.contains("unknown") && !line.contains("elsewhere"),
            "{line}"
        );
        // What is then a statement may still stand in the wrong place.
        let left = agon(&apply(&text, &fix.edits)).diagnostics;
        assert!(left.iter().all(|d| ["nested-and-flat", "wrong-place"].contains(&d.code.name)), "{line}: {left:?}");
    }
    check(&format!("claim run:\n  Rebuttal no-crew\n{SHUTTLE}"), &[("capital-keyword", 2)]);
    check(&format!("claim run: It runs.\n  Rebuttal no-crew // as said\n{SHUTTLE}"), &[("capital-keyword", 2)]);
    check(&format!("claim run: It runs.\n  rebutal no-crew,\n{SHUTTLE}"), &[("unknown-keyword", 2)]);
    check(&format!("claim run: The ferry should run until three\n  rebutal no-crew\n{SHUTTLE}"), &[("unknown-keyword", 2)]);
    check(&format!("claim run: It runs.\n  Rebuttal no-crew\n  Suport b\n{SHUTTLE}"), &[("capital-keyword", 2), ("unknown-keyword", 3)]);
}

#[test]
fn a_bare_reference_with_a_misspelt_keyword_is_not_swallowed_by_the_attribute_above() {
    for (line, code) in [("Rebuttal no-crew", "capital-keyword"), ("rebutal no-crew", "unknown-keyword"), ("suport b", "unknown-keyword")] {
        for attribute in ["cite: log, p. 3", "cite: log, \"They may not.\"", "note: The crews said so.", "tags: crews"] {
            let text = format!("source log: Log.\nclaim run on q: It runs.\n  {attribute}\n    {line}\n{SHUTTLE}");
            check(&text, &[(code, 4)]);
            let parsed = agon(&text);
            let fix = parsed.diagnostics[0].fix.as_ref().unwrap();
            // It may stand in the wrong column, so that somebody is to look at it.
            assert_eq!(fix.safety, Safety::Unsafe);
            let left = agon(&apply(&text, &fix.edits)).diagnostics;
            assert!(left.iter().all(|d| ["nested-and-flat", "wrong-place", "uneven-indent"].contains(&d.code.name)), "{line}: {left:?}");
        }
    }
    for line in ["\\Rebuttal no-crew", "rebutal of nobody", "suport unknown", "accent b.", "supports shuttle"] {
        let text = format!("source log: Log.\nclaim run on q: It runs.\n  cite: log, p. 3\n    {line}\n{SHUTTLE}");
        check(&text, &[]);
    }
}

#[test]
fn prose_that_begins_with_nearly_a_keyword_stays_prose() {
    for lines in [
        "The ferry should run until three.\n  Support for the plan is thin.",
        "The ferry should run until three.\n  Support b.",
        "The ferry should run until three.\n  Support is thin",
        "The survey of the crews\n  supports rain",
        "It runs in all weather\n  except rain",
        "It is what the whole of the Labour\n  Party leaders",
        "It was then that the\n  Claim began to be heard",
        "The ferry should run until three.\n  Supports vary\n  from year to year",
        "The ferry should run until three.\n  Claims of this kind: none",
        "The ferry should run until three.\n  \\Rebuttal no-crew",
        "The ferry should run until three.\n  Limits apply",
        "The ferry should run until three.\n  Fact-checkers of the paper",
        "Rebuttal no-crew",
    ] {
        let text = format!("claim run on q: {lines}\nclaim rain: Rain.\nclaim leaders: Leaders.\n{SHUTTLE}");
        check(&text, &[]);
    }
}
