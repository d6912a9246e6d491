//! The argumentation schemes hang together, and `grammar/schemes.md` lists them as they are.

use crate::support::Memory;
use agon::{
    config::pack::Pack,
    model::{load::Files, normal::normal},
    report::run::{Options, run_with},
    scheme::{
        all::{all, find_scheme},
        definition::{Burden, Reply},
    },
};
use std::{collections::BTreeSet, env, fs};

const PATH: &str = "grammar/schemes.md";

fn is_name(id: &str) -> bool {
    !id.is_empty() && normal(id) == id && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

#[test]
fn every_scheme_is_listed_once_and_its_parts_fit_together() {
    let mut ids = BTreeSet::new();
    for scheme in all() {
        assert!(is_name(scheme.id) && ids.insert(scheme.id), "{} is no name, or stands twice", scheme.id);
        assert_eq!(find_scheme(scheme.id), Some(scheme));
        let roles: BTreeSet<&str> = scheme.roles.iter().map(|r| r.id).collect();
        let questions: BTreeSet<&str> = scheme.questions.iter().map(|q| q.id).collect();
        assert_eq!((roles.len(), questions.len()), (scheme.roles.len(), scheme.questions.len()), "{}: a name stands twice", scheme.id);
        assert!(!roles.is_empty() && !questions.is_empty(), "{} has no parts or no questions", scheme.id);
        assert!(roles.iter().chain(&questions).all(|id| is_name(id)), "{}: {roles:?} {questions:?}", scheme.id);
        for question in scheme.questions {
            assert!(question.text.ends_with('?'), "{}: {} is no question", scheme.id, question.id);
            if let Reply::Undermine(role) = question.reply {
                assert!(roles.contains(role), "{}: {} undermines `{role}`, which is no part of it", scheme.id, question.id);
            }
            // What a premise says can only be asked of a premise.
            let of_premise = matches!(question.reply, Reply::Undermine(_));
            assert!(question.burden != Burden::Premise || of_premise, "{}: {} asks for no premise", scheme.id, question.id);
        }
    }
    assert!(ids.len() >= 30, "{} schemes", ids.len());
}

/// Every scheme with its parts and questions, as Markdown.
fn list() -> String {
    let mut out = String::new();
    for scheme in all() {
        out += &format!("\n## `{}`\n\n{} ({})\n\n| part | says |\n|---|---|\n", scheme.id, capital(scheme.name), scheme.after);
        for role in scheme.roles {
            out += &format!("| {} | {} |\n", role.id, role.text);
        }
        out += &format!("| *conclusion* | {} |\n\n| question | asks | a bad answer | burden |\n|---|---|---|---|\n", scheme.conclusion);
        for question in scheme.questions {
            let reply = match question.reply {
                Reply::Undermine(role) => format!("rebuts `{role}`"),
                Reply::Undercut => "undercuts".to_owned(),
                Reply::Rebut => "rebuts the conclusion".to_owned(),
            };
            let burden = match question.burden {
                Burden::Premise => "premise",
                Burden::Assumption => "assumption",
                Burden::Exception => "exception",
            };
            out += &format!("| `{}` | {} | {reply} | {burden} |\n", question.id, question.text);
        }
    }
    out + "\n"
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[test]
fn the_example_of_the_page_leaves_nothing_open() {
    let text = fs::read_to_string(PATH).expect("the page is there");
    let (_, example) = text.split_once("```agon\n").expect("the page has an example");
    let (example, _) = example.split_once("```").expect("which has an end");
    let told = |text: &str| {
        let mut files = Files::default();
        let root = files.load("a.agon", &Memory::new(&[("a.agon", text)]));
        let report = run_with(&files, root, Options { packs: &[Pack::Schemes], ..Options::default() });
        report.diagnostics.iter().map(|d| d.code.name).collect::<Vec<_>>()
    };
    assert_eq!(told(example), Vec::<&str>::new());
    let mut other = told(&example.replace("scheme: sign", "scheme: example"));
    other.sort_unstable();
    assert_eq!(
        other,
        ["open-critical-question", "unknown-critical-question", "unknown-role", "unknown-role"],
        "no premise may play the parts of another scheme"
    );
}

#[test]
fn the_page_of_schemes_is_what_the_code_says() {
    let text = fs::read_to_string(PATH).expect("the page is there");
    let open = "<!-- generated: schemes -->\n";
    let (before, rest) = text.split_once(open).expect("the page has a generated part");
    let (_, after) = rest.split_once("<!-- end -->").expect("which has an end");
    let wanted = format!("{before}{open}{}<!-- end -->{after}", list());
    if wanted != text && env::var_os("UPDATE").is_some() {
        fs::write(PATH, wanted).expect("the page can be written");
    } else {
        assert!(wanted == text, "{PATH} is not what the code says; `UPDATE=1 cargo test` rewrites it");
    }
}
