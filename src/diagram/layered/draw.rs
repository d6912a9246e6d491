//! The one door of this module: a graph in, its drawing out.
#![expect(clippy::indexing_slicing, reason = "all arrays have one place per node, rank or link of the graph that they were made for")]

use crate::diagram::layered::{
    balance::balance,
    columns::{Column, columns},
    cycles::reversed,
    fan::lower,
    graph::{Drawing, Graph, Piece, Point, Rect},
    lanes::{Lanes, lanes},
    net::Way,
    ordered::{Ordered, Stack},
    ranks::ranks,
    routes::routes,
    shelves::{Frame, PAD},
};

/// How far frames within frames reach beyond what they hold together.
const REACH: f64 = 14.0;
/// Between frames that stand side by side.
const BETWEEN: f64 = 2.0;
/// What a way round the drawing adds to its height.
const DETOUR: f64 = 28.0;

/// Draws `graph`. Bounded rounds of O(n log n) in nodes and links; the same graph gives the same drawing.
pub fn draw(graph: &Graph) -> Drawing {
    let mut lanes = lanes(graph);
    let rank = ranks(graph, &reversed(graph), &lanes);
    let ordered = Ordered::new(graph, rank, &mut lanes);
    let Stack { net, mut shelves, mut y } = lower(graph, &lanes, ordered).stack(graph, &lanes);
    balance(&mut shelves, &net, &lanes, &mut y);
    let (frames, mut height) = (shelves.frames(), shelves.height);
    let columns = columns(graph, &net, &y);
    let place = |(index, node): (usize, &crate::diagram::layered::graph::Node)| {
        let middle = columns[net.rank[index] as usize].middle();
        Rect { x: middle - node.width / 2.0, y: y[index] - node.height / 2.0, width: node.width, height: node.height }
    };
    let nodes: Vec<Rect> = graph.nodes.iter().enumerate().map(place).collect();
    let titles = frames.iter().map(|f| title(f, &columns)).collect();
    let frames = rects(&frames, &columns, &lanes);
    let routes = routes(graph, &net, &columns, [&nodes, &frames], &y, height);
    if net.ways.contains(&Way::Around) {
        height += DETOUR;
    }
    let width = routes.iter().flat_map(|r| &r.pieces).map(|p| p.end().x);
    let width = width.chain(nodes.iter().chain(&frames).map(Rect::right)).fold(0.0, f64::max);
    let mut drawing = Drawing { width, height, nodes, routes, frames, titles };
    let left = drawing.frames.iter().map(|f| f.x).fold(0.0, f64::min);
    shift(&mut drawing, -left);
    drawing
}

/// The frames, which reach further out the more frames lie in them. Two that stand side by side share the gap between their columns.
fn rects(frames: &[Frame], columns: &[Column], lanes: &Lanes) -> Vec<Rect> {
    let deepest = f64::from(lanes.depth.iter().max().copied().unwrap_or(1));
    // How far each frame reaches into the gap before a rank.
    let each = |rank: usize| {
        let gap = rank.checked_sub(1).and_then(|left| Some(columns.get(rank)?.left - columns.get(left)?.right));
        PAD.min(gap.map_or(REACH, |gap| REACH.min((gap - BETWEEN) / 2.0)) / deepest)
    };
    let rect = |(frame, depth): (&Frame, &u32)| {
        let Some(last) = frame.ranks.end.checked_sub(1).filter(|_| !frame.ranks.is_empty()) else { return Rect::default() };
        let around = deepest - f64::from(*depth) + 1.0;
        let left = columns[frame.ranks.start as usize].left - around * each(frame.ranks.start as usize);
        let right = columns[last as usize].right + around * each(frame.ranks.end as usize);
        Rect { x: left, y: frame.top, width: right - left, height: frame.bottom - frame.top }
    };
    frames.iter().zip(&lanes.depth).map(rect).collect()
}

/// A frame holds a box wherever it holds a joint, so the first even rank lies in it.
fn title(frame: &Frame, columns: &[Column]) -> Point {
    let first = frame.ranks.clone().find(|rank| rank % 2 == 0);
    Point { x: first.and_then(|rank| columns.get(rank as usize)).map_or(0.0, |c| c.left), y: frame.top }
}

fn shift(drawing: &mut Drawing, by: f64) {
    drawing.width += by;
    drawing.nodes.iter_mut().chain(&mut drawing.frames).for_each(|r| r.x += by);
    drawing.titles.iter_mut().for_each(|t| t.x += by);
    for route in &mut drawing.routes {
        route.start.x += by;
        for piece in &mut route.pieces {
            let moved = |p: &Point| Point { x: p.x + by, y: p.y };
            *piece = match piece {
                Piece::Line(end) => Piece::Line(moved(end)),
                Piece::Curve(a, b, end) => Piece::Curve(moved(a), moved(b), moved(end)),
            };
        }
    }
}
