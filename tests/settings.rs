//! The settings and their JSON Schema: what one takes, the other takes.

use crate::report::schema::problems;
use agon::{
    catalog::{all::all, settings_schema},
    config::{front_matter, settings, yaml::YamlProblem},
};
use serde_json::Value;
use std::{collections::BTreeSet, fs};

const PATH: &str = "grammar/agon.yaml.schema.json";

fn schema() -> Value {
    serde_json::from_str(&settings_schema::schema()).unwrap()
}

/// The one problem of a text.
fn only(yaml: &str) -> YamlProblem {
    let (_, mut problems) = settings::read(yaml);
    assert_eq!(problems.len(), 1, "{yaml}: {problems:?}");
    problems.remove(0)
}

fn value(yaml: &str) -> Value {
    serde_yaml::from_str(yaml).unwrap()
}

#[test]
fn the_committed_schema_is_what_the_code_writes() {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(PATH, settings_schema::schema()).unwrap();
    }
    assert!(fs::read_to_string(PATH).unwrap() == settings_schema::schema(), "`UPDATE=1 cargo test` rewrites {PATH}");
}

#[test]
fn the_schema_has_the_keys_that_are_read() {
    let told = settings::read("no-such-key: 1\n").1[0].message.clone();
    let known: BTreeSet<&str> = told.split('`').skip(3).step_by(2).collect();
    let schema = schema();
    let keys: BTreeSet<&str> = schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, known, "{told}");
    let levels = schema["properties"]["levels"]["properties"].as_object().unwrap();
    assert_eq!(levels.len(), all().len());
}

#[test]
fn the_schema_takes_and_refuses_what_the_program_does() {
    let shipped = [include_str!("../agon.yaml"), include_str!("../src/cli/init/agon.yaml")];
    let good = [
        "root: a.agon\n",
        "include: [a, b]\n",
        "include: []\n",
        "sources-dir: \"5\"\n",
        "baseline: b.json\n",
        "levels:\n  dead-allow: off\n  misquotation: note\n",
        "levels: {}\n",
    ];
    for yaml in good.into_iter().chain(shipped) {
        assert_eq!(settings::read(yaml).1, [], "{yaml}");
        assert_eq!(problems(&schema(), &value(yaml)), Vec::<String>::new(), "{yaml}");
    }
    let bad = [
        "rot: a\n",
        "root: [a]\n",
        "root: 5\n",
        "sources-dir: 5\n",
        "sources-dir: true\n",
        "baseline: 1.5\n",
        "include: [a, 5]\n",
        "include: a\n",
        "include: [[a]]\n",
        "levels:\n  unknown-name: loud\n",
        "levels: [a]\n",
        "packs: [style, style]\n",
        "baseline: []\n",
    ];
    for yaml in bad {
        assert_ne!(settings::read(yaml).1, [], "{yaml}");
        assert!(!problems(&schema(), &value(yaml)).is_empty(), "{yaml}");
    }
    for yaml in ["levels:\n  unknwon-name: off\n", "levels:\n  unknown-name: off\n", "levels:\n  bad-value: note\n"] {
        assert!(!problems(&schema(), &value(yaml)).is_empty(), "{yaml}");
    }
    assert_eq!(problems(&schema(), &value("levels:\n  unknown-name: error\n")), Vec::<String>::new());
}

#[test]
fn every_typing_error_of_a_key_is_told_with_its_place_and_the_key_that_was_meant() {
    for (yaml, line, help) in [
        ("root: a\nincldue: [a]\n", "incldue", Some("write `include`")),
        ("baselin: x\n", "baselin", Some("write `baseline`")),
        ("level:\n  unknown-name: off\n", "level", Some("write `levels`")),
        ("levels:\n  unknown-name: of\n", "unknown-name", Some("write `off`")),
        ("root: a\nroot: b\n", "root", None),
    ] {
        let problem = only(yaml);
        assert!(problem.span.of(yaml).contains(line), "{problem:?}");
        if help.is_some() {
            assert_eq!(problem.help.as_deref(), help, "{problem:?}");
        }
    }
}

#[test]
fn settings_are_refused_in_the_words_of_who_wrote_them() {
    for (yaml, message, help) in [
        ("packs: style\n", "packs: there is the text \"style\", where a list belongs", "square brackets"),
        ("sources-dir: [a]\n", "sources-dir: there is a list, where a text belongs", ""),
        ("root: {a: b}\n", "root: there are keys with values, where a text belongs", ""),
        ("levels: off\n", "levels: there is the text \"off\", where keys with values belong", "KEY: VALUE"),
        ("hello\n", "there is the text \"hello\", where keys with values belong", "packs: [style]"),
        ("packs: [style]\npacks: []\n", "the key stands twice: `packs`", ""),
        ("packs:\n\t- style\n", "a tab or another character stands where a value may not begin with it", "indent with blanks"),
        ("packs: [stile]\n", "packs[0]: unknown word `stile`", "write `style`"),
        ("levels:\n  dead-allow: warn\n", "levels.dead-allow: unknown word `warn`", "write `warning`"),
        ("packs: [style, style]\n", "the pack `style` is listed twice", "list it once"),
        ("packs: [core, style\nlevels:\n  dead-allow: off\n", "this `[` is never closed", "write `]`"),
    ] {
        let problem = only(yaml);
        assert!(problem.message.starts_with(message), "{yaml}: {}", problem.message);
        assert!(problem.help.unwrap_or_default().contains(help), "{yaml}");
    }
}

/// The words at each problem, in order.
fn spots<'y>(yaml: &'y str, problems: &[YamlProblem]) -> Vec<&'y str> {
    problems.iter().map(|problem| problem.span.of(yaml)).collect()
}

#[test]
fn all_that_is_wrong_is_told_at_once_each_at_its_place_and_the_rest_is_read() {
    let yaml = "# levels: none\nrot: a # packs\npacks: [style, stile, sourcing, 'shemes']\ninclude:\n  - a\n  - [b]\n  - c\nroot: main.agon\n\
                levels:\n  # missing-text: of\n  missing-text: eror\n  dead-allow: off\n  \"dead allow\": loud\nbaseline: {a: b}\n";
    let (settings, problems) = settings::read(yaml);
    assert_eq!(spots(yaml, &problems), ["rot", "stile", "shemes", "include", "missing-text: eror", "dead allow\": loud", "baseline"]);
    assert_eq!((settings.packs.len(), settings.root.as_deref(), settings.include.len()), (2, Some("main.agon"), 2));
    assert_eq!(settings.levels.keys().collect::<Vec<_>>(), ["dead-allow"]);

    let flow = "{root: a.agon, packs: [style, stile], levels: {missing-text: eror, dead-allow: off, unused-term: of}, rot: b}\n";
    let (_, problems) = settings::read(flow);
    assert_eq!(spots(flow, &problems), ["stile", "missing-text: eror", "unused-term: of", "rot"]);
    assert_eq!(
        problems.iter().filter_map(|p| p.help.as_deref()).collect::<Vec<_>>(),
        ["write `style`", "write `error`", "write `off`", "write `root`"]
    );

    for twice in ["levels:\n  dead-allow: off\n  dead-allow: error\n", "levels: {dead-allow: off, dead-allow: error}\n"] {
        assert!(only(twice).message.contains("the key stands twice: `dead-allow`"), "{:?}", only(twice));
    }
}

#[test]
fn front_matter_tells_all_that_is_wrong_and_keeps_the_rest() {
    let yaml = "titel: Cars\nscope: The old town\nauthors: [a]\nas-of: [2024]\n";
    let (front, problems) = front_matter::read(yaml);
    assert_eq!(spots(yaml, &problems), ["titel", "authors", "as-of"]);
    assert_eq!(front.scope.map(|s| s.0).as_deref(), Some("The old town"));
    let hosted = "layout: page\ntitel: x\nagon: {titel: Cars, scope: Here, asof: 2024}\n";
    let (front, problems) = front_matter::read_hosted(hosted);
    assert_eq!((spots(hosted, &problems), front.scope.is_some()), (vec!["titel", "asof"], true));
    assert_eq!(problems[0].span.start as usize, hosted.rfind("titel").unwrap());
}

#[test]
fn a_key_that_stands_twice_hides_no_other_mistake() {
    let yaml = "levels:\n  dead-allow: note\n  dead-allow: off\nverson: 1\npacks:\n  - style\npacks:\n  - sorcing\n";
    let (settings, problems) = agon::config::settings::read(yaml);
    assert_eq!(spots(yaml, &problems), ["dead-allow", "verson", "packs"], "{problems:?}");
    assert_eq!(settings.packs.len(), 1);
}

#[test]
fn brackets_are_told_where_they_open_and_only_where_they_open_a_list() {
    for (yaml, spot) in [
        ("root: a.agon\npacks: [core, style\nlevels:\n  dead-allow: off\n", "["),
        ("packs: [style]\nlevels: {dead-allow: off\n", "{"),
        ("packs:\n  - style\n  - style\n", "style"),
        ("levels: {dead-allow: off, dead-allow: note}\n", "dead-allow"),
    ] {
        let problem = only(yaml);
        assert_eq!((problem.span.of(yaml), problem.span.start as usize), (spot, yaml.rfind(spot).unwrap()), "{yaml}");
    }
    for yaml in ["title: Cats [and, *dogs\n", "title: \"[\" # [\n", "title: |\n  [x\n", "title: a, [b\n"] {
        assert_eq!(front_matter::read(yaml).1, [], "{yaml}");
    }
}
