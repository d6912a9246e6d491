//! Maps in GraphML (Brandes et al. 2002), for tools that analyse or lay out graphs. Groups are nodes that hold a graph of their own.

use crate::{
    analysis::evaluate::Force,
    diagram::{
        parts::{ArrowKind, Joint, Map, Node, Remark, Subject},
        words,
    },
    render::{
        nest::{Draw, id, nest},
        svg_text::{attribute, text},
    },
};
use std::fmt::Write;

/// The data of the parts: what they are of, their name, and what they say.
const KEYS: &[(&str, &str)] = &[
    ("node", "sort"),
    ("node", "name"),
    ("node", "text"),
    ("node", "outcome"),
    ("node", "speakers"),
    ("edge", "relation"),
    ("edge", "effect"),
    ("edge", "preferred"),
];

/// A map. Arrows lead from a reason to what it bears on, as in every other format.
pub fn draw(map: &Map) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
    for (of, name) in KEYS {
        let _ = writeln!(out, "  <key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"string\"/>");
    }
    let _ = writeln!(out, "  <graph id=\"map\" edgedefault=\"directed\">");
    let told: Vec<&str> = map.title.iter().chain(&map.note).map(String::as_str).collect();
    if !told.is_empty() {
        let _ = writeln!(out, "  <desc>{}</desc>", text(&told.join(" — ")));
    }
    nest(map, &mut GraphMl, &mut out);
    for arrow in &map.arrows {
        let relation = if arrow.is_leg { "part of a joint" } else { words::relation(arrow.kind) };
        let effect = match (arrow.remark, arrow.force) {
            (Some(Remark::Denied), _) => "claim denied",
            (_, Force::Works) => "works",
            (_, Force::Open) => "open",
            (_, Force::Fails) => "fails",
        };
        let undirected = if arrow.kind == ArrowKind::Contradiction { " directed=\"false\"" } else { "" };
        let (from, to) = (id(arrow.from), id(arrow.to));
        let _ = writeln!(
            out,
            "  <edge source=\"{from}\" target=\"{to}\"{undirected}>{}{}{}</edge>",
            data("relation", relation),
            data("effect", effect),
            arrow.decided().map_or_else(String::new, |is_end| data("preferred", if is_end { "target" } else { "source" }))
        );
    }
    out.push_str("  </graph>\n</graphml>\n");
    out
}

struct GraphMl;

impl Draw for GraphMl {
    fn open(&mut self, group: usize, title: &str, _: &str, out: &mut String) {
        let (sort, title) = (data("sort", "section"), data("text", title));
        let _ = write!(out, "<node id=\"g{0}\">{sort}{title}<graph id=\"g{0}:\" edgedefault=\"directed\">", group + 1);
    }

    fn close(&mut self, out: &mut String) {
        out.push_str("</graph></node>");
    }

    fn node(&mut self, index: usize, node: &Node, out: &mut String) {
        let sort = match node.subject {
            Subject::Question(_) => "question",
            Subject::Claim(_, kind) => kind.word(),
        };
        let status = words::status(node.status);
        let outcome = status.split_once(' ').map_or(status, |(_, word)| word);
        let _ = write!(out, "<node id=\"b{}\">{}{}", index + 1, data("sort", sort), data("name", &node.name));
        let _ = write!(out, "{}{}", data("text", &node.text.whole), data("outcome", outcome));
        if !node.speakers.is_empty() {
            out.push_str(&data("speakers", &node.speakers.join("; ")));
        }
        out.push_str("</node>");
    }

    fn joint(&mut self, index: usize, joint: &Joint, out: &mut String) {
        let told = data("text", words::joint(joint).1);
        let _ = write!(out, "<node id=\"j{}\">{}{told}</node>", index + 1, data("sort", "joint"));
    }
}

fn data(key: &str, value: &str) -> String {
    format!("<data key=\"{}\">{}</data>", attribute(key), text(value))
}
