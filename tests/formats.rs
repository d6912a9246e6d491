//! The forms of `agon check` for other programs: each is read back as its readers do, holds every finding, and lets no text act.

use crate::{cli::shell::Shell, pages, report::schema::problems};
use agon::{catalog::all::all, emit::inert::inert};
use serde_json::Value;
use std::{collections::BTreeMap, fs, path::Path};

/// An error, a warning and a note, in a file whose name and texts mean something in each of the forms.
const HOSTILE_PATH: &str = "a b/100%,:é & <x>.agon";
const HOSTILE: &str = "claim one: See [this](1) ::error::100% ]]> & <b> \u{1b}[2J \u{202e}\n  support s:\n    premise two\n\
    claim two: Two.\n  support t:\n    premise one\n  rebuttal r: R.\n    rebuttal q: Q.\n      support: \n        premise r\nexpect on stands\n";

fn hostile() -> Shell {
    Shell::new(&[(HOSTILE_PATH, HOSTILE), ("clean.agon", "claim a: One thing.\n")])
}

fn json(shell: &Shell, arguments: &[&str]) -> Value {
    let ran = shell.run(&[&["check", "--format", "json"], arguments].concat());
    assert_eq!(ran.stderr, "");
    let value: Value = serde_json::from_str(&ran.stdout).unwrap();
    let schema: Value = serde_json::from_str(include_str!("../src/emit/check.schema.json")).unwrap();
    assert_eq!(problems(&schema, &value), Vec::<String>::new());
    value
}

#[test]
fn the_json_follows_its_schema_and_tells_places_fixes_and_what_each_finding_is_about() {
    let shell = Shell::new(&[("a.agon", "claim rain: É.\n  note: x\n  cite: \nexpect rian stands\n")]);
    let value = json(&shell, &["."]);
    assert_eq!((&value["errors"], &value["files"]), (&Value::from(2), &Value::from(1)));
    let last = &value["findings"][1];
    let told = |key: &str| last[key].as_str().unwrap_or_default().to_owned();
    assert_eq!((told("code"), told("level"), told("about")), ("unknown-name".into(), "error".into(), "expect rian stands".into()));
    assert_eq!(
        last["at"],
        serde_json::json!({"file": "a.agon", "line": 4, "column": 8, "end_line": 4, "end_column": 12,
        "text": "nothing declares this name"})
    );
    assert_eq!(last["fix"]["edits"][0], serde_json::json!({"start": 42, "end": 46, "text": "rain"}));
    assert_eq!(value["findings"][0]["about"], "rain");
}

#[test]
fn the_json_of_every_page_of_a_code_follows_the_schema() {
    for (name, shell) in examples() {
        let value = json(&shell, &["."]);
        let found = value["findings"].as_array().unwrap();
        assert!(found.iter().any(|f| f["code"] == *name), "{name}: {value:#}");
    }
}

/// The examples of all pages that can be written to files, by code.
fn examples() -> Vec<(&'static str, Shell)> {
    let mut out = Vec::new();
    for code in all() {
        for files in pages::examples(code.page) {
            let shell = Shell::new(&[]);
            files.iter().for_each(|(path, bytes)| shell.write(path, bytes));
            shell.write("agon.yaml", pages::settings(code).as_bytes());
            out.push((code.name, shell));
        }
    }
    assert!(out.len() > 60, "{}", out.len());
    out
}

#[test]
fn a_fingerprint_stays_when_lines_move_and_differs_between_findings() {
    let text = "claim a: One.\n  support:\n    premise b\nclaim b: Two.\n  support:\n    premise a\nexpect c stands\nexpect c falls\n";
    let moved = format!("// A comment.\n\n# Heading\n\nclaim new: New.\n{}\n", text.replace("One.\n", "One.\n  support other: Other.\n"));
    let prints = |text: &str| -> BTreeMap<String, String> {
        let value = json(&Shell::new(&[("a.agon", text)]), &["."]);
        let found = value["findings"].as_array().unwrap().iter();
        found.map(|f| (f["fingerprint"].as_str().unwrap().to_owned(), f["about"].as_str().unwrap().to_owned())).collect()
    };
    let before = prints(text);
    assert_eq!(before.values().collect::<Vec<_>>().len(), 3, "{before:?}");
    assert_eq!(prints(&moved), before);
    assert_ne!(prints(&text.replace("expect c falls", "expect d falls")), before);
}

#[test]
fn github_annotates_the_right_place_and_no_text_is_a_command() {
    let ran = hostile().run(&["check", "--format", "github", "."]);
    ran.code(1);
    assert_eq!(inert(&ran.stdout), ran.stdout);
    let lines: Vec<&str> = ran.stdout.lines().collect();
    let levels = |level: &str| lines.iter().filter(|l| l.starts_with(&format!("::{level} "))).count();
    assert_eq!(levels("error") + levels("warning") + levels("notice"), lines.len(), "{}", ran.stdout);
    assert!(levels("error") > 0 && levels("warning") > 0, "{}", ran.stdout);
    for line in &lines {
        let (properties, data) = line.split_once(' ').unwrap().1.split_once("::").unwrap();
        assert_eq!(properties.matches(',').count() + 1, properties.matches('=').count(), "{properties}");
        assert!(properties.starts_with("file=a b/100%25%2C%3Aé & <x>.agon,line="), "{properties}");
        assert!(properties.contains(",title=agon "), "{properties}");
        assert!(!data.is_empty());
    }
    let expected = "::error file=x.agon,line=2,col=8,endColumn=11,title=agon unknown-name::there is no statement `rian`%0Ahelp: write \
                    `rain`, which is declared\n";
    Shell::new(&[("x.agon", "claim rain: One.\nexpect rian stands\n")]).run(&["check", "--format", "github", "x.agon"]).is(1, expected, "");
}

#[test]
fn junit_is_well_formed_and_fails_where_the_check_fails() {
    let shell = hostile();
    for (deny, levels) in [(&[][..], &["error"][..]), (&["--deny", "warnings"], &["error", "warning"])] {
        let found = json(&shell, &["."]);
        let ran = shell.run(&[&["check", "--format", "junit", "."], deny].concat());
        assert_eq!(inert(&ran.stdout), ran.stdout);
        let document = roxmltree::Document::parse(&ran.stdout).unwrap();
        let elements = |name: &str| document.descendants().filter(|n| n.has_tag_name(name)).collect::<Vec<_>>();
        let findings = found["findings"].as_array().unwrap();
        let failing = findings.iter().filter(|f| levels.contains(&f["level"].as_str().unwrap())).count();
        assert_eq!(elements("failure").len(), failing);
        assert_eq!(elements("testcase").len(), findings.len() + 1, "the clean file is a case of its own");
        let root = document.root_element();
        assert_eq!(root.attribute("failures").unwrap(), failing.to_string());
        assert_eq!(root.attribute("tests").unwrap(), (findings.len() + 1).to_string());
        let sum: usize = elements("testsuite").iter().map(|s| s.attribute("tests").unwrap().parse::<usize>().unwrap()).sum();
        assert_eq!(sum, findings.len() + 1);
        assert_eq!(elements("testsuite")[0].attribute("name"), Some(HOSTILE_PATH));
        assert!(elements("testcase").iter().all(|c| c.attribute("name").is_some() && c.attribute("classname").is_some()));
    }
}

#[test]
fn sarif_points_at_its_rules_and_into_the_files() {
    let shell = hostile();
    let ran = shell.run(&["check", "--format", "sarif", "."]);
    ran.code(1);
    assert!(!ran.stdout.contains(['\u{202e}', '\u{1b}']));
    let value: Value = serde_json::from_str(&ran.stdout).unwrap();
    let run = &value["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), json(&shell, &["."])["findings"].as_array().unwrap().len());
    let mut prints = Vec::new();
    for result in results {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        assert!(rule["help"]["markdown"].as_str().unwrap().starts_with("# "));
        assert!(!result["message"]["text"].as_str().unwrap().contains("]("), "{result}");
        let at = &result["locations"][0]["physicalLocation"];
        assert_eq!(at["artifactLocation"]["uri"], "a%20b/100%25%2C%3A%C3%A9%20%26%20%3Cx%3E.agon");
        assert!(at["region"]["startLine"].as_u64().unwrap() >= 1);
        prints.push(result["partialFingerprints"]["primaryLocationLineHash"].as_str().unwrap().to_owned());
    }
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), results.len());
}

/// Writes SARIF of every page and of a hostile debate to target/tmp/sarif, for `tests/sarif/run`.
#[test]
fn sarif_files_are_written_for_the_check_with_the_schema() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sarif");
    fs::create_dir_all(&folder).unwrap();
    let mut written = 0;
    for (number, (name, shell)) in
        examples().into_iter().chain([("hostile", hostile()), ("clean", Shell::new(&[("a.agon", "claim a: A.\n")]))]).enumerate()
    {
        let text = shell.run(&["check", "--format", "sarif", "."]).stdout;
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["version"], "2.1.0", "{name}");
        fs::write(folder.join(format!("{number}-{name}.sarif")), text).unwrap();
        written += 1;
    }
    assert!(written > 60);
}

#[test]
fn one_run_writes_several_forms_each_to_its_file() {
    let shell = hostile();
    let both = ["check", ".", "--output", "sarif=out.sarif", "--output", "junit=out.xml", "--output", "concise=x=y.txt"];
    let ran = shell.run(&both);
    ran.code(1).out("error[control-character]");
    let alone = |format: &str| shell.run(&["check", ".", "--format", format]).stdout;
    assert_eq!(ran.stdout, alone("text"));
    assert_eq!(shell.read("out.sarif"), alone("sarif"));
    assert_eq!(shell.read("out.xml"), alone("junit"));
    assert_eq!(shell.read("x=y.txt"), alone("concise"));
    let concise = alone("concise");
    shell.run(&["check", ".", "--format", "concise", "--output", "all.txt"]).is(1, "", "");
    assert_eq!(shell.read("all.txt"), concise);
    assert!(concise.lines().next().unwrap().starts_with("a b/100%,:é & <x>.agon:"), "{concise}");
    shell.run(&["check", ".", "--output", "json="]).code(2).err("name a file, such as `sarif=agon.sarif`");
    shell.run(&["check", ".", "--output", "no/such/folder.txt"]).code(2).err("its folder does not exist");
}

#[test]
fn statistics_count_each_code() {
    let shell = Shell::new(&[("a.agon", "expect b stands\nexpect c stands\nclaim a:\tOne.\n\tnote: x\n"), ("b.agon", "claim b: Two.\n")]);
    let expected = "2  unknown-name  error\n1  tab-indent    error    1 by --fix\n\n3 errors in 2 files\n";
    shell.run(&["check", "--statistics", "."]).is(1, expected, "");
    shell.run(&["check", "--statistics", "b.agon"]).is(0, "no problems in 1 file\n", "");
    shell.run(&["check", "--statistics", "--format", "json", "."]).code(2);
}

#[test]
fn what_is_found_does_not_depend_on_the_number_of_threads() {
    let shell = Shell::new(&[("debates/notes.md", "# Only prose\n"), ("debates/shared.agon", "claim s: Shared.\n  note: x\n")]);
    for number in 0..60 {
        let text = match number % 4 {
            0 => "claim a: One.\n".to_owned(),
            1 => format!("claim a: One.\n  support:\n    premise b\nclaim b: Two.\n  support:\n    premise a\nexpect c{number} stands\n"),
            2 => format!("use \"shared.agon\" as s\nrebuttal r against s.s: Not so.\nexpect n{number} stands\n"),
            _ => format!("clam a: One.\nuse \"{}.agon\" as n\nclaim b: B.\n", number - 1),
        };
        shell.write(&format!("debates/{number}.agon"), text.as_bytes());
    }
    for format in ["text", "concise", "json", "sarif", "github", "junit"] {
        let outputs = ["1", "2", "7"].map(|threads| {
            let ran = shell.run(&["check", "--format", format, "--threads", threads, "."]);
            assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
            ran.stdout
        });
        assert!(outputs[0].len() > 1000 && outputs.iter().all(|o| *o == outputs[0]), "{format}");
    }
    let found = json(&shell, &["."]);
    assert_eq!(found["files"], 61, "the notes hold no debate");
    let of = |path: &str| found["findings"].as_array().unwrap().iter().filter(|f| f["at"]["file"] == path).count();
    assert_eq!((of("debates/1.agon"), of("debates/2.agon"), of("debates/3.agon"), of("debates/0.agon")), (2, 1, 1, 0));
    let lines: Vec<String> = shell.run(&["check", "--format", "concise", "."]).stdout.lines().map(str::to_owned).collect();
    let paths: Vec<&str> = lines.iter().filter_map(|l| l.split_once(".agon:").map(|(path, _)| path)).collect();
    assert!(paths.is_sorted(), "{lines:#?}");
}

#[test]
fn no_output_goes_over_another_one_or_over_a_debate() {
    let shell = Shell::new(&[("a.agon", "claim a: A.\nexpect b stands\n"), ("agon.yaml", "packs: []\n")]);
    let before = shell.read("a.agon");
    for (outputs, why) in [
        (&["sarif=out", "json=./out"][..], "two outputs would go to `./out`"),
        (&["a.agon"], "`a.agon` is one of the files that are checked"),
        (&["json=./a.agon"], "`./a.agon` is one of the files that are checked"),
        (&["agon.yaml"], "`agon.yaml` is one of the files that are checked"),
        (&["serif=out"], "there is no form `serif`; write `sarif=…`"),
        (&["picture=out"], "there is no form `picture`; there are text, concise, json, sarif, github, junit"),
        (&["sarif="], "name a file"),
        (&["sarif=no/out"], "its folder does not exist"),
    ] {
        let arguments: Vec<&str> = outputs.iter().flat_map(|o| ["--output", o]).collect();
        shell.run(&[&["check", "a.agon"], arguments.as_slice()].concat()).code(2).err(why);
        assert_eq!((shell.read("a.agon"), shell.path("out").exists()), (before.clone(), false), "{outputs:?}");
    }
    shell.run(&["check", "a.agon", "--output", "./x=y", "--output", "SARIF=out"]).code(1);
    assert!(shell.read("x=y").contains("unknown-name") && shell.read("out").contains("2.1.0"));
}
