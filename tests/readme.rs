//! What the README shows is so: its commands run, in its order, in one folder, and what it shows of their output is what comes out.
//!
//! A fence `console` holds commands after `$ ` and what they print, where a line `…` stands for any lines; a fence `sh` holds commands
//! alone; a fence with `file=PATH` is a file. Commands of `cargo` stand for the built program where they run it.

use crate::cli::shell::Shell;
use agon::{
    catalog::all::{all, find_pack},
    cli::command::Arguments,
    config::{pack::Pack, settings},
};
use clap::CommandFactory;
use std::{env, fs, path::Path, sync::Mutex};

const PATH: &str = "README.md";

/// Commands that are shown and not run, each with its reason.
const NOT_RUN: &[(&str, &str)] = &[
    ("cargo test", "it would run this test, and so itself"),
    ("cargo install --path .", "it builds the program once more, and writes outside the folder of the test"),
];

/// A fence: the words after its signs, and its body.
struct Fence<'t> {
    words: Vec<&'t str>,
    body: &'t str,
}

fn fences(text: &str) -> Vec<Fence<'_>> {
    text.split("\n```").skip(1).step_by(2).map(|fence| fence.split_once('\n').expect("a fence has lines")).map(fence).collect()
}

fn fence<'t>((words, body): (&'t str, &'t str)) -> Fence<'t> {
    Fence { words: words.split(' ').collect(), body }
}

/// Held while the README is read and written anew.
static LOCK: Mutex<()> = Mutex::new(());

/// The README is `wanted`, or becomes it where `UPDATE` is set.
#[track_caller]
fn check(text: &str, wanted: &str) {
    if wanted != text && env::var_os("UPDATE").is_some() {
        fs::write(PATH, wanted).unwrap();
    } else {
        assert!(wanted == text, "{PATH} is not what comes out; `UPDATE=1 cargo test` rewrites it\n{}", difference(text, wanted));
    }
}

fn difference(text: &str, wanted: &str) -> String {
    similar::TextDiff::from_lines(text, wanted).unified_diff().to_string()
}

/// The commands of a fence with what is shown of their output; `None` where nothing is said of it.
fn commands(fence: &Fence<'_>) -> Vec<(String, Option<String>)> {
    let mut commands: Vec<(String, Option<String>)> = Vec::new();
    for line in fence.body.lines() {
        match (fence.words[0], line.strip_prefix("$ ")) {
            ("sh", _) => commands.push((line.split('#').next().unwrap_or(line).trim().to_owned(), None)),
            (_, Some(command)) => commands.push((command.to_owned(), Some(String::new()))),
            _ => {
                let shown = commands.last_mut().and_then(|c| c.1.as_mut()).expect("a console begins with a command");
                *shown += line;
                shown.push('\n');
            }
        }
    }
    commands
}

/// Whether `out` is what is shown, a line `…` standing for any lines.
fn is_shown(shown: &str, out: &str) -> bool {
    let mut parts = shown.split("…\n");
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = out.strip_prefix(first) else { return false };
    let parts: Vec<&str> = parts.collect();
    for part in &parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.is_empty() || shown.ends_with("…\n")
}

/// A folder with the project's debates and settings.
fn project() -> Shell {
    let shell = Shell::new(&[]);
    let mut folders = vec!["arguments".to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let name = format!("{folder}/{}", entry.unwrap().file_name().to_string_lossy());
            if Path::new(&name).is_dir() {
                folders.push(name);
            } else {
                shell.write(&name, &fs::read(&name).unwrap());
            }
        }
    }
    shell.write("agon.yaml", &fs::read("agon.yaml").unwrap());
    shell
}

#[test]
fn every_command_of_the_readme_does_what_is_shown() {
    let _held = LOCK.lock();
    let text = fs::read_to_string(PATH).unwrap();
    let mut wanted = text.clone();
    let shell = project();
    let mut run = Vec::new();
    for fence in fences(&text) {
        if let Some(path) = fence.words.iter().find_map(|word| word.strip_prefix("file=")) {
            shell.write(path, fence.body.as_bytes());
        }
        if !matches!(fence.words[0], "sh" | "console") {
            assert!(fence.words.iter().any(|w| w.starts_with("file=")), "nothing is tested of a fence `{}`", fence.words.join(" "));
            continue;
        }
        for (command, shown) in commands(&fence) {
            if NOT_RUN.iter().any(|(known, _)| *known == command) {
                continue;
            }
            let line = command.strip_prefix("cargo run --release -- ").map_or(command.clone(), |arguments| format!("agon {arguments}"));
            let ran = shell.sh(&format!("agon() {{ \"$AGON\" \"$@\"; }}\n{line} 2>&1"));
            let code = i32::from(shown.as_ref().is_some_and(|s| s.starts_with("error[")));
            assert_eq!(ran.code, code, "{command}\n{}", ran.stdout);
            if let Some(shown) = shown.filter(|shown| !is_shown(shown, &ran.stdout)) {
                assert!(!shown.contains("…\n"), "`{command}` is shown to print\n{shown}\nand prints\n{}", ran.stdout);
                wanted = wanted.replacen(&format!("$ {command}\n{shown}"), &format!("$ {command}\n{}", ran.stdout), 1);
            }
            run.push(command);
        }
    }
    check(&text, &wanted);
    for command in Arguments::command().get_subcommands() {
        let name = format!("agon {}", command.get_name());
        assert!(run.iter().any(|line| line.starts_with(&name)), "the README shows no `{name}`");
    }
    for (command, reason) in NOT_RUN {
        assert!(text.contains(command), "`{command}` is no longer shown, so it needs no exemption ({reason})");
    }
}

#[test]
fn a_fence_that_shows_settings_can_be_read() {
    let text = fs::read_to_string(PATH).unwrap();
    for fence in fences(&text).iter().filter(|f| f.words[0] == "yaml") {
        assert_eq!(settings::read(fence.body).1, [], "the settings can be read");
    }
}

/// The last key judgement of the project's brief, and the objection to it, without the marks of their footnotes.
fn excerpt() -> String {
    let brief = project().run(&["brief"]).stdout;
    let begins = |start: &str| brief.lines().rfind(|l| l.starts_with(start)).unwrap_or_else(|| panic!("the brief has no `{start}`"));
    let mut out = format!("> {}\n>\n> {}\n", begins("4. ").trim_start_matches("4. "), begins("**The objection.**"));
    while let Some((before, after)) = out.split_once("[^") {
        out = format!("{before}{}", after.split_once(']').expect("a footnote closes").1);
    }
    out
}

fn command_table() -> String {
    let mut out = "| command | does |\n|---|---|\n".to_owned();
    let mut arguments = Arguments::command();
    arguments.build();
    for command in arguments.get_subcommands_mut() {
        let usage = command.render_usage().to_string();
        let usage = usage
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches("Usage: ")
            .replace(" [OPTIONS]", "")
            .replace("[PATH]...", "[PATH…]");
        out += &format!("| `{usage}` | {} |\n", command.get_about().map(ToString::to_string).unwrap_or_default());
    }
    out
}

fn code_table() -> String {
    let rows = all().into_iter().map(|code| {
        let pack = find_pack(code).unwrap_or(Pack::Core).word();
        format!("| `{}` | {} | {pack} | {} |\n", code.name, code.level.word(), code.summary)
    });
    "| code | level | pack | is told when |\n|---|---|---|---|\n".to_owned() + &rows.collect::<String>()
}

#[test]
fn the_readme_says_what_the_code_says() {
    let _held = LOCK.lock();
    let text = fs::read_to_string(PATH).unwrap();
    let parts = [("excerpt", excerpt()), ("commands", command_table()), ("codes", code_table())];
    let wanted = parts.iter().fold(text.clone(), |text, (name, body)| {
        let open = format!("<!-- generated: {name} -->\n");
        let (before, rest) = text.split_once(&open).unwrap_or_else(|| panic!("{PATH} has no part `{name}`"));
        let (_, after) = rest.split_once("<!-- end -->").unwrap_or_else(|| panic!("the part `{name}` of {PATH} has no end"));
        format!("{before}{open}{body}<!-- end -->{after}")
    });
    check(&text, &wanted);
}

#[test]
fn every_link_of_the_pages_leads_to_a_file() {
    for page in [PATH, "CONTRIBUTING.md", "CHANGELOG.md", "grammar/README.md", "grammar/ci.md", "arguments/README.md"] {
        let text = fs::read_to_string(page).unwrap();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
        let pictures = text.split("src=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(link, _)| link);
        for link in links.chain(pictures).filter(|link| !link.contains("://")) {
            let target = Path::new(page).parent().expect("a page lies in a folder").join(link.split('#').next().unwrap_or(link));
            assert!(target.exists(), "{page} leads to {link}, which is not there");
        }
    }
}
