//! Pages: that nothing in a debate can act in one, that all of it can be read without a script, and that what belongs together is tied.

use crate::{
    arguments::ROOTS,
    brief::hostile_text,
    map::large,
    support::{Folder, Memory},
};
use agon::{
    model::load::{Files, Reader},
    render::{
        brief::{Length, brief},
        html,
    },
    report::run::{Report, run},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use roxmltree::{Document, Node, ParsingOptions};
use sha2::{Digest, Sha256};
use std::{collections::BTreeSet, fs, path::Path};

fn with_report<T>(reader: &dyn Reader, root: &str, then: impl FnOnce(&Report<'_>) -> T) -> T {
    let mut files = Files::default();
    let id = files.load(root, reader);
    then(&run(&files, id))
}

fn page_of(report: &Report<'_>) -> String {
    html::render(report, &brief(report, Length::Full), Length::Full)
}

fn one_page(report: &Report<'_>) -> String {
    html::render(report, &brief(report, Length::OnePage), Length::OnePage)
}

fn small(text: &str) -> String {
    with_report(&Memory::new(&[("a.agon", text)]), "a.agon", page_of)
}

/// Writes a page to where the tests in a browser find it.
fn keep(name: &str, page: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pages");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.html")), page).unwrap();
}

/// What stands between the first `open` and the `close` after it.
fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    text.split_once(open).unwrap().1.split_once(close).unwrap().0
}

/// The page as a tree. Our pages are XML too but for their script and style, which are cut out.
fn tree<T>(page: &str, then: impl FnOnce(&Document<'_>) -> T) -> T {
    let bare = page.replace(between(page, "<script>", "</script>"), "").replace(between(page, "<style>", "</style>"), "");
    then(&Document::parse_with_options(&bare, ParsingOptions { allow_dtd: true, ..Default::default() }).unwrap())
}

fn classes<'a>(node: &Node<'a, '_>) -> Vec<&'a str> {
    node.attribute("class").unwrap_or("").split(' ').collect()
}

/// Whether it is the box of a statement, and not a sample of the legend.
fn is_box(node: &Node<'_, '_>) -> bool {
    node.attribute("data-claim").is_some() && classes(node).contains(&"box")
}

/// A debate with something hostile in every field, in a file of a hostile name.
const FILE: &str = "\"><img src=x onerror=alert(1)>.agon";

fn hostile() -> String {
    let mut text = hostile_text() + "source v: V.\n  url: https://example.org/v\nclaim v-cited: Cited.\n  cite: v\n";
    let bad = [
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "' onfocus='alert(1)",
        "</title></style></script><script>alert(1)</script>",
        "&#106;avascript:alert(1) &lt;img&gt;",
    ];
    for (n, bad) in bad.iter().enumerate() {
        text += &format!(
            "party y{n}: {bad}\n  role: {bad}\n  side: {bad}\n\
             source z{n}: {bad}\n  author: {bad}\n  in: {bad}\n  url: {bad}\n  reliability: {bad}\n  file: {bad}\n  note: {bad}\n\
             source w{n}: W.\n  url: https://example.org/{bad}\n\
             term k{n}: {bad}\n  note: {bad}\n# {bad}\nquestion qq{n} by y{n}: {bad}\n  note: {bad}\n\
             claim aa{n} by y{n} on qq{n}: Claim {bad}\n  cite: z{n}, {bad}, \"{bad}\"\n  cite: w{n}\n  likelihood: {bad}\n  tags: {bad}\n  note: {bad}\n\
             prefer aa{n} over a1 by y{n}: {bad}\naccept aa{n} by y{n}: {bad}\n  note: {bad}\n"
        );
    }
    text
}

#[test]
fn no_word_of_a_debate_can_act() {
    const ELEMENTS: &[&str] = &[
        "html", "head", "meta", "title", "style", "script", "body", "div", "main", "aside", "section", "details", "summary", "form",
        "input", "select", "option", "label", "button", "output", "h1", "h2", "h3", "p", "ol", "ul", "li", "dl", "dt", "dd", "em",
        "strong", "b", "small", "code", "q", "br", "table", "thead", "tbody", "tr", "th", "td", "sup", "a", "span", "svg", "desc", "g",
        "rect", "text", "path", "circle",
    ];
    const ATTRIBUTES: &[&str] = &[
        "lang",
        "charset",
        "content",
        "name",
        "id",
        "class",
        "href",
        "rel",
        "scope",
        "role",
        "tabindex",
        "open",
        "type",
        "value",
        "checked",
        "placeholder",
        "aria-label",
        "aria-live",
        "aria-labelledby",
        "data-claim",
        "data-claims",
        "data-sources",
        "data-verdict",
        "data-by",
        "data-from",
        "data-to",
        "width",
        "height",
        "viewBox",
        "transform",
        "x",
        "y",
        "rx",
        "cx",
        "cy",
        "r",
        "d",
        "textLength",
        "lengthAdjust",
        "http-equiv",
    ];
    let page = with_report(&Memory::new(&[(FILE, &hostile())]), FILE, page_of);
    tree(&page, |page| {
        let (mut links, mut scripts) = (0, 0);
        for node in page.descendants().filter(Node::is_element) {
            let name = node.tag_name().name();
            assert!(ELEMENTS.contains(&name), "<{name}>");
            scripts += usize::from(name == "script");
            for attribute in node.attributes() {
                assert!(ATTRIBUTES.contains(&attribute.name()), "<{name} {}>", attribute.name());
                match attribute.name() {
                    "href" => {
                        let to = attribute.value();
                        assert!(to.starts_with('#') || to.starts_with("https://example.org/"), "{to}");
                        links += usize::from(!to.starts_with('#'));
                    }
                    "http-equiv" => assert_eq!(attribute.value(), "Content-Security-Policy"),
                    "type" => assert!(["search", "checkbox", "button", "reset"].contains(&attribute.value())),
                    _ => {}
                }
            }
        }
        assert_eq!(scripts, 1);
        assert!(links > 0, "an address of the web is a link");
        let told: Vec<&str> = page.descendants().filter_map(|n| n.text()).collect();
        for words in ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "</title></style></script>"] {
            assert!(told.iter().any(|t| t.contains(words)), "{words} is told as it was written");
        }
    });
    let driving = page.find(['\u{202e}', '\u{7}', '\u{1b}']);
    assert_eq!(driving.map(|at| page[..at].chars().rev().take(200).collect::<String>()), None, "backwards");
    keep("hostile", &page);
}

#[test]
fn the_policy_allows_our_own_style_and_script_and_nothing_else() {
    for page in [small("claim a: A.\n"), small("claim a: A.\n  support: B.\n  rebuttal: C.\n"), small("")] {
        let policy = between(&page, "<meta http-equiv=\"Content-Security-Policy\" content=\"", "\"/>").replace("&#39;", "'");
        let print = |open, close| BASE64_STANDARD.encode(Sha256::digest(between(&page, open, close)));
        let (style, script) = (print("<style>", "</style>"), print("<script>", "</script>"));
        let wanted =
            format!("default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'");
        assert_eq!(policy, wanted);
        assert_eq!((page.matches("<style").count(), page.matches("<script").count()), (1, 1));
        assert!(page.find("Content-Security-Policy") < page.find("<style>"), "what stands before the policy is not under it");
    }
}

#[test]
fn every_statement_has_a_card_and_every_link_leads_somewhere() {
    for root in ROOTS {
        with_report(&Folder("arguments"), root, |report| {
            let page = page_of(report);
            let name = root.split(['/', '.']).next().unwrap();
            keep(name, &page);
            keep(&format!("{name}-one-page"), &html::render(report, &brief(report, Length::OnePage), Length::OnePage));
            tree(&page, |page| {
                let ids: Vec<&str> = page.descendants().filter_map(|n| n.attribute("id")).collect();
                let unique: BTreeSet<&str> = ids.iter().copied().collect();
                assert_eq!(ids.len(), unique.len(), "{root}: an id stands twice");
                for link in page.descendants().filter_map(|n| n.attribute("href")).filter_map(|h| h.strip_prefix('#')) {
                    assert!(unique.contains(link), "{root}: #{link} leads nowhere");
                }
                let debate = &report.debate;
                let shown: Vec<(&str, &str)> = page
                    .descendants()
                    .filter(|n| classes(n).contains(&"card"))
                    .map(|n| (n.attribute("data-claim").unwrap(), n.attribute("data-verdict").unwrap()))
                    .collect();
                assert_eq!(shown.len(), debate.claims.len() + debate.questions.len());
                for (id, claim) in debate.claim_ids().zip(&debate.claims) {
                    let word = html::card::word(report.analysis.verdict(id));
                    assert!(shown.contains(&(&claim.name.shown, word)), "{root}: {}", claim.name.shown);
                }
                let (mut told, mut drawn) = (0, BTreeSet::new());
                for node in page.descendants() {
                    let names = node.attribute("data-claims").or(node.attribute("data-claim").filter(|_| is_box(&node)));
                    for name in names.into_iter().flat_map(|n| n.split(' ')) {
                        assert!(shown.iter().any(|(n, _)| *n == name), "{root}: {name} has no card");
                    }
                    told += usize::from(node.attribute("data-claims").is_some());
                    drawn.extend(node.attribute("data-claim").filter(|_| is_box(&node)));
                }
                assert!(told >= debate.questions.len(), "{root}: the text is tied to its claims");
                assert_eq!(drawn.len(), shown.len(), "{root}: every statement has its box");
            });
        });
    }
}

#[test]
fn a_map_is_printed_where_its_letters_are_largest() {
    let sheet = |text: &str| between(&small(text), "<div class=\"view", "\" id=\"map-1\"").to_owned();
    let chain = |length: usize| {
        let links = (1..=length).map(|n| format!("claim c{n}: C.\nsupport c{n} for c{}\n", n - 1));
        format!("claim c0: C.\n{}", links.collect::<String>())
    };
    let fan = |count: usize| format!("claim a: A.\n{}", "  support: S.\n".repeat(count));
    assert_eq!(sheet(&chain(2)), "");
    assert_eq!(sheet(&chain(5)), " wide");
    assert_eq!(sheet(&fan(10)), "");
    assert_eq!(sheet(&fan(55)), " tall band");
}

#[test]
fn a_card_says_why_a_statement_falls_and_where_it_comes_from() {
    let page = small(
        "party ann: Ann Example\n  role: Surveyor\nparty bob: Bob Example\nsource report: Bridge report\n  author: Doe, Jo\n  reliability: B2\n\
         claim sound by ann: The bridge is sound.\n  cite: report, p. 3, \"No cracks were found.\"\n  note: Said in passing.\n  \
         support load by ann: It carried a train.\n  rebuttal cracks by bob: The piers have cracks.\n",
    );
    tree(&page, |page| {
        let card = page.descendants().find(|n| classes(n).contains(&"card") && n.attribute("data-claim") == Some("sound")).unwrap();
        assert_eq!(card.attribute("data-verdict"), Some("falls"));
        let words: String = card.descendants().filter_map(|n| n.text()).collect();
        for part in [
            "It falls: “The piers have cracks” (by Bob Example) rebuts it and stands.",
            "This succeeds.",
            "Ann Example, Surveyor",
            "Jo Doe",
            "p. 3",
            "No cracks were found.",
            "grade B2",
            "Said in passing.",
            "a.agon:",
        ] {
            assert!(words.contains(part), "{part}: {words}");
        }
    });
}

#[test]
fn a_large_debate_has_an_overview_and_a_map_for_each_part() {
    let claims =
        |from: usize, to: usize| (from..to).map(|n| format!("claim c{n}: Claim {n}.\n  support s{n}: Reason {n}.\n")).collect::<String>();
    let sections = format!("# North\n{}# South\n{}## West\n{}# Vast\n{}", claims(0, 20), claims(20, 40), claims(40, 45), claims(45, 145));
    let page = small(&sections);
    assert!(page.contains("With 290 statements, one map would be too large to read."));
    tree(&page, |page| {
        let maps: Vec<usize> = page
            .descendants()
            .filter(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "svg")))
            .map(|svg| svg.descendants().filter(is_box).count())
            .collect();
        assert_eq!(maps, [60, 40, 50, 60, 60, 60, 20]);
        assert_eq!(page.descendants().filter(|n| classes(n).contains(&"card")).count(), 290);
    });
    let many: String = (0..25).map(|n| format!("# Part {n}\n{}", claims(20 * n, 20 * n + 20))).collect();
    let page = small(&many);
    assert_eq!((page.matches("<details class=\"card\"").count(), page.matches("<svg").count()), (1000, 26));
    keep("large-full", &page);
    keep(
        "large",
        &with_report(&Memory::new(&[("a.agon", &many)]), "a.agon", |report| {
            html::render(report, &brief(report, Length::Normal), Length::Normal)
        }),
    );
    tree(&page, |page| {
        let ids: BTreeSet<&str> = page.descendants().filter_map(|n| n.attribute("id")).collect();
        let links = page.descendants().filter_map(|n| n.attribute("href")).filter_map(|h| h.strip_prefix('#'));
        let sheets: Vec<&str> = links.filter(|l| l.starts_with("map-")).collect();
        assert_eq!(sheets.len(), 60 + 25, "each box of the overview leads to its sheet, and each sheet back");
        assert!(sheets.iter().all(|l| ids.contains(l)));
    });
    assert_eq!(small(&claims(0, 145)).matches("<svg").count(), 6, "a debate without sections is parted by its conclusions");
    assert!(!small("claim a: A.\n").contains("<svg"), "a debate without steps needs no map");
}

#[test]
fn what_a_sheet_is_linked_with_elsewhere_leads_there_or_to_the_list_where_that_sheet_is_left_out() {
    // Each section attacks the one before it; the page has fewer maps than there are sections.
    let sections: String = (0..70)
        .map(|s| {
            let claims: String = (0..5).map(|n| format!("claim c{s}-{n}: Claim {n} of {s}.\n")).collect();
            let attack =
                if s > 0 { format!("rebuttal c{s}-0 against c{}-0\nsupport c{s}-1 for c{}-1\n", s - 1, s - 1) } else { String::new() };
            format!("# Part {s}\n{claims}{attack}")
        })
        .collect();
    let page = small(&sections);
    assert!(page.contains("11 parts are left out"), "{}", between(&page, "class=\"told\">", "<"));
    assert!(page.contains("<small>5 statements</small>"));
    tree(&page, |page| {
        let ids: BTreeSet<&str> = page.descendants().filter_map(|n| n.attribute("id")).collect();
        let small: Vec<&str> = page.descendants().filter(|n| classes(n).contains(&"away")).filter_map(|n| n.attribute("href")).collect();
        assert!(small.iter().all(|link| ids.contains(&link[1..])), "{small:?}");
        let to_boxes = small.iter().filter(|link| link.contains("-box-")).count();
        let to_list: Vec<&&str> = small.iter().filter(|link| link.starts_with("#s-")).collect();
        assert_eq!((to_boxes, to_list), (2 * (2 * 59 - 1) - 2, vec![&"#s-c59-0", &"#s-c59-1"]));
    });
}

#[test]
fn one_page_holds_a_map_that_can_be_read_on_one_sheet_and_prints_no_list() {
    for root in ROOTS {
        with_report(&Folder("arguments"), root, |report| {
            tree(&one_page(report), |page| {
                let svg: Vec<Node<'_, '_>> = page.descendants().filter(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "svg"))).collect();
                let [map] = svg.as_slice() else { panic!("{root}: one map, not {}", svg.len()) };
                let side = |key| map.attribute(key).unwrap().parse::<f64>().unwrap();
                let on = |width: f64, height: f64| (width / side("width")).min(height / side("height"));
                let scale = on(176.0, 255.0).max(on(277.0, 188.0));
                assert!(scale > 0.13, "{root}: a pixel is {scale} mm wide");
                let is_part = map.descendants().any(|n| n.text().is_some_and(|t| t.starts_with("Shown are ")));
                let boxes = map.descendants().filter(is_box).count();
                assert_eq!(is_part, boxes < report.debate.claims.len() + report.debate.questions.len(), "{root}: what is left out is told");
                let list = page.descendants().find(|n| classes(n).contains(&"statements")).unwrap();
                assert!(classes(&list).contains(&"unprinted"), "{root}");
                let is_beneath = page.descendants().any(|n| classes(&n).contains(&"beneath"));
                let is_short = ["carlill.agon", "organ-donation.agon", "picnic.agon", "library-fines.md"].contains(root);
                assert_eq!(is_beneath, is_short, "{root}: one sheet where there is room");
            });
        });
    }
    let chain: String = (0..300).map(|n| format!("claim c{n}: Claim {n}.\n  support s{n}:\n    premise c{}\n", n + 1)).collect();
    let circles = "claim a: A.\n  support s:\n    premise b\nclaim b: B.\n  support t:\n    premise a\n".to_owned();
    for text in [chain + "claim c300: The first.\n", circles] {
        let page = with_report(&Memory::new(&[("a.agon", &text)]), "a.agon", one_page);
        assert_eq!(page.matches("<svg").count(), 1);
    }
}

#[test]
fn a_map_that_is_too_large_for_a_sheet_is_printed_in_parts() {
    let printed = |root| with_report(&Folder("arguments"), root, |report| page_of(report).matches("<div class=\"sheet").count());
    assert_eq!(printed("picnic.agon"), 0);
    assert!(printed("security-guarantees/debate.agon") > 3);
    tree(&small(&large(200)), |page| {
        let maps =
            |class: &str| page.descendants().filter(|n| n.tag_name().name() == "div" && classes(n).contains(&class)).collect::<Vec<_>>();
        let least = |maps: &[Node<'_, '_>]| maps.iter().map(letters).fold(f64::INFINITY, f64::min);
        let (seen, sheets) = (maps("view"), maps("sheet"));
        assert!(sheets.len() > seen.len() && least(&sheets) > least(&seen), "{} {}", least(&sheets), least(&seen));
    });
}

/// How many millimetres a pixel of the first picture in `node` has where it is printed on a sheet of its own.
fn letters(node: &Node<'_, '_>) -> f64 {
    let svg = node.descendants().find(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "svg"))).unwrap();
    let side = |key| svg.attribute(key).unwrap().parse::<f64>().unwrap();
    let on = |width: f64, height: f64| (width / side("width")).min(height / side("height"));
    on(190.0, 275.0).max(on(277.0, 188.0))
}

#[test]
fn the_map_of_one_page_shows_the_objection_that_is_told_where_not_all_that_is_told_can_be_read() {
    with_report(&Folder("arguments"), "security-guarantees/debate.agon", |report| {
        tree(&one_page(report), |page| {
            let map = page.descendants().find(|n| classes(n).contains(&"view")).unwrap();
            let shown: Vec<&str> = map.descendants().filter_map(|n| n.attribute("data-claim")).collect();
            assert!(shown.contains(&"no-magic-wand") && !shown.contains(&"one-government"), "{shown:?}");
        });
    });
}

#[test]
fn a_list_of_a_statement_is_a_list_in_its_card() {
    let text = "claim bridge: The bridge should be rebuilt in two steps:\n  - the piers are cleaned;\n  - the deck is taken off.\n\n  It takes a year.\n";
    let html = small(text);
    assert!(
        html.contains("<ul><li><p>the piers are cleaned;</p></li><li><p>the deck is taken off.</p></li></ul><p>It takes a year.</p>"),
        "{html}"
    );
    assert!(!html.contains("- the piers"), "{html}");
}

/// The card of the statement `name` as its words.
fn card(page: &str, name: &str) -> String {
    tree(page, |page| {
        let card = page.descendants().find(|n| n.has_tag_name("details") && n.attribute("data-claim") == Some(name)).unwrap();
        let words: Vec<&str> = card.descendants().filter(Node::is_text).filter_map(|n| n.text()).flat_map(str::split_whitespace).collect();
        words.join(" ")
    })
}

#[test]
fn a_card_of_a_question_with_several_standing_answers_gives_them() {
    let of = |answers: &str| card(&small(&format!("question q: Which?\n  answers: {answers}\nclaim x on q: X.\nclaim y on q: Y.\n")), "q");
    let (any, one) = (of("any"), of("one"));
    assert!(any.starts_with("answered Which?") && any.contains("Of its answers, these stand together: X. stands and Y."), "{any}");
    assert!(one.starts_with("open Which?") && one.contains("It takes one answer, but more than one stands: X."), "{one}");
}

#[test]
fn a_card_does_not_say_that_an_unanswered_objection_is_stronger() {
    let page =
        small("claim x: X.\n  support: A.\n  rebuttal: B.\nclaim y: Y.\n  support: C.\nclaim z: Z.\n  support: D.\ncontradiction y, z\n");
    let (x, y) = (card(&page, "x"), card(&page, "y"));
    assert!(x.contains("This stands, but what speaks against the statement prevails over it."), "{x}");
    assert!(y.contains("This stands; whether it prevails over what speaks against the statement is open."), "{y}");
}

#[test]
fn a_card_is_by_those_who_have_not_taken_it_back() {
    let page = small("party a: Ann\nparty b: Bob\nclaim x by a, b: X.\nclaim y by b: Y.\nretract x by a\n  date: 2025-01-01\n");
    let x = card(&page, "x");
    assert!(x.contains("X. Bob ") && x.contains("taken back by Ann"), "{x}");
    assert!(!page.contains("<option value=\"0\">"), "nothing is said by Ann any more");
}
