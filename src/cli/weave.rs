//! `agon weave`: what a debate says, filled into the marked regions of documents that people write.

use crate::{
    cli::{
        cite_style,
        outcome::{Exit, Failure, tell},
        output::{print_shown, read_text},
        product::{Debate, produce_quietly},
        write,
    },
    emit::{inert::inert_line, tally::many},
    render::{prose::citing::Citing, regions::Fault, weave::weave},
    text::lines::LineIndex,
};
use clap::Args;
use std::{cell::RefCell, path::PathBuf};

/// Fill the marked regions of documents with what a debate says, and leave all else as it is.
#[derive(Debug, Args)]
#[command(
    after_help = "A region stands between two marks, on lines of their own:\n  <!-- agon: brief of=\"NAME\" -->   the brief, of the whole debate or of one claim or question\n  <!-- /agon -->\nIn place of `brief`: `judgement of=\"NAME\"`, `verdict of=\"NAME\"` (also within a line), `map` or `map of=\"NAME\"`, `sources`.\n\nExit code 0: all regions are filled; 1: a mark is wrong, or with `--check` a region is stale; 2: a file cannot be read or written.\n\nExample:\n  agon weave report.md            from the project's debate, or the one that the file itself holds\n  agon weave --check report.md    change nothing; fail where a region is stale\n  agon weave --debate picnic.agon report.md"
)]
pub struct Weave {
    /// Markdown files.
    #[arg(required = true)]
    file: Vec<PathBuf>,
    /// The debate [default: the one in the file itself, else the `root` of `agon.yaml`].
    #[arg(long, value_name = "PATH")]
    debate: Option<PathBuf>,
    /// Cite after a style of the Citation Style Language [default: notes after the Chicago Manual of Style].
    #[arg(long, value_name = "FILE.csl")]
    cite_style: Option<PathBuf>,
    /// Change nothing; list the files with regions that are stale.
    #[arg(long)]
    check: bool,
}

impl Weave {
    /// Runs the command.
    ///
    /// # Errors
    /// When a file or its debate cannot be read, or a file not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        let style = self.cite_style.as_deref().map(cite_style::read).transpose()?;
        let style: Option<&dyn Citing> = style.as_deref();
        let (mut changed, mut same, mut exit) = (0, 0, Exit::Clean);
        let mut stale = String::new();
        for file in &self.file {
            let shown = file.to_string_lossy();
            let text = read_text(file)?;
            let woven = RefCell::new(Err(Vec::new()));
            let own = self.debate.is_none() && holds_debate(&text);
            let path = if own { Some(file.clone()) } else { self.debate.clone() };
            exit = exit.max(produce_quietly(&Debate::at(path), |report| {
                *woven.borrow_mut() = weave(&text, report, style);
                Ok(())
            })?);
            match woven.into_inner() {
                Err(faults) => {
                    tell(&told(&faults, &text, &shown));
                    exit = Exit::Findings;
                }
                Ok((_, 0)) => {
                    let help = "mark a region with `<!-- agon: brief -->` and `<!-- /agon -->`";
                    return Err(Failure::with_help(format!("`{shown}` holds no marked region"), help));
                }
                Ok((new, _)) if new == text => same += 1,
                Ok((new, _)) => {
                    changed += 1;
                    if self.check {
                        stale.push_str(&format!("{}\n", inert_line(&shown)));
                        exit = Exit::Findings;
                    } else {
                        write::replace(file, &new, &shown)?;
                    }
                }
            }
        }
        print_shown(&stale)?;
        let word = if self.check { "would change" } else { "changed" };
        tell(&format!("{} {word}, {same} unchanged\n", many(changed, "file")));
        Ok(exit)
    }
}

/// Whether a Markdown text holds a block of Agon.
fn holds_debate(text: &str) -> bool {
    let mut found = Vec::new();
    !crate::syntax::markdown::find_blocks(crate::text::span::FileId(0), text, &mut found).bodies.is_empty()
}

/// The faults of a file, each with its line and column.
fn told(faults: &[Fault], text: &str, shown: &str) -> String {
    let lines = LineIndex::new(text);
    let mut out = String::new();
    for fault in faults {
        let line = lines.line_of(fault.at as u32);
        let start = lines.span(line, line, text).start as usize;
        let column = text.get(start..fault.at).map_or(1, |before| before.chars().count() + 1);
        out.push_str(&format!(
            "{}:{}:{column}: error: {}\n  = help: {}\n",
            inert_line(shown),
            line + 1,
            inert_line(&fault.what),
            inert_line(&fault.help)
        ));
    }
    out
}
