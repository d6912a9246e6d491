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
    let says = "Three answers are open: answer 1 is preferred to this one, but nothing decides between answer 1 and answer 2";
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
        &[says, "This and answer 3 exclude each other, and neither has the last word."],
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
    check(
        &kept,
        Length::Normal,
        &["- The answer would change to answer 4, by default, although the judgement would still stand, if objection 5 fell."],
        &[],
    );
}

#[test]
fn open_answers_are_told_with_why_they_exclude_each_other_and_whose_preference_ranks_them() {
    let text = "party e: Dr. Salo\nclaim a on q: The north road is best.\nclaim b on q: The south road is best.\nclaim c on q: The east road is best.\n\
                contradiction a, b, c: Only one can be built.\nprefer a over b by e: Short roads last longer.\n";
    check(
        text,
        Length::Normal,
        &[
            "This and answer 3 exclude each other, and neither has the last word. Only one can be built.",
            "Dr. Salo judged answer 1, itself open, stronger than it: “Short roads last longer.”",
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
    check("question r: Why?\n", Length::Normal, &["- Nobody has proposed an answer to the questions of judgements 1 and 2."], &[]);
    let fallen = "claim a on q: The dam should be raised.\n  rebuttal: It would break.\n";
    check(fallen, Length::Normal, &["- The question has no answer yet: answer 1 was proposed, and does not stand."], &[]);
    check("claim a on q: The dam should be raised.\n", Length::Normal, &[], &["has no answer yet:"]);
}

#[test]
fn one_page_names_who_gave_answers_that_stand_together_and_answers_that_are_gone() {
    let text = "  answers: any\nparty g: The Green Club\nclaim a on q by g: Trams help.\nclaim b on q: Bicycles help.\n";
    check(text, Length::OnePage, &["The Green Club put this answer forward. **Bicycles help.**"], &[]);
    let gone = "party g: The Green Club\nclaim a on q by g: Trams help.\n  rebuttal: They are dear.\nclaim b on q by g: Bicycles help.\nretract b by g\n";
    check(gone, Length::OnePage, &["one falls and one was taken back", "It was objected that they are dear", "took this answer back"], &[]);
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
    check(text, Length::Normal, &["**The other answers: one falls and one has no support.**"], &["both of which fall."]);
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
    open(deep, &["- Nobody has answered reply 3, by which reply 2 misses objection 1."], &[]);
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

#[test]
fn rivals_of_an_answer_by_default_are_told_with_what_is_preferred_to_what_and_by_whom() {
    let three = "  default: wait\nparty e: Dr. Salo\nclaim go on q: We go by the old bridge.\nclaim ride on q: We ride on the ferry.\nclaim wait on q: We wait for \
                 the thaw.\ncontradiction go, ride, wait: Only one can be done.\n";
    let pair = "**Two rival answers.** Both are open: they exclude each other, and neither has the last word. Only one can be done.";
    check(three, Length::Normal, &[pair], &["is preferred"]);
    check(
        &format!("{three}prefer go over ride by e: Bridges are safe.\n"),
        Length::Normal,
        &[
            "answer 1 is preferred to answer 3, but nothing decides between answer 1 and this one, so this one applies by default.",
            "This and the judgement exclude each other, and neither has the last word.",
            "Dr. Salo judged answer 1, itself open, stronger than it: “Bridges are safe.”",
        ],
        &["Two rival answers", "none has the last word"],
    );
    check(
        &format!("{three}prefer wait over go by e: Patience pays.\n"),
        Length::Normal,
        &["Dr. Salo judged the judgement, itself open, stronger than it: “Patience pays.”"],
        &["Two rival answers"],
    );
}

#[test]
fn two_open_answers_of_which_one_is_preferred_are_not_said_to_be_even() {
    let two = "claim go on q: We go by the old bridge.\nclaim ride on q: We ride on the ferry.\ncontradiction go, ride\nclaim odd: The bridge is \
               shut.\ncontradiction go, odd\nprefer go over ride: Bridges are safe.\n";
    let ranked = "Answer 1, itself open, is preferred to it, because bridges are safe.";
    check(
        two,
        Length::Normal,
        &["Two answers are open: answer 1 is preferred to answer 2, but is itself open.", ranked, "**Answer 1.** This is open."],
        &["the other answer exclude each other", "nothing decides between answers 1 and 2"],
    );
    check(
        &format!("{two}claim wait on q: We wait for the thaw.\n"),
        Length::Normal,
        &["**We wait for the thaw.**", ranked],
        &["Both are open", "Nothing decides between this and answer"],
    );
    let far = format!("{two}claim wait on q: We wait for the thaw.\ncontradiction go, ride, wait\nprefer ride over wait: Boats are fun.\n");
    check(
        &far,
        Length::Normal,
        &["Answer 2, itself open, is preferred to it, because boats are fun. Answer 1 is preferred to it, and is itself open."],
        &["Nothing decides between this"],
    );
}

#[test]
fn answers_that_are_open_for_reasons_of_their_own_are_not_said_to_exclude_each_other() {
    let two = "claim go on q: We go by the old bridge.\n  support toll: It costs no toll.\nclaim ride on q: We ride on the ferry.\n  support:\n    premise \
               toll\nclaim dear: Both cost a toll.\ncontradiction toll, dear\n";
    let says_not = ["the last word.**", "exclude each other", "nothing decides between answers"];
    check(two, Length::Normal, &["**There is no answer yet.** Two answers are open."], &says_not);
    check(&format!("  default: go\n{two}"), Length::Normal, &["Two answers are open, so this one applies by default."], &says_not);
}

#[test]
fn an_objection_that_is_itself_an_answer_is_counted_and_told_with_what_became_of_it() {
    let two = "claim go on q: We go by the old bridge.\nclaim ride on q: We ride on the ferry.\nrebuttal ride against go\n";
    check(
        &format!("{two}rebuttal ice against ride: The river is frozen.\n"),
        Length::Normal,
        &[
            "The one objection to it, answer 1, has been answered, and the other answer falls.",
            "Answer 1 was also raised against the judgement.",
        ],
        &["Nobody has objected"],
    );
    check(
        &format!("{two}  undercut both: One can do both.\n"),
        Length::Normal,
        &["Answer 2 was also raised against answer 1. Even if this is true, it does not touch this answer, because one can do both"],
        &[],
    );
    check(
        &format!("{two}prefer go over ride: Bridges are safe.\n"),
        Length::Normal,
        &["Answer 2 was also raised against answer 1. It is outweighed"],
        &[],
    );
    let other = "claim go on q: We go by the old bridge.\nquestion p: When?\nclaim noon on p: We go at noon.\ncontradiction noon, go\nprefer go over noon\n";
    check(other, Length::Normal, &["The one objection to it is outweighed."], &["Nobody has objected", "no direct objection"]);
    let plain =
        "claim go on q: We go by the old bridge.\nclaim ride on q: We ride on the ferry.\ncontradiction go, ride\nprefer go over ride\n";
    check(plain, Length::Normal, &["Nobody has objected to it directly, and the other answer falls."], &["was also raised"]);
}

#[test]
fn what_nobody_has_answered_is_told_with_the_judgement_that_falls_by_it() {
    let open = |text: &str, says: &[&str], says_not: &[&str]| check_words(&brief_of(text, Length::Full), says, says_not);
    let claims = "claim a: The train is best.\n  rebuttal: It is dear.\nclaim b: The bus is best.\n  rebuttal: It is slow.\n";
    open(claims, &["- Nobody has answered objections 1a and 2a, by which the claims of judgements 1 and 2 fall."], &["the claim itself"]);
    let third = "claim c: The tram is best.\n  support s: It is new.\n    undercut: New trams fail.\n";
    open(
        &format!("{third}claim a: The train is best.\n  rebuttal: It is dear.\n"),
        &["by which the claim of judgement 2 and a reason fall."],
        &["the claim itself"],
    );
    let contrary = "claim a: The bridge should be closed.\nclaim b: The bridge should stay open.\n  rebuttal r: It has many cracks.\n    rebuttal s: The \
                    cracks are old.\ncontradiction a, b\nprefer b over a\n";
    open(contrary, &["- Nobody has answered reply 1b, by which objection 1a falls."], &[]);
    let rival = "question q: Which?\nclaim a on q: Close the bridge.\nclaim b on q: Leave it open.\n  rebuttal r: It has many cracks.\n    rebuttal s: The \
                 cracks are old.\ncontradiction a, b\nprefer b over a\n";
    open(rival, &["The reply is that the cracks are old"], &["Nobody has answered"]);
    let twice = "claim a: It will rain.\n  rebuttal b: The sky is clear.\n    undercut c: Clouds come quickly.\n      undercut d: There is no wind.\n  \
                 rebuttal e: It is June.\n    undercut f: June is wet.\n      undercut g: June was dry.\n";
    open(twice, &["- Nobody has answered replies 3 and 6, by which two replies miss what they answer."], &[]);
}

#[test]
fn a_claim_that_only_lost_its_reason_is_told_as_not_shown() {
    let told = |text: &str, says: &[&str], says_not: &[&str]| check_words(&brief_of(text, Length::Normal), says, says_not);
    let lost = "claim a: The dam is safe.\n  support r: It is new.\n    undercut u: New dams break.\n";
    told(
        lost,
        &["**It has not been shown that the dam is safe.** It falls, because no reason given for it holds."],
        &["does not hold that"],
    );
    told(&lost.replace("The dam is safe.", "Trust the dam!"), &["**Not shown: Trust the dam\\!**"], &["Not upheld"]);
    told(&format!("{lost}rebuttal against a: It leaks.\n"), &["**It does not hold that the dam is safe.**"], &["not been shown"]);
    let beneath = "claim a: The dam is safe.\n  rebuttal x: It leaks.\n    support p: Water was seen.\n      support q: A guard saw it.\n        undercut: He was \
                   far off.\n";
    told(beneath, &["It rests on a point for which no reason holds, namely that water was seen"], &["a point that does not hold"]);
}

#[test]
fn a_fact_is_no_opinion_of_the_other_side() {
    let told = |text: &str, says: &[&str], says_not: &[&str]| check_words(&brief_of(text, Length::Normal), says, says_not);
    let flat = "party z: Zed\nclaim flat by z: The earth is flat.\nfact round: The earth is round.\ncontradiction flat, round\n";
    told(
        flat,
        &["It falls to what is taken as given.", "It is taken as given, to the contrary, that the earth is round."],
        &["It was held", "ll agree"],
    );
    let point = "party z: Zed\nclaim sail: We can sail on.\n  support:\n    premise round\nfact round: The earth is round.\n";
    told(point, &["All agree that the earth is round."], &["taken as given"]);
    told(&format!("{point}deny round by z\n"), &["It is taken as given that the earth is round."], &["ll agree"]);
}

#[test]
fn objections_to_the_reasons_of_a_judgement_are_counted_beside_those_to_it() {
    let told = |text: &str, says: &[&str], says_not: &[&str]| check_words(&brief_of(text, Length::Normal), says, says_not);
    let dam = "claim a: The dam is safe.\n  support r:\n    premise p: The wall is sound.\n    premise g: The gates close.\n      rebuttal rust: They are rusty.\n        \
               rebuttal: They were painted.\n";
    told(dam, &["Nobody has objected to it directly, and the one objection to its reasons does not prevail."], &["none of the"]);
    let two = format!("{dam}undercut far against r: The wall is far off.\n  rebuttal: It is near.\n");
    told(&two, &["directly, and neither of the two objections to its reasons prevails."], &["disputed"]);
    let direct = format!("{two}rebuttal leak against a: It leaks.\n  rebuttal: It was rain.\n");
    told(&direct, &["The one objection to it has been answered, and neither of the two objections to its reasons prevails."], &[]);
    // What struck another reason is told with that.
    let other = "claim a: The dam is safe.\n  support r: It is new.\n  support s: It is big.\n    undercut: Big dams break.\n";
    told(other, &["not every reason for it is undisputed"], &["to its reasons"]);
}

#[test]
fn a_likelihood_is_one_of_what_a_point_says() {
    let text = "claim a: The dam holds.\n  likelihood: likely\n  support r: The wall is sound.\n    likelihood: likely\n";
    check_words(&brief_of(text, Length::Normal), &["This is likely.", "What point 1 says is likely."], &["Point 1 is likely"]);
}

#[test]
fn a_claim_whose_only_argument_is_disputed_does_not_rest_on_what_is_open() {
    let told = |text: &str, says: &[&str], says_not: &[&str]| check_words(&brief_of(text, Length::Full), says, says_not);
    let argument = "claim a: The road is long.\n  support b: It bends.\n    undercut c: Bends are short.\n      support d: A map says so.\nclaim e: The map is \
                    wrong.\ncontradiction e, d\n";
    told(argument, &["An objection to the reason for it is itself open."], &["What it rests on is itself open"]);
    let point = "claim a: The road is long.\n  support b: It bends.\nclaim e: The road is straight.\ncontradiction e, b\n";
    told(point, &["What it rests on is itself open."], &["An objection to the reason"]);
}

#[test]
fn what_would_not_stand_without_an_objection_either_does_not_fall_by_it() {
    let told = |text: &str, says: &[&str], says_not: &[&str]| check_words(&brief_of(text, Length::Full), says, says_not);
    let limit = "party p: Pia\nclaim a: The road is long.\n  limit l by p: Not in winter.\n    rebuttal r: In winter, too.\n";
    told(limit, &["by which a limit falls"], &[]);
    told(&format!("{limit}retract l by p\n"), &[], &["by which a limit falls"]);
}

#[test]
fn a_reason_is_taken_back_by_all_who_gave_it_alone() {
    let told = |text: &str, says: &[&str], says_not: &[&str]| check_words(&brief_of(text, Length::Full), says, says_not);
    let text = "party p: Pia\nparty r: Rolf\nclaim a: The road is long.\n  support s by r: It bends.\nsupport t for s by r: It turns.\nsupport s for \
                t\nretract s by p\n";
    told(text, &[], &["With this taken back", "was taken back"]);
    let all = "party r: Rolf\nclaim a: The road is long.\n  support s by r: It bends.\nretract s by r\n";
    told(all, &["The reason given for it was taken back."], &[]);
}

#[test]
fn a_contradiction_that_a_preference_decides_is_not_told_as_undecided() {
    let told = |text: &str, says: &[&str], says_not: &[&str]| check_words(&brief_of(text, Length::Full), says, says_not);
    let two = "claim a: The road is long.\n  rebuttal b: It is a mile.\nclaim c: The road is short.\ncontradiction a, c\nclaim d: It is three \
               miles.\ncontradiction b, d\n";
    told(two, &["The claim of judgement 1 speaks against it, and neither side has the last word."], &["It is outweighed"]);
    told(
        &format!("{two}prefer a over c\n"),
        &[
            "A contrary claim that is preferred to it is itself open.",
            "It is outweighed.",
            "The claim of judgement 1 speaks against it. This is the stronger, and is itself open.",
        ],
        &["judgement 1, and neither side", "judgement 2, and neither side"],
    );
}

#[test]
fn a_rival_that_stands_is_not_called_open() {
    let text = "fact a on q: The left road is best.\nclaim b on q: The right road is best.\n  support strictly:\n    premise d: The right road is \
                short.\n    premise e: The right road is dry.\ncontradiction a, b\n";
    check(text, Length::Full, &["This is open."], &["itself open", "neither has the last word"]);
}

#[test]
fn what_follows_from_a_fact_is_nothing_against_it() {
    let text = "claim a on q: The left road is best.\n  support strictly:\n    premise f\n    premise g: The left road is dry.\nfact f: The left road is \
                short.\nclaim b on q: The right road is best.\ncontradiction a, b\n";
    let told = "Answer 1 follows strictly from points 3 and 4. If answer 1 falls, so must point 4, since point 3 stands.";
    check(text, Length::Full, &[told], &["Against point 3", "It is outweighed"]);
}

const STRICT: &str = "party j: Judge Olan\nclaim a on q: The left road is best.\n  support strictly:\n    premise d: The left road is short.\n    \
                      premise e: The left road is dry.\nclaim b on q: The right road is best.\ncontradiction a, b\n";

#[test]
fn which_of_several_points_gives_way_with_what_follows_from_them_is_told_once() {
    let told = "Answer 1 follows strictly from points 3 and 4. If answer 1 falls, points 3 and 4 cannot both stand, and nothing decides \
                which of them gives way.";
    let page = page(STRICT, Length::Full);
    assert_eq!(page.matches(told).count(), 1, "{page}");
    assert!(!page.contains("Here too"), "{page}");
    let ranked = format!("{STRICT}prefer e over b by j: A map outweighs a custom.\n");
    let told = "If answer 1 falls, so must point 3, since point 4 stands. Judge Olan judged point 4 stronger than answer 2: “A map outweighs a custom.”";
    check(&ranked, Length::Full, &[told], &["cannot both stand"]);
    check(&ranked.replace(" by j: A map outweighs a custom.", ""), Length::Full, &["Point 4 is preferred to answer 2."], &[]);
}

#[test]
fn what_is_said_twice_to_exclude_an_answer_is_one_rival() {
    let text = "claim a on q: It is the left one.\nclaim b on q: It is the right one.\nclaim c on q: It is the middle one.\ncontradiction a, b, \
                c\ncontradiction b, a\nprefer a over b\n";
    check(
        text,
        Length::Full,
        &["This and answer 3 exclude each other, and neither has the last word.", "Answer 1 is preferred to it, and is itself open."],
        &["Answer 1 are"],
    );
}

#[test]
fn what_ranks_between_an_answer_that_falls_and_the_judgement_is_told() {
    let text = "party m: Mae Orr\nclaim a on q: It is the left one.\nclaim b on q: It is the right one.\nclaim c on q: It is the middle \
                one.\ncontradiction a, b, c\nprefer a over b\nprefer b over c by m: Nobody goes there.\n";
    let told = "Mae Orr judged answer 1, which ranks below the answer given, stronger than it: “Nobody goes there.”";
    check(text, Length::Full, &[told], &[]);
    check(
        &text.replace(" by m: Nobody goes there.", ""),
        Length::Full,
        &["Answer 1, which ranks below the answer given, is preferred to it."],
        &[],
    );
    check(&format!("{text}prefer a over c\n"), Length::Full, &["The answer given was judged the stronger."], &["which ranks below"]);
}

#[test]
fn answers_that_are_open_are_told_beside_those_that_stand_together() {
    let text = "  answers: any\nclaim a on q: It is the left one.\nclaim b on q: It is the right one.\nclaim c on q: It is the middle \
                one.\n  rebuttal r: It is shut.\ncontradiction r, c\n";
    for length in [Length::OnePage, Length::Normal, Length::Full] {
        check(
            text,
            length,
            &["These two answers stand together; another is open.", "The one that is open is that it is the middle one"],
            &[],
        );
    }
    let two = format!("{text}claim d on q: It is the far one.\n  rebuttal s: It is lost.\ncontradiction s, d\n");
    check(
        &two,
        Length::OnePage,
        &["These two answers stand together; two others are open.", "One that is open is that", "Another that is open is that"],
        &[],
    );
    check(&text.replace("contradiction r, c\n", ""), Length::OnePage, &["These two answers stand together."], &["is open"]);
}

#[test]
fn how_likely_an_answer_is_said_to_be_is_told_that_is_open_or_falls() {
    let text = "party p: Pat Lee\nclaim a by p on q: It is the left one.\n  likelihood: roughly even chance\n  confidence: low\nclaim b on q: It is \
                the right one.\n  likelihood: likely\ncontradiction a, b\n";
    let open = "It was put forward by Pat Lee. The chance of what it says is roughly even, and confidence in it is low.";
    check(text, Length::Full, &[open, "What it says is likely."], &[]);
    check(
        &format!("{text}prefer b over a\n"),
        Length::Full,
        &["It was put forward as having a roughly even chance and with low confidence."],
        &["The chance of"],
    );
}

#[test]
fn how_many_reasons_for_an_answer_are_open_is_told() {
    let open = "  support s: The map says so.\n    rebuttal t: The map is old.\ncontradiction s, t\n";
    let text = format!("  default: a\nclaim a on q: It is the left one.\n{open}");
    check(&text, Length::Full, &["It has one reason, which is itself open."], &["one reason left"]);
    let failing = text.replace("  support s", "  support f: A sign says so.\n    rebuttal: The sign is gone.\n  support s");
    check(&failing, Length::Full, &["It has one reason left, which is itself open."], &[]);
}

#[test]
fn the_answer_that_is_told_is_not_named_by_its_own_number() {
    let text = "  default: a\nclaim a on q: It is the left one.\n  support s: The map says so.\n    rebuttal t: The map is old.\ncontradiction s, \
                t\nclaim b on q: It is the right one.\ncontradiction a, b\nprefer a over b\nquestion p: When?\nclaim c on p: It is now.\n";
    let told = "Two answers are open: this one is preferred to the other, but is itself open, so this one applies by default.";
    check(text, Length::Full, &[told], &[]);
    check(
        &text.replace("default: a", "default: b"),
        Length::Full,
        &["Two answers are open: the other is preferred to this one, but is itself open, so this one applies by default."],
        &[],
    );
}

#[test]
fn what_took_the_reasons_of_an_answer_back_is_told_beside_its_own_withdrawal() {
    let text = "party m: Mary\nclaim a by m on q: It is the left one.\n  support s by m: The map says so.\nclaim b on q: It is the right \
                one.\nretract a by m\nretract s by m\n";
    check(
        text,
        Length::Full,
        &["Mary took this answer back. In its favour, the map says so. Mary took it back. With this taken back, nothing supports it."],
        &["rest on each other", "rests on it in turn"],
    );
}

#[test]
fn what_is_preferred_to_one_of_two_reasons_is_not_preferred_to_what_they_are_for() {
    let text = "assumption wet: It rains.\nclaim dry: It stays dry.\n  support s: The sky is clear.\n  support t: The forecast says so.\n\
                contradiction dry, wet\nprefer wet over t\n";
    check_words(
        &brief_of(text, Length::Full),
        &["Neither side has the last word."],
        &["is preferred to it", "is the stronger", "It is outweighed"],
    );
    let both = format!("{text}prefer wet over s\n");
    check_words(&brief_of(&both, Length::Full), &["It falls to a contrary claim that stands."], &["last word"]);
    // A reason that has failed needs no preference.
    let struck = text.replace("clear.\n", "clear.\n    rebuttal c: It is cloudy.\n");
    check_words(&brief_of(&struck, Length::Full), &["It falls to a contrary claim that stands."], &["last word"]);
}

#[test]
fn an_answer_that_gives_way_to_what_is_built_on_it_has_no_reason_that_is_open() {
    let text = "claim a on q: It is the left one.\nclaim b on q: It is the right one.\n  support strictly: It is on the right.\n    support \
                a\n  support t: The map says so.\ncontradiction a, b\nprefer a over b\n";
    check(text, Length::Full, &["exclude each other, and neither has the last word."], &["an objection to the reason for it"]);
}

#[test]
fn an_assumed_answer_is_not_said_to_need_itself() {
    let text = "  answers: any\nclaim paths on q: Bicycles help.\nassumption trams on q: Trams help.\n";
    check(text, Length::Normal, &["is assumed. Without it, only answer"], &["would no longer stand"]);
}

#[test]
fn answers_that_exclude_each_other_are_said_to_wherever_that_did_not_decide() {
    let two = "claim a on q: We take the train.\n  rebuttal: It is late.\nclaim b on q: We take the bus.\n";
    let clash = "contradiction a, b: There is one ticket.\n";
    check(&format!("{two}{clash}"), Length::Full, &["exclude each other, because there is one ticket."], &["cannot stand beside"]);
    check(two, Length::Full, &[], &["exclude each other"]);
    let three = format!("{two}claim c on q: We walk.\n  rebuttal: It is far.\ncontradiction a, b, c: There is one day.\n");
    check(&three, Length::Full, &[", no two can stand together, because there is one day."], &["exclude each other"]);
    let decided =
        "claim a on q: We take the train.\nclaim b on q: We take the bus.\ncontradiction a, b: There is one ticket.\nprefer a over b\n";
    check(decided, Length::Full, &["It cannot stand beside the answer given, because there is one ticket."], &["exclude each other"]);
}

#[test]
fn a_preference_for_a_reason_that_fell_does_not_rank_the_answers() {
    let text = "  default: b\nclaim a on q: The train.\n  support fast: It is fast.\n    rebuttal: It is slow.\n  support cheap: It is \
                cheap.\nclaim b on q: The bus.\n  support near: It is near.\ncontradiction a, b\nprefer fast over near\n";
    check(
        text,
        Length::Full,
        &["Two answers are open, and neither has the last word, so this one applies by default."],
        &["is preferred to"],
    );
    let holds = text.replace("\n    rebuttal: It is slow.", "");
    check(&holds, Length::Full, &["The answer given was judged the stronger."], &["neither has the last word"]);
}

#[test]
fn an_objection_whose_reason_was_disputed_is_not_unanswered() {
    let text = "claim gas on q: The gas oven.\n  rebuttal price: Gas will become dearer.\n    support tax: The tax rises.\n      rebuttal frozen: The tax is \
                frozen.\n        undercut: That is a promise.\n";
    check(text, Length::Full, &["and no reply brings it down."], &["becomes dearer, and nobody has answered", "dearer (2), and nobody"]);
    let bare = text.split("      rebuttal").next().unwrap();
    check(bare, Length::Full, &["dearer, and nobody has answered this."], &["brings it down"]);
}

#[test]
fn an_objection_that_was_taken_back_does_not_fall_by_a_reply_that_fails() {
    let text = "party k: Kim\nclaim yes on q: We build.\n  rebuttal cost by k: It is dear.\n    undercut fund: There is a fund.\n      rebuttal: It is empty.\nretract cost by \
                k\n";
    check(text, Length::Full, &["taken back, nothing supports it."], &["So objection"]);
}

#[test]
fn reasons_share_what_holds_the_rival_down_only_where_each_of_them_does() {
    let text = "claim a on q: The train.\n  support fast: It is fast.\n  support cheap: It is cheap.\nclaim b on q: The bus.\n";
    let clash = "contradiction a, b\n";
    let by_point = format!("{text}  rebuttal fast\n{clash}");
    let through = format!("{text}  rebuttal: Who is late loses.\n    support fast\n{clash}");
    for shared in [by_point, through] {
        check(&shared, Length::Full, &["Two separate reasons support the judgement:"], &["as long as one of them holds"]);
    }
    let apart = format!("{text}  rebuttal: Who is late loses.\n{clash}");
    check(&apart, Length::Full, &["Two separate reasons support the judgement; it stands as long as one of them holds:"], &[]);
}

#[test]
fn objections_to_reasons_that_fall_are_not_among_those_that_do_not_prevail() {
    let text = "claim a on q: The train.\n  support fast: It is fast.\n    rebuttal: It is slow.\n      rebuttal: It is not.\n  support cheap: It is cheap.\n";
    check(text, Length::Full, &["the one objection to its reasons does not prevail"], &["objection to the reason"]);
    let failing = format!("{text}    rebuttal: It is dear.\n");
    check(&failing, Length::Full, &["the one objection to the reason that holds does not prevail"], &["to its reasons"]);
}

#[test]
fn a_reason_that_is_open_does_not_count_as_one_on_which_the_judgement_rests() {
    let text = "claim a on q: The bridge.\n  support jam: There are jams.\nclaim b on q: No bridge.\n  support cost: It is dear.\n  support new: New roads bring \
                cars.\ncontradiction a, b\ncontradiction jam, new\nprefer cost over a\n";
    check(text, Length::Full, &["Two reasons were given for it, one of which is not settled:"], &["separate reasons"]);
}

#[test]
fn whoever_ranks_a_reason_is_not_said_to_rank_the_answer() {
    let text = "party k: Kim\nclaim a on q: The train.\n  support fast: It is fast.\n  support cheap: It is cheap.\nclaim b on q: The bus.\n  support near: It is \
                near.\ncontradiction a, b\nprefer fast over near by k: Time counts.\n";
    check(text, Length::Full, &["Kim judged the reason from point 1 stronger than the reason from point 4"], &["judged the answer given"]);
    let whole = text.replace("prefer fast over near", "prefer a over b");
    check(&whole, Length::Full, &["Kim judged the answer given the stronger"], &["the reason from"]);
}

#[test]
fn one_page_tells_what_fell_beside_answers_that_stand_together() {
    let text =
        "  answers: any\nclaim a on q: The shed.\nclaim b on q: The course.\nclaim c on q: The helmets.\n  rebuttal: They spread lice.\n";
    check(text, Length::OnePage, &["These two answers stand together.", "The answer that falls is: “The helmets.”"], &[]);
}

#[test]
fn an_open_answer_that_excludes_no_other_is_no_rival() {
    let text = "  answers: any\nclaim a on q: The train.\nclaim b on q: The bus runs.\nclaim c on q: The tram runs.\nclaim odd: The road is \
                closed.\ncontradiction b, odd\ncontradiction c, odd\n";
    check(text, Length::Full, &["**Another answer.**", "**One more answer.**"], &["rival answer"]);
    check(&format!("{text}contradiction b, c\n"), Length::Full, &["rival answer"], &["Another answer", "One more answer"]);
}

#[test]
fn a_limit_that_falls_is_not_told_as_one_that_holds() {
    let text = "claim a on q: The train.\n  limit only: It runs in summer only.\n    rebuttal: It ran in January.\n";
    check(text, Length::Full, &["**A limit that does not hold.** It runs in summer only"], &["**A limit.**"]);
    check(&text.replace("    rebuttal: It ran in January.\n", ""), Length::Full, &["**A limit.**"], &["does not hold"]);
}
