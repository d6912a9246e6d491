//! Pictures in pixels: an SVG of ours drawn with the fonts in `font/`, so that it looks the same on every machine.
//!
//! The fonts have Latin, Greek and Cyrillic letters; what they lack is shown as an empty box, with its room kept.

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

const FAMILY: &str = "Agon Sans";
const REGULAR: &[u8] = include_bytes!("font/AgonSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("font/AgonSans-Bold.ttf");
/// Pixels for one of CSS: fine enough for print. Where that would be too many in all, one.
const FINE: f32 = 2.0;
/// The most pixels, four bytes each.
const MOST: f32 = 1e8;

/// A picture of [`crate::render::svg::draw`] as PNG; none if it would have more than 100 million pixels. Linear in pixels.
pub fn draw(svg: &str) -> Option<Vec<u8>> {
    let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
    let fonts = options.fontdb_mut();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(BOLD.to_vec());
    fonts.set_sans_serif_family(FAMILY);
    let tree = Tree::from_str(svg, &options).ok()?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = [FINE, 1.0].into_iter().find(|scale| width * height * scale * scale <= MOST)?;
    let mut pixels = Pixmap::new((width * scale).ceil() as u32, (height * scale).ceil() as u32)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().ok()
}
