//! A brief tells all that bears on its judgements: every reply, every change of mind, what preferences decide, how sure anyone is; and it
//! quotes nobody who was not quoted.

use crate::support::{brief_of, bulk, check_words, with};
use agon::{
    render::{
        brief::{Length, Part, brief, part},
        document::{Block, Inline},
        markdown::markdown,
        pick::Judgement,
        prose::line::plain,
        trace::{marked, marked_brief},
    },
    report::run::Report,
};

const PARTIES: &str = "party a: Ann Roe\nparty k: Kim Loe\nparty j: Judge Hale\nparty c: Carbolic Smoke Ball Company\n";

fn page(text: &str, length: Length) -> String {
    brief_of(&format!("{PARTIES}{text}"), length)
}

#[track_caller]
fn check(text: &str, length: Length, says: &[&str], says_not: &[&str]) {
    check_words(&page(text, length), says, says_not);
}

#[test]
fn a_note_on_what_a_party_did_is_not_put_into_its_mouth() {
    let text = "claim safe by a: The ball is safe.\naccept safe by c: The company argued its appeal on the law.\ndeny safe by k: Kim warned against it.\n";
    check(
        text,
        Length::Full,
        &[
            "Carbolic Smoke Ball Company accepted it: “The company argued its appeal on the law.”",
            "- Kim Loe denied the judgement: “Kim warned against it.”",
        ],
        &["saying"],
    );
}

#[test]
fn words_for_which_a_source_is_cited_are_a_quotation() {
    let text =
        "source s: A letter\nclaim safe by a: The ball is safe.\ndeny safe by k: Never use it.\n  cite: s, \"I say: never use it!\"\n";
    check(
        text,
        Length::Full,
        &["Kim Loe denied the judgement, saying: “I say: never use it\\!”[^1]", "*A letter* (n.d.), quoted in the text."],
        &["denied the judgement: “"],
    );
}

#[test]
fn what_is_cited_for_an_act_has_a_footnote_and_a_place_in_the_table() {
    let text = "source s: A letter\nsource t: A book\nquestion q: Is it safe?\nclaim safe on q by a: It is.\n  cite: t\nclaim not on q by k: It is not.\n\
                contradiction safe, not\naccept safe by j\n  cite: s\ndeny safe by c\n  cite: s\n";
    for length in [Length::Normal, Length::Full] {
        let page = page(text, length);
        assert!(page.contains("| *A letter*. n.d. | 2 |"), "{page}");
        assert!(page.contains("Judge Hale accepted this answer.[^2]"), "{page}");
        assert!(page.contains("- Carbolic Smoke Ball Company denied answer 1.[^3]"), "{page}");
    }
    with(
        &format!("{PARTIES}source t: A book\nsource s: A letter\nclaim safe by a: It is.\n  cite: t\ndeny safe by c\n  cite: s\n"),
        |report| {
            let text = markdown(&marked_brief(brief(report, Length::Full), &report.debate).document());
            assert!(text.contains("denied the judgement.[^2] `safe ← s`"), "{text}");
        },
    );
}

const PUMP: &str = "claim yes by a: The pump is safe.\n  rebuttal rust by k: The pump is rusty.\n    undercut paint by a: Rust says nothing about safety.\n    \
                    undercut old by a: The photograph is of another pump.\n    rebuttal new by a: The pump was replaced in May.\naccept new by k: Kim \
                    has seen the new pump.\n  date: 2024-05-09\n";

#[test]
fn every_reply_is_told_and_who_granted_it() {
    let granted =
        "Ann Roe replied that the pump was replaced in May. Kim Loe accepted this reply on 9 May 2024: “Kim has seen the new pump.”";
    check(PUMP, Length::Normal, &[granted], &["did not share"]);
    check(
        PUMP,
        Length::Full,
        &[
            granted,
            "Ann Roe replied as well: Rust says nothing about safety.",
            "Ann Roe replied as well that the photograph is of another pump.",
        ],
        &["did not share"],
    );
    let kept = PUMP.replace("accept new", "accept paint2").replace("    undercut old", "    undercut paint2");
    let kept = kept.replace("accept paint2 by k: Kim has seen the new pump.\n", "accept paint2 by j\n");
    check(&kept, Length::Full, &["Kim Loe did not share the judgement"], &[]);
}

#[test]
fn a_change_of_mind_is_told_with_its_days_and_notes() {
    let text = "claim fee by k: The fee should go.\n  support dear: It is dear.\naccept fee by k\n  date: 2019\nretract fee by k: New figures.\n  date: \
                2020\ndeny fee by k: The law was repealed.\n  date: 2021\n";
    check(
        text,
        Length::Full,
        &[
            "although Kim Loe both put it forward and denied it",
            "- Kim Loe accepted the judgement in 2019, took it back in 2020, and denied it in 2021. The note on the withdrawal reads: “New \
             figures.” The note on the denial reads: “The law was repealed.”",
        ],
        &["Kim Loe accepted it"],
    );
    check(&format!("{text}{}", bulk()), Length::Normal, &["- Kim Loe denied the judgement in 2021: “The law was repealed.”"], &[]);
}

#[test]
fn confidence_in_reasons_and_objections_is_told() {
    let text = "claim yes by a: We shall.\n  support old by a: It helped before.\n    confidence: low\n  rebuttal cost by k: It costs a lot.\n    \
                confidence: moderate\n    likelihood: likely\n    undercut cheap by a: It is cheap.\n      confidence: high\n";
    for length in [Length::Normal, Length::Full] {
        check(
            text,
            length,
            &[
                "before. Confidence in this is low.",
                "a lot. This is likely, and confidence in it is moderate.",
                "because it is cheap. Confidence in this is high.",
            ],
            &[],
        );
    }
}

#[test]
fn a_preference_that_decides_on_the_way_is_told_and_would_change_the_judgement() {
    let text = "question q: Who pays?\nclaim owe on q: The landlord pays.\n  rebuttal fault by a: The tenant broke the boiler.\nclaim wear by k: The boiler failed through \
                wear.\n  likelihood: very likely\ncontradiction fault, wear\nprefer wear over fault by j: An expert is the better witness.\n";
    for length in [Length::Normal, Length::Full] {
        check(
            text,
            length,
            &[
                "It gives way to the contrary claim of Kim Loe that the boiler failed through wear. This is very likely. Judge Hale judged this \
                 claim the stronger: “An expert is the better witness.”",
                "- The judgement rests on a preference",
                "for reply 2 over objection 1, without which it would not stand",
            ],
            &[],
        );
    }
}

const THREE: &str = "question q: Does it work?\nclaim both by a on q: It depends on diet.\n  support d: The diets differed.\nclaim yes by k on q: It \
                     does.\nclaim no by j on q: It does not.\ncontradiction yes, no\n";

#[test]
fn open_rivals_of_a_third_answer_are_told_as_what_they_are() {
    let head = "Nobody has objected to it, and two other answers, which exclude each other, are open.";
    check(
        THREE,
        Length::Full,
        &[head, "**Two rival answers.** Both are open: they exclude each other, and neither has the last word.", "**The second of them.**"],
        &["the other answer exclude"],
    );
    check(THREE, Length::OnePage, &[head, "Another answer, given by Kim Loe, is", "A further one, given by Judge Hale, is"], &[]);
}

#[test]
fn an_answer_that_was_taken_back_does_not_fall() {
    let text =
        "question q: Where?\nclaim park on q by a: In the park.\nclaim hall on q by k: In the hall.\nretract hall by k\n  date: 2020\n";
    check(
        text,
        Length::Full,
        &["and the other answer was taken back", "**The other answer, which was taken back.**", "Kim Loe took this answer back in 2020."],
        &["falls", "Open points"],
    );
    let aside = "claim yes by a: We shall.\n  support why: It helps.\nfact once by k: It was cold.\nretract once by k\n";
    let page = page(&aside.replace("fact once", "claim once").replace("claim yes", "question q: Shall we?\nclaim yes on q"), Length::Full);
    assert!(page.contains("## Taken back\n\n- Kim Loe once held that"), "{page}");
    assert!(!page.contains("## Open points\n\n- Kim"), "{page}");
}

#[test]
fn a_poor_basis_does_not_explain_high_confidence() {
    let text = "claim yes by a: We shall.\n  confidence: high\n";
    check(text, Length::Normal, &["Confidence in it is high, although it has neither a reason nor a source behind it."], &[]);
    check(&text.replace("high", "low"), Length::Normal, &["Confidence in it is low: it has neither a reason nor a source behind it."], &[]);
}

#[test]
fn a_text_is_not_cut_to_its_opposite() {
    let text = "claim repair by a: The landlord did not have to repair the boiler.\n  support why: The contract says so.\ndeny repair by k\nclaim other \
                by k: The town will pay for the bridge only if it is not closed to lorries in the winter of the second year.\ncontradiction other, why\n\
                prefer why over other\n";
    let page = page(text, Length::Full);
    assert!(!page.contains("“The landlord …”") && !page.contains("“The landlord did …”"), "{page}");
    let annex = page.split("## Annex").nth(1).unwrap();
    assert!(annex.contains("| The claim of judgement 1 | `repair` |") && !page.contains('…'), "{page}");
}

#[test]
fn what_two_reasons_hold_up_falls_with_both() {
    let text = "claim open1: The pool should reopen.\n  support clean: The water is clean.\n  support staff: The staff is there.\n";
    check(
        text,
        Length::Full,
        &["- The judgement stands whichever single statement falls, but would no longer stand if points 1 and 2 fell together."],
        &[],
    );
    let one = "claim open1: The pool should reopen.\n  support clean: The water is clean.\n";
    check(one, Length::Full, &["would no longer stand if point 1 fell"], &["together"]);
}

#[test]
fn an_assumption_that_falls_is_said_to_fall_and_to_what() {
    let text = "assumption warm: The summer will be warm.\n  rebuttal cold by k: The forecast says cold.\nclaim swim by a: We should swim.\nsupport s for \
                swim:\n  premise warm\n";
    check(text, Length::Full, &["It falls.", "The reason for the claim that rests on it fails too."], &["does not stand unopposed"]);
    let alone =
        "claim swim by a: We should swim.\nassumption warm: The summer will be warm.\n  rebuttal cold by k: The forecast says cold.\n";
    check(
        alone,
        Length::Full,
        &[
            "- It is assumed that the summer will be warm. It falls. Kim Loe objected that the forecast says cold, and nobody has answered this.",
        ],
        &["rests on it"],
    );
}

#[test]
fn a_brief_on_one_claim_leaves_out_what_does_not_bear_on_it() {
    let text = format!(
        "{PARTIES}claim x by a: The bridge holds.\n  support tests: It was tested.\nclaim salt by a: Salt is dear.\nclaim cheap by k: Salt is cheap.\n\
         contradiction salt, cheap\n"
    );
    with(&text, |report: &Report<'_>| {
        let judgement = Judgement { question: None, claim: report.debate.find_claim("x") };
        let page = markdown(&part(report, Part::Brief(Some(judgement)), None));
        assert!(page.contains("The bridge holds") && !page.contains("Salt"), "{page}");
        assert!(markdown(&brief(report, Length::Full).document()).contains("Nothing decides between"));
    });
}

#[test]
fn nothing_of_the_program_is_in_what_would_change_a_judgement() {
    let mut text = String::from("claim top by a: The plan works.\n  support s0: Part 0 works.\n");
    (1..14).for_each(|n| text += &format!("{}support s{n}: Part {n} works.\n", "  ".repeat(n + 1)));
    let page = page(&format!("{text}{}", bulk()), Length::Normal);
    assert!(
        page.contains("There are more statements without which the judgement would no longer stand; they are left out here."),
        "{page}"
    );
    assert!(!page.contains("agon flip"), "{page}");
}

/// The sentences of a line and the marks among them.
fn counted(line: &[Inline]) -> (usize, usize) {
    let text = plain(&line.iter().filter(|i| !matches!(i, Inline::Code(_))).cloned().collect::<Vec<_>>());
    // What is quoted is a part of its sentence.
    let mut outside = String::new();
    let mut quotes = 0usize;
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '“' => quotes += 1,
            '”' => {
                quotes -= 1;
                // A full stop within the marks ends the sentence about them.
                if quotes == 0 && before == '.' {
                    outside.truncate(outside.trim_end().len());
                    outside.push('.');
                }
            }
            c if quotes == 0 => outside.push(c),
            _ => {}
        }
        before = c;
    }
    let ends = outside
        .split_whitespace()
        .filter(|word| word.ends_with(['.', '?', '!']) && (word.len() > 2 || word.starts_with(|c: char| c.is_ascii_digit())))
        .count();
    (ends, line.iter().filter(|i| matches!(i, Inline::Code(_))).count())
}

#[test]
fn no_sentence_is_without_a_mark_where_a_text_has_several() {
    let text = format!(
        "---\nscope: Only the old town. The harbour is left out.\nas-of: 2020-01-01\n---\n{PARTIES}term bridge: A crossing of stone. Wood is something \
         else.\nclaim x by a: The bridge holds. It always did.\n  support tests by a: It was tested twice. Both tests were public.\ndeny x by k: Kim saw \
         a crack. It was wide.\n"
    );
    with(&text, |report: &Report<'_>| {
        let mut told = brief(report, Length::Full);
        told.sections.retain(|s| s.key != "map" && s.key != "annex" && s.key != "sources");
        let mut blocks = marked(told.document(), &report.debate);
        let mut lines = 0;
        while let Some(block) = blocks.pop() {
            match block {
                Block::Paragraph(line) => {
                    lines += 1;
                    // A label such as "The reason." leads up to its sentence, and a word in bold to its sense.
                    let labels = plain(&line).matches("The reason.").count();
                    let (sentences, marks) = counted(&line);
                    assert_eq!(sentences - labels, marks, "{}", plain(&line));
                }
                Block::List { items, .. } => blocks.extend(items.into_iter().flatten()),
                _ => {}
            }
        }
        assert!(lines > 5);
        let text = markdown(&marked_brief(brief(report, Length::Full), &report.debate).document());
        for words in
            ["Only the old town. `front matter` The harbour", "stone. `bridge` Wood", "the judgement: “Kim saw a crack. It was wide.” `x`"]
        {
            assert!(text.contains(words), "{words}\n{text}");
        }
        assert!(text.contains("tested twice. `tests` Both tests were public (1). `tests`"), "{text}");
    });
}

#[test]
fn one_page_has_an_objection_to_an_answer_that_is_open() {
    let text = "question q: Does it work?\nclaim yes by a on q: It works in water.\n  rebuttal salt by k: Salt stops it.\n    rebuttal pure by a: The \
                water is pure.\nclaim no by k on q: It does not.\ncontradiction yes, no\n";
    check(text, Length::OnePage, &["**Against answer 1.** Kim Loe objected: Salt stops it. Ann Roe replied that the water is pure."], &[]);
}

#[test]
fn points_beneath_points_are_told_apart() {
    let text = "claim top by a: The plan works.\n  support s:\n    premise one: The first half works.\n    premise two: The second half works.\nsupport \
                t for one:\n  premise three: The third quarter works.\n  premise four: The fourth quarter works.\nsupport u for three: It was tried.\n";
    check(text, Length::Full, &["- In support of point 1, the third quarter works.", "- In support of point 3, it was tried."], &[]);
}

#[test]
fn a_single_strict_reason_shows_the_judgement() {
    let text = "claim top by a: The plan works.\nsupport s for top strictly:\n  premise one: The first half works.\n  premise two: So does the other.\n";
    check(text, Length::Full, &["From this, the judgement follows strictly."], &["the point follows"]);
}

#[test]
fn objections_to_an_answer_that_falls_are_told_with_their_replies() {
    let text = "question q: Does it work?\nclaim yes by a on q: It works.\n  rebuttal salt by k: Salt stops it.\n  rebuttal cold by k: Cold slows \
                it.\n    rebuttal warm by a: It is kept warm.\nclaim no by k on q: It fails.\n";
    check(text, Length::Full, &["Cold slows it. Ann Roe replied that it is kept warm."], &[]);
}

#[test]
fn what_was_said_on_a_standing_reason_of_a_fallen_answer_is_told() {
    let text = "question q: Should there be a toll?\nclaim yes on q by a: There should be a toll.\n  support air: The air would be cleaner.\n    support cars: \
                Fewer cars would run.\n    rebuttal winds by k: The wind decides how clean the air is.\n      rebuttal calm by a: On calm days the cars decide \
                it.\n  rebuttal shops by k: Shops will lose customers.\nclaim no on q by k: There should be no toll.\ncontradiction yes, no\n";
    check(
        text,
        Length::Full,
        &[
            "In its favour, the air would be cleaner. The reason given is that fewer cars would run.",
            "objected that the wind decides how clean the air is. Ann Roe replied that on calm days the cars decide it.",
        ],
        &[],
    );
}

#[test]
fn the_only_reason_is_not_told_as_one_of_several() {
    let text = "question q: Which?\nclaim yes on q by a: It is the left one.\n  support air: The map says so.\n    rebuttal winds: The map is wrong.\n  rebuttal \
                shops: It is the right one.\nclaim no on q by k: It is none.\ncontradiction yes, no\n";
    check(text, Length::Full, &["The one reason given for this answer does not hold:"], &["One reason given"]);
    let more = text.replace("  rebuttal shops", "  support sign: The sign says so.\n  rebuttal shops");
    check(&more, Length::Full, &["One reason given for this answer does not hold:"], &["The one reason given"]);
}

#[test]
fn lists_and_further_paragraphs_are_told() {
    let text = "claim bridge by a: The bridge should be rebuilt in three steps:\n  - the piers are cleaned;\n  - the deck is taken off\n  - a new one is \
                laid.\n  support why: The piers are sound.\n\n    They were tested in May.\n";
    let told = page(&format!("{text}{}", bulk()), Length::Normal);
    assert!(told.contains("three steps: the piers are cleaned; the deck is taken off; a new one is laid."), "{told}");
    assert!(told.contains("what it leaves out stands in its full version"), "{told}");
    let full = page(text, Length::Full);
    assert!(full.contains("The piers are sound. They were tested in May."), "{full}");
}

#[test]
fn what_has_room_is_told_and_what_has_none_is_said_to_be_left_out() {
    let text = "question q: Does it work?\nclaim yes by a on q: It works.\n  rebuttal salt by k: Salt stops it.\n  rebuttal cold by k: Cold slows \
                it.\n    rebuttal warm by a: It is kept warm.\nclaim no by k on q: It fails.\n  rebuttal oil by a: It is oiled.\n    rebuttal dry by k: \
                The oil is dry.\n      rebuttal wet by a: It is wet.\n    undercut thin by k: Thin oil does not help.\n";
    let told = page(text, Length::Normal);
    for words in ["Cold slows it. Ann Roe replied that it is kept warm.", "Thin oil does not help", "the oil is dry"] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    assert!(!told.contains("left out"), "{told}");
    let short = page(&format!("{text}{}", bulk()), Length::Normal);
    assert!(short.contains("One further objection is left out here."), "{short}");
    assert!(short.contains("So does the list of all statements, for which there is no room here."), "{short}");
}

#[test]
fn a_later_footnote_on_a_source_is_a_short_one_and_shared() {
    let text = "source s: A long book\n  author: Lee, Ann\n  date: 2001\nclaim x by a: Rain falls.\n  cite: s\n  support: Clouds are dark.\n    cite: s\n  \
                support: Winds are strong.\n    cite: s\n";
    let told = page(text, Length::Full);
    for words in [
        "**Rain falls.**[^1]",
        "Clouds are dark.[^2]",
        "Winds are strong.[^2]",
        "    Ann Lee, *A long book*, 2001.",
        "    Lee, *A long book*.",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    assert!(!told.contains("[^3]"), "{told}");
}

#[test]
fn quotation_marks_are_printed_ones_but_in_code_and_for_inches() {
    let text = "claim x by a: The \"best\" way (\"so-called\") is `a \"b\"`.\n  support: The pipe is 5\" wide.\n";
    let told = page(text, Length::Full);
    assert!(told.contains("The “best” way (“so-called”) is `a \"b\"`.") && told.contains("5\" wide"), "{told}");
}

#[test]
fn what_is_assumed_is_told_as_assumed() {
    let text = "assumption warm by k: The summer will be warm.\n  confidence: low\nclaim swim by a: We should swim.\n";
    check(text, Length::Full, &["- Kim Loe assumed with low confidence that the summer will be warm."], &["- The summer"]);
}

#[test]
fn whoever_holds_a_fallen_answer_dissents_unless_they_took_it_back() {
    let text = "question q: Which?\n  answers: one\nclaim yes by a on q: It is the left one.\nclaim no by k on q: It is the right one.\n  rebuttal lost by a: \
                The right one is lost.\n";
    check(text, Length::Full, &["- Kim Loe did not share the judgement, and stood by answer 1."], &[]);
    let back =
        format!("{text}rebuttal dark against yes by k: The left one is dark.\n  rebuttal lamp by a: It has a lamp.\nretract no by k\n");
    check(&back, Length::Full, &["- Kim Loe stood by objection 1, which was said against the judgement."], &["did not share"]);
    check(&format!("{back}retract dark by k\n"), Length::Full, &[], &["Dissent"]);
}

#[test]
fn the_reasons_by_which_an_answer_falls_come_before_an_objection_that_failed_too() {
    let text = "question q: Which?\nclaim a on q: It is the left one.\nclaim b on q: It is the right one.\n  support s: The map says so.\n    \
                rebuttal t: The map is old.\n  rebuttal o: It is closed.\n    support sign: The sign says so.\n      rebuttal gone: The \
                sign is gone.\n";
    let told = "It is the right one. The one reason given for it does not hold:\n\n- The map says so. Against this, it was objected that \
                the map is old, and nobody has answered this.\n\nAgainst this answer, it was objected that it is closed.";
    check(text, Length::Full, &[told], &[]);
    let won = text.replace("    support sign: The sign says so.\n      rebuttal gone: The sign is gone.\n", "");
    let first = "It was objected that it is closed, and nobody has answered this. The one reason given for this answer does not hold:";
    check(&won, Length::Full, &[first], &["Against this answer"]);
}

#[test]
fn what_is_assumed_by_the_speaker_of_the_claim_and_another_is_told_of_both() {
    let text = "assumption dry by a, k: It stays dry.\nclaim fair by a: The fair is on.\n  support dry\n";
    check(text, Length::Full, &["Ann Roe and Kim Loe assumed that it stays dry."], &[]);
    check(&text.replace("fair by a", "fair by a, k"), Length::Full, &["It is assumed that it stays dry."], &["Kim Loe assumed"]);
}

#[test]
fn a_change_of_mind_is_one_sentence_where_nobody_is_quoted() {
    let text = "claim fee by k: The fee should go.\n  support dear by k: It is dear.\ndeny dear by a: The figures were missing.\n  date: 2025-06-01\naccept \
                dear by a\n  date: 2026-01-30\n";
    let told = "It is dear. Ann Roe denied it on 1 June 2025, and accepted it on 30 January 2026. The note on the denial reads: “The figures were missing.”";
    check(text, Length::Full, &[told], &[]);
}

#[test]
fn a_reason_that_fails_and_was_told_before_is_told_as_one() {
    let town = "question q: Who pays?\nclaim town on q: The town pays.\n  rebuttal v: The town has no money.\n";
    let state = "claim state on q: The state pays.\n  rebuttal x: The state is broke.\n    rebuttal no: The state has a surplus.\nsupport s1 for town:\n  premise x\n";
    let given = "- Objection 1 was given as a reason, and does not hold.";
    check(&format!("{town}{state}"), Length::Full, &["The one reason given for this answer does not hold:", given], &[]);
    let two = format!("{town}  support y: It has before.\n    rebuttal yy: It never has.\n{state}");
    check(&two, Length::Full, &["Neither of the two reasons given for this answer holds:", given], &["One reason given"]);
    let stands = format!(
        "{town}claim state on q: The state pays.\n  rebuttal x: The state is broke.\n    undercut no: It can borrow.\nsupport s1 for town:\n  premise x\n"
    );
    check(&stands, Length::Full, &["In its favour stands objection 1."], &["given as a reason"]);
    let struck = format!("{stands}undercut far against s1: That is far off.\n");
    check(
        &struck,
        Length::Full,
        &["Objection 1 was given as a reason, and against this argument stands"],
        &["does not hold:\n\n- It rests"],
    );
}

#[test]
fn a_point_whose_only_reason_was_undercut_is_not_said_to_have_none() {
    let text = "question q: Who pays?\nclaim one on q: The town pays.\n  support b: It is written down.\nundercut u against b: It was repealed.\n\
                claim two on q: The state pays.\n  support one\nclaim three on q: The church pays.\n";
    check(
        text,
        Length::Full,
        &["It rests on answer 1. No reason given for answer 1 holds; objection 3 stands against the argument."],
        &["Nothing that stands"],
    );
    let bare = "question q: Who pays?\nclaim one by a on q: The town pays.\nclaim two on q: The state pays.\n  support one\nretract one by a\nclaim three on \
                q: The church pays.\n";
    check(bare, Length::Full, &["The state pays"], &["No reason given for this holds"]);
}

#[test]
fn one_page_names_the_answers_that_fell_and_its_map_has_what_it_tells() {
    let text = "question q: Which?\nclaim a1 on q by a: The train.\nclaim k1 on q by k: The bus.\n  rebuttal slow: It is slow.\nclaim j1 on q: The boat.\n  rebuttal dry: It \
                is dry there.\nclaim c1 on q by c: The plane.\nretract c1 by c\nclaim t1 on q: The tram.\n  rebuttal old: It is old.\nclaim u1 on q: On foot.\n  rebuttal \
                far: It is far.\n";
    check(
        text,
        Length::OnePage,
        &[
            "One answer that falls, given by Kim Loe, is",
            "Another that falls is",
            "One answer that was taken back, given by Carbolic Smoke Ball Company, is",
        ],
        &["The answer that falls"],
    );
    check(text, Length::OnePage, &["Two further such answers are left out here."], &[]);
    let two = "question q: Which?\nclaim a1 on q: We take the train.\nclaim k1 on q: We take the bus.\n  rebuttal slow: It is slow.\n";
    check(two, Length::OnePage, &["The answer that falls is: “We take the bus.”"], &["left out"]);
    check(two, Length::Normal, &["**The other answer, which falls.**"], &["The answer that falls is"]);
    let deep: String = (1..30).map(|n| format!("{}support s{n}: Part {n} works.\n", "  ".repeat(n))).collect();
    let text = format!("claim top: The plan works.\n{deep}rebuttal no against top by k: It never did.\n  rebuttal yes by a: It did.\n");
    with(&format!("{PARTIES}{text}"), |report| {
        let page = markdown(&brief(report, Length::OnePage).document());
        let map = page.split("## Map").nth(1).unwrap();
        assert!(map.contains("Shown are 20 of 32 boxes.") && map.contains("It never did.") && map.contains("It did."), "{page}");
    });
}

#[test]
fn a_debate_that_has_hardly_begun_is_told_in_few_words() {
    check(
        "question q: Should we go?\n",
        Length::Full,
        &["**Nobody has proposed an answer yet.**"],
        &["Open points", "The strongest objection is", "Reasons have"],
    );
    let all: String = (1..=12).map(|n| format!("question q{n}: Should step {n} be taken?\n")).collect();
    check(
        &all,
        Length::Normal,
        &[
            "1. *Should step 1 be taken?* **Nobody has proposed an answer yet.**\n2. *Should step 2 be taken?* **As with judgement 1, nobody has proposed an answer yet.**",
            "- Nobody has proposed an answer to the questions of judgements 1 to 5, “Should step 6 be taken?”",
            "and one further question.",
        ],
        &["For the", "once more"],
    );
    let claims = "claim x by a: Rain falls.\nclaim y by k: Snow falls.\n";
    check(
        claims,
        Length::Full,
        &["Judgement 1 was put forward by Ann Roe.\n\nJudgement 2 was put forward by Kim Loe."],
        &["### Judgement"],
    );
    check(&format!("{claims}support for x: It is wet.\n"), Length::Full, &["### Judgement 1"], &[]);
}

const DAM: &str = "question q: Is the dam safe?\nclaim safe by a on q: The dam is safe.\n  support sound by a: The concrete is sound.\n  rebuttal crack by k: \
                   There is a crack.\n    rebuttal old by a: The crack was filled.\n";

#[test]
fn replies_that_a_judgement_needs_are_among_what_is_given_without_a_reason() {
    let among = "Among what the judgement rests on,";
    let check = |text: &str, says: &str| check(text, Length::Full, &[&format!("{among} {says}")], &[]);
    check(DAM, "some statements are given without a reason or a source: point 1 and reply 3.");
    let cited = format!("source s: Survey\n{}", DAM.replace("sound.\n", "sound.\n    cite: s\n"));
    check(&cited, "one reply is given without a reason or a source: reply 3.");
    check(&DAM.replace("filled.\n", "filled.\n      support: It was paid for.\n"), "some points are given without a reason or a source:");
    check(&cited.replace("rebuttal old", "undercut old"), "one reply is given without a reason or a source: reply 3.");
    let on_reason =
        cited.replace("    cite: s\n  rebuttal crack", "    cite: s\n    undercut crack").replace("    rebuttal old", "      rebuttal old");
    check(&on_reason, "one reply is given without a reason or a source: reply 3.");
    let more = format!("{}claim wide by a on q: It is wide enough.\n", DAM.replace("safe?\n", "safe?\n  answers: any\n"));
    check(&more, "some statements are given without a reason or a source: point 3 and reply 5.");
    let twice = cited.replace("filled.\n", "filled.\n    undercut by a: It is no matter.\n");
    check(&twice, "some replies are given without a reason or a source: replies 3 and 4.");
    // A reply that does not hold bears nothing, nor does one to what was taken back.
    for idle in [cited.replace("filled.\n", "filled.\n      rebuttal by k: It was not.\n"), format!("{cited}retract crack by k\n")] {
        let page = page(&idle, Length::Full);
        assert!(!page.contains(among), "{page}");
    }
}

#[test]
fn footnotes_are_numbered_as_they_stand_on_the_page_and_the_first_gives_its_source_in_full() {
    let text = "source s: The long report on dams\n  author: Ann Smith\n  date: 2023\nquestion q: Is the dam safe?\nclaim yes by a on q: The dam is \
                safe.\n  cite: s, p. 3\n  note: So says one.\nclaim no by k on q: The dam is not safe.\n  cite: s, p. 5\ncontradiction yes, no\nquestion r: Is \
                the road safe?\nclaim road by a on r: The road is safe.\n  cite: s, p. 4\n  note: So says one.\n";
    for length in [Length::OnePage, Length::Normal, Length::Full] {
        let page = page(text, length);
        let marks: Vec<usize> = (1..=3).map(|n| page.find(&format!("[^{n}]")).unwrap()).collect();
        assert!(marks.is_sorted(), "{page}");
        let notes: Vec<&str> = page.split("\n[^").skip(1).collect();
        assert!(notes[0].contains("Ann Smith, *The long report on dams*, 2023, 3. So says one."), "{page}");
        assert!(notes[1].contains("Ann Smith, *The long report on dams*, 5."), "{page}");
        assert!(notes[2].contains("Ann Smith, *The long report on dams*, 4. See also note 1."), "{page}");
    }
}

#[test]
fn reasons_that_hold_keep_the_order_of_the_debate() {
    let text = "claim x by a: The queue is right.\n  support by a:\n    premise fast by a: It is fast.\n  support by a: It is simple.\nassumption load: Load is \
                low.\n";
    let order = |text: &str| {
        let page = page(text, Length::Full);
        page.find("It is fast").unwrap() < page.find("It is simple").unwrap()
    };
    assert!(order(text) && order(&format!("{text}support for fast:\n  premise load\n")));
    assert!(!order(&text.replace("It is fast.\n", "It is fast.\n      rebuttal: It is slow.\n")));
}
