//! The maps of a page: one, or one for each section of a debate that is too large for one.

use crate::{
    diagram::{layout::layout, map::map, parts::Map, split::split},
    render::{
        prose::words,
        svg::{Options, draw, size},
        svg_text::text,
    },
    report::run::Report,
};
use std::fmt::Write;

/// The largest map that can be taken in, in boxes.
const MOST_BOXES: usize = 60;
/// The largest map of a section.
const MOST_OF_SECTION: usize = 120;
/// The most maps of sections.
const MOST_MAPS: usize = 60;

/// The maps of a page.
#[derive(Debug, Default)]
pub struct Maps {
    /// The maps under a heading, with what was left out; empty where a debate has no steps.
    pub html: String,
    /// Style that gives each map a printed page of its own size, on which it is whole.
    pub style: String,
}

/// The maps of the debate of `report`.
pub fn maps(report: &Report<'_>) -> Maps {
    let mut maps = Maps::default();
    if report.debate.steps.is_empty() {
        return maps;
    }
    let whole = map(&report.debate, &report.analysis);
    let boxes = whole.boxes.len();
    maps.html.push_str("<section class=\"maps\" id=\"map\" aria-label=\"Map\">\n<h2>Map</h2>\n");
    if boxes <= MOST_BOXES {
        maps.add(&whole, 1);
    } else {
        let parts: Vec<Map> = split(&whole).into_iter().filter(|p| !p.arrows.is_empty()).collect();
        let fits: Vec<&Map> = parts.iter().filter(|p| p.boxes.len() <= MOST_OF_SECTION).take(MOST_MAPS).collect();
        let _ = writeln!(maps.html, "<p class=\"told\">{}</p>", text(&told(boxes, parts.len(), fits.len())));
        for (part, number) in fits.into_iter().zip(1..) {
            let title = text(part.title.as_deref().unwrap_or("Outside all sections"));
            let open = if number == 1 { " open=\"\"" } else { "" };
            let size = words::count(part.boxes.len(), "statement", "statements");
            let _ = writeln!(maps.html, "<details class=\"part\" name=\"map\"{open}><summary>{title} <small>{size}</small></summary>");
            maps.add(part, number);
            maps.html.push_str("</details>\n");
        }
    }
    maps.html.push_str("</section>\n");
    maps
}

impl Maps {
    /// Adds a map in a window through which it is seen.
    fn add(&mut self, map: &Map, number: usize) {
        let layout = layout(map);
        let options = Options { prefix: format!("map-{number}-"), link: Some("#s-".to_owned()), is_styled: true };
        let (width, height) = size(map, &layout);
        let _ = writeln!(
            self.style,
            "@page map-{number} {{ size: {}px {}px; margin: 0; }} @media print {{ #map-{number} {{ page: map-{number}; }} }}",
            width.ceil(),
            // A picture that is a hair too high would spill over to a second page.
            height.ceil() + 4.0
        );
        let _ = writeln!(
            self.html,
            "<div class=\"view\" id=\"map-{number}\" tabindex=\"0\" role=\"group\" aria-label=\"Map, to be scrolled\">\n{}</div>",
            draw(map, &layout, &options)
        );
    }
}

/// What a reader of a large debate is to know of its maps.
fn told(boxes: usize, all: usize, drawn: usize) -> String {
    let why = format!("With {boxes} statements, one map would be too large to read.");
    if all == 0 || drawn == 0 {
        return format!("{why} No section of the debate is small enough for a map of its own. The list below holds every statement.");
    }
    let left = match all - drawn {
        0 => String::new(),
        1 => " One section that is too large for a map is left out.".to_owned(),
        n => format!(" {} sections are left out, being too large or too many.", words::capital(&words::number(n))),
    };
    format!("{why} There is one for each section; lines that lead from one section to another are not drawn.{left}")
}
