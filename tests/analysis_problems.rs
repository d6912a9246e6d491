//! What is wrong with a debate as a whole, what its parties hold, and which preferences decide nothing.

use crate::support::debate;
use agon::{
    analysis::{
        commitments::{Store, stores},
        evaluate::{Analysis, evaluate},
        moot::moot,
        preferences::Clashes,
    },
    model::debate::Debate,
};

/// A debate with the errors and notes of its analysis: the code, the words it points at, the title.
#[track_caller]
fn analyse(text: &str) -> (Debate, Analysis, Vec<(&'static str, String, String)>) {
    let (files, debate, diagnostics) = debate(&[("a.agon", text)]);
    assert_eq!(diagnostics, [], "{text}");
    let (analysis, found) = evaluate(&debate);
    let words = |d: &agon::diagnostic::problem::Diagnostic| d.at.place.span.of(&files.file(d.at.place.file).source.text).to_owned();
    let found = found.iter().map(|d| (d.code.name, words(d), d.title.clone())).collect();
    (debate, analysis, found)
}

#[track_caller]
fn check(text: &str, expected: &[(&str, &str)]) -> Vec<String> {
    let (_, _, found) = analyse(text);
    let short: Vec<(&str, &str)> = found.iter().map(|(code, words, _)| (*code, words.as_str())).collect();
    assert_eq!(short, expected, "{text}{found:#?}");
    found.into_iter().map(|f| f.2).collect()
}

#[test]
fn facts_that_clash_are_reported_with_a_smallest_core() {
    check("fact a: A\nfact b: B\nclaim c: C\ncontradiction a, c\n", &[]);
    let titles = check("fact a: A\nfact b: B\nfact c: C\ncontradiction c, a\n", &[("inconsistent-facts", "fact a")]);
    assert_eq!(titles, ["these facts cannot all hold: `a`, `c`"]);
    let strict = "fact idle: I\nfact a: A\nfact b: B\nclaim c: C\n  support s strictly:\n    premise a\n    premise b\nfact d: D\n";
    let titles = check(&format!("{strict}contradiction c, d\n"), &[("inconsistent-facts", "fact a")]);
    assert_eq!(titles, ["these facts cannot all hold: `a`, `b`, `d`"]);
    check(&strict.replace("fact b", "claim b"), &[]);
}

#[test]
fn a_rebuttal_of_what_follows_strictly_from_facts_is_an_error() {
    let text =
        "fact a: A\nclaim b: B\n  support s strictly:\n    premise a\nclaim c: C\n  support t strictly:\n    premise b\n  rebuttal r: R\n";
    check(text, &[("attack-on-certainty", "rebuttal r")]);
    check(&text.replace("fact a", "claim a"), &[]);
    check(&text.replace("support t strictly", "support t"), &[]);
    check(&text.replace("support s strictly", "support s"), &[]);
    // One premise that is no fact leaves room for doubt.
    check(&text.replace("    premise b\n", "    premise b\n    premise p: P\n"), &[]);
}

#[test]
fn what_has_nothing_to_rank_is_unrankable() {
    // A strict step, a fact, a claim with strict supports only, and such a claim against its rebuttal.
    let claim = "claim c: C\n  support s strictly:\n    premise p: P\n  rebuttal r: R\nfact f: F\nclaim x: X\n";
    check(&format!("{claim}prefer s over x\n"), &[("unrankable", "s")]);
    check(&format!("{claim}prefer x over s\n"), &[("unrankable", "s")]);
    check(&format!("{claim}prefer f over x\n"), &[("unrankable", "f")]);
    check(&format!("{claim}prefer c over x\n"), &[("unrankable", "c")]);
    check(&format!("{claim}prefer p over r\nprefer x over p\n"), &[]);
    let mixed = "claim c: C\n  support s strictly:\n    premise p: P\n  support t: T\n  rebuttal r: R\n";
    check(&format!("{mixed}prefer c over r\n"), &[("broad-preference", "c"), ("unrankable", "c")]);
    check(&format!("{mixed}prefer r over c\n"), &[("broad-preference", "c"), ("unrankable", "c")]);
    check(&format!("{mixed}prefer t over r\n"), &[]);
    check(&format!("{}prefer c over r\n", mixed.replace(" strictly", "").replace("  support t: T\n", "")), &[]);
}

#[test]
fn what_cannot_be_ranked_against_itself_is_reported_once() {
    let claim = "claim c: C\n  support s: S\nclaim d: D\nsupport t for c, d: T\n";
    check(&format!("{claim}prefer c over s\n"), &[("broad-preference", "c"), ("self-ranked", "s")]);
    check(&format!("{claim}prefer s over c\n"), &[("broad-preference", "c"), ("self-ranked", "s")]);
    check(&format!("{claim}prefer t over d\n"), &[("self-ranked", "t")]);
    check(&format!("{claim}prefer d over d\n"), &[("self-ranked", "d")]);
    check(&format!("{claim}prefer s over s\n"), &[("self-ranked", "s")]);
    check(&format!("{claim}prefer s over t\n"), &[]);
    check("claim c: C\n  rebuttal r: R\n    support s: S\nprefer r over s\n", &[("self-ranked", "s")]);
    check("claim c: C\n  rebuttal r: R\n    support s: S\nprefer c over s\n", &[]);
}

#[test]
fn a_circle_of_preferences_names_its_members_and_no_others() {
    let claims = "claim a: A\nclaim b: B\nclaim c: C\nclaim d: D\n  support s: S\n";
    let titles = check(
        &format!("{claims}prefer a over b\nprefer b over c\nprefer c over d\nprefer c over a\n"),
        &[("preference-circle", "prefer a over b")],
    );
    assert_eq!(titles, ["preferences run in a circle: `a` over `b`, `b` over `c`, `c` over `a`"]);
    let titles = check(&format!("{claims}prefer a over b\nprefer b over a\n"), &[("preference-circle", "prefer a over b")]);
    assert_eq!(titles, ["preferences run in a circle: `a` over `b`, `b` over `a`"]);
    // A claim means its supports, so this is a circle too.
    let titles = check(&format!("{claims}prefer a over s\nprefer d over a\n"), &[("preference-circle", "prefer a over s")]);
    assert_eq!(titles, ["preferences run in a circle: `a` over `s`, `d` over `a`"]);
    let two = "prefer a over b\nprefer b over a\nprefer c over d\nprefer d over c\n";
    check(&format!("{claims}{two}"), &[("preference-circle", "prefer a over b"), ("preference-circle", "prefer c over d")]);
    check(&format!("{claims}prefer a over b\nprefer b over c\nprefer a over c\nprefer a over b\n"), &[]);
}

#[test]
fn a_preference_for_a_claim_of_several_supports_names_them() {
    let text = "claim c: C\n  support s: S\n  support: T\n  rebuttal r: R\nprefer c over r\n";
    check(text, &[("broad-preference", "c")]);
    check(&text.replace("  support: T\n", ""), &[]);
}

/// Whether each preference of a debate decides nothing.
#[track_caller]
fn idle(text: &str) -> Vec<bool> {
    let (debate, analysis, _) = analyse(text);
    let clashes = Clashes::new(&analysis.links, &analysis.theory);
    debate.preferences.iter().map(|p| clashes.is_idle(p)).collect()
}

#[test]
fn a_preference_is_moot_when_a_side_falls_with_it_or_without() {
    let names = |text: &str| {
        let (debate, analysis, _) = analyse(text);
        moot(&debate, &analysis).iter().map(|m| m.side.name.to_string()).collect::<Vec<_>>()
    };
    let met = "claim a: A\n  rebuttal r: R\n";
    assert_eq!(names(&format!("{met}prefer a over r\n")), [""; 0]);
    assert_eq!(names(&format!("{met}    rebuttal q: Q\nprefer a over r\n")), ["r"]);
    assert_eq!(names(&format!("{met}prefer r over a\n")), ["a"]);
    assert_eq!(names(&format!("{met}  rebuttal s: S\nprefer a over r\n")), ["a"]);
    // Both are needed.
    assert_eq!(names(&format!("{met}  rebuttal s: S\nprefer a over r\nprefer a over s\n")), [""; 0]);
    let clash = "claim a: A\nclaim b: B\nclaim c: C\ncontradiction a, b\n";
    assert_eq!(names(&format!("{clash}prefer a over b\n")), [""; 0]);
    assert_eq!(names(&format!("{clash}prefer a over b\nprefer a over c\nprefer c over b\n")), [""; 0]);
    assert_eq!(names(&format!("{clash}rebuttal x against b: X\nprefer a over b\n")), ["b"]);
    // The step decides, though its claim falls for another reason.
    let steps = "claim a: A\n  support s: S\n    rebuttal t: T\n  support u: U\n  rebuttal r: R\nprefer u over r\n";
    assert_eq!(names(steps), [""; 0]);
}

#[test]
fn a_preference_that_decides_no_clash_is_idle() {
    let claims = "claim a: A\nclaim b: B\nclaim c: C\nclaim d: D\n";
    assert_eq!(idle(&format!("{claims}prefer a over b\n")), [true]);
    assert_eq!(idle(&format!("{claims}contradiction a, b\nprefer a over b\n")), [false]);
    assert_eq!(idle(&format!("{claims}contradiction a, b\nprefer b over a\nprefer b over c\n")), [false, true]);
    assert_eq!(idle(&format!("{claims}rebuttal r against a: R\nprefer a over r\n")), [false]);
    assert_eq!(idle(&format!("{claims}rebuttal r against a: R\nprefer r over a\n")), [false]);
    // An undercut works whatever the preferences.
    assert_eq!(idle("claim a: A\n  support s:\n    premise p: P\n    undercut u: U\nprefer s over u\n"), [true]);
    // The clash is between the ends of a chain, so each link of it counts.
    assert_eq!(idle(&format!("{claims}contradiction a, c\nprefer a over b\nprefer b over c\nprefer c over d\n")), [false, false, true]);
    assert_eq!(idle(&format!("{claims}contradiction a, d\nprefer a over b\nprefer b over c\nprefer c over d\n")), [false; 3]);
    // A strict step carries what is ranked to the clash.
    let strict = "claim e: E\nsupport s strictly for e:\n  premise a\ncontradiction e, b\n";
    assert_eq!(idle(&format!("{claims}{strict}prefer a over b\nprefer c over b\n")), [false, true]);
    // A defeasible one does not: its own step is the last.
    let strict = strict.replace(" strictly", "");
    assert_eq!(idle(&format!("{claims}{strict}prefer a over b\nprefer s over b\n")), [true, false]);
}

/// What each party of a debate holds, and its clash after a `!`.
#[track_caller]
fn held(text: &str) -> Vec<String> {
    let (debate, analysis, _) = analyse(text);
    let words = |held: &[agon::analysis::commitments::Held]| {
        let word =
            |h: &agon::analysis::commitments::Held| format!("{}{}", if h.denied { "-" } else { "+" }, debate.claim(h.claim).name.shown);
        held.iter().map(word).collect::<Vec<_>>().join(" ")
    };
    let line = |store: &Store| {
        let clash = store.clashes.first().map(|c| {
            let by = c.rebuttal.map(|r| format!(" by {}", debate.step(r).name.shown)).unwrap_or_default();
            format!(" ! {}{by}", words(&c.core))
        });
        format!("{}: {}{}", debate.party(store.party).name.shown, words(&store.held), clash.unwrap_or_default())
    };
    stores(&debate, &analysis.theory).iter().map(line).collect()
}

#[test]
fn commitments_are_replayed_by_date_then_in_the_order_of_the_files() {
    let p = |acts: &str| held(&format!("party p: P\nclaim c: C\n{acts}"))[0].clone();
    let act =
        |word: &str, date: &str| format!("{word} c by p\n{}", if date.is_empty() { String::new() } else { format!("  date: {date}\n") });
    let acts = |list: &[(&str, &str)]| p(&list.iter().map(|(w, d)| act(w, d)).collect::<String>());
    assert_eq!(acts(&[]), "p: ");
    assert_eq!(acts(&[("accept", "")]), "p: +c");
    assert_eq!(acts(&[("deny", "")]), "p: -c");
    // A dated change of mind is none to blame, in whatever order it is told.
    assert_eq!(acts(&[("accept", "2001"), ("deny", "2002")]), "p: -c");
    assert_eq!(acts(&[("deny", "2002"), ("accept", "2001")]), "p: -c");
    assert_eq!(acts(&[("accept", "2001"), ("deny", "2002"), ("accept", "2003-05")]), "p: +c");
    // Both at once is a clash: on one day, or when one holds throughout.
    assert_eq!(acts(&[("accept", ""), ("deny", "")]), "p: +c -c ! +c -c");
    assert_eq!(acts(&[("accept", "2001-02-03"), ("deny", "2001-02-03")]), "p: +c -c ! +c -c");
    assert_eq!(acts(&[("accept", ""), ("deny", "2002")]), "p: +c -c ! +c -c");
    assert_eq!(acts(&[("deny", ""), ("accept", "2002")]), "p: +c -c ! +c -c");
    assert_eq!(acts(&[("accept", "2001"), ("accept", "2003"), ("deny", "2003")]), "p: +c -c ! +c -c");
    assert_eq!(acts(&[("accept", ""), ("accept", "2001"), ("deny", "2003")]), "p: +c -c ! +c -c");
    // Retracting drops either.
    assert_eq!(acts(&[("accept", ""), ("retract", "2002")]), "p: ");
    assert_eq!(acts(&[("deny", "2001"), ("retract", "2002")]), "p: ");
    assert_eq!(acts(&[("accept", "2003"), ("retract", "2002")]), "p: +c");
    assert_eq!(acts(&[("accept", "2001"), ("retract", "")]), "p: ");
    assert_eq!(acts(&[("retract", ""), ("accept", "2001")]), "p: +c");
    assert_eq!(acts(&[("accept", ""), ("deny", ""), ("retract", "2002"), ("deny", "2003")]), "p: -c");
    // What comes after the day of the debate has not happened.
    let late = held("---\nas-of: 2001-06-30\n---\nparty p: P\nclaim c by p: C\nretract c by p\n  date: 2001-07-01\n");
    assert_eq!(late, ["p: +c"]);
    let own = |date: &str| held(&format!("party p: P\nclaim c by p: C\n  date: 2005\ndeny c by p\n  date: {date}\n"))[0].clone();
    assert_eq!([own("2004"), own("2005"), own("2006")], ["p: +c", "p: +c -c ! +c -c", "p: -c"]);
}

#[test]
fn a_support_commits_to_its_premises_and_its_conclusion() {
    assert_eq!(
        held("party p: P\nparty q: Q\nclaim c by q: C\n  support s by p:\n    premise a: A\n    premise b by q: B\n"),
        ["p: +c +a +b", "q: +c +b"]
    );
    // Its own words carry its day.
    let text = "party p: P\nclaim c: C\n  support s by p: S\n    date: 2001\ndeny c by p\n  date: 2005\ndeny s by p\n  date: 2005\n";
    assert_eq!(held(text), ["p: -c -s"]);
    // What a party rebuts it does not thereby deny, and it may accept a support as a whole.
    assert_eq!(held("party p: P\nclaim c: C\n  rebuttal r by p: R\n"), ["p: +r"]);
    assert_eq!(held("party p: P\nclaim c: C\n  support s:\n    premise a: A\naccept s by p\n"), ["p: +c +a"]);
}

#[test]
fn what_cannot_be_held_together_is_found_in_the_strict_closure_with_the_facts() {
    let base = "party p: P\nclaim c: C\n  support s strictly:\n    premise a: A\n    premise b: B\n  rebuttal r: R\nclaim idle: I\n";
    let p = |rest: &str| held(&format!("{base}{rest}"))[0].clone();
    assert_eq!(p("accept idle, a, b by p\n"), "p: +a +b +idle");
    assert_eq!(p("accept idle, a, b by p\ndeny c by p\n"), "p: -c +a +b +idle ! -c +a +b");
    assert_eq!(p("accept idle, a by p\ndeny c by p\n"), "p: -c +a +idle");
    assert_eq!(p("accept a, r, c by p\n"), "p: +c +a +r ! +c +r by r");
    assert_eq!(p("deny r by p\naccept c by p\n"), "p: +c -r");
    // The rebutted claim need not be held in so many words.
    assert_eq!(p("accept idle, a, b, r by p\n"), "p: +a +b +r +idle ! +a +b +r by r");
    let fact = base.replace("premise b: B", "premise b").replace("party p: P\n", "party p: P\nfact b: B\n");
    assert_eq!(held(&format!("{fact}accept a by p\ndeny c by p\n")), ["p: -c +a ! -c +a"]);
    assert_eq!(held(&format!("{fact}deny b by p\n")), ["p: -b ! -b"]);
    let text = "party p: P\nparty q: Q\nclaim a by p: A\nclaim b by p: B\nclaim c by q: C\ncontradiction a, b, c\n";
    assert_eq!(held(text), ["p: +a +b ! +a +b", "q: +c"]);
    // Facts that clash by themselves are no fault of the party, and hide no fault of it.
    let facts = "party p: P\nfact f: F\nfact g: G\ncontradiction f, g\nclaim a: A\naccept a by p\n";
    assert_eq!(held(facts), ["p: +a"]);
    assert_eq!(held(&format!("{facts}deny a by p\n")), ["p: +a -a ! +a -a"]);
}
