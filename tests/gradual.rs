//! Gradual strengths: known values, laws, and that the check of convergence says so when it fails.

use crate::{
    support::Memory,
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    analysis::strengths::{Strengths, strengths},
    model::load::Files,
    report::run::{Report, run},
    theory::gradual::{
        definition::{Bipolar, Draft},
        df_quad::df_quad,
        energy::{MOST_STEPS, TOLERANCE, energy},
    },
};

fn with<T>(text: &str, then: impl FnOnce(&Report<'_>) -> T) -> T {
    let mut files = Files::default();
    let root = files.load("d.agon", &Memory::new(&[("d.agon", text)]));
    then(&run(&files, root))
}

/// Quadratic energy and DF-QuAD of the claim `a`, to three decimals.
#[track_caller]
fn check(text: &str, expected: (&str, &str)) {
    with(text, |report| {
        assert!(!report.has_errors(), "{:?}", report.diagnostics);
        let claim = report.debate.find_claim("a").unwrap().index();
        let found = strengths(&report.debate);
        let shown = |value: Option<f64>| value.map_or("none".to_owned(), |v| format!("{v:.3}"));
        let (energy, df) = (shown(found.energy[claim]), shown(found.df_quad.as_ref().map(|v| v[claim])));
        assert_eq!((energy.as_str(), df.as_str()), expected);
    });
}

#[test]
fn known_values_come_out() {
    check("claim a: A.\n", ("0.500", "0.500"));
    check("fact a: A.\n", ("1.000", "1.000"));
    check("claim a: A.\n  weight: 0.9\n", ("0.900", "0.900"));
    // One attacker, and a chain of two: Potyka 2018 and Rago et al. 2016 by hand.
    check("claim a: A.\n  rebuttal r: R.\n", ("0.400", "0.250"));
    check("claim a: A.\n  rebuttal r: R.\n    rebuttal q: Q.\n", ("0.431", "0.375"));
    check("claim a: A.\n  support s: S.\n", ("0.600", "0.750"));
    check("claim a: A.\n  support s: S.\n  rebuttal r: R.\n", ("0.500", "0.500"));
    // A linked support is as strong as its weakest premise, here 0.2: 0.5 + 0.5 · 0.04 / 1.04.
    let linked = "claim a: A.\n  support s:\n    premise p: P.\n      weight: 0.2\n    premise q: Q.\n      weight: 0.8\n";
    check(linked, ("0.519", "0.600"));
    // An undercut at 0.5 leaves the step 1 - 0.2 = 0.8 of its force by energy and half of it by DF-QuAD.
    check("claim a: A.\n  support s: S.\n    undercut u: U.\n", ("0.569", "0.625"));
    check("claim a: A.\nfact f: F.\n  support s: S.\ncontradiction a, f\n", ("0.250", "0.000"));
    // Two that contradict each other: s = 0.5 - 0.5 s² / (1 + s²), so s³ + s = 0.5.
    check("claim a: A.\nclaim b: B.\ncontradiction a, b\n", ("0.424", "none"));
}

#[test]
fn a_circle_of_support_raises_itself_and_is_named() {
    let text = "claim a: A.\n  support s:\n    premise b\nclaim b: B.\n  support t:\n    premise a\nclaim c: C.\n";
    with(text, |report| {
        let found = strengths(&report.debate);
        assert_eq!(found.circular.len(), 2);
        assert!(found.at_rest() && found.df_quad.is_none());
        assert!(found.energy[0].unwrap() > 0.6, "{found:?}");
    });
}

fn random(dice: &mut Dice, circular: bool) -> Bipolar {
    let mut draft = Draft::default();
    let size = 2 + dice.below(8) as u32;
    for _ in 0..size {
        draft.add(dice.below(11) as f64 / 10.0);
    }
    for _ in 0..dice.below(14) {
        let (a, b) = (dice.below(size as usize) as u32, dice.below(size as usize) as u32);
        let (from, to) = if circular { (a, b) } else { (a.min(b), a.max(b)) };
        if from == to && !circular {
            continue;
        }
        match dice.below(3) {
            0 => draft.support(from, to),
            1 => draft.attack(from, to),
            // As in debates, where steps need claims and claims need nothing.
            _ if from % 2 == 0 && to % 2 == 1 => draft.need(to, from),
            _ => {}
        }
    }
    draft.finish()
}

/// Where quadratic energy draws each node, written down once more.
fn drawn(graph: &Bipolar, node: u32, values: &[f64]) -> f64 {
    let sum = |nodes: &[u32]| nodes.iter().map(|&n| values[n as usize]).sum::<f64>();
    let energy = sum(graph.supporters(node)) - sum(graph.attackers(node));
    let base = graph.base(node);
    let part = energy * energy / (1.0 + energy * energy);
    let own = if energy > 0.0 { base + (1.0 - base) * part } else { base - base * part };
    own * graph.needed(node).iter().map(|&n| values[n as usize]).fold(1.0, f64::min)
}

#[test]
fn what_is_called_settled_is_at_rest_and_lies_between_0_and_1() {
    let mut dice = Dice(51);
    let mut circles = 0;
    for round in 0..3000 {
        let graph = random(&mut dice, round % 2 == 0);
        let found = energy(&graph, MOST_STEPS);
        assert_eq!(found.restless, [0u32; 0], "{graph:?}");
        for node in 0..graph.bases().len() as u32 {
            let value = found.values[node as usize];
            assert!((0.0..=1.0).contains(&value), "{value} {graph:?}");
            assert!((drawn(&graph, node, &found.values) - value).abs() <= 2.0 * TOLERANCE, "{node} {graph:?}");
        }
        let df = df_quad(&graph);
        assert_eq!(df.is_none(), !graph.circular().is_empty());
        circles += u32::from(df.is_none());
        assert!(df.is_none_or(|v| v.iter().all(|s| (0.0..=1.0).contains(s))));
    }
    assert!(circles > 500, "{circles}");
}

#[test]
fn a_flow_that_slows_down_for_ever_is_not_called_settled() {
    // s' = -s h(0.8 s) goes to 0 like the inverse of the root of time.
    let mut draft = Draft::default();
    let (a, b) = (draft.add(1.0), draft.add(0.8));
    draft.need(a, a);
    draft.need(b, a);
    draft.attack(b, a);
    assert_eq!(energy(&draft.finish(), MOST_STEPS).restless, [a, b]);
}

#[test]
fn what_has_not_come_to_rest_is_said_and_so_is_what_depends_on_it() {
    let mut draft = Draft::default();
    let [a, b, c, d] = [0.9, 0.9, 0.5, 0.5].map(|base| draft.add(base));
    draft.attack(a, b);
    draft.attack(b, a);
    draft.support(a, c);
    let graph = draft.finish();
    assert_eq!(energy(&graph, 3).restless, [a, b, c], "three steps are too few");
    let whole = energy(&graph, MOST_STEPS);
    assert_eq!((whole.restless.len(), whole.values[d as usize]), (0, 0.5));
}

#[test]
fn strengths_alter_no_verdict_and_are_the_same_each_time() {
    let mut dice = Dice(52);
    for _ in 0..200 {
        with(&Outline::random(&mut dice).text(), |report| {
            let before = report.analysis.verdicts.clone();
            let [first, second]: [Strengths; 2] = [strengths(&report.debate), strengths(&report.debate)];
            assert_eq!(report.analysis.verdicts, before);
            assert!(first.at_rest());
            assert_eq!((first.energy, first.df_quad), (second.energy, second.df_quad));
        });
    }
}

#[test]
fn long_chains_and_large_circles_cost_little() {
    let mut draft = Draft::default();
    let size = 200_000u32;
    for _ in 0..size {
        draft.add(0.5);
    }
    (1..size).for_each(|n| draft.attack(n - 1, n));
    assert_eq!(energy(&draft.clone().finish(), MOST_STEPS).restless.len(), 0);
    draft.support(size - 1, size - 1_000);
    let found = energy(&draft.finish(), 2_000);
    assert!(found.restless.is_empty());
}
