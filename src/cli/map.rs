//! `agon map`: the argument map of a debate.

use crate::{
    cli::{
        outcome::{Exit, Failure},
        product::{Debate, Target, produce},
    },
    render::{dot, mermaid, svg},
};
use clap::{Args, ValueEnum};

/// Write the argument map, as a picture (SVG) or a diagram for Mermaid or Graphviz.
#[derive(Debug, Args)]
#[command(
    after_help = "Errors of the debate are told on standard error; the map is written all the same, and the exit code is 1.\n\nExample:\n  agon map debate.agon --format svg -o map.svg\n  agon map debate.agon -o map.mmd\n  agon map debate.agon --format dot | dot -Tpdf -o map.pdf"
)]
pub struct Map {
    #[command(flatten)]
    debate: Debate,
    /// The kind of picture or diagram.
    #[arg(long, default_value = "mermaid")]
    format: Format,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For Markdown pages and mermaid.live.
    Mermaid,
    /// For Graphviz.
    Dot,
    /// A picture that explains itself.
    Svg,
}

impl Map {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read or the map not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        produce(&self.debate, Some(&self.target), |report| match self.format {
            Format::Mermaid => Ok(mermaid::render(report)),
            Format::Dot => Ok(dot::render(report)),
            Format::Svg => Ok(svg::render(report)),
        })
    }
}
