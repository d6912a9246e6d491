//! Every example of the pages does what the page says: it parses and resolves clean, or finds the mistake that its fence names.
//!
//! A fence marked `agon` is one whole debate. `text finds CODE` is a mistake. Fences marked `text file=NAME` in a row are the files of one
//! debate, the last its root.

use crate::support::debate;

const PAGES: &[(&str, &str)] =
    &[("tutorial", include_str!("../../grammar/tutorial.md")), ("reference", include_str!("../../grammar/reference.md"))];

/// The fences of a page: the words behind the opening fence, the line it stands on, and its text.
fn fences(page: &str) -> Vec<(&str, usize, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines().enumerate();
    while let Some((at, line)) = lines.next() {
        let signs = line.len() - line.trim_start_matches('`').len();
        if signs >= 3 {
            let (fence, info) = line.split_at(signs);
            let body: Vec<&str> = lines.by_ref().map(|(_, l)| l).take_while(|l| *l != fence).collect();
            found.push((info, at + 1, body.iter().map(|l| format!("{l}\n")).collect()));
        }
    }
    found
}

fn codes(files: &[(&str, &str)]) -> Vec<String> {
    debate(files).2.iter().map(|d| format!("{}: {}", d.code.name, d.title)).collect()
}

#[test]
fn every_example_of_the_pages_does_what_the_page_says() {
    for (name, page) in PAGES {
        let mut files: Vec<(&str, String)> = Vec::new();
        let mut debates = 0;
        for (info, line, text) in fences(page) {
            if let Some(file) = info.strip_prefix("text file=") {
                files.retain(|(n, _)| *n != file);
                files.insert(0, (file, text));
                let list: Vec<(&str, &str)> = files.iter().map(|(n, t)| (*n, t.as_str())).collect();
                assert_eq!(codes(&list), Vec::<String>::new(), "{name}.md:{line}");
                continue;
            }
            files.clear();
            if let Some(code) = info.strip_prefix("text finds ") {
                let found = codes(&[("page.agon", &text)]);
                assert!(found.len() == 1 && found[0].starts_with(&format!("{code}: ")), "{name}.md:{line} finds {found:?}");
            } else if info == "agon" {
                debates += 1;
                assert_eq!(codes(&[("page.agon", &text)]), Vec::<String>::new(), "{name}.md:{line}\n{text}");
            }
        }
        assert!(debates > 5, "{name}.md has {debates} debates");
    }
}
