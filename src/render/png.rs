//! Pictures in pixels: an SVG of ours drawn with the fonts in `font/`, so that it looks the same on every machine.
//!
//! The fonts have Latin, Greek and Cyrillic letters; what they lack is shown as an empty box, with its room kept, and told of.

use crate::{
    diagram::{face::Face, parts::Map, scripts},
    render::svg,
};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{self, Tree},
};
use std::collections::BTreeSet;

const FAMILY: &str = "Agon Sans";
const REGULAR: &[u8] = include_bytes!("font/AgonSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("font/AgonSans-Bold.ttf");
/// What the fonts lack too: they show it as such a box.
const EMPTY: char = '□';
/// Pixels for one of CSS: fine enough for print. Where that would be too many in all, one.
const FINE: f32 = 2.0;
/// The most pixels, four bytes each.
const MOST: f32 = 1e8;

/// A picture in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// As PNG.
    pub png: Vec<u8>,
    /// The scripts of the characters that it shows as empty boxes, since the fonts lack them.
    pub lacks: BTreeSet<&'static str>,
}

/// The picture of `sheets` as PNG; none if it would have more than 100 million pixels. Linear in pixels.
pub fn draw(sheets: Vec<Map>) -> Option<Pixels> {
    let (sheets, lacks) = spelt(sheets);
    let mut options = usvg::Options { font_family: FAMILY.to_owned(), ..usvg::Options::default() };
    let fonts = options.fontdb_mut();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(BOLD.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    let tree = Tree::from_str(&svg::draw(&sheets, &svg::Options::default()).svg, &options).ok()?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = [FINE, 1.0].into_iter().find(|scale| width * height * scale * scale <= MOST)?;
    let mut pixels = Pixmap::new((width * scale).ceil() as u32, (height * scale).ceil() as u32)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Some(Pixels { png: pixels.encode_png().ok()?, lacks })
}

/// `sheets` with an empty box for each character that the fonts lack, so that it is measured as what it is shown as; and their scripts.
fn spelt(mut sheets: Vec<Map>) -> (Vec<Map>, BTreeSet<&'static str>) {
    let mut lacks = BTreeSet::new();
    for sheet in &mut sheets {
        let titles = sheet.groups.iter_mut().map(|group| &mut group.title);
        let said = sheet.boxes.iter_mut().flat_map(|node| node.speakers.iter_mut().chain([&mut node.text.short]));
        for text in sheet.title.iter_mut().chain(&mut sheet.note).chain(titles).chain(said) {
            *text = text.chars().filter_map(|c| shown(c, &mut lacks)).collect();
        }
    }
    (sheets, lacks)
}

fn shown(c: char, lacks: &mut BTreeSet<&'static str>) -> Option<char> {
    if Face::Regular.has(c) {
        return Some(c);
    }
    let has_shape = scripts::advance(c) > 0;
    has_shape.then(|| {
        lacks.insert(scripts::name(c));
        EMPTY
    })
}
