//! Locators: which are read, and where marks say that one is wrong.

use agon::quotation::{
    locator::{Locator, Unit, find_locators},
    marks::{Marks, find_elsewhere},
    numbering::{Beyond, Doubt, find_beyond, judge},
};

/// A locator of one part.
fn find_locator(text: &str) -> Option<Locator> {
    let mut found = find_locators(text);
    assert!(found.len() < 2, "{text}");
    found.pop()
}

#[test]
fn locators_are_read_or_left_alone() {
    let read = |text| find_locator(text).map(|l| (l.unit, *l.numbers[0].start(), *l.numbers[0].end()));
    assert_eq!(read("p. 3"), Some((Unit::Page, 3, 3)));
    assert_eq!(read("pp. 263–5"), Some((Unit::Page, 263, 265)));
    assert_eq!(read("pages 8-12"), Some((Unit::Page, 8, 12)));
    assert_eq!(read("para. 4"), Some((Unit::Paragraph, 4, 4)));
    assert_eq!(read("¶ 4"), Some((Unit::Paragraph, 4, 4)));
    assert_eq!(read("§12"), Some((Unit::Section, 12, 12)));
    assert_eq!(read("p. 3 f."), Some((Unit::Page, 3, 4)));
    assert_eq!(read("p. 3ff."), Some((Unit::Page, 3, u32::MAX)));
    assert_eq!(read("p. 3 ff."), Some((Unit::Page, 3, u32::MAX)));
    assert_eq!(read("pages 4 to 5"), Some((Unit::Page, 4, 5)));
    for other in ["ch. 2", "p. iv", "263", "[1893] 1 QB 256", "p. 9-3x", "p. 12345678", "", "§ 12(3)", "p. 3rd", "Annex, p. 3", "p. 3 of 9"]
    {
        assert_eq!(read(other), None, "{other}");
    }
}

#[test]
fn each_part_of_a_locator_is_read_for_itself() {
    let read = |text: &str| {
        let part = |l: Locator| format!("{}={} {:?}", &text[l.at.clone()], l.unit.word(), l.numbers);
        find_locators(text).into_iter().map(part).collect::<Vec<_>>()
    };
    for page in ["p. 3, n. 2", "p. 3, Table 1", "ch. 1, p. 3", "vol. 1, p. 3", "p. 3; fig. 7", "tbl. 4 and p. 3", "p. 3, 5th line"] {
        assert_eq!(read(page), ["p. 3=page [3..=3]"], "{page}");
    }
    assert_eq!(read("p. 3 (emphasis added, p. 9 too)"), ["p. 3=page [3..=3]"]);
    assert_eq!(read("p. 3 n. 2"), ["p. 3 n. 2=page [3..=3]"]);
    assert_eq!(read("pp. 1, 3"), ["pp. 1, 3=page [1..=1, 3..=3]"]);
    assert_eq!(read("pp. 4 and 5"), ["pp. 4 and 5=page [4..=4, 5..=5]"]);
    assert_eq!(read("pp. 1–2 & 7, para. 3"), ["pp. 1–2 & 7=page [1..=2, 7..=7]", "para. 3=paragraph [3..=3]"]);
    assert_eq!(read("art. 5, para. 3"), [""; 0], "it may be counted within the article");
    assert_eq!(read("§ 5, para. 3"), ["§ 5=section [5..=5]"]);
    assert_eq!(read("p. 3, Annex 2, p. 9"), ["p. 3=page [3..=3]"]);
}

#[test]
#[allow(clippy::single_range_in_vec_init, reason = "the places of a passage are a list, often of one")]
fn a_locator_is_wrong_only_where_marks_say_so() {
    let pages = |list: &[(u32, u32)]| Marks { unit: Unit::Page, list: list.to_vec(), exclusive: false };
    let printed = pages(&[(0, 263), (100, 264), (200, 265)]);
    let counted = pages(&[(0, 1), (100, 2), (200, 3)]);
    let elsewhere =
        |marks: &[Marks], locator: &str, places: &[std::ops::Range<u32>]| find_elsewhere(marks, &find_locator(locator).unwrap(), places);
    let both = [printed.clone(), counted];
    assert_eq!(elsewhere(&both, "p. 264", &[150..160]), None);
    assert_eq!(elsewhere(&both, "p. 2", &[150..160]), None, "the count is right too");
    assert_eq!(elsewhere(&both, "p. 265", &[150..160]), Some(264));
    assert_eq!(elsewhere(&both, "p. 265", &[150..160, 250..260]), None, "it stands there as well");
    assert_eq!(elsewhere(&both, "pp. 264-265", &[90..110]), None, "it runs over two pages");
    assert_eq!(elsewhere(&both, "p. 900", &[150..160]), None, "no mark says where page 900 is");
    assert_eq!(elsewhere(&both, "para. 2", &[150..160]), None, "paragraphs are not marked");
    assert_eq!(elsewhere(&[], "p. 2", &[150..160]), None);
    assert_eq!(elsewhere(&[printed], "p. 265", &[150..160]), Some(264));
}

#[test]
#[allow(clippy::single_range_in_vec_init, reason = "the places of a passage are a list, often of one")]
fn a_number_that_is_not_among_the_marks_is_wrong_where_they_alone_are_cited_by() {
    let pages = |list: &[(u32, u32)]| [Marks { unit: Unit::Page, list: list.to_vec(), exclusive: true }];
    let elsewhere =
        |marks: &[Marks], locator: &str, at: std::ops::Range<u32>| find_elsewhere(marks, &find_locator(locator).unwrap(), &[at]);
    let three = pages(&[(50, 1), (100, 2), (200, 3)]);
    for wrong in ["p. 1", "p. 3", "p. 9", "p. 22", "pp. 3-4"] {
        assert_eq!(elsewhere(&three, wrong, 150..160), Some(2), "{wrong}");
    }
    for right in ["p. 2", "pp. 2-3", "pp. 1-9"] {
        assert_eq!(elsewhere(&three, right, 150..160), None, "{right}");
    }
    assert_eq!(elsewhere(&three, "p. 9", 10..20), None, "before the first mark nothing is known");
    assert_eq!(elsewhere(&three, "p. 9", 250..260), Some(3), "whoever marks each page marks the last one");
    let some = pages(&[(0, 1), (100, 5), (200, 6)]);
    assert_eq!(elsewhere(&some, "p. 3", 10..20), None, "pages 2 to 4 are not marked");
    assert_eq!(elsewhere(&some, "p. 5", 10..20), Some(1));
    assert_eq!(elsewhere(&some, "p. 9", 250..260), None, "nor perhaps those behind page 6");
    assert_eq!(elsewhere(&some, "p. 4", 250..260), Some(6));
    assert_eq!(elsewhere(&pages(&[(0, 7)]), "p. 8", 10..20), None);
}

/// What becomes of citations of counted pages, each as its number and the page where its words stand; `None` where the count can tell.
fn judged(cited: &[(&str, u32)]) -> Vec<Doubt> {
    let counted = [Marks { unit: Unit::Page, list: vec![(0, 1), (100, 2), (200, 3)], exclusive: false }];
    let beyond = |(locator, page): &(&str, u32)| {
        let at = page * 100 - 50;
        find_beyond(&counted, &find_locator(locator).unwrap(), std::slice::from_ref(&(at..at + 9)))
    };
    let all: Vec<Beyond> = cited.iter().filter_map(beyond).collect();
    judge(&all)
}

#[test]
fn numbers_beyond_the_count_must_agree() {
    use Doubt::{None, Some, Wrong};
    assert_eq!(judged(&[("p. 2", 2), ("p. 3", 1), ("pp. 2-99", 2)]), [], "of these the count can tell");
    assert_eq!(judged(&[("p. 99", 2)]), [Some]);
    assert_eq!(judged(&[("p. 99", 2), ("p. 99", 2)]), [Some, Some], "one page alone confirms nothing");
    assert_eq!(judged(&[("p. 264", 2), ("pp. 263-265", 1)]), [None, None]);
    assert_eq!(judged(&[("p. 264", 2), ("p. 265", 3), ("p. 246", 2)]), [None, None, Wrong]);
    assert_eq!(judged(&[("p. 264", 2), ("p. 99", 3)]), [Wrong, Wrong]);
    assert_eq!(judged(&[("p. 264", 2), ("p. 99", 2)]), [Wrong, Wrong]);
    assert_eq!(judged(&[]), []);
}
