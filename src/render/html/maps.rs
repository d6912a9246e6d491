//! The maps of a page: one, or for a debate that is too large for one an overview and one for each of its parts.

use crate::{
    diagram::{
        map::map,
        parts::Map,
        sheets::{MOST, sheets},
    },
    render::{
        prose::words,
        svg::{Options, draw},
        svg_legend::title,
        svg_text::text,
    },
    report::run::Report,
};
use std::{collections::BTreeSet, fmt::Write};

/// The largest map of a part, in boxes.
const MOST_OF_PART: usize = 120;
/// The most maps.
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
    if boxes <= MOST {
        maps.add(&whole, 1);
    } else {
        let parts = sheets(&whole);
        let all = parts.len();
        let numbered = (1..).zip(parts);
        let mut fits: Vec<(u32, Map)> = numbered.filter(|(_, part)| part.boxes.len() <= MOST_OF_PART).take(MOST_MAPS).collect();
        let drawn: BTreeSet<u32> = fits.iter().map(|(number, _)| *number).collect();
        if let Some((1, overview)) = fits.first_mut() {
            // No link to a sheet that is left out.
            overview.boxes.iter_mut().for_each(|b| b.sheet = b.sheet.filter(|s| drawn.contains(s)));
        }
        let _ = writeln!(maps.html, "<p class=\"told\">{}</p>", text(&told(report.debate.claims.len(), all, fits.len())));
        for (number, part) in &fits {
            let (title, open) = if *number == 1 { ("Overview".to_owned(), " open=\"\"") } else { (title(part, *number), "") };
            let size = words::count(part.boxes.len(), "statement", "statements");
            let _ =
                writeln!(maps.html, "<details class=\"part\" name=\"map\"{open}><summary>{} <small>{size}</small></summary>", text(&title));
            maps.add(part, *number);
            maps.html.push_str("</details>\n");
        }
    }
    maps.html.push_str("</section>\n");
    maps
}

impl Maps {
    /// Adds a map in a window through which it is seen.
    fn add(&mut self, map: &Map, number: u32) {
        let options = Options {
            prefix: format!("map-{number}-"),
            link: Some("#s-".to_owned()),
            sheets: Some("#map-".to_owned()),
            first: number,
            is_styled: true,
        };
        let picture = draw(std::slice::from_ref(map), &options);
        let _ = writeln!(
            self.style,
            "@page map-{number} {{ size: {}px {}px; margin: 0; }} @media print {{ #map-{number} {{ page: map-{number}; }} }}",
            picture.width.ceil(),
            // A picture that is a hair too high would spill over to a second page.
            picture.height.ceil() + 4.0
        );
        let _ = writeln!(
            self.html,
            "<div class=\"view\" id=\"map-{number}\" tabindex=\"0\" role=\"group\" aria-label=\"Map, to be scrolled\">\n{}</div>",
            picture.svg
        );
    }
}

/// What a reader of a large debate is to know of its maps.
fn told(statements: usize, all: usize, drawn: usize) -> String {
    let why = format!("With {statements} statements, one map would be too large to read.");
    if all == 0 || drawn == 0 {
        return format!("{why} No part of the debate is small enough for a map of its own. The list below holds every statement.");
    }
    let left = match all - drawn {
        0 => String::new(),
        1 => " One part that is too large for a map is left out.".to_owned(),
        n => format!(" {} parts are left out, being too large or too many.", words::capital(&words::number(n))),
    };
    format!("{why} An overview comes first, then a map for each part.{left}")
}
