//! The groups of a map as nested blocks: which box and joint goes where, in which order and how far indented. What a block, a box and a
//! joint look like is for the format.

use crate::diagram::parts::{End, Joint, Map, Node};

/// What a format writes for the parts of a map, each on a line of its own.
pub trait Draw {
    /// The line that opens a group; a second one starts with `indent`.
    fn open(&mut self, group: usize, title: &str, indent: &str, out: &mut String);
    /// The line that closes it.
    fn close(&mut self, out: &mut String);
    /// A box.
    fn node(&mut self, index: usize, node: &Node, out: &mut String);
    /// A joint.
    fn joint(&mut self, index: usize, joint: &Joint, out: &mut String);
}

/// The number of an end of an arrow: boxes are `b1` and on, joints `j1` and on.
pub fn id(end: End) -> String {
    match end {
        End::Box(index) => format!("b{}", index + 1),
        End::Joint(index) => format!("j{}", index + 1),
    }
}

/// What lies directly in a group, or in none.
#[derive(Clone, Default)]
struct Content {
    boxes: Vec<usize>,
    joints: Vec<usize>,
    groups: Vec<usize>,
}

/// Writes the groups, boxes and joints of `map` to `out`. Linear, and without recursion.
pub fn nest(map: &Map, draw: &mut impl Draw, out: &mut String) {
    let contents = contents(map);
    // The last entry is what lies in no group.
    let mut open: Vec<(usize, usize)> = vec![(map.groups.len(), 0)];
    while let Some((group, next)) = open.pop() {
        let Some(content) = contents.get(group) else { continue };
        let depth = open.len() + 1;
        if next == 0 {
            for index in &content.boxes {
                if let Some(node) = map.boxes.get(*index) {
                    line(depth, out, |out| draw.node(*index, node, out));
                }
            }
            for index in &content.joints {
                if let Some(joint) = map.joints.get(*index) {
                    line(depth, out, |out| draw.joint(*index, joint, out));
                }
            }
        }
        match content.groups.get(next) {
            Some(child) => {
                let title = map.groups.get(*child).map_or("", |g| g.title.as_str());
                line(depth, out, |out| draw.open(*child, title, &"  ".repeat(depth), out));
                open.extend([(group, next + 1), (*child, 0)]);
            }
            None if depth > 1 => line(depth - 1, out, |out| draw.close(out)),
            None => {}
        }
    }
}

fn contents(map: &Map) -> Vec<Content> {
    let mut contents = vec![Content::default(); map.groups.len() + 1];
    let mut within = |group: Option<u32>, add: &dyn Fn(&mut Content)| {
        let at = group.map_or(map.groups.len(), |g| g as usize);
        if let Some(content) = contents.get_mut(at) {
            add(content);
        }
    };
    for (index, node) in map.boxes.iter().enumerate() {
        within(node.group, &|c| c.boxes.push(index));
    }
    for (index, joint) in map.joints.iter().enumerate() {
        within(joint.group, &|c| c.joints.push(index));
    }
    for (index, group) in map.groups.iter().enumerate() {
        within(group.parent, &|c| c.groups.push(index));
    }
    contents
}

fn line(depth: usize, out: &mut String, write: impl FnOnce(&mut String)) {
    out.extend(std::iter::repeat_n("  ", depth));
    write(out);
    out.push('\n');
}
