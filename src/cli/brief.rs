//! `agon brief`: the briefing document of a debate.

use crate::{
    cli::{
        cite_style,
        outcome::{Exit, Failure},
        output::read_text,
        product::{Debate, Target, produce, require_statements},
        since,
    },
    diff::compare::Side,
    render::{brief, html, markdown::markdown, prose::citing::Citing, template, trace},
    report::run::Report,
};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Write a briefing document in Markdown: judgements, reasons, objections, sources.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the brief is written all the same, and the exit code is 1.\n\nExample:\n  agon brief                            the project's debate, to standard output\n  agon brief debate.agon -o brief.md\n  agon brief --length one-page          the judgements, the strongest objection to each, the map\n  agon brief --since HEAD~3             with what changed since then\n  agon brief --format html -o brief.html\n  agon brief --cite-style house.csl     footnotes and sources in your own style\n  pandoc brief.md -o brief.docx         Pandoc makes Word and PDF of it"
)]
pub struct Brief {
    #[command(flatten)]
    debate: Debate,
    #[command(flatten)]
    target: Target,
    /// Tell everything, however long it becomes [default: at most 3,000 words].
    #[arg(long, conflicts_with = "length")]
    full: bool,
    /// How long it is to be.
    #[arg(long, value_enum, default_value_t = Length::Normal)]
    length: Length,
    /// In which format.
    #[arg(long, value_enum, default_value_t = Format::Markdown)]
    format: Format,
    /// Write it after a template of your own, in the language of Jinja (see grammar/templates.md).
    #[arg(long, value_name = "FILE", conflicts_with_all = ["format", "trace"])]
    template: Option<PathBuf>,
    /// Tell what changed since an earlier version: a file, or a revision of the git repository.
    #[arg(long, value_name = "FILE|REV", conflicts_with = "template")]
    since: Option<String>,
    /// Cite after a style of the Citation Style Language [default: notes after the Chicago Manual of Style].
    #[arg(long, value_name = "FILE.csl")]
    cite_style: Option<PathBuf>,
    /// Mark each sentence with the claims and sources it rests on.
    #[arg(long)]
    trace: bool,
}

/// How long a brief is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Length {
    /// At most 3,000 words.
    Normal,
    /// The judgements, the strongest objection to each, and the map.
    OnePage,
}

/// A format of a brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Markdown, which code hosts show and Pandoc reads.
    Markdown,
    /// One HTML page that needs no network: the brief, its map, and why each statement stands or falls.
    Html,
}

impl Brief {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read or the brief not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        let template = self.template.as_deref().map(read_text).transpose()?;
        let style = self.cite_style.as_deref().map(cite_style::read).transpose()?;
        let style: Option<&dyn Citing> = style.as_deref();
        produce(&self.debate, Some(&self.target), |report| {
            require_statements(report)?;
            match (&self.template, &template) {
                (Some(path), Some(text)) => self.after(report, style, &path.to_string_lossy(), text),
                _ => self.render(report, style),
            }
        })
    }

    /// The brief after a template.
    fn after(&self, report: &Report<'_>, style: Option<&dyn Citing>, name: &str, text: &str) -> Result<String, Failure> {
        let wanted = brief::Wanted { length: self.length(), past: None, style };
        template::render(report, wanted, name, text).map_err(|fault| {
            let place = fault.line.map_or_else(String::new, |line| format!(":{line}"));
            let help = "`grammar/templates.md` lists what a template finds";
            Failure::with_help(format!("the template `{name}{place}` does not work: {}", fault.what), help)
        })
    }

    const fn length(&self) -> brief::Length {
        match (self.full, self.length) {
            (true, _) => brief::Length::Full,
            (false, Length::OnePage) => brief::Length::OnePage,
            (false, Length::Normal) => brief::Length::Normal,
        }
    }

    fn render(&self, report: &Report<'_>, style: Option<&dyn Citing>) -> Result<String, Failure> {
        let earlier = self.since.as_deref().map(|since| since::load(since, &self.debate, report)).transpose()?;
        let past = earlier.as_ref().map(|e| Side { debate: &e.debate, analysis: &e.analysis });
        let mut brief = brief::brief_as(report, brief::Wanted { length: self.length(), past, style });
        if self.trace {
            brief = trace::marked_brief(brief, &report.debate);
        }
        Ok(match self.format {
            Format::Markdown => markdown(&brief.document()),
            Format::Html => html::render(report, &brief, self.length()),
        })
    }
}
