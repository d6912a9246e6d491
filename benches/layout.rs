//! The layout of maps beside Graphviz's dot: on the debates of `arguments/` and on debates made here.
//!
//! `cargo bench --bench layout` prints a row for each. Both get the same boxes, the same groups and the same links, from left to right.
//! Our time is the least of several runs in this process, since other work on the machine only adds to it; dot's is that of one process
//! with its start. Where dot is not installed, only
//! our own rows are printed. `README.md` beside this file keeps the figures.
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a bench that meets the unexpected shall stop")]

#[path = "layout/dot.rs"]
mod dot;
mod generator;
#[path = "layout/measure.rs"]
mod measure;

use agon::{
    diagram::{
        layered::{
            draw::draw,
            graph::{Drawing, Graph},
        },
        layout::graph,
        map::map,
    },
    model::load::{Files, ReadProblem, Reader},
    report::run::run,
};
use generator::debate;
use measure::{Picture, figures};
use std::{fs, path::PathBuf, time::Instant};

const SHIPPED: &[&str] = &[
    "picnic.agon",
    "carlill.agon",
    "continental-drift.agon",
    "library-fines.md",
    "organ-donation.agon",
    "event-log/decision.agon",
    "security-guarantees/debate.agon",
];
/// Statements and seeds of the debates made here: about 25, 300 and 3,000 boxes.
const MADE: &[(usize, &[u64])] = &[(22, &[1, 2, 3, 4, 5, 6, 7, 8]), (260, &[1, 2, 3, 4, 5, 6, 7, 8]), (2_600, &[1, 2])];
/// The largest debate that dot is given; beyond it, it takes minutes.
const DOT_MOST: usize = 1_000;

/// The debates of `arguments/`, and one that lies in memory.
struct Debates {
    made: String,
}

impl Reader for Debates {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
        if path == "made.agon" {
            return Ok(self.made.clone().into_bytes());
        }
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("arguments").join(path);
        fs::read(file).map_err(|_| ReadProblem::Missing)
    }
}

fn main() {
    let dot = dot::version();
    println!("{}", dot.as_deref().unwrap_or("dot is not installed, so only our own figures are told"));
    println!("| debate | boxes | by | crossings | width | height | overlaps | over boxes | time |");
    println!("|---|---|---|---|---|---|---|---|---|");
    for root in SHIPPED {
        compare(root, &graph_of(root, String::new()), dot.is_some());
    }
    for (statements, seeds) in MADE {
        for seed in *seeds {
            let whole = graph_of("made.agon", debate(*statements, *seed));
            compare(&format!("made, seed {seed}"), &whole, dot.is_some());
            let mut flat = whole;
            flat.groups.clear();
            flat.nodes.iter_mut().for_each(|n| n.group = None);
            compare("the same without sections", &flat, dot.is_some());
        }
    }
}

fn graph_of(root: &str, made: String) -> Graph {
    let mut files = Files::default();
    let id = files.load(root, &Debates { made });
    let report = run(&files, id);
    graph(&map(&report.debate, &report.analysis))
}

fn compare(name: &str, graph: &Graph, with_dot: bool) {
    let boxes = graph.nodes.iter().filter(|n| !n.is_joint).count();
    row(name, boxes, "agon", graph, &own(graph));
    if with_dot && boxes <= DOT_MOST {
        row("", boxes, "dot", graph, &dot::draw(graph));
    }
}

fn own(graph: &Graph) -> Picture {
    let mut seconds = f64::INFINITY;
    let mut drawing = Drawing::default();
    for _ in 0..if graph.nodes.len() < 1_000 { 15 } else { 5 } {
        let start = Instant::now();
        drawing = draw(graph);
        seconds = seconds.min(start.elapsed().as_secs_f64());
    }
    let lines = drawing.routes.iter().map(|r| r.flattened(8)).collect();
    Picture { width: drawing.width, height: drawing.height, nodes: drawing.nodes, lines, seconds }
}

fn row(name: &str, boxes: usize, by: &str, graph: &Graph, picture: &Picture) {
    let figures = figures(graph, picture);
    println!(
        "| {name} | {boxes} | {by} | {} | {:.0} | {:.0} | {} | {} | {:.2} ms |",
        figures.crossings,
        picture.width,
        picture.height,
        figures.overlaps,
        figures.over_boxes,
        picture.seconds * 1e3
    );
}
