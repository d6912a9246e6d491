//! The brief: what it says for the shipped debates, and that no word of a debate becomes markup in it.

use crate::{arguments::ROOTS, support::Folder};
use agon::{model::load::Files, render::brief, report::run::run};

/// The brief of a shipped debate.
fn shipped(root: &str) -> String {
    let mut files = Files::default();
    let id = files.load(root, &Folder("arguments"));
    brief::render(&run(&files, id))
}

#[test]
fn the_briefs_of_the_shipped_debates_are_as_committed() {
    for root in ROOTS {
        let name = root.split('/').next().unwrap().split('.').next().unwrap();
        let path = format!("{}/tests/brief/{name}.md", env!("CARGO_MANIFEST_DIR"));
        let text = shipped(root);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), text, "{name}: UPDATE=1 rewrites it");
    }
}
