//! The ways of the links: level through columns, bent in the gaps between them; high ones go straight up or down there, clear of the sides
//! of frames.
//!
//! Links meet a box at ports along its side, in the order of where they come from and as near to that as the box reaches, so few bend
//! without need. At a joint all meet in one point, but for those that end on what it joins.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::{
    columns::{Column, GAP, STEEP},
    graph::{Graph, Link, Piece, Point, Rect, Route},
    net::{Net, Way},
};
use std::ops::Range;

/// Between ports, where there is room.
const PORT_GAP: f64 = 13.0;
/// Between a port and the corner of its box.
pub const CORNER: f64 = 9.0;
/// Between the drawing and what goes round it, and how far from its box such a link turns.
const DETOUR: f64 = 14.0;
const TURN: f64 = 11.0;
/// How steep a line passes between joints at most, so that neighbours keep their order, and over which lengths slopes are taken.
const TILT: f64 = 0.6;
const TILT_SPAN: f64 = 80.0;
const NEAR: f64 = 24.0;
/// How far a line runs level before it meets a box, so that its head lies on it, and the most of a gap that this may take.
const HEAD: f64 = 9.0;
const HEAD_PART: f64 = 0.45;
/// Where in its gap a steep curve may have its steepest part, from one end of the gap to the other.
const SPREAD: (f64, f64) = (0.15, 0.85);
/// From which height on a hop goes straight up or down between its bends, how high these are, and how clear of the sides of frames it
/// then stays.
const LONG: f64 = 90.0;
const BEND: f64 = 30.0;
const CLEAR: f64 = 3.0;
/// How far the controls of a turn lie out; the curve reaches three quarters of it and stays within the least gap.
const BULGE: f64 = (GAP - 1.0) * 4.0 / 3.0;

/// How far from the middle of a joint a link ends that does not end in it.
pub const BESIDE: f64 = 8.0;

/// The sides of a node at which a link ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

/// A link at one of its ends.
struct Port {
    node: u32,
    side: Side,
    /// The entry next to it on its way; for a way round the drawing there is none.
    next: Option<u32>,
    link: usize,
    is_start: bool,
    /// Where the link passes on its own side of the node: beneath it (1), above it (-1), or not at all.
    passes: i8,
    y: f64,
}

/// The ways of all links among the `nodes` and `frames`. `bottom` is the lower side of the drawing so far.
pub fn routes(graph: &Graph, net: &Net, columns: &[Column], [nodes, frames]: [&[Rect]; 2], y: &[f64], bottom: f64) -> Vec<Route> {
    let mut ports = ports(graph, net);
    // Each port of a start or end finds the other here: the start of link n at 2n, its end at 2n + 1.
    let mut heights = vec![0.0; 2 * graph.links.len()];
    for port in &ports {
        heights[2 * port.link + usize::from(!port.is_start)] = y[port.node as usize];
    }
    ports.sort_by_key(|p| (p.side == Side::Left, p.node));
    for ports in ports.chunk_by_mut(|a, b| a.side == b.side && a.node == b.node) {
        for port in ports.iter_mut() {
            let other = heights[2 * port.link + usize::from(port.is_start)];
            port.y = port.next.map_or(bottom, |next| if net.is_point(next) { y[next as usize] } else { other });
            port.passes = match net.ways[port.link] {
                Way::Left | Way::Right => 0,
                Way::Turn if port.y < y[port.node as usize] => -1,
                Way::Turn | Way::Around => 1,
            };
        }
        spread(graph, nodes, ports);
        for port in ports.iter() {
            heights[2 * port.link + usize::from(!port.is_start)] = port.y;
        }
    }
    let mut sides: Vec<f64> = frames.iter().flat_map(|f| [f.x, f.right()]).collect();
    sides.sort_by(f64::total_cmp);
    sides.dedup();
    let pen = Pen { graph, net, columns, nodes, y, bottom, bends: bends(graph, net, y, &heights), sides };
    (0..graph.links.len()).map(|link| pen.route(link, heights[2 * link], heights[2 * link + 1])).collect()
}

/// A steep hop: the gap after its left rank, its heights on the right and on the left, its link and its number on the way of that.
struct Steep {
    gap: u32,
    right: f64,
    left: f64,
    link: usize,
    hop: usize,
}

/// Where in their gaps the steep hops of each link bend, from 0 on the left to 1 on the right, by the number of the hop. Of those that pass
/// each other, the one that turns first lies nearest to where it turns, so that no two cross that need not.
fn bends(graph: &Graph, net: &Net, y: &[f64], heights: &[f64]) -> Vec<Vec<(usize, f64)>> {
    let mut steep: Vec<Steep> = Vec::new();
    for (link, points) in net.points.iter().enumerate().filter(|(link, _)| matches!(net.ways[*link], Way::Left | Way::Right)) {
        let ends = (graph.links[link].from, graph.links[link].to);
        let stops = [(ends.0, heights[2 * link])]
            .into_iter()
            .chain(points.clone().map(|p| (p, y[p as usize])))
            .chain([(ends.1, heights[2 * link + 1])]);
        let stops: Vec<(u32, f64)> = stops.collect();
        for (hop, pair) in stops.windows(2).enumerate() {
            let ((a, a_y), (b, b_y)) = (pair[0], pair[1]);
            let (a_rank, b_rank) = (net.rank[a as usize], net.rank[b as usize]);
            if (a_y - b_y).abs() > STEEP {
                let (right, left) = if a_rank > b_rank { (a_y, b_y) } else { (b_y, a_y) };
                steep.push(Steep { gap: a_rank.min(b_rank), right, left, link, hop });
            }
        }
    }
    // Downwards from the right, what lies higher bends further left; upwards, what lies lower.
    let turned = |s: &Steep| if s.left > s.right { s.right } else { -s.right };
    let far = |s: &Steep| if s.left > s.right { s.left } else { -s.left };
    steep.sort_by(|a, b| {
        let key = |s: &Steep| (s.gap, s.left > s.right);
        key(a).cmp(&key(b)).then(turned(a).total_cmp(&turned(b))).then(far(a).total_cmp(&far(b))).then(a.link.cmp(&b.link))
    });
    let mut bends = vec![Vec::new(); graph.links.len()];
    let mut rest = steep.as_slice();
    while let [first, ..] = rest {
        let (mut end, mut reach) = (1, far(first));
        while let Some(next) =
            rest.get(end).filter(|n| n.gap == first.gap && (n.left > n.right) == (first.left > first.right) && turned(n) < reach)
        {
            reach = reach.max(far(next));
            end += 1;
        }
        let (together, after) = rest.split_at(end);
        for (at, hop) in together.iter().enumerate() {
            let part = (at as f64 + 0.5) / together.len() as f64;
            bends[hop.link].push((hop.hop, SPREAD.0 + (SPREAD.1 - SPREAD.0) * part));
        }
        rest = after;
    }
    bends
}

fn ports(graph: &Graph, net: &Net) -> Vec<Port> {
    let mut ports = Vec::with_capacity(2 * graph.links.len());
    for (index, (link, points)) in graph.links.iter().zip(&net.points).enumerate() {
        let way = net.ways[index];
        let (start, end) = match way {
            Way::Left => (Side::Left, Side::Right),
            Way::Right => (Side::Right, Side::Left),
            Way::Turn | Way::Around => (Side::Right, Side::Right),
        };
        let passed = (way != Way::Around).then_some(points);
        let next = passed.map(|p| if p.is_empty() { link.to } else { p.start });
        let before = passed.map(|p| if p.is_empty() { link.from } else { p.end - 1 });
        ports.push(Port { node: link.from, side: start, next, link: index, is_start: true, passes: 0, y: 0.0 });
        ports.push(Port { node: link.to, side: end, next: before, link: index, is_start: false, passes: 0, y: 0.0 });
    }
    ports
}

/// Puts the ports of one side of a node, which hold where they would like to be, to where they can be.
fn spread(graph: &Graph, nodes: &[Rect], ports: &mut [Port]) {
    let Some(node) = ports.first().map(|p| p.node as usize) else { return };
    let rect = &nodes[node];
    let middle = rect.y + rect.height / 2.0;
    if graph.nodes[node].is_joint {
        for port in ports {
            let beside = if port.y > middle { BESIDE } else { -BESIDE };
            port.y = middle + if graph.links[port.link].is_beside && !port.is_start { beside } else { 0.0 };
        }
        return;
    }
    // What passes the side of the node crosses whatever comes to it there, so its port lies beyond all others, the nearer the sooner it turns.
    let near = |p: &Port| if p.passes == 0 { p.y } else { -p.y };
    ports.sort_by(|a, b| a.passes.cmp(&b.passes).then(near(a).total_cmp(&near(b))).then(a.link.cmp(&b.link)));
    for port in ports.iter_mut().filter(|p| p.passes != 0) {
        port.y = if port.passes > 0 { rect.bottom() } else { rect.y };
    }
    let room = rect.height - 2.0 * CORNER;
    let gap = PORT_GAP.min(room / ports.len() as f64);
    let (first, last) = (rect.y + CORNER, rect.bottom() - CORNER - gap * (ports.len() - 1) as f64);
    // Each wants a place for the first that suits it; these are pooled as in `settle`.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (index, port) in ports.iter().enumerate() {
        let mut block = (port.y - gap * index as f64, 1);
        while let Some(above) = blocks.pop_if(|above| above.0 > block.0) {
            let count = above.1 + block.1;
            block = ((above.0 * above.1 as f64 + block.0 * block.1 as f64) / count as f64, count);
        }
        blocks.push(block);
    }
    let places = blocks.iter().flat_map(|(at, count)| std::iter::repeat_n(*at, *count));
    for (index, (port, at)) in ports.iter_mut().zip(places).enumerate() {
        port.y = at.clamp(first, last.max(first)) + gap * index as f64;
    }
}

struct Pen<'d> {
    graph: &'d Graph,
    net: &'d Net,
    columns: &'d [Column],
    nodes: &'d [Rect],
    y: &'d [f64],
    bottom: f64,
    bends: Vec<Vec<(usize, f64)>>,
    /// Where the sides of frames lie, from left to right.
    sides: Vec<f64>,
}

impl Pen<'_> {
    fn column(&self, entry: u32) -> &Column {
        &self.columns[self.net.rank[entry as usize] as usize]
    }

    fn route(&self, index: usize, start: f64, end: f64) -> Route {
        let link = &self.graph.links[index];
        let (from, to) = (&self.nodes[link.from as usize], &self.nodes[link.to as usize]);
        let points = self.net.points[index].clone();
        match self.net.ways[index] {
            Way::Turn => {
                let (start, end) = (Point { x: from.right(), y: start }, Point { x: to.right(), y: end });
                let edge = self.column(link.from).right;
                let (mut route, mut at) = (Route { start, pieces: Vec::new() }, start);
                line(&mut route, &mut at, Point { x: edge, y: start.y });
                let (out, back) = (Point { x: edge + BULGE, y: start.y }, Point { x: edge + BULGE, y: end.y });
                at = Point { x: edge, y: end.y };
                route.pieces.push(Piece::Curve(out, back, at));
                line(&mut route, &mut at, end);
                route
            }
            Way::Around => {
                let (start, end) = (Point { x: from.right(), y: start }, Point { x: to.right(), y: end });
                let y = self.bottom + DETOUR;
                let (out, back) = (self.column(link.from).right + TURN, self.column(link.to).right + TURN);
                let corners = [Point { x: out, y: start.y }, Point { x: out, y }, Point { x: back, y }, Point { x: back, y: end.y }, end];
                Route { start, pieces: corners.map(Piece::Line).to_vec() }
            }
            way => {
                let to_left = way == Way::Left;
                let (start, end) = if to_left {
                    (Point { x: from.x, y: start }, Point { x: to.right(), y: end })
                } else {
                    (Point { x: from.right(), y: start }, Point { x: to.x, y: end })
                };
                self.hops(index, points, (start, end), to_left)
            }
        }
    }

    /// The way through the columns of `points`, from one end to the other.
    fn hops(&self, index: usize, points: Range<u32>, (start, end): (Point, Point), to_left: bool) -> Route {
        let Link { from, to, is_ranked, .. } = self.graph.links[index];
        let has_head = |node: u32| !self.graph.nodes[node as usize].is_joint;
        let sign = if to_left { -1.0 } else { 1.0 };
        let near = |column: &Column| if to_left { column.right } else { column.left };
        let far = |column: &Column| if to_left { column.left } else { column.right };
        let (mut route, mut at, mut slope) = (Route { start, pieces: Vec::new() }, start, 0.0);
        line(&mut route, &mut at, Point { x: far(self.column(from)), y: start.y });
        let mut entries = points.map(|p| (p, self.y[p as usize])).chain([(to, end.y)]).enumerate().peekable();
        while let Some((hop, (entry, y))) = entries.next() {
            let column = self.column(entry);
            let next = entries.peek().map_or(y, |(_, (_, y))| *y);
            let (enter, leave) = (near(column), if entry == to { end.x } else { far(column) });
            let tilt = self.tilt(entry, at.y, y, next) * sign;
            let reach = (leave - enter) / 2.0;
            let after = Point { x: enter, y: y - tilt * reach };
            if (at.y - after.y).abs() < 0.05 && slope == 0.0 && tilt == 0.0 {
                line(&mut route, &mut at, after);
            } else {
                let head = HEAD.min(HEAD_PART * (after.x - at.x).abs()) * sign;
                if hop == 0 && !is_ranked && has_head(from) {
                    let after_head = Point { x: at.x + head, y: at.y };
                    line(&mut route, &mut at, after_head);
                }
                let met = if entry == to && has_head(to) { Point { x: after.x - head, y: after.y } } else { after };
                let bend = self.bends[index].iter().find(|(at, _)| *at == hop).map_or(0.5, |(_, bend)| *bend);
                if (at.y - met.y).abs() > LONG {
                    let x = self.clear(at.x.min(met.x), at.x.max(met.x), bend);
                    let down = BEND.copysign(met.y - at.y);
                    let first = Point { x, y: at.y + down };
                    let last = Point { x, y: met.y - down };
                    let out = Point { x: at.x.midpoint(x), y: at.y + slope * (x - at.x) / 2.0 };
                    let back = Point { x: met.x.midpoint(x), y: met.y - tilt * (met.x - x) / 2.0 };
                    route.pieces.push(Piece::Curve(out, Point { x, y: at.y + down / 2.0 }, first));
                    route.pieces.push(Piece::Line(last));
                    route.pieces.push(Piece::Curve(Point { x, y: met.y - down / 2.0 }, back, met));
                } else {
                    let x = at.x.min(met.x) + bend * (met.x - at.x).abs();
                    let out = Point { x, y: at.y + slope * (x - at.x) };
                    let back = Point { x, y: met.y - tilt * (met.x - x) };
                    route.pieces.push(Piece::Curve(out, back, met));
                }
                at = met;
                line(&mut route, &mut at, after);
            }
            line(&mut route, &mut at, Point { x: leave, y: after.y + tilt * 2.0 * reach });
            slope = tilt;
        }
        route
    }

    /// What lies at `part` of the way from `left` to `right`, if what is near the sides of frames is left out.
    fn clear(&self, left: f64, right: f64, part: f64) -> f64 {
        let mut free = Vec::new();
        let mut at = left;
        let first = self.sides.partition_point(|side| *side < left - CLEAR);
        for side in self.sides.iter().skip(first).take_while(|side| **side < right + CLEAR) {
            if side - CLEAR > at {
                free.push((at, side - CLEAR));
            }
            at = at.max(side + CLEAR);
        }
        if right > at {
            free.push((at, right));
        }
        let mut rest = part * free.iter().map(|(from, to)| to - from).sum::<f64>();
        for (from, to) in free {
            if rest <= to - from {
                return from + rest;
            }
            rest -= to - from;
        }
        left + part * (right - left)
    }

    /// How steep a line passes a point among joints, on its way from one height to the next. Boxes are passed level.
    fn tilt(&self, entry: u32, before: f64, here: f64, after: f64) -> f64 {
        let is_on_the_way = (before < here) == (here < after);
        if !self.net.is_point(entry) || self.net.rank[entry as usize].is_multiple_of(2) || !is_on_the_way {
            return 0.0;
        }
        // No steeper than lets the curves on both sides go one way only.
        let most = (before - here).abs().min((here - after).abs()) / NEAR;
        ((after - before) / TILT_SPAN).clamp(-TILT.min(most), TILT.min(most))
    }
}

/// A straight line, joined with the one before it where both are level.
fn line(route: &mut Route, at: &mut Point, to: Point) {
    if *at == to {
        return;
    }
    if let Some(Piece::Line(end)) = route.pieces.last_mut()
        && at.y == to.y
        && end.y == to.y
    {
        *end = to;
    } else {
        route.pieces.push(Piece::Line(to));
    }
    *at = to;
}
