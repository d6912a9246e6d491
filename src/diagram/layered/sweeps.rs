//! The columns of a net while their order is sought: swept to the right and to the left until no fewer hops cross.
//!
//! A sweep puts each entry at the mean or the median of its neighbours (Sugiyama et al. 1981; Eades and Wormald 1994), then neighbours
//! in a column change places where that saves crossings (Gansner et al. 1993). Keys ascend in every column throughout.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::net::Net;

/// After how many sweeps without gain no more are made.
const PATIENCE: usize = 6;
/// The most rounds of changing places in one sweep.
const ROUNDS: usize = 8;

/// Columns in some order.
pub struct Columns<'n> {
    net: &'n Net,
    key: &'n [u32],
    columns: Vec<Vec<u32>>,
    place: Vec<u32>,
}

impl<'n> Columns<'n> {
    /// The order in which a depth-first search meets the entries; every start but the first shuffles what it meets.
    pub fn new(net: &'n Net, key: &'n [u32], start: u64) -> Self {
        let mut dice = start.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut shuffle = |list: &mut [u32]| {
            for at in (1..list.len()).rev().filter(|_| start > 0) {
                list.swap(at, (roll(&mut dice) % (at as u64 + 1)) as usize);
            }
        };
        let count = net.rank.len();
        let mut columns: Vec<Vec<u32>> = vec![Vec::new(); net.ranks];
        let mut seen = vec![false; count];
        let mut roots: Vec<u32> = (0..count as u32).filter(|n| net.left.next(*n).is_empty()).collect();
        shuffle(&mut roots);
        let (mut stack, mut met): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
        for root in roots {
            stack.push(root);
            while let Some(node) = stack.pop() {
                if std::mem::replace(&mut seen[node as usize], true) {
                    continue;
                }
                columns[net.rank[node as usize] as usize].push(node);
                met.clear();
                met.extend(net.right.next(node).iter().rev());
                shuffle(&mut met);
                stack.extend(met.iter().filter(|n| !seen[**n as usize]));
            }
        }
        Self::from(net, key, columns)
    }

    /// The order of `columns`, but that keys ascend.
    pub fn from(net: &'n Net, key: &'n [u32], mut columns: Vec<Vec<u32>>) -> Self {
        let mut place = vec![0; net.rank.len()];
        for column in &mut columns {
            column.sort_by_key(|n| key[*n as usize]);
            note(column, &mut place);
        }
        Self { net, key, columns, place }
    }

    /// Sweeps until nothing is gained, but `most` times at most, each of which is taken from `left`; the fewest crossings and their columns.
    pub fn improve(mut self, most: usize, left: &mut usize) -> (usize, Vec<Vec<u32>>) {
        let mut least = count(self.net, &self.columns, &self.place);
        let mut best = self.columns.clone();
        let mut idle = 0;
        for sweep in 0..most {
            if least == 0 || idle > PATIENCE || *left == 0 {
                break;
            }
            *left -= 1;
            let (to_right, by_mean) = (sweep % 2 == 0, sweep % 4 < 2);
            let ranks = self.columns.len();
            for at in 1..ranks {
                self.sort(if to_right { at } else { ranks - 1 - at }, to_right, by_mean);
            }
            for _ in 0..ROUNDS {
                if !self.exchange() {
                    break;
                }
            }
            let now = count(self.net, &self.columns, &self.place);
            idle += 1;
            if now < least {
                (least, idle) = (now, 0);
                best.clone_from(&self.columns);
            }
        }
        (least, best)
    }

    /// Sorts a column by the places of its neighbours in the one before it, as the sweep goes; what has none there stays about where it is.
    fn sort(&mut self, rank: usize, to_right: bool, by_mean: bool) {
        let before = &self.columns[if to_right { rank - 1 } else { rank + 1 }];
        let scale = before.len() as f64 / self.columns[rank].len().max(1) as f64;
        let mut places: Vec<u32> = Vec::new();
        let mut keyed: Vec<(u32, f64, u32)> = Vec::with_capacity(self.columns[rank].len());
        for (at, &node) in self.columns[rank].iter().enumerate() {
            let neighbours = if to_right { self.net.left.next(node) } else { self.net.right.next(node) };
            places.clear();
            places.extend(neighbours.iter().map(|n| self.place[*n as usize]));
            let wanted = match places.len() {
                0 => at as f64 * scale,
                count if by_mean => places.iter().map(|p| f64::from(*p)).sum::<f64>() / count as f64,
                count => {
                    places.sort_unstable();
                    f64::from(places[(count - 1) / 2]).midpoint(f64::from(places[count / 2]))
                }
            };
            keyed.push((self.key[node as usize], wanted, node));
        }
        keyed.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let column = &mut self.columns[rank];
        column.clear();
        column.extend(keyed.iter().map(|k| k.2));
        note(column, &mut self.place);
    }

    /// Lets neighbours in a column change places where that saves crossings; whether any did.
    fn exchange(&mut self) -> bool {
        let mut any = false;
        let (mut above, mut below) = (Vec::new(), Vec::new());
        for rank in 0..self.columns.len() {
            for at in 1..self.columns[rank].len() {
                let (upper, lower) = (self.columns[rank][at - 1], self.columns[rank][at]);
                if self.key[upper as usize] != self.key[lower as usize] {
                    continue;
                }
                let mut gain = 0;
                for graph in [&self.net.left, &self.net.right] {
                    let (a, b) = (graph.next(upper), graph.next(lower));
                    if let ([a], [b]) = (a, b) {
                        let (a, b) = (self.place[*a as usize], self.place[*b as usize]);
                        gain += i64::from(a > b) - i64::from(a < b);
                    } else if !a.is_empty() && !b.is_empty() {
                        self.places(a, &mut above);
                        self.places(b, &mut below);
                        gain += pairs_above(&below, &above) - pairs_above(&above, &below);
                    }
                }
                if gain > 0 {
                    self.columns[rank].swap(at - 1, at);
                    self.place.swap(upper as usize, lower as usize);
                    any = true;
                }
            }
        }
        any
    }

    fn places(&self, nodes: &[u32], places: &mut Vec<u32>) {
        places.clear();
        places.extend(nodes.iter().map(|n| self.place[*n as usize]));
        places.sort_unstable();
    }
}

fn note(column: &[u32], place: &mut [u32]) {
    for (at, node) in column.iter().enumerate() {
        place[*node as usize] = at as u32;
    }
}

/// Pairs of hops that cross, by a tree of sums over the places of the next column (Barth, Jünger and Mutzel 2004).
fn count(net: &Net, columns: &[Vec<u32>], place: &[u32]) -> usize {
    let mut crossings = 0;
    let (mut sums, mut ends): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for (column, next) in columns.iter().zip(columns.iter().skip(1)) {
        sums.clear();
        sums.resize(next.len() + 1, 0);
        let mut total = 0;
        for node in column {
            ends.clear();
            ends.extend(net.right.next(*node).iter().map(|to| place[*to as usize] as usize + 1));
            for &end in &ends {
                let (mut at, mut not_below) = (end, 0);
                while at > 0 {
                    not_below += sums[at];
                    at &= at - 1;
                }
                crossings += total - not_below;
            }
            for &end in &ends {
                let mut at = end;
                while at < sums.len() {
                    sums[at] += 1;
                    at += at & at.wrapping_neg();
                }
            }
            total += ends.len();
        }
    }
    crossings
}

/// How many pairs there are of one of `first` that is less than one of `second`; both ascend.
fn pairs_above(first: &[u32], second: &[u32]) -> i64 {
    let (mut at, mut pairs) = (0, 0);
    for place in second {
        while first.get(at).is_some_and(|f| f < place) {
            at += 1;
        }
        pairs += at as i64;
    }
    pairs
}

/// SplitMix64 (Steele, Lea and Flood 2014).
fn roll(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
