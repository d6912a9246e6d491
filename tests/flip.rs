//! Suppositions and flip sets: on random debates against the definition and against every set there is, and known answers.

use crate::{
    support::debate,
    verdicts::{definition::Reading, dice::Dice, outline::Outline},
};
use agon::{
    analysis::{
        evaluate::{Analysis, evaluate},
        flip::{Addition, MOST_TOGETHER, claims, flip, rebutted},
        suppose::{Supposition, is_certain, suppose},
        verdict::Verdict,
        withdrawal::{Part, parts},
    },
    diagnostic::code::Level,
    model::{
        debate::{Claim, ClaimKind, Debate, Few, Step, StepKind, Target},
        ids::{ClaimId, StepId},
    },
    render,
    theory::system::flip::Bounds,
};
use std::collections::{BTreeMap, BTreeSet};

fn analyse(text: &str) -> Option<(Debate, Analysis)> {
    let (_, debate, mut diagnostics) = debate(&[("a.agon", text)]);
    let (analysis, more) = evaluate(&debate);
    diagnostics.extend(more);
    diagnostics.iter().all(|d| d.level != Level::Error).then_some((debate, analysis))
}

fn falls(parts: &[Part]) -> Supposition {
    Supposition { falls: parts.to_vec(), stands: Vec::new() }
}

/// Whether `claim` stands when `gone` falls, by the whole pipeline.
fn stands_without(debate: &Debate, analysis: &Analysis, claim: ClaimId, gone: &[Part]) -> bool {
    suppose(debate, analysis, &falls(gone)).unwrap().verdict(claim) == Verdict::Stands
}

/// All minimal sets of up to `most` parts that change whether `claim` stands, by trying every set.
fn brute(debate: &Debate, analysis: &Analysis, claim: ClaimId, parts: &[Part], most: usize) -> Vec<Vec<Part>> {
    let before = analysis.verdict(claim) == Verdict::Stands;
    let mut sets: Vec<Vec<usize>> = vec![Vec::new()];
    let mut minimal: Vec<Vec<usize>> = Vec::new();
    for _ in 0..most {
        sets = sets.iter().flat_map(|s| (s.last().map_or(0, |l| l + 1)..parts.len()).map(|n| [s.as_slice(), &[n]].concat())).collect();
        for set in &sets {
            let gone: Vec<Part> = set.iter().map(|i| parts[*i]).collect();
            if stands_without(debate, analysis, claim, &gone) != before && !minimal.iter().any(|m| m.iter().all(|i| set.contains(i))) {
                minimal.push(set.clone());
            }
        }
    }
    minimal.into_iter().map(|s| s.into_iter().map(|i| parts[i]).collect()).collect()
}

/// The debate with new moves that nobody answers, made part of it.
fn with_moves(debate: &Debate, moves: &[Addition]) -> Analysis {
    let mut more = debate.clone();
    for addition in moves {
        let new = ClaimId(more.claims.len() as u32);
        let (name, place, target) = match addition {
            Addition::Rebuttal(c) => (debate.claim(*c).name.clone(), debate.claim(*c).place, Target::Claim(*c)),
            Addition::Undercut(s) => (debate.step(*s).name.clone(), debate.step(*s).place, Target::Step(*s)),
        };
        let (role, kind) = match addition {
            Addition::Rebuttal(_) => (ClaimKind::Rebuttal, StepKind::Rebuttal),
            Addition::Undercut(_) => (ClaimKind::Undercut, StepKind::Undercut),
        };
        more.claims.push(Claim {
            name: name.clone(),
            kind: role,
            text: String::new(),
            place,
            speakers: Few::new(),
            answers: Few::new(),
            section: None,
            details: None,
        });
        let (premises, targets) = (Few::from_iter([new]), Few::from_iter([target]));
        more.steps.push(Step { name, kind, strict: false, premises, targets, speakers: Few::new(), place, details: None });
    }
    evaluate(&more).0
}

#[test]
fn flip_sets_and_additions_are_all_there_are_and_minimal() {
    let mut dice = Dice(11);
    let mut sizes: BTreeMap<(bool, usize), u32> = BTreeMap::new();
    let (mut rebuttals, mut undercuts, mut together) = (0, 0, 0);
    for _ in 0..300 {
        let text = Outline::random(&mut dice).text();
        let Some((debate, analysis)) = analyse(&text) else { continue };
        for claim in debate.claim_ids().filter(|_| dice.one_in(4)) {
            let parts: Vec<Part> = parts(&debate, &analysis.links, &analysis.theory, claim).into_iter().map(|p| p.0).collect();
            if parts.len() > 11 {
                continue;
            }
            let found = flip(&debate, &analysis, claim, usize::MAX);
            let expected = brute(&debate, &analysis, claim, &parts, MOST_TOGETHER);
            assert_eq!(found.sets, expected, "{}\n{text}", debate.claim(claim).name.shown);
            assert!(found.complete >= MOST_TOGETHER || found.exhausted, "{found:?}");
            assert!(!found.more);
            if found.exhausted && parts.len() < 7 {
                let all = brute(&debate, &analysis, claim, &parts, parts.len());
                assert!(all.iter().all(|s| s.len() <= found.complete), "{}\n{text}", debate.claim(claim).name.shown);
            }
            let before = analysis.verdict(claim) == Verdict::Stands;
            found.sets.iter().for_each(|s| *sizes.entry((before, s.len())).or_default() += 1);

            let changes = |after: &Analysis| (after.verdict(claim) == Verdict::Stands) != before;
            let rebut = debate.claim_ids().filter(|c| !is_certain(&analysis, *c) && changes(&rebutted(&debate, *c)));
            let cut = debate.step_ids().filter(|s| !debate.step(*s).strict && changes(&with_moves(&debate, &[Addition::Undercut(*s)])));
            let expected: BTreeSet<Addition> = rebut.map(Addition::Rebuttal).chain(cut.map(Addition::Undercut)).collect();
            if expected.is_empty() {
                let rebut = debate.claim_ids().filter(|c| !is_certain(&analysis, *c)).map(Addition::Rebuttal);
                let cut = debate.step_ids().filter(|s| !debate.step(*s).strict).map(Addition::Undercut);
                let moves: Vec<Addition> = rebut.chain(cut).collect();
                let pairs = moves.iter().enumerate().flat_map(|(at, a)| moves.iter().skip(at + 1).map(|b| BTreeSet::from([*a, *b])));
                let expected: BTreeSet<BTreeSet<Addition>> =
                    pairs.filter(|pair| changes(&with_moves(&debate, &Vec::from_iter(pair.iter().copied())))).collect();
                let told: BTreeSet<BTreeSet<Addition>> =
                    found.joint.iter().filter(|set| set.len() == 2).map(|set| set.iter().copied().collect()).collect();
                let name = &debate.claim(claim).name.shown;
                assert!(told == expected || (!found.all_additions && told.is_subset(&expected)), "{name}: {told:?}, {expected:?}\n{text}");
                for set in &found.joint {
                    assert!(changes(&with_moves(&debate, set)), "{name}: {set:?}\n{text}");
                }
                together += found.joint.len();
            } else {
                assert!(found.joint.is_empty() && found.all_additions);
            }
            let found: BTreeSet<Addition> = found.additions.into_iter().collect();
            assert_eq!(found, expected, "{}\n{text}", debate.claim(claim).name.shown);
            rebuttals += found.iter().filter(|a| matches!(a, Addition::Rebuttal(_))).count();
            undercuts += found.iter().filter(|a| matches!(a, Addition::Undercut(_))).count();
        }
    }
    let many = |before, size, least| sizes.get(&(before, size)).is_some_and(|n| *n >= least);
    assert!(many(true, 1, 40) && many(false, 1, 40) && many(true, 2, 3) && many(false, 2, 3) && many(false, 3, 3), "too few: {sizes:?}");
    assert!(rebuttals > 40 && undercuts > 40 && together > 20, "{rebuttals} {undercuts} {together}");
}

#[test]
fn suppositions_equal_the_definition_on_random_debates() {
    let mut dice = Dice(12);
    let mut compared = 0;
    let mut refused = 0;
    for _ in 0..900 {
        let outline = Outline::random(&mut dice);
        let Some((debate, analysis)) = analyse(&outline.text()) else { continue };
        let parts: Vec<Part> = parts(&debate, &analysis.links, &analysis.theory, ClaimId(u32::MAX)).into_iter().map(|p| p.0).collect();
        let mut chosen = |count: usize| -> Vec<Part> { (0..count).filter_map(|_| dice.pick(&parts).copied()).collect() };
        let falls = chosen(2);
        let grant = chosen(1);
        // Names that are not written are paths here and the text in the outline.
        let named = |p: &Part| match p {
            Part::Claim(c) => debate.claim(*c).text.clone(),
            Part::Step(s) => debate.step(*s).name.shown.to_string(),
        };
        if falls.iter().any(|p| named(p).contains('/')) {
            continue;
        }
        let stands: Vec<ClaimId> =
            grant.iter().filter(|p| !falls.contains(p)).filter_map(|p| if let Part::Claim(c) = p { Some(*c) } else { None }).collect();
        let (gone, granted): (Vec<String>, Vec<String>) =
            (falls.iter().map(named).collect(), stands.iter().map(|c| named(&Part::Claim(*c))).collect());
        let Ok(found) = suppose(&debate, &analysis, &Supposition { falls, stands }) else {
            refused += 1;
            continue;
        };
        let (gone, granted): (Vec<&str>, Vec<&str>) =
            (gone.iter().map(String::as_str).collect(), granted.iter().map(String::as_str).collect());
        let Some(expected) = Reading::new(&outline).verdicts_if(150, &gone, &granted) else { continue };
        let found: BTreeMap<String, Verdict> = debate.claim_ids().map(|c| (debate.claim(c).text.clone(), found.verdict(c))).collect();
        assert_eq!(found, expected, "without {gone:?}, given {granted:?}\n{}", outline.text());
        compared += 1;
    }
    assert!(compared > 600 && refused > 0, "{compared} {refused}");
}

/// The flip sets of `c`, by name.
#[track_caller]
fn check(text: &str, expected: &[&[&str]]) {
    let (debate, analysis) = analyse(text).expect("no errors");
    let found = flip(&debate, &analysis, debate.find_claim("c").unwrap(), 20);
    let names: Vec<Vec<&str>> = found.sets.iter().map(|s| s.iter().map(|p| p.name(&debate)).collect()).collect();
    assert_eq!(names, expected);
}

#[test]
fn known_answers() {
    check("claim c: C\n  support s: S\n", &[&["s"]]);
    check("claim c: C\n  support s: S\n  support t: T\n", &[&["s", "t"]]);
    check("claim c: C\n  support s:\n    premise p: P\n    premise q: Q\n", &[&["s"], &["p"], &["q"]]);
    check("claim c: C\n  rebuttal r: R\n", &[&["r"]]);
    check("claim c: C\n  rebuttal r: R\n  rebuttal q: Q\n", &[&["r", "q"]]);
    check("claim c: C\n  rebuttal r: R\n    rebuttal a: A\n    undercut b: B\n", &[&["a", "b"]]);
    // Without the reply the objection to the only reason holds.
    check("claim c: C\n  support s: S\n    rebuttal r: R\n      rebuttal a: A\n", &[&["s"], &["a"]]);
    // The two clash, and either may go.
    check("claim c: C\nclaim d: D\ncontradiction c, d\n", &[&["d"]]);
    // What is certain is no use, and what nothing supports has nothing to lose.
    check("fact c: C\n", &[]);
    check("party p: P\nclaim c by p: C\nretract c by p\n", &[]);
}

#[test]
fn an_objection_to_the_claim_itself_is_a_move() {
    let additions = |text: &str| {
        let (debate, analysis) = analyse(text).expect("no errors");
        flip(&debate, &analysis, debate.find_claim("c").unwrap(), 20).additions
    };
    assert_eq!(additions("claim c: C\n"), [Addition::Rebuttal(ClaimId(0))]);
    assert_eq!(additions("claim c: C\n  support s strictly: S\n"), [Addition::Rebuttal(ClaimId(0)), Addition::Rebuttal(ClaimId(1))]);
    assert_eq!(additions("fact c: C\n"), []);
    assert_eq!(additions("claim c: C\n  rebuttal r: R\n"), [Addition::Rebuttal(ClaimId(1)), Addition::Undercut(StepId(0))]);
}

#[test]
fn a_claim_and_its_only_support_are_told_as_one() {
    let text = "claim a: A.\nclaim b: B.\n  support s:\n    premise c: C.\n    premise d: D.\nrebuttal b against a\n";
    let told = crate::support::with(text, |report| {
        let claim = report.debate.find_claim("a").unwrap();
        render::flip::text(report, &flip(&report.debate, &report.analysis, claim, 9))
    });
    assert!(told.contains("  - `b`  (d.agon:2)\n    “B.”\n    (or its only support, `s`)\n"), "{told}");
    assert_eq!(told.matches("only support").count(), 1, "{told}");
}

#[test]
fn a_bounded_search_says_so() {
    let four: String = (0..4).map(|n| format!("  support s{n}: S\n")).collect();
    let (debate, analysis) = analyse(&format!("claim c: C\n{four}")).unwrap();
    let found = flip(&debate, &analysis, ClaimId(0), 10);
    assert_eq!((found.sets.len(), found.complete, found.exhausted, found.more), (0, 3, false, false));
    let linked: String = (0..4).map(|n| format!("    premise p{n}: P\n")).collect();
    let (debate, analysis) = analyse(&format!("claim c: C\n  support s:\n{linked}")).unwrap();
    let found = flip(&debate, &analysis, ClaimId(0), 2);
    assert_eq!((found.sets.len(), found.complete, found.exhausted, found.more), (2, 0, false, true));
    let alone = |work, wanted: fn(ClaimId) -> bool| claims(&debate, &analysis, ClaimId(0), wanted, Bounds { size: 1, sets: 2, work }).len();
    assert_eq!([alone(1000, |_| true), alone(1000, |c| c == ClaimId(1)), alone(1, |_| true)], [2, 1, 0]);
}

#[test]
fn of_sets_of_wanted_claims_the_smallest_are_given() {
    let text = "claim c: C.\n  support s:\n    premise a: A.\n  support t:\n    premise b: B.\n    premise d: D.\n";
    let (debate, analysis) = analyse(text).unwrap();
    let [c, a, b, d] = ["c", "a", "b", "d"].map(|name| debate.find_claim(name).unwrap());
    let bounds = Bounds { size: MOST_TOGETHER, sets: 9, work: 100_000 };
    assert_eq!(claims(&debate, &analysis, c, |_| true, bounds), [vec![a, b], vec![a, d]]);
    assert_eq!(claims(&debate, &analysis, c, |claim| claim != b, bounds), [vec![a, d]]);
    assert!(claims(&debate, &analysis, c, |claim| claim != a, bounds).is_empty());
}

#[test]
fn what_is_granted_and_clashes_with_facts_is_refused() {
    let (debate, analysis) = analyse("fact f: F\nclaim c: C\ncontradiction f, c\n").unwrap();
    let granted = Supposition { falls: Vec::new(), stands: vec![ClaimId(1)] };
    assert_eq!(suppose(&debate, &analysis, &granted), Err(vec![ClaimId(0), ClaimId(1)]));
}

#[test]
fn a_support_of_one_line_whose_text_follows_strictly_may_cease_to_be_a_reason() {
    let text = "claim c: C.\n  support s: S.\nfact f: F.\nsupport t for s strictly:\n  premise f\n";
    check(text, &[&["s"]]);
}

#[test]
fn where_no_single_move_is_enough_the_smallest_sets_are_given() {
    let text = "claim c: C.\n  rebuttal a: A.\n  rebuttal b: B.\n";
    let (debate, analysis) = analyse(text).unwrap();
    let [c, a, b] = ["c", "a", "b"].map(|name| debate.find_claim(name).unwrap());
    let found = flip(&debate, &analysis, c, 20);
    assert!(found.additions.is_empty() && found.all_additions && found.joint.len() == 4, "{found:?}");
    assert!(found.joint.contains(&vec![Addition::Rebuttal(a), Addition::Rebuttal(b)]), "{found:?}");
}
