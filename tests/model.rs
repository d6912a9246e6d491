//! Trees to debates: names, targets, speakers, and every mistake with its place.

use crate::support::{Memory, debate};
use agon::{
    model::{
        debate::{Debate, Target},
        load::{Files, resolve},
    },
    text::edit::apply,
};

/// The codes found in one file, each with the words it points at.
#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) {
    check_files(&[("a.agon", text)], expected);
}

#[track_caller]
fn check_files(files: &[(&str, &str)], expected: &[(&str, &str)]) {
    let (loaded, _, diagnostics) = debate(files);
    let found: Vec<(&str, &str)> =
        diagnostics.iter().map(|d| (d.code.name, d.at.place.span.of(&loaded.file(d.at.place.file).source.text))).collect();
    assert_eq!(found, expected, "{diagnostics:#?}");
}

/// The moves of a debate, one a line, sorted: `kind name: premises → targets`.
fn moves(debate: &Debate) -> Vec<String> {
    let mut lines: Vec<String> = debate
        .steps
        .iter()
        .map(|s| {
            let premises: Vec<&str> = s.premises.iter().map(|p| &*debate.claim(*p).name.shown).collect();
            let targets: Vec<String> = s
                .targets
                .iter()
                .map(|t| match t {
                    Target::Claim(c) => debate.claim(*c).name.shown.to_string(),
                    Target::Step(s) => format!("step {}", debate.step(*s).name.shown),
                })
                .collect();
            let speakers: Vec<&str> = s.speakers.iter().map(|p| &*debate.party(p.party).name.shown).collect();
            format!("{:?} {} by {}: {} → {}", s.kind, s.name.shown, speakers.join("+"), premises.join(" + "), targets.join(" + "))
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn the_example_resolves() {
    let (_, debate, diagnostics) = debate(&[("a.agon", include_str!("syntax/example.agon"))]);
    assert_eq!(diagnostics, []);
    assert_eq!(
        moves(&debate),
        [
            "Rebuttal no-magic-wand by tertrais: no-magic-wand → guarantees-help",
            "Support fear-relief by freeman: fear-drives-war + promise-calms → guarantees-help",
            "Support from-the-thesis by : guarantees-help → works-on-iran",
            "Support refused by tertrais: refused → no-magic-wand",
            "Undercut iran-differs by tertrais: iran-differs → step from-the-thesis",
            "Undercut one-case by : one-case → step no-magic-wand",
        ]
    );
    assert_eq!(debate.about.as_of.unwrap().words(), "23 October 2008");
    assert_eq!(debate.limits.len(), 1);
    assert_eq!(debate.claim(debate.find_claim("no-magic-wand").unwrap()).cites()[0].quotation.as_deref(), Some("magic wand"));
}

#[test]
fn nested_and_flat_build_the_same_debate() {
    let nested = "party p: P\nclaim c by p: C.\n  support s: T.\n    undercut u by p: U.\n  rebuttal r by p: R.\n    support t:\n      premise x: X.\n  limit l: L.\n";
    let flat = "party p: P\nclaim c by p: C.\nsupport s by p for c: T.\nundercut u by p against s: U.\nrebuttal r by p against c: R.\nsupport t by p for r:\n  premise x: X.\nlimit l for c: L.\n";
    let (_, a, found) = debate(&[("a.agon", nested)]);
    assert_eq!(found, []);
    let (_, b, found) = debate(&[("a.agon", flat)]);
    assert_eq!(found, []);
    assert_eq!(moves(&a), moves(&b));
}

#[test]
fn names_are_resolved_across_files_forward_and_in_nfc() {
    let (_, debate, found) = debate(&[
        ("a.agon", "use \"b.agon\" as b\nrebuttal r by b.p against b.café: R.\n  cite: b.s, p. 3\nexpect b.café falls\n"),
        ("b.agon", "claim cafe\u{301}: C.\nparty p: P\nsource s: S\n"),
    ]);
    assert_eq!(found, []);
    assert_eq!(moves(&debate), ["Rebuttal r by b.p: r → b.café"]);
}

#[test]
fn every_mistake_points_at_its_place() {
    check("claim aa: x\nrebuttal r against ab: y\n", &[("unknown-name", "ab")]);
    check("claim a by nobody: x\n", &[("unknown-name", "nobody")]);
    check("claim a: x\n  cite: nothing, p. 3\n", &[("unknown-name", "nothing")]);
    check("source s: S\nclaim a by s: x\n", &[("wrong-kind", "s")]);
    check("claim a: x\nclaim a: y\n", &[("duplicate-name", "a")]);
    check("party a: x\nparty a: y\nclaim a: z\n", &[("duplicate-name", "a")]);
    check("fact f: x\n  rebuttal r: y\n", &[("attack-on-fact", "rebuttal r")]);
    check("claim a: x\n  undercut u: y\n", &[("wrong-target", "undercut")]);
    check("claim a: x\nundercut u against a: y\n", &[("wrong-target", "a")]);
    check("claim a: x\n  support s:\n    premise p: y\n    rebuttal r: z\n", &[("wrong-target", "rebuttal")]);
    check("claim a: x\n  support s strictly: y\n    undercut u: z\n", &[("attack-on-strict-step", "undercut u")]);
    check("question q: x?\nclaim a: x\nsupport s for q: y\n", &[("wrong-target", "q")]);
    check("claim a: x\nclaim b on a: y\n", &[("wrong-kind", "a")]);
    check(
        "claim a: x\n  date: yesterday\n  weight: 2\n  likelihood: likly\n  confidence: sure\n",
        &[("bad-value", "yesterday"), ("bad-value", "2"), ("bad-value", "likly"), ("bad-value", "sure")],
    );
    check("claim a: x\n  date: 2023-02-29\n", &[("bad-value", "2023-02-29")]);
    check(
        "source s: S\n  url: javascript:alert(1)\n  reliability: Z\n  sha256: 12\n",
        &[("bad-value", "javascript:alert(1)"), ("bad-value", "Z"), ("bad-value", "12")],
    );
    check("source s: S\nclaim a: x\n  cite: s, \"open\n", &[("broken-citation", "s, \"open")]);
    check("question q: x?\n  default: a\nclaim a: y\n", &[("foreign-default", "a")]);
    check("claim a: x\nclaim a by p\nparty p: P\n", &[("bare-speaker", "by")]);
    check("claim a: x\n  support s:\n    premise b: y\n    cite: s\nsource s: S\n", &[("no-text-to-describe", "s")]);
    check("claim a: x\nexpect a is a\n", &[("wrong-kind", "a")]);
    check("question q: x?\nexpect q stands\n", &[("wrong-kind", "q")]);
    check("claim a: x\ncontradiction a, a\n", &[("wrong-kind", "a")]);
    check("---\ntitel: x\n---\nclaim a: x\n", &[("bad-front-matter", "titel")]);
    check("---\ntitle: x\ntitle: y\n---\nclaim a: x\n", &[("bad-front-matter", "title")]);
    check("---\nas-of: soon\n---\nclaim a: x\n", &[("bad-value", "as-of")]);
    check("---\ntitle: &a [*a]\n---\nclaim a: x\n", &[("bad-front-matter", "&")]);
    check("---\ntitle: [\n---\nclaim a: x\n", &[("bad-front-matter", "[")]);
    check("use \"b.agon\" as b\n", &[("missing-file", "\"b.agon\"")]);
    check("use \"b.agon\" as b\nparty p: P\nclaim x by b.p: y\n  cite: b.s\nrebuttal against b.z: y\n", &[("missing-file", "\"b.agon\"")]);
    check("// nothing\n", &[("empty-file", "")]);
    check("claim a\n  Text.\nrebuttal against a: y\n", &[("missing-colon", "claim a")]);
    check("claim a: x\nclaim a\n  Text.\n", &[("missing-colon", "claim a"), ("duplicate-name", "a")]);
    check("claim a: x\n  cite: \"words\"\n", &[("broken-citation", "\"words\"")]);
    check("use \"../b.agon\" as b\n", &[("outside-root", "\"../b.agon\"")]);
    check("use \"/etc/passwd\" as b\n", &[("outside-root", "\"/etc/passwd\"")]);
    check_files(
        &[("a.agon", "use \"b.agon\" as b\nclaim x: y\n"), ("b.agon", "use \"a.agon\" as a\nclaim z: y\n")],
        &[("use-circle", "\"a.agon\"")],
    );
    check_files(
        &[("a.agon", "use \"b.agon\" as b\nclaim x: y\n"), ("b.agon", "use \"a.agon\" as a\nrebuttal z against a.x: y\n")],
        &[("use-circle", "\"a.agon\"")],
    );
    check_files(&[("a.agon", "use \"a.agon\" as a\nclaim x: y\n")], &[("use-circle", "\"a.agon\"")]);
    check_files(
        &[("a.agon", "use \"b.agon\" as b\nuse \"c.agon\" as b\n"), ("b.agon", "claim x: y\n"), ("c.agon", "claim x: y\n")],
        &[("duplicate-use", "\"c.agon\"")],
    );
    check_files(&[("a.agon", "use \"b.agon\" as b\nrebuttal r against c.x: y\n"), ("b.agon", "claim x: y\n")], &[("unknown-name", "c")]);
}

#[test]
fn a_name_that_a_used_file_declares_is_written_with_the_name_of_that_file() {
    let other = "party ann: Ann\nsource report: Report\nclaim less-sick: Fewer are ill.\n";
    let listed = r#"[{"id": "smith2020", "type": "book", "title": "Book"}]"#;
    let uses = "use \"z.agon\" as z\nuse \"evidence.agon\" as ev\nuse \"list.json\" as refs\n";
    let text = "claim c by ann: C.\n  cite: report, p. 1\n  cite: smith2020\n  support s:\n    premise less-sick\n";
    let files =
        [("a.agon", format!("{uses}{text}")), ("evidence.agon", other.into()), ("z.agon", other.into()), ("list.json", listed.into())];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let (_, _, diagnostics) = debate(&files);
    let told: Vec<(&str, &str)> = diagnostics.iter().map(|d| (d.title.as_str(), d.fix.as_ref().unwrap().title.as_str())).collect();
    assert_eq!(
        told,
        [
            ("there is no party `ann`", "write `z.ann`"),
            ("there is no source `report`", "write `z.report`"),
            ("there is no source `smith2020`", "write `refs.smith2020`"),
            ("there is no statement `less-sick`", "write `z.less-sick`"),
        ]
    );
    assert_eq!(diagnostics[3].at.text, "it is declared in `z.agon`, where a bare name does not reach");
    assert_eq!(diagnostics[3].related.len(), 1);
    let mended = apply(files[0].1, &diagnostics.iter().flat_map(|d| d.fix.clone().unwrap().edits).collect::<Vec<_>>());
    let (_, _, left) = debate(&[("a.agon", &mended), files[1], files[2], files[3]]);
    assert_eq!(left, []);
}

#[test]
fn a_support_under_an_attack_without_speaker_inherits_none() {
    let (_, debate, _) = debate(&[("a.agon", "party p: P\nclaim c by p: x\n  rebuttal r: y\n    support s: z\n")]);
    assert_eq!(moves(&debate)[1], "Support s by : s → r");
}

#[test]
fn a_bare_move_is_one_more_use() {
    let text = "claim a: x\n  support s:\n    premise p: y\n    premise q: z\nclaim b: x\n  support s\n    undercut u: v\nclaim c: x\n  rebuttal p\n  support a\n";
    let (_, debate, found) = debate(&[("a.agon", text)]);
    assert_eq!(found, []);
    assert_eq!(
        moves(&debate),
        [
            "Rebuttal c/rebuttal-1 by : p → c",
            "Support b/support-1 by : p + q → b",
            "Support c/support-1 by : a → c",
            "Support s by : p + q → a",
            "Undercut u by : u → step b/support-1",
        ]
    );
}

#[test]
fn invalid_utf8_is_told_with_its_byte() {
    let mut files = Files::default();
    files.load("a.agon", &Memory::new(&[]).with("a.agon", b"claim a: x\xff\n"));
    assert_eq!(files.diagnostics[0].title, "`a.agon` is not valid UTF-8: byte 10 is 0xFF");
}

#[test]
fn paths_resolve_by_their_words_and_never_leave_the_root() {
    assert_eq!(resolve("d/a.agon", "../b.agon").as_deref(), Some("b.agon"));
    assert_eq!(resolve("d/a.agon", "./e//b.agon").as_deref(), Some("d/e/b.agon"));
    assert_eq!(resolve("d/a.agon", "../../b.agon"), None);
    assert_eq!(resolve("a.agon", "c:/b.agon"), None);
    assert_eq!(resolve("a.agon", "..\\b.agon"), None);
}
