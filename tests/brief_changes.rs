//! What a brief says would change its judgements, what they rest on, and what is assumed.

use crate::{
    support::{Memory, brief_of, check_words},
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    analysis::{
        suppose::{Supposition, suppose},
        verdict::Verdict,
        withdrawal::Part,
    },
    diagnostic::code::Level,
    model::{ids::ClaimId, load::Files},
    render::{brief::Length, effects::effect, facts::Facts},
    report::run::run,
};

fn check(text: &str, says: &[&str], says_not: &[&str]) {
    check_words(&brief_of(text, Length::Normal), says, says_not);
}

#[test]
fn a_preference_for_a_reason_names_all_its_points() {
    let text = |prefer: &str| {
        format!(
            "claim park: We meet in the park.\n  support s:\n    premise near: It is near.\n      support map:\n        premise m: The map shows \
             it.\n        premise n: The way is open at night.\n      rebuttal far: It is far.\n{prefer}\n"
        )
    };
    let told = "The judgement rests on a preference";
    for (prefer, words) in [
        ("prefer map over far", "for the reason from points 2 and 3 over objection 4, without"),
        ("prefer near over far", "for point 1 over objection 4, without"),
    ] {
        check(&text(prefer), &[&format!("{told} {words}")], &[]);
    }
    let own = "claim dam: The dam is safe.\n  support s:\n    premise a: It is of stone.\n    premise b: It is new.\n  support t:\n    premise c: It \
               held.\n      rebuttal: It cracked.\n    premise d: It was tested.\nclaim unsafe: It is unsafe.\n  support u:\n    \
               premise e: It leaks.\n    premise f: It is old.\ncontradiction dam, unsafe\nprefer s over u\n";
    check(own, &["rests on a preference for the reason from points 1a and 1b over the reason from points"], &[]);
}

#[test]
fn an_assumption_past_its_day_is_said_to_be() {
    let text = |day: &str, until: &str| {
        format!(
            "{day}question q: Where?\nclaim a on q: Here.\n  support s:\n    premise n: It is near.\n    premise m\nassumption m: Shops are open.\n  valid-until: {until}\n"
        )
    };
    let day = "---\nas-of: 2024-01-15\n---\n";
    for (until, words) in [
        ("2024-01-14", "It was meant to hold until 14 January 2024, which has passed."),
        ("2024-01-15", "It is meant to hold until 15 January 2024."),
        ("2024-01", "It is meant to hold until the end of January 2024."),
        ("2023", "It was meant to hold until the end of 2023, which has passed."),
    ] {
        check(&text(day, until), &[words], &[]);
        check(&text("", until), &["It is meant to hold until"], &["passed"]);
    }
}

#[test]
fn a_judgement_and_its_reasons_past_their_day_are_said_to_be() {
    let text = |day: &str, [own, point, deep]: [&str; 3]| {
        let until = |day: &str, deep: &str| if day.is_empty() { String::new() } else { format!("{deep}  valid-until: {day}\n") };
        let [own, point, deep] = [until(own, ""), until(point, "  "), until(deep, "    ")];
        format!(
            "---\nas-of: {day}\n---\nquestion q: Where?\nclaim a on q: Here.\n{own}  support: It is near.\n{point}    support: It is a mile.\n{deep}  \
             rebuttal: It is wet.\n    valid-until: 2001\n    rebuttal: It is dry.\n"
        )
    };
    let days = ["2024", "2023-06-30", ""];
    let all = [
        "It was meant to hold until the end of 2024, which has passed.",
        "One point it rests on was meant to hold until 30 June 2023, which has passed.",
    ];
    check(&text("2025", days), &all, &["assumption"]);
    let open = "- These were meant to hold until a day that has passed: point 1 (30 June 2023) and objection";
    check(&text("2025", days), &[open], &[]);
    check(&text("2024", days), &[all[1]], &[all[0]]);
    check(&text("2023-06-30", days), &["was meant to hold until the end of 2001, which has passed."], &["It was meant", "One point it"]);
    let two = text("2025", ["", "2023", "2024"]);
    check(&two, &["Two points it rests on were meant to hold until days that have passed."], &["It was meant"]);
    let assumed = "---\nas-of: 2025\n---\nassumption m: Shops are open.\n  valid-until: 2024\nquestion q: Where?\nclaim a on q: Here.\n  support:\n    \
                   premise m\n";
    check(assumed, &["One assumption it rests on was meant to hold until the end of 2024, which has passed."], &["These were"]);
}

#[test]
fn what_an_assumption_leaves_as_it_is_is_told_as_it_is() {
    let assumed = "assumption m: Shops are open.\n";
    let [here, there, clash] = ["claim a on q: Here.\n", "claim b on q: There.\n", "contradiction a, b\n"];
    for (text, words) in [
        (format!("question q: Where?\n{here}"), "Without it, the judgement would be the same."),
        (format!("question q: Where?\n{here}{there}{clash}"), "Without it, the question would still have no answer."),
        (format!("question q: Where?\n  default: a\n{here}{there}{clash}"), "Without it, the judgement would still apply by default."),
        (format!("question q: Where?\n{here}{there}"), "Without it, the same answers would stand."),
        (
            format!("question q: Where?\n{here}{there}{clash}question r: When?\nclaim c on r: Now.\n"),
            "Without it, the questions would come out the same.",
        ),
        (format!("question q: Where?\n{here}question r: When?\nclaim c on r: Now.\n"), "Without it, the judgements would be the same."),
        (
            format!("question q: Where?\n{here}claim tea: Tea is served.\n  support t:\n    premise m\n"),
            "would no longer stand, but the judgement would be the same.",
        ),
    ] {
        check(&format!("{text}{assumed}"), &[words], &[]);
    }
    let two = format!("question q: Where?\n{here}{assumed}assumption n: The sun shines.\n");
    check(&two, &["- If statement 1 or 2 fell alone, the judgement would be the same."], &["Without it"]);
}

#[test]
fn without_an_assumption_answers_that_stand_together_may_no_longer() {
    let text = "question q: Where?\nassumption sun: It will be sunny.\nclaim park on q: In the park.\n  support s:\n    premise near: It is near.\n    \
                premise sun\nclaim hall on q: In the hall.\n";
    check(text, &["Without it, answer 1 would no longer stand.", "- Answer 1 would no longer stand if point 3 fell."], &["the same"]);
    let pub_too = format!("{text}claim bar on q: In the bar.\n  support t:\n    premise sun\n");
    check(&pub_too, &["Without it, answers 1 and 3 would no longer stand."], &[]);
    let joins = format!("{text}claim bar on q: In the bar.\n  rebuttal sun\n");
    check(&joins, &["Without it, answer 1 would no longer stand, and answer 5 would."], &[]);
    let default =
        "question q: Where?\n  default: g\nclaim g on q: Here.\n  rebuttal b: It is far.\nclaim h on q: There.\nclaim i on q: Elsewhere.\n";
    check(default, &["- Answer 3 would become the answer by default if objection 4 fell."], &[]);
}

#[test]
fn what_only_together_would_bring_another_answer_is_told() {
    let two = "question q: Where?\nclaim a on q: Here.\nclaim b on q: There.\n  rebuttal x: It is far.\n  rebuttal y: It is dear.\n";
    check(two, &["- Answer 1 would stand beside the judgement if objections 2 and 3 fell together."], &["if objection 2 fell"]);
    let open = "question q: Where?\nclaim a on q: Here.\n  support: It is near.\n  support: It is warm.\nclaim b on q: There.\ncontradiction a, b\n";
    check(open, &["- Answer 2 would become the answer if points 3 and 4 fell together."], &["if point 3 fell"]);
    let choice = "question q: Where?\nclaim a on q: Here.\n  support s:\n    premise n: It is near.\n    premise m: Shops are open.\n  support: It is warm.\n\
                  claim b on q: There.\ncontradiction a, b\n";
    check(choice, &["- Answer 2 would become the answer if point 5 fell together with point 3 or 4."], &[]);
    let three = "question q: Where?\nclaim a on q: Here.\n  support: It is near.\n  support: It is warm.\n  support: It is dry.\nclaim b on q: \
                 There.\ncontradiction a, b\n";
    check(three, &["if points 3, 4 and 5 fell together."], &[]);
    let four = format!("{three}support u for a: It is free.\n");
    check(&four, &["nothing decides between answers 1 and 2"], &["fell together"]);
    let judged = "claim a: It stands.\n  support s:\n    premise n: It is near.\n    premise m: Shops are open.\n  support: It is warm.\n";
    check(
        judged,
        &["- The judgement stands whichever single statement falls, but would no longer stand if point 3 fell together with point 1 or 2."],
        &[],
    );
}

#[test]
fn assumptions_that_only_together_would_change_a_judgement_are_told_beside_what_would_alone() {
    let text = "assumption price: Power stays cheap.\nassumption load: The racks are full.\nquestion q: Which?\nclaim tanks on q: Tanks.\n  support:\n    \
                premise price\n  support:\n    premise load\n  rebuttal leak: A leak closes the hall.\n    rebuttal tray: A tray holds it.\nclaim air \
                on q: Air.\ncontradiction tanks, air\nprefer tanks over air: Fans are loud.\n";
    let words = [
        "- If point 1 or 2 fell alone, the judgement would be the same.",
        "- The judgement would no longer stand, and answer 5 would stand in its place, if reply 4 fell.",
        "- The judgement would no longer stand, and answer 5 would stand in its place, if points 1 and 2 fell together.",
    ];
    check(text, &words, &["without any single statement"]);
    let claims = text.replace("assumption ", "claim ");
    check(&claims, &["if reply"], &["together"]);
    let third = text.replace("  rebuttal leak", "  support: It is quiet.\n  rebuttal leak");
    check(&third, &["if reply"], &["together"]);
}

#[test]
fn one_of_several_of_each_is_told_with_the_others() {
    let text = "claim a: It stands.\n  support:\n    premise n: It is near.\n    premise m: Shops are open.\n  support:\n    premise o: It is warm.\n    \
                premise p: It is dry.\n  support: It is free.\n";
    check(text, &["if point 5 fell together with point 1 or 2 and with point 3 or 4."], &[]);
    let mixed = "claim a: It stands.\n  support:\n    premise n: It is near.\n    premise m: Shops are open.\n      rebuttal no: They are shut.\n        \
                 rebuttal yes: They open at ten.\n  support: It is warm.\n";
    check(mixed, &["fell together with point 1, point 2 or reply"], &[", or"]);
}

#[test]
fn of_sets_that_are_no_choices_of_one_each_some_are_told_as_such() {
    let text = "claim a: It stands.\n  support s:\n    premise n: It is near.\n    premise m: Shops are open.\n  support t:\n    premise n\n    premise \
                o: It is warm.\n  support u:\n    premise m\n    premise o\n";
    let words = "but would no longer stand if any of these fell together: points 1 and 2; or points 1 and 3; or points 2 and 3.";
    check(text, &[words], &["among others"]);
}

#[test]
fn an_answer_that_stands_with_others_rests_on_the_preference_for_it() {
    let text = "question q: Is the dam safe?\n  answers: any\nclaim a on q: The ground moved.\n  support s: The gauge says so.\nclaim c on q: The birds \
                left.\nclaim b on q: Nothing moved.\ncontradiction a, b\n";
    let preferred = format!("{text}prefer a over b: Gauges are better than eyes.\n");
    let rests = "- Answer 1 rests on a preference that ranks it above answer";
    check(&preferred, &[rests, "- Answer 1 would no longer stand, and answer 4 would, if point 3 fell."], &[]);
    check(text, &[], &["rests on a preference"]);
}

#[test]
fn an_assumption_that_falls_takes_only_reasons_with_it_that_it_decides() {
    let text = "claim swim: We should swim.\n  support s:\n    premise warm\n    premise deep: It is deep.\n";
    let cold = "assumption warm: It is warm.\n  rebuttal cold: It is cold.\n";
    check(&format!("{text}{cold}"), &["The reason for the claim that rests on it fails too."], &[]);
    let open = "assumption warm: It is warm.\nclaim cold: It is cold.\ncontradiction warm, cold\n";
    check(&format!("{text}{open}"), &["that rests on it is open too."], &[]);
    check(&format!("{text}      rebuttal: It is flat.\n{open}"), &["Whether it holds is open."], &["is open too"]);
}

#[test]
fn statements_that_stand_far_above_are_called_to_mind_once() {
    let mut text = "question q: Which?\nclaim a on q: The bridge should be repaired before the winter comes.\n".to_owned();
    text += "  support s:\n    premise n: The piers were found to be sound by two surveys of the city.\n    premise m: Steel is cheap.\n";
    let short = text.clone();
    (0..16).for_each(|n| text += &format!("claim b{n} on q: Way {n}.\n  rebuttal: Way {n} is dear.\n"));
    check(&text, &["if point 1 (“The piers were found to be sound …”) or 2 fell."], &[]);
    check(&short, &["if point 1 or 2 fell."], &["…"]);
}

#[test]
fn of_any_debate_what_would_change_a_judgement_does_and_a_part_of_it_does_not_do_the_same() {
    let mut dice = Dice(11);
    let (mut single, mut joint, mut firm) = (0, 0, 0);
    for _ in 0..400 {
        let text = format!("{}question q: Which?\nclaim n1 on q\nclaim n2 on q\n", Outline::random(&mut dice).text());
        let mut files = Files::default();
        let root = files.load("d.agon", &Memory::new(&[("d.agon", &text)]));
        let report = run(&files, root);
        if report.diagnostics.iter().any(|d| d.code.level == Level::Error) {
            continue;
        }
        let facts = Facts::new(&report, usize::MAX);
        let after = |falls: &[ClaimId]| {
            let falls = falls.iter().copied().map(Part::Claim).collect();
            suppose(&report.debate, &report.analysis, &Supposition { falls, stands: Vec::new() }).unwrap()
        };
        for (judgement, changes) in facts.judgements.iter().zip(&facts.changes) {
            for change in &changes.all {
                let of = |falls: &[ClaimId]| effect(&report, judgement, &after(falls));
                assert_eq!(of(&change.falls).as_ref(), Some(&change.effect), "{change:?}\n{text}");
                let parts: Vec<ClaimId> = change.falls.iter().copied().filter(|_| change.falls.len() > 1).collect();
                assert!(parts.iter().all(|part| of(&[*part]).as_ref() != Some(&change.effect)), "{change:?}\n{text}");
                *if parts.is_empty() { &mut single } else { &mut joint } += 1;
            }
            if changes.is_firm {
                let claim = judgement.claim.unwrap();
                let others = report
                    .debate
                    .claim_ids()
                    .filter(|c| *c != claim && !report.debate.claim(*c).answers.iter().any(|q| Some(*q) == judgement.question));
                assert!(others.map(|c| after(&[c])).all(|after| after.verdict(claim) == Verdict::Stands), "{text}");
                firm += 1;
            }
        }
    }
    assert!(single > 50 && joint > 20 && firm > 0, "{single} {joint} {firm}");
}
