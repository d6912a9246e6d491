//! Grounded acceptance at the level of arguments (Modgil and Prakken 2018), for small systems.
//!
//! What an argument attacks and what attacks it depends on its conclusion, its last defeasible rules and all its defeasible rules;
//! arguments equal in these are one here, which keeps their number finite even on circles.
//! The defeasible rules must be among the first 64.

use agon::theory::system::{definition::System, grounded::Status};
use std::collections::BTreeSet;

/// Conclusion, last defeasible rules, all defeasible rules.
pub(crate) type Argument = (u32, u64, u64);

/// All arguments, each with the defeasible rules that it attacks; nothing when there are more than `cap`.
pub(crate) fn with_attacks(system: &System, cap: usize) -> Option<Vec<(Argument, u64)>> {
    let below = below(system);
    let rules: Vec<u32> = system.rules().defeasible().collect();
    let hit = |a: &Argument| rules.iter().filter(|&&rule| attacks(system, &below, *a, rule)).fold(0, |hit: u64, rule| hit | 1 << rule);
    Some(build(system, cap)?.into_iter().map(|a| (a, hit(&a))).collect())
}

/// The status of each sentence, or nothing when there are more than `cap` arguments.
pub(crate) fn statuses(system: &System, cap: usize) -> Option<Vec<Status>> {
    let (arguments, hit): (Vec<Argument>, Vec<u64>) = with_attacks(system, cap)?.into_iter().unzip();
    let all = 0..arguments.len();
    let hits = |a: usize, b: usize| hit[a] & arguments[b].2 != 0;
    let attackers: Vec<Vec<usize>> = all.clone().map(|b| all.clone().filter(|&a| hits(a, b)).collect()).collect();
    let mut labels = vec![Status::Undecided; arguments.len()];
    loop {
        let before = labels.clone();
        for b in all.clone().filter(|&b| before[b] == Status::Undecided) {
            if attackers[b].iter().all(|&a| labels[a] == Status::Out) {
                labels[b] = Status::In;
            } else if attackers[b].iter().any(|&a| labels[a] == Status::In) {
                labels[b] = Status::Out;
            }
        }
        if labels == before {
            break;
        }
    }
    let status = |s: u32| all.clone().filter(|&a| arguments[a].0 == s).map(|a| labels[a]).min().unwrap_or(Status::None);
    Some((0..system.sentences() as u32).map(status).collect())
}

/// All arguments: conclusion, last defeasible rules, defeasible rules.
fn build(system: &System, cap: usize) -> Option<BTreeSet<Argument>> {
    let mut arguments: BTreeSet<Argument> = system.axioms().iter().map(|&s| (s, 0, 0)).collect();
    loop {
        let mut new = BTreeSet::new();
        for id in system.rules().ids() {
            let rule = system.rules().get(id);
            let mut parts: BTreeSet<(u64, u64)> = BTreeSet::from([(0, 0)]);
            for &premise in rule.body {
                let of: Vec<&Argument> = arguments.iter().filter(|a| a.0 == premise).collect();
                parts = parts.iter().flat_map(|p| of.iter().map(|a| (p.0 | a.1, p.1 | a.2))).collect();
                if parts.len() > cap {
                    return None;
                }
            }
            for (last, all) in parts {
                let argument = if rule.is_defeasible() { (rule.head, 1 << id, all | 1 << id) } else { (rule.head, last, all) };
                if !arguments.contains(&argument) {
                    new.insert(argument);
                }
            }
        }
        if new.is_empty() {
            return Some(arguments);
        }
        arguments.extend(new);
        if arguments.len() > cap {
            return None;
        }
    }
}

/// Whether the argument attacks every argument that uses the defeasible rule.
fn attacks(system: &System, below: &[BTreeSet<u32>], (x, last, _): Argument, rule: u32) -> bool {
    let y = system.rules().get(rule).head;
    let contrary = |x: u32, y: u32| system.contraries().contains(&(x, y));
    system.undercuts().contains(&(x, rule))
        || contrary(x, y) && !bits(last).any(|m| below[rule as usize].contains(&m))
        || contrary(y, x) && !contrary(x, y) && bits(last).all(|m| below[m as usize].contains(&rule))
}

/// For each rule, the rules below it.
fn below(system: &System) -> Vec<BTreeSet<u32>> {
    let mut below = vec![BTreeSet::new(); system.rules().count()];
    if system.preferences().is_empty() {
        return below;
    }
    for &(stronger, weaker) in system.preferences() {
        below[stronger as usize].insert(weaker);
    }
    for _ in 0..below.len() {
        for rule in 0..below.len() {
            let more: Vec<u32> = below[rule].iter().flat_map(|&m| below[m as usize].clone()).collect();
            below[rule].extend(more);
        }
    }
    below
}

fn bits(set: u64) -> impl Iterator<Item = u32> {
    (0..64).filter(move |i| set >> i & 1 == 1)
}
