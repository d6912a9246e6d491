//! Maps in Graphviz's language.
//!
//! Every text is a quoted string in which quotes and backslashes are escaped and ampersands written as entities, since Graphviz reads
//! `\N` and `&lt;` even there. Whole texts are kept as tooltips. There are no links.

use crate::{
    analysis::evaluate::Force,
    diagram::{
        parts::{Arrow, ArrowKind, Joint, Map, Node, Subject},
        words,
        wrap::wrap_evenly,
    },
    model::debate::ClaimKind,
    render::{
        nest::{Draw, id, nest},
        palette::{FRAME, INK, paint, stroke},
    },
};
use std::fmt::Write;

/// How many columns of a text stand on one line.
const LINE_COLUMNS: usize = 34;
/// Fonts of which one is on every machine.
const FONT: &str = "Helvetica,Arial,sans-serif";
/// What the marks and lines mean.
const KEY: &[&str] = &[
    "✓ stands   ? open   ✗ falls   – no argument",
    "arrow: supports   bar: rebuts a claim   dots and ring: undercuts a step",
    "+ joins reasons that are needed together   ≠ joins what cannot all be so",
    "pale lines have no effect",
];

/// A map. The conclusions are on the left and their reasons on the right, since a debate has more reasons than layers of them.
pub fn draw(map: &Map) -> String {
    let mut out = String::from("digraph agon {\n");
    let mut caption: Vec<String> = map.title.iter().flat_map(|t| wrap_evenly(t, 2 * LINE_COLUMNS)).collect();
    caption.extend(map.note.iter().flat_map(|t| wrap_evenly(t, 2 * LINE_COLUMNS)));
    caption.extend(KEY.iter().map(|line| (*line).to_owned()));
    let _ = writeln!(out, "  graph [rankdir=RL, nodesep=0.2, ranksep=0.45, bgcolor=\"white\", fontname=\"{FONT}\", fontsize=13,");
    let _ = writeln!(out, "    labelloc=t, labeljust=l, label=\"{}\"]", lines(&caption, "\\l"));
    let _ = writeln!(out, "  node [shape=box, style=filled, fontname=\"{FONT}\", fontsize=11, fontcolor=\"{INK}\", margin=\"0.12,0.07\"]");
    let _ = writeln!(out, "  edge [fontname=\"{FONT}\", fontsize=9, arrowsize=0.8]");
    nest(map, &mut Dot, &mut out);
    for arrow in &map.arrows {
        let _ = writeln!(out, "  {} -> {} [{}]", id(arrow.from), id(arrow.to), attributes(arrow));
    }
    out.push_str("}\n");
    out
}

struct Dot;

impl Draw for Dot {
    fn open(&mut self, group: usize, title: &str, _: &str, out: &mut String) {
        let title = lines(&wrap_evenly(title, LINE_COLUMNS), "\\l");
        let _ = write!(
            out,
            "subgraph cluster_{} {{ graph [label=\"{title}\", labeljust=r, tooltip=\"{title}\", color=\"{FRAME}\", fontsize=12]",
            group + 1
        );
    }

    fn close(&mut self, out: &mut String) {
        out.push('}');
    }

    fn node(&mut self, index: usize, node: &Node, out: &mut String) {
        let mut text = vec![words::heading(node)];
        text.extend(wrap_evenly(&node.text.short, LINE_COLUMNS));
        text.extend(words::byline(node).iter().flat_map(|b| wrap_evenly(b, LINE_COLUMNS)));
        let shape = match node.subject {
            Subject::Question(_) => ", shape=hexagon, margin=\"0.02,0.04\"",
            Subject::Claim(_, ClaimKind::Fact) => ", peripheries=2",
            Subject::Claim(_, ClaimKind::Assumption) => ", style=\"filled,rounded,dashed\"",
            Subject::Claim(..) => "",
        };
        let paint = paint(node.status);
        let _ = write!(
            out,
            "b{} [label=\"{}\", tooltip=\"{}\", fillcolor=\"{}\", color=\"{}\"{shape}]",
            index + 1,
            lines(&text, "\\n"),
            inert(&node.text.whole),
            paint.fill,
            paint.line
        );
    }

    fn joint(&mut self, index: usize, joint: &Joint, out: &mut String) {
        let (sign, told) = words::joint(joint);
        let size = if sign.is_empty() { 0.1 } else { 0.18 };
        let _ = write!(
            out,
            "j{} [shape=circle, fixedsize=true, width={size}, label=\"{sign}\", tooltip=\"{told}\", fillcolor=\"{FRAME}\", color=\"{FRAME}\", fontcolor=\"white\"]",
            index + 1
        );
    }
}

fn attributes(arrow: &Arrow) -> String {
    let word = words::arrow(arrow);
    let head = match (arrow.is_leg, arrow.kind) {
        (true, _) => "none",
        (_, ArrowKind::Support | ArrowKind::StrictSupport) => "normal",
        (_, ArrowKind::Rebuttal) => "tee",
        (_, ArrowKind::Undercut) => "odot",
        (_, ArrowKind::Contradiction) => "tee, dir=both, arrowtail=tee, constraint=false",
        (_, ArrowKind::Limit) => "onormal",
        (_, ArrowKind::Answer) => "vee",
    };
    let style = match (arrow.force, arrow.kind) {
        (_, ArrowKind::Undercut | ArrowKind::Limit) => "dotted",
        (Force::Works, _) => "solid",
        _ => "dashed",
    };
    let width = match (arrow.force, arrow.kind) {
        (Force::Fails, _) => 0.8,
        _ if arrow.is_leg => 1.2,
        (_, ArrowKind::Rebuttal | ArrowKind::Contradiction | ArrowKind::StrictSupport | ArrowKind::Undercut) => 2.0,
        _ => 1.2,
    };
    let stroke = stroke(arrow);
    let label = if word.is_empty() { String::new() } else { format!("label=\"{word}\", fontcolor=\"{stroke}\", ") };
    format!("{label}tooltip=\"{word}\", color=\"{stroke}\", style={style}, penwidth={width}, arrowhead={head}")
}

/// Lines of a label, each closed by `end`, which says how it is set.
fn lines(lines: &[String], end: &str) -> String {
    lines.iter().map(|l| inert(l) + end).collect()
}

/// `text` as part of a quoted string that means nothing but itself.
fn inert(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out
}
