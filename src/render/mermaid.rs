//! Maps in Mermaid's language, for pages that draw it themselves (code hosts, notebooks, wikis).
//!
//! Only old forms, which versions read alike: `flowchart`, quoted labels, numbered ids, classes. Every text goes through
//! [`crate::render::mermaid_label`]. There are no links and no tooltips, since both need `click`.

use crate::{
    analysis::evaluate::Force,
    diagram::{
        parts::{Arrow, ArrowKind, Joint, Map, Node, Subject},
        words,
        wrap::wrap_evenly,
    },
    model::debate::ClaimKind,
    render::{
        mermaid_label::inert,
        nest::{Draw, id, nest},
        palette::{FRAME, INK, PAINTS, paint, stroke},
    },
};
use std::{collections::BTreeMap, fmt::Write};

/// How many columns of a text stand on one line.
const LINE_COLUMNS: usize = 38;
/// Wider than a line ever is, so that the page does not break the lines a second time.
const INIT: &str = r#"%%{init: {"flowchart": {"wrappingWidth": 480, "nodeSpacing": 24, "rankSpacing": 48}}}%%"#;

/// A map. The conclusions are on the left and their reasons on the right, since a debate has more reasons than layers of them.
pub fn draw(map: &Map) -> String {
    let mut out = format!("{INIT}\nflowchart RL\n");
    nest(map, &mut Mermaid, &mut out);
    if let (true, Some(note)) = (map.boxes.is_empty(), &map.note) {
        let _ = writeln!(out, "  note[\"{}\"]:::group", inert(note));
    }
    let mut styles: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, arrow) in map.arrows.iter().enumerate() {
        let word = words::arrow(arrow);
        let label = if word.is_empty() { String::new() } else { format!("|\"{}\"|", inert(&word)) };
        let _ = writeln!(out, "  {} {}{label} {}", id(arrow.from), line(arrow), id(arrow.to));
        styles.entry(style(arrow)).or_default().push(index);
    }
    for paint in PAINTS {
        let _ = writeln!(out, "  classDef {} fill:{},stroke:{},color:{INK}", paint.class, paint.fill, paint.line);
    }
    let _ = writeln!(out, "  classDef joint fill:{FRAME},stroke:{FRAME},color:#ffffff");
    let _ = writeln!(out, "  classDef group fill:none,stroke:{FRAME}");
    if !map.groups.is_empty() {
        let ids: Vec<String> = (1..=map.groups.len()).map(|g| format!("g{g}")).collect();
        let _ = writeln!(out, "  class {} group", ids.join(","));
    }
    for (style, arrows) in styles {
        let arrows: Vec<String> = arrows.iter().map(usize::to_string).collect();
        let _ = writeln!(out, "  linkStyle {} {style}", arrows.join(","));
    }
    out
}

/// Why Mermaid shows an error in place of `drawn`, which is the picture of `map`, if it does: its defaults, which code hosts keep, are
/// 50,000 characters (of UTF-16) and 500 lines.
pub fn excess(map: &Map, drawn: &str) -> Option<String> {
    const MOST_CHARACTERS: usize = 50_000;
    const MOST_LINES: usize = 500;
    let (characters, lines) = (drawn.encode_utf16().count(), map.arrows.len());
    if characters > MOST_CHARACTERS {
        Some(format!("Mermaid draws no text of more than {MOST_CHARACTERS} characters, and this one has {characters}"))
    } else if lines > MOST_LINES {
        Some(format!("Mermaid draws no more than {MOST_LINES} lines, and this map has {lines}"))
    } else {
        None
    }
}

/// The lines of a box.
pub fn lines(node: &Node) -> Vec<String> {
    let mut lines = vec![words::heading(node)];
    lines.extend(wrap_evenly(&node.text.short, LINE_COLUMNS));
    for last in [words::byline(node), words::beneath(node)] {
        lines.extend(last.iter().flat_map(|b| wrap_evenly(b, LINE_COLUMNS)));
    }
    lines
}

struct Mermaid;

impl Draw for Mermaid {
    // A group that no arrow leaves is laid out by itself, and the other way round unless it says which.
    fn open(&mut self, group: usize, title: &str, indent: &str, out: &mut String) {
        // Mermaid refuses a label without a character.
        let title = if title.is_empty() { " " } else { title };
        let _ = write!(out, "subgraph g{}[\"{}\"]\n{indent}  direction RL", group + 1, inert(title));
    }

    fn close(&mut self, out: &mut String) {
        out.push_str("end");
    }

    fn node(&mut self, index: usize, node: &Node, out: &mut String) {
        let lines: Vec<String> = lines(node).iter().map(|l| inert(l)).collect();
        let (open, close) = match node.subject {
            Subject::Question(_) => ("{{", "}}"),
            Subject::Claim(_, ClaimKind::Fact) => ("[[", "]]"),
            Subject::Claim(_, ClaimKind::Assumption) => ("(", ")"),
            Subject::Claim(..) => ("[", "]"),
        };
        let _ = write!(out, "b{}{open}\"{}\"{close}:::{}", index + 1, lines.join("<br/>"), paint(node.status).class);
    }

    fn joint(&mut self, index: usize, joint: &Joint, out: &mut String) {
        // Mermaid refuses a label without a character.
        let sign = words::joint(joint).0.chars().next().map_or_else(|| " ".to_owned(), |sign| format!("#{};", sign as u32));
        let _ = write!(out, "j{}((\"{sign}\")):::joint", index + 1);
    }
}

/// The line and head of an arrow.
const fn line(arrow: &Arrow) -> &'static str {
    match (arrow.is_leg, arrow.kind) {
        (true, ArrowKind::Undercut) => "-.-",
        (true, ArrowKind::StrictSupport) => "===",
        (true, _) => "---",
        (_, ArrowKind::Support | ArrowKind::Answer) => "-->",
        (_, ArrowKind::StrictSupport) => "==>",
        (_, ArrowKind::Rebuttal) => "--x",
        (_, ArrowKind::Undercut) => "-.-o",
        (_, ArrowKind::Contradiction) => "x--x",
        (_, ArrowKind::Limit) => "-.->",
    }
}

/// Colour, width and dashes of a line: pale and broken where it has no effect.
fn style(arrow: &Arrow) -> String {
    let width = match (arrow.force, arrow.kind) {
        (Force::Fails, _) | (_, ArrowKind::Limit | ArrowKind::Answer) => "1px",
        _ if arrow.is_leg => "2px",
        (_, ArrowKind::Rebuttal | ArrowKind::Contradiction | ArrowKind::StrictSupport) => "3px",
        _ => "2px",
    };
    let dashes = match (arrow.force, arrow.kind) {
        (_, ArrowKind::Undercut | ArrowKind::Limit) => ",stroke-dasharray:3 4",
        (Force::Fails, _) => ",stroke-dasharray:9 6",
        (Force::Open, _) => ",stroke-dasharray:6 3",
        (Force::Works, _) => "",
    };
    format!("stroke:{},stroke-width:{width}{dashes}", stroke(arrow))
}
