//! A directed graph as two arrays (compressed rows): small, and quick to walk.

/// A directed graph on the nodes `0..n`. Edges of a node keep the order they were given in.
#[derive(Debug, Clone, Default)]
pub struct Digraph {
    starts: Vec<u32>,
    targets: Vec<u32>,
}

impl Digraph {
    /// The graph on `0..nodes` with these edges; an edge beyond `nodes` is left out. Linear. The edges are asked for once, from within
    /// (`for_each`): for nested iterators that is several times quicker than asking for one after another.
    pub fn new(nodes: usize, edges: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut list: Vec<(u32, u32)> = Vec::new();
        edges.filter(|(from, to)| (*from as usize) < nodes && (*to as usize) < nodes).for_each(|edge| list.push(edge));
        let mut starts = vec![0u32; nodes + 1];
        for (from, _) in &list {
            if let Some(count) = starts.get_mut(*from as usize + 1) {
                *count += 1;
            }
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        let mut next = starts.clone();
        let mut targets = vec![0u32; list.len()];
        for (from, to) in list {
            if let Some(slot) = next.get_mut(from as usize) {
                if let Some(target) = targets.get_mut(*slot as usize) {
                    *target = to;
                }
                *slot += 1;
            }
        }
        Self { starts, targets }
    }

    /// The number of nodes.
    pub fn nodes(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The number of edges.
    pub fn edges(&self) -> usize {
        self.targets.len()
    }

    /// The nodes that `node` points to.
    pub fn next(&self, node: u32) -> &[u32] {
        match (self.starts.get(node as usize), self.starts.get(node as usize + 1)) {
            (Some(&from), Some(&to)) => self.targets.get(from as usize..to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// The same graph with every edge turned round. Linear.
    pub fn reversed(&self) -> Self {
        let nodes = self.nodes() as u32;
        Self::new(nodes as usize, (0..nodes).flat_map(|from| self.next(from).iter().map(move |&to| (to, from))))
    }
}
