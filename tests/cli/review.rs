//! `agon review`: the stamps of supports, and when they are stale.

use crate::cli::shell::Shell;

const REASONS: &str = "\
claim out: Cars should stay out.

support linked for out:
  premise air: The air would be better.
    cite: survey, \"asked in May\"
  premise quiet: It would be quieter.
support one for out: Nobody parks there.
  rebuttal parks: Some do.

source survey: Saturday survey
  date: 2024
";

#[test]
fn a_review_is_stamped_and_told_once_it_is_stale() {
    let shell = Shell::new(&[("a.agon", REASONS)]);
    shell.run(&["fmt", "a.agon"]).code(0);
    let before = shell.read("a.agon");
    shell.run(&["review", "linked", "one", "parks", "one", "a.agon"]).is(0, "", "stamped 3 supports in 1 file\n");
    let stamped = shell.read("a.agon");
    let kept: String = stamped.split_inclusive('\n').filter(|line| !line.contains("reviewed:")).collect();
    assert_eq!(kept, before, "nothing else changes");
    assert_eq!(stamped.matches("reviewed: 2").count(), 3, "{stamped}");
    shell.run(&["fmt", "--check", "a.agon"]).code(0);
    shell.run(&["check", "a.agon"]).is(0, "no problems in 1 file\n", "");
    shell.run(&["review", "linked", "a.agon"]).code(0);
    assert_eq!(shell.read("a.agon"), stamped, "the stamp of what has not changed is the same");

    let stale = |from: &str, to: &str| {
        assert!(stamped.contains(from), "{from}");
        shell.write("a.agon", stamped.replace(from, to).as_bytes());
        shell.run(&["check", "a.agon"])
    };
    stale("The air would be better.", "The air\n      would   be better.").is(0, "no problems in 1 file\n", "");
    stale("premise air", "premise fresh-air").is(0, "no problems in 1 file\n", "");
    stale("The air would be better.", "The air might be better.")
        .out("`linked` has changed since its review")
        .out("what has changed: the words of its premises\n");
    stale("asked in May", "asked in June").out("what has changed: the sources that its premises cite\n");
    stale("date: 2024", "date: 2023").out("what has changed: the sources that its premises cite\n");
    let ran = stale("Cars should stay out.", "Cars should leave.");
    ran.out("`linked` has changed").out("`one` has changed").out("2 warnings in 1 file\n");
    shell.run(&["review", "linked", "one", "a.agon"]).code(0);
    shell.run(&["check", "a.agon"]).is(0, "no problems in 1 file\n", "");
}

#[test]
fn a_review_is_stale_once_the_text_of_a_source_says_something_else() {
    let text = "source notice: Notice at the gate\n  file: kept/notice.txt\nsource map: Map\n  file: kept/map.md\nsource book: Book\n\
                claim closed: At night nobody can drive in.\n  support gate: The gate is shut at night.\n    cite: notice\n    cite: map, p. 2\n    cite: book\n";
    let shell = Shell::new(&[("p/agon.yaml", "sources-dir: ..\n"), ("p/a.agon", text)]);
    let notice = |words: &str| shell.write("kept/notice.txt", words.as_bytes());
    notice("The gate closes at ten.\n");
    shell.write("kept/map.md", b"The *wall* is here.\n");
    let clean = || {
        shell.run(&["check", "p"]).is(0, "no problems in 1 file\n", "");
    };
    let told = |what: &str| {
        shell.run(&["check", "p"]).code(0).out("warning[stale-review]: `gate` has changed").out(what);
    };
    shell.run(&["review", "gate", "p/a.agon"]).code(0);
    clean();
    let stamped = shell.read("p/a.agon");
    notice("The gate\r\n  closes at ten.");
    clean();
    notice("The gate closes at eleven.\n");
    told("what has changed: the text of `kept/notice.txt`\n");
    shell.write("kept/map.md", b"The *wall* was here.\n");
    told("what has changed: the text of `kept/map.md`, and the text of `kept/notice.txt`\n");

    // What cannot be read here is not held against the stamp, and the other file still is.
    std::fs::remove_file(shell.path("kept/notice.txt")).unwrap();
    told("what has changed: the text of `kept/map.md`\n");
    shell.write("kept/map.md", b"The wall is here.\n");
    clean();
    std::fs::remove_dir_all(shell.path("kept")).unwrap();
    clean();

    // What was not read at the review is not vouched for where it can be read.
    shell.run(&["review", "gate", "p/a.agon"]).code(0);
    assert!(shell.read("p/a.agon").contains("0000000000000000\n"), "{}", shell.read("p/a.agon"));
    clean();
    notice("The gate closes at ten.\n");
    let unseen = "note[stale-review]: the stamp of `gate` tells nothing of what `kept/notice.txt` said";
    shell.run(&["check", "--deny", "warnings", "p"]).code(0).out(unseen);
    // A stamp without digits for the files is read as it always was.
    let start = stamped.find("reviewed: ").unwrap() + "reviewed: 2026-11-22, ".len();
    shell.write("p/a.agon", format!("{}\n", &stamped[..start + 24]).as_bytes());
    shell.run(&["check", "--deny", "warnings", "p"]).code(0).out(unseen);
    shell.write("p/a.agon", format!("{}\n", &stamped[..start + 24]).replace("is shut", "shuts").as_bytes());
    told("what has changed: the words of its premises\n");
}

#[test]
fn a_stamp_goes_where_it_belongs_whatever_the_file_looks_like() {
    let rough = "# Page\r\n\r\n```agon\r\nclaim out: Cars should stay out.\r\n    support air: The air\r\n      would be better.\r\n        // a remark\r\n    support: Two.\r\n```\r\n";
    let shell = Shell::new(&[("agon.yaml", "root: page.md\n"), ("page.md", rough)]);
    shell.run(&["review", "air", "out/support-1"]).code(0);
    let stamped = shell.read("page.md");
    let kept: String = stamped.split_inclusive('\n').filter(|line| !line.contains("reviewed:")).collect();
    assert_eq!(kept, rough);
    assert!(stamped.contains("would be better.\r\n      reviewed: 2"), "{stamped}");
    shell.run(&["check", "page.md"]).is(0, "no problems in 1 file\n", "");
}

#[test]
fn what_cannot_be_stamped_is_refused_and_nothing_is_written() {
    let shell = Shell::new(&[("a.agon", REASONS), ("bad.agon", "clam x: X.\nclaim y: Y.\n  support s: Z.\n")]);
    shell
        .run(&["review", "linked", "on", "a.agon"])
        .code(2)
        .err("there is no support, rebuttal or undercut `on`")
        .err("try `agon review one`");
    shell.run(&["review", "out", "a.agon"]).code(2).err("`out` is a claim").err("name what leads to it, such as `linked` or `one`");
    shell.run(&["review", "air", "a.agon"]).code(2).err("`air` is a claim").err("nothing leads to it that could be reviewed");
    shell.run(&["review", "nowhere", "a.agon"]).code(2).err("no support, rebuttal or undercut `nowhere`").err("see that it is spelt");
    shell.run(&["review", "a.agon"]).code(2).err("no support is named");
    shell.run(&["review", "s", "bad.agon"]).code(2).err("a debate with errors cannot be stamped");
    shell.run(&["review", "s", "-"]).code(2).err("standard input cannot be stamped");
    assert_eq!(shell.read("a.agon"), REASONS);
}
