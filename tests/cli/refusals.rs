//! What is asked for and cannot be: refused with its place and with what to do, rather than passed over.

use crate::cli::shell::Shell;

const DEBATE: &str = "claim a: A is so.\n";

#[test]
fn a_path_of_the_settings_that_leads_nowhere_is_told_where_it_stands() {
    let shell = Shell::new(&[("agon.yaml", "# the *.agon of all\ninclude:\n  - a.agon\n  - \"*.agon\"  # all\n"), ("a.agon", DEBATE)]);
    let ran = shell.run(&["check"]);
    ran.code(2).out("error[bad-settings]: `*.agon`, which `agon.yaml` names, does not exist\n --> agon.yaml:4:6\n");
    ran.out("patterns such as `*.agon` are not read, and a folder stands for all debates beneath it");
    shell.write("agon.yaml", b"root: a.agon\ninclude: [gone]\n");
    let ran = shell.run(&["check"]);
    ran.code(2).out(" --> agon.yaml:2:11\n").out("help: correct the path in `agon.yaml`");
    assert!(!ran.stdout.contains("patterns"), "{}", ran.stdout);
    shell.write("agon.yaml", b"root: gone.agon\n");
    shell.run(&["brief"]).code(2).err(" --> agon.yaml:1:7\n");
    shell.write("agon.yaml", b"include: [a.agon]\nbaseline: known.json\n");
    shell.run(&["check"]).code(2).out("there is no baseline `known.json`\n --> agon.yaml:2:11\n");
}

#[test]
fn a_baseline_that_is_not_there_is_told_in_every_form() {
    let shell = Shell::new(&[("agon.yaml", ""), ("a.agon", DEBATE)]);
    shell.run(&["check", "--baseline", "gone.json"]).code(2).out("there is no baseline `gone.json`").out("run `agon baseline`");
    let ran = shell.run(&["check", "--baseline", "gone.json", "--format", "json", "--output", "sarif=out.sarif"]);
    ran.code(2).out("there is no baseline `gone.json`");
    assert!(shell.read("out.sarif").contains("there is no baseline `gone.json`"));
}

#[test]
fn settings_that_are_no_texts_are_refused() {
    let shell = Shell::new(&[("agon.yaml", "sources-dir: 5\n"), ("a.agon", DEBATE)]);
    shell.run(&["check"]).code(2).out("there is the number `5`, where a text belongs").out("agon.yaml:1:");
}

#[test]
fn settings_under_another_name_are_not_passed_over() {
    let shell = Shell::new(&[("agon.yml", "include: [a.agon]\n"), ("a.agon", DEBATE)]);
    shell.run(&["check"]).code(2).err("`agon.yml` is not read: the settings stand in `agon.yaml`").err("rename `agon.yml` to `agon.yaml`");
    shell.run(&["check", "."]).is(0, "no problems in 1 file\n", "warning: `agon.yml` is not read; the settings stand in `agon.yaml`\n");
    shell.write("agon.yaml", b"");
    shell.run(&["check", "."]).is(0, "no problems in 1 file\n", "");
}

#[test]
fn a_dash_is_no_file_to_write() {
    let shell = Shell::new(&[("a.agon", DEBATE)]);
    for words in [&["check", ".", "--output", "json=-"][..], &["check", ".", "--output", "-"], &["brief", "a.agon", "-o", "-"]] {
        shell.run(words).code(2).err("`-` is no file").err("standard output");
        assert!(!shell.path("-").exists(), "{words:?}");
    }
}

#[test]
fn standard_input_is_not_mended() {
    let shell = Shell::new(&[]);
    for option in ["--fix", "--diff"] {
        shell
            .run(&["check", option, "-"])
            .code(2)
            .err("error: standard input cannot be mended\n")
            .err("name the file that is to be mended");
    }
}

#[test]
fn what_is_said_of_a_word_is_told_at_the_word() {
    let debate = "claim a: The\n  bridge, so QRZT says,\n  will possibly\n  close.\n  confidence: high\nclaim b: It will probably close.\n  \
                  likelihood: unlikely\n";
    let shell = Shell::new(&[("agon.yaml", "packs: [estimative, style]\n"), ("a.agon", debate)]);
    let ran = shell.run(&["check", "--format", "concise"]);
    for place in
        ["a.agon:2:14: note[undefined-term]", "a.agon:3:8: warning[unknown-likelihood]", "a.agon:6:18: warning[differing-likelihood]"]
    {
        ran.out(place);
    }
    ran.out("a.agon:6:18: warning[mixed-likelihood-words]");
    // An allow above the statement holds for its words.
    shell.write("a.agon", b"// allow(unknown-likelihood): it is said so\nclaim a: The bridge\n  will possibly close.\n");
    shell.run(&["check"]).is(0, "no problems in 1 file\n", "");
}
