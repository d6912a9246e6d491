//! Parts of maps: what is kept of them, and large maps as an overview with sheets.

use crate::{
    map::{hostile, large},
    support::{Folder, Memory},
};
use agon::{
    diagram::{
        map::map,
        overview::MOST,
        parts::{End, Map},
        select::{Outcome, Selection, keep, select},
        sheets::sheets,
    },
    model::load::{Files, Reader},
    render::graphml,
    report::run::run,
};
use proptest::prelude::*;
use roxmltree::Document;
use std::collections::BTreeSet;

fn map_of(reader: &dyn Reader, root: &str) -> Map {
    let mut files = Files::default();
    let id = files.load(root, reader);
    let report = run(&files, id);
    map(&report.debate, &report.analysis)
}

fn small(text: &str) -> Map {
    map_of(&Memory::new(&[("a.agon", text)]), "a.agon")
}

fn names(map: &Map) -> Vec<&str> {
    map.boxes.iter().map(|b| b.name.as_str()).collect()
}

/// All indices of a map lead to its parts, and every joint joins something.
fn check_whole(map: &Map) {
    for arrow in &map.arrows {
        for end in [arrow.from, arrow.to] {
            match end {
                End::Box(index) => assert!((index as usize) < map.boxes.len()),
                End::Joint(index) => assert!((index as usize) < map.joints.len()),
            }
        }
    }
    for joint in 0..map.joints.len() as u32 {
        assert!(map.arrows.iter().any(|a| a.is_leg && a.to == End::Joint(joint)), "a joint without legs");
    }
    let groups = map.boxes.iter().map(|b| b.group).chain(map.joints.iter().map(|j| j.group)).chain(map.groups.iter().map(|g| g.parent));
    assert!(groups.flatten().all(|g| (g as usize) < map.groups.len()));
    assert!(map.groups.iter().enumerate().all(|(index, g)| g.parent.is_none_or(|p| (p as usize) < index)));
}

const DEBATE: &str = "\
party p: Pat
question q by p: Q?
claim a on q: A.
  support s:
    premise b by p: B.
    premise c: C.
    undercut u: U.
  rebuttal r by p: R.
    rebuttal t: T.
claim d: D.
";

#[test]
fn from_keeps_what_bears_on_a_statement_and_depth_how_far() {
    let whole = small(DEBATE);
    let from = |name: &str, depth: Option<u32>| {
        let at = whole.boxes.iter().position(|b| b.name == name).map(|i| i as u32);
        select(&whole, &Selection { from: at, depth, ..Selection::default() })
    };
    assert_eq!(names(&from("q", None)), ["q", "a", "b", "c", "u", "r", "t"]);
    assert_eq!(names(&from("a", Some(1))), ["a", "b", "c", "u", "r"]);
    assert_eq!(names(&from("r", None)), ["r", "t"]);
    assert_eq!(from("a", Some(1)).joints.len(), 1);
    assert_eq!(from("a", Some(1)).note.as_deref(), Some("Part of the map: what bears on “A.”; to a depth of 1."));
    let near = select(&whole, &Selection { depth: Some(1), ..Selection::default() });
    assert_eq!(names(&near), ["q", "a", "d"], "without a name, depth counts from the conclusions");
    assert_eq!(select(&whole, &Selection::default()), whole, "what is not restricted is whole");
}

#[test]
fn from_keeps_what_undercuts_the_steps_from_a_statement_and_the_steps() {
    let whole = small(DEBATE);
    let from = |map: &Map, name: &str, depth: Option<u32>| {
        let at = map.boxes.iter().position(|b| b.name == name).map(|i| i as u32);
        select(map, &Selection { from: at, depth, ..Selection::default() })
    };
    let premise = from(&whole, "b", None);
    assert_eq!(names(&premise), ["a", "b", "c", "u"], "the claim and the other premise tell which step is undercut");
    assert_eq!((premise.joints.len(), premise.arrows.len()), (1, 4));
    let note = "Part of the map: what bears on “B.”, and on the steps that go from it. Not all that bears on this is shown.";
    assert_eq!(premise.note.as_deref(), Some(note), "a rebuttal of the claim is left out");
    assert_eq!(names(&from(&whole, "b", Some(0))), ["b"]);
    let deep = small("claim a: A.\n  rebuttal r: R.\n    undercut u: U.\n      undercut v: V.\n        rebuttal w: W.\n");
    assert_eq!(names(&from(&deep, "r", None)), ["a", "r", "u", "v", "w"]);
    assert_eq!(names(&from(&deep, "r", Some(1))), ["a", "r", "u", "v"]);
    assert_eq!(names(&from(&deep, "u", None)), ["a", "r", "u", "v", "w"]);
    assert_eq!(names(&from(&deep, "v", None)), ["v", "w"]);
    [premise, from(&deep, "r", None), from(&deep, "u", None)].iter().for_each(check_whole);
}

#[test]
fn a_part_says_when_it_leaves_out_what_decides() {
    let note = |text: &str, selection: Selection| select(&small(text), &selection).note.unwrap_or_default();
    let party = |name: &str| Selection { party: Some(name.to_owned()), ..Selection::default() };
    let debate = "party p: The guild\nparty o: Ben\nclaim a by p: A.\n  support s by p: S.\n";
    assert_eq!(note(debate, party("The guild")), "Part of the map: statements made by the guild, and what they bear on.");
    let denied = format!("{debate}rebuttal r by o against a: R.\n");
    let left_out = " Not all that bears on this is shown.";
    assert!(note(&denied, party("The guild")).ends_with(left_out));
    assert!(note(&denied, party("Ben")).ends_with(left_out), "the support of what Ben rebuts");
    assert!(!note(&denied, Selection { from: Some(0), ..Selection::default() }).contains(left_out));
    let rivals = format!("{debate}claim b by o: B.\ncontradiction a, b\n");
    assert!(!note(&rivals, party("The guild")).contains(left_out), "a contradiction has no direction, so each is shown with the other");
    assert!(note(&rivals, party("Ben")).ends_with(left_out));
    assert_eq!(names(&select(&small(&rivals), &party("Ben"))), ["a", "b"]);
}

#[test]
fn a_party_is_shown_with_what_it_bears_on_and_only_looks_at_the_outcome() {
    let whole = small(DEBATE);
    let pat = select(&whole, &Selection { party: Some("Pat".into()), ..Selection::default() });
    assert_eq!(names(&pat), ["q", "a", "b", "c", "r"], "the claim is not Pat's, but what Pat says bears on it, with another premise");
    let falls = select(&whole, &Selection { only: Some(Outcome::Falls), ..Selection::default() });
    assert_eq!(names(&falls), ["a", "r"], "the only support of a is undercut");
    check_whole(&pat);
    check_whole(&falls);
}

#[test]
fn a_large_map_is_an_overview_and_sheets_that_are_maps() {
    for text in [large(500), large(3_000), hostile()] {
        let map = small(&text);
        let sheets = sheets(&map);
        assert!(map.boxes.len() > MOST && sheets.len() > 1);
        sheets.iter().for_each(check_whole);
        assert!(sheets[0].boxes.iter().all(|b| b.beneath.is_some()) && !sheets[0].boxes.is_empty());
        for node in &sheets[0].boxes {
            let sheet = &sheets[node.sheet.expect("an overview says where its boxes are") as usize - 1];
            assert!(names(sheet).contains(&node.name.as_str()), "{} is not on its sheet", node.name);
        }
    }
    let map = map_of(&Folder("arguments"), "picnic.agon");
    assert_eq!(sheets(&map), [map], "a small map is one sheet");
}

#[test]
fn graphml_is_well_formed_and_says_what_the_map_says() {
    for map in [small(DEBATE), small(&hostile()), map_of(&Folder("arguments"), "carlill.agon")] {
        let text = graphml::draw(&map);
        let document = Document::parse(&text).unwrap_or_else(|e| panic!("{e}"));
        let data = |node: roxmltree::Node<'_, '_>, key: &str| {
            node.children().find(|c| c.attribute("key") == Some(key)).and_then(|c| c.text().map(str::to_owned))
        };
        let nodes: Vec<roxmltree::Node<'_, '_>> = document.descendants().filter(|n| n.tag_name().name() == "node").collect();
        assert_eq!(nodes.len(), map.boxes.len() + map.joints.len() + map.groups.len());
        let ids: BTreeSet<&str> = nodes.iter().filter_map(|n| n.attribute("id")).collect();
        assert_eq!(ids.len(), nodes.len());
        for (index, node) in map.boxes.iter().enumerate() {
            let drawn = nodes.iter().find(|n| n.attribute("id") == Some(&format!("b{}", index + 1))).unwrap();
            assert_eq!((data(*drawn, "name"), data(*drawn, "text")), (Some(node.name.clone()), Some(node.text.whole.clone())));
        }
        let edges: Vec<roxmltree::Node<'_, '_>> = document.descendants().filter(|n| n.tag_name().name() == "edge").collect();
        assert_eq!(edges.len(), map.arrows.len());
        assert!(edges.iter().all(|e| ["source", "target"].iter().all(|end| e.attribute(*end).is_some_and(|id| ids.contains(id)))));
    }
}

proptest! {
    #[test]
    fn whatever_is_kept_is_a_map(seed in any::<u64>(), share in 1u64..8) {
        let map = map_of(&Folder("arguments"), "security-guarantees/debate.agon");
        let kept: Vec<bool> = (0..map.boxes.len() as u64).map(|n| (n + 1).wrapping_mul(seed | 1) >> 60 >= share * 2).collect();
        let part = keep(&map, &kept);
        check_whole(&part);
        prop_assert_eq!(part.boxes.len(), kept.iter().filter(|k| **k).count());
        prop_assert!(part.groups.len() <= map.groups.len() && part.arrows.len() <= map.arrows.len());
    }
}

#[test]
fn the_overview_counts_what_the_picture_does_and_no_sheet_holds_one_box() {
    // A chain that is ten longer than a sheet, and a section with a single statement.
    let mut text = String::from("# Chain\nquestion q: Is it so?\nclaim c0 on q: Statement 0 is made.\n");
    for n in 1..MOST + 10 {
        text += &format!("support for c{}:\n  premise c{n}: Statement {n} is made.\n", n - 1);
    }
    text += "# Aside\nclaim lone: A lone statement.\n";
    let map = small(&text);
    let sheets = sheets(&map);
    assert!(sheets.len() > 1);
    assert!(sheets[1..].iter().all(|s| s.boxes.len() > 1), "{:?}", sheets.iter().map(|s| s.boxes.len()).collect::<Vec<_>>());
    let statements = MOST + 11;
    assert_eq!(
        sheets[0].note.as_deref(),
        Some(&*format!("An overview of {statements} statements; each part follows on a sheet of its own."))
    );
    let picture = agon::render::svg::draw(&sheets, &agon::render::svg::Options::default()).svg;
    assert!(picture.contains(&format!("An argument map of {statements} statements: {statements} stand.")), "{}", &picture[..900]);
}

#[test]
fn an_undercut_of_a_party_is_shown_with_the_step_that_it_hits() {
    let map = small(
        "party p: Ada\nparty o: Ben\nclaim c by p: C holds.\n  support by p:\n    premise a: First.\n    premise b: Second.\n    undercut by o: No.\nclaim d by o: D is so.\n",
    );
    let ben = select(&map, &Selection { party: Some("Ben".into()), ..Selection::default() });
    assert_eq!(ben.boxes.iter().map(|b| b.text.short.as_str()).collect::<Vec<_>>(), ["C holds.", "First.", "Second.", "No.", "D is so."]);
    assert_eq!((ben.joints.len(), ben.arrows.len()), (1, 4));
}
