//! The known answers of the design and of the literature, as debates whose `expect` lines hold.

use crate::support::debate;
use agon::{
    analysis::{
        evaluate::{Analysis, evaluate},
        outcome::Outcome,
        verdict::Verdict,
    },
    diagnostic::code::Level,
    model::debate::{Debate, Expected},
};

/// What came out in place of each expectation that does not hold.
fn unmet(debate: &Debate, analysis: &Analysis) -> Vec<String> {
    let is = |claim, word: &str| {
        let found = analysis.verdict(claim);
        (found.word() != word).then(|| format!("{}: {found:?}, not {word}", debate.claim(claim).name.shown))
    };
    let comes_out = |question, expected: Option<_>| {
        let found = analysis.outcome(question);
        (found.answer() != expected).then(|| format!("{}: {found:?}", debate.question(question).name.shown))
    };
    let check = |expected| match expected {
        Expected::Stands(claim) => is(claim, "stands"),
        Expected::Falls(claim) => is(claim, "falls"),
        Expected::Open(claim) => is(claim, "open"),
        Expected::Unsupported(claim) => is(claim, "unsupported"),
        Expected::Answer(question, claim) => comes_out(question, Some(claim)),
        Expected::NoAnswer(question) => comes_out(question, None),
    };
    debate.expectations.iter().filter_map(|e| check(e.expected)).collect()
}

/// The debate, which has no errors, and its analysis, which meets its own expectations.
#[track_caller]
fn check(name: &str) -> (Debate, Analysis) {
    let path = format!("{}/tests/verdicts/known/{name}.agon", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    let (_, debate, mut diagnostics) = debate(&[("a.agon", &text)]);
    let (analysis, more) = evaluate(&debate);
    diagnostics.extend(more);
    let errors: Vec<&str> = diagnostics.iter().filter(|d| d.level == Level::Error).map(|d| d.title.as_str()).collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
    assert!(!debate.expectations.is_empty(), "{name} expects nothing");
    assert_eq!(unmet(&debate, &analysis), Vec::<String>::new(), "{name}");
    (debate, analysis)
}

macro_rules! known {
    ($($test:ident: $name:literal;)+) => {
        $(#[test]
        fn $test() {
            check($name);
        })+

        #[test]
        fn every_known_debate_is_tested() {
            let folder = format!("{}/tests/verdicts/known", env!("CARGO_MANIFEST_DIR"));
            let mut files: Vec<String> =
                std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
            files.sort();
            let mut tested = vec![$(concat!($name, ".agon"),)+];
            tested.sort();
            assert_eq!(files, tested);
        }
    };
}

known! {
    assumption: "assumption";
    bad_reason_frees: "bad-reason-frees";
    circle: "circle";
    contradicted_by_fact: "contradicted-by-fact";
    convergent: "convergent";
    deny_only: "deny-only";
    limits: "limits";
    linked: "linked";
    married_john: "married-john";
    mutual: "mutual";
    nixon: "nixon";
    nixon_ranked: "nixon-ranked";
    outweighed_rebuttal: "outweighed-rebuttal";
    preferred_rebuttal: "preferred-rebuttal";
    questions: "questions";
    rebuttal_resting_on_target: "rebuttal-resting-on-target";
    red_light: "red-light";
    reinstatement: "reinstatement";
    retracted_after_as_of: "retracted-after-as-of";
    retracted_by_as_of: "retracted-by-as-of";
    retracted_then_denied: "retracted-then-denied";
    self_undercut: "self-undercut";
    strict_one_premise: "strict-one-premise";
    strict_two_premises: "strict-two-premises";
    tandem: "tandem";
    tweety: "tweety";
    two_targets: "two-targets";
    undercut_of_undercut: "undercut-of-undercut";
    undermining: "undermining";
    weak_reason: "weak-reason";
}

#[test]
fn what_falls_is_denied_or_unfounded() {
    for (name, claim, expected) in [
        ("linked", "p", Verdict::Denied),
        ("linked", "c", Verdict::Unfounded),
        ("red-light", "red", Verdict::Unfounded),
        ("undermining", "c", Verdict::Unfounded),
        ("contradicted-by-fact", "c", Verdict::Denied),
        ("contradicted-by-fact", "p", Verdict::Denied),
        ("strict-one-premise", "p", Verdict::Denied),
        ("nixon-ranked", "pacifist", Verdict::Denied),
        ("weak-reason", "reasoned", Verdict::Unfounded),
    ] {
        let (debate, analysis) = check(name);
        assert_eq!(analysis.verdict(debate.find_claim(claim).unwrap()), expected, "{claim} in {name}");
    }
}

#[test]
fn outcomes_tell_the_answer_from_the_default_and_name_what_stands() {
    let (debate, analysis) = check("questions");
    let claim = |name| debate.find_claim(name).unwrap();
    let outcome = |name: &str| {
        let question = debate.question_ids().find(|q| &*debate.question(*q).name.shown == name).unwrap();
        analysis.outcome(question).clone()
    };
    assert_eq!(outcome("one"), Outcome::Answer(claim("a")));
    assert_eq!(outcome("fallback"), Outcome::Default(claim("d")));
    assert_eq!(outcome("nothing"), Outcome::Open(vec![]));
    assert_eq!(outcome("two"), Outcome::Open(vec![claim("g"), claim("h")]));
    assert_eq!(outcome("settled"), Outcome::Answer(claim("i")));
    assert_eq!(outcome("torn"), Outcome::Default(claim("l")));
    assert_eq!(outcome("lost"), Outcome::Open(vec![]));
}
