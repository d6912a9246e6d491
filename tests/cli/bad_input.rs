//! Bad input: each gives a located message that says what to do, and never a panic.

use crate::cli::shell::Shell;

/// Checks a file with these bytes: the exit code, and words of the output.
#[track_caller]
fn check(bytes: &[u8], code: i32, words: &[&str]) {
    let shell = Shell::new(&[]);
    shell.write("x.agon", bytes);
    let ran = shell.run(&["check", "x.agon"]);
    ran.code(code);
    for word in words {
        ran.out(word);
    }
    let acts = |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
    assert!(!ran.stdout.contains(acts), "{:?}", ran.stdout);
    for arguments in [&["fmt", "-"][..], &["fmt", "--diff", "x.agon"], &["fmt", "x.agon"]] {
        let ran = shell.run_with(arguments, bytes);
        assert!(ran.code <= 1 && !ran.stderr.contains("panicked"), "{ran:?}");
    }
}

#[test]
fn bytes_that_are_no_text() {
    check(b"claim a: x\xff\n", 1, &["error[invalid-utf8]: `x.agon` is not valid UTF-8: byte 10 is 0xFF", " --> x.agon:1:11\n"]);
    check(b"claim a: x\0y\n", 1, &["error[control-character]", " --> x.agon:1:11\n"]);
    check(b"claim a: \x1b[31mred\x07\n", 1, &["error[control-character]"]);
    check("claim a: \u{9b}31mred\n".as_bytes(), 1, &["error[control-character]"]);
    check("claim a: \u{202e}evil\u{202c}\n".as_bytes(), 0, &["warning[bidi-character]"]);
    check(b"", 1, &["error[empty-file]: `x.agon` holds no statement", " --> x.agon:1:1\n"]);
}

#[test]
fn a_file_that_is_not_text_is_never_written() {
    let shell = Shell::new(&[]);
    shell.write("x.agon", b"claim   a: x\xff\n");
    shell.run(&["fmt", "x.agon"]).code(1).err("x.agon:1:13: error[invalid-utf8]");
    assert_eq!(std::fs::read(shell.path("x.agon")).unwrap(), b"claim   a: x\xff\n");
}

#[test]
fn unusual_lines() {
    check(b"claim a: x\n\tsupport b: y\n", 1, &["error[tab-indent]", " --> x.agon:2:1\n"]);
    check(b"claim a: x\r\n  support b: y\r\n", 0, &["no problems"]);
    check(b"claim a: x\rclam b: y\n", 1, &["error[lone-carriage-return]", " --> x.agon:1:11\n", " --> x.agon:2:1\n"]);
    check(b"\xef\xbb\xbfclaim a: x\n", 0, &["warning[byte-order-mark]", "help: remove the mark"]);
    check(b"---\ntitle: x\n\nclaim a: y\n", 1, &["error[unclosed-front-matter]", " --> x.agon:1:1\n"]);
    check(b"claim a: x\n  cite: s, \"abc\n", 1, &[" --> x.agon:2:"]);
    check(b"use \"abc\nclaim a: x\n", 1, &["quotation mark is not closed", " --> x.agon:1:1\n"]);
    check(b"---\ntitle: x\nscope: [\n---\nclaim a: y\n", 1, &["error[bad-front-matter]", " --> x.agon:"]);
    check(b"---\ntitle: &a x\nscope: *a\n---\nclaim a: y\n", 1, &["anchors and aliases", " --> x.agon:2:8\n"]);
}

#[test]
fn uses_that_lead_astray() {
    check(b"use \"gone.agon\" as g\nclaim a: x\n", 1, &["error[missing-file]: there is no file `gone.agon`", " --> x.agon:1:5\n"]);
    check(b"use \"../../secret\" as g\nclaim a: x\n", 1, &["error[outside-root]", " --> x.agon:1:5\n"]);
    check(b"use \"/etc/passwd\" as g\nclaim a: x\n", 1, &["error[outside-root]"]);
    check(b"use \"x.agon\" as g\nclaim a: x\n", 1, &["error[use-circle]", "x.agon → x.agon"]);
    let shell = Shell::new(&[("a.agon", "use \"b.agon\" as b\nclaim x: X.\n"), ("b.agon", "use \"a.agon\" as a\nclaim y: Y.\n")]);
    shell.run(&["check", "."]).code(1).out("error[use-circle]").out("1 error in 1 of 2 files\n");
}

#[test]
fn a_line_of_megabytes_is_cut_around_the_place() {
    let mut text = b"claim a: ".to_vec();
    text.extend(std::iter::repeat_n(b"word ", 500_000).flatten());
    text.extend(b"\x07");
    text.extend(std::iter::repeat_n(b" word", 500_000).flatten());
    text.push(b'\n');
    let shell = Shell::new(&[]);
    shell.write("x.agon", &text);
    let ran = shell.run(&["check", "x.agon"]);
    ran.code(1).out(" --> x.agon:1:2500010\n");
    assert!(ran.stdout.len() < 2000, "{}", ran.stdout.len());
}

#[test]
fn thousands_of_levels() {
    let text: String = (0..5000).map(|n| format!("{}{} c{n}: x\n", " ".repeat(n), if n == 0 { "claim" } else { "rebuttal" })).collect();
    let shell = Shell::new(&[("x.agon", &text)]);
    let ran = shell.run(&["check", "x.agon"]);
    ran.code(1).out("error[too-deep]").out("1 error in 1 file\n");
    assert!(ran.stdout.len() < 100_000, "{}", ran.stdout.len());
}

#[test]
fn one_mistake_many_times_is_shown_fifty_times_and_counted() {
    let text: String = (0..3000).map(|n| format!("clam c{n}: A line.\n")).collect();
    let shell = Shell::new(&[("x.agon", &format!("{text}claim a: x\nexpect b stands\n"))]);
    let ran = shell.run(&["check", "x.agon"]);
    ran.code(1).out("\n… and 2,950 more of `unknown-keyword`\n\n3,001 errors in 1 file\n").out("error[unknown-name]");
    assert_eq!(ran.stdout.matches("error[unknown-keyword]").count(), 50);
}

#[test]
fn markup_and_commands_are_inert_in_findings() {
    check(b"claim a: <script>alert(1)</script> `x` **b** [l](javascript:x)\nexpect <script> stands\n", 1, &["x.agon:2:"]);
    check("clam \u{202e}a: x\n".as_bytes(), 1, &["x.agon:1:"]);
}

#[test]
fn no_setting_lets_a_text_pass_that_cannot_be_read() {
    let broken = "clam a: A.\nexpect b stands\n";
    for level in ["off", "note", "warning"] {
        let settings = format!("levels:\n  unknown-keyword: {level}\n  dead-allow: off\n  unknown-name: {level}\n");
        let shell = Shell::new(&[("agon.yaml", &settings), ("a.agon", broken)]);
        let ran = shell.run(&["check"]);
        ran.code(2).out("error[bad-settings]: the settings cannot be read: `unknown-keyword` is always an error").out("agon.yaml:2:3");
        ran.out("`unknown-name` is always an error").out("agon.yaml:4:3").out("leave this line out, and mend what is found");
        assert!(!ran.stdout.contains("dead-allow: off` is"), "{}", ran.stdout);
    }
    let shell = Shell::new(&[("agon.yaml", "levels: {unknown-keyword: error, misquotation: note}\n"), ("a.agon", broken)]);
    shell.run(&["check"]).code(1);
    let wrong = "rot: a\nlevels: {unknown-keywrd: off, unknown-name: off, several-claims: note, misquotation: loud}\n";
    let shell = Shell::new(&[("agon.yaml", wrong), ("a.agon", broken)]);
    let ran = shell.run(&["check"]);
    ran.code(2).out("agon.yaml:1:1").out("agon.yaml:2:10").out("write `unknown-keyword`").out("agon.yaml:2:31").out("agon.yaml:2:50");
    ran.out("agon.yaml:2:72").out("unknown word `loud`");
}

#[test]
fn settings_that_cannot_be_followed_are_told_where_findings_are() {
    let shell = Shell::new(&[("agon.yaml", "packs: [stile]\n"), ("a.agon", "claim a: A.\n"), ("old.xml", "last run"), ("old.txt", "kept")]);
    let ran =
        shell.run(&["check", "--format", "github", "--output", "sarif=new.sarif", "--output", "junit=old.xml", "--output", "old.txt"]);
    ran.code(2).out("::error file=agon.yaml,line=1,").out("bad-settings");
    assert!(shell.read("new.sarif").contains("\"ruleId\": \"bad-settings\""), "{}", shell.read("new.sarif"));
    assert!(shell.read("old.xml").contains("bad-settings"), "what the last run told is no longer so");
    assert_eq!(shell.read("old.txt"), "kept", "what is there may be what is checked");
    assert_eq!(ran.stderr, "");
    let ran = shell.run(&["check"]);
    ran.code(2).out("error[bad-settings]").out(" --> agon.yaml:1:9\n").out("1 error in 1 file\n");
    assert_eq!(ran.stderr, "");
    let ran = shell.run(&["check", "--output", "new.txt"]);
    ran.is(2, "", "");
    assert!(shell.read("new.txt").contains(" --> agon.yaml:1:9\n"));
    shell.write("agon.yaml", b"packs: [\xff]\n");
    shell.run(&["check"]).code(2).out("byte 8 is not UTF-8").out(" --> agon.yaml:1:1\n");
}
