//! A brief with what changed since an earlier version.

use crate::{
    support::{Memory, unmarked},
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    diff::compare::Side,
    model::{ids::ClaimId, load::Files},
    render::{
        brief::{Length, Wanted, brief, brief_as},
        document::{Block, Ground, Inline},
        markdown::markdown,
    },
    report::run::run,
};

/// The brief of `new` with what changed since `old`.
fn since(old: &str, new: &str, length: Length) -> Vec<Block> {
    let (mut before, mut after) = (Files::default(), Files::default());
    let (one, other) = (before.load("d.agon", &Memory::new(&[("d.agon", old)])), after.load("d.agon", &Memory::new(&[("d.agon", new)])));
    let (old, new) = (run(&before, one), run(&after, other));
    let past = Side { debate: &old.debate, analysis: &old.analysis };
    brief_as(&new, Wanted { length, past: Some(past), style: None }).document()
}

fn told(old: &str, new: &str) -> String {
    let text = unmarked(&markdown(&since(old, new, Length::Normal)));
    let told = text.split("## What changed\n\n").nth(1).expect("the brief tells what changed");
    told.split("\n## ").next().unwrap().trim().to_owned()
}

const OLD: &str = "---\nas-of: 2020-01-01\n---\nquestion q: Where?\n  answers: one\nclaim park on q: We meet in the park.\n  support: It is near.\n\
                   claim hall on q: We meet in the hall.\n  rebuttal shut: The hall is shut.\nclaim aside: The weather is fine.\n";

#[test]
fn what_turned_and_what_turned_it_is_told() {
    let new = OLD.replace("claim aside", "rebuttal flood against park: The park is flooded.\nclaim aside").replace("2020-01", "2020-02");
    let expected = "Since the version of 1 January 2020:\n\n\
                    - The question used to come out as answer 1 and now has no answer, since objection 3 was added.\n\
                    - The day up to which this holds moved from 1 January 2020 to 1 February 2020.";
    assert_eq!(told(OLD, &new), expected);
    let back = told(&new, OLD);
    assert!(
        back.contains("The question used to have no answer and now comes out as the judgement, since “The park is flooded” was taken out."),
        "{back}"
    );
    assert_eq!(back.matches("flooded").count(), 1, "{back}");
    let more = new.replace("2020-02", "2020-01").replace("claim aside", "claim soup: The soup is hot.\nclaim aside");
    assert!(told(OLD, &more).ends_with("- One more statement is new: statement 6."), "{}", told(OLD, &more));
    let open = OLD.replace("claim aside: The weather is fine.\n", "claim aside: The weather is fine.\n  rebuttal: It rains.\n");
    assert!(told(OLD, &open).contains("Statement 4 used to stand and now falls, since objection 5 was added."), "{}", told(OLD, &open));
}

#[test]
fn nothing_is_told_where_nothing_changed_and_nobody_asked() {
    assert_eq!(told(OLD, OLD), "Nothing in the argument has changed since the earlier version.");
    let moved =
        OLD.replace("claim aside: The weather is fine.\n", "").replace("question q", "claim aside: The weather is fine.\nquestion q");
    assert_eq!(told(OLD, &moved), "Nothing in the argument has changed since the earlier version.");
    let mut files = Files::default();
    let root = files.load("d.agon", &Memory::new(&[("d.agon", OLD)]));
    assert!(brief(&run(&files, root), Length::Full).sections.iter().all(|s| s.key != "since"));
}

#[test]
fn of_any_two_versions_each_sentence_says_what_it_rests_on() {
    let mut dice = Dice(7);
    for _ in 0..100 {
        let outline = Outline::random(&mut dice);
        let Some(smaller) = outline.smaller().next() else { continue };
        for (old, new) in [(&outline, &smaller), (&smaller, &outline)] {
            for block in since(&old.text(), &new.text(), Length::Full) {
                let lines: Vec<Vec<Inline>> = match block {
                    Block::Paragraph(line) => vec![line],
                    Block::List { items, .. } => {
                        let lines = items.into_iter().flatten();
                        lines.filter_map(|b| if let Block::Paragraph(line) = b { Some(line) } else { None }).collect()
                    }
                    _ => Vec::new(),
                };
                for inline in lines.into_iter().flatten() {
                    let closed = match &inline {
                        Inline::Sentence { rests, .. } => !rests.is_empty(),
                        Inline::Text(blank) => blank.trim().is_empty(),
                        _ => false,
                    };
                    assert!(closed, "{inline:?}");
                }
            }
        }
    }
}

#[test]
fn a_preference_that_was_taken_out_is_named_by_what_it_was_for() {
    let new = "question q: Where?\n  answers: one\nclaim park on q: We meet in the park.\n  support: It is near.\nclaim hall on q: We meet in the \
               hall.\n  support: It is dry.\ncontradiction park, hall\n";
    let told = told(&format!("{new}prefer park over hall: All like it.\n"), new);
    let words = "and now has no answer, since answer 1 is no longer ranked above answer 2 (“All like it”).";
    assert!(told.contains(words), "{told}");
}

#[test]
fn a_preference_that_is_new_is_told_with_whose_it_is_and_its_reason() {
    let old = "party t: The traders\nquestion q: Where?\n  answers: one\nclaim park on q: We meet in the park.\n  support near:\n    premise a: It is \
               near.\n    premise b: The way is open.\nclaim hall on q: We meet in the hall.\n  support: It is dry.\ncontradiction park, hall\n";
    let new = format!("{old}prefer near over hall by t: All like it.\n");
    let told_now = told(old, &new);
    let words = "since the traders ranked the reason from points 1 and 2 above answer 3 (remark 5).";
    assert!(told_now.contains(words), "{told_now}");
    let plain = told(old, &format!("{old}prefer park over hall\n"));
    assert!(plain.contains("since the judgement is now ranked above answer 3."), "{plain}");
    let clash = told(&old.replace("contradiction park, hall\n", ""), &old.replace("park, hall\n", "park, hall: One room is paid for.\n"));
    assert!(clash.contains("are now said to exclude each other (remark 3)"), "{clash}");
}

#[test]
fn a_reply_that_went_with_its_objection_is_no_cause() {
    let old = "claim raise: The dam should be raised.\n  rebuttal cost: It costs a lot.\n    undercut aid: The state pays half.\n  rebuttal fish: Fish \
               would die.\n    undercut ladder: A ladder is planned.\n";
    let without = |lines: &str| old.replace(lines, "");
    let (aid, ladder) = ("    undercut aid: The state pays half.\n", "    undercut ladder: A ladder is planned.\n");
    let fish = format!("  rebuttal fish: Fish would die.\n{ladder}");
    let both = told(old, &without(&fish).replace(aid, ""));
    assert!(both.contains("now falls, since “The state pays half” was taken out."), "{both}");
    let gone = told(old, &without(&fish));
    assert!(!gone.contains("now falls"), "{gone}");
    let kept = told(old, &without(ladder));
    assert!(kept.contains("now falls, since “A ladder is planned” was taken out."), "{kept}");
    let either = told(old, &without(ladder).replace(aid, ""));
    assert!(either.contains("now falls, for which either of these was enough: "), "{either}");
}

#[test]
fn of_changes_each_of_which_is_enough_none_is_told_as_the_only_one() {
    let old =
        "question q: Where?\nclaim park on q: We meet in the park.\nclaim bus on q: We meet at the bus.\n  rebuttal late: It is late.\n";
    let more = |lines: &str| old.replace("claim bus", &format!("{lines}claim bus"));
    let (flood, fire) = ("  rebuttal flood: It is flooded.\n", "  rebuttal fire: It is on fire.\n");
    let both = told(old, &more(&format!("{flood}{fire}")));
    assert!(
        both.contains("now has no answer, for which either of these was enough: objection 2 was added; or objection 3 was added."),
        "{both}"
    );
    assert!(!both.contains("statement is new") && !both.contains("statements are new"), "{both}");
    let four: String = (0..4).map(|n| format!("  rebuttal r{n}: Thing {n} is against it.\n")).collect();
    let four = told(old, &more(&four));
    assert!(four.contains("for which any one of these was enough, among others: "), "{four}");
    let one = told(old, &more(flood));
    assert!(one.contains("now has no answer, since objection 2 was added."), "{one}");
    // Here neither of two is enough by itself.
    let held = "claim park: We meet in the park.\n  support: It is near.\n  support: It is dry.\n";
    let fell = held.replace("near.\n", "near.\n    rebuttal: It is far.\n").replace("dry.\n", "dry.\n    rebuttal: It is wet.\n");
    let fell = told(held, &fell);
    assert!(fell.contains("since objections 2 and 4 were added."), "{fell}");
    // What each of two needs beside itself is told once.
    let answered = more(&format!("{flood}{fire}")).replace("late.\n", "late.\n    rebuttal early: It is early.\n");
    let answered = told(old, &answered);
    let words = "now comes out as the judgement, since reply 2 was added, together with either of these: ";
    assert!(answered.contains(words), "{answered}");
}

#[test]
fn an_argument_is_told_by_what_it_is_for_and_what_it_rests_on() {
    let new = "claim dam: The dam is safe.\nclaim steel: It is made of steel.\nclaim new: It was built last year.\nsupport s for dam:\n  premise steel\n  premise \
               new\n";
    let old =
        new.replace("claim steel: It is made of steel.", "claim stone: It is made of stone.").replace("premise steel", "premise stone");
    let all = told(&old, new);
    assert!(all.contains("A reason for the judgement now rests on point 1 in place of statement 3."), "{all}");
    let less = told(&new.replace("  premise steel\n", ""), new);
    assert!(less.contains("A reason for the judgement now rests on point 1 as well."), "{less}");
    let gone = told(&format!("{new}rebuttal steel against new\n"), new);
    assert!(gone.contains("since point 1 no longer speaks against point 2."), "{gone}");
}

/// What one page says under "What changed".
fn told_on_one_page(old: &str, new: &str) -> String {
    let page = unmarked(&markdown(&since(old, new, Length::OnePage)));
    let told = page.split("## What changed\n\n").nth(1).expect("one page tells what changed");
    told.split("\n## ").next().unwrap().split("\n[^").next().unwrap().trim().to_owned()
}

#[test]
fn one_page_says_what_turned_its_judgements_and_which_other_verdicts_did() {
    let new = OLD.replace("claim aside", "rebuttal flood against park: The park is flooded.\nclaim aside");
    let page = unmarked(&markdown(&since(OLD, &new, Length::OnePage)));
    assert!(page.contains("The question used to come out as answer 1 and now has no answer, since objection 2 was added."), "{page}");
    assert_eq!(told_on_one_page(OLD, &new), "Since the earlier version, the judgement has turned, as is said above. One statement is new.");
    let aside = OLD.replace("claim aside: The weather is fine.\n", "claim aside: The weather is fine.\n  rebuttal: It rains.\n");
    assert_eq!(
        told_on_one_page(OLD, &aside),
        "Since the earlier version, the judgement comes out as before. “The weather is fine” used to stand and now falls. One statement is new."
    );
    let claim = "claim bridge: The bridge holds.\n";
    let page = markdown(&since(claim, &format!("{claim}  rebuttal: It fell.\n"), Length::OnePage));
    assert!(page.contains("The claim used to stand and now falls, since objection 1 was added."), "{page}");
    assert_eq!(
        told_on_one_page("claim a: One.\n  confidence: high\nclaim b: Two.\n", "claim a: One.\n  confidence: low\n"),
        "Since the earlier version, the judgement comes out as before. The confidence in the judgement went from “high” to “low”. One statement \
         is gone and one was changed."
    );
    assert_eq!(told_on_one_page(OLD, OLD), "Nothing in the argument has changed since the earlier version.");
}

#[test]
fn a_name_of_the_files_that_is_another_is_no_change() {
    let old = "party t: The traders\nsource s: Book\n  author: Ann Lee\nclaim a by t: One.\n  cite: s\nclaim b: Two.\nprefer a over b\n";
    let new = "party u: The traders\nsource r: Book\n  author: Ann Lee\nclaim c by u: One.\n  cite: r\nclaim b: Two.\nprefer c over b\n";
    assert_eq!(told(old, new), "Nothing in the argument has changed since the earlier version.");
    assert_eq!(told_on_one_page(old, new), "Nothing in the argument has changed since the earlier version.");
}

#[test]
fn a_statement_of_which_the_name_alone_is_another_is_not_counted() {
    let old = "claim a: One.\nclaim b: Two.\n";
    let new = "claim c: One.\nclaim b: Two.\n  confidence: low\n";
    let counted = told_on_one_page(old, new);
    assert!(counted.ends_with("One statement was changed."), "{counted}");
}

#[test]
fn what_is_described_otherwise_is_told_with_the_old_words_and_the_new() {
    let old = "---\ntitle: Trams\nscope: The old town\n---\nparty t: The traders\n  role: a club\nsource s: Book\n  author: Ann Lee\n  date: 2020-05-01\n\
               claim a: One.\n  cite: s\nclaim b by t: Two.\nprefer a over b: All like it.\nterm tram: A vehicle on rails.\n";
    let new = old
        .replace("title: Trams", "title: Trams and buses")
        .replace("role: a club", "role: a company")
        .replace("source s: Book", "source s: The Book")
        .replace("Ann Lee", "Ann Leigh")
        .replace("2020-05-01", "2021-05-01")
        .replace("All like it", "Most like it");
    let told_now = told(old, &new);
    for words in [
        "- The party “The traders” now has the role “a company” in place of “a club”.",
        "- The source “The Book” used to be called “Book” and now has the author “Ann Leigh” in place of “Ann Lee” and the date “1 May 2021” in place of \
         “1 May 2020”.",
        "- The preference for judgement 1 over judgement 2 now has another reason (remark 3a) in place of “All like it”.",
        "- This page used to have the title “Trams”.",
    ] {
        assert!(told_now.contains(words), "{words}\n{told_now}");
    }
}

#[test]
fn a_changed_statement_is_named_once_and_told_in_what_it_is_another() {
    let old = "party t: The traders\nparty g: The Green Club\nsource s: Book\nsource r: Film\n\
               claim a by t: The trams of the new line will run on every day of the week from 2027.\n  cite: s\n";
    let new = old.replace("by t", "by g").replace("2027", "2028").replace("cite: s", "cite: r");
    let told_now = told(old, &new);
    assert_eq!(
        told_now,
        "Since the earlier version:\n\n- The judgement now cites “Film” in place of “Book” and is now said by the Green Club and no longer by the \
         traders. It is worded otherwise: where it now says “… the week from 2028”, it used to say “… the week from 2027”."
    );
}

#[test]
fn the_items_of_a_list_do_not_run_together() {
    let old = "claim a: The plan has three parts:\n  - one tram\n  - two buses\n  - a boat\n";
    let told_now = told(old, &old.replace("two buses", "three buses"));
    assert!(told_now.contains("“… parts: one tram; three buses; a boat”"), "{told_now}");
    assert!(told_now.contains("“… parts: one tram; two buses; a boat”"), "{told_now}");
}

#[test]
fn what_a_party_did_is_told_by_its_name_and_counted_once() {
    let old = "party chamber: The chamber\nquestion q: Who pays?\nclaim vans on q by chamber: Vans should pay.\nclaim all on q: All should pay.\n";
    let new = format!("{old}retract vans by chamber\n");
    assert_eq!(
        told(old, &new),
        "Since the earlier version:\n\n- The question used to have two answers that stood together and now comes out as the judgement, since the chamber took back answer 1."
    );
    assert_eq!(
        told(&new, old),
        "Since the earlier version:\n\n- The question used to come out as answer 2 and now has two answers that stand together, since the withdrawal of answer 1 by the chamber was taken out."
    );
}

#[test]
fn what_one_preference_turned_is_told_in_one_breath() {
    let mut old = "claim a: One.\nclaim b: Two.\ncontradiction a, b\n".to_owned();
    (0..3).for_each(|n| old += &format!("claim c{n}: Thing {n} follows.\nsupport s{n} for c{n}:\n  premise a\n"));
    let new = format!("{old}prefer a over b\n");
    let told = told(&old, &new);
    assert_eq!(told.matches("ranked above").count(), 1, "{told}");
    assert!(
        told.contains("used to be open and now stand; the claim of judgement 1 used to be open and now falls, since objection 1a is now ranked above the claim of judgement 1."),
        "{told}"
    );
    assert!(!told.contains("other change"), "{told}");
}

#[test]
fn confidence_and_likelihood_that_moved_are_told() {
    let old = "claim a: One.\n  confidence: high\n";
    let new = "claim a: One.\n  confidence: low\n  likelihood: likely\n";
    assert!(
        told(old, new)
            .ends_with("- The confidence in the judgement went from “high” to “low”. The likelihood of it is now given as “likely”."),
        "{}",
        told(old, new)
    );
}

#[test]
fn small_acts_are_named_and_not_counted() {
    let old = "party t: The traders\nterm tram: A vehicle on rails.\nclaim a: Trams are quiet.\nclaim b: Buses are loud.\n";
    let new = format!("party g: The Green Club\n{}accept a by t\ndeny b by g\nprefer a over b\n", old.replace("on rails", "on wheels"));
    let told_now = told(old, &new);
    for words in [
        "- The Green Club joined the debate.",
        "- The term “tram” now has the sense “A vehicle on wheels” in place of “A vehicle on rails”.",
        "- Judgement 1 is now ranked above judgement 2.",
        "- The traders accepted judgement 1.",
        "- The Green Club denied judgement 2.",
    ] {
        assert!(told_now.contains(words), "{words}\n{told_now}");
    }
    let back = told(&new, old);
    assert!(back.contains("- The acceptance of judgement 1 by the traders was taken out."), "{back}");
    assert!(!told_now.contains("other change") && !back.contains("other change"), "{told_now}\n{back}");
}

#[test]
fn many_small_changes_are_told_up_to_a_bound() {
    let old = "party t: The traders\nclaim a: Trams are quiet.\n";
    let more: String = (0..40).map(|n| format!("source s{n}: Book {n}\n  author: Ann Lee\n")).collect();
    let told = told(old, &format!("{old}{more}"));
    assert_eq!(told.matches("The source “Book").count(), 12, "{told}");
    assert!(told.contains("- 28 further changes are left out here."), "{told}");
}

#[test]
fn a_claim_in_other_words_is_told_with_the_old_ones_beside_the_new() {
    let old = "claim a: The trams of the new line will run on every day of the week from 1 March 2027 onwards.\n";
    let told_now = told(old, &old.replace("March 2027", "June 2028"));
    let words = "- The judgement is worded otherwise: where it now says “… week from 1 June 2028 onwards”, it used to say “… week from 1 March 2027 onwards”.";
    assert!(told_now.contains(words), "{told_now}");
    let other = told("claim a: Trams are quiet.\n", "claim a: Buses are loud and dear.\n");
    assert!(other.contains("The judgement is worded otherwise: it used to read “Trams are quiet”."), "{other}");
}

const COLOURS: &str = "claim red on q: It is red.\nclaim blue on q: It is blue.\n";
const SOLD_OUT: &str = "  rebuttal: Blue is sold out.\n";

/// A question on colours with `rows` of its own and its two answers, and `more` on the second.
fn colours(rows: &str, more: &str) -> String {
    format!("question q: Which colour?\n{rows}{COLOURS}{more}")
}

/// What is told of `old` and `new`, in one line for each item.
fn all_told(old: &str, new: &str) -> String {
    told(old, new).split_once(":\n\n").expect("there are changes").1.to_owned()
}

#[test]
fn one_page_tells_the_old_words_of_a_judgement_and_of_its_question() {
    let of = |question: &str, answer: &str| format!("question q: {question}\nclaim a on q: {answer}\n");
    let old = of("What now?", "We should build.");
    assert_eq!(
        told_on_one_page(&old, &of("What now?", "We should not build.")),
        "Since the earlier version, the judgement is worded otherwise: it used to read “We should build”. One statement was changed."
    );
    assert_eq!(
        told_on_one_page(&old, &of("What not?", "We should build.")),
        "Since the earlier version, the judgement comes out as before. The question used to read “What now?”."
    );
    let two = format!("{old}question z: Which size?\nclaim b on z: A big one.\n");
    let other = two.replace("A big", "A small");
    assert_eq!(
        told_on_one_page(&two, &other),
        "Since the earlier version, judgement 1 comes out as before. Judgement 2 is worded otherwise: it used to read “A big one”. One statement was \
         changed."
    );
    let layout = old.replace("We should build.", "We should\n  build.");
    assert!(!told_on_one_page(&old, &layout).contains("worded"), "{}", told_on_one_page(&old, &layout));
}

#[test]
fn one_page_tells_judgements_on_new_questions_and_questions_that_were_dropped() {
    let old = colours("", SOLD_OUT);
    let new = format!("{old}question z: Which size?\nclaim big on z: A big one.\n");
    assert_eq!(
        told_on_one_page(&old, &new),
        "Since the earlier version, judgement 2 is on a new question; judgement 1 comes out as before. One statement is new."
    );
    let back = told_on_one_page(&new, &old);
    assert!(back.contains("The question “Which size?”, which came out as “A big one”, was dropped."), "{back}");
    let first = told_on_one_page("claim red: It is red.\n", "question q: Which colour?\nclaim red on q: It is red.\n");
    assert!(first.starts_with("Since the earlier version, the judgement is on a new question."), "{first}");
}

#[test]
fn an_answer_that_stays_though_in_another_way_has_not_turned() {
    let default = "  answers: one\n  default: red\n";
    let (alone, by_default) = (colours(default, SOLD_OUT), colours(default, ""));
    let turned = "The judgement used to be the only answer that stood, and now applies by default, since “Blue is sold out”";
    assert!(all_told(&alone, &by_default).starts_with(&format!("- {turned}")), "{}", all_told(&alone, &by_default));
    assert!(
        all_told(&by_default, &alone)
            .starts_with("- The judgement used to apply by default, and is now the only answer that stands, since"),
        "{}",
        all_told(&by_default, &alone)
    );
    let page = unmarked(&markdown(&since(&alone, &by_default, Length::OnePage)));
    assert!(page.contains(turned) && !page.contains("has turned") && !page.contains("used to come out"), "{page}");
    assert!(page.contains("the judgement comes out as before but not in the same way, as is said above."), "{page}");
}

#[test]
fn of_a_question_both_outcomes_are_told() {
    let (any, one) = ("  answers: any\n", "  answers: one\n");
    for (rows, together) in [(any, "used to have two answers that stood together"), (one, "used to be undecided between two answers")] {
        let told = all_told(&colours(rows, ""), &colours(rows, SOLD_OUT));
        assert!(told.starts_with(&format!("- The question {together} and now comes out as the judgement, since ")), "{told}");
    }
    for (rows, together) in [(any, "now has two answers that stand together"), (one, "is now undecided between two answers")] {
        let told = all_told(&colours(rows, SOLD_OUT), &colours(rows, ""));
        assert!(told.starts_with(&format!("- The question used to come out as answer 1 and {together}, since ")), "{told}");
    }
    let third = |blue: &str, green: &str| colours(any, &format!("{blue}claim green on q: It is green.\n{green}"));
    let other = all_told(&third("", "  rebuttal: Green is ugly.\n"), &third(SOLD_OUT, ""));
    assert!(
        other.contains(
            "two answers that stood together (answer 1 and answer 3) and now has two answers that stand together (answers 1 and 2)"
        ),
        "{other}"
    );
}

#[test]
fn another_default_is_no_other_answer() {
    let default = |name: &str| colours(&format!("  answers: one\n  default: {name}\n"), SOLD_OUT);
    let none = colours("  answers: one\n", SOLD_OUT);
    let item = "- The question “Which colour?” is";
    for (old, new, told) in [
        (default("blue"), default("red"), "now to fall back on the judgement, and no longer on answer 1, where no answer stands alone."),
        (none.clone(), default("red"), "now to fall back on the judgement where no answer stands alone."),
        (default("red"), none, "no longer to fall back on the judgement where no answer stands alone."),
    ] {
        assert_eq!(all_told(&old, &new), format!("{item} {told}"));
    }
    let turned = all_told(&colours("  answers: one\n", ""), &colours("  answers: one\n  default: red\n", ""));
    assert!(turned.contains("now comes out as the judgement by default, since it is now to fall back on the judgement"), "{turned}");
}

#[test]
fn an_act_that_took_the_place_of_another_is_told_with_it() {
    let of = |acts: &str| format!("party p: Pat\nparty r: Rob\nclaim a by p: It rains.\n{acts}");
    let on = |stance: &str, party: &str, day: &str| of(&format!("{stance} a by {party}\n  date: 2020-01-{day}\n"));
    for (old, new, told) in [
        (
            on("retract", "p", "01"),
            on("retract", "p", "02"),
            "- The withdrawal of the claim by Pat is now of 2 January 2020 in place of 1 January 2020.",
        ),
        (on("accept", "r", "01"), on("deny", "r", "01"), "- Rob denied the judgement in place of accepting it."),
        (on("accept", "r", "01"), on("deny", "r", "03"), "- Rob denied the judgement in place of accepting it."),
        (
            of("accept a by r\n"),
            on("accept", "r", "02"),
            "- The acceptance of the judgement by Rob is now of 2 January 2020, and was of no day.",
        ),
        (of("accept a by r\n"), of(""), "- The acceptance of the judgement by Rob was taken out."),
        (of(""), of("deny a by r\n"), "- Rob denied the judgement."),
    ] {
        assert_eq!(all_told(&old, &new), told);
    }
    let denied = on("deny", "r", "01");
    let ended = format!("{denied}retract a by r\n  date: 2020-01-05\n");
    assert_eq!(all_told(&denied, &ended), "- Rob gave up denying the judgement.");
    assert_eq!(all_told(&ended, &denied), "- The end of the denial of the judgement by Rob was taken out.");
    let apart = all_told(&on("accept", "r", "01"), &on("retract", "p", "01"));
    assert!(apart.contains("since Pat took it back.") && apart.contains("The acceptance of the claim by Rob was taken out."), "{apart}");
}

#[test]
fn who_says_it_too_is_told_apart_from_who_says_it_now() {
    let by = |who: &str| format!("party p: Pat\nparty r: Rob\nclaim a{who}: It rains.\n");
    assert_eq!(all_told(&by(" by p"), &by(" by p, r")), "- The judgement is now also said by Rob.");
    assert_eq!(all_told(&by(""), &by(" by p")), "- The judgement is now said by Pat.");
    let several = all_told("party p: Pat and Rob\nclaim a: A.\n", "claim a: A.\n");
    assert_eq!(several, "- Pat and Rob left the debate.");
}

#[test]
fn of_a_source_that_is_cited_otherwise_the_place_and_the_words_are_told() {
    let cites = |rows: &str| format!("source s: The Report\nsource t: Film\nclaim a: It rains.\n{rows}");
    let at = |place: &str| cites(&format!("  cite: s{place}\n"));
    for (old, new, told) in [
        (at(", p. 3"), at(", p. 4"), "now cites “The Report” at p. 4 and no longer at p. 3."),
        (at(", p. 3"), at(""), "no longer cites “The Report” at p. 3."),
        (at(""), at(", p. 3"), "now cites “The Report” at p. 3."),
        (
            at(", p. 3, \"we shall go\""),
            at(", p. 3, \"we shall not go\""),
            "now cites “The Report” with the words “we shall not go” and no longer with the words “we shall go”.",
        ),
        (at(", p. 3, \"we go\""), at(", p. 3"), "no longer cites “The Report” with the words “we go”."),
        (at(", p. 3, \"we go\""), at(", p. 4, \"we go\""), "now cites “The Report” at p. 4 and no longer at p. 3."),
        (at(", p. 3"), cites("  cite: s, p. 3\n  cite: s, p. 9\n"), "now cites “The Report” at p. 9 as well."),
    ] {
        assert_eq!(all_told(&old, &new), format!("- The judgement {told}"));
    }
}

#[test]
fn of_an_argument_that_was_turned_on_something_else_both_are_told() {
    let of = |kind: &str, on: &str| {
        format!("claim a: A holds.\nclaim b: B holds.\nclaim r: R holds.\nsupport for r:\n  premise a\n{kind} s {on}:\n  premise r\n")
    };
    let moved = all_told(&of("support", "for a"), &of("support", "for b"));
    assert!(moved.ends_with("since point 1 now speaks for the judgement and no longer for point 2."), "{moved}");
    let inner = |on_x: &str, on_y: &str| format!("claim a: A.\n  support x: X holds.\n{on_x}  support y: Y holds.\n{on_y}");
    let undercut = "    undercut u: U holds.\n";
    let moved = all_told(&inner(undercut, ""), &inner("", undercut));
    assert!(
        moved.contains("Objection 3 now speaks against the argument from point 2 and no longer against the argument from point 1."),
        "{moved}"
    );
}

#[test]
fn a_question_is_never_called_by_the_mark_of_a_statement() {
    let old = colours("", SOLD_OUT);
    let new = format!("question z: Which car?\nclaim van on z: A van.\n{}", old.replace("claim blue on q", "claim blue on z"));
    for told in [all_told(&old, &new), all_told(&new, &old)] {
        assert!(!told.contains("question statement") && !told.contains("question point"), "{told}");
        assert!(told.contains("an answer to “Which"), "{told}");
    }
}

#[test]
fn a_reason_of_another_weight_and_a_claim_of_another_day_are_told() {
    let old = "claim a: A holds.\nclaim b: B holds.\nsupport s for a:\n  premise b\n";
    let new = format!("{old}  weight: 0.5\n");
    assert_eq!(all_told(old, &new), "- A reason for the judgement now has the weight “0.5”, which was not given.");
    let (on, no) = ("claim a: A holds.\n  date: 2020-01-01\n", "claim a: A holds.\n");
    assert_eq!(all_told(on, no), "- The judgement is of no day now, and was of 1 January 2020.");
    assert_eq!(all_told(no, on), "- The judgement is now of 1 January 2020, and was of no day.");
}

#[test]
fn of_a_long_text_in_other_words_no_more_is_told_than_a_page_has_room_for() {
    let of = |word: &str| format!("claim a: {}end.\n", format!("{word} ").repeat(100));
    let page = told_on_one_page(&of("old"), &of("new"));
    assert_eq!(page.matches("old").count(), 60, "{page}");
    assert!(page.contains("old …”"), "{page}");
}

/// Two answers that exclude each other.
const BUS: &str = "---\nas-of: 2025-01-01\n---\nparty m: Mary\nparty c: Carl\nquestion start: When?\nclaim august on start: It begins in \
                   August.\n  support ready by m: The buses come in July.\nclaim january on start: It begins in January.\n  support: Drivers must be \
                   trained.\ncontradiction august, january\n";

#[test]
fn what_counts_from_a_new_day_on_is_a_cause_like_any_other() {
    let later = BUS.replace("2025-01-01", "2025-06-01");
    let back = |day: &str| format!("retract ready by m: They come late.\n  date: {day}\n");
    let prefer = "prefer january over august by c: Training comes first.\n";
    let both = told(BUS, &format!("{later}{prefer}{}", back("2025-05-01")));
    let words = "for which either of these was enough: Carl ranked the judgement above answer 2 (remark 4); or Mary took back point 3.";
    assert!(both.contains(words), "{both}");
    assert!(
        both.contains(
            "- Answer 2 used to be open and now has no support; point 3 used to stand and now has no support, since Mary took back"
        )
    );
    assert!(both.contains("- The day up to which this holds moved from 1 January 2025 to 1 June 2025."), "{both}");
    let only = told(BUS, &format!("{later}{prefer}{}", back("2025-07-01")));
    assert!(only.contains("since Carl ranked the judgement above answer") && !only.contains("enough"), "{only}");
    let known = format!("{BUS}{}", back("2025-05-01"));
    let moved = told(&known, &known.replace("2025-01-01", "2025-06-01"));
    assert!(moved.contains("now comes out as the judgement, since the day up to which this holds moved"), "{moved}");
}

#[test]
fn a_cause_that_larger_ones_could_stand_in_for_is_not_told_as_the_only_one() {
    let old = "claim dam: The dam is safe.\n  rebuttal crack: It has a crack.\n    rebuttal old: The crack is old.\n";
    let one = old.replace("    rebuttal old", "    undercut far: The crack is far up.\n    rebuttal old");
    let told_one =
        told(&one, &old.replace("    rebuttal old: The crack is old.\n", "").replace("claim dam", "claim aside: It rains.\nclaim dam"));
    assert!(told_one.contains(", since “The crack is far up” and “The crack is old” were taken out."), "{told_one}");
    let fresh = "  rebuttal quake: The ground moved.\n";
    let three = told(&one, &format!("claim dam: The dam is safe.\n  rebuttal crack: It has a crack.\n{fresh}"));
    let words = "now falls, for which either of these was enough: objection 2 was added; or “The crack is far up”";
    assert!(three.contains(words), "{three}");
}

#[test]
fn an_answer_in_other_words_is_still_called_by_its_mark() {
    let old = "question q: Is it safe?\nclaim yes on q: The dam is safe.\n  support: It held.\n";
    let new = "question q: Is it safe?\nclaim yes on q: The dam is quite safe.\n  support: It held.\n  rebuttal: It has a crack.\n";
    let told = told(old, new);
    assert!(told.contains("- The question used to come out as answer 1 and now has no answer, since objection"), "{told}");
    assert_eq!(told.matches("The dam is safe").count(), 1, "{told}");
}

#[test]
fn a_preference_that_was_turned_round_is_told_once() {
    let prefer = |what: &str| format!("{BUS}prefer {what}.\n");
    let (one, other) = (prefer("january over august by c: Training comes first"), prefer("august over january by c: Pupils wait"));
    let round = told(&one, &other);
    let words = "since Carl ranked the judgement above answer 2 (remark";
    assert!(round.contains("), and no longer below it (“Training comes first”)."), "{round}");
    assert!(round.contains(words), "{round}");
    assert_eq!(round.matches("Training comes first").count(), 1, "{round}");
    assert!(!round.contains("was added") && !round.contains("was taken out"), "{round}");
    let by_others = told(&one, &prefer("august over january by m: Pupils wait"));
    assert!(by_others.contains("Mary ranked the judgement above answer 2"), "{by_others}");
    let short = markdown(&since(&one, &other, Length::OnePage));
    assert!(
        short.contains("above answer 2 with the reason “Pupils wait” (1), and no longer below it (“Training comes first”)."),
        "{short}"
    );
    let nobody = told(&prefer("january over august: Training comes first"), &prefer("august over january: Pupils wait"));
    assert!(nobody.contains("since the judgement is now ranked above answer 2 ("), "{nobody}");
}

#[test]
fn a_limit_that_is_gone_is_told_as_one() {
    let with = "claim dam: The dam is safe.\n  limit dry: It is dry.\n  support: It held.\n";
    let gone = told(with, &with.replace("  limit dry: It is dry.\n", ""));
    assert!(gone.contains("- A limit of the judgement is gone: “It is dry”") && !gone.contains("statement"), "{gone}");
    let more = format!("{with}claim aside: It rains.\n");
    let both = told(&more, "claim dam: The dam is safe.\n  support: It held.\n");
    assert!(both.contains("- A limit of the judgement is gone: ") && both.contains("One more statement is gone: “It rains”"), "{both}");
}

#[test]
fn a_day_that_has_passed_since_is_told() {
    let old = "---\nas-of: 2025-05-01\n---\nclaim dam: The dam is safe.\n  support held: It held.\n    valid-until: 2025-06\n";
    let passed = told(old, &old.replace("05-01", "09-15"));
    assert!(passed.contains("- The day until which point 1 was meant to hold, the end of June 2025, has passed."), "{passed}");
    let before = told(old, &old.replace("05-01", "06-30"));
    assert!(!before.contains("meant to hold"), "{before}");
    let two = old.replace("  support", "  valid-until: 2025-08-31\n  support");
    let both = told(&two, &two.replace("05-01", "09-15"));
    let words = "- These were meant to hold until a day that has passed since: the judgement (31 August 2025) and point 1 (June 2025).";
    assert!(both.contains(words), "{both}");
    let longer = told(old, &old.replace("05-01", "09-15").replace("2025-06\n", "2027-06-30\n"));
    assert!(longer.contains("- Point 1 is now meant to hold until 30 June 2027 in place of the end of June 2025."), "{longer}");
    assert!(!longer.contains("has passed"), "{longer}");
}

#[test]
fn what_turned_something_is_among_what_its_sentence_rests_on() {
    let new = OLD.replace("claim aside", "rebuttal flood against park: The park is flooded.\nclaim aside");
    let found = since(OLD, &new, Length::Normal).into_iter().find_map(|block| {
        let Block::List { items, .. } = block else { return None };
        items.into_iter().flatten().find_map(|block| match block {
            Block::Paragraph(line) => line.into_iter().find_map(|inline| match inline {
                Inline::Sentence { rests, words } if format!("{words:?}").contains("since objection 3 was added") => Some(rests),
                _ => None,
            }),
            _ => None,
        })
    });
    let flood = ClaimId(4);
    assert!(found.expect("the sentence stands on the page").contains(&Ground::Claim(flood)));
}

#[test]
fn what_is_gone_has_a_mark_only_where_it_is_spoken_of_again() {
    let now = "question q: Go?\nclaim yes on q: We should go.\n  support pays: It pays.\n";
    let page = |old: &str| markdown(&since(&format!("{now}{old}"), now, Length::Full));
    let once = page("claim aside: The weather is fine.\n");
    assert!(once.contains("One statement is gone: “The weather is fine”."), "{once}");
    let turned = page("    rebuttal costs: It costs too much.\n");
    assert!(
        turned.contains("since “It costs too much” (2) was taken out.") && turned.contains("since statement 2 was taken out."),
        "{turned}"
    );
}

#[test]
fn of_a_clash_only_what_excludes_each_other_anew_or_no_longer_is_told() {
    let three =
        "question q: Where?\n  answers: one\nclaim park on q: To the park.\nclaim hall on q: To the hall.\nclaim lake on q: To the lake.\n";
    let two = three.replace("claim lake on q: To the lake.\n", "");
    let (all, both) = ("contradiction park, hall, lake\n", "contradiction park, hall\n");
    for told in [told(&format!("{three}{all}"), &format!("{two}{both}")), told(&format!("{two}{both}"), &format!("{three}{all}"))] {
        assert!(!told.contains("exclude each other"), "{told}");
    }
    let left = told(&format!("{three}{all}"), &format!("{three}{both}"));
    assert!(left.contains("since the judgement is no longer said to exclude answers 1 and 2."), "{left}");
    let joined = told(&format!("{three}{both}"), &format!("{three}{all}"));
    assert!(joined.contains("nswer 3 is now said to exclude answers 1 and 2."), "{joined}");
    let none = told(&format!("{three}{all}"), three);
    assert!(none.contains("nswers 1 and 2, among others, are no longer said to exclude each other."), "{none}");
    let pairs = "contradiction park, hall\ncontradiction hall, lake\ncontradiction lake, park\n";
    let apart = told(&format!("{three}{all}"), &format!("{three}{pairs}"));
    assert!(!apart.contains("exclude each other"), "{apart}");
    let chain = told(&format!("{three}{all}"), &format!("{three}contradiction park, hall\ncontradiction hall, lake\n"));
    assert!(
        chain.contains("is no longer said to exclude") && !chain.contains("exclude each other") && !chain.contains("exclude answers"),
        "{chain}"
    );
}

#[test]
fn whoever_never_said_something_takes_back_no_more_than_agreeing_with_it() {
    let old = "party t: The traders\nparty g: The Green Club\nclaim a by g: Trams are quiet.\naccept a by t\n  date: 2024-01-01\n";
    let withdrawn = told(old, &format!("{old}retract a by t\n  date: 2024-02-01\n"));
    assert!(withdrawn.contains("The traders withdrew acceptance of the judgement."), "{withdrawn}");
    let back = told(old, &format!("{old}retract a by g\n"));
    assert!(back.contains("since the Green Club took it back"), "{back}");
}

#[test]
fn what_a_party_does_after_the_day_of_the_page_is_told_as_that() {
    let old = "---\nas-of: 2025-01-01\n---\nparty m: Mary\nclaim a: It rains.\n  support wet by m: The street is wet.\n";
    let back = |day: &str| told(old, &format!("{old}retract wet by m\n  date: {day}\n"));
    let late = back("2025-02-01");
    assert!(late.contains("Mary took back point 1 on 1 February 2025, after the day of this page."), "{late}");
    assert!(!back("2024-12-01").contains("after the day"));
}
