//! `agon brief`: the briefing document of a debate.

use crate::{
    cli::{
        outcome::{Exit, Failure},
        product::{Debate, Target, produce},
    },
    render::{brief, html, markdown::markdown, trace},
    report::run::Report,
};
use clap::{Args, ValueEnum};

/// Write a briefing document in Markdown: judgements, reasons, objections, sources.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the brief is written all the same, and the exit code is 1.\n\nExample:\n  agon brief                            the project's debate, to standard output\n  agon brief debate.agon -o brief.md\n  agon brief --length one-page          the judgements, the strongest objection to each, the map\n  agon brief --format html -o brief.html\n  pandoc brief.md -o brief.docx         Pandoc makes Word and PDF of it"
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
        produce(&self.debate, Some(&self.target), |report| Ok(self.render(report)))
    }

    fn render(&self, report: &Report<'_>) -> String {
        let length = match (self.full, self.length) {
            (true, _) => brief::Length::Full,
            (false, Length::OnePage) => brief::Length::OnePage,
            (false, Length::Normal) => brief::Length::Normal,
        };
        let mut brief = brief::brief(report, length);
        if self.trace {
            brief = trace::marked_brief(brief, &report.debate);
        }
        match self.format {
            Format::Markdown => markdown(&brief.document()),
            Format::Html => html::render(report, &brief),
        }
    }
}
