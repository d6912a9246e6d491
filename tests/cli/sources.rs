//! The files of sources: which are read, and what is told of their quotations.

use crate::cli::shell::{Ran, Shell};

const SURVEY: &str = "The shops were asked in May.\n\nTheir takings did not\nrise by more than 15 percent.\n";

pub(super) fn debate(source: &str, cite: &str) -> String {
    format!("source survey: Saturday survey\n{source}\nclaim trade: The shops took more.\n  cite: survey, {cite}\n")
}

fn check(files: &[(&str, &str)], source: &str, cite: &str) -> Ran {
    let debate = debate(source, cite);
    let mut files = files.to_vec();
    files.extend([("agon.yaml", ""), ("debate.agon", debate.as_str())]);
    Shell::new(&files).run(&["check", "debate.agon"])
}

#[test]
fn a_misquotation_shows_both_wordings_and_the_place_in_the_source() {
    let ran = check(&[("survey.txt", SURVEY)], "  file: survey.txt", "\"takings did rise by more than 50 percent.\"");
    let told = "error[misquotation]: these are not the words of `survey`
 --> debate.agon:4:18
  |
4 |   cite: survey, \"takings did rise by more than 50 percent.\"
  |                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = note: `survey.txt` has, at line 3: “takings did not rise by more than 15 percent.”
  = note: the quotation leaves out “not”; has “50” for “15”
help: quote the words of the source
  |
4 -   cite: survey, \"takings did rise by more than 50 percent.\"
4 +   cite: survey, \"takings did not rise by more than 15 percent.\"
";
    ran.code(1).out(told).out("1 error in 1 file\n");
}

#[test]
fn words_that_come_near_nothing_and_parts_out_of_order_are_told_apart() {
    let files = [("survey.txt", SURVEY)];
    check(&files, "  file: survey.txt", "\"nobody was seen there\"")
        .code(1)
        .out("these words are not in `survey`, nor any that come near them");
    let ran = check(&files, "  file: survey.txt", "\"15 percent … asked in May\"");
    ran.code(1).out("not in this order within one passage").out("the first part is at line 4, and the last one at line 1");
}

#[test]
fn files_of_sources_may_lie_outside_the_project_and_need_not_be_there() {
    let text = debate("  file: papers/survey.txt", "\"takings did not rise\"");
    let wrong = debate("  file: papers/survey.txt", "\"takings did rise\"");
    let files = [("p/agon.yaml", "sources-dir: ../kept\n"), ("p/a.agon", text.as_str()), ("p/b.agon", wrong.as_str())];
    let shell = Shell::new(&files);
    let absent = shell.run(&["check", "p"]);
    absent
        .code(0)
        .out("note[unverified-quotation]: one quotation of `survey` could not be verified: there is no file `papers/survey.txt` here");
    absent.out("2 notes in 2 files\n");
    shell.write("kept/papers/survey.txt", SURVEY.as_bytes());
    shell.run(&["check", "p/a.agon"]).is(0, "no problems in 1 file\n", "");
    shell.run(&["check", "p/b.agon"]).code(1).out("error[misquotation]").out("leaves out “not”");
}

#[test]
fn a_file_of_the_project_goes_before_one_of_the_folder_of_sources() {
    let text = debate("  file: survey.txt", "\"takings did not rise\"");
    let files =
        [("p/agon.yaml", "sources-dir: ../kept\n"), ("p/a.agon", text.as_str()), ("p/survey.txt", SURVEY), ("kept/survey.txt", "else\n")];
    Shell::new(&files).run(&["check", "p"]).is(0, "no problems in 1 file\n", "");
}

#[test]
#[cfg(unix)]
fn no_path_and_no_link_of_a_source_leads_outside() {
    use std::os::unix::fs::symlink;
    let secret = "The secret word is swordfish.\n";
    let cites = |file: &str| debate(&format!("  file: {file}"), "\"the secret word was sword\"");
    let files =
        [("secret.txt", secret), ("p/agon.yaml", "sources-dir: ../kept\n"), ("kept/.hidden/note.txt", secret), ("kept/key", secret)];
    let shell = Shell::new(&files);
    symlink(shell.path("secret.txt"), shell.path("p/link.txt")).unwrap();
    symlink(shell.path("secret.txt"), shell.path("kept/other.txt")).unwrap();
    symlink(shell.path("."), shell.path("kept/up")).unwrap();
    let absolute = shell.path("secret.txt");
    for file in ["../secret.txt", absolute.to_str().unwrap(), "link.txt", "other.txt", "up/secret.txt", "../../secret.txt"] {
        shell.write("p/a.agon", cites(file).as_bytes());
        let ran = shell.run(&["check", "p/a.agon"]);
        ran.code(1).out("error[outside-root]").out("lies outside the root of the project");
        assert!(!ran.stdout.contains("swordfish"), "{file}: {}", ran.stdout);
    }
    for file in [".hidden/note.txt", "key"] {
        shell.write("p/a.agon", cites(file).as_bytes());
        let ran = shell.run(&["check", "p/a.agon"]);
        ran.code(0).out("cannot be read: in the folder of sources only files are read that end in");
        assert!(!ran.stdout.contains("swordfish"), "{file}: {}", ran.stdout);
    }
}

#[test]
fn what_cannot_be_read_is_told_and_is_no_error() {
    let shell = Shell::new(&[("agon.yaml", ""), ("folder/x.txt", "")]);
    shell.write("latin.txt", b"caf\xe9\n");
    for (file, why) in [("latin.txt", "it is not valid UTF-8 at byte 3"), ("folder", "it is a folder")] {
        shell.write("a.agon", debate(&format!("  file: {file}"), "\"some words\"").as_bytes());
        shell.run(&["check", "a.agon"]).code(0).out("note[unverified-quotation]").out(why);
    }
}

#[test]
fn only_what_is_quoted_or_pinned_is_read() {
    let text = "source survey: Saturday survey\n  file: latin.txt\nclaim trade: The shops took more.\n  cite: survey\n";
    let shell = Shell::new(&[("a.agon", text)]);
    shell.write("latin.txt", b"caf\xe9\n");
    shell.run(&["check", "a.agon"]).is(0, "no problems in 1 file\n", "");
}

#[test]
fn a_file_that_is_not_there_is_likely_misspelt_unless_it_may_lie_elsewhere() {
    let quoted = debate("  file: papers/sruvey.txt", "\"takings did not rise\"");
    let cited = debate("  file: papers/sruvey.txt", "p. 3");
    let shell = Shell::new(&[("p/a.agon", quoted.as_str()), ("p/b.agon", cited.as_str()), ("p/papers/survey.txt", SURVEY)]);
    let ran = shell.run(&["check", "p"]);
    ran.code(0).out("warning[unverified-quotation]: one quotation of `survey` could not be verified: there is no file `papers/sruvey.txt`");
    ran.out("warning[unverified-quotation]: there is no file `papers/sruvey.txt`, as `survey` says\n");
    ran.out("write `papers/survey.txt`, which is there").out("2 warnings in 2 files\n");
    shell.write("p/agon.yaml", b"sources-dir: ../kept\n");
    let ran = shell.run(&["check", "p"]);
    ran.code(0)
        .out("note[unverified-quotation]")
        .out("into the folder that `sources-dir` in `agon.yaml` names")
        .out("1 note in 1 of 2 files\n");
    shell.write("p/agon.yaml", b"");
    shell.run(&["check", "--fix", "--unsafe", "p"]).is(0, "no problems in 2 files\n", "2 fixes applied in 2 files\n");
    for (file, help) in [("../survey.txt", "outside"), ("papers/other.txt", "put the file there"), ("sruvey.txt", "put the file there")] {
        shell.write("p/a.agon", debate(&format!("  file: {file}"), "\"takings did not rise\"").as_bytes());
        shell.run(&["check", "p/a.agon"]).out(help);
    }
}

#[test]
fn a_changed_source_is_told_with_its_new_fingerprint() {
    let pin = format!("  file: survey.txt\n  sha256: {}", "0".repeat(64));
    let ran = check(&[("survey.txt", SURVEY)], &pin, "p. 2, \"asked in May\"");
    ran.code(0).out("warning[changed-source]: `survey.txt` is not the file that `survey` pins");
    let new = ran.stdout.split("+   sha256: ").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("the fix shows it").to_owned();
    let pinned = format!("  file: survey.txt\n  sha256: {new}");
    check(&[("survey.txt", SURVEY)], &pinned, "p. 2, \"asked in May\"").is(0, "no problems in 1 file\n", "");
}

#[test]
fn html_and_markdown_are_searched_as_they_are_read() {
    let html = "<p>Their <b>takings</b> did\nnot rise<sup><a href=\"#n\">[2]</a></sup> &ndash; by 15&nbsp;percent.</p>";
    check(&[("s.html", html)], "  file: s.html", "\"takings did not rise - by 15 percent\"").code(0);
    check(&[("s.html", html)], "  file: s.html", "\"takings did rise - by 15 percent\"").code(1).out("leaves out “not”").out("at line 1");
    let markdown = "# Survey\n\nTheir *takings* did **not** rise, [says](https://x.example) `it`.\n";
    check(&[("s.md", markdown)], "  file: s.md", "\"takings did not rise, says it\"").code(0);
}

#[test]
fn the_brief_tells_of_each_source_what_became_of_its_quotations() {
    let text = "source a: First\n  file: survey.txt\n  url: https://a.example/x\nsource b: Second\n  file: gone.txt\nsource c: Third\n  file: survey.txt\n\
        claim x: It is so.\n  cite: a, \"takings did not rise\"\n  cite: b, \"some words\"\n  cite: c, \"takings did rise\"\n";
    let shell = Shell::new(&[("a.agon", text), ("survey.txt", SURVEY)]);
    let ran = shell.run(&["brief", "a.agon"]);
    ran.code(1).err("misquotation");
    ran.out("verified: [“takings did not rise”](https://a.example/x#:~:text=takings%20did%20not%20rise)").out("unverified").out("altered");
}

#[test]
fn quotations_of_contradictions_and_preferences_are_looked_for_as_those_of_claims() {
    let text = "source s: Law\n  file: survey.txt\nclaim a: A.\n  support y: Y.\nclaim b: B.\n  support z: Z.\n\
        contradiction a, b: W.\n  cite: s, \"utterly invented words\"\nprefer a over b: P.\n  cite: s, \"more invented words\"\n";
    let shell = Shell::new(&[("agon.yaml", ""), ("a.agon", text), ("survey.txt", SURVEY)]);
    let ran = shell.run(&["check", "a.agon"]);
    ran.code(1).out(" --> a.agon:8:13").out(" --> a.agon:10:13").out("2 errors in 1 file\n");
    assert_eq!(ran.stdout.matches("error[misquotation]").count(), 2, "{}", ran.stdout);
    shell.run(&["check", "--fix", "--unsafe", "a.agon"]);
    assert_eq!(shell.read("a.agon"), text, "what is cited is left in");
    shell.run(&["brief", "a.agon"]).out("| 2 | 2 altered |");
    let true_words = text.replace("utterly invented words", "were asked in May").replace("more invented words", "takings did not rise");
    let shell = Shell::new(&[("agon.yaml", ""), ("a.agon", true_words.as_str()), ("survey.txt", SURVEY)]);
    shell.run(&["check", "a.agon"]).is(0, "no problems in 1 file\n", "");
}

#[test]
fn html_within_markdown_is_read_as_html() {
    let markdown = "# Survey\n\nHard<br>break, *then*<sup>[2]</sup> H<sub>2</sub>O.\n\n<p>Para in <b>html</b> here</p>\n\n\
        <div>\nA <i>divi</i>sion &amp; more\n</div>\n\nUse the <title> tag.\n\nIt goes on.\n\n<script>hidden words</script>\n\n> <p>In a\n> frame</p>\n";
    for quoted in ["Hard break, then H2O", "Para in html here", "A division & more", "It goes on", "In a frame"] {
        let ran = check(&[("s.md", markdown)], "  file: s.md", &format!("\"{quoted}\""));
        assert_eq!((ran.code, ran.stdout.as_str()), (0, "no problems in 1 file\n"), "{quoted}");
    }
    for quoted in ["Hardbreak", "Para in here", "hidden words"] {
        check(&[("s.md", markdown)], "  file: s.md", &format!("\"{quoted}\"")).code(1).out("error[misquotation]");
    }
    check(&[("s.md", markdown)], "  file: s.md", "\"A division and more\"").code(1).out("at line 8");
}

#[test]
fn a_file_without_words_verifies_nothing_and_accuses_nobody() {
    let ran = check(&[("s.txt", " \n\n")], "  file: s.txt", "\"some words\"");
    ran.code(0).out("warning[unverified-quotation]: one quotation of `survey` could not be verified: `s.txt` is empty, or holds no words");
    let shell = Shell::new(&[("s.txt", ""), ("a.agon", &debate("  file: s.txt\n  url: https://a.example/x", "\"some words\""))]);
    shell.run(&["brief", "a.agon"]).code(0).out("1 unverified");
    check(&[("s.txt", "12\n\x0c13\n")], "  file: s.txt", "\"some words\"").code(0).out("unverified-quotation");
    // Without a quotation there is nothing to verify.
    check(&[("s.txt", "")], "  file: s.txt", "p. 3").code(0).out("no problems");
}

/// A text of pages, as it is made of PDF.
fn pages(list: &[&str]) -> String {
    list.iter().map(|page| format!("{page}\n\x0c")).collect()
}

#[test]
fn the_furniture_of_pages_parts_no_passage() {
    let quoted = "\"It was probably built in 1930\"";
    for list in [
        ["It was probably\n\n12", "built in 1930.\n\n13", "The end.\n\n14"],
        ["It was probably\n- 1 -", "built in 1930.\n- 2 -", "The end.\n- 3 -"],
        ["It was probably\nPage 1 of 3", "built in 1930.\nPage 2 of 3", "The end.\nPage 3 of 3"],
        ["Cover", "On the Bridge\nIt was probably", "On the Bridge\nbuilt in 1930."],
        ["Draft\n7\nIt was probably\nConfidential", "Draft\n8\nbuilt in 1930.\nConfidential", "Draft\n9\nThe end.\nConfidential"],
    ] {
        let text = pages(&list);
        let ran = check(&[("s.txt", &text)], "  file: s.txt", quoted);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, "no problems in 1 file\n"), "{text}");
        check(&[("s.txt", &text)], "  file: s.txt", "\"It was certainly built in 1930\"").code(1).out("“certainly” for “probably”");
    }
    let sides = ["1 Bridges\nIt was probably", "Chapter 2\nbuilt in 1930.", "3 Bridges\nx", "Chapter 4\ny"];
    check(&[("s.txt", &pages(&sides))], "  file: s.txt", quoted).code(0).out("no problems");
    // The place is that of the page where it begins.
    let numbered = pages(&["It was probably\n12", "built in 1930.\n13"]);
    check(&[("s.txt", &numbered)], "  file: s.txt", &format!("p. 12, {quoted}")).code(0).out("no problems");
    check(&[("s.txt", &numbered)], "  file: s.txt", &format!("p. 1, {quoted}")).code(0).out("no problems");
    check(&[("s.txt", &numbered)], "  file: s.txt", &format!("p. 14, {quoted}")).code(0);
    // Furniture itself may be quoted.
    check(&[("s.txt", &pages(&["On the Bridge\na", "On the Bridge\nb"]))], "  file: s.txt", "\"On the Bridge\"").code(0).out("no problems");
}

#[test]
fn what_is_no_furniture_is_left_out_by_nobody() {
    for list in [
        ["It was probably\n\n40", "built in 1930.\n\n13", "The end.\n\n14"],
        ["It was probably\nnot", "built in 1930.", "The end."],
        ["It was probably\n12\nnever\n12", "built in 1930.\n13", "The end.\n14"],
        ["It was probably", "12\n\nmen\nbuilt in 1930.", "The end."],
        ["A\nIt was probably\nnot", "not\nbuilt in 1930.", "The end."],
    ] {
        let text = pages(&list);
        check(&[("s.txt", &text)], "  file: s.txt", "\"It was probably built in 1930\"").code(1).out("the quotation leaves out");
    }
    // Within a page a number is a number.
    let inside = pages(&["It was\n12\nbuilt in 1930.\n12", "More.\n13"]);
    check(&[("s.txt", &inside)], "  file: s.txt", "\"It was built in 1930\"").code(1).out("leaves out “12”");
}

/// What `check` tells of quotations of the words "pier number N", which stand on page N, each from its locator.
fn located(text: &str, cited: &[(&str, &str)]) -> Vec<String> {
    let cites: String = cited.iter().map(|(number, locator)| format!("  cite: s, {locator}, \"pier number {number} is\"\n")).collect();
    let debate = format!("source s: Piers\n  file: s.txt\nclaim old: They are old.\n{cites}");
    let ran = Shell::new(&[("s.txt", text), ("a.agon", &debate)]).run(&["check", "--format", "concise", "a.agon"]);
    ran.stdout.lines().filter(|line| line.contains("wrong-locator")).map(str::to_owned).collect()
}

#[test]
fn numbers_of_pages_that_the_file_does_not_have_are_told() {
    let piers = |foot: fn(usize) -> String| {
        let page = |(at, word): (usize, &str)| format!("Piers\n\nThe pier number {word} is old.\nIt stands.\n\n{}\n\x0c", foot(at));
        ["one", "two", "three", "four"].into_iter().enumerate().map(page).collect::<String>()
    };
    let printed = piers(|at| format!("{}", 101 + at));
    for right in ["p. 102", "p. 2", "pp. 102-103", "p. 101 f.", "p. 99 ff."] {
        assert_eq!(located(&printed, &[("two", right)]), [""; 0], "{right}");
    }
    for wrong in ["p. 103", "p. 3", "p. 5", "p. 99", "p. 150", "p. 150, n. 2", "p. 3 f., Table 3", "ch. 1, p. 103 (emphasis added)"] {
        assert_eq!(located(&printed, &[("two", wrong)]).len(), 1, "{wrong}");
    }
    let counted = piers(|_| String::new());
    assert!(located(&counted, &[("two", "p. 4")])[0].contains("warning"));
    let doubtful = located(&counted, &[("two", "p. 99")]);
    assert!(doubtful[0].contains("note") && doubtful[0].contains("whose file has 4 pages; it is on page 2"), "{doubtful:?}");
    assert_eq!(located(&counted, &[("two", "p. 264"), ("three", "p. 265")]), [""; 0]);
    let apart = located(&counted, &[("two", "p. 264"), ("three", "p. 265"), ("four", "p. 299")]);
    assert!(apart.len() == 1 && apart[0].contains("warning") && apart[0].contains("`p. 299`"), "{apart:?}");
}

#[test]
fn one_part_of_a_locator_is_mended_where_it_stands() {
    let shell = Shell::new(&[
        ("survey.txt", "[p. 1]\n1. The gate.\n[p. 2]\n2. The key.\n3. The lock.\n"),
        ("a.agon", &debate("  file: survey.txt", "p. 1, para. 2, n. 7, \"The key\"")),
    ]);
    shell.run(&["check", "a.agon"]).code(0).out("this quotation is not at `p. 1` of `survey`, but on page 2\n");
    shell.run(&["check", "--fix", "--unsafe", "a.agon"]).code(0);
    assert!(shell.read("a.agon").contains("cite: survey, p. 2, para. 2, n. 7, "), "{}", shell.read("a.agon"));
}

#[test]
fn a_power_is_mended_as_a_power() {
    let ran = check(&[("s.md", "It weighs 10<sup>6</sup> kilograms.\n")], "  file: s.md", "\"It weighs 106 kilograms\"");
    ran.code(1).out("has “106” for “10⁶”").out("+   cite: survey, \"It weighs 10⁶ kilograms\"");
}

#[test]
fn names_that_both_sides_of_a_merge_declare_are_not_told() {
    let text = "claim a: One.\n<<<<<<< HEAD\nsupport s for a: Two.\n=======\nsupport s for a: Three.\n>>>>>>> other\n";
    let ran = Shell::new(&[("a.agon", text)]).run(&["check", "a.agon"]);
    ran.code(1).out("error[merge-conflict]").out("the other side begins here").out("1 error in 1 file\n");
    assert!(!ran.stdout.contains("duplicate-name"), "{}", ran.stdout);
    Shell::new(&[("a.agon", text)]).run(&["fmt", "--check", "a.agon"]);
    let text = text.replace("Two.", "Two.\n  cite: gone").replace("Three.", "Three.\nsupport other for nothing");
    Shell::new(&[("a.agon", &text)]).run(&["check", "a.agon"]).code(1).out("error[merge-conflict]").out("1 error in 1 file\n");
}

#[test]
fn of_a_quotation_in_parts_the_one_that_is_missing_is_named_and_of_a_long_one_why_nothing_is() {
    let long: String = (0..700).map(|n| format!("word{n} ")).collect();
    let other = long.replace("word350", "WORD");
    let debate = format!(
        "source s: S\n  file: s.txt\nclaim a: A is so.\n  cite: s, \"word1 … nowhere … word9\"\nclaim b: B is so.\n  cite: s, \"{}\"\n",
        other.trim()
    );
    let shell = Shell::new(&[("s.txt", &long), ("d.agon", &debate)]);
    let ran = shell.run(&["check", "d.agon"]);
    ran.code(1).out("the words “nowhere” are not in `s`, nor any that come near them");
    ran.out("error[misquotation]: these words are not in `s`\n").out("of more than 500 words it is not told in which they differ");
}

#[test]
fn a_woven_list_of_sources_says_what_is_verified() {
    let debate = "source s: Survey\n  file: s.txt\nclaim c: The street is safe.\n  cite: s, \"takings did not rise\"\n";
    let region = "<!-- agon: sources -->\n<!-- /agon -->\n";
    let shell = Shell::new(&[("a.agon", debate), ("s.txt", "The takings did not rise."), ("r.md", region)]);
    shell.run(&["weave", "--debate", "a.agon", "r.md"]).code(0);
    let woven = shell.read("r.md");
    assert!(woven.contains("1 verified") && !woven.contains("unverified"), "{woven}");
}

const DAM: &str = "We do not think the dam is safe. It never failed in tests. The dam is unlikely to fail.\n\
                   The vaccine is safe in most, but not all, adults. It may fail.\n";

#[test]
fn what_a_bracket_stands_for_and_what_an_ellipsis_joins_may_deny() {
    let told = |cite: &str, what: &str| {
        check(&[("survey.txt", DAM)], "  file: survey.txt", cite)
            .code(0)
            .out(&format!("warning[distorting-elision]: {what}, which denies"));
    };
    told("\"We [firmly] think the dam is safe\"", "the bracket leaves out “not”");
    told("\"It [often] failed in tests\"", "the bracket leaves out “never”");
    told("\"The dam is [likely] to fail\"", "the bracket leaves out “unlikely”");
    told("\"vaccine is safe in [all] adults\"", "the bracket leaves out “not”");
    told("\"is safe in … all, adults\"", "the ellipsis leaves out “not”");
    for cite in ["\"It [the dam] may fail\"", "\"We [don't] think the dam is safe\"", "\"It never failed in [the] tests\""] {
        check(&[("survey.txt", DAM)], "  file: survey.txt", cite).is(0, "no problems in 1 file\n", "");
    }
}

#[test]
fn words_in_other_quotation_marks_are_no_locator() {
    for cite in ["p. 2, 'takings, did not'", "‘takings did not’", "p. 2, «takings did not»"] {
        let ran = check(&[("survey.txt", SURVEY)], "  file: survey.txt", cite);
        ran.code(1).out("error[broken-citation]: this citation has a quotation in marks that are not read as such").out("write \"…\"");
    }
    for cite in ["the people's part", "the workers' part, the owners'", "p. 5'"] {
        check(&[("survey.txt", SURVEY)], "  file: survey.txt", cite).is(0, "no problems in 1 file\n", "");
    }
    let text = debate("  file: survey.txt", "p. 2, 'takings did not'");
    let shell = Shell::new(&[("agon.yaml", ""), ("a.agon", text.as_str()), ("survey.txt", SURVEY)]);
    shell.run(&["check", "--fix", "--unsafe", "a.agon"]).code(0);
    assert!(shell.read("a.agon").contains("cite: survey, p. 2, \"takings did not\"\n"));
}

#[test]
fn a_quotation_without_a_word_says_what_to_do() {
    for cite in ["\"\"", "“”", "p. 2, \" \"", "\"…\"", "p. 2, \"[They] […]\"", "\"!\""] {
        let text = debate("  file: survey.txt", cite);
        let shell = Shell::new(&[("agon.yaml", ""), ("a.agon", text.as_str()), ("survey.txt", SURVEY)]);
        let ran = shell.run(&["check"]);
        ran.code(1)
            .out("error[broken-citation]: this citation has a quotation without a word of the source")
            .out("leave the quotation out");
        assert!(!ran.stdout.contains("unverified"), "{}", ran.stdout);
        shell.run(&["check", "--fix", "--unsafe"]).is(0, "no problems in 1 file\n", "1 fix applied in 1 file\n");
        let left = if cite.starts_with('p') { "cite: survey, p. 2\n" } else { "cite: survey\n" };
        assert!(shell.read("a.agon").contains(left), "{}", shell.read("a.agon"));
    }
}

#[test]
fn what_describes_an_image_is_no_text_of_a_source() {
    let shell = Shell::new(&[
        ("scan.md", "![The dam is old](one.png)\n\n![and leaks](two.png)\n"),
        ("a.agon", "source scan: Scan\n  file: scan.md\nclaim a: The dam is old.\n  cite: scan, \"The dam is old\"\n"),
    ]);
    let ran = shell.run(&["check", "--format", "concise", "a.agon"]);
    assert!(ran.stdout.contains("unverified-quotation") || ran.stdout.contains("source"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("misquotation"), "{}", ran.stdout);
}

#[test]
fn every_path_of_the_settings_that_leads_nowhere_is_told() {
    let shell = Shell::new(&[("agon.yaml", "include:\n  - one.agon\n  - a.agon\n  - two.agon\n"), ("a.agon", "claim a: It is so.\n")]);
    shell.run(&["check"]).code(2).out("`one.agon`").out("`two.agon`");
}
