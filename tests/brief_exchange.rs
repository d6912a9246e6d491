//! How an exchange ends that goes on after the first reply: a brief of any length tells it, in a sentence where it has no room for more.

use crate::support::{brief_of, bulk};
use agon::render::brief::Length;

/// The brief of a debate on a claim against which `moves` were made, without its map.
fn page(moves: &str, length: Length) -> String {
    let text = format!("party a: Anna Alm\nparty b: Bert Bohm\nclaim close by a: The bridge should be closed.\n{moves}");
    brief_of(&text, length)
}

/// What the short briefs say, and what the full one does.
#[track_caller]
fn check(moves: &str, short: &str, full: &str) {
    for (length, expected) in [(Length::OnePage, short), (Length::Normal, short), (Length::Full, full)] {
        // What has room for all of it tells all of it.
        let more = if length == Length::Normal { bulk() } else { String::new() };
        let page = page(&format!("{moves}{more}"), length);
        assert!(page.contains(expected), "{length:?}: {expected}\n{page}");
    }
}

const DETOUR: &str = "  rebuttal detour by b: The detour takes an hour.\n    rebuttal ferry by a: A ferry crosses every ten minutes.\n";

#[test]
fn an_objection_that_prevails_in_the_end_is_told_as_one_that_does() {
    let head = "Bert Bohm objected that the detour takes an hour. Anna Alm replied that a ferry crosses every ten minutes, but this does not hold.";
    let moves = format!("{DETOUR}      rebuttal winter by b: The ferry does not run in winter.\n");
    check(
        &moves,
        &format!(
            "{head} Bert Bohm objected to this reply that the ferry does not run in winter, and nobody has answered this. So objection 1 prevails."
        ),
        &format!(
            "{head} Against reply 2, Bert Bohm objected that the ferry does not run in winter, and nobody has answered this. So objection 1 prevails."
        ),
    );
    let moves =
        format!("{moves}        rebuttal ice by a: The ferry breaks ice.\n          rebuttal thin by b: The ferry breaks thin ice only.\n");
    check(
        &moves,
        &format!(
            "{head} Bert Bohm objected to this reply that the ferry does not run in winter, and no reply to that prevails. So objection 1 prevails."
        ),
        "Anna Alm replied that the ferry breaks ice, but this does not hold. Against reply 4, Bert Bohm objected that the ferry breaks thin ice \
         only, and nobody has answered this. So objection 1 prevails.",
    );
}

#[test]
fn a_reply_that_is_restored_is_told_with_what_was_said_against_it() {
    let head = "Anna Alm replied that a ferry crosses every ten minutes.";
    let moves = format!(
        "{DETOUR}      rebuttal winter by b: The ferry does not run in winter.\n        rebuttal ice by a: The ferry breaks ice.\n"
    );
    check(
        &moves,
        &format!("{head} Bert Bohm objected to this reply that the ferry does not run in winter, but this does not hold."),
        &format!(
            "{head} Against reply 2, Bert Bohm objected that the ferry does not run in winter. Anna Alm replied that the ferry breaks ice. So objection 1 falls."
        ),
    );
    let moves = format!("{moves}      rebuttal price: The ferry is dear.\n        undercut: The price was not the point.\n");
    check(
        &moves,
        &format!("{head} Two objections were made to this reply, and neither prevails."),
        "Even if this is true, it does not touch the reply, because the price was not the point.",
    );
    let passed = "  rebuttal trade by b: A closure costs the town its trade.\n    undercut small by a: The trade is small.\n      undercut wide by b: \
                  The trade grows.\n        rebuttal by a: The trade shrinks.\n";
    check(
        passed,
        "it does not touch the judgement, because the trade is small. Bert Bohm objected to this reply that the trade grows, but this does not \
         hold.",
        "Against reply 2, Bert Bohm objected that the trade grows. Anna Alm replied that the trade shrinks. So objection 1 does not touch the judgement.",
    );
}

#[test]
fn a_reply_without_a_reason_left_is_told_as_one() {
    let moves =
        format!("{DETOUR}      support table: The timetable says so.\n        rebuttal old by b: The timetable is from another year.\n");
    check(
        &moves,
        "replied that a ferry crosses every ten minutes, but no reason given for this holds.",
        "no reason given for this holds. It rests on a point that does not hold, namely that the timetable says so. Against this, Bert \
         Bohm objected that the timetable is from another year, and nobody has answered this. So objection 1 prevails.",
    );
}

#[test]
fn an_exchange_that_nothing_decides_is_told_with_its_reply() {
    let moves = format!("{DETOUR}claim sold: The ferry has been sold.\ncontradiction ferry, sold\n");
    let told = "Bert Bohm objected that the detour takes an hour. Anna Alm replied that a ferry crosses every ten minutes. Neither side has the \
                last word on this.";
    check(&moves, told, told);
    let page = page(&moves, Length::Normal);
    assert!(page.contains("Whether the claim of judgement 1 stands hangs on what is itself open, namely objection 1a."), "{page}");
}

#[test]
fn replies_to_replies_of_any_number_and_length_are_told_to_an_end() {
    let mut moves = "  rebuttal r0: It shakes 0.\n".to_owned();
    for n in 0..300 {
        moves += &format!("undercut w{n} against r{n}: Works {n}.\nundercut r{} against r{n}: Lost {n}.\n", n + 1);
    }
    moves += "undercut end against r300: The end.\n";
    let page = page(&moves, Length::Full);
    assert!(page.contains("Even if this is true, it does not touch the judgement: Works 0."), "{page}");
    assert_eq!(page.matches("Works 0.").count(), 1);
}

#[test]
fn an_objection_whose_reason_fails_is_told_by_that_and_not_by_what_stands_beside() {
    let moves = "  rebuttal lorry by b: Lorries do not use the road.\n    support count by b: Nobody counted a lorry in May.\n      undercut strike by a: \
                 There was a strike in May.\nclaim both: Lorries use both roads.\ncontradiction both, lorry\n";
    let told = "In support of this, nobody counted a lorry in May. Even if this is true, Anna Alm replied, it does not touch the argument, because \
                there was a strike in May.";
    check(moves, told, told);
}

#[test]
fn a_chain_of_undercuts_is_told_with_what_comes_of_it() {
    let moves = DETOUR.replace("rebuttal ferry", "undercut ferry");
    let moves = format!("{moves}      undercut winter by b: The ferry does not run in winter.\n");
    let told = "it does not touch the objection, because the ferry does not run in winter. So objection 1 prevails.";
    check(&moves, told, told);
    let short = page(DETOUR, Length::Full);
    assert!(short.contains("Anna Alm replied that a ferry crosses every ten minutes.") && !short.contains("So objection"), "{short}");
}

#[test]
fn what_was_told_before_is_said_to_be_raised_again_and_against_what() {
    let moves = "  rebuttal crack by b: The cracks are old.\n  support:\n    premise rust: It is rusty.\n    premise load: Rust carries no load.\n    \
                 rebuttal crack\n";
    let moves = moves.replace("    rebuttal crack\n", "rebuttal crack against load\n");
    let page = page(&moves, Length::Full);
    assert!(page.contains("Against point 2, Bert Bohm objected that the cracks are old"), "{page}");
    assert!(page.contains("Bert Bohm raised objection 3 against it, and nobody has answered this."), "{page}");
    assert!(!page.contains("as in objection") && !page.contains("one of these points"), "{page}");
}

#[test]
fn a_reply_that_fails_is_told_with_what_became_of_it() {
    let taken = "  rebuttal detour by b: The detour takes an hour.\n    rebuttal ferry by a: A ferry crosses every ten minutes.\n      rebuttal winter by b: \
                 The ferry does not run in winter.\nretract winter by b\n";
    let told = "Bert Bohm objected to this reply that the ferry does not run in winter, but this was taken back.";
    check(taken, told, "Against reply 2, Bert Bohm objected that the ferry does not run in winter. Bert Bohm took it back.");
    let groundless = taken.replace("retract winter by b", "support ice for winter: It is icy.\nsupport winter for ice");
    let told = "that the ferry does not run in winter, but nothing supports this.";
    assert!(page(&format!("{groundless}{}", bulk()), Length::Normal).contains(told));
}

#[test]
fn what_an_objection_comes_to_that_lost_its_reason_is_told_at_its_end() {
    let moves = "  rebuttal leak by b: The bridge leaks.\n    support wet: The ground is wet.\n      undercut rain: It rained.\n";
    let told = "it does not touch the argument, because it rained. So no reason given for objection 1 holds.";
    check(moves, told, told);
}

#[test]
fn what_was_said_before_an_objection_is_no_reply_to_it() {
    let moves = "  rebuttal wet by b: The ground is wet.\n    date: 2025-01-10\n    rebuttal dry by a: A borehole was dry.\n      date: 2020-05-01\n";
    let told = "Bert Bohm objected that the ground is wet. Anna Alm had said on 1 May 2020 that a borehole was dry.";
    check(moves, told, told);
    let later = moves.replace("2020-05-01", "2025-01");
    let told = "Anna Alm replied that a borehole was dry.";
    check(&later, told, told);
    let passes = moves.replace("rebuttal dry", "undercut dry");
    let told = "it does not touch the judgement, because of what Anna Alm had said on 1 May 2020, namely that a borehole was dry.";
    check(&passes, told, told);
}

#[test]
fn a_point_that_gives_way_to_a_contrary_claim_is_not_said_to_be_replied_to() {
    let text = "claim b: The bridge is quiet.\n  rebuttal e: The bridge is loud.\n    support:\n      premise far: The bridge is far off.\nclaim z: We \
                walk.\n  support:\n    premise near: The bridge is near.\ncontradiction near, far\nprefer near over far\n";
    let page = brief_of(text, Length::Full);
    let told = "gives way to the contrary claim that the bridge is near";
    assert!(page.contains(told) && !page.contains("The reply is"), "{page}");
}

#[test]
fn a_brief_of_a_chain_of_failing_reasons_grows_as_the_chain_does() {
    let chain = |links: usize| {
        let mut text =
            "claim a: It is safe.\n  rebuttal o: It is not.\n    support:\n      premise p0\n      premise z: It leaks.\n".to_owned();
        for n in 0..links {
            text += &format!("claim p{n}: Sign {n} was seen.\n");
            for m in 0..4 {
                text += &format!("  support:\n    premise p{}\n    premise y{n}x{m}: Witness {n} of {m} saw it.\n", n + 1);
            }
        }
        text += &format!("claim p{links}: The last sign was seen.\n  rebuttal: It was fog.\n");
        brief_of(&text, Length::Full).len()
    };
    let (few, many) = (chain(8), chain(32));
    assert!(many < 6 * few, "{few} {many}");
}

#[test]
fn what_falls_by_what_follows_from_it_is_not_said_to_fall_to_a_rival() {
    let text = "question q: Which?\nclaim c on q: The road is short.\nclaim b on q: The trip is cheap.\n  support strictly:\n    premise c\n  rebuttal r: The toll \
                is high.\n";
    let page = brief_of(text, Length::Full);
    let told = "From answer 1, it follows strictly that the trip is cheap";
    let falls = "As answer 2 does not stand, answer 1 cannot.";
    assert!(page.contains(told) && page.contains(falls) && !page.contains("cannot stand beside") && !page.contains("gives way"), "{page}");
    let beneath = "claim a: The inn is full.\n  rebuttal o: The guests left.\n    support:\n      premise c: The road is short.\nclaim z: We \
                   go.\n  support:\n    premise b: The trip is cheap.\n      rebuttal r: The toll is high.\nsupport for b strictly:\n  premise c\n";
    let page = brief_of(beneath, Length::Full);
    assert!(
        page.contains("it follows strictly that the trip is cheap") && !page.contains("The reply is") && !page.contains("gives way"),
        "{page}"
    );
}

#[test]
fn what_else_was_said_is_told_with_what_it_is_linked_with() {
    let text = "claim a: It is safe.\n  rebuttal o: It is not.\n    support:\n      premise p: The pump is off.\n        rebuttal: It is on.\n      premise \
                z: The cellar leaks.\n    support lone: The wall is damp.\n      undercut: Damp walls hold.\n";
    let page = brief_of(text, Length::Full);
    assert!(page.contains("In support of objection 1, together with point 2, the cellar leaks"), "{page}");
    let alone = brief_of(&text.replace("      premise z: The cellar leaks.\n", ""), Length::Full);
    assert!(!alone.contains("together with"), "{alone}");
}

#[test]
fn what_objects_to_a_claim_and_contradicts_it_is_one_objection() {
    let text = "party a: Ada Roe\nclaim x: The road is safe.\n  rebuttal z by a: The road is wet.\ncontradiction x, z\n";
    for length in [Length::Normal, Length::Full] {
        let page = brief_of(text, length);
        assert!(page.contains("**The objection.** Ada Roe objected that the road is wet"), "{page}");
        assert!(!page.contains("one more objection") && !page.contains("speaks against it"), "{page}");
    }
    let two = brief_of(&format!("{text}claim y: The road is shut.\ncontradiction x, y\n"), Length::Full);
    assert!(two.contains("There is one more objection:"), "{two}");
}

#[test]
fn an_objection_that_somebody_only_denied_is_not_told_to_have_no_answer() {
    let text = "party a: Ada Roe\nparty b: Ben Low\nclaim x by a: The road is safe.\n  rebuttal z by b: The road is wet.\n";
    let page = brief_of(&format!("{text}deny z by a: It is dry.\n"), Length::Full);
    let told = "Ben Low objected that the road is wet, and no reply to this is on record. Ada Roe denied it: “It is dry.”";
    assert!(page.contains(told), "{page}");
    let page = brief_of(text, Length::Full);
    assert!(page.contains("that the road is wet, and nobody has answered this."), "{page}");
}

#[test]
fn what_brings_the_reason_for_a_reply_down_is_an_objection_by_which_the_first_prevails() {
    let text = "party f: Finn Oak\nparty p: Pia Elm\nclaim t by p: The tank is safe.\n  rebuttal staff by f: Nobody knows the tank.\n    rebuttal hire \
                by p: Experts will come.\n      support:\n        premise here by p: Experts live here.\n          rebuttal none by f: The town is \
                empty.\n";
    let page = brief_of(text, Length::Full);
    assert!(
        page.contains("Against this, Finn Oak objected that the town is empty, and nobody has answered this. So objection 1 prevails."),
        "{page}"
    );
    assert!(!page.contains("replied that the town is empty"), "{page}");
    let met = brief_of(&format!("{text}            rebuttal: The town is full.\n"), Length::Full);
    assert!(!met.contains("So objection 1 prevails"), "{met}");
}

#[test]
fn what_else_was_said_against_something_is_told_with_what_became_of_it() {
    let text = "party a: Ada Roe\nparty b: Ben Low\nquestion q: Is it safe?\nclaim x by a on q: The road is safe.\n  support:\n    premise d: The road \
                is dry.\n      rebuttal o by b: It has rained.\n        undercut u by a: The sun has shone.\n    premise e: The road is new.\n      \
                rebuttal by b: The road is old.\nclaim y on q: The road is not safe.\ncontradiction x, y\n";
    let page = brief_of(text, Length::Full);
    let told = "Against point 2, Ben Low objected that it has rained. Even if this is true, Ada Roe replied, it does not touch the point, because the \
                sun has shone.";
    assert!(page.contains(told), "{page}");
}

#[test]
fn a_preference_that_decides_nothing_is_told_among_what_else_was_said() {
    let text = "party m: May Fox\nquestion q: Which?\nclaim x on q: The left road.\n  rebuttal: The bridge is down.\nclaim y on q: The right \
                road.\ncontradiction x, y\nprefer y over x by m: The law comes first.\n";
    let page = brief_of(text, Length::Full);
    let told = "- May Fox judged the judgement stronger than answer 1: “The law comes first.”";
    assert!(page.contains(told), "{page}");
    let used = brief_of(&text.replace("  rebuttal: The bridge is down.\n", ""), Length::Full);
    assert_eq!(used.matches("The law comes first.").count(), 1, "{used}");
    assert!(!used.contains("What else was said"), "{used}");
}
