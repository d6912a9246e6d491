//! What others run: the hooks for pre-commit, the action, and the snippets of the page on continuous integration. Each is read as its
//! service reads it, and its commands are run as far as they can be without it.

use crate::cli::shell::{Ran, Shell};
use agon::config::settings;
use serde_yaml::Value;
use std::{collections::BTreeMap, fs};

const GOOD: &str = "claim a: One thing.\n";
const BAD: &str = "claim rain: One thing.\nexpect rian stands\n";
const CIRCLE: &str =
    "claim safe: It is safe.\n  support trust:\n    premise used: People use it.\n      support habit:\n        premise safe\n";

/// Runs a script as a service does, with `agon` on the path.
fn bash(shell: &Shell, script: &str, environment: &BTreeMap<String, String>) -> Ran {
    let bin = shell.path(".bin/agon");
    fs::create_dir_all(bin.parent().unwrap()).unwrap();
    if !bin.exists() {
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_agon"), &bin).unwrap();
    }
    shell.write(".bin/script", script.as_bytes());
    let mut line = "export PATH=\"$PWD/.bin:$PATH\" GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null; ".to_owned();
    for (key, value) in environment {
        line += &format!("export {key}='{}'; ", value.replace('\'', "'\\''"));
    }
    shell.sh(&format!("{line} bash --noprofile --norc -eo pipefail .bin/script"))
}

fn project(debate: &str) -> Shell {
    Shell::new(&[("agon.yaml", "include: [debates]\n"), ("debates/a.agon", debate)])
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

#[test]
fn the_hooks_run_find_and_mend() {
    let hooks = yaml(&fs::read_to_string(".pre-commit-hooks.yaml").unwrap());
    let hooks = hooks.as_sequence().unwrap();
    let mut ids = Vec::new();
    for hook in hooks {
        ids.push(hook["id"].as_str().unwrap());
        assert_eq!((&hook["language"], &hook["pass_filenames"]), (&Value::from("rust"), &Value::from(false)));
        assert!(hook["name"].is_string() && hook["description"].is_string() && hook["files"].is_string());
        let run = |debate: &str| bash(&project(debate), hook["entry"].as_str().unwrap(), &BTreeMap::new());
        assert_eq!(run(GOOD).code, 0);
        assert_eq!(run(BAD).code, i32::from(hook["id"] == "agon-check"));
    }
    assert_eq!(ids, ["agon-check", "agon-fmt"]);
    let page = fences("pre-commit");
    let used: Vec<&str> = page[0]["repos"][0]["hooks"].as_sequence().unwrap().iter().map(|h| h["id"].as_str().unwrap()).collect();
    assert!(used.iter().all(|id| ids.contains(id)), "{used:?}");
    let check = &page[0]["repos"][0]["hooks"][1];
    let arguments: Vec<&str> = check["args"].as_sequence().unwrap().iter().map(|a| a.as_str().unwrap()).collect();
    assert_eq!(bash(&project(CIRCLE), &format!("agon check {}", arguments.join(" ")), &BTreeMap::new()).code, 1);
}

/// Runs the steps of the action with these inputs, as for a pull request from `base`, if there is one.
fn act(shell: &Shell, inputs: &[(&str, &str)], base: Option<&str>) -> (Vec<Ran>, String) {
    let action = yaml(&fs::read_to_string("action.yml").unwrap());
    assert_eq!(action["runs"]["using"], "composite");
    let known = action["inputs"].as_mapping().unwrap();
    assert!(inputs.iter().all(|(name, _)| known.contains_key(*name)), "{inputs:?}");
    let value = |template: &str| -> String {
        let name = template.strip_prefix("${{ ").and_then(|rest| rest.strip_suffix(" }}")).unwrap_or_else(|| panic!("{template}"));
        match name.strip_prefix("inputs.") {
            Some(name) => {
                let given = inputs.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
                given.unwrap_or_else(|| {
                    action["inputs"][name]["default"].as_str().unwrap_or_else(|| panic!("{name} is no input")).to_owned()
                })
            }
            None => {
                assert_eq!(name, "github.event.pull_request.base.sha");
                base.unwrap_or_default().to_owned()
            }
        }
    };
    let mut ran = Vec::new();
    let summary = shell.path(".summary");
    fs::write(&summary, "").unwrap();
    for step in action["runs"]["steps"].as_sequence().unwrap() {
        assert_eq!(step["shell"], "bash");
        let script = step["run"].as_str().unwrap();
        assert!(!script.contains("${{"), "an input would be read as a command:\n{script}");
        if let Some(condition) = step["if"].as_str() {
            assert_eq!(condition, "always() && github.event_name == 'pull_request'");
            if base.is_none() {
                continue;
            }
        }
        let mut environment = BTreeMap::from([("GITHUB_STEP_SUMMARY".to_owned(), summary.to_string_lossy().into_owned())]);
        for (key, template) in step["env"].as_mapping().into_iter().flatten() {
            environment.insert(key.as_str().unwrap().to_owned(), value(template.as_str().unwrap()));
        }
        ran.push(bash(shell, script, &environment));
    }
    (ran, fs::read_to_string(summary).unwrap())
}

#[test]
fn the_action_annotates_and_fails_where_it_should() {
    let codes = |debate: &str, inputs: &[(&str, &str)]| act(&project(debate), inputs, None).0.iter().map(|r| r.code).collect::<Vec<_>>();
    assert_eq!(codes(GOOD, &[]), [0, 0]);
    assert_eq!(codes(BAD, &[]), [0, 1]);
    assert_eq!((codes(CIRCLE, &[]), codes(CIRCLE, &[("deny", "")])), (vec![0, 1], vec![0, 0]));
    let shell = project(BAD);
    let (ran, _) = act(&shell, &[("sarif", "out.sarif"), ("paths", "debates\n\nagon.yaml/../debates/a.agon\n")], None);
    assert!(ran[1].stderr.contains("agon.yaml"), "a path that is none is told: {:?}", ran[1]);
    let (ran, _) = act(&shell, &[("sarif", "out.sarif"), ("paths", "debates\n")], None);
    ran[1].out("::error file=debates/a.agon,line=2,col=8,endColumn=11,title=agon unknown-name::");
    assert!(shell.read("out.sarif").contains("\"2.1.0\""));
    let (ran, _) = act(&shell, &[("paths", "$(touch evil)\n; touch evil\n--fix")], None);
    assert_eq!(ran[1].code, 2, "{:?}", ran[1]);
    assert!(!shell.path("evil").exists());
}

#[test]
fn the_action_builds_the_program_where_there_is_none() {
    let action = yaml(&fs::read_to_string("action.yml").unwrap());
    let steps = action["runs"]["steps"].as_sequence().unwrap();
    let script = |at: usize| steps[at]["run"].as_str().unwrap();
    let shell = project(GOOD);
    // In place of a build of minutes: what cargo is told, and a program where it would lie then.
    let stub = format!(
        "#!/bin/bash\nprintf '%s\\n' \"$@\" >told\nroot=\"${{@: -1}}\"\nmkdir -p \"$root/bin\"\nln -s '{}' \"$root/bin/agon\"\n",
        env!("CARGO_BIN_EXE_agon")
    );
    shell.write("stub/cargo", stub.as_bytes());
    shell.write("build.sh", script(0).as_bytes());
    shell.write("check.sh", script(1).as_bytes());
    let run = "chmod +x stub/cargo; mkdir -p temp; : >path; export PATH=\"$PWD/stub:/usr/bin:/bin\" RUNNER_TEMP=\"$PWD/temp dir\" GITHUB_PATH=\"$PWD/path\" \
               GITHUB_ACTION_PATH='/the action'; ! command -v agon && bash --noprofile --norc -eo pipefail build.sh && \
               export PATH=\"$(cat path):$PATH\" DENY=warnings && bash --noprofile --norc -eo pipefail check.sh";
    shell.sh(run).code(0);
    let told = shell.read("told");
    let told: Vec<&str> = told.lines().collect();
    let root = shell.path("temp dir/agon");
    assert_eq!(told, ["install", "--locked", "--quiet", "--path", "/the action", "--root", root.to_str().unwrap()]);
    assert_eq!(shell.read("path"), format!("{}/bin\n", root.display()));
    // What is told is what cargo takes, and what is built is this program, by its lock file.
    let help = std::process::Command::new(env!("CARGO")).args(["install", "--help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    assert!(["--locked", "--path", "--root", "--quiet"].iter().all(|option| help.contains(option)), "{help}");
    assert!(
        fs::read_to_string("Cargo.lock").unwrap().contains("name = \"agon\"")
            && fs::read_to_string("Cargo.toml").unwrap().contains("name = \"agon\"")
    );
    // Where the program is there, nothing is built.
    fs::remove_file(shell.path("told")).unwrap();
    let (ran, _) = act(&shell, &[], None);
    assert_eq!((ran[0].code, shell.path("told").exists()), (0, false));
}

#[test]
fn the_action_says_what_changed_in_the_argument() {
    let shell = project("claim a: A.\n  support s: S.\n");
    let git = |line: &str| {
        let ran = bash(&shell, line, &BTreeMap::new());
        assert_eq!(ran.code, 0, "{ran:?}");
        ran.stdout.trim().to_owned()
    };
    let commit = "git add debates agon.yaml && git -c user.name=a -c user.email=a@b commit -qm";
    let base = git(&format!("git init -q . && {commit} one && git rev-parse HEAD"));
    shell.write("debates/a.agon", b"claim a: A.\n  support s: S.\n    rebuttal r: Not so.\n");
    git(&format!("{commit} two"));
    let (ran, summary) = act(&shell, &[("deny", "")], Some(&base));
    assert_eq!(ran.iter().map(|r| r.code).collect::<Vec<_>>(), [0, 0, 0], "{ran:#?}");
    assert!(summary.contains("- `a`: stands → **falls** “A.”\n"), "{summary}");
    let (ran, _) = act(&shell, &[("fail-on", "flip")], Some(&base));
    assert_eq!(ran[2].code, 1);
    let (ran, summary) = act(&shell, &[], Some(&"0".repeat(40)));
    ran[2].code(0).out("::notice title=agon diff::the base of the pull request was not fetched");
    assert_eq!(summary, "");
}

const PAGE: &str = include_str!("../grammar/ci.md");

/// The fences of the page that are marked `yaml SERVICE`.
fn fences(service: &str) -> Vec<Value> {
    let open = format!("```yaml {service}\n");
    PAGE.split(&open).skip(1).map(|rest| yaml(rest.split_once("```").unwrap().0)).collect()
}

/// The lines of the page in which a service is told to run `agon`.
fn commands() -> Vec<String> {
    let code = PAGE.split("```").skip(1).step_by(2).flat_map(str::lines);
    let mut found: Vec<String> = Vec::new();
    for line in code {
        let line = line.trim().trim_start_matches("- ").trim_start_matches("run: ").trim_start_matches("script: ");
        let line = line.split_once("sh '").and_then(|(_, rest)| rest.split_once('\'')).map_or(line, |(command, _)| command);
        if line.starts_with("agon ") {
            found.push(line.to_owned());
        }
    }
    found
}

#[test]
fn every_command_of_the_page_runs_and_passes_only_what_is_good() {
    let commands = commands();
    assert!(commands.len() >= 6, "{commands:?}");
    for command in commands {
        let run = |debate: &str| {
            let shell = project(debate);
            bash(&shell, &format!("mkdir -p results\n{command}\n"), &BTreeMap::new())
        };
        assert_eq!(run(GOOD).code, 0, "{command}");
        let rough = "claim   a: One thing.\n";
        assert_eq!(run(if command.contains("fmt") { rough } else { CIRCLE }).code, 1, "{command}");
    }
}

#[test]
fn every_snippet_of_the_page_is_what_its_service_reads() {
    let github = &fences("github")[0];
    let steps = github["jobs"]["debates"]["steps"].as_sequence().unwrap();
    let action = yaml(&fs::read_to_string("action.yml").unwrap());
    let with = steps[1]["with"].as_mapping().unwrap();
    assert!(with.keys().all(|key| action["inputs"].as_mapping().unwrap().contains_key(key)), "{with:?}");
    assert_eq!(steps[0]["with"]["fetch-depth"], 0);
    let gitlab = &fences("gitlab")[0]["debates"];
    assert_eq!(gitlab["artifacts"]["reports"]["junit"], "agon.xml");
    assert!(gitlab["script"].is_sequence());
    assert_eq!(fences("azure")[0]["steps"][1]["inputs"]["testResultsFiles"], "agon.xml");
    assert!(fences("circleci")[0]["jobs"]["debates"]["steps"].is_sequence());
    let settings_shown = PAGE.split("```yaml agon\n").nth(1).unwrap().split_once("```").unwrap().0;
    assert_eq!(settings::read(settings_shown).1, []);
    let languages = PAGE.split("\n```").skip(1).step_by(2).map(|f| f.lines().next().unwrap());
    for language in languages {
        assert!(
            ["sh", "groovy", "yaml github", "yaml pre-commit", "yaml gitlab", "yaml azure", "yaml circleci", "yaml agon"]
                .contains(&language),
            "{language}"
        );
    }
}
