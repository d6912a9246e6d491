//! A high drawing made lower: reasons that nothing bears on, of which many lie in one column, are dealt out to the columns to its right in
//! turn, so the line of one passes between two others. No column is added, so nothing gets wider.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::{
    columns::columns,
    graph::Graph,
    lanes::Lanes,
    net::{Net, net},
    ordered::Ordered,
    sweeps::Columns,
};

/// How high a drawing may be for its width, as an upright sheet of paper is.
const HIGH: f64 = 1.4;
/// The most entries and hops: larger drawings are left as they are, since such maps are shown in parts.
const MOST: usize = 1_000;
/// Into how many columns reasons are dealt at most.
const TURNS: usize = 3;
/// How many times as many crossings a lower drawing may have: one without any has none.
const CROSSED: usize = 2;
/// How much lower moving the reasons of a lane must make the drawing, and again for each crossing that it adds.
const SAVED: f64 = 40.0;

/// `ordered`, or where that comes out high, what is lower. Linear in it for each node of a net that is small.
pub fn lower(graph: &Graph, lanes: &Lanes, ordered: Ordered) -> Ordered {
    if ordered.net.size() > MOST {
        return ordered;
    }
    let first = ordered.clone().stack(graph, lanes);
    let width = columns(graph, &first.net, &first.y).last().map_or(0.0, |c| c.right);
    if first.shelves.height <= HIGH * width {
        return ordered;
    }
    let most = CROSSED * ordered.crossings;
    let (mut best, mut height) = (ordered, first.shelves.height);
    // Where there is most to gain, crossings are spent first.
    let mut held: Vec<(usize, u32)> = (0..=graph.groups.len() as u32).map(|lane| (0, lane)).collect();
    for (leaf, _) in leaves_of(graph, &best.net.rank) {
        held[lanes.lane[leaf as usize] as usize].0 += 1;
    }
    held.sort_by_key(|(leaves, _)| std::cmp::Reverse(*leaves));
    for (_, lane) in held.into_iter().filter(|(leaves, _)| *leaves > 1) {
        if height <= HIGH * width {
            break;
        }
        let given = best.clone();
        for turns in 2..=TURNS {
            let fanned = fan(graph, lanes, lane, turns, &given, most);
            if fanned.net.rank == given.net.rank || fanned.net.rank == best.net.rank {
                break;
            }
            let lower = fanned.clone().stack(graph, lanes).shelves.height;
            let price = SAVED * (1.0 + fanned.crossings as f64 - best.crossings as f64);
            if lower + price < height {
                (best, height) = (fanned, lower);
            }
        }
    }
    best
}

/// Deals the reasons of one lane out to as many columns, with `most` crossings at most.
fn fan(graph: &Graph, lanes: &Lanes, lane: u32, turns: usize, given: &Ordered, most: usize) -> Ordered {
    let mut best = given.clone();
    let last = graph.nodes.iter().zip(&given.net.rank).filter(|(n, _)| !n.is_joint).map(|(_, r)| *r).max().unwrap_or(0);
    let place = place(&given.columns, given.net.rank.len());
    let mut leaves = leaves_of(graph, &given.net.rank);
    leaves.retain(|(leaf, _)| lanes.lane[*leaf as usize] == lane);
    leaves.sort_by_key(|(leaf, _)| (given.net.rank[*leaf as usize], place[*leaf as usize]));
    for column in leaves.chunk_by(|(a, _), (b, _)| given.net.rank[*a as usize] == given.net.rank[*b as usize]) {
        for (turn, (leaf, link)) in (0..turns).cycle().zip(column).filter(|(turn, _)| *turn > 0) {
            let to = given.net.rank[*leaf as usize] + 2 * turn as u32;
            if to <= last {
                let moved = moved(graph, lanes, &best, *leaf, *link, to);
                best = if moved.crossings <= most { moved } else { best };
            }
        }
    }
    best
}

/// The boxes with one link alone, which leads to the left, each with that link.
fn leaves_of(graph: &Graph, rank: &[u32]) -> Vec<(u32, usize)> {
    let mut links = vec![0u32; graph.nodes.len()];
    for link in &graph.links {
        links[link.from as usize] += 1;
        links[link.to as usize] += 1;
    }
    let leads_left = graph.links.iter().enumerate().filter(|(_, l)| l.is_ranked && rank[l.from as usize] > rank[l.to as usize]);
    let is_leaf = |node: u32| links[node as usize] == 1 && !graph.nodes[node as usize].is_joint;
    leads_left.filter(|(_, l)| is_leaf(l.from)).map(|(index, l)| (l.from, index)).collect()
}

/// `given` with `leaf`, from which `link` starts, moved to the rank `to`: its line goes where it lay, and on to the right where it crosses
/// least.
fn moved(graph: &Graph, lanes: &Lanes, given: &Ordered, leaf: u32, link: usize, to: u32) -> Ordered {
    let from = given.net.rank[leaf as usize];
    let mut rank = given.net.rank[..graph.nodes.len()].to_vec();
    rank[leaf as usize] = to;
    let net = net(graph, rank, lanes);
    // The points of the link are counted from its start; those that are new come first.
    let added = to - from;
    let mut renamed: Vec<u32> = (0..given.net.rank.len() as u32).collect();
    for (of, points) in given.net.points.iter().enumerate() {
        let first = net.points[of].start + if of == link { added } else { 0 };
        points.clone().zip(first..).for_each(|(old, new)| renamed[old as usize] = new);
    }
    let mut columns: Vec<Vec<u32>> =
        given.columns.iter().map(|column| column.iter().map(|entry| renamed[*entry as usize]).collect()).collect();
    let point = |rank: u32| net.points[link].start + (to - 1 - rank);
    let here = &mut columns[from as usize];
    here.iter_mut().filter(|entry| **entry == leaf).for_each(|entry| *entry = point(from));
    for rank in from + 1..=to {
        let entry = if rank == to { leaf } else { point(rank) };
        let at = best_place(&net, &columns[rank as usize - 1], &columns[rank as usize], point(rank - 1));
        columns[rank as usize].insert(at, entry);
    }
    let (crossings, columns) = Columns::from(&net, &net.key, columns).improve(0, &mut 0);
    Ordered { net, columns, crossings }
}

/// Where in `column` an entry is put, of which one hop leads to `before` in the column to its left, so that this crosses fewest others; of
/// several such places, the one in the middle.
fn best_place(net: &Net, left: &[u32], column: &[u32], before: u32) -> usize {
    let place = place(std::slice::from_ref(&left.to_vec()), net.rank.len());
    let here = place[before as usize];
    let hops = |entry: u32, is_beyond: fn(&u32, &u32) -> bool| {
        net.left.next(entry).iter().filter(|other| is_beyond(&place[**other as usize], &here)).count()
    };
    let mut crossed: usize = column.iter().map(|entry| hops(*entry, u32::lt)).sum();
    let mut costs = vec![crossed];
    for entry in column {
        crossed += hops(*entry, u32::gt);
        crossed -= hops(*entry, u32::lt);
        costs.push(crossed);
    }
    let least = costs.iter().min().copied().unwrap_or(0);
    let best: Vec<usize> = (0..costs.len()).filter(|at| costs[*at] == least).collect();
    best[best.len() / 2]
}

/// The place of each of `entries` in its column.
fn place(columns: &[Vec<u32>], entries: usize) -> Vec<u32> {
    let mut place = vec![0; entries];
    for (entry, at) in columns.iter().flat_map(|column| column.iter().zip(0..)) {
        place[*entry as usize] = at;
    }
    place
}
