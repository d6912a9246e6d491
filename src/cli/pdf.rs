//! PDF to text, by the program `pdftotext` of Poppler.
//!
//! It reads a file that others made, so it gets little: no shell, no terminal, a bounded time, a bounded text, and on Linux a bounded
//! memory. What it writes to standard error is dropped.

use crate::model::load::ReadProblem;
use std::{
    io::{self, Read},
    path::Path,
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::Duration,
};

/// How long it may take.
const MOST_TIME: Duration = Duration::from_secs(60);
/// The most bytes of text that it may write.
const MOST_BYTES: u64 = 256 << 20;
/// The most bytes of memory that it may ask for.
#[cfg(target_os = "linux")]
const MOST_MEMORY: u64 = 4 << 30;

/// The text of the PDF at `path`, which is absolute, with a form feed at the end of each page.
///
/// # Errors
/// When the program is not there, cannot read the file, or takes too long.
pub fn read(path: &Path) -> Result<Vec<u8>, ReadProblem> {
    run(Command::new("pdftotext").args(["-enc", "UTF-8", "-eol", "unix", "-q"]).arg(path).arg("-"), MOST_TIME)
}

/// What a program writes.
///
/// # Errors
/// When it is not there, fails, or takes too long.
pub fn run(command: &mut Command, most_time: Duration) -> Result<Vec<u8>, ReadProblem> {
    let program = command.get_program().to_string_lossy().into_owned();
    let other = |why: String| ReadProblem::Other(why);
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => other(format!("it takes the program `{program}`, which is not here (it belongs to Poppler)")),
            _ => other(format!("`{program}` does not start: {}", crate::cli::outcome::reason(&error))),
        })?;
    confine(&child);
    let (send, receive) = mpsc::channel();
    let output = child.stdout.take();
    // The thread ends when the program does, or when it has read enough.
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = output.map_or(Ok(0), |output| output.take(MOST_BYTES + 1).read_to_end(&mut bytes));
        let _ = send.send(read.map(|_| bytes));
    });
    let read = receive.recv_timeout(most_time);
    let is_whole = matches!(&read, Ok(Ok(bytes)) if bytes.len() as u64 <= MOST_BYTES);
    if !is_whole {
        // It may have ended by itself in the meantime.
        let _ = child.kill();
    }
    let ended = child.wait();
    match (read, ended) {
        (Err(_), _) => Err(other(format!("`{program}` took longer than {} s", most_time.as_secs()))),
        (Ok(Ok(_)), _) if !is_whole => Err(other("its text is larger than 256 MiB".to_owned())),
        (Ok(Ok(bytes)), Ok(status)) if status.success() => Ok(bytes),
        _ => Err(other(format!("`{program}` fails on it"))),
    }
}

#[cfg(target_os = "linux")]
fn confine(child: &Child) {
    use rustix::process::{Pid, Resource, Rlimit, prlimit};
    let limit = Rlimit { current: Some(MOST_MEMORY), maximum: Some(MOST_MEMORY) };
    // A program that has ended already needs no limit.
    let _ = prlimit(Some(Pid::from_child(child)), Resource::As, limit);
}

#[cfg(not(target_os = "linux"))]
fn confine(_: &Child) {}
