//! Quotations: what is folded and what is not, what is found and what never is.

mod brackets;
mod figures;
mod locators;

use agon::quotation::{
    fold::{Folded, fold},
    nearest::find_nearest,
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
fn a_quotation_in_very_many_parts_is_not_looked_for() {
    let source = fold(&"ab ".repeat(1_000));
    let quotation = |parts: usize| parse(&vec!["ab"; parts].join(" … "));
    assert!(!find_all(&source, &[quotation(20)])[0].places.is_empty());
    let found = find_all(&source, &[quotation(2_000), quotation(2)]);
    assert!(found[0].is_cut_short && found[0].places.is_empty());
    assert!(!found[1].places.is_empty());
}
