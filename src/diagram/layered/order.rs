//! The order in each column, so that few hops cross: the best of several starts.
//!
//! Starts and sweeps are counted against the size of the net, never against a clock, so the same graph gives the same drawing everywhere.

use crate::diagram::layered::{net::Net, sweeps::Columns};

/// Entries and hops that may be looked at, over all sweeps of all starts.
const WORK: usize = 1_500_000;
/// The most starts, and the most sweeps of each.
const STARTS: u64 = 24;
const SWEEPS: usize = 24;
/// After how many starts without gain no more are made.
const PATIENCE: usize = 8;

/// How many hops cross, and the columns of `net` from left to right, each from top to bottom; no worse than `known`, if that is given.
/// Bounded rounds of O(n log n).
pub fn order(net: &Net, known: Option<Vec<Vec<u32>>>) -> (usize, Vec<Vec<u32>>) {
    let mut left = WORK / net.size();
    let first = known.map_or_else(|| Columns::new(net, &net.key, 0), |known| Columns::from(net, &net.key, known));
    let (mut least, mut best) = first.improve(SWEEPS, &mut left);
    let mut idle = 0;
    for start in 1..STARTS {
        if least == 0 || left == 0 || idle == PATIENCE {
            break;
        }
        let (crossings, found) = Columns::new(net, &net.key, start).improve(SWEEPS, &mut left);
        idle += 1;
        if crossings < least {
            (least, best, idle) = (crossings, found, 0);
        }
    }
    (least, best)
}
