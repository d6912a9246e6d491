//! `agon diff` of revisions that have settings of their own, and of debates that are moved, used or gone.

use crate::cli::shell::Shell;

const NIGHT: &str = "\
question night: Should the ferry run after midnight?
claim run on night: The ferry should run until three.
  rebuttal no-crew: No crew may work that late.
    rebuttal second-crew: The crew of the school boat is free.
claim shuttle on night: A water taxi should run instead.
  rebuttal cost: A water taxi costs ten times the fare.
";
const OTHER: &str = "claim tolls: Bridges should be free of tolls.\n";
const COMMIT: &str = "git add -A && git -c user.name=a -c user.email=a@b commit -qm";

fn weaker() -> String {
    NIGHT.replace("    rebuttal second-crew: The crew of the school boat is free.\n", "")
}

#[track_caller]
fn git(shell: &Shell, line: &str) {
    let ran = shell.sh(&format!("export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null; {{ {line}; }} 2>&1"));
    assert_eq!(ran.code, 0, "{}", ran.stdout);
}

/// A repository with `files` on `main`, and a branch `c` at hand.
fn branched(files: &[(&str, &str)]) -> Shell {
    let shell = Shell::new(files);
    git(&shell, &format!("git init -q -b main . && {COMMIT} one && git checkout -qb c"));
    shell
}

#[test]
fn a_change_of_the_settings_hides_no_flip() {
    let shell = branched(&[("agon.yaml", "include: [debates]\n"), ("debates/x.agon", NIGHT), ("other/o.agon", OTHER)]);
    shell.write("agon.yaml", b"include: [other]\n");
    shell.write("debates/x.agon", weaker().as_bytes());
    // What is not committed yet is seen as well.
    let ran = shell.run(&["diff", "main", "--fail-on", "flip"]);
    ran.code(1).out("`run`: stands → **falls**").err("note: `debates/x.agon` is compared, though `agon.yaml` no longer includes it");
    git(&shell, &format!("{COMMIT} two"));
    for branch in ["c", "main"] {
        git(&shell, &format!("git checkout -q {branch}"));
        let ran = shell.run(&["diff", "main..c", "--fail-on", "flip"]);
        ran.code(1).out("### `debates/x.agon`").out("`run`: stands → **falls**").err("no longer includes it in the new state, `c`\n");
        assert!(!ran.stdout.contains("is new"), "{}", ran.stdout);
    }
    // The settings themselves may be gone.
    git(&shell, &format!("git checkout -q c && git rm -q agon.yaml && {COMMIT} three"));
    shell.run(&["diff", "main..c", "--fail-on", "flip"]).code(1).out("`run`: stands → **falls**");
}

#[test]
fn a_folder_that_is_moved_together_with_its_settings_holds_the_same_debates() {
    let shell = branched(&[("agon.yaml", "include: [debates]\n"), ("debates/one.agon", NIGHT), ("debates/two.agon", OTHER)]);
    git(&shell, "git mv debates args");
    shell.write("agon.yaml", b"include: [args]\n");
    git(&shell, &format!("{COMMIT} moved"));
    shell.run(&["diff", "main..c", "--fail-on", "flip"]).is(0, "## What changed in the argument\n\nNothing.\n", "");
    shell.write("args/one.agon", weaker().as_bytes());
    git(&shell, &format!("{COMMIT} weaker"));
    shell.run(&["diff", "main..c", "--fail-on", "flip"]).code(1).out("From `debates/one.agon` to `args/one.agon`. **One question");
    git(&shell, &format!("git rm -q args/one.agon && {COMMIT} gone"));
    shell.run(&["diff", "main..c"]).code(0).out("### `debates/one.agon`\n\nThis debate is gone, with 5 claims.");
}

#[test]
fn a_library_is_not_the_debate_that_used_it() {
    let main = "use \"facts.agon\" as f\nclaim go: We should go.\n  support s: It is right.\n  support t:\n    premise f.need\n";
    let shell = branched(&[("agon.yaml", "include: [d]\n"), ("d/main.agon", main), ("d/facts.agon", "claim need: It is needed.\n")]);
    git(&shell, &format!("git rm -q d/main.agon && {COMMIT} two"));
    let ran = shell.run(&["diff", "main..c"]);
    ran.code(0).out("### `d/main.agon`\n\nThis debate is gone, with 3 claims.");
    assert!(!ran.stdout.contains("facts"), "{}", ran.stdout);
    // The library goes, and the debate is left without a premise.
    git(&shell, &format!("git checkout -q main && git checkout -qb e && git rm -q d/facts.agon && {COMMIT} three"));
    let ran = shell.run(&["diff", "main..e"]);
    ran.code(0).out("now starts from nothing that is there, and did from `f.need`");
    // A debate that is used from now on is compared as before.
    git(&shell, "git checkout -q main && git checkout -qb g");
    shell.write("d/facts.agon", b"claim need: It is needed.\n  rebuttal no: It is not.\n");
    git(&shell, &format!("{COMMIT} four && git checkout -qb h && git rm -q d/main.agon && {COMMIT} five"));
    shell.run(&["diff", "h..g"]).code(0).out("### `d/main.agon`\n\nThis debate is new");
    shell.run(&["diff", "main..h"]).code(0).out("### `d/facts.agon`\n\n**One verdict flipped.**");
}

#[test]
fn settings_of_an_old_state_that_cannot_be_read_stop_nothing() {
    let shell = branched(&[("agon.yaml", "inlcude: [debates]\n"), ("debates/x.agon", NIGHT)]);
    shell.write("agon.yaml", b"include: [debates]\n");
    shell.write("debates/x.agon", weaker().as_bytes());
    git(&shell, &format!("{COMMIT} two"));
    let ran = shell.run(&["diff", "main..c", "--fail-on", "flip"]);
    ran.code(1).err("main:agon.yaml:1:1").err("unknown key `inlcude`").err("what `agon.yaml` includes in the new one");
    shell.run(&["diff", "c..main"]).code(2).err("main:agon.yaml:1:1");
}
