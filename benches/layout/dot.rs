//! The same graph drawn by Graphviz's dot: boxes of the same size, groups as clusters, and the distances of our own DOT maps.

use crate::measure::Picture;
use agon::diagram::layered::graph::{Graph, Link, Piece, Point, Rect, Route};
use std::{
    fmt::Write as _,
    io::Write as _,
    process::{Command, Stdio},
    time::Instant,
};

/// CSS pixels and points in an inch.
const PIXELS: f64 = 96.0;

/// The version of dot, if it is installed.
pub(crate) fn version() -> Option<String> {
    let told = Command::new("dot").arg("-V").output().ok()?;
    Some(String::from_utf8_lossy(&told.stderr).trim().to_owned())
}

/// The picture that dot makes of `graph`, with the time of the whole process.
pub(crate) fn draw(graph: &Graph) -> Picture {
    let source = source(graph);
    let start = Instant::now();
    let mut child =
        Command::new("dot").arg("-Tplain").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("dot starts");
    let mut input = child.stdin.take().expect("the input is a pipe");
    let writer = std::thread::spawn(move || input.write_all(source.as_bytes()));
    let output = child.wait_with_output().expect("dot ends");
    let seconds = start.elapsed().as_secs_f64();
    writer.join().expect("the writer ends").expect("dot reads its input");
    let mut picture = read(graph, &String::from_utf8_lossy(&output.stdout));
    picture.seconds = seconds;
    picture
}

fn source(graph: &Graph) -> String {
    let mut out = String::from("digraph g { rankdir=RL; nodesep=0.2; ranksep=0.45; node [shape=box, fixedsize=true, label=\"\"];\n");
    let mut within: Vec<String> = vec![String::new(); graph.groups.len()];
    for (index, node) in graph.nodes.iter().enumerate() {
        let shape = if node.is_joint { ", shape=circle" } else { "" };
        let (width, height) = (node.width / PIXELS, if node.is_joint { node.width } else { node.height } / PIXELS);
        let line = format!("n{index} [width={width:.4}, height={height:.4}{shape}];\n");
        match node.group {
            Some(group) => within[group as usize] += &line,
            None => out += &line,
        }
    }
    for (index, group) in graph.groups.iter().enumerate().rev() {
        let cluster = format!("subgraph cluster_{index} {{ label=\"title\"; fontsize=12;\n{}}}\n", within[index]);
        match group.parent {
            Some(parent) => within[parent as usize] += &cluster,
            None => out += &cluster,
        }
    }
    for (index, Link { from, to, is_ranked, .. }) in graph.links.iter().enumerate() {
        let loose = if *is_ranked { "" } else { ", constraint=false" };
        let _ = writeln!(out, "n{from} -> n{to} [label=\"\", color=\"{index}\"{loose}];");
    }
    out + "}\n"
}

/// Reads the output of `-Tplain`: lengths in inches, y upwards, and links in an order of its own, told apart by their colour.
fn read(graph: &Graph, text: &str) -> Picture {
    let mut picture =
        Picture { nodes: vec![Rect::default(); graph.nodes.len()], lines: vec![Vec::new(); graph.links.len()], ..Picture::default() };
    for line in text.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        let number = |at: usize| words[at].parse::<f64>().expect("dot writes numbers") * PIXELS;
        match words[0] {
            "graph" => (picture.width, picture.height) = (number(2), number(3)),
            "node" => {
                let node: usize = words[1][1..].parse().expect("our names are numbers");
                let (width, height) = (number(4), number(5));
                let (x, y) = (number(2) - width / 2.0, picture.height - number(3) - height / 2.0);
                picture.nodes[node] = Rect { x, y, width, height };
            }
            "edge" => {
                let count: usize = words[3].parse().expect("dot counts its points");
                let points: Vec<Point> =
                    (0..count).map(|p| Point { x: number(4 + 2 * p), y: picture.height - number(5 + 2 * p) }).collect();
                let link: usize = words[words.len() - 1].parse().expect("our colours are numbers");
                let curve = |p: &[Point]| Piece::Curve(p[0], p[1], p[2]);
                let route = Route { start: points[0], pieces: points[1..].chunks_exact(3).map(curve).collect() };
                picture.lines[link] = route.flattened(8);
            }
            _ => {}
        }
    }
    picture
}
