//! What is seen of a drawing, whoever made it: how many links cross, how many boxes overlap, and how many links run over foreign boxes.

use agon::diagram::layered::graph::{Graph, Point, Rect};

/// A drawing as boxes and lines, and what it cost.
#[derive(Debug, Clone, Default)]
pub(crate) struct Picture {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) nodes: Vec<Rect>,
    pub(crate) lines: Vec<Vec<Point>>,
    pub(crate) seconds: f64,
}

/// The figures of a picture.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Figures {
    pub(crate) crossings: usize,
    pub(crate) overlaps: usize,
    pub(crate) over_boxes: usize,
}

/// The figures of a picture of `graph`. Crossings are counted between links that share no end, each pair as often as its lines meet.
pub(crate) fn figures(graph: &Graph, picture: &Picture) -> Figures {
    let mut figures = Figures::default();
    let mut by_left: Vec<usize> = (0..picture.nodes.len()).collect();
    by_left.sort_by(|a, b| picture.nodes[*a].x.total_cmp(&picture.nodes[*b].x));
    for (at, &a) in by_left.iter().enumerate() {
        let near = by_left[at + 1..].iter().take_while(|b| picture.nodes[**b].x < picture.nodes[a].right());
        figures.overlaps += near.filter(|b| picture.nodes[a].grown(-0.6).overlaps(&picture.nodes[**b])).count();
    }
    let mut pieces: Vec<Piece> = Vec::new();
    for (link, line) in picture.lines.iter().enumerate() {
        pieces.extend(line.windows(2).map(|w| Piece::new(link, w[0], w[1])));
        let ends = [graph.links[link].from as usize, graph.links[link].to as usize];
        let over = |node: &usize| {
            let rect = picture.nodes[*node].grown(-0.6);
            !ends.contains(node) && !graph.nodes[*node].is_joint && line.windows(2).any(|w| enters(w[0], w[1], &rect))
        };
        figures.over_boxes += (0..picture.nodes.len()).filter(over).count();
    }
    pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    for (at, a) in pieces.iter().enumerate() {
        for b in pieces[at + 1..].iter().take_while(|b| b.left <= a.right) {
            let (one, two) = (&graph.links[a.link], &graph.links[b.link]);
            let strangers = ![two.from, two.to].iter().any(|end| [one.from, one.to].contains(end));
            figures.crossings += usize::from(strangers && a.top <= b.bottom && b.top <= a.bottom && a.crosses(b));
        }
    }
    figures
}

struct Piece {
    link: usize,
    a: Point,
    b: Point,
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Piece {
    fn new(link: usize, a: Point, b: Point) -> Self {
        Self { link, a, b, left: a.x.min(b.x), right: a.x.max(b.x), top: a.y.min(b.y), bottom: a.y.max(b.y) }
    }

    fn crosses(&self, other: &Self) -> bool {
        let side = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
        let apart = |p: Point, q: Point, r: Point, s: Point| (side(p, q, r) > 0.0) != (side(p, q, s) > 0.0);
        apart(self.a, self.b, other.a, other.b) && apart(other.a, other.b, self.a, self.b)
    }
}

/// Whether the line from `a` to `b` enters `rect` (Liang and Barsky 1984).
fn enters(a: Point, b: Point, rect: &Rect) -> bool {
    let (mut from, mut to) = (0.0f64, 1.0f64);
    for (p, q) in [(a.x - b.x, a.x - rect.x), (b.x - a.x, rect.right() - a.x), (a.y - b.y, a.y - rect.y), (b.y - a.y, rect.bottom() - a.y)]
    {
        if p == 0.0 && q < 0.0 {
            return false;
        }
        if p < 0.0 {
            from = from.max(q / p);
        }
        if p > 0.0 {
            to = to.min(q / p);
        }
    }
    from < to
}
