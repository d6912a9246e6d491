//! The baseline: what it knows is not told, it shrinks on its own, and never grows in silence.

use crate::cli::shell::Shell;
use agon::report::baseline::{Baseline, Key};
use proptest::prelude::*;

const CIRCLE: &str =
    "claim safe: It is safe.\n  support trust:\n    premise used: People use it.\n      support habit:\n        premise safe\n";
const SETTINGS: &str = "include: [.]\nbaseline: known.json\n";

fn project() -> Shell {
    let other = CIRCLE.replace("safe", "quiet");
    Shell::new(&[("agon.yaml", SETTINGS), ("a.agon", CIRCLE), ("b.agon", &other), ("sub/c.agon", "claim c: C.\n")])
}

#[test]
fn what_is_known_is_not_told_and_what_is_new_is() {
    let shell = project();
    shell.run(&["check"]).code(2).out("there is no baseline `known.json`").out("run `agon baseline` to write it");
    shell.run(&["baseline"]).is(0, "", "`known.json` holds 2 findings: 2 added, 0 gone\n");
    let expected = "{\n  \"schema\": 1,\n  \"findings\": [\n    {\"file\":\"a.agon\",\"code\":\"circular-support\",\"about\":\"trust\"},\n    \
                    {\"file\":\"b.agon\",\"code\":\"circular-support\",\"about\":\"trust\"}\n  ]\n}\n";
    assert_eq!(shell.read("known.json"), expected);
    shell.run(&["check", "--deny", "warnings"]).is(0, "no new problems in 3 files; 2 left for later in the baseline\n", "");
    let concise = ["check", "--deny", "warnings", "--format", "concise"];
    shell.run(&concise).is(0, "no new problems in 3 files; 2 left for later in the baseline\n", "");
    // Lines do not matter, names do.
    shell.write("a.agon", format!("// A remark.\n\nclaim new: New.\n  support: Old.\n{CIRCLE}").as_bytes());
    shell.run(&["check", "--deny", "warnings"]).is(0, "no new problems in 3 files; 2 left for later in the baseline\n", "");
    shell.write("a.agon", CIRCLE.replace("trust", "faith").as_bytes());
    shell.run(&["check", "--deny", "warnings", "a.agon"]).code(1).out("circular-support").out("1 warning in 1 file\n");
    shell.run(&["check", "--statistics", "b.agon"]).is(0, "no new problems in 1 file; 1 left for later in the baseline\n", "");
    assert_eq!(shell.read("known.json"), expected, "a part of the project cannot know what is gone");
}

#[test]
fn it_shrinks_when_all_is_checked_and_grows_only_when_told_to() {
    let shell = project();
    shell.run(&["baseline"]);
    shell.write("b.agon", b"claim quiet: It is quiet.\n");
    shell.run(&["check", "b.agon"]).is(0, "no problems in 1 file\n", "");
    shell.run(&["check"]).is(
        0,
        "no new problems in 3 files; 1 left for later in the baseline\n",
        "the baseline `known.json` has shrunk by 1 finding to 1 finding\n",
    );
    shell.run(&["check"]).is(0, "no new problems in 3 files; 1 left for later in the baseline\n", "");
    shell.write("b.agon", CIRCLE.as_bytes());
    shell.run(&["check"]).code(0).out("1 warning in 1 of 3 files; 1 left for later in the baseline\n");
    let refused = shell.run(&["baseline"]);
    refused.code(1).out("b.agon:2:3: warning[circular-support]").err("`known.json` holds 1 finding: 0 added, 0 gone\n").err("add `--grow`");
    shell.run(&["check", "--deny", "warnings"]).code(1);
    shell.run(&["baseline", "--grow"]).is(0, "", "`known.json` holds 2 findings: 1 added, 0 gone\n");
    shell.run(&["check", "--deny", "warnings"]).code(0);
    shell.run(&["baseline", "--grow", "sub"]).is(0, "", "`known.json` holds 2 findings: 0 added, 0 gone\n");
}

#[test]
fn a_file_that_is_moved_keeps_its_findings() {
    let shell = project();
    shell.run(&["baseline"]);
    std::fs::rename(shell.path("a.agon"), shell.path("sub/moved.agon")).unwrap();
    let told = "the baseline `known.json` has followed files that were moved\n";
    shell.run(&["check", "--deny", "warnings"]).is(0, "no new problems in 3 files; 2 left for later in the baseline\n", told);
    assert!(shell.read("known.json").contains("sub/moved.agon"));
    // A copy is no move.
    shell.write("copy.agon", CIRCLE.as_bytes());
    shell.run(&["check", "--deny", "warnings"]).code(1).out("copy.agon:2:3");
}

#[test]
fn mistakes_of_the_text_cannot_be_left_for_later() {
    let shell = Shell::new(&[("agon.yaml", SETTINGS), ("a.agon", &format!("{CIRCLE}expect nothing stands\nclam x: X.\n"))]);
    let ran = shell.run(&["baseline"]);
    ran.code(1).out("error[unknown-name]").out("error[unknown-keyword]").err("holds 1 finding: 1 added").err("have to be mended");
    shell.run(&["check"]).code(1).out("2 errors in 1 file; 1 left for later in the baseline\n");
}

#[test]
fn several_alike_are_counted() {
    let text = "claim safe: It is safe.\n  support: \n    premise safe\n  support:\n    premise safe\n";
    let shell = Shell::new(&[("agon.yaml", SETTINGS), ("a.agon", &text.replace("support: ", "support:"))]);
    shell.run(&["baseline"]).code(0);
    let known = shell.read("known.json");
    shell.run(&["check", "--deny", "warnings"]).code(0);
    assert_eq!(shell.read("known.json"), known);
}

#[test]
fn a_baseline_is_read_and_written_inside_the_project_only_and_its_mistakes_are_told() {
    let shell = Shell::new(&[("p/agon.yaml", "baseline: ../known.json\n"), ("p/a.agon", CIRCLE)]).at("p");
    for form in ["text", "concise", "json", "sarif", "github", "junit"] {
        let ran = shell.run(&["check", "--format", form, "--output", &format!("{form}=told.{form}")]);
        ran.code(2).out("bad-settings").out("agon.yaml").out("leads outside its project");
        assert_eq!(ran.stderr, "", "{form}");
        assert!(shell.read(&format!("p/told.{form}")).contains("leads outside its project"), "{form}");
    }
    shell
        .run(&["check"])
        .out("error[bad-settings]: the baseline `../known.json`, which `agon.yaml` names, leads outside")
        .out(" --> agon.yaml:1:11\n");
    shell.run(&["baseline"]).code(2).err("leads outside its project").err(" --> agon.yaml:1:11\n").err("correct the path in `agon.yaml`");
    shell.write("p/agon.yaml", b"baseline: gone/known.json\n");
    shell.run(&["check"]).code(2).out("the baseline `gone/known.json`, which `agon.yaml` names, has no folder");
    let shell = project();
    for (text, why) in [
        ("{", "is no baseline: EOF"),
        ("{\"schema\": 2, \"findings\": []}", "its schema is 2"),
        ("{\"schema\": 1, \"findings\": [], \"more\": 1}", "unknown field `more`"),
    ] {
        shell.write("known.json", text.as_bytes());
        shell.run(&["check"]).code(2).out(why).out("resolve the conflict");
        shell.run(&["check", "--format", "github"]).code(2).out("bad-settings").out(why);
        shell.run(&["baseline"]).code(2).err(why).err("resolve the conflict");
        shell.write("b.json", text.as_bytes());
        let named = shell.run(&["check", "--baseline", "b.json", "--format", "github"]);
        named.code(2).out("::error file=b.json,line=1,").out("bad-settings").out(why).out("resolve the conflict");
    }
    let shell = Shell::new(&[("a.agon", CIRCLE)]);
    shell.run(&["baseline", "."]).code(2).err("no file is named for the baseline");
    shell.run(&["baseline", "--file", "b.json", "."]).code(0);
    shell.run(&["check", "--baseline", "b.json", "--deny", "warnings", "."]).is(
        0,
        "no new problems in 1 file; 1 left for later in the baseline\n",
        "",
    );
}

#[test]
fn what_relates_names_is_known_by_the_names_and_not_by_its_reason() {
    let text = "party ann: Ann\nclaim safe: It is safe.\n  support used: People use it.\n  support old: It is old.\n\n";
    let relations = "prefer used over old: First reason.\n\naccept safe by ann: She said so.\n\ndeny safe by ann: She said so later.\n";
    let shell = Shell::new(&[("agon.yaml", SETTINGS), ("a.agon", &format!("{text}{relations}"))]);
    shell.run(&["baseline"]).code(0).err("2 added");
    let known = shell.read("known.json");
    assert!(known.contains("\"about\":\"prefer used over old\"") && known.contains("\"about\":\"deny safe by ann\""), "{known}");
    let reworded = relations.replace("First reason", "Another one").replace("She said so later", "In  May").replace(" over ", "  over ");
    shell.write("a.agon", format!("{text}{reworded}").as_bytes());
    shell.run(&["check", "--deny", "warnings"]).is(0, "no new problems in 1 file; 2 left for later in the baseline\n", "");
    shell.write("a.agon", format!("{text}{}", relations.replace("used over old", "old over used")).as_bytes());
    shell.run(&["check"]).out("idle-preference");
}

#[test]
fn it_does_not_shrink_by_what_could_not_be_looked_at() {
    let page = |fence: &str| format!("# Page\n\n{fence}\n{CIRCLE}```\n");
    let used = "use \"a.agon\" as a\nclaim top: Top.\n  support:\n    premise a.safe\n";
    let shell = Shell::new(&[("agon.yaml", SETTINGS), ("a.agon", CIRCLE), ("top.agon", used), ("page.md", &page("```agon"))]);
    shell.run(&["baseline"]).is(0, "", "`known.json` holds 3 findings: 3 added, 0 gone\n");
    let known = shell.read("known.json");
    let kept = |what: &str| {
        let ran = shell.run(&["check"]);
        assert!(!ran.stderr.contains("shrunk"), "{what}: {}", ran.stderr);
        shell.run(&["baseline"]);
        assert_eq!(shell.read("known.json"), known, "{what}");
    };
    let broken = CIRCLE.replace("premise used:", "premis used:");
    shell.write("a.agon", broken.as_bytes());
    kept("a mistake in the text hides the circle");
    std::fs::remove_file(shell.path("a.agon")).unwrap();
    kept("a file is missed where it is used");
    shell.write("a.agon", b"\xff\xfe");
    kept("a file is no text");
    shell.write("a.agon", CIRCLE.as_bytes());
    for fence in ["> ```agon", "```Agon", "```agno"] {
        shell.write("page.md", page(fence).as_bytes());
        kept(fence);
    }
    shell.write("page.md", b"# Page\n");
    shell.run(&["check"]).err("has shrunk by 1 finding to 2 findings");
}

#[test]
fn what_is_found_in_sources_is_kept_where_these_cannot_be_read() {
    let text = "source s: S\n  file: s.txt\nclaim a: A.\n  cite: s, \"nobody said it\"\n";
    let shell =
        Shell::new(&[("agon.yaml", "baseline: known.json\nsources-dir: kept\n"), ("a.agon", text), ("kept/s.txt", "We all did.\n")]);
    shell.run(&["baseline"]).is(0, "", "`known.json` holds 1 finding: 1 added, 0 gone\n");
    let known = shell.read("known.json");
    std::fs::remove_file(shell.path("kept/s.txt")).unwrap();
    shell.run(&["check"]).code(0).out("note[unverified-quotation]");
    assert_eq!(shell.read("known.json"), known);
    shell.run(&["baseline", "--grow"]).code(0).err("1 added, 0 gone");
    shell.write("kept/s.txt", b"We all did.\n");
    shell.run(&["check"]).is(0, "no new problems in 1 file; 1 left for later in the baseline\n", "");
    assert!(shell.read("known.json").contains("unverified-quotation"), "elsewhere it may be found again");
}

#[test]
fn another_quotation_of_the_same_claim_is_new() {
    let text = |words: &str| format!("source s: S\n  file: s.txt\nclaim a: A.\n  cite: s, \"{words}\"\n");
    let source = "We do not think the dam is safe, and said so.\n";
    for (known, other) in [("nobody said it", "the moon is green"), ("We … think the dam", "We [all] think the dam is safe")] {
        let shell = Shell::new(&[("agon.yaml", SETTINGS), ("a.agon", &text(known)), ("s.txt", source)]);
        shell.run(&["baseline"]).code(0);
        shell.run(&["check", "--deny", "warnings"]).is(0, "no new problems in 1 file; 1 left for later in the baseline\n", "");
        shell.write("a.agon", text(other).as_bytes());
        shell.run(&["check", "--deny", "warnings"]).code(1);
    }
}

proptest! {
    #[test]
    fn a_baseline_is_read_as_it_was_written(rows in prop::collection::btree_map(("\\PC{0,6}", "[a-z-]{1,8}", "(\\PC|[\"\n\\\\]){0,8}"), 1usize..4, 0..8)) {
        let known = rows.into_iter().map(|((file, code, about), count)| (Key { file, code, about }, count)).collect();
        let baseline = Baseline { known };
        prop_assert_eq!(Baseline::parse(&baseline.text()), Ok(baseline.clone()));
        prop_assert_eq!(baseline.text().lines().count(), baseline.known.len() + if baseline.known.is_empty() { 4 } else { 5 });
    }
}
