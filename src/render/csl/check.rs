//! Whether a file is a style that can be used, before it is.
//!
//! Macros call macros, so a few lines can stand for a circle, or for more work than any machine does; `hayagriva` would follow them.

use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// The most bytes of a style.
const MOST_BYTES: usize = 4 << 20;
/// The most elements within each other, macros followed.
const DEEPEST: usize = 200;
/// The most elements that a style comes to when each macro is written out where it is called.
const MOST_ELEMENTS: usize = 200_000;

/// What is wrong with a style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1, where it is known.
    pub line: Option<u32>,
    /// What is wrong: words after a colon.
    pub what: String,
    /// What to do.
    pub help: &'static str,
}

/// What a look at the file tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Whether it says anywhere how the place in a source is written.
    pub locates: bool,
}

const EXPORT: &str = "give a style of the Citation Style Language, version 1.0: a file that ends in `.csl`";
const SIMPLIFY: &str = "give another style, or mend the macro";

/// Looks through a style. Near linear in the text.
///
/// # Errors
/// When it is no style that stands by itself, or comes to too much work.
pub fn check(text: &str) -> Result<Look, Fault> {
    if text.len() > MOST_BYTES {
        return Err(Fault { line: None, what: "it is larger than 4 MiB".to_owned(), help: EXPORT });
    }
    let document = Document::parse(text).map_err(|error| {
        let words = error.to_string();
        let what = words.split(" at ").next().unwrap_or(&words);
        Fault { line: Some(error.pos().row), what: format!("it is no XML: {what}"), help: EXPORT }
    })?;
    let root = document.root_element();
    let at = |node: Node<'_, '_>| Some(document.text_pos_at(node.range().start).row);
    if root.tag_name().name() != "style" {
        let what = format!("it begins with `<{}>` and not with `<style>`", root.tag_name().name());
        return Err(Fault { line: at(root), what, help: EXPORT });
    }
    let elements: Vec<(Node<'_, '_>, usize)> = nested(root);
    if let Some((deep, _)) = elements.iter().find(|(_, depth)| *depth > DEEPEST) {
        return Err(Fault {
            line: at(*deep),
            what: format!("its elements stand more than {DEEPEST} deep within each other"),
            help: EXPORT,
        });
    }
    let parent = elements.iter().find(|(node, _)| node.has_tag_name_of("link") && node.attribute("rel") == Some("independent-parent"));
    if let Some((link, _)) = parent {
        let of = link.attribute("href").unwrap_or_default();
        let what = format!("it only says that it is like another style: {of}");
        return Err(Fault { line: at(*link), what, help: "give the file of that other style" });
    }
    if !elements.iter().any(|(node, _)| node.has_tag_name_of("citation")) {
        return Err(Fault { line: at(root), what: "it does not say how to cite: it has no `<citation>`".to_owned(), help: EXPORT });
    }
    let mut macros = Macros::default();
    for (node, _) in elements.iter().filter(|(node, _)| node.has_tag_name_of("macro")) {
        if let Some(name) = node.attribute("name") {
            macros.bodies.entry(name).or_insert(Body { line: at(*node), calls: calls(*node) });
        }
    }
    for (node, _) in elements.iter().filter(|(node, _)| node.has_tag_name_of("citation") || node.has_tag_name_of("bibliography")) {
        let body = Body { line: at(*node), calls: calls(*node) };
        macros.cost(&body, 0)?;
    }
    let locates = |node: &Node<'_, '_>| {
        let variables = node.attribute("variable").unwrap_or_default();
        variables.split_whitespace().any(|name| name == "locator") && !node.has_tag_name_of("if") && !node.has_tag_name_of("else-if")
    };
    Ok(Look { locates: elements.iter().any(|(node, _)| locates(node)) })
}

trait Named {
    /// Whether an element has this name, in whatever namespace.
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl Named for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.tag_name().name() == name
    }
}

/// All elements beneath `root` and it, in their order, each with how deep it stands.
fn nested<'a, 'i>(root: Node<'a, 'i>) -> Vec<(Node<'a, 'i>, usize)> {
    let mut next = vec![(root, 1)];
    let mut elements = Vec::new();
    while let Some((node, depth)) = next.pop() {
        elements.push((node, depth));
        next.extend(node.children().rev().filter(Node::is_element).map(|child| (child, depth + 1)));
    }
    elements
}

/// The elements beneath `of`: how deep each stands there, and which macro it calls.
fn calls<'a>(of: Node<'a, '_>) -> Vec<(usize, Option<&'a str>)> {
    nested(of).into_iter().map(|(node, depth)| (depth, node.attribute("macro"))).collect()
}

/// What stands in a macro, a citation or a bibliography.
struct Body<'a> {
    line: Option<u32>,
    calls: Vec<(usize, Option<&'a str>)>,
}

/// How many elements something comes to, and how deep they stand within each other.
#[derive(Clone, Copy, Default)]
struct Cost {
    elements: usize,
    depth: usize,
}

#[derive(Default)]
struct Macros<'a> {
    bodies: BTreeMap<&'a str, Body<'a>>,
    known: BTreeMap<&'a str, Cost>,
}

impl<'a> Macros<'a> {
    /// What `body` comes to, which `above` calls lead to.
    fn cost(&mut self, body: &Body<'a>, above: usize) -> Result<Cost, Fault> {
        let fault = |what: String| Err(Fault { line: body.line, what, help: SIMPLIFY });
        if above > DEEPEST {
            return fault(format!("its macros call each other in a circle, or more than {DEEPEST} deep"));
        }
        let mut cost = Cost::default();
        for (depth, call) in &body.calls {
            let inner = match call {
                None => Cost::default(),
                Some(name) => self.called(name, body, above)?,
            };
            cost.elements = cost.elements.saturating_add(inner.elements + 1);
            cost.depth = cost.depth.max(depth + inner.depth);
        }
        if cost.depth > DEEPEST || cost.elements > MOST_ELEMENTS {
            return fault("its macros come to more work than a style needs".to_owned());
        }
        Ok(cost)
    }

    fn called(&mut self, name: &'a str, by: &Body<'a>, above: usize) -> Result<Cost, Fault> {
        if let Some(cost) = self.known.get(name) {
            return Ok(*cost);
        }
        // It is taken out while it is looked at, and so not found again in a circle.
        let Some(body) = self.bodies.remove(name) else {
            let what = format!("the macro `{name}` does not exist, or calls itself");
            return Err(Fault { line: by.line, what, help: SIMPLIFY });
        };
        let cost = self.cost(&body, above + 1)?;
        self.known.insert(name, cost);
        Ok(cost)
    }
}
