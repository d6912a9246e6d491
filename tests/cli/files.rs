//! Which files are read, and as what.

use crate::cli::shell::Shell;

const GOOD: &str = "claim a: One thing.\n";

#[test]
fn a_folder_is_its_debates_without_what_is_hidden_or_ignored() {
    let broken = "clam b: Two.\n";
    let shell = Shell::new(&[
        (".gitignore", "/target\n*.tmp.agon\n"),
        ("a.agon", GOOD),
        ("sub/b.agon", GOOD),
        ("page.md", "# Page\n\n```agon\nclaim c: Three.\n```\n"),
        ("README.md", "# Nothing of agon in here\n"),
        ("latin.md", ""),
        ("target/x.agon", broken),
        ("y.tmp.agon", broken),
        (".hidden/z.agon", broken),
        ("note.txt", broken),
    ]);
    shell.write("latin.md", b"caf\xe9\n");
    shell.run(&["check", "."]).is(0, "no problems in 3 files\n", "");
    shell.run(&["check", "target/x.agon"]).code(1);
}

#[test]
fn a_page_without_a_debate_is_told_when_it_is_named() {
    let shell = Shell::new(&[("README.md", "# Page\n")]);
    shell.run(&["check", "README.md"]).code(0).out("note[empty-file]: this file holds no block of Agon\n").out("1 note in 1 file\n");
    shell.run(&["brief", "README.md"]).code(2).err("this file holds no block of Agon");
    shell.run(&["check", "."]).code(2).err("there is no debate here");
}

#[test]
fn a_used_file_is_part_of_a_debate_and_its_problems_are_told_once() {
    let files = [
        ("one.agon", "use \"shared.agon\" as s\nclaim a: One.\n"),
        ("two.agon", "use \"shared.agon\" as s\nclaim b: Two.\n"),
        ("shared.agon", "claim c: Three.\nexpect nothing stands\n"),
    ];
    let shell = Shell::new(&files);
    let ran = shell.run(&["check", "."]);
    ran.code(1).out("1 error in 1 of 3 files\n").out(" --> shared.agon:2:8\n");
    let named = shell.run(&["check", "two.agon", "shared.agon", "one.agon"]);
    assert_eq!(named.stdout, ran.stdout, "the order of the arguments changes nothing");
    shell.run(&["check", "one.agon"]).code(1).out("1 error in 1 of 2 files\n");
}

#[test]
fn paths_are_shown_from_where_the_program_was_started() {
    let files = [("agon.yaml", ""), ("in/a.agon", "use \"../b.agon\" as b\nclaim x: X.\n"), ("b.agon", "clam y: Y.\n")];
    let shell = Shell::new(&files).at("in");
    shell.run(&["check", "a.agon"]).code(1).out(" --> ../b.agon:1:1\n");
    shell.run_with(&["check", "-"], b"use \"../b.agon\" as b\nclaim x: X.\n").code(1).out(" --> ../b.agon:1:1\n");
}

#[test]
fn projects_do_not_see_each_other() {
    let files = [("p/agon.yaml", ""), ("p/a.agon", "use \"../q/b.agon\" as b\nclaim x: X.\n"), ("q/agon.yaml", ""), ("q/b.agon", GOOD)];
    let shell = Shell::new(&files);
    shell.run(&["check", "p", "q"]).code(1).out("error[outside-root]").out("1 error in 1 of 2 files\n");
}

#[test]
#[cfg(unix)]
fn links_lead_nowhere_outside_the_project() {
    use std::os::unix::fs::symlink;
    let shell = Shell::new(&[("secret", "claim s: Secret.\n"), ("p/agon.yaml", ""), ("p/real.agon", GOOD)]);
    symlink(shell.path("secret"), shell.path("p/link.agon")).unwrap();
    symlink(shell.path("p/real.agon"), shell.path("p/alias.agon")).unwrap();
    symlink(shell.path("."), shell.path("p/up")).unwrap();
    shell.write("p/user.agon", b"use \"link.agon\" as l\nuse \"up/secret\" as u\nclaim x: X.\n");
    let ran = shell.run(&["check", "p/user.agon"]);
    ran.code(1).out("error[outside-root]: `link.agon` lies outside").out("error[outside-root]: `up/secret` lies outside");
    assert!(!ran.stdout.contains("Secret"));
    shell.run(&["check", "p/link.agon"]).code(2).err("`p/link.agon` leads outside its project");
    shell.run(&["fmt", "p/link.agon"]).code(2);
    shell.run(&["check", "p/alias.agon"]).code(0);
    shell.run(&["check", "p"]).code(1).out("link.agon` lies outside the root");
    symlink(shell.path("p/loop"), shell.path("p/loop")).unwrap();
    shell.run(&["check", "p/loop"]).code(2).err("cannot be read");
}

#[test]
#[cfg(unix)]
fn what_is_no_regular_file_is_refused_at_once() {
    let shell = Shell::new(&[("a.agon", "use \"pipe.agon\" as p\nuse \"folder\" as f\nclaim a: A.\n"), ("folder/b.txt", "")]);
    assert!(std::process::Command::new("mkfifo").arg(shell.path("pipe.agon")).status().unwrap().success());
    let ran = shell.run(&["check", "a.agon"]);
    ran.code(1).out("`pipe.agon` cannot be read: it is a device or a pipe").out("`folder` cannot be read: it is a folder");
    shell.run(&["check", "pipe.agon"]).code(2).err("it is a device or a pipe");
    shell.run(&["check", "/dev/zero"]).code(2).err("it is a device or a pipe");
    shell.run(&["check", "."]).code(1);
    shell.run(&["fmt", "--check", "."]).code(1);
}

#[test]
#[cfg(unix)]
fn an_unreadable_file_is_told() {
    use std::{fs, os::unix::fs::PermissionsExt};
    let shell = Shell::new(&[("a.agon", "use \"b.agon\" as b\nclaim a: A.\n"), ("b.agon", GOOD)]);
    fs::set_permissions(shell.path("b.agon"), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::File::open(shell.path("b.agon")).is_ok() {
        return; // Who may read everything cannot see this.
    }
    shell.run(&["check", "a.agon"]).code(1).out("`b.agon` cannot be read: permission denied");
    shell.run(&["check", "b.agon"]).code(2).err("`b.agon` cannot be read: permission denied");
}

#[test]
#[cfg(unix)]
fn replacing_a_file_keeps_permissions_and_links() {
    use std::{
        fs,
        os::unix::fs::{PermissionsExt, symlink},
    };
    let rough = "claim   a: One thing.\n";
    let shell = Shell::new(&[("agon.yaml", ""), ("real.agon", rough), ("locked.agon", rough)]);
    fs::set_permissions(shell.path("real.agon"), fs::Permissions::from_mode(0o640)).unwrap();
    fs::set_permissions(shell.path("locked.agon"), fs::Permissions::from_mode(0o444)).unwrap();
    symlink("real.agon", shell.path("alias.agon")).unwrap();
    shell.run(&["fmt", "alias.agon"]).code(0);
    assert_eq!(shell.read("real.agon"), GOOD);
    assert!(fs::symlink_metadata(shell.path("alias.agon")).unwrap().is_symlink());
    assert_eq!(fs::metadata(shell.path("real.agon")).unwrap().permissions().mode() & 0o777, 0o640);
    shell.run(&["fmt", "locked.agon"]).code(2).err("`locked.agon` is write-protected");
    assert_eq!(shell.read("locked.agon"), rough);
}

#[test]
fn help_names_things_as_the_file_does_in_which_it_stands() {
    let part = "party town: The town\nclaim a: It is so.\n  by town\n  rebuttal b by town: It is not so.\n";
    let part = part.replace("\n  by town", "").replace("claim a:", "claim a by town:");
    let shell = Shell::new(&[("agon.yaml", ""), ("a.agon", "use \"part.agon\" as part\nclaim c: C.\n"), ("part.agon", &part)]);
    shell.run(&["check", "a.agon"]).out("warning[own-rebuttal]: `part.town` rebuts `part.a`").out("write `retract a by town`");
}

#[test]
fn a_block_that_is_nearly_marked_is_told_and_mended() {
    let body = "claim a: It is so.\n";
    let text = format!(
        "```agon\nclaim z: Z.\n```\n\n```Agon\n{body}```\n\n``` {{.agon #id}}\n{body}```\n\n```agn\n{body}```\n\n```argon\nA gas.\n```\n"
    );
    let shell = Shell::new(&[("agon.yaml", ""), ("a.md", &text)]);
    let ran = shell.run(&["check", "a.md"]);
    ran.code(0).out("warning[unread-block]: this block is not read, because it is marked `Agon`").out("`{.agon #id}`").out("`agn`");
    ran.out("3 warnings in 1 file\n");
    shell.run(&["check", "--fix", "a.md"]);
    let mended = shell.read("a.md");
    assert_eq!((mended.matches("```agon\n").count(), mended.matches("``` agon\n").count(), mended.matches("```agn\n").count()), (2, 1, 1));
}

#[test]
fn code_hosts_are_told_paths_from_the_top_of_the_repository_and_people_from_where_they_are() {
    let shell = Shell::new(&[(".git/HEAD", ""), ("sub/deep/a.agon", "claim a: A is so.\n  rebuttl b: B.\n"), ("b.agon", "clam b: B.\n")]);
    let paths = |text: &str, sign: &str, end: char| -> Vec<String> {
        text.split(sign).skip(1).map(|rest| rest.split(end).next().unwrap().to_owned()).collect()
    };
    let shell = shell.at("sub");
    let files = ["deep/a.agon", "../b.agon"];
    let ran = shell.run(&["check", "--format", "github", "--output", "sarif=out.sarif", "--output", "concise=out.txt", files[0], files[1]]);
    ran.code(1);
    let mut found = paths(&ran.stdout, "file=", ',');
    found.sort();
    assert_eq!(found, ["b.agon", "sub/deep/a.agon"]);
    let sarif = shell.read("sub/out.sarif");
    for path in paths(&sarif, "\"uri\": \"", '"') {
        assert!(["b.agon", "sub/deep/a.agon"].contains(&path.as_str()), "{path}");
    }
    let told = shell.read("sub/out.txt");
    assert!(told.contains("deep/a.agon:2:3:") && told.contains("../b.agon:1:1:") && !told.contains("sub/"), "{told}");
}
