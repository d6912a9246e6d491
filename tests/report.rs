//! The consistency report: its JSON follows its schema, its Markdown is as committed and inert.

pub(crate) mod schema;

use crate::{
    arguments::ROOTS,
    brief::hostile_text,
    support::{Folder, Memory},
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    analysis::{positions::positions, strengths::strengths},
    model::load::Files,
    render::{consistency, json, markdown::options},
    report::run::{Report, run},
    theory::{framework::problem::Semantics, interrupt::Interrupt},
};
use schema::{problems, schema};
use serde_json::Value;

fn with<T>(text: &str, then: impl FnOnce(&Report<'_>) -> T) -> T {
    let mut files = Files::default();
    let root = files.load("d.agon", &Memory::new(&[("d.agon", text)]));
    then(&run(&files, root))
}

fn shipped<T>(root: &str, then: impl FnOnce(&Report<'_>) -> T) -> T {
    let mut files = Files::default();
    let id = files.load(root, &Folder("arguments"));
    then(&run(&files, id))
}

#[track_caller]
fn follows(json: &str) -> Value {
    let value: Value = serde_json::from_str(json).unwrap();
    assert_eq!(problems(&schema(), &value), Vec::<String>::new());
    value
}

#[test]
fn the_json_of_every_shipped_debate_follows_the_schema() {
    for root in ROOTS {
        shipped(root, |report| follows(&json::render(report)));
    }
}

#[test]
fn the_json_of_random_and_hostile_debates_follows_the_schema_and_its_names_resolve() {
    let mut dice = Dice(21);
    let texts = (0..300).map(|_| Outline::random(&mut dice).text()).chain([hostile_text(), String::new(), "claim".to_owned()]);
    for text in texts {
        let value = with(&text, |report| follows(&json::render(report)));
        let names = |list: &str| value[list].as_array().unwrap().iter().map(|v| v["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
        let (claims, steps) = (names("claims"), names("steps"));
        let is = |known: &[String], name: &Value| known.iter().any(|k| Some(k.as_str()) == name.as_str());
        for step in value["steps"].as_array().unwrap() {
            assert!(step["premises"].as_array().unwrap().iter().all(|p| is(&claims, p)));
            let targets = if step["kind"] == "undercut" { &steps } else { &claims };
            assert!(step["targets"].as_array().unwrap().iter().all(|t| is(targets, t)), "{step}");
        }
        for attack in value["attacks"].as_array().unwrap() {
            assert!(is(if attack["kind"] == "undercut" { &steps } else { &claims }, &attack["target"]), "{attack}");
            assert!(is(if attack["kind"] == "consequence" { &steps } else { &claims }, &attack["attacker"]), "{attack}");
        }
        let falls = value["claims"].as_array().unwrap().iter().filter(|c| c["verdict"] == "falls").count();
        assert_eq!(value["counts"]["falls"], falls);
        assert!(value["claims"].as_array().unwrap().iter().all(|c| (c["verdict"] == "falls") != c["how"].is_null()));
    }
}

#[test]
fn positions_in_json_follow_the_schema_and_agree_with_the_verdicts() {
    let mut dice = Dice(22);
    let mut several = 0;
    for _ in 0..200 {
        let text = Outline::random(&mut dice).text();
        for semantics in [Semantics::Complete, Semantics::Preferred, Semantics::Stable, Semantics::Ideal] {
            let value = with(&text, |report| {
                let found = positions(&report.debate, &report.analysis, &report.stores, semantics, &Interrupt::never());
                follows(&json::render_with(report, Some(&found), Some(&strengths(&report.debate))))
            });
            let acceptance = &value["acceptance"];
            let listed = acceptance["positions"].as_array().unwrap();
            assert_eq!(acceptance["count"], listed.len().to_string(), "{text}");
            several += u32::from(listed.len() > 1);
            let verdicts = value["claims"].as_array().unwrap().iter().map(|c| c["verdict"].as_str().unwrap());
            for (verdict, own) in verdicts.zip(acceptance["claims"].as_array().unwrap()) {
                let expected = match verdict {
                    _ if listed.is_empty() => [Value::Null, Value::Null],
                    "stands" => [Value::Bool(true), Value::Bool(true)],
                    "open" => {
                        let holds = |p: &&Value| p["claims"].as_array().unwrap().contains(&own["claim"]);
                        let common = acceptance["common"].as_array().unwrap().contains(&own["claim"]);
                        let count = listed.iter().filter(holds).count();
                        [Value::Bool(common || count > 0), Value::Bool(common || count == listed.len())]
                    }
                    _ => [Value::Bool(false), Value::Bool(false)],
                };
                assert_eq!([own["credulous"].clone(), own["sceptical"].clone()], expected, "{own} {semantics:?}\n{text}");
            }
        }
    }
    assert!(several > 20, "{several}");
}

#[test]
fn the_schema_refuses_what_is_missing_added_or_of_another_kind() {
    let text = "---\ntitle: T\nas-of: 2000\n---\nparty p: P\n  role: R\nsource s: S\n  author: A\nquestion q by p: Q?\n  default: a\n\
                claim a by p on q: A.\n  cite: s, 1, \"A\"\n  date: 1999\n  support: B.\n  rebuttal r: R.\n    undercut u: U.\n  limit: L.\n\
                claim b: B.\nclaim c: C.\ncontradiction b, c\nclaim d: D.\n  rebuttal: E.\nclaim f: F.\n  support:\n    premise f\n\
                deny a by p: Why.\n  date: 1999\n";
    let schema = schema();
    let whole = with(text, |report| {
        let found = positions(&report.debate, &report.analysis, &report.stores, Semantics::Preferred, &Interrupt::never());
        follows(&json::render_with(report, Some(&found), Some(&strengths(&report.debate))))
    });
    let mut paths = Vec::new();
    walk(&whole, &mut Vec::new(), &mut paths);
    let mut refused = 0;
    for path in &paths {
        let at = whole.pointer(path).unwrap();
        let mut changes = Vec::new();
        match at {
            Value::Object(keys) => {
                assert!(!keys.is_empty());
                for key in keys.keys() {
                    let mut less = at.clone();
                    less.as_object_mut().unwrap().remove(key);
                    changes.push(less);
                }
                let mut more = at.clone();
                more.as_object_mut().unwrap().insert("else".to_owned(), Value::Null);
                changes.extend([more, Value::Array(Vec::new())]);
            }
            Value::Array(_) => changes.extend([Value::Null, Value::Object(serde_json::Map::new()), Value::from("x")]),
            Value::Number(n) if n.is_f64() => changes.extend([Value::from(-1), Value::from("1")]),
            Value::Number(_) => changes.extend([Value::from(-1), Value::from(0.5), Value::from("1")]),
            _ => changes.extend([Value::from(7), Value::Array(Vec::new())]),
        }
        let words = ["kind", "verdict", "how", "outcome", "force", "fate", "stance", "level", "semantics", "fit"];
        if words.iter().any(|w| path.ends_with(&format!("/{w}"))) {
            changes.push(Value::from("denies"));
        }
        for change in changes {
            let mut whole = whole.clone();
            *whole.pointer_mut(path).unwrap() = change;
            assert!(!problems(&schema, &whole).is_empty(), "{path}: {}", whole.pointer(path).unwrap());
            refused += 1;
        }
    }
    assert!(refused > 500, "{refused}");
    for list in whole.as_object().unwrap().iter().filter(|(_, v)| v.is_array()) {
        assert!(!list.1.as_array().unwrap().is_empty(), "nothing is tried for `{}`", list.0);
    }
}

/// The paths of everything in `value`.
fn walk(value: &Value, path: &mut Vec<String>, out: &mut Vec<String>) {
    out.push(path.iter().map(|p| format!("/{p}")).collect());
    let children: Vec<(String, &Value)> = match value {
        Value::Object(keys) => keys.iter().map(|(k, v)| (k.clone(), v)).collect(),
        Value::Array(items) => items.iter().enumerate().map(|(n, v)| (n.to_string(), v)).collect(),
        _ => Vec::new(),
    };
    for (name, child) in children {
        path.push(name);
        walk(child, path, out);
        path.pop();
    }
}

#[test]
fn the_markdown_of_two_debates_is_as_committed() {
    let mixed = include_str!("report/mixed.agon");
    let reports =
        [("continental-drift", shipped("continental-drift.agon", consistency::render)), ("mixed", with(mixed, consistency::render))];
    for (name, text) in reports {
        let path = format!("{}/tests/report/{name}.md", env!("CARGO_MANIFEST_DIR"));
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), text, "{name}: UPDATE=1 rewrites it");
    }
}

#[test]
fn a_debate_without_a_flaw_is_told_so_in_a_sentence() {
    let text = with("party p: Ann\nsource s: S\nclaim a by p: A.\n  cite: s\n", consistency::render);
    assert!(text.contains("\nNothing is wrong:"), "{text}");
    assert!(!text.contains("\n## Open clashes"), "{text}");
}

#[test]
fn who_attacks_whom_is_told_as_it_is() {
    let ranked = "claim z: Z.\nclaim y: Y.\nrebuttal z against y\nrebuttal y against z\nclaim a: A.\nclaim b: B.\nsupport s for a:\n  premise z\n\
                  contradiction a, b\nprefer a over b\n";
    let ranked = with(ranked, consistency::render);
    assert!(ranked.contains("- `a` (d.agon:5) speaks against `b` (d.agon:6) and is itself open."), "{ranked}");
    let text = "claim z: Z.\nrebuttal q against z: Q.\nclaim p: P.\ncontradiction q, p\n";
    let told = with(text, consistency::render);
    assert!(told.contains("- `q` (d.agon:2) speaks against `z` (d.agon:1) and is itself open."), "{told}");
    assert!(
        told.contains("speak against each other, and neither has the last word.") && !told.contains("`z` (d.agon:1) and `q`"),
        "{told}"
    );
}

#[test]
fn no_word_of_a_debate_becomes_markup() {
    let text = with(&hostile_text(), consistency::render);
    let mut unsafe_options = options();
    unsafe_options.render.r#unsafe = true;
    let html = comrak::markdown_to_html(&text, &unsafe_options);
    for tag in html.split('<').skip(1).filter(|tag| !tag.starts_with("!-- -->")) {
        let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        assert!(["h1", "h2", "h3", "p", "ul", "li", "em", "strong", "code"].contains(&name.trim_start_matches('/')), "<{tag}");
    }
    assert!(!html.contains(['\u{202e}', '\u{7}', '\u{1b}']));
}

#[test]
fn the_report_stays_bounded_however_large_the_debate_is() {
    let mut text = String::from("party p: Ann\n");
    (0..3000)
        .for_each(|n| text += &format!("claim c{n} by p: C.\n  rebuttal: R.\nclaim d{n}: D.\nclaim e{n}: E.\ncontradiction d{n}, e{n}\n"));
    let report = with(&text, consistency::render);
    assert!(report.len() < 60_000, "{}", report.len());
}

#[test]
fn the_json_holds_every_clash_of_a_party() {
    let text = "party p: P\nparty q: Q\nclaim a by p: A.\nclaim b by p: B.\nclaim c by q: C.\ncontradiction a, b\nclaim d by p: D.\nrebuttal r against d: R.\naccept r by p\n";
    let value = with(text, |report| follows(&json::render(report)));
    let party = &value["parties"][0];
    let clashes = party["clashes"].as_array().unwrap();
    let held = |at: usize| clashes[at]["holds"].as_array().unwrap().iter().map(|h| h["claim"].as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!((held(0), &clashes[0]["rebuttal"]), (vec!["d", "r"], &Value::from("r")));
    assert_eq!((held(1), &clashes[1]["rebuttal"]), (vec!["a", "b"], &Value::Null));
    assert_eq!(party["against_itself"], serde_json::json!(["d", "r"]));
    assert_eq!((clashes.len(), value["parties"][1]["clashes"].as_array().unwrap().len()), (2, 0));
}

#[test]
fn a_debate_without_claims_is_not_said_to_be_in_order() {
    let ran = crate::cli::shell::Shell::new(&[("d.agon", "# Heading\n\nparty p: Ada\n")]).run(&["report", "d.agon"]);
    ran.code(0).out("The debate makes no claims.");
    assert!(!ran.stdout.contains("Nothing is wrong"), "{}", ran.stdout);
}
