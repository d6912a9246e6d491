//! Pictures: well-formed, complete, inert, and of use to those who do not see them.

use crate::{
    arguments::ROOTS,
    map::{HOSTILE, hostile},
    support::{Folder, Memory},
};
use agon::{
    diagram::{map::map, parts::Map, sheets::sheets},
    model::load::{Files, Reader},
    render::{
        dot, graphml, mermaid,
        svg::{self, Options},
    },
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
    "direction",
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
    let unanswered = legend("question q: Q?\nclaim a on q: A.\n  rebuttal r: R.\n");
    assert_eq!(unanswered[..3], ["stands", "question without an answer", "falls: denied by what stands"]);
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
        let drawn = png::draw(sheets(map)).expect("the map is small");
        assert_eq!(drawn.lacks, BTreeSet::new());
        let pixels = Pixmap::decode_png(&drawn.png).unwrap();
        assert!(pixels.width() > 1_000 && pixels.height() > 500);
        let dark = pixels.pixels().iter().filter(|p| p.red() < 60 && p.green() < 60 && p.blue() < 60).count();
        assert!(dark > 2_000, "{dark} dark pixels: the texts are drawn");
    });
    let vast: String = (0..4_000).map(|n| format!("claim c{n}: {}.\n", "word ".repeat(32))).collect();
    with_map(&Memory::new(&[("a.agon", &vast)]), "a.agon", |map| assert_eq!(png::draw(vec![map.clone()]), None));
}

#[cfg(feature = "png")]
#[test]
fn a_picture_in_pixels_tells_what_its_font_lacks() {
    use agon::render::png;
    let lacks = |text: &str| {
        let text = format!("claim a: {text}\n");
        let drawn = with_map(&Memory::new(&[("a.agon", &text)]), "a.agon", |map| png::draw(sheets(map)).expect("the map is small"));
        drawn.lacks.into_iter().collect::<Vec<_>>()
    };
    assert_eq!(lacks("Łódź, Ærøskøbing; Съешь ещё этих булок; Ταχίστη αλώπηξ — “½ → 1 €”."), [""; 0]);
    assert_eq!(lacks("e\u{301} and half\u{ad}soft."), [""; 0]);
    assert_eq!(lacks("許可 (ראו 3), مصر."), ["Arabic", "Chinese and Japanese", "Hebrew"]);
    assert_eq!(lacks("Đường 👩\u{200d}👩 ≈."), ["Latin", "emoji", "other signs"]);
}

/// The font is asked for the glyphs that it draws, of which it keeps number 0 for what it lacks.
#[cfg(feature = "png")]
#[test]
fn the_fonts_of_pictures_in_pixels_have_what_the_table_has_and_as_wide() {
    use agon::diagram::{advances::ROWS, face::Face};
    use resvg::usvg;
    use std::sync::Arc;
    for (face, weight, data) in [
        (Face::Regular, "normal", &include_bytes!("../src/render/font/AgonSans-Regular.ttf")[..]),
        (Face::Bold, "bold", &include_bytes!("../src/render/font/AgonSans-Bold.ttf")[..]),
    ] {
        let mut options = usvg::Options { font_family: "Agon Sans".into(), ..usvg::Options::default() };
        Arc::make_mut(&mut options.fontdb).load_font_data(data.to_vec());
        for (first, regular, _) in ROWS.iter().filter(|(first, ..)| *first > ' ' && *first != '\u{300}') {
            for c in (*first..).take(regular.len()).filter(|c| !matches!(c, '&' | '<' | '\u{a0}' | '\u{ad}')) {
                let svg = format!(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text font-weight=\"{weight}\" font-size=\"1000\">{c}|</text></svg>"
                );
                let tree = usvg::Tree::from_str(&svg, &options).unwrap();
                let [usvg::Node::Text(text)] = tree.root().children() else { panic!("{c:?} is not drawn") };
                let glyphs: Vec<_> = text.layouted().iter().flat_map(|span| &span.positioned_glyphs).collect();
                let [one, two] = glyphs[..] else { panic!("{c:?} has {} glyphs", glyphs.len()) };
                assert_ne!(one.id.0, 0, "{c:?}");
                let wide = two.transform().tx - one.transform().tx;
                assert!((wide - face.advance(c) as f32).abs() < 1.0, "{c:?} is {wide} wide");
            }
        }
    }
}

#[test]
fn a_line_is_held_to_its_width_where_that_is_known_and_runs_as_its_script_does() {
    let lines = |text: &str| {
        with_map(&Memory::new(&[("a.agon", &format!("party p: Π\nclaim a by p: {text}\n"))]), "a.agon", |map| {
            let text = drawn(map, &Options::default());
            let document = Document::parse(&text).unwrap();
            let attribute = |n: Node<'_, '_>, name| n.attribute(name).map(str::to_owned);
            of_class(&document, "t").map(|n| (attribute(n, "textLength"), attribute(n, "direction"))).collect::<Vec<_>>()
        })
    };
    // The advances of Liberation Sans at 12 pixels.
    assert_eq!(lines("Автомобили нужны."), [(Some("111.3".to_owned()), None)]);
    assert_eq!(lines("Việt Nam."), [(Some("52.7".to_owned()), None)]);
    for text in ["自動運転車", "स्वचालित वाहन", "รถยนต์", "한국어", "🚗 and text", "Ҳаёт"]
    {
        assert_eq!(lines(text), [(None, None)], "{text}");
    }
    for text in ["נכון לעיר", "السيارات", "(ראו 3) NATO"] {
        assert_eq!(lines(text), [(None, Some("rtl".to_owned()))], "{text}");
    }
    assert_eq!(lines("NATO אמרה"), [(None, None)]);
    // All lines of a text run the same way, whatever one of them begins with.
    assert!(lines("נכון לעיר אחת ואינו נכון NATO EU WHO UNESCO UNICEF IMF").iter().all(|(_, way)| way.as_deref() == Some("rtl")));
}

#[test]
fn a_map_of_one_statement_counts_it_so() {
    let told = |text: &str| with_map(&Memory::new(&[("a.agon", text)]), "a.agon", |map| drawn(map, &Options::default()));
    assert!(told("claim a: A.\n").contains("An argument map of 1 statement: 1 stands. "));
    assert!(told("claim a: A.\n  support b: B.\n").contains("An argument map of 2 statements: 2 stand. "));
    assert!(told("question q: Q?\nclaim a on q: A.\n").contains("An argument map of 1 statement: 1 stands. 1 question: 1 answered. "));
    let two = told("question q: Q?\n  default: a\nclaim a on q: A.\nclaim b on q: B.\ncontradiction a, b\nquestion r: R?\n");
    assert!(two.contains("2 statements: 2 are open. 2 questions: 1 answered by default, 1 unanswered. "), "{}", &two[..900]);
    assert!(told("question q: Q?\n").contains("An argument map of 1 question: 1 unanswered. "));
    assert!(told("").contains("An argument map. "));
}

#[test]
fn claims_that_exclude_each_other_bear_another_sign_than_reasons_that_are_needed_together() {
    let draw = |text: &str, draw: &dyn Fn(&Map) -> String| with_map(&Memory::new(&[("x.agon", text)]), "x.agon", draw);
    let of = |text: &str| draw(text, &|map| drawn(map, &Options::default()));
    let claims = "claim a: One.\nclaim b: Two.\nclaim c: Three.\ncontradiction a, b, c\n";
    let three = of(claims);
    assert!(three.contains("cannot all be so") && !three.contains("needed together"), "{three}");
    assert!(!three.contains("cannot both be so"), "a line that is not drawn is not explained");
    assert!(draw(claims, &mermaid::draw).contains("j1((\"#8800;\")):::joint"));
    assert!(draw(claims, &dot::draw).contains("label=\"≠\", tooltip=\"cannot all be so\""));
    assert!(draw(claims, &graphml::draw).contains("joint</data><data key=\"text\">cannot all be so</data>"));
    let linked = of("claim a: One.\n  support:\n    premise d: Four.\n    premise e: Five.\n");
    assert!(linked.contains("needed together") && !linked.contains("cannot all be so"), "{linked}");
}
