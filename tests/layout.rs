//! Layouts: what may never be seen in a picture, on our debates and on graphs that no debate would have.

use crate::{
    arguments::ROOTS,
    support::{Folder, Memory},
};
use agon::{
    diagram::{
        layered::{
            draw::draw,
            graph::{Drawing, Graph, Group, Link, Node, Piece, Point, Rect},
        },
        layout::{INSET, JOINT, Layout, layout},
        map::map,
        parts::{End, Map},
    },
    model::load::{Files, Reader},
    report::run::run,
};
use proptest::prelude::*;

fn map_of(reader: &dyn Reader, root: &str) -> Map {
    let mut files = Files::default();
    let id = files.load(root, reader);
    let report = run(&files, id);
    map(&report.debate, &report.analysis)
}

/// Whether the line from `a` to `b` enters `rect` (Liang and Barsky 1984).
fn enters(a: Point, b: Point, rect: &Rect) -> bool {
    let (mut from, mut to) = (0.0f64, 1.0f64);
    for (p, q) in [(a.x - b.x, a.x - rect.x), (b.x - a.x, rect.right() - a.x), (a.y - b.y, a.y - rect.y), (b.y - a.y, rect.bottom() - a.y)]
    {
        if p == 0.0 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            from = from.max(q / p);
        } else {
            to = to.min(q / p);
        }
    }
    from < to
}

/// The laws of a drawing.
fn check(graph: &Graph, drawing: &Drawing) {
    let rects = &drawing.nodes;
    assert_eq!((rects.len(), drawing.routes.len(), drawing.frames.len()), (graph.nodes.len(), graph.links.len(), graph.groups.len()));
    for (a, rect) in rects.iter().enumerate() {
        assert!(
            rect.x >= -0.01 && rect.y >= -0.01 && rect.right() <= drawing.width + 0.01 && rect.bottom() <= drawing.height + 0.01,
            "{a} lies outside"
        );
        for (b, other) in rects.iter().enumerate().skip(a + 1) {
            assert!(!rect.grown(-0.01).overlaps(other), "{a} {rect:?} overlaps {b} {other:?}");
        }
    }
    for (index, (link, route)) in graph.links.iter().zip(&drawing.routes).enumerate() {
        let points = route.flattened(16);
        let near = |p: Point, node: u32| rects[node as usize].grown(0.1).holds(&Rect { x: p.x, y: p.y, width: 0.0, height: 0.0 });
        assert!(near(route.start, link.from) && near(points[points.len() - 1], link.to), "link {index} ends beside its nodes");
        for (node, rect) in rects.iter().enumerate() {
            let rect = if node == link.from as usize || node == link.to as usize { rect.grown(-1.0) } else { rect.grown(-0.01) };
            assert!(!points.windows(2).any(|w| enters(w[0], w[1], &rect)), "link {index} {link:?} crosses node {node} {rect:?}: {route:?}");
        }
    }
    let lies_in = |mut group: Option<u32>, frame: usize| {
        while let Some(at) = group {
            if at as usize == frame {
                return true;
            }
            group = graph.groups[at as usize].parent;
        }
        false
    };
    for (frame, rect) in drawing.frames.iter().enumerate().filter(|(_, f)| f.width > 0.0) {
        for (index, (node, at)) in graph.nodes.iter().zip(rects).enumerate() {
            let inside = lies_in(node.group, frame);
            assert!(if inside { rect.holds(at) } else { !rect.overlaps(&at.grown(-0.01)) }, "node {index} and frame {frame}");
        }
        for (other, second) in drawing.frames.iter().enumerate().filter(|(o, f)| *o != frame && f.width > 0.0) {
            if lies_in(graph.groups[other].parent, frame) {
                assert!(rect.holds(second), "frame {other} leaves frame {frame}");
            } else if !lies_in(graph.groups[frame].parent, other) {
                assert!(!rect.overlaps(&second.grown(-0.01)), "frames {frame} and {other} overlap");
            }
        }
    }
}

/// What a line that turns beside its boxes passes there: the ends of other lines between its own ends and the corner towards which it goes.
fn passed(layout: &Layout) -> Vec<Point> {
    let mut passed = Vec::new();
    for (at, turn) in layout.arrows.iter().enumerate() {
        let Some(end) = turn.pieces.last().map(Piece::end).filter(|end| end.x == turn.start.x) else { continue };
        let others = layout.arrows.iter().enumerate().filter(|(other, _)| *other != at);
        let others = others.flat_map(|(_, a)| a.pieces.last().map(Piece::end).into_iter().chain([a.start]));
        for (here, there) in [(turn.start, end), (end, turn.start)] {
            let node =
                layout.boxes.iter().map(|b| b.rect).find(|r| (r.right() - here.x).abs() < 0.1 && r.y < here.y && here.y < r.bottom());
            let side = node.map(|r| if there.y > here.y { (here.y, r.bottom()) } else { (r.y, here.y) });
            passed.extend(others.clone().filter(|p| p.x == here.x && side.is_some_and(|(top, bottom)| top < p.y && p.y < bottom)));
        }
    }
    passed
}

#[test]
fn a_long_title_takes_the_width_of_its_frame_as_far_as_no_line_passes_it() {
    let lines = |links: &str| {
        let long = "A heading of many words that are wider than a single box is";
        let text = format!("# Above\nclaim z: Z.\n# {long}\nclaim a: A.\n  support b: B.\n    support c: C.\n{links}");
        let map = map_of(&Memory::new(&[("a.agon", &text)]), "a.agon");
        let layout = layout(&map);
        check_layout(&map, &layout);
        layout.frames.iter().map(|f| f.lines.len()).collect::<Vec<_>>()
    };
    assert_eq!(lines(""), [1, 1]);
    assert_eq!(lines("support c for z\nsupport b for z\n"), [1, 2], "lines go up to the frame above");
}

#[test]
fn a_contradiction_passes_no_end_of_another_line_at_its_own_boxes() {
    for root in ["continental-drift.agon", "organ-donation.agon", "carlill.agon"] {
        assert_eq!(passed(&layout(&map_of(&Folder("arguments"), root))), [], "{root}");
    }
}

/// The laws of a picture: those of its drawing, and texts within their boxes.
fn check_layout(map: &Map, layout: &Layout) {
    assert_eq!((layout.boxes.len(), layout.joints.len()), (map.boxes.len(), map.joints.len()));
    for placed in &layout.boxes {
        let inner = placed.rect.grown(-5.0);
        assert!(!placed.lines.is_empty());
        for (index, line) in placed.lines.iter().enumerate() {
            let (_, size, _) = line.of.style();
            let at = Rect { x: line.at.x, y: line.at.y - 0.72 * size, width: line.width, height: 0.95 * size };
            assert!(inner.holds(&at), "{line:?} leaves {:?}", placed.rect);
            assert!(line.at.x + line.width <= placed.rect.right() - INSET + 0.01);
            assert!(index == 0 || placed.lines[index - 1].at.y + 10.0 < line.at.y);
        }
    }
    for (group, frame) in layout.frames.iter().enumerate() {
        for line in &frame.lines {
            let at = Rect { x: line.at.x, y: line.at.y - 9.0, width: line.width, height: 11.0 };
            assert!(frame.rect.holds(&at), "the title of frame {group}");
            assert!(layout.boxes.iter().all(|b| !b.rect.overlaps(&at)), "the title of frame {group} lies on a box");
            let crossed = layout.arrows.iter().any(|a| a.flattened(16).windows(2).any(|w| enters(w[0], w[1], &at)));
            assert!(!crossed, "a line crosses the title of frame {group}");
        }
    }
}

/// The graph of a layout, to be checked by the laws of drawings.
fn graph_of(map: &Map, layout: &Layout) -> (Graph, Drawing) {
    use agon::diagram::parts::End;
    let end = |e: End| match e {
        End::Box(i) => i,
        End::Joint(i) => i + map.boxes.len() as u32,
    };
    let joint = |p: &Point| Rect { x: p.x - JOINT / 2.0, y: p.y - 13.0, width: JOINT, height: 26.0 };
    let nodes: Vec<Rect> = layout.boxes.iter().map(|b| b.rect).chain(layout.joints.iter().map(joint)).collect();
    let groups = map.boxes.iter().map(|b| b.group).chain(map.joints.iter().map(|j| j.group));
    let graph = Graph {
        nodes: nodes
            .iter()
            .zip(groups)
            .map(|(r, group)| Node { width: r.width, height: r.height, is_joint: r.width < 20.0, is_first: false, group })
            .collect(),
        links: map.arrows.iter().map(|a| Link { from: end(a.from), to: end(a.to), is_ranked: true, is_beside: false }).collect(),
        groups: map.groups.iter().map(|g| Group { parent: g.parent, header: 0.0 }).collect(),
    };
    let frames = layout.frames.iter().map(|f| f.rect).collect();
    let drawing = Drawing { width: layout.width, height: layout.height, nodes, routes: layout.arrows.clone(), frames, titles: Vec::new() };
    (graph, drawing)
}

#[track_caller]
fn check_map(map: &Map) {
    let first = layout(map);
    assert_eq!(first, layout(map), "the same map gives the same layout");
    check_layout(map, &first);
    let (graph, drawing) = graph_of(map, &first);
    check(&graph, &drawing);
}

#[test]
fn the_laws_of_layouts_hold_for_the_shipped_debates() {
    for root in ROOTS {
        check_map(&map_of(&Folder("arguments"), root));
    }
}

#[test]
fn circles_contradictions_and_debates_without_boxes_are_drawn() {
    let texts = [
        "",
        "claim a: A.\n",
        "claim a: A.\n  support s:\n    premise a\n",
        "claim a: A.\n  support s:\n    premise b\nclaim b: B.\n  support t:\n    premise a\n",
        "claim a: A.\nclaim b: B.\nclaim c: C.\ncontradiction a, b, c\ncontradiction a, b\n",
        "claim a: A.\n  support s: B.\n    undercut u: C.\n      undercut v: D.\n        undercut w: E.\n",
        "claim a: A.\n  rebuttal r: R.\n    rebuttal q: Q.\nrebuttal a against q\n",
    ];
    for text in texts {
        check_map(&map_of(&Memory::new(&[("a.agon", text)]), "a.agon"));
    }
}

/// Three groups, each with a column of conclusions and one of reasons: `within` links in the middle one, `past` it from the first to the
/// last.
fn three_groups(within: u32, past: u32) -> Graph {
    let node = |group| Node { width: 100.0, height: 30.0, is_joint: false, is_first: false, group: Some(group) };
    let link = |from, to| Link { from, to, is_ranked: true, is_beside: false };
    let size = within.max(past);
    let at = |group: u32, column: u32, index: u32| (group * 2 + column) * size + index;
    let middle = (0..within).map(|i| link(at(1, 1, i), at(1, 0, i)));
    let others = (0..size).map(|i| link(at(0, 1, i), if i < past { at(2, 0, i) } else { at(0, 0, i) }));
    Graph {
        nodes: (0..3).flat_map(|group| std::iter::repeat_n(node(group), 2 * size as usize)).collect(),
        links: middle.chain(others).collect(),
        groups: vec![Group { parent: None, header: 10.0 }; 3],
    }
}

#[test]
fn groups_keep_their_order_but_where_a_move_saves_many_crossings() {
    let tops = |graph: &Graph| {
        let drawing = draw(graph);
        check(graph, &drawing);
        drawing.frames.iter().map(|f| f.y).collect::<Vec<f64>>()
    };
    let kept = tops(&three_groups(4, 0));
    assert!(kept.is_sorted(), "{kept:?}");
    let kept = tops(&three_groups(1, 1));
    assert!(kept.is_sorted(), "one crossing is no reason to move: {kept:?}");
    let moved = tops(&three_groups(4, 4));
    assert!(moved[0] < moved[2] && !(moved[0]..moved[2]).contains(&moved[1]), "the middle group is out of the way: {moved:?}");
}

fn graphs() -> impl Strategy<Value = Graph> {
    (1usize..28, 0usize..60, 0usize..6).prop_flat_map(|(nodes, links, groups)| {
        let node = (20.0f64..90.0, any::<bool>(), 0..=groups);
        let nodes_of = prop::collection::vec(node, nodes);
        let links_of = prop::collection::vec((0..nodes as u32, 0..nodes as u32, 0u8..8), links);
        let groups_of = prop::collection::vec((0usize..8, 0.0f64..30.0), groups);
        (nodes_of, links_of, groups_of).prop_map(|(nodes, links, groups)| {
            // A frame is made for boxes, so a joint lies in a group only beside a box: the first node of each group is one.
            let mut seen = std::collections::BTreeSet::new();
            let node = |(height, is_joint, group): (f64, bool, usize)| {
                let is_joint = is_joint && !seen.insert(group);
                let group = group.checked_sub(1).map(|g| g as u32);
                if is_joint {
                    Node { width: 12.0, height: 26.0, is_joint, is_first: false, group }
                } else {
                    Node { width: 100.0, height, is_joint, is_first: false, group }
                }
            };
            let group =
                |(index, (parent, header)): (usize, (usize, f64))| Group { parent: (parent < index).then_some(parent as u32), header };
            Graph {
                nodes: nodes.into_iter().map(node).collect(),
                links: links.into_iter().map(|(from, to, kind)| Link { from, to, is_ranked: kind > 0, is_beside: kind == 1 }).collect(),
                groups: groups.into_iter().enumerate().map(group).collect(),
            }
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn the_laws_of_drawings_hold_for_any_graph(graph in graphs()) {
        let drawing = draw(&graph);
        check(&graph, &drawing);
        prop_assert_eq!(drawing, draw(&graph));
    }

    #[test]
    fn no_text_leaves_its_box(text in "\\PC{0,200}", speaker in "\\PC{1,60}") {
        let plain = |t: &str| t.replace(['\n', '\r', '\t'], " ");
        let debate = format!("party p: {}\nclaim a by p:\n  \\{}\n", plain(&speaker), plain(&text));
        let map = map_of(&Memory::new(&[("a.agon", &debate)]), "a.agon");
        check_layout(&map, &layout(&map));
    }
}

#[test]
fn a_question_that_nothing_is_linked_to_stands_in_the_first_column() {
    let debate = "question q: Who goes?\nquestion p: Who stays?\nclaim a on p: Ada stays.\n  support b: She likes it here.\nclaim c: The sun shines.\n  support d: \
                  There is no cloud.\n";
    let map = map_of(&Memory::new(&[("a.agon", debate)]), "a.agon");
    let boxes = layout(&map).boxes;
    let left = |name: &str| map.boxes.iter().zip(&boxes).find(|(node, _)| node.name == name).map(|(_, placed)| placed.rect.x);
    assert_eq!([left("q"), left("p")], [Some(0.0); 2]);
    assert!(left("b") > left("a") && left("a") > left("p"));
}

#[test]
fn long_lines_keep_clear_of_the_sides_of_frames_and_heads_of_each_other() {
    for root in ROOTS {
        let map = map_of(&Folder("arguments"), root);
        let layout = layout(&map);
        let (mut upright, mut ends): (usize, Vec<(u32, f64, f64)>) = (0, Vec::new());
        for (arrow, route) in map.arrows.iter().zip(&layout.arrows) {
            let mut at = route.start;
            for piece in &route.pieces {
                let end = piece.end();
                if matches!(piece, Piece::Line(_)) && at.x == end.x && at.y != end.y {
                    upright += 1;
                    let (top, bottom) = (at.y.min(end.y), at.y.max(end.y));
                    for frame in layout.frames.iter().filter(|f| f.rect.y < bottom && top < f.rect.bottom()) {
                        let far = (at.x - frame.rect.x).abs().min((at.x - frame.rect.right()).abs());
                        assert!(far > 2.9, "{root}: a line runs {far} beside the side of a frame");
                    }
                }
                at = end;
            }
            if let (End::Box(index), false) = (arrow.to, arrow.is_leg) {
                ends.push((index, at.x, at.y));
            }
        }
        assert!(upright > 0 || !root.starts_with("security"), "{root}: long lines are upright");
        for (index, (node, x, y)) in ends.iter().enumerate() {
            let near = ends[..index].iter().find(|(other, at, high)| (other, at) == (node, x) && (high - y).abs() < 10.0);
            assert!(near.is_none(), "{root}: two heads at {} touch: {near:?} and {y}", map.boxes[*node as usize].name);
        }
    }
}

/// A conclusion with `leaves` reasons, and a chain of `chain` more.
fn star_with_chain(leaves: u32, chain: u32) -> Graph {
    let node = Node { width: 100.0, height: 40.0, is_joint: false, is_first: false, group: None };
    let link = |from, to| Link { from, to, is_ranked: true, is_beside: false };
    let steps = (1..chain).map(|n| link(leaves + n + 1, leaves + n));
    Graph {
        nodes: vec![node; (1 + leaves + chain) as usize],
        links: (1..=leaves + chain.min(1)).map(|n| link(n, 0)).chain(steps).collect(),
        groups: Vec::new(),
    }
}

#[test]
fn a_high_drawing_deals_reasons_out_to_the_columns_that_it_has() {
    let columns = |graph: &Graph| {
        let drawing = draw(graph);
        check(graph, &drawing);
        let mut of_leaves: Vec<i64> = drawing.nodes[1..21].iter().map(|r| r.x as i64).collect();
        of_leaves.sort_unstable();
        of_leaves.dedup();
        (of_leaves.len(), drawing.height)
    };
    let (alone, high) = columns(&star_with_chain(20, 0));
    assert_eq!(alone, 1, "no column is added");
    let (dealt, lower) = columns(&star_with_chain(20, 3));
    assert!(dealt > 1 && lower < high * 0.7, "{dealt} columns, {lower} of {high}");
    let (low, _) = columns(&star_with_chain(20, 12));
    assert_eq!(low, 1, "a drawing that is wide enough is left as it is");
}

/// Graphs of shapes that cost a careless layout its time or memory.
#[test]
fn odd_shapes_are_drawn_in_bounded_time() {
    let node = Node { width: 100.0, height: 30.0, is_joint: false, is_first: false, group: None };
    let link = |from: u32, to: u32| Link { from, to, is_ranked: true, is_beside: false };
    let nodes = |count: usize| vec![node; count];
    let size = 500u32;
    let chain = (1..size).map(|n| link(n, n - 1));
    let shapes: Vec<(&str, Vec<Link>)> = vec![
        ("a chain", chain.clone().collect()),
        ("a chain whose every link also leads to the start", chain.clone().chain((2..size).map(|n| link(n, 0))).collect()),
        ("a circle", chain.chain([link(0, size - 1)]).collect()),
        ("a star", (1..size).map(|n| link(n, 0)).collect()),
        ("two stars with the same rays", (2..size).flat_map(|n| [link(n, 0), link(n, 1)]).collect()),
        ("nothing linked", Vec::new()),
        ("all to all", (0..30).flat_map(|a| (0..30).map(move |b| link(a, b))).collect()),
        ("itself", (0..size).map(|n| link(n, n)).collect()),
    ];
    for (name, links) in shapes {
        let graph = Graph { nodes: nodes(size as usize), links, groups: Vec::new() };
        let drawing = draw(&graph);
        assert!(drawing.width.is_finite() && drawing.height.is_finite() && drawing.height > 0.0, "{name}");
        assert!(drawing.routes.iter().map(|r| r.pieces.len()).sum::<usize>() < 300_000, "{name} is drawn with too many pieces");
    }
}
