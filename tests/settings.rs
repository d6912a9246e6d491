//! The settings and their JSON Schema: what one takes, the other takes.

use crate::report::schema::problems;
use agon::{
    catalog::{all::all, settings_schema},
    config::settings,
};
use serde_json::Value;
use std::{collections::BTreeSet, fs};

const PATH: &str = "grammar/agon.yaml.schema.json";

fn schema() -> Value {
    serde_json::from_str(&settings_schema::schema()).unwrap()
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
    let told = settings::read("no-such-key: 1\n").unwrap_err().message;
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
        "levels:\n  unknown-name: off\n  bad-value: note\n",
        "levels: {}\n",
    ];
    for yaml in good.into_iter().chain(shipped) {
        assert!(settings::read(yaml).is_ok(), "{yaml}");
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
        "baseline: []\n",
    ];
    for yaml in bad {
        assert!(settings::read(yaml).is_err(), "{yaml}");
        assert!(!problems(&schema(), &value(yaml)).is_empty(), "{yaml}");
    }
    assert!(!problems(&schema(), &value("levels:\n  unknwon-name: off\n")).is_empty());
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
        let problem = settings::read(yaml).unwrap_err();
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
    ] {
        let problem = settings::read(yaml).unwrap_err();
        assert!(problem.message.starts_with(message), "{yaml}: {}", problem.message);
        assert!(problem.help.unwrap_or_default().contains(help), "{yaml}");
    }
}
