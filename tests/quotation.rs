//! Quotations: what is folded and what is not, what is found and what never is.

use agon::quotation::{
    bracket::{Joint, find_put_in, find_remade},
    elision::{Dropped, Effect, Mark, find_dropped, find_ended, find_opened, find_replaced},
    figures::Side,
    fold::{Folded, fold},
    locator::{Locator, Unit, find_locators},
    marks::{Marks, find_elsewhere},
    nearest::find_nearest,
    numbering::{Beyond, Doubt, find_beyond, judge},
    pattern::{Pattern, parse},
    search::find_all,
    token::tokens,
};
use proptest::prelude::*;

/// The first passage of `source` that `quotation` quotes, as it stands there.
fn find(source: &str, quotation: &str) -> Option<String> {
    let folded = fold(source);
    let found = find_all(&folded, &[parse(quotation)]);
    assert!(!found[0].is_cut_short);
    found[0].places.first().map(|place| source[folded.origin(source, place.clone())].to_owned())
}

#[track_caller]
fn stands(source: &str, quotations: &[&str]) {
    for quotation in quotations {
        assert!(find(source, quotation).is_some(), "`{quotation}` is not found in `{source}`");
    }
}

#[track_caller]
fn does_not_stand(source: &str, quotations: &[&str]) {
    for quotation in quotations {
        assert_eq!(find(source, quotation), None, "`{quotation}` is found in `{source}`");
    }
}

#[test]
fn typography_is_folded() {
    stands("He said “it’s the ‘best’ of\n  all\u{a0}worlds”.", &["\"it's the \"best\" of all worlds\"", "it's the 'best' of all worlds"]);
    stands("war – and peace", &["war—and peace", "war -- and peace", "war - and peace"]);
    stands("from 1990–1995 to −5 degrees", &["1990-1995", "to -5 degrees", "1990 – 1995"]);
    stands("the gov-\nernment of a well-\nknown self-made man", &["government of a well-known self-made", "wellknown self-made"]);
    stands("the gov\u{ad}ern\u{ad}\nment's oﬃce, ﬁrst", &["government's office, first"]);
    stands("pre- and post-war, pages 10-\n12", &["pre- and post-war, pages 10-12"]);
    stands("cafe\u{301} naïve", &["café nai\u{308}ve"]);
    assert_eq!(find("a  “b\n c” d", "\"b c\""), Some("“b\n c”".to_owned()));
}

#[test]
fn nothing_else_is_folded() {
    does_not_stand(
        "The takings did not rise by 15 percent.",
        &[
            "takings did rise",
            "by 5 percent",
            "by 15 per cent",
            "by 1",
            "the takings did not",
            "takings, did not",
            "did not probably rise",
            "akings did",
            "takings di",
        ],
    );
    does_not_stand("re-sign the well-known résumé", &["resign", "wellknown", "re-sign the well-known resume", "known résumé", "the well"]);
    does_not_stand(
        "It was illegal, a non-violent act; -5 or 2.5 or 1,000; they can't.",
        &["legal, a", "violent act", "a non", "5 or 2.5", "5 or 1,000", "or 2", "or 1", "000; they", "they can"],
    );
    does_not_stand("a height of 5′ and 6″", &["5″ and 6", "of 5\" and"]);
}

#[test]
fn words_beside_a_dash_or_mark_are_whole() {
    stands("one—two – 5 people (three) “four” non-violent: 7.", &["two", "5 people", "three", "four", "non-violent", "7", "7.", "one"]);
}

#[test]
fn what_a_quotation_marks_may_differ() {
    let source = "The takings of the shops rose a little, and then a lot, on all four Saturdays.";
    stands(
        source,
        &[
            "takings … rose",
            "takings [there] rose a",
            "… takings of the shops … on all four …",
            "[t]he takings",
            "[T]he takings of the shop[keeper]s rose",
            "takings [...] a lot",
            "takings . . . on all",
            "The takings [sic] of the shops",
            "r[a]se a little",
            "[Its] takings of the shops",
        ],
    );
    stands("In 2020 he went.", &["[s]he went"]);
    does_not_stand(
        source,
        &["Saturdays … takings", "takings … fell", "[W]he takings", "takings [of the shops] on all four Saturdays [and] more"],
    );
    let far = format!("takings {} rose", "and so on ".repeat(300));
    does_not_stand(&far, &["takings … rose"]);
}

#[test]
fn parts_are_found_in_order_however_often_they_stand() {
    stands("a b x a b y a b z", &["a b … a b … z", "a b y … z", "x … a … b … z"]);
    does_not_stand("a b x a b y a b z", &["z … a b", "y … x"]);
    assert_eq!(find("one end, and one two end end", "one … end"), Some("one end".to_owned()));
}

#[test]
fn every_place_is_found() {
    let folded = fold("rain, rain and rain");
    let found = find_all(&folded, &[parse("rain"), parse("rain and"), parse("snow")]);
    assert_eq!(found.iter().map(|f| f.places.len()).collect::<Vec<_>>(), [3, 1, 0]);
}

#[test]
fn endless_work_is_cut_short_and_says_so() {
    let source = fold(&"a ".repeat(500_000));
    let found = find_all(&source, &[parse("a … zebra a"), parse("a … z … a … z … a … z … a a")]);
    assert_eq!(found[0].places, []);
    assert!(found[1].is_cut_short && found[1].places.is_empty());
}

/// What comes nearest, and each difference as `quoted|original`.
fn nearest(source: &str, quotation: &str) -> Option<(String, Vec<String>)> {
    let text = fold(source);
    let pattern = parse(quotation);
    let part = &pattern.parts[0];
    let found = find_nearest(&text, &[part]).remove(0)?;
    let of = |folded: &Folded, original: &str, range: &std::ops::Range<u32>| original[folded.origin(original, range.clone())].to_owned();
    let changes = found.changes.iter();
    let changes = changes.map(|c| format!("{}|{}", of(&part.folded, &part.words, &c.quoted), of(&text, source, &c.original))).collect();
    Some((of(&text, source, &found.place), changes))
}

#[test]
fn the_nearest_passage_shows_what_was_changed() {
    let source =
        format!("{} The takings did not\nrise by 15 percent in May. {}", "One two three. ".repeat(50), "Four five six. ".repeat(50));
    let check = |quotation: &str, passage: &str, changes: &[&str]| {
        let (found, differ) = nearest(&source, quotation).unwrap();
        assert_eq!((found.as_str(), differ), (passage, changes.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>()), "{quotation}");
    };
    check("The takings did rise by 15 percent", "The takings did not\nrise by 15 percent", &["|not"]);
    check("takings did not probably rise by", "takings did not\nrise by", &["probably|"]);
    check("did not rise by 50 percent in May.", "did not\nrise by 15 percent in May.", &["50|15"]);
    check(
        "The Takings did not rise by 15 per cent",
        "The takings did not\nrise by 15 percent in",
        &["Takings|takings", "per cent|percent in"],
    );
    assert_eq!(nearest(&source, "quite another sentence about nothing"), None);
    assert_eq!(nearest("the well-known man went home", "the wellknown man went home").unwrap().1, ["wellknown|well-known"]);
    assert_eq!(nearest("", "the wellknown man"), None);
    for (source, quotation, change) in [
        ("It does not prove that the dam is unsafe.", "does prove that the dam is unsafe", "|not"),
        ("He says it does not really prove that the dam is unsafe.", "does prove that the dam is unsafe", "|not really"),
        ("It probably cost 1,250 euros.", "It cost 1,250 euros", "|probably"),
        ("They say that the dam is not very unsafe by far.", "that the dam is unsafe", "|not very"),
        ("Many doubt that this shows that the dam is unsafe.", "it shows that the dam is unsafe", "it|this"),
        ("They say that the dam is dangerous by far.", "that the dam is unsafe", "unsafe|dangerous"),
    ] {
        assert_eq!(nearest(source, quotation).unwrap().1, [change], "{source}");
    }
}

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

#[test]
fn raised_and_lowered_figures_are_no_digits_more() {
    stands("It weighs 10⁶ kilograms.", &["weighs 10⁶ kilograms", "weighs 10^6 kilograms"]);
    does_not_stand("It weighs 10⁶ kilograms.", &["weighs 106 kilograms", "It weighs 10", "weighs 10^5", "6 kilograms"]);
    stands("10⁻⁶ and 10^−6, 2².⁵", &["10^-6 and 10⁻⁶", "2^2.5"]);
    does_not_stand("10⁻⁶ and 2².⁵", &["10-6", "10⁶", "2^2", "2²"]);
    stands("CO₂ on 5 km² of H₂O and 3 m^2, Ca²⁺, 5 m s⁻¹", &["CO2 on 5 km2 of H2O and 3 m², Ca2+, 5 m s-1", "5 km^2"]);
    does_not_stand("CO₂ on 5 km², x₁", &["CO", "on 5 km", "x"]);
    does_not_stand("the number 101₂ here", &["number 1012 here", "number 101"]);
    does_not_stand("(x + 1)² is more", &["(x + 1) is more"]);
}

#[test]
fn the_raised_numbers_of_notes_are_left_out() {
    stands("due in May³, and (free)⁴ “so”⁵⁻⁶ by 45%.⁷,⁸ Then", &["due in May, and (free) 'so' by 45%. Then", "in May³, and"]);
    stands("in 1990⁴. The bank’s⁵ from 1990–91⁶ on, since 2001² too", &["in 1990. The bank's from 1990-91 on, since 2001 too"]);
    does_not_stand("a grid of 2000² points, 1500³ more, 350⁴ boats", &["of 2000 points", "1500 more", "350 boats", "3504 boats"]);
}

#[test]
fn feet_are_no_inches() {
    stands("It is 5′ 6″ high.", &["is 5' 6\" high", "is 5’ 6” high", "5′ 6″"]);
    does_not_stand("It is 5′ 6″ high.", &["is 5\" 6' high", "5″ 6″ high"]);
    does_not_stand("It is 5\" high.", &["is 5′ high"]);
}

/// Distinct words: no two texts of them can be mistaken for each other.
fn words(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<String>> {
    let stem = prop::sample::select(vec!["fin", "office", "état", "flow", "ruhig", "Wort", "naïve", "stop", "λόγος"]);
    let tail = prop::sample::select(vec!["", "", "", ",", ".", ";", "'s", "\"", ")"]);
    prop::collection::vec((stem, tail, any::<bool>()), count).prop_map(|list| {
        let word = |(at, (stem, tail, number)): (usize, (&str, &str, bool))| {
            // Letters of base 26, so that a word may be hyphenated anywhere.
            let letters: String = [at / 26 % 26, at % 26].iter().map(|d| char::from(b'a' + *d as u8)).collect();
            if number && at % 5 == 0 { format!("{}", 1000 + at) } else { format!("{stem}{letters}q{tail}") }
        };
        list.into_iter().enumerate().map(word).collect()
    })
}

/// Sets `words` as a printer might, with a choice of `dice` at each place.
fn typeset(words: &[String], dice: &[u8]) -> String {
    let mut dice = dice.iter().copied().cycle();
    let mut die = || dice.next().unwrap_or(0);
    let mut out = String::new();
    for (at, word) in words.iter().enumerate() {
        if at > 0 {
            out.push_str([" ", "\n", "  ", "\u{a0}", " \n\t ", "\r\n"][usize::from(die() % 6)]);
        }
        let mut before: Option<char> = None;
        for c in word.chars() {
            if before.is_some_and(char::is_alphabetic) && c.is_alphabetic() {
                out.push_str(match die() % 24 {
                    0 => "-\n",
                    1 => "\u{ad}",
                    2 => "\u{ad}\n",
                    3 => "\u{200b}",
                    4 => "-\r\n    ",
                    _ => "",
                });
            }
            match c {
                '\'' => out.push(['\'', '’', '‘'][usize::from(die() % 3)]),
                '"' => out.push_str(["\"", "“", "”", "«"][usize::from(die() % 4)]),
                c => out.push(c),
            }
            before = Some(c);
        }
    }
    match dice.next().unwrap_or(0) % 3 {
        0 => out.replace("ffi", "ﬃ").replace("fl", "ﬂ"),
        1 => out.replace('é', "e\u{301}").replace('ï', "i\u{308}").replace("fi", "ﬁ"),
        _ => out,
    }
}

proptest! {
    #[test]
    fn folded_words_lead_back_to_where_they_were_folded_from(text in "([a-z]{1,3}|[ \n\t\x0c]|[-–—‐]|[\"'“”‘’«»]|\u{ad}|ﬁ|ﬃ|é|e\u{301}|\u{feff}|[0-9.,]|\\PC){0,60}") {
        let folded = fold(&text);
        let mut last = 0;
        let is_word = |token: &std::ops::Range<u32>| folded.text[token.start as usize..token.end as usize].contains(char::is_alphanumeric);
        for token in tokens(&folded).into_iter().filter(is_word) {
            let origin = folded.origin(&text, token.clone());
            prop_assert!(origin.start >= last, "{:?} goes back", origin);
            last = origin.start;
            let again = fold(&text[origin]);
            prop_assert_eq!(&again.text, &folded.text[token.start as usize..token.end as usize]);
        }
    }

    #[test]
    fn a_passage_is_found_however_it_is_set(
        words in words(3..60), cut in any::<(prop::sample::Index, prop::sample::Index)>(),
        dice in prop::collection::vec(any::<u8>(), 200), other in prop::collection::vec(any::<u8>(), 50),
    ) {
        let (one, two) = (cut.0.index(words.len()), cut.1.index(words.len()));
        let (start, end) = (one.min(two), one.max(two) + 1);
        let source = typeset(&words, &dice);
        // A quotation is set without hyphens at the end of its lines, whose words its writer knows.
        let other: Vec<u8> = other.iter().map(|d| if d % 24 < 5 { 9 } else { *d }).collect();
        let quotation = typeset(&words[start..end], &other);
        prop_assert!(find(&source, &quotation).is_some(), "{quotation:?} in {source:?}");
        if end - start > 4 {
            let elided = format!("{} … {}", words[start..start + 2].join(" "), words[end - 2..end].join(" "));
            prop_assert!(find(&source, &elided).is_some(), "{elided:?} in {source:?}");
        }
    }

    #[test]
    fn a_changed_passage_is_never_found_and_its_change_is_told(
        words in words(6..60), cut in any::<(prop::sample::Index, prop::sample::Index, prop::sample::Index)>(),
        dice in prop::collection::vec(any::<u8>(), 200), kind in 0..4,
    ) {
        let (one, two) = (cut.0.index(words.len()), cut.1.index(words.len()));
        let (start, end) = (one.min(two), one.max(two) + 1);
        prop_assume!(end - start >= 6);
        let mut quoted = words[start..end].to_vec();
        let at = 1 + cut.2.index(quoted.len() - 2);
        match kind {
            0 => drop(quoted.remove(at)),
            1 => quoted.insert(at, "not".to_owned()),
            2 => quoted[at] = format!("un{}", quoted[at]),
            _ => quoted.swap(at, at - 1),
        }
        let source = typeset(&words, &dice);
        let quotation = quoted.join(" ");
        prop_assert_eq!(find(&source, &quotation), None);
        let (passage, changes) = nearest(&source, &quotation).expect("most words are the same");
        prop_assert!(!changes.is_empty());
        prop_assert!(fold(&passage).text.contains(&fold(&words[start + 1]).text) || at == 1 || kind == 3);
    }

    #[test]
    fn a_changed_digit_is_never_found(number in 0u32..1_000_000, place in 0usize..6, by in 1u32..9, dice in prop::collection::vec(any::<u8>(), 30)) {
        let digits = number.to_string();
        let place = place % digits.len();
        let mut changed = digits.clone().into_bytes();
        changed[place] = b'0' + ((u32::from(changed[place] - b'0') + by) % 10) as u8;
        let words: Vec<String> = ["It", "cost", &digits, "francs", "in", "all"].map(str::to_owned).to_vec();
        let quotation = format!("cost {} francs", String::from_utf8(changed).unwrap());
        let source = typeset(&words, &dice);
        let unchanged = format!("cost {digits} francs");
        prop_assert!(find(&source, &unchanged).is_some());
        prop_assert_eq!(find(&source, &quotation), None);
    }

    #[test]
    fn any_texts_are_searched_without_a_panic(source in "([ab]|[ \n]|[-–—…]|[\\[\\]]|\\.|[0-9]|ﬁ|\\PC){0,80}", quotation in "([ab]|[ \n]|[-–—…]|[\\[\\]]|\\.|[0-9]|\\PC){0,30}") {
        let text = fold(&source);
        let pattern: Pattern = parse(&quotation);
        for found in find_all(&text, std::slice::from_ref(&pattern)) {
            for place in found.places {
                let origin = text.origin(&source, place);
                prop_assert!(source.is_char_boundary(origin.start) && source.is_char_boundary(origin.end));
            }
        }
        find_nearest(&text, &pattern.parts.iter().collect::<Vec<_>>());
    }
}

#[test]
fn an_ellipsis_may_not_drop_what_denies_or_weakens_the_words_it_joins() {
    let word = |before: &str, left_out: &str| find_dropped(before, left_out).map(|d| (d.word, d.does));
    for (before, left_out, dropped) in [
        ("X is", "not", "not"),
        ("X is", "not at all", "not"),
        ("the committee", "of the town no longer", "no"),
        ("they", "did not yet", "not"),
        ("they", "of the council didn't", "didn't"),
        ("the street was", "never, as far as we know,", "never"),
        ("there is", "no", "no"),
        ("it", "can hardly", "hardly"),
        ("the shops opened", "without", "without"),
        ("the dam is", "far from", "far from"),
        ("the dam is", "anything but", "anything but"),
        ("the trial", "failed to", "failed to"),
        ("the dam is", "no longer, so the office says, a", "no"),
        ("there is", "little", "little"),
        ("there was", "no good", "no"),
        ("they", "did not and will not", "not"),
        ("the committee", "denies that", "denies that"),
        ("it is", "false", "false"),
        ("the council", "did not, as far as we know,", "not"),
        ("the council", "that met on Monday did not", "not"),
        ("the council", "that met on Monday did not yet", "not"),
        ("the council", "neither approved nor", "nor"),
        ("it", "rarely", "rarely"),
    ] {
        assert_eq!(word(before, left_out), Some((dropped.to_owned(), Effect::Denies)), "{before} [{left_out}]");
    }
    for (before, left_out, dropped) in [
        ("the price", "probably", "probably"),
        ("the gate", "may be", "may"),
        ("in", "almost", "almost"),
        ("it", "quite possibly", "possibly"),
        ("the dams", ", built in 1930, may well", "may"),
        ("the museum", "may, in some cases,", "may"),
        ("the dam is", "probably, as the office says,", "probably"),
    ] {
        assert_eq!(word(before, left_out), Some((dropped.to_owned(), Effect::Hedges)), "{before} [{left_out}]");
    }
    for (before, left_out) in [
        ("the shops", ", which did not believe it at first,"),
        ("the shops", "which did not believe it at first"),
        ("the office knows", "whether or not"),
        ("it is", "not only quiet but"),
        ("it is", "not merely"),
        ("he had", "no house but"),
        ("the council met on Monday", "although it was not quorate, and"),
        ("the mayor", "(who was not there)"),
        ("she said that", "it was not her, and that"),
        ("they were", "not without"),
        ("the shops closed", "in May"),
        ("he", "who may have been the last of them"),
        ("the price", ", perhaps surprisingly,"),
        ("the report", "of the committee"),
        ("the report", ""),
        ("", ""),
        ("they pushed with", "all their might and"),
        ("the best doctors", "that they could find"),
        ("the best doctors", "they could find"),
        ("the shops", "that they did not visit"),
        ("the committee", "does not deny that"),
        ("the shops", ", which did not, I think, believe it at first,"),
        ("the shops", "that open late, and the bakery, if it may,"),
        ("the people", "who do not drive"),
        ("a child is", "a little"),
        ("it is", "not far from"),
        ("the", "only"),
        ("it is", "not only"),
        ("the one", "and only"),
        ("many", ", if not most,"),
        ("the shops", "that may open late, and those that do not,"),
        ("she asked the council", "if it could help her, and it"),
        ("it opened", "in a few days, no later than planned, and"),
    ] {
        assert_eq!(word(before, left_out), None, "{before} [{left_out}]");
    }
    for (before, left_out, limit) in [
        ("the street stays closed", ", unless the council objects,", "unless"),
        ("the shops", ", except the bakery,", "except"),
        ("the dam is safe", "only", "only"),
        ("the dam is safe", "only if it is drained,", "only"),
        ("the council will", ", if it wins,", "if"),
        ("they sell", "fresh bread only", "only"),
    ] {
        assert_eq!(word(before, left_out), Some((limit.to_owned(), Effect::Limits)), "{before} [{left_out}]");
    }
}

#[test]
fn a_bracket_that_opens_a_quotation_answers_for_the_words_before_it() {
    let word = |put_in: &str, before: &str| find_opened(put_in, before).map(|d| (d.word, d.does));
    assert_eq!(word("They", "They do not"), Some(("not".to_owned(), Effect::Denies)));
    assert_eq!(word("The dam", "It is far from"), Some(("far from".to_owned(), Effect::Denies)));
    assert_eq!(word("The dams", "These may"), Some(("may".to_owned(), Effect::Hedges)));
    assert_eq!(word("The shops", "Few of the"), Some(("Few".to_owned(), Effect::Denies)));
    assert_eq!(word("The dams", "None of the"), Some(("None".to_owned(), Effect::Denies)));
    for (put_in, before) in [
        ("The shops", "Quite a few of the"),
        ("The shops", "Many of the"),
        ("The council", "and so did not come. It"),
        ("They don't", "They do not"),
        ("Residents", "It is not true, they said, that most of the people"),
        ("Shops", "Since May they"),
        ("The dam", ""),
    ] {
        assert_eq!(word(put_in, before), None, "[{put_in}] {before}");
    }
}

#[test]
fn a_bracket_in_place_of_a_condition_keeps_it() {
    let word = |put_in: &str, replaced: &str| find_replaced(put_in, replaced).map(|d| (d.word, d.does));
    assert_eq!(word("in", "only in"), Some(("only".to_owned(), Effect::Limits)));
    assert_eq!(word("the bakery apart", ", except the bakery,"), None);
    assert_eq!(word("very", "far from"), Some(("far from".to_owned(), Effect::Denies)));
    assert_eq!(word("not at all", "far from"), None);
}

#[test]
fn an_ellipsis_at_the_end_may_not_leave_out_the_condition() {
    let word = |before: &str, following: &str| find_ended(before, following).map(|d| (d.word, d.does));
    assert_eq!(word("the dam is safe", "only if it is drained"), Some(("only".to_owned(), Effect::Limits)));
    assert_eq!(word("the dam is safe", ", unless it rains"), Some(("unless".to_owned(), Effect::Limits)));
    assert_eq!(word("the dam is safe", ". If it rains, we go in"), None);
    assert_eq!(word("the dam is safe", ". Only fools go in"), None);
    assert_eq!(word("the dam is safe", "and will be"), None);
}

/// What a bracket between `before` and `behind` does, where `replaced` stand in the source.
fn put_in(before: &str, put_in: &str, behind: &str, replaced: &str) -> Option<Dropped> {
    let side = match (before, behind) {
        ("", _) => Side::Before,
        (_, "") => Side::Behind,
        _ => Side::Within,
    };
    find_put_in(&Joint { before, put_in, behind, replaced, side, near: "" })
}

#[test]
fn a_bracket_may_not_deny_hedge_limit_or_count_what_the_source_does_not() {
    for (before, bracket, behind, replaced, word, does, mark) in [
        ("the dam is", "never", "safe", "", "never", Effect::Denies, Mark::PutIn),
        ("the dam", "did not", "hold", "", "not", Effect::Denies, Mark::PutIn),
        ("", "No", "dams hold", "The", "No", Effect::Denies, Mark::PutIn),
        ("", "They do not believe that", "guarantees deter", "", "not believe that", Effect::Denies, Mark::PutIn),
        ("the dam will", "probably", "hold", "", "probably", Effect::Hedges, Mark::PutIn),
        ("the dam", "may", "hold", "will", "may", Effect::Hedges, Mark::PutIn),
        ("it opens", "only", "in May", "", "only", Effect::Limits, Mark::PutIn),
        ("he saw", "a hundred", "boats", "", "hundred", Effect::Counts, Mark::PutIn),
        ("he saw", "100 wooden", "boats", "twelve fishing", "twelve", Effect::Counts, Mark::Replaced),
        ("", "100 fishing", "boats sank", "Twelve fishing", "Twelve", Effect::Counts, Mark::Replaced),
        ("there were", "1.5 million", "of them", "150,000", "150,000", Effect::Counts, Mark::Replaced),
        ("", "All", "dams hold", "Some", "All", Effect::Counts, Mark::PutIn),
        ("prices", "fell", "in May", "rose", "rose", Effect::Rewords("fell".to_owned()), Mark::PutIn),
        ("the cure is", "effective", "in May", "ineffective", "ineffective", Effect::Rewords("effective".to_owned()), Mark::PutIn),
    ] {
        let found = Some(Dropped { word: word.to_owned(), does, mark });
        assert_eq!(put_in(before, bracket, behind, replaced), found, "{before} [{bracket}] {behind}, for: {replaced}");
    }
    for (before, bracket, behind, replaced) in [
        ("", "The dam", "is safe", "It"),
        ("it", "not the lock but the dam", "is safe", ""),
        ("the shops", ", at first doubtful,", "took more", ", which did not believe it,"),
        ("the mayor", "who was not there", "said so", ""),
        ("it", "could not", "pay", "was unable to"),
        ("it", "did not", "pay", "failed to"),
        ("it", "might", "hold", "may"),
        ("they asked", "if", "it holds", "whether"),
        ("he saw", "12", "men", "a dozen"),
        ("he saw", "205", "men", "two hundred and five"),
        ("he came", "in 1928", "to us", "two years earlier"),
        ("it is", "160 km", "away", "100 miles"),
        ("", "40 percent", "of them sank", "two out of five"),
        ("", "The 12 bakers", "opened shops", "3 years they"),
        ("it is safe", "12", "", ""),
        ("he left in May", "2019", "for good", ""),
        ("", "Several", "of them closed", "Some"),
        ("he", "has", "run it", "had"),
        ("he was", "sic", "there", ""),
    ] {
        assert_eq!(put_in(before, bracket, behind, replaced), None, "{before} [{bracket}] {behind}, for: {replaced}");
    }
}

#[test]
fn a_bracket_within_a_word_makes_a_form_of_it_and_no_other_word() {
    let is_told = |made, word, kept, is_cut| find_remade(made, word, kept, is_cut).is_some();
    for (made, word, kept) in [
        ("acquitted", "accused", "ac"),
        ("unlikely", "likely", ""),
        ("impossible", "possible", ""),
        ("cannot", "can", "can"),
        ("hopeless", "hope", "hope"),
        ("Iran", "Iraq", "Ira"),
        ("convinced", "convicted", "convi"),
    ] {
        assert!(is_told(made, word, kept, false), "{made}, for: {word}");
    }
    for (made, word, kept) in [
        ("the", "The", ""),
        ("governed", "governs", "govern"),
        ("stopped", "stops", "stop"),
        ("studied", "studies", "stud"),
        ("wrote", "writes", "wr"),
        ("thought", "think", "th"),
        ("man", "men", "m"),
        ("economy", "economic", "econom"),
        ("Britain", "British", "Brit"),
        ("their", "the", "the"),
    ] {
        assert!(!is_told(made, word, kept, false), "{made}, for: {word}");
    }
    assert!(!is_told("Governor", "Gov", "Gov", true));
}

#[test]
fn a_figure_is_quoted_with_all_its_groups_and_its_unit() {
    let source = "The town paid 1 250 000 francs, 3.5% more; a share of 4 %. It cost $5 million. In 2019 300 came. The 12 ships of 300 men";
    stands(
        source,
        &["paid 1 250 000 francs", "3.5% more", "3.5 [percent] more", "$5 million", "In 2019", "300 came", "The 12 ships", "of 300 men"],
    );
    let apart = "Chapter 12\n\n345 men fled. Rye  12  345 men. Wheat\t12\t500 men. It fell by 1\u{a0}250 men";
    stands(apart, &["345 men fled", "345 men", "500 men", "Wheat 12", "by 1 250 men"]);
    assert_eq!(find(apart, "250 men"), None, "a blank that keeps a line together parts no number");
    for cut in ["The town paid 1 250", "paid 1", "250 000 francs", "000 francs", "3.5", "a share of 4", "5 million"] {
        assert_eq!(find(source, cut), None, "{cut}");
    }
}
