//! What a brief says would change its judgements, what they rest on, and what is assumed.

use crate::support::{brief_of, check_words};
use agon::render::brief::Length;

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
