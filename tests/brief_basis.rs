//! On what a brief says that something rests: whose words, which sources, how likely and how sure.

use crate::support::{brief_of, check_words};
use agon::render::brief::Length;

#[track_caller]
fn check(text: &str, says: &[&str], says_not: &[&str]) {
    check_words(&brief_of(text, Length::Full), says, says_not);
}

#[test]
fn what_is_not_upheld_is_told_as_likely_by_whoever_put_it_forward_alone() {
    let claim = "party p: Pat\nclaim a by p: The dam is safe.\n  likelihood: very likely\n  confidence: high\n";
    check(claim, &["This is very likely.", "Confidence in it is high"], &["It was put forward"]);
    let fallen = format!("{claim}  rebuttal: There is a crack.\n");
    check(&fallen, &["It was put forward as very likely and with high confidence."], &["This is very likely", "Confidence in it"]);
    let chance = fallen.replace("very likely", "remote").replace("  confidence: high\n", "");
    check(&chance, &["It was put forward as having a remote chance."], &["confidence."]);
    let open = format!("{claim}claim b: The dam leaks.\ncontradiction a, b\n");
    check(&open, &["It was put forward as very likely"], &["This is very likely"]);
}

#[test]
fn points_are_told_with_whose_words_they_are_at_each_change() {
    let text = "party jill: Jill Frey\nparty ann: Ann Walter\nclaim a by jill: Peace lasts.\n  support s:\n    premise p by ann: The armies shrink.\n    premise q: \
                The armies stay home.\n    premise r: The border is open.\n";
    check(text, &["According to Ann Walter, the armies shrink. According to Jill Frey, the armies stay home. The border is open."], &[]);
    let support = "party dean: The dean\nparty it: The computing centre\nclaim a by dean: Examinations should be online.\n  support s by it:\n    premise: The \
                   servers are fast enough.\n";
    check(support, &["**The reason.** According to the computing centre, the servers are fast enough."], &[]);
    check("party x: Xaver\nclaim a by x: It rains.\n  support: The roof is wet.\n    support: The gutter runs.\n", &[], &["According to"]);
}

#[test]
fn sources_are_counted_once_for_one_origin_and_told_with_what_is_good_and_bad_of_them() {
    let claim = |cites: &str| {
        let sources = "source one: Report one\n  reliability: A1\nsource two: Report two\n  reliability: E4\nsource three: Report three\n  reliability: D2\n\
                       source blog: A blog\n  origin: one\nsource copy: A copy\n  origin: one\n";
        let cites: String = cites.split(' ').map(|source| format!("  cite: {source}\n")).collect();
        format!("claim a: The dam is safe.\n{cites}{sources}")
    };
    check(&claim("one"), &["It rests on one source, graded A1,"], &[]);
    check(&claim("two"), &["It rests on one source, graded E4,"], &[]);
    check(&claim("one two"), &["two sources, one of them graded B or better and one D or worse"], &[]);
    check(&claim("two three"), &["two sources, all graded D or worse"], &[]);
    check(&claim("one blog"), &["It rests on two sources, which go back to one source, graded A1,", "Admiralty code"], &[]);
    check(&claim("blog"), &["It rests on one source,"], &["go back to", "graded A1"]);
    check(
        &claim("blog copy two"),
        &["three sources, which go back to two sources, one of them graded B or better and one D or worse"],
        &[],
    );
}

#[test]
fn further_paragraphs_follow_what_they_go_on_from() {
    let text = "question q: What now?\nclaim a on q: Take the plan.\n  rebuttal: The plan is old.\nclaim b on q: Drop the plan.\n\n  At once, and for good.\n";
    check(text, &["Drop the plan"], &[]);
    let page = brief_of(text, Length::Full);
    let (paragraph, other) = (page.find("At once").unwrap(), page.find("**The other answer").unwrap());
    assert!(paragraph < other, "{page}");
    let fallen = "question q: What now?\nclaim a on q: Keep the plan.\nclaim b on q: Drop the plan.\n\n  At once, and for good.\n  rebuttal: The plan is new.\n";
    let page = brief_of(fallen, Length::Full);
    assert!(page.find("At once").unwrap() < page.find("plan is new").unwrap(), "{page}");
}

#[test]
fn a_claim_falls_to_as_many_objections_as_it_does() {
    let text = "claim a: The dam is safe.\n  rebuttal: There is a crack.\n  rebuttal: It is old.\n";
    check(text, &["It falls to two objections that nobody has met."], &[]);
    let met = "claim a: The dam is safe.\n  rebuttal: There is a crack.\n  rebuttal b: It is old.\n    rebuttal c: It is new.\n      rebuttal: It is not.\n";
    check(met, &["It falls to two objections, one of which nobody has met."], &[]);
}

#[test]
fn words_that_are_no_clause_are_not_told_after_that() {
    let text = "party p: Pat\nclaim a: We go.\n  rebuttal by p: No money.\n  limit: Only if it is paid.\n";
    check(text, &["Pat objected: “No money.”", "“Only if it is paid.”"], &["that no money", "that only if"]);
}

#[test]
fn all_who_say_a_point_are_named_where_one_of_them_is_new() {
    let text = "party a: Ada Roe\nparty b: Ben Low\nclaim go by a: We should go.\n  support sun by a, b: The sun shines.\n";
    check(text, &["According to Ada Roe and Ben Low, the sun shines."], &["According to Ben Low,"]);
}

#[test]
fn whoever_took_one_of_several_standing_answers_back_is_told() {
    let text = "party a: Ada Roe\nparty b: Ben Low\nquestion q: How do we go?\n  answers: any\nclaim walk on q by a: We walk.\n  support: It is \
                near.\nclaim bus on q by b: We take the bus.\n  support: It is cheap.\nretract bus by b: Ben has changed his mind.\n  date: 2024-01-01\n";
    check(
        text,
        &["These two answers stand together.", "Ben Low took this answer back on 1 January 2024: “Ben has changed his mind.”"],
        &[],
    );
}

#[test]
fn the_first_person_of_a_text_is_never_that_of_the_page() {
    let text = "party p: Pat\nclaim a: The dog stays.\n  support: I am often alone.\n  rebuttal by p: Then I cannot sleep.\n    rebuttal: Its cost is not our \
                concern.\n";
    let told = ["“I am often alone.”", "Pat objected: “Then I cannot sleep.”", "“Its cost is not our concern.”"];
    check(text, &told, &["that I", "that its"]);
    let text = "party p: Pat\nclaim a: The law holds.\n  rebuttal by p: The court says that World War I was before it.\n    rebuttal: It is said in article I of \
                the law.\n      rebuttal: There is a note, “we are unsure”, on it.\n";
    check(text, &["that the court says", "that it is said in article I", "that there is a note"], &["“The court", "“It is", "“There"]);
}

#[test]
fn words_that_are_no_clause_stand_in_quotation_marks() {
    let of = |text: &str| format!("party p: Pat\nclaim a: It is late.\n  rebuttal by p: {text}\n");
    for text in ["Two, not three.", "Too little money.", "Not for ships on gas."] {
        check(&of(text), &[&format!("Pat objected: “{text}”")], &[]);
    }
    for (text, told) in
        [("All of it burnt.", "all of it burnt"), ("No prices rise.", "no prices rise"), ("The old road is shut.", "the old road is shut")]
    {
        check(&of(text), &[&format!("Pat objected that {told}")], &["objected: “"]);
    }
}
