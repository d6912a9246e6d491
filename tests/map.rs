//! Argument maps: what is drawn, that texts stay texts, and the maps that are known by heart in `tests/map/`.

use crate::{
    arguments::ROOTS,
    support::{Folder, Memory},
};
use agon::{
    diagram::{
        map::{BOX_COLUMNS, map},
        parts::{ArrowKind, End, Map, Node, Remark, Subject},
        plain::plain,
        sheets::sheets,
        words,
        wrap::{shorten, width, wrap, wrap_evenly},
    },
    model::{
        debate::{Debate, Target},
        load::{Files, Reader},
    },
    render::{
        dot, graphml, mermaid,
        svg::{self, Options},
    },
    report::run::{Report, run},
};
use proptest::prelude::*;
use std::{fmt::Write, fs, path::Path};

fn with_report<T>(reader: &dyn Reader, root: &str, then: impl FnOnce(&Report<'_>) -> T) -> T {
    let mut files = Files::default();
    let id = files.load(root, reader);
    then(&run(&files, id))
}

fn shipped<T>(root: &str, then: impl FnOnce(&Report<'_>) -> T) -> T {
    with_report(&Folder("arguments"), root, then)
}

fn small<T>(text: &str, then: impl FnOnce(&Report<'_>, Map) -> T) -> T {
    with_report(&Memory::new(&[("a.agon", text)]), "a.agon", |report| then(report, map(&report.debate, &report.analysis)))
}

fn short_name(root: &str) -> &str {
    root.split(['/', '.']).next().unwrap_or(root)
}

/// Texts that would be markup, commands or worse if any format read them as more than text.
pub(crate) const HOSTILE: &[&str] = &[
    r#"He said "yes" and 'no'"#,
    r#"]:::falls"] --> b1["x"#,
    "`code` ``more` and \"`markdown string`\"",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "click b1 href \"javascript:alert(1)\"",
    "%% comment %%{init: {\"theme\": \"dark\"}}%%",
    "end",
    "subgraph end graph default style linkStyle classDef",
    "style a: b#c; classDef x: #y; fill:#fff;",
    "a #quot; #35; &quot; &lt;b&gt; &#60; ﬂ°°60¶ß ﬂ°lt¶ß",
    "1. one",
    r"back\slash \N \G \l \n \\",
    "} digraph { a -> b; } // /* */ #",
    "tab\tand\u{b}control\u{7}\u{1b}[31mred",
    "turned \u{202e}around\u{202c} and \u{2066}isolated\u{2069}",
    "שלום עולם, مرحبا بالعالم",
    "👩‍👩‍👧‍👦 family 🏳️‍🌈 flag",
    "fa:fa-user $$x^2$$ @{ shape: circle } www.example.com me@example.com https://example.com",
    "one---two --> three -.-> four ==> five ~~~ six & seven | eight",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzendenstellvertreter",
    "漢字だけの長い文は空白なしで続きますがそれでも箱の中に収まらなければなりませんし折り返されなければなりません",
    "*emphasis* _and_ **strong** [link](javascript:alert(1)) ![image](data:text/html,x)",
    "---",
    "- - -",
    r"\*a\* \_b\_ \~\~c\~\~ \`d\` \[e\](f) \![g](h) \\* /* x */ y*",
    "> quoted",
    "| a | b |",
    "+ plus",
    "snake_case costs $100, www.example.com, me@example.com and https://example.com",
    "$$x$$",
];

/// A debate with a hostile text in each field that a map shows.
pub(crate) fn hostile() -> String {
    let mut text = String::from("---\ntitle: 'x\"] ]] --> <b>`%%`</b> #quot; end'\n---\n");
    for (index, hostile) in HOSTILE.iter().enumerate() {
        let _ = write!(text, "party p{index}: {hostile}\n\n# {hostile}\n\nquestion q{index} by p{index}: {hostile}\n");
        let _ = write!(text, "claim c{index} by p{index} on q{index}:\n  {hostile}\n  rebuttal r{index} by p{index}:\n    {hostile}\n");
        let _ = write!(text, "    undercut u{index} by p{index}: {hostile}\n\n");
    }
    text
}

/// Writes the maps of all shipped debates and of a hostile one, with what they are meant to say, for `tests/mermaid/run`.
#[test]
fn map_files() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("maps");
    fs::create_dir_all(&folder).expect("target/tmp can be written");
    let write = |name: &str, report: &Report<'_>| {
        let map = map(&report.debate, &report.analysis);
        let groups: Vec<&str> = map.groups.iter().map(|g| g.title.as_str()).collect();
        let arrows: Vec<String> = map.arrows.iter().map(words::arrow).collect();
        let boxes: Vec<Vec<String>> = map.boxes.iter().map(mermaid::lines).collect();
        let meant = serde_json::json!({ "boxes": boxes, "joints": map.joints.len(), "arrows": arrows, "groups": groups });
        for (ending, text) in [("mmd", mermaid::draw(&map)), ("dot", dot::draw(&map)), ("json", meant.to_string())] {
            fs::write(folder.join(format!("{name}.{ending}")), text).expect("target/tmp can be written");
        }
    };
    for root in ROOTS {
        shipped(root, |report| write(short_name(root), report));
    }
    small(&hostile(), |report, _| write("hostile", report));
    small("", |report, _| write("empty", report));
}

#[test]
fn maps_are_the_known_ones() {
    for root in ["picnic.agon", "carlill.agon", "security-guarantees/debate.agon"] {
        shipped(root, |report| {
            let map = map(&report.debate, &report.analysis);
            known(&format!("{}.mmd", short_name(root)), &mermaid::draw(&map));
            known(&format!("{}.dot", short_name(root)), &dot::draw(&map));
            known(&format!("{}.graphml", short_name(root)), &graphml::draw(&map));
            known(&format!("{}.svg", short_name(root)), &svg::draw(&sheets(&map), &Options::default()).svg);
            assert_eq!(mermaid::draw(&map), mermaid::draw(&map));
        });
    }
}

/// The picture that the README shows, drawn as `agon map --format svg` draws it.
#[test]
fn the_map_in_the_readme_is_the_one_that_is_drawn() {
    shipped("continental-drift.agon", |report| {
        let map = map(&report.debate, &report.analysis);
        known("../../arguments/continental-drift.svg", &svg::draw(&sheets(&map), &Options::default()).svg);
    });
    assert!(fs::read_to_string("README.md").is_ok_and(|text| text.contains("arguments/continental-drift.svg")));
}

#[track_caller]
fn known(name: &str, found: &str) {
    let path = format!("{}/tests/map/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, found).expect("goldens can be written");
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    assert!(known == found, "{name} differs; look at it, and write it anew with UPDATE=1");
}

/// The laws of a map: every claim has a box, every step its arrows, and joints stand only where lines meet.
fn check_laws(debate: &Debate, map: &Map) {
    assert_eq!(map.boxes.len(), debate.questions.len() + debate.claims.len());
    let claims: Vec<u32> = map.boxes.iter().filter_map(|b| if let Subject::Claim(c, _) = b.subject { Some(c.0) } else { None }).collect();
    assert_eq!(claims, (0..debate.claims.len() as u32).collect::<Vec<_>>());
    let steps = [ArrowKind::Support, ArrowKind::StrictSupport, ArrowKind::Rebuttal, ArrowKind::Undercut];
    let drawn = map.arrows.iter().filter(|a| !a.is_leg && steps.contains(&a.kind)).count();
    assert_eq!(drawn, debate.steps.iter().map(|s| s.targets.len()).sum::<usize>(), "an arrow for each target of each step");
    let undercut = |id: u32| debate.steps.iter().any(|s| s.targets.contains(&Target::Step(agon::model::ids::StepId(id))));
    let jointed = debate.steps.iter().zip(0..).filter(|(s, id)| s.premises.len() > 1 || undercut(*id)).count();
    let wide = debate.contradictions.iter().filter(|c| c.claims.len() > 2).count();
    assert_eq!(map.joints.len(), jointed + wide, "a joint only where it is needed");
    for (index, joint) in map.joints.iter().enumerate() {
        let end = End::Joint(index as u32);
        assert_eq!(map.arrows.iter().filter(|a| a.is_leg && a.to == end).count(), joint.legs as usize);
        let met = map.arrows.iter().filter(|a| !a.is_leg && (a.to == end || a.from == end)).count();
        assert!(joint.legs > 1 && met > 0 || met > 1 || joint.kind == ArrowKind::Contradiction, "{joint:?}");
    }
    for arrow in &map.arrows {
        for end in [arrow.from, arrow.to] {
            match end {
                End::Box(index) => assert!((index as usize) < map.boxes.len()),
                End::Joint(index) => assert!((index as usize) < map.joints.len()),
            }
        }
        if arrow.kind == ArrowKind::Undercut && !arrow.is_leg {
            assert!(matches!(arrow.to, End::Joint(_)), "an undercut ends on a step");
        }
    }
    for (index, group) in map.groups.iter().enumerate() {
        assert!(group.parent.is_none_or(|p| (p as usize) < index), "a group comes after the one it lies in");
    }
}

#[test]
fn the_laws_of_maps_hold_for_the_shipped_debates() {
    for root in ROOTS {
        shipped(root, |report| check_laws(&report.debate, &map(&report.debate, &report.analysis)));
    }
    small(&hostile(), |report, map| check_laws(&report.debate, &map));
}

fn find<'m>(map: &'m Map, name: &str) -> (End, &'m Node) {
    let index = map.boxes.iter().position(|b| b.name == name).unwrap_or_else(|| panic!("no box {name}"));
    (End::Box(index as u32), &map.boxes[index])
}

#[test]
fn a_step_of_one_premise_is_one_arrow_until_something_undercuts_it() {
    small("claim a: A.\n  support s: B.\n", |_, map| {
        assert_eq!((map.joints.len(), map.arrows.len()), (0, 1));
        assert_eq!((map.arrows[0].from, map.arrows[0].to), (find(&map, "s").0, find(&map, "a").0));
    });
    small("claim a: A.\n  support s: B.\n    undercut u: C.\n      undercut v: D.\n", |report, map| {
        check_laws(&report.debate, &map);
        let words: Vec<String> = map.arrows.iter().map(words::arrow).collect();
        assert_eq!(words, ["", "supports", "", "undercuts (fails)", "undercuts"]);
        assert_eq!(map.joints.len(), 2, "one on the support, one on the undercut that is undercut");
    });
}

#[test]
fn an_outweighed_rebuttal_and_a_default_say_so() {
    let text =
        "question q: Q?\n  default: a\nclaim a on q: A.\n  support s: B.\n  rebuttal r: C.\nclaim d on q: D.\nprefer s over r: Why.\n";
    small(text, |_, map| {
        let arrow = map.arrows.iter().find(|a| a.kind == ArrowKind::Rebuttal).expect("the rebuttal");
        assert_eq!((arrow.remark, words::arrow(arrow)), (Some(Remark::Outweighed), "rebuts (outweighed)".to_owned()));
        let answers: Vec<String> = map.arrows.iter().filter(|a| a.kind == ArrowKind::Answer).map(words::arrow).collect();
        assert_eq!(answers, ["answers (by default)", "answers"]);
    });
}

#[test]
fn a_support_that_holds_is_not_said_to_fail_where_its_claim_is_denied() {
    let words = |text: &str| {
        small(text, |_, map| {
            let supports = map.arrows.iter().filter(|a| a.kind == ArrowKind::Support && !a.is_leg);
            supports.map(words::arrow).collect::<Vec<String>>()
        })
    };
    let denied = |inner: &str| format!("claim a: A.\n  support s: B.\n{inner}  rebuttal r: R.\n");
    assert_eq!(words(&denied("")), ["supports (its claim is denied)"]);
    assert_eq!(words(&denied("    undercut u: U.\n")), ["supports (fails)"]);
    assert_eq!(words(&denied("    undercut u: U.\n      rebuttal v: V.\n")), ["supports (its claim is denied)"]);
    assert_eq!(words(&denied("    rebuttal v: V.\n")), ["supports (fails)"], "its premise falls");
    assert_eq!(words(&(denied("") + "claim b: Not R.\ncontradiction r, b\n")), ["supports (open)"], "the denial is open");
    let joined = "claim a: A.\n  support:\n    premise b: B.\n    premise c: C.\n  rebuttal r: R.\n";
    assert_eq!(words(joined), ["supports (its claim is denied)"]);
}

#[test]
fn a_line_says_for_which_end_a_preference_decides() {
    let decided = |text: &str| {
        small(text, |_, map| {
            let winners = map.arrows.iter().filter_map(|a| {
                let End::Box(index) = (if a.decided()? { a.to } else { a.from }) else { return None };
                Some(map.boxes[index as usize].name.clone())
            });
            winners.collect::<Vec<String>>()
        })
    };
    let two = "claim a: A.\nclaim b: B.\ncontradiction a, b\n";
    assert!(decided(two).is_empty());
    assert_eq!(decided(&format!("{two}prefer a over b: Why.\n")), ["a"]);
    assert_eq!(decided(&format!("{two}prefer b over a: Why.\n")), ["b"]);
    let by_support = "claim a: A.\n  support s: S.\nclaim b: B.\n  support t: T.\ncontradiction a, b\nprefer t over s: Why.\n";
    assert_eq!(decided(by_support), ["b"]);
    assert_eq!(decided("claim a: A.\n  support s: S.\n  rebuttal r: R.\nprefer s over r: Why.\n"), ["a"]);
    let three = "claim a: A.\nclaim b: B.\nclaim c: C.\ncontradiction a, b, c\n";
    assert!(decided(&format!("{three}prefer a over b: Why.\n")).is_empty(), "c is not ranked");
    assert_eq!(decided(&format!("{three}prefer a over b: Why.\nprefer a over c: Why.\n")), ["a"]);
    let falls_anyway = format!("{two}prefer a over b: Why.\nrebuttal against a: Not A.\n");
    assert!(decided(&falls_anyway).is_empty(), "the stronger does not stand");
}

#[test]
fn three_claims_that_contradict_each_other_meet_in_one_joint() {
    small("claim a: A.\nclaim b: B.\nclaim c: C.\ncontradiction a, b, c\n", |report, map| {
        check_laws(&report.debate, &map);
        assert_eq!((map.joints.len(), map.arrows.len(), map.joints[0].legs), (1, 3, 3));
    });
}

#[test]
fn headings_nest_empty_ones_are_left_out_and_a_file_without_any_is_a_group() {
    let files = [
        ("a.agon", "use \"b.agon\" as other\n# One\n## Two\nclaim a: A.\n# Empty\n## Empty too\n# Last\nclaim b: B.\n"),
        ("b.agon", "claim c: C.\n# Three\nclaim d: D.\n"),
    ];
    with_report(&Memory::new(&files), "a.agon", |report| {
        let map = map(&report.debate, &report.analysis);
        let path = |name: &str| {
            let mut at = find(&map, name).1.group;
            let mut path = Vec::new();
            while let Some(group) = at.and_then(|g| map.groups.get(g as usize)) {
                path.insert(0, group.title.as_str());
                at = group.parent;
            }
            path
        };
        assert_eq!(path("a"), ["One", "Two"]);
        assert_eq!(path("b"), ["Last"]);
        assert_eq!(path("other.c"), ["other"]);
        assert_eq!(path("other.d"), ["Three"]);
        assert_eq!(map.groups.len(), 5);
    });
}

#[test]
fn markdown_is_read_and_what_has_no_shape_is_dropped() {
    let cases = [
        ("plain words", "plain words"),
        ("*a* **b** `c*` [d](e) ![f](g)", "a b c* d f"),
        ("three parts:\n  - one,\n  - two", "three parts: one, two"),
        ("three parts:\n- one\n- two, and\n- three\n\nThat is all.", "three parts: one; two, and three. That is all."),
        ("1. One is first.\n2. two\n3. three", "1. One is first. 2. two; 3. three"),
        ("1848. The year", "1848. The year"),
        ("---", "---"),
        ("<b>x</b> &amp; y", "<b>x</b> & y"),
        ("a\u{202e}b\u{7} \u{feff} c\u{2028}d", "ab c d"),
    ];
    for (markdown, words) in cases {
        assert_eq!(plain(markdown), words);
    }
}

#[test]
fn a_mark_that_stands_alone_keeps_its_place() {
    assert_eq!(wrap("\u{301} e👩👩 e", 4), ["\u{301} e👩", "👩 e"]);
}

#[test]
fn lines_are_broken_as_the_script_wants_it() {
    // Beside any character of Chinese and Japanese, but no line begins with what closes or belongs to the one before, or ends with what opens.
    assert_eq!(wrap("安全性が確認、人間", 12), ["安全性が確", "認、人間"]);
    assert_eq!(wrap("彼は「そうだ」と", 7), ["彼は", "「そう", "だ」と"]);
    assert_eq!(wrap("データがあった", 8), ["データが", "あった"]);
    assert_eq!(wrap("統計 ABC社が", 9), ["統計 ABC", "社が"]);
    // What cannot be parted well is parted all the same.
    assert_eq!(wrap(&"）".repeat(7), 6), ["）））", "）））", "）"]);
    assert_eq!(wrap("why?????????", 6), ["wh", "y?????", "????"]);
    // Between words only.
    assert_eq!(wrap("띄어쓰기가 있으므로", 12), ["띄어쓰기가", "있으므로"]);
    assert_eq!(wrap("in the law, (too)", 11), ["in the law,", "(too)"]);
    assert_eq!(wrap("गाड़ी नहीं", 6), ["गाड़ी", "नहीं"]);
}

proptest! {
    #[test]
    fn any_text_is_cut_and_wrapped_within_its_limit_and_loses_nothing(text in "\\PC{0,80}|[a-z ]{0,80}|[👩\u{200d}e\u{301} ]{0,20}|[字ー、「」aก็เ한 ]{0,40}", limit in 4usize..50) {
        let line = plain(&text);
        prop_assert!(!line.contains(['\n', '\u{202e}', '\u{0}']), "{line:?}");
        prop_assert!(width(&shorten(&line, limit)) <= limit);
        for lines in [wrap(&line, limit), wrap_evenly(&line, limit)] {
            prop_assert!(lines.iter().all(|l| width(l) <= limit));
            let without_blanks = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(without_blanks(&lines.join(" ")), without_blanks(&line));
        }
        prop_assert_eq!(wrap_evenly(&line, limit).len(), wrap(&line, limit).len());
    }
}

#[test]
fn hostile_texts_stay_inside_their_labels() {
    small(&hostile(), |_, map| {
        assert!(map.boxes.len() >= 4 * HOSTILE.len() - 8, "{} boxes", map.boxes.len());
        for node in &map.boxes {
            assert!(width(&node.text.short) <= BOX_COLUMNS);
        }
        let drawn = mermaid::draw(&map);
        for line in drawn.lines().skip(1) {
            let quotes: Vec<&str> = line.split('"').collect();
            assert!(matches!(quotes.len(), 1 | 3), "{line}");
            let label = quotes.get(1).copied().unwrap_or("").replace("<br/>", "");
            assert!(!label.contains(['<', '>', '`', '*', '_', '[', ']', '{', '}', '(', ')', '%', '&', '\\', ':', '$', '@', '|']), "{line}");
            assert!(label.split('#').skip(1).all(|e| e.split_once(';').is_some_and(|(n, _)| n.parse::<u32>().is_ok())), "{line}");
        }
        let drawn = dot::draw(&map);
        for line in drawn.lines() {
            let bare = line.replace("\\\\", "").replace("\\\"", "");
            assert_eq!(bare.matches('"').count() % 2, 0, "{line}");
            let outside: String = bare.split('"').step_by(2).collect();
            assert!(!outside.contains("script") && !outside.contains("alert") && outside.is_ascii(), "{line}");
        }
    });
}

/// A debate of about `size` statements in sections, with supports, rebuttals and undercuts.
pub(crate) fn large(size: usize) -> String {
    let mut text = String::from("party p: Somebody\nclaim s0: The first.\n");
    for index in 1..size {
        if index % 100 == 0 {
            let _ = write!(text, "\n# Section {index}\n");
        }
        let target = index * 7919 % index.max(1) / 2 + index / 3;
        let _ = match index % 5 {
            0 => writeln!(text, "rebuttal s{index} by p against s{target}: Not so number {index}."),
            1 => write!(text, "support a{index} for s{target}:\n  premise s{index}: One *reason* {index}.\n  premise t{index}: Two.\n"),
            2 => write!(text, "support s{index} for s{target}: A reason {index}.\n  undercut u{index}: It does not follow {index}.\n"),
            _ => writeln!(text, "support s{index} by p for s{target}: Because of {index}."),
        };
    }
    text
}

// Not timed, since machines are busy: at this size a quadratic step would be felt, and a text that grows with the square is found.
#[test]
fn a_map_grows_with_its_debate() {
    let mut bytes = Vec::new();
    for size in [1_000, 10_000] {
        small(&large(size), |_, map| {
            assert!(map.boxes.len() > size && map.joints.len() > size / 4);
            bytes.push(mermaid::draw(&map).len() + dot::draw(&map).len());
        });
    }
    assert!(bytes[1] < 12 * bytes[0], "{bytes:?}");
}

#[test]
fn several_standing_answers_are_an_answer_where_the_question_takes_several() {
    let of = |answers: &str, more: &str| {
        small(&format!("question q: Which?\n{answers}claim x on q: It is x.\nclaim y on q: It is y.\n{more}"), |_, map| {
            let marks =
                [svg::draw(std::slice::from_ref(&map), &Options::default()).svg, mermaid::draw(&map), dot::draw(&map), graphml::draw(&map)];
            (words::status(map.boxes[0].status), marks)
        })
    };
    let (any, one) = ("  answers: any\n", "  answers: one\n");
    for (answers, more, told) in [
        (any, "", "✓ answers stand together"),
        ("", "", "✓ answers stand together"),
        (one, "", "? more than one answer stands"),
        (any, "  rebuttal: No.\n", "✓ answered"),
        (any, "contradiction x, y\n", "? unanswered"),
    ] {
        let (status, pictures) = of(answers, more);
        assert_eq!(status, told, "{answers}{more}");
        let word = told.split_once(' ').unwrap().1;
        pictures.iter().for_each(|picture| assert!(picture.contains(word), "{picture}"));
    }
}

#[test]
fn a_box_names_those_who_still_say_what_it_says() {
    let by = |more: &str| {
        let text = format!("party a: Ann\nparty b: Bob\nclaim x by a, b: X.\n  date: 2025-01-01\n{more}");
        small(&text, |_, map| map.boxes[0].speakers.join(", "))
    };
    assert_eq!(by(""), "Ann, Bob");
    assert_eq!(by("retract x by a\n  date: 2025-02-01\n"), "Bob");
    assert_eq!(by("deny x by a\n  date: 2025-02-01\n"), "Bob");
    assert_eq!(by("retract x by a, b\n  date: 2025-02-01\n"), "");
    assert_eq!(by("retract x by a\n  date: 2025-02-01\naccept x by a\n  date: 2025-03-01\n"), "Ann, Bob");
    assert_eq!(by("deny x by a\n  date: 2024-02-01\n"), "Ann, Bob");
}
