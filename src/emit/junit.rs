//! Problems as JUnit XML, which most servers for continuous integration read: a suite for each file, a case for each problem.
//!
//! What makes the check fail is a failure, and nothing else is: a server turns red where a case fails, and shall agree with the exit code.
//! What is only told is a case that passes, with its words as output. A file without problems is one case that passes.

use crate::{
    diagnostic::{code::Level, problem::Diagnostic},
    emit::{inert::inert_line, spot::find_spot, words::words},
    text::source::Source,
};

/// All of `found`, sorted by file, in `paths`, the paths of all files that were read, in the order of `sources`, which are indexed by
/// file. `fails` are the levels that make the check fail.
pub fn emit(found: &[Diagnostic], sources: &[&Source], fails: &dyn Fn(Level) -> bool) -> String {
    let failures = |found: &[Diagnostic]| found.iter().filter(|d| fails(d.level)).count();
    let mut rest = found;
    let mut suites = String::new();
    let mut tests = 0;
    for (file, source) in (0..).zip(sources) {
        let (own, others) = rest.split_at(rest.partition_point(|d| d.at.place.file.0 <= file));
        rest = others;
        let path = escape(&inert_line(&source.path));
        let count = own.len().max(1);
        tests += count;
        suites += &format!("  <testsuite name=\"{path}\" tests=\"{count}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n", failures(own));
        if own.is_empty() {
            suites += &format!("    <testcase name=\"agon check\" classname=\"{path}\" file=\"{path}\"/>\n");
        }
        own.iter().for_each(|found| suites += &case(found, &path, sources, fails));
        suites += "  </testsuite>\n";
    }
    let head = format!("<testsuites name=\"agon\" tests=\"{tests}\" failures=\"{}\" errors=\"0\">", failures(found));
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{head}\n{suites}</testsuites>\n")
}

fn case(found: &Diagnostic, path: &str, sources: &[&Source], fails: &dyn Fn(Level) -> bool) -> String {
    let at = find_spot(found.at.place, sources).map_or((1, 1), |s| (s.start.line, s.start.column));
    let (line, column, code, level) = (at.0, at.1, found.code.name, found.level.word());
    let about = if found.about.is_empty() { String::new() } else { format!(" {}", escape(&inert_line(&found.about))) };
    let name = format!("{code}{about} ({line}:{column})");
    let text = escape(&format!("{}:{line}:{column}: {level}[{code}]: {}", inert_line(path_of(found, sources)), words(found)));
    let body = if fails(found.level) {
        format!("<failure type=\"{level}\" message=\"{}\">{text}</failure>", escape(&inert_line(&found.title)))
    } else {
        format!("<system-out>{text}</system-out>")
    };
    format!("    <testcase name=\"{name}\" classname=\"{path}\" file=\"{path}\" line=\"{line}\">\n      {body}\n    </testcase>\n")
}

fn path_of<'s>(found: &Diagnostic, sources: &[&'s Source]) -> &'s str {
    sources.get(found.at.place.file.0 as usize).map_or("", |s| &s.path)
}

/// Text for content and attributes; what XML 1.0 cannot hold becomes `�`.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'.. => out.push(c),
            _ => out.push('\u{fffd}'),
        }
    }
    out
}
