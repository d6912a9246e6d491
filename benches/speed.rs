//! The benches: how fast the parser and the program are, on debates made here.
//!
//! `cargo bench` measures up to 100,000 statements; `cargo bench -- --million` adds 1,000,000; `cargo bench -- parse` the parser alone.
//! Each figure is the median of several runs. The program is measured as people meet it, as a process of its own: wall and processor
//! time, and the most memory it held. `README.md` beside this file keeps the figures.
#![allow(clippy::indexing_slicing, clippy::panic, reason = "a bench that meets the unexpected shall stop")]

mod generator;

use agon::{
    syntax::{dialect::Dialect, parse::parse},
    text::span::FileId,
};
use generator::debate;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

const SEED: u64 = 7;

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let wanted = |name: &str| asked.iter().all(|a| a.starts_with("--")) || asked.iter().any(|a| a == name);
    let million = asked.iter().any(|a| a == "--million");
    let folder = std::env::temp_dir().join(format!("agon-bench-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
    if wanted("parse") {
        parsing();
    }
    if wanted("check") {
        checking(&folder, million);
    }
    if wanted("documents") {
        documents(&folder);
    }
    if wanted("pages") {
        pages(&folder);
    }
    if wanted("many") {
        many(&folder);
    }
    if wanted("quotations") {
        quotations(&folder);
    }
    if wanted("tiny") {
        tiny(&folder);
    }
    fs::remove_dir_all(&folder).expect("what was made can be removed");
}

/// The parser alone, in this process; in processor time where that is known, so that other work on the machine does not count.
fn parsing() {
    for count in [10_000, 100_000] {
        let text = debate(count, SEED);
        let seconds = median((0..9).map(|_| {
            let start = Instant::now();
            let before = processor_time(Path::new("/proc/thread-self"));
            let parsed = parse(FileId(0), &text, Dialect::Agon);
            let wall = start.elapsed().as_secs_f64();
            let seconds = processor_time(Path::new("/proc/thread-self")).zip(before).map_or(wall, |(after, before)| after - before);
            assert_eq!(parsed.diagnostics, [], "what the generator writes is clean");
            seconds
        }));
        println!("parse {count:>9} statements  {:7.1} ms  {:6.0} MB/s", seconds * 1e3, text.len() as f64 / seconds / 1e6);
    }
}

/// `agon check`, from start to finish, and how it grows.
fn checking(folder: &Path, million: bool) {
    let sizes: &[usize] = if million { &[10_000, 100_000, 1_000_000] } else { &[10_000, 100_000] };
    let mut measured: Vec<(usize, f64)> = Vec::new();
    for &count in sizes {
        let file = write(folder, count);
        let run = Run::median(&["check", &file.to_string_lossy()], if count > 100_000 { 3 } else { 7 });
        println!("check {count:>9} statements  {run}");
        measured.push((count, run.processor));
        fs::remove_file(file).expect("what was made can be removed");
    }
    if let (Some(&(small, fast)), Some(&(large, slow))) = (measured.first(), measured.last()) {
        let exponent = (slow / fast).ln() / (large as f64 / small as f64).ln();
        println!("check grows as n^{exponent:.2} from {small} to {large}");
    }
}

/// What the documents of 10,000 statements cost.
fn documents(folder: &Path) {
    let file = write(folder, 10_000);
    for command in ["brief", "report", "map"] {
        let run = Run::median(&[command, &file.to_string_lossy()], 7);
        println!("{command:<6}   10000 statements  {run}");
    }
}

/// Briefs with their maps, as Markdown and as a page: of the largest debate of `arguments/`, of 10,000 and of 100,000 statements.
fn pages(folder: &Path) {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("arguments/security-guarantees/debate.agon");
    for (name, file, times) in [
        ("security-guarantees", shipped, 15),
        ("10000 statements", write(folder, 10_000), 5),
        ("100000 statements", write(folder, 100_000), 3),
    ] {
        for format in ["markdown", "html"] {
            let run = Run::median(&["brief", "--format", format, &file.to_string_lossy()], times);
            println!("brief --format {format:<8}  {name:<19}  {run}");
        }
    }
}

/// `agon check` of 10,000 files of 100 statements, on one thread and on all.
fn many(folder: &Path) {
    let project = folder.join("many");
    for number in 0..10_000 {
        let part = project.join(format!("{:02}", number / 100));
        fs::create_dir_all(&part).expect("the folder for temporary files can be written");
        fs::write(part.join(format!("{number}.agon")), debate(100, SEED + number)).expect("the folder for temporary files can be written");
    }
    for threads in ["1", "2"] {
        let run = Run::median(&["check", "--threads", threads, &project.to_string_lossy()], 3);
        println!("check 10000 files of 100 statements, {threads} threads  {run}");
    }
    fs::remove_dir_all(project).expect("what was made can be removed");
}

/// 1,000 quotations of a source of 10 MB, in each kind of text; the last run with one word of each quotation changed.
fn quotations(folder: &Path) {
    let words = source(10_000_000, SEED);
    let lines: Vec<String> = words.chunks(11).map(|line| line.join(" ")).collect();
    let html = format!("<html><body><p>{}</p></body></html>", lines.join("\n").replace(". ", ".</p>\n<p>"));
    let kinds = [("txt", lines.join("\n")), ("md", lines.join("\n").replace(". ", ".\n\n")), ("html", html)];
    for (kind, text) in kinds {
        fs::write(folder.join(format!("source.{kind}")), &text).expect("the folder for temporary files can be written");
        for changed in [false, true] {
            let mut debate = format!("source s: Source\n  file: source.{kind}\nclaim c: Claim.\n");
            for start in (0..words.len() - 40).step_by(words.len() / 1_000).take(1_000) {
                let mut quoted = words[start..start + 12 + start % 20].to_vec();
                if changed {
                    quoted[5] = "changed".to_owned();
                }
                debate.push_str(&format!("  cite: s, \"{}\"\n", quoted.join(" ")));
            }
            let file = folder.join("quoting.agon");
            fs::write(&file, &debate).expect("the folder for temporary files can be written");
            let run = Run::median(&["check", &file.to_string_lossy()], 5);
            let what = if changed { "changed" } else { "verified" };
            println!("{kind:<5} {:5.1} MB, 1000 quotations {what:<9} {run}", text.len() as f64 / 1e6);
        }
    }
}

/// Words of a text of about `bytes` bytes, as often as words are: few often, many seldom.
fn source(bytes: usize, seed: u64) -> Vec<String> {
    let mut state = seed;
    let mut words = Vec::new();
    let mut length = 0;
    while length < bytes {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (dice, end) = (state >> 33, (state >> 20) & 15 == 0);
        // A product of two throws is small much more often than large.
        let rank = (dice % 200) * ((dice >> 12) % 200);
        let word = format!("{}{}", ["the", "of", "ship", "har", "bour", "mid", "night", "crew"][rank as usize % 8], rank);
        let word = if end { format!("{word}.") } else { word };
        length += word.len() + 1;
        words.push(word);
    }
    words
}

/// Three statements, from start to finish.
fn tiny(folder: &Path) {
    let file = folder.join("tiny.agon");
    let text = "claim lights:\n  Street lights should dim after midnight.\n  support: Nobody walks there then.\n  rebuttal: Nurses walk home then.\n";
    fs::write(&file, text).expect("the folder for temporary files can be written");
    println!("check         3 statements  {}", Run::median(&["check", &file.to_string_lossy()], 31));
}

fn write(folder: &Path, count: usize) -> PathBuf {
    let file = folder.join(format!("{count}.agon"));
    fs::write(&file, debate(count, SEED)).expect("the folder for temporary files can be written");
    file
}

fn median(times: impl Iterator<Item = f64>) -> f64 {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// What one run of the program costs. Processor time and memory are known on Linux alone, and zero elsewhere.
#[derive(Clone, Copy)]
struct Run {
    wall: f64,
    processor: f64,
    memory: f64,
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:7.1} ms wall  {:7.1} ms processor  {:7.1} MB", self.wall * 1e3, self.processor * 1e3, self.memory)
    }
}

impl Run {
    fn median(arguments: &[&str], times: usize) -> Self {
        let runs: Vec<Self> = (0..times).map(|_| Self::once(arguments)).collect();
        let of = |part: fn(&Self) -> f64| median(runs.iter().map(part));
        Self { wall: of(|r| r.wall), processor: of(|r| r.processor), memory: of(|r| r.memory) }
    }

    /// Runs the program twice: left alone for the wall time, then watched.
    fn once(arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_agon"));
        command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        let start = Instant::now();
        command.status().expect("the program starts");
        let wall = start.elapsed().as_secs_f64();
        let mut child = command.spawn().expect("the program starts");
        let (processor, memory) = watch(&PathBuf::from(format!("/proc/{}", child.id())));
        child.wait().expect("the program ends");
        Self { wall, processor, memory }
    }
}

/// The processor time and the most memory of a process. One that has ended and that nobody has waited for yet still shows its time.
fn watch(folder: &Path) -> (f64, f64) {
    let mut memory = 0.0;
    loop {
        let state = fs::read_to_string(folder.join("stat")).unwrap_or_default();
        if state.rsplit_once(") ").is_none_or(|(_, rest)| rest.starts_with('Z')) {
            return (processor_time(folder).unwrap_or(0.0), memory);
        }
        memory = peak(folder).unwrap_or(memory);
        std::thread::sleep(std::time::Duration::from_micros(500));
    }
}

/// The seconds of processor time of a process or thread.
fn processor_time(folder: &Path) -> Option<f64> {
    let text = fs::read_to_string(folder.join("schedstat")).ok()?;
    Some(text.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

/// The most memory that a running process has held, in megabytes.
fn peak(folder: &Path) -> Option<f64> {
    let text = fs::read_to_string(folder.join("status")).ok()?;
    let line = text.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<f64>().ok()? / 1024.0)
}
