//! Maps as pictures: SVG that needs nothing beside it and explains itself.
//!
//! A box shows how it comes out by a mark, a word and a colour; a line shows what it does by its head, its dashes and its colour; the
//! legend names what occurs. The picture follows the reader's choice of light or dark and prints in light. Heads and marks are drawn as
//! shapes, since many faces lack the characters, and each line of text whose width is known is held to it, whatever face shows it.
//!
//! Whatever a debate says is written by [`crate::render::svg_text`] and is text. Boxes bear `data-claim` and lines `data-from` and
//! `data-to`, with the names of the debate, for pages that light them up.

use crate::{
    diagram::{
        layered::graph::{Piece, Point, Rect, Route},
        layout::{INSET, Layout, Line, Placed, Use, layout},
        parts::{Arrow, ArrowKind, Elsewhere, End, Map, Node, Subject},
        scripts::is_leftward,
        words,
    },
    model::debate::ClaimKind,
    render::{
        palette::paint,
        svg_contents, svg_head,
        svg_legend::{self, Block},
        svg_style,
        svg_text::{self, attribute, number, rect, text},
    },
};
use std::fmt::Write;

/// Around the picture.
pub const MARGIN: f64 = 20.0;
/// The least width of a picture, so that its legend has room.
const LEAST_WIDTH: f64 = 520.0;

/// How a picture fits where it is shown.
#[derive(Debug, Clone)]
pub struct Options {
    /// What its ids begin with, when several pictures stand on one page.
    pub prefix: String,
    /// What the links of the boxes begin with, before the name: `#claim-`, say. Without it there are no links.
    pub link: Option<String>,
    /// What the links to sheets begin with, before the number and, for a box there, `-box-` and its name; without it, they lead to the sheets
    /// of the picture itself.
    pub sheets: Option<String>,
    /// The number of the first sheet.
    pub first: u32,
    /// Whether the page that holds it has [`svg_style::STYLE`] among its own.
    pub is_styled: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { prefix: "map-".to_owned(), link: None, sheets: None, first: 1, is_styled: false }
    }
}

impl Options {
    /// What stands between the parts of a picture: a file has a line for each; a page has nothing, since a browser keeps each gap.
    const fn gap(&self) -> &'static str {
        if self.is_styled { "" } else { "\n" }
    }
}

/// A picture.
#[derive(Debug, Clone)]
pub struct Picture {
    /// As SVG.
    pub svg: String,
    /// How wide it is, in pixels.
    pub width: f64,
    /// How high it is, in pixels.
    pub height: f64,
}

/// The maps of `sheets`, one beneath the other, with one legend beneath the first.
pub fn draw(sheets: &[Map], options: &Options) -> Picture {
    let layouts: Vec<Layout> = sheets.iter().map(layout).collect();
    let width = layouts.iter().map(|l| l.width + 2.0 * MARGIN).fold(LEAST_WIDTH, f64::max);
    let inner = width - 2.0 * MARGIN;
    let prefix = attribute(&options.prefix);
    let (mut body, mut height) = (String::with_capacity(900 * sheets.iter().map(|s| s.boxes.len()).sum::<usize>()), MARGIN);
    let to_sheet = options.sheets.as_deref().map_or_else(|| format!("#{prefix}sheet-"), attribute);
    for (index, (map, layout)) in sheets.iter().zip(&layouts).enumerate() {
        let sheet = options.first + index as u32;
        // A box of the overview is on another sheet too; the ids of the first need no number.
        let options = Options {
            prefix: if index == 0 { prefix.clone() } else { format!("{prefix}sheet-{sheet}-") },
            link: options.link.as_deref().map(attribute),
            sheets: Some(to_sheet.clone()),
            ..*options
        };
        let caption = svg_legend::caption(map, (sheet, &to_sheet), index == 0, inner);
        let _ = writeln!(
            body,
            "<g class=\"sheet\" id=\"{prefix}sheet-{sheet}\" transform=\"translate({} {})\">{}",
            number(MARGIN),
            number(height),
            caption.svg
        );
        let _ = writeln!(body, "<g transform=\"translate(0 {})\">", number(caption.height));
        write_map(map, layout, &options, &mut body);
        let contents = if index == 0 && sheets.len() > 1 { svg_contents::contents(sheets, &to_sheet, inner) } else { Block::default() };
        let _ = writeln!(body, "</g><g transform=\"translate(0 {})\">{}</g></g>", number(caption.height + layout.height), contents.svg);
        height += caption.height + layout.height + contents.height + MARGIN;
        if index == 0 {
            let legend = svg_legend::legend(sheets, inner);
            let at = (number(MARGIN), number(height));
            let _ = writeln!(body, "<g class=\"legend\" transform=\"translate({} {})\">{}</g>", at.0, at.1, legend.svg);
            height += legend.height + MARGIN;
        }
        if index + 1 < sheets.len() {
            height += 2.0 * MARGIN;
        }
    }
    let (w, h) = (number(width), number(height));
    let title = sheets.first().and_then(|s| s.title.as_deref()).unwrap_or("Argument map");
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"agon-map\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"graphics-document\" aria-labelledby=\"{prefix}title {prefix}desc\">\n"
    );
    let _ = writeln!(out, "<title id=\"{prefix}title\">{}</title>", text(title));
    let _ = writeln!(out, "<desc id=\"{prefix}desc\">{}</desc>", text(&svg_legend::description(sheets)));
    if !options.is_styled {
        let _ = writeln!(out, "<style>{}</style>", svg_style::STYLE);
    }
    let _ = writeln!(out, "<rect class=\"paper\" width=\"{w}\" height=\"{h}\"/>");
    out.push_str(&body);
    out.push_str("</svg>\n");
    Picture { svg: out, width, height }
}

/// A map that has its places. The values of `options` are written as they are.
fn write_map(map: &Map, layout: &Layout, options: &Options, out: &mut String) {
    for (group, frame) in layout.frames.iter().enumerate().filter(|(_, f)| f.rect.width > 0.0) {
        let _ = write!(out, "<g class=\"frame\" id=\"{}frame-{}\">{}", options.prefix, group + 1, rect(&frame.rect, "r", 8.0));
        write_lines(&frame.lines.iter().collect::<Vec<_>>(), None, out);
        let _ = write!(out, "</g>{}", options.gap());
    }
    // Lines without effect lie beneath those that have one.
    let mut arrows: Vec<(&Arrow, &Route)> = map.arrows.iter().zip(&layout.arrows).collect();
    arrows.sort_by_key(|(arrow, _)| svg_style::strength(arrow));
    arrows.iter().for_each(|(arrow, route)| write_arrow(map, arrow, route, options, out));
    for (joint, at) in map.joints.iter().zip(&layout.joints) {
        let _ = write!(out, "{}{}", svg_head::joint(*at, words::joint(joint)), options.gap());
    }
    for (node, placed) in map.boxes.iter().zip(&layout.boxes) {
        write_box(node, placed, options, out);
    }
}

fn write_box(node: &Node, placed: &Placed, options: &Options, out: &mut String) {
    if let Some(elsewhere) = &node.elsewhere {
        return write_small(node, elsewhere, placed, options, out);
    }
    let name = attribute(&node.name);
    let (open, close) = match &options.link {
        Some(link) => (format!("a href=\"{link}{name}\""), "a"),
        None => ("g".to_owned(), "g"),
    };
    let _ = write!(
        out,
        "<{open} class=\"box {}{}\" id=\"{}box-{name}\" data-claim=\"{name}\"><title>{}</title>{}",
        paint(node.status).class,
        sort(node),
        options.prefix,
        text(&told(node)),
        outline(node, &placed.rect)
    );
    write_mark(node, placed, out);
    let (links, words): (Vec<&Line>, Vec<&Line>) = placed.lines.iter().partition(|l| l.of == Use::Link);
    let right = placed.rect.x + placed.rect.width - INSET;
    write_lines(&words, Some(right), out);
    let _ = write!(out, "</{close}>{}", options.gap());
    // Outside of the box, since a link holds no other.
    if let (Some(to), Some(sheet)) = (&options.sheets, node.sheet) {
        let _ = write!(out, "<a href=\"{to}{sheet}\">");
        write_lines(&links, Some(right), out);
        let _ = write!(out, "</a>{}", options.gap());
    }
}

/// A box that stands for what is on another sheet, and leads there.
fn write_small(node: &Node, elsewhere: &Elsewhere, placed: &Placed, options: &Options, out: &mut String) {
    let name = attribute(&node.name);
    let to = match (&options.sheets, node.sheet, elsewhere) {
        (Some(to), Some(sheet), Elsewhere::Box) => Some(format!("{to}{sheet}-box-{name}")),
        (Some(to), Some(sheet), Elsewhere::Several(_)) => Some(format!("{to}{sheet}")),
        // The sheet is not drawn, but what its boxes lead to is there.
        (_, None, Elsewhere::Box) => options.link.as_ref().map(|link| format!("{link}{name}")),
        _ => None,
    };
    let (open, close) = to.map_or_else(|| ("g".to_owned(), "g"), |to| (format!("a href=\"{to}\""), "a"));
    let _ = write!(
        out,
        "<{open} class=\"away {}\"><title>{}</title>{}",
        paint(node.status).class,
        text(&told(node)),
        rect(&placed.rect, "r", 3.0)
    );
    write_mark(node, placed, out);
    write_lines(&placed.lines.iter().collect::<Vec<_>>(), None, out);
    let _ = write!(out, "</{close}>{}", options.gap());
}

fn write_mark(node: &Node, placed: &Placed, out: &mut String) {
    if let Some(first) = placed.lines.first() {
        let at = Point { x: placed.rect.x + 17.0, y: first.at.y - 3.8 };
        out.push_str(&svg_head::mark(node.status, at));
    }
}

const fn sort(node: &Node) -> &'static str {
    match node.subject {
        Subject::Question(_) => " question",
        Subject::Claim(_, ClaimKind::Fact) => " fact",
        Subject::Claim(_, ClaimKind::Assumption) => " assumption",
        Subject::Claim(..) => "",
    }
}

/// The line around a box: round for a question, double for a fact; an assumption's is dashed by its class.
fn outline(node: &Node, at: &Rect) -> String {
    match node.subject {
        Subject::Question(_) => rect(at, "r", 14.0),
        Subject::Claim(_, ClaimKind::Fact) => rect(at, "r", 3.0) + &rect(&at.grown(-3.0), "inner", 1.5),
        Subject::Claim(..) => rect(at, "r", 3.0),
    }
}

/// All that a box says, as a sentence or two.
fn told(node: &Node) -> String {
    let byline = if node.speakers.is_empty() { String::new() } else { format!(" ({})", node.speakers.join(", ")) };
    let heading = words::heading(node);
    format!("{}{byline} — {}", node.text.whole, heading.split_once(' ').map_or(heading.as_str(), |(_, words)| words))
}

/// Writes lines that follow each other. Those of a text that runs from right to left end at `right`, or where they would end otherwise.
fn write_lines(lines: &[&Line], right: Option<f64>, out: &mut String) {
    // Lines of smaller print may be of several texts.
    for text in lines.chunk_by(|a, b| a.of == b.of && a.of != Use::Byline) {
        let is_leftward = is_leftward(&text.iter().map(|line| line.text.as_str()).collect::<String>());
        for line in text {
            let class = match line.of {
                Use::Heading => "h",
                Use::Question => "q",
                Use::Text => "t",
                Use::Small | Use::Byline => "b",
                Use::Link => "to",
                Use::Frame => "f",
            };
            let held = line.of.style().0.knows(&line.text).then_some(line.width);
            let ends = is_leftward.then(|| right.unwrap_or(line.at.x + line.width));
            out.push_str(&svg_text::line(&line.text, class, line.at, held, ends));
        }
    }
}

fn write_arrow(map: &Map, arrow: &Arrow, route: &Route, options: &Options, out: &mut String) {
    let classes = svg_style::classes(arrow);
    let _ = write!(out, "<g class=\"line {classes}\"");
    for (attribute_name, end) in [("data-from", arrow.from), ("data-to", arrow.to)] {
        if let Some(node) = node(map, end).filter(|node| !is_of_several(node)) {
            let _ = write!(out, " {attribute_name}=\"{}\"", attribute(&node.name));
        }
    }
    let word = words::arrow(arrow);
    let title = match (node(map, arrow.from), node(map, arrow.to)) {
        _ if word.is_empty() => String::new(),
        (Some(from), Some(to)) if is_of_several(from) || is_of_several(to) => word,
        (Some(from), Some(to)) if arrow.kind == ArrowKind::Contradiction => format!("“{}” and “{}” {word}", from.text.short, to.text.short),
        (Some(from), Some(to)) => format!("“{}” {word} “{}”", from.text.short, to.text.short),
        _ => word,
    };
    out.push('>');
    if !title.is_empty() {
        let _ = write!(out, "<title>{}</title>", text(&title));
    }
    let _ = write!(out, "<path class=\"way\" d=\"{}\"/>", path(route));
    svg_head::write(arrow, route, out);
    let _ = write!(out, "</g>{}", options.gap());
}

const fn is_of_several(node: &Node) -> bool {
    matches!(node.elsewhere, Some(Elsewhere::Several(_)))
}

fn node(map: &Map, end: End) -> Option<&Node> {
    match end {
        End::Box(index) => map.boxes.get(index as usize),
        End::Joint(_) => None,
    }
}

/// A route as the value of `d`.
fn path(route: &Route) -> String {
    let point = |p: &Point| format!("{} {}", number(p.x), number(p.y));
    let mut path = format!("M{}", point(&route.start));
    for piece in &route.pieces {
        match piece {
            Piece::Line(end) => path += &format!("L{}", point(end)),
            Piece::Curve(a, b, end) => path += &format!("C{} {} {}", point(a), point(b), point(end)),
        }
    }
    path
}
