//! The quadratic energy model in continuous time (Potyka 2018): a node is drawn up by the sum of its supporters' strengths and down by
//! that of its attackers', and all strengths flow until they rest.
//!
//! Without circles the resting point is found by one pass (Potyka 2018, proposition on acyclic graphs); around circles the flow is
//! followed by the method of Runge and Kutta. That it rests is checked and not taken for granted.

use crate::theory::gradual::definition::{Bipolar, Node};

/// How near to rest is near enough: the largest speed, in strength per unit of time, of any node.
pub const TOLERANCE: f64 = 1e-6;
/// How far time moves in a step.
const STEP: f64 = 0.1;
/// The most steps for one group of nodes that depend on each other.
pub const MOST_STEPS: usize = 20_000;
/// The most evaluations of nodes for one group.
const MOST_WORK: usize = 200_000_000;

/// Strengths, and whether they are settled.
#[derive(Debug, Clone, PartialEq)]
pub struct Strengths {
    /// The strength of each node.
    pub values: Vec<f64>,
    /// The nodes that did not come to rest, or depend on such, ascending: their values mean nothing.
    pub restless: Vec<Node>,
}

/// The strengths of all nodes, by at most `steps` steps of time for each group that depends on itself. Linear without circles.
///
/// ```
/// use agon::theory::gradual::{definition::Draft, energy::{energy, MOST_STEPS}};
/// let mut draft = Draft::default();
/// let (claim, objection) = (draft.add(0.5), draft.add(0.5));
/// draft.attack(objection, claim);
/// let found = energy(&draft.finish(), MOST_STEPS);
/// assert!((found.values[0] - 0.4).abs() < 1e-9 && found.restless.is_empty());
/// ```
pub fn energy(graph: &Bipolar, steps: usize) -> Strengths {
    let mut values = graph.bases().to_vec();
    let mut is_restless = vec![false; values.len()];
    for (group, circular) in graph.groups() {
        let at_rest = if circular {
            settle(graph, group, &mut values, steps)
        } else {
            for &node in group {
                let value = target(graph, node, &values);
                put(&mut values, node, value);
            }
            true
        };
        let inherits = group.iter().any(|&n| depends(graph, n).any(|on| is_restless.get(on as usize) == Some(&true)));
        for &node in group {
            if let Some(mark) = is_restless.get_mut(node as usize) {
                *mark = inherits || !at_rest;
            }
        }
    }
    let restless = (0..).zip(&is_restless).filter(|(_, restless)| **restless).map(|(node, _)| node).collect();
    Strengths { values, restless }
}

fn depends(graph: &Bipolar, node: Node) -> impl Iterator<Item = Node> + '_ {
    [graph.supporters(node), graph.attackers(node), graph.needed(node)].into_iter().flatten().copied()
}

fn put(values: &mut [f64], node: Node, value: f64) {
    if let Some(slot) = values.get_mut(node as usize) {
        *slot = value;
    }
}

/// Where a node is drawn to while the others have these strengths.
fn target(graph: &Bipolar, node: Node, values: &[f64]) -> f64 {
    let sum = |nodes: &[Node]| nodes.iter().filter_map(|n| values.get(*n as usize)).sum::<f64>();
    let energy = sum(graph.supporters(node)) - sum(graph.attackers(node));
    let base = graph.base(node);
    let drawn = base - base * impact(-energy) + (1.0 - base) * impact(energy);
    drawn * graph.least_needed(node, values)
}

fn impact(energy: f64) -> f64 {
    let square = energy.max(0.0).powi(2);
    if square.is_infinite() { 1.0 } else { square / (1.0 + square) }
}

/// Follows the flow of `group` until it rests; whether it does in time.
fn settle(graph: &Bipolar, group: &[Node], values: &mut [f64], steps: usize) -> bool {
    let speeds = |values: &[f64]| -> Vec<f64> {
        let now = |n: Node| values.get(n as usize).copied().unwrap_or(0.0);
        group.iter().map(|&n| target(graph, n, values) - now(n)).collect()
    };
    let start = |values: &[f64]| -> Vec<f64> { group.iter().filter_map(|&n| values.get(n as usize).copied()).collect() };
    for _ in 0..steps.min(MOST_WORK / (4 * group.len().max(1))) {
        let from = start(values);
        let moved = |values: &mut [f64], by: &[f64], time: f64| {
            for ((&node, from), speed) in group.iter().zip(&from).zip(by) {
                put(values, node, from + time * speed);
            }
        };
        let first = speeds(values);
        if first.iter().all(|speed| speed.abs() <= TOLERANCE) {
            return true;
        }
        moved(values, &first, STEP / 2.0);
        let second = speeds(values);
        moved(values, &second, STEP / 2.0);
        let third = speeds(values);
        moved(values, &third, STEP);
        let fourth = speeds(values);
        let all = first.iter().zip(&second).zip(third.iter().zip(&fourth));
        let mean: Vec<f64> = all.map(|((a, b), (c, d))| (a + 2.0 * b + 2.0 * c + d) / 6.0).collect();
        moved(values, &mean, STEP);
    }
    false
}
