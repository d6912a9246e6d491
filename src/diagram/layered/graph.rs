//! What is to be drawn, and the drawing. Lengths are in pixels of CSS (1/96 inch); x runs to the right and y downwards.

/// A graph to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    /// The boxes and joints.
    pub nodes: Vec<Node>,
    /// The links between them.
    pub links: Vec<Link>,
    /// The groups, each after the one it lies in.
    pub groups: Vec<Group>,
}

/// A box or a joint.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// Whether it is a joint, which lies between the columns of boxes.
    pub is_joint: bool,
    /// Whether what it is connected with stays in the first columns, since further to the right it would seem a reason.
    pub is_first: bool,
    /// The group it lies in.
    pub group: Option<u32>,
}

/// A line from a node to another.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// Where it starts: the reason.
    pub from: u32,
    /// Where it ends: what the reason is for.
    pub to: u32,
    /// Whether `from` shall lie to the right of `to`.
    pub is_ranked: bool,
    /// Whether it ends above or beneath the middle of a joint, and not where the others meet.
    pub is_beside: bool,
}

/// Nodes in one frame.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// The group it lies in.
    pub parent: Option<u32>,
    /// The room for its title, at the top.
    pub header: f64,
}

/// A point.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rect {
    /// Its left side.
    pub x: f64,
    /// Its top.
    pub y: f64,
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
}

impl Rect {
    /// Its right side.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Its lower side.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The same with `by` more on each side.
    pub fn grown(&self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `other` lies in it.
    pub fn holds(&self, other: &Self) -> bool {
        self.x <= other.x && self.y <= other.y && other.right() <= self.right() && other.bottom() <= self.bottom()
    }
}

/// A part of a route, from where the part before it ended.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Piece {
    /// A straight line to a point.
    Line(Point),
    /// A cubic curve with two control points.
    Curve(Point, Point, Point),
}

impl Route {
    /// The way as straight lines, each curve in `steps` of them.
    pub fn flattened(&self, steps: u32) -> Vec<Point> {
        let mut points = vec![self.start];
        let mut at = self.start;
        for piece in &self.pieces {
            if let Piece::Curve(a, b, end) = piece {
                points.extend((1..steps).map(|step| {
                    let t = f64::from(step) / f64::from(steps);
                    let u = 1.0 - t;
                    let mix = |p: f64, q: f64, r: f64, s: f64| u * u * u * p + 3.0 * u * u * t * q + 3.0 * u * t * t * r + t * t * t * s;
                    Point { x: mix(at.x, a.x, b.x, end.x), y: mix(at.y, a.y, b.y, end.y) }
                }));
            }
            at = piece.end();
            points.push(at);
        }
        points
    }
}

impl Piece {
    /// Where it ends.
    pub const fn end(&self) -> Point {
        match self {
            Self::Line(end) | Self::Curve(_, _, end) => *end,
        }
    }
}

/// The way of a link, from its start to its end.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Route {
    /// Where it starts.
    pub start: Point,
    /// Its parts.
    pub pieces: Vec<Piece>,
}

/// A drawing: one entry for each node, link and group.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Drawing {
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// The nodes.
    pub nodes: Vec<Rect>,
    /// The ways of the links.
    pub routes: Vec<Route>,
    /// The frames; a group without nodes has one without size.
    pub frames: Vec<Rect>,
    /// Where the title of each frame begins: at its first column of boxes, which no link crosses that high.
    pub titles: Vec<Point>,
}
