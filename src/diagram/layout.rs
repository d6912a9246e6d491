//! A map with places: texts measured and broken into lines, boxes made to hold them, and all of it drawn by `layered`.
//!
//! Lengths are in pixels of CSS. Nothing here has a colour or a head; that is for whoever draws.

use crate::diagram::{
    face::Face,
    layered::{
        draw::draw,
        graph::{Drawing, Graph, Group, Link, Node, Point, Rect, Route},
        routes::CORNER,
    },
    parts::{self, Arrow, ArrowKind, End, Map, Remark, Subject},
    words,
    wrap::wrap_by,
};

/// How wide a box is.
pub const BOX_WIDTH: f64 = 220.0;
/// Between the sides of a box and its text.
pub const INSET: f64 = 11.0;
/// The room of the mark before the first line of a box.
pub const MARK: f64 = 18.0;
/// A joint: how wide and high its room is.
pub const JOINT: f64 = 10.0;
const JOINT_HEIGHT: f64 = 26.0;
const TOP: f64 = 8.0;
/// What a box has room for at its side: so many heads, each of which takes so much.
const HEADS: usize = 20;
const HEAD: f64 = 11.0;
/// How many titles are held against how many routes.
const WORK: usize = 400_000;

/// What a line of text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// How the box comes out.
    Heading,
    /// What is asked.
    Question,
    /// What is said.
    Text,
    /// What is said on another sheet.
    Small,
    /// Who says it.
    Byline,
    /// Where more is to be found.
    Link,
    /// The title of a frame.
    Frame,
}

impl Use {
    /// The weight, size and height of a line.
    pub const fn style(self) -> (Face, f64, f64) {
        match self {
            Self::Heading => (Face::Bold, 10.5, 15.0),
            Self::Question => (Face::Bold, 12.5, 16.0),
            Self::Text => (Face::Regular, 12.0, 15.0),
            Self::Small | Self::Byline | Self::Link => (Face::Regular, 10.5, 14.0),
            Self::Frame => (Face::Bold, 12.0, 15.0),
        }
    }
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// What it is for.
    pub of: Use,
    /// The start of its base line.
    pub at: Point,
    /// How wide it is.
    pub width: f64,
}

/// A box with its text.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Where it lies.
    pub rect: Rect,
    /// What stands in it.
    pub lines: Vec<Line>,
}

/// A map with places; each list has one entry for each part of the map.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Layout {
    /// How wide.
    pub width: f64,
    /// How high.
    pub height: f64,
    /// The boxes.
    pub boxes: Vec<Placed>,
    /// The middles of the joints.
    pub joints: Vec<Point>,
    /// The ways of the arrows.
    pub arrows: Vec<Route>,
    /// The frames of the groups, with their titles.
    pub frames: Vec<Placed>,
}

/// Gives `map` its places. O(n log n) in the size of the map, and the same for the same map.
pub fn layout(map: &Map) -> Layout {
    let (boxes, mut titles) = texts(map);
    let graph = joined(map, &boxes, &titles);
    let drawing = draw(&graph);
    let (rects, joints) = drawing.nodes.split_at(map.boxes.len());
    let place = |rect: &Rect, from: Point, text: Text| {
        let mut lines = text.lines;
        for line in &mut lines {
            line.at = Point { x: line.at.x + from.x, y: line.at.y + from.y };
        }
        Placed { rect: *rect, lines }
    };
    widen(&mut titles, &map.groups, &drawing);
    let frames = drawing.frames.iter().zip(&drawing.titles).zip(titles);
    Layout {
        width: drawing.width,
        height: drawing.height,
        boxes: rects.iter().zip(boxes).map(|(r, text)| place(r, Point { x: r.x, y: r.y }, text)).collect(),
        joints: joints.iter().map(|r| Point { x: r.x + r.width / 2.0, y: r.y + r.height / 2.0 }).collect(),
        arrows: drawing.routes,
        frames: frames.map(|((r, from), text)| place(r, *from, text)).collect(),
    }
}

/// The graph that [`layout`] draws: the boxes of `map`, made to hold their texts, then its joints. For whoever draws it otherwise.
pub fn graph(map: &Map) -> Graph {
    let (boxes, titles) = texts(map);
    joined(map, &boxes, &titles)
}

/// The texts of the boxes, which are high enough for the heads that meet them, and of the frames.
fn texts(map: &Map) -> (Vec<Text>, Vec<Text>) {
    let mut boxes: Vec<Text> = map.boxes.iter().zip(&remarks(map)).map(|(node, remarks)| box_text(node, remarks)).collect();
    for (text, heads) in boxes.iter_mut().zip(heads(map)) {
        text.stretch(2.0 * CORNER + HEAD * heads.min(HEADS) as f64);
    }
    (boxes, map.groups.iter().map(|g| title_text(&g.title, BOX_WIDTH)).collect())
}

/// How many arrows have a head at each box.
fn heads(map: &Map) -> Vec<usize> {
    let mut heads = vec![0; map.boxes.len()];
    for arrow in map.arrows.iter().filter(|a| !a.is_leg) {
        let start = (arrow.kind == ArrowKind::Contradiction).then_some(arrow.from);
        for end in [Some(arrow.to), start].into_iter().flatten() {
            if let End::Box(index) = end {
                heads.get_mut(index as usize).into_iter().for_each(|count| *count += 1);
            }
        }
    }
    heads
}

fn joined(map: &Map, boxes: &[Text], titles: &[Text]) -> Graph {
    let joint = |j: &parts::Joint| Node { width: JOINT, height: JOINT_HEIGHT, is_joint: true, is_first: false, group: j.group };
    let node = |(b, text): (&parts::Node, &Text)| Node {
        width: BOX_WIDTH,
        height: text.height,
        is_joint: false,
        is_first: matches!(b.subject, Subject::Question(_)),
        group: b.group,
    };
    let end = |end: End| end.number(map.boxes.len());
    let link = |a: &Arrow| Link {
        from: end(a.from),
        to: end(a.to),
        is_ranked: a.is_leg || a.kind != ArrowKind::Contradiction,
        is_beside: a.kind == ArrowKind::Undercut && !a.is_leg,
    };
    let group = |(g, text): (&parts::Group, &Text)| Group { parent: g.parent, header: text.height };
    Graph {
        nodes: map.boxes.iter().zip(boxes).map(node).chain(map.joints.iter().map(joint)).collect(),
        links: map.arrows.iter().map(link).collect(),
        groups: map.groups.iter().zip(titles).map(group).collect(),
    }
}

/// Lines from the corner of what they stand in, and how high they are together.
struct Text {
    lines: Vec<Line>,
    height: f64,
}

impl Text {
    /// Adds `text`, broken into lines that are `inset` from the left side and no wider than what is left of `width`.
    fn add(&mut self, text: &str, of: Use, inset: f64, width: f64) {
        let (face, size, height) = of.style();
        let room = ((width - inset - INSET) * 1000.0 / size) as usize;
        for line in wrap_by(text, room, |c| face.advance(c)) {
            let width = face.width(&line, size);
            let at = Point { x: inset, y: self.height + (height + size * 0.7) / 2.0 };
            self.lines.push(Line { text: line, of, at, width });
            self.height += height;
        }
    }

    /// Makes it at least so high, with its lines in the middle.
    fn stretch(&mut self, height: f64) {
        let more = (height - self.height).max(0.0);
        self.lines.iter_mut().for_each(|line| line.at.y += more / 2.0);
        self.height += more;
    }
}

fn box_text(node: &parts::Node, remarks: &[&str]) -> Text {
    let mut text = Text { lines: Vec::new(), height: TOP };
    let heading = words::heading(node);
    let heading = heading.split_once(' ').map_or(heading.as_str(), |(_, words)| words);
    text.add(&[&[heading], remarks].concat().join(" · "), Use::Heading, INSET + MARK, BOX_WIDTH);
    text.height += 2.0;
    let of = match node.subject {
        _ if node.elsewhere.is_some() => Use::Small,
        Subject::Question(_) => Use::Question,
        Subject::Claim(..) => Use::Text,
    };
    text.add(&node.text.short, of, INSET, BOX_WIDTH);
    if let Some(byline) = words::byline(node) {
        text.height += 2.0;
        text.add(&byline, Use::Byline, INSET, BOX_WIDTH);
    }
    if let Some(beneath) = words::beneath(node) {
        text.height += 2.0;
        text.add(&beneath, Use::Byline, INSET, BOX_WIDTH);
    }
    if let Some(sheet) = words::sheet(node) {
        text.add(&sheet, Use::Link, INSET, BOX_WIDTH);
    }
    text.height += TOP;
    text
}

fn title_text(title: &str, width: f64) -> Text {
    let mut text = Text { lines: Vec::new(), height: 7.0 };
    text.add(title, Use::Frame, 0.0, width);
    text
}

/// Breaks titles that were broken to fit over one box anew, in the room that was found for them: up to the side of the frame, or to what
/// passes it there. Where there are very many, they stay as they are.
fn widen(titles: &mut [Text], groups: &[parts::Group], drawing: &Drawing) {
    let is_broken = |text: &Text| text.lines.len() > 1;
    if titles.iter().filter(|text| is_broken(text)).count() * drawing.routes.len() > WORK {
        return;
    }
    let places = drawing.frames.iter().zip(&drawing.titles);
    for ((text, group), (frame, from)) in titles.iter_mut().zip(groups).zip(places).filter(|((text, _), _)| is_broken(text)) {
        let strip = Rect { x: from.x, y: from.y, width: frame.right() - from.x, height: text.height };
        let mut wide = title_text(&group.title, clear(&strip, &drawing.routes).max(BOX_WIDTH));
        wide.stretch(text.height);
        *text = wide;
    }
}

/// How wide the part of `strip` is, from its left side on, that no route passes.
fn clear(strip: &Rect, routes: &[Route]) -> f64 {
    let mut right = strip.right();
    for route in routes {
        let points = route.flattened(8);
        for (a, b) in points.iter().zip(points.iter().skip(1)) {
            let hop = Rect { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() };
            if strip.overlaps(&hop.grown(1.0)) {
                right = right.min(hop.x);
            }
        }
    }
    right - strip.x
}

/// For each box, what is to be remarked on the arrows that start from it.
fn remarks(map: &Map) -> Vec<Vec<&'static str>> {
    let mut remarks: Vec<Vec<&str>> = vec![Vec::new(); map.boxes.len()];
    // A rebuttal that is undercut starts from its joint, and its leg from the box.
    let mut remark_of_joint = vec![None; map.joints.len()];
    for arrow in &map.arrows {
        if let (End::Joint(joint), Some(remark)) = (arrow.from, arrow.remark)
            && let Some(slot) = remark_of_joint.get_mut(joint as usize)
        {
            *slot = Some(remark);
        }
    }
    for arrow in &map.arrows {
        let remark = match arrow.to {
            End::Joint(joint) if arrow.is_leg => remark_of_joint.get(joint as usize).copied().flatten(),
            _ => arrow.remark,
        };
        let word = match remark {
            Some(Remark::Outweighed) => "outweighed",
            Some(Remark::ByDefault) => "the default",
            Some(Remark::Denied | Remark::Preferred) | None => continue,
        };
        if let End::Box(from) = arrow.from
            && let Some(list) = remarks.get_mut(from as usize)
            && !list.contains(&word)
        {
            list.push(word);
        }
    }
    remarks
}
