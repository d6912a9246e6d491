//! Circles of support: rules that need each other's conclusions. They create no argument; whoever evaluates should report them.

use crate::{
    graph::{components::components, digraph::Digraph},
    theory::system::{definition::System, rules::RuleId},
};

/// The circles of support, each as its rules ascending, ordered by their first rules. Linear.
pub fn circles(system: &System) -> Vec<Vec<RuleId>> {
    let rules = system.rules();
    let sentences = system.sentences() as u32;
    let into = rules.ids().flat_map(|id| rules.get(id).body.iter().map(move |&s| (s, sentences + id)));
    let out = rules.ids().map(|id| (sentences + id, rules.get(id).head));
    let graph = Digraph::new(system.sentences() + rules.count(), into.chain(out));
    let components = components(&graph);
    let circular = (0..components.count()).filter(|&c| components.is_circular(c, &graph));
    let mut circles: Vec<Vec<RuleId>> =
        circular.map(|c| components.members(c).iter().filter_map(|&n| n.checked_sub(sentences)).collect()).collect();
    circles.sort_unstable();
    circles
}
