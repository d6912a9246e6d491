//! Every command in its usual use, and every exit code.

use crate::cli::shell::Shell;

const GOOD: &str = "claim a: One thing.\n  support b: Another.\n";
const BAD: &str = "claim rain: One thing.\nexpect rian stands\n";

#[test]
fn a_part_of_a_map_is_named_by_statement_depth_party_and_outcome() {
    let text = "party p: Pat\nclaim a: One thing.\n  rebuttal b by p: Another.\n    rebuttal c: A third.\n";
    let shell = Shell::new(&[("a.agon", text)]);
    let part = |options: &[&str]| {
        let arguments = [&["map", "a.agon", "--format", "graphml"], options].concat();
        let ran = shell.run(&arguments).code(0).stdout.clone();
        ["One thing", "Another", "A third"].map(|words| ran.contains(&format!("\"text\">{words}")))
    };
    assert_eq!(part(&[]), [true, true, true]);
    assert_eq!(part(&["--from", "b"]), [false, true, true]);
    assert_eq!(part(&["--depth", "1"]), [true, true, false]);
    assert_eq!(part(&["--party", "p"]), [true, true, false]);
    assert_eq!(part(&["--only", "falls"]), [false, true, false]);
    assert_eq!(part(&["--only", "stands", "--from", "b"]), [false, false, true]);
    for (format, note) in [
        ("svg", "No statement of the debate fits this. Read from left"),
        ("mermaid", "No statement"),
        ("dot", "No statement"),
        ("graphml", "No statement"),
    ] {
        for options in [&["--only", "open"][..], &["--only", "unsupported", "--from", "b"], &["--party", "p", "--only", "unsupported"]] {
            let arguments = [&["map", "a.agon", "--format", format], options].concat();
            shell.run(&arguments).code(0).out(note).err("this map is empty");
        }
    }
    assert_eq!(shell.run(&["map", "a.agon", "--only", "falls"]).code(0).stderr, "");
    shell.run(&["map", "a.agon", "--from", "d"]).code(2).err("there is no claim `d` in this debate");
    shell.run(&["map", "a.agon", "--party", "pat"]).code(2).err("there is no party `pat` in this debate");
}

#[test]
fn a_map_that_its_format_cannot_show_says_so() {
    let long: String = (0..260).map(|n| format!("claim c{n}: {}.\n", "word ".repeat(30))).collect();
    let dense: String = format!(
        "{}{}",
        (0..26).map(|n| format!("claim c{n}: C.\n")).collect::<String>(),
        (0..26).map(|n| (0..20).map(|m| format!("rebuttal c{} against c{n}\n", (n + m + 1) % 26)).collect::<String>()).collect::<String>()
    );
    let shell = Shell::new(&[("long.agon", &long), ("dense.agon", &dense), ("far.agon", "claim a: 許可 и да.\n"), ("a.agon", GOOD)]);
    shell.run(&["map", "long.agon"]).code(0).out("flowchart").err("no text of more than 50000 characters");
    shell.run(&["map", "dense.agon"]).code(0).out("flowchart").err("no more than 500 lines, and this map has 520");
    assert_eq!(shell.run(&["map", "long.agon", "--format", "dot"]).code(0).stderr, "");
    assert_eq!(shell.run(&["map", "a.agon"]).code(0).stderr, "");
    #[cfg(feature = "png")]
    shell.run(&["map", "far.agon", "--format", "png", "-o", "far.png"]).code(0).err("lacks characters: Chinese and Japanese. Write an SVG");
    #[cfg(feature = "png")]
    assert_eq!(shell.run(&["map", "a.agon", "--format", "png", "-o", "a.png"]).code(0).stderr, "");
}

#[test]
fn check_shows_findings_on_standard_output_and_counts_them() {
    let shell = Shell::new(&[("bad.agon", BAD), ("good.agon", GOOD)]);
    shell.run(&["check", "good.agon"]).is(0, "no problems in 1 file\n", "");
    let expected = "\
error[unknown-name]: there is no statement `rian`
 --> bad.agon:2:8
  |
2 | expect rian stands
  |        ^^^^ nothing declares this name
  |
help: write `rain`, which is declared
  |
2 - expect rian stands
2 + expect rain stands
  |

1 error in 1 of 2 files
";
    shell.run(&["check", "."]).is(1, expected, "");
    shell.run_with(&["check", "-"], BAD.as_bytes()).code(1).out(" --> <stdin>:2:8\n").out("1 error in 1 file\n");
}

#[test]
fn warnings_fail_only_when_they_are_denied() {
    let shell = Shell::new(&[("empty.agon", "// nothing yet\n")]);
    let expected = "\
warning[empty-file]: `empty.agon` holds no statement, so nothing is checked
 --> empty.agon:1:1
  |
1 | // nothing yet
  | ^
  |
  = help: write a statement, such as `claim NAME: TEXT`

1 warning in 1 file
";
    shell.run(&["check", "empty.agon"]).is(0, expected, "");
    shell.run(&["check", "--deny", "warnings", "empty.agon"]).is(1, expected, "");
}

#[test]
fn colour_comes_only_when_asked_for_or_on_a_terminal() {
    let shell = Shell::new(&[("bad.agon", BAD)]);
    assert!(!shell.run(&["check", "bad.agon"]).stdout.contains('\u{1b}'));
    shell.run(&["check", "--color", "always", "bad.agon"]).code(1).out("\u{1b}[1m").out("\u{1b}[1;91m1 error in 1 file\u{1b}[0m\n");
}

#[test]
fn fmt_lays_out_in_place_and_says_what_it_did() {
    let rough = "claim   a :   One thing.\n     support b: Another.\n";
    let shell = Shell::new(&[("a.agon", rough), ("b.agon", GOOD)]);
    shell.run(&["fmt", "--check", "."]).is(1, "a.agon\n", "1 file would change, 1 unchanged\n");
    shell.run(&["fmt", "--diff", "."]).code(1).out("--- a.agon\n+++ a.agon\n@@").out("+claim a: One thing.\n");
    assert_eq!(shell.read("a.agon"), rough);
    shell.run(&["fmt", "."]).is(0, "", "1 file changed, 1 unchanged\n");
    assert_eq!(shell.read("a.agon"), GOOD);
    shell.run(&["fmt", "."]).is(0, "", "0 files changed, 2 unchanged\n");
    assert_eq!(shell.names(), ["a.agon", "b.agon"]);
}

#[test]
fn fmt_of_standard_input_keeps_broken_lines_and_objects_to_them() {
    let shell = Shell::new(&[]);
    shell.run_with(&["fmt", "-"], b"claim   a: One thing.\n").is(0, "claim a: One thing.\n", "");
    let ran = shell.run_with(&["fmt", "-"], b"claim   a: One thing.\nclam b:   Two.\n");
    ran.code(1).out("claim a: One thing.\n").out("clam b:   Two.\n").err("<stdin>:2:1: error[unknown-keyword]: `clam` is no keyword\n");
}

#[test]
fn init_writes_a_debate_that_is_clean_and_laid_out_and_overwrites_nothing() {
    let shell = Shell::new(&[]);
    shell.run(&["init", "new"]).is(0, "", "wrote `agon.yaml` and `debate.agon` in `new`; try `agon check new`\n");
    shell.run(&["check", "--deny", "warnings", "new"]).is(0, "no problems in 1 file\n", "");
    shell.run(&["fmt", "--check", "new"]).code(0);
    let before = shell.read("new/debate.agon");
    shell.run(&["init", "new"]).is(
        2,
        "",
        "error: `new` already holds a file `agon.yaml`\n  = help: name another folder; nothing is overwritten\n",
    );
    assert_eq!(shell.read("new/debate.agon"), before);
    let shell = Shell::new(&[("debate.agon", "mine")]);
    shell.run(&["init", "."]).code(2);
    assert_eq!((shell.names(), shell.read("debate.agon")), (vec!["debate.agon".to_owned()], "mine".to_owned()));
}

#[test]
fn a_map_is_drawn_of_the_debate_that_is_named_or_set() {
    let shell = Shell::new(&[("p/agon.yaml", "root: main.agon\n"), ("p/main.agon", GOOD)]);
    let named = shell.run(&["map", "p/main.agon"]);
    named.code(0).out("flowchart").out("One thing.");
    assert_eq!(shell.run(&["map", "p"]).stdout, named.stdout);
    assert_eq!(shell.run_with(&["map", "-"], GOOD.as_bytes()).stdout, named.stdout);
    shell.run(&["map", "p", "--format", "dot"]).code(0).out("digraph");
    shell.run(&["map", "p", "--format", "graphml"]).code(0).out("<graphml");
    shell.run(&["map", "p", "--format", "svg"]).code(0).out("<svg");
    shell.run(&["map", "p", "--format", "svg", "--link", "brief.html#s-"]).code(0).out("<a href=\"brief.html#s-");
    shell.run(&["map", "p", "--format", "svg", "--link", "javascript:alert(1)//"]).code(2).err("a link leads to the web or to a file");
    let shell = shell.at("p");
    assert_eq!(shell.run(&["map"]).stdout, named.stdout);
}

#[test]
fn a_debate_with_errors_is_drawn_all_the_same_and_they_are_told_in_short() {
    let shell = Shell::new(&[("bad.agon", BAD)]);
    let ran = shell.run(&["map", "bad.agon"]);
    ran.code(1).out("One thing.");
    let expected = "bad.agon:2:8: error[unknown-name]: there is no statement `rian`\n\
        the debate has 1 error, so this may not be what was meant; `agon check` tells more\n";
    assert_eq!(ran.stderr, expected);
}

#[test]
fn every_document_is_made_of_any_debate_and_is_the_same_each_time_and_everywhere() {
    let shell = Shell::new(&[("agon.yaml", "root: in/good.agon\n"), ("in/good.agon", GOOD), ("bad.agon", BAD)]);
    let commands: [&[&str]; 8] = [
        &["brief"],
        &["brief", "--full"],
        &["brief", "--length", "one-page", "--trace"],
        &["brief", "--format", "html"],
        &["map"],
        &["map", "--format", "dot"],
        &["report"],
        &["report", "--format", "json"],
    ];
    for command in commands {
        let first = shell.run(command);
        first.code(0);
        assert!(first.stdout.len() > 40, "{}", first.stdout);
        assert_eq!(first.stderr, "");
        assert_eq!(shell.run(command).stdout, first.stdout);
        let elsewhere = std::process::Command::new(env!("CARGO_BIN_EXE_agon")).args(command).current_dir(shell.path("in")).output();
        assert_eq!(String::from_utf8(elsewhere.unwrap().stdout).unwrap(), first.stdout, "{command:?} depends on where it is run");
        shell.run(&[command, &["bad.agon"]].concat()).code(1).err("bad.agon:2:8: error[unknown-name]");
        shell.run_with(&[command, &["-"]].concat(), GOOD.as_bytes()).code(0);
    }
}

#[test]
fn why_answers_with_places_that_can_be_opened_from_here() {
    let shell = Shell::new(&[("agon.yaml", "root: in/good.agon\n"), ("in/good.agon", GOOD), ("bad.agon", BAD)]);
    shell.run(&["why", "a"]).code(0).out("in/good.agon:1");
    shell.run(&["why", "rain", "bad.agon"]).code(1).out("bad.agon:1").err("error[unknown-name]");
    let unknown = shell.run(&["why", "aa"]);
    unknown.code(2).err("error: there is no claim `aa`").err("= help: try `agon why a`");
    assert_eq!(unknown.stdout, "");
    let shell = shell.at("in");
    shell.run(&["why", "a"]).code(0).out("(good.agon:1");
}

#[test]
fn explain_prints_a_page_or_the_nearest_name() {
    let shell = Shell::new(&[]);
    shell.run(&["explain", "unknown-name"]).code(0).out("unknown-name");
    shell.run(&["explain", "unknwon-name"]).is(
        2,
        "",
        "error: there is no code `unknwon-name`\n  = help: try `agon explain unknown-name`\n",
    );
    shell.run(&["explain", "nothing-like-it"]).is(
        2,
        "",
        "error: there is no code `nothing-like-it`\n  = help: `agon explain` lists all codes\n",
    );
    shell.run(&["explain"]).code(0).out(" error    core        A name is used that nothing declares.\n");
}

#[test]
fn every_command_explains_itself_with_an_example() {
    let shell = Shell::new(&[]);
    shell.run(&["--help"]).code(0).out("Example:\n  agon ").out("Exit codes: 0 ");
    for command in ["check", "fmt", "brief", "map", "weave", "report", "why", "flip", "suppose", "init", "explain"] {
        shell.run(&[command, "--help"]).code(0).out("Example:\n  agon ");
    }
    shell.run(&["--version"]).code(0).out("agon ");
}

#[test]
fn wrong_arguments_are_told_on_standard_error() {
    let shell = Shell::new(&[("a.agon", GOOD)]);
    for arguments in [&["chekc"][..], &["check", "--deny", "errors"], &["map", "--format", "gif"], &["why"], &[]] {
        let ran = shell.run(arguments);
        ran.code(2);
        assert_eq!(ran.stdout, "", "{arguments:?}");
    }
    shell.run(&["check", "no.agon"]).is(2, "", "error: there is no file `no.agon`\n  = help: see that the path is spelt right\n");
}

#[test]
fn without_a_path_a_command_takes_what_the_settings_name() {
    let files = [("p/agon.yaml", "root: main.agon\ninclude: [main.agon, more]\n"), ("p/main.agon", GOOD), ("p/more/b.agon", GOOD)];
    let shell = Shell::new(&files).at("p/more");
    shell.run(&["check"]).is(0, "no problems in 2 files\n", "");
    shell.run(&["fmt", "--check"]).is(0, "", "0 files would change, 2 unchanged\n");
    let shell = Shell::new(&[("a.agon", GOOD)]);
    shell.run(&["check"]).code(2).err("no path is given").err("= help: name files or folders");
    shell.run(&["brief"]).code(2).err("no debate is named").err("= help: give the path of a debate");
    shell.run(&["brief", "."]).code(2).err("this folder belongs to no project").err("= help: give the path of a debate");
    let shell = Shell::new(&[("agon.yaml", "root: a.agon\n"), ("a.agon", GOOD), ("other/b.agon", GOOD)]);
    shell.run(&["brief", "other"]).code(2).err("the folder `other` has no `agon.yaml`").err("give the path of a file");
    let shell = Shell::new(&[("agon.yaml", ""), ("a.agon", GOOD)]);
    shell.run(&["check"]).is(0, "no problems in 1 file\n", "");
    shell.run(&["report"]).code(2).err("`agon.yaml` names no main debate").err("write a line `root: FILE`");
    let shell = Shell::new(&[("agon.yaml", "root: gone.agon\n")]);
    let told = "error[bad-settings]: `gone.agon`, which `agon.yaml` names, does not exist\n";
    shell.run(&["map"]).code(2).err(told).err(" --> agon.yaml:1:7\n").err("help: correct the path in `agon.yaml`");
    shell.run(&["check"]).code(2).out(told).out(" --> agon.yaml:1:7\n").out("help: correct the path in `agon.yaml`");
    let shell = Shell::new(&[("p/agon.yaml", "root: ../x.agon\ninclude: [..]\n"), ("x.agon", GOOD)]).at("p");
    shell.run(&["map"]).code(2).err("`../x.agon`, which `agon.yaml` names, leads outside its project");
    shell.run(&["check"]).code(2).out("leads outside its project");
}

#[test]
fn packs_are_switched_on_by_the_settings() {
    let debate = "source survey: Traffic\n  author: Town council\nclaim quiet: Few cars pass.\n  cite: survey\n";
    let shell = Shell::new(&[("agon.yaml", "root: a.agon\npacks: [core]\n"), ("a.agon", debate)]);
    shell.run(&["check"]).is(0, "no problems in 1 file\n", "");
    shell.write("agon.yaml", b"root: a.agon\npacks: [sourcing]\n");
    shell.run(&["check"]).code(0).out("warning[undated-source]");
    shell.run(&["report", "--format", "json"]).code(0).out("undated-source");
    shell.write("agon.yaml", b"root: a.agon\npacks: [sourcing]\nlevels:\n  undated-source: error\n");
    shell.run(&["check"]).code(1).out("error[undated-source]");
    shell.write("agon.yaml", b"root: a.agon\nlevels:\n  undated-source: error\n");
    let off = "`undated-source` belongs to the pack `sourcing`, which is off";
    let help = "= help: switch it on with `packs: [sourcing]`, or leave this line out";
    shell.run(&["check"]).code(2).out(off).out(" --> agon.yaml:3:3\n").out(help);
    shell.write("agon.yaml", b"packs: [sourcng]\n");
    shell.run(&["check"]).code(2).out(" --> agon.yaml:1:9\n").out("= help: write `sourcing`");
    let row = " warning  sourcing    A source has no date.\n";
    shell.run(&["explain"]).code(0).out(row);
}

#[test]
fn settings_change_levels_and_are_themselves_checked() {
    let unused = "party nobody: Nobody\nclaim a: A.\n";
    let shell = Shell::new(&[("agon.yaml", "levels:\n  unused-party: error\n"), ("a.agon", unused)]);
    shell.run(&["check"]).code(1).out("error[unused-party]").out("1 error in 1 file\n");
    shell.write("agon.yaml", b"levels:\n  unused-party: off\n");
    shell.run(&["check"]).is(0, "no problems in 1 file\n", "");
    shell.write("agon.yaml", b"include: [.]\nlevels:\n  unknwon-name: off\n");
    let expected = "\
error[bad-settings]: the settings cannot be read: there is no code `unknwon-name`
 --> agon.yaml:3:3
  |
3 |   unknwon-name: off
  |   ^^^^^^^^^^^^
  |
  = help: write `unknown-name`

1 error in 1 file
";
    shell.run(&["check"]).is(2, expected, "");
    shell.write("agon.yaml", b"rot: a.agon\n");
    shell.run(&["check"]).code(2).out(" --> agon.yaml:1:1\n").out("= help: write `root`");
    shell.write("agon.yaml", b"root: a.agon\ninclude: [\n");
    shell.run(&["check"]).code(2).out(" --> agon.yaml:");
    shell.write("agon.yaml", b"root: &a x\ninclude: [*a, *a]\n");
    shell.run(&["check"]).code(2).out("anchors and aliases").out(" --> agon.yaml:1:7\n");
    shell.write("agon.yaml", b"root: \xff\n");
    shell.run(&["check"]).code(2).out("byte 6 is not UTF-8").out(" --> agon.yaml:1:1\n");
}

#[test]
fn solve_answers_in_the_format_of_the_competition() {
    let shell =
        Shell::new(&[("chain.af", "p af 3\n1 2\n2 3\n"), ("old.apx", "arg(a).\narg(b).\natt(a,b).\n"), ("bad.af", "p af 2\n1 9\n")]);
    shell.run(&["solve", "--problem", "SE-GR", "chain.af"]).is(0, "w 1 3\n", "");
    shell.run(&["solve", "--problem", "DC-PR", "-a", "2", "chain.af"]).is(0, "NO\n", "");
    shell.run(&["solve", "--problem", "EE-PR", "old.apx"]).is(0, "[[a]]\n", "");
    shell.run(&["solve", "--problem", "CE-CO", "--format", "json", "chain.af"]).is(0, "{\"answer\":\"yes\",\"count\":1}\n", "");
    shell.run(&["solve", "--problem", "DC-PR", "chain.af"]).code(2).err("asks about an argument");
    shell.run(&["solve", "--problem", "XX-PR", "chain.af"]).code(2).err("help: ");
    shell.run(&["solve", "--problem", "DC-PR", "-a", "-1", "chain.af"]).code(2).err("there is no argument '-1'");
    shell.run(&["solve", "--problem", "SE-PR", "bad.af"]).code(2).err("bad.af:2: ");
    shell.run(&["solve", "--problem", "SE-PR", "none.af"]).code(2).err("there is no file `none.af`");
    shell.run(&["solve", "--problem", "SE-PR", "."]).code(2).err("it is a folder");
}

#[test]
fn solve_says_that_it_does_not_know_with_a_code_of_its_own() {
    let ring: String = (1..=40).map(|i| format!("{i} {}\n{} {i}\n", i % 40 + 1, i % 40 + 1)).collect();
    let shell = Shell::new(&[("ring.af", &format!("p af 40\n{ring}"))]);
    shell.run(&["solve", "--problem", "EE-PR", "--limit", "1", "ring.af"]).code(3).err("more extensions than the limit lets list");
    shell.run(&["solve", "--problem", "DS-PR", "-a", "1", "--timeout", "0", "ring.af"]).is(
        3,
        "UNKNOWN\n",
        "note: the search was stopped before the answer was known\n",
    );
    shell.run(&["solve", "--problem", "SE-PR", "--timeout", "-1", "ring.af"]).code(2).err("`-1` is no time");
}

#[test]
fn flip_tells_what_would_change_and_how_far_it_looked() {
    let text =
        "claim c: Main.\n  support s: Reason.\n    rebuttal r: Objection.\n      rebuttal a: Reply.\nclaim d: Alone.\nfact e: Sure.\n";
    let shell = Shell::new(&[("x.agon", text)]);
    let told = "`c` stands.  (x.agon:1)\n“Main.”\n\nIt would no longer stand if any one of these fell:\n  - `s`  (x.agon:2)\n    “Reason.”\n  \
                - `a`  (x.agon:4)\n    “Reply.”\n\nEvery set that would keep it from standing holds one of these.\n\nIt would no longer stand if any one \
                of these were added and not answered:\n  - an objection to `c`  (x.agon:1)\n  - an objection to `s`  (x.agon:2)\n  - an objection to the step from `s` to `c`  \
                (x.agon:2)\n  - an answer to `a` that rebuts it  (x.agon:4)\n  - an answer to `a` that undercuts its step against `r`  \
                (x.agon:4)\n";
    shell.run(&["flip", "c", "x.agon"]).is(0, told, "");
    shell.run(&["flip", "c", "--limit", "1", "x.agon"]).code(0).out("There may be more such sets").out("There may be more such moves");
    let alone = "Nothing that could fall would keep it from standing.\n\nIt would no longer stand with one new move that nobody answers:\n  - an \
                 objection to `d`  (x.agon:5)\n";
    shell.run(&["flip", "d", "x.agon"]).code(0).out(alone);
    shell
        .run(&["flip", "e", "x.agon"])
        .code(0)
        .out("Nothing that could fall would keep it from standing.")
        .out("No new objections or answers, up to three of them, would keep it from standing.");
    shell.run(&["flip", "c", "--format", "json", "x.agon"]).code(0).out("\"complete_to\": 1").out("\"add\": \"undercut\"");
    shell.run(&["flip", "q", "x.agon"]).code(2).err("there is no claim `q`");
    shell.run(&["flip", "cc", "x.agon"]).code(2).err("try `agon flip c`");
    shell.run(&["flip", "c", "--limit", "0", "x.agon"]).code(2);
}

#[test]
fn flip_says_of_an_open_claim_what_would_make_it_stand_and_nothing_of_what_would_make_it_fall() {
    // Without `b` the claim `a` falls, which no sentence may deny.
    let ring = "claim a: A.\nclaim b: B.\nclaim c: C.\nrebuttal a against b\nrebuttal b against c\nrebuttal c against a\n";
    let both = "claim a: A.\nclaim b: B.\ncontradiction a, b\nclaim d: D.\ncontradiction a, d\n";
    let shell = Shell::new(&[("x.agon", ring), ("y.agon", both)]);
    shell.run(&["suppose", "b falls", "x.agon"]).code(0).out("`a`");
    shell.run(&["flip", "a", "x.agon"]).code(0).out("Every set that would make it stand holds this.");
    let none = "It would stand if these two fell together:\n  - `b`  (y.agon:2)\n    “B.”\n    and `d`  (y.agon:4)\n    “D.”\n\nEvery set that would make it stand \
                holds all of these.\n\nIt would stand if these two were added together and not answered:\n  - an objection to `b`  (y.agon:2)\n    and an \
                objection to `d`  (y.agon:4)\nNo single new objection or answer is enough.\n";
    shell.run(&["flip", "a", "y.agon"]).code(0).out(none);
}

#[test]
fn suppose_lists_what_changes() {
    let text =
        "question q: Which?\nclaim a on q: First.\n  support s:\n    premise p: Point.\nclaim b on q: Second.\n  rebuttal r: Against.\n";
    let more = "fact f: Known.\nclaim v: Valid.\n  support w strictly: Premise.\nclaim n: Not so.\ncontradiction f, n\n";
    let shell = Shell::new(&[("x.agon", &format!("{text}{more}"))]);
    let told = "Supposing that `s` falls and `b` stands:\n\nOne claim changes:\n  `a`: stands → unsupported  (x.agon:2)\n    “First.”\n\nOne \
                question changes:\n  `q`: the answer `a` → the answer `b`  (x.agon:1)\n    “Which?”\n";
    shell.run(&["suppose", "s falls", "b stands", "x.agon"]).is(0, told, "");
    shell.run_with(&["suppose", "v stands", "-"], format!("{text}{more}").as_bytes()).is(
        0,
        "Supposing that `v` stands:\n\n`v` stands already, and nothing changes.\n",
        "",
    );
    shell.run(&["suppose", "b falls", "v stands", "x.agon"]).code(0).out("`b` falls already and `v` stands already, and nothing changes.");
    shell.run(&["suppose", "p falls", "--format", "json", "x.agon"]).code(0).out("\"supposed\": \"falls\"").out("\"after\": {");
    for (words, message) in [
        ("f falls", "`f` is a fact"),
        ("v falls", "`v` rests on strict supports alone"),
        ("n stands", "these cannot all hold: `f`, `n`"),
        ("s stands", "can only be supposed to fall"),
        ("q falls", "`q` is a question"),
        ("a is open", "cannot be supposed"),
        ("pp falls", "did you mean `p`?"),
        ("nowhere falls", "there is no claim or support `nowhere`"),
        ("a rises", "`a rises` is no supposition"),
    ] {
        shell.run(&["suppose", words, "x.agon"]).code(2).err(message);
    }
    shell.run(&["suppose", "a falls", "a stands", "x.agon"]).code(2).err("cannot both stand and fall");
    shell.run(&["suppose", "x.agon"]).code(2).err("nothing is supposed");
    let both = "claim v: Valid.\n  support w strictly: Premise.\n  support u: Other.\n";
    shell.write("y.agon", both.as_bytes());
    shell.run(&["suppose", "v falls", "y.agon"]).code(0).out("`v` stands all the same, by a strict step from what stays.");
}

const TORN: &str = "\
party ann: Ann
party bo: Bo
claim park by ann: In the park.
claim hall by bo: In the hall.
claim food: There is food.
contradiction park, hall
";

#[test]
fn what_holds_several_names_apart_and_a_single_position_is_told_without_a_list() {
    let text = "party one: The Committee\nparty two: Ann and Bo\nparty three: Cy\nclaim park by one: To the park.\nclaim food by two: There is food.\n\
                claim sun by three: It is sunny.\n  rebuttal rain by one: It rains.\n";
    let shell = Shell::new(&[("d.agon", text)]);
    let ran = shell.run(&["report", "d.agon", "--semantics", "preferred"]);
    let expected = "\
There is one preferred position.

It holds `park`, `food` and `rain`.

It holds nothing beyond what stands.

- Held by the Committee; Ann and Bo.
- At odds with Cy: to hold it would be to give up `sun`.
";
    ran.code(0).out(expected);
    shell.run(&["why", "sun", "d.agon"]).code(0).out("(the Committee, d.agon:7)");
}

#[test]
fn report_and_why_tell_positions_beside_the_verdicts() {
    let shell = Shell::new(&[("d.agon", TORN)]);
    let ran = shell.run(&["report", "d.agon", "--semantics", "preferred"]);
    let expected = "\
## Preferred positions

There are 2 preferred positions, each a way to decide what is open.

All of them hold `food`.

1. It also holds `park`.
   - Held by Ann.
   - At odds with Bo: to hold it would be to give up `hall`.
2. It also holds `hall`.
   - Held by Bo.
   - At odds with Ann: to hold it would be to give up `park`.

## Preferred acceptance of open claims

| Claim | In some position | In every position |
| --- | --- | --- |
| `park` | yes | no |
| `hall` | yes | no |
";
    ran.code(0).out(expected);
    let ideal = shell.run(&["report", "d.agon", "--semantics", "ideal"]);
    ideal.code(0).out("There is one ideal position").out("- Compatible with what is held by Ann and Bo.");
    let why = shell.run(&["why", "park", "d.agon", "--semantics", "stable"]);
    why.code(0).out("Some stable positions hold `park`, and some do not. One without it holds `hall`.\n");
    shell.run(&["report", "d.agon", "--semantics", "preferred", "--format", "json"]).code(0).out("\"credulous\": true");
    shell.run(&["report", "d.agon", "--format", "json"]).code(0).out("\"acceptance\": null");
}

#[test]
fn semantics_without_a_meaning_for_debates_are_refused_with_a_reason_and_too_little_time_is_not_known() {
    let shell = Shell::new(&[("d.agon", TORN)]);
    for command in [vec!["report", "d.agon"], vec!["why", "park", "d.agon"]] {
        for semantics in ["semi-stable", "eager", "stage"] {
            let ran = shell.run(&[&command[..], &["--semantics", semantics]].concat());
            ran.code(2).err(&format!("error: {semantics} semantics has no settled meaning for debates"));
        }
        let ran = shell.run(&[&command[..], &["--semantics", "preferred", "--timeout", "0"]].concat());
        ran.code(3).out("known");
    }
}

#[test]
fn why_tells_a_dialogue_and_writes_json() {
    let shell = Shell::new(&[("d.agon", "question q: Q?\nclaim a on q: A.\n  rebuttal r: R.\n    rebuttal s: S.\n")]);
    let expected = "\
1. Proponent: `a` stands: it is asserted. “A.”
2. Opponent, to 1: `r` rebuts `a`. “R.”
3. Proponent, to 2: `r` falls: `s` rebuts it.
4. Proponent, to 3: `s` stands: it is asserted. “S.”
";
    for name in ["a", "q"] {
        shell.run(&["why", name, "d.agon", "--as", "dialogue"]).is(0, expected, "");
    }
    let json = shell.run(&["why", "q", "d.agon", "--format", "json", "--semantics", "ideal"]);
    json.code(0)
        .out("\"kind\": \"question\"")
        .out("\"size\": \"smallest\"")
        .out("\"says\": \"`r` rebuts `a`.\"")
        .out("\"sceptical\": true");
    shell.run(&["why", "a", "d.agon"]).code(0).out("\n\nEnough for this: `s` and `a`; nothing smaller would do.\n");
}

#[test]
fn report_weighs_strengths_beside_the_verdicts_when_asked() {
    let shell = Shell::new(&[("d.agon", "claim a: A.\n  rebuttal r: R.\n")]);
    let ran = shell.run(&["report", "d.agon", "--strengths"]);
    ran.code(0).out("## Strengths\n").out("| `a` | falls | 0.500 | 0.400 | 0.250 |\n");
    shell.run(&["report", "d.agon", "--strengths", "--format", "json"]).code(0).out("\"energy\": 0.4,\n        \"df_quad\": 0.25\n");
    shell.run(&["report", "d.agon", "--format", "json"]).code(0).out("\"strengths\": null");
}

#[test]
fn weave_fills_regions_and_its_check_fails_where_one_is_stale() {
    let region = "<!-- agon: verdict of=\"a\" -->\n<!-- /agon -->\n";
    let own = "# T\n\n```agon\nclaim a: Two.\n```\n\n<!-- agon: verdict of=\"a\" -->\n<!-- /agon -->\n";
    let files = [("agon.yaml", "root: good.agon\n"), ("good.agon", GOOD), ("r.md", region), ("own.md", own), ("plain.md", "Nothing.\n")];
    let shell = Shell::new(&files);
    shell.run(&["weave", "--check", "r.md"]).is(1, "r.md\n", "1 file would change, 0 unchanged\n");
    assert_eq!(shell.read("r.md"), region);
    shell.run(&["weave", "r.md", "own.md"]).is(0, "", "2 files changed, 0 unchanged\n");
    assert_eq!(shell.read("r.md"), "<!-- agon: verdict of=\"a\" -->\n\n“One thing” stands.\n\n<!-- /agon -->\n");
    assert!(shell.read("own.md").contains("“Two” stands."));
    shell.run(&["weave", "--check", "r.md", "own.md"]).is(0, "", "0 files would change, 2 unchanged\n");
    shell.run(&["weave", "plain.md"]).code(2).err("`plain.md` holds no marked region");
    shell.run(&["weave", "none.md"]).code(2).err("`none.md` cannot be read");
    shell.write("bad.md", b"x\n  y <!-- agon: verdict of=\"b c\" -->\n");
    shell.run(&["weave", "bad.md"]).code(1).err("bad.md:2:5: error: this region is never closed\n  = help: write a line");
    shell.run(&["weave", "--debate", "own.md", "r.md"]).is(0, "", "1 file changed, 0 unchanged\n");
    assert!(shell.read("r.md").contains("“Two” stands."));
}

#[test]
fn a_brief_follows_a_template_whose_faults_are_told_with_their_line() {
    let shell = Shell::new(&[("a.agon", GOOD), ("t.md", "{{ judgements[0].answer }} {{ version }}\n"), ("bad.md", "x\n{{ titel }}\n")]);
    shell.run(&["brief", "a.agon", "--template", "t.md"]).is(0, "One thing. 1\n", "");
    shell.run(&["brief", "a.agon", "--template", "bad.md"]).code(2).err("error: the template `bad.md:2` does not work: ");
    shell.run(&["brief", "a.agon", "--template", "none.md"]).code(2).err("`none.md` cannot be read");
    shell.run(&["brief", "a.agon", "--template", "t.md", "--trace"]).code(2).err("cannot be used with");
}

#[test]
fn a_brief_tells_what_changed_since_a_file() {
    let shell = Shell::new(&[("old.agon", GOOD), ("new.agon", "claim a: One thing.\n  support b: Another.\n  rebuttal: No.\n")]);
    shell.run(&["brief", "new.agon", "--since", "old.agon"]).code(0).out("used to stand and now falls, since objection 2");
    shell.run(&["brief", "new.agon", "--since", "none"]).code(2).err("error: ");
}

#[test]
fn a_debate_that_says_nothing_makes_no_document() {
    let shell = Shell::new(&[("empty.agon", ""), ("comments.agon", "# Nothing yet.\n"), ("wrong.agon", "clam a: x\n")]);
    let told = "there is nothing to tell: the debate has neither a claim nor a question\n  = help: write a claim, such as `claim outdoors: The \
                picnic should be held in the park.`\n";
    for file in ["empty.agon", "comments.agon"] {
        for arguments in [&["brief", file][..], &["brief", "--format", "html", file], &["map", file], &["map", "--format", "svg", file]] {
            shell.run(arguments).is(1, "", told);
        }
    }
    shell.run(&["brief", "wrong.agon"]).code(1).err("error[");
}
