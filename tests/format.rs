//! The layout: its laws for any text whatever, and pages that show it.

use agon::{
    diagnostic::code::Level,
    format::layout::format,
    syntax::{
        dialect::Dialect,
        parse::{Parse, parse_whole},
        token::{Kind, TokenList},
        tree::join,
    },
    text::span::FileId,
};
use proptest::prelude::*;
use std::{collections::BTreeMap, fs};

const DIALECTS: [Dialect; 2] = [Dialect::Agon, Dialect::Markdown];

fn read(text: &str, dialect: Dialect) -> (Parse, TokenList) {
    parse_whole(FileId(0), text, dialect)
}

/// What a text says, whatever its layout: statements with their parts, attributes in the order of the table, headings, problems.
fn model(text: &str, parsed: &Parse) -> String {
    let tree = &parsed.tree;
    let mut out = format!("front {:?}\n", parsed.front_matter.map(|f| f.of(text).trim_end()));
    for s in &tree.statements {
        let shape = s.keyword.shape();
        let names = |slice| tree.names(slice).iter().map(|n| n.of(text)).collect::<Vec<_>>();
        let mut clauses: Vec<_> = tree.clauses(s).iter().collect();
        clauses.sort_by_key(|c| shape.clauses.iter().position(|w| *w == c.word));
        let clauses: Vec<_> = clauses.iter().map(|c| (c.word, names(c.names))).collect();
        let mut attributes: Vec<_> = tree.attributes(s).iter().collect();
        attributes.sort_by_key(|a| shape.attributes.iter().position(|k| Some(*k) == a.key));
        let attributes: Vec<_> = attributes.iter().map(|a| (a.key_span.of(text), join(tree.value(a), text))).collect();
        let name = s.name.map(|n| n.of(text));
        out += &format!("{:?} {name:?} {:?} {clauses:?} {} {} ", s.keyword, names(s.operands), s.declares, s.broken);
        out += &format!("{:?} {} {:?} {:?} {attributes:?}\n", s.parent, s.end, s.heading, join(tree.text(s), text));
    }
    for h in &tree.headings {
        out += &format!("heading {} {:?} {}\n", h.level, h.text.of(text), h.before);
    }
    let cured = ["tab-indent", "lone-carriage-return"];
    let mut codes: Vec<&str> = parsed.diagnostics.iter().map(|d| d.code.name).filter(|c| !cured.contains(c)).collect();
    codes.sort_unstable();
    out + &format!("{codes:?}\n")
}

/// The lines of a text without their ends, each with the byte at which it starts.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if c == '\n' || c == '\r' {
            if !(c == '\n' && at > 0 && text.as_bytes()[at - 1] == b'\r') {
                out.push((start, &text[start..at]));
            }
            start = at + 1;
        }
    }
    out.push((start, &text[start..]));
    out
}

/// The lines in which an error stands that the layout does not cure.
fn broken<'t>(text: &'t str, parsed: &Parse) -> Vec<&'t str> {
    let lines = lines(text);
    let cured = ["tab-indent", "lone-carriage-return"];
    let mut found: Vec<usize> = parsed
        .diagnostics
        .iter()
        .filter(|d| d.code.level == Level::Error && !cured.contains(&d.code.name))
        .map(|d| lines.partition_point(|l| l.0 <= d.at.place.span.start as usize) - 1)
        .collect();
    found.dedup();
    found.iter().map(|&i| if i == 0 { lines[i].1.strip_prefix('\u{feff}').unwrap_or(lines[i].1) } else { lines[i].1 }).collect()
}

/// Each comment with the item that it belongs to, told by the words of that item: the next line at its column or deeper, or else
/// the statement that it stands in. Written from the definition, for statements without errors.
fn comments(text: &str, tokens: &TokenList) -> BTreeMap<String, Vec<String>> {
    struct At {
        column: usize,
        what: String,
        prose: bool,
    }
    let mut ids = 0;
    let mut rows: Vec<(At, Option<String>)> = Vec::new();
    for token in tokens {
        let start = token.span.start as usize;
        let begin = text[..start].rfind(['\n', '\r']).map_or(0, |n| n + 1);
        let indent = text[begin..start].trim_start_matches('\u{feff}');
        if !indent.chars().all(|c| c == ' ' || c == '\t') {
            continue;
        }
        let column = indent.chars().map(|c| if c == '\t' { 2 } else { 1 }).sum();
        let words = token.span.of(text).to_owned();
        let what = match token.kind {
            Kind::Comment => {
                rows.push((At { column, what: String::new(), prose: false }, Some(words)));
                continue;
            }
            Kind::Keyword => {
                ids += 1;
                format!("statement {}", ids - 1)
            }
            Kind::Key => {
                let end = text[start..].find(['\n', '\r']).map_or(text.len(), |n| start + n);
                let (key, value) = text[start..end].split_once(':').unwrap();
                format!("attribute {key} {}", value.trim_matches([' ', '\t']))
            }
            Kind::HeadingMark => format!("heading {start}"),
            Kind::Escape | Kind::Text => format!("prose {words}"),
            _ => continue,
        };
        let prose = matches!(token.kind, Kind::Escape | Kind::Text);
        rows.push((At { column, what: if what.starts_with("heading") { "heading".into() } else { what }, prose }, None));
    }
    for index in 0..rows.len() {
        let value = rows[index + 1..].iter().find(|r| r.1.is_none()).filter(|r| r.0.prose).map(|r| r.0.what.clone());
        if rows[index].0.what.starts_with("attribute") {
            rows[index].0.what += &value.unwrap_or_default();
        }
    }
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (index, (at, comment)) in rows.iter().enumerate() {
        let Some(comment) = comment else { continue };
        let next = rows[index..].iter().find(|r| r.1.is_none()).map(|r| &r.0);
        let earlier = rows[..index].iter().rev().take_while(|r| r.1.is_some()).map(|r| r.0.column);
        let column = earlier.fold(at.column, usize::min);
        // The statement in which a line at this column stands: the nearest above that is less deep than all between.
        let mut least = column;
        let mut inside = None;
        for (row, _) in rows[..index].iter().rev().filter(|r| r.1.is_none() && !r.0.prose) {
            if row.what.starts_with("statement") && row.column < least {
                inside = Some(row);
                break;
            }
            if row.what == "heading" {
                break;
            }
            least = least.min(row.column);
        }
        let home = match (next, inside) {
            (Some(next), _) if next.prose || next.column >= column => format!("before {}", next.what),
            (Some(next), Some(inside)) if inside.column < next.column => format!("before {}", next.what),
            (_, Some(inside)) => format!("in {}", inside.what),
            (Some(next), None) => format!("before {}", next.what),
            (None, None) => "at the end".to_owned(),
        };
        out.entry(home).or_default().push(comment.clone());
    }
    out
}

fn laws(text: &str, dialect: Dialect) -> Result<(), TestCaseError> {
    let (parsed, tokens) = read(text, dialect);
    let once = format(text, dialect);
    let (again, tokens_again) = read(&once, dialect);
    prop_assert_eq!(model(&once, &again), model(text, &parsed), "the model changed:\n{}", once);
    prop_assert_eq!(format(&once, dialect), once.clone(), "the second layout differs from the first");
    prop_assert_eq!(broken(&once, &again), broken(text, &parsed), "broken lines changed:\n{}", once);
    let words = |text: &str, tokens: &TokenList| {
        let mut all: Vec<String> = tokens.iter().filter(|t| t.kind == Kind::Comment).map(|t| t.span.of(text).to_owned()).collect();
        all.sort();
        all
    };
    prop_assert_eq!(words(&once, &tokens_again), words(text, &tokens), "a comment is lost:\n{}", once);
    if parsed.diagnostics.iter().all(|d| d.code.level != Level::Error) {
        prop_assert_eq!(comments(&once, &tokens_again), comments(text, &tokens), "a comment belongs to another item:\n{}", once);
    }
    if dialect == Dialect::Agon {
        prop_assert!(
            once.trim_start_matches('\u{feff}').is_empty() || (once.ends_with('\n') && !once.ends_with("\n\n")),
            "the end of the file:\n{:?}",
            once
        );
    } else {
        let outside = |text: &str, tokens: &TokenList| -> String {
            tokens.iter().filter(|t| t.kind == Kind::Outside).map(|t| t.span.of(text).to_owned()).collect()
        };
        prop_assert_eq!(outside(&once, &tokens_again), outside(text, &tokens), "what is not Agon changed");
    }
    Ok(())
}

/// Pieces of lines, good and bad, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let fixed = [
        "claim a by p: ",
        "claim b",
        "support s: ",
        "  ",
        "    ",
        " ",
        "\t",
        "\n",
        "\n",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        ":",
        ": ",
        "cite: x, \"y\"",
        "date: 2001",
        "scheme: s",
        "premise p: q",
        "# H",
        "#",
        "---\n",
        "---\n",
        "// c",
        "//d",
        "```agon\n",
        "```\n",
        "- ",
        "> ",
        "\u{feff}",
        "expect a stands",
        "\\",
        "text",
        "- item",
        "support the",
        "\n  ",
        "\n    ",
        "\n      ",
        "\u{a0}",
        "\0",
        "\u{202e}",
    ];
    let piece = prop_oneof![
        12 => prop::sample::select(fixed.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|v| v.concat())
}

/// Few pieces, so that fences, dashes and line ends meet often.
fn few_pieces() -> impl Strategy<Value = String> {
    let pieces = [
        "claim a:  b",
        "\n",
        "\n",
        "\n",
        "\r",
        "\r\n",
        "---",
        "---\n",
        "```agon\n",
        "```\n",
        "- ",
        "  ",
        "\t",
        "1. ",
        "x",
        "// c",
        "#",
        "> ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..16).prop_map(|v| v.concat())
}

/// Whole lines at any depth, mostly good.
fn any_outline() -> impl Strategy<Value = String> {
    let words = [
        "claim a by p: one",
        "claim b on q by p, r:",
        "claim c",
        "support s: two",
        "support t strictly by p:",
        "premise p: three",
        "premise a",
        "rebuttal r by x: four",
        "undercut u: five",
        "limit: six",
        "question q: seven",
        "cite: x, \"y\"",
        "cite: z",
        "date: 2001",
        "scheme: s",
        "note:",
        "// c1",
        "// c2",
        "// c3",
        "# H",
        "##  I",
        "prose",
        "- item",
        "more prose",
        "\\claim x",
        "\\",
        "fact f: eight",
        "accept a  by p ,q : nine",
        "expect a stands",
        "clam x: y",
        "claim a:b",
        "note: ten",
        "tags: t",
        "",
        "",
        "    ",
        "```",
    ];
    let line =
        (0usize..5, 0usize..3, prop::sample::select(words.to_vec()), prop::sample::select(vec!["\n", "\n", "\n", "\n", "\r\n", "\r"]));
    let line = line.prop_map(|(level, odd, words, end)| {
        let indent = " ".repeat(level * 2 + usize::from(odd == 0 && level > 2));
        format!("{indent}{words}{end}")
    });
    prop::collection::vec(line, 0..25).prop_map(|v| v.concat())
}

/// A clean debate written carelessly: any depth per level, attributes anywhere, comments and blank lines everywhere.
fn careless() -> impl Strategy<Value = String> {
    let step = prop::sample::select(vec!["  ", "   ", "\t", "      ", " "]);
    let choices = prop::collection::vec((0u8..12, 0usize..4, any::<bool>()), 1..40);
    (step, choices, any::<bool>()).prop_map(|(step, choices, windows)| {
        let mut out = String::new();
        let mut open = vec![];
        let mut attributes: Vec<Vec<u8>> = vec![];
        for (index, (what, depth, flag)) in choices.into_iter().enumerate() {
            let depth = depth.min(open.len());
            let inner = step.repeat(open.len());
            match what {
                0..=3 => {
                    open.truncate(depth);
                    attributes.truncate(depth);
                    let word = match open.last() {
                        None => "claim",
                        Some(&"support") if flag => "premise",
                        Some(_) if flag => "support",
                        Some(_) => "rebuttal",
                    };
                    let indent = step.repeat(open.len());
                    let clause = if word == "claim" && flag { "on q  by p ,r" } else { "" };
                    // A support with premises has no text, so its text stands in a claim beneath no support with premises.
                    let text = match (word, what) {
                        ("support", _) => format!("\n{indent}{step}premise p{index}: x"),
                        (_, 0) => format!("\n{indent}{step}long\n\n{indent}{step} - list\n{indent}{step}// within\n{indent}{step}text"),
                        (_, 1) => format!(" short\n{indent}{step}\\claim more"),
                        _ => " short".to_owned(),
                    };
                    out += &format!("{indent}{word} n{index} {clause}:{text}\n");
                    open.push(word);
                    attributes.push(vec![]);
                }
                4..=6 if !open.is_empty() && !attributes.last().unwrap().contains(&what) => {
                    attributes.last_mut().unwrap().push(what);
                    let key = ["note", "date", "tags"][what as usize - 4];
                    let value = if flag { format!("v{index}") } else { format!("\n{inner}{step}v{index}\n\n{inner}{step}  w") };
                    out += &format!("{inner}{key}: {value}\n");
                }
                7 | 8 => out += &format!("{}// c{index}\n", step.repeat(depth)),
                9 => out += "\n\n",
                10 if depth == 0 => {
                    out += &format!("#  H{index}\n");
                    open.clear();
                    attributes.clear();
                }
                _ => {}
            }
        }
        if windows { out.replace('\n', "\r\n") } else { out }
    })
}

fn mutated() -> impl Strategy<Value = String> {
    let real = fs::read_to_string("tests/syntax/example.agon").unwrap();
    let edit = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0u8..7);
    prop::collection::vec(edit, 1..6).prop_map(move |edits| {
        let mut lines: Vec<String> = real.lines().map(str::to_owned).collect();
        for (a, b, what) in edits {
            let (a, b) = (a.index(lines.len()), b.index(lines.len()));
            match what {
                0 => lines.swap(a, b),
                1 => lines[a].insert_str(0, "  "),
                2 => lines[a] = lines[a].strip_prefix("  ").unwrap_or("").to_owned(),
                3 => lines.insert(a, "    // remark".to_owned()),
                4 => lines.insert(a, String::new()),
                5 => lines[a] = lines[a].replacen("  ", "\t", 1),
                _ => {
                    let cut = lines[b].char_indices().nth(7).map_or(0, |c| c.0);
                    let keep = lines[a].char_indices().nth(9).map_or(0, |c| c.0);
                    let rest = lines[b][cut..].to_owned();
                    lines[a].truncate(keep);
                    lines[a] += &rest;
                }
            }
        }
        lines.join("\n")
    })
}

/// The text as a block within an item of a Markdown list.
fn in_markdown(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let fence = if indent == 0 { String::new() } else { format!("-{}", &pad[1..]) };
    let body: String = text.split_inclusive('\n').map(|l| format!("{pad}{l}")).collect();
    format!("Words.\n\n{fence}```agon\n{body}\n{pad}```\n\n  Words.  \n\n```agon\nclaim   z: x\n```\n")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_for_any_text(text in any_text()) {
        for dialect in DIALECTS {
            laws(&text, dialect)?;
        }
    }

    #[test]
    fn the_laws_hold_for_any_outline(text in any_outline(), indent in 0usize..2) {
        laws(&text, Dialect::Agon)?;
        laws(&in_markdown(&text, indent * 2), Dialect::Markdown)?;
    }

    #[test]
    fn the_laws_hold_for_careless_debates(text in careless(), indent in 0usize..5) {
        let errors = |text: &str| read(text, Dialect::Agon).0.diagnostics.iter().filter(|d| d.code.level == Level::Error && d.code.name != "tab-indent").count();
        prop_assert_eq!(errors(&text), 0, "the strategy writes clean debates");
        laws(&text, Dialect::Agon)?;
        laws(&in_markdown(&text, if indent == 1 { 0 } else { indent }), Dialect::Markdown)?;
    }

    #[test]
    fn the_laws_hold_where_blocks_and_front_matter_begin(text in few_pieces(), start in prop::sample::select(vec!["---\n", "```agon\n", "- ```agon\n"])) {
        for dialect in DIALECTS {
            laws(&format!("{start}{text}"), dialect)?;
        }
    }

    #[test]
    fn the_laws_hold_for_a_debate_with_mistakes(text in mutated()) {
        laws(&text, Dialect::Agon)?;
    }
}

/// Checks each `FILE` of `tests/format/`: what stands above the line `=====` becomes what stands beneath it. `UPDATE=1` rewrites.
#[test]
fn pages_before_and_after() {
    let mut count = 0;
    let mut names: Vec<_> = fs::read_dir("tests/format").unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    for path in names {
        let page = fs::read_to_string(&path).unwrap();
        let dialect = if path.to_string_lossy().ends_with(".md") { Dialect::Markdown } else { Dialect::Agon };
        let (before, after) = page.split_once("=====\n").unwrap_or((&page, ""));
        let got = format(before, dialect);
        laws(before, dialect).unwrap();
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, format!("{before}=====\n{got}")).unwrap();
        } else {
            assert_eq!(got, after, "{}", path.display());
        }
        count += 1;
    }
    assert!(count >= 10);
}

#[test]
fn the_example_of_the_design_is_canonical() {
    let text = fs::read_to_string("tests/syntax/example.agon").unwrap();
    assert_eq!(format(&text, Dialect::Agon), text);
}

#[test]
fn the_debates_of_this_repository_are_canonical() {
    let mut folders = vec![std::path::PathBuf::from("arguments")];
    let mut count = 0;
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            let dialect = match path.extension().and_then(|e| e.to_str()) {
                Some("agon") => Dialect::Agon,
                Some("md") => Dialect::Markdown,
                _ if path.is_dir() => {
                    folders.push(path);
                    continue;
                }
                _ => continue,
            };
            let text = fs::read_to_string(&path).unwrap();
            assert_eq!(format(&text, dialect), text, "{}", path.display());
            laws(&text, dialect).unwrap();
            count += 1;
        }
    }
    assert!(count >= 7);
}

#[test]
fn a_new_line_end_opens_no_front_matter() {
    let text = "---\nfoo\n\n```agon\nx\r---\rclaim a:  b\n```\n";
    laws(text, Dialect::Markdown).unwrap();
    laws("\n---\ntitle: x\n---\n", Dialect::Agon).unwrap();
}

#[test]
fn a_block_that_is_never_closed_stays() {
    let text = "# x\n\n```agon \nclaim   a:  b\n";
    assert_eq!(format(text, Dialect::Markdown), text);
    let text = "- ```agon\n\n```agon\nclaim   a:  b\n```\n";
    assert_eq!(format(text, Dialect::Markdown), "- ```agon\n\n```agon\nclaim a: b\n```\n");
    laws("---\n- ```agon\n\r---", Dialect::Markdown).unwrap();
}

#[test]
fn line_ends_follow_the_first() {
    assert_eq!(format("claim a: x\r\nclaim b: y\n\n\n", Dialect::Agon), "claim a: x\r\nclaim b: y\r\n");
    assert_eq!(format("claim a: x\rclaim b: y", Dialect::Agon), "claim a: x\nclaim b: y\n");
    assert_eq!(format("\n \n", Dialect::Agon), "");
}

#[test]
fn long_lines_and_many_statements_are_laid_out() {
    let line = format!("claim  a: {}\n", "word ".repeat(1_000_000));
    assert!(format(&line, Dialect::Agon).starts_with("claim a: word"));
    let many = "claim c:  x\n    rebuttal: y\n".repeat(50_000);
    assert_eq!(format(&many, Dialect::Agon), "claim c: x\n  rebuttal: y\n".repeat(50_000));
    let deep: String = (0..5000).map(|i| format!("{}{}: x\n", " ".repeat(i), if i == 0 { "claim a" } else { "rebuttal" })).collect();
    assert_eq!(format(&deep, Dialect::Agon), deep);
    let comments = "claim a: x\n  // c\n".repeat(50_000);
    assert_eq!(format(&comments, Dialect::Agon), comments);
}
