//! Argument maps.

use crate::{arguments::ROOTS, support::Folder};
use agon::{
    model::load::Files,
    render::{dot, mermaid},
    report::run::run,
};
use std::{fs, path::Path};

/// Writes the maps of all shipped debates for `tests/mermaid/run`, which reads them with Mermaid's own parser.
#[test]
fn map_files() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("maps");
    fs::create_dir_all(&folder).expect("target/tmp can be written");
    for root in ROOTS {
        let mut files = Files::default();
        let id = files.load(root, &Folder("arguments"));
        let report = run(&files, id);
        let name = root.split(['/', '.']).next().unwrap_or(root);
        fs::write(folder.join(format!("{name}.mmd")), mermaid::render(&report)).expect("target/tmp can be written");
        fs::write(folder.join(format!("{name}.dot")), dot::render(&report)).expect("target/tmp can be written");
    }
}
