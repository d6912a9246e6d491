//! How a brief tells answers that nothing decides between, answers by default, and preferences among them.

use crate::support::{Memory, brief_of, bulk, check_words};
use agon::{model::load::Files, render::brief::Length, report::run::run};

/// The brief of a debate on one question, without its map.
fn page(text: &str, length: Length) -> String {
    let text = format!("question q: Which?\n{text}");
    brief_of(&text, length)
}

#[track_caller]
fn check(text: &str, length: Length, says: &[&str], says_not: &[&str]) {
    check_words(&page(text, length), says, says_not);
}

#[test]
fn an_answer_by_default_rests_on_the_sources_of_its_reasons() {
    check(
        "  default: a\nsource s: A book\nclaim a on q: It is the left one.\n  support one: The map says so.\n    cite: s, \"left\"\n\
         claim b on q: It is the right one.\ncontradiction a, b\n",
        Length::Normal,
        &[
            "It rests on one reason and one source.",
            "The judgement applies by default, and would give way to any other answer that came to stand alone; answer 2 \
             is open.",
        ],
        &["no source is named"],
    );
}

const THREE: &str = "claim a on q: It is the left one.\nclaim b on q: It is the right one.\nclaim c on q: It is the middle one.\n\
                     contradiction a, b, c\nprefer a over b\n";

#[test]
fn what_is_preferred_and_still_open_is_told_with_what_keeps_it_open() {
    let says = "Three answers are open: answer 1 is preferred to the judgement, but nothing decides between answer 1 and answer 2";
    check(
        &format!("  default: b\n{THREE}"),
        Length::Normal,
        &[says, "so this one applies by default."],
        &["none has the last word, so this"],
    );
    let says = "Three answers are open: answer 1 is preferred to answer 2, but nothing decides between answer 1 and answer 3";
    check(
        THREE,
        Length::Normal,
        &[says, "This and another answer exclude each other, and neither has the last word."],
        &["and the other answers exclude each other"],
    );
}

#[test]
fn an_expectation_is_not_told_to_fail_by_what_the_claim_is_preferred_to() {
    let text = format!("question q: Which?\n{THREE}expect a stands\n");
    let mut files = Files::default();
    let id = files.load("x.agon", &Memory::new(&[("x.agon", text.as_str())]));
    let report = run(&files, id);
    let found = report.diagnostics.iter().find(|d| d.code.name == "failed-expectation").unwrap();
    let told = format!("{found:?}");
    assert!(told.contains("neither it nor `c` has the last word"), "{told}");
}

#[test]
fn answers_that_stand_together_are_counted_as_they_are_shown() {
    let answers: String = (0..9).map(|n| format!("claim a{n} on q: Way {n} is open to us.\n")).collect();
    let text = format!("  answers: any\n{answers}");
    check(&text, Length::Full, &["These nine answers stand together."], &["left out", "stands as well"]);
    let one = page(&text, Length::OnePage);
    let bold = one.matches("**Way").count();
    let (shown, left) = (["No", "One", "two", "three", "four", "five", "six", "seven", "eight"][bold], 9 - bold);
    assert!(bold > 1 && left > 1, "{one}");
    assert!(one.contains(&format!("These {shown} answers stand together with")), "{one}");
    assert!(one.contains("more that are left out here."), "{one}");
    assert!(!one.contains("One answer is"), "{one}");
}

#[test]
fn a_preference_is_told_with_what_is_the_weaker() {
    let text = "party e: Environment Agency\nclaim a by e on q: The dam is safe.\n  rebuttal crack: There is a crack in it.\n  rebuttal age: It is old.\n\
                prefer a over crack by e: Cracks close.\nprefer a over age by e: Old is good.\n";
    let text = format!("{text}claim b on q: The dam is new.\n  rebuttal: It is not.\n");
    let page = page(&text, Length::Normal);
    let rests = "The judgement rests on a preference of Environment Agency that ranks it above";
    assert!(page.contains(&format!("{rests} objection 1, without which it would not stand")), "{page}");
    assert!(page.contains(&format!("{rests} objection 3, without which it would not stand")), "{page}");
    assert!(!page.contains("judged it the stronger"), "{page}");
}

#[test]
fn dollars_are_no_formulas() {
    let page = page("claim a on q: It costs $5m or more$ by some counts, and $x^2$ too.\n", Length::Normal);
    assert!(page.contains("It costs \\$5m or more\\$ by some counts, and \\$x\\^2\\$ too."), "{page}");
    assert_eq!(page.matches('$').count(), page.matches("\\$").count(), "{page}");
}

#[test]
fn objections_beyond_the_first_are_named() {
    let text = "question q: Go?\nclaim yes on q: We should go.\n  rebuttal: It rains there.\n  rebuttal: The road is closed.\n  rebuttal: Nobody can drive.\n  \
                rebuttal: The hall is booked.\nclaim no on q: We should stay.\n";
    let told = brief_of(&format!("{text}{}", bulk()), Length::Normal);
    assert!(told.contains("Two more objections prevail too: “Nobody can drive” and “The hall is booked”."), "{told}");
}

#[test]
fn preferences_over_one_statement_are_told_in_one_sentence() {
    let text = "claim sun: The sun shines.\nclaim dry: The path is dry.\nrebuttal storm against sun: A storm is near.\nrebuttal storm against dry\n\
                prefer sun over storm: The sun can be seen.\nprefer dry over storm: Rain would have wet the path.\n";
    let told = brief_of(text, Length::Normal);
    let joined = "Judgements 1 and 2 each rest on a preference that ranks it above objection 1a, without which they would not stand: see \
                  remark 1b and remark 2a.";
    assert!(told.contains(joined) && told.matches("on a preference").count() == 1, "{told}");
}

#[test]
fn answers_that_stand_together_are_each_told_like_a_single_one() {
    let text = "  answers: any\nparty g: The Green Club\nparty t: The traders\nclaim a on q by g: Trams help.\n  confidence: high\n  likelihood: likely\n  \
                support r: Trams carry many people.\nclaim b on q by t: Bicycles help.\n  likelihood: almost certain\n  confidence: low\n";
    let judged = "**Trams help.** This is likely. Confidence in it is high, although it rests on one reason, for which no source is named. **Bicycles help.** \
                  This is almost certain. Confidence in it is low: it has neither a reason nor a source behind it. These two answers stand together.";
    let named = judged.replace("named. **B", "named. The Green Club put this answer forward. **B");
    let named = named.replace("it. These", "it. The traders put this answer forward. These");
    check(text, Length::OnePage, &[&named], &[]);
    let told = [
        judged,
        "**Answer 1.** It was put forward by the Green Club.",
        "**Answer 2.** It was put forward by the traders.",
        "- Answer 1 would no longer stand if point 3 fell.",
    ];
    check(text, Length::Normal, &told, &[]);
    check(text, Length::Full, &told, &[]);
}

#[test]
fn what_would_bring_another_answer_back_is_told() {
    let text = "claim trams on q: Trams help.\nclaim paths on q: Bicycles help.\n  rebuttal steep: The hill is too steep for them.\n    support map: The \
                slope is one in five, by the survey.\n";
    let told =
        "- The judgement would no longer be the only answer that stands: answer 1 would stand beside it if objection 2 or point 3 fell.";
    check(text, Length::Normal, &[told], &["by default"]);
    let answered = format!("{text}    rebuttal electric: Electric bicycles climb it.\nrebuttal rain against paths: It rains.\n");
    check(&answered, Length::Normal, &["if objection 2 fell."], &["if either"]);
    let kept = format!("  default: walk\n{text}claim walk on q: Walking helps.\n  rebuttal far: It is far.\n");
    check(&kept, Length::Normal, &["- Answer 4 would stand beside the judgement, and would apply by default, if objection 5 fell."], &[]);
}

#[test]
fn open_answers_are_told_with_why_they_exclude_each_other_and_whose_preference_ranks_them() {
    let text = "party e: Dr. Salo\nclaim a on q: The north road is best.\nclaim b on q: The south road is best.\nclaim c on q: The east road is best.\n\
                contradiction a, b, c: Only one can be built.\nprefer a over b by e: Short roads last longer.\n";
    check(
        text,
        Length::Normal,
        &[
            "This and another answer exclude each other, and neither has the last word. Only one can be built.",
            "Dr. Salo judged answer 1, itself open, stronger than it. The note on this reads: “Short roads last longer.”",
            "Nothing decides between this and answer 1 or 2.",
        ],
        &[],
    );
}

#[test]
fn questions_without_an_answer_are_open_points() {
    let open = "claim a on q: The dam should be raised.\nclaim b on q: The dam should be left as it is.\n";
    check(
        &format!("{open}contradiction a, b\n"),
        Length::Normal,
        &[
            "One answer is that the dam should be raised. The other is that the dam should be left as it is.",
            "- The question has no answer yet: nothing decides between answers 1 and 2.",
        ],
        &[],
    );
    check("question r: Why?\n", Length::Normal, &["- The question of judgement 2 has no answer yet: nobody has proposed one."], &[]);
    let fallen = "claim a on q: The dam should be raised.\n  rebuttal: It would break.\n";
    check(fallen, Length::Normal, &["- The question has no answer yet: answer 1 was proposed, and does not stand."], &[]);
    check("claim a on q: The dam should be raised.\n", Length::Normal, &[], &["has no answer yet:"]);
}

#[test]
fn one_page_names_who_gave_answers_that_stand_together_and_answers_that_are_gone() {
    let text = "  answers: any\nparty g: The Green Club\nclaim a on q by g: Trams help.\nclaim b on q: Bicycles help.\n";
    check(text, Length::OnePage, &["The Green Club put this answer forward. **Bicycles help.**"], &[]);
    let gone = "party g: The Green Club\nclaim a on q by g: Trams help.\n  rebuttal: They are dear.\nclaim b on q by g: Bicycles help.\nretract b by g\n";
    check(
        gone,
        Length::OnePage,
        &["both of which fall or were taken back", "It was objected that they are dear", "took this answer back"],
        &[],
    );
}

#[test]
fn a_reason_that_was_taken_back_is_told_with_who_did() {
    let text = "party g: The Green Club\nclaim a on q: Trams help.\n  support s by g: They are quiet.\nretract s by g\n  date: 2020-01-02\nclaim b on q: Bicycles \
                help.\n";
    let says = ["The Green Club took it back on 2 January 2020.", "With this taken back, nothing supports it."];
    check(text, Length::Normal, &says, &["rest on each other", "Nothing supports this"]);
}

#[test]
fn an_answer_without_support_does_not_fall() {
    let text = "party g: The Green Club\nclaim a on q: Trams help.\n  support s by g: They are quiet.\nretract s by g\nclaim b on q: Bicycles \
                help.\nclaim c on q: Buses help.\n  rebuttal: They are loud.\n";
    check(text, Length::Normal, &["**The other answers, both of which fall or have no support.**"], &["both of which fall."]);
}

#[test]
fn a_single_statement_more_is_told_and_not_said_to_be_left_out() {
    let mut text = "claim a on q: The bridge holds.\n  support:\n".to_owned();
    ["One pier stands.", "Two piers stand.", "Three piers stand.", "Four piers stand."]
        .iter()
        .for_each(|pier| text += &format!("    premise: {pier}\n"));
    check(&text, Length::Normal, &["if point 1, 2, 3 or 4 fell"], &["more statements without which"]);
}

#[test]
fn what_would_end_a_judgement_is_told_with_what_would_take_its_place() {
    let red = "claim red on q: It is red.\n";
    let blue = "claim blue on q: It is blue.\n";
    let clash = "contradiction red, blue\n";
    let ugly = "  rebuttal ugly: Red is ugly.\n    rebuttal not: Red is lovely.\n";
    let dull = "  rebuttal dull: Blue is dull.\n";
    let place = "- The judgement would no longer stand, and answer 3 would stand in its place, if reply 2 fell.";
    check(&format!("{red}{ugly}{blue}{clash}prefer red over blue\n"), Length::Normal, &[place], &[]);
    check(
        &format!("  default: red\n{red}{blue}{dull}{clash}"),
        Length::Normal,
        &["- The judgement would no longer stand by itself, and would apply by default only, if objection 2 fell."],
        &["no longer stand if"],
    );
    check(
        &format!("{red}{blue}{dull}{clash}"),
        Length::Normal,
        &["- The judgement would no longer stand if objection 2 fell."],
        &["by default", "in its place"],
    );
    check(
        &format!("  default: red\n{red}{ugly}{blue}{clash}"),
        Length::Normal,
        &[
            "- The judgement would no longer apply, and answer 3 would stand in its place, if reply 2 fell.",
            "came to stand alone; answer 3 is open",
        ],
        &[],
    );
    let worn = "  rebuttal worn: Blue is worn.\n    rebuttal new: Blue is new.\n";
    check(
        &format!("  default: red\n{red}{blue}{worn}{clash}"),
        Length::Normal,
        &["- The judgement would stand by itself, and not by default only, if reply 3 fell."],
        &["no longer"],
    );
    check(
        &format!("  default: red\n{red}{ugly}{blue}claim green on q: It is green.\ncontradiction red, blue, green\n"),
        Length::Normal,
        &["- The judgement would no longer apply if reply 2 fell."],
        &["in its place"],
    );
}

#[test]
fn what_would_give_an_answer_or_uphold_a_claim_is_told() {
    let text = "claim a on q: It is red.\n  rebuttal x: Red is ugly.\nclaim b on q: It is blue.\n  rebuttal y: Blue is dull.\n    rebuttal z: \
                Blue is bright.\n      rebuttal w: It has faded.\n";
    check(
        text,
        Length::Normal,
        &["- Answer 1 would become the answer if objection 2 fell.", "- Answer 3 would become the answer if objection 4 or 6 fell."],
        &[],
    );
    let kept = "  default: b\nclaim a on q: It is red.\nclaim b on q: It is green.\n  rebuttal x: Green is dull.\nclaim c on q: It is \
                blue.\ncontradiction a, c\ncontradiction b, a\n";
    check(kept, Length::Normal, &["would become the answer by default if objection 4 fell."], &[]);
    let twice = "claim a on q: It is red.\n  rebuttal x: Red is ugly.\n  rebuttal y: Red is dear.\n";
    let together = "- Answer 1 would become the answer if objections 2 and 3 fell together.";
    check(twice, Length::Normal, &["Nobody has answered", together], &["if objection 2"]);
    let claim = "claim a: It holds.\n  rebuttal x: It is cracked.\n";
    check_words(&brief_of(claim, Length::Normal), &["- The claim would stand if objection 1 fell."], &[]);
}

#[test]
fn a_judgement_that_hangs_on_an_assumption_is_not_said_to_stand_without_any_single_statement() {
    let text = "claim a: It holds.\n  support r: Oak holds.\n    support n1:\n      premise n\n  support s: Iron holds.\n    support n2:\n      premise n\n\
                assumption n: The ground is firm.\n";
    check_words(&brief_of(text, Length::Full), &["Without it, the judgement would no longer stand."], &["without any single statement"]);
}

#[test]
fn what_nobody_has_answered_is_found_however_deep_it_is_and_told_for_what_it_is_aimed_at() {
    let open = |text: &str, says: &[&str], says_not: &[&str]| check_words(&brief_of(text, Length::Full), says, says_not);
    let deep = "claim a: It will rain.\n  rebuttal b: The sky is clear.\n    undercut c: Clouds come quickly.\n      undercut d: There is no wind.\n";
    open(deep, &["- Nobody has answered reply 3, by which a reply falls."], &[]);
    open(&format!("{deep}        undercut e: Wind comes too.\n"), &["What would change"], &["Nobody has answered"]);
    let fares = "question q: Which?\nclaim a on q: The train.\n  rebuttal x: It is dear.\nclaim b on q: The bus.\n  rebuttal x\n    undercut: The bus is cheap.\n";
    open(fares, &["here nobody has answered this", "- Nobody has answered objection 1 as an objection to answer"], &["by which"]);
    let point = "question q: Which?\nclaim a on q: The train.\n  support fast: It is fast.\nquestion p: When?\nclaim noon on p: At noon.\nclaim night on p: At \
                 night.\n  rebuttal fast\n";
    open(point, &["- Nobody has answered point 1a as an objection to answer 2a."], &["Nobody has answered point 1a."]);
    let both = "question q: Which?\nclaim a on q: The train.\n  support s: It is on time.\n    rebuttal late: It was late.\n      rebuttal once: It was late \
                only once.\nclaim b on q: The bus.\n  support late\n";
    open(both, &["- Nobody has answered reply 3, by which a reason falls."], &["and a reply"]);
    let limit =
        "claim a: The train.\n  support s: It is on time.\n    limit l: On weekdays only.\n      rebuttal n: Sundays are on time too.\n";
    open(limit, &["- Nobody has answered objection 3, by which a limit falls."], &["a reason falls"]);
    let reply = "claim a: The train.\n  rebuttal b: It is late.\n    rebuttal c: It is on time.\n";
    open(reply, &["The reply is"], &["Nobody has answered"]);
}

#[test]
fn what_applies_by_default_is_an_open_point_where_nothing_decides() {
    let two = "  default: a\nclaim a on q: The train.\nclaim b on q: The bus.\ncontradiction a, b\n";
    check(
        two,
        Length::Normal,
        &["- The question has an answer by default only: nothing decides between the judgement and answer 1."],
        &["no answer yet"],
    );
    check(&format!("{two}prefer a over b\n"), Length::Normal, &["What would change"], &["by default only"]);
    check("  default: a\nclaim a on q: The train.\nclaim b on q: The bus.\n", Length::Normal, &["The bus"], &["Open points"]);
}
