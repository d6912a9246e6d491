//! Sources from bibliographies: what becomes of an entry, what is told of one that cannot be used, and that any file is read.

use crate::{cli::shell::Shell, support::debate};
use agon::{
    bibliography::{biblatex, csl_json},
    diagnostic::problem::Diagnostic,
    model::{
        debate::{Debate, Document},
        load::Files,
    },
    report::run::run,
    text::span::FileId,
};
use proptest::prelude::*;

const BIB: &str = r#"% The library of the traffic office.
@string{ahu = {Aarhus University Press}}

@article{lindgren2016,
  author = {Lindgren, Kaja and M{\"u}ller, J{\"o}rg},
  title = {What a toll does to a {Nordic} town},
  journaltitle = {Journal of Urban Roads},
  volume = 12, number = 3, pages = {35--52}, date = {2016-05}, doi = {10.0000/jur.35},
}
@book{okafor2019,
  author = {Okafor, Ada}, title = {Streets without cars}, subtitle = {Twelve *towns*},
  publisher = ahu, address = "Aarhus", year = 2019, month = mar,
}
@online{city2020,
  author = {{City of Norrvik}}, title = {Counts}, url = {https://norrvik.example/a_b~c}, urldate = {2020-07-14}, date = {2020-07-01/2020-07-31},
}
"#;

const JSON: &str = r#"[
  {"id": "lindgren2016", "type": "article-journal", "title": "What a toll does to a <i>Nordic</i> town",
   "author": [{"family": "Lindgren", "given": "Kaja"}, {"family": "Müller", "given": "Jörg"}],
   "container-title": "Journal of Urban Roads", "volume": 12, "issue": "3", "page": "35-52",
   "issued": {"date-parts": [["2016", 5]]}, "DOI": "10.0000/jur.35"},
  {"id": "okafor2019", "type": "book", "title": "Streets without cars: Twelve *towns*", "author": [{"family": "Okafor", "given": "Ada"}],
   "publisher": "Aarhus University Press", "publisher-place": "Aarhus", "issued": {"date-parts": [[2019, 3]]}},
  {"id": "city2020", "type": "webpage", "title": "Counts", "author": [{"literal": "City of Norrvik"}],
   "URL": "https://norrvik.example/a_b~c", "accessed": {"raw": "2020-07-14"}, "issued": {"date-parts": [[2020, 7, 1], [2020, 7, 31]]}}
]"#;

fn cites(file: &str) -> String {
    format!("use \"{file}\"\nclaim out: Cars out.\n  cite: lindgren2016, p. 41\n  cite: city2020\n  cite: okafor2019\n")
}

fn codes(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(|d| d.code.name).collect()
}

/// What is known of a source, in words.
fn told(source: &Document) -> String {
    let imprint = source.imprint.as_deref().cloned().unwrap_or_default();
    let parts = [
        Some(source.name.shown.to_string()),
        source.author.clone(),
        Some(source.text.clone()),
        source.container.clone(),
        imprint.volume,
        imprint.number.map(|number| format!("no. {number}")),
        imprint.pages,
        imprint.place,
        imprint.publisher,
        source.date.map(|d| d.to_string()),
        source.url.clone(),
        source.accessed.map(|d| d.to_string()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" | ")
}

const TOLD: [&str; 3] = [
    "lindgren2016 | Lindgren, Kaja; Müller, Jörg | What a toll does to a Nordic town | Journal of Urban Roads | 12 | no. 3 | 35–52 | 2016-05 | https://doi.org/10.0000/jur.35",
    "city2020 | City of Norrvik | Counts | 2020-07-01 | https://norrvik.example/a_b~c | 2020-07-14",
    "okafor2019 | Okafor, Ada | Streets without cars: Twelve \\*towns\\* | Aarhus | Aarhus University Press | 2019-03",
];

#[test]
fn entries_of_both_formats_become_the_same_sources() {
    for (path, text) in [("refs.bib", BIB), ("refs.json", JSON)] {
        let (_, debate, found) = debate(&[("d.agon", &cites(path)), (path, text)]);
        assert_eq!(codes(&found), Vec::<&str>::new(), "{path}");
        assert_eq!(debate.sources.iter().map(told).collect::<Vec<_>>(), TOLD, "{path}");
    }
}

#[test]
fn a_source_stands_where_its_key_does() {
    for (path, text, lines) in [("refs.bib", BIB, [4, 14, 10]), ("refs.json", JSON, [2, 8, 6])] {
        let (files, debate, _) = debate(&[("d.agon", &cites(path)), (path, text)]);
        for (source, line) in debate.sources.iter().zip(lines) {
            let at = &files.file(source.place.file).source;
            assert_eq!((at.path.as_str(), at.lines.line_of(source.place.span.start) + 1), (path, line));
            assert_eq!(source.place.span.of(&at.text), &*source.name.shown);
        }
    }
}

#[test]
fn an_entry_that_nothing_cites_is_no_source_and_no_finding() {
    let text = "use \"refs.bib\"\nclaim out: Cars out.\n  cite: okafor2019\n";
    let (files, debate, _) = debate(&[("d.agon", text), ("refs.bib", BIB)]);
    assert_eq!(debate.sources.len(), 1);
    assert!(run(&files, FileId(0)).diagnostics.is_empty());
}

#[test]
fn a_bibliography_can_be_used_under_a_name_and_by_several_files() {
    let main =
        "use \"refs.bib\" as refs\nuse \"part/other.agon\" as other\nclaim out: Cars out.\n  cite: refs.okafor2019\n  support other.seen\n";
    let other = "use \"../refs.bib\"\nclaim seen: It was seen.\n  cite: okafor2019, p. 2\nclaim heard: It was heard.\n  cite: city2020\n";
    let (_, debate, found) = debate(&[("d.agon", main), ("part/other.agon", other), ("refs.bib", BIB)]);
    assert_eq!(codes(&found), Vec::<&str>::new());
    let names: Vec<&str> = debate.sources.iter().map(|s| &*s.name.shown).collect();
    assert_eq!(names, ["refs.okafor2019", "refs.city2020"]);
}

#[test]
fn a_name_is_declared_once() {
    let twice = "use \"refs.bib\"\nsource okafor2019: Another\nclaim out: Cars out.\n  cite: okafor2019\n";
    let (files, _, found) = debate(&[("d.agon", twice), ("refs.bib", BIB)]);
    assert_eq!(codes(&found), ["duplicate-name"]);
    assert_eq!(files.file(found[0].related[0].place.file).source.path, "refs.bib");

    let lists = "use \"refs.bib\"\nuse \"refs.json\"\nuse \"refs.bib\"\nclaim out: Cars out.\n";
    let (_, _, found) = debate(&[("d.agon", lists), ("refs.bib", BIB), ("refs.json", JSON)]);
    assert_eq!(codes(&found), ["duplicate-name"]);
    assert_eq!(found[0].title, "`refs.json` declares what `refs.bib` declares: `lindgren2016`, `okafor2019`, `city2020`");
}

#[test]
fn a_source_without_a_text_adds_to_an_entry_what_its_bibliography_does_not_say() {
    let added = "source okafor2019\n  reliability: B2\n  file: streets.txt\n  origin: lindgren2016\n  note: The third edition.\n";
    for (path, text) in [("refs.bib", BIB), ("refs.json", JSON)] {
        let main = format!("use \"{path}\"\n{added}claim out: Cars out.\n  cite: lindgren2016\n  cite: okafor2019, \"p\"\n");
        let (_, debate, found) = debate(&[("d.agon", &main), (path, text)]);
        assert_eq!(codes(&found), Vec::<&str>::new(), "{path}");
        let source = debate.sources.iter().find(|s| &*s.name.shown == "okafor2019").unwrap();
        assert_eq!(told(source), TOLD[2]);
        assert_eq!((source.reliability.as_deref(), source.file.as_deref()), (Some("B2"), Some("streets.txt")));
        assert_eq!(source.note.as_deref(), Some("The third edition."));
        assert_eq!(&*debate.source(source.origin.unwrap()).name.shown, "lindgren2016");
    }
    let named = format!("use \"refs.bib\" as r\n{}claim out: Cars out.\n  cite: r.okafor2019\n", "source r.okafor2019\n  reliability: C\n");
    let (_, debate, found) = debate(&[("d.agon", &named), ("refs.bib", BIB)]);
    assert_eq!((codes(&found), debate.sources[0].reliability.as_deref()), (Vec::new(), Some("C")));
}

#[test]
fn what_cannot_be_added_to_an_entry_is_told() {
    let found = |statement: &str| {
        let text = format!("use \"refs.bib\"\nsource own: Our own\n{statement}claim out: Cars out.\n  cite: okafor2019\n  cite: own\n");
        debate(&[("d.agon", &text), ("refs.bib", BIB)]).2
    };
    for (statement, code) in [
        ("source okafor2019\n  author: Somebody\n  reliability: B\n", "wrong-attribute"),
        ("source okafor2019\n", "missing-text"),
        ("source okafor2019\n  reliability: Z\n", "bad-value"),
        ("source okafor2019\n  reliability: A\nsource okafor2019\n  note: Read.\n", "duplicate-name"),
        ("source okafor2019\n  note: A.\n  note: B.\n", "repeated-attribute"),
        ("source own\n  reliability: A\n", "no-text-to-describe"),
        ("source okafor2018\n  reliability: A\n", "unknown-name"),
    ] {
        assert_eq!(codes(&found(statement)), [code], "{statement}");
    }
    let help = found("source somebody\n  reliability: A\n")[0].help.clone().unwrap();
    assert_eq!(help, "write `source somebody: TITLE` to declare it");
    assert!(found("source okafor2019: Again\n")[0].help.as_ref().unwrap().contains("to add to the entry, leave out the colon"));
}

#[test]
fn the_quotations_of_an_entry_are_held_against_the_file_that_is_added() {
    let shell = Shell::new(&[("refs.bib", BIB), ("streets.txt", "All twelve towns gained shops.\n")]);
    let debate = |words: &str| {
        format!(
            "use \"refs.bib\"\nsource okafor2019\n  file: streets.txt\n  reliability: B2\n\nclaim out: Cars out.\n  cite: okafor2019, \"{words}\"\n"
        )
    };
    shell.write("d.agon", debate("All twelve towns gained shops").as_bytes());
    assert_eq!(shell.run(&["check", "d.agon"]).code, 0);
    let brief = shell.run(&["brief", "d.agon"]).stdout;
    assert!(brief.contains("It rests on one source, graded B2, and no reason is given for it."), "{brief}");
    assert!(brief.contains("| B2 | 1 | 1 verified |"), "{brief}");
    shell.write("d.agon", debate("All twelve towns lost shops").as_bytes());
    let found = shell.run(&["check", "d.agon"]);
    assert!(found.code == 1 && found.stdout.contains("`streets.txt` has, at line 1: “All twelve towns gained shops”"), "{}", found.stdout);
    shell.write("d.agon", b"use \"refs.bib\"\n\nsource okafor2019\n  note: Read.\n\nclaim out: Cars out.\n");
    let found = shell.run(&["check", "d.agon"]).stdout;
    assert!(found.contains("nothing cites `okafor2019`") && found.contains("d.agon:3:1"), "{found}");
    assert_eq!(shell.run(&["fmt", "--check", "d.agon"]).code, 0);
}

#[test]
fn a_wrong_key_is_told_with_the_nearest_one() {
    let text = "use \"refs.bib\"\nclaim out: Cars out.\n  cite: okafor2091\n";
    let (_, _, found) = debate(&[("d.agon", text), ("refs.bib", BIB)]);
    assert_eq!(codes(&found), ["unknown-name"]);
    assert_eq!(found[0].fix.as_ref().unwrap().title, "write `okafor2019`, which is declared");
}

#[test]
fn only_a_bibliography_is_used_without_a_name() {
    let (_, _, found) = debate(&[("d.agon", "use \"other.agon\"\nclaim a: b\n"), ("other.agon", "claim c: d\n")]);
    assert_eq!(codes(&found), ["missing-clause"]);
}

#[test]
fn a_bibliography_that_cannot_be_used_is_one_finding() {
    for (path, code) in [("none.bib", "missing-file"), ("../refs.bib", "outside-root"), ("/refs.json", "outside-root")] {
        let (_, _, found) = debate(&[("d.agon", &cites(path)), ("refs.bib", BIB)]);
        assert_eq!(codes(&found), [code], "{path}");
        let named = "use \"none.bib\" as refs\nclaim out: Cars out.\n  cite: refs.okafor2019\n  cite: refs.city2020\n";
        assert_eq!(codes(&debate(&[("d.agon", named)]).2), ["missing-file"]);
    }
}

#[test]
fn a_mistake_costs_its_entry_and_is_told_on_its_line() {
    let check = |path: &str, text: &str, line: usize, title: &str| {
        let (files, debate, found) = debate(&[("d.agon", &cites(path)), (path, text)]);
        assert_eq!(codes(&found), ["broken-bibliography"], "{text}");
        assert_eq!(found[0].title, title);
        let at = &files.file(found[0].at.place.file).source;
        assert_eq!((at.path.as_str(), at.lines.line_of(found[0].at.place.span.start) + 1), (path, line), "{text}");
        debate.sources.len()
    };
    let bib = |text: &str, line: usize, title: &str| check("refs.bib", text, line, title);
    assert_eq!(bib(&BIB.replace("Streets without cars},", "Streets without cars}"), 11, "this entry cannot be read: expected comma"), 2);
    assert_eq!(bib(&BIB.replace("month = mar,\n}", "month = {mar"), 10, "this entry is never closed"), 2);
    assert_eq!(bib(&BIB.replace("publisher = ahu", "publisher = nobody"), 12, "no `@string` above says what `nobody` stands for"), 3);
    assert_eq!(bib(&(BIB.to_owned() + "@book{okafor2019, title = {Again}}"), 17, "a second entry has the key `okafor2019`"), 3);
    assert_eq!(bib(&(BIB.to_owned() + "@book{, title = {Again}}"), 17, "this entry has no key, so nothing can cite it"), 3);

    let json = |text: &str, line: usize, title: &str| check("refs.json", text, line, title);
    assert_eq!(json(&JSON.replace("\"okafor2019\",", "\"okafor2019\""), 6, "this JSON cannot be read: expected `,` or `}`"), 0);
    assert_eq!(json("{}", 1, "this is no list of items in CSL-JSON"), 0);
    assert_eq!(json(&JSON.replacen('[', "[\n7,", 1), 2, "this is no item of CSL-JSON"), 3);
    assert_eq!(json(&JSON.replacen('[', "[\n{\"title\": \"x\"},", 1), 2, "this item has no `id`, so nothing can cite it"), 3);
}

#[test]
fn many_mistakes_are_told_up_to_a_bound() {
    let text = "@book{a title}\n".repeat(1000);
    let (_, found) = biblatex::read(FileId(0), &text);
    assert_eq!(found.len(), 21);
    assert_eq!(found[20].title, "980 more problems of this bibliography are not told");
}

fn sources(bib: &str, cites: &[&str]) -> Vec<String> {
    let cites: String = cites.iter().map(|key| format!("  cite: {key}\n")).collect();
    let (_, debate, found): (Files, Debate, _) = debate(&[("d.agon", &format!("use \"r.bib\"\nclaim a: b\n{cites}")), ("r.bib", bib)]);
    assert_eq!(codes(&found), Vec::<&str>::new());
    debate.sources.iter().map(told).collect()
}

#[test]
fn a_part_of_a_volume_takes_from_it_what_it_lacks() {
    let bib = "@incollection{a, author = {van den Berg, Pieter and others}, title = {Shops}, crossref = {v}}\n\
        @collection{v, editor = {Ivanova, Mira and Smith, Jr., John}, title = {The centre}, year = 2018, crossref = {a}}\n\
        @book{b, xdata = {b, v, x}}\n@xdata{x, note = {y}}\n";
    let told = [
        "a | van den Berg, Pieter; others | Shops | The centre | 2018",
        "v | Ivanova, Mira; Smith Jr., John (eds.) | The centre | Shops | 2018",
    ];
    assert_eq!(sources(bib, &["a", "v"]), told);
    assert_eq!(sources(bib, &["b"]), ["b | Ivanova, Mira; Smith Jr., John (eds.) | The centre | Shops | 2018"]);
}

#[test]
fn a_date_that_cannot_be_is_told_where_it_stands_and_its_year_is_kept() {
    let bib = |date: &str, urldate: &str| {
        format!("@online{{a, title={{T}}, url={{https://x.example}}, date={{{date}}}, urldate={{{urldate}}}}}\n")
    };
    let told = |path: &str, text: &str| {
        let (files, debate, found) = debate(&[("d.agon", &format!("use \"{path}\"\nclaim c: C.\n  cite: a\n")), (path, text)]);
        let words = |d: &Diagnostic| d.at.place.span.of(&files.file(d.at.place.file).source.text).to_owned();
        let source = debate.sources.first().unwrap();
        let dates = [source.date, source.accessed].map(|d| d.map_or("none".to_owned(), |d| d.to_string()));
        (found.iter().map(|d| (d.code.name, words(d))).collect::<Vec<_>>(), dates.join(" "))
    };
    let wrong = |words: &str| vec![("impossible-date", words.to_owned())];
    assert_eq!(told("r.bib", &bib("2020-05", "2020-02-30")), (wrong("2020-02-30"), "2020-05 2020-02".to_owned()));
    assert_eq!(told("r.bib", &bib("2019-13-40", "")), (wrong("2019-13-40"), "2019 none".to_owned()));
    for date in ["2020-13-45", "2020-00", "2020-06-31", "20-1", "2020-01-02-03", "2020/2021/2022", "2021-02-29/2021-03-01", "2020-50"] {
        assert_eq!(told("r.bib", &bib(date, "2020-02-29")).0, wrong(date), "{date}");
    }
    for date in [
        "2020/..",
        "/2020",
        "2020~",
        "19XX",
        "2020-XX",
        "2020-21",
        "-0044-03-15",
        "in press",
        "c. 1850",
        "2020-05-03T10:00:00",
        "Spring 2008",
        "n.d.",
        "1990s",
        "2020",
    ] {
        assert_eq!(told("r.bib", &bib(date, "")).0, Vec::new(), "{date}");
    }
    // Nothing cites it.
    let (_, _, found) = debate(&[("d.agon", "use \"r.bib\"\nclaim c: C.\n"), ("r.bib", &bib("2020-13", "2020-02-30"))]);
    assert_eq!(codes(&found), Vec::<&str>::new());
    let json =
        |issued: &str| format!("[{{\"id\": \"a\", \"title\": \"T\", \"issued\": {issued}, \"accessed\": {{\"raw\": \"2020-02-29\"}}}}]");
    for issued in
        ["{\"date-parts\": [[2020, 2, 30]]}", "{\"raw\": \"2020-02-30\"}", "\"2020-02-30\"", "{\"date-parts\": [[\"2020\", \"25\"]]}"]
    {
        assert_eq!(told("r.json", &json(issued)).0, wrong("a"), "{issued}");
    }
    for issued in [
        "{\"date-parts\": [[2020, 14]]}",
        "{\"literal\": \"in press\"}",
        "{\"date-parts\": [[-44, 3, 15]]}",
        "{\"date-parts\": [[2020], [2021]]}",
        "7",
    ] {
        assert_eq!(told("r.json", &json(issued)).0, Vec::new(), "{issued}");
    }
}

#[test]
fn initials_have_full_stops_and_a_month_is_read_in() {
    let bib = "@online{a, author={Smith, A and Jones, B C}, title={T}, url={https://x.example}, urldate={2020-02}}\n";
    let shell = Shell::new(&[("d.agon", "use \"r.bib\"\nclaim c: C is so.\n  cite: a\n"), ("r.bib", bib)]);
    shell.run(&["brief", "d.agon"]).code(0).out("Smith, A., and B. C. Jones. “T.” Accessed February 2020. <https://x.example>. |");
}

#[test]
fn names_and_words_of_latex_are_read_as_they_are_printed() {
    let bib = "@misc{a, author = {Jos\\'e \\'{A}lvarez and {Ministry of Roads, Chile} and Ludwig~van~Beethoven},\n\
        title = {``Na{\\\"\\i}ve'' tolls --- a \\emph{view} \\& more}, howpublished = {\\url{https://x.example/y}}, date = {2019}}\n";
    let told = "a | Álvarez, José; Ministry of Roads – Chile; van Beethoven, Ludwig | “Naïve” tolls — a view \\& more | 2019 | https://x.example/y";
    assert_eq!(sources(bib, &["a"]), [told]);
}

#[test]
fn no_bibliography_takes_long_or_runs_in_a_circle() {
    let doubling: String = (1..60).map(|n| format!("@string{{s{n} = s{} # s{}}}\n", n - 1, n - 1)).collect();
    let bombs = [
        format!("@string{{s0 = {{lol}}}}\n{doubling}@book{{a, title = s59}}\n"),
        "@string{a = b}\n@string{b = a}\n@book{a, title = a # b}\n".to_owned(),
        "@book{a, title = {x}, crossref = {a}, xdata = {a}, ids = {a, b}}\n".to_owned(),
        format!("@book{{a, title = {{{}{}}}}}\n", "\\emph{".repeat(50_000), "}".repeat(50_000)),
        format!("@book{{a, title = {{{}{}}}}}\n", "{".repeat(200_000), "}".repeat(200_000)),
        format!("@book{{a, author = {{{}x}}}}\n", "x and ".repeat(50_000)),
        (0..20_000).map(|n| format!("@book{{k{n}, title = {{t}}, crossref = {{k{}}}}}\n", n + 1)).collect(),
        "@book{".repeat(50_000),
        format!("@comment{{{}", "{".repeat(50_000)),
    ];
    for bib in bombs {
        biblatex::read(FileId(0), &bib);
    }
    for json in ["[".repeat(100_000), format!("[{{\"id\": {}}}]", "{\"a\":".repeat(100_000))] {
        csl_json::read(FileId(0), &json);
    }
}

/// Pieces of bibliographies, put together in any order.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("@book{a,\n".to_owned()),
        Just("@string{s = {x}}\n".to_owned()),
        Just("title = {".to_owned()),
        Just("author = {".to_owned()),
        Just("date = {".to_owned()),
        Just("pages = \"".to_owned()),
        Just("year = 2019,".to_owned()),
        Just("month = s # jan".to_owned()),
        Just("},\n".to_owned()),
        Just("}\n".to_owned()),
        Just(" and ".to_owned()),
        Just("family=x, given=".to_owned()),
        Just(", ".to_owned()),
        "\\\\[a-zA-Z'\"`^~=.{}-]",
        "[{}\"$%#,=@~é 0-9a-zA-Z\\\\-]{0,6}",
        "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_bibliography_is_read(text in pieces()) {
        for text in [text.clone(), format!("@book{{k, title = {{{text}}}, author = {{{text}}}, date = {{{text}}}}}")] {
            let (read, found) = biblatex::read(FileId(0), &text);
            for place in read.entries.iter().map(|e| e.span).chain(found.iter().map(|d| d.at.place.span)) {
                prop_assert!(text.get(place.range()).is_some(), "{place:?}");
            }
        }
    }

    #[test]
    fn any_json_is_read(text in "[\\[\\]{}:,\"a-z0-9 \\\\é]{0,60}", value in "\\PC{0,12}") {
        let value = serde_json::to_string(&value).unwrap();
        let item = format!("[{{\"id\": {value}, \"title\": {value}, \"author\": [{{\"family\": {value}, \"x\": {{}}}}, {value}], \"issued\": {value}}}]");
        for text in [text, item] {
            let (read, found) = csl_json::read(FileId(0), &text);
            for place in read.entries.iter().map(|e| e.span).chain(found.iter().map(|d| d.at.place.span)) {
                prop_assert!(text.get(place.range()).is_some(), "{place:?}");
            }
        }
    }
}

#[test]
fn the_program_leaves_bibliographies_as_they_are() {
    let debate = cites("refs.bib");
    let shell =
        Shell::new(&[("d.agon", &debate), ("refs.bib", "@book{ a,title={x} }\n\u{202e}"), ("package.json", "{}"), ("agon.yaml", "")]);
    shell.run(&["fmt", "."]).code(0);
    shell.run(&["fmt", "refs.bib", "d.agon"]).code(0);
    assert_eq!(shell.read("refs.bib"), "@book{ a,title={x} }\n\u{202e}");
    shell.write("refs.bib", BIB.as_bytes());
    shell.run(&["check", "."]).is(0, "no problems in 2 files\n", "");
    shell.run(&["check", "d.agon", "refs.bib"]).is(0, "no problems in 2 files\n", "");
    shell.run(&["check", "package.json"]).code(0).out("this file is a bibliography and no debate");
    shell.run(&["brief", "refs.bib"]).code(2).err("name a file that holds a debate");
    shell.write("refs.bib", b"@book{ a,title={x}");
    shell.run(&["check", "."]).code(1).out("refs.bib:1:1").out("this entry is never closed").out("1 error in 1 of 2 files\n");
}

#[cfg(unix)]
#[test]
fn no_link_leads_to_a_bibliography_outside() {
    let shell = Shell::new(&[("p/agon.yaml", ""), ("p/d.agon", &cites("refs.bib")), ("refs.bib", BIB)]);
    std::os::unix::fs::symlink(shell.path("refs.bib"), shell.path("p/refs.bib")).unwrap();
    shell.run(&["check", "p"]).code(1).out("error[outside-root]").out("1 error in 1 file\n");
}

#[test]
fn entries_take_from_others_over_several_levels_and_no_more_than_there_is_room_for() {
    let bib = "@incollection{part, author = {Holm, Eva}, title = {A part}, crossref = {volume}}\n\
               @collection{volume, title = {The volume}, crossref = {series}, xdata = {house}}\n\
               @collection{series, title = {The series}, year = 1999, editor = {Okafor, Ada}, xdata = {house}}\n\
               @xdata{house, publisher = {Kestrel}, xdata = {town}}\n@xdata{town, location = {Aarhus}, xdata = {house}}\n";
    let bib = format!("{bib}@book{{solo, title = {{Alone}}, xdata = {{house}}}}\n");
    let told = ["part | Holm, Eva | A part | The volume | Aarhus | Kestrel | 1999", "solo | Alone | Aarhus | Kestrel"];
    assert_eq!(sources(&bib, &["part", "solo"]), told);

    let mut bomb = format!("@xdata{{long, title = {{{}}}}}\n", "long ".repeat(3_900));
    (0..20_000).for_each(|n| bomb += &format!("@book{{k{n}, xdata = {{long}}}}\n"));
    let (list, out) = biblatex::read(FileId(0), &bomb);
    assert_eq!(list.entries.len(), 20_001);
    assert_eq!(out.iter().filter(|d| d.title.contains("take more than 16 MiB")).count(), 1);
}
