//! A check of proofs, point by point, from the definitions.

use agon::theory::system::{
    definition::System,
    proof::{Ground, Point, Proof},
    rules::RuleId,
};
use std::collections::BTreeSet;

/// Whether `proof` shows that `sentence` follows from `rules` and what is strict, all attacks answered, or that it fails.
#[track_caller]
pub(crate) fn check(system: &System, proof: &Proof, sentence: u32, holds: bool, rules: &[RuleId]) {
    let points = &proof.points;
    assert_eq!((points[0].sentence, points[0].holds), (sentence, holds));
    for point in points {
        if point.holds {
            working(system, points, point, rules)
        } else {
            failing(system, points, point)
        }
        let own = |ground: &Ground| match *ground {
            Ground::Premise(at) => points[at].number,
            Ground::Attack(at) if point.holds && points[at].number == 0 => 1,
            Ground::Attack(at) => points[at].number + 1,
        };
        let most = point.ways.iter().flat_map(|w| &w.on).map(own).max().unwrap_or(0);
        assert_eq!(point.number, most.max(u32::from(point.holds)));
        assert!(!point.holds || point.number % 2 == 1, "what holds has odd numbers");
        assert!(point.holds || point.number % 2 == 0, "what fails has even numbers");
    }
    // No derivation goes in a circle.
    let mut derived = BTreeSet::new();
    loop {
        let new: Vec<usize> = (0..points.len())
            .filter(|&at| points[at].holds && !derived.contains(&at))
            .filter(|&at| points[at].ways[0].on.iter().all(|g| !matches!(g, Ground::Premise(p) if !derived.contains(p))))
            .collect();
        if new.is_empty() {
            break;
        }
        derived.extend(new);
    }
    assert_eq!(derived.len(), points.iter().filter(|p| p.holds).count());
}

fn working(system: &System, points: &[Point], point: &Point, rules: &[RuleId]) {
    assert_eq!(point.ways.len(), 1);
    let way = &point.ways[0];
    let Some(id) = way.rule else {
        assert!(system.axioms().contains(&point.sentence) && way.on.is_empty());
        return;
    };
    let rule = system.rules().get(id);
    assert_eq!(rule.head, point.sentence);
    assert!(!rule.is_defeasible() || rules.contains(&id));
    let mut premises = Vec::new();
    let mut attacks = BTreeSet::new();
    for ground in &way.on {
        match *ground {
            Ground::Premise(at) => {
                assert!(points[at].holds);
                premises.push(points[at].sentence);
            }
            Ground::Attack(at) => {
                assert!(!points[at].holds);
                attacks.insert(points[at].sentence);
            }
        }
    }
    premises.sort_unstable();
    assert_eq!(premises, rule.body);
    if rule.is_defeasible() {
        let contraries = system.contraries().iter().filter(|c| c.1 == rule.head).map(|c| c.0);
        let undercuts = system.undercuts().iter().filter(|u| u.1 == id).map(|u| u.0);
        let missing: Vec<u32> = contraries.chain(undercuts).filter(|x| !attacks.contains(x)).collect();
        assert_eq!(missing, [0u32; 0], "not answered, of rule {id} of {system:#?}");
    } else {
        assert!(attacks.is_empty());
    }
}

fn failing(system: &System, points: &[Point], point: &Point) {
    assert!(!system.axioms().contains(&point.sentence));
    let told: BTreeSet<RuleId> = point.ways.iter().map(|w| w.rule.unwrap()).collect();
    for id in system.rules().ids().filter(|&id| system.rules().get(id).head == point.sentence && !told.contains(&id)) {
        let is_ranked = system.preferences().iter().any(|p| p.0 == id || p.1 == id);
        assert!(
            point.ranked && system.rules().is_defeasible(id) && (is_ranked || !system.preferences().is_empty()),
            "rule {id} is passed over"
        );
    }
    for way in &point.ways {
        let id = way.rule.unwrap();
        let rule = system.rules().get(id);
        assert_eq!(rule.head, point.sentence);
        match *way.on {
            [Ground::Premise(at)] => assert!(!points[at].holds && rule.body.contains(&points[at].sentence)),
            [Ground::Attack(at)] => {
                let by = points[at].sentence;
                let hits = system.contraries().contains(&(by, rule.head))
                    || system.undercuts().contains(&(by, id))
                    // What a contrary denies strikes back where it is the stronger, or a fact.
                    || system.contraries().contains(&(rule.head, by));
                assert!(points[at].holds && rule.is_defeasible() && hits);
            }
            _ => panic!("a rule fails by one thing: {way:?}"),
        }
    }
}
