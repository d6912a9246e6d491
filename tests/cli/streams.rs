//! Closed pipes, full disks, and targets that must not be written.

use crate::cli::shell::Shell;

const ROUGH: &str = "claim   a: One thing.\n";

#[test]
#[cfg(unix)]
fn a_closed_pipe_ends_the_program_quietly() {
    let many: String = (0..20_000).map(|n| format!("clam c{n}: A line.\n")).collect();
    let shell = Shell::new(&[("many.agon", &many)]);
    for line in ["$AGON check many.agon | head -1", "$AGON fmt - < many.agon | head -1", "$AGON --help | true"] {
        let ran = shell.sh(line);
        ran.code(0);
        assert!(!ran.stderr.contains("roken pipe"), "{}", ran.stderr);
    }
    shell.sh("$AGON check many.agon 2>&- >&-; test $? -le 2").code(0);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let shell = Shell::new(&[("a.agon", ROUGH)]);
    shell.sh("$AGON check a.agon > /dev/full").code(2).err("error: standard output cannot be written: the disk is full\n");
    shell.sh("$AGON fmt - < a.agon > /dev/full").code(2).err("the disk is full");
    // A file that may not grow past one block stands for a full disk.
    let long = format!("{ROUGH}{}", "claim b: Two.\n".repeat(100_000));
    shell.write("long.agon", long.as_bytes());
    let ran = shell.sh("trap '' XFSZ; ulimit -f 1; $AGON fmt long.agon");
    ran.code(2).err("`long.agon` cannot be written");
    assert_eq!(shell.read("long.agon"), long);
    assert_eq!(shell.names(), ["a.agon", "long.agon"], "nothing is left behind");
}

#[test]
fn a_document_goes_to_a_file_but_never_over_the_debate() {
    let shell = Shell::new(&[("a.agon", "use \"b.agon\" as b\nclaim a: A.\n"), ("b.agon", "claim b: B.\n"), ("folder/x", "")]);
    let printed = shell.run(&["map", "a.agon"]);
    shell.run(&["map", "a.agon", "-o", "map.mmd"]).is(0, "", "");
    assert_eq!(shell.read("map.mmd"), printed.stdout);
    shell.write("map.mmd", b"older and longer ".repeat(1000).as_slice());
    shell.run(&["map", "a.agon", "-o", "map.mmd"]).is(0, "", "");
    assert_eq!(shell.read("map.mmd"), printed.stdout);
    for input in ["a.agon", "b.agon", "folder/../a.agon"] {
        let expected = format!("error: `{input}` is a file of the debate itself\n  = help: name another file after `-o`\n");
        shell.run(&["map", "a.agon", "-o", input]).is(2, "", &expected);
    }
    shell.run(&["map", "a.agon", "-o", "folder"]).is(2, "", "error: `folder` is a folder\n  = help: name a file\n");
    shell.run(&["map", "a.agon", "-o", "no/map"]).is(
        2,
        "",
        "error: `no/map` cannot be written: its folder does not exist\n  = help: make the folder first\n",
    );
    assert_eq!(shell.names(), ["a.agon", "b.agon", "folder/x", "map.mmd"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_device_is_written_to_and_not_replaced() {
    use std::os::unix::fs::FileTypeExt;
    let shell = Shell::new(&[("a.agon", "claim a: A.\n")]);
    shell.run(&["map", "a.agon", "-o", "/dev/full"]).is(2, "", "error: `/dev/full` cannot be written: the disk is full\n");
    shell.run(&["map", "a.agon", "-o", "/dev/null"]).code(0);
    assert!(std::fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    assert!(!shell.run(&["map", "a.agon", "-o", "/dev/stdout"]).stdout.is_empty());
}
