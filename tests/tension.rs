//! What a party holds and what does not stand by what it holds: against the restricted debate written out as a text, and as it is told.

use crate::{
    report::schema::{problems, schema},
    support::{debate, is_broken, with},
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    analysis::{
        commitments::Store,
        evaluate::evaluate,
        tension::{Fails, Tension, tensions},
        verdict::Verdict,
    },
    diagnostic::code::Level,
    model::{
        debate::{ClaimKind, Debate, StepKind, Target},
        ids::{ClaimId, StepId},
    },
    render::{consistency, json},
    report::run::Report,
};
use std::collections::BTreeSet;

fn found(report: &Report<'_>) -> Vec<Vec<Tension>> {
    tensions(&report.debate, &report.analysis.links, &report.stores)
}

/// The debate of what one party is committed to, as a text in which each claim bears its number. A claim that it does not hold rests on
/// nothing but itself.
fn restricted(debate: &Debate, store: &Store) -> String {
    let holds: BTreeSet<ClaimId> = store.held.iter().filter(|h| !h.denied).map(|h| h.claim).collect();
    let speaks = |step: StepId| debate.step(step).speakers.iter().any(|s| s.party == store.party);
    let known = |c: &ClaimId| holds.contains(c) || debate.claim(*c).kind == ClaimKind::Fact;
    let counts = |step: StepId| speaks(step) || debate.step(step).premises.iter().all(known);
    let supports: Vec<StepId> = debate.step_ids().filter(|s| debate.step(*s).kind == StepKind::Support).collect();
    // Every undercut strikes this too, so that each is declared.
    let mut text = "claim other: C.\n  support struck: C.\n".to_owned();
    for claim in debate.claim_ids() {
        let rests = supports.iter().any(|s| speaks(*s) && debate.step(*s).claims().any(|c| c == claim));
        let (word, own) = match debate.claim(claim).kind {
            ClaimKind::Fact => ("fact", String::new()),
            _ if !holds.contains(&claim) => ("claim", format!("  support:\n    premise c{}\n", claim.0)),
            ClaimKind::Assumption => ("assumption", String::new()),
            _ if !rests => ("assumption", String::new()),
            _ => ("claim", String::new()),
        };
        text += &format!("{word} c{}: C.\n{own}", claim.0);
    }
    for step in supports.iter().filter(|s| counts(**s)) {
        let made = debate.step(*step);
        for target in made.claims().filter(|c| holds.contains(c)) {
            let strictly = if made.strict { " strictly" } else { "" };
            text += &format!("support s{}x{} for c{}{strictly}:\n", step.0, target.0, target.0);
            made.premises.iter().for_each(|p| text += &format!("  premise c{}\n", p.0));
        }
    }
    let undercuts = |s: &StepId| {
        let made = debate.step(*s);
        let claim = debate.claim(made.premises[0]);
        made.kind == StepKind::Undercut && holds.contains(&made.premises[0]) && (speaks(*s) || claim.name == made.name)
    };
    for step in debate.step_ids().filter(undercuts) {
        let made = debate.step(step);
        let struck = made.targets.iter().flat_map(|target| {
            let Target::Step(target) = *target else { return Vec::new() };
            if debate.step(target).kind == StepKind::Undercut {
                return if undercuts(&target) { vec![format!("u{}", target.0)] } else { Vec::new() };
            }
            let is_told = supports.contains(&target) && counts(target);
            let conclusions = debate.step(target).claims().filter(|c| is_told && holds.contains(c));
            conclusions.map(|c| format!("s{}x{}", target.0, c.0)).collect()
        });
        let struck: Vec<String> = ["struck".to_owned()].into_iter().chain(struck).collect();
        text += &format!("undercut u{} against {}: U.\n  support c{}\n", step.0, struck.join(", "), made.premises[0].0);
    }
    text
}

#[test]
fn a_claim_is_in_tension_if_it_does_not_stand_in_the_debate_restricted_to_the_commitments() {
    let mut dice = Dice(41);
    let (mut compared, mut tense, mut kinds) = (0, 0, BTreeSet::new());
    for _ in 0..4000 {
        let text = Outline::random(&mut dice).text();
        with(&text, |report| {
            if is_broken(report) {
                return;
            }
            for (store, own) in report.stores.iter().zip(found(report)) {
                let written = restricted(&report.debate, store);
                let (_, small, mut wrong) = debate(&[("a.agon", &written)]);
                let (analysis, more) = evaluate(&small);
                wrong.extend(more);
                assert!(wrong.iter().all(|d| d.level != Level::Error), "{wrong:?}\n{written}\n{text}");
                let claim = |c: ClaimId| small.find_claim(&format!("c{}", c.0)).unwrap();
                let falls = store.held.iter().filter(|h| !h.denied && analysis.verdict(claim(h.claim)) != Verdict::Stands);
                // Reasons that only run in a circle are no tension by themselves.
                let falls: BTreeSet<ClaimId> = falls.map(|h| h.claim).collect();
                let told: BTreeSet<ClaimId> = own.iter().map(|t| t.claim.claim).collect();
                if told.is_empty() {
                    assert!(falls.iter().all(|c| analysis.verdict(claim(*c)) == Verdict::Unsupported), "{falls:?}\n{written}\n{text}");
                    continue;
                }
                assert_eq!(told, falls, "{written}\n{text}");
                compared += store.held.len();
                tense += told.len();
                for (step, why) in own.iter().flat_map(|t| &t.fails) {
                    let made = report.debate.step(*step);
                    let holds = |c: ClaimId, denied: bool| store.held.iter().any(|h| h.claim == c && h.denied == denied);
                    let (kind, is_true) = match *why {
                        Fails::Denied(p) => ("denied", made.premises.contains(&p) && holds(p, true) && !holds(p, false)),
                        Fails::TakenBack(p) => ("taken back", made.premises.contains(&p) && !holds(p, true) && !holds(p, false)),
                        Fails::Undercut(u) => {
                            let mut uses = report.analysis.links.undercuts(*step);
                            ("undercut", holds(u, false) && uses.any(|s| report.debate.step(s).premises.contains(&u)))
                        }
                        Fails::Premise(p) => ("premise", made.premises.contains(&p) && told.contains(&p)),
                    };
                    assert!(is_true, "{why:?}\n{text}");
                    kinds.insert(kind);
                }
            }
        });
    }
    assert!(compared > 500 && tense > 100 && kinds.len() == 4, "{compared} {tense} {kinds:?}");
}

const DEBATE: &str = "\
party ann: Ann Lee
party bob: Bob Day
claim run by ann: The ferry should run late.
  support:
    premise missed: People miss the last boat.
    premise lit: The quay is lit.
claim pay by ann: It will pay.
  support full by ann: The late boat would be full.
    undercut cheap by bob: A full boat of cheap fares does not pay.
claim safe by ann: It is safe.
  support seen by ann: Nobody was ever hurt.
retract missed by ann: The count was wrong.
accept cheap by ann
deny seen by bob
";

#[test]
fn a_tension_is_told_with_what_its_party_took_back_or_holds_against_it() {
    with(DEBATE, |report| {
        let told = consistency::render(report);
        assert!(told.contains("- Ann Lee holds `run` (d.agon:3), but took back its ground `missed`.\n"), "{told}");
        assert!(told.contains("- Ann Lee holds `pay` (d.agon:7), but also holds `cheap`, which undercuts `full`.\n"), "{told}");
        assert!(!told.contains("holds `safe`") && !told.contains("Bob Day holds"), "{told}");
        let value: serde_json::Value = serde_json::from_str(&json::render(report)).unwrap();
        assert_eq!(problems(&schema(), &value), Vec::<String>::new());
        let tension = &value["parties"][0]["tensions"][1]["fails"][0];
        assert_eq!((&tension["support"], &tension["why"], &tension["claim"]), (&"full".into(), &"undercut".into(), &"cheap".into()));
    });
}

#[test]
fn what_a_party_is_not_committed_to_makes_no_tension() {
    for (change, to) in [
        // Only somebody else says what undercuts the support.
        ("accept cheap by ann\n", ""),
        // The conclusion goes with its ground, or rests on another.
        ("retract missed by ann: The count was wrong.\n", ""),
        ("retract missed by ann", "retract missed, run by ann"),
        ("retract missed by ann", "support for run by ann: The mayor wants it.\nretract missed by ann"),
        // What somebody else gives as a ground counts for her if she holds it.
        ("retract missed by ann", "support mayor for run by bob: The mayor wants it.\naccept mayor by ann\nretract missed by ann"),
        // She takes back what she accepted, or holds what undercuts that.
        ("accept cheap by ann\n", "accept cheap by ann\nretract cheap by ann\n"),
        ("accept cheap by ann\n", "accept cheap by ann\nundercut against cheap by ann: Fares will rise.\n"),
    ] {
        let text = DEBATE.replace(change, to);
        assert_ne!(text, DEBATE, "{change}");
        with(&text, |report| {
            assert!(!report.has_errors(), "{:?}\n{text}", report.diagnostics);
            let own = found(report).swap_remove(0);
            let expected = if change.starts_with("accept") { "run" } else { "pay" };
            assert!(own.len() == 1 && *report.debate.claim(own[0].claim.claim).name.shown == *expected, "{own:?}\n{text}");
        });
    }
}
