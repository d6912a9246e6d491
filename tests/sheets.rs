//! Large maps as an overview with sheets: nothing is lost where a map is parted, and what the overview says is true.

use crate::{
    arguments::ROOTS,
    map::{hostile, large},
    support::{Folder, Memory},
};
use agon::{
    analysis::evaluate::Force,
    diagram::{
        layout::layout,
        map::map,
        overview::{MOST, Places, overview},
        parts::{Elsewhere, End, Map, Node},
        sheets::{apart, sheets},
        words,
    },
    model::load::{Files, Reader},
    render::svg::{Options, draw},
    report::run::run,
};
use roxmltree::Document;
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

fn map_of(reader: &dyn Reader, root: &str) -> Map {
    let mut files = Files::default();
    let id = files.load(root, reader);
    let report = run(&files, id);
    map(&report.debate, &report.analysis)
}

fn small(text: &str) -> Map {
    map_of(&Memory::new(&[("a.agon", text)]), "a.agon")
}

/// Three sections of 50 claims, with steps, undercuts and contradictions from each to the others.
fn crossed() -> String {
    let mut text = String::new();
    for name in ["a", "b", "c"] {
        let _ = writeln!(text, "# Section {name}");
        text.extend((0..50).map(|n| format!("claim {name}{n}: {name} {n} is so.\n")));
    }
    for n in 0..50 {
        let _ = writeln!(text, "rebuttal b{n} against a{n}\nrebuttal c{n} against a{n}");
        if n % 5 == 0 {
            let _ = writeln!(text, "support s{n} for a{}:\n  premise b{n}\n  premise c{n}\nundercut a{} against s{n}", n + 1, n + 2);
            let _ = writeln!(text, "undercut d{n} against s{n}:\n  premise b{}\n  premise c{}", n + 1, n + 2);
        }
    }
    text + "contradiction a1, b1, c1\ncontradiction a2, c2\n"
}

/// A claim with 240 reasons from twelve sections, of which the first goes onto its sheet.
fn hub() -> String {
    let mut text = String::from("# Hub\nclaim a: A.\n");
    for section in 0..12 {
        let _ = writeln!(text, "# Section {section}");
        text.extend((0..20).map(|n| format!("claim c{section}-{n}: C {section} {n}.\nsupport c{section}-{n} for a\n")));
    }
    text
}

fn star(reasons: usize) -> String {
    "claim a: A.\n".to_owned() + &(0..reasons).map(|n| format!("  support s{n}: S{n}.\n")).collect::<String>()
}

fn maps() -> Vec<Map> {
    let chain = "claim c0: C0.\n".to_owned() + &(1..200).map(|n| format!("support c{n} for c{}: C{n}.\n", n - 1)).collect::<String>();
    let circle: String = (0..100).map(|n| format!("claim c{n}: C{n}.\n  support s{n}:\n    premise c{}\n", (n + 1) % 100)).collect();
    let flat: String = (0..200).map(|n| format!("claim c{n}: C{n}.\n  support s{n}: S{n}.\n")).collect();
    let made = [crossed(), hub(), star(300), chain, circle, flat, large(500), large(1_500), hostile()];
    let shipped = ROOTS.iter().map(|root| map_of(&Folder("arguments"), root));
    made.iter().map(|text| small(text)).chain(shipped).collect()
}

/// The sheets of a map without the overview.
fn parts(sheets: &[Map]) -> &[Map] {
    if sheets.len() == 1 { sheets } else { &sheets[1..] }
}

fn whole(sheet: &Map) -> impl Iterator<Item = &Node> {
    sheet.boxes.iter().filter(|b| b.elsewhere.is_none())
}

#[test]
fn every_statement_and_joint_is_on_one_sheet_and_every_sheet_can_be_taken_in() {
    for (map, most) in maps().into_iter().flat_map(|map| [(map.clone(), MOST), (map, MOST / 4)]) {
        let sheets = apart(&map, most);
        let mut names: Vec<&str> = parts(&sheets).iter().flat_map(whole).map(|b| b.name.as_str()).collect();
        let mut all: Vec<&str> = map.boxes.iter().map(|b| b.name.as_str()).collect();
        names.sort_unstable();
        all.sort_unstable();
        assert_eq!(names, all);
        assert_eq!(parts(&sheets).iter().map(|s| s.joints.len()).sum::<usize>(), map.joints.len());
        for sheet in &sheets {
            assert!(sheet == &sheets[0] || whole(sheet).count() <= most + 3, "{:?} has {} statements", sheet.title, whole(sheet).count());
            assert!(sheet.boxes.len() <= 2 * MOST, "{:?} has {} boxes", sheet.title, sheet.boxes.len());
        }
    }
}

/// The sheets on which a small box says that what it stands for is found.
fn leads(node: &Node) -> BTreeSet<u32> {
    let others = if let Some(Elsewhere::Several(others)) = &node.elsewhere { others.as_slice() } else { &[] };
    others.iter().copied().chain(node.sheet).collect()
}

#[test]
fn a_link_is_drawn_once_or_leads_on_two_sheets_to_the_other() {
    for (map, most) in maps().into_iter().flat_map(|map| [(map.clone(), MOST), (map, MOST / 4)]) {
        let sheets = apart(&map, most);
        let place: BTreeMap<&str, u32> =
            (2..).zip(parts(&sheets)).flat_map(|(n, sheet)| whole(sheet).map(move |b| (b.name.as_str(), n))).collect();
        for arrow in &map.arrows {
            let (End::Box(from), End::Box(to)) = (arrow.from, arrow.to) else { continue };
            let (from, to) = (&map.boxes[from as usize].name, &map.boxes[to as usize].name);
            let (start, end) = (place[from.as_str()], place[to.as_str()]);
            let found = |number: u32, here: &str, other: &str, is_out: bool| {
                let sheet = &parts(&sheets)[number as usize - 2];
                let node = |end: End| if let End::Box(at) = end { Some(&sheet.boxes[at as usize]) } else { None };
                let leads_there = |node: &Node, sheet: u32| match node.elsewhere {
                    None => node.name == other && sheet == number,
                    Some(_) => sheet != number && leads(node).contains(&sheet),
                };
                let is_it = |near: Option<&Node>, far: Option<&Node>, sheet: u32| {
                    near.is_some_and(|n| n.elsewhere.is_none() && n.name == here) && far.is_some_and(|n| leads_there(n, sheet))
                };
                let same = sheet.arrows.iter().filter(|a| a.kind == arrow.kind && a.force == arrow.force && a.remark == arrow.remark);
                same.filter(|a| if is_out { is_it(node(a.from), node(a.to), end) } else { is_it(node(a.to), node(a.from), start) }).count()
            };
            if start == end {
                assert_eq!(found(start, from, to, true), 1, "{from} to {to} on sheet {start}");
            } else {
                assert!(found(start, from, to, true) > 0, "{from} says where it leads, to {to} on sheet {end}");
                assert!(found(end, to, from, false) > 0, "{to} says what leads to it, {from} on sheet {start}");
            }
        }
    }
}

/// How many links of a sheet end at a small box, as it says itself where it stands for many.
fn links(sheet: &Map, at: u32) -> usize {
    let arrows = sheet.arrows.iter().filter(|a| a.from == End::Box(at) || a.to == End::Box(at)).count();
    match &sheet.boxes[at as usize] {
        Node { elsewhere: Some(Elsewhere::Several(_)), text, .. } if text.whole == text.short => {
            text.short.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(arrows)
        }
        _ => arrows,
    }
}

#[test]
fn the_links_of_all_sheets_are_those_of_the_map() {
    for map in maps() {
        let sheets = apart(&map, MOST);
        let (mut drawn, mut ends) = (0, 0);
        for (number, sheet) in (2..).zip(parts(&sheets)) {
            let is_small = |end: End| matches!(end, End::Box(at) if sheet.boxes[at as usize].elsewhere.is_some());
            drawn += sheet.arrows.iter().filter(|a| !is_small(a.from) && !is_small(a.to)).count();
            for (at, node) in (0..).zip(&sheet.boxes).filter(|(_, b)| b.elsewhere.is_some()) {
                ends += links(sheet, at);
                let leads = leads(node);
                assert!(
                    !leads.is_empty()
                        && !leads.contains(&number)
                        && leads.iter().all(|to| (2..2 + parts(&sheets).len() as u32).contains(to))
                );
                if let (Some(Elsewhere::Box), Some(to)) = (&node.elsewhere, node.sheet) {
                    let there = whole(&parts(&sheets)[to as usize - 2]).find(|b| b.name == node.name);
                    assert_eq!(there.map(|b| b.status), Some(node.status), "{} on sheet {to}", node.name);
                }
            }
        }
        assert_eq!(2 * drawn + ends, 2 * map.arrows.len(), "{drawn} links are drawn, and {ends} ends are told");
    }
}

#[test]
fn every_sheet_and_every_small_box_has_a_link_that_leads_somewhere() {
    for map in maps() {
        let sheets = apart(&map, MOST);
        let text = draw(&sheets, &Options::default()).svg;
        let document = Document::parse(&text).unwrap();
        let ids: Vec<String> = document.descendants().filter_map(|n| n.attribute("id")).map(|id| format!("#{id}")).collect();
        let known: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
        assert_eq!(known.len(), ids.len(), "ids are unique");
        let links: BTreeSet<&str> = document.descendants().filter_map(|n| n.attribute("href")).collect();
        assert!(links.is_subset(&known), "{:?}", links.difference(&known).next());
        for number in 2..=sheets.len() {
            assert!(links.contains(&*format!("#map-sheet-{number}")), "sheet {number} of {}", sheets.len());
        }
        let small =
            document.descendants().filter(|n| n.attribute("class").is_some_and(|c| c.starts_with("away")) && n.has_attribute("href"));
        assert_eq!(small.count(), parts(&sheets).iter().flat_map(|s| &s.boxes).filter(|b| b.elsewhere.is_some()).count());
    }
}

#[test]
fn what_is_attacked_from_another_section_is_drawn_with_its_attacker() {
    let attack = |n: usize| {
        let claims = |name: &str| (0..n).map(|i| format!("claim {name}{i}: {name} {i} is so.\n")).collect::<String>();
        format!("# A\n{}# C\n{}", claims("a"), claims("c")) + &(0..n).map(|i| format!("rebuttal c{i} against a{i}\n")).collect::<String>()
    };
    // However large the sections are: 20 are one map, 45 and 46 are two sheets, 100 are cut once more.
    for n in [20, 31, 45, 46, 60, 61, 100] {
        let sheets = sheets(&small(&attack(n)));
        let mut denied = 0;
        for sheet in parts(&sheets) {
            for (at, _) in (0..).zip(&sheet.boxes).filter(|(_, b)| b.elsewhere.is_none() && b.name.starts_with('a')) {
                denied += sheet.arrows.iter().filter(|a| a.to == End::Box(at)).count();
            }
        }
        assert_eq!(denied, n, "of {n} objections");
    }
}

#[test]
fn many_alike_become_one_small_box_that_counts_them() {
    let sheets = sheets(&small(&star(150)));
    let told = |sheet: &Map| {
        let small = sheet.boxes.iter().filter(|b| b.elsewhere.is_some());
        small.map(|b| format!("{} {}", b.text.short, words::sheet(b).unwrap())).collect::<Vec<_>>()
    };
    let all: Vec<Vec<String>> = sheets[1..].iter().map(told).collect();
    assert_eq!(all, [vec!["60 reasons On sheet 3", "31 reasons On sheet 4"], vec!["A. On sheet 2"], vec!["A. On sheet 2"]]);
    let hub = apart(&small(&hub()), MOST);
    assert_eq!(told(&hub[1]).len(), 1, "{:?}", told(&hub[1]));
    assert!(told(&hub[1])[0].starts_with("220 reasons On sheets 3–"), "{:?}", told(&hub[1]));
}

#[test]
fn premises_on_two_sheets_meet_where_their_conclusion_is() {
    let map = small(&crossed());
    let sheets = apart(&map, MOST);
    let sheet = parts(&sheets).iter().find(|s| whole(s).any(|b| b.name == "a1")).unwrap();
    let target = sheet.boxes.iter().position(|b| b.name == "a1").unwrap() as u32;
    let into = sheet.arrows.iter().filter(|a| a.to == End::Box(target));
    let joint =
        into.filter_map(|a| if let End::Joint(joint) = a.from { Some(joint) } else { None }).next().expect("the support has two premises");
    let legs: Vec<&Node> = sheet
        .arrows
        .iter()
        .filter(|a| a.is_leg && a.to == End::Joint(joint))
        .filter_map(|a| if let End::Box(at) = a.from { sheet.boxes.get(at as usize) } else { None })
        .collect();
    let names: Vec<&str> = legs.iter().map(|b| b.name.as_str()).collect();
    assert_eq!(names, ["b0", "c0"]);
    assert!(legs.iter().all(|b| b.elsewhere == Some(Elsewhere::Box)));
}

/// What the small boxes say on the sheet of a statement that are linked with it, directly or through a joint.
fn at(sheets: &[Map], name: &str) -> Vec<String> {
    let is_it = |b: &Node| b.elsewhere.is_none() && b.name == name;
    let sheet = parts(sheets).iter().find(|s| s.boxes.iter().any(is_it)).unwrap();
    let here = End::Box(sheet.boxes.iter().position(is_it).unwrap() as u32);
    let near = |end: End| -> Vec<End> {
        let at_end = sheet.arrows.iter().filter(move |a| a.from == end || a.to == end);
        at_end.map(move |a| if a.from == end { a.to } else { a.from }).collect()
    };
    let through = near(here).into_iter().flat_map(|end| if let End::Joint(_) = end { near(end) } else { vec![end] });
    let found: BTreeSet<u32> = through.filter_map(|end| if let End::Box(at) = end { Some(at) } else { None }).collect();
    let told = found.into_iter().map(|at| &sheet.boxes[at as usize]).filter(|b| b.elsewhere.is_some());
    told.map(|b| format!("{}: {} {}", words::heading(b), b.text.short, words::sheet(b).unwrap())).collect()
}

#[test]
fn a_small_box_says_what_is_at_the_other_end_whatever_the_link() {
    let fill = |name: &str| format!("# {name}\n") + &(0..30).map(|n| format!("claim {name}{n}: {name} {n} is so.\n")).collect::<String>();
    let with = |links: &str| apart(&small(&(fill("a") + &fill("b") + &fill("c") + links)), MOST);
    let joined = with("support s for a0:\n  premise b0\n  premise b1\nrebuttal b2 against b1\n");
    assert_eq!(
        at(&joined, "a0"),
        ["✗ falls: denied: b 1 is so. (and 1 more) On sheet 3"],
        "of two premises that on which the step depends"
    );
    assert_eq!(at(&joined, "b0"), ["✗ falls: unfounded: a 0 is so. On sheet 2"]);
    let apart = with("support s for a0:\n  premise b0\n  premise c0\n");
    assert_eq!(at(&apart, "a0"), ["✓ stands: b 0 is so. On sheet 3", "✓ stands: c 0 is so. On sheet 4"]);
    assert_eq!(at(&apart, "b0"), ["✓ stands: a 0 is so. On sheet 2"]);
    let undercut = with("support s for b1:\n  premise b0\nundercut c0 against s\n");
    assert_eq!(at(&undercut, "c0"), ["✓ stands: b 0 is so. On sheet 3"]);
    let rivals = with("contradiction a0, b0, c0\n");
    assert_eq!(at(&rivals, "b0"), ["? open: a 0 is so. (and 1 more) On sheet 2"]);
    assert_eq!(at(&rivals, "a0"), ["? open: b 0 is so. On sheet 3", "? open: c 0 is so. On sheet 4"]);
    let twice = with("support b0 for a0\nsupport b0 for a1\nrebuttal a2 against b0\n");
    assert_eq!(at(&twice, "a0"), at(&twice, "a2"), "what is linked with several is one box");
    let many = with("support b0 for a0\nsupport b1 for a0\nsupport b2 for a0\nrebuttal c3 against a0\nrebuttal c4 against a0\n");
    assert_eq!(at(&many, "a0"), ["✓ stands: 3 reasons On sheet 3", "✓ stands: c 3 is so. On sheet 4", "✓ stands: c 4 is so. On sheet 4"]);
}

#[test]
fn a_step_of_very_many_premises_is_parted_in_little_time() {
    // Not timed: a quadratic step would be felt.
    let n = 20_000;
    let claims = |name: &str| (0..n).map(|i| format!("claim {name}{i}: C.\n")).collect::<String>();
    let premises = |name: &str| (0..n).map(|i| format!("  premise {name}{i}\n")).collect::<String>();
    let text =
        format!("{}{}claim z: Z.\nsupport s for z:\n{}undercut u against s:\n{}", claims("a"), claims("b"), premises("a"), premises("b"));
    let map = small(&text);
    let sheets = apart(&map, MOST);
    let most = parts(&sheets).iter().map(|s| s.boxes.len()).max();
    assert!(most < Some(3 * MOST), "{most:?}");
}

fn beneath(map: &Map, name: &str) -> String {
    words::beneath(map.boxes.iter().find(|b| b.name == name).expect("it is on the overview")).unwrap()
}

#[test]
fn an_overview_counts_what_speaks_for_and_against_and_not_the_rival_s_reasons() {
    let rival = "question q: Q?\n  claim a: A.\n  claim b: B.\ncontradiction a, b\n".to_owned()
        + &(0..70).map(|n| format!("support s{n} for a: S{n}.\n")).collect::<String>();
    let shown = &sheets(&small(&rival))[0];
    assert_eq!(beneath(shown, "a"), "For it: 70 stand.");
    assert_eq!(beneath(shown, "b"), "Nothing beneath it.");
    assert_eq!(beneath(shown, "q"), "Beneath it: 70 stand, 2 open.");
    let text = "claim a: A.\n  support s: S.\n    rebuttal r: R.\n      rebuttal t: T.\n  rebuttal x: X.\n    support y: Y.\n  limit l: L.\n\
                claim b: B.\n  support:\n    premise c: C.\n    premise d: D.\n    undercut u: U.\n      rebuttal v: V.\n";
    let shown = overview(&small(text), &Places::default());
    assert_eq!(beneath(&shown, "a"), "For it: 2 without effect. Against it: 2 stand, 1 without effect.");
    assert_eq!(beneath(&shown, "b"), "For it: 3 stand. Against it: 1 without effect.");
}

#[test]
fn an_overview_counts_as_effective_what_makes_it_come_out_so() {
    let told = |text: &str| beneath(&overview(&small(text), &Places::default()), "a");
    assert_eq!(
        told("claim a: A.\n  support s: S.\n    undercut u: U.\n  support t: T.\n"),
        "For it: 1 stands, 1 without effect. Against it: 1 stands."
    );
    // What brings down the reason of a reason brings down both.
    let chain = "claim a: A.\n  support:\n    premise b: B.\n      rebuttal r: R.\n  support:\n    premise c: C.\n";
    assert_eq!(told(chain), "For it: 1 stands, 1 without effect. Against it: 1 stands.");
    // What speaks for a claim that is denied, and against what fails anyhow, has no effect.
    assert_eq!(
        told("claim a: A.\n  support s: S.\n    support t: T.\n  rebuttal r: R.\n"),
        "For it: 2 without effect. Against it: 1 stands."
    );
    let answered = "claim a: A.\n  rebuttal r: R.\n    support s: S.\n    undercut u: U.\n    undercut v: V.\n      rebuttal w: W.\n";
    assert_eq!(told(answered), "For it: 1 stands, 1 without effect. Against it: 3 without effect.");
    let open = "claim a: A.\n  rebuttal r: R.\nclaim b: B.\ncontradiction r, b\n";
    assert_eq!(told(open), "Against it: 1 open.");
}

#[test]
fn an_overview_says_how_many_lines_it_leaves_out_where_it_draws_some() {
    let shown = |text: &str| sheets(&small(text)).remove(0);
    let star = shown(&star(150));
    assert_eq!(star.boxes.len(), 3);
    assert!(beneath(&star, "a").ends_with("Not drawn: 148 more lines to it."), "{}", beneath(&star, "a"));
    let undercut = |n: usize| if n % 7 == 3 { String::new() } else { format!("    undercut u{n}: U{n}.\n") };
    let idle: String = (0..70).map(|n| format!("  support s{n}: S{n}.\n{}", undercut(n))).collect();
    let drawn = shown(&format!("claim a: A.\n{idle}"));
    assert!(drawn.arrows.iter().all(|a| a.force == Force::Works) && !drawn.arrows.is_empty(), "a reason that has an effect is drawn");
}

#[test]
fn an_overview_shows_all_conclusions_or_says_how_many_are_left_out_and_where() {
    let flat = |n: usize| (0..n).map(|i| format!("claim c{i}: C{i}.\n")).collect::<String>();
    let note = |text: &str| sheets(&small(text))[0].note.clone().unwrap();
    let start = |n: usize| format!("An overview of {n} statements; each part follows on a sheet of its own.");
    assert_eq!(note(&flat(80)), start(80) + " It shows 60 of 80 questions, answers and other conclusions; the others are on sheets 2–3.");
    let sections: String = (0..4).map(|s| format!("# S{s}\n{}", flat(30).replace("claim c", &format!("claim c{s}-")))).collect();
    let told = note(&sections);
    assert!(told.ends_with(" It shows 60 of 120 questions, answers and other conclusions; the others are on sheets 3–5."), "{told}");
    let shown = &sheets(&small(&sections))[0];
    let places: BTreeSet<u32> = shown.boxes.iter().filter_map(|b| b.sheet).collect();
    assert_eq!(places, (2..=5).collect(), "every sheet has a statement on the overview");
    assert_eq!(note(&star(70)), start(71), "one conclusion is not all: each sheet is told by the statement that it begins with");
    assert_eq!(sheets(&small(&star(70)))[0].boxes.len(), 2);
}

#[test]
fn lines_that_pass_each_other_have_room_to_be_told_apart() {
    let gap = |text: &str| {
        let placed = layout(&small(text)).boxes;
        let left = placed.iter().map(|b| b.rect.right()).fold(f64::INFINITY, f64::min);
        let right = placed.iter().map(|b| b.rect.x).fold(0.0, f64::max);
        right - left
    };
    let (few, many) = (gap(&star(4)), gap(&star(40)));
    assert!(few < 50.0, "{few}");
    assert!(many > 120.0, "{many}");
    let both_ways: String = (0..4).map(|n| format!("claim a{n}: A {n}.\nclaim b{n}: B {n}.\n")).collect();
    let steps: String = (0..16).map(|n| format!("support b{} for a{}\n", n / 4, n % 4)).collect();
    assert!(gap(&(both_ways + &steps)) > 50.0);
}

#[test]
fn a_map_that_cannot_be_parted_has_no_overview() {
    let map = small(&star(3));
    assert_eq!(apart(&map, MOST), [map]);
}

#[test]
fn a_sheet_is_named_after_that_on_which_most_of_it_bears() {
    let mut text = "# Drive\n\nfact fleet: There are many lorries.\n".to_owned();
    for claim in 0..8 {
        let _ = writeln!(text, "claim c{claim}: Way {claim} is best.");
        for n in 0..12 {
            let _ = writeln!(text, "  support: Reason {claim}.{n}.");
        }
    }
    let sheets = sheets(&small(&text));
    assert!(sheets.len() > 2);
    let titles: Vec<&str> = parts(&sheets).iter().map(|sheet| sheet.title.as_deref().unwrap()).collect();
    assert!(titles.iter().all(|title| title.contains("Way ")), "{titles:?}");
}
