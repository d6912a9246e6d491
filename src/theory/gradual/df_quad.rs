//! DF-QuAD (Rago, Toni, Aurisicchio and Baroni 2016): supporters and attackers are each joined as if they were independent chances, and
//! the stronger side moves the base by the difference. Defined without circles only.

use crate::theory::gradual::definition::{Bipolar, Node};

/// The strengths of all nodes, or nothing when some depend on themselves. Linear.
///
/// ```
/// use agon::theory::gradual::{definition::Draft, df_quad::df_quad};
/// let mut draft = Draft::default();
/// let (claim, objection) = (draft.add(0.5), draft.add(0.5));
/// draft.attack(objection, claim);
/// assert_eq!(df_quad(&draft.finish()), Some(vec![0.25, 0.5]));
/// ```
pub fn df_quad(graph: &Bipolar) -> Option<Vec<f64>> {
    let mut values = graph.bases().to_vec();
    for (group, circular) in graph.groups() {
        let [node] = *group else { return None };
        if circular {
            return None;
        }
        let joined = |nodes: &[Node]| 1.0 - nodes.iter().filter_map(|n| values.get(*n as usize)).map(|s| 1.0 - s).product::<f64>();
        let (support, attack) = (joined(graph.supporters(node)), joined(graph.attackers(node)));
        let base = graph.base(node);
        let moved = if attack >= support { base - base * (attack - support) } else { base + (1.0 - base) * (support - attack) };
        let value = moved * graph.least_needed(node, &values);
        if let Some(slot) = values.get_mut(node as usize) {
            *slot = value;
        }
    }
    Some(values)
}
