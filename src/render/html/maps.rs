//! The maps of a page: one, or for a debate that is too large for one an overview and one for each of its parts.
//!
//! Paper is smaller than a screen. Each map is printed whole on a sheet, upright or wide. A map that could not be read there is seen on the
//! screen alone, and an overview and parts of it are printed in its place.

use crate::{
    diagram::{
        map::map,
        overview::{MOST, Places, overview},
        parts::Map,
        select::{Selection, select},
        sheets::{apart, sheets},
        words::count,
    },
    render::{
        brief::Length,
        document::Brief,
        prose::words,
        svg::{Options, Picture, draw},
        svg_legend::title,
        svg_text::text,
    },
    report::run::Report,
};
use std::fmt::Write;

/// The most maps.
const MOST_MAPS: usize = 60;

/// What an upright and a wide A4 sheet have room for within the margins of `page.css`, in millimetres.
const UPRIGHT: (f64, f64) = (176.0, 255.0);
const WIDE: (f64, f64) = (277.0, 188.0);
/// Millimetres of a pixel at which a map can still be read: its texts are then 4.5 points high.
const LEAST: f64 = 0.132;

/// The maps of the debate of `report` beside `brief`, under a heading, with what was left out; empty where a debate has no steps.
pub fn maps(report: &Report<'_>, brief: &Brief, length: Length) -> String {
    let mut html = String::new();
    if report.debate.steps.is_empty() {
        return html;
    }
    let mut whole = map(&report.debate, &report.analysis);
    whole.call(|claim| brief.labels.get(&claim).cloned());
    html.push_str("<section class=\"maps\" id=\"map\" aria-label=\"Map\">\n<h2>Map</h2>\n");
    if length == Length::OnePage {
        add(&mut html, &of_one_sheet(&whole), 1);
        html.push_str("</section>\n");
        return html;
    }
    let parts = sheets(&whole);
    if parts.len() == 1 {
        let is_readable = add(&mut html, &whole, 1);
        let parts = if is_readable { Vec::new() } else { apart(&whole) };
        // A part alone is the whole.
        if parts.len() > 2 {
            html.push_str("<div class=\"printed\">\n");
            (1..).zip(&parts).for_each(|(number, part)| add_printed(&mut html, part, number));
            html.push_str("</div>\n");
        }
    } else {
        let all = parts.len();
        let _ = writeln!(html, "<p class=\"told\">{}</p>", text(&told(report.debate.claims.len(), all.saturating_sub(MOST_MAPS))));
        for (number, mut part) in (1..=MOST_MAPS as u32).zip(parts) {
            // No link to a sheet that is left out.
            part.boxes.iter_mut().for_each(|b| b.sheet = b.sheet.filter(|sheet| *sheet as usize <= MOST_MAPS));
            let (title, open) = if number == 1 { ("Overview".to_owned(), " open=\"\"") } else { (title(&part, number), "") };
            let size = count(part.boxes.iter().filter(|b| b.elsewhere.is_none()).count(), "statement", "statements");
            let _ = writeln!(html, "<details class=\"part\" name=\"map\"{open}><summary>{} <small>{size}</small></summary>", text(&title));
            add(&mut html, &part, number);
            html.push_str("</details>\n");
        }
    }
    html.push_str("</section>\n");
    html
}

/// As much of a map, from its conclusions on, as can be read on one sheet.
fn of_one_sheet(whole: &Map) -> Map {
    let fits = |map: &Map| map.boxes.len() <= MOST && scale(&draw(std::slice::from_ref(map), &Options::default())).1 >= LEAST;
    if fits(whole) {
        return whole.clone();
    }
    let within = |depth| select(whole, &Selection { depth: Some(depth), ..Selection::default() });
    let near = (1..=MOST as u32).map(within).take_while(fits).last();
    let mut part = near.unwrap_or_else(|| overview(whole, &Places::default()));
    let (shown, all) = (part.boxes.len(), words::count(whole.boxes.len(), "box", "boxes"));
    part.note = Some(format!("What is nearest to the key judgements: {shown} of {all} of the whole map."));
    part
}

/// The class of the sheet on which a picture is printed, and how many millimetres a pixel has there.
fn scale(picture: &Picture) -> (&'static str, f64) {
    let on = |(width, height): (f64, f64)| (width / picture.width).min(height / picture.height);
    let (upright, wide) = (on(UPRIGHT), on(WIDE));
    if upright >= LEAST || upright >= wide { ("", upright) } else { (" wide", wide) }
}

/// Adds a map in a window through which it is seen; whether it can be read when it is printed.
fn add(html: &mut String, map: &Map, number: u32) -> bool {
    let options = Options {
        prefix: format!("map-{number}-"),
        link: Some("#s-".to_owned()),
        sheets: Some("#map-".to_owned()),
        first: number,
        is_styled: true,
    };
    let picture = draw(std::slice::from_ref(map), &options);
    let (sheet, scale) = scale(&picture);
    let _ = writeln!(
        html,
        "<div class=\"view{sheet}\" id=\"map-{number}\" tabindex=\"0\" role=\"group\" aria-label=\"Map, to be scrolled\">\n{}</div>",
        picture.svg
    );
    scale >= LEAST
}

/// Adds a map that is seen on paper alone.
fn add_printed(html: &mut String, map: &Map, number: u32) {
    let options =
        Options { prefix: format!("sheet-{number}-"), link: None, sheets: Some("#sheet-".to_owned()), first: number, is_styled: true };
    let picture = draw(std::slice::from_ref(map), &options);
    let _ = writeln!(html, "<div class=\"sheet{}\" id=\"sheet-{number}\">\n{}</div>", scale(&picture).0, picture.svg);
}

/// What a reader of a large debate is to know of its maps, of which so many are `left` out.
fn told(statements: usize, left: usize) -> String {
    let left = match left {
        0 => String::new(),
        1 => " One part is left out, so that the page stays small.".to_owned(),
        n => format!(" {n} parts are left out, so that the page stays small."),
    };
    format!("With {statements} statements, one map would be too large to read. An overview comes first, then a map for each part.{left}")
}
