//! The heads of lines and the marks of boxes, as shapes.

use crate::{
    analysis::verdict::Verdict,
    diagram::{
        layered::graph::{Piece, Point, Route},
        parts::{Arrow, ArrowKind, Status},
    },
    render::svg_text::number,
};
use std::fmt::Write;

/// Writes the head of an arrow, what stands at the start of a line without direction, and for which of its ends a preference decides.
pub fn write(arrow: &Arrow, route: &Route, out: &mut String) {
    if let Some(is_end) = arrow.decided() {
        out.push_str(&decided(route, is_end));
    }
    if arrow.is_leg {
        return;
    }
    let Some(end) = route.pieces.last().map(Piece::end) else { return };
    let before = route.pieces.iter().rev().skip(1).map(Piece::end).chain([route.start]).next().unwrap_or(route.start);
    let control = match route.pieces.last() {
        Some(Piece::Curve(_, control, _)) => *control,
        _ => before,
    };
    let way = if control.x >= end.x { -1.0 } else { 1.0 };
    out.push_str(&head(arrow.kind, end, way));
    if arrow.kind == ArrowKind::Contradiction {
        let after = match route.pieces.first() {
            Some(Piece::Curve(control, ..)) => *control,
            Some(Piece::Line(end)) => *end,
            None => return,
        };
        out.push_str(&head(arrow.kind, route.start, if after.x >= route.start.x { -1.0 } else { 1.0 }));
    }
}

/// The head of a line that comes to `tip` from the left (`way` 1) or from the right (−1).
pub fn head(kind: ArrowKind, tip: Point, way: f64) -> String {
    let at = |x: f64, y: f64| format!("{} {}", number(tip.x - way * x), number(tip.y + y));
    match kind {
        ArrowKind::Support | ArrowKind::StrictSupport => {
            format!("<path class=\"head\" d=\"M{}L{}L{}Z\"/>", at(0.0, 0.0), at(9.0, -4.2), at(9.0, 4.2))
        }
        ArrowKind::Rebuttal | ArrowKind::Contradiction => format!("<path class=\"bar\" d=\"M{}L{}\"/>", at(3.5, -5.0), at(3.5, 5.0)),
        ArrowKind::Undercut => {
            format!("<circle class=\"ring\" cx=\"{}\" cy=\"{}\" r=\"3.6\"/>", number(tip.x + way * 2.5), number(tip.y))
        }
        ArrowKind::Limit => {
            format!("<path class=\"open-head\" d=\"M{}L{}L{}Z\"/>", at(0.5, 0.0), at(9.0, -4.2), at(9.0, 4.2))
        }
        ArrowKind::Answer => format!("<path class=\"vee\" d=\"M{}L{}L{}\"/>", at(8.0, -4.2), at(0.5, 0.0), at(8.0, 4.2)),
    }
}

/// The sign of a preference in the middle of a route, which points to its end or to its start.
fn decided(route: &Route, is_end: bool) -> String {
    let mut points = route.flattened(8);
    if !is_end {
        points.reverse();
    }
    let hops = || points.iter().zip(points.iter().skip(1)).map(|(a, b)| (a, b.x - a.x, b.y - a.y));
    let mut left = hops().map(|(_, x, y)| x.hypot(y)).sum::<f64>() / 2.0;
    for (from, x, y) in hops() {
        let length = x.hypot(y);
        if length > 0.0 && length >= left {
            let at = Point { x: from.x + x * left / length, y: from.y + y * left / length };
            return preferred(at, y.atan2(x));
        }
        left -= length;
    }
    String::new()
}

/// The sign of a preference, which points to where the angle leads, in radians.
pub fn preferred(at: Point, angle: f64) -> String {
    let turned = number(angle.to_degrees());
    format!(
        "<path class=\"preferred\" transform=\"translate({} {}) rotate({turned})\" d=\"M-6 0L0-6L6 0L0 6ZM-1.5-2.5L1.5 0L-1.5 2.5\"/>",
        number(at.x),
        number(at.y)
    )
}

/// A joint with its sign and what it says, of [`crate::diagram::words::joint`].
pub fn joint(at: Point, (sign, told): (&str, &str)) -> String {
    let shape = match sign {
        "≠" => unequal(at),
        "+" => plus(at),
        _ => String::new(),
    };
    let (x, y) = (number(at.x), number(at.y));
    format!("<g class=\"joint\"><title>{told}</title><circle cx=\"{x}\" cy=\"{y}\" r=\"5\"/>{shape}</g>")
}

fn unequal(at: Point) -> String {
    let (left, right) = (number(at.x - 2.5), number(at.x + 1.2));
    format!("<path d=\"M{left} {}h5M{left} {}h5M{right} {}l-2.4 6\"/>", number(at.y - 1.2), number(at.y + 1.2), number(at.y - 3.0))
}

fn plus(at: Point) -> String {
    format!("<path d=\"M{} {}h5M{} {}v5\"/>", number(at.x - 2.5), number(at.y), number(at.x), number(at.y - 2.5))
}

/// The mark of how a box comes out, with its middle at `at`.
pub fn mark(status: Status, at: Point) -> String {
    let shape = match status {
        Status::Claim(Verdict::Stands) | Status::Answered | Status::ByDefault | Status::Together => "M-3 .2l2.2 2.3 3.9-4.8",
        Status::Claim(Verdict::Open) | Status::TooMany | Status::Unanswered => "M-1.9-1.6a2 2 0 1 1 2.9 1.7q-1 .5-1 1.3M0 3.6v.1",
        Status::Claim(Verdict::Denied | Verdict::Unfounded) => "M-2.3-2.3l4.6 4.6M2.3-2.3l-4.6 4.6",
        Status::Claim(Verdict::Unsupported) => "M-2.8 0h5.6",
    };
    let (x, y) = (number(at.x), number(at.y));
    let mut out = String::new();
    let _ = write!(
        out,
        "<circle class=\"mark\" cx=\"{x}\" cy=\"{y}\" r=\"6.3\"/><path class=\"sign\" transform=\"translate({x} {y})\" d=\"{shape}\"/>"
    );
    out
}
