//! Problems as text: any places in any text are shown without panic, and nothing of the text acts on a terminal.

use agon::{
    diagnostic::{
        code::{Code, Level},
        problem::{Diagnostic, Safety},
    },
    emit::{inert::inert, short, terminal::Terminal},
    text::{
        edit::Edit,
        source::Source,
        span::{FileId, Place, Span},
    },
};
use proptest::prelude::*;

static CODE: Code = Code { name: "some-code", level: Level::Error, summary: "", page: "" };

fn place(file: u32, start: u32, end: u32) -> Place {
    Place::new(FileId(file), Span::new(start, end))
}

#[track_caller]
fn shows(found: &Diagnostic, sources: &[&Source], expected: &str) {
    assert_eq!(Terminal::new(false, 100).tell(std::slice::from_ref(found), sources), format!("{expected}\n\n"));
}

#[test]
fn places_in_other_files_and_far_away_have_excerpts_of_their_own() {
    let one = Source::new("one.agon", format!("first\nsecond\n{}last line\n", "filler\n".repeat(40)));
    let two = Source::new("two.agon", "elsewhere\n");
    let at = one.text.find("last").unwrap() as u32;
    let found = Diagnostic::new(&CODE, place(0, at, at + 4), "this is wrong")
        .label("here")
        .related(place(0, 6, 12), "far above")
        .related(place(0, at + 5, at + 9), "near")
        .related(place(1, 0, 9), "in another file")
        .note("a reason\nin two lines")
        .help("do something");
    let expected = "\
error[some-code]: this is wrong
  --> one.agon:43:1
   |
43 | last line
   | ^^^^ ---- near
   | |
   | here
   |
  ::: one.agon:2:1
   |
 2 | second
   | ------ far above
   |
  ::: two.agon:1:1
   |
 1 | elsewhere
   | --------- in another file
   |
   = note: a reason
           in two lines
   = help: do something";
    shows(&found, &[&one, &two], expected);
}

#[test]
fn places_far_apart_in_a_long_line_have_excerpts_of_their_own() {
    let source = Source::new("a.agon", format!("one {} two\n", "word ".repeat(1000)));
    let found = Diagnostic::new(&CODE, place(0, 0, 3), "wrong").related(place(0, 5005, 5008), "because");
    let text = Terminal::new(false, 100).tell(std::slice::from_ref(&found), &[&source]);
    for part in ["--> a.agon:1:1\n", "::: a.agon:1:5006\n", "| one word word", "word word  two\n", "--- because\n"] {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
}

#[test]
fn a_long_span_is_marked_on_its_first_line() {
    let source = Source::new("a.agon", "one\ntwo\nthree\nfour\nfive\n");
    let expected = "\
error[some-code]: all of it
 --> a.agon:1:1
  |
1 | one
  | ^^^";
    shows(&Diagnostic::new(&CODE, place(0, 0, 24), "all of it"), &[&source], expected);
}

#[test]
fn nothing_acts_on_the_terminal() {
    let hostile = "a\u{1b}[2Jb\u{202e}c\u{9b}d\u{7}e\rf\u{feff}g";
    let source = Source::new(hostile, hostile);
    let found = Diagnostic::new(&CODE, place(0, 0, 4), hostile).label(hostile).note(hostile).help(hostile);
    let found = found.fix(Safety::Safe, hostile, vec![Edit::new(Span::new(0, 1), hostile)]);
    let text = Terminal::new(false, 100).tell(std::slice::from_ref(&found), &[&source]) + &short::emit(&[found], &[&source]);
    assert_eq!(inert(&text), text);
}

#[test]
fn counts_close_the_text() {
    let source = Source::new("a", "x");
    let mut terminal = Terminal::new(false, 100).most(1);
    assert_eq!(terminal.close(1), "no problems in 1 file\n");
    let found = Diagnostic::new(&CODE, place(0, 0, 1), "t");
    let mut warning = found.clone();
    warning.level = Level::Warning;
    terminal.tell(&[found.clone(), found, warning], &[&source]);
    assert_eq!(terminal.close(2), "… and 2 more of `some-code`\n\n2 errors, 1 warning in 1 of 2 files\n");
}

proptest! {
    #[test]
    fn any_places_in_any_text_are_shown(
        text in "(\\PC|[\\x00-\\x1f\r\n\t ]|é|\u{202e}|😀|\n){0,200}",
        long in prop::bool::ANY,
        spans in prop::collection::vec((0u32..6000, 0u32..300), 1..5),
        with in "(\\PC|\n|\r){0,20}",
    ) {
        let text = if long { format!("{text}{}{text}", "é ".repeat(2500)) } else { text };
        let source = Source::new("a.agon", text);
        let place_of = |(start, length): (u32, u32)| place(0, start, start + length);
        let mut found = Diagnostic::new(&CODE, place_of(spans[0]), "t").label("here");
        for span in &spans[1..] {
            found = found.related(place_of(*span), "there");
        }
        // A fix that any tool may make: on character boundaries and without overlap.
        let boundary = |at: u32| source.text.floor_char_boundary(at as usize) as u32;
        let edit = Span::new(boundary(spans[0].0), boundary(spans[0].0 + spans[0].1));
        found = found.fix(Safety::Safe, "mend", vec![Edit::new(edit, with)]);
        let shown = Terminal::new(false, 80).tell(std::slice::from_ref(&found), &[&source]);
        prop_assert!(shown.starts_with("error[some-code]: t\n"));
        prop_assert_eq!(inert(&shown), shown.as_str());
        prop_assert!(shown.len() < 60_000, "{}", shown.len());
    }
}
