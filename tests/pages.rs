//! The page of each code is its documentation and its test.
//!
//! A fence marked `agon finds` raises the code of its page and no other; a fence marked `agon` alone raises nothing. So it is with
//! `markdown`, for debates within Markdown, and with `yaml`, for the settings. The pack of the rule is on, with the core. More words may follow the language:
//!
//! * `agon other.agon`: a file beside the debate, for the fences of the same section of the page;
//! * `finds (other-code)`: what is shown cannot but raise another code besides;
//! * `escaped`: `<U+202E>` stands for the character and `<0xFF>` for the byte, which a page should not hold bare.

use crate::support::Memory;
use agon::{
    catalog::all::{all, find_code, find_near, find_pack},
    config::{pack::Pack, settings},
    diagnostic::{
        code::{Code, Level},
        problem::{Diagnostic, Safety},
    },
    model::{gather::gather, load::Files, value::Date},
    report::{self, run::Options},
    text::edit::apply,
};
use std::{collections::BTreeMap, fs, path::Path};

/// The codes whose page has no fence marked `finds`, each with the reason.
const WITHOUT_EXAMPLE: &[(&str, &str)] = &[
    ("too-many-problems", "it takes ten thousand mistakes to raise it"),
    ("too-deep", "it takes 129 statements within each other to raise it"),
    ("unreadable-file", "a folder or a file without permission cannot be written into a page"),
];

/// Everything that is found in the debate whose main file is `main`: the one place to add a stage of the pipeline.
fn run(main: &str, reader: &Memory, packs: &[Pack]) -> (Files, Vec<Diagnostic>) {
    let mut files = Files::default();
    let root = files.load(main, reader);
    gather(&mut files, reader);
    let options = Options { packs, today: Date::find("2026-01-01"), ..Options::default() };
    let diagnostics = report::run::run_with(&files, root, options).diagnostics;
    (files, diagnostics)
}

/// A fence of a page.
#[derive(Debug, PartialEq)]
struct Fence {
    section: String,
    language: String,
    words: Vec<String>,
    body: String,
}

impl Fence {
    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|w| w == word)
    }

    /// The path of a file beside the debate.
    fn file(&self) -> Option<&str> {
        self.words.iter().map(String::as_str).find(|w| w.contains('.'))
    }

    fn bytes(&self) -> Vec<u8> {
        if self.has("escaped") { unescape(&self.body) } else { self.body.clone().into_bytes() }
    }
}

/// The fences of a page, in order.
fn fences(page: &str) -> Vec<Fence> {
    let mut fences: Vec<Fence> = Vec::new();
    let mut section = String::new();
    let mut open: Option<&str> = None;
    for line in page.lines() {
        let ticks = &line[..line.len() - line.trim_start_matches('`').len()];
        match open {
            Some(mark) if ticks.len() >= mark.len() && ticks == line => open = None,
            Some(_) => {
                let fence = fences.last_mut().expect("a fence is open");
                fence.body += line;
                fence.body.push('\n');
            }
            None if ticks.len() >= 3 => {
                open = Some(ticks);
                let mut words = line[ticks.len()..].split_whitespace().map(str::to_owned);
                let language = words.next().unwrap_or_default();
                fences.push(Fence { section: section.clone(), language, words: words.collect(), body: String::new() });
            }
            None => {
                if let Some(title) = line.strip_prefix("## ") {
                    section = title.to_owned();
                }
            }
        }
    }
    assert_eq!(open, None, "a fence is never closed");
    fences
}

/// Puts characters and bytes where their numbers stand.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        out.extend_from_slice(&rest.as_bytes()[..start]);
        let end = start + rest[start..].find('>').expect("an escape is closed");
        let inner = &rest[start + 1..end];
        match (inner.strip_prefix("U+"), inner.strip_prefix("0x")) {
            (Some(digits), _) => {
                let c = char::from_u32(u32::from_str_radix(digits, 16).expect("digits")).expect("a character");
                out.extend_from_slice(c.to_string().as_bytes());
            }
            (_, Some(digits)) => out.push(u8::from_str_radix(digits, 16).expect("digits")),
            _ => panic!("`<{inner}>` is no escape"),
        }
        rest = &rest[end + 1..];
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// Files by their paths.
type Written = Vec<(String, Vec<u8>)>;

/// Settings under which `code` is found.
pub(crate) fn settings(code: &Code) -> String {
    find_pack(code).filter(|pack| *pack != Pack::Core).map_or(String::new(), |pack| format!("packs: [{}]\n", pack.word()))
}

/// The files of each example of a page that finds something in a debate.
pub(crate) fn examples(page: &str) -> Vec<Written> {
    let all = fences(page);
    let main = |fence: &Fence| match fence.language.as_str() {
        "agon" => Some("debate.agon"),
        "markdown" => Some("debate.md"),
        _ => None,
    };
    let mut out = Vec::new();
    for fence in all.iter().filter(|f| f.has("finds")) {
        let Some(main) = main(fence) else { continue };
        let beside = all.iter().filter(|f| f.section == fence.section).filter_map(|f| Some((f.file()?.to_owned(), f.bytes())));
        out.push(std::iter::once((main.to_owned(), fence.bytes())).chain(beside).collect());
    }
    out
}

fn sorted(found: &[Diagnostic]) -> Vec<&'static str> {
    let mut names: Vec<&str> = found.iter().map(|d| d.code.name).collect();
    names.sort_unstable();
    names
}

/// What is wrong with a fence that should raise `code`, or nothing if `None`; one sentence each.
fn check_fence(page: &[Fence], fence: &Fence, code: &str) -> Vec<String> {
    let finds = fence.has("finds");
    let main = match fence.language.as_str() {
        "agon" => "debate.agon",
        "markdown" => "debate.md",
        "yaml" => {
            let failed = !settings::read(&fence.body).1.is_empty();
            return if failed == finds { Vec::new() } else { vec![format!("reading these settings failed: {failed}\n{}", fence.body)] };
        }
        _ => return Vec::new(),
    };
    let mut reader = Memory::new(&[]).with(main, &fence.bytes());
    for other in page.iter().filter(|f| f.section == fence.section) {
        if let Some(path) = other.file() {
            reader = reader.with(path, &other.bytes());
        }
    }
    let packs: Vec<Pack> = find_code(code).and_then(find_pack).into_iter().collect();
    let (files, found) = run(main, &reader, &packs);
    let mut faults = Vec::new();
    let names = sorted(&found);
    let besides = |name: &str| name != code && !fence.has(&format!("({name})"));
    if finds != names.contains(&code) || names.iter().any(|n| besides(n)) {
        faults.push(format!("raises {names:?}:\n{}{found:#?}", fence.body));
    }
    for problem in &found {
        faults.extend(check_words(problem));
        let Some(fix) = problem.fix.as_ref().filter(|f| f.safety == Safety::Safe) else { continue };
        let file = &files.file(fix.file).source;
        let mended = apply(&file.text, &fix.edits);
        let (_, after) = run(main, &reader.with_copy(&file.path, mended.as_bytes()), &packs);
        let left = after.iter().filter(|d| d.code == problem.code).count();
        if left + 1 != names.iter().filter(|n| **n == problem.code.name).count() || after.len() != left {
            faults.push(format!("its safe fix leaves {:?}:\n{mended}", sorted(&after)));
        }
    }
    faults
}

/// What is wrong with the words of a diagnostic: it says what, where, and what to do.
fn check_words(problem: &Diagnostic) -> Vec<String> {
    let mut faults = Vec::new();
    let title = &problem.title;
    if title.is_empty() || title.ends_with(['.', '!', '?']) || title.starts_with(|c: char| c.is_uppercase()) {
        faults.push(format!("the title is not lower case without a full stop: {title}"));
    }
    if problem.help.is_none() && problem.fix.is_none() {
        faults.push(format!("`{title}` does not say what to do"));
    }
    let words = [Some(title), problem.help.as_ref(), problem.fix.as_ref().map(|f| &f.title)];
    for text in words.into_iter().flatten().chain(&problem.notes) {
        for wrong in ["  ", " a a", " a e", " a `a", " a u", "the a ", "the an ", "``"] {
            if format!(" {text}").contains(wrong) {
                faults.push(format!("`{text}` has `{wrong}`"));
            }
        }
    }
    faults
}

/// What is wrong with the page of a code, one sentence each.
fn check_page(name: &str, page: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut lines = page.lines();
    if lines.next() != Some(&format!("# {name}"))
        || lines.next() != Some("")
        || lines.next().is_none_or(|l| l.is_empty() || l.starts_with('#'))
    {
        faults.push(format!("does not begin with `# {name}` and a paragraph"));
    }
    let sections: Vec<&str> = page.lines().filter_map(|l| l.strip_prefix("## ")).collect();
    if sections != ["Why it matters", "Example", "Instead"] {
        faults.push(format!("has the sections {sections:?}"));
    }
    if page.lines().any(|l| l.chars().count() > 132) || !page.ends_with('\n') {
        faults.push("has a line longer than 132 characters, or no line end at its end".to_owned());
    }
    let pack = find_code(name).and_then(find_pack).filter(|pack| *pack != Pack::Core).map(Pack::word);
    if pack.is_some_and(|pack| !page.contains(&format!("\n\nPack: `{pack}`, switched on with `packs: [{pack}]` in `agon.yaml`.\n\n"))) {
        faults.push("does not name its pack".to_owned());
    }
    let all = fences(page);
    for fence in &all {
        if fence.file().is_none() {
            faults.extend(check_fence(&all, fence, name).into_iter().map(|f| format!("{}: {f}", fence.section)));
        }
        if fence.has("finds") != (fence.section == "Example") && fence.language != "text" && fence.file().is_none() {
            faults.push(format!("a fence stands under `{}` that belongs elsewhere", fence.section));
        }
    }
    let exempt = WITHOUT_EXAMPLE.iter().any(|(n, _)| *n == name);
    if all.iter().any(|f| f.has("finds")) == exempt {
        faults.push(format!("is listed as being without example: {exempt}"));
    }
    faults.into_iter().map(|f| format!("{name}: {f}")).collect()
}

#[test]
fn every_page_explains_its_code_by_what_raises_it_and_what_does_not() {
    let faults: Vec<String> = all().into_iter().flat_map(|code| check_page(code.name, code.page)).collect();
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_check_catches_a_page_that_lies() {
    let page = |example: &str, instead: &str| {
        format!(
            "# tab-indent\n\nIt finds tabs.\n\n## Why it matters\n\nTabs.\n\n## Example\n\n```agon finds escaped\n{example}\n```\n\n## Instead\n\n```agon\n{instead}\n```\n"
        )
    };
    let tab = "claim a: x\n<U+0009>support: y";
    let faults = |text: &str| check_page("tab-indent", text).len();
    assert_eq!(check_page("tab-indent", &page(tab, "claim a: x")), Vec::<String>::new());
    assert_eq!(faults(&page("claim a: x", "claim a: x")), 1, "the example raises nothing");
    assert_eq!(faults(&page("clam a: x", "claim a: x")), 1, "the example raises another code");
    assert!(faults(&page(&format!("{tab}\n  cite: s"), "claim a: x")) > 0, "the example raises another code besides");
    assert_eq!(faults(&page(tab, "claim a:")), 1, "the clean example raises a code");
    assert_eq!(faults(&page(tab, "claim a: x").replace("It finds tabs.\n", "")), 1, "there is no first paragraph");
    assert_eq!(faults(&page(tab, "claim a: x").replace("## Why it matters", "## Why")), 1, "a section is missing");
    assert_eq!(faults(&page(tab, "claim a: x").replace("agon finds", "agon")), 3, "no fence is marked `finds`");
    assert_eq!(check_page("too-many-problems", &page(tab, "claim a: x").replace("tab-indent", "too-many-problems")).len(), 2);
}

#[test]
fn the_check_catches_a_problem_that_does_not_say_what_to_do() {
    static CODE: Code = Code { name: "x", level: Level::Error, summary: "", page: "" };
    let problem = |title: &str| Diagnostic::new(&CODE, agon::text::span::Place::default(), title);
    assert_eq!(check_words(&problem("a claim is wrong").help("mend it")), Vec::<String>::new());
    assert_eq!(check_words(&problem("a claim is wrong")).len(), 1);
    assert_eq!(check_words(&problem("A claim is wrong.").help("mend the an end")).len(), 2);
}

#[test]
fn names_are_unique_and_in_kebab_case() {
    let all = all();
    assert!(all.windows(2).all(|pair| pair[0].name < pair[1].name), "sorted and unique");
    for code in all {
        let kebab = code.name.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        assert!(kebab, "{} is not in kebab-case", code.name);
        assert!(code.summary.ends_with('.') && !code.summary.contains('\n'), "the summary of {} is no sentence", code.name);
        assert_eq!(find_code(code.name), Some(code));
    }
    assert_eq!(find_code("tab-indents"), None);
    assert_eq!(find_near("tab-indents"), Some("tab-indent"));
    assert_eq!(find_near("something-else-altogether"), None);
}

#[test]
fn every_page_on_disk_belongs_to_a_code() {
    let mut on_disk = BTreeMap::new();
    walk(Path::new("src"), &mut on_disk);
    let of_codes: BTreeMap<String, String> = all().into_iter().map(|c| (c.name.to_owned(), c.page.to_owned())).collect();
    let names = |pages: &BTreeMap<String, String>| pages.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&on_disk), names(&of_codes));
    assert_eq!(on_disk, of_codes);
}

/// Every Markdown file beneath `dir`, by the name of the code that it should explain.
fn walk(dir: &Path, pages: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(dir).expect("src is readable") {
        let path = entry.expect("src is readable").path();
        if path.is_dir() {
            walk(&path, pages);
        } else if path.extension().is_some_and(|e| e == "md") {
            let name = path.file_stem().expect("a name").to_string_lossy().replace('_', "-");
            let text = fs::read_to_string(&path).expect("a text");
            assert!(pages.insert(name, text).is_none(), "two pages: {}", path.display());
        }
    }
}
