//! What stands above and beneath a picture: its title, how it is read, and what its marks and lines mean.

use crate::{
    analysis::{evaluate::Force, verdict::Verdict},
    diagram::{
        face::Face,
        layered::graph::{Point, Rect},
        parts::{Arrow, ArrowKind, End, Map, Node, Remark, Status, Subject},
        scripts::is_leftward,
        words,
        wrap::wrap_by,
    },
    model::debate::ClaimKind,
    render::{
        palette::paint,
        svg_head::{head, joint, mark, preferred},
        svg_style::classes,
        svg_text::{self, number, rect},
    },
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// A part of a picture, from its own corner.
#[derive(Default)]
pub struct Block {
    /// What is drawn.
    pub svg: String,
    /// How high it is.
    pub height: f64,
}

const HINT: &str = "Read from left to right: what speaks for or against a statement stands to its right.";
const OVERVIEW_HINT: &str = "Links that lead through other statements are not drawn here. On the sheets, what speaks for or against a statement stands to its right; a small box says what is on another sheet.";
const BACK: &str = "Back to the overview";
const TITLE_SIZE: f64 = 17.0;
const KEY_SIZE: f64 = 11.5;
const ROW: f64 = 22.0;
/// How wide the sample of an entry is, and the space after an entry.
const SAMPLE: f64 = 40.0;
const SPACE: f64 = 22.0;

/// The title and note of a map and, where it is the first, a word on how to read it, no wider than `width`. A sheet after the overview says
/// its number, and leads back to the overview: `to_sheet` is what such a link begins with.
pub fn caption(map: &Map, (sheet, to_sheet): (u32, &str), is_first: bool, width: f64) -> Block {
    let mut block = Block { svg: String::new(), height: 0.0 };
    let title = title(map, sheet);
    let title = title.as_str();
    let note = map.note.as_deref().map(|note| (note, "hint", Face::Regular, KEY_SIZE, 16.0));
    let hint = is_first.then_some((hint(map), "hint", Face::Regular, KEY_SIZE, 16.0));
    for (told, class, face, size, step) in [(title, "title", Face::Bold, TITLE_SIZE, 22.0)].into_iter().chain(note).chain(hint) {
        for line in wrap_by(told, (width * 1000.0 / size) as usize, |c| face.advance(c)) {
            block.height += step;
            let wide = face.width(&line, size);
            let at = Point { x: 0.0, y: block.height - 5.0 };
            let ends = is_leftward(told).then_some(wide);
            let held = face.knows(&line).then_some(wide);
            block.svg.push_str(&svg_text::line(&line, class, at, held, ends));
        }
    }
    if sheet > 1 {
        block.height += 16.0;
        let _ =
            write!(block.svg, "<a href=\"{to_sheet}1\"><text class=\"to\" x=\"0\" y=\"{}\">{BACK}</text></a>", number(block.height - 5.0));
    }
    block.height += 14.0;
    block
}

/// How a map is read.
fn hint(map: &Map) -> &'static str {
    if map.boxes.iter().any(|b| b.beneath.is_some()) { OVERVIEW_HINT } else { HINT }
}

/// The title of a map, with its number if it is a sheet after the overview.
pub fn title(map: &Map, sheet: u32) -> String {
    let title = map.title.as_deref().unwrap_or("Argument map");
    if sheet > 1 { format!("Sheet {sheet}: {title}") } else { title.to_owned() }
}

/// The entries for what occurs in `sheets`, in rows no wider than `width`.
pub fn legend(sheets: &[Map], width: f64) -> Block {
    let mut block = Block { svg: format!("<path class=\"rule\" d=\"M0 0H{}\"/>", number(width)), height: 8.0 };
    let mut at = 0.0;
    for (sample, label) in entries(sheets) {
        let room = if sample.is_empty() { 0.0 } else { SAMPLE + 6.0 };
        let wide = room + Face::Regular.width(label, KEY_SIZE);
        if at > 0.0 && at + wide > width {
            at = 0.0;
            block.height += ROW;
        }
        let _ = write!(
            block.svg,
            "<g transform=\"translate({} {})\">{sample}<text class=\"key\" x=\"{}\" y=\"4\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">{label}</text></g>",
            number(at),
            number(block.height + ROW / 2.0),
            number(room),
            number(Face::Regular.width(label, KEY_SIZE))
        );
        at += wide + SPACE;
    }
    block.height += ROW;
    block
}

/// How many statements and questions come out how, and what is shown, for those who do not see the picture.
pub fn description(sheets: &[Map]) -> String {
    let boxes: BTreeMap<&str, Status> = boxes(sheets).filter(|b| b.elsewhere.is_none()).map(|b| (b.name.as_str(), b.status)).collect();
    let count = |status: fn(&Status) -> bool| boxes.values().filter(|s| status(s)).count();
    let claims = count(|s| matches!(s, Status::Claim(_)));
    let parts = [
        (count(|s| matches!(s, Status::Claim(Verdict::Stands))), "stands", "stand"),
        (count(|s| matches!(s, Status::Claim(Verdict::Open))), "is open", "are open"),
        (count(|s| matches!(s, Status::Claim(v) if v.falls())), "falls", "fall"),
        (count(|s| matches!(s, Status::Claim(Verdict::Unsupported))), "is without argument", "are without argument"),
    ];
    let told: Vec<String> = parts.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| words::count(*n, one, many)).collect();
    let mut subjects: Vec<String> = Vec::new();
    if claims > 0 {
        subjects.push(format!("{}: {}", words::count(claims, "statement", "statements"), told.join(", ")));
    }
    let mut questions: BTreeMap<&str, usize> = BTreeMap::new();
    for status in boxes.values().filter(|s| !matches!(s, Status::Claim(_))) {
        *questions.entry(words::status(*status).split_once(' ').map_or("", |(_, word)| word)).or_default() += 1;
    }
    if !questions.is_empty() {
        let told: Vec<String> = questions.iter().map(|(word, n)| format!("{n} {word}")).collect();
        subjects.push(format!("{}: {}", words::count(questions.values().sum(), "question", "questions"), told.join(", ")));
    }
    let of = if subjects.is_empty() { String::new() } else { format!(" of {}", subjects.join(". ")) };
    let note = sheets.first().and_then(|s| s.note.as_ref()).map_or_else(String::new, |note| format!(" {note}"));
    let hint = sheets.first().map_or(HINT, hint);
    format!("An argument map{of}.{note} {hint}")
}

fn boxes(sheets: &[Map]) -> impl Iterator<Item = &Node> {
    sheets.iter().flat_map(|s| &s.boxes)
}

/// A sample of each kind of box and line in the maps, with what it means.
fn entries(sheets: &[Map]) -> Vec<(String, &'static str)> {
    let mut entries = Vec::new();
    let claim = Status::Claim;
    let has = |status: &Status| match *status {
        // An open statement and a question without an answer look alike, and are not.
        Status::Claim(Verdict::Open) | Status::Unanswered => boxes(sheets).any(|b| b.status == *status),
        status => boxes(sheets).any(|b| paint(b.status) == paint(status)),
    };
    let falls = |verdict| boxes(sheets).any(|b| b.status == claim(verdict));
    let fallen = match (falls(Verdict::Denied), falls(Verdict::Unfounded)) {
        (true, true) => "falls: denied by what stands, or unfounded, since its reasons fail",
        (false, true) => "falls: unfounded, since its reasons fail",
        _ => "falls: denied by what stands",
    };
    let verdicts = [
        (claim(Verdict::Stands), "stands"),
        (claim(Verdict::Open), "open: neither side has the last word"),
        (Status::Unanswered, "question without an answer"),
        (claim(Verdict::Denied), fallen),
        (claim(Verdict::Unsupported), "no argument for it"),
    ];
    for (status, label) in verdicts.iter().filter(|(status, _)| has(status)) {
        let middle = Point { x: SAMPLE / 2.0, y: 0.0 };
        let (sort, round) = if *status == Status::Unanswered { (" question", 8.0) } else { ("", 3.0) };
        entries.push((swatch(&format!("box {}{sort}", paint(*status).class), round, &mark(*status, middle)), *label));
    }
    let sorts = [("question", "question"), ("fact", "fact, agreed by all"), ("assumption", "assumption")];
    for (class, label) in sorts {
        let is = |subject: &Subject| match subject {
            Subject::Question(_) => class == "question",
            Subject::Claim(_, ClaimKind::Fact) => class == "fact",
            Subject::Claim(_, ClaimKind::Assumption) => class == "assumption",
            Subject::Claim(..) => false,
        };
        if boxes(sheets).any(|b| is(&b.subject)) {
            let inner =
                if class == "fact" { rect(&Rect { x: 7.0, y: -5.0, width: 26.0, height: 10.0 }, "inner", 1.5) } else { String::new() };
            entries.push((swatch(&format!("box unsupported {class}"), if class == "question" { 8.0 } else { 3.0 }, &inner), label));
        }
    }
    if boxes(sheets).any(|b| b.elsewhere.is_some()) {
        entries.push((swatch("away unsupported", 3.0, ""), "small: on another sheet"));
    }
    let kinds = [
        (ArrowKind::Support, "is a reason for"),
        (ArrowKind::StrictSupport, "makes certain"),
        (ArrowKind::Rebuttal, "speaks against"),
        (ArrowKind::Undercut, "says that a reason does not lead there"),
        (ArrowKind::Contradiction, "cannot both be so"),
        (ArrowKind::Limit, "qualifies"),
        (ArrowKind::Answer, "answers"),
    ];
    for (kind, label) in kinds {
        if sheets.iter().flat_map(|s| &s.arrows).any(|a| a.kind == kind && !a.is_leg) {
            entries.push((line(kind, Force::Works), label));
        }
    }
    let middle = Point { x: SAMPLE / 2.0, y: 0.0 };
    let joints: BTreeSet<_> = sheets.iter().flat_map(|s| &s.joints).map(words::joint).collect();
    entries.extend(joints.into_iter().rev().map(|sign| (joint(middle, sign), sign.1)));
    // An answer or a qualification is dashed whatever becomes of it.
    let forces = [(Force::Open, "dashed: not decided"), (Force::Fails, "pale: without effect")];
    for (force, label) in forces {
        let has_it = |a: &Arrow| a.force == force && !(force == Force::Open && a.kind == ArrowKind::Limit);
        if sheets.iter().flat_map(|s| &s.arrows).any(has_it) {
            entries.push((line(ArrowKind::Support, force), label));
        }
    }
    if sheets.iter().flat_map(|s| &s.arrows).any(|a| a.decided().is_some()) {
        entries.push((preferred(middle, 0.0), "a preference decides for what it points to"));
    }
    if sheets.iter().flat_map(|s| &s.arrows).any(|a| a.remark == Some(Remark::Outweighed)) {
        entries.push((String::new(), "outweighed: a preference ranks it below what it speaks against"));
    }
    entries
}

fn swatch(class: &str, round: f64, inner: &str) -> String {
    let at = Rect { x: 4.0, y: -8.0, width: 32.0, height: 16.0 };
    format!("<g class=\"{class}\">{}{inner}</g>", rect(&at, "r", round))
}

fn line(kind: ArrowKind, force: Force) -> String {
    let arrow = Arrow { from: End::Box(0), to: End::Box(0), kind, force, is_leg: false, remark: None };
    let length = if kind == ArrowKind::Undercut { SAMPLE - 6.0 } else { SAMPLE };
    let tip = Point { x: length, y: 0.0 };
    let other = if kind == ArrowKind::Contradiction { head(kind, Point { x: 0.0, y: 0.0 }, -1.0) } else { String::new() };
    format!("<g class=\"line {}\"><path class=\"way\" d=\"M0 0H{}\"/>{}{other}</g>", classes(&arrow), number(length), head(kind, tip, 1.0))
}
