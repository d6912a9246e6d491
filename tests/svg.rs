//! Pictures: well-formed, complete, inert, and of use to those who do not see them.

use crate::{
    arguments::ROOTS,
    map::{HOSTILE, hostile},
    support::{Folder, Memory},
};
use agon::{
    diagram::{map::map, parts::Map, sheets::sheets},
    model::load::{Files, Reader},
    render::svg::{self, Options},
    report::run::run,
};
use roxmltree::{Document, Node};
use std::collections::BTreeSet;

fn with_map<T>(reader: &dyn Reader, root: &str, then: impl FnOnce(&Map) -> T) -> T {
    let mut files = Files::default();
    let id = files.load(root, reader);
    let report = run(&files, id);
    then(&map(&report.debate, &report.analysis))
}

fn drawn(map: &Map, options: &Options) -> String {
    svg::draw(std::slice::from_ref(map), options).svg
}

fn of_class<'d>(document: &'d Document<'d>, class: &'static str) -> impl Iterator<Item = Node<'d, 'd>> {
    document.descendants().filter(move |n| n.attribute("class").is_some_and(|c| c.split(' ').any(|c| c == class)))
}

/// Elements that do nothing but draw and tell.
const ELEMENTS: &[&str] = &["svg", "title", "desc", "style", "g", "a", "rect", "circle", "path", "text"];
const ATTRIBUTES: &[&str] = &[
    "aria-labelledby",
    "class",
    "cx",
    "cy",
    "d",
    "data-claim",
    "data-from",
    "data-to",
    "height",
    "href",
    "id",
    "lengthAdjust",
    "r",
    "role",
    "rx",
    "textLength",
    "transform",
    "viewBox",
    "width",
    "x",
    "y",
];

fn check_inert(text: &str) {
    let document = Document::parse(text).unwrap_or_else(|e| panic!("{e}"));
    for node in document.descendants().filter(Node::is_element) {
        assert!(ELEMENTS.contains(&node.tag_name().name()), "an element {:?}", node.tag_name());
        for attribute in node.attributes() {
            assert!(ATTRIBUTES.contains(&attribute.name()), "an attribute {attribute:?}");
            assert!(attribute.name() != "href" || attribute.value().starts_with("#claim-"), "{attribute:?}");
        }
    }
    assert!(!text.contains("url(") && !text.contains("@import"), "a picture needs nothing beside it");
}

#[test]
fn every_statement_has_a_box_that_tells_it_whole() {
    for root in ROOTS {
        with_map(&Folder("arguments"), root, |map| {
            let text = drawn(map, &Options::default());
            check_inert(&text);
            let document = Document::parse(&text).unwrap();
            let boxes: Vec<Node<'_, '_>> = of_class(&document, "box").filter(|n| n.attribute("data-claim").is_some()).collect();
            assert_eq!(boxes.len(), map.boxes.len());
            for (drawn, node) in boxes.iter().zip(&map.boxes) {
                assert_eq!(drawn.attribute("data-claim"), Some(node.name.as_str()));
                let title = drawn.children().find(|c| c.has_tag_name(("http://www.w3.org/2000/svg", "title"))).and_then(|t| t.text());
                assert!(title.is_some_and(|t| t.starts_with(&node.text.whole)), "{title:?}");
            }
            assert_eq!(
                of_class(&document, "way").filter(|n| !n.ancestors().any(|a| a.attribute("class") == Some("legend"))).count(),
                map.arrows.len()
            );
            let ids: Vec<&str> = document.descendants().filter_map(|n| n.attribute("id")).collect();
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "ids are unique");
        });
    }
}

#[test]
fn no_word_of_a_debate_is_markup() {
    with_map(&Memory::new(&[("a.agon", &hostile())]), "a.agon", |map| {
        let options = Options { prefix: "\"><script>".into(), link: Some("#claim-".into()), ..Options::default() };
        check_inert(&drawn(map, &options));
        let text = drawn(map, &Options::default());
        check_inert(&text);
        let document = Document::parse(&text).unwrap();
        let told: Vec<&str> = document.descendants().filter(|n| n.tag_name().name() == "title").filter_map(|n| n.text()).collect();
        let script = HOSTILE.iter().find(|h| h.contains("<script>")).unwrap();
        assert!(told.iter().any(|t| t.starts_with(script)), "a tag is told as it was written");
    });
}

#[test]
fn links_lead_to_the_names_and_ids_bear_the_prefix() {
    with_map(&Memory::new(&[("a.agon", "claim a: A.\n  support s: B.\n")]), "a.agon", |map| {
        let text = drawn(map, &Options { prefix: "one-".into(), link: Some("#claim-".into()), ..Options::default() });
        let document = Document::parse(&text).unwrap();
        let links: Vec<&str> = document.descendants().filter_map(|n| n.attribute("href")).collect();
        assert_eq!(links, ["#claim-a", "#claim-s"]);
        assert!(document.descendants().filter_map(|n| n.attribute("id")).all(|id| id.starts_with("one-")));
    });
}

#[test]
fn an_overview_leads_to_its_sheets_and_these_lead_back() {
    let text: String = (0..4)
        .map(|n| format!("# Part {n}\n") + &(0..20).map(|c| format!("claim c{n}-{c}: C.\n  support: S.\n")).collect::<String>())
        .collect();
    with_map(&Memory::new(&[("a.agon", &text)]), "a.agon", |map| {
        let text = svg::draw(&sheets(map), &Options::default()).svg;
        let document = Document::parse(&text).unwrap();
        let ids: BTreeSet<String> = document.descendants().filter_map(|n| n.attribute("id")).map(|id| format!("#{id}")).collect();
        let links: Vec<&str> = document.descendants().filter_map(|n| n.attribute("href")).collect();
        assert!(links.iter().all(|link| ids.contains(*link)), "{links:?}");
        let to = |sheet: u32| links.iter().filter(|l| **l == format!("#map-sheet-{sheet}")).count();
        assert_eq!(
            [1, 2, 3, 4, 5].map(to),
            [4, 21, 21, 20, 2],
            "60 of 80 claims and a list are on the overview, and four sheets lead back"
        );
    });
}

#[test]
fn the_legend_names_what_occurs_and_nothing_else() {
    let legend = |text: &str| {
        with_map(&Memory::new(&[("a.agon", text)]), "a.agon", |map| {
            let text = drawn(map, &Options::default());
            let document = Document::parse(&text).unwrap();
            of_class(&document, "key").filter_map(|n| n.text().map(str::to_owned)).collect::<Vec<_>>()
        })
    };
    assert_eq!(legend("claim a: A.\n"), ["stands"]);
    assert_eq!(legend("claim a: A.\n  rebuttal r: R.\n"), ["stands", "falls: denied by what stands", "speaks against"]);
    let chain = legend("claim a: A.\n  support b: B.\n    rebuttal c: C.\n");
    assert!(chain.contains(&"falls: denied by what stands, or unfounded, since its reasons fail".to_owned()), "{chain:?}");
    let open = legend("claim a: A.\nclaim b: B.\ncontradiction a, b\n");
    assert!(open.contains(&"dashed: not decided".to_owned()), "{open:?}");
    let all = legend("claim a: A.\n  support s:\n    premise b: B.\n    premise c: C.\n    undercut u: D.\n");
    assert!(all.contains(&"reasons that are needed together".to_owned()) && all.contains(&"pale: without effect".to_owned()), "{all:?}");
}

#[cfg(feature = "png")]
#[test]
fn a_picture_in_pixels_shows_text_and_is_refused_when_it_is_too_large() {
    use agon::render::png;
    use resvg::tiny_skia::Pixmap;
    with_map(&Folder("arguments"), "picnic.agon", |map| {
        let drawn = png::draw(&drawn(map, &Options::default())).expect("the map is small");
        let pixels = Pixmap::decode_png(&drawn).unwrap();
        assert!(pixels.width() > 1_000 && pixels.height() > 500);
        let dark = pixels.pixels().iter().filter(|p| p.red() < 60 && p.green() < 60 && p.blue() < 60).count();
        assert!(dark > 2_000, "{dark} dark pixels: the texts are drawn");
    });
    let vast = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100000\" height=\"100000\"><rect width=\"9\" height=\"9\"/></svg>";
    assert_eq!(png::draw(vast), None);
}

#[test]
fn claims_that_exclude_each_other_bear_another_sign_than_reasons_that_are_needed_together() {
    let of = |text: &str| with_map(&Memory::new(&[("x.agon", text)]), "x.agon", |map| drawn(map, &Options::default()));
    let claims = "claim a: One.\nclaim b: Two.\nclaim c: Three.\n";
    let three = of(&format!("{claims}contradiction a, b, c\n"));
    assert!(three.contains("cannot all be so") && !three.contains("needed together"), "{three}");
    assert!(!three.contains("cannot both be so"), "there is no line between two: {three}");
    let linked = of("claim a: One.\n  support:\n    premise d: Four.\n    premise e: Five.\n");
    assert!(linked.contains("needed together") && !linked.contains("cannot all be so"), "{linked}");
}
