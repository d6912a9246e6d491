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
