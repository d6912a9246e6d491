//! The maps of a page: one, or for a debate that is too large for one an overview and one for each of its parts.
//!
//! Paper is smaller than a screen. Each map is printed whole, among the text where it can be read there, else on a sheet of its own, upright or
//! wide, and a band that is many times as high as broad over several. A map that could not be read so either is seen on the screen alone, and
//! an overview and parts of it are printed in its place.

use crate::{
    diagram::{
        map::map,
        overview::{MOST, Places, overview},
        parts::{Map, Node, Subject},
        select::{nearest, nearest_of},
        sheets::{apart, sheets},
        words::count,
    },
    model::ids::ClaimId,
    render::{
        brief::Length,
        document::Brief,
        html::sheet,
        svg::{Options, Picture, draw},
        svg_legend::title,
        svg_text::text,
    },
    report::run::Report,
};
use std::fmt::Write;

/// The most maps.
const MOST_MAPS: usize = 60;
/// The most that are parted once more for paper.
const MOST_PRINTED: usize = 20;

/// What there is room for within the margins of `page.css`, in millimetres: among the text, and on an upright or wide A4 sheet.
const AMONG: (f64, f64) = (190.0, 250.0);
const TALL: (f64, f64) = (190.0, 275.0);
const WIDE: (f64, f64) = (277.0, 188.0);
/// Millimetres of a pixel at which a map can still be read: its texts are then of nearly 6 points.
const LEAST: f64 = 0.17;
/// The same beneath a text of one page, which then has no other sheet to turn to.
const BENEATH: f64 = 0.16;
/// How many times as large a picture becomes that is cut for it.
const BAND: f64 = 1.5;

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
        let (map, is_beneath) = of_one_sheet(&whole, &sheet::told(brief), AMONG.1 - sheet::height(brief));
        add(&mut html, &map, 1, if is_beneath { " beneath" } else { "" });
        html.push_str("</section>\n");
        return html;
    }
    let parts = sheets(&whole);
    let all = parts.len();
    let mut least = f64::INFINITY;
    if all == 1 {
        least = add(&mut html, &whole, 1, "");
    } else {
        let _ = writeln!(html, "<p class=\"told\">{}</p>", text(&told(report.debate.claims.len(), all.saturating_sub(MOST_MAPS))));
        for (number, mut part) in (1..=MOST_MAPS as u32).zip(parts) {
            // No link to a sheet that is left out.
            part.boxes.iter_mut().for_each(|b| b.sheet = b.sheet.filter(|sheet| *sheet as usize <= MOST_MAPS));
            let (title, open) = if number == 1 { ("Overview".to_owned(), " open=\"\"") } else { (title(&part, number), "") };
            let is_here = |b: &&Node| b.elsewhere.is_none() && matches!(b.subject, Subject::Claim(..));
            let size = count(part.boxes.iter().filter(is_here).count(), "statement", "statements");
            let size = if number == 1 { String::new() } else { format!(" <small>{size}</small>") };
            let _ = writeln!(html, "<details class=\"part\" name=\"map\"{open}><summary>{}{size}</summary>", text(&title));
            least = least.min(add(&mut html, &part, number, ""));
            html.push_str("</details>\n");
        }
    }
    if let Some(parts) = (all <= MOST_PRINTED).then(|| legible(&whole, least)).flatten() {
        html.push_str("<div class=\"printed\">\n");
        (1..).zip(&parts).for_each(|(number, part)| add_printed(&mut html, part, number));
        html.push_str("</div>\n");
    }
    html.push_str("</section>\n");
    html
}

/// The parts of a map that can be read better on paper than what has so many millimetres of a pixel there: the largest that can be read well, or
/// those that can be read best.
fn legible(whole: &Map, least: f64) -> Option<Vec<Map>> {
    let mut best = (least, None);
    for most in [MOST, MOST / 2, MOST / 4] {
        if best.0 >= LEAST {
            break;
        }
        let parts = apart(whole, most);
        let scales = parts.iter().map(|part| scale(&draw(std::slice::from_ref(part), &Options::default())).1);
        let size = scales.fold(f64::INFINITY, f64::min);
        // Two parts are an overview and the whole.
        if parts.len() > 2 && size > best.0 {
            best = (size, Some(parts));
        }
    }
    best.1
}

/// As much of a map, from its conclusions on and with what is `told`, as can be read beneath the text, where there is `room` for it, or else on
/// a sheet of its own; and whether it stands beneath the text.
fn of_one_sheet(whole: &Map, told: &[ClaimId], room: f64) -> (Map, bool) {
    let picture = |map: &Map| draw(std::slice::from_ref(map), &Options::default());
    let beneath = |map: &Map| map.boxes.len() <= MOST && on(&picture(map), (AMONG.0, room)) >= BENEATH;
    let apart = |map: &Map| map.boxes.len() <= MOST && scale(&picture(map)).1 >= LEAST;
    part(whole, beneath, told)
        .map(|map| (map, true))
        .or_else(|| Some((part(whole, apart, told).or_else(|| with_some(whole, apart, told))?, false)))
        .unwrap_or_else(|| {
            let mut map = overview(whole, &Places::default());
            map.note = Some(nearest_of(map.boxes.len(), whole.boxes.len()));
            (map, false)
        })
}

/// As much of a map as `fits`, with all that is `told`, if so much does.
fn part(whole: &Map, fits: impl Fn(&Map) -> bool, told: &[ClaimId]) -> Option<Map> {
    if fits(whole) {
        return Some(whole.clone());
    }
    (1..=MOST as u32).map(|depth| near(whole, depth, told)).take_while(&fits).last()
}

/// What is next to the conclusions of a map, and as much of what is `told` as `fits` with it, the first first.
fn with_some(whole: &Map, fits: impl Fn(&Map) -> bool, told: &[ClaimId]) -> Option<Map> {
    let mut kept = Vec::new();
    let mut best = Some(near(whole, 1, &kept)).filter(&fits)?;
    for claim in told {
        kept.push(*claim);
        let more = near(whole, 1, &kept);
        if more.boxes.len() == best.boxes.len() {
            continue;
        }
        if fits(&more) {
            best = more;
        } else {
            kept.pop();
        }
    }
    Some(best)
}

fn near(whole: &Map, depth: u32, told: &[ClaimId]) -> Map {
    nearest(whole, depth, |subject| matches!(subject, Subject::Claim(claim, _) if told.contains(&claim)))
}

/// The classes of the sheet on which a picture is printed, and how many millimetres a pixel has where it is printed on one.
fn scale(picture: &Picture) -> (&'static str, f64) {
    let (among, tall, wide) = (on(picture, AMONG), on(picture, TALL), on(picture, WIDE));
    match among {
        _ if among >= LEAST => ("", among),
        // A band that is many times as high as broad runs over several sheets.
        _ if TALL.0 / picture.width > BAND * tall.max(wide) => (" tall band", tall),
        _ if tall >= wide => (" tall", tall),
        _ => (" wide", wide),
    }
}

/// How many millimetres a pixel of a picture has in such room.
fn on(picture: &Picture, (width, height): (f64, f64)) -> f64 {
    (width / picture.width).min(height / picture.height)
}

/// Adds a map in a window of a further `class` through which it is seen; how many millimetres a pixel of it has on paper.
fn add(html: &mut String, map: &Map, number: u32, class: &str) -> f64 {
    let options = Options {
        prefix: format!("map-{number}-"),
        link: Some("#s-".to_owned()),
        sheets: Some("#map-".to_owned()),
        first: number,
        is_styled: true,
    };
    let picture = draw(std::slice::from_ref(map), &options);
    let (sheet, scale) = scale(&picture);
    let sheet = if class.is_empty() { sheet } else { class };
    let _ = writeln!(
        html,
        "<div class=\"view{sheet}\" id=\"map-{number}\" tabindex=\"0\" role=\"group\" aria-label=\"Map, to be scrolled\">\n{}</div>",
        picture.svg
    );
    scale
}

/// Adds a map that is seen on paper alone.
fn add_printed(html: &mut String, map: &Map, number: u32) {
    let options = Options {
        prefix: format!("sheet-{number}-"),
        sheets: Some("#sheet-".to_owned()),
        first: number,
        is_styled: true,
        ..Options::default()
    };
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
