//! Positions of debates: those of the argument-level definition, the rationality postulates, and how parties fit them.

use crate::{
    support::{is_broken, with},
    verdicts::{definition::Reading, dice::Dice, outline::Outline},
};
use agon::{
    analysis::{
        acceptance::accepted,
        positions::{Fitness, MOST, Positions, positions},
        verdict::Verdict,
    },
    model::{
        debate::{ClaimKind, StepKind},
        ids::ClaimId,
    },
    render::positions::render,
    report::run::Report,
    theory::{
        framework::{
            problem::{Answer, Semantics, Task},
            solve::Question,
        },
        interrupt::Interrupt,
        system::{closure::Uses, extensions::solve, verify::Check},
    },
};
use std::collections::BTreeSet;

const SEMANTICS: [Semantics; 4] = [Semantics::Complete, Semantics::Preferred, Semantics::Stable, Semantics::Ideal];

fn found(report: &Report<'_>, semantics: Semantics) -> Positions {
    positions(&report.debate, &report.analysis, &report.stores, semantics, &Interrupt::never())
}

/// The claims of each position.
fn whole(found: &Positions) -> Vec<BTreeSet<ClaimId>> {
    found.listed.iter().map(|p| p.claims.iter().chain(&found.common).copied().collect()).collect()
}

#[test]
fn of_more_positions_than_are_listed_only_what_follows_from_all_is_common() {
    let names: String = (0..18).map(|i| format!("claim k{i}: K {i}.\n")).collect();
    let clashes: String = (0..17).map(|i| format!("contradiction k{i}, k{}\n", i + 1)).collect();
    with(&format!("{names}{clashes}claim free: Free.\n"), |report| {
        for semantics in [Semantics::Preferred, Semantics::Complete, Semantics::Stable] {
            let found = found(report, semantics);
            // Of a row of 18 that clash with their neighbours there are 151 largest sets, counted by trying every set.
            if semantics != Semantics::Complete {
                assert_eq!((found.count.as_str(), found.is_exact, found.listed.len()), ("151", true, MOST), "{semantics:?}");
                let told = render(report, &found);
                assert!(told.contains("There are 151 ") && told.contains("; or one of 145 more ways."), "{told}");
            }
            let common: Vec<&str> = found.common.iter().map(|c| &*report.debate.claim(*c).name.shown).collect();
            assert_eq!(common, ["free"], "{semantics:?}");
        }
    });
}

#[test]
fn counting_positions_ends_and_says_that_there_are_more() {
    // Some twenty million.
    let names: String = (0..60).map(|i| format!("claim k{i}: K {i}.\n")).collect();
    let clashes: String = (0..59).map(|i| format!("contradiction k{i}, k{}\n", i + 1)).collect();
    with(&format!("{names}{clashes}"), |report| {
        let first = found(report, Semantics::Preferred);
        assert!(!first.is_exact && !first.stopped && first.count.parse::<u32>().unwrap() > 512, "{}", first.count);
        let told = render(report, &first);
        assert!(
            told.contains(&format!("There are at least {} preferred positions.", first.count)) && told.contains("; or one of at least "),
            "{told}"
        );
    });
}

#[test]
fn positions_are_those_of_the_definition_on_random_debates() {
    let mut dice = Dice(71);
    let (mut compared, mut several, mut none) = (0, 0, 0);
    for _ in 0..2000 {
        let outline = Outline::random(&mut dice);
        let reading = Reading::new(&outline);
        let text = outline.text();
        with(&text, |report| {
            if is_broken(report) || reading.positions(Semantics::Grounded, 11).is_none() {
                return;
            }
            compared += 1;
            for semantics in SEMANTICS {
                let expected = reading.positions(semantics, 11).unwrap();
                let found = found(report, semantics);
                let texts =
                    |set: &BTreeSet<ClaimId>| set.iter().map(|c| report.debate.claim(*c).text.clone()).collect::<BTreeSet<String>>();
                let told: Vec<BTreeSet<String>> = whole(&found).iter().map(texts).collect();
                assert_eq!(told.iter().cloned().collect::<BTreeSet<_>>(), expected, "{semantics:?}\n{text}");
                assert_eq!((told.len(), found.count.as_str()), (expected.len(), expected.len().to_string().as_str()), "{text}");
                assert!(found.is_exact && !found.stopped);
                several += u32::from(expected.len() > 1);
                none += u32::from(expected.is_empty());
            }
        });
    }
    assert!(compared > 500 && several > 100 && none > 10, "{compared} {several} {none}");
}

#[test]
fn every_extension_of_a_random_debate_satisfies_the_rationality_postulates() {
    // Caminada and Amgoud 2007: closure under strict rules and under sub-arguments, direct and indirect consistency.
    let mut dice = Dice(72);
    let (mut extensions, mut strict, mut clashes) = (0, 0, 0);
    for _ in 0..1200 {
        let text = Outline::random(&mut dice).text();
        with(&text, |report| {
            if is_broken(report) {
                return;
            }
            let (debate, analysis) = (&report.debate, &report.analysis);
            let system = &analysis.theory.system;
            let (check, uses) = (Check::new(system), Uses::new(system));
            for semantics in SEMANTICS.into_iter().chain([Semantics::Grounded]) {
                let question = Question { semantics, task: Task::All, argument: 0, limit: 200 };
                let Answer::All { extensions: sets, .. } = solve(system, &analysis.grounded, question, &Interrupt::never()) else {
                    panic!()
                };
                for set in sets {
                    extensions += 1;
                    let reading = if semantics == Semantics::Stable { check.stable(&set) } else { check.complete(&set) };
                    let holds = reading.expect("an extension").holds;
                    let given = (0..holds.len() as u32).filter(|s| holds[*s as usize]);
                    assert_eq!(uses.strict(given).holds, holds, "closure\n{text}");
                    for &(x, y) in system.contraries() {
                        assert!(!(holds[x as usize] && holds[y as usize]), "consistency, {x} and {y}\n{text}");
                    }
                    let held = |claim: ClaimId| holds[claim.index()];
                    for step in debate.steps.iter().filter(|s| s.kind == StepKind::Support && s.strict) {
                        if !step.premises.is_empty() && step.premises.iter().all(|p| held(*p)) {
                            assert!(step.claims().all(held), "{} is not carried on\n{text}", step.name.shown);
                            strict += 1;
                        }
                    }
                    for contradiction in &debate.contradictions {
                        assert!(contradiction.claims.iter().filter(|c| held(**c)).count() < 2, "{text}");
                        clashes += 1;
                    }
                    for claim in debate.claim_ids().filter(|c| held(*c)) {
                        let certain = debate.claim(claim).kind == ClaimKind::Fact || analysis.theory.assertions[claim.index()].is_some();
                        let carried = |s| debate.step(s).premises.iter().all(|p| held(*p));
                        assert!(certain || analysis.links.supports(claim).any(carried), "a part of its argument is missing\n{text}");
                    }
                }
            }
        });
    }
    assert!(extensions > 3000 && strict > 300 && clashes > 300, "{extensions} {strict} {clashes}");
}

#[test]
fn acceptance_is_whether_some_and_every_position_holds_a_claim() {
    let mut dice = Dice(73);
    for _ in 0..150 {
        let text = Outline::random(&mut dice).text();
        with(&text, |report| {
            if is_broken(report) {
                return;
            }
            for semantics in SEMANTICS {
                let sets = whole(&found(report, semantics));
                for claim in report.debate.claim_ids() {
                    let own = accepted(&report.debate, &report.analysis, claim, semantics, &Interrupt::never());
                    let (some, every) = (sets.iter().any(|s| s.contains(&claim)), sets.iter().all(|s| s.contains(&claim)));
                    assert_eq!((own.credulous, own.sceptical), (Some(some), Some(every)), "{semantics:?}\n{text}");
                    let verdict = report.analysis.verdict(claim);
                    assert!(verdict != Verdict::Stands || every, "what stands is in every position\n{text}");
                    assert!(matches!(verdict, Verdict::Stands | Verdict::Open) || !some, "what falls is in none\n{text}");
                }
            }
        });
    }
}

#[test]
fn parties_hold_fit_or_oppose_a_position_and_are_told_what_they_would_give_up() {
    let text = "\
party ann: Ann
party bo: Bo
party cy: Cy
party di: Di
claim park by ann: Park.
claim hall by bo: Hall.
// The reason is given by Cy too, and falls with its conclusion.
claim music by cy: Music.
  support band: Band.
    rebuttal broke: Broke.
contradiction park, hall
claim other: Other.
contradiction other, park
deny park by di
";
    with(text, |report| {
        let found = found(report, Semantics::Preferred);
        let told: Vec<Vec<(String, &str, usize)>> = found
            .listed
            .iter()
            .map(|p| p.parties.iter().map(|f| (report.debate.party(f.party).text.clone(), f.how.word(), f.gives_up.len())).collect())
            .collect();
        let fit = |name: &str, how: Fitness, gives_up| (name.to_owned(), how.word(), gives_up);
        let park = vec![
            fit("Ann", Fitness::Holds, 0),
            fit("Bo", Fitness::AtOdds, 1),
            fit("Cy", Fitness::AtOdds, 2),
            fit("Di", Fitness::AtOdds, 1),
        ];
        let hall =
            vec![fit("Ann", Fitness::AtOdds, 1), fit("Bo", Fitness::Holds, 0), fit("Cy", Fitness::AtOdds, 2), fit("Di", Fitness::Holds, 0)];
        assert_eq!(told.iter().cloned().collect::<BTreeSet<_>>(), BTreeSet::from([park, hall]));
    });
}

#[test]
fn who_denies_what_a_position_leaves_open_does_not_hold_that_position() {
    let text = "party q: Q\nclaim o: O.\nclaim p: P.\ncontradiction o, p\ndeny o by q\n";
    with(text, |report| {
        let fits = |semantics| {
            let found = found(report, semantics);
            found.listed.iter().map(|p| (p.claims.len(), p.parties[0].how.word())).collect::<BTreeSet<_>>()
        };
        assert_eq!(fits(Semantics::Ideal), BTreeSet::from([(0, "compatible")]));
        assert_eq!(fits(Semantics::Preferred), BTreeSet::from([(1, "at-odds"), (1, "holds")]));
        assert_eq!(fits(Semantics::Complete), BTreeSet::from([(0, "compatible"), (1, "at-odds"), (1, "holds")]));
        let told = render(report, &found(report, Semantics::Ideal));
        assert!(told.contains("There is one ideal position.\n\nIt holds nothing.\n"), "{told}");
        assert!(told.contains("Compatible with what is held by Q.") && !told.contains("Held by"), "{told}");
    });
}

#[test]
fn a_sole_position_of_what_stands_says_that_it_holds_nothing_beyond() {
    with("claim o: O.\nclaim p: P.\ncontradiction o, p\nclaim f: F.\n", |report| {
        let told = render(report, &found(report, Semantics::Ideal));
        assert!(told.contains("It holds `f`.\n\nIt holds nothing beyond what stands.\n"), "{told}");
    });
}

#[test]
fn a_chain_of_64_two_way_supports_has_its_positions_at_once() {
    // On the level of arguments this has 2^64 of them for the last claim alone.
    let mut text = "claim a0: A.\nclaim z: Z.\ncontradiction a0, z\n".to_owned();
    for n in 1..=64 {
        let before = n - 1;
        text += &format!("claim a{n}: A.\n  support s{n}:\n    premise a{before}\n  support t{n}:\n    premise a{before}\n");
    }
    with(&text, |report| {
        for (semantics, count) in
            [(Semantics::Preferred, "2"), (Semantics::Stable, "2"), (Semantics::Complete, "3"), (Semantics::Ideal, "1")]
        {
            assert_eq!(found(report, semantics).count, count);
        }
        let last = report.debate.find_claim("a64").unwrap();
        let own = accepted(&report.debate, &report.analysis, last, Semantics::Preferred, &Interrupt::never());
        assert_eq!((own.credulous, own.sceptical), (Some(true), Some(false)));
        assert_eq!(own.with.len(), 64);
    });
}
