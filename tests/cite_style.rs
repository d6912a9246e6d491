//! `--cite-style`: what a style of the Citation Style Language makes of footnotes and of the table of sources, and which files are
//! no such style. Without the feature `citations`, how to get it.

use crate::cli::shell::Shell;

const BIB: &str = r#"
@article{lindgren2016,
  author = {Lindgren, Kaja and Okafor, Ada}, title = {What a toll does to a town}, journaltitle = {Urban Roads}, volume = 12,
  date = {2016-05}, doi = {10.0000/jur.35},
}
@book{okafor2019, author = {Okafor, Ada}, title = {Streets without cars}, publisher = {Kestrel}, address = {Aarhus}, year = 2019}
@book{okafor2019b, author = {Okafor, Ada}, title = {Towns without cars}, publisher = {Kestrel}, address = {Aarhus}, year = 2019}
@online{city2020, author = {{City of Norrvik}}, title = {Counts <script>alert(1)</script> [x](javascript:alert(1))}, url = {https://norrvik.example/counts}, date = {2020-07-01}}
"#;

const DEBATE: &str = "use \"refs.bib\"
source letter: Letter to the *council*
  author: Holm, Eva
  in: Norrvik Gazette
  date: 2020-08-20
  note: Printed on the back page.
claim out: Cars out.
  cite: lindgren2016, p. 41, \"the toll halves it\"
  cite: okafor2019, ch. 3
  support foot: Most come on foot.
    cite: city2020, \"seven of ten\"
    cite: lindgren2016, pp. 45-47
  support air: The air is better.
    cite: okafor2019b, slide 4 of the annex
    cite: letter
";

fn shell() -> Shell {
    let styles = ["notes", "author-date", "numbers"].map(|name| {
        let path = format!("{}/tests/cite_style/{name}.csl", env!("CARGO_MANIFEST_DIR"));
        (format!("{name}.csl"), std::fs::read_to_string(path).unwrap())
    });
    let shell = Shell::new(&[("d.agon", DEBATE), ("refs.bib", BIB), ("agon.yaml", "root: d.agon\n")]);
    styles.iter().for_each(|(name, text)| shell.write(name, text.as_bytes()));
    shell
}

#[cfg(not(feature = "citations"))]
#[test]
fn a_program_without_styles_says_how_to_get_one_with_them() {
    let shell = shell();
    shell.write("note.md", b"<!-- agon: sources --><!-- /agon -->\n");
    for arguments in [&["brief", "--cite-style", "notes.csl"][..], &["weave", "--cite-style", "notes.csl", "note.md"]] {
        let ran = shell.run(arguments);
        ran.code(2).err("this program was built without styles of citation").err("cargo install agon --features citations");
        assert_eq!(ran.stdout, "");
    }
}

#[cfg(feature = "citations")]
mod with_styles {
    use super::*;
    use crate::support::Memory;
    use agon::{
        model::load::Files,
        render::{
            brief::{Length, Wanted, brief_as},
            csl::style::Style,
            markdown::markdown,
        },
        report::run::run,
    };
    use proptest::prelude::*;

    fn style(name: &str) -> String {
        std::fs::read_to_string(format!("{}/tests/cite_style/{name}.csl", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    /// The footnotes of a brief, one a line, and the first cells of its table of sources.
    fn cited(text: &str) -> (Vec<String>, Vec<String>) {
        let notes = text.split("\n[^").skip(1).filter_map(|note| note.split_once("]:\n    ")).map(|(_, words)| words.trim().to_owned());
        let table = text.split_once("## Sources\n").map_or("", |(_, rest)| rest.split("\n## ").next().unwrap());
        let rows = table.lines().filter(|l| l.starts_with("| ")).skip(2).map(|row| row.split(" | ").next().unwrap()[2..].to_owned());
        (notes.collect(), rows.collect())
    }

    fn brief(name: &str) -> (Vec<String>, Vec<String>) {
        let ran = shell().run(&["brief", "--cite-style", &format!("{name}.csl")]);
        ran.code(0);
        cited(&ran.stdout)
    }

    #[test]
    fn a_style_for_notes_writes_the_notes() {
        let (notes, rows) = brief("notes");
        assert_eq!(
            notes,
            [
                "Kaja Lindgren and Ada Okafor, *What a toll does to a town*, in Urban Roads **12**, 2016, p. 41: “the toll halves it”; Ada Okafor, *Streets without cars*, Aarhus 2019, chap. 3.",
                "City of Norrvik, *Counts \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1))*, 2020: “seven of ten”; Lindgren and Okafor, cit., pp. 45–47.",
                "Ada Okafor, *Towns without cars*, Aarhus 2019, slide 4 of the annex; Eva Holm, *Letter to the council*, in Norrvik Gazette, 2020.",
            ]
        );
        assert_eq!(
            rows,
            [
                "City of Norrvik, *Counts \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1))*, July 1, 2020, <https://norrvik.example/counts>.",
                "Holm, Eva, *Letter to the council*, Norrvik Gazette, August 20, 2020. Printed on the back page.",
                "Lindgren, Kaja and Ada Okafor, *What a toll does to a town*, Urban Roads, May 2016.",
                "Okafor, Ada, *Streets without cars*, Kestrel, 2019.",
                "Okafor, Ada, *Towns without cars*, Kestrel, 2019.",
            ]
        );
    }

    #[test]
    fn a_title_that_asks_is_followed_by_no_full_stop() {
        let shell = shell();
        shell.write("d.agon", b"source who: Who pays? And when?\n  author: Holm, Eva\n  date: 2020\nclaim out: Cars out.\n  cite: who\n");
        for (style, row) in
            [("numbers", "\\[1\\] Eva Holm, Who pays? And when?"), ("author-date", "Holm, E. (2020). “Who pays? And when?”")]
        {
            let ran = shell.run(&["brief", "--cite-style", &format!("{style}.csl")]);
            assert_eq!(cited(&ran.stdout).1, [row]);
        }
    }

    #[test]
    fn a_style_with_authors_and_years_writes_them_into_the_notes() {
        let (notes, rows) = brief("author-date");
        assert_eq!(
            notes,
            [
                "(Lindgren & Okafor 2016, p. 41): “the toll halves it”; (Okafor 2019a, chap. 3).",
                "(City of Norrvik 2020): “seven of ten”; (Lindgren & Okafor 2016, pp. 45–47).",
                "(Okafor 2019b, slide 4 of the annex); (Holm 2020).",
            ]
        );
        assert_eq!(
            rows,
            [
                "City of Norrvik (2020). “Counts \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1)).”",
                "Holm, E. (2020). “Letter to the council.” *Norrvik Gazette*. Printed on the back page.",
                "Lindgren, K. & Okafor, A. (2016). “What a toll does to a town.” *Urban Roads*. <https://doi.org/10.0000/jur.35>.",
                "Okafor, A. (2019a). “Streets without cars.”",
                "Okafor, A. (2019b). “Towns without cars.”",
            ]
        );
    }

    #[test]
    fn a_style_with_numbers_lists_the_sources_in_their_order() {
        let (notes, rows) = brief("numbers");
        assert_eq!(
            notes,
            [
                "\\[1\\], p. 41: “the toll halves it”; \\[2\\], ch. 3.",
                "\\[3\\]: “seven of ten”; \\[1\\], pp. 45-47.",
                "\\[4\\], slide 4 of the annex; \\[5\\].",
            ]
        );
        assert_eq!(
            rows,
            [
                "\\[1\\] Kaja Lindgren, Ada Okafor, What a toll does to a town.",
                "\\[2\\] Ada Okafor, Streets without cars.",
                "\\[3\\] City of Norrvik, Counts \\<script\\>alert(1)\\</script\\> \\[x\\](javascript:alert(1)).",
                "\\[4\\] Ada Okafor, Towns without cars.",
                "\\[5\\] Eva Holm, Letter to the council. Printed on the back page.",
            ]
        );
    }

    #[test]
    fn a_page_and_a_template_are_cited_alike() {
        let shell = shell();
        shell.write("t.md.jinja", b"{{ notes.markdown }}");
        let ran = shell.run(&["brief", "--cite-style", "author-date.csl", "--template", "t.md.jinja"]);
        ran.code(0).out("(Lindgren & Okafor 2016, p. 41): “the toll halves it”");
        let page = shell.run(&["brief", "--cite-style", "author-date.csl", "--format", "html"]);
        page.code(0).out("(Lindgren &amp; Okafor 2016, p. 41): “the toll halves it”").out("Okafor, A. (2019a). “Streets without cars");
        assert!(!page.stdout.contains("<script>alert") && !page.stdout.contains("href=\"javascript"));
        let traced = shell.run(&["brief", "--cite-style", "author-date.csl", "--trace"]);
        traced.code(0).out("(Holm 2020)");
        let short = shell.run(&["brief", "--cite-style", "notes.csl", "--length", "one-page"]);
        short.code(0).out("Kaja Lindgren and Ada Okafor");
        shell.write("more.agon", format!("{DEBATE}source spare: Never cited\n").as_bytes());
        let full = shell.run(&["brief", "more.agon", "--cite-style", "numbers.csl", "--full"]);
        full.code(0).out("| \\[6\\] Never cited. | – |");
    }

    #[test]
    fn a_woven_document_is_cited_alike() {
        let shell = shell();
        let mark = |what: &str| format!("<!-- agon: {what} -->\n<!-- /agon -->\n\n");
        let text = [mark("judgement of=\"out\""), mark("sources"), mark("brief of=\"out\"")].concat();
        shell.write("note.md", text.as_bytes());
        shell.run(&["weave", "--cite-style", "author-date.csl", "note.md"]).is(0, "", "1 file changed, 0 unchanged\n");
        let woven = shell.read("note.md");
        assert_eq!(woven.matches("(Lindgren & Okafor 2016, p. 41): “the toll halves it”").count(), 2, "{woven}");
        assert_eq!(woven.matches("| Okafor, A. (2019a). “Streets without cars.” |").count(), 2, "{woven}");
        shell.run(&["weave", "--check", "--cite-style", "author-date.csl", "note.md"]).code(0);
        shell.run(&["weave", "--check", "note.md"]).code(1).out("note.md");
    }

    #[test]
    fn the_same_debate_is_cited_in_the_same_bytes() {
        let shell = shell();
        let first = shell.run(&["brief", "--cite-style", "author-date.csl"]);
        for _ in 0..8 {
            assert_eq!(shell.run(&["brief", "--cite-style", "author-date.csl"]).stdout, first.stdout);
        }
    }

    #[test]
    fn a_file_that_is_no_style_is_told_and_nothing_is_written() {
        let shell = shell();
        let check = |text: &str, told: &str| {
            shell.write("bad.csl", text.as_bytes());
            let ran = shell.run(&["brief", "--cite-style", "bad.csl", "-o", "brief.md"]);
            ran.code(2).err(told).err("= help: ");
            assert!(!shell.names().contains(&"brief.md".to_owned()));
        };
        let good = style("notes");
        check("", "the style `bad.csl:1` cannot be used: it is no XML");
        check(&good[..good.len() / 2], "cannot be used: it is no XML");
        check("<locale xmlns=\"http://purl.org/net/xbiblio/csl\"/>", "it begins with `<locale>` and not with `<style>`");
        check("<style/>", "it does not say how to cite: it has no `<citation>`");
        check(&good.replace(" class=\"note\"", ""), "it is no style of version 1.0");
        check(&good.replace("<text macro=\"where\"/>", "<text macro=\"nowhere\"/>"), "`nowhere` does not exist");
        let link = "<link href=\"http://example.org/parent\" rel=\"independent-parent\"/><updated>";
        check(
            &good.replace("<updated>", link),
            "the style `bad.csl:7` cannot be used: it only says that it is like another style: http://example.org/parent",
        );
        let circle = "<group delimiter=\" \"><text macro=\"who\"/>";
        let in_a_circle =
            good.replace("<names variable=\"author\">\n      <name and", "<text macro=\"where\"/><names variable=\"author\"><name and");
        check(&in_a_circle.replacen("<group delimiter=\" \">", circle, 1), "calls itself");
        let calls: String =
            (1..60).map(|n| format!("<macro name=\"m{n}\"><text macro=\"m{}\"/><text macro=\"m{}\"/></macro>", n - 1, n - 1)).collect();
        let many = format!("<macro name=\"m0\"><text value=\"x\"/></macro>{calls}<citation");
        check(
            &good.replacen("<citation", &many, 1).replacen(
                "macro=\"who\"/>\n            <text variable",
                "macro=\"m59\"/><text variable",
                1,
            ),
            "more work",
        );
        let deep = format!("{}<text value=\"x\"/>{}", "<group>".repeat(3000), "</group>".repeat(3000));
        check(&good.replacen("<text term=\"in\"/>", &deep, 1), "deep within each other");
        shell.run(&["brief", "--cite-style", "none.csl"]).code(2).err("`none.csl` cannot be read: it does not exist");
    }

    #[test]
    fn a_style_that_has_words_for_nothing_leaves_the_notes_of_our_own() {
        let shell = shell();
        let text = style("numbers")
            .replace("<text variable=\"citation-number\"/>", "<text variable=\"archive\"/>")
            .replace("prefix=\"[\" suffix=\"]\"", "");
        shell.write("mute.csl", text.as_bytes());
        let (notes, _) = cited(&shell.run(&["brief", "--cite-style", "mute.csl"]).stdout);
        assert!(
            notes[0].starts_with(
                "Kaja Lindgren and Ada Okafor, “What a toll does to a town,” *Urban Roads* 12 (May 2016): 41: “the toll halves it”"
            ),
            "{notes:#?}"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn any_words_of_a_source_are_cited_after_any_style(
            words in prop::collection::vec("[-\\\\PC{}]{0,12}|[0-9IVXa-z,.–-]{0,8}", 12),
            date in "[0-9]{1,5}(-[0-9]{1,3}){0,2}",
        ) {
            let text = |n: usize| serde_json::to_string(&words[n]).unwrap();
            let json = format!(
                "[{{\"id\": \"a\", \"type\": {}, \"title\": {}, \"container-title\": {}, \"author\": [{{\"family\": {}, \"given\": {}}}, {{\"literal\": {}}}, {{\"family\": {}, \"non-dropping-particle\": {}}}],\
                 \"volume\": {}, \"page\": {}, \"issued\": {{\"raw\": {:?}}}, \"DOI\": {}, \"edition\": {}}}, {{\"id\": \"b\", \"author\": [], \"issue\": -3}}]",
                text(0), text(1), text(2), text(3), text(4), text(5), text(6), text(7), text(8), text(9), date, text(10), text(11)
            );
            let place = words[9].replace(['\n', '\r', '"'], " ");
            let debate = format!("use \"r.json\"\nclaim c: C.\n  cite: a, {place}\n  cite: b, p. 3, \"w\"\n  cite: a\n");
            let reader = Memory::new(&[("d.agon", &debate), ("r.json", &json)]);
            let mut files = Files::default();
            let root = files.load("d.agon", &reader);
            let report = run(&files, root);
            for name in ["notes", "author-date", "numbers"] {
                let style = Style::read(&style(name)).unwrap();
                let wanted = Wanted { length: Length::Full, past: None, style: Some(&style) };
                let once = markdown(&brief_as(&report, wanted).document());
                prop_assert_eq!(once, markdown(&brief_as(&report, wanted).document()));
            }
        }
    }
}
