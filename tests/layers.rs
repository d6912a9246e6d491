//! The picture of imports: a file imports from its own module or from lower floors, and no files import each other in a circle.
//!
//! The floors are read from the table in the docs of `src/lib.rs`, so the table cannot lie.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

/// Module path (`syntax::lexer`) to the text of its file.
type Files = BTreeMap<String, String>;

fn read(dir: &Path, root: &Path, files: &mut Files) {
    for entry in fs::read_dir(dir).expect("src is readable") {
        let path = entry.expect("src is readable").path();
        if path.is_dir() {
            read(&path, root, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let name = path.strip_prefix(root).expect("beneath src").with_extension("").to_string_lossy().replace('/', "::");
            let name = name.strip_suffix("::mod").unwrap_or(&name).to_owned();
            files.insert(name, fs::read_to_string(&path).expect("a text"));
        }
    }
}

/// `| 3 | `format`, `model` | … |` of the crate docs as module name to floor.
fn floors(lib: &str) -> BTreeMap<String, u32> {
    let mut floors = BTreeMap::new();
    for line in lib.lines().filter_map(|l| l.strip_prefix("//! | ")) {
        let mut cells = line.split('|').map(str::trim);
        let (Some(floor), Some(names)) = (cells.next().and_then(|c| c.parse().ok()), cells.next()) else { continue };
        for name in names.split(',').map(|n| n.trim().trim_matches('`')) {
            assert!(floors.insert(name.to_owned(), floor).is_none(), "{name} stands on two floors");
        }
    }
    floors
}

/// The `crate::…` paths that a text names outside comments, groups unfolded.
fn imports(text: &str) -> BTreeSet<String> {
    let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).flat_map(|l| [l, "\n"]).collect();
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if !code[..at].ends_with('$') {
            unfold(&code[at + "crate::".len()..], "", &mut found);
        }
    }
    found
}

/// Reads one path or group at the start of `rest`, and returns what follows it.
fn unfold<'a>(rest: &'a str, prefix: &str, found: &mut BTreeSet<String>) -> &'a str {
    let rest = rest.trim_start();
    if let Some(mut inner) = rest.strip_prefix('{') {
        loop {
            inner = unfold(inner, prefix, found).trim_start();
            match inner.chars().next() {
                Some(',') => inner = inner[1..].trim_start(),
                Some('}') => return &inner[1..],
                _ => return inner,
            }
            if let Some(after) = inner.strip_prefix('}') {
                return after;
            }
        }
    }
    let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
    let path = if prefix.is_empty() { rest[..end].to_owned() } else { format!("{prefix}::{}", &rest[..end]) };
    match rest[end..].strip_prefix("::") {
        Some(after) => unfold(after, &path, found),
        None => {
            found.insert(path);
            &rest[end..]
        }
    }
}

/// What is wrong with the imports among `files`, one sentence each.
fn faults(files: &Files) -> Vec<String> {
    let floors = floors(&files["lib"]);
    let mut faults = Vec::new();
    let mut edges: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, text) in files.iter().filter(|(n, _)| *n != "lib") {
        let top = |path: &str| path.split("::").next().unwrap_or(path).to_owned();
        let own = top(name);
        if own != "main" && !floors.contains_key(&own) {
            faults.push(format!("{own} stands on no floor"));
        }
        for wildcard in ["use super::*", "use crate::*", "pub use "] {
            if text.lines().any(|l| l.trim_start().starts_with(wildcard)) {
                faults.push(format!("{name} says `{}`", wildcard.trim()));
            }
        }
        for path in imports(text) {
            let Some(to) = files.keys().filter(|k| path == **k || path.starts_with(&format!("{k}::"))).max_by_key(|k| k.len()) else {
                faults.push(format!("{name} imports {path}, which no file defines"));
                continue;
            };
            let (from_floor, to_floor) = (floors.get(&own), floors.get(&top(to)));
            if own != top(to) && own != "main" && from_floor <= to_floor {
                faults.push(format!("{name} (floor {from_floor:?}) imports {to} (floor {to_floor:?})"));
            }
            if to != name {
                edges.entry(name).or_default().insert(to);
            }
        }
    }
    // A picture without circles can be taken apart leaf by leaf.
    let mut left: BTreeSet<&str> = edges.keys().copied().collect();
    loop {
        let stuck: BTreeSet<&str> = left.iter().copied().filter(|n| edges[n].iter().any(|to| left.contains(to))).collect();
        if stuck.len() == left.len() {
            break;
        }
        left = stuck;
    }
    if !left.is_empty() {
        faults.push(format!("circle among {left:?}"));
    }
    faults
}

#[test]
fn every_import_goes_down_and_none_in_a_circle() {
    let mut files = Files::new();
    read(Path::new("src"), Path::new("src"), &mut files);
    let on_disk: BTreeSet<String> =
        files.keys().map(|n| n.split("::").next().unwrap_or(n).to_owned()).filter(|n| n != "lib" && n != "main").collect();
    let on_floors: BTreeSet<String> = floors(&files["lib"]).into_keys().collect();
    assert_eq!(on_disk, on_floors, "the floor table and the folders of src differ");
    assert_eq!(faults(&files), Vec::<String>::new());
}

#[test]
fn the_check_catches_an_upward_import_a_circle_and_a_glob() {
    let lib = "//! | 0 | `a` | x |\n//! | 1 | `b` | x |\n".to_owned();
    let tree = |pairs: &[(&str, &str)]| -> Files {
        pairs.iter().map(|(n, t)| ((*n).to_owned(), (*t).to_owned())).chain([("lib".to_owned(), lib.clone())]).collect()
    };
    let clean =
        tree(&[("a", ""), ("a::x", ""), ("b", ""), ("b::y", "use crate::{a::x::X, b::z};\n"), ("b::z", "use crate::a::x::{X, Y};")]);
    assert_eq!(faults(&clean), Vec::<String>::new());
    let upward = tree(&[("a::x", "use crate::b::y;"), ("b::y", "")]);
    assert_eq!(faults(&upward).len(), 1, "{:?}", faults(&upward));
    let circle = tree(&[("b::y", "fn f() { crate::b::z::g() }"), ("b::z", "use crate::b::{y, y::Y};")]);
    assert_eq!(faults(&circle), ["circle among {\"b::y\", \"b::z\"}"]);
    let glob = tree(&[("a::x", "use super::*;")]);
    assert_eq!(faults(&glob).len(), 1);
    let missing = tree(&[("b::y", "use crate::a::gone;")]);
    assert_eq!(faults(&missing).len(), 1);
}

#[test]
fn every_file_says_what_it_is_and_mod_files_hold_nothing_else() {
    let mut files = BTreeMap::new();
    walk(Path::new("src"), &mut files);
    for (path, text) in files {
        assert!(text.starts_with("//! "), "{path} opens without `//!`");
        if path.ends_with("mod.rs") || path.ends_with("lib.rs") {
            let code: Vec<&str> = text
                .lines()
                .filter(|l| {
                    !l.trim().is_empty()
                        && !l.starts_with("//")
                        && !l.starts_with("#[cfg(")
                        && !l.starts_with("pub mod ")
                        && !l.starts_with("mod ")
                })
                .collect();
            assert_eq!(code, Vec::<&str>::new(), "{path} holds more than docs and `mod` lines");
        }
    }
}

#[test]
fn every_test_that_an_invariant_names_is_there() {
    let mut files = BTreeMap::new();
    walk(Path::new("src"), &mut files);
    for (path, text) in files {
        for name in text.split("`tests/").skip(1).filter_map(|rest| rest.split_once('`')).map(|(name, _)| name) {
            assert!(Path::new("tests").join(name).exists(), "{path} names `tests/{name}`, which is not there");
        }
    }
}

#[test]
fn no_file_of_tests_is_left_out_of_the_program() {
    let main = fs::read_to_string("tests/main.rs").expect("the tests have a main file");
    for entry in fs::read_dir("tests").expect("tests is readable") {
        let name = entry.expect("tests is readable").file_name().to_string_lossy().into_owned();
        let Some(module) = name.strip_suffix(".rs").filter(|module| *module != "main") else { continue };
        assert!(main.contains(&format!("mod {module};\n")), "tests/{name} is never run: tests/main.rs has no `mod {module};`");
    }
}

fn walk(dir: &Path, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(dir).expect("src is readable") {
        let path = entry.expect("src is readable").path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.insert(path.to_string_lossy().into_owned(), fs::read_to_string(&path).expect("a text"));
        }
    }
}
