//! `agon diff`: files, folders and revisions, in Markdown and JSON.

use crate::{cli::shell::Shell, report::schema::problems};
use serde_json::Value;

const FERRY: &str = "\
question night: Should the ferry run after midnight?
claim run on night: The ferry should run until three.
  support missed: Every Saturday people miss the last boat.
  rebuttal no-crew: No crew may work that late, says @union in #12.
    rebuttal second-crew: The crew of the school boat is free.
claim shuttle on night: A water taxi should run instead.
  rebuttal cost: A water taxi costs ten times the fare.
";

fn weaker() -> String {
    FERRY.replace("    rebuttal second-crew: The crew of the school boat is free.\n", "")
}

fn json(shell: &Shell, arguments: &[&str]) -> Value {
    let ran = shell.run(&[&["diff", "--format", "json"], arguments].concat());
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let value: Value = serde_json::from_str(&ran.stdout).unwrap();
    let schema: Value = serde_json::from_str(include_str!("../../src/render/diff.schema.json")).unwrap();
    assert_eq!(problems(&schema, &value), Vec::<String>::new());
    value
}

#[test]
fn what_bears_on_nothing_known_is_told_without_a_blank() {
    let shell = Shell::new(&[("old.agon", "claim a: A is so.\nrebuttal: It is not.\n"), ("new.agon", "claim a: A is so.\n")]);
    let ran = shell.run(&["diff", "old.agon", "new.agon"]);
    ran.code(0).out("The old state has one error").out("- The rebuttal `rebuttal-1` removed: “It is not.”");
}

#[test]
fn what_turned_stands_first_with_what_turned_it() {
    let shell = Shell::new(&[("old.agon", FERRY), ("new.agon", &weaker())]);
    let expected = "\
## What changed in the argument

From `old.agon` to `new.agon`. **One question comes out otherwise and two verdicts flipped.** One claim removed.

#### What turned, and what turned it

- The rebuttal `second-crew` against `no-crew` removed: “The crew of the school boat is free.”
  - the question `night`: `run` → no answer “Should the ferry run after midnight?”
  - `run`: stands → **falls** “The ferry should run until three.”
  - `no-crew`: falls → **stands** “No crew may work that late, says @\u{200b}union in \\#\u{200b}12.”
";
    shell.run(&["diff", "old.agon", "new.agon"]).is(0, expected, "");
    shell.run(&["diff", "old.agon", "new.agon", "--fail-on", "flip"]).is(1, expected, "");
    shell.run(&["diff", "old.agon", "new.agon", "-o", "out.md"]).is(0, "", "");
    assert_eq!(shell.read("out.md"), expected);
    shell.run(&["diff", "old.agon", "old.agon", "--fail-on", "flip"]).is(0, "## What changed in the argument\n\nNothing.\n", "");
}

#[test]
fn the_json_follows_its_schema_and_names_causes_by_their_changes() {
    let new = weaker().replace("claim shuttle", "claim taxi").replace("ten times", "nine times") + "party p: P\ndeny taxi by p\n";
    let shell = Shell::new(&[("old.agon", FERRY), ("new.agon", &new)]);
    let value = json(&shell, &["old.agon", "new.agon"]);
    assert_eq!(value["flips"], 3);
    let debate = &value["debates"][0];
    for flip in debate["flips"].as_array().unwrap() {
        let cause = flip["causes"][0][0].as_u64().unwrap();
        assert_eq!(debate["changes"][usize::try_from(cause).unwrap()]["old_name"], "second-crew");
        assert_eq!(flip["smallest"], true);
    }
    let aspects: Vec<(&str, &str, &Value)> = debate["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["item"].as_str().unwrap(), c["change"].as_str().unwrap(), &c["aspects"]))
        .collect();
    assert!(aspects.contains(&("claim", "changed", &serde_json::json!(["name"]))), "{aspects:?}");
    assert!(aspects.contains(&("claim", "changed", &serde_json::json!(["text"]))), "{aspects:?}");
    assert!(aspects.iter().any(|(item, change, _)| (*item, *change) == ("position", "added")), "{aspects:?}");
    assert_eq!(json(&shell, &["old.agon", "old.agon"])["debates"], serde_json::json!([]));
}

#[test]
fn two_reasons_that_are_needed_together_are_one_cause_and_two_that_do_alone_are_two() {
    let base = "claim c: C.\n  support: S.\n";
    let both = "claim c: C.\n  support: S.\n  rebuttal one: One.\n  rebuttal two: Two.\n";
    let shell = Shell::new(&[("old.agon", base), ("new.agon", both)]);
    let value = json(&shell, &["old.agon", "new.agon"]);
    assert_eq!(value["debates"][0]["flips"][0]["causes"].as_array().unwrap().len(), 2, "{value:#}");
    shell
        .run(&["diff", "old.agon", "new.agon"])
        .code(0)
        .out("By any one of these alone:\n  \n  1. the rebuttal `one` against `c` added: “One.”\n");
    let old = "claim c: C.\n  support a: A.\n  support b: B.\n";
    let new = "claim c: C.\n  support a: A.\n    rebuttal x: X.\n  support b: B.\n    rebuttal y: Y.\n";
    shell.write("old.agon", old.as_bytes());
    shell.write("new.agon", new.as_bytes());
    let value = json(&shell, &["old.agon", "new.agon"]);
    let flips = value["debates"][0]["flips"].as_array().unwrap();
    let of = |name: &str| flips.iter().find(|f| f["name"] == name).unwrap()["causes"][0].as_array().unwrap().len();
    assert_eq!((of("c"), of("a"), of("b")), (2, 1, 1));
    shell.run(&["diff", "old.agon", "new.agon"]).code(0).out("“X.”; and the rebuttal `y` against `b` added: “Y.”\n");
}

#[test]
fn every_kind_of_change_is_told() {
    let old = "---\nas-of: 2000\n---\nparty p: P\nparty q: Q\nsource s: Source\nsource t: Other\nquestion w: Which?\nclaim a on w by p: One.\n  cite: s\n  \
               support st:\n    premise u: U.\nclaim b: Two.\nassumption m: Maybe.\nclaim d: Four.\nlimit l for d: Limited.\n";
    let new = "---\nas-of: 2001\n---\nparty p: P\nparty q: Q\nsource s: Source\n  author: A\nsource t: Other\nquestion w: Which one?\n  default: b\n\
               claim a on w by q: One.\n  cite: t, p. 3\n  likelihood: likely\n  support st strictly:\n    premise u: U.\n    premise v: V.\n\
               claim b on w: Two.\nfact m: Maybe.\nclaim d: Four.\nlimit l for a: Limited.\ncontradiction b, d\nprefer b over d\nclaim e: E.\n  date: 1999\nlimit k for b, d: Newly limited.\n";
    let shell = Shell::new(&[("old.agon", old), ("new.agon", new)]);
    let ran = shell.run(&["diff", "old.agon", "new.agon"]);
    for words in [
        "The question `w` was reworded: “Which?” is now “Which one?”; it now has the default `b`, and had none",
        "`a` now cites `t, p. 3` in place of `s`; it is now said by `q`, and was by `p`; it now has the likelihood likely, and had none",
        "`b` now answers `w`, and answered no question",
        "`m` is now taken as a fact, and was an assumption",
        "The claim `e` added: “E.”",
        "The premise `v` added: “V.”",
        "The support `st` for `a` now starts from `u` and `v`, and did from `u`; it is now strict",
        "The limit `k` of `b` and `d` added: “Newly limited.”",
        "The limit `l` of `a` added",
        "The limit `l` of `d` removed",
        "The contradiction of `b` and `d` added",
        "the preference of `b` over `d` added",
        "The source `s` now has the author “A”, and had none",
        "The debate is now as of 2001, and was as of 2000",
    ] {
        ran.code(0).out(words);
    }
}

#[test]
fn definitions_parties_expectations_and_reasons_are_told_and_turn_nothing() {
    let old = "---\ntitle: T\n---\nparty p: P\n  side: for\nparty gone: Gone\nsource s: S\n  file: s.txt\nterm fast: Above 30.\nterm new: Of this year.\n\
               claim a by p: A is fast.\n  cite: s, p. 1, \"quick\"\n  support r: R.\n    scheme: sign\nclaim b: B.\ncontradiction a, b: They clash.\nprefer a over b: A is newer.\n\
               accept b by gone: He said so.\nexpect a stands\nexpect b falls\n";
    let new = "---\ntitle: T\nscope: Only us\n---\nparty p: The P\n  side: against\nsource s: S\n  file: t.txt\nterm fast: Above 50.\n  cite: s\n\
               claim a by p: A is fast.\n  cite: s, p. 1, \"quickly\"\n  tags: town\n  support r: R.\n    scheme: example\n    waive: backing: No time.\nclaim b: B.\ncontradiction a, b: They exclude each other.\n\
               prefer a over b by p: A is better.\naccept b by p: He said so.\nexpect a open\nexpect a falls\n";
    let shell = Shell::new(&[("old.agon", old), ("new.agon", new)]);
    let ran = shell.run(&["diff", "old.agon", "new.agon"]);
    for words in [
        "No verdict flipped.",
        "one contradiction, one preference, one party, one source, one term, one expectation and the front matter changed.",
        "The party `p` was reworded: “P” is now “The P”; it now has the side “against”, which was “for”",
        "The party `gone` removed: “Gone”",
        "The source `s` now has the file t.txt, which was s.txt",
        "The term `fast` was reworded: “Above 30.” is now “Above 50.”; it now cites `s`",
        "The term `new` removed: “Of this year.”",
        "`a` now cites `s, p. 1` “quickly” in place of `s, p. 1` “quick”; it now has the tags town, and had none",
        "The support `r` for `a` now has the scheme example, which was sign, and now has the waived questions backing, and had none, and now has the reason for the waiver “No time.”, and had none",
        "The contradiction of `a` and `b` now has the reason “They exclude each other.”, which was “They clash.”",
        "The preference of `a` over `b` now has the reason “A is better.”, which was “A is newer.”; it is now said by `p`, and was by nobody",
        "The position that `gone` accepts `b` removed: “He said so.”",
        "The position that `p` accepts `b` added: “He said so.”",
        "It is now expected that `a` is open; it was expected that `a` stands",
        "The expectation that `a` falls added",
        "The expectation that `b` falls removed",
        "The debate now has the scope “Only us”, and had none",
    ] {
        ran.code(0).out(words);
    }
    let value = json(&shell, &["old.agon", "new.agon"]);
    let changes = value["debates"][0]["changes"].as_array().unwrap();
    for item in ["party", "term", "expectation", "about"] {
        let of_item: Vec<&Value> = changes.iter().filter(|c| c["item"] == item).collect();
        assert!(!of_item.is_empty() && of_item.iter().all(|c| c["formal"] == false), "{item}: {of_item:?}");
    }
}

#[test]
fn a_preference_is_told_with_the_attacks_and_as_what_turned_a_verdict() {
    let old = "claim a: A is so.\n  rebuttal r: It is not.\nclaim b: B is so.\nclaim c: C is so.\ncontradiction b, c\n";
    let shell = Shell::new(&[("old.agon", old), ("new.agon", &format!("{old}prefer a over r: A is newer.\nprefer r over c\n"))]);
    let expected = "\
**One verdict flipped.** Two preferences added.

#### What turned, and what turned it

- The preference of `a` over `r` added: “A is newer.”
  - `a`: falls → **stands** “A is so.”

#### Further supports, attacks and preferences

- The preference of `r` over `c` added
";
    shell.run(&["diff", "old.agon", "new.agon"]).code(0).out(expected);
}

#[test]
fn lines_that_only_move_change_nothing() {
    let text = "source s: S\nclaim a: A is so.\n  support b: B is so.\n    scheme: sign\n    reviewed: 2024-01-02, 0123456789abcdef01234567\n    waive: backing: None.\n    \
                cite: s, \"words\"\nclaim c: C is so.\ncontradiction a, c\nprefer a over c: Why.\nexpect a stands\n";
    let shell = Shell::new(&[("old.agon", text), ("new.agon", &format!("// A remark.\n\n{text}"))]);
    shell.run(&["diff", "old.agon", "new.agon"]).is(0, "## What changed in the argument\n\nNothing.\n", "");
}

#[test]
fn what_is_told_as_a_cause_is_not_told_again() {
    let old = "claim a: A is so.\nclaim b: B is so.\n";
    let new = "claim a: A is so.\n  rebuttal r: It is not.\nclaim b: B is so.\nclaim c: C is so.\n";
    let shell = Shell::new(&[("old.agon", old), ("new.agon", new)]);
    let expected = "\
## What changed in the argument

From `old.agon` to `new.agon`. **One verdict flipped.** Two claims added.

#### What turned, and what turned it

- The rebuttal `r` against `a` added: “It is not.”
  - `a`: stands → **falls** “A is so.”

#### Further claims, with their rebuttals and undercuts

- The claim `c` added: “C is so.”
";
    shell.run(&["diff", "old.agon", "new.agon"]).is(0, expected, "");
}

#[test]
fn what_was_decided_and_is_removed_flips() {
    let shell = Shell::new(&[("old.agon", FERRY), ("new.agon", "claim shuttle: A water taxi should run instead.\n")]);
    let expected = "\
## What changed in the argument

From `old.agon` to `new.agon`. **One verdict flipped, one decided question is gone and one decided claim is gone.** One question and five claims \
removed; one claim changed.

#### What turned, and what turned it

- The rebuttal `cost` against `shuttle` removed: “A water taxi costs ten times the fare.”
  - `shuttle`: falls → **stands** “A water taxi should run instead.”

#### What was decided and is gone

- the question `night`: `run` → **gone** “Should the ferry run after midnight?”
- `run`: stands → **gone** “The ferry should run until three.”
";
    let ran = shell.run(&["diff", "old.agon", "new.agon", "--fail-on", "flip"]);
    ran.code(1).out(expected);
    let value = json(&shell, &["old.agon", "new.agon"]);
    let flips = value["debates"][0]["flips"].as_array().unwrap();
    let came: Vec<(&str, &str, &str)> = flips
        .iter()
        .map(|f| (f["name"].as_str().unwrap(), f["before"]["verdict"].as_str().unwrap(), f["after"]["verdict"].as_str().unwrap()))
        .collect();
    assert_eq!(came, [("shuttle", "falls", "stands"), ("night", "answer", "gone"), ("run", "stands", "gone")]);
    assert_eq!(value["flips"], 3);

    // A whole debate, a claim that nothing decided, and one that only served others.
    shell.write("a/x.agon", FERRY.as_bytes());
    shell.write("a/y.agon", b"claim y: Y.\n");
    shell.write("b/y.agon", b"claim y: Y.\n");
    let ran = shell.run(&["diff", "a", "b", "--fail-on", "flip"]);
    ran.code(1).out("This debate is gone, with 6 claims.").out("- `run`: stands → **gone**").out("- `shuttle`: falls → **gone**");
    let open = "claim y: Y.\nclaim z: Z.\ncontradiction y, z\n";
    for (old, new) in [(open, "claim y: Y.\n"), ("claim y: Y.\nclaim z: Z.\n  support:\n    premise y\n", "claim z: Z.\n  support: W.\n")] {
        shell.write("old.agon", old.as_bytes());
        shell.write("new.agon", new.as_bytes());
        let value: Value = serde_json::from_str(&shell.run(&["diff", "--format", "json", "old.agon", "new.agon"]).stdout).unwrap();
        let flips = value["debates"][0]["flips"].as_array().unwrap();
        assert!(flips.iter().all(|f| f["after"]["verdict"] != "gone"), "{old}: {flips:?}");
    }
}

#[test]
fn folders_are_compared_debate_by_debate() {
    let shell =
        Shell::new(&[("a/x.agon", FERRY), ("a/same.agon", "claim s: S.\n"), ("a/gone.agon", "claim g: G.\n"), ("a/sub/y.agon", FERRY)]);
    for (path, text) in [("b/x.agon", weaker()), ("b/same.agon", "claim s: S.\n".into()), ("b/new.agon", "claim n: N.\n".into())] {
        shell.write(path, text.as_bytes());
    }
    shell.write("b/elsewhere/moved.agon", FERRY.replace("missed", "late").as_bytes());
    let ran = shell.run(&["diff", "a", "b"]);
    ran.code(0)
        .out("### `x.agon`")
        .out("### `gone.agon`\n\nThis debate is gone, with 1 claim.")
        .out("### `new.agon`\n\nThis debate is new, with 1 claim.");
    ran.out("### `elsewhere/moved.agon`\n\nFrom `sub/y.agon` to `elsewhere/moved.agon`. No verdict flipped.")
        .out("`late` was called `missed`");
    assert!(!ran.stdout.contains("same.agon"), "{}", ran.stdout);
    let value = json(&shell, &["a", "b"]);
    assert_eq!(value["debates"].as_array().unwrap().len(), 4);
    shell.run(&["diff", "a", "b/x.agon"]).code(2).err("a file cannot be compared with a folder");
}

fn repository(files: &[(&str, &str)]) -> Shell {
    let shell = Shell::new(files);
    git(&shell, "git init -q -b main . && git add -A && git -c user.name=a -c user.email=a@b commit -qm one && git tag v1");
    shell
}

#[track_caller]
fn git(shell: &Shell, line: &str) {
    let ran = shell.sh(&format!("export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null; {{ {line}; }} 2>&1"));
    assert_eq!(ran.code, 0, "{}", ran.stdout);
}

#[test]
fn revisions_are_compared_without_touching_the_files() {
    let shell =
        repository(&[("p/agon.yaml", "include: [debates]\n"), ("p/debates/x.agon", FERRY), ("p/other.agon", FERRY), ("top.agon", FERRY)]);
    shell.write("p/debates/x.agon", weaker().as_bytes());
    shell.write("p/other.agon", weaker().as_bytes());
    let commit = "git add -A && git -c user.name=a -c user.email=a@b commit -qm";
    git(
        &shell,
        &format!(
            "git checkout -qb topic && {commit} two && git checkout -q main && echo 'claim late: Late.' > p/debates/late.agon && {commit} three"
        ),
    );
    let shell = shell.at("p");
    let told = shell.run(&["diff", "main...topic"]);
    told.code(0).out("**One question comes out otherwise and two verdicts flipped.**");
    assert_eq!(told.stderr, "");
    assert!(!told.stdout.contains("late.agon") && !told.stdout.contains("other.agon"), "{}", told.stdout);
    shell.run(&["diff", "main..topic"]).code(0).out("### `debates/late.agon`\n\nThis debate is gone");
    shell.run(&["diff", "v1", "topic", "--fail-on", "flip"]).code(1);
    shell.run(&["diff", "v1..topic", "other.agon"]).code(0).out("flipped");
    shell.run(&["diff", "v1..", "debates/late.agon"]).code(0).out("This debate is new");
    shell.run(&["diff", "v1..v1", "--format", "json"]).code(0).out("\"debates\": []");
    // What is not committed yet.
    shell.run(&["diff", "HEAD", "debates"]).is(0, "## What changed in the argument\n\nNothing.\n", "");
    shell.write("p/debates/x.agon", weaker().as_bytes());
    shell.run(&["diff", "HEAD", "debates"]).code(0).out("flipped");
    shell.run(&["diff", "HEAD", "debates/x.agon"]).code(0).out("flipped");
    assert_eq!(shell.run(&["diff", "HEAD"]).stdout, shell.run(&["diff", "HEAD", "debates"]).stdout);
    let status = shell.sh("git status --porcelain; git stash list; git branch --list | wc -l");
    assert_eq!(status.stdout.trim().lines().next().unwrap(), "M p/debates/x.agon");
    for (words, why) in [
        (&["nothing..HEAD"][..], "`nothing` is neither a path nor a revision"),
        (&["--help;touch x..HEAD"], "error"),
        (&["debates"], "compared with nothing"),
        (&["HEAD", "v1", "debates"], "too many states"),
        (&["debates", "HEAD"], "name the older state first"),
        (&["v1..HEAD", "../top.agon"], "lies outside the project"),
    ] {
        shell.run(&[&["diff"], words].concat()).code(2).err(why);
    }
}

#[test]
fn a_used_file_of_a_revision_is_the_one_of_that_revision_and_none_outside() {
    let main = "use \"shared.agon\" as s\nclaim a: A.\n  support:\n    premise s.p\n";
    let shell = repository(&[("agon.yaml", ""), ("main.agon", main), ("shared.agon", "claim p: P.\n")]);
    shell.write("shared.agon", b"claim p: P.\n  rebuttal r: Not so.\n");
    shell
        .run(&["diff", "HEAD", "."])
        .code(0)
        .out("### `main.agon`")
        .out("`a`: stands → **falls**")
        .out("The rebuttal `s.r` against `s.p` added");
    std::os::unix::fs::symlink("/etc/hostname", shell.path("link.agon")).unwrap();
    git(&shell, "git add -A && git -c user.name=a -c user.email=a@b commit -qm two");
    shell.run(&["diff", "v1..HEAD"]).code(0).out("### `main.agon`");
}

#[test]
fn outside_a_repository_revisions_cannot_be_named() {
    let shell = Shell::new(&[("a.agon", FERRY)]);
    let ran = shell.sh("GIT_CEILING_DIRECTORIES=/ \"$AGON\" diff main..HEAD 2>&1");
    assert_eq!(ran.code, 2);
    ran.out("git cannot tell: not a git repository").out("name files or folders");
}

#[test]
fn errors_name_their_state_and_are_never_told_as_nothing() {
    let shell = repository(&[("agon.yaml", ""), ("x.agon", "claim a: A is so.\n  rebuttal r: No.\n")]);
    shell.write("x.agon", b"claim a: A is so.\n  rebuttl r: No.\n");
    git(&shell, "git add -A && git -c user.name=a -c user.email=a@b commit -qm two && git tag v2");
    let ran = shell.run(&["diff", "v1..v2"]);
    ran.code(0).out("**The new state has one error.**").out("No verdict flipped in what is understood.");
    assert_eq!(ran.stderr, "v2:x.agon:2:3: error[unknown-keyword]: `rebuttl` is no keyword\n");
    shell.run(&["diff", "v1..v2", "--fail-on", "flip"]).code(3);
    let back = shell.run(&["diff", "v2..v1", "--fail-on", "flip"]);
    back.code(0).out("**The old state has one error.**").err("v2:x.agon:2:3: error");
    let value: Value = serde_json::from_str(&shell.run(&["diff", "v1..v2", "--format", "json"]).stdout).unwrap();
    assert_eq!((&value["debates"][0]["old_errors"], &value["debates"][0]["new_errors"]), (&0.into(), &1.into()));
    // What did not change needs no second word.
    shell.run(&["diff", "v2..v2"]).is(0, "## What changed in the argument\n\nNothing.\n", "");
    shell.write("x.agon", b"use \"gone.agon\" as g\nclaim a: A is so.\n  rebuttal r: No.\n");
    shell
        .run(&["diff", "HEAD"])
        .code(0)
        .err("HEAD:x.agon:2:3")
        .err("\nx.agon:1:5: error[missing-file]")
        .out("One error in the old state, and one error in the new one.");
}

#[test]
fn what_cannot_be_read_fails_and_names_its_state() {
    let shell = repository(&[("x.agon", FERRY), ("sub/y.agon", &weaker())]);
    shell.write("empty/.keep", b"");
    shell.write("bare/.keep", b"");
    for (words, why) in [
        (&["v1..nothing"][..], "error: the new state, `nothing`: `nothing` is neither a path nor a revision"),
        (&["nothing", "v1"], "error: the old state, `nothing`: "),
        (&["nothing...v1"], "error: the old state, `nothing`: "),
        (&["v1..v1", "gone.agon"], "error: `gone.agon` is no debate and holds none, in the old state, `v1` and in the new state, `v1`"),
        (&["v1..v1", "./x.agon", "empty"], "error: `empty` is no debate"),
        (&["empty", "bare"], "error: there is no debate in the old state, `empty`, and none in the new state, `bare`"),
    ] {
        shell.run(&[&["diff"], words].concat()).code(2).err(why);
    }
    shell.run(&["diff", "v1..v1", "./sub/../x.agon"]).code(0);
    shell.run(&["diff", "v1", "."]).code(0).out("Nothing.");
    shell.run(&["diff", "v1"]).code(0).out("Nothing.");
    shell.run(&["diff", "sub", "empty"]).code(0).out("This debate is gone");
    // A file that the repository has lost.
    git(&shell, "rm -f .git/objects/$(git rev-parse v1:x.agon | sed 's|^..|&/|')");
    shell.write("x.agon", b"claim a: A.\n");
    shell.run(&["diff", "v1"]).code(2).err("error: the old state, `v1`: `x.agon` cannot be read: git does not hand it out");
}

#[test]
fn what_contradictions_and_preferences_cite_is_told_like_that_of_claims() {
    let debate = |why: &str, rank: &str| {
        format!(
            "source s: Survey\nsource t: Table\nclaim a: A is so.\n  cite: s\nclaim b: B is so.\n  cite: t\ncontradiction a, b: Why.\n{why}\
             prefer a over b: Because.\n{rank}"
        )
    };
    let shell =
        Shell::new(&[("old.agon", &debate("  cite: s, p. 1\n", "")), ("new.agon", &debate("  cite: t, p. 2, \"words\"\n", "  cite: s\n"))]);
    let ran = shell.run(&["diff", "old.agon", "new.agon"]);
    ran.code(0).out("- The contradiction of `a` and `b` now cites `t, p. 2` “words” in place of `s, p. 1`\n");
    ran.out("- The preference of `a` over `b` now cites `s`\n").out("No verdict flipped.");
    shell.run(&["diff", "new.agon", "old.agon"]).out("- The preference of `a` over `b` no longer cites `s`\n");
    let told = json(&shell, &["old.agon", "new.agon"]);
    assert!(told.to_string().contains("\"aspects\":[\"cites\"]"), "{told}");
    shell.run(&["brief", "new.agon", "--since", "old.agon"]).code(0).out("now cites “Table” in place of “Survey”");
    shell.run(&["diff", "new.agon", "new.agon"]).out("Nothing.");
}
