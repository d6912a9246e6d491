//! The order of the groups that lie in the same group: as they were written, but that a group moves where this saves many crossings.
//!
//! One group after another is sifted (Rudell 1993): tried at every place among its neighbours with the columns swept anew, and left at
//! the best. A move must save a tenth of all crossings, and one for each group that it passes, since who reads the debate looks for its
//! sections where they were written.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::{graph::Graph, lanes::Lanes, net::Net, sweeps::Columns};

/// Entries and hops that may be looked at, over all sweeps.
const WORK: usize = 700_000;
/// The sweeps after which a place is judged.
const SWEEPS: usize = 3;
/// How often all groups are sifted.
const ROUNDS: usize = 3;
/// The part of all crossings that a move must save.
const SAVED: usize = 10;

/// Renumbers `lanes`, and with them the keys of `net`, to the order of groups that was found, if it is not that of `columns`, in which
/// `least` hops cross; the columns in that order. Bounded rounds of O(n log n).
pub fn sift(graph: &Graph, lanes: &mut Lanes, net: &mut Net, least: usize, columns: &[Vec<u32>]) -> Option<Vec<Vec<u32>>> {
    let mut left = WORK / net.size();
    let (mut least, mut columns) = (least, columns.to_vec());
    let written = lanes.siblings(graph);
    let mut siblings = written.clone();
    for _ in 0..ROUNDS {
        let before = least;
        for parent in 0..siblings.len() {
            for group in siblings[parent].clone() {
                let here = siblings[parent].iter().position(|g| *g == group).unwrap_or(0);
                let mut best = None;
                let mut price = least - least.div_ceil(SAVED);
                for there in (0..siblings[parent].len()).filter(|there| *there != here) {
                    if least == 0 || left < SWEEPS {
                        break;
                    }
                    let mut tried = siblings.clone();
                    tried[parent].remove(here);
                    tried[parent].insert(there, group);
                    let key = net.keys(&lanes.renumbered(&tried)).0;
                    let (crossings, found) = Columns::from(net, &key, columns.clone()).improve(SWEEPS, &mut left);
                    let paid = crossings + here.abs_diff(there);
                    if paid < price || (best.is_none() && paid == price) {
                        price = paid;
                        best = Some((crossings, found, tried));
                    }
                }
                if let Some((crossings, found, tried)) = best {
                    (least, columns, siblings) = (crossings, found, tried);
                }
            }
        }
        if least == before {
            break;
        }
    }
    if siblings == written {
        return None;
    }
    let to = lanes.renumbered(&siblings);
    (net.key, net.lane_of_key) = net.keys(&to);
    lanes.renumber(&to);
    Some(columns)
}
