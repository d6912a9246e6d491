//! How high in its column each entry lies, for each key by itself: near its neighbours, and as far from the entries above and below as
//! it must be.
//!
//! Column after column is set where its neighbours want it: the order is given, so the best heights of a column are a regression that
//! keeps an order, solved exactly by pooling adjacent violators (Ayer et al. 1955). Points pull each other most, so long links are straight.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::net::Net;

/// Between boxes in one column.
pub const BOX_GAP: f64 = 16.0;
/// Between a box and a line that passes it.
const LINE_GAP: f64 = 10.0;
/// Between lines that pass a column side by side.
const POINT_GAP: f64 = 8.0;
/// The most sweeps, and how many entries they may look at.
const SWEEPS: usize = 48;
const WORK: usize = 4_000_000;

/// The middle of each entry of `net`, whose columns are ordered as `columns`. Heights of different keys have nothing to do with each other.
pub fn settle(net: &Net, columns: &[Vec<u32>]) -> Vec<f64> {
    let runs = runs(net, columns);
    let mut y = vec![0.0; net.rank.len()];
    for run in &runs {
        let total = offsets(net, run, &mut Vec::new());
        let mut at = -total / 2.0;
        for (index, node) in run.iter().enumerate() {
            at += if index == 0 { 0.0 } else { distance(net, run[index - 1], *node) };
            y[*node as usize] = at;
        }
    }
    let sweeps = (WORK / (net.rank.len() + net.right.edges() + 1)).clamp(4, SWEEPS);
    let mut pool = Pool::default();
    for sweep in 0..sweeps {
        let to_right = sweep % 2 == 0;
        // At last both sides count alike.
        let other = if sweep + 8 < sweeps { 0.15 } else { 1.0 };
        let pull = if to_right { [1.0, other] } else { [other, 1.0] };
        if to_right {
            runs.iter().for_each(|run| pool.set(net, run, pull, &mut y));
        } else {
            runs.iter().rev().for_each(|run| pool.set(net, run, pull, &mut y));
        }
    }
    y
}

/// The entries of one column and key, column after column.
fn runs<'c>(net: &Net, columns: &'c [Vec<u32>]) -> Vec<&'c [u32]> {
    columns.iter().flat_map(|column| column.chunk_by(|a, b| net.key[*a as usize] == net.key[*b as usize])).collect()
}

/// The least distance between the middles of two entries, the first above the second.
fn distance(net: &Net, above: u32, below: u32) -> f64 {
    let gap = match (net.is_point(above), net.is_point(below)) {
        (true, true) => POINT_GAP,
        (false, false) => BOX_GAP,
        _ => LINE_GAP,
    };
    (net.height[above as usize] + net.height[below as usize]) / 2.0 + gap
}

/// How far each entry of `run` lies beneath the first when all are as close as can be; the last of these.
fn offsets(net: &Net, run: &[u32], offsets: &mut Vec<f64>) -> f64 {
    offsets.clear();
    let mut at = 0.0;
    for (index, node) in run.iter().enumerate() {
        at += if index == 0 { 0.0 } else { distance(net, run[index - 1], *node) };
        offsets.push(at);
    }
    at
}

/// Room that is used for one run after another.
#[derive(Default)]
struct Pool {
    offsets: Vec<f64>,
    /// Blocks that move as one: where they want to be, how much, and how many entries they hold.
    blocks: Vec<(f64, f64, usize)>,
}

impl Pool {
    /// Puts the entries of `run` where their neighbours to the left and right pull them.
    fn set(&mut self, net: &Net, run: &[u32], pull: [f64; 2], y: &mut [f64]) {
        offsets(net, run, &mut self.offsets);
        self.blocks.clear();
        for (node, offset) in run.iter().zip(&self.offsets) {
            let (mut sum, mut weight) = (0.0, 0.0);
            for (graph, pull) in [&net.left, &net.right].into_iter().zip(pull) {
                for other in graph.next(*node).iter().filter(|n| net.key[**n as usize] == net.key[*node as usize]) {
                    let each = pull
                        * match (net.is_point(*node), net.is_point(*other)) {
                            (true, true) => 8.0,
                            (false, false) => 1.0,
                            _ => 2.0,
                        };
                    sum += each * y[*other as usize];
                    weight += each;
                }
            }
            let (wanted, weight) = if weight > 0.0 { (sum / weight, weight) } else { (y[*node as usize], 0.01) };
            let mut block = (wanted - offset, weight, 1);
            while let Some(above) = self.blocks.pop_if(|above| above.0 > block.0) {
                let weight = above.1 + block.1;
                block = ((above.0 * above.1 + block.0 * block.1) / weight, weight, above.2 + block.2);
            }
            self.blocks.push(block);
        }
        let mut entries = run.iter().zip(&self.offsets);
        for (at, _, count) in &self.blocks {
            for (node, offset) in entries.by_ref().take(*count) {
                y[*node as usize] = at + offset;
            }
        }
    }
}
